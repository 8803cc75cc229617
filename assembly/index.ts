// Every export of the engine, and nothing else. All parameters and results are 32-bit integers or doubles: a 64-bit
// one would be a BigInt, which allocates on the JS heap. Pointers are addresses in the one memory.
import { run } from './flags/evaluate.ts'
import { pin, unpin } from './flags/pin.ts'
import { verify } from './flags/verify.ts'
import { murmur3 } from './hash/murmur3.ts'
import { murmur3Prefix } from './hash/prefix.ts'
import { hashKeyBytes } from './limits/key.ts'
import { sweep } from './limits/table.ts'
import { peek, remaining, resetMs, retryMs, take } from './limits/take.ts'
import { KEY_BYTES, KEYS_OFFSET } from './shared/layout.ts'
import { STALE } from './shared/outcome.ts'

export {
  murmur3,
  murmur3Prefix,
  peek,
  pin,
  remaining,
  resetMs,
  retryMs,
  sweep,
  take,
  unpin,
  verify,
}

/** Runs a flag's program against the lane's context, on the thread that publishes. */
export function evaluate(lane: usize, ruleset: usize, flag: usize): u32 {
  return run(lane, ruleset, flag)
}

/** The same on any other thread: STALE if `version` is not the live one. */
export function evaluatePinned(lane: usize, ruleset: usize, flag: usize, version: u32): u32 {
  if (!pin(lane, version)) return STALE
  const outcome = run(lane, ruleset, flag)
  unpin(lane)
  return outcome
}

/** Hashes the `length` bytes in the lane's key buffer, keyed with its secret, for place `keyIndex` of its keys. */
export function hashKey(lane: usize, keyIndex: u32, length: u32): void {
  hashKeyBytes(lane, lane + KEYS_OFFSET + usize(keyIndex) * KEY_BYTES, length)
}
