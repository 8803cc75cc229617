// Sessions at run time: opaque ones that are made here, JWTs that are verified once and then recognised, and what
// revoking makes of both.
import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseKey } from '../../src/identity/key-format.ts'
import type { Revocation } from '../../src/identity/sessions.ts'
import { Sluice, type SluiceOptions } from '../../src/index.ts'
import { BUILDS } from '../engine/builds.ts'
import { NOW, openGates } from '../gate/helpers.ts'
import { codeOf } from '../limits/helpers.ts'
import { ecKey, otherKey } from './jwt/issuers.ts'

const ISSUER = 'https://id.example.com'
const SECOND = 1_000

const CONFIG = {
  limits: { failures: { rate: '1/h', burst: 3 } },
  tenants: { acme: {}, other: {} },
  roles: { writer: ['orders:write'] },
  sessions: {
    jwt: [
      {
        issuer: ISSUER,
        audience: 'api',
        algorithms: ['ES256'],
        keys: [ecKey.publicJwk],
        clockTolerance: '0s',
      },
      {
        issuer: 'https://other.example.com',
        audience: 'api',
        algorithms: ['ES256'],
        keys: [ecKey.publicJwk],
        tenant: 'other',
      },
    ],
  },
  credentials: { failures: 'failures' },
  gates: { any: {}, write: { permission: 'orders:write' }, keys: { credential: ['key'] } },
}

const open = (options: SluiceOptions = {}, config: object = CONFIG) => openGates(config, options)

/** A token that is good from `NOW` on; claims over others, undefined takes one away. Times in seconds after `NOW`. */
function sign(claims: Record<string, unknown> = {}, key = ecKey): Promise<string> {
  const seconds = NOW / SECOND
  const { iat = 0, exp = 600, nbf, ...rest } = claims as Record<string, number | undefined>
  const payload = {
    iss: ISSUER,
    aud: 'api',
    sub: 'ada',
    tenant: 'acme',
    sid: 'session-1',
    jti: 'token-1',
    roles: ['writer'],
    scope: 'orders:read',
    ...('iat' in claims && claims.iat === undefined ? {} : { iat: seconds + iat }),
    exp: seconds + exp,
    ...(nbf !== undefined && { nbf: seconds + nbf }),
    ...rest,
  }
  const header = { alg: 'ES256', kid: key.publicJwk.kid! }
  return new SignJWT(payload as never).setProtectedHeader(header).sign(key.privateKey)
}

const codeFor = (sluice: Sluice, credential: string) =>
  sluice.gate('any').decide({ credential }).code
const codeAsync = async (sluice: Sluice, credential: string) =>
  (await sluice.gate('any').decideAsync({ credential })).code

describe.each(BUILDS)('an opaque session on the build $name', ({ options }) => {
  it('is good until it ends, and is what it was made to be', async () => {
    const { sluice, at } = await open(options)
    const session = sluice.sessions.create({
      subject: 'user-ß',
      tenant: 'acme',
      roles: ['writer'],
      permissions: ['a'],
      ttlMs: 1_000,
      environment: 'test',
    })
    expect(session.expiresAt).toBe(NOW + 1_000)
    expect(parseKey(session.token)).toEqual({ id: session.id, prefix: 'ss', environment: 'test' })
    const decision = sluice.gate('write').decide({ credential: session.token })
    expect(decision.code).toBe('ALLOWED')
    expect(decision.principal).toEqual({
      type: 'session',
      id: 'user-ß',
      tenant: 'acme',
      subject: 'user-ß',
      keyId: '',
      environment: '',
      sessionId: session.id,
      issuer: '',
      roles: ['writer'],
      permissions: ['a'],
      expiresAt: NOW + 1_000,
    })
    expect(sluice.gate('keys').decide({ credential: session.token }).code).toBe('CREDENTIAL_TYPE')
    at(999)
    expect(codeFor(sluice, session.token)).toBe('ALLOWED')
    at(1_000)
    expect(codeFor(sluice, session.token)).toBe('CREDENTIAL_EXPIRED')
  })

  it('ends when it is deleted, which only its token can do', async () => {
    const { sluice } = await open(options)
    const { token, id } = sluice.sessions.create({ subject: 'ada' })
    const other = sluice.sessions.create({ subject: 'ada' })
    for (const wrong of [id, token.slice(0, -1), '', 'nope', `${id}_${other.token.slice(-36)}`]) {
      expect(sluice.sessions.delete(wrong)).toBe(false)
    }
    expect(codeFor(sluice, token)).toBe('ALLOWED')
    expect(sluice.sessions.delete(token)).toBe(true)
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_INVALID')
    expect(sluice.sessions.delete(token)).toBe(false)
    expect(codeFor(sluice, other.token)).toBe('ALLOWED')
  })
})

