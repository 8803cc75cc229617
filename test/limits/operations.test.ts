// What can be asked of a limit, by every algorithm and on every build: five a day, of which some are taken.
import { describe, expect, it } from 'vitest'
import { composeKey, type LimitKey } from '../../src/index.ts'
import { BUILDS } from '../engine/builds.ts'
import { codeOf, DAY, FIVE, HOUR, openLimits } from './helpers.ts'

const CASES = BUILDS.flatMap(({ name: build, options }) => {
  return Object.entries(FIVE).map(([algorithm, definition]) => {
    const open = async () => {
      const { sluice, at } = await openLimits({ it: definition }, options)
      return { sluice, at, limit: sluice.limit('it') }
    }
    return { build, algorithm, open }
  })
})

describe.each(CASES)('$algorithm, $build', ({ algorithm, open }) => {
  it('takes all of a cost or nothing', async () => {
    const { limit } = await open()
    expect(limit.take('key', 3).toJSON()).toMatchObject({
      allowed: true,
      code: 'ALLOWED',
      shadow: false,
      limit: 5,
      remaining: 2,
      granted: 3,
      retryMs: 0,
    })
    const refused = limit.take('key', 3).toJSON()
    expect(refused).toMatchObject({ allowed: false, code: 'LIMITED', remaining: 2, granted: 0 })
    expect(refused.retryMs).toBeGreaterThan(0)
    expect(limit.take('key', 2).toJSON()).toMatchObject({ allowed: true, remaining: 0 })
    expect(limit.take('other', 5).allowed, 'another key has its own').toBe(true)
  })

  it('allows again when it says, and not before', async () => {
    const { limit, at } = await open()
    at(0.25 * HOUR)
    limit.take('key', 4)
    const { retryMs } = limit.take('key', 3)
    at(0.25 * HOUR + retryMs - 1)
    expect(limit.take('key', 3).allowed).toBe(false)
    at(0.25 * HOUR + retryMs)
    expect(limit.take('key', 3).allowed).toBe(true)
  })

  it('has nothing counted any more when it says', async () => {
    const { limit, at } = await open()
    at(7 * HOUR)
    const { resetMs } = limit.take('key', 4)
    at(7 * HOUR + resetMs - 1)
    expect(limit.peek('key', 5).allowed).toBe(false)
    at(7 * HOUR + resetMs)
    expect(limit.peek('key', 5).toJSON()).toMatchObject({ remaining: 5, resetMs: 0 })
  })

  it('has one token more when it says', async () => {
    const { limit, at } = await open()
    at(HOUR)
    expect(limit.peek('key').nextMs).toBe(0)
    const { nextMs } = limit.take('key', 4)
    at(HOUR + nextMs - 1)
    expect(limit.peek('key').remaining).toBe(1)
    at(HOUR + nextMs)
    expect(limit.peek('key').remaining).toBeGreaterThan(1)
  })

  it('always allows a cost of 0', async () => {
    const { limit } = await open()
    expect(limit.take('key', 0).toJSON()).toMatchObject({ allowed: true, granted: 0, remaining: 5 })
    limit.take('key', 5)
    expect(limit.take('key', 0).toJSON()).toMatchObject({ allowed: true, granted: 0, remaining: 0 })
  })

  it('peeks without taking', async () => {
    const { limit } = await open()
    limit.take('key', 2)
    for (let time = 0; time < 3; time++) {
      expect(limit.peek('key', 3).toJSON()).toMatchObject({ allowed: true, remaining: 3 })
      expect(limit.peek('key', 4).toJSON()).toMatchObject({ code: 'LIMITED', remaining: 3 })
      expect(limit.peek('key', 6).toJSON()).toMatchObject({ code: 'COST_EXCEEDS_LIMIT' })
    }
    expect(limit.peek('key', 3).granted, 'nothing was taken').toBe(0)
    expect(limit.take('key', 3).allowed).toBe(true)
  })

  it('tells a cost that never fits from one that does not fit now, and counts neither', async () => {
    const { limit } = await open()
    for (const cost of [6, 7, 2_147_483_647]) {
      expect(limit.take('key', cost).toJSON()).toMatchObject({
        allowed: false,
        code: 'COST_EXCEEDS_LIMIT',
        remaining: 5,
        granted: 0,
        retryMs: null,
      })
    }
    expect(limit.take('key', 6).retryMs).toBe(Number.POSITIVE_INFINITY)
    limit.take('key', 2)
    expect(limit.take('key', 2_147_483_647).toJSON()).toMatchObject({ remaining: 3 })
    expect(limit.take('key', 3).toJSON()).toMatchObject({ allowed: true, remaining: 0 })
    expect(limit.take('key', 6).code).toBe('COST_EXCEEDS_LIMIT')
  })

  it('gives back no more than was taken', async () => {
    const { limit } = await open()
    expect(limit.give('key', 3).toJSON()).toMatchObject({ allowed: true, remaining: 5 })
    limit.take('key', 4)
    expect(limit.give('key').remaining).toBe(2)
    expect(limit.give('key', 0).remaining).toBe(2)
    expect(limit.give('key', 2_147_483_647).toJSON()).toMatchObject({ remaining: 5, resetMs: 0 })
    expect(limit.take('key', 5).allowed).toBe(true)
    expect(limit.take('key').allowed, 'no token more than the limit').toBe(false)
  })

  it('takes what is left, up to a cost', async () => {
    const { limit } = await open()
    expect(limit.takeUpTo('key', 2).toJSON()).toMatchObject({ granted: 2, remaining: 3 })
    expect(limit.takeUpTo('key', 0).toJSON()).toMatchObject({ allowed: true, granted: 0 })
    expect(limit.takeUpTo('key', 1_000_000).toJSON()).toMatchObject({
      allowed: true,
      code: 'ALLOWED',
      granted: 3,
      remaining: 0,
    })
    expect(limit.takeUpTo('key', 1).toJSON()).toMatchObject({
      allowed: false,
      code: 'LIMITED',
      granted: 0,
    })
  })

  it('forgets at a reset', async () => {
    const { limit } = await open()
    expect(limit.reset('never seen').remaining).toBe(5)
    limit.take('key', 5)
    limit.take('other', 5)
    expect(limit.reset('key').toJSON()).toMatchObject({ allowed: true, remaining: 5, resetMs: 0 })
    expect(limit.take('key', 5).allowed).toBe(true)
    expect(limit.take('other').allowed).toBe(false)
  })

  it('refuses a blocked key everything, and keeps what it has used', async () => {
    const { limit, at } = await open()
    limit.take('key', 2)
    limit.block('key', HOUR)
    at(HOUR / 2)
    const blocked = { allowed: false, code: 'BLOCKED', remaining: 0, granted: 0 }
    const spans = { resetMs: HOUR / 2, retryMs: HOUR / 2 }
    for (const cost of [0, 1, 3]) {
      expect(limit.take('key', cost).toJSON()).toMatchObject({ ...blocked, ...spans })
      expect(limit.peek('key', cost).toJSON()).toMatchObject({ ...blocked, ...spans })
      expect(limit.takeUpTo('key', cost).toJSON()).toMatchObject({ ...blocked, ...spans })
    }
    expect(limit.reserve('key').allowed).toBe(false)
    expect(limit.take('other').allowed).toBe(true)
    at(HOUR - 1)
    expect(limit.take('key').code).toBe('BLOCKED')
    at(HOUR)
    expect(limit.take('key', 3).toJSON()).toMatchObject({ allowed: true, remaining: 0 })
  })

  it('blocks keys it has never seen, replaces blocks, and lifts them', async () => {
    const { limit, at } = await open()
    limit.block('key', HOUR)
    limit.block('key', 2 * HOUR)
    at(HOUR)
    expect(limit.take('key').toJSON()).toMatchObject({ code: 'BLOCKED', retryMs: HOUR })
    limit.block('key', 1)
    expect(limit.take('key').retryMs).toBe(1)
    limit.unblock('key')
    expect(limit.take('key').toJSON()).toMatchObject({ allowed: true, remaining: 4 })
    limit.unblock('never blocked')
    limit.block('key', DAY)
    expect(limit.reset('key').remaining, 'a reset lifts it, too').toBe(5)
    expect(limit.take('key', 5).allowed).toBe(true)
  })

  it('counts what it decides, but not what is only looked at', async () => {
    const { sluice, limit } = await open()
    limit.take('key', 3)
    limit.take('key', 3)
    limit.take('other', 6)
    limit.takeUpTo('key', 9)
    limit.reserve('other').commit()
    for (let time = 0; time < 5; time++) limit.peek('key', 3)
    limit.give('key')
    limit.block('third', 10)
    limit.take('third')
    expect(limit.metrics()).toEqual({
      admitted: 3,
      refused: 3,
      shadowRefused: 0,
      entries: 2,
      evicted: 0,
      tokensLeaked: 0,
    })
    expect(sluice.limitMetrics('it')).toEqual(limit.metrics())
    limit.reset('key')
    expect(limit.take('key').allowed, algorithm).toBe(true)
    expect(limit.metrics().admitted).toBe(4)
  })
})

