// The number of a value, as JavaScript's Number() has it. An array or object has none here: JavaScript would go over
// its text, which nobody means.
import { parseNumber } from '../number/parse.ts'
import { TAG_ARRAY, TAG_NULL, TAG_OBJECT, TAG_STRING } from '../shared/value.ts'
import { isNumber, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

/** NaN where there is none. */
export function toNumber(value: u64, work: usize): f64 {
  if (isNumber(value)) return reinterpret<f64>(value)
  const tag = tagOf(value)
  if (tag == TAG_STRING) {
    return parseNumber(stringBytes(pointerOf(value)), stringLength(pointerOf(value)), work)
  }
  if (tag == TAG_ARRAY || tag == TAG_OBJECT) return NaN
  // Missing reads as null everywhere.
  return tag >= TAG_NULL ? 0 : f64(value & 1)
}
