// What is particular to each algorithm: where windows start and end, what the calendar does to quotas, what becomes of
// it all when clocks are set.
import { describe, expect, it } from 'vitest'
import type { Limit } from '../../src/index.ts'
import { DAY, FIVE, HOUR, MINUTE, NEW_YEAR, openLimits, SECOND } from './helpers.ts'

async function openOne(definition: object, wall: number | string = NEW_YEAR) {
  const { sluice, times, at } = await openLimits({ it: definition }, {}, wall)
  return { sluice, times, at, limit: sluice.limit('it') }
}

/** mulberry32: numbers from 0 to before `end`. */
function randomNumbers(seed: number): (end: number) => number {
  let state = seed
  return end => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}

/** Tokens that a crowd of random takes gets, with their times. */
function takeAtRandom(limit: Limit, at: (ms: number) => void, seed: number, steps: number) {
  const random = randomNumbers(seed)
  const admitted: { at: number; cost: number }[] = []
  let now = 0
  for (let step = 0; step < steps; step++) {
    now += random(8) === 0 ? random(900) : random(60)
    at(now)
    const cost = 1 + random(3)
    if (limit.take('key', cost).allowed) admitted.push({ at: now, cost })
  }
  return admitted
}

/** The most tokens in any window of a length, its end not included. */
function mostIn(admitted: readonly { at: number; cost: number }[], lengthMs: number): number {
  return Math.max(
    ...admitted.map(({ at: start }) => {
      const within = admitted.filter(({ at }) => at >= start && at < start + lengthMs)
      return within.reduce((sum, { cost }) => sum + cost, 0)
    }),
  )
}

describe('fixed windows', () => {
  it('start in step with the clock on the wall', async () => {
    const { limit, at } = await openOne(
      { algorithm: 'fixed-window', rate: '5/15min' },
      '2026-03-01T10:14:59.000Z',
    )
    expect(limit.take('key', 5).resetMs).toBe(SECOND)
    at(999.9)
    expect(limit.take('key').allowed).toBe(false)
    at(SECOND)
    expect(limit.take('key', 5).toJSON()).toMatchObject({ allowed: true, resetMs: 15 * MINUTE })
    at(15 * MINUTE + SECOND - 1)
    expect(limit.take('key').retryMs).toBe(1)
    at(40 * MINUTE + SECOND)
    expect(limit.take('key').toJSON(), 'windows may pass').toMatchObject({
      remaining: 4,
      resetMs: 5 * MINUTE,
    })
  })

  it('start with the first hit of each key, and with the first after their end', async () => {
    const { limit, at } = await openOne({
      algorithm: 'fixed-window',
      rate: '5/15min',
      window: 'first-hit',
    })
    at(MINUTE)
    expect(limit.take('one', 5).resetMs).toBe(15 * MINUTE)
    at(3 * MINUTE)
    expect(limit.take('two', 5).resetMs).toBe(15 * MINUTE)
    at(16 * MINUTE - 1)
    expect(limit.take('one').retryMs).toBe(1)
    at(17 * MINUTE)
    expect(limit.take('one', 2).toJSON()).toMatchObject({ remaining: 3, resetMs: 15 * MINUTE })
    expect(limit.take('two').allowed).toBe(false)
  })

  it('from the first hit end in whole seconds where counts are large: never early', async () => {
    const window = { algorithm: 'fixed-window', window: 'first-hit' }
    const { limit: fine, at } = await openOne({ ...window, rate: '2097151/10s' })
    at(500)
    expect(fine.take('key', 2_097_151).resetMs).toBe(10_000)
    at(10_500)
    expect(fine.take('key', 2_097_151).allowed).toBe(true)

    const { limit: coarse, at: atCoarse } = await openOne({ ...window, rate: '2097152/10s' })
    atCoarse(500)
    expect(coarse.take('key', 2_097_152).toJSON()).toMatchObject({
      allowed: true,
      remaining: 0,
      resetMs: 10_500,
    })
    atCoarse(10_999)
    expect(coarse.take('key').toJSON()).toMatchObject({ allowed: false, retryMs: 1 })
    atCoarse(11_000)
    expect(coarse.take('key', 2_097_152).resetMs, 'of whole seconds nothing is lost').toBe(10_000)

    const { limit: large } = await openOne({ ...window, rate: '2147483647/10s' })
    expect(large.take('key', 2_147_483_646).remaining).toBe(1)
    expect(large.take('key', 2).allowed).toBe(false)
    expect(large.take('key', 1).remaining).toBe(0)
  })
})

