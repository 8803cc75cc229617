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
 */
export function keysStep(take, asked) {
  return index => take(asked[index % asked.length])
}
