// The wrapper of fetch-style handlers, behind a real server.
import { describe, expect, it, vi } from 'vitest'
import { ipKey } from '../../src/index.ts'
import { withLimits } from '../../src/middleware/fetch.ts'
import { LIMITS, type Options, serve, serveFetch, text } from './fetch-server.ts'
import { engine, items } from './helpers.ts'

describe('a request', () => {
  it('is told what is left, and refused without a trace', async () => {
    const { url, run, left } = await serve(text, { limits: ['daily', 'burst', 'trial'] })
    const { headers } = await fetch(url)
    expect(headers.get('ratelimit-policy')).toBe('"daily";q=100;w=86400, "burst";q=3;w=60')
    expect(items(headers.get('ratelimit'))).toMatchObject({ burst: { r: 2, t: 20 } })
    await Promise.all(Array.from({ length: 10 }, () => fetch(url)))
    const refused = await fetch(url)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20'])
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 429, 'violated-policies': ['burst'] })
    expect([run.mock.calls.length, left('burst'), left('daily')]).toEqual([3, 0, 97])
  })

  it('is counted by what the handler is given besides, under a plan, at a cost', async () => {
    const { url, left } = await serve(text, {
      key: (_, address) => ipKey(address),
      limits: [
        {
          limit: 'daily',
          plan: async ({ headers }) => headers.get('x-plan') ?? undefined,
          cost: ({ headers }) => Number(headers.get('x-cost')),
        },
      ],
    })
    const { headers } = await fetch(url, { headers: { 'x-plan': 'gold', 'x-cost': '20' } })
    expect(items(headers.get('ratelimit'))).toMatchObject({ daily: { r: 180 } })
    expect(left('daily', '127.0.0.1')).toBe(80)
  })

  it.each<[string, Options['key'], number]>([
    ['no key', () => '', 400],
    ['no address', request => ipKey(request.headers.get('x-none') ?? ''), 400],
    ['an error', () => Promise.reject(new Error('oh')), 500],
  ])('is not run with %s', async (_, key, status) => {
    const { url, run } = await serve(text, { limits: ['burst'], key: key! })
    expect((await fetch(url)).status).toBe(status)
    expect(run).not.toHaveBeenCalled()
  })

  it('is refused by onRefused, or else by the wrapper', async () => {
    const answers = [new Response('slow', { status: 420 }), undefined]
    const onRefused = vi.fn(async () => answers.shift())
    const { url } = await serve(text, { limits: ['burst'], onRefused })
    for (let count = 0; count < 3; count++) await fetch(url)
    const own = await fetch(url)
    expect([own.status, own.headers.get('retry-after'), await own.text()]).toEqual([
      420,
      '20',
      'slow',
    ])
    expect((await fetch(url)).status).toBe(429)
  })

  it('cannot be limited by what is wrong for good', async () => {
    const { sluice } = await engine(LIMITS)
    const cases: [object, RegExp][] = [
      [{ limits: [] }, /must name a limit/],
      [{ limits: ['burst'], key: undefined }, /key of the limit 'burst'/],
      [{ limits: ['burts'] }, /no limit 'burts'/],
      [{ limits: ['burst'], hook: 'onRequest' }, /no option hook/],
      [{ limits: ['burst'], headers: true }, /headers/],
    ]
    for (const [options, message] of cases) {
      const all = { sluice, key: () => 'one', ...options } as never
      expect(() => withLimits(text, all)).toThrow(message)
    }
    expect(() => withLimits(undefined as never, {} as never)).toThrow(TypeError)
  })
})

describe('a response', () => {
  it('keeps what it has, where its headers can be changed and where not', async () => {
    const origin = await serveFetch(() => new Response('far', { headers: [['set-cookie', 'a=1']] }))
    const { limited } = await serve(
      async ({ url }) => {
        if (url.endsWith('redirect')) return Response.redirect('http://a.test/', 303)
        if (url.endsWith('fetched')) return fetch(origin)
        if (url.endsWith('error')) return Response.error()
        const headers: [string, string][] = [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ]
        return new Response(null, { status: 204, headers })
      },
      { limits: ['daily', 'slots'] },
    )
    const get = (path: string) => limited(new Request(`http://a.test/${path}`), '')
    const redirect = await get('redirect')
    expect([redirect.status, redirect.headers.get('location')]).toEqual([303, 'http://a.test/'])
    expect(items(redirect.headers.get('ratelimit')).daily?.r).toBe(99)
    const fetched = await get('fetched')
    expect([await fetched.text(), fetched.headers.get('set-cookie')]).toEqual(['far', 'a=1'])
    expect(items(fetched.headers.get('ratelimit')).daily?.r).toBe(98)
    expect((await get('error')).type).toBe('error')
    const empty = await get('empty')
    expect([empty.status, empty.headers.getSetCookie()]).toEqual([204, ['a=1', 'b=2']])
  })
})
