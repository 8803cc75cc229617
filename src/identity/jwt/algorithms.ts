// The signature algorithms that an issuer may be pinned to. What is not here, `none` above all, cannot be configured.

export type Algorithm =
  /** Signed with a private key; `kty` and `crv` of the only keys that it may be verified with. */
  | { readonly kind: 'public'; readonly kty: 'RSA' | 'EC' | 'OKP'; readonly crv?: string }
  /** A digest under a shared secret, which must be as long as the digest at least (RFC 7518, 3.2). */
  | { readonly kind: 'secret'; readonly secretBytesMin: number }

const rsa: Algorithm = { kind: 'public', kty: 'RSA' }
const ed25519: Algorithm = { kind: 'public', kty: 'OKP', crv: 'Ed25519' }

export const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ['RS256', rsa],
  ['RS384', rsa],
  ['RS512', rsa],
  ['PS256', rsa],
  ['PS384', rsa],
  ['PS512', rsa],
  ['ES256', { kind: 'public', kty: 'EC', crv: 'P-256' }],
  ['ES384', { kind: 'public', kty: 'EC', crv: 'P-384' }],
  ['ES512', { kind: 'public', kty: 'EC', crv: 'P-521' }],
  ['EdDSA', ed25519],
  ['Ed25519', ed25519],
  ['HS256', { kind: 'secret', secretBytesMin: 32 }],
  ['HS384', { kind: 'secret', secretBytesMin: 48 }],
  ['HS512', { kind: 'secret', secretBytesMin: 64 }],
])

/** The bytes that a secret for all of these must have: 0 if none of them takes one. */
export function secretBytesMin(algorithms: readonly string[]): number {
  let bytesMin = 0
  for (const name of algorithms) {
    const algorithm = ALGORITHMS.get(name)
    if (algorithm?.kind === 'secret') bytesMin = Math.max(bytesMin, algorithm.secretBytesMin)
  }
  return bytesMin
}
