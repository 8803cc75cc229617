// One error of the schema validator, in plain words.
import type { ErrorObject } from 'ajv'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { type Finding, finding } from './finding.ts'
import { didYouMean } from './suggest.ts'
import type { Path } from './types.ts'
import { describe, describeType, describeTypes, listOf, quote, subjectOf } from './words.ts'

/** The operators that a rule may have. */
export const operators: readonly string[] = Object.keys(schema.definitions.rule.properties)

const sections = Object.keys(schema.properties)
/** The sections that rules are in. */
const rules = new Set<string | number | undefined>(['flags', '$evaluators'])

/** What is wrong at `path`: mostly one finding; none where a more precise error says it better. */
export function explain(error: ErrorObject, path: Path): Finding[] {
  const { parentSchema, data } = error
  if (parentSchema === schema.definitions.rule && error.keyword !== 'type') {
    return [explainRule(error, path)]
  }
  switch (error.keyword) {
    case 'type':
    case 'minimum':
    case 'maximum':
      return [explainValue(error, path)]
    case 'enum': {
      // `checkIssuers` says what is wrong with a secret there.
      const isSecret =
        parentSchema === schema.definitions.issuer.properties.keys.items.properties.kty
      if (isSecret && data === 'oct') return []
      const names = error.params.allowedValues.map(String)
      // of numbers the nearest would be the same one without its quotes
      const isText = error.params.allowedValues.every((value: unknown) => typeof value === 'string')
      const hint = isText && typeof data === 'string' ? didYouMean(data, names) : ''
      const message = `${subjectOf(path)} must be ${listOf(names)}${hint}`
      return [finding('SCHEMA_ENUM', message, path, `one of ${names.join(', ')}`, describe(data))]
    }
    case 'pattern':
      // `checkLimits` reads rates itself, and knows more exactly what is wrong; `checkRoles` has a code of its own.
      if (parentSchema === schema.definitions.limit.properties.rate) return []
      if (parentSchema === schema.definitions.permissions.items) return []
      return [
        mustBe('SCHEMA_PATTERN', path, expectationOf(parentSchema?.patternErrorMessage), data),
      ]
    case 'required': {
      const name: string = error.params.missingProperty
      const message = `${subjectOf(path)} lacks '${name}'`
      return [
        finding('SCHEMA_REQUIRED', message, path, `a property '${name}'`, describe(data), 'key'),
      ]
    }
    case 'minItems':
    case 'maxItems':
      return [explainLength(error, path)]
    case 'minProperties':
      return [
        finding(
          'SCHEMA_LENGTH',
          `${subjectOf(path)} is empty`,
          path,
          'at least one',
          describe(data),
        ),
      ]
    // Of sections: a folder is counted as a whole, when all its files are read.
    case 'maxProperties':
      return []
    case 'uniqueItems':
      return [explainTwice(error, path)]
    case 'minLength':
      return [explainEmpty(error, path)]
    case 'maxLength': {
      const expected = `at most ${error.params.limit} characters`
      const message = `${subjectOf(path)} is too long`
      return [
        finding('SCHEMA_LENGTH', message, path, expected, `${String(data).length} characters`),
      ]
    }
    case 'additionalProperties':
      return [explainProperty(error, path)]
    case 'anyOf':
      return parentSchema === schema.definitions.variants ? explainVariants(data, path) : []
    default: {
      const message = `${subjectOf(path)} ${error.message ?? 'is not valid'}`
      return [finding('SCHEMA_INVALID', message, path, undefined, describe(data))]
    }
  }
}

function explainRule(error: ErrorObject, path: Path): Finding {
  if (error.keyword === 'additionalProperties') {
    const name: string = error.params.additionalProperty
    const message = `unknown operator '${name}'${didYouMean(name, operators)}`
    const expected = `one of ${operators.join(', ')}`
    return finding(
      'SCHEMA_OPERATOR_UNKNOWN',
      message,
      [...path, name],
      expected,
      quote(name),
      'key',
    )
  }
  const names = Object.keys(Object(error.data)).slice(0, 5)
  const message = 'a rule must have exactly one operator'
  const found = names.length === 0 ? 'an empty object' : names.map(quote).join(', ')
  return finding('SCHEMA_RULE_SHAPE', message, path, '{"operator": arguments}', found)
}

