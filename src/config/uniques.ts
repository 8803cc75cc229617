// What may be in a config once, and is not the name of a map: the ids and digests of keys, issuers, and settings.

import { formatPath, type Position } from '../problems.ts'
import { type Finding, finding } from './finding.ts'
import type { Origin } from './origins.ts'
import type { IssuerConfig, JsonValue, KeyDefinition, Path, SourceDocument } from './types.ts'
import { quote, subjectOf } from './words.ts'

/** Remembers what was there. */
export class Uniques {
  readonly #ids = new Map<string, Origin>()
  readonly #digests = new Map<string, Origin>()
  readonly #issuers = new Map<string, Origin>()

  /** What of a key another one has already. */
  key({ id, hash }: KeyDefinition, origin: Origin): Finding[] {
    const { path } = origin
    const findings: Finding[] = []
    const sameId = first(this.#ids, id, origin)
    if (sameId !== undefined) {
      const message = `${subjectOf(path)} has the id of another key`
      const found = where(sameId, 'id')
      findings.push(finding('KEY_ID_DUPLICATE', message, [...path, 'id'], 'each id once', found))
    }
    // The hash itself is not repeated.
    const digest = `${hash.algorithm}:${hash.pepper ?? ''}:${hash.digest}`
    const sameDigest = first(this.#digests, digest, origin)
    if (sameDigest !== undefined) {
      const message = `${subjectOf(path)} has the hash of another key: one secret would be two keys`
      const found = where(sameDigest, 'hash')
      const at = [...path, 'hash']
      findings.push(finding('KEY_HASH_DUPLICATE', message, at, 'each hash once', found))
    }
    return findings
  }

  /** Whether the issuer was there already. */
  issuer({ issuer }: IssuerConfig, origin: Origin): Finding[] {
    const same = first(this.#issuers, issuer, origin)
    if (same === undefined) return []
    const message = `there is another issuer ${quote(issuer)}`
    const path = [...origin.path, 'issuer']
    const found = where(same, 'issuer')
    return [finding('ISSUER_DUPLICATE', message, path, 'each issuer once', found)]
  }
}

/** Who had it first; undefined if nobody had it. */
function first(known: Map<string, Origin>, key: string, origin: Origin): Origin | undefined {
  const before = known.get(key)
  if (before === undefined) known.set(key, origin)
  return before
}

function where({ document, path }: Origin, property: string): string {
  const position = document.locate([...path, property], 'value')
  if (position === undefined) return `the same in ${subjectOf(path)}`
  return `the same at ${position.file}:${position.line}:${position.column}`
}

/** Settings hold for everything: two files may say the same, and not one this and one that. */
export class Settings {
  readonly #first = new Map<string, { value: JsonValue; position: Position | undefined }>()

  /** Sets a value, or finds that another one is set. */
  conflict(path: Path, value: string | number, document: SourceDocument): Finding | undefined {
    const name = formatPath(path)
    const first = this.#first.get(name)
    if (first === undefined) {
      this.#first.set(name, { value, position: document.locate(path, 'value') })
      return undefined
    }
    if (first.value === value) return undefined
    const { position } = first
    const at = position && `${position.file}:${position.line}:${position.column}`
    const message = `the files set '${name}' to different values`
    const expected = `${JSON.stringify(first.value)}${at === undefined ? '' : `, as at ${at}`}`
    return finding('SETTING_CONFLICT', message, path, expected, JSON.stringify(value))
  }
}
