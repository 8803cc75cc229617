// From what a file says to what a config holds: defaults filled in, and each thing in one form. The schema and the checks
// have found nothing wrong with it.
import { toleranceMs } from './check-issuers.ts'
import { parseDuration } from './rate.ts'
import {
  emptyRecord,
  type FeatureDefinition,
  type FlagDefinition,
  type GateDefinition,
  type IssuerConfig,
  isObject,
  type JsonObject,
  type JsonValue,
  type LimitDefinition,
  type Metadata,
  type PlanDefinition,
  type TenantStateName,
} from './types.ts'

export function flagOf(raw: JsonObject): FlagDefinition {
  const { variants, defaultVariant, targeting, metadata } = raw
  const flag: FlagDefinition = {
    state: raw.state === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    variants: isObject(variants) ? variants : emptyRecord(),
  }
  if (typeof defaultVariant === 'string' || defaultVariant === null) {
    flag.defaultVariant = defaultVariant
  }
  if (targeting !== undefined) flag.targeting = targeting
  if (isObject(metadata)) flag.metadata = metadataOf(metadata)
  return flag
}

export function limitOf(raw: JsonObject): LimitDefinition {
  return { algorithm: 'gcra', ...raw } as LimitDefinition
}

/** A quota is a limit; its `limit` may still be missing. */
export function quotaOf(raw: JsonObject): LimitDefinition {
  return { ...raw, algorithm: 'quota' }
}

export function metadataOf(raw: JsonObject): Metadata {
  const metadata: Metadata = emptyRecord()
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== 'object') metadata[name] = value
  }
  return metadata
}

export function featureOf(raw: JsonObject): FeatureDefinition {
  return { ...raw } as unknown as FeatureDefinition
}

export function planOf({ features, limits, quotas }: JsonObject): PlanDefinition {
  return {
    features: recordOf(features),
    limits: recordOf(limits) as PlanDefinition['limits'],
    quotas: recordOf(quotas) as PlanDefinition['quotas'],
  }
}

export function gateOf(raw: JsonObject): GateDefinition {
  const { credential, tenant, permission, entitlement, features, flags, limits, quotas } = raw
  const gate: GateDefinition = {
    credential: (credential ?? ['key', 'session']) as GateDefinition['credential'],
    entitlement: textsOf(entitlement),
    features: textsOf(features),
    flags: textsOf(flags),
    limits: costsOf(limits),
    quotas: costsOf(quotas),
  }
  if (tenant !== undefined) gate.tenant = tenant as TenantStateName[]
  if (typeof permission === 'string') gate.permission = permission
  return gate
}

const toleranceDefault = '5s'
const claimDefaults: IssuerConfig['claims'] = {
  subject: 'sub',
  tenant: 'tenant',
  roles: 'roles',
  permissions: 'scope',
  session: 'sid',
}

export function issuerOf(raw: JsonObject): IssuerConfig {
  const { issuer, audience, algorithms, jwks, keys, secretEnv, maxAge, type, tenant } = raw
  const { clockTolerance = toleranceDefault } = raw
  const own: IssuerConfig = {
    issuer: String(issuer),
    audience: textsOf(audience),
    algorithms: textsOf(algorithms),
    clockToleranceMs: toleranceMs(String(clockTolerance)) ?? 0,
    claims: { ...claimDefaults, ...(isObject(raw.claims) ? raw.claims : {}) },
  }
  if (typeof jwks === 'string') own.jwks = jwks
  if (Array.isArray(keys)) own.keys = keys.filter(isObject)
  if (typeof secretEnv === 'string') own.secretEnv = secretEnv
  const maxAgeMs = typeof maxAge === 'string' ? parseDuration(maxAge) : undefined
  if (maxAgeMs !== undefined) own.maxAgeMs = maxAgeMs
  if (typeof type === 'string') own.type = type
  if (typeof tenant === 'string') own.tenant = tenant
  return own
}

/** One text or a list of texts, as a list. */
export function textsOf(value: JsonValue | undefined): string[] {
  return [value].flat().filter(text => typeof text === 'string')
}

function recordOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : emptyRecord()
}

/** A list of names costs one of each. */
function costsOf(value: JsonValue | undefined): Record<string, number> {
  const costs: Record<string, number> = emptyRecord()
  if (isObject(value)) Object.assign(costs, value)
  else for (const name of textsOf(value)) costs[name] = 1
  return costs
}