describe('a concurrency limit', () => {
  it('is reserved and released, and cannot do what is about tokens', async () => {
    const { sluice } = await openLimits({ it: { algorithm: 'concurrency', limit: 2 } })
    const limit = sluice.limit('it')
    const unsupported = [
      () => limit.take('key'),
      () => limit.take('key', 0),
      () => limit.takeUpTo('key', 1),
      () => limit.give('key'),
      () => limit.takeOnce('request', 'key'),
      () => sluice.limitGroup(['it']).take('key'),
    ]
    for (const call of unsupported) expect(codeOf(call)).toBe('OPERATION_UNSUPPORTED')
    expect(limit.peek('key', 2).toJSON()).toMatchObject({ allowed: true, remaining: 2 })
    expect(sluice.limitGroup(['it']).peek('key').allowed).toBe(true)
    const held = limit.reserve('key', 2)
    expect(limit.peek('key').code).toBe('LIMITED')
    held.release()
    limit.block('key', 5)
    expect(limit.peek('key').code).toBe('BLOCKED')
  })
})

describe('the keys that are asked most', () => {
  it('are found among many, with how often', async () => {
    const { sluice } = await openLimits({ it: { rate: '1000000/s' }, other: { rate: '1/s' } })
    const limit = sluice.limit('it')
    for (let call = 0; call < 40_000; call++) {
      limit.take(call % 2 === 0 ? 'first' : call % 4 === 1 ? 'second' : `rare ${call}`)
    }
    const [first, second] = limit.hottestKeys(2)
    expect([first?.key, second?.key]).toEqual(['first', 'second'])
    expect(first!.takes).toBeGreaterThan(17_000)
    expect(first!.takes).toBeLessThan(23_000)
    expect(limit.hottestKeys().length).toBeLessThanOrEqual(10)
    expect(limit.hottestKeys(0)).toEqual([])
    expect(sluice.limit('other').hottestKeys(), 'of each limit by itself').toEqual([])
  })

  // A lane remembers keys of one length that end alike, with the same character in the middle, at the same place.
  it('are not mixed up with keys that end alike', async () => {
    const { sluice } = await openLimits({ it: { rate: '1000000/s' } })
    const limit = sluice.limit('it')
    for (let call = 0; call < 640; call++) limit.take('user-a:/api/login')
    for (let call = 0; call < 64_000; call++) limit.take('user-b:/api/login')
    expect(limit.hottestKeys(1)[0]?.key).toBe('user-b:/api/login')
  })
})

