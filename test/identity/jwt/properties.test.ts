// No token but the one that was signed verifies, however it is changed; and no text at all makes the verifier throw.
import fc from 'fast-check'
import { SignJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { reasonOf } from '../../../src/identity/jwt/reason.ts'
import { TOKEN_REASONS } from '../../../src/identity/jwt/types.ts'
import { CLAIMS, closeAll, define, encode, ISSUER, makeKey, open, SECRET } from './issuers.ts'

const edKey = await makeKey('EdDSA', 'ed-1')
const ecKey = await makeKey('ES256', 'ec-1')
const HMAC_ISSUER = 'https://shared.example.com'
const verifier = open([
  define({ algorithms: ['EdDSA', 'ES256'], keys: [edKey.publicJwk, ecKey.publicJwk] }),
  define({ issuer: HMAC_ISSUER, algorithms: ['HS256'], secret: SECRET }),
])
afterAll(closeAll)

const signed = async (alg: string, iss: string, key: CryptoKey | Uint8Array, kid?: string) =>
  new SignJWT({ ...CLAIMS, iss, sub: `of ${alg}` })
    .setProtectedHeader({ alg, ...(kid !== undefined && { kid }) })
    .sign(key)

const tokens = [
  await signed('EdDSA', ISSUER, edKey.privateKey, 'ed-1'),
  await signed('ES256', ISSUER, ecKey.privateKey, 'ec-1'),
  await signed('HS256', HMAC_ISSUER, SECRET),
]

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const character = fc.constantFrom(...ALPHABET, '.', '=', '+', '/', ' ', '\n', '\0', 'é', '😀')

type Change = (token: string) => string

/** Changes to a text at a place from 0 to 1 of it. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), character).chain(([place, by]) => {
    const at = (token: string) => Math.floor(place * (token.length - 1))
    return fc.constantFrom<Change>(
      token => token.slice(0, at(token)) + by + token.slice(at(token) + 1),
      token => token.slice(0, at(token)) + by + token.slice(at(token)),
      token => token.slice(0, at(token)) + token.slice(at(token) + 1),
      token => token.slice(0, at(token)),
      token => token + token.slice(at(token)),
      token => token.slice(at(token)) + token.slice(0, at(token)),
    )
  }),
  // One bit of the bytes of one part.
  fc.tuple(fc.nat(2), fc.nat()).map(
    ([index, bit]): Change =>
      token => {
        const parts = token.split('.')
        const bytes = Buffer.from(parts[index] ?? '', 'base64url')
        if (bytes.length === 0) return token
        bytes[(bit >>> 3) % bytes.length]! ^= 1 << (bit & 7)
        parts[index] = bytes.toString('base64url')
        return parts.join('.')
      },
  ),
)

describe('a token', () => {
  it('that was changed in any way does not verify', async () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tokens), changes, async (token, list) => {
        const changed = list.reduce((text, apply) => apply(text), token)
        fc.pre(changed !== token)
        expect(await verifier.verify(changed)).toMatchObject({ ok: false })
      }),
      { numRuns: 3_000 },
    )
  })

  it('with parts of others does not verify', async () => {
    const parts = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2))
    await fc.assert(
      fc.asyncProperty(parts, async ([header, payload, signature]) => {
        fc.pre(header !== payload || payload !== signature)
        const all = tokens.map(token => token.split('.'))
        const mixed = [all[header]![0], all[payload]![1], all[signature]![2]].join('.')
        expect(await verifier.verify(mixed)).toMatchObject({ ok: false })
      }),
    )
  })

  it('of which each single character was replaced by each other does not verify', async () => {
    const token = tokens[0]!
    const signatureStart = token.lastIndexOf('.') + 1
    for (let index = signatureStart; index < token.length; index += 1) {
      for (const by of ALPHABET) {
        if (by === token[index]) continue
        const changed = token.slice(0, index) + by + token.slice(index + 1)
        const result = await verifier.verify(changed)
        if (result.ok) expect.unreachable(`verifies with ${by} at ${index}`)
      }
    }
  })
})

describe('any text', () => {
  it('is answered with a word of the catalogue', async () => {
    const json = fc.jsonValue().map(value => encode(value))
    const header = fc
      .record({
        alg: fc.constantFrom<unknown>('EdDSA', 'ES256', 'HS256', 'none', 1, null),
        kid: fc.option(fc.constantFrom<unknown>('ed-1', 'ec-1', '', {}, 7), { nil: undefined }),
      })
      .map(value => encode(value))
    const claims = fc
      .record({ iss: fc.constantFrom<unknown>(ISSUER, HMAC_ISSUER, null), exp: fc.jsonValue() })
      .map(value => encode(value))
    const compact = fc
      .tuple(fc.oneof(header, json), fc.oneof(claims, json), fc.oneof(json, fc.base64String()))
      .map(parts => parts.join('.'))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), compact), async text => {
        const result = await verifier.verify(text)
        if (result.ok) expect.unreachable('verifies')
        expect(TOKEN_REASONS[result.reason]).toBe(result.code)
        expect(result.reason).not.toBe('internal')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('claims of any kind, signed', () => {
  it('are read or refused, and never an error of ours', async () => {
    const claims = fc.record(
      {
        sub: fc.jsonValue(),
        org_id: fc.jsonValue(),
        roles: fc.jsonValue(),
        scope: fc.jsonValue(),
        sid: fc.jsonValue(),
        jti: fc.jsonValue(),
        iat: fc.oneof(fc.jsonValue(), fc.double()),
        nbf: fc.oneof(fc.jsonValue(), fc.double()),
        exp: fc.oneof(fc.constant(CLAIMS.exp), fc.jsonValue(), fc.double()),
        aud: fc.oneof(fc.constant('api'), fc.jsonValue()),
      },
      { requiredKeys: ['aud', 'exp'] },
    )
    await fc.assert(
      fc.asyncProperty(claims, async own => {
        const payload = JSON.parse(JSON.stringify({ ...own, iss: HMAC_ISSUER }))
        const token = await new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(SECRET)
        const result = await verifier.verify(token)
        if (!result.ok) {
          expect(result.reason).not.toBe('internal')
          return
        }
        const { subject, tenant, session, roles, permissions, expiresAtMs } = result.token
        for (const text of [subject, tenant, session, ...roles, ...permissions]) {
          expect(text).toBeTypeOf('string')
        }
        expect(expiresAtMs).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('an error', () => {
  it('that is no refusal is told as a defect of ours', () => {
    expect(reasonOf(new Error('boom'))).toBe('internal')
    expect(reasonOf(undefined)).toBe('internal')
  })
})
