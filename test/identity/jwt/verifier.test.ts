// What a verified token says, when it stops being true, and how verifications share work and are bounded.
import { SignJWT } from 'jose'
import { afterEach, describe, expect, it } from 'vitest'
import { signedPart } from '../../../src/identity/jwt/compact.ts'
import type { VerifiedToken } from '../../../src/identity/jwt/types.ts'
import {
  CLAIMS,
  closeAll,
  define,
  encode,
  ISSUER,
  makeKey,
  NOW,
  open,
  SECRET,
  sign,
  TestClock,
} from './issuers.ts'

afterEach(closeAll)

/** What a token says that must verify. */
async function read(claims: object = {}, part: object = {}): Promise<VerifiedToken> {
  const result = await open([define(part)]).verify(await sign({ ...claims }))
  if (!result.ok) throw new Error(result.reason)
  return result.token
}

const refused = (reason: string) => ({ ok: false, reason })

describe('a verified token', () => {
  it('says who it is of, and until when', async () => {
    expect(await read({ nbf: NOW - 30 })).toEqual({
      issuer: ISSUER,
      subject: 'ada',
      tenant: 'acme',
      session: 'session-1',
      tokenId: 'token-1',
      roles: ['writer'],
      permissions: ['orders:read', 'orders:write'],
      issuedAtMs: (NOW - 60) * 1000,
      trustedFromMs: (NOW - 35) * 1000,
      expiresAtMs: (NOW + 600) * 1000,
      trustedUntilMs: (NOW + 605) * 1000,
      generation: 1,
    })
  })

  it('says nothing by claims that are not there, or null', async () => {
    const claims = { sub: undefined, org_id: null, sid: undefined, jti: undefined }
    const times = { iat: undefined, nbf: undefined }
    expect(await read({ ...claims, ...times, roles: undefined, scope: null })).toMatchObject({
      subject: '',
      tenant: '',
      session: '',
      tokenId: '',
      roles: [],
      permissions: [],
      issuedAtMs: null,
      trustedFromMs: null,
    })
  })

  it('counts as issued when it was verified, if its issuer is ahead of us', async () => {
    expect(await read({ iat: NOW + 3 })).toMatchObject({ issuedAtMs: NOW * 1000 })
  })

  it('is read by paths, and by names with dots in them first', async () => {
    const claims = {
      ...define().claims,
      tenant: 'account.id',
      roles: 'realm_access.roles',
      permissions: 'https://example.com/permissions',
    }
    const token = await read(
      {
        account: { id: 42 },
        realm_access: { roles: 'reader  writer' },
        'https://example.com/permissions': ['orders:*'],
      },
      { claims },
    )
    expect(token).toMatchObject({
      tenant: '42',
      roles: ['reader', 'writer'],
      permissions: ['orders:*'],
    })
  })

  it('is not read from what objects inherit', async () => {
    const claims = { ...define().claims, tenant: 'constructor', subject: '__proto__.x' }
    expect(await read({}, { claims })).toMatchObject({ tenant: '', subject: '' })
  })

  it('is of the tenant that the config gives the issuer, whatever it claims', async () => {
    expect(await read({ org_id: 'other' }, { tenant: 'fixed' })).toMatchObject({ tenant: 'fixed' })
  })

  it('may have one of several audiences', async () => {
    expect(await read({ aud: ['web', 'api'] }, { audience: ['admin', 'api'] })).toBeTruthy()
  })

  it('may name its type as media types are named', async () => {
    const verifier = open([define({ type: 'at+jwt' })])
    for (const typ of ['at+jwt', 'AT+JWT', 'application/at+jwt']) {
      expect(await verifier.verify(await sign({}, { typ }))).toMatchObject({ ok: true })
    }
  })
})

describe('each algorithm', () => {
  const names = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
  it.each([...names, 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])('%s verifies', async name => {
    const key = await makeKey(name, 'key')
    const verifier = open([define({ algorithms: [name], keys: [key.publicJwk] })])
    expect(await verifier.verify(await sign({}, {}, key))).toMatchObject({ ok: true })
  })

  it.each(['HS256', 'HS384', 'HS512'])('%s verifies with a secret', async alg => {
    const verifier = open([define({ algorithms: [alg], secret: SECRET })])
    const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg, kid: 'any' }).sign(SECRET)
    expect(await verifier.verify(token)).toMatchObject({ ok: true })
  })
})

