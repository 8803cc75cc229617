// Takes that are repeated: a request id is charged once, whatever becomes of its answer on the way.
import { describe, expect, it } from 'vitest'
import { codeOf, DAY, FIVE, HOUR, MINUTE, openLimits } from './helpers.ts'

describe.each(Object.entries(FIVE))('takeOnce, %s', (_name, definition) => {
  const open = async () => {
    const opened = await openLimits({ it: definition, other: definition })
    return { ...opened, limit: opened.sluice.limit('it') }
  }

  it('takes once, and answers the same again', async () => {
    const { limit, at } = await open()
    limit.take('key')
    const first = limit.takeOnce('request', 'key', 2).toJSON()
    expect(first).toMatchObject({ allowed: true, granted: 2, remaining: 2 })
    expect(limit.takeOnce('request', 'key', 2).toJSON()).toEqual(first)
    limit.take('key')
    at(HOUR)
    expect(limit.takeOnce('request', 'key', 2).toJSON(), 'what was answered then').toEqual(first)
    expect(limit.takeOnce('request', 'key', 5).toJSON(), 'whatever it asks for').toEqual(first)
    expect(limit.peek('key').remaining).toBe(1)
    expect(limit.metrics().admitted, 'decided three times').toBe(3)
  })

  it('is of each key and each limit by itself', async () => {
    const { sluice, limit } = await open()
    for (const key of ['a', 'b']) expect(limit.takeOnce('request', key, 2).remaining).toBe(3)
    expect(sluice.limit('other').takeOnce('request', 'a', 2).remaining).toBe(3)
    expect(limit.takeOnce('a', 'request', 4).remaining, 'nor do they change places').toBe(1)
    expect(limit.takeOnce('another', 'a', 2).remaining).toBe(1)
    expect(limit.takeOnce('request', 'a', 2).remaining).toBe(3)
  })

  it('repeats a refusal only until the same cost is allowed', async () => {
    const { limit, at } = await open()
    limit.take('key', 4)
    const refused = limit.takeOnce('request', 'key', 2).toJSON()
    expect(refused).toMatchObject({ allowed: false, code: 'LIMITED', granted: 0 })
    at(MINUTE)
    expect(limit.takeOnce('request', 'key', 2).toJSON()).toEqual(refused)
    expect(limit.metrics().refused).toBe(1)
    at(refused.retryMs!)
    expect(limit.takeOnce('request', 'key', 2).toJSON()).toMatchObject({ allowed: true })
    expect(limit.takeOnce('request', 'key', 2).toJSON()).toMatchObject({ allowed: true })
    expect(limit.peek('key', 0).allowed).toBe(true)
    expect(limit.metrics().admitted).toBe(2)
  })

  it('never takes a cost above the limit, and remembers nothing of it', async () => {
    const { limit } = await open()
    for (let time = 0; time < 2; time++) {
      expect(limit.takeOnce('request', 'key', 6).code).toBe('COST_EXCEEDS_LIMIT')
    }
    expect(limit.takeOnce('request', 'key', 5).allowed).toBe(true)
  })

  it('refuses a blocked key for as long as the block lasts', async () => {
    const { limit, at } = await open()
    limit.block('key', HOUR)
    expect(limit.takeOnce('request', 'key').toJSON()).toMatchObject({
      code: 'BLOCKED',
      retryMs: HOUR,
    })
    at(HOUR - 1)
    expect(limit.takeOnce('request', 'key').code).toBe('BLOCKED')
    at(HOUR)
    expect(limit.takeOnce('request', 'key').allowed).toBe(true)
  })

  it('remembers for as long as it is told, by default a day', async () => {
    const { limit, at } = await open()
    limit.takeOnce('short', 'key', 1, { ttlMs: MINUTE })
    limit.takeOnce('long', 'key', 1)
    at(MINUTE - 1)
    limit.takeOnce('short', 'key')
    expect(limit.metrics().admitted).toBe(2)
    at(MINUTE)
    limit.takeOnce('short', 'key')
    expect(limit.metrics().admitted).toBe(3)
    at(DAY - 1)
    limit.takeOnce('long', 'key')
    expect(limit.metrics().admitted).toBe(3)
    at(DAY)
    limit.takeOnce('long', 'key')
    expect(limit.metrics().admitted).toBe(4)
  })

  it('survives a reload that changes the numbers', async () => {
    const { sluice, limit } = await open()
    const first = limit.takeOnce('request', 'key', 2).toJSON()
    await sluice.publish({ limits: { it: { ...definition, change: 'as-is' } } })
    expect(limit.takeOnce('request', 'key', 2).allowed).toBe(true)
    expect(limit.peek('key').remaining).toBe(first.remaining)
  })
})