describe('a sliding window', () => {
  it('lets what the window before had fade', async () => {
    const { limit, at } = await openOne({ algorithm: 'sliding-window', rate: '10/10s' })
    at(9 * SECOND)
    limit.take('key', 10)
    at(10 * SECOND)
    expect(limit.peek('key').retryMs, 'one fades in a tenth').toBe(SECOND)
    at(15 * SECOND)
    expect(limit.peek('key').remaining).toBe(5)
    expect(limit.take('key', 5).resetMs).toBe(15 * SECOND)
    at(20 * SECOND)
    expect(limit.peek('key').remaining, '5 of the window before').toBe(5)
    at(30 * SECOND)
    expect(limit.peek('key').toJSON()).toMatchObject({ remaining: 10, resetMs: 0 })
  })

  it('that is strict admits no more than its count in any window of its length', async () => {
    for (const seed of [1, 2, 3]) {
      const definition = { algorithm: 'sliding-window', rate: '7/1s', strict: true }
      const { limit, at } = await openOne(definition)
      const admitted = takeAtRandom(limit, at, seed, 1500)
      expect(mostIn(admitted, SECOND)).toBeLessThanOrEqual(7)
      expect(admitted.length, 'and something').toBeGreaterThan(50)
    }
  })

  it('is refused by the config where its state has no room for so much', async () => {
    const opened = openOne({ algorithm: 'sliding-window', rate: '400000000/3650d' })
    await expect(opened).rejects.toThrow('WINDOW_TOO_FINE')
    const { limit } = await openOne({ algorithm: 'sliding-window', rate: '4000000/3650d' })
    expect(limit.take('key').toJSON()).toMatchObject({ allowed: true, remaining: 3_999_999 })
  })
})

describe('a strict bucket', () => {
  it('admits no more than its count in any window of its length', async () => {
    for (const burst of [undefined, 1, 3, 7]) {
      const definition = { rate: '7/1s', strict: true, ...(burst && { burst }) }
      const { limit, at } = await openOne(definition)
      const admitted = takeAtRandom(limit, at, 4, 1500)
      expect(mostIn(admitted, SECOND)).toBeLessThanOrEqual(7)
      expect(admitted.length, 'and something').toBeGreaterThan(50)
    }
  })
})

describe('a sliding log', () => {
  it('decides as a list of all times does', async () => {
    const { limit, at } = await openOne({ algorithm: 'sliding-log', rate: '7/1s' })
    const random = randomNumbers(5)
    let times: number[] = []
    let now = 0
    for (let step = 0; step < 3000; step++) {
      now += random(8) === 0 ? random(900) : random(60)
      at(now)
      const cost = random(4)
      times = times.filter(time => time > now - SECOND)
      const allowed = times.length + cost <= 7
      const over = times.length + cost - 8
      if (allowed) times.push(...Array.from({ length: cost }, () => now))
      expect(limit.take('key', cost).toJSON()).toMatchObject({
        allowed,
        remaining: 7 - times.length,
        resetMs: times.length === 0 ? 0 : times.at(-1)! + SECOND - now,
        retryMs: allowed ? 0 : times[over]! + SECOND - now,
      })
    }
  })

  it('holds what it can, and forgets the key with the fewest', async () => {
    const { sluice } = await openLimits(
      { it: { algorithm: 'sliding-log', rate: '4/h' } },
      { logKeysMax: 4, logTokensMax: 4 },
    )
    const limit = sluice.limit('it')
    for (const cost of [4, 3, 2, 1]) limit.take(`cost ${cost}`, cost)
    expect(limit.metrics()).toMatchObject({ entries: 4, evicted: 0 })
    expect(limit.take('one more', 2).allowed).toBe(true)
    expect(limit.metrics()).toMatchObject({ entries: 4, evicted: 1, tokensLeaked: 1 })
    expect(limit.take('cost 4').allowed).toBe(false)
    expect(limit.peek('cost 1').remaining).toBe(4)
  })
})

