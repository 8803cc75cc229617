// Whether the bits of a permission set satisfy an expression: postfix code over a word of booleans. The verifier has
// proved the depth (verify.ts).
import { PERMISSION_AND, PERMISSION_COUNT_MASK, PERMISSION_OR } from '../shared/gate.ts'

/** `bits`: address of the bits; 0 if there are none. */
export function isPermitted(code: usize, count: u32, bits: usize): bool {
  let stack: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    const word: u32 = load<u16>(code + usize(index) * 2)
    if ((word & (PERMISSION_AND | PERMISSION_OR)) == 0) {
      const isHeld = bits != 0 && ((load<u8>(bits + (word >> 3)) >> (word & 7)) & 1) != 0
      stack = (stack << 1) | u32(isHeld)
      continue
    }
    const parts = word & u32(PERMISSION_COUNT_MASK)
    const mask: u32 = parts == 32 ? -1 : (1 << parts) - 1
    const held = stack & mask
    const isHeld = (word & PERMISSION_AND) != 0 ? held == mask : held != 0
    stack = ((parts == 32 ? 0 : stack >> parts) << 1) | u32(isHeld)
  }
  return (stack & 1) != 0
}
