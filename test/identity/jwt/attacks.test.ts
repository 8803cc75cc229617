// What attackers try with tokens, and what each gets. Every row is a token, and the word that refuses it.
import { createPublicKey } from 'node:crypto'
import { CompactSign, exportSPKI, importJWK, SignJWT } from 'jose'
import { afterAll, describe, expect, it } from 'vitest'
import { TOKEN_REASONS, type TokenReason } from '../../../src/identity/jwt/types.ts'
import {
  CLAIMS,
  closeAll,
  define,
  ecKey,
  encode,
  ISSUER,
  makeKey,
  NOW,
  open,
  otherKey,
  rsaKey,
  SECRET,
  sign,
} from './issuers.ts'

const SHARED = 'https://shared.example.com'
const edKey = await makeKey('EdDSA', 'ed-1')
const twin = { ...otherKey.publicJwk, kid: 'twin' }

const verifier = open([
  define({ keys: [ecKey.publicJwk, rsaKey.publicJwk, edKey.publicJwk] }),
  define({ issuer: SHARED, algorithms: ['HS256'], secret: SECRET }),
  define({ issuer: 'https://at.example.com', type: 'at+jwt' }),
  define({ issuer: 'https://old.example.com', maxAgeMs: 3_600_000 }),
])
afterAll(closeAll)

const rsaPem = await exportSPKI(
  (await importJWK(rsaKey.publicJwk, 'RS256', { extractable: true })) as CryptoKey,
)
const rsaDer = createPublicKey(rsaPem).export({ format: 'der', type: 'spki' })

function hmac(secret: Uint8Array, header: object = {}, claims: object = {}): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'HS256', ...header })
    .sign(secret)
}

/** A valid token with one of its parts changed. */
async function withPart(index: number, change: (part: string) => string): Promise<string> {
  const parts = (await sign()).split('.')
  parts[index] = change(parts[index]!)
  return parts.join('.')
}

const valid = await sign()
const none = (alg: unknown, signature = '') =>
  `${encode({ alg, kid: 'ec-1' })}.${encode(CLAIMS)}.${signature}`
/** A signature over any payload at all. */
const es256 = (payload: string) =>
  new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ alg: 'ES256', kid: 'ec-1' })
    .sign(ecKey.privateKey)

type Row = [attack: string, token: string | Promise<string>, reason: TokenReason]

