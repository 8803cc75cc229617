// The exact arithmetic of GCRA, beyond what the tables of other limiters ask for (golden-tables.test.ts).
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

it('never allows more than the capacity: 4/s, polled every ms for 2 s', async () => {
  const { at } = await limitOf('4/s', 4)
  let admitted = 0
  for (let now = 0; now < 2000; now++) if (at(now).take('key').allowed) admitted++
  // A burst of 4 and one more each 250 ms.
  expect(admitted).toBe(4 + 7)
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
