// Decimals of at most 18 digits as text: ECMAScript's Number::toString with radix 10, behind the choice of the digits.

const DOT = 0x2e
const MINUS = 0x2d
const PLUS = 0x2b
const ZERO = 0x30
const LETTER_E = 0x65

/** The decimal point stands among or near the digits down to 1e-6 and below 1e21; otherwise there is an exponent. */
const POINT_MIN = -5
const POINT_MAX = 21

/** Decimal digits of a value below 10^19, 1 for 0. */
export function digitCount(value: u64): u32 {
  let count: u32 = 1
  for (let power: u64 = 10; count < 19 && value >= power; power *= 10) count++
  return count
}

/** The last `count` digits of the value. */
function writeDigits(value: u64, count: u32, pointer: usize): void {
  for (let digit = pointer + count; digit > pointer; ) {
    const rest = value / 10
    digit--
    store<u8>(digit, ZERO + u32(value - rest * 10))
    value = rest
  }
}

function writeZeros(pointer: usize, end: usize): usize {
  for (; pointer < end; pointer++) store<u8>(pointer, ZERO)
  return pointer
}

/** `e+21`; one behind it. */
function writeExponent(exponent: i32, pointer: usize): usize {
  store<u8>(pointer, LETTER_E)
  store<u8>(pointer + 1, exponent < 0 ? MINUS : PLUS)
  const value = u64(abs(exponent))
  const count = digitCount(value)
  writeDigits(value, count, pointer + 2)
  return pointer + 2 + count
}

/**
 * digits * 10^exponent, of at most 18 digits; one behind the text. Only an integer below 10^21 may have zeros for its
 * last digits.
 */
export function writeDecimal(digits: u64, exponent: i32, pointer: usize): usize {
  const count = digitCount(digits)
  // Digits in front of the decimal point; 0 or less where zeros follow it.
  let point = i32(count) + exponent
  let power = 0
  if (point < POINT_MIN || point > POINT_MAX) {
    power = point - 1
    point = 1
  }
  let end: usize
  if (point <= 0) {
    store<u16>(pointer, (DOT << 8) | ZERO)
    end = writeZeros(pointer + 2, pointer + 2 - point)
    writeDigits(digits, count, end)
    end += count
  } else if (point < i32(count)) {
    // All digits one place to the right; then those before the point go back.
    writeDigits(digits, count, pointer + 1)
    memory.copy(pointer, pointer + 1, point)
    store<u8>(pointer + point, DOT)
    end = pointer + count + 1
  } else {
    writeDigits(digits, count, pointer)
    end = writeZeros(pointer + count, pointer + point)
  }
  return power == 0 ? end : writeExponent(power, end)
}
