// Reads a compact JWS strictly, and verifies its signature with jose. Strictly, because jose decodes base64 as browsers
// do: with padding, white space, and bits to spare at the end, so that one token could be written in many ways. What a
// header could talk us into is refused here: `crit` (we know no extension, RFC 7515, 4.1.11), and `b64` (a payload that
// is not encoded, RFC 7797, has no place in a JWT). `jku`, `x5u`, `jwk` and `x5c` name keys: nobody reads them.
import {
  compactVerify,
  decodeProtectedHeader,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import { ALGORITHMS } from './algorithms.ts'
import type { KeySet } from './key-set.ts'
import { RefusedToken } from './types.ts'

/** A compact JWS that is well formed; nothing vouches for it yet. */
export interface CompactToken {
  readonly text: string
  readonly algorithm: string
  readonly keyId: string | undefined
  /** In base64url. */
  readonly payload: string
}

/** What an issuer's signatures are verified with: its public keys, or the secret that it shares with us. */
export type VerificationKey = KeySet | Uint8Array

/**
 * Checks the form, and reads the header.
 * @throws RefusedToken
 */
export function readCompact(text: string): CompactToken {
  const parts = text.split('.', 4)
  const [header, payload, signature] = parts
  if (parts.length !== 3 || !header || !signature || payload === undefined) {
    throw new RefusedToken('shape')
  }
  if (!isBase64url(header) || !isBase64url(payload) || !isBase64url(signature)) {
    throw new RefusedToken('shape')
  }
  const { alg, kid, crit, b64 } = readHeader(text)
  if (typeof alg !== 'string') throw new RefusedToken('header')
  if (kid !== undefined && typeof kid !== 'string') throw new RefusedToken('header')
  if (crit !== undefined || (b64 !== undefined && b64 !== true)) throw new RefusedToken('critical')
  return { text, algorithm: alg, keyId: kid, payload }
}

function readHeader(text: string): Readonly<Record<string, unknown>> {
  try {
    return decodeProtectedHeader(text)
  } catch {
    throw new RefusedToken('header')
  }
}

/** Whether it is base64url without padding, and the only way to write its bytes. */
function isBase64url(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text
}

/**
 * The part of a token that its signature vouches for. Who has a token with an ECDSA signature can make another signature
 * that fits: so two tokens that differ in nothing but the signature are the same token, and are revoked as one.
 */
export function signedPart(token: string): string {
  return token.slice(0, Math.max(token.lastIndexOf('.'), 0))
}

/**
 * Verifies the signature of a compact JWS, whatever its payload, and gives the payload's bytes.
 * @throws RefusedToken, or an error of jose: `reasonOf` tells which refusal it is
 */
export async function verifyCompact(
  token: string,
  key: VerificationKey,
  algorithms: readonly string[],
): Promise<Uint8Array> {
  const compact = readCompact(token)
  checkKey(compact, key, algorithms)
  const options = { algorithms: [compact.algorithm] }
  if (key instanceof Uint8Array) return (await compactVerify(token, key, options)).payload
  return (await compactVerify(token, key.getKey, options)).payload
}

/**
 * Verifies the signature of a JWT, and then its claims.
 * @throws as `verifyCompact`
 */
export async function verifyClaims(
  compact: CompactToken,
  key: VerificationKey,
  algorithms: readonly string[],
  claims: JWTVerifyOptions,
): Promise<JWTPayload> {
  checkKey(compact, key, algorithms)
  const options = { ...claims, algorithms: [compact.algorithm] }
  if (key instanceof Uint8Array) return (await jwtVerify(compact.text, key, options)).payload
  return (await jwtVerify(compact.text, key.getKey, options)).payload
}

/**
 * Whether the algorithm is one that the issuer is pinned to.
 * @throws RefusedToken
 */
export function checkAlgorithm(compact: CompactToken, algorithms: readonly string[]): void {
  const isPinned = ALGORITHMS.has(compact.algorithm) && algorithms.includes(compact.algorithm)
  if (!isPinned) throw new RefusedToken('algorithm')
}

// Secrets are for HS*, key sets for the rest, whoever configured what: so a public key is never a secret.
function checkKey(
  compact: CompactToken,
  key: VerificationKey,
  algorithms: readonly string[],
): void {
  checkAlgorithm(compact, algorithms)
  const algorithm = ALGORITHMS.get(compact.algorithm)!
  if (key instanceof Uint8Array) {
    if (algorithm.kind !== 'secret') throw new RefusedToken('key-unusable')
    if (key.length < algorithm.secretBytesMin) throw new RefusedToken('key-unusable')
  } else {
    if (algorithm.kind !== 'public') throw new RefusedToken('key-unusable')
    if (compact.keyId !== undefined && key.isAmbiguous(compact.keyId)) {
      throw new RefusedToken('key-ambiguous')
    }
  }
}
