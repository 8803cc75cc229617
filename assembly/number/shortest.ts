// The shortest decimal that reads back as a given double, and of several the one nearest to it: exactly, for every
// double. The interval of Steele and White ("How to Print Floating-Point Numbers Accurately", PLDI 1990) cut down
// digit by digit in 64-bit integers as in Ryu (Adams, PLDI 2018); but where Ryu multiplies by one of 617 powers of ten
// from a table of 10 KB, this divides two big integers, three times. No number makes more than 26 limbs of them.
import { bigBits, bigDivide, bigIsZero, bigSet, bigTimesFives, bigTimesTwos } from './big.ts'
import { writeDecimal } from './decimal.ts'
import { DENOMINATOR, NUMERATOR } from './work.ts'

/** log10(2) * 2^18, rounded down. */
const LOG10_2: i32 = 78913
const LOG10_2_BITS = 18
const SCALED_DIGITS = 18

/** The significand whose lower neighbour is only half as far away as the upper, unless both are subnormal. */
const POWER_OF_TWO: u64 = 1 << 52
const EXPONENT_MIN = -1074

/** floor(quarters * 5^fives * 2^twos / denominator); the rest of the division stays in the numerator. */
function divide(work: usize, quarters: u64, fives: u32, twos: u32): u64 {
  bigSet(work + NUMERATOR, quarters)
  bigTimesFives(work + NUMERATOR, fives)
  bigTimesTwos(work + NUMERATOR, twos)
  return bigDivide(work + NUMERATOR, work + DENOMINATOR)
}

/**
 * Writes significand * 2^exponent (above 0, and in the form that a double has) as JavaScript does; one behind the text.
 *
 * v is scaled by a power of ten to 18 or 19 digits. The decimals that read back as v lie between `low` and `high`,
 * halfway to its neighbours, which themselves belong to v if its significand is even (the tie goes to it). As
 * neighbours differ by more than v * 2^-53, that is more than 11 units of the scale: at least one digit can go, and
 * digits go as long as a multiple of the next power of ten is left in the interval.
 */
export function writeShortest(significand: u64, exponent: i32, pointer: usize, work: usize): usize {
  // 10^t <= v < 2 * 10^(t+1) for the t that is subtracted (checked for each of the 2,098 exponents of the highest bit):
  // 10^17 <= v * 10^scale < 2 * 10^18, and no more than 3 * 10^18 half a step above, so that all is below 2^63.
  const lead = exponent + 63 - i32(clz<u64>(significand))
  const scale = SCALED_DIGITS - 1 - ((lead * LOG10_2) >> LOG10_2_BITS)
  const fives = u32(max(scale, 0))
  // Halfway to a neighbour is 2 quarters of the last bit, or 1 to that below a power of two.
  const twos = exponent - 2 + scale
  const denominator = work + DENOMINATOR
  bigSet(denominator, 1)
  bigTimesFives(denominator, u32(max(-scale, 0)))
  bigTimesTwos(denominator, u32(max(-twos, 0)))
  // Up to a whole limb, as the division wants it; the numerators come along.
  const filler = (0 - bigBits(denominator)) & 31
  bigTimesTwos(denominator, filler)
  const shift = u32(max(twos, 0)) + filler

  const numerator = work + NUMERATOR
  const quarters = significand << 2
  const even = (significand & 1) == 0
  const below: u64 = significand == POWER_OF_TWO && exponent > EXPONENT_MIN ? 1 : 2
  let low = divide(work, quarters - below, fives, shift)
  if (!even || !bigIsZero(numerator)) low++
  let high = divide(work, quarters + 2, fives, shift)
  if (!even && bigIsZero(numerator)) high--
  const middle = divide(work, quarters, fives, shift)
  const rest = !bigIsZero(numerator)

  let unit: u64 = 1
  let removed = 0
  while (true) {
    const nextLow = (low + 9) / 10
    const nextHigh = high / 10
    if (nextLow > nextHigh) break
    low = nextLow
    high = nextHigh
    unit *= 10
    removed++
  }
  // The multiple of the unit nearest to v, or the nearest of those in the interval. A smaller unit gives as few digits
  // only to 9 in an interval that has 10 as well, and the one of those, that of 2^-1073, is nearer to 10.
  let digits = middle / unit
  const lost = middle - digits * unit
  const half = unit >> 1
  if (lost > half || (lost == half && (rest || (digits & 1) == 1))) digits++
  digits = min(max(digits, low), high)
  return writeDecimal(digits, removed - scale, pointer)
}
