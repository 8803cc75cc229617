// Several limits in one call: all of them or none.
import { describe, expect, it } from 'vitest'
import { BUILDS } from '../engine/builds.ts'
import { Inspection } from '../threads/helpers.ts'
import { codeOf, DAY, FIVE, HOUR, openLimits } from './helpers.ts'

const NAMES = Object.keys(FIVE)

describe.each(BUILDS)('a group, $name', ({ options }) => {
  it('takes from all', async () => {
    const { sluice } = await openLimits(FIVE as Record<string, object>, options)
    const group = sluice.limitGroup(NAMES)
    expect(group.take('key', 3).toJSON()).toMatchObject({
      allowed: true,
      code: 'ALLOWED',
      refusedBy: null,
      retryMs: 0,
      limits: NAMES.map(name => ({ name, allowed: true, remaining: 2, granted: 3 })),
    })
    const { allowed, refusedBy, results } = group.take('key', [1, 2, 1, 2, 1, 2, 1])
    expect([allowed, refusedBy]).toEqual([true, undefined])
    expect(results.map(({ remaining }) => remaining)).toEqual([1, 0, 1, 0, 1, 0, 1])
  })

  it('takes from none if any refuses, whichever and by whatever algorithm', async () => {
    const { sluice } = await openLimits(FIVE as Record<string, object>, options)
    const group = sluice.limitGroup(NAMES)
    for (const full of NAMES) {
      // Keys that are known, and keys that are not.
      for (const known of [true, false]) {
        const key = `${full} ${known}`
        if (known) group.take(key, 1)
        sluice.limit(full).take(key, known ? 4 : 5)
        const result = group.take(key, 2)
        expect([result.allowed, result.code, result.refusedBy]).toEqual([false, 'LIMITED', full])
        expect(result.retryMs).toBe(result.results[NAMES.indexOf(full)]!.retryMs)
        for (const name of NAMES) {
          const left = name === full ? 0 : known ? 4 : 5
          expect(sluice.limit(name).peek(key).remaining, name).toBe(left)
        }
      }
    }
  })

  it('waits for the last of those that refuse', async () => {
    const limits = {
      slow: { rate: '1/d', burst: 5 },
      fast: { rate: '1/s', burst: 5 },
      never: { rate: '1/s', burst: 1 },
    }
    const { sluice, at } = await openLimits(limits, options)
    const group = sluice.limitGroup(['fast', 'slow'])
    group.take('key', 5)
    expect(group.take('key', 2)).toMatchObject({ refusedBy: 'fast', retryMs: 2 * DAY })
    at(2 * DAY)
    expect(group.take('key', 2).allowed).toBe(true)
    const hopeless = sluice.limitGroup(['fast', 'never', 'slow']).take('other', 2)
    expect(hopeless).toMatchObject({
      refusedBy: 'never',
      code: 'COST_EXCEEDS_LIMIT',
      retryMs: Number.POSITIVE_INFINITY,
    })
    expect(hopeless.toJSON().retryMs).toBeNull()
  })

  it('says of each limit what it would answer alone', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' }, b: { rate: '3/d' } }, options)
    sluice.limit('b').take('key', 3)
    const { results } = sluice.limitGroup(['a', 'b']).take('key', 2)
    expect(results.map(({ allowed }) => allowed)).toEqual([true, false])
    expect(results.map(({ remaining }) => remaining)).toEqual([5, 0])
  })

  it('has a key and a cost for each limit, or one for all', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' }, b: { rate: '5/d' } }, options)
    const group = sluice.limitGroup(['a', 'b'])
    group.take(['one', 'two'], [1, 2])
    expect(sluice.limit('a').peek('one').remaining).toBe(4)
    expect(sluice.limit('b').peek('two').remaining).toBe(3)
    expect(group.peek(['two', 'one'], 5).allowed).toBe(true)
    expect(group.take(['one', 'two'], [0, 0]).allowed).toBe(true)
  })

  it.each(NAMES)('may have a limit twice, with the same key: %s', async name => {
    const { sluice, at } = await openLimits(FIVE as Record<string, object>, options)
    const group = sluice.limitGroup([name, name])
    expect(group.take('key', [2, 2]).toJSON()).toMatchObject({ allowed: true })
    expect(sluice.limit(name).peek('key').remaining).toBe(1)
    const refused = group.take('key', [1, 1])
    expect(refused.toJSON()).toMatchObject({ allowed: false, refusedBy: name })
    expect(refused.results.map(({ allowed }) => allowed)).toEqual([true, false])
    expect(sluice.limit(name).peek('key').remaining, 'nothing of either').toBe(1)
    const { retryMs } = group.take('key', [1, 1])
    at(retryMs - 1)
    expect(group.peek('key', [1, 1]).allowed).toBe(false)
    at(retryMs)
    expect(group.take('key', [1, 1]).allowed).toBe(true)
    expect(group.take(['new', 'newer'], 5).allowed, 'other keys are apart').toBe(true)
  })

  it('has up to 16 limits', async () => {
    const names = Array.from({ length: 16 }, (_, index) => `limit ${index}`)
    const limits = Object.fromEntries(names.map(name => [name, { rate: '5/d' }]))
    const { sluice } = await openLimits(limits, options)
    const group = sluice.limitGroup(names)
    expect(group.take('key', 5).results).toHaveLength(16)
    expect(group.take('key').refusedBy).toBe('limit 0')
    sluice.limit('limit 15').take('other', 5)
    expect(group.take('other').refusedBy).toBe('limit 15')
    expect(sluice.limit('limit 0').peek('other').remaining).toBe(5)
    const held = group.reserve('third', 5)
    expect(held.id.split('.')).toHaveLength(16)
    expect(sluice.settle(held.id, 1)).toBe(true)
    expect(sluice.limit('limit 9').peek('third').remaining).toBe(4)
    for (const wrong of [[], [...names, 'limit 0']]) {
      expect(() => sluice.limitGroup(wrong)).toThrow(RangeError)
    }
  })

  it('is of handles, too: of plans', async () => {
    const limits = { a: { rate: '5/d', plans: { pro: '50/d' } }, b: { rate: '9/d' } }
    const { sluice } = await openLimits(limits, options)
    const group = sluice.limitGroup([sluice.limit('a').plan('pro'), 'b'])
    expect(group.take('key', 8).results.map(({ limit }) => limit)).toEqual([50, 9])
    expect(sluice.limit('a').plan('pro').peek('key').remaining).toBe(42)
  })

  it('blocks where one of its keys is blocked', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' }, b: { rate: '5/d' } }, options)
    const group = sluice.limitGroup(['a', 'b'])
    group.take('key')
    sluice.limit('b').block('key', HOUR)
    expect(group.take('key')).toMatchObject({ code: 'BLOCKED', refusedBy: 'b', retryMs: HOUR })
    expect(group.take('key', 0).allowed).toBe(false)
    expect(sluice.limit('a').peek('key').remaining).toBe(4)
    sluice.limit('b').unblock('key')
    expect(group.take('key').allowed).toBe(true)
  })

  it('counts a decision for each limit that takes, and for each that refuses', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' }, b: { rate: '3/d' } }, options)
    const group = sluice.limitGroup(['a', 'b'])
    group.take('key', 3)
    group.take('key', 1)
    group.peek('key', 1)
    expect(sluice.limitMetrics('a')).toMatchObject({ admitted: 1, refused: 0 })
    expect(sluice.limitMetrics('b')).toMatchObject({ admitted: 1, refused: 1 })
  })
})

