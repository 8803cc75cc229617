// The words of JWT verification: who may sign, what a verified token says, and how a refusal is told.
import type { JWK } from 'jose'

/** Where an issuer's tokens say what; each the name of a claim, or a path to it through objects: `realm.roles`. */
export interface ClaimPaths {
  subject: string
  tenant: string
  roles: string
  permissions: string
  session: string
}

/** An issuer that is trusted, with exactly one of `jwks`, `keys` and `secret`. */
export interface IssuerDefinition {
  /** What `iss` must be, byte by byte. */
  issuer: string
  /** `aud` must have at least one of these. */
  audience: string[]
  /** The only algorithms that are accepted: names of `ALGORITHMS`; HS* with `secret` and nothing else. */
  algorithms: string[]
  /** URL of the issuer's key set: https, or http on a loopback host. */
  jwks?: string
  /** Public keys that are known beforehand: no network. */
  keys?: JWK[]
  /** At least as many bytes as the digest of the longest of the `algorithms`. */
  secret?: Uint8Array
  /** How far the clocks may be apart: 0 to 300000. */
  clockToleranceMs: number
  /** Tokens whose `iat` is older are refused, and those without `iat`. */
  maxAgeMs?: number
  /** What `typ` must be, as `at+jwt`. */
  type?: string
  claims: ClaimPaths
  /** The tenant of all tokens of this issuer, in place of a claim. */
  tenant?: string
}

export type TokenCode =
  | 'CREDENTIAL_MALFORMED'
  | 'CREDENTIAL_INVALID'
  | 'CREDENTIAL_EXPIRED'
  | 'CREDENTIAL_NOT_YET_VALID'
  | 'ISSUER_UNAVAILABLE'

/** Every reason of a refusal, with the code that callers see. For explanations and metrics; docs/sessions.md tells each. */
export const TOKEN_REASONS = {
  // It is no token, whoever may have signed it.
  size: 'CREDENTIAL_MALFORMED',
  shape: 'CREDENTIAL_MALFORMED',
  header: 'CREDENTIAL_MALFORMED',
  payload: 'CREDENTIAL_MALFORMED',
  // It is one, and nothing vouches for it.
  'issuer-unknown': 'CREDENTIAL_INVALID',
  algorithm: 'CREDENTIAL_INVALID',
  critical: 'CREDENTIAL_INVALID',
  'key-unknown': 'CREDENTIAL_INVALID',
  'key-ambiguous': 'CREDENTIAL_INVALID',
  'key-unusable': 'CREDENTIAL_INVALID',
  signature: 'CREDENTIAL_INVALID',
  // The signature is right, and what it signed is not for us.
  audience: 'CREDENTIAL_INVALID',
  type: 'CREDENTIAL_INVALID',
  'claim-missing': 'CREDENTIAL_INVALID',
  'claim-invalid': 'CREDENTIAL_INVALID',
  expired: 'CREDENTIAL_EXPIRED',
  'too-old': 'CREDENTIAL_EXPIRED',
  'not-yet-valid': 'CREDENTIAL_NOT_YET_VALID',
  'issued-in-future': 'CREDENTIAL_NOT_YET_VALID',
  // Nobody can say at the moment.
  'keys-unavailable': 'ISSUER_UNAVAILABLE',
  overloaded: 'ISSUER_UNAVAILABLE',
  closed: 'ISSUER_UNAVAILABLE',
  internal: 'ISSUER_UNAVAILABLE',
} as const satisfies Record<string, TokenCode>

export type TokenReason = keyof typeof TOKEN_REASONS

/** What a verified token says. Empty texts stand for claims that are not there. */
export interface VerifiedToken {
  issuer: string
  subject: string
  tenant: string
  /** What `claims.session` leads to. */
  session: string
  /** `jti`. */
  tokenId: string
  roles: string[]
  permissions: string[]
  /**
   * `iat` in Unix ms, or when it was verified where that is sooner: by an issuer's clock that is ahead of ours, a token
   * would seem to be issued after a revocation that was made when it was already in use.
   */
  issuedAtMs: number | null
  /** `exp` in Unix ms. */
  expiresAtMs: number
  /** Unix ms up to which `verify` would refuse it: `nbf` less the clock tolerance. */
  trustedFromMs: number | null
  /**
   * Unix ms from which on `verify` would refuse it: `exp`, or `iat` and the greatest age, whichever is first, and the clock
   * tolerance. What remembers the token must forget it then.
   */
  trustedUntilMs: number
  /** Of the issuer's keys when it was verified. What remembers it must forget it when `generationOf` says another. */
  generation: number
}

export interface TokenRefusal {
  ok: false
  code: TokenCode
  /** A stable word, never any part of the token. */
  reason: TokenReason
}

export type TokenResult = { ok: true; token: VerifiedToken } | TokenRefusal

/** Ends a verification: an answer, told to whoever asked, and not an error of the program. */
export class RefusedToken extends Error {
  readonly reason: TokenReason

  constructor(reason: TokenReason) {
    super(`the token is refused: ${reason}`)
    this.reason = reason
  }
}

export function refusal(reason: TokenReason): TokenRefusal {
  return { ok: false, code: TOKEN_REASONS[reason], reason }
}
