// What a list keeps stays bounded, whatever plans requests name; and what its limits report.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { LimitAlgorithm, LimitDefinition } from '../../src/index.ts'
import { Renewals } from '../../src/middleware/held.ts'
import { type LimitEntry, LimitList } from '../../src/middleware/limit-list.ts'
import { limitReports } from '../../src/middleware/report.ts'
import { engine, until } from './helpers.ts'

type Plans = readonly string[]

describe('a list', () => {
  const names = Array.from({ length: 25 }, (_, index) => `plan-${index}`)
  const plans = Object.fromEntries(names.map(name => [name, '1000000/s']))
  const entries = ['a', 'b', 'c'].map(
    (limit, index): LimitEntry<[Plans]> => ({
      limit,
      key: plans => `of ${plans}`,
      plan: plans => plans[index],
    }),
  )

  async function list() {
    const rate = { rate: '1/s', plans }
    const { sluice } = await engine({ a: rate, b: rate, c: rate })
    const made = new LimitList<[Plans], []>(sluice, new Renewals(1000), entries, undefined)
    return { made, sluice }
  }

  it('keeps at most 256 groups of 10,000 combinations of plans, and all are right', async () => {
    const { made } = await list()
    for (let turn = 0; turn < 10_000; turn++) {
      const at = (divisor: number) => names[Math.floor(turn / divisor) % names.length]!
      const { allowed, reports } = made.decide(made.ask([at(1), at(25), at(625)]) as unknown[])
      expect([allowed, reports.map(({ limit }) => limit)]).toEqual([true, [1e6, 1e6, 1e6]])
      expect(made.callCount).toBeLessThanOrEqual(256)
    }
    expect(made.callCount).toBe(256)
    const { reports } = made.decide(made.ask([]) as unknown[])
    expect(reports.map(({ limit }) => limit)).toEqual([1, 1, 1])
  })

  it('keeps nothing of 10,000 plans that do not exist', async () => {
    const { made } = await list()
    for (let turn = 0; turn < 10_000; turn++) {
      const asked = made.ask([`made up ${turn}`]) as unknown[]
      expect(() => made.decide(asked)).toThrow(/no plan 'made up/)
    }
    expect(made.callCount).toBe(0)
  })

  it('has no mercy with a plan that a reload took away', async () => {
    const { made, sluice } = await list()
    const asked = made.ask(['plan-1', 'plan-1', 'plan-1']) as unknown[]
    expect(made.decide(asked).allowed).toBe(true)
    const rate = { rate: '1/s', plans: { other: '5/s' } }
    await sluice.publish({ limits: { a: rate, b: rate, c: rate } })
    expect(() => made.decide(asked)).toThrow(/no plan 'plan-1'/)
  })
})

describe('what is held', () => {
  const REFUND = { ttl: '10s', expiry: 'refund' }
  const LIMITS = {
    slots: { algorithm: 'concurrency', limit: 1, lease: '10s' },
    rate: { rate: '10/h', reservation: REFUND },
    tokens: { algorithm: 'quota', limit: 100, period: 'year', reservation: REFUND },
  }

  it('is renewed until its end, and settled once', async () => {
    const { sluice, left } = await engine(LIMITS)
    const actual = vi.fn(() => 3)
    const limits = ['slots', { limit: 'tokens', cost: 20, actual }]
    const list = new LimitList<[], []>(sluice, new Renewals(5), limits, () => 'one')
    const { held } = list.decide(list.ask() as unknown[])
    const renew = vi.spyOn(held!, 'renew')
    await until(() => renew.mock.calls.length > 2)
    const warn = vi.fn()
    held?.end(warn)
    sluice.limit('slots').reserve('one')
    held?.end(warn)
    expect([left('slots'), left('tokens'), actual.mock.calls.length]).toEqual([0, 97, 1])
    renew.mockClear()
    await sleep(30)
    expect([renew.mock.calls.length, warn.mock.calls.length]).toEqual([0, 0])
  })

  it('is only what waits for the end: rates are settled at once', async () => {
    const { sluice, left, advance } = await engine(LIMITS)
    const list = new LimitList<[], []>(sluice, new Renewals(60_000), ['slots', 'rate'], () => 'one')
    const { held } = list.decide(list.ask() as unknown[])
    expect([left('slots'), left('rate')]).toEqual([0, 9])
    advance(11_000)
    expect([left('slots'), left('rate')]).toEqual([1, 9])
    held?.end(error => expect.unreachable(String(error)))
  })
})

describe('a report', () => {
  const own = { limit: 3, remaining: 2 }
  const first = { allowed: true, code: 'ALLOWED', retryMs: 0, shadow: false }

  it.each<[LimitAlgorithm, Omit<LimitDefinition, 'algorithm'>, object]>([
    ['gcra', { rate: '3/min' }, { windowMs: 60_000, nextMs: 20_000 }],
    ['gcra', { rate: '6/min', burst: 3 }, { windowMs: 30_000, nextMs: 10_000 }],
    ['fixed-window', { rate: '3/min', window: 'first-hit' }, { windowMs: 60_000, nextMs: 60_000 }],
    ['sliding-window', { rate: '3/min' }, { windowMs: 60_000 }],
    ['sliding-log', { rate: '3/min' }, { windowMs: 60_000, nextMs: 60_000 }],
    ['concurrency', { limit: 3 }, { windowMs: null, nextMs: 0, unit: 'concurrent-requests' }],
    ['quota', { limit: 3, period: 'minute' }, { windowMs: 60_000 }],
    ['quota', { limit: 3, period: 'hour' }, { windowMs: 3_600_000 }],
    ['quota', { limit: 3, period: 'day', timeZone: 'Europe/Berlin' }, { windowMs: 86_400_000 }],
    ['quota', { limit: 3, period: 'week' }, { windowMs: 604_800_000 }],
    ['quota', { limit: 3, period: 'month', anchor: '2026-01-31' }, { windowMs: null }],
    ['quota', { limit: 3, period: 'year' }, { windowMs: null }],
  ])('of %s %j', async (algorithm, definition, expected) => {
    const { sluice } = await engine({ it: { algorithm, ...definition } })
    const limit = sluice.limit('it')
    const group = sluice.limitGroup(['it'])
    const { results } = group.peek('a', 0)
    group.reserve('a')
    const [report] = limitReports([limit], results)
    expect(report).toMatchObject({ name: 'it', ...first, ...own, ...expected })
    // Plain data: a later call does not change it.
    const copy = { ...report }
    group.peek('b', 2)
    expect(report).toEqual(copy)
  })

  it('has no window of numbers that a key has of its own, and says so of limits on trial', async () => {
    const { sluice } = await engine({
      it: { rate: '3/min' },
      trial: { rate: '3/min', shadow: true },
    })
    sluice.setOverride('it', 'ada', { rate: '7/h' })
    const group = sluice.limitGroup(['it', 'trial'])
    const report = (key: string) => limitReports(group.limits, group.take(key).results)
    expect(report('ada')).toMatchObject([{ limit: 7, windowMs: null }, { shadow: true }])
    expect(report('bob')).toMatchObject([{ limit: 3, windowMs: 60_000 }, { shadow: true }])
  })

  it('of a refusal by slots asks to come back in a second, and for good never', async () => {
    const { sluice } = await engine({ it: { algorithm: 'concurrency', limit: 1 } })
    const group = sluice.limitGroup(['it'])
    sluice.limit('it').reserve('a')
    const refused = (cost: number) => limitReports(group.limits, group.peek('a', cost).results)
    expect(refused(1)).toMatchObject([{ allowed: false, code: 'LIMITED', retryMs: 1000 }])
    expect(refused(2)).toMatchObject([{ code: 'COST_EXCEEDS_LIMIT', retryMs: null }])
    sluice.limit('it').block('a', 90_000)
    expect(refused(1)).toMatchObject([{ code: 'BLOCKED', retryMs: 90_000 }])
  })
})
