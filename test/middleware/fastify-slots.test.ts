// What requests hold comes back exactly once, however they end.
import { once } from 'node:events'
import { Agent } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyRequest, RouteHandlerMethod } from 'fastify'
import { describe, expect, it, vi } from 'vitest'
import { app, begin, engine, gate, items, listen, response, until } from './helpers.ts'
import { never, serve } from './slots-server.ts'

describe('slots', () => {
  it('are as many as requests run, and the others are refused without a trace', async () => {
    const { opened, open } = gate()
    const { url, running, left } = await serve(() => opened.then(() => 'run'))
    const all = Array.from({ length: 7 }, () => fetch(url))
    await until(() => running.count === 2)
    // Whoever is answered while the gate is shut was refused.
    let answered = 0
    for (const each of all) void each.then(() => answered++)
    await until(() => answered === 5)
    const refused = await Promise.race(all)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(refused.headers.get('ratelimit-policy')).toBe(
      '"slots";q=2;qu="concurrent-requests", "rate";q=100;w=3600',
    )
    expect(items(refused.headers.get('ratelimit'))).toMatchObject({ slots: { r: 0 } })
    open()
    const statuses = (await Promise.all(all)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 200, 429, 429, 429, 429, 429])
    await until(() => left('slots') === 2)
    expect([running.count, left('rate')]).toEqual([2, 98])
  })

  it.each<[string, RouteHandlerMethod]>([
    ['answers', () => 'run'],
    ['throws', () => Promise.reject(new Error('oh'))],
    ['throws at once', () => fail()],
    ['streams', (_, reply) => reply.send(Readable.from(['a', 'b', 'c']))],
    ['streams until it breaks', (_, reply) => reply.send(Readable.from(breaking()))],
    ['is not found', (_, reply) => reply.callNotFound()],
    ['redirects', (_, reply) => reply.redirect('/elsewhere')],
    ['takes over', (_, reply) => void reply.hijack().raw.end('raw')],
  ])('come back once when the handler %s', async (_, handler) => {
    const { url, left } = await serve(handler)
    for (let count = 1; count <= 5; count++) {
      const answer = await fetch(url, { redirect: 'manual' })
      await answer.text().catch(() => undefined)
      await until(() => left('slots') === 2)
      expect(left('rate')).toBe(100 - count)
    }
  })

  it('come back when the client leaves, once, and what was taken of rates stays taken', async () => {
    const { url, running, left } = await serve(never)
    const requests = [begin(url), begin(url)]
    await until(() => running.count === 2)
    expect(left('slots')).toBe(0)
    requests[0]?.destroy()
    await until(() => left('slots') === 1)
    requests[1]?.destroy()
    await until(() => left('slots') === 2)
    expect(left('rate')).toBe(98)
  })

  it('come back when the client leaves in the middle of a body', async () => {
    const { url, left } = await serve((_, reply) => reply.send(Readable.from(endless())))
    const request = begin(url)
    const body = await response(request)
    await once(body, 'data')
    expect(left('slots')).toBe(1)
    request.destroy()
    await until(() => left('slots') === 2)
  })

  it('come back when a client leaves whose pipelined requests wait for each other', async () => {
    const { url, running, left } = await serve(never)
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(2))
    await until(() => running.count === 2)
    expect(left('slots')).toBe(0)
    socket.destroy()
    await until(() => left('slots') === 2)
  })

  it('come back over HTTP/2, where the stream ends or the client cancels', async () => {
    const handler = (request: FastifyRequest) =>
      request.headers.wait ? new Promise(() => {}) : 'x'
    const options = { key: () => 'one' }
    const made = await serve(handler as never, ['slots'], options, { http2: true } as never)
    const session = connectHttp2(made.url)
    const first = session.request({ ':path': '/' })
    await once(first.resume(), 'close')
    await until(() => made.left('slots') === 2)
    const second = session.request({ ':path': '/', wait: '1' })
    await until(() => made.left('slots') === 1)
    second.close(8)
    await until(() => made.left('slots') === 2)
    session.destroy()
  })

  it('are not taken for a client that left while its key was looked up, nor is it run', async () => {
    const { opened, open } = gate()
    const key = vi.fn(() => opened.then(() => 'one'))
    const { url, running, left } = await serve(() => 'run', ['slots', 'rate'], { key })
    const request = begin(url)
    await until(() => key.mock.calls.length > 0)
    request.destroy()
    await sleep(50)
    open()
    await sleep(20)
    expect([left('slots'), left('rate'), running.count]).toEqual([2, 100, 0])
    expect((await fetch(url)).status).toBe(200)
  })

  it('come back over a connection that is kept, which gathers nothing', async () => {
    const sockets = new Set<unknown>()
    const counts: number[] = []
    const requests: WeakRef<FastifyRequest>[] = []
    const handler: RouteHandlerMethod = request => {
      const { socket } = request.raw
      sockets.add(socket)
      counts.push(socket.listenerCount('close'))
      requests.push(new WeakRef(request))
      return 'run'
    }
    const { url, left } = await serve(handler, ['slots'])
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let count = 0; count < 50; count++) {
      const body = await response(begin(url, agent))
      await once(body.resume(), 'end')
    }
    expect([sockets.size, counts.at(-1)]).toEqual([1, counts[0]])
    await until(() => left('slots') === 2)
    await until(() => {
      globalThis.gc?.()
      return requests.filter(request => request.deref() !== undefined).length < 5
    })
    agent.destroy()
  })

  it('come back from HEAD, and from requests without a socket', async () => {
    const { url, app, left } = await serve(() => 'run', ['slots'])
    const { status, headers } = await fetch(url, { method: 'HEAD' })
    expect([status, items(headers.get('ratelimit')).slots?.r]).toEqual([200, 1])
    for (let count = 0; count < 4; count++) {
      expect((await app.inject('/')).statusCode).toBe(200)
    }
    await until(() => left('slots') === 2)
  })

  it('are held for longer than their lease', async () => {
    const { opened, open } = gate()
    const { url, running, left, advance } = await serve(
      () => opened.then(() => 'run'),
      ['slots', 'rate'],
      { renewMs: 5 },
    )
    const all = [fetch(url), fetch(url)]
    await until(() => running.count === 2)
    for (let turn = 0; turn < 5; turn++) {
      advance(6_000)
      await sleep(30)
      expect(left('slots')).toBe(0)
    }
    open()
    await Promise.all(all)
    await until(() => left('slots') === 2)
  })

  it('on trial refuse nobody, and are told to nobody', async () => {
    const { opened, open } = gate()
    const { url, running, left } = await serve(() => opened.then(() => 'run'), ['trial'])
    const all = Array.from({ length: 3 }, () => fetch(url))
    await until(() => running.count === 3)
    open()
    for (const { status, headers } of await Promise.all(all)) {
      expect([status, headers.get('ratelimit')]).toEqual([200, null])
    }
    expect(left('trial')).toBe(1)
  })

  it('that the engine cannot hold are refused with 503, but on trial', async () => {
    const limits = { many: { algorithm: 'concurrency', limit: 1000 } }
    const trial = { trial: { ...limits.many, shadow: true } }
    const { sluice, left } = await engine({ ...limits, ...trial }, { leasesMax: 64 })
    const made = await app(sluice, { limits: ['many'] })
    made.get('/', () => 'run')
    made.get('/trial', { config: { limits: ['trial'] } }, () => 'run')
    const url = await listen(made)
    const held = Array.from({ length: 64 }, () => sluice.limit('many').reserve('other'))
    const answer = await fetch(url)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await answer.json()).toMatchObject({ status: 503, 'violated-policies': [] })
    expect((await fetch(`${url}/trial`)).status).toBe(200)
    held[0]?.release()
    expect((await fetch(url)).status).toBe(200)
    expect(left('many')).toBe(1000)
  })

  it('do not keep an app from outliving its engine', async () => {
    const { opened, open } = gate()
    const error = vi.fn()
    const handler: RouteHandlerMethod = ({ log }) => {
      log.error = error
      return opened.then(() => 'run')
    }
    const { url, running, sluice } = await serve(handler)
    const answer = fetch(url)
    await until(() => running.count === 1)
    sluice.close()
    open()
    expect((await answer).status).toBe(200)
    await sleep(5)
    expect(error).not.toHaveBeenCalled()
    expect((await fetch(url)).status).toBe(500)
  })
})

function fail(): never {
  throw new Error('oh')
}

async function* breaking() {
  yield 'a'
  await sleep(1)
  fail()
}

async function* endless() {
  for (;;) {
    yield 'x'.repeat(1000)
    await sleep(1)
  }
}