describe('quotas', () => {
  const month = { algorithm: 'quota', limit: 3, period: 'month' }

  it('start anew with the month, however long it is', async () => {
    const { limit, at } = await openOne(month, '2026-01-31T23:59:59.000Z')
    expect(limit.take('key', 3).resetMs).toBe(SECOND)
    at(SECOND - 1)
    expect(limit.take('key').retryMs).toBe(1)
    at(SECOND)
    expect(limit.take('key', 3).resetMs, 'February').toBe(28 * DAY)
    at(SECOND + 28 * DAY - 1)
    expect(limit.take('key').allowed).toBe(false)
    at(SECOND + 28 * DAY)
    expect(limit.take('key', 3).resetMs, 'March').toBe(31 * DAY)
    at(SECOND + 365 * DAY)
    expect(limit.take('key', 3).allowed, 'months may pass').toBe(true)
  })

  it('have days of 23 and 25 hours where clocks are changed', async () => {
    const definition = { algorithm: 'quota', limit: 3, period: 'day', timeZone: 'Europe/Berlin' }
    const spring = await openOne(definition, '2026-03-28T23:00:00.000Z')
    expect(spring.limit.take('key', 3).resetMs).toBe(23 * HOUR)
    spring.at(23 * HOUR)
    expect(spring.limit.take('key').resetMs).toBe(24 * HOUR)
    const autumn = await openOne(definition, '2026-10-24T22:00:00.000Z')
    expect(autumn.limit.take('key', 3).resetMs).toBe(25 * HOUR)
    autumn.at(24 * HOUR)
    expect(autumn.limit.take('key').retryMs).toBe(HOUR)
  })

  it('keep the day of their anchor, as far as a month has it', async () => {
    const definition = { ...month, timeZone: 'Europe/Berlin', anchor: '2026-01-31' }
    const { limit, times } = await openOne(definition, '2026-01-30T22:59:59.000Z')
    const starts = ['2026-01-30', '2026-02-27', '2026-03-30', '2026-04-29', '2026-05-30']
    for (const [index, date] of starts.slice(0, -1).entries()) {
      // Midnight in Berlin is 23:00 the day before in winter, 22:00 in summer.
      const hour = index < 2 ? '23' : '22'
      const nextHour = index + 1 < 2 ? '23' : '22'
      const startMs = Date.parse(`${date}T${hour}:00:00Z`)
      const endMs = Date.parse(`${starts[index + 1]}T${nextHour}:00:00Z`)
      times.now = startMs - times.wall - 1
      expect(limit.take('key').allowed, `before ${date}`).toBe(index === 0)
      if (index === 0) limit.take('key', 2)
      times.now = startMs - times.wall
      expect(limit.take('key', 3).toJSON(), date).toMatchObject({
        allowed: true,
        resetMs: endMs - startMs,
      })
    }
  })

  it.each([
    ['minute', 20 * SECOND],
    ['hour', 40 * MINUTE + 20 * SECOND],
    ['day', 11 * HOUR + 40 * MINUTE + 20 * SECOND],
    ['week', 11 * HOUR + 40 * MINUTE + 20 * SECOND + 3 * DAY],
    ['month', 11 * HOUR + 40 * MINUTE + 20 * SECOND + 17 * DAY],
    ['year', 11 * HOUR + 40 * MINUTE + 20 * SECOND + 231 * DAY],
  ])('of a %s end with it', async (period, resetMs) => {
    // A Thursday.
    const { limit, at } = await openOne(
      { algorithm: 'quota', limit: 3, period },
      '2026-05-14T12:19:40.000Z',
    )
    expect(limit.take('key', 3).resetMs).toBe(resetMs)
    at(resetMs - 1)
    expect(limit.take('key').allowed).toBe(false)
    at(resetMs)
    expect(limit.take('key', 3).allowed).toBe(true)
  })

  it('may be large', async () => {
    const { limit } = await openOne({ ...month, limit: 2_147_483_647 })
    expect(limit.take('key', 2_147_483_647).remaining).toBe(0)
    expect(limit.take('key').allowed).toBe(false)
  })
})

describe('the wall clock', () => {
  it.each(['quota', 'aligned'])('that is set forward starts a new window: %s', async algorithm => {
    const { sluice, times, limit } = await openOne(FIVE[algorithm]!)
    limit.take('key', 5)
    times.wall += DAY + 6 * HOUR
    expect(limit.take('key').allowed, 'nobody has looked yet').toBe(false)
    sluice.syncClock()
    expect(limit.take('key').toJSON()).toMatchObject({ remaining: 4, resetMs: 18 * HOUR })
  })

  it.each(['quota', 'aligned'])('that is set back opens none again: %s', async algorithm => {
    const { sluice, times, at, limit } = await openOne(FIVE[algorithm]!, NEW_YEAR + HOUR)
    limit.take('key', 3)
    times.wall -= 2 * HOUR
    sluice.syncClock()
    expect(limit.take('key', 2).toJSON()).toMatchObject({ remaining: 0, resetMs: 25 * HOUR })
    expect(limit.take('key').retryMs).toBe(25 * HOUR)
    at(25 * HOUR - 1)
    expect(limit.take('key').allowed).toBe(false)
    at(25 * HOUR)
    expect(limit.take('key', 5).allowed).toBe(true)
  })

  it('that is set by a ms or two is not followed', async () => {
    const { sluice, times, limit } = await openOne(FIVE.aligned!)
    times.wall += 2
    sluice.syncClock()
    expect(limit.take('key').resetMs).toBe(DAY)
    times.wall += 1
    sluice.syncClock()
    expect(limit.take('key').resetMs).toBe(DAY - 3)
  })

  it.each(['gcra', 'first hit', 'sliding', 'log'])('is nothing to %s', async algorithm => {
    const { sluice, times, limit } = await openOne(FIVE[algorithm]!)
    limit.take('key', 4)
    const before = limit.peek('key').toJSON()
    for (const jump of [3 * DAY, -9 * DAY]) {
      times.wall += jump
      sluice.syncClock()
      expect(limit.peek('key').toJSON()).toEqual(before)
    }
  })
})

