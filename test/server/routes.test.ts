// Everything around the surfaces: health, unknown paths, wrong methods, broken HTTP.
import { describe, expect, it } from 'vitest'
import { createServer } from '../../src/server/index.ts'
import { post, RawConnection, serve } from './helpers.ts'

const POSTED = [
  '/ofrep/v1/evaluate/flags',
  '/ofrep/v1/evaluate/flags/banner',
  '/v1/limits/per-key/take',
  '/v1/limits/per-key/peek',
]

describe('health', () => {
  it.each(['*/*', 'text/html', 'application/msgpack'])(
    'is JSON to a prober of %s',
    async accept => {
      const { url } = await serve()
      const health = await fetch(`${url}/healthz`, { headers: { accept } })
      expect(health.status).toBe(200)
      expect(await health.json()).toEqual({ status: 'ok' })
      const ready = await fetch(`${url}/readyz`, { headers: { accept } })
      expect(ready.status).toBe(200)
      expect(ready.headers.get('cache-control')).toBe('no-store')
      expect(await ready.json()).toEqual({ ready: true, version: 1 })
    },
  )

  it('says which version serves', async () => {
    const { url, sluice } = await serve()
    await sluice.reload()
    const body: unknown = await (await fetch(`${url}/readyz`)).json()
    expect(body).toEqual({ ready: true, version: sluice.version })
  })

  it('answers HEAD', async () => {
    const { url } = await serve()
    const response = await fetch(`${url}/readyz`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  it('is not ready while it drains, and still alive', async () => {
    const server = await serve({ drainDelayMs: 300 })
    const stopped = server.stop()
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toMatchObject({ ready: false })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await post(`${server.url}/v1/limits/per-key/take`, { key: 'k' })).status).toBe(200)
    await stopped
  })
})

describe('paths', () => {
  it.each([
    '/',
    '/v1',
    '/v1/limits/per-key',
    '/ofrep/v2/evaluate/flags',
    '/healthz/',
    '/favicon.ico',
  ])('that are not there are 404: %s', async path => {
    const { url } = await serve()
    for (const method of ['GET', 'POST']) {
      const response = await fetch(url + path, { method })
      expect(response.status).toBe(404)
      expect(await response.json()).toEqual({
        code: 'ROUTE_NOT_FOUND',
        message: expect.any(String),
      })
    }
  })

  it('that are not there are 404 whatever the body is', async () => {
    const { url } = await serve()
    const answer = await post(`${url}/nothing`, 'x', { 'content-type': 'text/plain' })
    expect(answer.status).toBe(404)
  })

  it.each<[string, string, Record<string, string>]>([
    ['empty', '', {}],
    ['malformed', '{', {}],
    ['too large', `"${'x'.repeat(100)}"`, {}],
    ['of no known encoding', 'x', { 'content-encoding': 'gzip' }],
  ])('that are not there are 404 when the body is %s', async (_name, body, headers) => {
    const { url } = await serve({ bodyBytesMax: 64 })
    const answer = await post(`${url}/nothing`, body, headers)
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'ROUTE_NOT_FOUND' }])
  })

  it.each(POSTED)('%s takes POST only', async path => {
    const { url } = await serve()
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
      const response = await fetch(url + path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('POST')
    }
    expect((await fetch(url + path, { method: 'PROPFIND' })).status).toBe(404)
  })

  it('405 comes before anything is wrong with the body', async () => {
    const { url } = await serve()
    const response = await fetch(`${url}/healthz`, { method: 'POST', body: '{' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(await response.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' })
  })
})

describe('what is not HTTP', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', '400', 'REQUEST_INVALID'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', '400', ''],
    [
      'headers too large',
      `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      '431',
      'HEADERS_TOO_LARGE',
    ],
    [
      'two lengths',
      'POST /v1/limits/per-key/take HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      '400',
      'REQUEST_INVALID',
    ],
    [
      'a length and a chunked body',
      'POST /v1/limits/per-key/take HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
      '400',
      'REQUEST_INVALID',
    ],
  ])('%s', async (_name, bytes, status, code) => {
    const { url } = await serve()
    const connection = new RawConnection(url)
    connection.send(bytes)
    await connection.untilClosed()
    expect(connection.received).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(connection.received).toContain(code)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})

describe('a defect', () => {
  it('is 500 without its cause, which goes to the one who asked for it', async () => {
    const causes: Error[] = []
    const { url, sluice } = await serve({ onInternalError: error => causes.push(error) })
    const defect = new Error('secret')
    Object.defineProperty(sluice, 'hasFlag', {
      value: () => {
        throw defect
      },
    })
    const answer = await post(`${url}/ofrep/v1/evaluate/flags/banner`, { context: {} })
    expect(answer.status).toBe(500)
    expect(JSON.stringify(answer.body)).not.toContain('secret')
    expect(causes).toEqual([defect])
  })
})

describe('createServer', () => {
  it('does not listen, answers inject, and leaves the engine open when it closes', async () => {
    const { sluice } = await serve()
    const app = createServer(sluice, { concurrentRequestsMax: 2 })
    for (let round = 0; round < 5; round++) {
      const answer = await app.inject({
        method: 'POST',
        url: '/ofrep/v1/evaluate/flags/banner',
        payload: { context: {} },
      })
      expect(answer.statusCode).toBe(200)
    }
    await app.close()
    expect(sluice.version).toBe(1)
  })
})
