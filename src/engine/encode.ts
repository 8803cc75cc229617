// Writes the attributes that a flag reads into the lane's context slots, and no others. A short string stays in its
// slot, so an attribute that has the same value as in the request before (country, plan, version) costs a comparison.
import { SLOT_STRING, SLOT_TEXT, SLOT_TEXT_MAX } from '../../assembly/shared/layout.ts'
import { SOURCE_TIMESTAMP } from '../../assembly/shared/ruleset.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  OBJECT_BYTES,
  OBJECT_COUNT,
  STRING_BYTES,
  STRING_LENGTH,
  TAG_ARRAY,
  TAG_BOOLEAN,
  TAG_MISSING,
  TAG_NULL,
  TAG_OBJECT,
  TAG_STRING,
} from '../../assembly/shared/value.ts'
import type { Engine } from './engine.ts'
import { TEXT_LONE_SURROGATE, TEXT_TOO_LONG, writeText } from './text.ts'

/** One attribute of a plan: where it goes, and how it is found in the caller's context. */
export interface PlannedAttribute {
  /** Address of its slot. */
  readonly slot: number
  /** Index of its slot. */
  readonly index: number
  /** The name of a top-level attribute; undefined for a path. */
  readonly name: string | undefined
  readonly path: readonly string[]
  readonly source: number
}

/** The attributes that a flag reads. */
export type EncodePlan = readonly PlannedAttribute[]

export const ENCODED = 0
export const ENCODE_TOO_LARGE = 1
export const ENCODE_LONE_SURROGATE = 2
export const ENCODE_TOO_DEEP = 3

/** Nesting of arrays that an attribute may have. */
const ARRAY_DEPTH_MAX = 32

const HIGH_STRING = TAG_STRING << 16
const HIGH_ARRAY = TAG_ARRAY << 16
const HIGH_OBJECT = TAG_OBJECT << 16
const HIGH_BOOLEAN = TAG_BOOLEAN << 16
const HIGH_NULL = TAG_NULL << 16
const HIGH_MISSING = TAG_MISSING << 16

type Attributes = Readonly<Record<string, unknown>>

function resolve(context: Attributes, path: readonly string[]): unknown {
  let value: unknown = context
  for (const segment of path) {
    if (value === null || value === undefined) return undefined
    value = (value as Attributes)[segment]
  }
  return value
}

export class ContextEncoder {
  readonly #u8: Uint8Array
  readonly #i32: Int32Array
  readonly #f64: Float64Array
  readonly #text: number
  readonly #textEnd: number
  /** The next free byte of the context's text. */
  #free = 0
  /** What a slot's own text is, if it is the slot's value. */
  readonly #cached: (string | undefined)[]

  constructor(engine: Engine) {
    this.#u8 = engine.u8
    this.#i32 = engine.i32
    this.#f64 = engine.f64
    this.#text = engine.lane + engine.map.laneText
    this.#textEnd = this.#text + engine.sizes.contextBytesMax
    this.#cached = new Array<string | undefined>(engine.sizes.attributesMax).fill(undefined)
  }

  /** Encodes what the plan names; ENCODED, or why not. On failure nothing may be evaluated. */
  encode(plan: EncodePlan, context: Attributes): number {
    this.#free = this.#text
    for (let index = 0; index < plan.length; index++) {
      const attribute = plan[index]!
      const value =
        attribute.name !== undefined ? context[attribute.name] : this.#find(attribute, context)
      if (typeof value === 'string') {
        if (this.#cached[attribute.index] === value) continue
        const result = this.#writeSlotText(attribute, value)
        if (result !== ENCODED) return result
      } else {
        this.#cached[attribute.index] = undefined
        const result = this.#write(attribute.slot, value, 0)
        if (result !== ENCODED) return result
      }
    }
    return ENCODED
  }

  #find(attribute: PlannedAttribute, context: Attributes): unknown {
    if (attribute.source === SOURCE_TIMESTAMP) return Math.floor(Date.now() / 1000)
    return resolve(context, attribute.path)
  }

