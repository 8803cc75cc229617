// The evaluators outside an engine: hashing for the compiler, and verification of bytes that are not to go live. One
// private memory, replaced by a larger one when something does not fit.
import { PAGE_BYTES } from '../../assembly/shared/layout.ts'
import { VERIFY_OK } from '../../assembly/shared/outcome.ts'
import { HEADER_CHECKSUM } from '../../assembly/shared/ruleset.ts'
import type { Hasher } from '../rules/pool.ts'
import type { Evaluators } from './wasm.ts'
import { instantiate, loadModule } from './wasm.ts'

/** What the evaluators write nothing below. */
const BUFFER = PAGE_BYTES
const encoder = new TextEncoder()

export class Toolbox implements Hasher {
  #evaluators!: Evaluators
  #bytes!: Uint8Array

  constructor() {
    this.#resize(PAGE_BYTES)
  }

  #resize(bytes: number): void {
    const pages = Math.ceil((BUFFER + bytes) / PAGE_BYTES)
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    this.#bytes = new Uint8Array(memory.buffer)
    this.#evaluators = instantiate(loadModule(false), memory)
  }

  #load(bytes: Uint8Array): void {
    if (BUFFER + bytes.length > this.#bytes.length) this.#resize(bytes.length)
    this.#bytes.set(bytes, BUFFER)
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
