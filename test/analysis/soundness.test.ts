// The analysis may miss what is wrong with a rule; it must never say what is not so. Random rules are analysed, the
// claims are written into the rules (./claims.ts), and the engine evaluates both: if a claim can be wrong, some context
// tells them apart.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { JsonValue } from '../../src/config/types.ts'
import { Sluice } from '../../src/index.ts'
import type { Json } from '../flags/rules.ts'
import { contexts, rulesOf, VARIANTS } from '../flags/rules.ts'
import { chainContexts, chains, mistakes } from './chains.ts'
import { MARK, withClaims } from './claims.ts'

/** How many rules: a longer run is `SLUICE_FUZZ_RUNS=1000000 npx vitest run test/analysis`. */
const RUNS = Number(process.env.SLUICE_FUZZ_RUNS ?? 3000)
const SEED = Number(process.env.SLUICE_FUZZ_SEED ?? 20260731)
const CONTEXTS = 12

const names = [...VARIANTS, '0', 'NaN', 'unknown', MARK]
const variants = Object.fromEntries(names.map(name => [name, name]))
const dialect = { defaults: true, variablesOnTheRight: true, arraysNegated: true }

// Each with the claims that it must provoke: a run in which one is hardly ever made says nothing about it.
const KINDS = [
  {
    name: 'any rules',
    rules: rulesOf(dialect),
    contexts,
    claims: ['ALWAYS_TRUE', 'ALWAYS_FALSE', 'NO_WEIGHT', 'WEIGHT_ZERO', 'NULL', 'UNUSED'],
  },
  {
    name: 'chains of conditions',
    rules: chains,
    contexts: chainContexts,
    claims: ['ALWAYS_TRUE', 'ALWAYS_FALSE', 'CONTRADICTORY', 'COVERED', 'REPEATED', 'UNUSED'],
  },
  {
    name: 'operands of the wrong type',
    rules: mistakes,
    contexts: chainContexts,
    claims: ['CONSTANT', 'ERROR', 'NULL'],
  },
]

/** What there is besides the rule. */
interface Settings {
  readonly defaultVariant: string | null
  /** The generation. */
  readonly fractional: number
}

const settings: fc.Arbitrary<Settings> = fc.record({
  defaultVariant: fc.constantFrom('off', null),
  fractional: fc.constantFrom(2, 2, 1, 3),
})

function configOf(targeting: Json, { defaultVariant, fractional }: Settings) {
  return {
    fractional,
    flags: { 'a-flag': { state: 'ENABLED', variants, defaultVariant, targeting } },
  }
}

describe('no claim is contradicted by the engine', () => {
  let sluice: Sluice
  beforeAll(async () => {
    sluice = await Sluice.open({ flags: {} }, { shared: false, malformedRules: 'warning' })
  })
  afterAll(() => sluice.close())

  async function answers(config: object, given: readonly object[]) {
    await sluice.publish(config)
    const flag = sluice.flag('a-flag')
    return given.map(context => {
      const { value, variant, reason, errorCode } = flag.stringDetails(context as never, 'code')
      return { value, variant, reason, errorCode }
    })
  }

  it.each(KINDS)(
    '$name',
    async ({ rules, contexts, claims }) => {
      const counts = new Map<string, number>()
      const property = fc.asyncProperty(
        rules,
        settings,
        fc.array(contexts, { minLength: CONTEXTS, maxLength: CONTEXTS }),
        async (targeting, given, list) => {
          const config = configOf(targeting, given)
          const problems = analyze((await loadConfig(config, { malformedRules: 'warning' })).config)
          if (problems.length === 0) return
          const expected = await answers(config, list)
          // A rule that does not compile proves nothing.
          if (expected[0]!.errorCode === 'PARSE_ERROR') return
          for (const { code } of problems) {
            const claim = code.slice(code.indexOf('_') + 1)
            counts.set(claim, (counts.get(claim) ?? 0) + 1)
          }
          const claimed = withClaims(targeting as JsonValue, problems)
          const text = JSON.stringify({ targeting, given, claimed, list })
          expect(await answers(configOf(claimed as Json, given), list), text).toEqual(expected)
          for (const { code, path } of problems) {
            if (code !== 'VARIANT_UNUSED') continue
            for (const { variant } of expected) expect(variant, text).not.toBe(path.at(-1))
          }
        },
      )
      await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: false })
      if (RUNS < 1000) return
      for (const claim of claims) expect(counts.get(claim) ?? 0, claim).toBeGreaterThan(RUNS / 500)
    },
    600_000,
  )
})
