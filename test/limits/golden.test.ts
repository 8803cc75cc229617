// Published tables of other GCRA limiters, re-derived as data: the arithmetic is right when they all come out.
import { afterEach, describe, expect, it } from 'vitest'
import type { Limit } from '../../src/index.ts'
import { Sluice } from '../../src/index.ts'

const open = new Set<Sluice>()
afterEach(() => {
  for (const sluice of open) sluice.close()
  open.clear()
})

/** A limit with a clock that the test sets, in ms. */
async function limitOf(
  rate: string,
  burst: number,
): Promise<{ limit: Limit; at: (ms: number) => Limit }> {
  let now = 0
  const config = { limits: { it: { algorithm: 'gcra', rate, burst } } }
  const sluice = await Sluice.open(config, { clock: () => now, shared: false })
  open.add(sluice)
  const limit = sluice.limit('it')
  const at = (ms: number) => {
    now = ms
    return limit
  }
  return { limit, at }
}

describe('redis-cell and throttled: 1/s, capacity 5', () => {
  // now in ms, cost | remaining, reset in ms, retry in ms (-1 never), allowed
  const ROWS = [
    [0, 6, 5, 0, -1, false],
    [0, 1, 4, 1000, 0, true],
    [0, 1, 3, 2000, 0, true],
    [0, 1, 2, 3000, 0, true],
    [0, 1, 1, 4000, 0, true],
    [0, 1, 0, 5000, 0, true],
    [0, 1, 0, 5000, 1000, false],
    [3000, 1, 2, 3000, 0, true],
    [3100, 1, 1, 3900, 0, true],
    [4000, 1, 1, 4000, 0, true],
    [8000, 1, 4, 1000, 0, true],
    [9500, 1, 4, 1000, 0, true],
    [9500, 0, 4, 1000, 0, true],
    [9500, 2, 2, 3000, 0, true],
    [9500, 5, 2, 3000, 3000, false],
    [15000, 6, 5, 0, -1, false],
  ] as const

  it('gives every row of the table', async () => {
    const { at } = await limitOf('1/s', 5)
    for (const [now, cost, remaining, resetMs, retryMs, allowed] of ROWS) {
      const answer = at(now).take('key', cost).toJSON()
      const expected = { allowed, remaining, resetMs, retryMs: retryMs < 0 ? null : retryMs }
      expect(answer, `at ${now} ms, cost ${cost}`).toMatchObject(expected)
    }
  })

  it('says which refusals can never end', async () => {
    const { at } = await limitOf('1/s', 5)
    expect(at(0).take('key', 6).code).toBe('COST_EXCEEDS_LIMIT')
    expect(at(0).take('key', 6).retryMs).toBe(Number.POSITIVE_INFINITY)
    at(0).take('key', 5)
    expect(at(0).take('key', 1).code).toBe('LIMITED')
  })

  it('admits no burst above the capacity after a long idle time (throttlecrab admits 7)', async () => {
    const { at } = await limitOf('1/s', 5)
    at(0).take('key')
    const admitted = Array.from({ length: 10 }, () => at(3900).take('key').allowed)
    expect(admitted.filter(Boolean)).toHaveLength(5)
  })
})

describe('redis_rate: 10/s', () => {
  it('gives remaining and reset of its table', async () => {
    const { at } = await limitOf('10/s', 10)
    expect(at(0).take('key').toJSON()).toMatchObject({ remaining: 9, resetMs: 100 })
    expect(at(0).take('key', 2).toJSON()).toMatchObject({ remaining: 7, resetMs: 300 })
    expect(at(0).take('key', 7).toJSON()).toMatchObject({ remaining: 0, resetMs: 1000 })
    expect(at(0).take('key', 0).toJSON()).toMatchObject({ remaining: 0, allowed: true })
  })

  it('shows a fresh key as full, without touching it', async () => {
    const { at } = await limitOf('10/s', 10)
    expect(at(0).peek('key', 0).toJSON()).toMatchObject({ remaining: 10, resetMs: 0 })
    at(0).take('key')
    expect(at(0).peek('key', 0).toJSON()).toMatchObject({ remaining: 9, resetMs: 100 })
  })
})

