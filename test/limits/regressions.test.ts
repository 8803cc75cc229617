// Where answers once were not what the definitions say, each in its smallest form.
import { describe, expect, it } from 'vitest'
import type { LimitDefinition } from '../../src/config/types.ts'
import { openAt } from './model/pair.ts'

async function limitOf(definition: LimitDefinition, options: object = {}) {
  const { sluice, clock } = await openAt({ it: definition }, options)
  return { sluice, clock, limit: sluice.limit('it') }
}

describe('slots in flight', () => {
  it('are given back by a commit too', async () => {
    const { limit, clock } = await limitOf({ algorithm: 'concurrency', limit: 1, lease: '1s' })
    expect(limit.reserve('key').commit()).toBe(true)
    clock.now = 3_600_000
    expect(limit.peek('key').remaining).toBe(1)
  })

  it('are given back where the group with them is committed with its real cost', async () => {
    const { sluice, clock } = await openAt({
      tokens: { rate: '1000/min' },
      calls: { algorithm: 'concurrency', limit: 3, lease: '1s' },
    })
    const reservation = sluice.limitGroup(['tokens', 'calls']).reserve('key', [500, 1])
    expect(reservation.commit(300)).toBe(true)
    clock.now = 3_600_000
    expect(sluice.limit('calls').peek('key').remaining).toBe(3)
  })
})

describe('a reservation', () => {
  // Others used what it held: giving all of it back lets more through than burst + rate × time.
  it('of a bucket, committed with less, is a take of that', async () => {
    const { limit, clock } = await limitOf({ rate: '1/s', burst: 5 })
    const reservation = limit.reserve('key', 5)
    clock.now = 3_000
    expect(limit.take('key').allowed).toBe(true)
    reservation.commit(1)
    // Taken were 1 at 0 s and 1 at 3 s.
    expect(limit.peek('key').remaining).toBe(4)
  })

  it('of a window from the first hit, cancelled, has begun none', async () => {
    const first = { algorithm: 'fixed-window', window: 'first-hit', rate: '5/10s' } as const
    const { limit, clock } = await limitOf(first)
    limit.reserve('key').cancel()
    clock.now = 9_000
    expect(limit.take('key', 5).resetMs).toBe(10_000)
  })

  it('committed with more counts that from when it was reserved', async () => {
    const { limit, clock } = await limitOf({ rate: '1/s', burst: 5 })
    const reservation = limit.reserve('key', 1)
    clock.now = 4_000
    reservation.commit(4)
    expect(limit.peek('key').remaining).toBe(5)
  })
})

describe('a sliding log', () => {
  it('says when one token more is there', async () => {
    const { limit, clock } = await limitOf({ algorithm: 'sliding-log', rate: '3/s' })
    limit.take('key')
    clock.now = 100
    limit.take('key')
    expect(limit.peek('key').nextMs).toBe(900)
  })

  // Its record is taken for the other key's, in the same call.
  it('is not lost to another key of its group', async () => {
    const { sluice, clock } = await openAt(
      { it: { algorithm: 'sliding-log', rate: '4/s' } },
      { logKeysMax: 4 },
    )
    const [limit, group] = [sluice.limit('it'), sluice.limitGroup(['it', 'it'])]
    limit.take('old', 2)
    clock.now = 2_000
    expect(group.take(['new', 'old'], [1, 3]).allowed).toBe(true)
    expect([limit.peek('new').remaining, limit.peek('old').remaining]).toEqual([3, 1])
  })
})

describe('a sliding window', () => {
  // count × period would be more than 2^63.
  it('of so long a period and so large a count is refused by the config', async () => {
    const opened = limitOf({ algorithm: 'sliding-window', rate: '5000000/36500d' })
    await expect(opened).rejects.toThrow('WINDOW_TOO_FINE')
  })
})

