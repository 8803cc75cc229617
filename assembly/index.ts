// Every export of the engine, and nothing else. All parameters and results are 32-bit integers or doubles: a 64-bit
// one would be a BigInt, which allocates on the JS heap. Pointers are addresses in the one memory.
import { run } from './flags/evaluate.ts'
import { hashUnit } from './flags/fractional.ts'
import { runMany } from './flags/many.ts'
import { pin, unpin } from './flags/pin.ts'
import { hashLines, hashText } from './flags/set.ts'
import { verify } from './flags/verify.ts'
import { decide, featureOf } from './gate/decide.ts'
import { crc32 } from './hash/crc32.ts'
import { hmac, hmacMidstates } from './hash/hmac.ts'
import { murmur3 } from './hash/murmur3.ts'
import { murmur3Prefix } from './hash/prefix.ts'
import { sha256, sha256Start, storeDigest } from './hash/sha256.ts'
import { siphash } from './hash/siphash.ts'
import { siphash128 as sip128 } from './hash/siphash128.ts'
import { admit, identityHash } from './identity/credential.ts'
import { keyIdLength } from './identity/key-shape.ts'
import { findPlace, insertEntry, numberAt, removeEntry } from './identity/lookup.ts'
import { block, entries, restoreEntry, setOverride, sweep } from './limits/admin.ts'
import { hashKeyBytes } from './limits/key.ts'
import { lockAll, unlockAll } from './limits/lock.ts'
import {
  partGranted,
  partLimit,
  partNextMs,
  partRemaining,
  partResetMs,
  partRetryMs,
} from './limits/part.ts'
import { takeOnce } from './limits/request.ts'
import { renewLease, settleLease } from './limits/settle.ts'
import { peek, take } from './limits/take.ts'
import { takeParts } from './limits/take-parts.ts'
import { DECISION_STALE } from './shared/gate.ts'
import {
  KEY_BYTES,
  KEYS_OFFSET,
  LANE_IDENTITY,
  LANE_SEED,
  LANE_TRACE_COUNT,
} from './shared/layout.ts'
import { STALE } from './shared/outcome.ts'

export {
  admit,
  block,
  crc32,
  decide,
  entries,
  featureOf,
  hashLines,
  hashText,
  keyIdLength,
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
  takeParts,
  unlockAll,
  unpin,
  verify,
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

/** `decide` on a thread that does not publish: DECISION_STALE if `version` is not the live one. */
export function decidePinned(
  lane: usize,
  ruleset: usize,
  version: u32,
  gate: usize,
  mode: u32,
  length: u32,
  cost: u32,
  nowMs: f64,
): i32 {
  if (!pin(lane, version)) return DECISION_STALE
  const code = decide(lane, ruleset, version, gate, mode, length, cost, nowMs)
  unpin(lane)
  return code
}

/** SHA-256 of the `length` bytes at `pointer`: 32 bytes at `target`; the state is 32 bytes of room. */
export function hashSha256(
  state: usize,
  pointer: usize,
  length: u32,
  target: usize,
  scratch: usize,
): void {
  sha256Start(state)
  sha256(state, pointer, length, 0, scratch)
  storeDigest(state, target)
}

/** HMAC-SHA-256 under the midstates of `makeHmac`: 32 bytes at `target`. */
export function hashHmac(
  midstates: usize,
  pointer: usize,
  length: u32,
  target: usize,
  scratch: usize,
): void {
  hmac(midstates, pointer, length, target, scratch)
}

/** The midstates of a key, 64 bytes at `target`. */
export function makeHmac(key: usize, length: u32, target: usize, scratch: usize): void {
  hmacMidstates(key, length, target, scratch)
}

/** SipHash-2-4 of 128 bits, keyed with the 16 bytes at `seed`. */
export function siphash128(seed: usize, pointer: usize, length: u32, target: usize): void {
  sip128(load<u64>(seed), load<u64>(seed, 8), pointer, length, target)
}

/** The region's hash of the `length` bytes at `pointer`: 8 bytes at `target`. */
export function hashIdentity(lane: usize, pointer: usize, length: u32, target: usize): void {
  store<u64>(target, identityHash(load<u32>(lane, LANE_IDENTITY), pointer, length))
}

/** The hash of a limit's key: 8 bytes at `target`. */
export function hashLimitKey(lane: usize, pointer: usize, length: u32, target: usize): void {
  store<u64>(
    target,
    siphash(load<u64>(lane, LANE_SEED), load<u64>(lane, LANE_SEED + 8), pointer, length),
  )
}

/** The first place from `place` on, of 16, where the index has an entry of the kind with the hash at `hash`; 16 if none. */
export function indexFind(lane: usize, hash: usize, kind: u32, place: u32): u32 {
  return findPlace(load<u32>(lane, LANE_IDENTITY), load<u64>(hash), kind, place)
}

export function indexNumber(lane: usize, hash: usize, place: u32): u32 {
  return numberAt(load<u32>(lane, LANE_IDENTITY), load<u64>(hash), place)
}

export function indexInsert(lane: usize, hash: usize, kind: u32, number: u32): u32 {
  return u32(insertEntry(load<u32>(lane, LANE_IDENTITY), load<u64>(hash), kind, number))
}

export function indexRemove(lane: usize, hash: usize, kind: u32, number: u32): void {
  removeEntry(load<u32>(lane, LANE_IDENTITY), load<u64>(hash), kind, number)
}