describe('the clock', () => {
  const clock = new TestClock()
  const at = async (ms: number, claims: object, part: object = {}) => {
    clock.ms = ms
    const result = await open([define(part)], { nowMs: clock.now }).verify(
      await sign({ ...claims }),
    )
    return result.ok ? 'ok' : result.reason
  }
  const second = NOW * 1000

  it.each([
    ['the last millisecond before exp', second - 1, { exp: NOW }, 0, 'ok'],
    ['exp', second, { exp: NOW }, 0, 'expired'],
    ['the last millisecond of the tolerance', second + 4_999, { exp: NOW }, 5_000, 'ok'],
    ['the end of the tolerance', second + 5_000, { exp: NOW }, 5_000, 'expired'],
    ['a tolerance of half a second', second + 500, { exp: NOW }, 500, 'expired'],
    ['an exp of half a second', second + 500, { exp: NOW + 0.5 }, 0, 'expired'],
    ['just before nbf', second - 1, { nbf: NOW }, 0, 'not-yet-valid'],
    ['nbf', second, { nbf: NOW }, 0, 'ok'],
    ['nbf within the tolerance', second - 5_000, { nbf: NOW }, 5_000, 'ok'],
    ['just before iat', second - 1, { iat: NOW }, 0, 'issued-in-future'],
    ['iat', second, { iat: NOW }, 0, 'ok'],
  ])('at %s', async (_, ms, claims, clockToleranceMs, expected) => {
    expect(await at(ms, claims, { clockToleranceMs })).toBe(expected)
  })

  it('ends trust at the greatest age, if that is before exp', async () => {
    const part = { maxAgeMs: 120_000, clockToleranceMs: 0 }
    const token = await read({ iat: NOW - 60 }, part)
    expect(token.trustedUntilMs).toBe((NOW + 60) * 1000)
    expect(await at(token.trustedUntilMs - 1, { iat: NOW - 60 }, part)).toBe('ok')
    expect(await at(token.trustedUntilMs, { iat: NOW - 60 }, part)).toBe('too-old')
  })
})

