// Reads a JWK as a public key that signatures may be verified with, or says why it is none. It is checked before any
// token comes: jose would find most of this too, but only when a token asks for the key, and not all of it (weak RSA
// keys, private keys that were published). Only the public members go on, as node:crypto writes them.
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import { ALGORITHMS } from './algorithms.ts'
import { isRocaModulus } from './roca.ts'

const RSA_BITS_MIN = 2048
/** The time of a verification grows with the square of it. */
const RSA_BITS_MAX = 8192
/** What WebCrypto takes; keys in use have 65537. */
const RSA_EXPONENT_MAX = 0xffff_ffffn
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']
const CURVES = new Set(['P-256', 'P-384', 'P-521', 'Ed25519'])

/** A public key for verification: `kty` and the public members, `kid` and `alg` if it has them, and nothing else. */
export type PublicKey = { readonly key: JWK } | { readonly problem: string }

/** Reads one member of a key set. The problem, if there is one, is a phrase that holds nothing of the key. */
export function readPublicKey(value: unknown): PublicKey {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: 'it is no object' }
  }
  const jwk = value as Readonly<Record<string, unknown>>
  const problem = problemOfMembers(jwk)
  if (problem !== undefined) return { problem }
  let keyObject: KeyObject
  try {
    keyObject = createPublicKey({ format: 'jwk', key: jwk as JsonWebKey })
  } catch {
    return { problem: 'its numbers are no key' }
  }
  const weakness = weaknessOf(keyObject)
  if (weakness !== undefined) return { problem: weakness }
  const key = keyObject.export({ format: 'jwk' }) as JWK
  if (typeof jwk.kid === 'string') key.kid = jwk.kid
  if (typeof jwk.alg === 'string') key.alg = jwk.alg
  return { key }
}

function problemOfMembers(jwk: Readonly<Record<string, unknown>>): string | undefined {
  const { kty, crv, kid, alg, use, key_ops: operations } = jwk
  if (kty === 'oct') return 'it is a secret'
  if (PRIVATE_MEMBERS.some(member => member in jwk)) return 'it is a private key'
  if (kty !== 'RSA' && kty !== 'EC' && kty !== 'OKP') return 'its kty is none of RSA, EC, OKP'
  if (kty !== 'RSA' && !CURVES.has(crv as string)) {
    return 'its crv is none of P-256, P-384, P-521, Ed25519'
  }
  if (kid !== undefined && typeof kid !== 'string') return 'its kid is no text'
  if (use !== undefined && use !== 'sig') return 'its use is not sig'
  if (operations !== undefined) {
    if (!Array.isArray(operations) || !operations.includes('verify')) return 'it is not to verify'
  }
  if (alg !== undefined) {
    const algorithm = typeof alg === 'string' ? ALGORITHMS.get(alg) : undefined
    if (algorithm?.kind !== 'public') return 'its alg is not supported'
    if (algorithm.kty !== kty) return 'its alg is not of its kty'
    if (algorithm.crv !== undefined && algorithm.crv !== crv) return 'its alg is not of its crv'
  }
  return undefined
}

function weaknessOf(keyObject: KeyObject): string | undefined {
  if (keyObject.asymmetricKeyType !== 'rsa') return undefined
  const { modulusLength = 0, publicExponent = 0n } = keyObject.asymmetricKeyDetails ?? {}
  if (modulusLength < RSA_BITS_MIN) return `it has less than ${RSA_BITS_MIN} bits`
  if (modulusLength > RSA_BITS_MAX) return `it has more than ${RSA_BITS_MAX} bits`
  if (publicExponent < 3n || publicExponent > RSA_EXPONENT_MAX || publicExponent % 2n === 0n) {
    return 'its exponent is not odd and from 3 to 2^32'
  }
  const { n } = keyObject.export({ format: 'jwk' })
  const modulus = BigInt(`0x${Buffer.from(n!, 'base64url').toString('hex')}`)
  if (isRocaModulus(modulus)) return 'it can be guessed (ROCA)'
  return undefined
}
