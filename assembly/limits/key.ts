// The keys that a lane knows (shared/layout.ts draws them).
import { siphash } from '../hash/siphash.ts'
import { KEY_HASH, KEY_LIMIT, KEY_PENDING, LANE_KEY_BYTES, LANE_SEED } from '../shared/layout.ts'

/** Hashes the `length` bytes in the lane's key buffer, keyed with its secret, for a place of its keys. */
export function hashKeyBytes(lane: usize, known: usize, length: u32): void {
  const seed0 = load<u64>(lane, LANE_SEED)
  const seed1 = load<u64>(lane, LANE_SEED + 8)
  store<u64>(known, siphash(seed0, seed1, load<u32>(lane, LANE_KEY_BYTES), length), KEY_HASH)
  store<u32>(known, 0, KEY_LIMIT)
}

/** Hashes a key that the host has only just written: a call less than asking for the hash first. */
export function settleKey(lane: usize, known: usize): void {
  const pending = load<u32>(known, KEY_LIMIT)
  if (pending >= u32(KEY_PENDING)) hashKeyBytes(lane, known, pending - KEY_PENDING)
}
