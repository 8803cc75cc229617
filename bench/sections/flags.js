/**
 * One flag, three rules, a fresh context for each call.
 */

import { callSubject } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { checkFlagSystem, openEmptyFlags } from '../work/flags.js'
import { prepareRows } from '../work/rows.js'
import { chosenSystems, FLAG_PEERS, flagModule } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { Section } from '../table.js'
 * @import { FlagSystem } from '../work/flags.js'
 * @import { Choice } from '../work/systems.js'
 */

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run(budgets, choice) {
  const rows = prepareRows()
  /** @type {FlagSystem[]} */
  const systems = []
  for (const name of chosenSystems(choice, FLAG_PEERS)) {
    const { open } = await flagModule(name)
    systems.push(...[await open(rows)].flat())
  }
  const subjects = [await subjectFor(openEmptyFlags(rows), [1])]
  for (const system of systems) {
    subjects.push(await subjectFor(system, await checkFlagSystem(system, rows)))
  }
  report(
    `flags: ${systems.length} systems gave the expected variant for each of ${rows.length} rows`,
  )
  const readings = await runRounds('flags', subjects, budgets.flags)
  for (const system of systems) await system.close()
  const title = 'One flag, three rules, a fresh context for each call'
  return [{ work: 'flags', columns: 'calls', title, rows: readings }]
}

/**
 * @param {FlagSystem} system
 * @param {number[]} accepted
 */
function subjectFor(system, accepted) {
  return callSubject('flags', system.name, {
    isAsync: system.isAsync,
    accept: variant => variant === 'beta',
    accepted,
    step: () => system.evaluate,
  })
}
