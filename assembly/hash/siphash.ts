// SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012; the 1-3 variant is the one that
// Rust, Ruby and Python use for hash tables). Keyed with a secret of the engine, so that nobody outside can
// choose limit keys that collide.

export function siphash(seed0: u64, seed1: u64, pointer: usize, length: u32): u64 {
  let v0: u64 = seed0 ^ 0x736f6d6570736575
  let v1: u64 = seed1 ^ 0x646f72616e646f6d
  let v2: u64 = seed0 ^ 0x6c7967656e657261
  let v3: u64 = seed1 ^ 0x7465646279746573
  const end = pointer + (length & ~7)
  let last: u64 = u64(length) << 56
  let finals = 4
  // One loop for words, the padded last word and the three final rounds: the round is inlined only once.
  while (finals > 0) {
    let word: u64 = 0
    if (pointer < end) {
      word = load<u64>(pointer)
      pointer += 8
    } else {
      if (finals == 4) {
        for (let index: u32 = length & 7; index > 0; index--) {
          last |= u64(load<u8>(pointer + index - 1)) << ((index - 1) << 3)
        }
        word = last
      } else if (finals == 3) {
        v2 ^= 0xff
      }
      finals--
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
    v0 ^= word
  }
  return v0 ^ v1 ^ v2 ^ v3
}
