// Gates over the wire. The engine's clock stands still unless a test moves it.
import { Writable } from 'node:stream'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { DECISION_CODES } from '../../src/gate/codes.ts'
import type { DecisionAnswer } from '../../src/gate/types.ts'
import type { StartOptions } from '../../src/server/index.ts'
import { post, postPacked, serve } from './helpers.ts'

const CONFIG = {
  flags: {
    'new-labels': {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      targeting: { if: [{ '==': [{ var: 'tenant.plan' }, 'team'] }, 'on'] },
    },
  },
  limits: {
    'per-key': { rate: '1/s', burst: 3, key: 'key.id' },
    'per-ip-failures': { rate: '1/min', burst: 2, key: 'ip' },
    'per-city': { rate: '1/s', burst: 3, key: 'city' },
    exports: { algorithm: 'concurrency', limit: 2, key: 'tenant.id' },
  },
  quotas: { labels: { period: 'month', key: 'tenant.id' } },
  features: { labels: { type: 'boolean' }, seats: { type: 'gauge' } },
  plans: {
    free: { features: { labels: false, seats: 1 }, quotas: { labels: 10 } },
    team: { features: { labels: true, seats: 5 }, quotas: { labels: 100 } },
  },
  tenants: { acme: { plan: 'team', used: { seats: 2 } }, tiny: { plan: 'free' } },
  roles: { writer: ['labels:*'] },
  credentials: { failures: 'per-ip-failures' },
  gates: {
    'labels.create': {
      credential: ['key', 'session'],
      permission: 'labels:write',
      entitlement: 'labels',
      features: ['seats'],
      flags: ['new-labels'],
      limits: ['per-key'],
      quotas: ['labels'],
    },
    'exports.create': { credential: ['key'], limits: ['exports'] },
    'labels.find': { credential: ['none', 'key'], tenant: ['none', 'active'] },
    'shops.near': { credential: ['none'], tenant: ['none'], limits: ['per-city'] },
  },
}

async function running(options: StartOptions = {}) {
  const server = await serve(options, CONFIG)
  const { sluice, url } = server
  const { key, id } = sluice.keys.create({ tenant: 'acme', roles: ['writer'], subject: 'ada' })
  const tiny = sluice.keys.create({ tenant: 'tiny', roles: ['writer'] })
  const decide = (body: unknown) => post(`${url}/v1/decide`, body)
  return { ...server, key, id, tiny, decide }
}

type Decided = { body: DecisionAnswer }

