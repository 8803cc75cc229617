// What is taken before it is known what it costs: committed, cancelled, renewed, or left to its deadline.
import { describe, expect, it } from 'vitest'
import { codeOf, DAY, FIVE, HOUR, MINUTE, openLimits, SECOND } from './helpers.ts'

describe.each(Object.entries(FIVE))('under %s', (_name, definition) => {
  const open = async () => {
    const { sluice, at } = await openLimits({ it: { ...definition, reservation: { ttl: '60s' } } })
    return { sluice, at, limit: sluice.limit('it') }
  }

  it('takes what it reserves, or nothing', async () => {
    const { limit } = await open()
    const held = limit.reserve('key', 3)
    expect(held.allowed).toBe(true)
    expect(held.id).toMatch(/^[0-9a-z]+-[0-9a-z]+$/)
    expect(held.answers).toMatchObject([{ allowed: true, granted: 3, remaining: 2, limit: 5 }])
    const refused = limit.reserve('key', 3)
    expect(refused).toMatchObject({ allowed: false, id: '' })
    expect(refused.answers).toMatchObject([{ code: 'LIMITED', granted: 0, remaining: 2 }])
    expect(limit.reserve('key', 6).answers).toMatchObject([{ code: 'COST_EXCEEDS_LIMIT' }])
    for (const end of [() => refused.commit(1), () => refused.cancel(), () => refused.renew()]) {
      expect(end(), 'nothing is held').toBe(false)
    }
    expect(limit.peek('key').remaining).toBe(2)
  })

  it.each([
    ['what was reserved', undefined, 2],
    ['less', 1, 4],
    ['nothing', 0, 5],
    ['more', 4, 1],
    ['more than there is', 9, 0],
  ])('commits %s', async (_what, actual, left) => {
    const { limit } = await open()
    const held = limit.reserve('key', 3)
    expect(held.commit(actual)).toBe(true)
    expect(limit.peek('key').remaining).toBe(left)
    expect([held.commit(0), held.cancel(), held.renew()], 'once').toEqual([false, false, false])
    expect(limit.peek('key').remaining).toBe(left)
  })

  it('comes to the same as a take of what it really cost', async () => {
    const { limit, at } = await open()
    for (const [index, actual] of [0, 1, 2, 3].entries()) {
      at(index * 2 * DAY + HOUR)
      limit.take('taken', 1)
      limit.take('reserved', 1)
      limit.take('taken', actual)
      const held = limit.reserve('reserved', 3)
      at(index * 2 * DAY + HOUR + 59 * SECOND)
      held.commit(actual)
      expect(limit.peek('reserved').toJSON()).toEqual(limit.peek('taken').toJSON())
    }
  })

  it('puts everything back at a cancel, beside what others took since', async () => {
    const { limit } = await open()
    const held = limit.reserve('key', 3)
    limit.take('key', 1)
    expect(held.cancel()).toBe(true)
    expect(limit.peek('key').remaining).toBe(4)
    expect(held.cancel()).toBe(false)
    expect(limit.peek('key').remaining).toBe(4)
  })

  it('is charged at its deadline, unless the limit refunds', async () => {
    const charged = await open()
    const held = charged.limit.reserve('key', 3)
    charged.at(60 * SECOND)
    expect(charged.limit.peek('key').remaining).toBe(2)
    expect(held.commit(0), 'too late').toBe(false)
    expect(charged.limit.peek('key').remaining).toBe(2)

    const reservation = { ttl: '60s', expiry: 'refund' }
    const { sluice, at } = await openLimits({ it: { ...definition, reservation } })
    const limit = sluice.limit('it')
    limit.reserve('key', 3)
    at(60 * SECOND - 1)
    expect(limit.peek('key').remaining).toBe(2)
    at(60 * SECOND)
    expect(limit.peek('key').remaining).toBe(5)
  })

  it('is held longer when it is renewed', async () => {
    const { limit, at } = await open()
    const held = limit.reserve('key', 3)
    at(50 * SECOND)
    expect(held.renew()).toBe(true)
    at(110 * SECOND - 1)
    expect(held.commit(1)).toBe(true)
    expect(limit.peek('key').remaining).toBe(4)
  })

  it('is settled by its id, by whatever handle, once', async () => {
    const { sluice, limit } = await open()
    const [one, two] = [limit.reserve('key', 2), limit.reserve('key', 2)]
    expect(one.id).not.toBe(two.id)
    expect(sluice.settle(one.id, 1)).toBe(true)
    expect(limit.peek('key').remaining).toBe(2)
    expect([sluice.settle(one.id, 0), one.cancel()]).toEqual([false, false])
    expect(sluice.settle(two.id), 'as reserved').toBe(true)
    expect(limit.peek('key').remaining).toBe(2)
    const three = limit.reserve('key', 2)
    expect(sluice.settle(one.id, 0), 'its place is another’s by now').toBe(false)
    expect(three.cancel()).toBe(true)
  })

  it('may be of nothing, and cost something after all', async () => {
    const { limit } = await open()
    const held = limit.reserve('key', 0)
    expect(held.allowed).toBe(true)
    expect(held.commit(2)).toBe(true)
    expect(limit.peek('key').remaining).toBe(3)
  })
})

