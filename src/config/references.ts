// What entries refer to in each other. Files of a folder may refer to each other's entries, so it is looked at when all
// of them are read.
import { problemsMax } from './bounds.ts'
import { referKey, referTenant } from './check-entities.ts'
import { referFeatures } from './check-features.ts'
import { referCredentials, referGates } from './check-gates.ts'
import { referPlans } from './check-plans.ts'
import { featureOf, quotaOf } from './definitions.ts'
import type { Finding } from './finding.ts'
import type { InlineEntities } from './inline.ts'
import type { Section } from './origins.ts'
import { type FeatureDefinition, isObject, type JsonObject, type JsonValue } from './types.ts'
import type { World } from './world.ts'

/** An entry of any file. */
export interface WorldEntry {
  section: Section
  name: string
  value: JsonValue
  isBroken: boolean
}

/** Collects what there is. With `hasOtherTenants`, tenants that are not in the config may exist. */
export function worldOf(
  entries: readonly WorldEntry[],
  hasOtherTenants: boolean,
  where: World['where'],
): World {
  const flags = new Map<string, JsonObject | undefined>()
  const limits = new Map<string, JsonObject | undefined>()
  const features = new Map<string, FeatureDefinition | undefined>()
  const names = { plans: new Set<string>(), roles: new Set<string>(), tenants: new Set<string>() }
  for (const { section, name, value, isBroken } of entries) {
    const whole = isObject(value) && !isBroken ? value : undefined
    if (section === 'flags') flags.set(name, whole)
    else if (section === 'limits') limits.set(name, whole)
    else if (section === 'quotas') limits.set(name, whole && (quotaOf(whole) as JsonObject))
    else if (section === 'features') features.set(name, whole && featureOf(whole))
    else if (section === 'plans' || section === 'roles' || section === 'tenants') {
      names[section].add(name)
    }
  }
  const tenants = hasOtherTenants ? undefined : names.tenants
  return { flags, limits, features, plans: names.plans, roles: names.roles, tenants, where }
}

/** Everything in a document that refers to what is not there, or is not what it is taken for. */
export function referDocument(
  root: JsonValue | undefined,
  { tenants, keys }: InlineEntities,
  world: World,
): Finding[] {
  if (!isObject(root)) return []
  const findings: Finding[] = []
  for (const found of referAll()) {
    findings.push(found)
    // one more than is shown, so that the caller knows there are more
    if (findings.length > problemsMax) break
  }
  return findings

  function* referAll(): Generator<Finding> {
    if (!isObject(root)) return
    yield* referFeatures(root.features, world)
    yield* referPlans(root.plans, world)
    yield* referGates(root.gates, world)
    yield* referCredentials(root.credentials, world)
    for (const [id, tenant] of tenants) yield* referTenant(tenant, ['tenants', id], world)
    for (const [index, key] of keys) yield* referKey(key, ['keys', index], world)
  }
}
