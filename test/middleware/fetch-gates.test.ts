// The wrapper of fetch-style handlers: the same answers as the plugin's, and what a response holds.
import { describe, expect, it, vi } from 'vitest'
import type { DecisionAnswer } from '../../src/gate/types.ts'
import { type FetchGateOptions, withGate } from '../../src/middleware/fetch.ts'
import { gateEngine } from './gate-engine.ts'
import { items } from './helpers.ts'

type Options = Partial<FetchGateOptions<[string?]>> & Pick<FetchGateOptions<[string?]>, 'gate'>

async function wrapped(options: Options, body: () => BodyInit | null = () => 'run', status = 200) {
  const engine = await gateEngine()
  const handler = vi.fn((_request: Request, _decision: DecisionAnswer, _rest?: string) => {
    return new Response(body(), { status })
  })
  const run = withGate(handler, { sluice: engine.sluice, ...options })
  const get = (headers: Record<string, string> = {}, init: RequestInit = {}) => {
    return run(new Request('http://x/?api_key=1', { headers, ...init }), 'rest')
  }
  const known = { authorization: `Bearer ${engine.key}` }
  return { ...engine, handler, get, known }
}

describe('withGate', () => {
  it('runs the handler with the decision, and tells what is left', async () => {
    const { get, known, handler, id } = await wrapped({ gate: 'labels' })
    const answer = await get(known)
    expect([answer.status, await answer.text()]).toEqual([200, 'run'])
    expect(items(answer.headers.get('ratelimit'))).toMatchObject({ 'per-key': { r: 5 } })
    expect(handler.mock.calls[0]!.slice(1)).toMatchObject([{ principal: { id } }, 'rest'])
  })

  it.each([
    ['none', {}, 'CREDENTIAL_MISSING', 'Bearer realm="api"'],
    [
      'both',
      { authorization: 'Bearer a', 'x-api-key': 'b' },
      'CREDENTIAL_AMBIGUOUS',
      /invalid_request/,
    ],
    [
      'one twice',
      { authorization: 'Bearer a, Bearer b' },
      'CREDENTIAL_AMBIGUOUS',
      /invalid_request/,
    ],
    ['an unknown one', { 'x-api-key': 'a' }, 'CREDENTIAL_INVALID', /invalid_token/],
  ])('denies %s', async (_, headers, code, challenge) => {
    const { get, handler } = await wrapped({ gate: 'labels' })
    const answer = await get(headers as Record<string, string>)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json',
    ])
    expect(answer.headers.get('www-authenticate')).toMatch(challenge)
    expect(await answer.json()).toMatchObject({ status: 401, code })
    expect(handler).not.toHaveBeenCalled()
  })

  it('verifies a token first', async () => {
    const { get, token } = await wrapped({ gate: { name: 'rows', mode: 'reserve' } })
    const authorization = `Bearer ${await token()}`
    expect((await get({ authorization })).status).toBe(200)
    expect((await get({ authorization: `${authorization.slice(0, -6)}AAAAAA` })).status).toBe(401)
  })

  it('asks by what the options say, and lets them answer', async () => {
    const { get, handler, key } = await wrapped({
      gate: { name: 'keys', cost: (_request, rest) => (rest === 'rest' ? 2 : 1) },
      credential: async () => key1,
      context: () => ({ ip: '192.0.2.7' }),
      source: () => 'a',
      onRefused: (_request, { status, decision }) => Response.json([decision.code], { status }),
    })
    const key1 = key
    const statuses = [await get(), await get(), await get(), await get()]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(await statuses[3]!.json()).toEqual(['LIMITED'])
    expect(statuses[3]!.headers.get('retry-after')).toBe('20')
    expect(handler).toHaveBeenCalledTimes(3)
  })
})

