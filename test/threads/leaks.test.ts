// Eviction under threads, accounted for: what is admitted is what is still counted and what was said to have leaked.
import { describe, expect, it } from 'vitest'
import type { LimitDefinition } from '../../src/config/types.ts'
import { Inspection, openSluice, runCrew } from './helpers.ts'

const SEEDS_MAX = 20
const KEYS = 1_500
const BURST = 50

const CASES: [string, LimitDefinition][] = [
  ['gcra', { rate: '1/d', burst: BURST }],
  ['first-hit', { algorithm: 'fixed-window', window: 'first-hit', rate: `${BURST}/1000d` }],
  ['sliding-window', { algorithm: 'sliding-window', rate: `${BURST}/1000d` }],
  ['sliding-log', { algorithm: 'sliding-log', rate: `${BURST}/1000d` }],
]

describe('a table with 96 places for 1,500 keys', () => {
  async function hammer(definition: LimitDefinition, seed: number): Promise<number> {
    const options = { limitKeysMax: 64, logKeysMax: 64 }
    const sluice = await openSluice({ limits: { tokens: definition } }, options)
    const job = { keys: KEYS, hot: 12, takes: 8_000, seed }
    const answers = await runCrew<Int32Array>('leak.js', sluice.handle, job)
    const limit = sluice.limit('tokens')
    const { evicted, tokensLeaked } = limit.metrics()
    let [admitted, counted, over] = [0, 0, 0]
    for (let key = 0; key < KEYS; key++) {
      const tokens = answers.reduce((sum, taken) => sum + taken[key]!, 0)
      admitted += tokens
      counted += BURST - limit.peek(`key-${key}`).remaining
      over += Math.max(tokens - BURST, 0)
    }
    expect(evicted).toBeGreaterThan(0)
    expect(admitted, 'tokens admitted').toBe(counted + tokensLeaked)
    expect(over, 'tokens beyond the limits').toBeLessThanOrEqual(tokensLeaked)
    const inspection = new Inspection(sluice)
    inspection.expectTidyTable()
    return inspection.collisions()
  }

  it.each(CASES)('loses no more than it says: %s', async (name, definition) => {
    let collisions = 0
    // Logs are under their locks from beginning to end: nothing of theirs can collide.
    const seedsMax = name === 'sliding-log' ? 2 : SEEDS_MAX
    for (let seed = 1; seed <= seedsMax && (seed <= 2 || collisions === 0); seed++) {
      collisions += await hammer(definition, seed)
    }
    if (name !== 'sliding-log') {
      expect(collisions, 'a collision was provoked').toBeGreaterThan(0)
    }
  })
})
