// Random configs of a small world: few names, so that what one section says is what another one asks for.
import fc from 'fast-check'
import { easyGates, gates, grants, keys } from './arbitrary-gates.ts'
import { features, isCounted, planOf, type TenantWorld, tenantOf } from './arbitrary-plans.ts'
import { flags, limitKeys, limits } from './arbitrary-rules.ts'
import type { GateConfig, Plan, Tenant } from './definition.ts'
import { FLAGS, GATES, optional, PLANS, QUOTA, record, some } from './names.ts'

const admins = fc.oneof(fc.constantFrom<string[][]>(['*'], ['orders:*', '*:read']), some(grants))
const hasQuota = (plans: Record<string, Plan>) =>
  Object.values(plans).some(({ quotas = {} }) => (quotas[QUOTA] ?? 0) !== 0)

const quotas = fc.record({
  [QUOTA]: record<GateConfig['quotas'][string]>({
    period: fc.constantFrom('minute' as const, 'hour' as const, 'month' as const),
    key: limitKeys,
    limit: fc.constantFrom(3, 5),
  }),
})

/** What a tenant can be in the config. */
export function tenantWorld({ features, limits, quotas }: WorldParts): TenantWorld {
  const own = Object.entries({ ...limits, ...quotas })
    .filter(([, { key }]) => key === 'tenant.id')
    .map(([name]) => name)
  return { isNumbers: isCounted(features.retention!), own }
}
type WorldParts = Pick<GateConfig, 'features' | 'limits' | 'quotas'>

export const configs: fc.Arbitrary<GateConfig> = fc
  .record({ features, limits, quotas })
  .chain(parts => {
    const world = tenantWorld(parts)
    const tenant = tenantOf(world)
    const rest = fc.record({
      flags: fc.record(Object.fromEntries(FLAGS.map(name => [name, flags]))),
      plans: fc.record(Object.fromEntries(PLANS.map(name => [name, planOf(world.isNumbers)]))),
      tenants: record<Record<string, Tenant>>({ t1: tenant, t2: tenant, t3: optional(tenant) }),
      roles: fc.record({ reader: some(grants, 3), writer: some(grants, 3), admin: admins }),
      keys,
      gates: fc.record(
        Object.fromEntries(GATES.map((name, index) => [name, index === 0 ? easyGates : gates])),
      ),
    })
    return fc.tuple(rest, fc.boolean()).map(([others, isQuotaOfPlans]) => {
      const config = { ...parts, ...others }
      const { limit: _, ...quota } = config.quotas[QUOTA]!
      // The number may be left to the plans if one has one.
      return isQuotaOfPlans && hasQuota(config.plans)
        ? { ...config, quotas: { [QUOTA]: quota } }
        : config
    })
  })