describe('a quota', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('throws nothing at %d', async now => {
    const { limit, clock } = await limitOf({ algorithm: 'quota', limit: 3, period: 'day' })
    clock.now = now
    expect(limit.take('key').allowed).toBe(true)
  })
})

describe('an answer that is remembered for a request', () => {
  // It is read by the period that the thread knows now.
  it('is the first one, of a quota in its next period too', async () => {
    const { limit, clock } = await limitOf({ algorithm: 'quota', limit: 3, period: 'minute' })
    expect(limit.takeOnce('request', 'key', 3).remaining).toBe(0)
    clock.now = 60_000
    limit.peek('key')
    expect(limit.takeOnce('request', 'key', 3).remaining).toBe(0)
  })
})

describe('a group', () => {
  it('that asks one key for more than its limit is told that it never will fit', async () => {
    const { sluice } = await limitOf({ rate: '1/s', burst: 5 })
    const result = sluice.limitGroup(['it', 'it']).take('key', [3, 3])
    expect(result.allowed).toBe(false)
    expect(result.retryMs).toBe(Number.POSITIVE_INFINITY)
  })

  it('that was refused has granted nothing', async () => {
    const { sluice } = await openAt({ open: { rate: '1/s' }, shut: { rate: '1/s', burst: 1 } })
    const result = sluice.limitGroup(['open', 'shut']).take('key', [1, 2])
    expect(result.allowed).toBe(false)
    expect(result.results.map(({ granted }) => granted)).toEqual([0, 0])
  })

  it('of one key under two plans counts it in the units of each', async () => {
    const plans = { high: { rate: '30011/min', burst: 100 } }
    const { sluice, clock, limit } = await limitOf({ rate: '1/min', burst: 10, plans })
    clock.now = 1_000
    limit.take('key', 8)
    const group = sluice.limitGroup([limit, limit.plan('high')])
    expect(group.take('key', [1, 90]).allowed).toBe(true)
  })

  it('takes nothing, and is allowed to, of a key in debt beyond its bucket', async () => {
    const { sluice, limit } = await limitOf({ rate: '1/s', burst: 2 })
    limit.reserve('key', 1).commit(5)
    expect(limit.take('key', 0).allowed).toBe(true)
    expect(sluice.limitGroup(['it']).take('key', 0).allowed).toBe(true)
  })
})

describe('retryMs', () => {
  it('of takeUpTo is when it would take something', async () => {
    const { limit } = await limitOf({ rate: '1/s', burst: 5 })
    limit.take('key', 5)
    expect(limit.takeUpTo('key', 4).retryMs).toBe(1_000)
  })

  // 1.001 × 1000 is 1000.9999999999999.
  it.each([
    ['a log, in µs', { algorithm: 'sliding-log', rate: '1/3ms' } as const, 1_000],
    ['a bucket, in µs', { rate: '7/3ms', burst: 1 } as const, 1_000],
  ])('is when it fits, at any time that the clock can show: %s', async (_, definition, perMs) => {
    const { limit, clock } = await limitOf(definition)
    const early: number[] = []
    for (let step = 1; step < 5_000; step++) {
      clock.now += 4 + 1 / perMs
      limit.take(`key-${step}`)
      const { retryMs } = limit.take(`key-${step}`)
      clock.now += retryMs
      if (!limit.take(`key-${step}`).allowed) early.push(clock.now)
    }
    expect(early).toEqual([])
  })
})

describe('a strict limit', () => {
  // Times are rounded down to the quantum: the end of one and the start of another can be less than a period apart.
  it('keeps to its count by its clock, which it reads in whole quanta', async () => {
    const { limit, clock } = await limitOf({ rate: '30011/s', burst: 1, strict: true })
    clock.now = 0.9
    const before = limit.takeUpTo('key', 30_011).granted
    clock.now = 1_000
    // Of 30,011 a second one comes back each 1/30 ms; after 999.1 ms by the quanta's count a second has passed.
    expect(before + limit.takeUpTo('key', 30_011).granted).toBe(2)
  })
})
