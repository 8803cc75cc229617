// The double nearest to a decimal of any length, exactly: the decimal as a quotient of two big integers, of which the
// first 64 bits and whether there is a rest decide. AlgorithmM of Clinger ("How to Read Floating Point Numbers
// Accurately", PLDI 1990), with the quotient sized by the operands' lengths instead of a search.
import {
  bigBits,
  bigDivide,
  bigIsZero,
  bigMultiplyAdd,
  bigSet,
  bigTimesFives,
  bigTimesTwos,
} from './big.ts'
import { digitCount } from './decimal.ts'
import { INFINITE, nearestDouble } from './round.ts'
import { DENOMINATOR, NUMERATOR } from './work.ts'

const ZERO = 0x30
/** Digits that fit a limb, as the power of ten that they stay below. */
const CHUNK: u32 = 1000000000
/**
 * Digits that are read behind a full head of 19, a whole number of chunks: 775 in all. A number halfway between two
 * doubles has at most 768 digits, so that of those that follow it only counts whether one is not 0.
 */
const TAIL_MAX = 84 * 9
/** Numbers from 10^309 on are above the greatest double; those below 10^-324 are nearer to 0 than to the least. */
const POINT_MAX = 309
const POINT_MIN = -323

/**
 * The bits of the double nearest to the number that begins with the digits of `head` (not 0), head * 10^exponent, and
 * goes on, if `tail` is below `last`, with the digits from `tail` to `last`, whose last is not 0. There may be a decimal
 * point among them. They only follow a head of 19 digits.
 */
export function exactDecimal(head: u64, exponent: i64, tail: usize, last: usize, work: usize): u64 {
  // From 10^(point - 1) on, below 10^point.
  const point = exponent + i64(digitCount(head))
  if (point > POINT_MAX) return INFINITE
  if (point < POINT_MIN) return 0

  const numerator = work + NUMERATOR
  bigSet(numerator, head)
  let tens = i32(exponent)
  let chunk: u32 = 0
  let scale: u32 = 1
  for (let room = TAIL_MAX; tail < last && room > 0; tail++) {
    const digit = u32(load<u8>(tail)) - ZERO
    if (digit > 9) continue
    chunk = chunk * 10 + digit
    scale *= 10
    tens--
    room--
    if (scale == CHUNK) {
      bigMultiplyAdd(numerator, scale, chunk)
      chunk = 0
      scale = 1
    }
  }
  if (scale != 1) bigMultiplyAdd(numerator, scale, chunk)

  const denominator = work + DENOMINATOR
  bigSet(denominator, 1)
  bigTimesFives(tens < 0 ? denominator : numerator, u32(abs(tens)))
  // A quotient of 63 or 64 bits: from 2^62 on, below 2^64.
  const shift = 63 - (i32(bigBits(numerator)) - i32(bigBits(denominator)))
  bigTimesTwos(denominator, u32(max(-shift, 0)))
  // Up to a whole limb, as the division wants it; the numerator comes along.
  const filler = (0 - bigBits(denominator)) & 31
  bigTimesTwos(denominator, filler)
  bigTimesTwos(numerator, u32(max(shift, 0)) + filler)
  const quotient = bigDivide(numerator, denominator)
  return nearestDouble(quotient, tens - shift, tail < last || !bigIsZero(numerator))
}
