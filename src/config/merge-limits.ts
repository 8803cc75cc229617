// Quotas, the numbers of plans and those of tenants become what they are: limits, and the numbers that limits have for
// plans and for keys. The rest of Sluice knows limits only.
import { wholeMax } from './bounds.ts'
import { type Finding, finding } from './finding.ts'
import type { Config, LimitDefinition, LimitNumbers, Path } from './types.ts'
import { emptyRecord } from './types.ts'

const sections = ['limits', 'quotas'] as const
type Property = 'plans' | 'overrides'

/**
 * Puts the numbers of plans and tenants into `config.limits`, and gives each quota that has no limit the smallest one
 * of its plans. Quotas for which there is none are left out, and found.
 */
export function mergeLimits(config: Config): Finding[] {
  const copies = new Map<string, LimitDefinition>()
  const put = (name: string, property: Property, key: string, numbers: LimitNumbers) => {
    const limit = config.limits[name]
    if (limit === undefined) return
    let copy = copies.get(name)
    if (copy === undefined) {
      // What stands in the files stays as it is.
      const { plans, overrides } = limit
      copy = {
        ...limit,
        ...(plans && { plans: Object.assign(emptyRecord(), plans) }),
        ...(overrides && { overrides: Object.assign(emptyRecord(), overrides) }),
      }
      copies.set(name, copy)
      config.limits[name] = copy
    }
    copy[property] ??= emptyRecord()
    copy[property][key] = numbers
  }
  for (const section of sections) {
    for (const [plan, definition] of Object.entries(config.plans)) {
      for (const [name, given] of Object.entries(definition[section])) {
        if (given !== 0) put(name, 'plans', plan, given === 'unlimited' ? wholeMax : given)
      }
    }
    for (const [id, { overrides }] of Object.entries(config.tenants)) {
      for (const [name, numbers] of Object.entries(overrides[section])) {
        put(name, 'overrides', id, numbers)
      }
    }
  }
  return completeQuotas(config)
}

/** Where in the files that stands which is at a path of `config.limits`. */
export function sourceOf(config: Config, path: Path): Path {
  const [, limit = '', property, key = '', ...rest] = path
  for (const section of sections) {
    const given = config.plans[key]?.[section]
    if (property === 'plans' && given !== undefined && limit in given) {
      return ['plans', key, section, limit, ...rest]
    }
    const overrides = config.tenants[key]?.overrides[section]
    if (property === 'overrides' && overrides !== undefined && limit in overrides) {
      return ['tenants', key, 'overrides', section, limit, ...rest]
    }
  }
  return path
}

function completeQuotas(config: Config): Finding[] {
  const findings: Finding[] = []
  for (const [name, limit] of Object.entries(config.limits)) {
    if (limit.algorithm !== 'quota' || limit.limit !== undefined) continue
    const counts = Object.values(limit.plans ?? {}).flatMap(countOf)
    if (counts.length > 0) {
      config.limits[name] = { ...limit, limit: Math.min(...counts), planOnly: true }
      continue
    }
    delete config.limits[name]
    const message = `'${name}' lacks 'limit', and no plan gives one`
    const expected = "a property 'limit', or a number in a plan"
    const path = ['quotas', name]
    findings.push(finding('QUOTA_LIMIT_MISSING', message, path, expected, 'no number', 'key'))
  }
  return findings
}

function countOf(numbers: LimitNumbers): number[] {
  if (typeof numbers === 'number') return [numbers]
  return typeof numbers === 'object' && numbers.limit !== undefined ? [numbers.limit] : []
}