describe.each(Object.entries(FIVE))('the monotonic clock under %s', (_name, definition) => {
  it('may stand still', async () => {
    const { limit } = await openOne(definition)
    const admitted = Array.from({ length: 20 }, () => limit.take('key').allowed)
    expect(admitted.filter(Boolean)).toHaveLength(5)
  })

  it('gives nothing away when it goes back', async () => {
    const { limit, at } = await openOne(definition)
    at(2 * DAY)
    limit.take('key', 3)
    for (const now of [DAY, DAY - 1, 0, -DAY, Number.NEGATIVE_INFINITY]) {
      at(now)
      expect(limit.take('key', 3).allowed, `${now}`).toBe(false)
    }
    at(2 * DAY)
    expect(limit.take('key', 2).allowed, 'what was left is left').toBe(true)
    expect(limit.take('key').allowed).toBe(false)
    at(5 * DAY)
    expect(limit.take('key', 5).allowed).toBe(true)
  })

  it('may have fractions, and be far ahead', async () => {
    const { limit, at } = await openOne(definition)
    at(0.0001)
    limit.take('key', 4)
    at(0.9999)
    expect(limit.take('key', 2).allowed).toBe(false)
    at(9 * 365 * DAY)
    expect(limit.take('key', 5).allowed).toBe(true)
    expect(limit.take('key').allowed).toBe(false)
  })
})

// The calendar throws a RangeError for times that the evaluators clamp.
it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
  'a quota survives a clock that says %d',
  async now => {
    const { limit, at } = await openOne(FIVE.quota!)
    at(now)
    expect(limit.take('key', 5).allowed).toBe(true)
    expect(limit.take('key').allowed).toBe(false)
  },
)

describe('slots in flight', () => {
  const slots = { algorithm: 'concurrency', limit: 2, lease: '30s' }

  it('are there again when their holders release them', async () => {
    const { limit } = await openOne(slots)
    const first = limit.reserve('key')
    const second = limit.reserve('key')
    expect([first.allowed, second.allowed, limit.reserve('key').allowed]).toEqual([
      true,
      true,
      false,
    ])
    expect(limit.reserve('other').allowed).toBe(true)
    expect(first.release()).toBe(true)
    expect(first.release(), 'once').toBe(false)
    expect(limit.peek('key').toJSON()).toMatchObject({ remaining: 1, limit: 2 })
    expect(limit.reserve('key', 3).answers[0]?.code).toBe('COST_EXCEEDS_LIMIT')
  })

  it('are there again at the deadline of a holder that died', async () => {
    const { limit, at } = await openOne(slots)
    limit.reserve('key', 2)
    const refused = limit.reserve('key').answers[0]
    expect(refused, 'at the latest').toMatchObject({ code: 'LIMITED', retryMs: 30 * SECOND })
    at(30 * SECOND - 1)
    expect(limit.reserve('key').allowed).toBe(false)
    at(30 * SECOND)
    expect(limit.reserve('key', 2).allowed).toBe(true)
  })

  it('are held longer by those who renew', async () => {
    const { limit, at } = await openOne(slots)
    const held = limit.reserve('key', 2)
    for (const now of [20, 40, 60]) {
      at(now * SECOND)
      expect(held.renew()).toBe(true)
    }
    at(89 * SECOND)
    expect(limit.reserve('key').allowed).toBe(false)
    at(90 * SECOND)
    expect(limit.reserve('key').allowed).toBe(true)
    expect(held.renew(), 'too late').toBe(false)
    expect(held.release()).toBe(false)
    expect(limit.peek('key').remaining, 'a late release frees nobody else’s').toBe(1)
  })
})
