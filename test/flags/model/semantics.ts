// What each operation gives, as docs/flags.md has it, written down in plain JavaScript. The engine is compared with this,
// and this with what others compute (model.ts).
import type { Json } from '../rules.ts'

/** The evaluation ends with an error. */
export class Failed extends Error {}

export function fail(why: string): never {
  throw new Failed(why)
}

export type JsonObject = { [name: string]: Json }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An array or an object: what equals only itself. */
export function isReference(value: Json): value is Json[] | JsonObject {
  return typeof value === 'object' && value !== null
}

export function isEmptyObject(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0
}

export function isTruthy(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0
  return isObject(value) ? !isEmptyObject(value) : Boolean(value)
}

/** NaN where there is none. */
export function numberOf(value: Json): number {
  return typeof value === 'object' && value !== null ? Number.NaN : Number(value)
}

export function textOf(value: Json): string {
  return value === null ? '' : String(value)
}

/** `a.b` is two names, `a\.b` one, `.` alone one that is empty, and the empty path none. */
export function namesOf(path: string): string[] {
  if (path === '') return []
  const names: string[] = []
  let name = ''
  for (let index = 0; index < path.length; index++) {
    const escaped = path[index] === '\\' && /[.\\/]/.test(path[index + 1] ?? '')
    if (escaped) name += path[++index]
    else if (path[index] === '.') names.push(name)
    else name += path[index]
    if (!escaped && path[index] === '.') name = ''
  }
  return names.length === path.length ? names : [...names, name]
}

/** A property of its own, an item, a character, or a length. */
export function ownProperty(value: Json, name: string): Json | undefined {
  if (typeof value === 'string' || Array.isArray(value)) {
    if (name === 'length') return value.length
    const item = /^(?:0|[1-9]\d{0,8})$/.test(name) ? value[Number(name)] : undefined
    return typeof item === 'string' && !item.isWellFormed() ? undefined : item
  }
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** As JavaScript has it: what is inherited too, and half characters. */
export function anyProperty(value: Json, name: string): Json | undefined {
  return (value as JsonObject)[name]
}

/** What the path leads to; undefined for nothing. `strict`: what is falsy has no properties. */
export function follow(
  value: Json,
  names: readonly string[],
  property: typeof ownProperty,
  strict = false,
): Json | undefined {
  let at: Json | undefined = value
  for (const name of names) {
    if (at === null || at === undefined || (strict && !at)) return undefined
    at = property(at, name)
  }
  return at
}

function relate(operator: string, left: number | string, right: number | string): boolean {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    default:
      return left >= right
  }
}

export function compare(operator: string, left: Json, right: Json): boolean {
  if (operator === '===') return left === right
  if (operator === '!==') return left !== right
  if (typeof left === 'string' && typeof right === 'string') return relate(operator, left, right)
  const isText = typeof left === 'string' || typeof right === 'string'
  if (isText && (left === null || right === null)) {
    if (operator === '==' || operator === '!=') return operator === '!='
    return relate(operator, numberOf(left), numberOf(right))
  }
  const [a, b] = [numberOf(left), numberOf(right)]
  if (Number.isNaN(a) || Number.isNaN(b)) fail('nothing to compare')
  // Both null and every zero are 0.
  return relate(operator, a, b)
}

export function contains(item: Json, container: Json): boolean {
  if (Array.isArray(container)) return container.includes(item)
  if (!container) return false
  if (typeof container !== 'string') fail('nothing can be in it')
  return container.includes(String(item))
}

export function arithmetic(operator: string, values: readonly Json[]): number {
  if (operator === 'min' || operator === 'max') {
    if (values.length === 0 || values.some(value => typeof value !== 'number')) fail('not numbers')
    return Math[operator](...(values as number[]))
  }
  const numbers = values.map(numberOf)
  const [first, ...rest] = numbers
  let result: number
  if (operator === '+') result = numbers.reduce((sum, value) => sum + value, 0)
  else if (operator === '*') result = numbers.reduce((product, value) => product * value, 1)
  else if (first === undefined) fail('no operands')
  else if (operator === '-') {
    result = rest.length === 0 ? -first : rest.reduce((left, right) => left - right, first)
  } else if (operator === '/') {
    const divisors = rest.length === 0 ? numbers : rest
    if (divisors.includes(0)) fail('division by zero')
    result = divisors.reduce((left, right) => left / right, rest.length === 0 ? 1 : first)
  } else {
    if (rest.length === 0) fail('one operand')
    result = rest.reduce((left, right) => left % right, first)
  }
  return Number.isNaN(result) ? fail('no number') : result
}

function toInteger(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(value)
}

export function substr(text: Json, from: Json, length: Json | undefined): string {
  if (typeof text !== 'string') fail('no text')
  const rest = text.slice(toInteger(numberOf(from)))
  let found = rest
  if (length !== undefined) {
    const count = numberOf(length)
    // A negative length counts from the end of what is left.
    found = rest.slice(0, Math.max(0, toInteger(count < 0 ? rest.length + count : count)))
  }
  return found.isWellFormed() ? found : fail('half a character')
}

const VERSION =
  /^[vV]?v?(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*))*))?(?:\+[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?$/

function versionOf(value: Json): { numbers: number[]; tags: string[] } | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const partial = /^[vV]?(\d{1,16})(?:\.(\d{1,16}))?$/.exec(String(value))
  const found = partial ?? VERSION.exec(String(value))
  if (!found) return undefined
  const numbers = [1, 2, 3].map(index => Number((partial && index === 3 ? '0' : found[index]) ?? 0))
  if (!numbers.every(Number.isSafeInteger)) return undefined
  return { numbers, tags: partial ? [] : (found[4]?.split('.') ?? []) }
}

function compareTags(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]]
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    if (a === b) continue
    const [isNumber, otherIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)]
    if (isNumber && otherIsNumber) return Number(a) - Number(b)
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1
    return a < b ? -1 : 1
  }
  return 0
}

export function semVer(left: Json, relation: string, right: Json): boolean | null {
  const [a, b] = [versionOf(left), versionOf(right)]
  if (a === undefined || b === undefined) return null
  const [major, minor, patch] = a.numbers.map((number, index) => number - b.numbers[index]!)
  if (relation === '^') return major === 0
  if (relation === '~') return major === 0 && minor === 0
  const order = major || minor || patch || compareTags(a.tags, b.tags)
  return relate(relation === '=' ? '==' : relation, order, 0)
}
