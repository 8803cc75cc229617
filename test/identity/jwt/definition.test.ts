// Which issuers and keys are taken, and what is said of those that are not.
import { CompactSign } from 'jose'
import { afterEach, describe, expect, it } from 'vitest'
import { isRocaModulus } from '../../../src/identity/jwt/roca.ts'
import { CLAIMS, closeAll, define, ecKey, open, otherKey, rsaKey, SECRET, sign } from './issuers.ts'

afterEach(closeAll)

const refused = (reason: string) => ({ ok: false, reason })

describe('definitions that cannot be verified safely', () => {
  const secret = new Uint8Array(31).fill(65)
  const jwks = (url: string) => define({ jwks: url })
  it.each([
    ['no keys at all', { ...define(), keys: [] }, 'there are no keys'],
    ['two sources', { ...define(), secret: SECRET }, 'only one'],
    ['a public key for HS256', define({ algorithms: ['HS256'] }), 'need a secret'],
    [
      'HS256 beside ES256',
      define({ algorithms: ['HS256', 'ES256'], secret: SECRET }),
      'only HS256',
    ],
    [
      'HS256 from a key set',
      define({ algorithms: ['HS256'], jwks: 'https://a.example' }),
      'need a',
    ],
    ['a short secret', define({ algorithms: ['HS256'], secret }), 'shorter than the 32 bytes'],
    ['an empty secret', define({ algorithms: ['HS256'], secret: new Uint8Array(0) }), 'shorter'],
    ['none', define({ algorithms: ['none'] }), 'the algorithm "none" is not supported'],
    ['no algorithm', define({ algorithms: [] }), 'no algorithms'],
    ['no audience', define({ audience: [] }), 'no audience'],
    ['no issuer', define({ issuer: '' }), 'empty'],
    ['a tolerance of an hour', define({ clockToleranceMs: 3_600_000 }), 'clock tolerance'],
    ['a tolerance that is NaN', define({ clockToleranceMs: Number.NaN }), 'clock tolerance'],
    ['an age of 0', define({ maxAgeMs: 0 }), 'greatest age'],
    ['http', jwks('http://id.example.com/jwks.json'), 'not https'],
    ['http on a host that looks local', jwks('http://127.0.0.1.example.com/'), 'not https'],
    ['a file', jwks('file:///etc/passwd'), 'not https'],
    ['a password in the URL', jwks('https://user:pass@id.example.com/'), 'a password'],
    ['no URL', jwks('/jwks.json'), 'no absolute URL'],
  ])('%s', (_, definition, problem) => {
    expect(() => open([definition])).toThrow(TypeError)
    expect(() => open([definition])).toThrow(problem)
  })

  it('are told without a secret in it', () => {
    const definition = define({ algorithms: ['HS256'], secret })
    expect(() => open([definition])).not.toThrow(Buffer.from(secret).toString())
  })

  it('name an issuer twice', () => {
    expect(() => open([define(), define()])).toThrow('is there twice')
  })

  it('are none on loopback hosts, by http', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '[::1]']) {
      const fetch = () => new Promise<Response>(() => {})
      expect(open([define({ jwks: `http://${host}:1/` })], { fetch }).status()).toHaveLength(1)
    }
  })
})

describe('keys', () => {
  const weak = { kty: 'RSA', n: Buffer.alloc(128, 0xff).toString('base64url'), e: 'AQAB' }
  const { x, y } = ecKey.publicJwk
  it.each([
    ['a secret', { kty: 'oct', k: 'AAAA' }, 'a secret'],
    ['a private key', { ...ecKey.publicJwk, d: x }, 'private'],
    ['RSA of 1024 bits', weak, '2048 bits'],
    ['RSA of 16384 bits', { ...weak, n: Buffer.alloc(2048, 0xff).toString('base64url') }, '8192'],
    ['RSA with the exponent 1', { ...rsaKey.publicJwk, e: 'AQ' }, 'exponent'],
    ['for encryption', { ...ecKey.publicJwk, use: 'enc' }, 'use'],
    ['not to verify', { ...ecKey.publicJwk, key_ops: ['sign'] }, 'verify'],
    ['of another curve', { ...ecKey.publicJwk, crv: 'secp256k1' }, 'crv'],
    ['of another curve than its alg', { ...ecKey.publicJwk, alg: 'ES384' }, 'crv'],
    ['of another kind than its alg', { ...ecKey.publicJwk, alg: 'RS256' }, 'kty'],
    ['of an unknown alg', { ...ecKey.publicJwk, alg: 'ES256K' }, 'alg'],
    ['beside the curve', { ...ecKey.publicJwk, x: y, y: x }, 'no key'],
    ['with a kid that is a number', { ...ecKey.publicJwk, kid: 1 }, 'kid'],
    ['null', null, 'no object'],
  ])('that are %s cannot be used', (_, key, problem) => {
    expect(() => open([define({ keys: [key as never] })])).toThrow('keys[0] cannot be used')
    expect(() => open([define({ keys: [key as never] })])).toThrow(problem)
  })

  it('of the chips whose primes can be guessed cannot be used', () => {
    expect(isRocaModulus(65537n ** 128n)).toBe(true)
    const modulus = Buffer.from(rsaKey.publicJwk.n!, 'base64url').toString('hex')
    expect(isRocaModulus(BigInt(`0x${modulus}`))).toBe(false)
    const n = Buffer.from((65537n ** 128n).toString(16).padStart(514, '0'), 'hex')
    const key = { kty: 'RSA', n: n.toString('base64url'), e: 'AQAB' }
    expect(() => open([define({ keys: [key] })])).toThrow('ROCA')
  })

  it('may have no kid, if only one fits', async () => {
    const { kid: _, ...anonymous } = ecKey.publicJwk
    const verifier = open([define({ keys: [anonymous, rsaKey.publicJwk] })])
    expect(await verifier.verify(await sign({}, { kid: undefined }))).toMatchObject({ ok: true })
    expect(await verifier.verify(await sign())).toMatchObject(refused('key-unknown'))
  })

  it('do not verify what another key signed', async () => {
    const payload = Buffer.from(JSON.stringify(CLAIMS))
    const token = await new CompactSign(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'ec-1' })
      .sign(otherKey.privateKey)
    expect(await open().verify(token)).toMatchObject(refused('signature'))
  })
})
