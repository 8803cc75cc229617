// Tokens that are held until it is known what a request costs.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { describe, expect, it, vi } from 'vitest'
import type { FastifyLimit } from '../../src/middleware/fastify.ts'
import { begin, items, until } from './helpers.ts'
import { never, serve } from './slots-server.ts'

describe('an estimate', () => {
  type Actual = (request: FastifyRequest, reply: FastifyReply) => number | undefined
  const tokens = (actual: Actual): FastifyLimit => ({ limit: 'tokens', cost: 100, actual })

  it.each<[string, Actual, number]>([
    ['less', () => 30, 970],
    ['more than there is', () => 5000, 0],
    ['nothing', () => 0, 1000],
    ['unknown', () => undefined, 900],
    ['by the status', (_, { statusCode }) => (statusCode === 200 ? 7 : 0), 993],
    ['a mistake', () => Number.NaN, 900],
    ['thrown', () => fail(), 900],
  ])('becomes what the request cost: %s', async (_, actual, expected) => {
    const { url, left, advance } = await serve(() => 'run', [tokens(actual), 'slots', 'rate'])
    const { headers } = await fetch(url)
    expect(items(headers.get('ratelimit')).tokens?.r).toBe(900)
    await until(() => left('slots') === 2)
    expect([left('tokens'), left('rate')]).toEqual([expected, 99])
    // Nothing is held any more that could come back.
    advance(11_000)
    expect(left('tokens')).toBe(expected)
  })

  it('is settled when the client leaves', async () => {
    const actual = vi.fn(() => 1)
    const { url, running, left } = await serve(never, [tokens(actual)])
    const request = begin(url)
    await until(() => running.count === 1)
    expect(left('tokens')).toBe(900)
    request.destroy()
    await until(() => left('tokens') === 999)
    expect(actual).toHaveBeenCalledTimes(1)
  })
})

function fail(): never {
  throw new Error('oh')
}