  #writeSlotText(attribute: PlannedAttribute, text: string): number {
    const slot = attribute.slot
    if (text.length <= SLOT_TEXT_MAX) {
      const start = slot + SLOT_TEXT
      const length = writeText(this.#u8, this.#i32, text, start, start + SLOT_TEXT_MAX)
      if (length >= 0) {
        this.#i32[(slot + SLOT_STRING + STRING_LENGTH) >> 2] = length
        this.#setWord(slot, slot + SLOT_STRING, HIGH_STRING)
        this.#cached[attribute.index] = text
        return ENCODED
      }
    }
    this.#cached[attribute.index] = undefined
    return this.#writeString(slot, text)
  }

  #setWord(address: number, low: number, high: number): void {
    this.#i32[address >> 2] = low
    this.#i32[(address + 4) >> 2] = high
  }

  /** Takes bytes of the context's text; 0 if there are not so many left. */
  #allocate(bytes: number): number {
    const address = this.#free
    if (bytes > this.#textEnd - address) return 0
    this.#free = (address + bytes + 7) & ~7
    return address
  }

  #write(address: number, value: unknown, depth: number): number {
    switch (typeof value) {
      case 'string':
        return this.#writeString(address, value)
      case 'number':
        // One bit pattern for every NaN: another could be mistaken for a pointer.
        this.#f64[address >> 3] = value === value ? value : Number.NaN
        return ENCODED
      case 'boolean':
        this.#setWord(address, value ? 1 : 0, HIGH_BOOLEAN)
        return ENCODED
      case 'bigint':
        this.#f64[address >> 3] = Number(value)
        return ENCODED
      case 'object':
        return value === null ? this.#writeNull(address) : this.#writeObject(address, value, depth)
      case 'undefined':
        this.#setWord(address, 0, HIGH_MISSING)
        return ENCODED
    }
    // A function or a symbol is nothing that a rule can see.
    return this.#writeNull(address)
  }

  #writeNull(address: number): number {
    this.#setWord(address, 0, HIGH_NULL)
    return ENCODED
  }

  #writeString(address: number, text: string): number {
    const record = this.#free
    const start = record + STRING_BYTES
    if (start > this.#textEnd) return ENCODE_TOO_LARGE
    const length = writeText(this.#u8, this.#i32, text, start, this.#textEnd)
    if (length === TEXT_TOO_LONG) return ENCODE_TOO_LARGE
    if (length === TEXT_LONE_SURROGATE) return ENCODE_LONE_SURROGATE
    this.#i32[(record + STRING_LENGTH) >> 2] = length
    this.#setWord(address, record, HIGH_STRING)
    this.#free = (start + length + 7) & ~7
    return ENCODED
  }

  #writeObject(address: number, value: object, depth: number): number {
    if (Array.isArray(value)) return this.#writeArray(address, value, depth)
    // As JSON has it. An invalid date has none.
    if (value instanceof Date) {
      const valid = !Number.isNaN(value.getTime())
      return valid ? this.#writeString(address, value.toISOString()) : this.#writeNull(address)
    }
    const record = this.#allocate(OBJECT_BYTES)
    if (record === 0) return ENCODE_TOO_LARGE
    let count = 0
    for (const key in value) {
      if (Object.hasOwn(value, key)) {
        count = 1
        break
      }
    }
    this.#i32[(record + OBJECT_COUNT) >> 2] = count
    this.#setWord(address, record, HIGH_OBJECT)
    return ENCODED
  }

  #writeArray(address: number, values: readonly unknown[], depth: number): number {
    if (depth >= ARRAY_DEPTH_MAX) return ENCODE_TOO_DEEP
    const record = this.#allocate(ARRAY_VALUES + 8 * values.length)
    if (record === 0) return ENCODE_TOO_LARGE
    this.#i32[(record + ARRAY_COUNT) >> 2] = values.length
    for (let index = 0; index < values.length; index++) {
      const result = this.#write(record + ARRAY_VALUES + 8 * index, values[index], depth + 1)
      if (result !== ENCODED) return result
    }
    this.#setWord(address, record, HIGH_ARRAY)
    return ENCODED
  }
}