describe('the form of a token', () => {
  it('is told from keys and opaque sessions', async () => {
    const verifier = open([], { tokenBytesMax: 1_000 })
    const token = await sign()
    expect(verifier.isToken(token)).toBe(true)
    expect(verifier.isToken(`${encode({ alg: 'none' })}.${encode({})}.`)).toBe(true)
    const others = ['', 'eyJ', 'sk_live_8Jd0Xk2p', `${token}.x`, ` ${token}`, `${token}\n`]
    others.push(token.slice(1), `Bearer ${token}`, `${token}=`, `eyJ..${'x'.repeat(1_000)}`)
    for (const text of others) expect(verifier.isToken(text), text).toBe(false)
  })

  it('does not depend on its signature where two fit', async () => {
    // Whoever has (r, s) has (r, n - s): so what is revoked is the part that was signed.
    const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const token = await sign()
    const bytes = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url')
    const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`)
    bytes.write((n - s).toString(16).padStart(64, '0'), 32, 'hex')
    const twin = `${signedPart(token)}.${bytes.toString('base64url')}`
    expect(twin).not.toBe(token)
    expect(await open().verify(twin)).toMatchObject({ ok: true })
    expect(signedPart(twin)).toBe(signedPart(token))
  })
})

describe('verifications', () => {
  it('of one token are one while it runs', async () => {
    const verifier = open()
    const token = await sign()
    const first = verifier.verify(token)
    expect(verifier.verify(token)).toBe(first)
    const result = await first
    expect(result).toMatchObject({ ok: true })
    await Promise.resolve()
    const later = verifier.verify(token)
    expect(later).not.toBe(first)
    expect(await later).toEqual(result)
  })

  it('of different tokens do not mix', async () => {
    const verifier = open()
    const subjects = Array.from({ length: 50 }, (_, index) => `user-${index}`)
    const tokens = await Promise.all(subjects.map(sub => sign({ sub })))
    const results = await Promise.all(tokens.map(token => verifier.verify(token)))
    expect(results.map(result => result.ok && result.token.subject)).toEqual(subjects)
  })

  it('are bounded, and the next ones refused', async () => {
    const verifier = open([define()], { pendingMax: 2 })
    const tokens = await Promise.all(['a', 'b', 'c'].map(sub => sign({ sub })))
    const results = await Promise.all(tokens.map(token => verifier.verify(token)))
    expect(results).toMatchObject([{ ok: true }, { ok: true }, refused('overloaded')])
    expect(await verifier.verify(tokens[2]!)).toMatchObject({ ok: true })
  })

  it('that wait for keys leave half of the places to those that do not', async () => {
    const url = 'https://slow.example.com/jwks.json'
    const verifier = open([define(), define({ issuer: 'https://slow.example.com', jwks: url })], {
      pendingMax: 4,
      fetch: () => new Promise<Response>(() => {}),
    })
    const slow = ['a', 'b', 'c'].map(sub => sign({ sub, iss: 'https://slow.example.com' }))
    const waiting = (await Promise.all(slow)).map(token => verifier.verify(token))
    expect(await waiting[2]).toMatchObject(refused('overloaded'))
    expect(await verifier.verify(await sign())).toMatchObject({ ok: true })
    verifier.close()
    expect(await Promise.all(waiting)).toMatchObject([
      refused('closed'),
      refused('closed'),
      refused('overloaded'),
    ])
    expect(await verifier.verify(await sign())).toMatchObject(refused('closed'))
  })
})

describe('other issuers', () => {
  it('come without touching those that stay', async () => {
    const verifier = open([define()])
    const told: [string, number][] = []
    verifier.onGeneration = (issuer, generation) => told.push([issuer, generation])
    verifier.update([define(), define({ issuer: 'https://second.example.com' })])
    expect(told).toEqual([['https://second.example.com', 1]])
    expect(verifier.generationOf(ISSUER)).toBe(1)
    expect(verifier.generationOf('https://nobody.example.com')).toBe(0)
  })

  it('that are defined anew are of another generation, and verified as defined', async () => {
    const verifier = open([define()])
    const before = verifier.verify(await sign())
    verifier.update([define({ audience: ['billing'] })])
    // It was under way, under the definition of before: the engine does not take it.
    expect(await before).toMatchObject({ ok: true, token: { generation: 1 } })
    expect(verifier.generationOf(ISSUER)).toBe(2)
    expect(await verifier.verify(await sign())).toMatchObject(refused('audience'))
  })

  it('that go are not trusted, and are not what they were when they come back', async () => {
    const verifier = open([define()])
    verifier.update([])
    expect(await verifier.verify(await sign())).toMatchObject(refused('issuer-unknown'))
    const gone = verifier.generationOf(ISSUER)
    verifier.update([define()])
    expect(verifier.generationOf(ISSUER)).toBeGreaterThan(gone)
  })

  it('are taken over whole or not at all', () => {
    const verifier = open([define()])
    const issuers = [define({ issuer: 'https://second.example.com' }), define({ audience: [] })]
    expect(() => verifier.update(issuers)).toThrow(TypeError)
    expect(verifier.status().map(({ issuer }) => issuer)).toEqual([ISSUER])
    expect(verifier.generationOf(ISSUER)).toBe(1)
  })

  it('may be changed by the caller afterwards, to no effect', async () => {
    const secret = Buffer.from(SECRET)
    const definition = define({ algorithms: ['HS256'], secret })
    const verifier = open([definition])
    verifier.update([definition])
    expect(verifier.generationOf(ISSUER)).toBe(1)
    secret.fill(0)
    definition.audience.push('billing')
    const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS256' }).sign(SECRET)
    expect(await verifier.verify(token)).toMatchObject({ ok: true })
  })
})
