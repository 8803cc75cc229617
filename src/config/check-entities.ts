// What the tenants and keys that are written in a config refer to. Each of them has passed its own checks.
import { referValues } from './check-features.ts'
import { checkNumbers } from './check-limits.ts'
import { referLimit } from './check-plans.ts'
import { type Finding, finding } from './finding.ts'
import type {
  JsonObject,
  JsonValue,
  KeyDefinition,
  LimitDefinition,
  Path,
  TenantDefinition,
} from './types.ts'
import { quote } from './words.ts'
import { saidTwice, unknown, type World, warning } from './world.ts'

/** What a tenant refers to. */
export function* referTenant(
  tenant: TenantDefinition,
  path: Path,
  world: World,
): Generator<Finding> {
  const { plan, trial, overrides, addOns, used } = tenant
  if (plan !== undefined) yield* referPlan(plan, [...path, 'plan'], world)
  if (trial !== undefined) yield* referPlan(trial.plan, [...path, 'trial', 'plan'], world)
  const values = Object.entries(overrides.features).map(
    ([name, { value }]) => [name, value] as const,
  )
  yield* referValues(values, [...path, 'overrides', 'features'], world)
  for (const [index, { features }] of addOns.entries()) {
    yield* referValues(Object.entries(features), [...path, 'addOns', index, 'features'], world)
  }
  for (const name of Object.keys(used)) {
    const at = [...path, 'used', name]
    if (!world.features.has(name)) {
      yield unknown('FEATURE_UNKNOWN', 'feature', name, at, world.features.keys(), 'key')
      continue
    }
    const type = world.features.get(name)?.type ?? 'gauge'
    if (type === 'gauge') continue
    const message = `'${name}' is ${type}, and only of gauges something is used`
    yield finding('FEATURE_VALUE_INVALID', message, at, 'the name of a gauge', quote(name), 'key')
  }
  for (const section of ['limits', 'quotas'] as const) {
    for (const [name, numbers] of Object.entries(overrides[section])) {
      const at = [...path, 'overrides', section, name]
      if (section === 'quotas' && name in overrides.limits) {
        const first = world.where([...path, 'overrides', 'limits', name])
        yield saidTwice(`the tenant overrides '${name}' twice`, at, first)
      }
      const limit = yield* referLimit(name, at, section, world, 'key')
      if (limit !== undefined) yield* checkOverride(tenant.id, name, limit, numbers, at, world)
    }
  }
}

function* referPlan(plan: string, path: Path, { plans }: World): Generator<Finding> {
  if (!plans.has(plan)) yield unknown('PLAN_UNKNOWN', 'plan', plan, path, plans)
}

function* checkOverride(
  id: string,
  name: string,
  limit: JsonObject,
  numbers: JsonValue,
  path: Path,
  world: World,
): Generator<Finding> {
  if (!isByTenant(limit.key as LimitDefinition['key'])) {
    const message = `'${name}' does not count by tenant, so a tenant cannot have numbers of its own`
    const expected = "a limit with key: tenant.id, or the limit's own overrides"
    yield finding('LIMIT_NOT_BY_TENANT', message, path, expected, quote(name), 'key')
    return
  }
  const own = limit.overrides
  if (typeof own === 'object' && own !== null && id in own) {
    const message = `'${name}' has numbers for key '${id}' of its own`
    yield saidTwice(message, path, world.where(['limits', name, 'overrides', id]))
    return
  }
  yield* checkNumbers(limit, numbers, path)
}

/** Whether the key of a limit is the tenant's id, and nothing else. A list of one part is the part. */
export function isByTenant(key: LimitDefinition['key']): boolean {
  const [only, ...others] = Array.isArray(key) ? key : [key]
  return only === 'tenant.id' && others.length === 0
}

/** What a key refers to. */
export function* referKey(key: KeyDefinition, path: Path, world: World): Generator<Finding> {
  const { tenant, roles } = key
  const { tenants } = world
  if (tenant !== undefined && tenants !== undefined && !tenants.has(tenant)) {
    yield unknown('TENANT_UNKNOWN', 'tenant', tenant, [...path, 'tenant'], tenants)
  }
  for (const [index, role] of roles.entries()) {
    if (world.roles.has(role)) continue
    const at = [...path, 'roles', index]
    yield warning(unknown('ROLE_UNKNOWN', 'role', role, at, world.roles))
  }
}
