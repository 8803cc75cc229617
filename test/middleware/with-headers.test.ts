// Headers on responses of others: those stay as they are, and what is no response is told.
import { describe, expect, it } from 'vitest'
import { withHeaders } from '../../src/middleware/with-headers.ts'
import { serveFetch, stream } from './fetch-server.ts'

const add = (response: unknown, fields = { 'retry-after': '7' }) =>
  withHeaders('a handler', response as Response, fields)

describe('a response', () => {
  it('is copied, and stays as it was', async () => {
    const headers: [string, string][] = [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['retry-after', '1'],
    ]
    const given = new Response('text', { status: 420, statusText: 'Enhance', headers })
    const made = add(given)
    expect([made.status, made.statusText, made.headers.get('retry-after')]).toEqual([
      420,
      'Enhance',
      '7',
    ])
    expect(made.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(made.headers.get('content-type')).toBe('text/plain;charset=UTF-8')
    expect(given.headers.get('retry-after')).toBe('1')
    expect(await made.text()).toBe('text')
  })

  it('of another class is one, too', async () => {
    const { body, headers } = new Response('text')
    const made = add({ status: 201, statusText: '', headers, body, bodyUsed: false })
    expect([made.status, await made.text()]).toEqual([201, 'text'])
  })

  it('that cannot be copied is returned as it is', () => {
    const error = Response.error()
    expect(add(error)).toBe(error)
  })

  it('that was fetched keeps its body when it is collected', async () => {
    const origin = await serveFetch(() => new Response(stream(50)))
    const made = await fetch(origin).then(response => add(response))
    for (let turn = 0; turn < 10; turn++) {
      globalThis.gc?.()
      await new Promise(setImmediate)
    }
    expect((await made.arrayBuffer()).byteLength).toBe(50_000)
  })
})

const used = async () => {
  const response = new Response('text')
  await response.text()
  return response
}
const locked = () => {
  const response = new Response('text')
  response.body?.getReader()
  return response
}

it.each<[string, unknown, RegExp]>([
  ['undefined', undefined, /^a handler must return a Response$/],
  ['null', null, /^a handler must return a Response$/],
  ['a text', 'x', /^a handler must return a Response$/],
  ['an object', { ok: true }, /^a handler must return a Response$/],
  ['a Request', new Request('http://a.test'), /^a handler must return a Response$/],
  ['what was read', await used(), /nobody has read$/],
  ['what is being read', locked(), /nobody has read$/],
])('%s is a TypeError that says so', (_, value, message) => {
  expect(() => add(value)).toThrow(TypeError)
  expect(() => add(value)).toThrow(message)
})