describe('deleting a session', () => {
  it.each([undefined, null, 5, {}, Symbol('token')])('%s is refused', async token => {
    const { sluice } = await open()
    expect(codeOf(() => sluice.sessions.delete(token as never))).toBe('ENTITY_INVALID')
  })
})

describe('making a session', () => {
  const WRONG: [what: string, options: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['no subject', {}],
    ['an empty subject', { subject: '' }],
    ['a subject that is no text', { subject: 5 }],
    ['a subject that is too long', { subject: 'ß'.repeat(129) }],
    ['a subject with a lone surrogate', { subject: '\ud800' }],
    ['a tenant that is too long', { subject: 'a', tenant: 'x'.repeat(129) }],
    ['roles that are no list', { subject: 'a', roles: 'writer' }],
    ['a role that is none', { subject: 'a', roles: [''] }],
    ['a role that is a number', { subject: 'a', roles: [5] }],
    ['a role that is null', { subject: 'a', roles: [null] }],
    ['a role that is a symbol', { subject: 'a', roles: [Symbol('writer')] }],
    ['a list of roles with a hole', { subject: 'a', roles: new Array(1) }],
    ['a permission that is none', { subject: 'a', permissions: ['a b'] }],
    ['a permission that is a number', { subject: 'a', permissions: [5] }],
    ['no time to live', { subject: 'a', ttlMs: 0 }],
    ['too long a life', { subject: 'a', ttlMs: 367 * 86_400_000 }],
    ['a life that is no number', { subject: 'a', ttlMs: Number.NaN }],
    ['a prefix that is too long', { subject: 'a', prefix: 'abcdefgh' }],
    ['an environment that is none', { subject: 'a', environment: 'Live' }],
    ['a network that is none', { subject: 'a', networks: ['somewhere'] }],
    ['a network that is a number', { subject: 'a', networks: [5] }],
    ['a network with bits behind the prefix', { subject: 'a', networks: ['10.0.0.1/8'] }],
  ]

  it.each(WRONG)('of %s is refused, and leaves nothing', async (_, options) => {
    const { sluice } = await open()
    // More often than there is room for sessions.
    for (let round = 0; round < 80; round++) {
      const code = codeOf(() => sluice.sessions.create(options as never))
      expect(['ENTITY_INVALID', 'OPTION_INVALID', 'DURATION_INVALID']).toContain(code)
    }
    expect(codeFor(sluice, sluice.sessions.create({ subject: 'ada' }).token)).toBe('ALLOWED')
  })

  it('bound to networks binds it', async () => {
    const { sluice } = await open()
    const { token } = sluice.sessions.create({ subject: 'ada', networks: ['10.0.0.0/8'] })
    const gate = sluice.gate('any')
    expect(gate.decide({ credential: token, context: { ip: '10.0.0.1' } }).code).toBe('ALLOWED')
    expect(gate.decide({ credential: token }).code).toBe('NETWORK_DENIED')
  })

  it('when there is no room is CAPACITY_EXCEEDED, until one has ended', async () => {
    const { sluice, at } = await open()
    const made = Array.from({ length: 64 }, (_, index) =>
      sluice.sessions.create({ subject: `user-${index}`, ttlMs: index === 7 ? 10 : 1_000 }),
    )
    expect(codeOf(() => sluice.sessions.create({ subject: 'x' }))).toBe('CAPACITY_EXCEEDED')
    for (const { token } of made) expect(codeFor(sluice, token)).toBe('ALLOWED')
    at(10)
    const created = sluice.sessions.create({ subject: 'x' }).token
    expect(codeFor(sluice, created)).toBe('ALLOWED')
    expect(codeFor(sluice, made[7]!.token)).toBe('CREDENTIAL_INVALID')
    expect(codeFor(sluice, made[8]!.token)).toBe('ALLOWED')
  })
})