const ROWS: Row[] = [
  // No signature.
  ['alg none without a signature', none('none'), 'shape'],
  ['alg none with a signature', none('none', 'AAAA'), 'algorithm'],
  ['alg NONE', none('NONE', 'AAAA'), 'algorithm'],
  ['alg nOnE', none('nOnE', 'AAAA'), 'algorithm'],
  ['alg empty', none('', 'AAAA'), 'algorithm'],
  ['alg a list', none(['ES256'], 'AAAA'), 'header'],
  ['no alg', none(undefined, 'AAAA'), 'header'],
  ['alg __proto__', none('__proto__', 'AAAA'), 'algorithm'],
  ['the signature cut off', withPart(2, () => ''), 'shape'],
  ['the signature of all zeros', withPart(2, () => encode('\0'.repeat(64))), 'signature'],
  ['a signature in DER', withPart(2, () => encode('0'.repeat(70))), 'signature'],

  // Another algorithm than the issuer's.
  ['HS256 with the PEM of the public key as the secret', hmac(Buffer.from(rsaPem)), 'algorithm'],
  ['the same with its kid', hmac(Buffer.from(rsaPem), { kid: 'rsa-1' }), 'algorithm'],
  ['HS256 with the DER of the public key', hmac(rsaDer, { kid: 'rsa-1' }), 'algorithm'],
  [
    'HS256 with the JWK of the public key',
    hmac(Buffer.from(JSON.stringify(rsaKey.publicJwk)), { kid: 'rsa-1' }),
    'algorithm',
  ],
  ['RS256 for an issuer of HS256', sign({ iss: SHARED }, {}, rsaKey), 'algorithm'],
  ['an algorithm that is not pinned, under a key that is', sign({}, {}, edKey), 'algorithm'],
  ['ES256 under the kid of an RSA key', sign({}, { kid: 'rsa-1' }), 'key-unknown'],
  ['PS256 where RS256 is pinned', none('PS256', 'AAAA'), 'algorithm'],
  ['HS256 with another secret', hmac(new Uint8Array(64), {}, { iss: SHARED }), 'signature'],

  // Another key than the issuer's.
  ['a kid that nobody knows', sign({}, { kid: 'ec-2' }), 'key-unknown'],
  ['a kid in other letters', sign({}, { kid: 'EC-1' }), 'key-unknown'],
  ['a kid that is a path', sign({}, { kid: '../../dev/null' }), 'key-unknown'],
  ['a kid that is SQL', sign({}, { kid: "x' UNION SELECT 'key" }), 'key-unknown'],
  ['a kid that is __proto__', sign({}, { kid: '__proto__' }), 'key-unknown'],
  ['an empty kid', sign({}, { kid: '' }), 'key-unknown'],
  [
    'a kid that is a number',
    none('ES256', 'AAAA').replace(/^[^.]+/, encode({ alg: 'ES256', kid: 1 })),
    'header',
  ],
  ['another key under the same kid', sign({}, {}, otherKey), 'signature'],
  ['its own key in jwk', sign({}, { jwk: otherKey.publicJwk }, otherKey), 'signature'],
  ['its own key, jwk and no kid', sign({}, { jwk: twin, kid: undefined }, otherKey), 'signature'],
  ['jku', sign({}, { jku: 'https://evil.example.com/jwks.json' }, otherKey), 'signature'],
  ['x5u', sign({}, { x5u: 'https://evil.example.com/cert.pem' }, otherKey), 'signature'],
  ['x5c', sign({}, { x5c: ['AAAA'] }, otherKey), 'signature'],

  // Headers that change what is verified.
  ['an extension that must be understood', headerOf({ crit: ['exp'], exp: NOW + 600 }), 'critical'],
  ['crit that is empty', headerOf({ crit: [] }), 'critical'],
  ['crit that is a text', headerOf({ crit: 'exp' }), 'critical'],
  ['crit of b64, which is true', headerOf({ crit: ['b64'], b64: true }), 'critical'],
  ['b64 false', headerOf({ crit: ['b64'], b64: false }), 'critical'],
  ['b64 false without crit', headerOf({ b64: false }), 'critical'],

  // Who and for whom.
  ['an issuer that nobody trusts', sign({ iss: 'https://evil.example.com' }), 'issuer-unknown'],
  ['an issuer with a slash more', sign({ iss: `${ISSUER}/` }), 'issuer-unknown'],
  ['an issuer in other letters', sign({ iss: ISSUER.toUpperCase() }), 'issuer-unknown'],
  ['no issuer', sign({ iss: undefined }), 'issuer-unknown'],
  ['a list of issuers', sign({ iss: [ISSUER] }), 'issuer-unknown'],
  ['an issuer that is __proto__', sign({ iss: '__proto__' }), 'issuer-unknown'],
  ['a token of another issuer, renamed', hmac(SECRET), 'algorithm'],
  ['another audience', sign({ aud: 'billing' }), 'audience'],
  ['no audience', sign({ aud: undefined }), 'claim-missing'],
  ['an empty list of audiences', sign({ aud: [] }), 'audience'],
  ['an audience that is an object', sign({ aud: { api: true } }), 'audience'],
  ['no typ where one is asked for', sign({ iss: 'https://at.example.com' }), 'type'],
  [
    'an ID token for an access token',
    sign({ iss: 'https://at.example.com' }, { typ: 'JWT' }),
    'type',
  ],

  // When.
  ['no exp', sign({ exp: undefined }), 'claim-missing'],
  ['exp that is null', sign({ exp: null }), 'claim-invalid'],
  ['exp that is a text', sign({ exp: String(NOW + 600) }), 'claim-invalid'],
  ['exp past', sign({ exp: NOW - 5 }), 'expired'],
  [
    'exp of 1e999',
    es256(JSON.stringify(CLAIMS).replace(/"exp":\d+/, '"exp":1e999')),
    'claim-invalid',
  ],
  ['exp of the year 300000', sign({ exp: 1e13 }), 'claim-invalid'],
  ['exp negative', sign({ exp: -1 }), 'expired'],
  ['nbf to come', sign({ nbf: NOW + 6 }), 'not-yet-valid'],
  ['nbf that is a text', sign({ nbf: '0' }), 'claim-invalid'],
  ['iat to come', sign({ iat: NOW + 6 }), 'issued-in-future'],
  ['iat that is a text', sign({ iat: '0' }), 'claim-invalid'],
  [
    'older than the greatest age',
    sign({ iss: 'https://old.example.com', iat: NOW - 3606 }),
    'too-old',
  ],
  [
    'no iat, and a greatest age',
    sign({ iss: 'https://old.example.com', iat: undefined }),
    'claim-missing',
  ],

  // Claims of a wrong type.
  ['a subject that is an object', sign({ sub: {} }), 'claim-invalid'],
  ['a tenant that is a list', sign({ org_id: ['acme'] }), 'claim-invalid'],
  ['half a surrogate pair', sign({ sub: '\ud800' }), 'claim-invalid'],
  ['roles that are an object', sign({ roles: { admin: true } }), 'claim-invalid'],
  ['a role that is a number', sign({ roles: ['writer', 1] }), 'claim-invalid'],
  ['a scope that is a number', sign({ scope: 7 }), 'claim-invalid'],

  // Payloads that are no claims.
  ['a list', es256(JSON.stringify([CLAIMS])), 'payload'],
  ['an empty list', es256('[]'), 'payload'],
  ['a text', es256('"token"'), 'payload'],
  ['null', es256('null'), 'payload'],
  ['no JSON', es256('{'), 'payload'],
  ['nothing', es256(''), 'payload'],
  [
    'bytes that are not UTF-8',
    withPart(1, () => Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')),
    'payload',
  ],

  // Not written as a token is.
  ['an empty text', '', 'shape'],
  ['two dots', '..', 'shape'],
  ['one part', 'eyJhbGciOiJFUzI1NiJ9', 'shape'],
  ['four parts', `${valid}.AAAA`, 'shape'],
  ['an encrypted token, of five', `${valid}.AAAA.AAAA`, 'shape'],
  ['two tokens at once', `${valid},${valid}`, 'shape'],
  ['two tokens with a space', `${valid} ${valid}`, 'shape'],
  ['a scheme before it', `Bearer ${valid}`, 'shape'],
  ['a space before it', ` ${valid}`, 'shape'],
  ['a line end after it', `${valid}\n`, 'shape'],
  ['white space within', withPart(1, part => `${part.slice(0, 9)}\t${part.slice(9)}`), 'shape'],
  ['padding', withPart(2, part => `${part}==`), 'shape'],
  ['the other base64', withPart(0, part => `${part.slice(0, -1)}+`), 'shape'],
  [
    'bits to spare that are set',
    withPart(2, part => part.slice(0, -1) + bump(part.at(-1)!)),
    'shape',
  ],
  ['a character that is not ASCII', withPart(1, part => `${part}é`), 'shape'],
  ['a header that is a list', `${encode([])}.${encode(CLAIMS)}.AAAA`, 'header'],
  ['a header that is no JSON', `${encode('eyJ')}.${encode(CLAIMS)}.AAAA`, 'header'],
  ['JSON serialization', JSON.stringify({ payload: encode(CLAIMS), signatures: [] }), 'shape'],
  ['9 KiB', sign({ pad: 'x'.repeat(7000) }), 'size'],
  ['16 MiB of dots', '.'.repeat(16_777_216), 'size'],
]

function headerOf(members: object): string {
  return `${encode({ alg: 'ES256', kid: 'ec-1', ...members })}.${encode(CLAIMS)}.AAAA`
}

/** The next character of the alphabet: it decodes to the same bytes where two bits are to spare. */
function bump(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(character) + 1]!
}

