// YAML 1.2 with the core schema, read into plain JSON. The `yaml` package parses; the values are
// taken from its nodes here, because here keys can be any word, duplicates are found in linear
// time and aliases are counted.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { Position, Problem } from '../problems.ts'
import { aliasValuesMax, nestingMax, valuesMax } from './bounds.ts'
import { duplicateKey } from './json.ts'
import { LineIndex } from './lines.ts'
import { tooDeep, tooLarge } from './plain.ts'
import type { JsonObject, JsonValue, Path, SourceDocument } from './types.ts'
import { emptyRecord } from './types.ts'

/** Reads a YAML text; every syntax error is a problem with its line and column. */
export function parseYaml(text: string, file: string): SourceDocument {
  const lines = new LineIndex(text)
  let document: Document.Parsed<ParsedNode>
  try {
    document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false, // no dates, no binary, no sets: nothing that JSON cannot say
      stringKeys: true,
      uniqueKeys: false, // quadratic there; found below
      prettyErrors: false,
      logLevel: 'error', // 'silent' would also hide a second document
    })
  } catch (error) {
    // The parser recurses: a text of brackets ends its stack.
    const problem = error instanceof RangeError ? tooDeep([]) : syntaxProblem(String(error))
    problem.position = lines.position(file, 0)
    return { value: undefined, problems: [problem], locate: () => undefined }
  }
  const problems: Problem[] = [...document.errors, ...document.warnings].map(error => ({
    ...problemOf(error),
    position: lines.position(file, error.pos[0]),
  }))
  const reader = new YamlReader(file, lines)
  if (problems.some(problem => problem.severity === 'error') || document.contents === null) {
    return { value: undefined, problems, locate: () => undefined }
  }
  const root = document.contents
  const read = reader.read(root)
  problems.push(...reader.problems)
  // A value with holes would give problems that are none; one with a duplicate key has no holes.
  const isWhole = reader.problems.every(problem => problem.code === 'KEY_DUPLICATE')
  const value = isWhole ? read : undefined
  return { value, problems, locate: (path, part) => reader.locate(root, path, part) }
}

function syntaxProblem(message: string): Problem {
  return { severity: 'error', code: 'YAML_SYNTAX', message, path: [] }
}