describe.each(BUILDS)('a JWT on the build $name', ({ options }) => {
  it('is verified once, and recognised from then on', async () => {
    const { sluice } = await open(options)
    const token = await sign()
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_UNVERIFIED')
    const answer = await sluice.gate('write').decideAsync({ credential: token })
    expect(answer.code).toBe('ALLOWED')
    expect(answer.principal).toEqual({
      type: 'jwt',
      id: 'ada',
      tenant: 'acme',
      subject: 'ada',
      keyId: '',
      environment: '',
      sessionId: 'session-1',
      issuer: ISSUER,
      roles: ['writer'],
      permissions: ['orders:read'],
      expiresAt: NOW + 600 * SECOND,
    })
    expect(codeFor(sluice, token)).toBe('ALLOWED')
    expect(sluice.gate('keys').decide({ credential: token }).code).toBe('CREDENTIAL_TYPE')
    expect(await sluice.verify(token)).toMatchObject({ valid: true, code: 'ALLOWED' })
    expect(sluice.sessions.delete(token)).toBe(true)
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_UNVERIFIED')
    expect(await codeAsync(sluice, token)).toBe('ALLOWED')
  })

  it('is never trusted past its own end, nor before its beginning', async () => {
    const { sluice, at } = await open(options)
    const token = await sign({ exp: 10 })
    const later = await sign({ nbf: 5, jti: 'token-2' })
    expect(await codeAsync(sluice, token)).toBe('ALLOWED')
    expect(await codeAsync(sluice, later)).toBe('CREDENTIAL_NOT_YET_VALID')
    at(5_000)
    expect(await codeAsync(sluice, later)).toBe('ALLOWED')
    at(9_999)
    expect(codeFor(sluice, token)).toBe('ALLOWED')
    at(10_000)
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_EXPIRED')
    expect(await codeAsync(sluice, token)).toBe('CREDENTIAL_EXPIRED')
  })
})

