// Features: which properties go with which type, and that whatever gives one a value gives it one of its type.
import { type Finding, finding } from './finding.ts'
import {
  type FeatureDefinition,
  isObject,
  type JsonObject,
  type JsonValue,
  type Path,
} from './types.ts'
import { describe, quote, subjectOf } from './words.ts'
import { unknown, type World, warning } from './world.ts'

const types: readonly string[] = ['boolean', 'gauge', 'config', 'metered']

/** What is wrong in the section `features`, beyond its schema. */
export function checkFeatures(features: JsonValue | undefined): Finding[] {
  if (!isObject(features)) return []
  return Object.entries(features).flatMap(([name, feature]) =>
    isObject(feature) ? [...checkFeature(feature, ['features', name])] : [],
  )
}

function* checkFeature(feature: JsonObject, path: Path): Generator<Finding> {
  const { type, addOns } = feature
  // Where the type is not known, nobody can tell what the rest should be.
  if (typeof type !== 'string' || !types.includes(type)) return
  const isMetered = type === 'metered'
  if (isMetered && feature.quota === undefined) {
    const message = `${subjectOf(path)} lacks 'quota', needed by metered features`
    const found = describe(feature)
    yield finding('FEATURE_PROPERTY_MISSING', message, path, "a property 'quota'", found, 'key')
  }
  const unused = isMetered ? ['default', 'addOns'] : ['quota']
  for (const name of unused) {
    if (feature[name] === undefined) continue
    const owners = isMetered ? 'boolean, gauge or config' : 'metered'
    const message = `'${name}' belongs to features of type ${owners}, and not to ${type}`
    const expected = isMetered ? 'the value of the quota' : 'no quota'
    yield finding('FEATURE_PROPERTY_UNUSED', message, [...path, name], expected, quote(name), 'key')
  }
  if (type === 'boolean' && (addOns === 'sum' || addOns === 'max')) {
    const message = `'addOns: ${addOns}' is for numbers, and the feature is boolean`
    const at = [...path, 'addOns']
    yield finding('FEATURE_PROPERTY_UNUSED', message, at, 'replace', quote(addOns))
  }
  if (feature.default !== undefined && !isMetered) {
    const definition = feature as unknown as FeatureDefinition
    yield* checkValue(definition, feature.default, [...path, 'default'])
  }
}

/** What features refer to. */
export function* referFeatures(features: JsonValue | undefined, world: World): Generator<Finding> {
  if (!isObject(features)) return
  for (const [name, feature] of Object.entries(features)) {
    if (!isObject(feature)) continue
    const { flag, quota } = feature
    if (typeof flag === 'string') yield* referFlag(flag, ['features', name, 'flag'], world)
    if (typeof quota === 'string' && quota !== '' && !world.limits.has(quota)) {
      const path = ['features', name, 'quota']
      yield unknown('QUOTA_UNKNOWN', 'quota or limit', quota, path, world.limits.keys())
    }
  }
}

function* referFlag(flag: string, path: Path, { flags }: World): Generator<Finding> {
  if (flag !== '' && !flags.has(flag)) {
    yield unknown('FLAG_UNKNOWN', 'flag', flag, path, flags.keys())
    return
  }
  const variants = flags.get(flag)?.variants
  const values = isObject(variants) ? Object.values(variants) : [true]
  if (values.some(value => value === true)) return
  const message = `the flag '${flag}' is never true, so the feature is always hidden`
  const expected = 'a flag with a variant that is true'
  yield warning(finding('FEATURE_FLAG_TYPE', message, path, expected, quote(flag)))
}

/** The values that something gives to features, by name: each to one that exists, and of its type. */
export function* referValues(
  values: Iterable<readonly [string, JsonValue]>,
  path: Path,
  { features }: World,
): Generator<Finding> {
  for (const [name, value] of values) {
    const at = [...path, name]
    const feature = features.get(name)
    if (feature !== undefined) yield* checkValue(feature, value, at)
    else if (name !== '' && !features.has(name)) {
      yield unknown('FEATURE_UNKNOWN', 'feature', name, at, features.keys(), 'key')
    }
  }
}

/** Whether a value is one that the feature can have. */
function* checkValue(
  definition: FeatureDefinition,
  value: JsonValue,
  path: Path,
): Generator<Finding> {
  const expected = mismatch(definition, value)
  if (expected === undefined) return
  const message = `${subjectOf(path)} does not fit the feature, which is ${definition.type}`
  yield finding('FEATURE_VALUE_INVALID', message, path, expected, describe(value))
}

/** What a value of the feature would be, where this is none. */
export function mismatch(
  { type, addOns }: FeatureDefinition,
  value: JsonValue,
): string | undefined {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'gauge':
      return typeof value === 'number' && value >= 0 ? undefined : 'a number of 0 or more'
    case 'metered':
      return 'no value: it is that of the quota, where 0 means that the plan does not have it'
    case 'config': {
      const isCounted = addOns === 'sum' || addOns === 'max'
      return isCounted && typeof value !== 'number' ? `a number, to ${addOns} add-ons` : undefined
    }
  }
}
