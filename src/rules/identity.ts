// What only the host reads of callers and gates in a ruleset: strings of JSON.
import type { FeatureDefinition, IssuerConfig, JsonValue } from '../config/types.ts'
import type { KeyPart } from './limit.ts'

/** Of the whole config. */
export interface IdentityDetails {
  readonly roles: Readonly<Record<string, readonly string[]>>
  readonly issuers: readonly IssuerConfig[]
  /** In the order of the ruleset's records. */
  readonly plans: readonly string[]
  /** In the order of the ruleset's records. */
  readonly features: readonly FeatureDetails[]
  /** The limit of what a source may fail with credentials. */
  readonly failures?: string
}

/** One feature, with the values that are no numbers. */
export interface FeatureDetails {
  readonly name: string
  readonly type: FeatureDefinition['type']
  readonly default?: JsonValue
  readonly addOns?: FeatureDefinition['addOns']
  /** Of a metered one: the limit that says what is left. */
  readonly quota?: string
  /** Of each plan that has one, in the order of the ruleset's records. */
  readonly values: readonly (JsonValue | undefined)[]
}

/** Of one gate. Names stand in the order of the slots and parts that they are about. */
export interface GateDetails {
  readonly features: readonly string[]
  readonly flags: readonly string[]
  readonly limits: readonly GateLimit[]
  readonly permission?: string
  /** What each step asks for, in words for people. */
  readonly steps: readonly string[]
}

/** A limit or quota of a gate. */
export interface GateLimit {
  readonly name: string
  /** Times the cost of the request. */
  readonly factor: number
  /** Where the host has to say whose key it is, because it is not the credential's alone: its parts. */
  readonly key?: readonly KeyPart[]
  /** Of slots in flight, which are reserved and not taken. */
  readonly isSlots?: true
}
