// A strict JSON scanner (RFC 8259) that keeps where everything stands, and says where and why a
// text is not JSON. It is used only when there is something to report; values come from
// JSON.parse.
import { nestingMax } from './bounds.ts'

/** A value's place in the text, as offsets in UTF-16 units. */
export interface JsonNode {
  start: number
  /** Where the key before the value starts; `start` for list items and the root. */
  keyStart: number
  children?: Map<string | number, JsonNode>
}

/** Why a text is not JSON. */
export interface JsonError {
  message: string
  offset: number
  expected?: string
  found?: string
}

/** A key that is there twice in one object. */
export interface JsonDuplicate {
  path: (string | number)[]
  offset: number
  firstOffset: number
}

export interface JsonScan {
  root: JsonNode | undefined
  duplicates: JsonDuplicate[]
  error: JsonError | undefined
}

/**
 * Scans a whole text. With 'tree' for its nodes, or for the error; with 'duplicates' for repeated
 * keys.
 */
export function scanJson(text: string, purpose: 'tree' | 'duplicates'): JsonScan {
  const scanner = new JsonScanner(text, purpose === 'duplicates')
  try {
    const root = scanner.scan()
    return { root, duplicates: scanner.duplicates, error: undefined }
  } catch (error) {
    if (!(error instanceof ScanStop)) throw error
    return { root: undefined, duplicates: scanner.duplicates, error: error.detail }
  }
}

class ScanStop extends Error {
  readonly detail: JsonError
  constructor(detail: JsonError) {
    super(detail.message)
    this.detail = detail
  }
}

class JsonScanner {
  duplicates: JsonDuplicate[] = []
  readonly #text: string
  readonly #keepDuplicates: boolean
  readonly #path: (string | number)[] = []
  #offset = 0

  constructor(text: string, keepDuplicates: boolean) {
    this.#text = text
    this.#keepDuplicates = keepDuplicates
  }

  scan(): JsonNode {
    this.#skipSpace()
    const root = this.#value(this.#offset)
    if (this.#offset < this.#text.length) {
      this.#stop('there is more after the end of the value', 'the end of the file')
    }
    return root
  }

  // Leaves the offset behind the value and the space after it.
  #value(keyStart: number): JsonNode {
    const node: JsonNode = { start: this.#offset, keyStart }
    const char = this.#text[this.#offset]
    if (char === '{' || char === '[') {
      if (this.#path.length >= nestingMax) this.#stop('values are nested too deeply')
      this.#offset++
      node.children = new Map()
      if (char === '{') this.#members(node.children)
      else this.#items(node.children)
    } else if (char === '"') this.#string()
    else this.#literal()
    this.#skipSpace()
    return node
  }

  #members(children: Map<string | number, JsonNode>): void {
    this.#skipSpace()
    if (this.#take('}')) return
    do {
      this.#skipSpace()
      const keyStart = this.#offset
      if (this.#text[keyStart] !== '"') this.#stop('a key must be in double quotes', 'a key')
      const key = this.#string()
      this.#skipSpace()
      if (!this.#take(':')) this.#stop('a colon is missing after the key', "':'")
      this.#skipSpace()
      this.#path.push(key)
      const first = children.get(key)
      if (first !== undefined && this.#keepDuplicates) {
        const path = [...this.#path]
        this.duplicates.push({ path, offset: keyStart, firstOffset: first.keyStart })
      }
      const node = this.#value(keyStart)
      // JSON.parse keeps the last of them, and the place must be of the value that is there.
      children.set(key, node)
      this.#path.pop()
    } while (this.#take(','))
    if (!this.#take('}')) this.#stop('the object does not end here', "',' or '}'")
  }

  #items(children: Map<string | number, JsonNode>): void {
    this.#skipSpace()
    if (this.#take(']')) return
    let index = 0
    do {
      this.#skipSpace()
      this.#path.push(index)
      children.set(index++, this.#value(this.#offset))
      this.#path.pop()
    } while (this.#take(','))
    if (!this.#take(']')) this.#stop('the list does not end here', "',' or ']'")
  }

  #string(): string {
    const start = this.#offset++
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset)
      if (Number.isNaN(code) || code < 0x20)
        this.#stop('the string does not end on its line', "'\"'")
      this.#offset++
      if (code === 0x22) break
      if (code === 0x5c) this.#offset++
    }
    const source = this.#text.slice(start, this.#offset)
    try {
      return JSON.parse(source)
    } catch {
      this.#offset = start
      return this.#stop('the string holds an escape that JSON does not know', 'a JSON string')
    }
  }

  #literal(): void {
    literal.lastIndex = this.#offset
    const match = literal.exec(this.#text)
    if (match === null) this.#stop('no value starts like this', 'a value')
    else this.#offset += match[0].length
  }

  #take(char: string): boolean {
    if (this.#text[this.#offset] !== char) return false
    this.#offset++
    return true
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.#offset++
    }
  }

  #stop(message: string, expected?: string): never {
    const rest = this.#text.slice(this.#offset, this.#offset + 20)
    const word = /^(?:[\w.+-]+|.?)/s.exec(rest)?.[0] ?? ''
    const found = word === '' ? 'the end of the file' : JSON.stringify(word)
    const detail: JsonError = { message, offset: this.#offset, found }
    throw new ScanStop(expected === undefined ? detail : { ...detail, expected })
  }
}

// A word is taken whole, so that `nullx` and `01` are not a value and a rest.
const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
