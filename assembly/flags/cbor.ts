// The unit of the next generation of flagd's `fractional`: the deterministic encoding of RFC 8949 (section 4.2.1) of a
// value, so that 1 and "1" are different units and every language hashes the same bytes. Integral numbers from -2^63
// to 2^64 - 1 are integers, other numbers the shortest float that holds them; keys are in the order of their bytes.
import { LANE_ARENA, LANE_ARENA_END } from '../shared/layout.ts'
import { ITEMS_MAX } from '../shared/opcodes.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  ENTRY_BYTES,
  ENTRY_KEY,
  ENTRY_VALUE,
  OBJECT_ENTRIES,
  STRING_BYTES,
  TAG_ARRAY,
  TAG_BOOLEAN,
  TAG_OBJECT,
  TAG_STRING,
} from '../shared/value.ts'
import { allocate, arenaLeft, FAILED_FULL, stringValue } from './arena.ts'
import { isNumber, isString, NULL, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

const TWO_TO_64: f64 = 4294967296.0 * 4294967296.0
const MAJOR_NEGATIVE = 0x20
const MAJOR_TEXT = 0x60
const MAJOR_ARRAY = 0x80
const MAJOR_MAP = 0xa0
/** Nesting that is encoded: as deep as a context may be. */
const DEPTH_MAX = 40

/** The head of an item: its major type and an argument. One behind it, or 0 if it does not fit. */
function writeHead(major: u32, argument: u64, target: usize, end: usize): usize {
  if (target == 0 || end - target < 9) return 0
  if (argument < 24) {
    store<u8>(target, major | u32(argument))
    return target + 1
  }
  if (argument < 0x100) {
    store<u8>(target, major | 24)
    store<u8>(target, u8(argument), 1)
    return target + 2
  }
  if (argument < 0x10000) {
    store<u8>(target, major | 25)
    store<u16>(target, bswap<u16>(u16(argument)), 1)
    return target + 3
  }
  if (argument < 0x100000000) {
    store<u8>(target, major | 26)
    store<u32>(target, bswap<u32>(u32(argument)), 1)
    return target + 5
  }
  store<u8>(target, major | 27)
  store<u64>(target, bswap<u64>(argument), 1)
  return target + 9
}

/** The 16-bit float that holds a 32-bit one exactly, or -1. */
function halfOf(bits: u32): i32 {
  const sign = (bits >> 16) & 0x8000
  const exponent = i32((bits >> 23) & 0xff) - 127
  const fraction = bits & 0x7fffff
  if (exponent == 128) return fraction == 0 ? i32(sign | 0x7c00) : 0x7e00
  if (exponent == -127 && fraction == 0) return i32(sign)
  if (exponent >= -14 && exponent <= 15) {
    if ((fraction & 0x1fff) != 0) return -1
    return i32(sign | (u32(exponent + 15) << 10) | (fraction >> 13))
  }
  if (exponent < -24 || exponent > 15) return -1
  // Subnormal: the fraction with its hidden bit, shifted to units of 2^-24.
  const whole = fraction | 0x800000
  const shift = u32(-exponent - 1)
  if ((whole & ((u32(1) << shift) - 1)) != 0) return -1
  return i32(sign | (whole >> shift))
}

function writeFloat(number: f64, target: usize, end: usize): usize {
  if (target == 0 || end - target < 9) return 0
  const single = f32(number)
  if (f64(single) != number && number == number) {
    store<u8>(target, 0xfb)
    store<u64>(target, bswap<u64>(reinterpret<u64>(number)), 1)
    return target + 9
  }
  const half = number == number ? halfOf(reinterpret<u32>(single)) : 0x7e00
  if (half < 0) {
    store<u8>(target, 0xfa)
    store<u32>(target, bswap<u32>(reinterpret<u32>(single)), 1)
    return target + 5
  }
  store<u8>(target, 0xf9)
  store<u16>(target, bswap<u16>(u16(half)), 1)
  return target + 3
}

function writeNumber(number: f64, target: usize, end: usize): usize {
  // A double holds both bounds exactly.
  if (trunc(number) == number && number < TWO_TO_64 && number >= -TWO_TO_64 / 2) {
    if (number >= 0) return writeHead(0, u64(number), target, end)
    return writeHead(MAJOR_NEGATIVE, u64(-1 - i64(number)), target, end)
  }
  return writeFloat(number, target, end)
}

function writeString(string: usize, target: usize, end: usize): usize {
  const length = stringLength(string)
  target = writeHead(MAJOR_TEXT, length, target, end)
  if (target == 0 || length > u32(end - target)) return 0
  memory.copy(target, stringBytes(string), length)
  return target + length
}

function writeArray(array: usize, target: usize, end: usize, depth: u32): usize {
  const count = load<u32>(array, ARRAY_COUNT)
  target = writeHead(MAJOR_ARRAY, count, target, end)
  for (let index: u32 = 0; index < count && target != 0; index++) {
    target = writeItem(
      load<u64>(array + ARRAY_VALUES + (usize(index) << 3)),
      target,
      end,
      depth + 1,
    )
  }
  return target
}

/** Whether the first key comes before the second: shorter ones first, for their heads are smaller. */
function isBefore(left: usize, right: usize): bool {
  const leftLength = stringLength(left)
  const rightLength = stringLength(right)
  if (leftLength != rightLength) return leftLength < rightLength
  return memory.compare(stringBytes(left), stringBytes(right), leftLength) < 0
}

function writeMap(object: usize, target: usize, end: usize, depth: u32): usize {
  const count = load<u32>(object, OBJECT_ENTRIES)
  // The order is found by looking through all keys for each: bounded, for nobody's unit has so many.
  if (count > u32(ITEMS_MAX)) return 0
  target = writeHead(MAJOR_MAP, count, target, end)
  let last: usize = 0
  for (let rest = count; rest > 0 && target != 0; rest--) {
    let next: usize = 0
    for (let index: u32 = 0; index < count; index++) {
      const entry = object + usize(index) * ENTRY_BYTES
      const key = pointerOf(load<u64>(entry, ENTRY_KEY))
      if (last != 0 && !isBefore(pointerOf(load<u64>(last, ENTRY_KEY)), key)) continue
      if (next == 0 || isBefore(key, pointerOf(load<u64>(next, ENTRY_KEY)))) next = entry
    }
    // The same key twice: no context has that.
    if (next == 0) return 0
    target = writeString(pointerOf(load<u64>(next, ENTRY_KEY)), target, end)
    target = writeItem(load<u64>(next, ENTRY_VALUE), target, end, depth + 1)
    last = next
  }
  return target
}

function writeItem(value: u64, target: usize, end: usize, depth: u32): usize {
  if (target == 0 || depth > u32(DEPTH_MAX)) return 0
  if (isNumber(value)) return writeNumber(reinterpret<f64>(value), target, end)
  const tag = tagOf(value)
  if (tag == TAG_STRING) return writeString(pointerOf(value), target, end)
  if (tag == TAG_ARRAY) return writeArray(pointerOf(value), target, end, depth)
  if (tag == TAG_OBJECT) return writeMap(pointerOf(value), target, end, depth)
  // false 0xf4, true 0xf5, null 0xf6
  const simple = tag == TAG_BOOLEAN ? 20 + (value & 1) : 22
  return writeHead(0xe0, simple, target, end)
}

/** The encoding as a string of the arena; null for null, missing and arrays, which are no units. */
export function encodeUnit(lane: usize, value: u64): u64 {
  if (tagOf(value) == TAG_ARRAY || tagOf(value) > TAG_BOOLEAN) return NULL
  return encode(lane, value)
}

/** The encoding of the array of flag key and targeting key; null without a targeting key. */
export function encodeUnitPair(lane: usize, pair: usize): u64 {
  const key = load<u64>(pair, 8)
  if (!isString(key) || stringLength(pointerOf(key)) == 0) return NULL
  if (arenaLeft(lane) < u32(STRING_BYTES)) return FAILED_FULL
  const string: usize = load<u32>(lane, LANE_ARENA)
  const end: usize = load<u32>(lane, LANE_ARENA_END)
  let target = writeHead(MAJOR_ARRAY, 2, string + STRING_BYTES, end)
  target = writeItem(load<u64>(pair), target, end, 1)
  target = writeItem(key, target, end, 1)
  return take(lane, string, target)
}

function encode(lane: usize, value: u64): u64 {
  if (arenaLeft(lane) < u32(STRING_BYTES)) return FAILED_FULL
  const string: usize = load<u32>(lane, LANE_ARENA)
  return take(
    lane,
    string,
    writeItem(value, string + STRING_BYTES, load<u32>(lane, LANE_ARENA_END), 0),
  )
}

function take(lane: usize, string: usize, target: usize): u64 {
  if (target == 0) return FAILED_FULL
  const length = u32(target - stringBytes(string))
  if (allocate(lane, STRING_BYTES + length) == 0) return FAILED_FULL
  return stringValue(string, length)
}
