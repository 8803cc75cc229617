// Limits over the wire. The engine's clock stands still unless a test moves it.
import { describe, expect, it } from 'vitest'
import { post, serve } from './helpers.ts'

const TAKE = '/v1/limits/per-key/take'
const PEEK = '/v1/limits/per-key/peek'

describe('take', () => {
  it('admits up to the burst, and then says when to come back', async () => {
    const { url, advance } = await serve()
    for (const remaining of [2, 1, 0]) {
      const { status, body } = await post(url + TAKE, { key: 'k' })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        allowed: true,
        code: 'ALLOWED',
        limit: 3,
        remaining,
        retryMs: 0,
      })
    }
    const refused = await post(url + TAKE, { key: 'k' })
    expect(refused.status).toBe(429)
    expect(refused.body).toEqual({
      allowed: false,
      code: 'LIMITED',
      limit: 3,
      remaining: 0,
      resetMs: 3000,
      retryMs: 1000,
    })
    expect(refused.headers.get('retry-after')).toBe('1')
    advance(999)
    expect((await post(url + TAKE, { key: 'k' })).status).toBe(429)
    advance(1)
    expect((await post(url + TAKE, { key: 'k' })).status).toBe(200)
  })

  it('rounds Retry-After up: whoever waits that long is admitted', async () => {
    const { url, advance } = await serve()
    await post(url + TAKE, { key: 'k', cost: 3 })
    advance(1)
    const refused = await post(url + TAKE, { key: 'k', cost: 2 })
    expect(refused.body).toMatchObject({ retryMs: 1999 })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBe(2)
    advance(seconds * 1000)
    expect((await post(url + TAKE, { key: 'k', cost: 2 })).status).toBe(200)
  })

  it('has no Retry-After for a cost that never fits', async () => {
    const { url } = await serve()
    const { status, headers, body } = await post(url + TAKE, { key: 'k', cost: 4 })
    expect(status).toBe(429)
    expect(body).toMatchObject({ allowed: false, code: 'COST_EXCEEDS_LIMIT', retryMs: null })
    expect(headers.has('retry-after')).toBe(false)
  })

  it('takes nothing for a cost of 0, which is always allowed', async () => {
    const { url } = await serve()
    await post(url + TAKE, { key: 'k', cost: 3 })
    const { status, body } = await post(url + TAKE, { key: 'k', cost: 0 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ allowed: true, remaining: 0, resetMs: 3000 })
  })

  it('counts each key and each limit by itself', async () => {
    const { url } = await serve()
    await post(url + TAKE, { key: 'a', cost: 3 })
    expect((await post(url + TAKE, { key: 'a' })).status).toBe(429)
    expect((await post(url + TAKE, { key: 'b' })).status).toBe(200)
    expect((await post(`${url}/v1/limits/daily/take`, { key: 'a' })).status).toBe(200)
  })

  it('admits exactly the burst to many at once', async () => {
    const { url } = await serve()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(url + TAKE, { key: 'k' })),
    )
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(3)
  })
})

describe('peek', () => {
  it('takes nothing, and answers 200 whatever it sees', async () => {
    const { url } = await serve()
    for (let round = 0; round < 5; round++) {
      const { status, body } = await post(url + PEEK, { key: 'k' })
      expect(status).toBe(200)
      expect(body).toMatchObject({ allowed: true })
    }
    await post(url + TAKE, { key: 'k', cost: 3 })
    const { status, headers, body } = await post(url + PEEK, { key: 'k' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ allowed: false, code: 'LIMITED', retryMs: 1000 })
    expect(headers.has('retry-after')).toBe(false)
  })
})

describe('bad requests', () => {
  it.each(['nothing', '__proto__', 'per-key%2F', '%E6%97%A5'])(
    'a limit that is not there is 404: %s',
    async name => {
      const { url } = await serve()
      const { status, body } = await post(`${url}/v1/limits/${name}/take`, { key: 'k' })
      expect(status).toBe(404)
      expect(body).toEqual({ code: 'LIMIT_NOT_FOUND', message: expect.any(String) })
    },
  )

  it('slots in flight are not taken over the wire, where nobody would release them', async () => {
    const limits = { slots: { algorithm: 'concurrency', limit: 3 } }
    const { url, sluice } = await serve({}, { limits })
    const { status, body } = await post(`${url}/v1/limits/slots/take`, { key: 'k' })
    expect(status).toBe(400)
    expect(body).toEqual({ code: 'OPERATION_UNSUPPORTED', message: expect.any(String) })
    expect(sluice.limit('slots').peek('k').remaining).toBe(3)
  })

  it.each([
    ['no key', {}, 'KEY_INVALID'],
    ['an empty key', { key: '' }, 'KEY_INVALID'],
    ['a key that is a number', { key: 7 }, 'KEY_INVALID'],
    ['a key that is null', { key: null }, 'KEY_INVALID'],
    ['a key of a million bytes', { key: 'k'.repeat(1_000_000) }, 'KEY_INVALID'],
    ['a lone surrogate', '{"key":"\\ud800"}', 'KEY_INVALID'],
    ['a negative cost', { key: 'k', cost: -1 }, 'COST_INVALID'],
    ['a fractional cost', { key: 'k', cost: 1.5 }, 'COST_INVALID'],
    ['a cost above 31 bits', { key: 'k', cost: 2 ** 31 }, 'COST_INVALID'],
    ['a huge cost', { key: 'k', cost: 1e300 }, 'COST_INVALID'],
    ['an infinite cost', '{"key":"k","cost":1e999}', 'COST_INVALID'],
    ['a cost that is text', { key: 'k', cost: '1' }, 'COST_INVALID'],
    ['a cost that is null', { key: 'k', cost: null }, 'COST_INVALID'],
    ['an empty body', '', 'BODY_EMPTY'],
    ['an array', [], 'BODY_NOT_OBJECT'],
    ['a scalar', '"k"', 'BODY_NOT_OBJECT'],
    ['malformed JSON', '{"key":', 'BODY_INVALID'],
    ['a __proto__ key', '{"__proto__":{"key":"k"}}', 'BODY_INVALID'],
  ])('%s is 400', async (_name, body, code) => {
    const { url } = await serve()
    for (const path of [TAKE, PEEK]) {
      const answer = await post(url + path, body)
      expect(answer.status).toBe(400)
      expect(answer.body).toEqual({ code, message: expect.any(String) })
    }
    // All or nothing: a request that is refused for its form has taken nothing.
    const { body: after } = await post(url + PEEK, { key: 'k' })
    expect(after).toMatchObject({ remaining: 3 })
  })

  it('no body and no content type is an empty body', async () => {
    const { url } = await serve()
    const response = await fetch(url + TAKE, { method: 'POST' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'BODY_EMPTY' })
  })

  it('nothing that was sent comes back', async () => {
    const { url } = await serve()
    for (const body of ['{"key": secret', '{"key":"k","cost":"secret"}', '["secret"]']) {
      expect(JSON.stringify((await post(url + TAKE, body)).body)).not.toContain('secret')
    }
  })
})