it('forgets the request that ends first when there are too many', async () => {
  const { sluice } = await openLimits({ it: { rate: '1000000/d' } }, { requestsMax: 64 })
  const limit = sluice.limit('it')
  limit.takeOnce('kept', 'key', 1, { ttlMs: 2 * DAY })
  for (let index = 0; index < 1000; index++) {
    limit.takeOnce(`request ${index}`, 'key', 1, { ttlMs: DAY })
  }
  expect(limit.metrics().admitted).toBe(1001)
  limit.takeOnce('kept', 'key')
  limit.takeOnce('request 999', 'key')
  expect(limit.metrics().admitted).toBe(1001)
  limit.takeOnce('request 0', 'key')
  expect(limit.metrics().admitted).toBe(1002)
})

it('tells what it cannot work with, and takes nothing', async () => {
  const { sluice } = await openLimits({ it: { rate: '5/d' } })
  const limit = sluice.limit('it')
  const wrong: [string, unknown, unknown, unknown, unknown][] = [
    ['KEY_INVALID', '', 'key', 1, {}],
    ['KEY_INVALID', undefined, 'key', 1, {}],
    ['KEY_INVALID', 7, 'key', 1, {}],
    ['KEY_INVALID', '\ud800', 'key', 1, {}],
    ['KEY_INVALID', 'x'.repeat(1025), 'key', 1, {}],
    ['KEY_INVALID', 'request', '', 1, {}],
    ['KEY_INVALID', 'request', 7, 1, {}],
    ['COST_INVALID', 'request', 'key', -1, {}],
    ['COST_INVALID', 'request', 'key', 0.5, {}],
    ['COST_INVALID', 'request', 'key', '1', {}],
    ['COST_INVALID', 'request', 'key', null, {}],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: 0 }],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: -1 }],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: Number.NaN }],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: Number.POSITIVE_INFINITY }],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: 315_576_000_001 }],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: 'long' }],
    ['DURATION_INVALID', 'request', 'key', 1, { ttlMs: null }],
  ]
  for (const [code, ...given] of wrong) {
    const call = () => limit.takeOnce(...(given as Parameters<typeof limit.takeOnce>))
    expect(codeOf(call), JSON.stringify(given)).toBe(code)
  }
  expect(codeOf(() => sluice.limit('none').takeOnce('request', 'key'))).toBe('LIMIT_NOT_FOUND')
  expect(limit.takeOnce('request', 'key', 5).allowed).toBe(true)
})

it('answers the same when the numbers of then are long gone', async () => {
  const { sluice } = await openLimits({ it: { rate: '10/h' } }, { limitsMax: 1, logTokensMax: 64 })
  const limit = sluice.limit('it')
  await sluice.publish({ limits: { it: { rate: '11/h' } } })
  const { allowed, remaining } = limit.takeOnce('request', 'key', 3).toJSON()
  await sluice.publish({ limits: { it: { rate: '12/h' } } })
  await sluice.publish({ limits: { it: { algorithm: 'sliding-log', rate: '4/h' } } })
  expect(limit.takeOnce('request', 'key', 3).toJSON()).toMatchObject({ allowed, remaining })
})
