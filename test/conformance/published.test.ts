// What others publish about flagd and JsonLogic, on every build of the evaluators: flagd's test bed, JsonLogic's
// compatibility table, and the samples of flagd's schemas.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Engine } from '../../src/engine/engine.ts'
import { resolveSizes } from '../../src/engine/options.ts'
import { prepareBuild } from '../../src/engine/wasm.ts'
import type { Sluice } from '../../src/index.ts'
import { BUILDS, openWith } from '../engine/builds.ts'
import { ValueEvaluator } from '../flags/values.ts'
import { isHere, ruleCases, samples, scenarios, testbedFlags } from './published.ts'
import { runScenario } from './scenario.ts'

const FIRST = '@fractional-v1'

describe.skipIf(!isHere)('the published data', () => {
  it('are all there', () => {
    expect(scenarios).toHaveLength(140)
    expect(scenarios.filter(({ tags }) => tags.includes(FIRST))).toHaveLength(15)
    expect(ruleCases).toHaveLength(278)
    expect(samples.filter(({ isValid }) => isValid).length).toBeGreaterThanOrEqual(15)
    expect(samples.filter(({ isValid }) => !isValid).length).toBeGreaterThanOrEqual(15)
  })
})

describe.skipIf(!isHere).each(BUILDS)('on the build $name', build => {
  describe("flagd's test bed", () => {
    // A tag says which generation of `fractional` a scenario is of.
    const engines = new Map<boolean, Sluice>()
    beforeAll(async () => {
      const options = { malformedRules: 'warning' } as const
      engines.set(false, await openWith(build, testbedFlags, options))
      engines.set(true, await openWith(build, { ...testbedFlags, fractional: 1 }, options))
    })
    afterAll(() => {
      for (const sluice of engines.values()) sluice.close()
    })

    it.each(scenarios)('$feature: $scenario $row', scenario => {
      runScenario(engines.get(scenario.tags.includes(FIRST))!, scenario)
    })
  })

  describe('the compatibility table of JsonLogic', () => {
    let evaluator: ValueEvaluator
    beforeAll(async () => {
      await prepareBuild(build.name)
      const sizes = resolveSizes({ lanesMax: 1 })
      evaluator = new ValueEvaluator(Engine.open(sizes, new Uint8Array(16), 0, build.name))
    })
    afterAll(() => evaluator.close())

    it.each(ruleCases)('$description', async ({ rule, data, result }) => {
      await evaluator.load(rule)
      // Without data there is nothing to look into, as in an empty context.
      expect(evaluator.run(data ?? {})).toEqual(result)
    })
  })

  describe("the samples of flagd's schemas", () => {
    it.each(samples)('$name, valid: $isValid', async ({ config, isValid }) => {
      const opened = openWith(build, config)
      if (!isValid) return expect(opened).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
      ;(await opened).close()
    })
  })
})
