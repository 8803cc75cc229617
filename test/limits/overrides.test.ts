// Keys that have numbers of their own: in the config, and at run time.
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { codeOf, FIVE, HOUR, openLimits, rejectionOf } from './helpers.ts'

const base = { rate: '5/d', plans: { pro: '50/d' }, overrides: { vip: '500/d', poor: '1/d' } }

describe('the numbers of a key', () => {
  it('are its own, or else those of its plan, or else the limit’s', async () => {
    const { sluice } = await openLimits({ it: base })
    const [limit, pro] = [sluice.limit('it'), sluice.limit('it').plan('pro')]
    const limits = (key: string) => [limit.peek(key).limit, pro.peek(key).limit]
    expect(limits('anybody')).toEqual([5, 50])
    expect(limits('vip')).toEqual([500, 500])
    sluice.setOverride('it', 'vip', '9/d')
    sluice.setOverride('it', 'new', { burst: 7 })
    expect(limits('vip'), 'of run time before those of the config').toEqual([9, 9])
    expect(limits('new')).toEqual([7, 7])
    sluice.setOverride('it', 'vip', undefined)
    sluice.setOverride('it', 'new', undefined)
    sluice.setOverride('it', 'never had any', undefined)
    expect(limits('vip')).toEqual([500, 500])
    expect(limits('new')).toEqual([5, 50])
  })

  it.each(Object.entries(FIVE))('decide, under %s', async (_name, definition) => {
    const own = (count: number) => (definition.algorithm === 'quota' ? count : `${count}/d`)
    const { sluice } = await openLimits({ it: { ...definition, overrides: { vip: own(8) } } })
    const limit = sluice.limit('it')
    expect(limit.take('vip', 8).toJSON()).toMatchObject({ allowed: true, limit: 8, remaining: 0 })
    expect(limit.take('vip').allowed).toBe(false)
    expect(limit.take('key', 4).remaining).toBe(1)
    sluice.setOverride('it', 'key', own(10))
    expect(limit.peek('key').toJSON(), 'what was used is used').toMatchObject({
      limit: 10,
      remaining: 6,
    })
    expect(sluice.limitGroup(['it', 'it']).take(['key', 'other'], 5).allowed).toBe(true)
    expect(limit.take('other').allowed).toBe(false)
    sluice.setOverride('it', 'key', own(3))
    expect(limit.take('key').toJSON()).toMatchObject({ allowed: false, limit: 3, remaining: 0 })
    sluice.setOverride('it', 'key', own(12))
    expect(limit.take('key', 3).remaining).toBe(0)
    const held = limit.reserve('vip', 0)
    sluice.setOverride('it', 'vip', own(20))
    held.commit(2)
    expect(limit.peek('vip').remaining).toBe(10)
    sluice.setOverride('it', 'vip', undefined)
    expect(limit.take('vip').allowed).toBe(false)
  })

  it('may be of slots in flight', async () => {
    const { sluice } = await openLimits({ it: { algorithm: 'concurrency', limit: 1 } })
    const limit = sluice.limit('it')
    const one = limit.reserve('key')
    sluice.setOverride('it', 'key', 2)
    expect([limit.reserve('key').allowed, limit.reserve('key').allowed]).toEqual([true, false])
    one.release()
    sluice.setOverride('it', 'key', undefined)
    expect(limit.reserve('key').allowed, 'one is in flight still').toBe(false)
  })

  it('may be a period of its own, in the config', async () => {
    const quota = { algorithm: 'quota', limit: 5, period: 'month' }
    const overrides = { key: { anchor: '2026-01-15' }, both: { limit: 9, anchor: '2026-01-20' } }
    const { sluice } = await openLimits({ it: { ...quota, overrides } }, {}, '2026-01-14T23:00:00Z')
    const limit = sluice.limit('it')
    expect(limit.take('key', 5).resetMs).toBe(HOUR)
    expect(limit.take('both', 5).toJSON()).toMatchObject({
      limit: 9,
      resetMs: HOUR + 5 * 24 * HOUR,
    })
    expect(limit.take('other', 5).resetMs).toBe(HOUR + 17 * 24 * HOUR)
  })

  it('count in the periods of their quota, given at run time', async () => {
    const quota = { algorithm: 'quota', limit: 5, period: 'month', anchor: '2026-01-15' }
    const { sluice, at } = await openLimits({ it: quota }, {}, '2026-01-14T23:00:00Z')
    sluice.setOverride('it', 'key', 9)
    expect(sluice.limit('it').take('key', 9).resetMs).toBe(HOUR)
    at(HOUR)
    expect(sluice.limit('it').take('key', 9).allowed).toBe(true)
  })

  it('may be a period of its own, given at run time, in all threads', async () => {
    const quota = { algorithm: 'quota', limit: 5, period: 'month', timeZone: 'Europe/Berlin' }
    const options = { shared: true, lanesMax: 2 }
    const { sluice, times, at } = await openLimits({ it: quota }, options, '2026-01-14T22:00:00Z')
    const other = Sluice.attach(sluice.handle, { clock: () => times.now })
    onTestFinished(() => other.close())
    sluice.setOverride('it', 'date', { anchor: '2025-03-15' })
    sluice.setOverride('it', 'time', { limit: 9, anchor: '0000-10-15T04:30' })
    for (const thread of [sluice, other]) {
      const limit = thread.limit('it')
      expect(limit.take('date', 2).resetMs).toBe(HOUR)
      expect(limit.take('time', 4).toJSON()).toMatchObject({ limit: 9, resetMs: 5.5 * HOUR })
      expect(limit.peek('any').resetMs).toBe(0)
    }
    at(HOUR)
    expect(other.limit('it').peek('date').remaining).toBe(5)
    expect(other.limit('it').peek('time').remaining).toBe(1)
    at(5.5 * HOUR)
    expect(other.limit('it').peek('time').remaining).toBe(9)
    sluice.setOverride('it', 'date', undefined)
    expect(other.limit('it').take('date').resetMs, 'the month').toBe((17 * 24 - 4.5) * HOUR)
  })

  it('are the same however the key is given', async () => {
    const { sluice } = await openLimits({ it: { ...base, key: ['a', 'b'] } })
    const prepared = sluice.key('x', 'y')
    sluice.setOverride('it', prepared.text, '77/d')
    expect(sluice.limit('it').peek(prepared).limit).toBe(77)
    expect(sluice.limit('it').peek(sluice.context({ a: 'x', b: 'y' })).limit).toBe(77)
  })
})

