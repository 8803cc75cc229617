// Writes the attributes that a flag reads into the slots of one of the lane's contexts, and no others. A short string
// stays in its slot, so an attribute that has the same value as in the request before (country, plan, version) costs a
// comparison.
import { SLOT_BYTES, SLOT_STRING, SLOT_TEXT, SLOT_TEXT_MAX } from '../../assembly/shared/layout.ts'
import {
  REACH_DEEP,
  REACH_MAX,
  REACH_WHOLE,
  SOURCE_TIMESTAMP,
} from '../../assembly/shared/ruleset.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  ENTRY_BYTES,
  ENTRY_KEY,
  ENTRY_VALUE,
  OBJECT_BYTES,
  OBJECT_COUNT,
  OBJECT_ENTRIES,
  STRING_BYTES,
  STRING_LENGTH,
  TAG_ARRAY,
  TAG_BOOLEAN,
  TAG_MISSING,
  TAG_NULL,
  TAG_OBJECT,
  TAG_STRING,
} from '../../assembly/shared/value.ts'
import type { Attributes } from './attribute.ts'
import { headEnd, readAttribute, resolve, tailStart } from './attribute.ts'
import type { Engine } from './engine.ts'
import { TEXT_LONE_SURROGATE, TEXT_TOO_LONG, writeText } from './text.ts'

/** One attribute of a plan: where it goes, and how it is found in the caller's context. */
export interface PlannedAttribute {
  /** Index of its slot. */
  readonly index: number
  /** How much the flag needs of it (assembly/shared/ruleset.ts). */
  readonly reach: number
  /** How much any flag needs of it. */
  readonly sharedReach: number
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

/** Nesting of arrays and objects that an attribute may have. */
const DEPTH_MAX = 32

const HIGH_STRING = TAG_STRING << 16
const HIGH_ARRAY = TAG_ARRAY << 16
const HIGH_OBJECT = TAG_OBJECT << 16
const HIGH_BOOLEAN = TAG_BOOLEAN << 16
const HIGH_NULL = TAG_NULL << 16
const HIGH_MISSING = TAG_MISSING << 16

/** Misses in a row after which an attribute counts as one that does not repeat. */
const MISSES_MAX = 64

export class ContextEncoder {
  readonly #u8: Uint8Array
  readonly #i32: Int32Array
  readonly #f64: Float64Array
  /** Address of the first slot. */
  readonly base: number
  readonly #text: number
  readonly #textEnd: number
  /** Whether the properties of objects are written, not only whether there are any. */
  #deep = false
  /** The next free byte of the context's text. */
  #free = 0
  /** The string that a slot's own text is (to the reach noted beside it), if it is the slot's value. */
  readonly #cached: (string | undefined)[]
  readonly #cachedReach: Uint16Array
  /** How often in a row a slot had another string than the time before. */
  readonly #misses: Uint8Array
  #calls = 0

  /** Of the lane's context of that number. */
  constructor(engine: Engine, number: number) {
    this.#u8 = engine.u8
    this.#i32 = engine.i32
    this.#f64 = engine.f64
    this.base = engine.lane + engine.map.laneContexts + number * engine.map.contextBytes
    this.#text = this.base + engine.map.contextText
    this.#textEnd = this.#text + engine.sizes.contextBytesMax
    const slots = engine.sizes.attributesMax
    this.#cached = new Array<string | undefined>(slots).fill(undefined)
    this.#cachedReach = new Uint16Array(slots)
    this.#misses = new Uint8Array(slots)
  }

