// Values and attributes in words, short enough for a line.
import { REACH_DEEP, REACH_MAX, REACH_WHOLE } from '../../assembly/shared/ruleset.ts'
import type { JsonValue } from '../config/types.ts'

/** Characters of a text, items of an array and properties of an object that are written out. */
const TEXT_MAX = 60
const ITEMS_MAX = 12
/** Characters of a clause. */
const CLAUSE_MAX = 400

/** A value as JSON has it, cut where it is long. `from: 'end'` keeps the last characters of a text. */
export function valueText(value: JsonValue, from: 'start' | 'end' = 'start'): string {
  if (typeof value === 'string') return quote(value, from)
  if (Array.isArray(value)) return `[${listText(value.map(item => valueText(item)))}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value)
  if (isUnread(value)) return '{…}'
  if (entries.length === 0) return '{}'
  return `{ ${listText(entries.map(([key, item]) => `${key}: ${valueText(item)}`))} }`
}

function quote(text: string, from: 'start' | 'end'): string {
  if (text.length <= TEXT_MAX || from === 'start') return JSON.stringify(cut(text, TEXT_MAX))
  return JSON.stringify(`…${text.slice(-TEXT_MAX).replace(/^[\udc00-\udfff]/, '')}`)
}

/** A text of at most so many characters, and the sign that more would follow. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  // A pair of surrogates is not cut in half.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function listText(items: readonly string[]): string {
  if (items.length <= ITEMS_MAX) return items.join(', ')
  return `${items.slice(0, ITEMS_MAX - 1).join(', ')}, … ${items.length - ITEMS_MAX + 1} more`
}

/** `1 item`, `2 items`. */
export function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`
}

/** A number that need not be exact: 4 digits behind the point. */
export function roundText(number: number): string {
  return String(Math.round(number * 10_000) / 10_000)
}

/** A clause, cut where it is too long to be read. */
export function clauseText(text: string): string {
  return cut(text, CLAUSE_MAX)
}

/** An object whose properties were not encoded, as `readValue` gives it. */
export function isUnread(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return keys.length === 1 && keys[0] === '…' && value['…'] === null
}

/** A path into the context as a `var` would have it. */
export function attributePath(segments: readonly string[]): string {
  // A path of dots alone has nothing behind the last one.
  if (segments.every(segment => segment === '')) return '.'.repeat(segments.length)
  return segments.map(segment => segment.replaceAll(/[\\.]/g, '\\$&')).join('.')
}

/** How much of an attribute was read; undefined if nothing can be missing from `value`. */
export function partRead(value: JsonValue, reach: number): string | undefined {
  if (isUnread(value)) return 'only whether it has properties'
  if (typeof value !== 'string' || reach === REACH_WHOLE || reach === REACH_DEEP) return undefined
  const units = reach & REACH_MAX
  // One unit more where the reach would have ended inside a pair of surrogates.
  if (value.length < units) return undefined
  const end = reach > REACH_DEEP ? 'last' : 'first'
  return units === 1 ? `${end} character` : `${end} ${units} characters`
}

/** Whether a rule takes the value for true. */
export function isTruthy(value: JsonValue): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}

/** The value as JSON can hold it. */
export function plain(value: JsonValue): JsonValue {
  if (typeof value === 'number') {
    // -0 is 0 to every operator.
    return Number.isFinite(value) ? value + 0 : String(value)
  }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}
