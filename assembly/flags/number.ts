// Numbers from text and text from numbers, as JavaScript has them, for the cases that need no more than 64-bit
// integers and one exact floating-point step. `UNSUPPORTED` marks the rest: the evaluation then ends with an
// error, never with a nearby number.

/** A NaN with a payload no operation makes: the text is a number, but one that this code does not round. */
export const UNSUPPORTED: u64 = 0x7ff800000000fade
const NOT_A_NUMBER: u64 = 0x7ff8000000000000

/** 10^22 is the last power of ten that a double holds exactly. */
const EXPONENT_MAX = 22
const MANTISSA_MAX: u64 = 1 << 53

function powerOfTen(exponent: i32): f64 {
  let power: f64 = 1
  for (; exponent > 0; exponent--) power *= 10
  return power
}

/** Length of the white space (as String.prototype.trim knows it) that starts at `pointer`; 0 if none. */
function spaceLength(pointer: usize, end: usize): u32 {
  const byte = load<u8>(pointer)
  if (byte == 0x20 || (byte >= 0x09 && byte <= 0x0d)) return 1
  if (byte < 0xc2) return 0
  if (byte == 0xc2) return pointer + 2 <= end && load<u8>(pointer + 1) == 0xa0 ? 2 : 0
  if (pointer + 3 > end) return 0
  const rest = (u32(load<u8>(pointer + 1)) << 8) | u32(load<u8>(pointer + 2))
  if (byte == 0xe1) return rest == 0x9a80 ? 3 : 0 // U+1680
  if (byte == 0xe2) {
    // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
    const known = (rest >= 0x8080 && rest <= 0x808a) || rest == 0x80a8 || rest == 0x80a9
    return known || rest == 0x80af || rest == 0x819f ? 3 : 0
  }
  if (byte == 0xe3) return rest == 0x8080 ? 3 : 0 // U+3000
  if (byte == 0xef) return rest == 0xbbbf ? 3 : 0 // U+FEFF
  return 0
}

/** The first byte that is not white space. */
export function trimStart(pointer: usize, end: usize): usize {
  while (pointer < end) {
    const length = spaceLength(pointer, end)
    if (length == 0) break
    pointer += length
  }
  return pointer
}

/** One behind the last byte that is not white space. */
export function trimEnd(pointer: usize, end: usize): usize {
  while (end > pointer) {
    if (spaceLength(end - 1, end) == 1) end -= 1
    else if (end - pointer >= 2 && spaceLength(end - 2, end) == 2) end -= 2
    else if (end - pointer >= 3 && spaceLength(end - 3, end) == 3) end -= 3
    else break
  }
  return end
}

function digitOf(byte: u32): u32 {
  if (byte - 0x30 <= 9) return byte - 0x30
  byte |= 0x20
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : 99
}

function parseRadix(pointer: usize, end: usize, shift: u32): u64 {
  let mantissa: u64 = 0
  if (pointer >= end) return NOT_A_NUMBER
  for (; pointer < end; pointer++) {
    const digit = digitOf(load<u8>(pointer))
    if (digit >> shift != 0) return NOT_A_NUMBER
    if (mantissa >> (64 - shift) != 0) return UNSUPPORTED
    mantissa = (mantissa << shift) | digit
  }
  return reinterpret<u64>(f64(mantissa))
}

function parseInfinity(pointer: usize, end: usize): bool {
  // "Infinity" as one little-endian word.
  return end - pointer == 8 && load<u64>(pointer) == 0x7974696e69666e49
}

/** Number(text): the bits of the number, NaN, or UNSUPPORTED. */
export function parseNumber(pointer: usize, length: u32): u64 {
  let end = pointer + length
  pointer = trimStart(pointer, end)
  end = trimEnd(pointer, end)
  if (pointer == end) return 0
  const first = load<u8>(pointer)
  if (first == 0x30 && end - pointer > 2) {
    const kind = load<u8>(pointer + 1) | 0x20
    if (kind == 0x78) return parseRadix(pointer + 2, end, 4)
    if (kind == 0x6f) return parseRadix(pointer + 2, end, 3)
    if (kind == 0x62) return parseRadix(pointer + 2, end, 1)
  }
  const negative = first == 0x2d
  if (negative || first == 0x2b) pointer++
  if (parseInfinity(pointer, end)) return reinterpret<u64>(negative ? -Infinity : Infinity)
  return parseDecimal(pointer, end, negative)
}

