/**
 * Rate limits: one hot key, and a million keys, whose memory is measured in processes of their own.
 */

import { askChild } from '../children.js'
import { collectGarbage } from '../collector.js'
import { callSubject, measureRound, mergeRounds, watchCollector } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import {
  askedKeys,
  checkLimitSystem,
  fillKeys,
  HOT_KEY,
  limitCall,
  limitSystems,
  openEmptyLimits,
  prepareKeys,
} from '../work/limits.js'
import { loadSluice } from '../work/sluice.js'
import { chosenSystems, LIMIT_PEERS } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { RoundReading } from '../measure.js'
 * @import { Section } from '../table.js'
 * @import { OpenLimits } from '../work/limits.js'
 * @import { Choice } from '../work/systems.js'
 */

/** @typedef {[string, OpenLimits][]} Entries */

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run(budgets, choice) {
  const all = await limitSystems(choice.withSluice ? await loadSluice() : undefined)
  const names = chosenSystems(choice, LIMIT_PEERS)
  const limits = [...all].filter(([name]) => names.includes(name))
  for (const [name, open] of limits) await checkLimitSystem(name, open)
  report(`limits: ${limits.length} systems admitted a burst of 5 and refused the sixth`)
  return [
    await runHotKey(budgets.flags, limits),
    await runManyKeys(budgets.keys, limits, true),
    await runManyKeys(budgets.keys, limits, false),
    ...(choice.withSluice ? [await runWays(budgets.keys), await runThreads(budgets.keys)] : []),
  ]
}

/**
 * @param {Budgets['flags']} budget
 * @param {Entries} limits
 * @returns {Promise<Section>}
 */
async function runHotKey(budget, limits) {
  const systems = [openEmptyLimits()]
  for (const [, open] of limits) systems.push(await open('ample'))
  const subjects = await Promise.all(
    systems.map(system =>
      callSubject(
        'hot key',
        system.name,
        limitCall(system, loops => loops.hotStep(system.take, HOT_KEY)),
      ),
    ),
  )
  const rows = await runRounds('hot key', subjects, budget)
  for (const system of systems) await system.close()
  return { work: 'hot key', columns: 'calls', title: 'A rate limit, one hot key', rows }
}

/**
 * One system at a time holds its keys: a million entries of one would be work for the collector in
 * the measurement of the next. The rounds still alternate between the systems.
 *
 * @param {Budgets['keys']} budget
 * @param {Entries} limits
 * @param {boolean} fresh whether each call comes with a string of its own, as a request does
 * @returns {Promise<Section>}
 */
async function runManyKeys(budget, limits, fresh) {
  const { keys, order } = prepareKeys(budget.keysCount)
  const asked = askedKeys(keys, order, fresh)
  const work = fresh ? 'many keys' : 'many keys, stored strings'
  /** @type {Entries} */
  const entries = [['empty', openEmptyLimits], ...limits]
  /** @type {Map<string, RoundReading[]>} */
  const rounds = new Map(entries.map(([name]) => [name, []]))
  const watches = new Map()
  for (let round = 0; round < budget.rounds; round++) {
    report(`${work}: round ${round + 1} of ${budget.rounds}`)
    for (const [name, open] of entries) {
      const system = await open('ample')
      await fillKeys(system, keys)
      collectGarbage()
      const subject = await callSubject(
        work,
        name,
        limitCall(system, loops => loops.keysStep(system.take, asked)),
      )
      const reading = (await measureRound([subject], budget)).get(name)
      if (reading) rounds.get(name)?.push(reading)
      if (round === 0) watches.set(name, await watchCollector(subject, budget))
      await system.close()
      collectGarbage()
    }
  }
  const rows = []
  for (const [name] of entries) {
    const reading = { ...mergeRounds(rounds.get(name) ?? []), ...watches.get(name) }
    const isMeasured = fresh && name !== 'empty'
    rows.push({
      name,
      reading: isMeasured ? { ...reading, ...(await footprint(name, budget.keysCount)) } : reading,
    })
  }
  const count = budget.keysCount.toLocaleString('en')
  const strings = fresh ? 'each call with a string of its own' : 'the stored strings again'
  const title = `A rate limit, ${count} keys in random order, ${strings}`
  return { work, columns: fresh ? 'keys' : 'calls', title, rows }
}

/**
 * @param {string} name
 * @param {number} keyCount
 */
async function footprint(name, keyCount) {
  report(`keys: the memory of ${keyCount} in ${name}`)
  return askChild('footprint.js', { name, keyCount })
}

/**
 * Sluice alone, with both clocks.
 *
 * @param {Budgets['keys']} budget
 * @returns {Promise<Section>}
 */
async function runWays({ rounds }) {
  report('ways: with the default clock, and with the coarse one')
  const exact = await askChild('ways.js', { rounds: 2 * rounds + 1 })
  const coarse = await askChild('ways.js', { clock: 'coarse', rounds: 2 * rounds + 1 })
  const rows = Object.keys(exact).map(name => {
    return { name, reading: { mean: exact[name], coarse: coarse[name] } }
  })
  return { work: 'ways', columns: 'ways', title: 'Ways to ask a limit', rows }
}

/**
 * Two threads on one memory beside one, each with 1,000 keys of its own.
 *
 * @param {Budgets['keys']} budget
 * @returns {Promise<Section>}
 */
async function runThreads({ rounds }) {
  const rows = []
  let one = 0
  for (const threads of [1, 2]) {
    report(`threads: ${threads}`)
    const readings = []
    for (let round = 0; round < 2 * rounds + 1; round++) {
      const asked = { threads, keysCount: 1_000, takes: 5_000_000 }
      readings.push((await askChild('threads.js', asked)).takesPerSecond)
    }
    const takesPerSecond = readings.sort((left, right) => left - right)[rounds]
    one ||= takesPerSecond
    const name = threads === 1 ? '1 thread' : `${threads} threads`
    rows.push({ name, reading: { takesPerSecond, times: takesPerSecond / one } })
  }
  const title = 'Takes of several threads on one memory, each with keys of its own'
  return { work: 'threads', columns: 'threads', title, rows }
}
