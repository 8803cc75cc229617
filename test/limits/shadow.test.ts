// A limit that only watches: it counts what fits, says what it would refuse, and refuses nothing.
import { describe, expect, it } from 'vitest'
import { FIVE, HOUR, openLimits } from './helpers.ts'

describe.each(Object.entries(FIVE))('%s in shadow', (_name, definition) => {
  const open = async () => {
    const limits = { watched: { ...definition, shadow: true }, real: { rate: '2/d' } }
    const opened = await openLimits(limits)
    return { ...opened, limit: opened.sluice.limit('watched') }
  }

  it('allows what it would refuse, and says so', async () => {
    const { limit } = await open()
    expect(limit.take('key', 4).toJSON()).toMatchObject({ code: 'ALLOWED', shadow: false })
    const passed = { allowed: true, shadow: true, granted: 0, remaining: 1 }
    for (const call of [() => limit.take('key', 2), () => limit.peek('key', 2)]) {
      const answer = call().toJSON()
      expect(answer).toMatchObject({ ...passed, code: 'LIMITED' })
      expect(answer.retryMs, 'when it would not have').toBeGreaterThan(0)
    }
    expect(limit.take('key', 6).toJSON()).toMatchObject({ ...passed, code: 'COST_EXCEEDS_LIMIT' })
    expect(limit.take('key', 1).toJSON(), 'what fits is counted').toMatchObject({
      code: 'ALLOWED',
      shadow: false,
      remaining: 0,
    })
    expect(limit.takeUpTo('key', 3).toJSON()).toMatchObject({
      allowed: true,
      code: 'LIMITED',
      shadow: true,
      granted: 0,
    })
    expect(limit.metrics()).toMatchObject({ admitted: 2, refused: 0, shadowRefused: 3 })
  })

  it('lets blocked keys pass, too', async () => {
    const { limit } = await open()
    limit.block('key', HOUR)
    expect(limit.take('key').toJSON()).toMatchObject({
      allowed: true,
      code: 'BLOCKED',
      shadow: true,
    })
    expect(limit.metrics()).toMatchObject({ admitted: 0, refused: 0, shadowRefused: 1 })
  })

  it('does not keep the others of its group from taking', async () => {
    const { sluice, limit } = await open()
    const group = sluice.limitGroup(['watched', 'real'])
    limit.take('key', 5)
    const result = group.take('key', 1)
    expect([result.allowed, result.code, result.refusedBy, result.retryMs]).toEqual([
      true,
      'ALLOWED',
      undefined,
      0,
    ])
    expect(result.results.map(({ shadow }) => shadow)).toEqual([true, false])
    expect(sluice.limit('real').peek('key').remaining).toBe(1)
    group.take('key', 1)
    const refused = group.take('key', 1)
    expect([refused.allowed, refused.refusedBy]).toEqual([false, 'real'])
    expect(refused.retryMs, 'of the real one alone').toBe(refused.results[1]!.retryMs)
  })

  it('is not charged when a real limit of the group refuses', async () => {
    const { sluice, limit } = await open()
    sluice.limit('real').take('key', 2)
    expect(sluice.limitGroup(['watched', 'real']).take('key', 1).allowed).toBe(false)
    expect(limit.peek('key').remaining).toBe(5)
    expect(limit.metrics()).toMatchObject({ admitted: 0, shadowRefused: 0 })
  })

  it('holds reservations that it would refuse, of nothing', async () => {
    const { limit } = await open()
    limit.take('key', 4)
    const held = limit.reserve('key', 3)
    expect(held.allowed).toBe(true)
    expect(held.answers).toMatchObject([{ allowed: true, shadow: true, granted: 0 }])
    expect(limit.peek('key').remaining).toBe(1)
    expect(held.cancel()).toBe(true)
    expect(limit.peek('key').remaining, 'no token is made of it').toBe(1)
  })

  it('says what it would refuse of an idempotent take, the first time, too', async () => {
    const { limit } = await open()
    limit.take('key', 5)
    const answer = { allowed: true, shadow: true, code: 'LIMITED' }
    expect(limit.takeOnce('request', 'key').toJSON()).toMatchObject(answer)
    expect(limit.takeOnce('request', 'key').toJSON()).toMatchObject(answer)
  })
})

it('goes live with what it has counted', async () => {
  const { sluice } = await openLimits({ it: { rate: '5/d', shadow: true } })
  sluice.limit('it').take('key', 4)
  sluice.limit('it').take('key', 4)
  await sluice.publish({ limits: { it: { rate: '5/d' } } })
  expect(sluice.limit('it').take('key', 4).allowed).toBe(false)
  expect(sluice.limit('it').take('key', 1).allowed).toBe(true)
})

it('watches slots in flight', async () => {
  const { sluice } = await openLimits({
    it: { algorithm: 'concurrency', limit: 1, shadow: true },
  })
  const [one, two] = [sluice.limit('it').reserve('key'), sluice.limit('it').reserve('key')]
  expect([one.allowed, two.allowed, two.answers[0]?.shadow]).toEqual([true, true, true])
  two.release()
  expect(sluice.limit('it').peek('key').remaining).toBe(0)
  one.release()
  expect(sluice.limit('it').peek('key').remaining).toBe(1)
})

it('is not refused by a limit in shadow when no lease is left either', async () => {
  const { sluice } = await openLimits(
    { it: { rate: '5/d', shadow: true }, real: { rate: '500/d' } },
    { leasesMax: 64 },
  )
  const held = Array.from({ length: 64 }, (_, key) => sluice.limit('real').reserve(`key-${key}`))
  expect(held.every(({ allowed }) => allowed)).toBe(true)
  const reservation = sluice.limit('it').reserve('key')
  expect(reservation.allowed).toBe(true)
  expect(reservation.answers).toMatchObject([
    { code: 'LEASES_EXHAUSTED', shadow: true, granted: 0 },
  ])
  expect([reservation.id, reservation.commit(3)], 'and nothing is held').toEqual(['', false])
  expect(sluice.limitMetrics('it')).toMatchObject({ refused: 0, shadowRefused: 1 })
  const group = sluice.limitGroup(['it', 'real'])
  expect(group.reserve('key').allowed, 'beside one that is not').toBe(false)
  expect(sluice.limit('real').peek('key').remaining).toBe(500)
})
