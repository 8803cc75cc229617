/**
 * A subject is one system doing one work; this module measures it three ways: the mean (tinybench),
 * the single call (histogram), and what it leaves for the collector.
 */

import { Bench } from 'tinybench'
import { bytesPerCall, collectGarbage, countCollections } from './collector.js'
import { Histogram } from './histogram.js'

/** Calls in one timed body: takes loop, timer and (for promises) scheduling overhead below 1 %. */
export const BATCH_CALLS = 1024

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {boolean} isAsync
 * @property {(count: number) => void | Promise<void>} spin
 * @property {(count: number, histogram: Histogram) => void | Promise<void>} time
 */

/**
 * @typedef {object} Budget
 * @property {number} rounds
 * @property {number} taskMs the time tinybench gives one task in one round
 * @property {number} timedCalls single calls timed in one round
 * @property {number} watchedCalls calls under the collector watch, once
 * @property {number} keysRounds rounds of the work with many keys: each refills every system
 * @property {number} keysCount
 */

/**
 * @typedef {object} Reading
 * @property {number} mean nanoseconds a call, tinybench
 * @property {number} p50
 * @property {number} p99
 * @property {number} p999
 * @property {number} max
 * @property {number} collections collections in a million calls
 * @property {number} pauseMs milliseconds of collector pauses in a million calls
 * @property {number} bytes bytes allocated a call
 */

/**
 * Wraps a system's call into loops of its own. Every loop counts the accepted answers and throws
 * when the count is wrong: a system that stops doing the work stops the benchmark.
 *
 * @param {string} work
 * @param {string} name
 * @param {{ isAsync: boolean, accept: (answer: any) => boolean, acceptedInBatch: number,
 *   step: (loops: any) => (index: number) => any }} call
 * @returns {Promise<Subject>}
 */
export async function subjectOf(work, name, { isAsync, accept, acceptedInBatch, step: stepOf }) {
  const loops = await import(`./loops.js?${encodeURIComponent(`${work}/${name}`)}`)
  const step = stepOf(loops)
  let from = 0

  /** @param {number} accepted @param {number} count */
  const check = (accepted, count) => {
    const expected = (count / BATCH_CALLS) * acceptedInBatch
    if (accepted === expected) return
    throw new Error(`${work}: ${name} gave ${accepted} of ${expected} expected answers`)
  }
  // Whole batches only: a batch is one pass over the prepared contexts, so its count is known.
  /** @param {number} count */
  const advance = count => {
    if (count % BATCH_CALLS !== 0) throw new RangeError(`${count} calls are not whole batches`)
    const start = from
    from += count
    // The cursor stays a small integer, whatever the number of rounds.
    if (from > 0x1fff_ffff) from = 0
    return start
  }

  if (isAsync) {
    return {
      name,
      isAsync,
      spin: async count => check(await loops.spinAsync(step, accept, advance(count), count), count),
      time: async (count, histogram) =>
        check(await loops.timeAsync(step, accept, advance(count), count, histogram), count),
    }
  }
  return {
    name,
    isAsync,
    spin: count => check(loops.spin(step, accept, advance(count), count), count),
    time: (count, histogram) =>
      check(loops.time(step, accept, advance(count), count, histogram), count),
  }
}

/**
 * One round: every subject in turn, first the means, then the single calls.
 * @param {Subject[]} subjects
 * @param {Budget} budget
 * @returns {Promise<Map<string, { mean: number, p50: number, p99: number, p999: number, max: number }>>}
 */
export async function measureRound(subjects, budget) {
  const bench = new Bench({
    time: budget.taskMs,
    iterations: 4,
    warmupTime: budget.taskMs / 2,
    warmupIterations: 2,
    throws: true,
  })
  for (const subject of subjects) {
    // What the system before left for the collector is not this one's to clear away.
    bench.add(subject.name, () => subject.spin(BATCH_CALLS), {
      async: subject.isAsync,
      beforeAll: collectGarbage,
    })
  }
  await bench.run()

  const readings = new Map()
  const histogram = new Histogram()
  for (const subject of subjects) {
    const result = bench.getTask(subject.name)?.result
    if (result?.state !== 'completed') throw new Error(`${subject.name}: ${result?.state}`)
    const timedCalls = wholeBatches(budget.timedCalls)
    collectGarbage()
    // The timed loop is compiled before it counts.
    await subject.time(wholeBatches(timedCalls / 10), histogram)
    histogram.reset()
    await subject.time(timedCalls, histogram)
    readings.set(subject.name, {
      mean: (result.latency.mean * 1e6) / BATCH_CALLS,
      ...histogram.summary(),
    })
  }
  return readings
}

/**
 * @param {Subject} subject
 * @param {Budget} budget
 */
export async function watchCollector(subject, budget) {
  const calls = wholeBatches(budget.watchedCalls)
  const { collections, pauseMs } = await countCollections(() => subject.spin(calls))
  return {
    collections: (collections * 1e6) / calls,
    pauseMs: (pauseMs * 1e6) / calls,
    bytes: await bytesPerCall(count => subject.spin(count), BATCH_CALLS),
  }
}

/**
 * The median of the rounds, so that one disturbed round does not decide; the worst of all for the
 * maximum, since a maximum is a promise about every call.
 * @param {{ mean: number, p50: number, p99: number, p999: number, max: number }[]} rounds
 */
export function mergeRounds(rounds) {
  return {
    mean: median(rounds.map(round => round.mean)),
    p50: median(rounds.map(round => round.p50)),
    p99: median(rounds.map(round => round.p99)),
    p999: median(rounds.map(round => round.p999)),
    max: Math.max(...rounds.map(round => round.max)),
  }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @param {number} calls */
function wholeBatches(calls) {
  return Math.max(1, Math.round(calls / BATCH_CALLS)) * BATCH_CALLS
}
