// SHA-256 (FIPS 180-4). The state is eight words of 32 bits in native order; a copy of it behind whole blocks, a
// midstate, is where hashing of another message with the same beginning goes on.
//
// The rounds are written out, with their constants in the code and the message schedule in locals: 140 ns a block. A
// loop of 16 rounds took 160 to 190 ns, and a schedule in memory 180 to 200 ns. The time depends on the length alone.
import { SHA256_BLOCK_BYTES, SHA256_LENGTH_OFFSET } from '../shared/hash.ts'

/** The `offset`th byte of a block and the three behind it, as a word. */
function word(block: usize, offset: usize): u32 {
  return bswap<u32>(load<u32>(block + offset))
}

/** The word of the schedule that follows 16 others, of which these are the first, second, tenth and fifteenth. */
function next(w0: u32, w1: u32, w9: u32, w14: u32): u32 {
  const sigma0 = rotr<u32>(w1 ^ rotr<u32>(w1, 11), 7) ^ (w1 >> 3)
  const sigma1 = rotr<u32>(w14 ^ rotr<u32>(w14, 2), 17) ^ (w14 >> 10)
  return w0 + sigma0 + w9 + sigma1
}

/** T1 of a round; `input` is the sum of its word and its constant. */
function t1(e: u32, f: u32, g: u32, h: u32, input: u32): u32 {
  const sum = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25)
  return h + input + (g ^ (e & (f ^ g))) + sum
}

/** T2 of a round. Its `b ^ c` is the `a ^ b` of the round before, which the compiler sees. */
function t2(a: u32, b: u32, c: u32): u32 {
  const sum = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)
  return (b ^ ((a ^ b) & (b ^ c))) + sum
}