describe('a reload', () => {
  it('keeps what run time gave, and takes what the config says', async () => {
    const { sluice } = await openLimits({ it: base })
    const limit = sluice.limit('it')
    sluice.setOverride('it', 'given', '9/d')
    sluice.setOverride('it', 'vip', '10/d')
    limit.take('given', 4)
    await sluice.publish({ limits: { it: { rate: '6/d', overrides: { vip: '7/d', new: '8/d' } } } })
    const limits = ['given', 'vip', 'new', 'poor'].map(key => limit.peek(key).limit)
    expect(limits).toEqual([9, 10, 8, 6])
    expect(limit.peek('given').remaining).toBe(5)
    sluice.setOverride('it', 'vip', undefined)
    expect(limit.peek('vip').limit).toBe(7)
  })

  it('drops what the new algorithm cannot have, and says so', async () => {
    const warnings: string[] = []
    const emit = vi.spyOn(process, 'emitWarning').mockImplementation(warning => {
      warnings.push(String(warning))
    })
    onTestFinished(() => emit.mockRestore())
    const { sluice } = await openLimits({ it: base })
    sluice.setOverride('it', 'given', { burst: 9 })
    sluice.setOverride('it', 'rated', '9/d')
    await sluice.publish({ limits: { it: { algorithm: 'fixed-window', rate: '6/d' } } })
    expect(['given', 'rated'].map(key => sluice.limit('it').peek(key).limit)).toEqual([6, 9])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain("the key 'given' loses its own numbers under the limit 'it'")
  })
})

describe('numbers that a limit cannot have', () => {
  const limits = {
    bucket: { rate: '5/d' },
    strict: { rate: '5/d', strict: true },
    window: { algorithm: 'fixed-window', rate: '5/d' },
    slots: { algorithm: 'concurrency', limit: 5 },
    quota: { algorithm: 'quota', limit: 5, period: 'day' },
  }
  const wrong: [string, unknown][] = [
    ...['', 'x', '5', '0/s', '-1/s', '1.5/s', '1/0s', '1/mo', '4999999/s'].map(
      rate => ['bucket', rate] as [string, unknown],
    ),
    ...[null, {}, [], 5, true, () => 1, Symbol('x'), { rate: 5 }, { limit: 5 }, { key: 'x' }].map(
      numbers => ['bucket', numbers] as [string, unknown],
    ),
    ...[0, -1, 1.5, Number.NaN, '5', 2 ** 31, Number.POSITIVE_INFINITY].map(
      burst => ['bucket', { burst }] as [string, unknown],
    ),
    ['bucket', { rate: undefined }],
    ['strict', { burst: 6 }],
    ['window', { burst: 5 }],
    ['window', 5],
    ['window', '2147483648/s'],
    ['slots', '5/s'],
    ['quota', '5/s'],
    ...['2026-02-30', '2026-01-01T00:00:30', '', 5, null].map(
      anchor => ['quota', { anchor }] as [string, unknown],
    ),
    ['bucket', { anchor: '2026-01-01' }],
    ...['slots', 'quota'].flatMap(name => {
      return [0, -1, 0.5, Number.NaN, 2 ** 31].map(limit => [name, limit] as [string, unknown])
    }),
  ]

  it('are told, and change nothing', async () => {
    const { sluice } = await openLimits(limits)
    sluice.setOverride('bucket', 'key', '7/d')
    for (const [name, numbers] of wrong) {
      const call = () => sluice.setOverride(name, 'key', numbers as string)
      expect(codeOf(call), `${name} ${String(numbers)} ${JSON.stringify(numbers)}`).toBe(
        'NUMBERS_INVALID',
      )
    }
    expect(sluice.limit('bucket').peek('key').limit).toBe(7)
    for (const name of ['strict', 'window', 'slots', 'quota']) {
      expect(sluice.limit(name).peek('key').limit).toBe(name === 'strict' ? 3 : 5)
    }
    expect(codeOf(() => sluice.setOverride('none', 'key', '1/s'))).toBe('LIMIT_NOT_FOUND')
    for (const key of ['', '\udc00', 'x'.repeat(1025), 7, null, undefined, {}]) {
      const call = () => sluice.setOverride('bucket', key as string, '1/s')
      expect(codeOf(call), String(key).slice(0, 9)).toBe('KEY_INVALID')
    }
  })

  it('are more than a log can hold', async () => {
    const log = { algorithm: 'sliding-log', rate: '3/d' }
    const { sluice } = await openLimits({ it: log }, { logTokensMax: 4 })
    try {
      sluice.setOverride('it', 'key', '100/d')
    } catch {}
    let admitted = 0
    while (admitted < 500 && sluice.limit('it').take('key').allowed) admitted++
    expect(admitted).toBeLessThanOrEqual(100)
  })
})

