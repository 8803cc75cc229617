/**
 * The rate limiters beside Sluice. Each opens with the same rate and burst, takes one unit for a
 * string key, and answers synchronously or with a promise, as its API does.
 */

import { performance } from 'node:perf_hooks'
import { RateLimiter } from 'limiter'
import rateLimiterFlexible from 'rate-limiter-flexible'

/**
 * @typedef {object} LimitSystem
 * @property {string} name
 * @property {boolean} isAsync
 * @property {(key: string) => any} take
 * @property {(answer: any) => boolean} accept whether the answer lets the caller through
 * @property {() => void | Promise<void>} close
 */

/** @typedef {{ ratePerSecond: number, burst: number }} Allowance */

/** @param {boolean} allowed */
const isAllowed = allowed => allowed

/**
 * What a good engineer writes by hand: GCRA (ITU-T I.371), the theoretical arrival time of each key
 * in a Map, in milliseconds of the same clock that Sluice reads. It has no bound and forgets nothing.
 *
 * @param {Allowance} allowance
 * @returns {LimitSystem}
 */
export function openPlainMap({ ratePerSecond, burst }) {
  /** @type {Map<string, number>} */
  const arrivals = new Map()
  const intervalMs = 1000 / ratePerSecond
  const toleranceMs = burst * intervalMs
  return {
    name: 'plain Map',
    isAsync: false,
    take: key => {
      const now = performance.now()
      const stored = arrivals.get(key)
      const arrival = stored === undefined || stored < now ? now : stored
      const next = arrival + intervalMs
      if (next - now > toleranceMs) return false
      arrivals.set(key, next)
      return true
    },
    accept: isAllowed,
    close: () => arrivals.clear(),
  }
}

/**
 * One RateLimiter object for each key, as its documentation says to do, and its synchronous call.
 * A burst is a whole interval's tokens: the interval is what makes rate and burst agree.
 *
 * @param {Allowance} allowance
 * @returns {LimitSystem}
 */
export function openLimiter({ ratePerSecond, burst }) {
  /** @type {Map<string, RateLimiter>} */
  const limiters = new Map()
  const options = { tokensPerInterval: burst, interval: (burst / ratePerSecond) * 1000 }
  return {
    name: 'limiter',
    isAsync: false,
    take: key => {
      let limiter = limiters.get(key)
      if (limiter === undefined) {
        limiter = new RateLimiter(options)
        limiters.set(key, limiter)
      }
      return limiter.tryRemoveTokens(1)
    },
    accept: isAllowed,
    close: () => limiters.clear(),
  }
}

/** A window that no run outlives: the timer of each key is set once and never fires. */
const WINDOW_SECONDS = 86_400

/**
 * RateLimiterMemory, without a key prefix (one concatenation less). It counts in fixed windows only,
 * so a rate and a burst become so many points a window. `consume` always returns a promise, which
 * is rejected when the limit is reached.
 *
 * @param {Allowance} allowance
 * @returns {LimitSystem}
 */
export function openRateLimiterFlexible({ burst }) {
  const limiter = new rateLimiterFlexible.RateLimiterMemory({
    points: burst,
    duration: WINDOW_SECONDS,
    keyPrefix: '',
  })
  return {
    name: 'rate-limiter-flexible',
    isAsync: true,
    take: key => limiter.consume(key, 1),
    accept: answer => answer.remainingPoints >= 0,
    close: async () => {
      // Every key holds a timer of a day; deleting the key clears it.
      for (const { key } of limiter.dump().storage) await limiter.delete(key)
    },
  }
}