function explainValue(error: ErrorObject, path: Path): Finding {
  const own = error.parentSchema
  const code = error.keyword === 'type' ? 'SCHEMA_TYPE' : 'SCHEMA_RANGE'
  if (own?.errorMessage) return mustBe(code, path, expectationOf(own.errorMessage), error.data)
  let expected = describeTypes(own?.type)
  if (own?.minimum !== undefined) expected += ` from ${own.minimum} to ${own.maximum}`
  return mustBe(code, path, expected, error.data)
}

function explainLength(error: ErrorObject, path: Path): Finding {
  const least: number = error.parentSchema?.minItems ?? 0
  const most: number | undefined = error.parentSchema?.maxItems
  let count = most === undefined ? `at least ${least}` : `${least} to ${most}`
  if (least === most) count = `exactly ${least}`
  else if (least === 0) count = `at most ${most}`
  else if (most === least + 1) count = `${least} or ${most}`
  // In a rule, a list below a name is the arguments of that operator.
  const isOperator = rules.has(path[0]) && typeof path.at(-1) === 'string'
  const noun = `${isOperator ? 'argument' : 'item'}${count.endsWith(' 1') ? '' : 's'}`
  const message = `${subjectOf(path)} ${isOperator ? 'takes' : 'must have'} ${count} ${noun}`
  const found = Array.isArray(error.data) ? String(error.data.length) : describe(error.data)
  return finding('SCHEMA_LENGTH', message, path, `${count} ${noun}`, found)
}

function explainTwice(error: ErrorObject, path: Path): Finding {
  const { i, j }: { i: number; j: number } = error.params as never
  const at = [...path, Math.max(i, j)]
  const item: unknown = Reflect.get(Object(error.data), Math.max(i, j))
  const message = `${subjectOf(path)} has ${describe(item)} twice`
  return finding('SCHEMA_DUPLICATE', message, at, 'each item once', describe(item))
}

function explainEmpty(error: ErrorObject, path: Path): Finding {
  if (error.propertyName === undefined) {
    return finding('SCHEMA_LENGTH', `${subjectOf(path)} is empty`, path, 'some text', '""')
  }
  const message = `a name in ${subjectOf(path)} is empty`
  return finding('SCHEMA_NAME_EMPTY', message, [...path, ''], 'a name', '""', 'key')
}

function explainProperty(error: ErrorObject, path: Path): Finding {
  const name: string = error.params.additionalProperty
  const isRoot = path.length === 0
  const known = isRoot ? sections : Object.keys(error.parentSchema?.properties ?? {})
  const expected = `one of ${known.join(', ')}`
  const at = [...path, name]
  const code = isRoot ? 'SECTION_UNKNOWN' : 'SCHEMA_PROPERTY_UNKNOWN'
  const message = `unknown ${isRoot ? 'section' : 'property'} '${name}'${didYouMean(name, known)}`
  return finding(code, message, at, expected, quote(name), 'key')
}

// The first variant sets the type; each other type is reported once. A type that no variant may
// have is already reported where it stands.
function explainVariants(data: unknown, path: Path): Finding[] {
  const allowed = ['boolean', 'string', 'number', 'object']
  const typeOf = (value: unknown) => (Array.isArray(value) || value === null ? '' : typeof value)
  const entries = Object.entries(Object(data)).filter(([, value]) =>
    allowed.includes(typeOf(value)),
  )
  const [first, ...others] = entries
  if (first === undefined) return []
  const seen = new Set([typeOf(first[1])])
  const findings: Finding[] = []
  for (const [name, value] of others) {
    if (seen.has(typeOf(value))) continue
    seen.add(typeOf(value))
    const type = describeType(first[1])
    const message = `all variants of a flag must have one type, and '${first[0]}' is ${type}`
    const at = [...path, name]
    findings.push(finding('SCHEMA_VARIANTS_MIXED', message, at, type, describe(value)))
  }
  return findings
}

function mustBe(code: string, path: Path, expected: string, data: unknown): Finding {
  return finding(code, `${subjectOf(path)} must be ${expected}`, path, expected, describe(data))
}

// The schema's messages are sentences for editors: 'Expected a string, or a rule.'
function expectationOf(message: unknown): string {
  return String(message ?? 'something else')
    .replace(/^Expected /, '')
    .replace(/\.$/, '')
}
