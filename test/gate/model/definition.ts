// The config as the tests write it: the sections of a file as plain objects, in the words of the file.
import type {
  FlagDefinition,
  JsonValue,
  LimitDefinition,
  LimitNumbers,
} from '../../../src/config/types.ts'
import type { TenantState } from '../../../src/gate/types.ts'

export type FeatureType = 'boolean' | 'gauge' | 'config' | 'metered'

export interface Feature {
  type: FeatureType
  default?: JsonValue
  flag?: string
  addOns?: 'replace' | 'sum' | 'max'
  quota?: string
}

/** What a plan or a tenant has of a limit. 0: it has none. */
export type Numbers = LimitNumbers | 'unlimited'

export interface Plan {
  features?: Record<string, JsonValue>
  limits?: Record<string, Numbers>
  quotas?: Record<string, Numbers>
}

/** A value of a feature, or one that counts in [from, until). Times are ISO 8601. */
export type Row = JsonValue | { value: JsonValue; from?: string; until?: string }

export interface AddOn {
  features: Record<string, JsonValue>
  quantity?: number
  from?: string
  until?: string
}

export interface Tenant {
  plan?: string
  planUntil?: string
  state?: 'active' | 'suspended'
  trial?: { plan: string; until: string }
  graceUntil?: string
  overrides?: {
    features?: Record<string, Row>
    limits?: Record<string, Numbers>
    quotas?: Record<string, Numbers>
  }
  addOns?: AddOn[]
  used?: Record<string, number>
}

export interface Key {
  id: string
  hash: string
  tenant?: string
  subject?: string
  roles?: string[]
  permissions?: string[]
  expires?: string
  state?: 'active' | 'disabled' | 'revoked'
  rotated?: { to: string; graceUntil: string }
  networks?: string[]
}

export interface Gate {
  credential?: ('key' | 'session' | 'none')[]
  tenant?: TenantState[]
  permission?: string
  entitlement?: string | string[]
  features?: string[]
  flags?: string[]
  limits?: string[] | Record<string, number>
  quotas?: Record<string, number>
}

export interface GateConfig {
  flags: Record<string, FlagDefinition>
  limits: Record<string, LimitDefinition>
  quotas: Record<string, Omit<LimitDefinition, 'algorithm'>>
  features: Record<string, Feature>
  plans: Record<string, Plan>
  tenants: Record<string, Tenant>
  roles: Record<string, string[]>
  keys: Key[]
  gates: Record<string, Gate>
}
