// Who is calling and what they bought, as a config has it: features and plans, tenants, API keys, the issuers of
// sessions, and gates. Import them from types.ts, which has the rest of a config.
import type { JsonObject, JsonValue, LimitNumbers } from './types.ts'

/** How a feature counts, or what it is worth. */
export interface FeatureDefinition {
  /** boolean: on or off. gauge: a number, and how much of it is used. config: any value. metered: a quota's. */
  type: 'boolean' | 'gauge' | 'config' | 'metered'
  /** What a tenant has of it whose plan, add-ons and overrides say nothing. */
  default?: JsonValue
  /** The feature is hidden where this flag is not true. */
  flag?: string
  /** Of metered features: the quota or limit that tells what is left. */
  quota?: string
  /** How add-ons count with numbers. Default replace. */
  addOns?: 'replace' | 'sum' | 'max'
}

/** What a plan gives. */
export interface PlanDefinition {
  features: Record<string, JsonValue>
  /** 0: the plan does not have the limit. `unlimited`: 2147483647, of quotas and limits of slots only. */
  limits: Record<string, LimitNumbers | 0 | 'unlimited'>
  quotas: Record<string, LimitNumbers | 0 | 'unlimited'>
}

/** The value of a feature that somebody gave one tenant, for a time. */
export interface FeatureRow {
  value: JsonValue
  /** Unix ms from which it counts; null for ever since. */
  fromMs: number | null
  /** Unix ms from which it does not count any more; null for never. */
  untilMs: number | null
}

/** What was bought beside the plan. */
export interface AddOnDefinition {
  features: Record<string, JsonValue>
  /** Whole, 1 to 2147483647; multiplies numbers of features whose add-ons are summed. */
  quantity: number
  fromMs: number | null
  untilMs: number | null
}

/** One customer. Times are Unix ms, and the first at which a thing is over. */
export interface TenantDefinition {
  id: string
  plan?: string
  planUntilMs?: number
  state: 'active' | 'suspended'
  trial?: { plan: string; untilMs: number }
  graceUntilMs?: number
  overrides: {
    features: Record<string, FeatureRow>
    limits: Record<string, LimitNumbers>
    quotas: Record<string, LimitNumbers>
  }
  addOns: AddOnDefinition[]
  /** Of gauges: how much is used. */
  used: Record<string, number>
}

/** What is kept of an API key. */
export type KeyHash = {
  algorithm: 'sha256' | 'hmac-sha256'
  /** Of hmac-sha256: the id of the pepper. */
  pepper?: string
  /** base64url without padding, 43 characters. */
  digest: string
}

/** One API key. Times are Unix ms, and the first at which a thing is over. */
export interface KeyDefinition {
  id: string
  hash: KeyHash
  tenant?: string
  subject?: string
  roles: string[]
  permissions: string[]
  expiresMs?: number
  state: 'active' | 'disabled' | 'revoked'
  rotated?: { to?: string; graceUntilMs: number }
  /** Addresses and ranges in CIDR notation; none means everywhere. */
  networks: string[]
}

/** One JSON object a line, in a file of its own: `readKeys` and `readTenants` read it. */
export interface EntityFile {
  /** The path that was opened. */
  file: string
  /** The file's content without a byte order mark, checked to be UTF-8 and in bounds. */
  bytes: Uint8Array
}

/** Whose JWTs are sessions. Exactly one of `jwks`, `keys` and `secretEnv` is there. */
export interface IssuerConfig {
  issuer: string
  /** At least one. */
  audience: string[]
  /** At least one; HS* only, or none of them. */
  algorithms: string[]
  /** The address of the issuer's keys. */
  jwks?: string
  /** Public keys as JWKs. */
  keys?: JsonObject[]
  /** The environment variable that the secret is in. */
  secretEnv?: string
  /** 0 to 300,000. */
  clockToleranceMs: number
  /** Tokens with an `iat` older than this are refused. */
  maxAgeMs?: number
  /** The `typ` a token must have. */
  type?: string
  /** The dotted paths of the claims. */
  claims: { subject: string; tenant: string; roles: string; permissions: string; session: string }
  /** Fixed, instead of a claim. */
  tenant?: string
}

/** What a tenant's subscription is in. */
export type TenantStateName = 'none' | 'active' | 'trial' | 'grace' | 'past_due' | 'suspended'

/** One policy: who may pass, and what it costs. */
export interface GateDefinition {
  credential: ('key' | 'session' | 'none')[]
  /** The states that may pass. Undefined: what the gate needs otherwise decides. */
  tenant?: TenantStateName[]
  /** An expression, as `parsePermission` reads it. */
  permission?: string
  /** Each must be enabled. */
  entitlement: string[]
  /** Reported, not required. */
  features: string[]
  flags: string[]
  /** Names with what they cost, times the cost of the request. */
  limits: Record<string, number>
  quotas: Record<string, number>
}