describe('what was taken in a window that is over', () => {
  it.each(['aligned', 'first hit', 'quota', 'log'])('is not put back: %s', async algorithm => {
    const reservation = { ttl: '7d' }
    const { sluice, at } = await openLimits({ it: { ...FIVE[algorithm], reservation } })
    const limit = sluice.limit('it')
    const held = limit.reserve('key', 3)
    at(DAY)
    limit.take('key', 4)
    expect(held.cancel()).toBe(true)
    expect(limit.peek('key').remaining).toBe(1)
  })

  it('is put back where it still counts: sliding', async () => {
    const reservation = { ttl: '7d' }
    const { sluice, at } = await openLimits({ it: { ...FIVE.sliding, reservation } })
    const limit = sluice.limit('it')
    const held = limit.reserve('key', 3)
    at(DAY)
    limit.take('key', 2)
    held.cancel()
    expect(limit.peek('key').remaining).toBe(3)
  })
})

describe('several limits', () => {
  const limits = {
    tokens: { rate: '10/d' },
    slots: { algorithm: 'concurrency', limit: 1 },
    log: { algorithm: 'sliding-log', rate: '5/d' },
  }

  it('are reserved together, or none of them', async () => {
    const { sluice } = await openLimits(limits)
    const group = sluice.limitGroup(['tokens', 'slots', 'log'])
    const held = group.reserve('key', [4, 1, 2])
    expect(held.allowed).toBe(true)
    expect(held.id.split('.')).toHaveLength(3)
    expect(held.answers.map(({ remaining }) => remaining)).toEqual([6, 0, 3])
    const refused = group.reserve('key', [4, 1, 2])
    expect(refused.allowed).toBe(false)
    expect(refused.answers.map(({ code }) => code)).toEqual(['ALLOWED', 'LIMITED', 'ALLOWED'])
    expect(sluice.limit('tokens').peek('key').remaining).toBe(6)
    expect(held.commit([1, 0, 3])).toBe(true)
    const left = group.peek('key', 0).results.map(({ remaining }) => remaining)
    expect(left).toEqual([9, 1, 2])
  })

  it('are settled with a cost for each, and only so', async () => {
    const { sluice } = await openLimits(limits)
    const held = sluice.limitGroup(['tokens', 'log']).reserve('key', 2)
    for (const actual of [[1], [1, -1], [1, Number.NaN], [1, '2'], {}, '12', 1.5, -1]) {
      expect(codeOf(() => held.commit(actual as number))).toBe('COST_INVALID')
      expect(codeOf(() => sluice.settle(held.id, actual as number))).toBe('COST_INVALID')
    }
    expect(held.commit([0, 1]), 'it was not settled by any of that').toBe(true)
    expect(sluice.limit('tokens').peek('key').remaining).toBe(10)
    expect(sluice.limit('log').peek('key').remaining).toBe(4)
  })
})

describe('ids that are none', () => {
  it.each(['', '0', '0-', '-1', '0-1.', '.', ' 0-1', '0-1 ', '0-1\n', 'A-1', '0-1-1', 5, null, {}])(
    'are told: %j',
    async id => {
      const { sluice } = await openLimits({ it: { rate: '5/d' } })
      expect(codeOf(() => sluice.settle(id as string))).toBe('RESERVATION_INVALID')
    },
  )

  it.each(['0-0', '0-1', '3f-1', '1s-1', 'zzzzzz-1234', '0-2.1-2'])(
    'or are of nothing that is held: %s',
    async id => {
      const { sluice } = await openLimits({ it: { rate: '5/d' } })
      const held = sluice.limit('it').reserve('key', 3)
      if (id !== held.id) expect(sluice.settle(id, 0)).toBe(false)
      expect(sluice.limit('it').peek('key').remaining).toBe(2)
    },
  )

  it('and no other text than its own settles a reservation', async () => {
    const { sluice } = await openLimits({ it: { rate: '5/d' } })
    const [index, generation = ''] = sluice.limit('it').reserve('key', 3).id.split('-')
    const forged = (Number.parseInt(generation, 36) + 2 ** 27).toString(36)
    expect(codeOf(() => sluice.settle(`${index}-${forged}`, 0))).toBe('RESERVATION_INVALID')
  })
})

