// HMAC-SHA-256 (RFC 2104). A key is kept as two midstates, so that a message of up to 55 bytes takes two blocks instead
// of four.
import {
  HMAC_INNER,
  HMAC_OUTER,
  HMAC_STATE,
  SHA256_BLOCK_BYTES,
  SHA256_DIGEST_BYTES,
  SHA256_LENGTH_OFFSET,
} from '../shared/hash.ts'
import { clearBlock, sha256, sha256Block, sha256Start, storeDigest } from './sha256.ts'

const INNER_PADDING: u64 = 0x3636363636363636
const OUTER_PADDING: u64 = 0x5c5c5c5c5c5c5c5c
/** Of the outer message: a block of the key and a digest. */
const OUTER_BITS: u64 = (SHA256_BLOCK_BYTES + SHA256_DIGEST_BYTES) << 3

/** Adds a padding to the key in a block, or takes it away. */
function pad(block: usize, padding: u64): void {
  for (const end = block + SHA256_BLOCK_BYTES; block < end; block += 8) {
    store<u64>(block, load<u64>(block) ^ padding)
  }
}

/**
 * Writes the midstates of a key (../shared/hash.ts draws them) to `target`. `scratch` has HMAC_SCRATCH_BYTES, overlaps
 * neither, and keeps nothing of the key.
 */
export function hmacMidstates(key: usize, keyLength: u32, target: usize, scratch: usize): void {
  const block = scratch
  if (keyLength > u32(SHA256_BLOCK_BYTES)) {
    const state = scratch + HMAC_STATE
    sha256Start(state)
    sha256(state, key, keyLength, 0, scratch)
    clearBlock(block)
    storeDigest(state, block)
    sha256Start(state)
  } else {
    clearBlock(block)
    memory.copy(block, key, keyLength)
  }
  pad(block, INNER_PADDING)
  sha256Start(target + HMAC_INNER)
  sha256Block(target + HMAC_INNER, block)
  pad(block, INNER_PADDING ^ OUTER_PADDING)
  sha256Start(target + HMAC_OUTER)
  sha256Block(target + HMAC_OUTER, block)
  clearBlock(block)
}

function copyState(from: usize, to: usize): void {
  store<u64>(to, load<u64>(from))
  store<u64>(to, load<u64>(from, 8), 8)
  store<u64>(to, load<u64>(from, 16), 16)
  store<u64>(to, load<u64>(from, 24), 24)
}

/** Writes the 32 bytes that authenticate a message. `scratch` has HMAC_SCRATCH_BYTES and overlaps nothing else. */
export function hmac(
  midstates: usize,
  pointer: usize,
  length: u32,
  digestTarget: usize,
  scratch: usize,
): void {
  const state = scratch + HMAC_STATE
  copyState(midstates + HMAC_INNER, state)
  sha256(state, pointer, length, SHA256_BLOCK_BYTES, scratch)
  // The outer message is of one length, so its last block is written as it is.
  storeDigest(state, scratch)
  store<u64>(scratch, 0x80, SHA256_DIGEST_BYTES)
  store<u64>(scratch, 0, SHA256_DIGEST_BYTES + 8)
  store<u64>(scratch, 0, SHA256_DIGEST_BYTES + 16)
  store<u64>(scratch, bswap<u64>(OUTER_BITS), SHA256_LENGTH_OFFSET)
  copyState(midstates + HMAC_OUTER, state)
  sha256Block(state, scratch)
  storeDigest(state, digestTarget)
}
