// Number of a text: Number(text), that is ECMAScript's StringToNumber, over UTF-8. Here is the grammar, and what the
// digits are worth where 64-bit integers and one exact floating-point operation tell; ./exact.ts does the rest. Time is
// linear in the length of the text, plus a constant.
import { exactDecimal } from './exact.ts'
import { INFINITE, NOT_A_NUMBER, nearestDouble } from './round.ts'
import { trimEnd, trimStart } from './space.ts'
import { NUMBER_WORK_BYTES } from './work.ts'

export { NUMBER_WORK_BYTES }

const PLUS = 0x2b
const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const LETTER_B = 0x62
const LETTER_E = 0x65
const LETTER_O = 0x6f
const LETTER_X = 0x78
const LOWER_CASE = 0x20
/** "Infinity" as a little-endian word. */
const INFINITY_TEXT: u64 = 0x7974696e69666e49

/** Digits are read into a head of 64 bits below this, so that it ends with at most 19. */
const HEAD_FULL: u64 = 1000000000000000000
/** Integers up to 2^53, and powers of ten up to 10^22, are exact as doubles. */
const INTEGER_MAX: u64 = 1 << 53
const POWER_MAX = 22
/** An exponent is read no further: no text is long enough to make up for it. */
const EXPONENT_FULL: i64 = 1000000000000
/** No more binary digits are counted: the number is above the greatest double by far. */
const RADIX_EXPONENT_FULL = 4096

/** The value of a hexadecimal digit; 99 for other bytes. */
function digitOf(byte: u32): u32 {
  if (byte - ZERO <= 9) return byte - ZERO
  byte |= LOWER_CASE
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : 99
}

/** The bits of the integer whose digits have `shift` bits each; NOT_A_NUMBER without digits, or where others are. */
function parseRadix(pointer: usize, end: usize, shift: u32): u64 {
  if (pointer == end) return NOT_A_NUMBER
  let mantissa: u64 = 0
  let exponent = 0
  let rest = false
  for (; pointer < end; pointer++) {
    const digit = digitOf(load<u8>(pointer))
    if (digit >> shift != 0) return NOT_A_NUMBER
    if (mantissa >> (64 - shift) == 0) {
      mantissa = (mantissa << shift) | u64(digit)
    } else {
      // 61 bits at least are there, and rounding leaves 53: the others only decide whether there is a tie.
      if (exponent < RADIX_EXPONENT_FULL) exponent += i32(shift)
      if (digit != 0) rest = true
    }
  }
  return mantissa == 0 ? 0 : nearestDouble(mantissa, exponent, rest)
}

/** head * 10^exponent, both exact, so that the one operation rounds as the whole does (Clinger, PLDI 1990). */
function oneStep(head: u64, exponent: i32): u64 {
  let power: f64 = 1
  for (let count = abs(exponent); count > 0; count--) power *= 10
  const number = f64(head)
  return reinterpret<u64>(exponent < 0 ? number / power : number * power)
}

/** The bits of an unsigned decimal literal; NOT_A_NUMBER if the text is none. */
function parseDecimal(pointer: usize, end: usize, work: usize): u64 {
  // The number is head * 10^exponent, and if `last` is above `tail` then more digits are between the two.
  let head: u64 = 0
  let exponent: i64 = 0
  let tail: usize = 0
  let last: usize = 0
  let digits = false
  let fraction = false
  for (; pointer < end; pointer++) {
    const byte = u32(load<u8>(pointer))
    const digit = byte - ZERO
    if (digit > 9) {
      if (byte != DOT || fraction) break
      fraction = true
      continue
    }
    digits = true
    if (head < HEAD_FULL) {
      head = head * 10 + u64(digit)
      tail = pointer + 1
      if (fraction) exponent--
    } else {
      if (digit != 0) last = pointer + 1
      if (!fraction) exponent++
    }
  }
  if (!digits) return NOT_A_NUMBER
  if (pointer < end) {
    if ((load<u8>(pointer) | LOWER_CASE) != LETTER_E) return NOT_A_NUMBER
    pointer++
    const sign = pointer < end ? load<u8>(pointer) : 0
    if (sign == PLUS || sign == MINUS) pointer++
    if (pointer == end) return NOT_A_NUMBER
    let written: i64 = 0
    for (; pointer < end; pointer++) {
      const digit = u32(load<u8>(pointer)) - ZERO
      if (digit > 9) return NOT_A_NUMBER
      if (written < EXPONENT_FULL) written = written * 10 + i64(digit)
    }
    exponent += sign == MINUS ? -written : written
  }
  if (head == 0) return 0
  if (last <= tail) {
    for (; head > INTEGER_MAX && head % 10 == 0; head /= 10) exponent++
    const exact = head <= INTEGER_MAX && exponent >= -POWER_MAX && exponent <= POWER_MAX
    if (exact || exponent == 0) return oneStep(head, i32(exponent))
  }
  return exactDecimal(head, exponent, tail, last, work)
}

/** The bits of a literal that is trimmed and not empty, less its sign; NOT_A_NUMBER if the text is none. */
function parseLiteral(pointer: usize, end: usize, signed: bool, work: usize): u64 {
  const length = end - pointer
  if (length == 8 && load<u64>(pointer) == INFINITY_TEXT) return INFINITE
  if (!signed && length > 1 && load<u8>(pointer) == ZERO) {
    const kind = load<u8>(pointer + 1) | LOWER_CASE
    if (kind == LETTER_X) return parseRadix(pointer + 2, end, 4)
    if (kind == LETTER_O) return parseRadix(pointer + 2, end, 3)
    if (kind == LETTER_B) return parseRadix(pointer + 2, end, 1)
  }
  return parseDecimal(pointer, end, work)
}

/**
 * Number(text) of the `length` bytes of UTF-8 at `pointer`: the nearest double, of two equally near ones the even one;
 * NaN where the text is no number. `work` is the caller's scratch of NUMBER_WORK_BYTES, apart from the text.
 */
export function parseNumber(pointer: usize, length: u32, work: usize): f64 {
  let end = pointer + usize(length)
  pointer = trimStart(pointer, end)
  end = trimEnd(pointer, end)
  if (pointer == end) return 0
  const sign = load<u8>(pointer)
  const signed = sign == PLUS || sign == MINUS
  if (signed) pointer++
  const bits = parseLiteral(pointer, end, signed, work)
  if (bits == NOT_A_NUMBER) return NaN
  return reinterpret<f64>(sign == MINUS ? bits | (u64(1) << 63) : bits)
}
