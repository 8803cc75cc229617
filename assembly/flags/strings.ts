// `cat` and `substr`.
import { LANE_ARENA, LANE_ARENA_END, WORK_OFFSET } from '../shared/layout.ts'
import { CAUSE_SPLIT_CHARACTER } from '../shared/outcome.ts'
import { STRING_BYTES } from '../shared/value.ts'
import {
  allocate,
  arenaLeft,
  FAILED_FULL,
  FAILED_TYPE,
  failedWith,
  makeString,
  stringValue,
} from './arena.ts'
import { toNumber } from './to-number.ts'
import { writeText } from './to-text.ts'
import { unitOffset, unitsOf } from './units.ts'
import { isString, pointerOf, stringBytes, stringLength } from './value.ts'

/** The texts of the `count` values at `values`, one behind the other. */
export function cat(lane: usize, values: usize, count: u32): u64 {
  if (arenaLeft(lane) < u32(STRING_BYTES)) return FAILED_FULL
  // Written where the next string will be, then taken.
  const string: usize = load<u32>(lane, LANE_ARENA)
  const end: usize = load<u32>(lane, LANE_ARENA_END)
  let target = string + STRING_BYTES
  for (let index: u32 = 0; index < count; index++) {
    target = writeText(load<u64>(values + (usize(index) << 3)), target, end, lane + WORK_OFFSET)
    if (target == 0) return FAILED_FULL
  }
  const length = u32(target - stringBytes(string))
  if (allocate(lane, STRING_BYTES + length) == 0) return FAILED_FULL
  return stringValue(string, length)
}

/** ToIntegerOrInfinity of ECMAScript. */
function toInteger(value: u64, work: usize): f64 {
  const number = toNumber(value, work)
  return number != number ? 0 : trunc(number)
}

/** Where among `units` a start lies that counts from the end if it is negative. */
function unitsFrom(start: f64, units: u32): u32 {
  const from = start < 0 ? max<f64>(f64(units) + start, 0) : min<f64>(start, f64(units))
  return u32(from)
}

/**
 * String.prototype.substr of the string at `values`, from the second value on, as many units as the third says; a
 * negative third is how many to leave out at the end (as in PHP; json-logic-js).
 */
export function substr(lane: usize, values: usize, count: u32): u64 {
  const value = load<u64>(values)
  if (!isString(value)) return FAILED_TYPE
  const work = lane + WORK_OFFSET
  const bytes = stringBytes(pointerOf(value))
  const size = stringLength(pointerOf(value))
  const units = unitsOf(bytes, size)
  const from = unitsFrom(toInteger(load<u64>(values, 8), work), units)
  let length: f64 = f64(units - from)
  if (count == 3) {
    // A negative one is taken off as it is, and then cut.
    const given = toNumber(load<u64>(values, 16), work)
    if (given < 0) length = max<f64>(trunc(length + given), 0)
    else length = min<f64>(length, given != given ? 0 : trunc(given))
  }
  // Of nothing no character is cut.
  if (length == 0) return makeString(lane, bytes, 0)
  const end = bytes + size
  const start = unitOffset(bytes, end, from)
  if (start == 0) return failedWith(CAUSE_SPLIT_CHARACTER)
  const stop = unitOffset(start, end, u32(length))
  if (stop == 0) return failedWith(CAUSE_SPLIT_CHARACTER)
  return makeString(lane, start, u32(stop - start))
}