/** Moves the state over one block of 64 bytes. */
export function sha256Block(state: usize, block: usize): void {
  let a = load<u32>(state)
  let b = load<u32>(state, 4)
  let c = load<u32>(state, 8)
  let d = load<u32>(state, 12)
  let e = load<u32>(state, 16)
  let f = load<u32>(state, 20)
  let g = load<u32>(state, 24)
  let h = load<u32>(state, 28)
  // biome-ignore format: a row is a round. Instead of the eight values it is their names that move on, by one a row.
  {
    let w0 = word(block, 0); h = t1(e, f, g, h, w0 + 0x428a2f98); d += h; h += t2(a, b, c)
    let w1 = word(block, 4); g = t1(d, e, f, g, w1 + 0x71374491); c += g; g += t2(h, a, b)
    let w2 = word(block, 8); f = t1(c, d, e, f, w2 + 0xb5c0fbcf); b += f; f += t2(g, h, a)
    let w3 = word(block, 12); e = t1(b, c, d, e, w3 + 0xe9b5dba5); a += e; e += t2(f, g, h)
    let w4 = word(block, 16); d = t1(a, b, c, d, w4 + 0x3956c25b); h += d; d += t2(e, f, g)
    let w5 = word(block, 20); c = t1(h, a, b, c, w5 + 0x59f111f1); g += c; c += t2(d, e, f)
    let w6 = word(block, 24); b = t1(g, h, a, b, w6 + 0x923f82a4); f += b; b += t2(c, d, e)
    let w7 = word(block, 28); a = t1(f, g, h, a, w7 + 0xab1c5ed5); e += a; a += t2(b, c, d)
    let w8 = word(block, 32); h = t1(e, f, g, h, w8 + 0xd807aa98); d += h; h += t2(a, b, c)
    let w9 = word(block, 36); g = t1(d, e, f, g, w9 + 0x12835b01); c += g; g += t2(h, a, b)
    let w10 = word(block, 40); f = t1(c, d, e, f, w10 + 0x243185be); b += f; f += t2(g, h, a)
    let w11 = word(block, 44); e = t1(b, c, d, e, w11 + 0x550c7dc3); a += e; e += t2(f, g, h)
    let w12 = word(block, 48); d = t1(a, b, c, d, w12 + 0x72be5d74); h += d; d += t2(e, f, g)
    let w13 = word(block, 52); c = t1(h, a, b, c, w13 + 0x80deb1fe); g += c; c += t2(d, e, f)
    let w14 = word(block, 56); b = t1(g, h, a, b, w14 + 0x9bdc06a7); f += b; b += t2(c, d, e)
    let w15 = word(block, 60); a = t1(f, g, h, a, w15 + 0xc19bf174); e += a; a += t2(b, c, d)
    w0 = next(w0, w1, w9, w14); h = t1(e, f, g, h, w0 + 0xe49b69c1); d += h; h += t2(a, b, c)
    w1 = next(w1, w2, w10, w15); g = t1(d, e, f, g, w1 + 0xefbe4786); c += g; g += t2(h, a, b)
    w2 = next(w2, w3, w11, w0); f = t1(c, d, e, f, w2 + 0x0fc19dc6); b += f; f += t2(g, h, a)
    w3 = next(w3, w4, w12, w1); e = t1(b, c, d, e, w3 + 0x240ca1cc); a += e; e += t2(f, g, h)
    w4 = next(w4, w5, w13, w2); d = t1(a, b, c, d, w4 + 0x2de92c6f); h += d; d += t2(e, f, g)
    w5 = next(w5, w6, w14, w3); c = t1(h, a, b, c, w5 + 0x4a7484aa); g += c; c += t2(d, e, f)
    w6 = next(w6, w7, w15, w4); b = t1(g, h, a, b, w6 + 0x5cb0a9dc); f += b; b += t2(c, d, e)
    w7 = next(w7, w8, w0, w5); a = t1(f, g, h, a, w7 + 0x76f988da); e += a; a += t2(b, c, d)
    w8 = next(w8, w9, w1, w6); h = t1(e, f, g, h, w8 + 0x983e5152); d += h; h += t2(a, b, c)
    w9 = next(w9, w10, w2, w7); g = t1(d, e, f, g, w9 + 0xa831c66d); c += g; g += t2(h, a, b)
    w10 = next(w10, w11, w3, w8); f = t1(c, d, e, f, w10 + 0xb00327c8); b += f; f += t2(g, h, a)
    w11 = next(w11, w12, w4, w9); e = t1(b, c, d, e, w11 + 0xbf597fc7); a += e; e += t2(f, g, h)
    w12 = next(w12, w13, w5, w10); d = t1(a, b, c, d, w12 + 0xc6e00bf3); h += d; d += t2(e, f, g)
    w13 = next(w13, w14, w6, w11); c = t1(h, a, b, c, w13 + 0xd5a79147); g += c; c += t2(d, e, f)
    w14 = next(w14, w15, w7, w12); b = t1(g, h, a, b, w14 + 0x06ca6351); f += b; b += t2(c, d, e)
    w15 = next(w15, w0, w8, w13); a = t1(f, g, h, a, w15 + 0x14292967); e += a; a += t2(b, c, d)
    w0 = next(w0, w1, w9, w14); h = t1(e, f, g, h, w0 + 0x27b70a85); d += h; h += t2(a, b, c)
    w1 = next(w1, w2, w10, w15); g = t1(d, e, f, g, w1 + 0x2e1b2138); c += g; g += t2(h, a, b)
    w2 = next(w2, w3, w11, w0); f = t1(c, d, e, f, w2 + 0x4d2c6dfc); b += f; f += t2(g, h, a)
    w3 = next(w3, w4, w12, w1); e = t1(b, c, d, e, w3 + 0x53380d13); a += e; e += t2(f, g, h)
    w4 = next(w4, w5, w13, w2); d = t1(a, b, c, d, w4 + 0x650a7354); h += d; d += t2(e, f, g)
    w5 = next(w5, w6, w14, w3); c = t1(h, a, b, c, w5 + 0x766a0abb); g += c; c += t2(d, e, f)
    w6 = next(w6, w7, w15, w4); b = t1(g, h, a, b, w6 + 0x81c2c92e); f += b; b += t2(c, d, e)
    w7 = next(w7, w8, w0, w5); a = t1(f, g, h, a, w7 + 0x92722c85); e += a; a += t2(b, c, d)
    w8 = next(w8, w9, w1, w6); h = t1(e, f, g, h, w8 + 0xa2bfe8a1); d += h; h += t2(a, b, c)
    w9 = next(w9, w10, w2, w7); g = t1(d, e, f, g, w9 + 0xa81a664b); c += g; g += t2(h, a, b)
    w10 = next(w10, w11, w3, w8); f = t1(c, d, e, f, w10 + 0xc24b8b70); b += f; f += t2(g, h, a)
    w11 = next(w11, w12, w4, w9); e = t1(b, c, d, e, w11 + 0xc76c51a3); a += e; e += t2(f, g, h)
    w12 = next(w12, w13, w5, w10); d = t1(a, b, c, d, w12 + 0xd192e819); h += d; d += t2(e, f, g)
    w13 = next(w13, w14, w6, w11); c = t1(h, a, b, c, w13 + 0xd6990624); g += c; c += t2(d, e, f)
    w14 = next(w14, w15, w7, w12); b = t1(g, h, a, b, w14 + 0xf40e3585); f += b; b += t2(c, d, e)
    w15 = next(w15, w0, w8, w13); a = t1(f, g, h, a, w15 + 0x106aa070); e += a; a += t2(b, c, d)
    w0 = next(w0, w1, w9, w14); h = t1(e, f, g, h, w0 + 0x19a4c116); d += h; h += t2(a, b, c)
    w1 = next(w1, w2, w10, w15); g = t1(d, e, f, g, w1 + 0x1e376c08); c += g; g += t2(h, a, b)
    w2 = next(w2, w3, w11, w0); f = t1(c, d, e, f, w2 + 0x2748774c); b += f; f += t2(g, h, a)
    w3 = next(w3, w4, w12, w1); e = t1(b, c, d, e, w3 + 0x34b0bcb5); a += e; e += t2(f, g, h)
    w4 = next(w4, w5, w13, w2); d = t1(a, b, c, d, w4 + 0x391c0cb3); h += d; d += t2(e, f, g)
    w5 = next(w5, w6, w14, w3); c = t1(h, a, b, c, w5 + 0x4ed8aa4a); g += c; c += t2(d, e, f)
    w6 = next(w6, w7, w15, w4); b = t1(g, h, a, b, w6 + 0x5b9cca4f); f += b; b += t2(c, d, e)
    w7 = next(w7, w8, w0, w5); a = t1(f, g, h, a, w7 + 0x682e6ff3); e += a; a += t2(b, c, d)
    w8 = next(w8, w9, w1, w6); h = t1(e, f, g, h, w8 + 0x748f82ee); d += h; h += t2(a, b, c)
    w9 = next(w9, w10, w2, w7); g = t1(d, e, f, g, w9 + 0x78a5636f); c += g; g += t2(h, a, b)
    w10 = next(w10, w11, w3, w8); f = t1(c, d, e, f, w10 + 0x84c87814); b += f; f += t2(g, h, a)
    w11 = next(w11, w12, w4, w9); e = t1(b, c, d, e, w11 + 0x8cc70208); a += e; e += t2(f, g, h)
    w12 = next(w12, w13, w5, w10); d = t1(a, b, c, d, w12 + 0x90befffa); h += d; d += t2(e, f, g)
    w13 = next(w13, w14, w6, w11); c = t1(h, a, b, c, w13 + 0xa4506ceb); g += c; c += t2(d, e, f)
    w14 = next(w14, w15, w7, w12); b = t1(g, h, a, b, w14 + 0xbef9a3f7); f += b; b += t2(c, d, e)
    w15 = next(w15, w0, w8, w13); a = t1(f, g, h, a, w15 + 0xc67178f2); e += a; a += t2(b, c, d)
  }
  store<u32>(state, load<u32>(state) + a)
  store<u32>(state, load<u32>(state, 4) + b, 4)
  store<u32>(state, load<u32>(state, 8) + c, 8)
  store<u32>(state, load<u32>(state, 12) + d, 12)
  store<u32>(state, load<u32>(state, 16) + e, 16)
  store<u32>(state, load<u32>(state, 20) + f, 20)
  store<u32>(state, load<u32>(state, 24) + g, 24)
  store<u32>(state, load<u32>(state, 28) + h, 28)
}