describe('refused', () => {
  it.each(ROWS)('%s', async (_, token, reason) => {
    const result = await verifier.verify(await token)
    expect(result).toEqual({ ok: false, code: TOKEN_REASONS[reason], reason })
  })

  it('a kid that is in the set twice, whichever of the two signed', async () => {
    const twins = [
      { ...ecKey.publicJwk, kid: 'twin' },
      { ...rsaKey.publicJwk, kid: 'twin' },
    ]
    // In a config that is an error; from a server it comes as it comes.
    expect(() => open([define({ keys: twins })])).toThrow('keys[1] has the kid of another key')
    const answer = () => Promise.resolve(Response.json({ keys: [...twins, edKey.publicJwk] }))
    const served = open(
      [
        define({
          jwks: 'https://id.example.com/jwks.json',
          algorithms: ['ES256', 'RS256', 'EdDSA'],
        }),
      ],
      { fetch: answer },
    )
    const refused = { ok: false, reason: 'key-ambiguous' }
    expect(await served.verify(await sign({}, { kid: 'twin' }))).toMatchObject(refused)
    expect(await served.verify(await sign({}, { kid: 'twin' }, rsaKey))).toMatchObject(refused)
    expect(await served.verify(await sign({}, {}, edKey))).toMatchObject({ ok: true })
    expect(served.status()).toMatchObject([{ keyCount: 1, unusableKeyCount: 2 }])
  })

  it('a token without a kid where several keys could have signed', async () => {
    const two = open([define({ keys: [ecKey.publicJwk, twin] })])
    const token = await sign({}, { kid: undefined })
    expect(await two.verify(token)).toMatchObject({ ok: false, reason: 'key-ambiguous' })
    expect(await verifier.verify(token)).toMatchObject({ ok: true })
  })
})

describe('what is refused', () => {
  it('is told by nothing that the token holds', async () => {
    for (const [, token] of ROWS) {
      const sent = await token
      const told = JSON.stringify(await verifier.verify(sent))
      for (const part of sent.split('.')) {
        if (part.length > 8) expect(told).not.toContain(part)
      }
      expect(told).not.toContain('example.com')
    }
  })
})
