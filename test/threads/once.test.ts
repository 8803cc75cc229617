// Idempotent takes under threads that all come with the same request ids: each id takes once.
import { describe, expect, it } from 'vitest'
import { Inspection, openSluice, runCrew, THREADS } from './helpers.ts'

const SEEDS_MAX = 20

interface Seen {
  allowed: Uint8Array
  others: number
}

describe(`${THREADS} threads that take once for the same request ids`, () => {
  async function hammer(ids: number, cost: number, burst: number) {
    const limits = { tokens: { rate: '1/d', burst } }
    const sluice = await openSluice({ limits }, { requestsMax: 16_384 })
    const seen = await runCrew<Seen>('once.js', sluice.handle, { ids, cost, plain: 3 })
    const others = seen.reduce((sum, { others }) => sum + others, 0)
    const used = burst - sluice.limit('tokens').peek('key').remaining
    const inspection = new Inspection(sluice)
    inspection.expectTidyTable()
    return { seen, others, used, collisions: inspection.collisions() }
  }

  it('take for each id once, and all get the same answer', async () => {
    const [ids, cost] = [2_000, 3]
    let collisions = 0
    for (let seed = 1; seed <= SEEDS_MAX && (seed <= 3 || collisions === 0); seed++) {
      const found = await hammer(ids, cost, 10_000_000)
      for (const { allowed } of found.seen) expect(new Set(allowed)).toEqual(new Set([1]))
      expect(found.used).toBe(ids * cost + found.others)
      collisions += found.collisions
    }
    expect(collisions, 'a collision was provoked').toBeGreaterThan(0)
  })

  it('take no more than there is, where there is too little', async () => {
    const [ids, cost, burst] = [2_000, 3, 5_000]
    const { seen, others, used } = await hammer(ids, cost, burst)
    const once = seen[0]!.allowed.filter(state => state === 1).length
    expect(used).toBe(once * cost + others)
    for (const { allowed } of seen) expect(allowed).toEqual(seen[0]!.allowed)
    expect(used).toBe(burst)
  })
})