describe('a JWT', () => {
  // The issuer with the clock tolerance of the default, 5 s.
  const tolerant = { iss: 'https://other.example.com', tenant: undefined }

  it('is good from nbf less the clock tolerance', async () => {
    const { sluice } = await open()
    const [soon, later] = [await sign({ ...tolerant, nbf: 5 }), await sign({ ...tolerant, nbf: 6 })]
    expect(await codeAsync(sluice, soon)).toBe('ALLOWED')
    expect(codeFor(sluice, soon), 'recognised').toBe('ALLOWED')
    expect(await codeAsync(sluice, later)).toBe('CREDENTIAL_NOT_YET_VALID')
  })

  it('whose issuer is ahead of us is revoked by what is revoked after it was verified', async () => {
    const { sluice, at } = await open()
    const token = await sign({ ...tolerant, iat: 5 })
    expect(await codeAsync(sluice, token)).toBe('ALLOWED')
    at(1)
    sluice.sessions.revoke({ subject: 'ada' })
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_REVOKED')
    at(1_002)
    const next = await sign({ ...tolerant, iat: 6, jti: 'token-2' })
    expect(await codeAsync(sluice, next), 'signed in again').toBe('ALLOWED')
  })

  it.each([
    ['64 of two bytes', 'é'.repeat(64), 'é'.repeat(64)],
    ['one byte more', `${'é'.repeat(64)}A`, ''],
    ['128 of two bytes', 'é'.repeat(128), ''],
  ])('has an id of at most 128 bytes: %s', async (_, sid, expected) => {
    const limits = { ...CONFIG.limits, each: { rate: '1/s', key: 'session.id' } }
    const gates = { any: {}, each: { limits: ['each'] } }
    const { sluice, at } = await open({}, { ...CONFIG, limits, gates })
    const token = await sign({ sid })
    await sluice.verify(token)
    const { principal } = sluice.gate('any').decide({ credential: token })
    expect(principal.sessionId).toBe(expected)
    const code = expected === '' ? 'LIMIT_KEY_MISSING' : 'ALLOWED'
    expect(sluice.gate('each').decide({ credential: token }).code).toBe(code)
    at(1_000)
    sluice.sessions.revoke({ session: sid })
    expect(codeFor(sluice, token), 'revoked by it all the same').toBe('CREDENTIAL_REVOKED')
  })

  it('that nobody vouches for is CREDENTIAL_INVALID, and counts as a failure of its source', async () => {
    const { sluice } = await open()
    const good = await sign()
    const source = '192.0.2.1'
    const ask = async (credential: string) =>
      (await sluice.gate('any').decideAsync({ credential, source })).code
    expect(await ask(await sign({}, otherKey))).toBe('CREDENTIAL_INVALID')
    expect(await ask(`${good.slice(0, -6)}AAAAAA`)).toBe('CREDENTIAL_INVALID')
    expect(await ask(await sign({ iss: 'https://nobody.example.com' }))).toBe('CREDENTIAL_INVALID')
    expect(await ask(good), 'not looked at any more').toBe('SOURCE_LIMITED')
    expect((await sluice.gate('any').decideAsync({ credential: good })).code).toBe('ALLOWED')
    expect(await ask(good), 'recognised').toBe('ALLOWED')
  })

  it('of an issuer that leaves the config is forgotten', async () => {
    const { sluice } = await open()
    const token = await sign()
    const other = await sign({ iss: 'https://other.example.com', tenant: undefined })
    expect(await codeAsync(sluice, token)).toBe('ALLOWED')
    expect(await codeAsync(sluice, other)).toBe('ALLOWED')
    expect(sluice.gate('any').decide({ credential: other }).principal.tenant).toBe('other')
    await sluice.publish({ ...CONFIG, sessions: { jwt: [CONFIG.sessions.jwt[1]] } })
    expect(await codeAsync(sluice, token)).toBe('CREDENTIAL_INVALID')
    expect(await codeAsync(sluice, other)).toBe('ALLOWED')
    await sluice.publish({ ...CONFIG, sessions: undefined })
    expect(await codeAsync(sluice, other)).toBe('CREDENTIAL_INVALID')
  })

  it('is reserved, checked and explained as other credentials are', async () => {
    const { sluice } = await open(
      {},
      {
        ...CONFIG,
        limits: { ...CONFIG.limits, it: { rate: '1/h', burst: 2, key: 'session.id' } },
        gates: { it: { limits: ['it'] } },
      },
    )
    const gate = sluice.gate('it')
    const token = await sign()
    expect(gate.explain({ credential: token })).toMatchObject({
      decision: { code: 'CREDENTIAL_UNVERIFIED' },
      steps: [{ verdict: 'skipped' }, { verdict: 'skipped' }, { verdict: 'skipped' }],
    })
    expect((await gate.checkAsync({ credentials: [token] })).code).toBe('ALLOWED')
    const { reservation } = await gate.reserveAsync({ credential: token })
    expect(sluice.limit('it').peek('session-1').remaining).toBe(1)
    expect(sluice.settle(reservation!, 0)).toBe(true)
    expect(sluice.limit('it').peek('session-1').remaining).toBe(2)
  })

  it('shown many times at once is verified, and answered each time', async () => {
    const { sluice } = await open()
    const token = await sign()
    const answers = await Promise.all(Array.from({ length: 20 }, () => codeAsync(sluice, token)))
    expect(new Set(answers)).toEqual(new Set(['ALLOWED']))
  })
})

