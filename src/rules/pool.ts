// The data section of a ruleset under construction: strings, arrays and tables, each once however often it is used.
// It stands first in the ruleset, so the offset of a record is final as soon as it is added.
import {
  FRACTIONAL_BUCKET_BYTES,
  FRACTIONAL_BUCKETS,
  FRACTIONAL_COUNT,
  FRACTIONAL_GENERATION,
  FRACTIONAL_PREFIX_HASH,
  FRACTIONAL_PREFIX_LENGTH,
  FRACTIONAL_PREFIX_TAIL,
  FRACTIONAL_TOTAL,
  HEADER_BYTES,
} from '../../assembly/shared/ruleset.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  STRING_BYTES,
  STRING_LENGTH,
  TAG_BOOLEAN,
  TAG_MISSING,
  TAG_NULL,
  TAG_SHIFT,
  TAG_STRING,
} from '../../assembly/shared/value.ts'
import type { JsonValue } from '../config/types.ts'

/** murmur3 as the evaluators have it: one implementation for compiler and evaluator. */
export interface Hasher {
  /** Hash of the text's UTF-8. */
  hash(text: string): number
  /** State behind the whole 4-byte blocks of the text. */
  prefix(text: string): number
  /** The 64-bit hash of a set's member, keyed with the 16 bytes of the seed. */
  hashText(text: Uint8Array, seed: Uint8Array): bigint
  /** The same of each line that is not empty. Lines end with a line feed, or a carriage return and one. */
  hashLines(text: Uint8Array, seed: Uint8Array): BigUint64Array
}

/** A fractional bucket: its weight, and the index of the constant or variant it yields. */
export interface Bucket {
  weight: number
  index: number
}

const TAG_BITS = BigInt(TAG_SHIFT)
const encoder = new TextEncoder()

export class DataPool {
  #bytes = new Uint8Array(4096)
  #view = new DataView(this.#bytes.buffer)
  #length = 0
  readonly #strings = new Map<string, number>()
  readonly #arrays = new Map<string, number>()
  readonly #constants = new Map<bigint, number>()

  /** Bytes so far, a multiple of 8. */
  get length(): number {
    return this.#length
  }

  /** The 64-bit words of the constants section, in order. */
  get constants(): readonly bigint[] {
    return [...this.#constants.keys()]
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Offset of a new record of zeroes, from the ruleset's first byte. */
  allocate(bytes: number): number {
    const start = this.#length
    this.#length += (bytes + 7) & ~7
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length))
      larger.set(this.#bytes)
      this.#bytes = larger
      this.#view = new DataView(larger.buffer)
    }
    return HEADER_BYTES + start
  }

  /** Writes into a record that `allocate` gave. */
  setUint32(offset: number, value: number): void {
    this.#view.setUint32(offset - HEADER_BYTES, value, true)
  }

  setUint16(offset: number, value: number): void {
    this.#view.setUint16(offset - HEADER_BYTES, value, true)
  }

  setBytes(offset: number, bytes: Uint8Array): void {
    this.#bytes.set(bytes, offset - HEADER_BYTES)
  }

  /** Offset of the string's record. */
  string(text: string): number {
    let offset = this.#strings.get(text)
    if (offset === undefined) {
      const utf8 = encoder.encode(text)
      offset = this.allocate(STRING_BYTES + utf8.length)
      this.setUint32(offset + STRING_LENGTH, utf8.length)
      this.#bytes.set(utf8, offset - HEADER_BYTES + STRING_BYTES)
      this.#strings.set(text, offset)
    }
    return offset
  }

  /** The 64-bit word of a scalar. Arrays and objects, which equal nothing, become missing. */
  word(value: JsonValue): bigint {
    if (value === null) return BigInt(TAG_NULL) << TAG_BITS
    if (typeof value === 'boolean') return (BigInt(TAG_BOOLEAN) << TAG_BITS) | BigInt(value)
    if (typeof value === 'string') {
      return (BigInt(TAG_STRING) << TAG_BITS) | BigInt(this.string(value))
    }
    if (typeof value === 'object') return BigInt(TAG_MISSING) << TAG_BITS
    const bits = new DataView(new ArrayBuffer(8))
    bits.setFloat64(0, value)
    return bits.getBigUint64(0)
  }

  /** Index of the scalar among the constants. */
  constant(value: JsonValue): number {
    const word = this.word(value)
    let index = this.#constants.get(word)
    if (index === undefined) {
      index = this.#constants.size
      this.#constants.set(word, index)
    }
    return index
  }

  /** Offset of the record of an array of literals. */
  array(values: readonly JsonValue[]): number {
    const key = JSON.stringify(values)
    let offset = this.#arrays.get(key)
    if (offset === undefined) {
      const words = values.map(value => this.word(value))
      offset = this.allocate(ARRAY_VALUES + 8 * words.length)
      this.setUint32(offset + ARRAY_COUNT, words.length)
      let position = offset - HEADER_BYTES + ARRAY_VALUES
      for (const word of words) {
        this.#view.setBigUint64(position, word, true)
        position += 8
      }
      this.#arrays.set(key, offset)
    }
    return offset
  }

  /** Offset of a fractional table; `prefix` is what the default unit starts with. */
  table(buckets: readonly Bucket[], prefix: string, hasher: Hasher, generation: number): number {
    const offset = this.allocate(FRACTIONAL_BUCKETS + buckets.length * FRACTIONAL_BUCKET_BYTES)
    const utf8 = encoder.encode(prefix)
    let tail = 0
    utf8.subarray(utf8.length & ~3).forEach((byte, index) => {
      tail |= byte << (8 * index)
    })
    this.setUint32(offset + FRACTIONAL_COUNT, buckets.length)
    this.setUint32(offset + FRACTIONAL_PREFIX_HASH, hasher.prefix(prefix))
    this.setUint32(offset + FRACTIONAL_PREFIX_TAIL, tail)
    this.setUint32(offset + FRACTIONAL_PREFIX_LENGTH, utf8.length)
    this.setUint32(offset + FRACTIONAL_GENERATION, generation)
    let total = 0
    let position = offset + FRACTIONAL_BUCKETS
    for (const bucket of buckets) {
      total += bucket.weight
      this.setUint32(position, total)
      this.setUint32(position + 4, bucket.index)
      position += FRACTIONAL_BUCKET_BYTES
    }
    this.setUint32(offset + FRACTIONAL_TOTAL, total)
    return offset
  }
}
