// The catalogue of decisions: one outcome, one stable code, one HTTP status. docs/gates.md tells what to do about each.

interface CatalogueEntry {
  readonly status: number
  readonly message: string
}

const entry = (status: number, message: string): CatalogueEntry => ({ status, message })

/** Every code of a decision, with the HTTP status that says the same. */
export const DECISION_CODES = {
  ALLOWED: entry(200, 'allowed'),
  // 401: who is calling?
  CREDENTIAL_MISSING: entry(401, 'the gate asks for a credential'),
  CREDENTIAL_AMBIGUOUS: entry(401, 'the request has more than one credential'),
  CREDENTIAL_MALFORMED: entry(401, 'the credential is not one: empty, too long, or not ASCII'),
  CREDENTIAL_INVALID: entry(401, 'the credential is not valid'),
  CREDENTIAL_EXPIRED: entry(401, 'the credential has expired'),
  CREDENTIAL_REVOKED: entry(401, 'the credential was revoked'),
  CREDENTIAL_DISABLED: entry(401, 'the credential is disabled'),
  CREDENTIAL_ROTATED: entry(401, 'the key was rotated, and its grace period is over'),
  CREDENTIAL_NOT_YET_VALID: entry(401, 'the credential is not valid yet'),
  CREDENTIAL_TYPE: entry(401, 'the gate does not accept credentials of this type'),
  CREDENTIAL_UNVERIFIED: entry(401, 'the token has to be verified first'),
  ISSUER_UNAVAILABLE: entry(503, 'the keys of the issuer cannot be had'),
  SOURCE_LIMITED: entry(429, 'too many failed credentials from this source'),
  // 403 and 402: may this caller?
  NETWORK_DENIED: entry(403, 'the key is not for this network'),
  TENANT_UNKNOWN: entry(403, 'the tenant is not known'),
  TENANT_REQUIRED: entry(403, 'the credential belongs to no tenant'),
  TENANT_SUSPENDED: entry(403, 'the tenant is suspended'),
  TENANT_STATE: entry(403, 'the gate does not accept tenants in this state'),
  TENANT_PAST_DUE: entry(402, 'the grace period of the tenant is over'),
  PERMISSION_DENIED: entry(403, 'the permission is missing'),
  FEATURE_HIDDEN: entry(403, 'the feature is off'),
  FEATURE_LOCKED: entry(402, 'the plan does not have the feature'),
  FEATURE_EXHAUSTED: entry(402, 'what the plan has of the feature is used up'),
  QUOTA_NOT_INCLUDED: entry(402, 'the plan does not have the limit'),
  // 429: how often?
  LIMITED: entry(429, 'a limit refused'),
  BLOCKED: entry(429, 'the key of a limit is blocked'),
  COST_EXCEEDS_LIMIT: entry(429, 'the cost is more than a limit ever has'),
  LEASES_EXHAUSTED: entry(503, 'the engine has no lease left to hold the reservation'),
  CONTEXT_INVALID: entry(400, 'the attributes of the request are too large, or cannot be written'),
  LIMIT_KEY_MISSING: entry(400, 'the request has nothing that a limit counts by'),
  LIMIT_KEY_INVALID: entry(400, 'what a limit counts by is no key: not an address, or too long'),
} as const satisfies Record<string, CatalogueEntry>

/** Why a gate answered as it did. */
export type DecisionCode = keyof typeof DECISION_CODES

/** By the number that the evaluators give (assembly/shared/gate.ts). What limits refuse is told by their parts. */
export const CODE_OF: readonly DecisionCode[] = [
  'ALLOWED',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_INVALID',
  'CREDENTIAL_EXPIRED',
  'CREDENTIAL_REVOKED',
  'CREDENTIAL_DISABLED',
  'CREDENTIAL_ROTATED',
  'CREDENTIAL_NOT_YET_VALID',
  'CREDENTIAL_TYPE',
  'NETWORK_DENIED',
  'TENANT_UNKNOWN',
  'TENANT_REQUIRED',
  'TENANT_SUSPENDED',
  'TENANT_PAST_DUE',
  'TENANT_STATE',
  'PERMISSION_DENIED',
  'FEATURE_HIDDEN',
  'FEATURE_LOCKED',
  'FEATURE_EXHAUSTED',
  'QUOTA_NOT_INCLUDED',
  'LIMIT_KEY_MISSING',
  'LIMITED',
]
