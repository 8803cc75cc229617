// What a rule builds while it runs (texts, arrays, objects) goes into the lane's scratch arena, one behind the other,
// and is forgotten as a whole when the next evaluation starts.
import { LANE_ARENA, LANE_ARENA_END, LANE_SCRATCH } from '../shared/layout.ts'
import { CAUSE_OPERAND_TYPE, CAUSE_SCRATCH_FULL } from '../shared/outcome.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  STRING_BYTES,
  STRING_LENGTH,
  TAG_ARRAY,
  TAG_SHIFT,
  TAG_STRING,
} from '../shared/value.ts'
import { relocate } from './value.ts'

// An operation that cannot go on leaves one of these in place of a value: NaNs with a payload that neither the host
// (one pattern for every NaN) nor a checked operation produces. The last byte is the cause.
const FAILED: u64 = 0x7ff8000000fa0000
export const FAILED_TYPE: u64 = FAILED | u64(CAUSE_OPERAND_TYPE)
export const FAILED_FULL: u64 = FAILED | u64(CAUSE_SCRATCH_FULL)

export function isFailed(value: u64): bool {
  return (value & ~u64(0xff)) == FAILED
}

/** The failure with another cause. */
export function failedWith(cause: u32): u64 {
  return FAILED | u64(cause)
}

/** Forgets everything in the arena. */
export function resetArena(lane: usize): void {
  store<u32>(lane, load<u32>(lane, LANE_SCRATCH), LANE_ARENA)
}

/** Takes bytes of the arena; 0 if there are not so many left. */
export function allocate(lane: usize, bytes: u32): usize {
  const start = load<u32>(lane, LANE_ARENA)
  const size = (u64(bytes) + 7) & ~7
  if (size > u64(load<u32>(lane, LANE_ARENA_END) - start)) return 0
  store<u32>(lane, start + u32(size), LANE_ARENA)
  return start
}

/** How many bytes are left. */
export function arenaLeft(lane: usize): u32 {
  return load<u32>(lane, LANE_ARENA_END) - load<u32>(lane, LANE_ARENA)
}

/** An array with room for `count` values, of which none counts yet; 0 if it does not fit. */
export function allocateArray(lane: usize, count: u32): usize {
  // A count beyond the arena must not wrap.
  if (count > arenaLeft(lane) >> 3) return 0
  const array = allocate(lane, ARRAY_VALUES + (count << 3))
  if (array != 0) store<u64>(array, 0, ARRAY_COUNT)
  return array
}

export function arrayValue(array: usize): u64 {
  return (u64(TAG_ARRAY) << TAG_SHIFT) | u64(array)
}

/** An array of the `count` values at `values`. */
export function makeArray(lane: usize, values: usize, count: u32): u64 {
  const array = allocateArray(lane, count)
  if (array == 0) return FAILED_FULL
  store<u32>(array, count, ARRAY_COUNT)
  memory.copy(array + ARRAY_VALUES, values, count << 3)
  return arrayValue(array)
}

/** A copy of an array of the ruleset, its offsets made addresses. */
export function copyArray(lane: usize, array: usize, ruleset: usize): u64 {
  const count = load<u32>(array, ARRAY_COUNT)
  const copy = allocateArray(lane, count)
  if (copy == 0) return FAILED_FULL
  for (let index: u32 = 0; index < count; index++) {
    const at = (usize(index) << 3) + ARRAY_VALUES
    store<u64>(copy + at, relocate(load<u64>(array + at), ruleset))
  }
  store<u32>(copy, count, ARRAY_COUNT)
  return arrayValue(copy)
}

/** Makes a string of the `length` bytes behind an allocated header. */
export function stringValue(string: usize, length: u32): u64 {
  store<u32>(string, length, STRING_LENGTH)
  store<u32>(string, 0, STRING_LENGTH + 4)
  return (u64(TAG_STRING) << TAG_SHIFT) | u64(string)
}

/** A string in the arena of the bytes elsewhere. */
export function makeString(lane: usize, bytes: usize, length: u32): u64 {
  const string = allocate(lane, STRING_BYTES + length)
  if (string == 0) return FAILED_FULL
  memory.copy(string + STRING_BYTES, bytes, length)
  return stringValue(string, length)
}
