// The last step of every number that is no short decimal: 64 bits of it to the 53 or fewer that a double has. In
// integers only, because the optimiser assumes things about floating-point operations that are not always so.

export const NOT_A_NUMBER: u64 = 0x7ff8000000000000
export const INFINITE: u64 = 0x7ff0000000000000

/** Binary exponents of the highest bit: of the greatest doubles, and of the least that are not subnormal. */
const LEAD_MAX = 1023
const LEAD_NORMAL_MIN = -1022
/** Bits of the significand behind its first. */
const FRACTION_BITS = 52

/** Shifts right; the last bit of the result is also set if any bit was lost. `bits` is 1 to 63. */
function shiftSticky(value: u64, bits: u32): u64 {
  return (value >> bits) | u64(value << (64 - bits) != 0)
}

/**
 * The bits of the double nearest to (mantissa + r) * 2^exponent, of two equally near ones the even one. r is 0, or if
 * `rest` is set anything between 0 and 1, and then the mantissa has at least 62 bits: r decides a tie at most. The
 * mantissa is not 0; the exponent may be any that a text of 2^32 bytes makes of 64 bits.
 */
export function nearestDouble(mantissa: u64, exponent: i32, rest: bool): u64 {
  const zeros = i32(clz<u64>(mantissa))
  const lead = exponent + 63 - zeros
  if (lead > LEAD_MAX) return INFINITE
  // 55 bits: those of the significand, the next one, and whether anything follows that.
  let significand = shiftSticky(mantissa << zeros, 9) | u64(rest)
  let biased = u64(lead + LEAD_MAX - 1)
  if (lead < LEAD_NORMAL_MIN) {
    const missing = u32(LEAD_NORMAL_MIN - lead)
    if (missing > u32(FRACTION_BITS + 1)) return 0
    significand = shiftSticky(significand, missing)
    biased = 0
  }
  // Up if more than half is lost, or half and the rest is odd: the bits that are 6, 7 or 3 of the last three.
  const tail = u32(significand) & 7
  const up = u64((0xc8 >> tail) & 1)
  // The first bit adds 1 to the biased exponent, and a carry into it is what a double's layout is made for.
  return (biased << FRACTION_BITS) + (significand >> 2) + up
}