describe('revoking', () => {
  const BY: [what: string, revocation: (token: string, id: string) => Revocation][] = [
    ['the token', token => ({ token })],
    ['the session', (_, id) => ({ session: id })],
    ['the subject', () => ({ subject: 'ada' })],
    ['the tenant', () => ({ tenant: 'acme' })],
  ]

  it.each(BY)('%s ends an opaque session, and no other', async (_, revocation) => {
    const { sluice, at } = await open()
    const who = { subject: 'ada', tenant: 'acme' }
    const { token, id } = sluice.sessions.create(who)
    const other = sluice.sessions.create({ subject: 'bob', tenant: 'other' })
    expect(codeFor(sluice, token)).toBe('ALLOWED')
    at(1)
    sluice.sessions.revoke(revocation(token, id))
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_REVOKED')
    expect(codeFor(sluice, other.token)).toBe('ALLOWED')
    expect(codeFor(sluice, sluice.sessions.create(who).token), 'made later').toBe('ALLOWED')
  })

  it.each(BY)('%s ends a session that was made in the same millisecond', async (_, revocation) => {
    const { sluice } = await open()
    const { token, id } = sluice.sessions.create({ subject: 'ada', tenant: 'acme' })
    sluice.sessions.revoke(revocation(token, id))
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_REVOKED')
  })

  const OF_JWT: [what: string, revocation: (token: string) => Revocation][] = [
    ['the token', token => ({ token })],
    ['its session', () => ({ session: 'session-1' })],
    ['its own id', () => ({ session: 'token-1' })],
    ['its subject', () => ({ subject: 'ada' })],
    ['its tenant', () => ({ tenant: 'acme' })],
    ['its issuer', () => ({ issuer: ISSUER })],
  ]

  it.each(OF_JWT)('%s ends a JWT, known before or not, for good', async (_, revocation) => {
    const { sluice, at } = await open()
    const [known, unknown] = [await sign({ exp: 600 }), await sign({ exp: 601 })]
    const other = await sign({
      iss: 'https://other.example.com',
      sub: 'bob',
      sid: 'session-2',
      jti: 'token-2',
    })
    expect(await codeAsync(sluice, known)).toBe('ALLOWED')
    at(1_500)
    sluice.sessions.revoke(revocation(known))
    expect(codeFor(sluice, known)).toBe('CREDENTIAL_REVOKED')
    expect(await codeAsync(sluice, known)).toBe('CREDENTIAL_REVOKED')
    expect((await sluice.verify(known)).code).toBe('CREDENTIAL_REVOKED')
    const isOne = 'token' in revocation(known)
    expect(await codeAsync(sluice, unknown)).toBe(isOne ? 'ALLOWED' : 'CREDENTIAL_REVOKED')
    expect(await codeAsync(sluice, other)).toBe('ALLOWED')
    expect(sluice.sessions.delete(known)).toBe(true)
    expect(await codeAsync(sluice, known), 'verified again').toBe('CREDENTIAL_REVOKED')
  })

  it('is of what was issued before a time, and of what does not say when', async () => {
    const { sluice, at } = await open()
    at(100_000)
    const [before, after] = [await sign({ iat: 49 }), await sign({ iat: 50 })]
    const timeless = await sign({ iat: undefined })
    for (const token of [before, after, timeless]) await codeAsync(sluice, token)
    sluice.sessions.revoke({ subject: 'ada', notBefore: NOW + 50_000 })
    expect(codeFor(sluice, before)).toBe('CREDENTIAL_REVOKED')
    expect(codeFor(sluice, after)).toBe('ALLOWED')
    expect(codeFor(sluice, timeless)).toBe('CREDENTIAL_REVOKED')
    sluice.sessions.revoke({ subject: 'ada', notBefore: NOW + 10_000 })
    expect(codeFor(sluice, before), 'an earlier time takes nothing back').toBe('CREDENTIAL_REVOKED')
    sluice.sessions.revoke({ subject: 'ada', notBefore: NOW + 50_001 })
    expect(codeFor(sluice, after)).toBe('CREDENTIAL_REVOKED')
  })

  it('goes by the kind of what is named: a subject is no tenant', async () => {
    const { sluice, at } = await open()
    const { token } = sluice.sessions.create({ subject: 'acme', tenant: 'other' })
    at(1)
    sluice.sessions.revoke({ tenant: 'acme' })
    sluice.sessions.revoke({ session: 'acme' })
    sluice.sessions.revoke({ subject: 'other' })
    sluice.sessions.revoke({ issuer: 'other' })
    expect(codeFor(sluice, token)).toBe('ALLOWED')
    sluice.sessions.revoke({ subject: 'acme' })
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_REVOKED')
  })

  it.each(['a', 'ü'])('goes by all of a subject of 256 bytes of %s', async character => {
    const { sluice } = await open({ credentialBytesMax: 256 })
    const start = character.repeat(254 / Buffer.byteLength(character))
    const revoked = sluice.sessions.create({ subject: `${start}-1` }).token
    const kept = sluice.sessions.create({ subject: `${start}-2` }).token
    sluice.sessions.revoke({ subject: `${start}-1` })
    expect(codeFor(sluice, revoked)).toBe('CREDENTIAL_REVOKED')
    expect(codeFor(sluice, kept)).toBe('ALLOWED')
  })

  it('tells a long subject from one that is written as its digest', async () => {
    const { sluice } = await open()
    const long = 'a'.repeat(81)
    const digest = createHash('sha256').update(long).digest('base64url')
    const { token } = sluice.sessions.create({ subject: digest })
    sluice.sessions.revoke({ subject: long })
    expect(codeFor(sluice, token)).toBe('ALLOWED')
  })

  it('has nothing to do with keys', async () => {
    const { sluice, at } = await open()
    const { key, id } = sluice.keys.create({ subject: 'ada', tenant: 'acme' })
    at(1)
    for (const kind of ['token', 'session', 'subject', 'tenant']) {
      sluice.sessions.revoke({ [kind]: { token: key, session: id }[kind] ?? 'ada' })
    }
    sluice.sessions.revoke({ tenant: 'acme' })
    expect(codeFor(sluice, key)).toBe('ALLOWED')
  })

  it.each([
    undefined,
    null,
    {},
    { subject: 'a', tenant: 'b' },
    { subject: 5 },
    { token: 5 },
    { subject: 'a', notBefore: Number.NaN },
    { subject: 'a', notBefore: '1' },
    { subject: 'a', retainMs: 0 },
  ])('%j is refused', async revocation => {
    const { sluice } = await open()
    expect(['ENTITY_INVALID', 'DURATION_INVALID']).toContain(
      codeOf(() => sluice.sessions.revoke(revocation as Revocation)),
    )
  })

  it('more than can be remembered is REVOCATIONS_EXHAUSTED, until some may be forgotten', async () => {
    const { sluice, at } = await open()
    let made = 0
    const revoke = () => sluice.sessions.revoke({ subject: `user-${made}`, retainMs: 1_000 })
    let code = 'nothing'
    for (; made < 1_000 && code === 'nothing'; made++) code = codeOf(revoke)
    expect(code).toBe('REVOCATIONS_EXHAUSTED')
    expect(made).toBeGreaterThan(64)
    // One that is known is no new one.
    made = 0
    expect(codeOf(revoke)).toBe('nothing')
    at(1_000)
    for (made = 1_000; made < 1_064; made++) expect(codeOf(revoke)).toBe('nothing')
    const { token } = sluice.sessions.create({ subject: 'user-1063' })
    expect(codeFor(sluice, token)).toBe('ALLOWED')
    at(1_001)
    sluice.sessions.revoke({ subject: 'user-1063' })
    expect(codeFor(sluice, token)).toBe('CREDENTIAL_REVOKED')
  })
})

