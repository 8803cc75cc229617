/**
 * The memory of ten thousand flags, each system in processes of its own.
 */

import { alternate, askChild } from '../children.js'
import { median } from '../measure.js'
import { report } from '../rounds.js'
import { chosenSystems, FLAG_PEERS } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { Section } from '../table.js'
 * @import { Choice } from '../work/systems.js'
 */

/**
 * @typedef {object} MemoryReading
 * @property {number} openMs
 * @property {number} heapBytes growth of the JavaScript heap
 * @property {number} externalBytes growth of what V8 counts outside it, array buffers included
 * @property {number} residentBytes growth of the process
 * @property {number} [engineBytes] written pages of Sluice's memory
 * @property {number} [compiledBytes] of its ruleset
 * @property {{ heapBytes: number, engineBytes: number, residentBytes: number }} [thread] what one
 *   more thread adds to Sluice
 */

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run({ memory }, choice) {
  const { processes, flagCount, threads } = memory
  const names = chosenSystems(choice, FLAG_PEERS)
  const answers = await alternate(names, processes, (name, pass) => {
    report(`memory: ${flagCount} flags in ${name}, ${pass + 1} of ${processes}`)
    return askChild('memory.js', { name, flagCount, threads })
  })
  const rows = names.map(name => ({ name, reading: merge(answers.get(name) ?? []) }))
  const title = `The memory of ${flagCount.toLocaleString('en')} flags, three rules each`
  return [{ work: 'memory', columns: 'memory', title, rows, flagCount }]
}

/**
 * The median of the processes, for each reading apart.
 * @param {any[]} readings alike in their shape
 * @returns {any}
 */
function merge(readings) {
  return Object.fromEntries(
    Object.keys(readings[0] ?? {}).map(key => {
      const values = readings.map(reading => reading[key])
      return [key, typeof values[0] === 'number' ? median(values) : merge(values)]
    }),
  )
}
