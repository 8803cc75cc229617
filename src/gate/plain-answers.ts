// Answers that are plain data from the first: what is copied of a flag, and who is nobody.
import type { EvaluationDetails } from '../engine/flag-details.ts'
import type { FlagAnswer, PrincipalAnswer } from './types.ts'

/** A flag's details as plain data. */
export function flagAnswer({
  value,
  variant,
  reason,
  errorCode,
  metadata,
}: EvaluationDetails): FlagAnswer {
  return {
    // As in OFREP a flag without a value defers to the caller's own.
    value: value ?? null,
    ...(variant !== undefined && { variant }),
    reason,
    ...(errorCode !== undefined && { errorCode }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  }
}

/** Who calls without a credential that was found. */
export function nobody(): PrincipalAnswer {
  return {
    type: 'none',
    id: '',
    tenant: '',
    subject: '',
    keyId: '',
    environment: '',
    sessionId: '',
    issuer: '',
    roles: [],
    permissions: [],
    expiresAt: null,
  }
}
