// The Fastify plugin: what is answered, whom it counts, and that no mistake lets a request through.
import type { FastifyRequest } from 'fastify'
import { describe, expect, it, vi } from 'vitest'
import type { FastifyLimit } from '../../src/middleware/fastify.ts'
import { app, engine, items, listen } from './helpers.ts'

const LIMITS = {
  burst: { rate: '3/min' },
  daily: { algorithm: 'quota', period: 'day', limit: 100 },
  monthly: { algorithm: 'quota', period: 'month', limit: 5000 },
  plans: { rate: '2/min', plans: { gold: '50/h' } },
  trial: { rate: '1/min', shadow: true },
}

/** An app with one route that says 'run'. */
async function serve(limits: FastifyLimit[], options: Parameters<typeof app>[1] = {}) {
  const parts = await engine(LIMITS)
  const made = await app(parts.sluice, { limits, ...options })
  const handler = vi.fn((_request: FastifyRequest) => 'run')
  made.all('/', handler)
  return { ...parts, app: made, handler, url: await listen(made) }
}

describe('an allowed request', () => {
  it('is told what is left, the policies as they are listed', async () => {
    const { url } = await serve(['daily', 'burst', 'monthly'], { headers: { legacy: 'delta' } })
    const { status, headers } = await fetch(url)
    expect(status).toBe(200)
    expect(headers.get('ratelimit-policy')).toBe(
      '"daily";q=100;w=86400, "burst";q=3;w=60, "monthly";q=5000',
    )
    expect(items(headers.get('ratelimit'))).toMatchObject({ burst: { r: 2, t: 20 } })
    expect(headers.get('ratelimit')).toMatch(/^"burst"/)
    expect(headers.get('x-ratelimit-limit')).toBe('3')
    expect(headers.get('retry-after')).toBeNull()
  })

  it('is told nothing of limits on trial, and nothing at all where headers are off', async () => {
    const { url } = await serve(['burst', 'trial'])
    for (const left of [2, 1]) {
      const { status, headers } = await fetch(url)
      expect([status, items(headers.get('ratelimit'))]).toMatchObject([200, { burst: { r: left } }])
      expect(items(headers.get('ratelimit-policy'))).toEqual({ burst: { q: 3, w: 60 } })
    }
    const silent = await serve(['trial'])
    await fetch(silent.url)
    const names = [...(await fetch(silent.url)).headers.keys()]
    expect(names.filter(name => /rate|retry/.test(name))).toEqual([])
    const off = await serve(['burst'], { headers: false })
    expect((await fetch(off.url)).headers.get('ratelimit')).toBeNull()
  })
})

describe('a refused request', () => {
  it('gets 429, Retry-After, and a problem that names the policies', async () => {
    const { url, handler, advance } = await serve(['daily', 'burst', 'trial'])
    for (let count = 0; count < 3; count++) await fetch(url)
    const answer = await fetch(url)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('20')
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(items(answer.headers.get('ratelimit'))).toMatchObject({ burst: { r: 0, t: 20 } })
    expect(await answer.json()).toMatchObject({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      status: 429,
      'violated-policies': ['burst'],
    })
    expect(handler).toHaveBeenCalledTimes(3)
    advance(20_000)
    expect((await fetch(url)).status).toBe(200)
  })

  it('takes from no limit, whichever refuses', async () => {
    const { url, left } = await serve(['daily', 'burst', 'monthly'])
    await Promise.all(Array.from({ length: 20 }, () => fetch(url)))
    expect([left('burst'), left('daily'), left('monthly')]).toEqual([0, 97, 4997])
  })

  it('keeps its problem where the route has a schema for its errors', async () => {
    const { sluice } = await engine(LIMITS)
    const made = await app(sluice, { limits: ['burst'] })
    const error = { type: 'object', properties: { message: { type: 'string' } } }
    made.get('/', { schema: { response: { '4xx': error } } }, () => 'run')
    const url = await listen(made)
    for (let count = 0; count < 3; count++) await fetch(url)
    expect(await (await fetch(url)).json()).toMatchObject({ 'violated-policies': ['burst'] })
  })

  it.each([
    ['a value', () => ({ slow: 'down' }), 429, '{"slow":"down"}'],
    ['a promise', async () => 'later', 429, 'later'],
    ['nothing', () => undefined, 429, expect.stringContaining('violated-policies')],
    ['an error', () => Promise.reject(new Error('oh')), 429, expect.stringContaining('"oh"')],
  ])('is answered by onRefused with %s', async (_, onRefused, status, body) => {
    const { url } = await serve(['burst'], { onRefused })
    for (let count = 0; count < 3; count++) await fetch(url)
    const answer = await fetch(url)
    expect([answer.status, await answer.text()]).toEqual([status, body])
    expect(answer.headers.get('retry-after')).toBe('20')
  })

  it('is answered by what onRefused sends', async () => {
    const { url } = await serve(['burst'], {
      onRefused: (_request, reply, { status, problem, reports }) =>
        reply.code(status + 1).send([problem.status, reports.length]),
    })
    for (let count = 0; count < 3; count++) await fetch(url)
    const answer = await fetch(url)
    expect([answer.status, await answer.json()]).toEqual([430, [429, 1]])
  })
})

