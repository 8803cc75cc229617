// MurmurHash3, x86, 32 bits (Austin Appleby, public domain reference MurmurHash3.cpp). flagd buckets by it,
// over UTF-8. Cut in three so that a constant prefix can be hashed once, at compile time: `mixBlock` for each
// 4 bytes, `mixTail` for what is left, `finish`.

const C1: u32 = 0xcc9e2d51
const C2: u32 = 0x1b873593

export function mixBlock(hash: u32, block: u32): u32 {
  hash ^= rotl<u32>(block * C1, 15) * C2
  return rotl<u32>(hash, 13) * 5 + 0xe6546b64
}

export function finish(hash: u32, length: u32): u32 {
  hash ^= length
  hash = (hash ^ (hash >> 16)) * 0x85ebca6b
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35
  return hash ^ (hash >> 16)
}

/** The hash of `length` bytes that follow a prefix: `tail` holds the prefix's last 0 to 3 bytes. */
export function murmur3After(
  hash: u32,
  tail: u32,
  prefixLength: u32,
  pointer: usize,
  length: u32,
): u32 {
  const shift: u32 = (prefixLength & 3) << 3
  const total = prefixLength + length
  let index: u32 = 0
  if (shift == 0) {
    for (const end = length & ~3; index < end; index += 4) {
      hash = mixBlock(hash, load<u32>(pointer + index))
    }
    tail = 0
  } else {
    // The prefix ended inside a block: every block is made of two neighbours.
    for (; index + 4 <= length; index += 4) {
      const word = load<u32>(pointer + index)
      hash = mixBlock(hash, tail | (word << shift))
      tail = word >> (32 - shift)
    }
  }
  let bits: u32 = shift
  for (; index < length; index++) {
    tail |= u32(load<u8>(pointer + index)) << bits
    bits += 8
    if (bits == 32) {
      hash = mixBlock(hash, tail)
      tail = 0
      bits = 0
    }
  }
  // The mix of an empty tail is 0, as in the reference.
  hash ^= rotl<u32>(tail * C1, 15) * C2
  return finish(hash, total)
}

export function murmur3(pointer: usize, length: u32): u32 {
  return murmur3After(0, 0, 0, pointer, length)
}
