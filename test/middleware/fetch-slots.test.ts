// What fetch-style requests hold comes back once, however their responses end.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type Handler, serve, stream, text } from './fetch-server.ts'
import { begin, gate, items, response, until } from './helpers.ts'

describe('slots', () => {
  const limits = ['slots', 'daily']

  it('are as many as requests run', async () => {
    const { opened, open } = gate()
    const { url, run, left } = await serve(() => opened.then(text), { limits })
    const all = Array.from({ length: 6 }, () => fetch(url))
    let answered = 0
    for (const each of all) void each.then(() => answered++)
    await until(() => answered === 4)
    expect(run).toHaveBeenCalledTimes(2)
    open()
    const bodies = await Promise.all(all.map(async each => (await each).text()))
    expect(bodies.filter(body => body === 'run')).toHaveLength(2)
    await until(() => left('slots') === 2)
    expect(left('daily')).toBe(98)
  })

  it.each<[string, Handler]>([
    ['a text', text],
    ['no body', () => new Response(null, { status: 204 })],
    ['a stream', () => new Response(stream(20))],
    ['a stream that breaks', () => new Response(stream(2, true))],
    ['an error', () => Promise.reject(new Error('oh'))],
    ['an error at once', () => fail()],
    ['a body that is being read', () => locked()],
    ['no response', () => undefined as never],
  ])('come back once after %s', async (_, handler) => {
    const { url, left } = await serve(handler, { limits })
    for (let count = 1; count <= 5; count++) {
      await fetch(url).then(
        answer => answer.text().catch(() => undefined),
        () => undefined,
      )
      await until(() => left('slots') === 2)
      expect(left('daily')).toBe(100 - count)
    }
  })

  it('are held while the body is read, and come back when the client leaves', async () => {
    const { url, left } = await serve(() => new Response(stream(100_000)), { limits })
    const request = begin(url)
    const body = await response(request)
    await once(body, 'data')
    expect(left('slots')).toBe(1)
    request.destroy()
    await until(() => left('slots') === 2)
  })

  it('come back when the client leaves before there is an answer', async () => {
    const { url, run, left } = await serve(() => new Promise(() => {}), { limits })
    const request = begin(url)
    await until(() => run.mock.calls.length === 1)
    expect(left('slots')).toBe(1)
    request.destroy()
    await until(() => left('slots') === 2)
  })

  it('are not taken for a client that left while its key was looked up, nor is it run', async () => {
    const { opened, open } = gate()
    const key = () => opened.then(() => 'one')
    const { limited, run, left } = await serve(text, { limits, key })
    const abort = new AbortController()
    const answer = limited(new Request('http://a.test', { signal: abort.signal }), '')
    abort.abort(new Error('left'))
    open()
    await expect(answer).rejects.toThrow('left')
    expect([run.mock.calls.length, left('slots'), left('daily')]).toEqual([0, 2, 100])
  })

  it('come back when the body is cancelled, or nobody reads it, or nobody is to', async () => {
    const { limited, left } = await serve(() => new Response(stream(5)), { limits })
    const cancelled = await limited(new Request('http://a.test'), '')
    expect(left('slots')).toBe(1)
    await cancelled.body?.cancel()
    expect(left('slots')).toBe(2)
    await limited(new Request('http://a.test', { method: 'HEAD' }), '')
    expect(left('slots')).toBe(2)
    await (async () => void (await limited(new Request('http://a.test'), '')))()
    expect(left('slots')).toBe(1)
    await until(() => {
      globalThis.gc?.()
      return left('slots') === 2
    })
  })

  it('are held for longer than their lease', async () => {
    const { limited, left, advance } = await serve(() => new Response(stream(5)), {
      limits,
      renewMs: 5,
    })
    const answer = await limited(new Request('http://a.test'), '')
    for (let turn = 0; turn < 4; turn++) {
      advance(6_000)
      await sleep(30)
      expect(left('slots')).toBe(1)
    }
    expect((await answer.bytes?.())?.length ?? 5000).toBe(5000)
  })
})

it('an estimate becomes what the response says it cost, once it was read', async () => {
  const headers = { 'x-tokens': '7' }
  const actual = vi.fn((_: Request, response?: Response) => {
    return Number(response?.headers.get('x-tokens'))
  })
  const { limited, left } = await serve(() => new Response(stream(3), { headers }), {
    limits: [{ limit: 'daily', cost: 50, actual }],
  })
  const abort = new AbortController()
  const answer = await limited(new Request('http://a.test', { signal: abort.signal }), '')
  expect([items(answer.headers.get('ratelimit')).daily?.r, left('daily')]).toEqual([50, 50])
  await answer.arrayBuffer()
  abort.abort()
  expect([left('daily'), actual.mock.calls.length]).toEqual([93, 1])
})

it('a cost that is none is a warning, and the estimate stays', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const { limited, left } = await serve(text, {
    limits: [{ limit: 'daily', cost: 50, actual: () => 0.5 }],
  })
  await (await limited(new Request('http://a.test'), '')).text()
  expect([left('daily'), warning.mock.calls.length]).toEqual([50, 1])
  warning.mockRestore()
})

function fail(): never {
  throw new Error('oh')
}

function locked(): Response {
  const response = new Response(stream(1))
  response.body?.getReader()
  return response
}
