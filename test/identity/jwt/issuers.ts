// Issuers for tests: their keys, the tokens that they sign, and a clock that stands still.
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { IssuerDefinition } from '../../../src/identity/jwt/types.ts'
import { TokenVerifier, type TokenVerifierOptions } from '../../../src/identity/jwt/verifier.ts'

export const ISSUER = 'https://id.example.com'
/** Unix seconds of the clock. */
export const NOW = 1_800_000_000
export const SECRET = new Uint8Array(64).fill(7)

export interface SigningKey {
  readonly algorithm: string
  readonly privateKey: CryptoKey | Uint8Array
  /** With `kid` and `alg`. */
  readonly publicJwk: JWK
}

export async function makeKey(algorithm: string, kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm }
  return { algorithm, privateKey, publicJwk }
}

/** The key that most tests use, one of another make, and one that nobody has told the verifier of. */
export const ecKey = await makeKey('ES256', 'ec-1')
export const rsaKey = await makeKey('RS256', 'rsa-1')
export const otherKey = await makeKey('ES256', 'ec-1')

export const CLAIMS: JWTPayload = {
  iss: ISSUER,
  aud: 'api',
  sub: 'ada',
  org_id: 'acme',
  sid: 'session-1',
  jti: 'token-1',
  roles: ['writer'],
  scope: 'orders:read orders:write',
  iat: NOW - 60,
  exp: NOW + 600,
}

/** A token of `CLAIMS`, with others over them; undefined takes a claim away. */
export function sign(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key: SigningKey = ecKey,
): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims } as JWTPayload)
    .setProtectedHeader({ alg: key.algorithm, kid: key.publicJwk.kid!, ...header } as never)
    .sign(key.privateKey)
}

export function define(part: Partial<IssuerDefinition> = {}): IssuerDefinition {
  const isElsewhere = part.jwks !== undefined || part.secret !== undefined
  return {
    issuer: ISSUER,
    audience: ['api'],
    algorithms: ['ES256', 'RS256'],
    clockToleranceMs: 5_000,
    claims: {
      subject: 'sub',
      tenant: 'org_id',
      roles: 'roles',
      permissions: 'scope',
      session: 'sid',
    },
    ...(!isElsewhere && { keys: [ecKey.publicJwk, rsaKey.publicJwk] }),
    ...part,
  }
}

/** A clock that a test sets. */
export class TestClock {
  ms = NOW * 1000
  readonly now = (): number => this.ms
}

const opened: { close(): void }[] = []

/** Closed by `closeAll`. */
export function open(
  issuers: IssuerDefinition[] = [define()],
  options: Partial<TokenVerifierOptions> = {},
): TokenVerifier {
  const verifier = new TokenVerifier(issuers, { nowMs: () => NOW * 1000, ...options })
  opened.push(verifier)
  return verifier
}

export function closeAll(): void {
  for (const verifier of opened.splice(0)) verifier.close()
}

/** A part of a token by hand. */
export function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return Buffer.from(text).toString('base64url')
}