describe('keys', () => {
  const open = async () => {
    const { sluice } = await openLimits({
      one: { rate: '5/d', key: 'user.id' },
      list: { rate: '5/d', key: ['tenant', 'user.id'] },
      address: { rate: '5/d', key: [{ ip: 'ip' }] },
      both: { rate: '5/d', key: ['tenant', { ip: 'ip', prefix: 56 }] },
      none: { rate: '5/d' },
    })
    const left = (name: string, key: LimitKey) => sluice.limit(name).peek(key).remaining
    return { sluice, left }
  }

  it('are the same prepared and as texts', async () => {
    const { sluice, left } = await open()
    const keys = ['ada', 'ключ', '\u{1f511}', 'x'.repeat(1024), ' ', '__proto__']
    const prepared = keys.map(key => sluice.key(key))
    for (const [index, key] of keys.entries()) {
      expect(prepared[index]!.text).toBe(key)
      sluice.limit('none').take(prepared[index]!, 2)
      expect(left('none', key)).toBe(3)
      sluice.limit('none').take(key)
      expect(left('none', prepared[index]!)).toBe(2)
      const group = sluice.limitGroup(['none', 'one'])
      expect(group.take([prepared[index]!, key]).results[0]!.remaining).toBe(1)
      expect(sluice.limit('none').reserve(prepared[index]!, 1).commit(0)).toBe(true)
      sluice.limit('none').takeOnce('request', prepared[index]!)
      expect(sluice.limit('none').takeOnce('request', key).remaining).toBe(0)
      sluice.limit('none').block(prepared[index]!, HOUR)
      expect(sluice.limit('none').take(key).code).toBe('BLOCKED')
    }
    await sluice.publish({ limits: { none: { rate: '6/d' } } })
    sluice.limit('none').reset(prepared[0]!)
    expect(left('none', 'ada'), 'also after a reload').toBe(6)
  })

  it('stay the same while thousands of others are asked about', async () => {
    const { sluice, left } = await open()
    const prepared = Array.from({ length: 40 }, (_, index) => sluice.key('tenant', index))
    for (let round = 0; round < 3; round++) {
      for (let other = 0; other < 3000; other++) sluice.limit('one').take(`other ${other}`, 0)
      for (const key of prepared) sluice.limit('none').take(key)
    }
    for (const [index, { text }] of prepared.entries()) {
      expect(text).toBe(composeKey('tenant', index))
      expect(left('none', text)).toBe(2)
    }
  })

  it('of another engine are known by their text', async () => {
    const [one, two] = [await open(), await open()]
    two.sluice.limit('none').take(one.sluice.key('a', 'b'), 2)
    expect(two.left('none', composeKey('a', 'b'))).toBe(3)
    expect(two.left('none', two.sluice.key('a', 'b'))).toBe(3)
  })

  it('are made of the attributes that the limit names', async () => {
    const { sluice, left } = await open()
    const context = sluice.context({ tenant: 'acme', user: { id: 42 }, ip: '::ffff:192.0.2.1' })
    for (const name of ['one', 'list', 'address', 'both']) sluice.limit(name).take(context, 2)
    expect(left('one', '42')).toBe(3)
    expect(left('list', composeKey('acme', '42'))).toBe(3)
    expect(left('list', 'acme42')).toBe(5)
    expect(left('address', '192.0.2.1')).toBe(3)
    expect(left('both', composeKey('acme', '192.0.2.1'))).toBe(3)
    const group = sluice.limitGroup(['one', 'list', 'address', 'both'])
    expect(group.take(context, 3).results.map(({ remaining }) => remaining)).toEqual([0, 0, 0, 0])
    context.set({ tenant: 'acme', user: { id: 'ada' }, ip: '[2001:db8:1:2ff:3::4]:443' })
    expect(group.take(context).allowed, 'another request').toBe(true)
    expect(left('address', '2001:db8:1:2ff::/64')).toBe(4)
    expect(left('both', composeKey('acme', '2001:db8:1:200::/56'))).toBe(4)
  })

  it('are told when they are none', async () => {
    const { sluice, left } = await open()
    const context = (attributes: object) => sluice.context(attributes as Record<string, string>)
    const wrong: [string, unknown][] = [
      ['none', context({ user: { id: 'ada' } })],
      ['one', context({})],
      ['one', context({ user: 'ada' })],
      ['one', context({ user: { id: '' } })],
      ['one', context({ user: { id: null } })],
      ['one', context({ user: { id: true } })],
      ['one', context({ user: { id: Number.NaN } })],
      ['one', context({ user: { id: ['ada'] } })],
      ['list', context({ user: { id: 'ada' } })],
      ['address', context({ ip: '300.1.2.3' })],
      ['address', context({ ip: 7 })],
      ['both', context({ tenant: 'acme', ip: 'localhost' })],
      ...['', '\ud800', 'a\udc00b', 'x'.repeat(1025), '\u{1f511}'.repeat(257)].map(
        key => ['none', key] as [string, unknown],
      ),
      ...[undefined, null, 7, Number.NaN, true, {}, [], ['a'], () => 'a', Symbol('a'), 5n].map(
        key => ['none', key] as [string, unknown],
      ),
    ]
    for (const [name, given] of wrong) {
      const limit = sluice.limit(name)
      const key = given as string
      const calls = [
        () => limit.take(key),
        () => limit.peek(key),
        () => limit.takeUpTo(key, 1),
        () => limit.give(key),
        () => limit.reset(key),
        () => limit.block(key, HOUR),
        () => limit.unblock(key),
        () => limit.takeOnce('request', key),
        () => limit.reserve(key),
      ]
      for (const call of calls) expect(codeOf(call), `${name} ${String(call)}`).toBe('KEY_INVALID')
    }
    const parts: unknown[][] = [[], [''], [null], [{}], ['a', Number.NaN], ['a', undefined]]
    for (const given of [...parts, ['\ud800'], ['x'.repeat(2000)]]) {
      expect(codeOf(() => sluice.key(...(given as string[])))).toBe('KEY_INVALID')
    }
    for (const name of ['one', 'list', 'address', 'both', 'none']) {
      expect(left(name, 'ada')).toBe(5)
      expect(sluice.limitMetrics(name)).toMatchObject({ admitted: 0, refused: 0, entries: 0 })
    }
  })
})

