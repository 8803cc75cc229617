// Text of a number: String(number), that is ECMAScript's Number::toString with radix 10. Integers and decimals of at
// most 15 digits, which is what people write, take a few operations; ./shortest.ts does the rest.
import { writeDecimal } from './decimal.ts'
import { writeShortest } from './shortest.ts'
import { NUMBER_TEXT_MAX, NUMBER_WORK_BYTES } from './work.ts'

export { NUMBER_TEXT_MAX, NUMBER_WORK_BYTES }

const MINUS = 0x2d
/** "NaN" and "Infinity" as little-endian words. */
const NAN_TEXT: u32 = 0x4e614e
const INFINITY_TEXT: u64 = 0x7974696e69666e49

const FRACTION_BITS = 52
const FRACTION_MASK: u64 = (1 << 52) - 1
const EXPONENT_MASK = 0x7ff
const EXPONENT_BIAS = 1075

/** Integers below 2^53 are exact, and no shorter decimal reads back as one. */
const INTEGER_END: f64 = 9007199254740992
/** 15 digits at least are needed below this for a scale of more than 10^22, the last power of ten that is exact. */
const SHORT_MIN: f64 = 1e-7
const SHORT_END: f64 = 1e15

/**
 * Writes `number` (above 0) if a decimal of at most 15 digits reads back as it; one behind the text, or 0.
 *
 * No two such decimals read back as the same double, so the one that is found is the shortest text. It is found if it
 * is there: number * scale is off by less than 2^-52 of itself, so nearer than 0.25 to the integer that is looked for,
 * and the division of two exact numbers rounds as reading the decimal does.
 */
function writeShort(number: f64, pointer: usize): usize {
  if (number < SHORT_MIN) return 0
  let decimals = 1
  let scale: f64 = 10
  let scaled = nearest(number * scale)
  while (scaled < SHORT_END) {
    if (scaled / scale == number) return writeDecimal(u64(scaled), -decimals, pointer)
    decimals++
    scale *= 10
    scaled = nearest(number * scale)
  }
  return 0
}

function writeFinite(number: f64, pointer: usize, work: usize): usize {
  if (number < INTEGER_END) {
    const whole = u64(number)
    if (f64(whole) == number) return writeDecimal(whole, 0, pointer)
    const end = writeShort(number, pointer)
    if (end != 0) return end
  }
  const bits = reinterpret<u64>(number)
  const biased = i32(bits >> FRACTION_BITS)
  const fraction = bits & FRACTION_MASK
  if (biased == 0) return writeShortest(fraction, 1 - EXPONENT_BIAS, pointer, work)
  return writeShortest(fraction | (FRACTION_MASK + 1), biased - EXPONENT_BIAS, pointer, work)
}

/**
 * String(number) as ASCII at `pointer`, where NUMBER_TEXT_MAX bytes are free; its length, which is 1 at least. `work`
 * is the caller's scratch of NUMBER_WORK_BYTES.
 */
export function formatNumber(number: f64, pointer: usize, work: usize): u32 {
  const bits = reinterpret<u64>(number)
  let start = pointer
  const special = (u32(bits >> FRACTION_BITS) & u32(EXPONENT_MASK)) == u32(EXPONENT_MASK)
  if (special && (bits & FRACTION_MASK) != 0) {
    store<u32>(pointer, NAN_TEXT)
    return 3
  }
  // The text of -0 is that of 0.
  if (bits >> 63 != 0 && bits << 1 != 0) {
    store<u8>(start, MINUS)
    start++
  }
  if (special) {
    store<u64>(start, INFINITY_TEXT)
    return u32(start - pointer) + 8
  }
  return u32(writeFinite(abs(number), start, work) - pointer)
}
