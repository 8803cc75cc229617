// What a path leads to inside a value that is already encoded: an item of an array in a loop, or the whole context
// where the path is computed. As JavaScript's `value[name]` sees plain data: properties of its own, items and length
// of arrays, characters and length of strings.
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  ENTRY_BYTES,
  ENTRY_KEY,
  ENTRY_VALUE,
  OBJECT_ENTRIES,
  TAG_ARRAY,
  TAG_MISSING,
  TAG_OBJECT,
  TAG_SHIFT,
  TAG_STRING,
} from '../shared/value.ts'
import { makeString } from './arena.ts'
import { equalBytes } from './text.ts'
import { unitOffset, unitsOf } from './units.ts'
import { isNullish, isTruthy, NULL, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

export const MISSING: u64 = u64(TAG_MISSING) << TAG_SHIFT
const NO_INDEX: u32 = 0xffffffff

/** The array index that the text is, as JavaScript would write it, or NO_INDEX. */
function indexOf(name: usize, length: u32): u32 {
  if (length == 0 || length > 9 || (length > 1 && load<u8>(name) == 0x30)) return NO_INDEX
  let index: u32 = 0
  for (let at: u32 = 0; at < length; at++) {
    const digit = u32(load<u8>(name + at)) - 0x30
    if (digit > 9) return NO_INDEX
    index = index * 10 + digit
  }
  return index
}

function isLength(name: usize, length: u32): bool {
  // "leng" and "th" as little-endian words.
  return length == 6 && load<u32>(name) == 0x676e656c && load<u16>(name, 4) == 0x6874
}

function propertyOf(object: usize, name: usize, length: u32): u64 {
  let entry = object
  for (let rest = load<u32>(object, OBJECT_ENTRIES); rest > 0; rest--) {
    const key = pointerOf(load<u64>(entry, ENTRY_KEY))
    if (stringLength(key) == length && equalBytes(stringBytes(key), name, length)) {
      return load<u64>(entry, ENTRY_VALUE)
    }
    entry += ENTRY_BYTES
  }
  return MISSING
}

function characterOf(lane: usize, string: usize, index: u32): u64 {
  const bytes = stringBytes(string)
  const end = bytes + stringLength(string)
  const start = unitOffset(bytes, end, index)
  if (start == 0 || start == end) return MISSING
  // Half a character has no UTF-8.
  const next = unitOffset(start, end, 1)
  if (next == 0) return MISSING
  return makeString(lane, start, u32(next - start))
}

/** The value of one property; MISSING if there is none. */
export function getProperty(lane: usize, value: u64, name: usize, length: u32): u64 {
  const tag = tagOf(value)
  if (tag == TAG_OBJECT) return propertyOf(pointerOf(value), name, length)
  const pointer = pointerOf(value)
  if (tag == TAG_ARRAY) {
    if (isLength(name, length)) return reinterpret<u64>(f64(load<u32>(pointer, ARRAY_COUNT)))
    const index = indexOf(name, length)
    if (index >= load<u32>(pointer, ARRAY_COUNT)) return MISSING
    return load<u64>(pointer + ARRAY_VALUES + (usize(index) << 3))
  }
  if (tag == TAG_STRING) {
    if (isLength(name, length)) {
      return reinterpret<u64>(f64(unitsOf(stringBytes(pointer), stringLength(pointer))))
    }
    const index = indexOf(name, length)
    return index == NO_INDEX ? MISSING : characterOf(lane, pointer, index)
  }
  return MISSING
}

/** The value at a path, an array of strings of the ruleset; MISSING if it leads nowhere. */
export function getPath(lane: usize, value: u64, path: usize, ruleset: usize): u64 {
  const count = load<u32>(path, ARRAY_COUNT)
  for (let index: u32 = 0; index < count; index++) {
    if (isNullish(value)) return MISSING
    const segment = ruleset + pointerOf(load<u64>(path + ARRAY_VALUES + (usize(index) << 3)))
    value = getProperty(lane, value, stringBytes(segment), stringLength(segment))
  }
  return value
}

/**
 * Copies one name of a dotted path to `name`, its escapes undone: up to a dot or the end. Where it stopped, and in the
 * upper half how many bytes the name has; more than `nameMax` if it does not fit.
 */
function readName(at: usize, end: usize, name: usize, nameMax: u32): u64 {
  let size: u32 = 0
  for (; at < end && load<u8>(at) != 0x2e; at++) {
    if (load<u8>(at) == 0x5c && at + 1 < end) {
      const next = load<u8>(at, 1)
      if (next == 0x2e || next == 0x5c || next == 0x2f) at++
    }
    if (size < nameMax) store<u8>(name + size, load<u8>(at))
    size++
  }
  return (u64(size) << 32) | u64(at)
}

/**
 * The value at a path that is written with dots: `a.b`, `a\\.b` (one name), `.` (one empty name), as json-logic-engine
 * splits it. The empty path is the value itself. `name` has room for one name at a time. `strict` is how `missing`
 * looks: what is falsy has no properties.
 */
export function getDotted(
  lane: usize,
  value: u64,
  text: usize,
  length: u32,
  name: usize,
  nameMax: u32,
  strict: bool,
): u64 {
  const end = text + length
  let at = text
  let onlyDots = true
  while (at < end) {
    const read = readName(at, end, name, nameMax)
    const size = u32(read >> 32)
    if (size > nameMax || isNullish(value) || (strict && !isTruthyPlain(value))) return MISSING
    value = getProperty(lane, value, name, size)
    at = usize(u32(read))
    if (at == end) return value
    // A dot at the end is followed by an empty name, unless there are only dots: no more names than characters.
    onlyDots = onlyDots && size == 0
    at++
    if (at == end && !onlyDots) {
      if (isNullish(value) || (strict && !isTruthyPlain(value))) return MISSING
      return getProperty(lane, value, name, 0)
    }
  }
  return value
}

/** JavaScript's own truth: an empty array and an empty object are true. */
export function isTruthyPlain(value: u64): bool {
  const tag = tagOf(value)
  return tag == TAG_ARRAY || tag == TAG_OBJECT || isTruthy(value)
}

/** What a missing value reads as. */
export function orNull(value: u64): u64 {
  return tagOf(value) == TAG_MISSING ? NULL : value
}
