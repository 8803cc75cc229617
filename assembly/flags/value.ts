// Making and reading values (shared/value.ts draws them).
import {
  ARRAY_COUNT,
  OBJECT_COUNT,
  STRING_BYTES,
  STRING_LENGTH,
  TAG_ARRAY,
  TAG_BOOLEAN,
  TAG_NULL,
  TAG_OBJECT,
  TAG_SHIFT,
  TAG_STRING,
} from '../shared/value.ts'

export const NULL: u64 = u64(TAG_NULL) << TAG_SHIFT
export const FALSE: u64 = u64(TAG_BOOLEAN) << TAG_SHIFT
export const TRUE: u64 = FALSE | 1

export function tagOf(value: u64): i32 {
  return i32(value >> TAG_SHIFT)
}

export function isNumber(value: u64): bool {
  return value < u64(TAG_STRING) << TAG_SHIFT
}

export function isString(value: u64): bool {
  return tagOf(value) == TAG_STRING
}

/** Null or missing. */
export function isNullish(value: u64): bool {
  return tagOf(value) >= TAG_NULL
}

export function pointerOf(value: u64): usize {
  return usize(u32(value))
}

export function fromBoolean(truth: bool): u64 {
  return FALSE | u64(truth)
}

export function stringLength(string: usize): u32 {
  return load<u32>(string, STRING_LENGTH)
}

export function stringBytes(string: usize): usize {
  return string + STRING_BYTES
}

/** A constant string's pointer counts from the ruleset's first byte; `ruleset` makes an address of it. */
export function relocate(value: u64, ruleset: usize): u64 {
  return isString(value) ? value + ruleset : value
}

/** As json-logic-engine (flagd) has it: an empty array and an empty object are false. */
export function isTruthy(value: u64): bool {
  const tag = tagOf(value)
  if (tag == TAG_BOOLEAN) return (value & 1) != 0
  if (tag < TAG_STRING) {
    const number = reinterpret<f64>(value)
    return number != 0 && number == number
  }
  if (tag == TAG_STRING) return stringLength(pointerOf(value)) != 0
  if (tag == TAG_ARRAY) return load<u32>(pointerOf(value), ARRAY_COUNT) != 0
  if (tag == TAG_OBJECT) return load<u32>(pointerOf(value), OBJECT_COUNT) != 0
  return false
}
