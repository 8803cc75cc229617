// What becomes of what is used when a key's numbers change in the middle: by a reload, or by a plan.
import { describe, expect, it } from 'vitest'
import { codeOf, DAY, HOUR, openLimits, SECOND } from './helpers.ts'

type Definition = Readonly<Record<string, unknown>>

/** So many a day, by algorithm. */
const OF: Readonly<Record<string, (count: number) => Definition>> = {
  gcra: count => ({ algorithm: 'gcra', rate: `${count}/d` }),
  aligned: count => ({ algorithm: 'fixed-window', rate: `${count}/d` }),
  'first hit': count => ({ algorithm: 'fixed-window', rate: `${count}/d`, window: 'first-hit' }),
  quota: count => ({ algorithm: 'quota', limit: count, period: 'day' }),
  sliding: count => ({ algorithm: 'sliding-window', rate: `${count}/d` }),
  log: count => ({ algorithm: 'sliding-log', rate: `${count}/d` }),
}
const ALGORITHMS = Object.keys(OF)

// rule | 40 left of 100: now 200, now 20
const RULES = [
  [undefined, 140, 0],
  ['used', 140, 0],
  ['as-is', 40, 20],
  ['proportional', 80, 8],
  ['additive', 140, 20],
  ['reset', 200, 20],
] as const

describe.each(ALGORITHMS)('%s', algorithm => {
  const of = OF[algorithm]!

  it.each(RULES)('%s: of 40 left of 100, %d are left of 200, and %d of 20', async (...row) => {
    const [change, larger, smaller] = row
    for (const [count, left] of [
      [200, larger],
      [20, smaller],
    ] as const) {
      const { sluice } = await openLimits({ it: of(100) })
      const limit = sluice.limit('it')
      limit.take('key', 60)
      limit.take('debt', 100)
      await sluice.publish({ limits: { it: { ...of(count), ...(change && { change }) } } })
      expect(limit.peek('key', 0).toJSON()).toMatchObject({ remaining: left, limit: count })
      expect(limit.peek('never seen').remaining).toBe(count)
      expect(limit.take('key', left).allowed).toBe(true)
      expect(limit.take('key').allowed, 'and no more').toBe(false)
    }
  })

  it('of another plan keeps what is used, there and back', async () => {
    const { numbers } = { numbers: of(50) }
    const own = 'limit' in numbers ? 50 : (numbers.rate as string)
    const { sluice } = await openLimits({ it: { ...of(5), plans: { pro: own } } })
    const [basic, pro] = [sluice.limit('it'), sluice.limit('it').plan('pro')]
    basic.take('key', 3)
    expect(pro.peek('key').toJSON()).toMatchObject({ limit: 50, remaining: 47 })
    expect(basic.peek('key').remaining, 'a look changes nothing').toBe(2)
    expect(pro.take('key', 10).remaining).toBe(37)
    expect(basic.take('key', 0).remaining).toBe(0)
    expect(basic.take('key').allowed).toBe(false)
    expect(pro.take('key', 37).remaining).toBe(0)
    for (let time = 0; time < 20; time++) {
      expect([basic.take('key', 1).allowed, pro.take('key', 1).allowed]).toEqual([false, false])
    }
    expect(pro.reset('key').remaining).toBe(50)
    expect(basic.peek('key').remaining).toBe(5)
  })

  it.each(['used', 'as-is', 'proportional'])(
    'of plans that alternate gain nothing: %s',
    async change => {
      const own = algorithm === 'quota' ? 200 : '200/d'
      const { sluice } = await openLimits({ it: { ...of(100), change, plans: { pro: own } } })
      const [basic, pro] = [sluice.limit('it'), sluice.limit('it').plan('pro')]
      basic.take('key', 60)
      let left = 40
      for (let time = 0; time < 20; time++) {
        pro.take('key', 0)
        expect(basic.take('key', 0).remaining).toBeLessThanOrEqual(left)
        left = basic.peek('key').remaining
      }
      expect(left, 'nor is much lost').toBeGreaterThanOrEqual(39)
    },
  )

  it('is carried over when its number is needed for others', async () => {
    const { sluice } = await openLimits({ it: of(100) }, { limitsMax: 1 })
    const limit = sluice.limit('it')
    for (let round = 1; round <= 12; round++) {
      limit.take(`key ${round}`, round)
      await sluice.publish({ limits: { it: of(100 + round) } })
    }
    for (let round = 1; round <= 12; round++) {
      expect(limit.peek(`key ${round}`).remaining, `round ${round}`).toBe(112 - round)
    }
  })

  it('starts fresh under another name, and is not there under the old one', async () => {
    const { sluice } = await openLimits({ it: of(5) })
    const limit = sluice.limit('it')
    limit.take('key', 5)
    await sluice.publish({ limits: { other: of(5) } })
    expect(sluice.limit('other').take('key', 5).allowed).toBe(true)
    const calls = [
      () => limit.take('key'),
      () => limit.peek('key'),
      () => limit.takeUpTo('key', 1),
      () => limit.give('key'),
      () => limit.reset('key'),
      () => limit.block('key', 1),
      () => limit.unblock('key'),
      () => limit.takeOnce('request', 'key'),
      () => limit.reserve('key'),
      () => limit.metrics(),
      () => limit.hottestKeys(),
      () => limit.plan('pro'),
      () => sluice.limitMetrics('it'),
      () => sluice.setOverride('it', 'key', '1/s'),
    ]
    for (const call of calls) expect(codeOf(call)).toBe('LIMIT_NOT_FOUND')
    await sluice.publish({ limits: { it: of(7) } })
    expect(limit.take('another').remaining, 'the handle serves a limit of that name').toBe(6)
  })
})

