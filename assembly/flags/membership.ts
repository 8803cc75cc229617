// `in`, `starts_with` and `ends_with`.
import { LANE_ARENA, LANE_ARENA_END, WORK_OFFSET } from '../shared/layout.ts'
import { ARRAY_COUNT, ARRAY_VALUES, TAG_ARRAY, TAG_OBJECT, TAG_STRING } from '../shared/value.ts'
import { INCOMPARABLE, strictEquals } from './compare.ts'
import { containsText, equalBytes, equalWords } from './text.ts'
import { writeText } from './to-text.ts'
import {
  fromBoolean,
  isNullish,
  isNumber,
  isString,
  isTruthy,
  NULL,
  pointerOf,
  relocate,
  stringBytes,
  stringLength,
  tagOf,
} from './value.ts'

/**
 * Array.prototype.includes: strict equality, except that NaN is found. `base` is added to the elements' pointers:
 * the ruleset's address for one of its arrays, 0 for one of the lane's.
 */
export function isInArray(item: u64, array: usize, base: usize): bool {
  let pointer = array + ARRAY_VALUES
  const end = pointer + (load<u32>(array, ARRAY_COUNT) << 3)
  if (isString(item)) {
    const string = pointerOf(item)
    const length = stringLength(string)
    for (; pointer < end; pointer += 8) {
      if (load<u32>(pointer, 4) != u32(TAG_STRING) << 16) continue
      const other = usize(load<u32>(pointer)) + base
      if (stringLength(other) == length) {
        if (equalWords(stringBytes(other), stringBytes(string), length)) return true
      }
    }
    return false
  }
  const nan = isNumber(item) && reinterpret<f64>(item) != reinterpret<f64>(item)
  for (; pointer < end; pointer += 8) {
    const value = relocate(load<u64>(pointer), base)
    if (strictEquals(item, value)) return true
    if (nan && isNumber(value) && reinterpret<f64>(value) != reinterpret<f64>(value)) return true
  }
  return false
}

/** Whether the item's text, as String(item) has it, stands in the string. */
function isInString(lane: usize, item: u64, string: usize): i32 {
  const hay = stringBytes(string)
  const length = stringLength(string)
  if (isString(item)) {
    const needle = pointerOf(item)
    return i32(containsText(hay, length, stringBytes(needle), stringLength(needle)))
  }
  const work = lane + WORK_OFFSET
  if (isNullish(item)) {
    // "null" as a little-endian word: as an operand null is not nothing.
    store<u32>(work, 0x6c6c756e)
    return i32(containsText(hay, length, work, 4))
  }
  // Written where the next string of the arena will be, and not kept.
  const text: usize = load<u32>(lane, LANE_ARENA)
  const end = writeText(item, text, load<u32>(lane, LANE_ARENA_END), work)
  // A text that does not fit the arena may still be in the string; nobody can tell.
  return end == 0 ? INCOMPARABLE : i32(containsText(hay, length, text, u32(end - text)))
}

/** 0, 1, or INCOMPARABLE where the container can hold nothing. */
export function contains(lane: usize, item: u64, container: u64): i32 {
  const tag = tagOf(container)
  if (tag == TAG_ARRAY) {
    return i32(isInArray(item, pointerOf(container), 0))
  }
  // Nothing is in null, false, 0 or the empty string (not even the empty string).
  if (tag != TAG_OBJECT && !isTruthy(container)) return 0
  if (tag != TAG_STRING) return INCOMPARABLE
  return isInString(lane, item, pointerOf(container))
}

/** Null unless both are strings. */
export function startsWith(value: u64, prefix: u64): u64 {
  if (!isString(value) || !isString(prefix)) return NULL
  const length = stringLength(pointerOf(prefix))
  if (length > stringLength(pointerOf(value))) return fromBoolean(false)
  return fromBoolean(
    equalBytes(stringBytes(pointerOf(value)), stringBytes(pointerOf(prefix)), length),
  )
}

/** Null unless both are strings. */
export function endsWith(value: u64, suffix: u64): u64 {
  if (!isString(value) || !isString(suffix)) return NULL
  const length = stringLength(pointerOf(suffix))
  const whole = stringLength(pointerOf(value))
  if (length > whole) return fromBoolean(false)
  const end = stringBytes(pointerOf(value)) + (whole - length)
  return fromBoolean(equalBytes(end, stringBytes(pointerOf(suffix)), length))
}
