// How values and types are named in messages.
import type { Path } from './types.ts'

const textLengthMax = 60

/** A value in few words, on one line of at most about 80 characters. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return 'an empty list'
    return value.length === 1 ? 'a list of 1 item' : `a list of ${value.length} items`
  }
  if (typeof value !== 'object' || value === null) return String(value)
  const keys = Object.keys(value)
  if (keys.length === 0) return 'an empty object'
  const shown = keys.slice(0, 3).map(quote).join(', ')
  return clip(`an object with ${shown}${keys.length > 3 ? ', ...' : ''}`, textLengthMax + 20)
}

/** JSON type names as words: `a string or null`. */
export function describeTypes(types: string | readonly string[]): string {
  return listOf([types].flat().map(type => typeWords[type] ?? type))
}

/** The JSON type of a value, in words. */
export function describeType(value: unknown): string {
  if (value === null) return 'null'
  return describeTypes(Array.isArray(value) ? 'array' : typeof value)
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** What stands at a path, for the subject of a sentence: `'rate'`, `item 2 of '=='`. */
export function subjectOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'the config'
  if (typeof last === 'string') return `'${clip(last, textLengthMax)}'`
  const above = path.slice(0, -1)
  return `item ${last + 1} of ${above.length === 0 ? 'the list' : subjectOf(above)}`
}

/** A string as JSON writes it, cut when it is long. */
export function quote(text: string): string {
  return clip(JSON.stringify(text), textLengthMax)
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 3)}...` : text
}

const typeWords: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'a boolean',
  object: 'an object',
  array: 'a list',
  null: 'null',
}
