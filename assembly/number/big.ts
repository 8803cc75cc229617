// Big integers of a fixed width, in records that the caller owns (./work.ts draws them): as much of them as it takes to
// divide one by the other exactly. Schoolbook arithmetic on limbs of 32 bits, whose products fit 64. No function
// checks for room: ./work.ts counts the limbs that the widest operands need.
import { BIG_COUNT, BIG_LIMBS, LIMB_BYTES } from './work.ts'

const LIMB_BITS = 32
const LIMB_LAST: u64 = 0xffffffff

/** 5^13 is the last power of five that fits a limb. */
const FIVES = 13
const FIVES_POWER: u32 = 1220703125

/** One behind the last limb. */
function limbsEnd(big: usize): usize {
  return big + BIG_LIMBS + usize(load<u32>(big, BIG_COUNT)) * LIMB_BYTES
}

/** big = value. `value` is not 0. */
export function bigSet(big: usize, value: u64): void {
  store<u64>(big, value, BIG_LIMBS)
  store<u32>(big, value >> LIMB_BITS != 0 ? 2 : 1, BIG_COUNT)
}

/** big = big * factor + addend. `factor` is not 0. */
export function bigMultiplyAdd(big: usize, factor: u32, addend: u32): void {
  const end = limbsEnd(big)
  let carry = u64(addend)
  for (let limb = big + BIG_LIMBS; limb < end; limb += LIMB_BYTES) {
    carry += u64(load<u32>(limb)) * u64(factor)
    store<u32>(limb, u32(carry))
    carry >>= LIMB_BITS
  }
  if (carry == 0) return
  store<u32>(end, u32(carry))
  store<u32>(big, load<u32>(big, BIG_COUNT) + 1, BIG_COUNT)
}

/** big = big * 5^exponent */
export function bigTimesFives(big: usize, exponent: u32): void {
  for (; exponent >= u32(FIVES); exponent -= FIVES) bigMultiplyAdd(big, FIVES_POWER, 0)
  let factor: u32 = 1
  for (; exponent > 0; exponent--) factor *= 5
  if (factor != 1) bigMultiplyAdd(big, factor, 0)
}

/** big = big * 2^exponent */
export function bigTimesTwos(big: usize, exponent: u32): void {
  const odd = exponent & 31
  if (odd != 0) bigMultiplyAdd(big, u32(1) << odd, 0)
  const limbs = exponent >> 5
  if (limbs == 0) return
  const first = big + BIG_LIMBS
  const distance = usize(limbs) * LIMB_BYTES
  memory.copy(first + distance, first, limbsEnd(big) - first)
  memory.fill(first, 0, distance)
  store<u32>(big, load<u32>(big, BIG_COUNT) + limbs, BIG_COUNT)
}

/** Bits up to the highest that is set. */
export function bigBits(big: usize): u32 {
  return load<u32>(big, BIG_COUNT) * LIMB_BITS - clz<u32>(load<u32>(limbsEnd(big) - LIMB_BYTES))
}

/** Whether it is 0, which only the rest of a division can be. */
export function bigIsZero(big: usize): bool {
  return load<u32>(big, BIG_COUNT) == 0
}

/**
 * Subtracts digit * denominator from the `count` + 1 limbs at `pointer`, as many times too often as the result is
 * below 0: what is left there is the right rest. Answers the digit that was right. `digit` is at most 2 too high.
 */
function subtractMultiple(pointer: usize, denominator: usize, count: u32, digit: u64): u64 {
  const bytes = usize(count) * LIMB_BYTES
  const limbs = denominator + BIG_LIMBS
  let carry: u64 = 0
  let borrow: u64 = 0
  for (let offset: usize = 0; offset < bytes; offset += LIMB_BYTES) {
    carry += digit * u64(load<u32>(limbs + offset))
    const rest = u64(load<u32>(pointer + offset)) - (carry & LIMB_LAST) - borrow
    store<u32>(pointer + offset, u32(rest))
    carry >>= LIMB_BITS
    borrow = rest >> 63
  }
  // The top limb as a signed number: below 0 once for each time that was too often.
  let top = i64(load<u32>(pointer + bytes)) - i64(carry) - i64(borrow)
  while (top < 0) {
    digit--
    carry = 0
    for (let offset: usize = 0; offset < bytes; offset += LIMB_BYTES) {
      carry += u64(load<u32>(pointer + offset)) + u64(load<u32>(limbs + offset))
      store<u32>(pointer + offset, u32(carry))
      carry >>= LIMB_BITS
    }
    top += i64(carry)
  }
  store<u32>(pointer + bytes, u32(top))
  return digit
}

/**
 * The whole part of numerator / denominator; the rest of the division stays in `numerator`. Long division, two digits
 * of 32 bits (Knuth, The Art of Computer Programming, 4.3.1, algorithm D). The caller sees to it that the quotient is
 * below 2^64 and that the highest bit of the denominator's last limb is set: then a digit guessed from the highest limbs
 * alone is at most 2 too high.
 */
export function bigDivide(numerator: usize, denominator: usize): u64 {
  const count = load<u32>(denominator, BIG_COUNT)
  const lead = u64(load<u32>(limbsEnd(denominator) - LIMB_BYTES))
  // Both digits are taken, even where the numerator is too short for them to be more than 0.
  const end = numerator + BIG_LIMBS + usize(count + 2) * LIMB_BYTES
  for (let limb = limbsEnd(numerator); limb < end; limb += LIMB_BYTES) store<u32>(limb, 0)
  let quotient: u64 = 0
  for (let top = end - LIMB_BYTES; top >= end - 2 * LIMB_BYTES; top -= LIMB_BYTES) {
    const guess = load<u64>(top - LIMB_BYTES) / lead
    const digit = guess > LIMB_LAST ? LIMB_LAST : guess
    const first = top - usize(count) * LIMB_BYTES
    quotient = (quotient << LIMB_BITS) | subtractMultiple(first, denominator, count, digit)
  }
  let left = count
  while (left > 0 && load<u32>(numerator + BIG_LIMBS + usize(left - 1) * LIMB_BYTES) == 0) left--
  store<u32>(numerator, left, BIG_COUNT)
  return quotient
}
