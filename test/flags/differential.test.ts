// The same flags and contexts through flagd's own JavaScript evaluator and through Sluice. Each must give the same
// variant, value, reason and error code. docs/flags.md lists the known differences; the generator stays clear of them.
import { FlagdCore, MemoryStorage } from '@openfeature/flagd-core'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'
import type { Json } from './rules.ts'
import { contexts, rulesOf, VARIANTS } from './rules.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
/** How many cases: a longer run is `SLUICE_FUZZ_RUNS=1000000 npx vitest run test/flags`. */
const RUNS = Number(process.env.SLUICE_FUZZ_RUNS ?? 6000)
const SEED = Number(process.env.SLUICE_FUZZ_SEED ?? 20261122)
/** Contexts for each flag, so that compiling does not take most of the time. */
const CONTEXTS = 5

// flagd's JavaScript evaluator has two ways, and they disagree with each other (json-logic-engine 5.0.7). Compiled, the
// default, `a < {"var": "b"}` evaluates its right side over the left one before it checks the operands. Interpreted,
// for hosts without code generation, a `var` with a default does not give it for an attribute that is null. Sluice
// takes the sensible half of each; so it is compared with each where that one is sensible.
const WAYS = [
  {
    name: 'compiled',
    options: {},
    dialect: { defaults: true, variablesOnTheRight: false, arraysNegated: true },
  },
  {
    name: 'interpreted',
    options: { disableDynamicCodeGeneration: true },
    dialect: { defaults: false, variablesOnTheRight: true, arraysNegated: false },
  },
]

const variants = Object.fromEntries(VARIANTS.map(name => [name, `value of ${name}`]))

function definition(targeting: Json, hasDefault: boolean) {
  const flag = { state: 'ENABLED', variants, targeting, metadata: { team: 'edge' } }
  return { flags: { 'a-flag': hasDefault ? { ...flag, defaultVariant: 'off' } : flag } }
}

function openFlagd(config: object, options: object): FlagdCore {
  const core = new FlagdCore(new MemoryStorage(silent, options), silent)
  core.setConfigurations(JSON.stringify(config))
  return core
}

function askFlagd(core: FlagdCore, context: Record<string, unknown>) {
  const { value, variant, reason, errorCode } = core.resolveStringEvaluation(
    'a-flag',
    'the code default',
    context as never,
    silent,
  )
  return { value, variant, reason, errorCode }
}

describe('beside @openfeature/flagd-core', () => {
  let sluice: Sluice | undefined
  afterAll(() => sluice?.close())

  it.each(WAYS)(
    `$name: the same answers for ${RUNS} random flags`,
    async way => {
      sluice ??= await Sluice.open({ flags: {} }, { shared: false, malformedRules: 'warning' })
      const flag = sluice.flag('a-flag')
      const property = fc.asyncProperty(
        rulesOf(way.dialect),
        fc.boolean(),
        fc.array(contexts, { minLength: CONTEXTS, maxLength: CONTEXTS }),
        async (targeting, hasDefault, given) => {
          const config = definition(targeting, hasDefault)
          await sluice!.publish(config)
          const flagd = openFlagd(config, way.options)
          for (const context of given) {
            const details = flag.stringDetails(context, 'the code default')
            const { value, variant, reason, errorCode } = details
            const ours = { value, variant, reason, errorCode }
            expect(ours, JSON.stringify({ targeting, context })).toEqual(askFlagd(flagd, context))
          }
        },
      )
      await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: false })
    },
    600_000,
  )
})
