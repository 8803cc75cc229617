// Turns what a caller handed over, or what JSON.parse returned, into values that are JSON and
// nothing else: objects without prototypes, finite numbers, no cycles, bounded in depth and size.
import type { Problem } from '../problems.ts'
import { nestingMax, valuesMax } from './bounds.ts'
import type { JsonObject, JsonValue, Path } from './types.ts'
import { emptyRecord } from './types.ts'
import { describe } from './words.ts'

/** A copy in plain JSON, with what had to be left out. */
export interface PlainCopy {
  value: JsonValue | undefined
  problems: Problem[]
  /** The properties of all objects together. */
  keyCount: number
}

/**
 * Copies a value. Properties that are undefined are left out, as JSON.stringify does; whatever
 * else JSON cannot say (functions, dates, cycles, NaN) is a problem. May throw what a getter or a
 * proxy in the value throws.
 */
export function copyPlain(value: unknown): PlainCopy {
  const copier = new Copier()
  const copy = copier.copy(value, [])
  return { value: copy, problems: copier.problems, keyCount: copier.keyCount }
}

class Copier {
  problems: Problem[] = []
  keyCount = 0
  #valueCount = 0
  readonly #open = new Set<object>()

  copy(value: unknown, path: (string | number)[]): JsonValue | undefined {
    if (++this.#valueCount > valuesMax) return this.#tooLarge()
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number') {
      if (Number.isFinite(value)) return value
      return this.#refuse('NUMBER_NOT_FINITE', 'a number must be finite', 'a number', value, path)
    }
    if (typeof value !== 'object') {
      return this.#refuse(
        'VALUE_NOT_JSON',
        'JSON has no such value',
        'a JSON value',
        typeof value,
        path,
      )
    }
    if (path.length >= nestingMax) return this.#tooDeep(path)
    if (this.#open.has(value)) {
      return this.#refuse('VALUE_NOT_JSON', 'the value holds itself', 'no cycle', 'a cycle', path)
    }
    this.#open.add(value)
    const copy = Array.isArray(value) ? this.#copyArray(value, path) : this.#copyObject(value, path)
    this.#open.delete(value)
    return copy
  }

  #copyArray(source: readonly unknown[], path: (string | number)[]): JsonValue[] {
    const copy: JsonValue[] = []
    for (let index = 0; index < source.length; index++) {
      path.push(index)
      const item = this.copy(source[index], path)
      path.pop()
      if (item !== undefined) copy.push(item)
    }
    return copy
  }

  #copyObject(source: object, path: (string | number)[]): JsonValue | undefined {
    if (!isPlain(source)) {
      const found = source.constructor?.name ?? 'an object'
      return this.#refuse(
        'VALUE_NOT_JSON',
        'JSON has no such object',
        'a plain object',
        found,
        path,
      )
    }
    const copy: JsonObject = emptyRecord()
    const entries: [string, unknown][] = Object.entries(source)
    this.keyCount += entries.length
    for (const [key, value] of entries) {
      if (value === undefined) continue
      path.push(key)
      const item = this.copy(value, path)
      path.pop()
      if (item !== undefined) copy[key] = item
    }
    return copy
  }

  #tooLarge(): undefined {
    if (this.problems.some(problem => problem.code === 'CONFIG_TOO_LARGE')) return undefined
    this.problems.push(tooLarge())
    return undefined
  }

  #tooDeep(path: Path): undefined {
    this.problems.push(tooDeep(path.slice(0, 8)))
    return undefined
  }

  #refuse(code: string, message: string, expected: string, found: unknown, path: Path): undefined {
    const text = typeof found === 'string' ? found : describe(found)
    const problem = { code, message, expected, found: text, path: [...path] }
    this.problems.push({ severity: 'error', ...problem })
    return undefined
  }
}

/** The problem of more values than `valuesMax`. */
export function tooLarge(): Problem {
  const message = 'the config holds too many values'
  const expected = `at most ${valuesMax} values`
  return { severity: 'error', code: 'CONFIG_TOO_LARGE', message, path: [], expected }
}

/** The problem of deeper nesting than `nestingMax`. */
export function tooDeep(path: Path): Problem {
  const message = 'values are nested too deeply'
  const expected = `at most ${nestingMax} levels`
  return { severity: 'error', code: 'NESTING_TOO_DEEP', message, path, expected }
}

// A prototype without a prototype is Object.prototype, of this realm or of another.
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