describe('decide', () => {
  it('is what the library answers', async () => {
    const { sluice, key, id, decide } = await running()
    const request = { gate: 'labels.create', credential: key, context: { country: 'DE' }, cost: 2 }
    const { status, headers, body } = await decide(request)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toMatchObject({
      allow: true,
      code: 'ALLOWED',
      status: 200,
      principal: { type: 'key', id, tenant: 'acme', subject: 'ada' },
      plan: { id: 'team', state: 'active' },
      features: { labels: { state: 'enabled', value: true }, seats: { value: 5, used: 2 } },
      flags: { 'new-labels': { value: true, reason: 'TARGETING_MATCH' } },
      limits: [
        { name: 'per-key', cost: 2, remaining: 1 },
        { name: 'labels', cost: 2, remaining: 98 },
      ],
    })
    const own = sluice
      .gate('labels.create')
      .check({ ...request, cost: 0 })
      .toJSON()
    const { id: _, ...answer } = body as DecisionAnswer
    expect(Object.keys(own)).toEqual(Object.keys(body as object))
    expect(own).toMatchObject({ principal: answer.principal, plan: answer.plan })
  })

  it('is 200 for a refusal, which takes nothing', async () => {
    const { sluice, key, tiny, decide, advance } = await running()
    const gate = 'labels.create'
    const locked = await decide({ gate, credential: tiny.key })
    expect([locked.status, locked.body]).toMatchObject([
      200,
      { allow: false, code: 'FEATURE_LOCKED', status: 402, detail: 'labels' },
    ])
    const limited = await decide({ gate, credential: key, cost: 3 }).then(() =>
      decide({ gate, credential: key }),
    )
    expect([limited.status, limited.body]).toMatchObject([
      200,
      { code: 'LIMITED', status: 429, detail: 'per-key', retryMs: 1000 },
    ])
    expect(sluice.limit('labels').plan('team').peek('acme').remaining).toBe(97)
    advance(1000)
    expect((await decide({ gate, credential: key })).body).toMatchObject({ allow: true })
  })

  it('looks without taking, and holds until it is settled', async () => {
    const { url, sluice, key, decide } = await running()
    const left = () => sluice.limit('exports').peek('acme').remaining
    const ask = (mode: string) => decide({ gate: 'exports.create', credential: key, mode })
    expect((await ask('check')).body).toMatchObject({ allow: true })
    expect(left()).toBe(2)
    const { reservation } = ((await ask('reserve')) as Decided).body
    expect([typeof reservation, left()]).toEqual(['string', 1])
    const settle = (body: object) => post(`${url}/v1/settle`, body)
    const first = await settle({ reservation, actual: 0 })
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect([first.body, left()]).toEqual([{ settled: true }, 2])
    expect((await settle({ reservation })).body).toEqual({ settled: false })
    const refused = await decide({ gate: 'labels.create', credential: 'no', mode: 'reserve' })
    expect(refused.body).not.toHaveProperty('reservation')
  })

  it('settles what it was in the end', async () => {
    const { url, sluice, key, decide } = await running()
    const body = { gate: 'labels.create', credential: key, cost: 3, mode: 'reserve' }
    const { reservation } = ((await decide(body)) as Decided).body
    await post(`${url}/v1/settle`, { reservation, actual: [1, 2] })
    expect(sluice.limit('labels').plan('team').peek('acme').remaining).toBe(98)
  })

  it.each([
    ['none', {}, 'CREDENTIAL_MISSING'],
    ['null, which is none', { credential: null }, 'CREDENTIAL_MISSING'],
    ['an empty list', { credentials: [] }, 'CREDENTIAL_MISSING'],
    ['two', { credentials: ['a', 'b'] }, 'CREDENTIAL_AMBIGUOUS'],
    ['one here and one there', { credential: 'a', credentials: ['a'] }, 'CREDENTIAL_AMBIGUOUS'],
    ['an empty one', { credential: '' }, 'CREDENTIAL_MALFORMED'],
    ['one that is too long', { credential: 'a'.repeat(10_000) }, 'CREDENTIAL_MALFORMED'],
    ['one that is not ASCII', { credential: 'schlüssel' }, 'CREDENTIAL_MALFORMED'],
    ['an unknown one', { credential: 'sk_live_nobody' }, 'CREDENTIAL_INVALID'],
    ['an unsigned token', { credential: 'eyJhbGciOiJub25lIn0.e30.' }, 'CREDENTIAL_INVALID'],
  ])('answers to %s as credential', async (_, credentials, code) => {
    const { decide } = await running()
    const { status, body } = await decide({ gate: 'labels.create', ...credentials })
    expect([status, body]).toMatchObject([200, { code, status: 401, principal: { id: '' } }])
    expect(JSON.stringify(body)).not.toMatch(/nobody|schl|eyJ|aaa/)
  })

  it('counts failures under the source, or the address', async () => {
    const { decide, key } = await running()
    const body = { gate: 'labels.create', credential: 'no', context: { ip: '192.0.2.7' } }
    for (let count = 0; count < 2; count++) await decide(body)
    expect((await decide(body)).body).toMatchObject({ code: 'SOURCE_LIMITED', retryMs: 60_000 })
    expect((await decide({ ...body, source: 'b' })).body).toMatchObject({
      code: 'CREDENTIAL_INVALID',
    })
    expect((await decide({ ...body, source: 'b', credential: key })).body).toMatchObject({
      allow: true,
    })
  })

  it('takes an empty source for none, also to verify', async () => {
    const { url, decide } = await running()
    const body = { gate: 'labels.create', credential: 'no', context: { ip: '192.0.2.7' } }
    for (let count = 0; count < 2; count++) await decide({ ...body, source: '' })
    expect((await decide(body)).body).toMatchObject({ code: 'SOURCE_LIMITED' })
    const unverified = { credential: 'no', ip: '192.0.2.7', source: '' }
    const { body: verified } = await post(`${url}/v1/verify`, unverified)
    expect(verified).toMatchObject({ code: 'SOURCE_LIMITED' })
  })

  it('needs what a limit counts by', async () => {
    const { decide } = await running()
    const ask = async (context: object) => (await decide({ gate: 'shops.near', context })).body
    expect(await ask({})).toMatchObject({ code: 'LIMIT_KEY_MISSING', status: 400 })
    expect(await ask({ city: 'Graz' })).toMatchObject({ allow: true })
  })

  it('takes and gives MessagePack as it does JSON', async () => {
    const { url, key, decide } = await running()
    const body = { gate: 'labels.create', credential: key, mode: 'check' }
    const packed = await postPacked(`${url}/v1/decide`, body)
    expect(packed.headers.get('content-type')).toBe('application/msgpack')
    const { id: _, ...answer } = packed.body as DecisionAnswer
    expect((await decide(body)).body).toMatchObject(answer)
    const text = await postPacked(`${url}/v1/decide`, body, { accept: 'application/json' })
    expect(text.body).toMatchObject(answer)
  })
})

