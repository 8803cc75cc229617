// Rulesets to test with, and random numbers that come out the same every time.
import { expect } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { Toolbox } from '../../src/engine/toolbox.ts'
import { STEPS_MAX } from '../../src/rules/assembler.ts'
import { compile } from '../../src/rules/compile.ts'

/** One for all tests of a file: it compiles the evaluators once. */
export const toolbox = new Toolbox()

/** Secret of every set: the same bytes each time. */
const SEED = new Uint8Array(16).fill(7)

/** The config as a sealed ruleset. Its limits are numbered from 1; its rules may take any number of steps. */
export async function compileConfig(config: object): Promise<Uint8Array> {
  let id = 0
  const loaded = await loadConfig(config)
  const options = { stepsMax: STEPS_MAX, seed: () => SEED }
  const compiled = compile(loaded.config, toolbox, () => ++id, options)
  const problems = [...loaded.problems, ...compiled.problems]
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  toolbox.seal(compiled.bytes)
  return compiled.bytes
}

/** mulberry32 (Tommy Ettinger, public domain): 32 random bits a call, all from the seed. */
export function randomBits(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return (bits ^ (bits >>> 14)) >>> 0
  }
}

/** A flag with a rule, on by the name of its first variant. */
export function flag(targeting: object, variants: object = { on: true, off: false }): object {
  const [, defaultVariant] = Object.keys(variants)
  return { state: 'ENABLED', variants, defaultVariant, targeting }
}

/** The flag of the benchmarks and of the documentation: three rules over three strings. */
export const THREE_RULES = {
  flags: {
    'new-checkout': {
      state: 'ENABLED',
      variants: { on: true, off: false, trial: false },
      defaultVariant: 'off',
      targeting: {
        if: [
          { ends_with: [{ var: 'email' }, '@example.com'] },
          'on',
          { in: [{ var: 'country' }, ['de', 'fr', 'it']] },
          {
            fractional: [
              ['on', 25],
              ['off', 75],
            ],
          },
          { sem_ver: [{ var: 'app.version' }, '>=', '2.1.0'] },
          'trial',
          'off',
        ],
      },
    },
  },
}
