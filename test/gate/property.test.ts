// One call decides what separate calls would: for random configs, requests, changes and times, on each build.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUILDS } from '../engine/builds.ts'
import { configs, tenantWorld } from './model/arbitraries.ts'
import { Pair } from './model/pair.ts'
import { steps } from './model/steps.ts'

const scenarios = configs.chain(config =>
  fc.record({
    config: fc.constant(config),
    sequence: steps(tenantWorld(config)),
  }),
)

describe('a decision', () => {
  it.each(BUILDS)(
    'is that of separate calls, and takes nothing if it denies: $name',
    async build => {
      const codes = new Map<string, number>()
      const property = fc.asyncProperty(scenarios, async ({ config, sequence }) => {
        const pair = await Pair.open(config, build.options)
        try {
          for (const step of sequence) await pair.apply(step)
          for (const [code, count] of pair.codes) codes.set(code, (codes.get(code) ?? 0) + count)
        } finally {
          pair.close()
        }
      })
      await fc.assert(property, {
        seed: Number(process.env.SLUICE_GATE_SEED ?? 61),
        numRuns: Number(process.env.SLUICE_GATE_RUNS ?? 150),
      })
      for (const code of OFTEN) expect(codes.get(code) ?? 0, code).toBeGreaterThan(1)
    },
  )
})

/** What each build must have met, or the test means little. */
const OFTEN = [
  'ALLOWED',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_INVALID',
  'CREDENTIAL_EXPIRED',
  'CREDENTIAL_TYPE',
  'CREDENTIAL_UNVERIFIED',
  'CREDENTIAL_NOT_YET_VALID',
  'ALLOWED of type key',
  'ALLOWED of type session',
  'ALLOWED of type jwt',
  'CREDENTIAL_REVOKED of type jwt',
  'NETWORK_DENIED',
  'TENANT_UNKNOWN',
  'TENANT_REQUIRED',
  'PERMISSION_DENIED',
  'FEATURE_LOCKED',
  'FEATURE_HIDDEN',
  'QUOTA_NOT_INCLUDED',
  'LIMIT_KEY_MISSING',
  'LIMITED',
  'COST_EXCEEDS_LIMIT',
]
