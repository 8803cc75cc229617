// Bodies, places, time: each has an end, and the end has an answer.
import { describe, expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { createServer, type ServerOptions } from '../../src/server/index.ts'
import { BOUND_RANGES, resolveBounds } from '../../src/server/options.ts'
import { CONFIG, post, RawConnection, serve, stallTake, TAKE_BODY } from './helpers.ts'

const TAKE = '/v1/limits/per-key/take'

describe('bodies', () => {
  it('of exactly the bound are read, and one byte more is 413', async () => {
    const { url } = await serve({ bodyBytesMax: 64 })
    const body = (bytes: number) => `{"key":"k"}`.padEnd(bytes, ' ')
    expect((await post(url + TAKE, body(64))).status).toBe(200)
    const answer = await post(url + TAKE, body(65))
    expect(answer.status).toBe(413)
    expect(answer.body).toMatchObject({ code: 'BODY_TOO_LARGE' })
  })

  it('in chunks are counted too', async () => {
    const { url } = await serve({ bodyBytesMax: 64 })
    const connection = new RawConnection(url)
    connection.send(
      `POST ${TAKE} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    const chunk = `20\r\n${' '.repeat(32)}\r\n`
    connection.send(chunk.repeat(3))
    await connection.until('413')
  })

  it('are a mebibyte where nothing is said', async () => {
    const { url } = await serve()
    const answer = await post(url + TAKE, { key: 'k', pad: ' '.repeat(1_048_576) })
    expect(answer.status).toBe(413)
  })
})

describe('places', () => {
  it('are given out up to the bound, then 503, and come back', async () => {
    const { url } = await serve({ concurrentRequestsMax: 2 })
    const first = await stallTake(url)
    const second = await stallTake(url)
    const refused = await post(url + TAKE, { key: 'k' })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.body).toMatchObject({ code: 'OVERLOADED' })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)

    first.send(TAKE_BODY.slice(1))
    await first.until('"allowed":true')
    expect((await post(url + TAKE, { key: 'k' })).status).toBe(200)
    second.send(TAKE_BODY.slice(1))
    await second.until('"allowed":true')
  })

  it('come back from clients that hang up', async () => {
    const { url } = await serve({ concurrentRequestsMax: 1 })
    const stalled = await stallTake(url)
    expect((await post(url + TAKE, { key: 'k' })).status).toBe(503)
    stalled.socket.destroy()
    await expect
      .poll(async () => (await post(url + TAKE, { key: 'k' })).status, { timeout: 5000 })
      .toBe(200)
  })

  it('come back after errors of every kind', async () => {
    const { url } = await serve({ concurrentRequestsMax: 1, bodyBytesMax: 100 })
    const bad: [unknown, Record<string, string>][] = [
      ['{', {}],
      ['x'.repeat(200), {}],
      ['x', { 'content-type': 'text/plain' }],
      [{ key: 'k' }, { accept: 'text/html' }],
      [{ key: 7 }, {}],
    ]
    for (const [body, headers] of bad) {
      expect((await post(url + TAKE, body, headers)).status).not.toBe(503)
    }
    expect((await post(url + TAKE, { key: 'k' })).status).toBe(200)
  })
})

describe('time', () => {
  it('ends for a body that does not come', async () => {
    const { url } = await serve({ requestTimeoutMs: 200 })
    const stalled = await stallTake(url)
    await stalled.untilClosed()
    expect(stalled.received).toContain('408')
    expect(stalled.received).toContain('REQUEST_TIMEOUT')
  })

  it('ends for headers that do not come', async () => {
    const { url } = await serve({ requestTimeoutMs: 5000, headersTimeoutMs: 200 })
    const slow = new RawConnection(url)
    slow.send('GET /healthz HTTP/1.1\r\nHost: x\r\n')
    await slow.untilClosed()
    expect(slow.received).toContain('408')
  })

  it('ends for a connection that says nothing', async () => {
    const { url } = await serve({ keepAliveTimeoutMs: 100 })
    const connection = new RawConnection(url)
    connection.send('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    await connection.until('ok')
    await connection.untilClosed()
  })
})

describe('connections', () => {
  it('over the bound are dropped', async () => {
    const { url } = await serve({ connectionsMax: 1 })
    const first = new RawConnection(url)
    first.send('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    await first.until('ok')
    const second = new RawConnection(url)
    await second.untilClosed()
    expect(second.received).toBe('')
  })
})

describe('options', () => {
  it('have their defaults', () => {
    expect(resolveBounds({})).toEqual({
      bodyBytesMax: 1_048_576,
      concurrentRequestsMax: 1000,
      connectionsMax: 10_000,
      requestTimeoutMs: 30_000,
      headersTimeoutMs: 10_000,
      keepAliveTimeoutMs: 72_000,
      shutdownTimeoutMs: 10_000,
      drainDelayMs: 0,
    })
    expect(resolveBounds({ requestTimeoutMs: 500 }).headersTimeoutMs).toBe(500)
  })

  it.each(Object.entries(BOUND_RANGES))('%s stays in its range', async (name, { min, max }) => {
    const sluice = await Sluice.open(CONFIG)
    const bad: unknown[] = [min - 1, max + 1, min + 0.5, Number.NaN, '5', null]
    for (const value of bad) {
      const options = { [name]: value } as ServerOptions
      expect(() => createServer(sluice, options)).toThrow(
        expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringContaining(name) }),
      )
    }
    sluice.close()
  })

  it('headers cannot have more time than the request', () => {
    expect(() => resolveBounds({ requestTimeoutMs: 200, headersTimeoutMs: 300 })).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    )
  })
})