describe('room for numbers of their own', () => {
  it('is given back', async () => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } }, { exceptionsMax: 64 })
    for (let index = 0; index < 1000; index++) {
      sluice.setOverride('it', `key ${index}`, '7/d')
      expect(sluice.limit('it').peek(`key ${index}`).limit).toBe(7)
      sluice.setOverride('it', `key ${index}`, undefined)
    }
    for (let index = 0; index < 1000; index++) {
      sluice.limit('it').block(`key ${index}`, HOUR)
      sluice.limit('it').unblock(`key ${index}`)
    }
    for (let index = 0; index < 64; index++) sluice.limit('it').block(`key ${index}`, HOUR)
    expect(sluice.limit('it').take('key 63').code).toBe('BLOCKED')
    expect(sluice.limit('it').take('key 64').allowed).toBe(true)
  })

  it('ends, and what did not get any is as it was', async () => {
    const { sluice, at } = await openLimits({ it: { rate: '5/d' } }, { exceptionsMax: 64 })
    const limit = sluice.limit('it')
    let blocked = 0
    const block = () => limit.block(`key ${blocked}`, HOUR)
    while (codeOf(block) === 'nothing') blocked++
    expect(blocked).toBeGreaterThanOrEqual(64)
    expect(codeOf(block)).toBe('EXCEPTIONS_EXHAUSTED')
    expect(limit.take(`key ${blocked}`).allowed).toBe(true)
    expect(codeOf(() => sluice.setOverride('it', `key ${blocked}`, '7/d'))).toBe(
      'EXCEPTIONS_EXHAUSTED',
    )
    expect(limit.peek(`key ${blocked}`).limit).toBe(5)
    limit.unblock('never blocked')
    at(HOUR)
    expect(codeOf(block), 'blocks that are over make room').toBe('nothing')
  })

  it('is what the option says', async () => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } }, { exceptionsMax: 64 })
    for (let index = 0; index < 64; index++) sluice.limit('it').block(`key ${index}`, HOUR)
    expect(codeOf(() => sluice.limit('it').block('one more', HOUR))).toBe('EXCEPTIONS_EXHAUSTED')
  })

  it('does not run out by changing one key’s numbers', async () => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } }, { limitsMax: 1 })
    for (let count = 1; count <= 10; count++) {
      expect(
        codeOf(() => sluice.setOverride('it', 'key', `${count}/d`)),
        `${count}`,
      ).toBe('nothing')
    }
  })
})

describe('a config whose overrides have no room', () => {
  it.each([
    ['too many', Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`key ${at}`, '9/d']))],
    ['a key longer than keyBytesMax', { ['x'.repeat(2000)]: '9/d' }],
  ])('does not go live by half: %s', async (_what, overrides) => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } }, { exceptionsMax: 64 })
    const { version } = sluice
    const rejection = await rejectionOf(
      sluice.publish({ limits: { it: { rate: '6/d', overrides } } }),
    )
    expect(rejection).not.toBe('nothing')
    expect([sluice.version, sluice.limit('it').peek('key').limit]).toEqual([version, 5])
  })
})

it('belongs to the thread that opened the engine', async () => {
  const { sluice } = await openLimits({ it: { rate: '5/d' } }, { shared: true, lanesMax: 2 })
  const other = Sluice.attach(sluice.handle, { clock: () => 0 })
  onTestFinished(() => other.close())
  expect(codeOf(() => other.setOverride('it', 'key', '9/d'))).toBe('HANDLE_INVALID')
  expect(other.limit('it').take('key', 3).remaining).toBe(2)
  sluice.setOverride('it', 'key', '9/d')
  expect(other.limit('it').take('key').toJSON()).toMatchObject({ limit: 9, remaining: 5 })
  sluice.limit('it').block('key', HOUR)
  expect(other.limit('it').take('key').code).toBe('BLOCKED')
})
