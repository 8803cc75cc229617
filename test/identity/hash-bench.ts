// A memory with one of the builds over it, to hash bytes in.
import {
  HMAC_MIDSTATES_BYTES,
  HMAC_SCRATCH_BYTES,
  SHA256_DIGEST_BYTES,
  SHA256_STATE_BYTES,
  SIPHASH_SEED_BYTES,
  SIPHASH128_BYTES,
} from '../../assembly/shared/hash.ts'
import { PAGE_BYTES } from '../../assembly/shared/layout.ts'
import type { Build, Evaluators } from '../../src/engine/wasm.ts'
import { createMemory, instantiateBuild, prepareBuild } from '../../src/engine/wasm.ts'

/** A million bytes and a few. */
const PAGES = 20
/** What the evaluators write nothing below. */
const STATE = PAGE_BYTES
const SCRATCH = STATE + SHA256_STATE_BYTES
const MIDSTATES = SCRATCH + HMAC_SCRATCH_BYTES
const TARGET = MIDSTATES + HMAC_MIDSTATES_BYTES
const SEED = TARGET + SHA256_DIGEST_BYTES
const KEY = SEED + SIPHASH_SEED_BYTES
const MESSAGE = 2 * PAGE_BYTES

/** A hash wants its message at an address of any alignment: `shift` is bytes behind an aligned one. */
export class HashBench {
  readonly #evaluators: Evaluators
  readonly #bytes: Uint8Array
  /** Where keys are put. */
  readonly keyPlace = KEY

  static async open(build: Build): Promise<HashBench> {
    await prepareBuild(build)
    return new HashBench(build)
  }

  private constructor(build: Build) {
    const memory = createMemory(build, PAGES)
    this.#evaluators = instantiateBuild(build, memory)
    this.#bytes = new Uint8Array(memory.buffer)
  }

  /** Puts a message down with bytes around it that must not count. */
  #put(message: Uint8Array, shift: number): number {
    const place = MESSAGE + shift
    this.#bytes.fill(0xa5, place - 16, place)
    this.#bytes.set(message, place)
    this.#bytes.fill(0xa5, place + message.length, place + message.length + 16)
    return place
  }

  #target(length: number): Uint8Array {
    return this.#bytes.slice(TARGET, TARGET + length)
  }

  sha256(message: Uint8Array, shift = 0): Uint8Array {
    const place = this.#put(message, shift)
    this.#evaluators.hashSha256(STATE, place, message.length, TARGET, SCRATCH)
    return this.#target(SHA256_DIGEST_BYTES)
  }

  makeHmac(key: Uint8Array): void {
    this.#bytes.set(key, KEY)
    this.#evaluators.makeHmac(KEY, key.length, MIDSTATES, SCRATCH)
  }

  hmac(key: Uint8Array, message: Uint8Array, shift = 0): Uint8Array {
    this.makeHmac(key)
    const place = this.#put(message, shift)
    this.#evaluators.hashHmac(MIDSTATES, place, message.length, TARGET, SCRATCH)
    return this.#target(SHA256_DIGEST_BYTES)
  }

  crc32(message: Uint8Array, shift = 0): number {
    return this.#evaluators.crc32(this.#put(message, shift), message.length) >>> 0
  }

  siphash128(seed: Uint8Array, message: Uint8Array, shift = 0): Uint8Array {
    this.#bytes.set(seed, SEED)
    const place = this.#put(message, shift)
    this.#evaluators.siphash128(SEED, place, message.length, TARGET)
    return this.#target(SIPHASH128_BYTES)
  }

  keyIdLength(key: Uint8Array): number {
    return this.#evaluators.keyIdLength(this.#put(key, 0), key.length)
  }

  /** Every address of these bytes in the memory below the messages. */
  find(bytes: Uint8Array): number[] {
    const memory = Buffer.from(this.#bytes.slice(0, MESSAGE))
    const places: number[] = []
    for (let at = memory.indexOf(bytes); at >= 0; at = memory.indexOf(bytes, at + 1))
      places.push(at)
    return places
  }
}
