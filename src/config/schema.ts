// Checks a value against the published schema (schema/sluice.schema.json) and says what is wrong
// in plain words. The schema chooses with if/then where it could say anyOf, so a mistake gives
// one error at its exact place.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { problemsMax } from './bounds.ts'
import { explain } from './explain.ts'
import type { Finding } from './finding.ts'
import { isObject, type JsonValue, type Path } from './types.ts'
import { describeType } from './words.ts'

let validator: ValidateFunction | undefined

/**
 * Everything in which a config, as one file holds it, departs from the schema. Paths are those of
 * the file. That there must be a section at all is left to the caller: a folder needs it in one of
 * its files. Tenants and keys are left to `readInline`, which reads them in files of their own too.
 */
export function validate(whole: JsonValue): Finding[] {
  validator ??= compile()
  const value = withoutEntities(whole)
  if (validator(value)) return []
  const errors = validator.errors ?? []
  const crowded = new Set<string>()
  for (const error of errors) {
    if (error.parentSchema === schema.definitions.rule && error.keyword === 'maxProperties') {
      crowded.add(error.instancePath)
    }
  }
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const error of errors) {
    if (isEcho(error, crowded)) continue
    for (const finding of explain(error, pathOf(error.instancePath, value))) {
      const { code, path, message } = finding.problem
      const identity = JSON.stringify([code, path, message])
      if (seen.has(identity)) continue
      seen.add(identity)
      if (mayBeSecret(path)) finding.problem.found = describeType(error.data)
      findings.push(finding)
      // one more than is shown, so that the caller knows there are more
      if (findings.length > problemsMax) return findings
    }
  }
  return findings
}

function compile(): ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTuples: false, // [result] and [result, weight] are both buckets
    strictRequired: false, // the root says which sections it needs beside its properties
    allowUnionTypes: true,
    ownProperties: true,
    logger: false,
  })
  ajv.addVocabulary(['errorMessage', 'patternErrorMessage'])
  return ajv.compile(schema)
}

function withoutEntities(value: JsonValue): JsonValue {
  if (!isObject(value) || !('tenants' in value || 'keys' in value)) return value
  const { tenants: _, keys: __, ...rest } = value
  return rest
}

// What stands in the place of a key or of the name of a secret may be a secret itself.
function mayBeSecret(path: Path): boolean {
  return path[0] === 'sessions' && (path.includes('secretEnv') || path.includes('keys'))
}

// Errors that only repeat a more precise one: the frame of a failed branch, the branches of an
// anyOf, the names in a rule that has too many of them.
function isEcho(error: ErrorObject, crowded: Set<string>): boolean {
  if (error.keyword === 'if' || error.keyword === 'propertyNames') return true
  if (/\/anyOf\/\d/.test(error.schemaPath)) return true
  return error.keyword === 'additionalProperties' && crowded.has(error.instancePath)
}

// A JSON pointer does not tell the index 0 from the key '0'; the value does.
function pathOf(pointer: string, root: JsonValue): Path {
  const path: (string | number)[] = []
  let value: unknown = root
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(value) ? Number(key) : key)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  return path
}
