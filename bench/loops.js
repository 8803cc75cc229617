/**
 * The loops around the measured call. This module is imported once for each system and work, under
 * its own query string (`./loops.js?flags/unleash`), because V8 keeps call feedback per function:
 * one loop shared by eight systems turns megamorphic, nothing is inlined, and the fastest system
 * pays for it the most.
 */

/** @import { Histogram } from './histogram.js' */

/**
 * @param {(index: number) => unknown} step
 * @param {(answer: any) => boolean} accept
 * @param {number} from
 * @param {number} count
 * @returns {number} how many answers were accepted: checked by the caller, and what keeps the
 *   compiler from dropping the work
 */
export function spin(step, accept, from, count) {
  let accepted = 0
  for (let index = from; index < from + count; index++) if (accept(step(index))) accepted++
  return accepted
}

/**
 * The same for a system that answers with a promise: awaited, as its user must.
 * @param {(index: number) => Promise<unknown>} step
 * @param {(answer: any) => boolean} accept
 * @param {number} from
 * @param {number} count
 */
export async function spinAsync(step, accept, from, count) {
  let accepted = 0
  for (let index = from; index < from + count; index++) if (accept(await step(index))) accepted++
  return accepted
}

/**
 * Times each call alone. Two clock readings a call, about 40 ns: nothing is subtracted, the row
 * `empty` shows what they cost.
 * @param {(index: number) => unknown} step
 * @param {(answer: any) => boolean} accept
 * @param {number} from
 * @param {number} count
 * @param {Histogram} histogram
 */
export function time(step, accept, from, count, histogram) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    const start = performance.now()
    const answer = step(index)
    histogram.record(performance.now() - start)
    if (accept(answer)) accepted++
  }
  return accepted
}

/**
 * @param {(index: number) => Promise<unknown>} step
 * @param {(answer: any) => boolean} accept
 * @param {number} from
 * @param {number} count
 * @param {Histogram} histogram
 */
export async function timeAsync(step, accept, from, count, histogram) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    const start = performance.now()
    const answer = await step(index)
    histogram.record(performance.now() - start)
    if (accept(answer)) accepted++
  }
  return accepted
}

/**
 * The flags of one request after the other. Counts in requests.
 * @param {(index: number) => unknown} prepare the context of a request
 * @param {(flag: number, context: any) => unknown} evaluate
 * @param {number} flagCount
 * @param {number} from
 * @param {number} count
 */
export function spinRequests(prepare, evaluate, flagCount, from, count) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    const context = prepare(index)
    for (let flag = 0; flag < flagCount; flag++) {
      if (evaluate(flag, context) === 'beta') accepted++
    }
  }
  return accepted
}

/**
 * @param {(index: number) => unknown} prepare
 * @param {(flag: number, context: any) => Promise<unknown>} evaluate
 * @param {number} flagCount
 * @param {number} from
 * @param {number} count
 */
export async function spinRequestsAsync(prepare, evaluate, flagCount, from, count) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    const context = prepare(index)
    for (let flag = 0; flag < flagCount; flag++) {
      if ((await evaluate(flag, context)) === 'beta') accepted++
    }
  }
  return accepted
}

/**
 * Times each evaluation alone; that of a request's first flag has the making of the context in it.
 * @param {(index: number) => unknown} prepare
 * @param {(flag: number, context: any) => unknown} evaluate
 * @param {number} flagCount
 * @param {number} from
 * @param {number} count
 * @param {Histogram} histogram
 */
export function timeRequests(prepare, evaluate, flagCount, from, count, histogram) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    let start = performance.now()
    const context = prepare(index)
    for (let flag = 0; flag < flagCount; flag++) {
      const answer = evaluate(flag, context)
      histogram.record(performance.now() - start)
      if (answer === 'beta') accepted++
      start = performance.now()
    }
  }
  return accepted
}

/**
 * @param {(index: number) => unknown} prepare
 * @param {(flag: number, context: any) => Promise<unknown>} evaluate
 * @param {number} flagCount
 * @param {number} from
 * @param {number} count
 * @param {Histogram} histogram
 */
export async function timeRequestsAsync(prepare, evaluate, flagCount, from, count, histogram) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    let start = performance.now()
    const context = prepare(index)
    for (let flag = 0; flag < flagCount; flag++) {
      const answer = await evaluate(flag, context)
      histogram.record(performance.now() - start)
      if (answer === 'beta') accepted++
      start = performance.now()
    }
  }
  return accepted
}

/**
 * All flags at once, and every value read. Counts in calls for all flags.
 * @param {(index: number) => any} resolveAll
 * @param {(answer: any) => number} countBeta
 * @param {number} from
 * @param {number} count
 */
export function spinAll(resolveAll, countBeta, from, count) {
  let accepted = 0
  for (let index = from; index < from + count; index++) accepted += countBeta(resolveAll(index))
  return accepted
}

/**
 * @param {(index: number) => Promise<any>} resolveAll
 * @param {(answer: any) => number} countBeta
 * @param {number} from
 * @param {number} count
 */
export async function spinAllAsync(resolveAll, countBeta, from, count) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    accepted += countBeta(await resolveAll(index))
  }
  return accepted
}

/**
 * @param {(index: number) => any} resolveAll
 * @param {(answer: any) => number} countBeta
 * @param {number} from
 * @param {number} count
 * @param {Histogram} histogram
 */
export function timeAll(resolveAll, countBeta, from, count, histogram) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    const start = performance.now()
    const found = countBeta(resolveAll(index))
    histogram.record(performance.now() - start)
    accepted += found
  }
  return accepted
}

/**
 * @param {(index: number) => Promise<any>} resolveAll
 * @param {(answer: any) => number} countBeta
 * @param {number} from
 * @param {number} count
 * @param {Histogram} histogram
 */
export async function timeAllAsync(resolveAll, countBeta, from, count, histogram) {
  let accepted = 0
  for (let index = from; index < from + count; index++) {
    const start = performance.now()
    const found = countBeta(await resolveAll(index))
    histogram.record(performance.now() - start)
    accepted += found
  }
  return accepted
}

/**
 * One key, over and over.
 * @param {(key: string) => unknown} take
 * @param {string} key
 * @returns {(index: number) => any}
 */
export function hotStep(take, key) {
  return () => take(key)
}

/**
 * @param {(key: string) => unknown} take
 * @param {string[]} asked the keys in the order of the calls
 * @returns {(index: number) => any}
 */
export function keysStep(take, asked) {
  return index => take(asked[index % asked.length])
}

/**
 * @template Row
 * @param {(credential: string, row: Row) => unknown} decide
 * @param {string[]} asked the credentials in the order of the calls
 * @param {Row[]} rows the other part of a request, in turn
 * @returns {(index: number) => any}
 */
export function requestStep(decide, asked, rows) {
  return index => decide(asked[index % asked.length], rows[index % rows.length])
}
