// MurmurHash3 (x86, 32 bits, seed 0) written down once more, from the description of the algorithm, without any
// cleverness.

export function murmur3(text: string): number {
  return murmur3OfBytes(new TextEncoder().encode(text))
}

export function murmur3OfBytes(bytes: Uint8Array): number {
  const scramble = (word: number) => {
    const mixed = Math.imul(word, 0xcc9e2d51)
    return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  }
  let hash = 0
  let index = 0
  for (; index + 4 <= bytes.length; index += 4) {
    const [a, b, c, d] = bytes.subarray(index, index + 4) as unknown as [
      number,
      number,
      number,
      number,
    ]
    hash ^= scramble(a | (b << 8) | (c << 16) | (d << 24))
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  let tail = 0
  for (let rest = bytes.length - 1; rest >= index; rest--) tail = (tail << 8) | bytes[rest]!
  hash ^= scramble(tail) ^ bytes.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
