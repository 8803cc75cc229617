// Several limits at once, under threads that ask for them in different orders: all or nothing, to the token, and nobody
// waits for ever. Windows and logs under threads too, which count to the token as well.
import { describe, expect, it } from 'vitest'
import type { LimitDefinition } from '../../src/config/types.ts'
import { Inspection, openSluice, runCrew, THREADS } from './helpers.ts'

const SEEDS_MAX = 40
const SEEDS_MIN = 2

describe(`${THREADS} threads that take from groups of limits`, () => {
  const capacities = { first: 3_000, second: 4_500, third: 3_700 }
  const names = Object.keys(capacities)
  const keys = 3

  async function hammer(seed: number): Promise<number> {
    const limits = Object.fromEntries(
      Object.entries(capacities).map(([name, burst]) => [name, { rate: '1/36500d', burst }]),
    )
    const sluice = await openSluice({ limits })
    const job = { names, keys, takes: 3_000, seed }
    const answers = await runCrew<Int32Array>('group.js', sluice.handle, job)
    names.forEach((name, limit) => {
      for (let key = 0; key < keys; key++) {
        const sum = answers.reduce((sum, taken) => sum + taken[limit * keys + key]!, 0)
        expect(sum, `${name}, key ${key}`).toBe(Object.values(capacities)[limit])
      }
    })
    const inspection = new Inspection(sluice)
    inspection.expectTidyTable()
    return inspection.collisions()
  }

  it('get the capacity of each together, not one token more or less', async () => {
    let collisions = 0
    for (let seed = 1; seed <= SEEDS_MAX && (seed <= SEEDS_MIN || collisions === 0); seed++) {
      collisions += await hammer(seed)
    }
    expect(collisions, 'a collision was provoked').toBeGreaterThan(0)
  })
})

const PERIOD_MS = 1_000
const COUNT = 40
const CASES: [string, LimitDefinition][] = [
  ['a sliding log', { algorithm: 'sliding-log', rate: `${COUNT}/s` }],
  [
    'a window from the first hit',
    { algorithm: 'fixed-window', window: 'first-hit', rate: `${COUNT}/s` },
  ],
  ['an aligned window', { algorithm: 'fixed-window', rate: `${COUNT}/s` }],
  ['a sliding window', { algorithm: 'sliding-window', rate: `${COUNT}/s` }],
  ['a strict sliding window', { algorithm: 'sliding-window', strict: true, rate: `${COUNT}/s` }],
  ['a quota', { algorithm: 'quota', limit: COUNT, period: 'minute' }],
]

describe(`${THREADS} threads that take from`, () => {
  const rounds = 40
  const keys = 4

  /** In how many rounds more than one thread got tokens of a key. */
  async function hammer(definition: LimitDefinition, seed: number): Promise<number> {
    const options = { limitKeysMax: 1_024, logTokensMax: 64, wallClock: () => 1_750_000_000_000 }
    const sluice = await openSluice({ limits: { tokens: definition } }, options)
    const stepMs = definition.algorithm === 'quota' ? 120_000 : 3 * PERIOD_MS
    const job = { rounds, keys, takes: 60 * keys, costMax: 2, seed, stepMs }
    const answers = await runCrew<Int32Array>('take.js', sluice.handle, {
      ...job,
      freshKeys: false,
    })
    let shared = 0
    for (let index = 0; index < rounds * keys; index++) {
      const tokens = answers.map(taken => taken[index]!)
      expect(tokens.reduce((sum, count) => sum + count)).toBe(COUNT)
      if (tokens.filter(count => count > 0).length > 1) shared++
    }
    const inspection = new Inspection(sluice)
    inspection.expectTidyTable()
    expect(inspection.evictions()).toBe(0)
    return shared
  }

  it.each(CASES)('%s get its count together in each window', async (_, definition) => {
    let shared = 0
    for (let seed = 1; seed <= SEEDS_MAX && (seed <= 2 || shared === 0); seed++) {
      shared += await hammer(definition, seed)
    }
    expect(shared, 'windows that threads shared').toBeGreaterThan(0)
  })
})
