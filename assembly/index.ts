// Every export of the engine, and nothing else. All parameters and results are 32-bit integers or doubles: a 64-bit
// one would be a BigInt, which allocates on the JS heap. Pointers are addresses in the one memory.
import { run } from './flags/evaluate.ts'
import { hashUnit } from './flags/fractional.ts'
import { runMany } from './flags/many.ts'
import { pin, unpin } from './flags/pin.ts'
import { hashLines, hashText } from './flags/set.ts'
import { verify } from './flags/verify.ts'
import { murmur3 } from './hash/murmur3.ts'
import { murmur3Prefix } from './hash/prefix.ts'
import { block, entries, restoreEntry, setOverride, sweep } from './limits/admin.ts'
import { NOT_KNOWN, takeKnown } from './limits/group.ts'
import { hashKeyBytes } from './limits/key.ts'
import { hasEnded } from './limits/lease.ts'
import { lockAll, unlockAll } from './limits/lock.ts'
import { operate } from './limits/operate.ts'
import {
  partGranted,
  partLimit,
  partNextMs,
  partRemaining,
  partResetMs,
  partRetryMs,
} from './limits/part.ts'
import { takeOnce } from './limits/request.ts'
import { endLeases, renewLease, settleLease } from './limits/settle.ts'
import { peek, take } from './limits/take.ts'
import { clampNow, isInRange } from './limits/time.ts'
import {
  KEY_BYTES,
  KEYS_OFFSET,
  LANE_TRACE_COUNT,
  MODE_TAKE,
  PARTS_OFFSET,
} from './shared/layout.ts'
import { LIMIT_ALLOWED, STALE } from './shared/outcome.ts'

export {
  block,
  entries,
  hashLines,
  hashText,
  lockAll,
  murmur3,
  murmur3Prefix,
  partGranted,
  partLimit,
  partNextMs,
  partRemaining,
  partResetMs,
  partRetryMs,
  peek,
  pin,
  renewLease,
  restoreEntry,
  setOverride,
  settleLease,
  sweep,
  take,
  takeOnce,
  unlockAll,
  unpin,
  verify,
}

/** Does `mode` to the first `count` parts of the lane, all or nothing. */
export function takeParts(lane: usize, count: u32, mode: u32, nowMs: f64): i32 {
  if (!isInRange(nowMs)) nowMs = clampNow(nowMs)
  if (hasEnded(nowMs)) {
    const ended = endLeases(lane, nowMs)
    if (ended != LIMIT_ALLOWED) return ended
  }
  const first = lane + PARTS_OFFSET
  if (mode == MODE_TAKE) {
    const outcome = takeKnown(lane, first, count, nowMs)
    if (outcome != NOT_KNOWN) return outcome
  }
  return operate(lane, first, count, mode, nowMs)
}

/** Runs a flag's program against a context of the lane, on the thread that publishes or while pinned. */
export function evaluate(lane: usize, ruleset: usize, flag: usize, context: usize): u32 {
  return run<i32>(lane, ruleset, flag, context)
}

/** The same on any other thread: STALE if `version` is not the live one. */
export function evaluatePinned(
  lane: usize,
  ruleset: usize,
  flag: usize,
  context: usize,
  version: u32,
): u32 {
  if (!pin(lane, version)) return STALE
  const outcome = run<i32>(lane, ruleset, flag, context)
  unpin(lane)
  return outcome
}

/** Evaluates the `count` flags whose numbers stand in the lane's outcomes, and puts the outcomes there. */
export function evaluateMany(lane: usize, ruleset: usize, context: usize, count: u32): void {
  runMany(lane, ruleset, context, count)
}

/** `evaluate` with each step noted in the lane's trace. */
export function trace(lane: usize, ruleset: usize, flag: usize, context: usize): u32 {
  store<u32>(lane, 0, LANE_TRACE_COUNT)
  return run<f64>(lane, ruleset, flag, context)
}

/** The hash by which a fractional picks: of the string `unit` behind the prefix of the table, or alone if `table` is 0. */
export function unitHash(table: usize, unit: usize): u32 {
  return hashUnit(table, u64(unit))
}

/** Hashes the `length` bytes in the lane's key buffer, keyed with its secret, for place `keyIndex` of its keys. */
export function hashKey(lane: usize, keyIndex: u32, length: u32): void {
  hashKeyBytes(lane, lane + KEYS_OFFSET + usize(keyIndex) * KEY_BYTES, length)
}