describe('a bucket', () => {
  it('keeps its state to the ns when only its burst, or how its rate is written, changes', async () => {
    const { sluice, at } = await openLimits({ it: { rate: '60/min', burst: 10 } })
    const limit = sluice.limit('it')
    limit.take('key', 10)
    at(1234.567)
    const { resetMs } = limit.peek('key')
    await sluice.publish({ limits: { it: { rate: '1/s', burst: 20 } } })
    expect(limit.peek('key').toJSON()).toMatchObject({ remaining: 11, resetMs })
    await sluice.publish({ limits: { it: { rate: '3600/h', burst: 10 } } })
    expect(limit.peek('key').toJSON()).toMatchObject({ remaining: 1, resetMs })
  })

  it('in debt from a smaller burst refuses until the debt fits', async () => {
    const { sluice, at } = await openLimits({ it: { rate: '1/s', burst: 10 } })
    const limit = sluice.limit('it')
    limit.take('key', 10)
    await sluice.publish({ limits: { it: { rate: '1/s', burst: 4 } } })
    expect(limit.take('key').toJSON()).toMatchObject({ remaining: 0, retryMs: 7 * SECOND })
    at(7 * SECOND)
    expect(limit.take('key').allowed).toBe(true)
  })
})

describe('a window', () => {
  it('from the first hit does not start anew because of a change', async () => {
    for (const change of ['used', 'as-is', 'proportional', 'additive']) {
      const { sluice, at } = await openLimits({ it: OF['first hit']!(100) })
      const limit = sluice.limit('it')
      limit.take('key', 60)
      at(HOUR)
      await sluice.publish({ limits: { it: { ...OF['first hit']!(200), change } } })
      expect(limit.peek('key').resetMs, change).toBe(23 * HOUR)
    }
  })

  it('of another length goes on with what was used', async () => {
    const { sluice, at } = await openLimits({ it: { algorithm: 'fixed-window', rate: '10/d' } })
    const limit = sluice.limit('it')
    at(HOUR / 2)
    limit.take('key', 4)
    await sluice.publish({ limits: { it: { algorithm: 'fixed-window', rate: '10/h' } } })
    expect(limit.peek('key').toJSON()).toMatchObject({ remaining: 6, resetMs: HOUR / 2 })
    at(HOUR)
    expect(limit.peek('key').remaining).toBe(10)
  })

  it('that was over before the change leaves nothing', async () => {
    for (const algorithm of ['aligned', 'first hit', 'gcra', 'sliding', 'log']) {
      const { sluice, at } = await openLimits({ it: OF[algorithm]!(100) })
      const limit = sluice.limit('it')
      limit.take('key', 60)
      at(3 * DAY)
      for (const other of ALGORITHMS) {
        await sluice.publish({ limits: { it: OF[other]!(100) } })
        expect(limit.peek('key').remaining, `${algorithm}, ${other}`).toBe(100)
      }
    }
  })
})

