// What must hold for every sequence of requests, found by fast-check against a model in exact fractions.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'

/** One bucket in BigInt: TAT in units of 1/(count) ns, which no rate rounds. */
class Model {
  #arrival = 0n
  readonly #count: bigint
  readonly #periodNs: bigint
  readonly #burst: bigint

  constructor(count: number, periodMs: number, burst: number) {
    this.#count = BigInt(count)
    this.#periodNs = BigInt(periodMs) * 1_000_000n
    this.#burst = BigInt(burst)
  }

  take(nowMs: number, cost: number): { allowed: boolean; remaining: number } {
    const now = BigInt(nowMs) * 1_000_000n * this.#count
    const base = this.#arrival > now ? this.#arrival : now
    const next = base + BigInt(cost) * this.#periodNs
    const full = this.#burst * this.#periodNs
    const allowed = next - now <= full
    if (allowed && cost > 0) this.#arrival = next
    const debt = (allowed ? next : base) - now
    return { allowed, remaining: Number((full - debt) / this.#periodNs) }
  }
}

const requests = fc.array(
  fc.record({ waitMs: fc.oneof(fc.constant(0), fc.nat(50), fc.nat(5000)), cost: fc.nat(4) }),
  { minLength: 1, maxLength: 60 },
)
const rates = fc.record({
  count: fc.constantFrom(1, 2, 3, 7, 10, 99, 1000),
  periodMs: fc.constantFrom(1, 90, 1000, 60_000),
  burst: fc.integer({ min: 1, max: 20 }),
})

async function openLimit(rate: { count: number; periodMs: number; burst: number }, options = {}) {
  let now = 0
  const limits = {
    it: { algorithm: 'gcra', rate: `${rate.count}/${rate.periodMs}ms`, burst: rate.burst },
  }
  const sluice = await Sluice.open({ limits }, { clock: () => now, shared: false, ...options })
  const advance = (ms: number) => {
    now += ms
    return now
  }
  return { sluice, limit: sluice.limit('it'), advance }
}

describe('every sequence of requests', () => {
  it('gets the answers of exact arithmetic', async () => {
    const property = fc.asyncProperty(rates, requests, async (rate, sequence) => {
      const { sluice, limit, advance } = await openLimit(rate)
      const model = new Model(rate.count, rate.periodMs, rate.burst)
      for (const { waitMs, cost } of sequence) {
        const now = advance(waitMs)
        const result = limit.take('key', cost)
        if (cost > rate.burst) expect(result.code).toBe('COST_EXCEEDS_LIMIT')
        else {
          const { allowed, remaining } = result
          expect({ allowed, remaining }).toEqual(model.take(now, cost))
        }
      }
      sluice.close()
    })
    await fc.assert(property, { seed: 1, numRuns: 300 })
  })

  it('admits at most burst + rate × length in any interval', async () => {
    const property = fc.asyncProperty(rates, requests, async (rate, sequence) => {
      const { sluice, limit, advance } = await openLimit(rate)
      const admitted: { at: number; cost: number }[] = []
      for (const { waitMs, cost } of sequence) {
        const at = advance(waitMs)
        if (limit.take('key', cost).allowed) admitted.push({ at, cost })
      }
      for (let first = 0; first < admitted.length; first++) {
        let sum = 0
        for (let last = first; last < admitted.length; last++) {
          sum += admitted[last]!.cost
          const length = admitted[last]!.at - admitted[first]!.at
          expect(sum * rate.periodMs).toBeLessThanOrEqual(
            rate.burst * rate.periodMs + rate.count * length,
          )
        }
      }
      sluice.close()
    })
    await fc.assert(property, { seed: 2, numRuns: 300 })
  })

  it('is not changed by refusals and peeks', async () => {
    const property = fc.asyncProperty(rates, requests, async (rate, sequence) => {
      const plain = await openLimit(rate)
      const noisy = await openLimit(rate)
      for (const { waitMs, cost } of sequence) {
        plain.advance(waitMs)
        noisy.advance(waitMs)
        for (let more = 1; more <= 3; more++) noisy.limit.peek('key', more)
        if (!noisy.limit.peek('key', rate.burst).allowed) {
          expect(noisy.limit.take('key', rate.burst).allowed).toBe(false)
        }
        noisy.limit.take('key', rate.burst + 1)
        expect(noisy.limit.take('key', cost).toJSON()).toEqual(
          plain.limit.take('key', cost).toJSON(),
        )
      }
      plain.sluice.close()
      noisy.sluice.close()
    })
    await fc.assert(property, { seed: 3, numRuns: 200 })
  })

  it('keeps keys and limits apart', async () => {
    const rate = { algorithm: 'gcra', rate: '1/h', burst: 2 }
    const options = { clock: () => 0, shared: false }
    const sluice = await Sluice.open({ limits: { a: rate, b: { ...rate, rate: '2/h' } } }, options)
    const keys = Array.from({ length: 5000 }, (_, index) => `user:${index}`)
    for (const name of ['a', 'b']) {
      const limit = sluice.limit(name)
      for (const key of keys) expect(limit.take(key, 2).allowed, `${name} ${key}`).toBe(true)
    }
    for (const name of ['a', 'b']) {
      for (const key of keys) expect(sluice.limit(name).take(key).allowed).toBe(false)
    }
    sluice.close()
  })
})

describe('a table that is too small', () => {
  it('forgets the keys with the smallest debt, and counts the tokens that lets through', async () => {
    const rate = { count: 1, periodMs: 3_600_000, burst: 10 }
    const { sluice, limit } = await openLimit(rate, { limitKeysMax: 64 })
    // Heavy users in debt, then a flood of keys that ask once each.
    const heavy = Array.from({ length: 8 }, (_, index) => `heavy:${index}`)
    for (const key of heavy) limit.take(key, 10)
    for (let index = 0; index < 20_000; index++) {
      expect(limit.take(`flood:${index}`).allowed).toBe(true)
    }
    for (const key of heavy) expect(limit.take(key).allowed, key).toBe(false)
    const { evicted, tokensLeaked } = sluice.limitMetrics('it')
    // The table has 96 places; all keys of the flood but those were forgotten, one token each.
    expect(evicted).toBeGreaterThan(19_000)
    expect(tokensLeaked).toBe(evicted)
    sluice.close()
  })

  it('takes back expired entries without evicting anybody', async () => {
    const rate = { count: 1, periodMs: 1, burst: 1 }
    const { sluice, limit, advance } = await openLimit(rate, { limitKeysMax: 64 })
    for (let index = 0; index < 20_000; index++) {
      advance(1)
      expect(limit.take(`user:${index}`).allowed).toBe(true)
    }
    expect(sluice.limitMetrics('it')).toMatchObject({ evicted: 0, tokensLeaked: 0 })
    sluice.close()
  })
})
