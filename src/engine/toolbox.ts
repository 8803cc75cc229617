// The evaluators outside an engine: hashing for the compiler, and verification of bytes that are not to go live. One
// private memory, replaced by a larger one when something does not fit.
import { PAGE_BYTES } from '../../assembly/shared/layout.ts'
import { VERIFY_OK } from '../../assembly/shared/outcome.ts'
import { HEADER_CHECKSUM } from '../../assembly/shared/ruleset.ts'
import type { Hasher } from '../rules/pool.ts'
import type { Build, Evaluators } from './wasm.ts'
import { createMemory, hasWebAssembly, instantiateBuild, prepareBuild } from './wasm.ts'

/** What the evaluators write nothing below. */
const BUFFER = PAGE_BYTES
const encoder = new TextEncoder()
/** A seed, a hash, and what aligning them takes. */
const SEED_ROOM = 32
const PIECE_BYTES = 1 << 20
/** More is given back after use. */
const KEPT_BYTES = 4 * PAGE_BYTES
const LINE_FEED = 0x0a

function countLines(text: Uint8Array): number {
  let count = 1
  for (let at = text.indexOf(LINE_FEED); at >= 0; at = text.indexOf(LINE_FEED, at + 1)) count++
  return count
}

/** Where the line ends that a place is in. */
function lineEnd(text: Uint8Array, place: number): number {
  if (place >= text.length) return text.length
  const end = text.indexOf(LINE_FEED, place)
  return end < 0 ? text.length : end + 1
}

/** What a toolbox runs on: JavaScript only where there is nothing else. */
function toolboxBuild(): Build {
  return hasWebAssembly() ? 'unshared' : 'js'
}

export class Toolbox implements Hasher {
  #evaluators!: Evaluators
  #bytes!: Uint8Array

  /** To be awaited before the first one is made, which fails otherwise on a host without WebAssembly. */
  static prepare(): Promise<void> {
    return prepareBuild(toolboxBuild())
  }

  constructor() {
    this.#resize(PAGE_BYTES)
  }

  #resize(bytes: number): void {
    const pages = Math.ceil((BUFFER + bytes) / PAGE_BYTES)
    const build = toolboxBuild()
    const memory = createMemory(build, pages)
    this.#bytes = new Uint8Array(memory.buffer)
    this.#evaluators = instantiateBuild(build, memory)
  }

  /** Puts the bytes where the evaluators find them, with room for `more` behind them. */
  #load(bytes: Uint8Array, more = 0): void {
    const needed = bytes.length + more
    if (BUFFER + needed > this.#bytes.length) this.#resize(needed)
    this.#bytes.set(bytes, BUFFER)
  }

  /** Gives the memory back that large inputs needed. */
  shrink(): void {
    if (this.#bytes.length > KEPT_BYTES) this.#resize(PAGE_BYTES)
  }

  hash(text: string): number {
    return this.hashBytes(encoder.encode(text))
  }

  hashBytes(bytes: Uint8Array): number {
    this.#load(bytes)
    return this.#evaluators.murmur3(BUFFER, bytes.length) >>> 0
  }

  prefix(text: string): number {
    const bytes = encoder.encode(text)
    this.#load(bytes)
    return this.#evaluators.murmur3Prefix(BUFFER, bytes.length) >>> 0
  }

  hashText(text: Uint8Array, seed: Uint8Array): bigint {
    this.#load(text, SEED_ROOM)
    const { pointer, target } = this.#placeSeed(text.length, seed)
    this.#evaluators.hashText(BUFFER, text.length, pointer, target)
    return new DataView(this.#bytes.buffer).getBigUint64(target, true)
  }

  hashLines(text: Uint8Array, seed: Uint8Array): BigUint64Array {
    const hashes = new BigUint64Array(countLines(text))
    let count = 0
    // In pieces that end with a line, or the memory would have to hold all of a file and its hashes.
    for (let start = 0; start < text.length; ) {
      const end = lineEnd(text, start + PIECE_BYTES)
      const piece = text.subarray(start, end)
      // A line has at least two bytes, its end included.
      this.#load(piece, SEED_ROOM + 4 * piece.length + 16)
      const { pointer, target } = this.#placeSeed(piece.length, seed)
      const found = this.#evaluators.hashLines(BUFFER, piece.length, pointer, target)
      hashes.set(new BigUint64Array(this.#bytes.buffer, target, found), count)
      count += found
      start = end
    }
    return hashes.subarray(0, count)
  }

  #placeSeed(length: number, seed: Uint8Array): { pointer: number; target: number } {
    const pointer = (BUFFER + length + 7) & ~7
    this.#bytes.set(seed, pointer)
    return { pointer, target: pointer + 16 }
  }

  /** Writes the checksum of a ruleset into it. */
  seal(ruleset: Uint8Array): void {
    const behind = HEADER_CHECKSUM + 4
    const checksum = this.hashBytes(ruleset.subarray(behind))
    new DataView(ruleset.buffer, ruleset.byteOffset).setUint32(HEADER_CHECKSUM, checksum, true)
  }

  /** Whether the bytes are a ruleset that may run: 0, or a VERIFY code (assembly/shared/outcome.ts). */
  verify(ruleset: Uint8Array): number {
    this.#load(ruleset)
    return this.#evaluators.verify(BUFFER, ruleset.length)
  }

  /** Whether the bytes may run. */
  accepts(ruleset: Uint8Array): boolean {
    return this.verify(ruleset) === VERIFY_OK
  }
}
