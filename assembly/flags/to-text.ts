// The text of any value, as JavaScript's String() has it, but null and missing as nothing: that is how arrays join
// their items, and how `cat` joins its operands.
import { formatNumber, NUMBER_TEXT_MAX } from '../number/format.ts'
import { ARRAY_COUNT, ARRAY_VALUES, TAG_ARRAY, TAG_BOOLEAN, TAG_STRING } from '../shared/value.ts'
import { isNumber, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

/** Arrays inside each other of which a text is made: a rule can nest them as deep as its arena allows. */
const DEPTH_MAX = 64

/** Writes the text to `target`, at most up to `end`; one behind its last byte, or 0 if it does not fit. */
export function writeText(
  value: u64,
  target: usize,
  end: usize,
  work: usize,
  depth: u32 = 0,
): usize {
  if (isNumber(value)) {
    const length = formatNumber(reinterpret<f64>(value), work, work + NUMBER_TEXT_MAX)
    return copyText(work, length, target, end)
  }
  const tag = tagOf(value)
  if (tag == TAG_STRING) {
    const string = pointerOf(value)
    return copyText(stringBytes(string), stringLength(string), target, end)
  }
  if (tag == TAG_BOOLEAN) return copyText(work, writeBoolean((value & 1) != 0, work), target, end)
  if (tag == TAG_ARRAY) return writeItems(pointerOf(value), target, end, work, depth)
  if (tag > TAG_BOOLEAN) return target
  // "[object Object]" as two little-endian words.
  store<u64>(work, 0x207463656a626f5b)
  store<u64>(work, 0x5d7463656a624f, 8)
  return copyText(work, 15, target, end)
}

/** "true" or "false"; its length. */
export function writeBoolean(truth: bool, target: usize): u32 {
  // "true" and "fals" as little-endian words, and an "e".
  store<u32>(target, truth ? 0x65757274 : 0x736c6166)
  store<u8>(target, 0x65, 4)
  return truth ? 4 : 5
}

function copyText(from: usize, length: u32, target: usize, end: usize): usize {
  if (length > u32(end - target)) return 0
  memory.copy(target, from, length)
  return target + length
}

function writeItems(array: usize, target: usize, end: usize, work: usize, depth: u32): usize {
  if (depth >= u32(DEPTH_MAX)) return 0
  const count = load<u32>(array, ARRAY_COUNT)
  for (let index: u32 = 0; index < count; index++) {
    if (index != 0) {
      if (target >= end) return 0
      store<u8>(target, 0x2c)
      target++
    }
    const item = load<u64>(array + ARRAY_VALUES + (usize(index) << 3))
    target = writeText(item, target, end, work, depth + 1)
    if (target == 0) return 0
  }
  return target
}