/** Writes the state that a message begins with. */
export function sha256Start(state: usize): void {
  store<u32>(state, 0x6a09e667)
  store<u32>(state, 0xbb67ae85, 4)
  store<u32>(state, 0x3c6ef372, 8)
  store<u32>(state, 0xa54ff53a, 12)
  store<u32>(state, 0x510e527f, 16)
  store<u32>(state, 0x9b05688c, 20)
  store<u32>(state, 0x1f83d9ab, 24)
  store<u32>(state, 0x5be0cd19, 28)
}

/** Writes the 32 bytes that a state is published as. May overwrite the state. */
export function storeDigest(state: usize, target: usize): void {
  for (let offset: usize = 0; offset < 32; offset += 4) {
    store<u32>(target + offset, bswap<u32>(load<u32>(state + offset)))
  }
}

/** Fills a block with zeroes. */
export function clearBlock(block: usize): void {
  for (const end = block + SHA256_BLOCK_BYTES; block < end; block += 8) store<u64>(block, 0)
}

/** Writes the last `length` bytes of a message, 0 to 63, with the mark of its end and zeroes behind it. */
function storeTail(pointer: usize, length: u32, block: usize): void {
  clearBlock(block)
  const end = pointer + (length & ~7)
  for (; pointer < end; pointer += 8, block += 8) store<u64>(block, load<u64>(pointer))
  // In one piece: a load of a word waits long for stores of its bytes.
  let word: u64 = 0x80
  for (let index: u32 = length & 7; index > 0; index--) {
    word = (word << 8) | u64(load<u8>(pointer + index - 1))
  }
  store<u64>(block, word)
}

/**
 * Moves the state over the `length` bytes that a message ends with, and over its padding. `hashedBefore` bytes of it,
 * a multiple of 64, are in the state already. `scratch` has SHA256_SCRATCH_BYTES.
 */
export function sha256(
  state: usize,
  pointer: usize,
  length: u32,
  hashedBefore: u32,
  scratch: usize,
): void {
  const rest: u32 = length & (SHA256_BLOCK_BYTES - 1)
  const end = pointer + (length - rest)
  for (; pointer < end; pointer += SHA256_BLOCK_BYTES) sha256Block(state, pointer)
  storeTail(pointer, rest, scratch)
  // No room for the length: it gets a block of its own.
  if (rest >= u32(SHA256_LENGTH_OFFSET)) {
    sha256Block(state, scratch)
    clearBlock(scratch)
  }
  const bits = (u64(hashedBefore) + u64(length)) << 3
  store<u64>(scratch, bswap<u64>(bits), SHA256_LENGTH_OFFSET)
  sha256Block(state, scratch)
  // What is hashed may be a secret.
  clearBlock(scratch)
}
