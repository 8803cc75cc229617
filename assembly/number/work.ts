// What the conversion of numbers asks of its caller. Plain constants: the host imports them too.
//
// Where a number is not a short decimal, both directions ask one question of two big integers: what are the first
// 64 bits of the numerator over the denominator, and is there a rest? The scratch area holds the two of them; nothing
// in it lasts from one call to the next, and any address will do.
//
//   0               348              696
//   +---------------+---------------+
//   |   numerator   |  denominator  |
//   +---------------+---------------+
//
// A big integer is a count and its limbs, lowest first, the last of them not 0:
//
//   0        4        8                348
//   +--------+--------+--------+- ~ --+
//   | count  | limb 0 | limb 1 |      |      u32 each, at most 86 limbs
//   +--------+--------+--------+- ~ --+
//
// Where the 86 come from: the widest operands are those of a text. 775 digits are below 2^2575 and the power of five
// under them is at most 5^1098 < 2^2550. Shifted so that the quotient has 63 or 64 bits and that it ends with a whole
// limb, the denominator has at most 2560 bits or 80 limbs, and the numerator two more. Four are slack.

export const BIG_COUNT = 0
export const BIG_LIMBS = 4
export const LIMB_BYTES = 4
export const LIMBS_MAX = 86
export const BIG_BYTES = BIG_LIMBS + LIMBS_MAX * LIMB_BYTES

export const NUMERATOR = 0
export const DENOMINATOR = NUMERATOR + BIG_BYTES
/** Bytes of scratch that formatNumber and parseNumber may write. */
export const NUMBER_WORK_BYTES = DENOMINATOR + BIG_BYTES

/**
 * Bytes that the text of a number may take. The longest has 25: a sign, "0.", five zeros and 17 digits, as that of
 * -0.0000012345678901234567.
 */
export const NUMBER_TEXT_MAX = 32
