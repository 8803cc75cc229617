// Checks of one object that came from a file of its own, or from a caller at run time. There may be a million, so there
// is no schema here: each check is a comparison where nothing is wrong, and words are found only where something is.
// Nothing here repeats a long text: it may be a secret that somebody put in the wrong place.
import type { Problem } from '../problems.ts'
import { dateForm, parseDate } from './date.ts'
import { type Finding, finding } from './finding.ts'
import { copyPlain } from './plain.ts'
import { didYouMean } from './suggest.ts'
import type { JsonValue, Path } from './types.ts'
import { describeType, listOf, subjectOf } from './words.ts'

/** An object whose properties are still to be checked. */
export type Unchecked = Readonly<Record<string, unknown>>

/** True for an object that is not null and not an array. */
export function isUnchecked(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** No secret is shorter. */
const shownMax = 24
const dateLike = /^[0-9TtZz:.+ -]{1,40}$/
const control = /\p{Cc}/u

/** What is wrong with one object. Paths given to its methods start at the object. */
export class Faults {
  readonly findings: Finding[] = []
  readonly #path: Path
  readonly #subject: string

  /** @param subject how the object itself is called in messages */
  constructor(path: Path, subject: string) {
    this.#path = path
    this.#subject = subject
  }

  add(
    code: string,
    message: string,
    at: Path,
    expected: string,
    found: string,
    part?: 'key',
  ): void {
    this.findings.push(finding(code, message, [...this.#path, ...at], expected, found, part))
  }

  /** A value of the wrong type or out of its range. */
  mustBe(code: string, at: Path, expected: string, value: unknown): void {
    this.add(code, `${this.subject(at)} must be ${expected}`, at, expected, shown(value))
  }

  subject(at: Path): string {
    return at.length === 0 ? this.#subject : subjectOf(at)
  }

  /** True for an object that has only properties that are known. */
  object(value: unknown, known: readonly string[], ...at: Path): value is Unchecked {
    if (!isUnchecked(value)) {
      this.mustBe('SCHEMA_TYPE', at, 'an object', value)
      return false
    }
    for (const name of Object.keys(value)) {
      if (known.includes(name) || value[name] === undefined) continue
      const isShown = name.length <= shownMax
      const word = isShown ? ` '${name}'${didYouMean(name, known)}` : ' with a long name'
      const message = `unknown property${word}`
      const expected = `one of ${known.join(', ')}`
      const path = isShown ? [...at, name] : at
      this.add('SCHEMA_PROPERTY_UNKNOWN', message, path, expected, shown(name), 'key')
    }
    return true
  }

  /** A property that must be there. */
  missing(name: string, ...at: Path): void {
    const message = `${this.subject(at)} lacks '${name}'`
    this.add('SCHEMA_REQUIRED', message, at, `a property '${name}'`, 'an object without it', 'key')
  }

  /** A text of 1 to `bytesMax` bytes without control characters. */
  text(value: unknown, bytesMax: number, ...at: Path): value is string {
    if (typeof value !== 'string') {
      this.mustBe('SCHEMA_TYPE', at, 'a string', value)
      return false
    }
    const isShort = value.length * 3 <= bytesMax || Buffer.byteLength(value) <= bytesMax
    if (value !== '' && isShort && value.isWellFormed() && !control.test(value)) return true
    const form = `1 to ${bytesMax} bytes in UTF-8 without control characters`
    const message = `${this.subject(at)} must be a text of ${form}`
    const found = isShort ? shown(value) : `${Buffer.byteLength(value)} bytes`
    this.add('TEXT_INVALID', message, at, form, found)
    return false
  }

  /** One of some words. */
  word<Word extends string>(value: unknown, words: readonly Word[], ...at: Path): value is Word {
    if (typeof value === 'string' && words.some(word => word === value)) return true
    const isShown = typeof value === 'string' && value.length <= shownMax
    const hint = isShown ? didYouMean(value, words) : ''
    const message = `${this.subject(at)} must be ${listOf(words)}${hint}`
    this.add('SCHEMA_ENUM', message, at, `one of ${words.join(', ')}`, shown(value))
    return false
  }

  /** A date, in Unix ms; undefined where it is none. */
  date(value: unknown, ...at: Path): number | undefined {
    const ms = typeof value === 'string' ? parseDate(value) : undefined
    if (ms === undefined) this.mustBe('DATE_INVALID', at, dateForm, value)
    return ms
  }

  /** A list of at most `countMax` items. */
  list(value: unknown, countMax: number, ...at: Path): value is readonly unknown[] {
    if (!Array.isArray(value)) {
      this.mustBe('SCHEMA_TYPE', at, 'a list', value)
      return false
    }
    if (value.length <= countMax) return true
    const message = `${this.subject(at)} has too many items`
    this.add('SCHEMA_LENGTH', message, at, `at most ${countMax} items`, String(value.length))
    return false
  }

  /** A copy of any value that JSON can say; undefined where it says something else. */
  json(value: unknown, ...at: Path): JsonValue | undefined {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    const { value: copy, problems } = copyPlain(value)
    for (const { code, message, path, expected = 'a JSON value', found = '' } of problems) {
      this.add(code, message, [...at, ...path], expected, found)
    }
    return problems.length === 0 ? copy : undefined
  }
}

/** What somebody else is told of findings that have no positions. */
export function problemsOf(findings: readonly Finding[]): Problem[] {
  return findings.map(({ problem }) => problem)
}

/** A value in few words: a short text as it is, and nothing of a longer one. */
function shown(value: unknown): string {
  if (typeof value === 'string') {
    const isShown = value.length <= shownMax || dateLike.test(value)
    return isShown ? JSON.stringify(value) : `a text of ${value.length} characters`
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === undefined ? 'nothing' : describeType(value)
}
