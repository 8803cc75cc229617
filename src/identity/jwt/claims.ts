// What a token says, once jose has verified it: times in milliseconds, and who its subject is, by the claims that the
// config names. A claim of a wrong type is refused, and never read as if it were not there.
import type { JWTPayload, JWTVerifyOptions } from 'jose'
import { type IssuerDefinition, RefusedToken, type VerifiedToken } from './types.ts'

/** Seconds: further is no time for `Date`, and no token means it. */
const SECONDS_MAX = 8_640_000_000_000

/** The checks that jose makes of the claims of an issuer's tokens at a time in Unix ms. */
export function claimChecks(definition: IssuerDefinition, nowMs: number): JWTVerifyOptions {
  const { issuer, audience, type, clockToleranceMs, maxAgeMs } = definition
  return {
    issuer,
    audience,
    requiredClaims: ['exp'],
    currentDate: new Date(nowMs),
    clockTolerance: clockToleranceMs / 1000,
    ...(type !== undefined && { typ: type }),
    ...(maxAgeMs !== undefined && { maxTokenAge: maxAgeMs / 1000 }),
  }
}

/**
 * Reads the claims of a payload that jose has verified.
 * @throws RefusedToken where a claim is of a wrong type, or by a fraction of a second, which jose does not count, too late
 */
export function readClaims(
  payload: JWTPayload,
  definition: IssuerDefinition,
  nowMs: number,
  generation: number,
): VerifiedToken {
  const { issuer, claims, clockToleranceMs, maxAgeMs = Infinity } = definition
  const expiresAtMs = readTime(payload, 'exp')
  const issuedAtMs = readTime(payload, 'iat')
  const notBeforeMs = readTime(payload, 'nbf')
  if (expiresAtMs === null) throw new RefusedToken('claim-missing')
  // A revocation says up to when: a token from the future would escape it.
  if (issuedAtMs !== null && issuedAtMs > nowMs + clockToleranceMs) {
    throw new RefusedToken('issued-in-future')
  }
  const oldAtMs = issuedAtMs === null ? Infinity : issuedAtMs + maxAgeMs
  const trustedUntilMs = Math.min(expiresAtMs, oldAtMs) + clockToleranceMs
  if (trustedUntilMs <= nowMs) {
    throw new RefusedToken(oldAtMs < expiresAtMs ? 'too-old' : 'expired')
  }
  return {
    issuer,
    subject: readText(payload, claims.subject),
    tenant: definition.tenant ?? readText(payload, claims.tenant),
    session: readText(payload, claims.session),
    tokenId: readText(payload, 'jti'),
    roles: readNames(payload, claims.roles),
    permissions: readNames(payload, claims.permissions),
    issuedAtMs: issuedAtMs === null ? null : Math.min(issuedAtMs, nowMs),
    expiresAtMs,
    trustedFromMs: notBeforeMs === null ? null : notBeforeMs - clockToleranceMs,
    trustedUntilMs,
    generation,
  }
}

function readTime(payload: JWTPayload, claim: 'exp' | 'iat' | 'nbf'): number | null {
  const seconds = payload[claim]
  if (seconds === undefined) return null
  // jose has seen that it is a number, which in JSON may be 1e999.
  if (!(Math.abs(seconds) <= SECONDS_MAX)) throw new RefusedToken('claim-invalid')
  return seconds * 1000
}

/** The value at a path, or undefined. A claim that has the whole path for its name, dots and all, comes first. */
function find(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path]
  let value: unknown = payload
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

/** A text, or a whole number as its digits; empty if it is not there or null. */
function readText(payload: JWTPayload, path: string): string {
  const value = find(payload, path) ?? ''
  if (typeof value === 'string' && value.isWellFormed()) return value
  if (Number.isSafeInteger(value)) return String(value)
  throw new RefusedToken('claim-invalid')
}

/** A list of texts, or one text of names with spaces between them, as OAuth's `scope` is; empty if it is not there. */
function readNames(payload: JWTPayload, path: string): string[] {
  const value = find(payload, path) ?? []
  const names: unknown = typeof value === 'string' ? value.split(' ') : value
  if (!Array.isArray(names)) throw new RefusedToken('claim-invalid')
  for (const name of names) {
    if (typeof name !== 'string' || !name.isWellFormed()) throw new RefusedToken('claim-invalid')
  }
  return names.filter(name => name !== '')
}