describe('when all places for sessions are taken', () => {
  it('a JWT makes room that ends first, and opaque sessions never do', async () => {
    const { sluice } = await open()
    const opaque = Array.from(
      { length: 63 },
      () => sluice.sessions.create({ subject: 'ada' }).token,
    )
    const tokens = await Promise.all(
      [50, 20, 40, 30, 60].map((exp, index) => sign({ exp, jti: `token-${index}` })),
    )
    for (const token of tokens) expect(await codeAsync(sluice, token)).toBe('ALLOWED')
    const next = await sign({ exp: 70, jti: 'token-9' })
    expect(await codeAsync(sluice, next)).toBe('ALLOWED')
    expect(tokens.map(token => codeFor(sluice, token))).toEqual([
      'ALLOWED',
      'CREDENTIAL_UNVERIFIED',
      'ALLOWED',
      'ALLOWED',
      'ALLOWED',
    ])
    // One opaque one more takes the place of a JWT, and then there is none.
    opaque.push(sluice.sessions.create({ subject: 'ada' }).token)
    expect(codeFor(sluice, tokens[3]!)).toBe('CREDENTIAL_UNVERIFIED')
    expect(codeOf(() => sluice.sessions.create({ subject: 'ada' }))).toBe('CAPACITY_EXCEEDED')
    for (const token of opaque) expect(codeFor(sluice, token)).toBe('ALLOWED')
    for (const token of tokens) expect(await codeAsync(sluice, token)).toBe('ALLOWED')
  })

  it('by tenants that nobody has defined, or by texts, a JWT makes room too', async () => {
    const { sluice } = await open({ sessionsMax: 256 })
    const texts = {
      roles: Array.from({ length: 20 }, (_, index) => `role-${index}-${'x'.repeat(90)}`),
    }
    for (const parts of [{}, texts]) {
      for (let count = 0; count < 100; count++) {
        const [tenant, sub] = [`tenant-${count}`, `${count}${'x'.repeat(200)}`]
        const token = await sign({
          tenant,
          sub,
          jti: `token-${count}`,
          ...parts,
          roles: [...(parts === texts ? texts.roles : []), `own-${count}`],
        })
        expect(await codeAsync(sluice, token)).toBe('TENANT_UNKNOWN')
        expect(codeFor(sluice, token), 'is recognised').toBe('TENANT_UNKNOWN')
      }
    }
    expect(
      sluice.sessions.create({ subject: 'x'.repeat(200), tenant: 'another' }).token,
    ).toBeTruthy()
  })

  it('by texts of keys, a JWT that is good is told that there is no room', async () => {
    const { sluice } = await open()
    for (const size of [100, 30, 10, 3]) {
      const fill = () => {
        for (let count = 0; count < 64; count++) {
          const name = `p${count}:${'x'.repeat(90)}`
          sluice.keys.create({ permissions: Array.from({ length: size }, (_, own) => name + own) })
        }
      }
      expect(codeOf(fill)).toBe('CAPACITY_EXCEEDED')
    }
    const large = { roles: Array.from({ length: 30 }, (_, index) => `${index}${'x'.repeat(120)}`) }
    const result = codeAsync(sluice, await sign(large))
    expect(await result.catch((error: { code: string }) => error.code)).toBe('CAPACITY_EXCEEDED')
  })
})

