// Plans: that what they give is there to be given, and of the right kind. Numbers of limits are the limit's own business,
// and checked as if they stood there.
import { referValues } from './check-features.ts'
import { checkNumbers } from './check-limits.ts'
import { type Finding, finding } from './finding.ts'
import { isObject, type JsonObject, type JsonValue, type Path } from './types.ts'
import { quote } from './words.ts'
import { saidTwice, unknown, type World } from './world.ts'

/** What plans refer to. */
export function* referPlans(plans: JsonValue | undefined, world: World): Generator<Finding> {
  if (!isObject(plans)) return
  for (const [name, plan] of Object.entries(plans)) {
    if (!isObject(plan)) continue
    const path: Path = ['plans', name]
    const values = isObject(plan.features) ? Object.entries(plan.features) : []
    yield* referValues(values, [...path, 'features'], world)
    for (const section of ['limits', 'quotas'] as const) {
      const given = plan[section]
      if (!isObject(given)) continue
      for (const [limit, numbers] of Object.entries(given)) {
        const at = [...path, section, limit]
        const other = plan[section === 'limits' ? 'quotas' : 'limits']
        if (section === 'quotas' && isObject(other) && limit in other) {
          const first = world.where([...path, 'limits', limit])
          yield saidTwice(`the plan gives '${limit}' twice`, at, first)
        }
        yield* referNumbers(limit, numbers, at, section, world, name)
      }
    }
  }
}

function* referNumbers(
  name: string,
  numbers: JsonValue,
  path: Path,
  section: 'limits' | 'quotas',
  world: World,
  plan: string,
): Generator<Finding> {
  const limit = yield* referLimit(name, path, section, world, 'key')
  if (limit === undefined) return
  if (isObject(limit.plans) && plan in limit.plans) {
    const message = `'${name}' has numbers for plan '${plan}' of its own`
    yield saidTwice(message, path, world.where(['limits', name, 'plans', plan]))
    return
  }
  if (numbers === 0) return
  if (numbers !== 'unlimited') {
    yield* checkNumbers(limit, numbers, path)
    return
  }
  if (limit.algorithm === 'quota' || limit.algorithm === 'concurrency') return
  const message = `'${name}' is a rate, which cannot be unlimited`
  const expected = 'a rate such as 1000000/s'
  yield finding('PLAN_RATE_UNLIMITED', message, path, expected, '"unlimited"')
}

/** The limit or quota of that name, if it is there, is what the section says, and has no errors. */
export function* referLimit(
  name: string,
  path: Path,
  section: 'limits' | 'quotas',
  { limits }: World,
  part: 'key' | 'value',
): Generator<Finding, JsonObject | undefined> {
  const limit = limits.get(name)
  const isQuota = section === 'quotas'
  if (!limits.has(name)) {
    if (name === '') return undefined
    const isListed = (each: [string, JsonObject | undefined]) =>
      !isQuota || each[1]?.algorithm === 'quota'
    const known = [...limits].filter(isListed).map(([other]) => other)
    const [code, noun] = isQuota ? ['QUOTA_UNKNOWN', 'quota'] : ['LIMIT_UNKNOWN', 'limit']
    yield unknown(code, noun, name, path, known, part)
    return undefined
  }
  if (isQuota && limit !== undefined && limit.algorithm !== 'quota') {
    const message = `'${name}' is a limit and not a quota: name it under limits`
    yield finding('QUOTA_UNKNOWN', message, path, 'the name of a quota', quote(name), part)
    return undefined
  }
  return limit
}
