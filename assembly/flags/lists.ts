// `merge`, `missing`, `missing_some`, and the objects that a `reduce` looks into.
import { WORK_OFFSET } from '../shared/layout.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  ENTRY_BYTES,
  ENTRY_KEY,
  ENTRY_VALUE,
  OBJECT_BYTES,
  OBJECT_COUNT,
  OBJECT_ENTRIES,
  TAG_ARRAY,
  TAG_MISSING,
  TAG_OBJECT,
  TAG_SHIFT,
} from '../shared/value.ts'
import {
  allocate,
  allocateArray,
  arenaLeft,
  arrayValue,
  FAILED_FULL,
  FAILED_TYPE,
  isFailed,
} from './arena.ts'
import { getDotted } from './property.ts'
import { toNumber } from './to-number.ts'
import { writeText } from './to-text.ts'
import { isNullish, isString, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

/** A name that is no string is written here as text, the name of a property behind it. */
const KEY_MAX: u32 = 1024
const NAME_MAX: u32 = 1024
const KEY_WORK = 1024

/** One array of the items of the arrays among the `count` values, and of the other values. */
export function merge(lane: usize, values: usize, count: u32): u64 {
  let total: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    const value = load<u64>(values + (usize(index) << 3))
    total += tagOf(value) == TAG_ARRAY ? load<u32>(pointerOf(value), ARRAY_COUNT) : 1
    if (total > arenaLeft(lane) >> 3) return FAILED_FULL
  }
  const array = allocateArray(lane, total)
  if (array == 0) return FAILED_FULL
  let target = array + ARRAY_VALUES
  for (let index: u32 = 0; index < count; index++) {
    const value = load<u64>(values + (usize(index) << 3))
    if (tagOf(value) == TAG_ARRAY) {
      const size = load<u32>(pointerOf(value), ARRAY_COUNT) << 3
      memory.copy(target, pointerOf(value) + ARRAY_VALUES, size)
      target += size
    } else {
      store<u64>(target, value)
      target += 8
    }
  }
  store<u32>(array, total, ARRAY_COUNT)
  return arrayValue(array)
}

/** The value at the path that a key, of any type, is the text of. `strict` as in getDotted. */
export function lookUp(lane: usize, scope: u64, key: u64, strict: bool): u64 {
  const work = lane + WORK_OFFSET
  let text = work + KEY_WORK
  let length: u32 = 0
  if (isString(key)) {
    text = stringBytes(pointerOf(key))
    length = stringLength(pointerOf(key))
  } else if (isNullish(key)) {
    // `var` of null is the whole; `missing` looks for a property named so.
    if (!strict) return scope
    store<u32>(text, 0x6c6c756e)
    length = 4
  } else {
    const end = writeText(key, text, text + KEY_MAX, work)
    if (end == 0) return FAILED_FULL
    length = u32(end - text)
  }
  const name = work + KEY_WORK + KEY_MAX
  return getDotted(lane, scope, text, length, name, NAME_MAX, strict)
}

/** Those of the `count` keys at `keys` that lead to nothing in the scope. */
export function missing(lane: usize, scope: u64, keys: usize, count: u32): u64 {
  const array = allocateArray(lane, count)
  if (array == 0) return FAILED_FULL
  let found: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    const key = load<u64>(keys + (usize(index) << 3))
    const value = lookUp(lane, scope, key, true)
    if (isFailed(value)) return value
    if (tagOf(value) == TAG_MISSING) {
      store<u64>(array + ARRAY_VALUES + (usize(found) << 3), key)
      found++
    }
  }
  store<u32>(array, found, ARRAY_COUNT)
  return arrayValue(array)
}

/** `missing` of the keys in an array, or nothing if at least `need` of them are there. */
export function missingSome(lane: usize, scope: u64, need: u64, keys: u64): u64 {
  if (tagOf(keys) != TAG_ARRAY) return FAILED_TYPE
  const count = load<u32>(pointerOf(keys), ARRAY_COUNT)
  const absent = missing(lane, scope, pointerOf(keys) + ARRAY_VALUES, count)
  return isFailed(absent) ? absent : unlessEnough(lane, need, absent, count)
}

/**
 * The array of what is absent, of `count` keys, or an empty one if as many as needed are there. One of its own: whose
 * the other is only a compiler knows.
 */
export function unlessEnough(lane: usize, need: u64, absent: u64, count: u32): u64 {
  if (tagOf(absent) != TAG_ARRAY) return absent
  const present = f64(count) - f64(load<u32>(pointerOf(absent), ARRAY_COUNT))
  if (!(present >= toNumber(need, lane + WORK_OFFSET))) return absent
  const array = allocateArray(lane, 0)
  return array == 0 ? FAILED_FULL : arrayValue(array)
}

/** An object of the `count` pairs of a string and a value at `pairs`. */
export function makeObject(lane: usize, pairs: usize, count: u32): u64 {
  const object = allocate(lane, OBJECT_BYTES + count * ENTRY_BYTES)
  if (object == 0) return FAILED_FULL
  for (let index: u32 = 0; index < count; index++) {
    const from = pairs + usize(index) * ENTRY_BYTES
    const entry = object + usize(index) * ENTRY_BYTES
    // Readers take keys for strings.
    if (!isString(load<u64>(from))) return FAILED_TYPE
    store<u64>(entry, load<u64>(from), ENTRY_KEY)
    store<u64>(entry, load<u64>(from, 8), ENTRY_VALUE)
  }
  store<u32>(object, count, OBJECT_COUNT)
  store<u32>(object, count, OBJECT_ENTRIES)
  return (u64(TAG_OBJECT) << TAG_SHIFT) | u64(object)
}