describe('a token', () => {
  it('is verified first, alone and in a batch', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: '1' }
    const issuer = 'https://id.example.com'
    const jwt = { issuer, audience: 'api', algorithms: ['ES256'], keys: [jwk] }
    const gates = { ...CONFIG.gates, shops: { credential: ['session'], quotas: ['labels'] } }
    const { url, sluice } = await serve({}, { ...CONFIG, gates, sessions: { jwt } })
    const sign = (claims: object) =>
      new SignJWT({ tenant: 'acme', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: '1' })
        .setIssuer(issuer)
        .setAudience('api')
        .setSubject('ada')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey)
    const tokens = await Promise.all([sign({ sid: 'a' }), sign({ sid: 'b' }), sign({ nbf: 4e9 })])
    const [first, second, early] = tokens
    const bad = `${first.slice(0, -6)}AAAAAA`
    const ask = (credential: string) => ({ gate: 'shops', credential })
    const one = await post(`${url}/v1/decide`, ask(first))
    expect(one.body).toMatchObject({ allow: true, principal: { type: 'jwt', sessionId: 'a' } })
    const requests = [second, bad, early, first].map(ask)
    const { body } = await postPacked(`${url}/v1/decide`, { requests })
    expect(body).toMatchObject({
      decisions: [
        { allow: true, limits: [{ remaining: 98 }] },
        { code: 'CREDENTIAL_INVALID', principal: { subject: '' } },
        { code: 'CREDENTIAL_NOT_YET_VALID' },
        { allow: true, limits: [{ remaining: 97 }] },
      ],
    })
    const verified = await post(`${url}/v1/verify`, { credential: await sign({ sid: 'c' }) })
    expect(verified.body).toMatchObject({ valid: true, principal: { sessionId: 'c', issuer } })
    expect(sluice.limit('labels').plan('team').peek('acme', 0).remaining).toBe(97)
  })
})

describe('a batch', () => {
  it('is decided in order, and one that is malformed spoils nothing', async () => {
    const { url, key, decide } = await running()
    const body = { gate: 'labels.create', credential: key, cost: 2 }
    const requests = [body, body, { ...body, cost: 1 }, { gate: 'no' }, [], { ...body, cost: -1 }]
    const expected = {
      decisions: [
        { code: 'ALLOWED', limits: [{ remaining: 1 }, { remaining: 98 }] },
        { code: 'LIMITED', detail: 'per-key' },
        { code: 'ALLOWED', limits: [{ remaining: 0 }, { remaining: 97 }] },
        { error: { code: 'GATE_NOT_FOUND', message: 'there is no gate of this name' } },
        { error: { code: 'BODY_NOT_OBJECT' } },
        { error: { code: 'COST_INVALID' } },
      ],
    }
    const { status, body: answer } = await decide({ requests })
    expect([status, answer]).toMatchObject([200, expected])
    const packed = await postPacked(`${url}/v1/decide`, { requests })
    expect(packed.body).toMatchObject({ decisions: [{ code: 'LIMITED' }, {}, {}, {}, {}, {}] })
  })

  it('has at most a thousand, and may have none', async () => {
    const { decide } = await running()
    expect((await decide({ requests: [] })).body).toEqual({ decisions: [] })
    const request = { gate: 'labels.find' }
    const full = await decide({ requests: Array(1000).fill(request) })
    const { decisions } = full.body as { decisions: DecisionAnswer[] }
    expect(decisions.map(({ code }) => code)).toEqual(Array(1000).fill('ALLOWED'))
    expect(new Set(decisions.map(({ id }) => id)).size).toBe(1000)
    const { status, body } = await decide({ requests: Array(1001).fill(request) })
    expect([status, body]).toMatchObject([413, { code: 'BATCH_TOO_LARGE' }])
  })
})