  /** Encodes what the plan names; ENCODED, or why not. On failure nothing may be evaluated. */
  encode(plan: EncodePlan, context: Attributes): number {
    const i32 = this.#i32
    const u8 = this.#u8
    this.#free = this.#text
    this.#calls++
    for (let position = 0; position < plan.length; position++) {
      const attribute = plan[position]!
      const value =
        attribute.name !== undefined
          ? readAttribute(context, attribute.name, attribute.index)
          : this.#find(attribute, context)
      let result = ENCODED
      if (typeof value === 'string') {
        if (this.#isCached(attribute, value)) continue
        // The common case in line: short, and ASCII. Four characters at a time, as in text.ts.
        const { reach } = attribute
        const slot = this.base + attribute.index * SLOT_BYTES
        let from = 0
        let to = value.length
        if (reach !== REACH_WHOLE) {
          if (reach > REACH_DEEP) from = tailStart(value, reach & REACH_MAX)
          else if (reach !== REACH_DEEP) to = headEnd(value, reach)
        }
        const length = to - from
        if (length <= SLOT_TEXT_MAX) {
          let seen = 0
          let word = (slot + SLOT_TEXT) >> 2
          let index = from
          for (const whole = to - 3; index < whole; index += 4) {
            const a = value.charCodeAt(index)
            const b = value.charCodeAt(index + 1)
            const c = value.charCodeAt(index + 2)
            const d = value.charCodeAt(index + 3)
            seen |= a | b | c | d
            i32[word++] = a | (b << 8) | (c << 16) | (d << 24)
          }
          for (const shift = slot + SLOT_TEXT - from; index < to; index++) {
            const a = value.charCodeAt(index)
            seen |= a
            u8[shift + index] = a
          }
          if (seen < 0x80) {
            i32[slot >> 2] = slot + SLOT_STRING
            i32[(slot + 4) >> 2] = HIGH_STRING
            i32[(slot + SLOT_STRING) >> 2] = length
            this.#remember(attribute, value)
            continue
          }
        }
        this.#cached[attribute.index] = undefined
        result = this.#writeString(slot, value, from, to)
      } else {
        this.#cached[attribute.index] = undefined
        this.#deep = attribute.reach === REACH_DEEP
        result = this.#write(this.base + attribute.index * SLOT_BYTES, value, 0)
      }
      if (result !== ENCODED) return result
    }
    return ENCODED
  }

  /** Empties the context's text, for attributes that `encodeOne` is to write. */
  clear(): void {
    this.#free = this.#text
  }

  /** Encodes one attribute so that it serves every flag, behind those that are already there. */
  encodeOne(attribute: PlannedAttribute, context: Attributes): number {
    const value = this.#find(attribute, context)
    const slot = this.base + attribute.index * SLOT_BYTES
    const reach = attribute.sharedReach
    this.#deep = reach === REACH_DEEP
    const free = this.#free
    if (typeof value !== 'string') {
      const result = this.#write(slot, value, 0)
      // What was written of one that fails must not fill the text, each time anew.
      if (result !== ENCODED) this.#free = free
      return result
    }
    const from = reach > REACH_DEEP ? tailStart(value, reach & REACH_MAX) : 0
    const isHead = reach !== REACH_WHOLE && reach < REACH_DEEP
    const to = isHead ? headEnd(value, reach) : value.length
    return this.#writeString(slot, value, from, to)
  }

  /** Whether the slot already holds the string. Where it hardly ever does, only every 64th call looks. */
  #isCached(attribute: PlannedAttribute, text: string): boolean {
    const index = attribute.index
    if (this.#misses[index] === MISSES_MAX && (this.#calls & 63) !== 0) return false
    if (this.#cached[index] === text && this.#cachedReach[index] === attribute.reach) {
      this.#misses[index] = 0
      return true
    }
    return false
  }

  /** Notes that the slot holds the string; where that is hardly ever of use, only every 64th time. */
  #remember(attribute: PlannedAttribute, text: string): void {
    const index = attribute.index
    const misses = this.#misses[index]!
    if (misses === MISSES_MAX && (this.#calls & 63) !== 0) {
      if (this.#cached[index] !== undefined) this.#cached[index] = undefined
      return
    }
    if (misses < MISSES_MAX) this.#misses[index] = misses + 1
    this.#cached[index] = text
    this.#cachedReach[index] = attribute.reach
  }

  #find(attribute: PlannedAttribute, context: Attributes): unknown {
    if (attribute.source === SOURCE_TIMESTAMP) return Math.floor(Date.now() / 1000)
    return resolve(context, attribute.path)
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
        return this.#writeString(address, value, 0, value.length)
      case 'number':
        // One bit pattern for every NaN: another could be mistaken for a pointer.
        this.#f64[address >> 3] = Number.isNaN(value) ? Number.NaN : value
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

  #writeString(address: number, text: string, from: number, to: number): number {
    const record = this.#free
    const start = record + STRING_BYTES
    if (start > this.#textEnd) return ENCODE_TOO_LARGE
    const length = writeText(this.#u8, this.#i32, text, from, to, start, this.#textEnd)
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
      if (Number.isNaN(value.getTime())) return this.#writeNull(address)
      const text = value.toISOString()
      return this.#writeString(address, text, 0, text.length)
    }
    return this.#deep
      ? this.#writeEntries(address, value as Attributes, depth)
      : this.#writeShallow(address, value)
  }

  /** An object of which only whether it is empty can be seen. */
  #writeShallow(address: number, value: object): number {
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
    this.#i32[(record + OBJECT_ENTRIES) >> 2] = 0
    this.#setWord(address, record, HIGH_OBJECT)
    return ENCODED
  }

  /** An object with its own properties, but for those that JSON would leave out. */
  #writeEntries(address: number, object: Attributes, depth: number): number {
    if (depth >= DEPTH_MAX) return ENCODE_TOO_DEEP
    let count = 0
    for (const key in object) if (isEntry(object, key)) count++
    const record = this.#allocate(OBJECT_BYTES + count * ENTRY_BYTES)
    if (record === 0) return ENCODE_TOO_LARGE
    let index = 0
    for (const key in object) {
      // A getter may have added one since they were counted.
      if (!isEntry(object, key) || index === count) continue
      const entry = record + index * ENTRY_BYTES
      let result = this.#writeString(entry + ENTRY_KEY, key, 0, key.length)
      if (result === ENCODED) result = this.#write(entry + ENTRY_VALUE, object[key], depth + 1)
      if (result !== ENCODED) return result
      index++
    }
    this.#i32[(record + OBJECT_COUNT) >> 2] = index
    this.#i32[(record + OBJECT_ENTRIES) >> 2] = index
    this.#setWord(address, record, HIGH_OBJECT)
    return ENCODED
  }

  #writeArray(address: number, values: readonly unknown[], depth: number): number {
    if (depth >= DEPTH_MAX) return ENCODE_TOO_DEEP
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

function isEntry(object: Attributes, key: string): boolean {
  if (!Object.hasOwn(object, key)) return false
  const type = typeof object[key]
  return type !== 'undefined' && type !== 'function' && type !== 'symbol'
}
