// The gate plugin: whom it lets through, what it answers, what it tells, and that no mistake opens a gate.
import { once } from 'node:events'
import { connect } from 'node:net'
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type FastifyGate,
  type FastifyGatesOptions,
  gatePlugin,
  limitsPlugin,
} from '../../src/middleware/fastify.ts'
import { gateEngine } from './gate-engine.ts'
import { gate as door, items, listen, until } from './helpers.ts'

type Engine = Awaited<ReturnType<typeof gateEngine>>

async function appOf({ sluice }: Engine, options: Partial<FastifyGatesOptions> = {}) {
  const made = fastify({ forceCloseConnections: true })
  onTestFinished(() => made.close())
  await made.register(gatePlugin, { sluice, ...options })
  return made
}

/** An app with one route that says whose request it is. */
async function serve(gate: FastifyGate, options: Partial<FastifyGatesOptions> = {}) {
  const engine = await gateEngine()
  const app = await appOf(engine, options)
  const handler = vi.fn((request: FastifyRequest, _reply: FastifyReply): unknown => {
    return request.decision?.principal.tenant
  })
  app.all('/', { config: { gate } }, handler)
  const url = await listen(app)
  const get = (key?: string, headers: Record<string, string> = {}) => {
    const authorization: Record<string, string> =
      key === undefined ? {} : { authorization: `Bearer ${key}` }
    return fetch(url, { headers: { ...authorization, ...headers } })
  }
  return { ...engine, app, handler, url, get }
}

const MISSING = 'Bearer realm="api"'
const INVALID = 'Bearer realm="api", error="invalid_token"'
const AMBIGUOUS = 'Bearer realm="api", error="invalid_request"'

describe('an allowed request', () => {
  it('is run with its decision, and told what is left by the numbers of its plan', async () => {
    const { get, key, id, handler, left } = await serve('labels')
    const { status, headers, text } = await get(key).then(async answer => ({
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
    }))
    expect([status, text]).toEqual([200, 'acme'])
    expect(handler.mock.calls[0]![0].decision).toMatchObject({
      allow: true,
      principal: { id, subject: 'ada' },
      plan: { id: 'team' },
    })
    expect(headers.get('ratelimit-policy')).toBe('"per-key";q=6;w=60, "per-tenant";q=100;w=86400')
    expect(items(headers.get('ratelimit'))).toMatchObject({
      'per-key': { r: 5, t: 10 },
      'per-tenant': { r: 98 },
    })
    expect(headers.get('www-authenticate')).toBeNull()
    expect(left('per-tenant')).toBe(98)
  })

  it('may be one without a gate, or without a credential', async () => {
    const { app, get, url, key } = await serve('open')
    expect([await (await get()).text(), await (await get(key)).text()]).toEqual(['', 'acme'])
    expect((await get('sk_live_no')).status).toBe(401)
    expect((await fetch(`${url}/none`, { headers: { 'x-api-key': 'x' } })).status).toBe(404)
    await app.close()
    const plain = await appOf(await gateEngine())
    plain.get('/', async request => ({ decision: request.decision }))
    plain.get('/off', { config: { gate: false } }, async () => 'run')
    const origin = await listen(plain)
    expect(await (await fetch(origin)).json()).toEqual({ decision: null })
    expect(await (await fetch(`${origin}/off`)).text()).toBe('run')
  })

  it('may show a token, which is verified once', async () => {
    const { get, token, left } = await serve('labels')
    const shown = await token({ sid: '7' })
    const statuses = await Promise.all([get(shown), get(shown)])
    // The gate's limit is by key, and a session has none: the limit has nothing to count by.
    expect(statuses.map(({ status }) => status)).toEqual([400, 400])
    expect(await statuses[0].json()).toMatchObject({ code: 'LIMIT_KEY_MISSING', status: 400 })
    expect(left('per-tenant')).toBe(100)
    const rows = await serve({ name: 'rows', mode: 'reserve' })
    const answers = await Promise.all([rows.get(await rows.token()), rows.get(await rows.token())])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const forged = await rows.get(`${(await rows.token()).slice(0, -6)}AAAAAA`)
    expect([forged.status, forged.headers.get('www-authenticate')]).toEqual([401, INVALID])
    expect(await forged.json()).toMatchObject({ code: 'CREDENTIAL_INVALID' })
    expect(rows.handler).toHaveBeenCalledTimes(2)
  })
})

