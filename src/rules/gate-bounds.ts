// What gates can hold, checked before they are compiled: the answer in the lane has so many slots, a permission set so many
// bits.
import { GATE_FEATURE_MAX, GATE_FLAG_MAX } from '../../assembly/shared/gate.ts'
import { PERMISSION_MAX } from '../../assembly/shared/identity.ts'
import type { Config, Path } from '../config/types.ts'
import { type PermissionExpression, parsePermission } from '../identity/permission.ts'
import type { Problem } from '../problems.ts'

/** Variants that a flag can have which hides a feature: a bit for each. */
const VARIANT_MAX = 64

export function checkGates(config: Config): Problem[] {
  const problems: Problem[] = []
  const bound = (what: string, count: number, most: number, path: Path) => {
    if (count <= most) return
    const message = `${what}: there can be ${most}`
    problems.push({
      severity: 'error',
      code: 'GATE_TOO_LARGE',
      message,
      path,
      expected: `at most ${most}`,
      found: String(count),
    })
  }
  const required = new Set<string>()
  for (const [name, gate] of Object.entries(config.gates)) {
    const path = ['gates', name]
    const features = new Set([...gate.entitlement, ...gate.features])
    bound('the gate names too many features', features.size, GATE_FEATURE_MAX, path)
    bound('the gate names too many flags', new Set(gate.flags).size, GATE_FLAG_MAX, path)
    const parsed = gate.permission === undefined ? undefined : parsePermission(gate.permission)
    if (parsed !== undefined && 'expression' in parsed) collect(parsed.expression, required)
  }
  bound('gates require too many different permissions', required.size, PERMISSION_MAX, ['gates'])
  for (const [name, { flag }] of Object.entries(config.features)) {
    const variants = flag === undefined ? undefined : config.flags[flag]?.variants
    const count = Object.keys(variants ?? {}).length
    bound('the flag of the feature has too many variants', count, VARIANT_MAX, ['features', name])
  }
  return problems
}

function collect(expression: PermissionExpression, names: Set<string>): void {
  if (expression.kind === 'permission') names.add(expression.name)
  else for (const part of expression.parts) collect(part, names)
}