describe('another algorithm', () => {
  const words = ALGORITHMS.filter(name => name !== 'log')
  const pairs = words.flatMap(from => {
    return words.filter(to => to !== from).map(to => [from, to] as const)
  })

  it.each(pairs)('keeps what is used: %s, now %s', async (from, to) => {
    const { sluice } = await openLimits({ it: OF[from]!(100) })
    const limit = sluice.limit('it')
    limit.take('key', 60)
    await sluice.publish({ limits: { it: OF[to]!(100) } })
    expect(limit.peek('key').remaining).toBe(40)
    expect(limit.take('key', 41).allowed).toBe(false)
    expect(limit.take('key', 40).allowed).toBe(true)
  })

  it.each(words)('that is a log, or was one, starts fresh: %s', async other => {
    const { sluice } = await openLimits({ it: OF[other]!(100) })
    const limit = sluice.limit('it')
    limit.take('key', 60)
    await sluice.publish({ limits: { it: OF.log!(100) } })
    expect(limit.take('key', 70).remaining).toBe(30)
    await sluice.publish({ limits: { it: { ...OF[other]!(101), change: 'reset' } } })
    expect(limit.peek('key').remaining).toBe(101)
  })
})

describe('slots in flight', () => {
  it('stay so under another limit, whatever the rule', async () => {
    for (const change of ['used', 'as-is', 'proportional', 'additive', 'reset']) {
      const slots = (limit: number) => ({ it: { algorithm: 'concurrency', limit, change } })
      const { sluice } = await openLimits(slots(3))
      const limit = sluice.limit('it')
      const [one, two] = [limit.reserve('key'), limit.reserve('key')]
      await sluice.publish({ limits: slots(1) })
      expect(limit.reserve('key').allowed).toBe(false)
      one.release()
      expect(limit.reserve('key').allowed, change).toBe(false)
      two.release()
      expect(limit.reserve('key').allowed).toBe(true)
    }
  })
})

// After a reload nobody has looked up the current period of the old variant.
describe('a quota whose period is over before the change', () => {
  it.each(['gcra', 'aligned', 'first hit', 'sliding'])('leaves nothing: %s', async other => {
    const { sluice, at } = await openLimits({ it: OF.quota!(100) })
    const limit = sluice.limit('it')
    limit.take('key', 90)
    at(2 * DAY)
    await sluice.publish({ limits: { it: OF[other]!(100) } })
    expect(limit.peek('key').remaining).toBe(100)
  })

  it('leaves nothing for a longer period', async () => {
    const wall = '2026-01-15T12:00:00Z'
    const { sluice, at } = await openLimits({ it: OF.quota!(100) }, {}, wall)
    const limit = sluice.limit('it')
    limit.take('key', 90)
    at(3 * DAY)
    await sluice.publish({ limits: { it: { ...OF.quota!(100), period: 'month' } } })
    expect(limit.peek('key').remaining).toBe(100)
  })

  it('and one that is not keeps what is used for a shorter one', async () => {
    const wall = '2026-01-15T12:00:00Z'
    const month = { ...OF.quota!(100), period: 'month' }
    const { sluice } = await openLimits({ it: month }, {}, wall)
    const limit = sluice.limit('it')
    limit.take('key', 90)
    await sluice.publish({ limits: { it: OF.quota!(100) } })
    expect(limit.peek('key').remaining).toBe(10)
  })
})

describe('numbers that are needed for others', () => {
  // They are swept before anybody has looked up the current period of the quota.
  it('leave to a quota what was used of a bucket', async () => {
    const { sluice } = await openLimits({ it: OF.gcra!(101) }, { limitsMax: 1 })
    const limit = sluice.limit('it')
    await sluice.publish({ limits: { it: OF.gcra!(100) } })
    limit.take('key', 90)
    await sluice.publish({ limits: { it: OF.quota!(100) } })
    await sluice.publish({ limits: { it: OF.quota!(200) } })
    expect(limit.peek('key').remaining).toBe(110)
  })

  // The place of its variant is that of a log now, whose states are addresses.
  it('can be read from a result that is held over reloads', async () => {
    const { sluice } = await openLimits({ it: { rate: '10/h' } }, { limitsMax: 1 })
    await sluice.publish({ limits: { it: { rate: '11/h' } } })
    const result = sluice.limit('it').take('key', 3)
    for (const definition of [{ rate: '12/h' }, { algorithm: 'sliding-log', rate: '4/h' }]) {
      await sluice.publish({ limits: { it: definition } })
    }
    expect(codeOf(() => result.toJSON())).toBe('nothing')
  })
})