describe('where a credential is', () => {
  const asked = async (headers: [string, string][], query = '') => {
    const engine = await gateEngine()
    const app = await appOf(engine)
    app.get('/', { config: { gate: 'keys' } }, async () => 'run')
    const { hostname, port } = new URL(await listen(app))
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    const lines = headers.map(([name, value]) => `${name}: ${value.replace('KEY', engine.key)}`)
    const head = [`GET /${query.replace('KEY', engine.key)} HTTP/1.1`, 'Host: x', ...lines]
    socket.end(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`)
    let text = ''
    socket.on('data', chunk => {
      text += chunk
    })
    await once(socket, 'close')
    const [, code = 'ALLOWED'] = /"code":"(\w+)"/.exec(text) ?? []
    const [, challenge] = /^www-authenticate: (.*)\r$/m.exec(text) ?? []
    return [code, challenge]
  }

  it.each<[string, [string, string][], string, string | undefined]>([
    ['Authorization', [['Authorization', 'Bearer KEY']], 'ALLOWED', undefined],
    ['any case', [['AUTHORIZATION', 'bEARER   KEY  ']], 'ALLOWED', undefined],
    ['X-API-Key', [['x-api-key', 'KEY']], 'ALLOWED', undefined],
    ['none', [], 'CREDENTIAL_MISSING', MISSING],
    ['another scheme', [['authorization', 'Basic KEY']], 'CREDENTIAL_MISSING', MISSING],
    ['a scheme that starts alike', [['authorization', 'BearerKEY']], 'CREDENTIAL_MISSING', MISSING],
    [
      'another scheme beside',
      [
        ['authorization', 'Basic x'],
        ['x-api-key', 'KEY'],
      ],
      'ALLOWED',
      undefined,
    ],
    ['an empty one', [['authorization', 'Bearer']], 'CREDENTIAL_MALFORMED', INVALID],
    ['an empty key', [['x-api-key', '']], 'CREDENTIAL_MALFORMED', INVALID],
    [
      'both',
      [
        ['authorization', 'Bearer KEY'],
        ['x-api-key', 'KEY'],
      ],
      'CREDENTIAL_AMBIGUOUS',
      AMBIGUOUS,
    ],
    [
      'one twice',
      [
        ['x-api-key', 'KEY'],
        ['x-api-key', 'KEY'],
      ],
      'CREDENTIAL_AMBIGUOUS',
      AMBIGUOUS,
    ],
    [
      'another twice',
      [
        ['authorization', 'Bearer KEY'],
        ['authorization', 'Bearer x'],
      ],
      'CREDENTIAL_AMBIGUOUS',
      AMBIGUOUS,
    ],
    ['two in one', [['x-api-key', 'KEY, KEY']], 'CREDENTIAL_INVALID', INVALID],
  ])('%s', async (_, headers, code, challenge) => {
    expect(await asked(headers)).toEqual([code, challenge])
  })

  it('is never the query', async () => {
    const query = '?api_key=KEY&access_token=KEY&credential=KEY'
    expect(await asked([], query)).toEqual(['CREDENTIAL_MISSING', MISSING])
  })

  it('is what the option says, at once or later', async () => {
    for (const later of [false, true]) {
      const credential = ({ headers }: FastifyRequest) => {
        const found = headers['x-token'] as string | undefined
        return later ? Promise.resolve(found) : found
      }
      const { get, key, handler } = await serve('keys', { credential })
      expect((await get(undefined, { 'x-token': key })).status).toBe(200)
      const plain = await get(key)
      expect(await plain.json()).toMatchObject({ code: 'CREDENTIAL_MISSING' })
      expect(handler).toHaveBeenCalledTimes(1)
    }
    const { get, key, handler } = await serve('open', { credential: () => [key1, key1] })
    const key1 = key
    expect((await get()).status).toBe(401)
    const wrong = await serve('open', { credential: () => 7 as never })
    expect([(await wrong.get()).status, handler.mock.calls.length]).toEqual([500, 0])
  })
})

describe('a denied request', () => {
  it.each([
    ['labels', 'sk_live_nobody', 401, 'CREDENTIAL_INVALID', INVALID],
    ['labels', 'x'.repeat(9000), 401, 'CREDENTIAL_MALFORMED', INVALID],
    ['labels', 'tiny', 402, 'FEATURE_LOCKED', null],
    ['labels', 'late', 402, 'TENANT_PAST_DUE', null],
    ['labels', 'stopped', 403, 'TENANT_SUSPENDED', null],
    ['labels', 'nowhere', 403, 'TENANT_UNKNOWN', null],
    ['hidden', 'tiny', 403, 'FEATURE_HIDDEN', null],
  ])('of the gate %s by %s gets %i %s', async (gate, whose, status, code, challenge) => {
    const { get, keyOf, handler } = await serve(gate)
    const known = ['tiny', 'late', 'stopped', 'nowhere'].includes(whose)
    const credential = known ? keyOf(whose).key : whose
    const answer = await get(credential)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([status, challenge])
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const body = await answer.text()
    expect(JSON.parse(body)).toEqual({
      type: 'about:blank',
      title: expect.stringMatching(/./),
      status,
      detail: expect.stringMatching(/^[A-Z].*\.$/),
      code,
    })
    expect(body).not.toContain(credential)
    expect(body).not.toMatch(/hidden|sk_live/)
    expect(handler).not.toHaveBeenCalled()
  })

  it('is told which permission is missing, as OAuth has it', async () => {
    const { get, keyOf } = await serve('labels', { realm: 'parcelo' })
    const answer = await get(keyOf('acme', ['labels:read']).key)
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      {
        code: 'PERMISSION_DENIED',
        title: 'Forbidden',
        detail: 'The permission is missing (labels:write).',
      },
    ])
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer realm="parcelo", error="insufficient_scope"',
    )
  })

  it('by a limit gets 429, Retry-After and the policies, and nothing is taken', async () => {
    const { get, key, left, advance, handler } = await serve({ name: 'labels', cost: 3 })
    for (let count = 0; count < 2; count++) expect((await get(key)).status).toBe(200)
    const answer = await get(key)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30'])
    expect(items(answer.headers.get('ratelimit'))).toMatchObject({ 'per-key': { r: 0 } })
    expect(await answer.json()).toMatchObject({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      status: 429,
      code: 'LIMITED',
      'violated-policies': ['per-key'],
    })
    expect([left('per-tenant'), handler.mock.calls.length]).toEqual([88, 2])
    advance(30_000)
    expect((await get(key)).status).toBe(200)
  })

  it('has no Retry-After where waiting does not help', async () => {
    const { get, key } = await serve({ name: 'labels', cost: () => 7 })
    const { status, headers } = await get(key)
    expect([status, headers.get('retry-after')]).toEqual([429, null])
  })

  it('is slowed down by its address', async () => {
    const { get, key } = await serve('keys')
    for (let count = 0; count < 2; count++) await get('sk_live_nobody')
    const answer = await get('sk_live_nobody')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await answer.json()).toMatchObject({
      code: 'SOURCE_LIMITED',
      title: 'Too Many Requests',
    })
    const other = await serve('keys', { source: ({ headers }) => headers['x-from'] as string })
    for (let count = 0; count < 3; count++) await other.get('sk_live_nobody', { 'x-from': 'a' })
    const from = await other.get('sk_live_nobody', { 'x-from': 'b' })
    expect([from.status, (await get(key)).status]).toEqual([401, 429])
  })

  it('gets 503 where there is no lease left', async () => {
    const engine = await gateEngine({ leasesMax: 64 })
    const app = await appOf(engine)
    app.get('/', { config: { gate: { name: 'keys', mode: 'reserve' } } }, async () => 'run')
    const url = await listen(app)
    for (let count = 0; count < 64; count++) engine.sluice.limit('per-city').reserve(`c${count}`)
    const answer = await fetch(url, { headers: { 'x-api-key': engine.key } })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await answer.json()).toMatchObject({ code: 'LEASES_EXHAUSTED' })
  })

  it('is answered by onRefused', async () => {
    const refusals: unknown[] = []
    const { get, handler } = await serve('labels', {
      onRefused: (_request, reply, refusal) => {
        refusals.push(refusal)
        return reply.code(404).send('gone')
      },
    })
    const { status } = await get('sk_live_nobody')
    expect([status, handler.mock.calls.length]).toEqual([404, 0])
    expect(refusals).toMatchObject([
      { status: 401, decision: { code: 'CREDENTIAL_INVALID' }, reports: [] },
    ])
    const text = await serve('labels', { onRefused: async () => 'text' })
    const answer = await text.get()
    expect([answer.status, await answer.text()]).toEqual([401, 'text'])
  })
})

describe('the context', () => {
  it('has the address, and what the option adds', async () => {
    const { get, handler } = await serve('city', {
      context: async ({ headers }) => ({ city: headers['x-city'] }),
    })
    expect(await (await get()).json()).toMatchObject({ code: 'LIMIT_KEY_MISSING' })
    for (let count = 0; count < 4; count++) await get(undefined, { 'x-city': 'Graz' })
    expect(handler).toHaveBeenCalledTimes(3)
    const { sluice, get: ask } = await serve('keys')
    const bound = (network: string) => sluice.keys.create({ tenant: 'acme', networks: [network] })
    expect((await ask(bound('127.0.0.0/8').key)).status).toBe(200)
    const away = await ask(bound('192.0.2.0/24').key)
    expect([away.status, await away.json()]).toMatchObject([403, { code: 'NETWORK_DENIED' }])
  })

  it('may need the body', async () => {
    const engine = await gateEngine()
    const app = await appOf(engine, {
      hook: 'preHandler',
      context: ({ body }) => ({ city: (body as { city: string }).city }),
    })
    app.post('/', { config: { gate: 'city' } }, async () => 'run')
    const url = await listen(app)
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url, { method: 'POST', headers, body: '{"city":"Graz"}' })
    expect([answer.status, engine.sluice.limit('per-city').peek('Graz', 0).remaining]).toEqual([
      200, 2,
    ])
  })
})

describe('a reservation', () => {
  const left = ({ left }: Engine) => [left('slots'), left('per-tenant')]

  it.each([
    [200, 98],
    [404, 98],
    [500, 100],
    [503, 100],
  ])('of a response %i leaves %i', async (status, expected) => {
    const made = await serve({ name: 'rows', mode: 'reserve' })
    made.handler.mockImplementation((_request, reply) => {
      expect(left(made)).toEqual([1, 98])
      return reply.code(status).send('')
    })
    expect((await made.get(made.key)).status).toBe(status)
    await until(() => made.left('slots') === 2)
    expect(left(made)).toEqual([2, expected])
  })

  it('is charged what it was in the end, times what the gate says', async () => {
    const made = await serve({ name: 'rows', mode: 'reserve', cost: 2, actual: () => 1 })
    await made.get(made.key)
    await until(() => made.left('slots') === 2)
    expect(left(made)).toEqual([2, 98])
  })

  it.each([
    ['past the largest cost once multiplied, as that', 2_147_483_647, 0],
    ['that is none, as what was held', 2_147_483_648, 96],
    ['that is less than was held, as it is', 1, 98],
  ])('is charged by an actual cost %s', async (_, actual, expected) => {
    const made = await serve({ name: 'rows', mode: 'reserve', cost: 2, actual: () => actual })
    await made.get(made.key)
    await until(() => made.left('slots') === 2)
    expect(made.left('per-tenant')).toBe(expected)
  })

  it('is put back where the handler throws, and charged where the client leaves', async () => {
    const made = await serve({ name: 'rows', mode: 'reserve' })
    made.handler.mockImplementation(() => {
      throw new Error('oh')
    })
    expect((await made.get(made.key)).status).toBe(500)
    await until(() => made.left('slots') === 2)
    expect(made.left('per-tenant')).toBe(100)
    const { opened, open } = door()
    made.handler.mockImplementation(() => opened)
    const controller = new AbortController()
    const headers = { authorization: `Bearer ${made.key}` }
    const answer = fetch(made.url, { headers, signal: controller.signal }).catch(() => 'left')
    await until(() => made.left('slots') === 1)
    controller.abort()
    expect(await answer).toBe('left')
    await until(() => made.left('slots') === 2)
    expect(made.left('per-tenant')).toBe(98)
    open()
  })

  it('is refused where all slots are taken', async () => {
    const made = await serve({ name: 'rows', mode: 'reserve' })
    const { opened, open } = door()
    made.handler.mockImplementation(() => opened.then(() => 'run'))
    const running = [made.get(made.key), made.get(made.key)]
    await until(() => made.left('slots') === 0)
    const refused = await made.get(made.key)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    open()
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200])
    expect(made.left('per-tenant')).toBe(96)
  })

  it('takes nothing in mode check', async () => {
    const made = await serve({ name: 'rows', mode: 'check' })
    expect([(await made.get(made.key)).status, left(made)]).toEqual([200, [2, 100]])
  })
})

describe('a mistake', () => {
  it.each<[string, unknown, string]>([
    ['a gate that is not there', 'nope', 'GATE_NOT_FOUND'],
    ['slots that are not reserved', 'rows', 'OPERATION_UNSUPPORTED'],
    ['a misspelled mode', { name: 'keys', mdoe: 'check' }, 'OPTION_INVALID'],
    ['no such mode', { name: 'keys', mode: 'take' }, 'OPTION_INVALID'],
    ['no name', {}, 'OPTION_INVALID'],
    ['true', true, 'OPTION_INVALID'],
    ['a cost that is text', { name: 'keys', cost: '1' }, 'OPTION_INVALID'],
    ['a cost below 0', { name: 'keys', cost: -1 }, 'OPTION_INVALID'],
    ['half a cost', { name: 'keys', cost: 0.5 }, 'OPTION_INVALID'],
    ['a cost that is no number', { name: 'keys', cost: Number.NaN }, 'OPTION_INVALID'],
    ['a cost that is too large', { name: 'keys', cost: 2 ** 31 }, 'OPTION_INVALID'],
    [
      'an actual cost of what costs nothing',
      { name: 'keys', mode: 'reserve', cost: 0, actual: () => 1 },
      'OPTION_INVALID',
    ],
    ['an actual cost of nothing', { name: 'keys', actual: () => 1 }, 'OPTION_INVALID'],
    [
      'an actual cost that is no function',
      { name: 'keys', mode: 'reserve', actual: 1 },
      'OPTION_INVALID',
    ],
  ])('of a route fails when the app gets ready: %s', async (_, gate, code) => {
    const app = await appOf(await gateEngine())
    app.register(async child => {
      child.get('/', { config: { gate: gate as FastifyGate } }, async () => 'run')
    })
    await expect(app.ready()).rejects.toMatchObject({ code })
  })

  it.each<[object]>([
    [{ sluice: {} }],
    [{ credentail: () => 'x' }],
    [{ credential: 'x' }],
    [{ hook: 'onSend' }],
    [{ realm: 'a "quoted" one' }],
    [{ realm: 7 }],
    [{ headers: true }],
    [{ renewMs: 0 }],
  ])('of the plugin %j fails at once', async options => {
    const engine = await gateEngine()
    await expect(appOf(engine, options as never)).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  })

  it('of a function fails the request, and is not let through', async () => {
    const oh = () => {
      throw new Error('oh')
    }
    const later = () => Promise.reject(new Error('oh'))
    for (const throws of [oh, later]) {
      for (const name of ['credential', 'context', 'source']) {
        const { get, key, handler } = await serve('open', { [name]: throws })
        expect([(await get(key)).status, handler.mock.calls.length]).toEqual([500, 0])
      }
      const { get, key, handler } = await serve({
        name: 'keys',
        cost: throws as unknown as () => number,
      })
      expect([(await get(key)).status, handler.mock.calls.length]).toEqual([500, 0])
    }
    const { get, key, handler } = await serve({ name: 'keys', cost: () => -1 })
    expect([(await get(key)).status, handler.mock.calls.length]).toEqual([500, 0])
  })

  it('in a new config closes the gate, until it is mended', async () => {
    const { get, key, sluice, handler } = await serve('open')
    await sluice.publish({ gates: {} })
    expect([(await get(key)).status, handler.mock.calls.length]).toEqual([500, 0])
    await sluice.publish({ gates: { open: { credential: ['none'], tenant: ['none'] } } })
    expect((await get()).status).toBe(200)
  })
})

describe('scopes', () => {
  it('have the gates of the innermost plugin, and the limits of another', async () => {
    const engine = await gateEngine()
    const { sluice, key } = engine
    const app = await appOf(engine)
    await app.register(limitsPlugin, { sluice, limits: ['per-city'], key: () => 'all' })
    app.get('/', { config: { gate: 'keys' } }, async () => 'run')
    await app.register(async child => {
      await child.register(gatePlugin, { sluice, realm: 'child' })
      child.get('/child', { config: { gate: 'keys' } }, async () => 'run')
    })
    const url = await listen(app)
    const both = await fetch(url, { headers: { 'x-api-key': key } })
    expect(Object.keys(items(both.headers.get('ratelimit-policy')))).toEqual([
      'per-key',
      'per-city',
    ])
    const inner = await fetch(`${url}/child`)
    expect(inner.headers.get('www-authenticate')).toBe('Bearer realm="child"')
    await fetch(`${url}/child`, { headers: { 'x-api-key': key } })
    // Each was asked once.
    expect(sluice.limit('per-key').plan('team').peek(engine.id, 0).remaining).toBe(4)
  })
})
