// What tenants and keys refer to that are not written in the config: those of files, and those that callers set while a
// config is live. The same checks as for those that are.
import type { Problem } from '../problems.ts'
import { referKey, referTenant } from './check-entities.ts'
import { problemsOf } from './faults.ts'
import type { Config, JsonObject, KeyDefinition, Path, TenantDefinition } from './types.ts'
import type { World } from './world.ts'

/** Says what is wrong with references, as problems without positions. */
export interface EntityChecker {
  /** The plans, features, limits and quotas that a tenant names. */
  tenant(definition: TenantDefinition, path: Path): Problem[]
  /** The roles that a key names, as warnings. Its tenant is not looked for. */
  key(definition: KeyDefinition, path: Path): Problem[]
}

/** Checks references into a config without errors. Each costs a microsecond or two, where nothing is wrong. */
export function entityChecker(config: Config): EntityChecker {
  const world = worldOfConfig(config)
  return {
    tenant: (definition, path) => problemsOf([...referTenant(definition, path, world)]),
    key: (definition, path) => problemsOf([...referKey(definition, path, world)]),
  }
}

function worldOfConfig({ flags, features, limits, plans, roles }: Config): World {
  // The overrides of a limit are those of tenants in the config too, which a caller may set anew.
  const withoutOverrides = Object.entries(limits).map(([name, { overrides: _, ...limit }]) => {
    return [name, limit as JsonObject] as const
  })
  return {
    flags: new Map(Object.keys(flags).map(name => [name, undefined])),
    features: new Map(Object.entries(features)),
    limits: new Map(withoutOverrides),
    plans: new Set(Object.keys(plans)),
    roles: new Set(Object.keys(roles)),
    tenants: undefined,
    where: path => path.join('.'),
  }
}
