// The options that the plugin and the wrapper have in common, and what is wrong with them.
import { Sluice } from '../sluice.ts'
import { invalid } from './limit-list.ts'
import { type Headers, headersOf } from './refusal.ts'

/** Options of whatever limits requests. */
export interface CommonOptions {
  /** Stays the caller's: close it after the last request. */
  sluice: Sluice
  /** How the headers are written; false for none but Retry-After. */
  headers?: Headers
  /**
   * How often what requests hold is renewed, in ms: less than the shortest `lease` and `ttl` of their limits. Default
   * 20000, a third of the default of those.
   */
  renewMs?: number
}

export const RENEW_MS = 20_000
const RENEW_MS_MAX = 2_147_483_647
const LEGACY = [undefined, 'epoch', 'delta']

/**
 * @param names of all options
 * @param functions those of them that are functions
 * @throws SluiceError OPTION_INVALID
 * @throws RangeError when `jitterS` is not a whole number of 0 or more
 */
export function checkOptions(
  options: CommonOptions,
  names: readonly string[],
  functions: readonly string[],
): void {
  const { sluice, headers = {}, renewMs = RENEW_MS } = options
  const stray = Object.keys(options).find(name => !names.includes(name))
  if (stray !== undefined) throw invalid(`there is no option ${stray}`)
  if (!(sluice instanceof Sluice)) throw invalid('option sluice must be an open Sluice')
  if (!(renewMs >= 1 && renewMs <= RENEW_MS_MAX)) {
    throw invalid(`option renewMs must be a number from 1 to ${RENEW_MS_MAX}`)
  }
  for (const name of functions) {
    const value = options[name as keyof CommonOptions] as unknown
    if (value !== undefined && typeof value !== 'function') {
      throw invalid(`option ${name} must be a function`)
    }
  }
  if (headers === false) return
  if (typeof headers !== 'object' || headers === null || !LEGACY.includes(headers.legacy)) {
    throw invalid("option headers must be false, or an object with legacy: 'epoch' or 'delta'")
  }
  headersOf([], headers)
}
