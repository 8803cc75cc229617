// The words of decisions: what is asked of a gate, and what it answers, as plain data.
import type { JsonValue, Metadata } from '../config/types.ts'
import type { Reason } from '../engine/flag-details.ts'
import type { LimitAnswer } from '../limit-result.ts'
import type { DecisionCode } from './codes.ts'

/** What kind of credential a caller showed. */
export type CredentialType = 'none' | 'key' | 'session' | 'jwt'

/**
 * What a tenant's subscription is in: `none` where there is no tenant; `trial` and `grace` while they last; `past_due`
 * when a grace period is over.
 */
export type TenantState = 'none' | 'active' | 'trial' | 'grace' | 'past_due' | 'suspended'

/**
 * Whether a feature can be used: `hidden` where its flag is off; `locked` where it is on, and the plan does not have it;
 * `exhausted` where what the plan has of it is used up.
 */
export type FeatureState = 'enabled' | 'locked' | 'hidden' | 'exhausted'

/** Which row of what a tenant bought gave a feature its value. */
export type FeatureSource = 'override' | 'add-on' | 'trial' | 'plan' | 'default' | 'none'

/** Attributes of a request: those of flags, and `ip`. What the credential says of the caller wins over them. */
export interface GateContext {
  /** The client's address, for keys that are bound to networks and for limits by address. */
  readonly ip?: string
  readonly targetingKey?: string
  readonly [attribute: string]: unknown
}

/** What is asked of a gate. */
export interface DecisionRequest {
  /** The API key, session token or JWT, without a scheme before it. Left out of an anonymous request. */
  readonly credential?: string | undefined
  /** Several credentials in one request are refused: CREDENTIAL_AMBIGUOUS. */
  readonly credentials?: readonly string[]
  readonly context?: GateContext
  /** 0 to 2147483647; multiplies what the gate says that each limit and quota costs. Default 1. */
  readonly cost?: number
  /** Whom failed lookups are counted under, as the client's address. Default `context.ip`. */
  readonly source?: string
}

/** Who is calling, as the credential has it. Empty texts stand for what it does not say. */
export interface PrincipalAnswer {
  type: CredentialType
  /** What is limited as `principal.id`: the key's id, or the subject of a session. */
  id: string
  tenant: string
  subject: string
  /** Of an API key: its public id. */
  keyId: string
  /** Of an API key in our own format: `live`, `test`, … */
  environment: string
  /** Of a session or JWT: `sid` or `jti`. */
  sessionId: string
  issuer: string
  roles: string[]
  permissions: string[]
  /** Unix ms; null if the credential does not end. */
  expiresAt: number | null
}

/** The plan of the tenant at the time of the decision. */
export interface PlanAnswer {
  /** Empty if there is none. */
  id: string
  state: TenantState
  /** Unix ms; null if there is none. */
  trialEndsAt: number | null
  graceEndsAt: number | null
}

export interface FeatureAnswer {
  state: FeatureState
  value: JsonValue
  source: FeatureSource
  /** When the row that gave the value stops being valid, in Unix ms; null if never. */
  validUntil: number | null
  /** Of a gauge: how much is used. */
  used?: number
}

export interface FlagAnswer {
  value: JsonValue
  variant?: string
  reason: Reason
  errorCode?: string
  metadata?: Metadata
}

/** A decision as plain data: the same from the library, over HTTP and on the command line. */
export interface DecisionAnswer {
  allow: boolean
  code: DecisionCode
  /** The HTTP status that says the same: 200 where it allows. */
  status: number
  /** Which permission, feature or limit the code is about; null if none. */
  detail: string | null
  /** Ms until the same request would be allowed; 0 if it is, null if waiting does not help. */
  retryMs: number | null
  principal: PrincipalAnswer
  plan: PlanAnswer
  features: Record<string, FeatureAnswer>
  flags: Record<string, FlagAnswer>
  limits: ({ name: string; cost: number } & LimitAnswer)[]
  /** Of a reservation that is to be settled. */
  reservation?: string
  configVersion: number
  /** Tells this decision from all others of the engine. */
  id: string
}

/** What one step of a gate's program found. */
export interface ExplainedStep {
  /** What it asks for, in words: `permission orders:write`. */
  step: string
  /** `skipped` where the credential was refused before the program ran. */
  verdict: 'passed' | 'failed' | 'skipped'
  /** Of a step that failed. */
  code?: DecisionCode
}

/** Why a gate answers as it does. */
export interface GateExplanation {
  gate: string
  decision: DecisionAnswer
  /** All steps, in order; the first that failed decided. */
  steps: ExplainedStep[]
}

/** What is known of a credential. */
export interface VerificationAnswer {
  valid: boolean
  code: DecisionCode
  status: number
  principal: PrincipalAnswer
  plan: PlanAnswer
}
