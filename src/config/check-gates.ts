// Gates: that the permission reads, and that all they name is there. A gate whose parts are missing would let pass what
// it was written to stop.
import { parsePermission } from '../identity/permission.ts'
import { gateLimitsMax } from './bounds.ts'
import { referLimit } from './check-plans.ts'
import { type Finding, finding } from './finding.ts'
import { isObject, type JsonObject, type JsonValue, type Path } from './types.ts'
import { quote, subjectOf } from './words.ts'
import { saidTwice, unknown, type World } from './world.ts'

/** What is wrong in the section `gates`, beyond its schema. */
export function* checkGates(gates: JsonValue | undefined): Generator<Finding> {
  for (const [gate, path] of gatesOf(gates)) {
    const limits = costsOf(gate.limits).length + costsOf(gate.quotas).length
    if (limits > gateLimitsMax) {
      const message = `${subjectOf(path)} has too many limits and quotas`
      const expected = `at most ${gateLimitsMax} together`
      yield finding('GATE_LIMITS_TOO_MANY', message, path, expected, String(limits), 'key')
    }
    if (typeof gate.permission !== 'string' || gate.permission === '') continue
    const parsed = parsePermission(gate.permission)
    if (!('problem' in parsed)) continue
    const { message, offset, expected, found } = parsed.problem
    const place = `at character ${offset + 1}`
    const at = [...path, 'permission']
    yield finding('PERMISSION_INVALID', `${message}, ${place}`, at, expected, found)
  }
}

/** What gates refer to. */
export function* referGates(gates: JsonValue | undefined, world: World): Generator<Finding> {
  for (const [gate, path] of gatesOf(gates)) {
    for (const property of ['entitlement', 'features', 'flags'] as const) {
      const [code, noun, known] =
        property === 'flags'
          ? (['FLAG_UNKNOWN', 'flag', world.flags] as const)
          : (['FEATURE_UNKNOWN', 'feature', world.features] as const)
      for (const [name, at] of namesOf(gate[property], [...path, property])) {
        if (!known.has(name)) yield unknown(code, noun, name, at, known.keys())
      }
    }
    const limits = new Set(costsOf(gate.limits).map(([name]) => name))
    for (const section of ['limits', 'quotas'] as const) {
      const part = Array.isArray(gate[section]) ? 'value' : 'key'
      for (const [name, step] of costsOf(gate[section])) {
        const at = [...path, section, step]
        if (section === 'quotas' && limits.has(name)) {
          yield saidTwice(`the gate takes '${name}' twice`, at, world.where([...path, 'limits']))
        }
        const limit = yield* referLimit(name, at, section, world, part)
        if (limit !== undefined) yield* checkLimit(name, limit, at, part)
      }
    }
  }
}

function* checkLimit(
  name: string,
  limit: JsonObject,
  path: Path,
  part: 'key' | 'value',
): Generator<Finding> {
  if (limit.key === undefined) {
    const message = `'${name}' has no 'key', so the gate cannot tell who takes`
    const expected = "a limit with a 'key' such as tenant.id"
    yield finding('GATE_LIMIT_KEYLESS', message, path, expected, 'a limit without a key', part)
  }
}

/** What the section `credentials` refers to. */
export function* referCredentials(
  section: JsonValue | undefined,
  world: World,
): Generator<Finding> {
  const failures = isObject(section) ? section.failures : undefined
  if (typeof failures !== 'string') return
  const path: Path = ['credentials', 'failures']
  const limit = yield* referLimit(failures, path, 'limits', world, 'value')
  if (limit?.algorithm !== 'concurrency') return
  const message = `'${failures}' has slots, and failures are counted`
  const expected = 'a limit with a rate, or a quota'
  yield finding('CREDENTIALS_LIMIT_SLOTS', message, path, expected, quote(failures))
}

function gatesOf(gates: JsonValue | undefined): [JsonObject, Path][] {
  if (!isObject(gates)) return []
  return Object.entries(gates).flatMap(([name, gate]): [JsonObject, Path][] =>
    isObject(gate) ? [[gate, ['gates', name]]] : [],
  )
}

function namesOf(value: JsonValue | undefined, path: Path): [string, Path][] {
  if (typeof value === 'string') return value === '' ? [] : [[value, path]]
  if (!Array.isArray(value)) return []
  return value.flatMap((name, index): [string, Path][] =>
    typeof name === 'string' && name !== '' ? [[name, [...path, index]]] : [],
  )
}

/** Names with the step of the path to each. */
function costsOf(value: JsonValue | undefined): [string, string | number][] {
  if (isObject(value)) return Object.keys(value).map(name => [name, name])
  if (!Array.isArray(value)) return []
  return value.flatMap((name, index): [string, number][] =>
    typeof name === 'string' ? [[name, index]] : [],
  )
}