function parseDecimal(pointer: usize, end: usize, negative: bool): u64 {
  let mantissa: u64 = 0
  let exponent = 0
  let digits = 0
  let fraction = false
  let overlong = false
  for (; pointer < end; pointer++) {
    const byte = load<u8>(pointer)
    if (byte == 0x2e && !fraction) {
      fraction = true
      continue
    }
    const digit = u32(byte) - 0x30
    if (digit > 9) break
    digits++
    // 19 digits always fit 64 bits; trailing zeros of a longer integer are only an exponent.
    if (mantissa < 100000000000000000) {
      mantissa = mantissa * 10 + digit
      if (fraction) exponent--
    } else {
      if (digit != 0) overlong = true
      if (!fraction) exponent++
    }
  }
  if (digits == 0) return NOT_A_NUMBER
  if (pointer < end) {
    if ((load<u8>(pointer) | 0x20) != 0x65) return NOT_A_NUMBER
    pointer++
    let minus = false
    if (pointer < end && (load<u8>(pointer) == 0x2b || load<u8>(pointer) == 0x2d)) {
      minus = load<u8>(pointer) == 0x2d
      pointer++
    }
    if (pointer >= end) return NOT_A_NUMBER
    let written = 0
    for (; pointer < end; pointer++) {
      const digit = u32(load<u8>(pointer)) - 0x30
      if (digit > 9) return NOT_A_NUMBER
      if (written < 100000) written = written * 10 + digit
    }
    exponent += minus ? -written : written
  }
  while (mantissa != 0 && exponent < 0 && mantissa % 10 == 0) {
    mantissa /= 10
    exponent++
  }
  if (mantissa == 0) return reinterpret<u64>(negative ? -0.0 : 0.0)
  if (overlong) return UNSUPPORTED
  // Both operands are exact, so the one operation rounds as the whole would (Clinger's fast path).
  if (mantissa > MANTISSA_MAX || exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX) {
    if (exponent != 0) return UNSUPPORTED
  }
  let number = f64(mantissa)
  if (exponent > 0) number *= powerOfTen(exponent)
  else if (exponent < 0) number /= powerOfTen(-exponent)
  return reinterpret<u64>(negative ? -number : number)
}

/** Most bytes that `formatNumber` writes. */
export const NUMBER_TEXT_MAX = 32

function formatInteger(value: u64, pointer: usize): u32 {
  let length: u32 = 1
  for (let rest = value / 10; rest > 0; rest /= 10) length++
  for (let index = length; index > 0; index--) {
    store<u8>(pointer + index - 1, u8(0x30 + (value % 10)))
    value /= 10
  }
  return length
}

/**
 * String(number), written to `pointer`; its length, or 0 where the shortest form needs more than 15 digits or
 * an exponent.
 */
export function formatNumber(number: f64, pointer: usize): u32 {
  let sign: u32 = 0
  if (number < 0) {
    store<u8>(pointer, 0x2d)
    sign = 1
    number = -number
  }
  if (!(number < 9007199254740992)) return 0
  const whole = u64(number)
  if (f64(whole) == number) return sign + formatInteger(whole, pointer + sign)
  if (number < 0.000001) return 0
  // The smallest scale at which an integer divides back to this very number is its shortest form.
  let scale: f64 = 10
  for (let decimals: u32 = 1; decimals <= 15; decimals++, scale *= 10) {
    const scaled = nearest(number * scale)
    if (scaled >= 1e15) return 0
    if (scaled / scale == number) {
      const integer = u64(scaled)
      const divisor = u64(scale)
      let length = sign + formatInteger(integer / divisor, pointer + sign)
      store<u8>(pointer + length, 0x2e)
      length++
      let rest = integer % divisor
      for (let index = decimals; index > 0; index--) {
        store<u8>(pointer + length + index - 1, u8(0x30 + (rest % 10)))
        rest /= 10
      }
      return length + decimals
    }
  }
  return 0
}
