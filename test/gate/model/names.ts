// The names of the small world that the random configs are of, and what all generators have in common.
import fc from 'fast-check'
import type { LimitNumbers } from '../../../src/config/types.ts'
import type { Numbers } from './definition.ts'
import { iso } from './times.ts'

export const PLANS = ['free', 'pro', 'max']
export const FEATURES = ['sso', 'seats', 'retention', 'calls']
export const LIMITS = ['per-key', 'per-tenant', 'per-caller']
export const QUOTA = 'api-calls'
export const TENANTS = ['t1', 't2', 't3', 't4']
export const GATES = ['g1', 'g2', 'g3']
export const ROLES = ['reader', 'writer', 'admin']
export const SUBJECTS = ['ann', 'bob']

export const FLAGS = ['f1', 'f2', 'f3']

/** What a plan can have of a limit. */
export const NUMBERS: Record<string, readonly Numbers[]> = {
  'per-key': ['1/s', '5/s', { rate: '3/s', burst: 7 }, 0],
  'per-tenant': ['2/s', '9/s', 0],
  'per-caller': ['1/s', '4/s'],
  'api-calls': [2, 6, 'unlimited', 0],
}
/** What a tenant can have of its own. */
export const OWN_NUMBERS: Record<string, readonly LimitNumbers[]> = {
  'per-key': ['4/s', { burst: 3 }],
  'per-tenant': ['12/s'],
  'per-caller': ['2/s'],
  'api-calls': [1, 8, 2_147_483_647],
}

export const some = <Value>(values: readonly Value[], maxLength = values.length) =>
  fc.subarray([...values], { maxLength })
const offsets = [-1_000, 0, 1, 500, 1_000, 5_000, 60_000, 3_600_000]
export const times = fc.constantFrom(...offsets).map(iso)
/** Mostly there. */
export const optional = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined, freq: 3 })
/** Mostly not there. */
export const rare = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

/** From when to when a row counts: either may be left out. */
export const periods: fc.Arbitrary<{ from?: string; until?: string }> = fc
  .tuple(some([-Infinity, ...offsets, Infinity]), fc.nat())
  .map(([ends, start]) => {
    const [from = -Infinity, until = Infinity] = ends.slice(start % Math.max(ends.length - 1, 1))
    return {
      ...(Number.isFinite(from) && { from: iso(from) }),
      ...(Number.isFinite(until) && { until: iso(until) }),
    }
  })

/** A record without the properties that are undefined, as a file would have it. */
export function record<Value extends object>(
  properties: {
    [Name in keyof Value]?: fc.Arbitrary<Value[Name] | undefined>
  },
): fc.Arbitrary<Value> {
  const arbitraries = properties as Record<string, fc.Arbitrary<unknown>>
  return fc.record(arbitraries).map(found => {
    const entries = Object.entries(found).filter(([, value]) => value !== undefined)
    return Object.fromEntries(entries) as Value
  })
}