describe('verify', () => {
  it('says who it is, and nothing of who it is not', async () => {
    const { url, sluice, key, id } = await running()
    const verify = (body: object) => post(`${url}/v1/verify`, body)
    const { status, headers, body } = await verify({ credential: key })
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toMatchObject({ valid: true, code: 'ALLOWED', principal: { id }, plan: {} })
    sluice.keys.disable(id)
    expect((await verify({ credential: key })).body).toMatchObject({
      valid: false,
      code: 'CREDENTIAL_DISABLED',
    })
    expect((await verify({ credential: `${key.slice(0, -1)}~` })).body).toMatchObject({
      valid: false,
      code: 'CREDENTIAL_INVALID',
      principal: { id: '', tenant: '' },
    })
    const packed = await postPacked(`${url}/v1/verify`, { credential: key, ip: '::1', source: 's' })
    expect(packed.body).toMatchObject({ valid: false, code: 'CREDENTIAL_DISABLED' })
  })
})

const SECRET = 'sk_live_secret'

describe('bad requests', () => {
  it.each([
    ['no body', '/v1/decide', '', 'BODY_EMPTY'],
    ['malformed JSON', '/v1/decide', `{"credential":"${SECRET}`, 'BODY_INVALID'],
    ['a __proto__', '/v1/decide', `{"__proto__":{"gate":"${SECRET}"}}`, 'BODY_INVALID'],
    ['a list', '/v1/decide', [SECRET], 'BODY_NOT_OBJECT'],
    ['no gate', '/v1/decide', { credential: SECRET }, 'PROPERTY_INVALID'],
    ['a misspelled mode', '/v1/decide', { gate: 'labels.find', mdoe: SECRET }, 'PROPERTY_INVALID'],
    ['no such mode', '/v1/decide', { gate: 'labels.find', mode: SECRET }, 'PROPERTY_INVALID'],
    ['a number', '/v1/decide', { gate: 'labels.find', credential: 7 }, 'PROPERTY_INVALID'],
    ['a text', '/v1/decide', { gate: 'labels.find', credentials: SECRET }, 'PROPERTY_INVALID'],
    ['null inside', '/v1/decide', { gate: 'labels.find', credentials: [null] }, 'PROPERTY_INVALID'],
    ['no source', '/v1/decide', { gate: 'labels.find', source: 7 }, 'PROPERTY_INVALID'],
    ['no context', '/v1/decide', { gate: 'labels.find', context: SECRET }, 'CONTEXT_INVALID'],
    ['no address', '/v1/decide', { gate: 'labels.find', context: { ip: 7 } }, 'CONTEXT_INVALID'],
    ['half a cost', '/v1/decide', { gate: 'labels.find', cost: 0.5 }, 'COST_INVALID'],
    ['a textual cost', '/v1/decide', { gate: 'labels.find', cost: SECRET }, 'COST_INVALID'],
    [
      'slots',
      '/v1/decide',
      { gate: 'exports.create', credential: SECRET },
      'OPERATION_UNSUPPORTED',
    ],
    ['no batch', '/v1/decide', { requests: SECRET }, 'PROPERTY_INVALID'],
    ['a batch and more', '/v1/decide', { requests: [], gate: 'x' }, 'PROPERTY_INVALID'],
    ['no credential', '/v1/verify', {}, 'PROPERTY_INVALID'],
    ['null', '/v1/verify', { credential: null }, 'PROPERTY_INVALID'],
    ['no address', '/v1/verify', { credential: SECRET, ip: 7 }, 'PROPERTY_INVALID'],
    ['no body', '/v1/verify', '', 'BODY_EMPTY'],
    ['no reservation', '/v1/settle', {}, 'RESERVATION_INVALID'],
    ['another text', '/v1/settle', { reservation: SECRET }, 'RESERVATION_INVALID'],
    ['half a cost', '/v1/settle', { reservation: '0-0', actual: 0.5 }, 'COST_INVALID'],
    ['a textual cost', '/v1/settle', { reservation: '0-0', actual: SECRET }, 'COST_INVALID'],
    ['textual costs', '/v1/settle', { reservation: '0-0', actual: [SECRET] }, 'COST_INVALID'],
    ['null costs', '/v1/settle', { reservation: '0-0', actual: null }, 'COST_INVALID'],
    ['costs of nothing', '/v1/settle', { reservation: '0-0', actual: [1, 1] }, 'COST_INVALID'],
    ['too few costs', '/v1/settle', { reservation: '0-0.1-0', actual: [1] }, 'COST_INVALID'],
  ])('%s to %s is 400', async (_, path, body, code) => {
    const { url } = await running()
    const answer = await post(url + path, body)
    expect([answer.status, answer.body]).toEqual([400, { code, message: expect.any(String) }])
    expect(JSON.stringify(answer.body)).not.toContain(SECRET)
  })

  it('a gate that is not there is 404, and another method 405', async () => {
    const { url, decide, sluice } = await running()
    const { status, body } = await decide({ gate: SECRET })
    expect([status, body]).toEqual([
      404,
      { code: 'GATE_NOT_FOUND', message: 'there is no gate of this name' },
    ])
    expect(sluice.gate(SECRET)).not.toBe(sluice.gate(SECRET))
    for (const path of ['decide', 'verify', 'settle']) {
      const answer = await fetch(`${url}/v1/${path}`)
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
    }
  })
})

