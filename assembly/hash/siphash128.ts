// SipHash-2-4 with an answer of 128 bits (Aumasson and Bernstein; the reference implementation with outlen 16). Recognises
// credentials that were verified before, keyed with a secret of the engine (decision 18). The time depends on the length
// alone.

/** The last 0 to 7 bytes of a message below its length. */
function lastWord(pointer: usize, length: u32): u64 {
  let word = u64(length) << 56
  const rest: u32 = length & 7
  if (rest == 0) return word
  // What stands before is shifted out: one load instead of up to seven.
  if (length >= 8) return word | (load<u64>(pointer + length - 8) >> ((8 - rest) << 3))
  for (let index: u32 = 0; index < length; index++) {
    word |= u64(load<u8>(pointer + index)) << (index << 3)
  }
  return word
}

/** Writes the hash of `length` bytes to `target`: 16 bytes, the lower word first, as the reference does. */
export function siphash128(
  seed0: u64,
  seed1: u64,
  pointer: usize,
  length: u32,
  target: usize,
): void {
  let v0: u64 = seed0 ^ 0x736f6d6570736575
  let v1: u64 = seed1 ^ 0x646f72616e646f6d ^ 0xee
  let v2: u64 = seed0 ^ 0x6c7967656e657261
  let v3: u64 = seed1 ^ 0x7465646279746573
  const last = lastWord(pointer, length)
  const end = pointer + (length & ~7)
  // Turns of two rounds, which are written down once: the words, the last word, and twice two that finish each half.
  for (let left = 5; left > 0; ) {
    let word: u64 = 0
    if (pointer < end) {
      word = load<u64>(pointer)
      pointer += 8
    } else {
      if (left == 5) word = last
      else if (left == 4) v2 ^= 0xee
      else if (left == 2) {
        store<u64>(target, v0 ^ v1 ^ v2 ^ v3)
        v1 ^= 0xdd
      }
      left--
    }
    v3 ^= word
    v0 += v1
    v2 += v3
    v1 = rotl<u64>(v1, 13) ^ v0
    v3 = rotl<u64>(v3, 16) ^ v2
    v0 = rotl<u64>(v0, 32)
    v2 += v1
    v0 += v3
    v1 = rotl<u64>(v1, 17) ^ v2
    v3 = rotl<u64>(v3, 21) ^ v0
    v2 = rotl<u64>(v2, 32)
    v0 += v1
    v2 += v3
    v1 = rotl<u64>(v1, 13) ^ v0
    v3 = rotl<u64>(v3, 16) ^ v2
    v0 = rotl<u64>(v0, 32)
    v2 += v1
    v0 += v3
    v1 = rotl<u64>(v1, 17) ^ v2
    v3 = rotl<u64>(v3, 21) ^ v0
    v2 = rotl<u64>(v2, 32)
    v0 ^= word
  }
  store<u64>(target, v0 ^ v1 ^ v2 ^ v3, 8)
}
