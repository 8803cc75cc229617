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
 * The loops of a work count in units: one call, or what belongs together, as the flags of a request.
 * @typedef {object} Subject
 * @property {string} name
 * @property {boolean} isAsync
 * @property {number} unitCalls calls in a unit: readings are divided by it
 * @property {number} batchUnits units in one timed body
 * @property {number} sliceUnits units that fill no young generation with garbage
 * @property {(units: number) => void | Promise<void>} spin
 * @property {(units: number, histogram: Histogram) => void | Promise<void>} time
 */

/**
 * @typedef {object} Budget
 * @property {number} rounds
 * @property {number} taskMs the time tinybench gives one task in one round
 * @property {number} timedCalls single calls timed in one round
 * @property {number} watchedCalls calls under the collector watch, once
 */

/**
 * @typedef {object} RoundReading
 * @property {number} mean nanoseconds a call, tinybench
 * @property {number} p50
 * @property {number} p99
 * @property {number} p999
 * @property {number} max
 */

/**
 * @typedef {object} WatchReading
 * @property {number} collections collections in a million calls
 * @property {number} pauseMs milliseconds of collector pauses in a million calls
 * @property {number} bytes bytes allocated a call
 */

/** @typedef {RoundReading & WatchReading} Reading */

/**
 * @typedef {object} SubjectLoops loops that count the accepted answers
 * @property {(from: number, count: number) => number | Promise<number>} spin
 * @property {(from: number, count: number, histogram: Histogram) => number | Promise<number>} time
 */

/**
 * Puts a system's call into loops of its own. Every loop counts the accepted answers and throws when
 * the count is wrong: a system that stops doing the work stops the benchmark.
 *
 * @param {string} work
 * @param {string} name
 * @param {object} about
 * @param {boolean} about.isAsync
 * @param {number[]} about.accepted how many answers of each unit are accepted; repeats for ever
 * @param {number} [about.unitCalls]
 * @param {number} [about.batchUnits]
 * @param {number} [about.sliceUnits]
 * @param {(loops: any) => SubjectLoops} bind
 * @returns {Promise<Subject>}
 */
export async function subjectOf(work, name, about, bind) {
  const { isAsync, accepted, unitCalls = 1, batchUnits = BATCH_CALLS } = about
  const loops = bind(await import(`./loops.js?${encodeURIComponent(`${work}/${name}`)}`))
  const acceptedBefore = runningSum(accepted)
  let next = 0

  /** @param {number} count */
  const advance = count => {
    const from = next
    next += count
    // The cursor stays a small integer, whatever the number of rounds.
    if (next > 0x1fff_ffff) next = 0
    return from
  }
  /** @param {number} from @param {number} count @param {number} found */
  const check = (from, count, found) => {
    const expected = acceptedBefore(from + count) - acceptedBefore(from)
    if (found === expected) return
    throw new Error(`${work}: ${name} gave ${found} of ${expected} expected answers`)
  }
  /** @param {number} count @param {(from: number) => number | Promise<number>} run */
  const checked = (count, run) => {
    const from = advance(count)
    const found = run(from)
    if (typeof found === 'number') return check(from, count, found)
    return found.then(settled => check(from, count, settled))
  }
  return {
    name,
    isAsync,
    unitCalls,
    batchUnits,
    sliceUnits: about.sliceUnits ?? batchUnits,
    spin: count => checked(count, from => loops.spin(from, count)),
    time: (count, histogram) => checked(count, from => loops.time(from, count, histogram)),
  }
}

/**
 * A subject whose unit is one call.
 * @param {string} work
 * @param {string} name
 * @param {{ isAsync: boolean, accept: (answer: any) => boolean, accepted: number[],
 *   batchUnits?: number, step: (loops: any) => (index: number) => any }} call
 */
export function callSubject(work, name, { accept, step: stepOf, ...about }) {
  const { isAsync } = about
  return subjectOf(work, name, about, loops => {
    const step = stepOf(loops)
    const { spin, time } = isAsync
      ? { spin: loops.spinAsync, time: loops.timeAsync }
      : { spin: loops.spin, time: loops.time }
    return {
      spin: (from, count) => spin(step, accept, from, count),
      time: (from, count, histogram) => time(step, accept, from, count, histogram),
    }
  })
}

/**
 * The sum of the first so many values of a list that repeats for ever.
 * @param {number[]} values
 * @returns {(count: number) => number}
 */
function runningSum(values) {
  const sums = [0]
  for (const value of values) sums.push(sums[sums.length - 1] + value)
  const total = sums[values.length]
  return count => Math.floor(count / values.length) * total + sums[count % values.length]
}

/**
 * One round: every subject in turn, first the means, then the single calls.
 * @param {Subject[]} subjects
 * @param {Budget} budget
 * @returns {Promise<Map<string, RoundReading>>}
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
    bench.add(subject.name, () => subject.spin(subject.batchUnits), {
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
    const timedUnits = wholeBatches(subject, budget.timedCalls)
    collectGarbage()
    // The timed loop is compiled before it counts.
    await subject.time(wholeBatches(subject, budget.timedCalls / 10), histogram)
    histogram.reset()
    await subject.time(timedUnits, histogram)
    readings.set(subject.name, {
      mean: (result.latency.mean * 1e6) / (subject.batchUnits * subject.unitCalls),
      ...histogram.summary(),
    })
  }
  return readings
}

/**
 * @param {Subject} subject
 * @param {Budget} budget
 * @returns {Promise<WatchReading>}
 */
export async function watchCollector(subject, budget) {
  const units = wholeBatches(subject, budget.watchedCalls)
  const calls = units * subject.unitCalls
  const { collections, pauseMs } = await countCollections(() => subject.spin(units))
  return {
    collections: (collections * 1e6) / calls,
    pauseMs: (pauseMs * 1e6) / calls,
    bytes:
      (await bytesPerCall(count => subject.spin(count), subject.sliceUnits)) / subject.unitCalls,
  }
}

/**
 * The median of the rounds, so that one disturbed round does not decide; the worst of all for the
 * maximum, since a maximum is a promise about every call.
 * @param {RoundReading[]} rounds
 * @returns {RoundReading}
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

/**
 * @param {Subject} subject
 * @param {number} calls
 */
function wholeBatches({ unitCalls, batchUnits }, calls) {
  return Math.max(1, Math.round(calls / (unitCalls * batchUnits))) * batchUnits
}