it.each(['decide', 'verify', 'settle'])('no answer of %s is cached', async path => {
  const { url } = await running({ bodyBytesMax: 64 })
  const cases: [number, unknown, Record<string, string>][] = [
    [400, '{', {}],
    [400, {}, {}],
    [406, {}, { accept: 'text/html' }],
    [413, 'x'.repeat(100), {}],
    [415, 'x', { 'content-type': 'text/plain' }],
    [415, 'x', { 'content-encoding': 'gzip' }],
  ]
  for (const [status, body, headers] of cases) {
    const answer = await post(`${url}/v1/${path}`, body, headers)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store'])
  }
  const { status, headers } = await fetch(`${url}/v1/${path}`)
  expect([status, headers.get('cache-control')]).toEqual([405, 'no-store'])
})

it('no log has a credential', async () => {
  let log = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += chunk
      done()
    },
  })
  const logger = { level: 'trace', stream }
  const { url, key, decide } = await running({ logger, requestLogging: true })
  await decide({ gate: 'labels.create', credential: key })
  await decide({ gate: 'labels.create', credential: SECRET, cost: -1 })
  await decide(`{"credential":"${key}`)
  await post(`${url}/v1/verify`, { credential: key })
  await post(`${url}/v1/verify`, { credential: SECRET, mode: 7 })
  await post(`${url}/v1/decide?credential=${SECRET}`, {})
  await post(`${url}/v1/limits/${SECRET}/take`, {})
  await post(`${url}/ofrep/v1/evaluate/flags/${SECRET}%zz`, {})
  await fetch(`${url}/${SECRET}?${SECRET}`, { headers: { 'user-agent': SECRET } })
  expect(log).toContain('"route":"/v1/decide"')
  expect(log).toContain('"method":"POST","route":"/v1/limits/:name/take"')
  expect(log).toContain('"method":"GET","route":"unknown"')
  expect(log).not.toContain('"host"')
  expect([log.includes(key), log.includes(SECRET)]).toEqual([false, false])
})

it('every status hint is one of HTTP', () => {
  const statuses = Object.values(DECISION_CODES).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 400, 401, 402, 403, 429, 503]))
})