describe('what no call can work with', () => {
  it('is told by its code, and takes nothing', async () => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } })
    const limit = sluice.limit('it')
    const costs = [-1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]
    for (const given of [...costs, '1', '', null, true, [], [1], {}, () => 1]) {
      const cost = given as number
      const calls = [
        () => limit.take('key', cost),
        () => limit.peek('key', cost),
        () => limit.takeUpTo('key', cost),
        () => limit.give('key', cost),
        () => limit.reserve('key', cost),
        () => limit.takeOnce('request', 'key', cost),
      ]
      for (const call of calls) expect(codeOf(call), `${cost} ${call}`).toBe('COST_INVALID')
    }
    const durations = [
      0,
      -1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      315_576_000_001,
      null,
      undefined,
    ]
    for (const duration of [...durations, '', 'long', {}, () => 1]) {
      const call = () => limit.block('key', duration as number)
      expect(codeOf(call), String(duration)).toBe('DURATION_INVALID')
    }
    expect(codeOf(() => limit.plan('none').take('key'))).toBe('PLAN_NOT_FOUND')
    for (const name of ['', 'none', '__proto__', 'constructor', 7, null, undefined]) {
      expect(codeOf(() => sluice.limit(name as string).take('key'))).toBe('LIMIT_NOT_FOUND')
      if (name !== undefined) {
        expect(codeOf(() => limit.plan(name as string).take('key'))).toBe('PLAN_NOT_FOUND')
      }
      expect(codeOf(() => sluice.limitMetrics(name as string))).toBe('LIMIT_NOT_FOUND')
    }
    expect(limit.take('key', 5).allowed).toBe(true)
    expect(limit.metrics()).toMatchObject({ admitted: 1, refused: 0, entries: 1 })
  })

  it.each(['5', [5], { valueOf: () => 5 }])('is a duration that is no number: %j', async given => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } })
    const call = () => sluice.limit('it').block('key', given as number)
    expect(codeOf(call)).toBe('DURATION_INVALID')
  })

  it.each([1n, Symbol('cost'), Object.create(null)])('is a cost of another kind', async given => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } })
    expect(codeOf(() => sluice.limit('it').take('key', given as number))).toBe('COST_INVALID')
  })

  it('is no reason to drop a block: a clock from before the opening', async () => {
    const { sluice, at } = await openLimits({ it: { rate: '5/d' } })
    at(-HOUR)
    sluice.limit('it').block('key', HOUR / 2)
    expect(sluice.limit('it').take('key').code).toBe('BLOCKED')
  })
})

it('says CLOSED once it is closed', async () => {
  const { sluice } = await openLimits({ it: { rate: '5/d', plans: { pro: '9/d' } } })
  const limit = sluice.limit('it')
  const [key, group, held] = [sluice.key('key'), sluice.limitGroup(['it']), limit.reserve('key')]
  sluice.close()
  const calls = [
    () => limit.take('key'),
    () => limit.take(key),
    () => limit.plan('pro').take('key'),
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
    () => group.take('key'),
    () => group.peek('key'),
    () => group.reserve('key'),
    () => held.commit(),
    () => held.renew(),
    () => sluice.settle(held.id),
    () => sluice.setOverride('it', 'key', '9/d'),
    () => sluice.limitMetrics('it'),
  ]
  for (const call of calls) expect(codeOf(call), String(call)).toBe('CLOSED')
  sluice.syncClock()
})