describe('whom and what a limit counts', () => {
  it('is by default the address, IPv6 by its prefix', async () => {
    const { sluice, left } = await engine(LIMITS)
    const key = undefined as never
    const made = await app(sluice, { limits: ['burst'], key, ipv6Prefix: 48 }, { trustProxy: true })
    const url = await listen(made)
    await fetch(url)
    for (const from of ['2001:db8:1:2::3', '2001:db8:1:9::3']) {
      await fetch(url, { headers: { 'x-forwarded-for': from } })
    }
    expect([left('burst', '127.0.0.1'), left('burst', '2001:db8:1::/48')]).toEqual([2, 1])
    const stranger = await fetch(url, { headers: { 'x-forwarded-for': 'unknown' } })
    expect([stranger.status, await stranger.json()]).toMatchObject([400, { code: 'KEY_INVALID' }])
  })

  it('is what key, cost and plan say, at once or later', async () => {
    const key = ({ headers }: FastifyRequest) => String(headers['x-user'])
    const { url, sluice, left } = await serve([
      { limit: 'burst', key: async request => sluice.key(key(request)), cost: 2 },
      { limit: 'daily', key, cost: ({ headers }) => Number(headers['x-cost'] ?? 0) },
      { limit: 'plans', key, plan: ({ headers }) => headers['x-plan'] as string | undefined },
    ])
    const get = (headers: Record<string, string>) =>
      fetch(url, { headers: { 'x-user': 'ada', ...headers } })
    const { headers } = await get({ 'x-cost': '7', 'x-plan': 'gold' })
    expect([left('burst', 'ada'), left('daily', 'ada')]).toEqual([1, 93])
    // The window of a plan's numbers may be another, and is not known: better none than a wrong one.
    expect(items(headers.get('ratelimit-policy'))).toMatchObject({ plans: { q: 50 } })
    expect(items((await get({ 'x-user': 'bob' })).headers.get('ratelimit-policy'))).toMatchObject({
      plans: { q: 2, w: 60 },
    })
    const bad = await Promise.all([get({ 'x-plan': 'lead' }), get({ 'x-cost': 'NaN' })])
    expect(bad.map(({ status }) => status)).toEqual([500, 500])
    expect([left('burst', 'ada'), left('daily', 'ada')]).toEqual([1, 93])
  })

  it('may need the body, or who the user is', async () => {
    const { sluice, left } = await engine(LIMITS)
    const key = ({ body }: FastifyRequest) => (body as { user: string }).user
    const made = await app(sluice, { limits: ['burst'], hook: 'preHandler', key })
    made.post('/', () => 'run')
    const url = await listen(made)
    const headers = { 'content-type': 'application/json' }
    await fetch(url, { method: 'POST', headers, body: '{"user":"ada"}' })
    expect(left('burst', 'ada')).toBe(2)
  })
})

describe('what is thrown on the way', () => {
  const teapot = Object.assign(new Error('teapot'), { statusCode: 418 })
  it.each<[string, FastifyLimit, number]>([
    ['a key that throws', { limit: 'burst', key: () => fail(teapot) }, 418],
    ['a key that rejects', { limit: 'burst', key: () => Promise.reject(teapot) }, 418],
    ['a key that rejects with nothing', { limit: 'burst', key: () => Promise.reject() }, 500],
    ['a cost that throws', { limit: 'burst', cost: () => fail(teapot) }, 418],
    ['a plan that is none', { limit: 'plans', plan: () => 7 as never }, 500],
    ['a cost that is none', { limit: 'burst', cost: -1 }, 500],
    ['no key', { limit: 'burst', key: () => undefined as never }, 400],
    ['an empty key', { limit: 'burst', key: () => '' }, 400],
    ['a key that is too long', { limit: 'burst', key: () => 'x'.repeat(2000) }, 400],
    ['half a character', { limit: 'burst', key: async () => '\ud800' }, 400],
  ])('reaches the error handler: %s', async (_, limit, status) => {
    const { url, handler, left } = await serve(['daily', limit])
    const answer = await fetch(url)
    expect(answer.status).toBe(status)
    expect(handler).not.toHaveBeenCalled()
    expect([left('daily'), left('burst')]).toEqual([100, 3])
  })

  it('does not end the process where several fail', async () => {
    const late: FastifyLimit = { limit: 'daily', key: () => Promise.reject(new Error('late')) }
    const { url } = await serve([late, late, { limit: 'burst', key: () => fail(teapot) }])
    expect((await fetch(url)).status).toBe(418)
  })

  it('is said at registration of what is wrong for good', async () => {
    const { sluice } = await engine(LIMITS)
    const cases: [object, string | RegExp][] = [
      [{ limits: ['burts'] }, /no limit 'burts'/],
      [{ limits: 'burst' }, /must be an array/],
      [{ limits: [{ limit: 'burst', keyy: () => 'x' }] }, /no property 'keyy'/],
      [{ limits: [{ limit: 'burst', cost: '1' }] }, /cost of the limit 'burst'/],
      [{ limits: [{ name: 'burst' }] }, /no property 'name'/],
      [{ limits: [null] }, /a name or an object/],
      [{ limits: Array.from({ length: 17 }, () => 'burst') }, /at most 16/],
      [{ sluice: {} }, /open Sluice/],
      [{ hook: 'onSend' }, /onRequest, preValidation, preHandler/],
      [{ heders: {} }, /no option heders/],
      [{ headers: { legacy: 'seconds' } }, /legacy/],
      [{ headers: { jitterS: 0.5 } }, /jitterS/],
      [{ key: 'ip' }, /key must be a function/],
      [{ ipv6Prefix: 16 }, /ipv6Prefix/],
      [{ renewMs: 0 }, /renewMs/],
    ]
    for (const [options, message] of cases) {
      await expect(app(sluice, options), String(message)).rejects.toThrow(message)
    }
  })
})

function fail(error: Error): never {
  throw error
}