it('a thread without the secret of an issuer cannot tell, and says so', async () => {
  const name = 'SLUICE_TEST_SECRET_OF_ONE'
  process.env[name] = 'a secret of at least 32 bytes, for HS256'
  const sessions = {
    jwt: { issuer: ISSUER, audience: 'api', algorithms: ['HS256'], secretEnv: name },
  }
  const options = { shared: true, lanesMax: 2 }
  const { sluice } = await open(options, { sessions, gates: { any: {} } })
  const key = new TextEncoder().encode(process.env[name])
  const token = await new SignJWT({ iss: ISSUER, aud: 'api', sub: 'ada', exp: NOW / SECOND + 60 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(key)
  Reflect.deleteProperty(process.env, name)
  const warned = new Promise(resolve => process.once('warning', resolve))
  const other = Sluice.attach(sluice.handle, { clock: () => 0 })
  onTestFinished(() => other.close())
  expect(await codeAsync(other, token)).toBe('ISSUER_UNAVAILABLE')
  expect(codeFor(other, 'nonsense')).toBe('CREDENTIAL_INVALID')
  expect(await warned).toMatchObject({ code: 'OPTION_INVALID' })
  expect(await codeAsync(sluice, token)).toBe('ALLOWED')
  expect(codeFor(other, token), 'it is known now').toBe('ALLOWED')
})