function problemOf(error: YAMLError): Problem {
  if (error.code === 'MULTIPLE_DOCS') {
    const message = 'a config file holds one YAML document'
    const found = 'a second document'
    return { severity: 'error', code: 'YAML_DOCUMENTS', message, path: [], found }
  }
  if (error.code === 'TAG_RESOLVE_FAILED') {
    const expected = 'no tag, or one of the YAML core schema'
    const message = lowerFirst(error.message)
    return { severity: 'error', code: 'YAML_TAG_UNKNOWN', message, path: [], expected }
  }
  const isKey = error.code === 'NON_STRING_KEY'
  const problem = syntaxProblem(isKey ? 'a key must be a text' : lowerFirst(error.message))
  return error.name === 'YAMLWarning' ? { ...problem, severity: 'warning' } : problem
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

class YamlReader {
  problems: Problem[] = []
  readonly #file: string
  readonly #lines: LineIndex
  readonly #anchors = new Map<string, Node>()
  readonly #targets = new Map<Node, Node>()
  readonly #open = new Set<Node>()
  // filled by `locate`: a search in each map would be quadratic in the flags that have problems
  readonly #pairs = new Map<YAMLMap, Map<string, Pair>>()
  readonly #path: (string | number)[] = []
  #valueCount = 0
  #aliasValueCount = 0
  #aliasDepth = 0

  constructor(file: string, lines: LineIndex) {
    this.#file = file
    this.#lines = lines
  }

  read(node: Node | null): JsonValue {
    if (node === null) return null
    this.#valueCount++
    if (this.#aliasDepth > 0) this.#aliasValueCount++
    if (this.#valueCount > valuesMax) return this.#once(tooLarge(), node)
    if (this.#aliasValueCount > aliasValuesMax) return this.#once(tooManyAliases(), node)
    if (isAlias(node)) return this.#readAlias(node)
    // Inside an alias the anchors are those of the first reading.
    if (node.anchor !== undefined && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node)
    if (isScalar(node)) return this.#readScalar(node, node.value)
    if (this.#path.length >= nestingMax) return this.#once(tooDeep(this.#path.slice(0, 8)), node)
    this.#open.add(node)
    const value = isMap(node)
      ? this.#readMap(node)
      : isSeq(node)
        ? this.#readList(node.items)
        : null
    this.#open.delete(node)
    return value
  }

  #readAlias(alias: Node & { source: string }): JsonValue {
    const target = this.#targets.get(alias) ?? this.#anchors.get(alias.source)
    if (target === undefined || this.#open.has(target)) {
      const what = target === undefined ? 'has no anchor' : 'stands for itself'
      const message = `the alias '*${alias.source}' ${what}`
      const expected = `'&${alias.source}' before it`
      const path = [...this.#path]
      return this.#report({ severity: 'error', code: 'YAML_ALIAS', message, path, expected }, alias)
    }
    this.#targets.set(alias, target)
    this.#aliasDepth++
    const value = this.read(target)
    this.#aliasDepth--
    return value
  }

  #readScalar(node: Node, value: unknown): JsonValue {
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (value === null || value === undefined) return null
    const words = { message: 'a number must be finite', expected: 'a number', found: String(value) }
    const path = [...this.#path]
    return this.#report({ severity: 'error', code: 'NUMBER_NOT_FINITE', path, ...words }, node)
  }

  #readList(items: readonly unknown[]): JsonValue[] {
    return items.map((item, index) => {
      this.#path.push(index)
      const value = this.read(asNode(item))
      this.#path.pop()
      return value
    })
  }

  #readMap(map: YAMLMap): JsonValue {
    const value: JsonObject = emptyRecord()
    const keys = new Map<string, Node>()
    for (const pair of map.items) {
      const keyNode = asNode(pair.key)
      const key = keyOf(keyNode)
      this.#path.push(key)
      if (keyNode !== null) this.#checkKey(key, keyNode, keys)
      value[key] = this.read(asNode(pair.value))
      this.#path.pop()
    }
    return value
  }

  #checkKey(key: string, node: Node, keys: Map<string, Node>): void {
    const path = [...this.#path]
    const first = keys.get(key)
    if (first !== undefined && this.#aliasDepth === 0) {
      this.problems.push(duplicateKey(path, this.#position(node), this.#position(first)))
    }
    keys.set(key, node)
    if (key !== '<<' || !isScalar(node) || node.type !== 'PLAIN') return
    const message = "merge keys ('<<') are YAML 1.1, and this file is read as YAML 1.2"
    const expected = 'the properties written out, or an alias for the whole value'
    this.#report({ severity: 'error', code: 'YAML_MERGE_KEY', message, path, expected }, node)
  }

  /** The position of the value at a path below `root`, or of its nearest ancestor. */
  locate(root: Node, path: Path, part: 'key' | 'value'): Position {
    let node: Node | null = root
    let mark: Node = root
    for (const [depth, step] of path.entries()) {
      if (node !== null && isAlias(node)) node = this.#targets.get(node) ?? null
      const { key, value } = this.#childOf(node, step)
      const asked = depth === path.length - 1 ? part : 'value'
      const next: Node | null = asked === 'key' ? (key ?? value) : (value ?? key)
      if (next === null) break
      mark = next
      node = value
    }
    return this.#position(mark)
  }

  #childOf(node: Node | null, step: string | number): { key: Node | null; value: Node | null } {
    if (isSeq(node) && typeof step === 'number') {
      return { key: null, value: asNode(node.items[step]) }
    }
    if (!isMap(node)) return { key: null, value: null }
    let pairs = this.#pairs.get(node)
    if (pairs === undefined) {
      pairs = new Map(node.items.map(pair => [keyOf(asNode(pair.key)), pair]))
      this.#pairs.set(node, pairs)
    }
    const pair = pairs.get(String(step))
    return { key: asNode(pair?.key), value: asNode(pair?.value) }
  }

  #position(node: Node): Position {
    return this.#lines.position(this.#file, node.range?.[0] ?? 0)
  }

  #report(problem: Problem, node: Node): null {
    this.problems.push({ ...problem, position: this.#position(node) })
    return null
  }

  #once(problem: Problem, node: Node): null {
    if (this.problems.some(({ code }) => code === problem.code)) return null
    return this.#report(problem, node)
  }
}

function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null
}

function keyOf(node: Node | null): string {
  return isScalar(node) ? String(node.value ?? '') : ''
}

function tooManyAliases(): Problem {
  const message = 'the aliases stand for too many values'
  const expected = `at most ${aliasValuesMax} values`
  return { severity: 'error', code: 'YAML_ALIASES', message, path: [], expected }
}