describe('governor', () => {
  it('rejects too many: 2/s', async () => {
    const { at } = await limitOf('2/s', 2)
    const answers = [0, 1, 2, 1002, 1003, 1004].map(now => at(now).take('key').allowed)
    expect(answers).toEqual([true, true, false, true, true, false])
  })

  it('never allows more than the capacity: 4/s, polled every ms for 2 s', async () => {
    const { at } = await limitOf('4/s', 4)
    let admitted = 0
    for (let now = 0; now < 2000; now++) if (at(now).take('key').allowed) admitted++
    // A burst of 4 and one more each 250 ms.
    expect(admitted).toBe(4 + 7)
  })

  it('takes several at once, all or none: capacity 5', async () => {
    const { at } = await limitOf('5/s', 5)
    for (const cost of [15, 7, 6]) expect(at(0).take('key', cost).code).toBe('COST_EXCEEDS_LIMIT')
    expect(at(0).take('key', 5).allowed).toBe(true)
    expect(at(0).take('key', 1).allowed).toBe(false)
  })

  it('gives exactly the burst after a long idle time', async () => {
    const { at } = await limitOf('5/s', 5)
    at(0).take('key', 5)
    const answers = Array.from({ length: 8 }, () => at(86_400_000).take('key').allowed)
    expect(answers.filter(Boolean)).toHaveLength(5)
  })

  it('counts a period that no count divides: 1 each 90 ms, burst 2, after 120 s idle', async () => {
    const { at } = await limitOf('1/90ms', 2)
    const remaining = [at(120_000).take('key').remaining, at(120_000).take('key').remaining]
    expect(remaining).toEqual([1, 0])
    expect(at(120_000).take('key').allowed).toBe(false)
    expect(at(120_089).take('key').allowed).toBe(false)
    expect(at(120_090).take('key').allowed).toBe(true)
  })

  it('never refuses within a large quota: 1e9/s', async () => {
    const { at } = await limitOf('1000000000/s', 1_000_000_000)
    for (let call = 0; call < 100_000; call++) expect(at(0).take('key').allowed).toBe(true)
  })
})

describe('rates that naive arithmetic runs fast or slow', () => {
  // Rounding the interval of 3/s to microseconds loses a token in 333,333 s; here nothing is lost, ever.
  const RATES = [
    { rate: '3/s', count: 3, periodMs: 1000 },
    { rate: '7/min', count: 7, periodMs: 60_000 },
    { rate: '999/s', count: 999, periodMs: 1000 },
    { rate: '30011/min', count: 30_011, periodMs: 60_000 },
    { rate: '1000003/day', count: 1_000_003, periodMs: 86_400_000 },
    { rate: '1000000/30d', count: 1_000_000, periodMs: 30 * 86_400_000 },
  ]

  it.each(RATES)('$rate refills exactly its count in exactly its period', async row => {
    const { at } = await limitOf(row.rate, row.count)
    for (const start of [0, 5 * row.periodMs, 100 * row.periodMs]) {
      expect(at(start).take('key', row.count).allowed).toBe(true)
      expect(at(start).peek('key').allowed).toBe(false)
      // One quantum, at most a ms, before the period is over the last token is still missing.
      expect(at(start + row.periodMs - 1).peek('key', row.count).allowed).toBe(false)
      expect(
        at(start + row.periodMs)
          .peek('key', row.count)
          .toJSON(),
      ).toMatchObject({
        allowed: true,
        remaining: row.count,
        resetMs: 0,
      })
    }
  })

  it('allows again at exactly the ms that retryMs says, and not one quantum earlier', async () => {
    const { at } = await limitOf('3/s', 3)
    at(0).take('key', 3)
    const { retryMs } = at(0).take('key')
    // The quantum of 3/s is the nanosecond: a third of a second, rounded up to it.
    expect(retryMs).toBeCloseTo(333.333334, 6)
    expect(at(333.333333).take('key').allowed).toBe(false)
    expect(at(333.333334).take('key').allowed).toBe(true)
  })
})

describe('clocks', () => {
  it('gives nothing away when the clock goes back', async () => {
    const { at } = await limitOf('1/s', 2)
    at(10_000).take('key', 2)
    expect(at(5_000).take('key').allowed).toBe(false)
    expect(at(10_999).take('key').allowed).toBe(false)
    expect(at(11_000).take('key').allowed).toBe(true)
  })

  it.each([Number.NaN, -1e300, Number.POSITIVE_INFINITY, 1e300])(
    'survives a clock that says %d',
    async now => {
      const { at } = await limitOf('1/s', 2)
      expect(at(now).take('key', 2).allowed).toBe(true)
      expect(at(now).take('key').allowed).toBe(false)
      expect(at(now).take('key').remaining).toBe(0)
    },
  )

  it('counts any unit of the caller from when it was opened: a clock in Unix ms works', async () => {
    const config = { limits: { it: { algorithm: 'gcra', rate: '1/s', burst: 1 } } }
    let now = 1_795_305_600_000
    const sluice = await Sluice.open(config, { clock: () => now, shared: false })
    open.add(sluice)
    expect(sluice.limit('it').take('key').allowed).toBe(true)
    now += 999
    expect(sluice.limit('it').take('key').allowed).toBe(false)
    now += 1
    expect(sluice.limit('it').take('key').allowed).toBe(true)
  })
})
