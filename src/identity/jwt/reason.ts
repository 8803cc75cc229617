// Which refusal an error of jose stands for. Only its code and the name of the claim are read: jose puts the whole
// payload into some errors, so none of them may go further than here.
import { errors } from 'jose'
import { RefusedToken, type TokenReason } from './types.ts'

const REASON_BY_CODE: Readonly<Record<string, TokenReason>> = {
  ERR_JWS_INVALID: 'shape',
  ERR_JWT_INVALID: 'payload',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm',
  ERR_JOSE_NOT_SUPPORTED: 'key-unusable',
  ERR_JWKS_INVALID: 'key-unusable',
  ERR_JWKS_NO_MATCHING_KEY: 'key-unknown',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'key-ambiguous',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
}

/** What a value that a verification threw means. What is no refusal is a defect of ours: `internal`. */
export function reasonOf(error: unknown): TokenReason {
  if (error instanceof RefusedToken) return error.reason
  if (error instanceof errors.JWTExpired) return error.claim === 'iat' ? 'too-old' : 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return reasonOfClaim(error)
  if (error instanceof errors.JOSEError) return REASON_BY_CODE[error.code] ?? 'internal'
  return 'internal'
}

function reasonOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): TokenReason {
  if (reason === 'missing') return 'claim-missing'
  if (reason === 'invalid') return 'claim-invalid'
  if (claim === 'nbf') return 'not-yet-valid'
  if (claim === 'iat') return 'issued-in-future'
  if (claim === 'aud') return 'audience'
  if (claim === 'typ') return 'type'
  if (claim === 'iss') return 'issuer-unknown'
  return 'claim-invalid'
}