describe('a group that is asked wrongly', () => {
  it('takes nothing', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' }, b: { rate: '5/d' } })
    const group = sluice.limitGroup(['a', 'b'])
    const calls: [string, unknown, unknown][] = [
      ['KEY_INVALID', [], 1],
      ['KEY_INVALID', ['key'], 1],
      ['KEY_INVALID', ['key', 'key', 'key'], 1],
      ['KEY_INVALID', ['key', ''], 1],
      ['KEY_INVALID', ['key', undefined], 1],
      ['KEY_INVALID', ['key', '\ud800'], 1],
      ['KEY_INVALID', ['key', 'x'.repeat(2000)], 1],
      ['KEY_INVALID', ['key', sluice.context({})], 1],
      ['KEY_INVALID', undefined, 1],
      ['KEY_INVALID', 7, 1],
      ['COST_INVALID', 'key', []],
      ['COST_INVALID', 'key', [1]],
      ['COST_INVALID', 'key', [1, 1, 1]],
      ['COST_INVALID', 'key', [1, -1]],
      ['COST_INVALID', 'key', [1, 0.5]],
      ['COST_INVALID', 'key', [1, Number.NaN]],
      ['COST_INVALID', 'key', [1, 2 ** 31]],
      ['COST_INVALID', 'key', '11'],
      ['COST_INVALID', 'key', {}],
      ['COST_INVALID', 'key', Number.POSITIVE_INFINITY],
    ]
    for (const [code, keys, costs] of calls) {
      for (const call of ['take', 'peek', 'reserve'] as const) {
        const found = codeOf(() => group[call](keys as string, costs as number))
        expect(found, `${call} ${JSON.stringify([keys, costs])}`).toBe(code)
      }
    }
    expect(codeOf(() => sluice.limitGroup(['a', 'none']).take('key'))).toBe('LIMIT_NOT_FOUND')
    const noPlan = sluice.limitGroup(['b', sluice.limit('a').plan('none')])
    expect(codeOf(() => noPlan.take('key'))).toBe('PLAN_NOT_FOUND')
    for (const { remaining } of group.peek('key').results) expect(remaining).toBe(5)
    expect(sluice.limitMetrics('a')).toMatchObject({ admitted: 0, refused: 0 })
    for (let time = 0; time < 64; time++) group.reserve('other', 0)
    expect(group.take('key', 5).allowed, 'the lane is as it should be').toBe(true)
  })

  it('tells keys of null', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' } })
    const group = sluice.limitGroup(['a'])
    expect(codeOf(() => group.take(null as unknown as string))).toBe('KEY_INVALID')
    expect(codeOf(() => group.take([null as unknown as string]))).toBe('KEY_INVALID')
  })

  it('tells costs of null', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' } })
    const call = () => sluice.limitGroup(['a']).take('key', null as unknown as number)
    expect(codeOf(call)).toBe('COST_INVALID')
  })

  // Each part fits alone.
  it('says that a key twice asks for more than there ever is', async () => {
    const { sluice } = await openLimits({ a: { rate: '5/d' } })
    const result = sluice.limitGroup(['a', 'a']).take('key', 3)
    expect(result).toMatchObject({ code: 'COST_EXCEEDS_LIMIT', retryMs: Number.POSITIVE_INFINITY })
  })

  // Numbers of variants are those of an engine: a limit of this one would answer for the other's.
  it('does not take handles of another engine', async () => {
    const { sluice: other } = await openLimits({ a: { rate: '5/d' } })
    const { sluice } = await openLimits({ b: { rate: '1/d' } })
    expect(() => sluice.limitGroup([other.limit('a')])).toThrow()
  })
})

