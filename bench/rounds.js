/**
 * Rounds of measurements that all systems of a work share.
 */

import { measureRound, mergeRounds, watchCollector } from './measure.js'

/** @import { Budget, Reading, RoundReading, Subject } from './measure.js' */

/**
 * A B C A B C: every round visits each system, so that a disturbance hits all alike.
 * @param {string} work
 * @param {Subject[]} subjects
 * @param {Budget} budget
 * @returns {Promise<{ name: string, reading: Reading }[]>}
 */
export async function runRounds(work, subjects, budget) {
  /** @type {Map<string, RoundReading[]>} */
  const rounds = new Map(subjects.map(subject => [subject.name, []]))
  for (let round = 0; round < budget.rounds; round++) {
    report(`${work}: round ${round + 1} of ${budget.rounds}`)
    // Each round starts with another system, so that none is always behind the same one.
    const first = round % subjects.length
    const order = [...subjects.slice(first), ...subjects.slice(0, first)]
    const readings = await measureRound(order, budget)
    for (const [name, reading] of readings) rounds.get(name)?.push(reading)
  }
  const rows = []
  for (const subject of subjects) {
    const merged = mergeRounds(rounds.get(subject.name) ?? [])
    const reading = { ...merged, ...(await watchCollector(subject, budget)) }
    rows.push({ name: subject.name, reading })
  }
  return rows
}

/**
 * Progress goes to stderr: the table can be redirected alone.
 * @param {string} message
 */
export function report(message) {
  console.error(message)
}
