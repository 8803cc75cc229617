/**
 * The first thousand evaluations after a start, each system in processes of its own: what a server
 * that was just deployed gives its first requests, before anything is compiled or warm.
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

const FLAG_COUNT = 20
const EVALUATION_COUNT = 1_000

/** @typedef {{ loadMs: number, openMs: number, nanoseconds: number[] }} Start */

/**
 * @typedef {object} ColdReading nanoseconds, but for the first two
 * @property {number} loadMs the modules of the system
 * @property {number} openMs from its definitions to being ready
 * @property {number} total
 * @property {number} first10 mean of the first ten
 * @property {number} next90 mean of those from 11 to 100
 * @property {number} next900 mean of those from 101 to 1,000
 * @property {number} worst
 */

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run({ cold }, choice) {
  const names = ['empty (context only)', ...chosenSystems(choice, FLAG_PEERS)]
  const starts = await alternate(names, cold.processes, (name, pass) => {
    if (name === names[0]) report(`cold: start ${pass + 1} of ${cold.processes}`)
    const count = { flagCount: FLAG_COUNT, evaluationCount: EVALUATION_COUNT }
    return askChild('cold.js', { name, ...count })
  })
  const rows = names.map(name => ({ name, reading: merge(starts.get(name) ?? []) }))
  const count = EVALUATION_COUNT.toLocaleString('en')
  const title = `The first ${count} evaluations of a process, ${FLAG_COUNT} flags in turn, fresh contexts`
  return [{ work: 'cold', columns: 'cold', title, rows }]
}

/**
 * The median of the processes, for each reading apart.
 * @param {Start[]} starts
 * @returns {ColdReading}
 */
function merge(starts) {
  /** @param {(start: Start) => number} read */
  const of = read => median(starts.map(read))
  return {
    loadMs: of(start => start.loadMs),
    openMs: of(start => start.openMs),
    total: of(start => sum(start.nanoseconds)),
    first10: of(start => mean(start.nanoseconds.slice(0, 10))),
    next90: of(start => mean(start.nanoseconds.slice(10, 100))),
    next900: of(start => mean(start.nanoseconds.slice(100))),
    worst: of(start => Math.max(...start.nanoseconds)),
  }
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}

/** @param {number[]} values */
function mean(values) {
  return sum(values) / values.length
}