it.each(BUILDS)('a cost of 0 is allowed beside any debt, $name', async ({ name, options }) => {
  const { sluice } = await openLimits({ a: { rate: '5/d' }, b: { rate: '5/d' } }, options)
  const group = sluice.limitGroup(['a', 'b'])
  group.take('key')
  sluice.limit('a').reserve('key', 1).commit(30)
  expect(sluice.limit('a').take('key', 0).allowed).toBe(true)
  expect(group.take('key', 0).allowed, name).toBe(true)
})

describe('a refusal', () => {
  const open = async () => {
    const limits = { ...FIVE, slots: { algorithm: 'concurrency', limit: 2 } }
    const opened = await openLimits(limits as Record<string, object>, { shared: true })
    const { sluice } = opened
    const { table, leases, exceptions, metrics } = new Inspection(sluice).map
    const { buffer } = sluice.handle.memory as WebAssembly.Memory
    // Entries and logs, exceptions and requests. Lanes are scratch, metrics count refusals, and a reservation that is
    // refused has claimed a lease, and so used up a generation of it.
    const bytes = () => {
      const memory = new Uint8Array(buffer)
      return Buffer.concat([memory.slice(table, leases), memory.slice(exceptions, metrics)])
    }
    return { ...opened, bytes }
  }

  it.each(NAMES)('leaves every bit of the tables as it was: %s', async name => {
    const { sluice, bytes, at } = await open()
    const limit = sluice.limit(name)
    for (const time of [0, HOUR, 23 * HOUR]) {
      at(time)
      limit.takeUpTo('key', 5)
      limit.take('other', 1)
      limit.reserve('held', 1)
      const before = bytes()
      expect(limit.take('key', 5).allowed).toBe(false)
      expect(limit.take('other', 6).code).toBe('COST_EXCEEDS_LIMIT')
      expect(limit.take('never seen', 6).code).toBe('COST_EXCEEDS_LIMIT')
      if (time === 0) expect(limit.takeUpTo('key', 1).allowed).toBe(false)
      expect(limit.reserve('key', 5).allowed).toBe(false)
      expect(limit.peek('key', 5).allowed).toBe(false)
      expect(limit.peek('never seen').allowed).toBe(true)
      expect(limit.take('never seen', 0).allowed).toBe(true)
      expect(bytes().equals(before), `at ${time}`).toBe(true)
    }
  })

  it.each(NAMES)('of a group does so for all of its limits: full is %s', async name => {
    const { sluice, bytes, at } = await open()
    const group = sluice.limitGroup(NAMES)
    const all = sluice.limitGroup([...NAMES, 'slots'])
    group.take('key', 2)
    sluice.limit(name).take('key', 3)
    sluice.limit(name).take('new', 5)
    sluice.limit('slots').reserve('key')
    at(5 * HOUR)
    // The slot is over: the next call puts it back.
    sluice.limit('slots').peek('key')
    const before = bytes()
    for (const key of ['key', 'new']) {
      expect(group.take(key, 3)).toMatchObject({ allowed: false, refusedBy: name })
      expect(all.reserve(key, 3).allowed).toBe(false)
      expect(group.peek(key, 3).allowed).toBe(false)
      const lastNever = NAMES.map((_, index) => (index === NAMES.length - 1 ? 6 : 0))
      expect(group.take(key, lastNever).code).toBe('COST_EXCEEDS_LIMIT')
    }
    expect(bytes().equals(before)).toBe(true)
    expect(group.take('third', 3).allowed).toBe(true)
    expect(bytes().equals(before), 'and what is taken is seen').toBe(false)
  })

  it('of slots in flight does so, too', async () => {
    const { sluice, bytes } = await open()
    const limit = sluice.limit('slots')
    limit.reserve('key', 2)
    const before = bytes()
    for (let time = 0; time < 5; time++) expect(limit.reserve('key').allowed).toBe(false)
    expect(limit.reserve('new', 3).allowed).toBe(false)
    expect(bytes().equals(before)).toBe(true)
  })

  it.each(NAMES)('of a blocked key does so, too: %s', async name => {
    const { sluice, bytes } = await open()
    const limit = sluice.limit(name)
    limit.take('key', 2)
    limit.block('key', HOUR)
    limit.block('new', HOUR)
    limit.take('key')
    const before = bytes()
    for (const key of ['key', 'new']) {
      expect(limit.take(key).code).toBe('BLOCKED')
      expect(limit.reserve(key).allowed).toBe(false)
      expect(sluice.limitGroup(['gcra', name]).take(key).allowed).toBe(false)
    }
    expect(bytes().equals(before)).toBe(true)
  })
})