it('a constant response of a handler and of onRefused tells nobody of another', async () => {
  const busy = new Response(null, { status: 420 })
  const { get, known, handler } = await wrapped({ gate: 'keys', onRefused: () => busy })
  const done = new Response(null, { status: 204 })
  handler.mockReturnValue(done)
  expect((await get(known)).headers.has('ratelimit')).toBe(true)
  expect((await get()).headers.has('www-authenticate')).toBe(true)
  expect([[...done.headers], [...busy.headers]]).toEqual([[], []])
})

it.each([undefined, '', 7, null])(
  'failures are counted by address where source is %j',
  async source => {
    const { get } = await wrapped({
      gate: 'labels',
      context: () => ({ ip: '192.0.2.7' }),
      source: () => source as string,
    })
    for (let count = 0; count < 2; count++)
      expect((await get({ 'x-api-key': 'a' })).status).toBe(401)
    expect((await get({ 'x-api-key': 'a' })).status).toBe(429)
  },
)

describe('a reservation', () => {
  const gate = { name: 'rows', mode: 'reserve' } as const

  it('is charged when the body was read, and put back after a failure', async () => {
    const { get, known, left } = await wrapped({ gate })
    const answer = await get(known)
    expect([left('slots'), left('per-tenant')]).toEqual([1, 98])
    await answer.text()
    expect([left('slots'), left('per-tenant')]).toEqual([2, 98])
    const failing = await wrapped({ gate }, () => null, 503)
    await failing.get(failing.known)
    expect([failing.left('slots'), failing.left('per-tenant')]).toEqual([2, 100])
    failing.handler.mockRejectedValueOnce(new Error('oh') as never)
    await expect(failing.get(failing.known)).rejects.toThrow('oh')
    expect([failing.left('slots'), failing.left('per-tenant')]).toEqual([2, 100])
  })

  it('is charged what it was in the end, or what was held where the client left', async () => {
    const { get, known, left } = await wrapped({ gate: { ...gate, cost: 2, actual: () => 1 } })
    await (await get(known)).text()
    expect([left('slots'), left('per-tenant')]).toEqual([2, 98])
    const leaving = await wrapped({ gate })
    const controller = new AbortController()
    leaving.handler.mockImplementationOnce(() => {
      controller.abort()
      return new Response('run')
    })
    await leaving.get(leaving.known, { signal: controller.signal })
    expect([leaving.left('slots'), leaving.left('per-tenant')]).toEqual([2, 98])
  })

  it.each([undefined, 'x', { ok: true }, 'read', 'locked'])(
    'is put back where the handler returns what is no answer: %j',
    async kind => {
      const { get, known, left, handler } = await wrapped({ gate })
      handler.mockImplementationOnce((async () => {
        if (kind !== 'read' && kind !== 'locked') return kind
        const response = new Response('text')
        if (kind === 'read') await response.text()
        else response.body?.getReader()
        return response
      }) as never)
      await expect(get(known)).rejects.toThrow(/^a handler must return a Response/)
      expect([left('slots'), left('per-tenant')]).toEqual([2, 100])
    },
  )

  it('is not made for a client that has left', async () => {
    const { get, known, left, handler } = await wrapped({ gate })
    await expect(get(known, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
    expect([left('slots'), handler.mock.calls.length]).toEqual([2, 0])
  })
})

it.each<[object, string]>([
  [{ gate: 'nope' }, 'GATE_NOT_FOUND'],
  [{ gate: 'rows' }, 'OPERATION_UNSUPPORTED'],
  [{}, 'OPTION_INVALID'],
  [{ gate: 'keys', limits: [] }, 'OPTION_INVALID'],
  [{ gate: 'keys', realm: '' }, 'OPTION_INVALID'],
])('%j fails at once', async (options, code) => {
  const { sluice } = await gateEngine()
  const make = () => withGate(() => new Response(), { sluice, ...(options as Options) })
  expect(make).toThrowError(expect.objectContaining({ code }))
  expect(() => withGate(undefined as never, { sluice, gate: 'keys' })).toThrow(TypeError)
})