describe('reservations that end at different times', () => {
  it('all end, however many others end before', async () => {
    const leases = [1, 4, 6, 11, 30, 60, 600]
    const limits = Object.fromEntries(
      leases.map(s => [`for ${s} s`, { algorithm: 'concurrency', limit: 1, lease: `${s}s` }]),
    )
    const { sluice, at } = await openLimits(limits)
    for (const name of Object.keys(limits))
      expect(sluice.limit(name).reserve('key').allowed).toBe(true)
    for (const seconds of leases) {
      const free = () => leases.filter(s => sluice.limit(`for ${s} s`).peek('key').remaining === 1)
      at(seconds * SECOND - 1)
      expect(free()).toEqual(leases.filter(s => s < seconds))
      at(seconds * SECOND)
      expect(free()).toEqual(leases.filter(s => s <= seconds))
    }
  })
})

describe('places for reservations', () => {
  it('are as many as the option says, and are free again when settled or over', async () => {
    const { sluice, at } = await openLimits({ it: { rate: '1000/d' } }, { leasesMax: 64 })
    const limit = sluice.limit('it')
    const held = Array.from({ length: 64 }, () => limit.reserve('key'))
    expect(held.every(({ allowed }) => allowed)).toBe(true)
    expect(new Set(held.map(({ id }) => id)).size).toBe(64)
    const exhausted = limit.reserve('key')
    expect(exhausted.allowed).toBe(false)
    expect(exhausted.answers).toMatchObject([{ code: 'LEASES_EXHAUSTED', granted: 0 }])
    expect(limit.peek('key').remaining, 'nothing was taken').toBe(936)
    expect(limit.take('key').allowed, 'takes need no place').toBe(true)
    held[5]!.cancel()
    expect(limit.reserve('key').allowed).toBe(true)
    expect(limit.reserve('key').allowed).toBe(false)
    at(MINUTE)
    expect(limit.reserve('key').allowed, 'the others are over').toBe(true)
  })

  it('are taken by a group for all of its limits, or not at all', async () => {
    const { sluice } = await openLimits(
      { a: { rate: '1000/d' }, b: { rate: '1000/d' }, c: { rate: '1000/d' } },
      { leasesMax: 64 },
    )
    for (let time = 0; time < 31; time++) sluice.limitGroup(['a', 'b']).reserve('key')
    const refused = sluice.limitGroup(['a', 'b', 'c']).reserve('key')
    expect(refused.allowed).toBe(false)
    expect(new Set(refused.answers.map(({ code }) => code))).toEqual(new Set(['LEASES_EXHAUSTED']))
    expect(sluice.limitGroup(['a', 'b']).reserve('key').allowed, 'two are left').toBe(true)
    expect(sluice.limit('a').peek('key').remaining).toBe(968)
  })

  it('are not lost to refusals', async () => {
    const { sluice } = await openLimits({ it: { rate: '100/d' } }, { leasesMax: 64 })
    const limit = sluice.limit('it')
    limit.take('key', 100)
    for (let time = 0; time < 500; time++) expect(limit.reserve('key').allowed).toBe(false)
    for (let time = 0; time < 64; time++) expect(limit.reserve('other').allowed).toBe(true)
  })
})

describe('a reload', () => {
  it('settles what was reserved under the numbers of before', async () => {
    const { sluice } = await openLimits({ it: { rate: '10/d' } })
    const held = sluice.limit('it').reserve('key', 4)
    await sluice.publish({ limits: { it: { rate: '20/d' } } })
    expect(sluice.limit('it').peek('key').remaining).toBe(16)
    expect(held.commit(1)).toBe(true)
    expect(sluice.limit('it').peek('key').remaining).toBe(19)
  })

  it('without the limit lets the reservation end quietly', async () => {
    const { sluice } = await openLimits({ it: { rate: '10/d' }, other: { rate: '10/d' } })
    const held = sluice.limit('it').reserve('key', 4)
    await sluice.publish({ limits: { other: { rate: '10/d' } } })
    expect(held.commit(1)).toBe(true)
    expect(sluice.limit('other').peek('key').remaining).toBe(10)
  })

  it('that gives the number of a limit to another refunds nothing there', async () => {
    const { sluice } = await openLimits({ a: { rate: '10/d' } }, { limitsMax: 1 })
    const held = sluice.limit('a').reserve('key', 5)
    for (const name of ['b', 'c', 'd'])
      await sluice.publish({ limits: { [name]: { rate: '10/d' } } })
    sluice.limit('d').take('key', 10)
    held.cancel()
    expect(sluice.limit('d').peek('key').remaining).toBe(0)
  })
})
