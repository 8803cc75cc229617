// Keys of limits and flags as hashes. The last key of each of 1,024 places is remembered with its hash in the lane:
// a hot key costs a string comparison, which on the same string is one of pointers, instead of encoding and SipHash.
import {
  KEY_BYTES,
  KEY_COUNT,
  KEY_HASH,
  KEY_LIMIT,
  KEY_PENDING,
  KEYS_OFFSET,
} from '../../assembly/shared/layout.ts'
import { SluiceError } from '../errors.ts'
import type { PreparedKey } from '../prepared-key.ts'
import type { Engine } from './engine.ts'
import { TEXT_TOO_LONG, writeText } from './text.ts'

function shortPrint(key: string, length: number): number {
  let print = length
  for (let index = 0; index < length; index++) {
    print = Math.imul(print ^ (key.charCodeAt(index) << 8), 0x9e3779b1)
  }
  return print
}

/** A few characters as a number. The end of a key differs most; the rest only spreads keys that end alike. */
function printOf(key: string, length: number): number {
  if (length < 4) return shortPrint(key, length)
  let print = Math.imul(length ^ (key.charCodeAt(length - 1) << 8), 0x9e3779b1)
  print = Math.imul(print ^ (key.charCodeAt(length - 2) << 8), 0x85ebca6b)
  print ^= key.charCodeAt(length - 3) | (key.charCodeAt(length - 4) << 8)
  return Math.imul(print ^ (key.charCodeAt(length >> 1) << 16), 0xc2b2ae35)
}

export class KeyHashes {
  readonly #engine: Engine
  readonly #start: number
  readonly #end: number
  readonly #keys = new Array<string | undefined>(KEY_COUNT).fill(undefined)
  /** A few characters of each of them, as a number. */
  readonly #prints = new Int32Array(KEY_COUNT)
  /** Of each place whose hash a prepared key wrote, and nobody else since, that key. */
  readonly #prepared = new Array<PreparedKey | undefined>(KEY_COUNT).fill(undefined)
  /** The key asked for last, for callers that ask several limits about it, and its index. */
  #last: string | undefined
  #lastIndex = 0

  constructor(engine: Engine) {
    this.#engine = engine
    this.#start = engine.lane + engine.map.laneKey
    this.#end = this.#start + engine.sizes.keyBytesMax
  }

  /**
   * Index of a limit's key among the lane's. A take or peek with it must follow before any other use of the lane.
   * @throws SluiceError KEY_INVALID
   */
  index(key: string): number {
    if (typeof key !== 'string') throw new SluiceError('KEY_INVALID', 'a key must be a string')
    if (key === this.#last) return this.#lastIndex
    const length = key.length
    const print = printOf(key, length)
    const place = (print >>> 12) & (KEY_COUNT - 1)
    // The print first: the other key's text is a cache miss away.
    if (this.#prints[place] !== print || this.#keys[place] !== key) this.#hash(key, place, print)
    this.#last = key
    this.#lastIndex = place
    return place
  }

  #hash(key: string, place: number, print: number): void {
    if (key.length === 0) throw new SluiceError('KEY_INVALID', 'a key may not be empty')
    const engine = this.#engine
    const length = writeText(engine.u8, engine.i32, key, 0, key.length, this.#start, this.#end)
    if (length === TEXT_TOO_LONG) {
      const bytes = engine.sizes.keyBytesMax
      throw new SluiceError('KEY_INVALID', `a key may have ${bytes} bytes (option keyBytesMax)`)
    }
    if (length < 0) {
      throw new SluiceError('KEY_INVALID', 'a key may not hold a lone surrogate')
    }
    // Hashed by the call that the index is for: a call of its own would cost 10 ns.
    const known = engine.lane + KEYS_OFFSET + place * KEY_BYTES + KEY_LIMIT
    engine.i32[known >> 2] = KEY_PENDING + length
    this.#keys[place] = key
    this.#prints[place] = print
    this.#prepared[place] = undefined
  }

  /** Index of a prepared key among the lane's: at the place that its text would have. */
  preparedIndex(key: PreparedKey): number {
    const { place } = key
    if (this.#prepared[place] !== key) this.#restore(key)
    return place
  }

  #restore(key: PreparedKey): void {
    const { place } = key
    const known = this.#engine.lane + KEYS_OFFSET + place * KEY_BYTES
    // Another key may be remembered as the last one, at this place.
    if (this.#lastIndex === place) this.#last = undefined
    this.#engine.u32[(known + KEY_HASH) >> 2] = key.low
    this.#engine.u32[(known + KEY_HASH + 4) >> 2] = key.high
    this.#engine.u32[(known + KEY_LIMIT) >> 2] = 0
    this.#keys[place] = key.text
    this.#prints[place] = key.print
    this.#prepared[place] = key
  }

  /** What a prepared key has to know of its text. @throws SluiceError KEY_INVALID */
  prepare(text: string): { place: number; print: number; low: number; high: number } {
    const place = this.hashed(text)
    const hash = (this.#engine.lane + KEYS_OFFSET + place * KEY_BYTES + KEY_HASH) >> 2
    const { u32 } = this.#engine
    return { place, print: this.#prints[place]!, low: u32[hash]!, high: u32[hash + 1]! }
  }

  /** As `index`, and its hash stands there: needed where several keys are asked about at once. */
  hashed(key: string): number {
    const engine = this.#engine
    const place = this.index(key)
    const known = engine.lane + KEYS_OFFSET + place * KEY_BYTES
    const pending = engine.u32[(known + KEY_LIMIT) >> 2]!
    if (pending >= KEY_PENDING) engine.evaluators.hashKey(engine.lane, place, pending - KEY_PENDING)
    return place
  }

  /** The low half of the hash of the key at a place. */
  lowHash(place: number): number {
    return this.#engine.i32[(this.#engine.lane + KEYS_OFFSET + place * KEY_BYTES + KEY_HASH) >> 2]!
  }

  /** Copies the hash of the key at a place to an address. */
  copyHash(place: number, target: number): void {
    const { u32, lane } = this.#engine
    const hash = (lane + KEYS_OFFSET + place * KEY_BYTES + KEY_HASH) >> 2
    u32[target >> 2] = u32[hash]!
    u32[(target >> 2) + 1] = u32[hash + 1]!
  }

  /** Nothing in the lane's keys is true any more. */
  forget(): void {
    this.#keys.fill(undefined)
    this.#prepared.fill(undefined)
    this.#last = undefined
  }

  /** murmur3 of a flag's key; undefined for a text that cannot be one. */
  flagHash(key: string): number | undefined {
    const engine = this.#engine
    const length = writeText(engine.u8, engine.i32, key, 0, key.length, this.#start, this.#end)
    return length < 0 ? undefined : engine.evaluators.murmur3(this.#start, length) >>> 0
  }
}
