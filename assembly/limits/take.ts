// take and peek of one limit, and the numbers that describe the last one.

import { casU64, loadU64 } from '../atomic.ts'
import {
  KEY_BYTES,
  KEY_ENTRY,
  KEY_HASH,
  KEY_LIMIT,
  KEY_TAG,
  KEYS_OFFSET,
  LANE_SOLO,
  RESULT_LIMIT,
  RESULT_NOW,
  RESULT_OFFSET,
  RESULT_SHORT,
  RESULT_TAT,
} from '../shared/layout.ts'
import { ENTRY_TAG, ENTRY_WORD, GENERATION_BITS, GENERATION_MASK } from '../shared/limit.ts'
import { LIMIT_ALLOWED, LIMIT_COST_EXCEEDS_BURST, LIMIT_REFUSED } from '../shared/outcome.ts'
import { LIMIT_BURST, LIMIT_CAPACITY, LIMIT_COST } from '../shared/ruleset.ts'
import { scaledNow, unscale } from './gcra.ts'
import { settleKey } from './key.ts'
import {
  countCollision,
  find,
  insert,
  limitOf,
  lock,
  mixKey,
  setOf,
  settle,
  tagOfKey,
  theoreticalArrival,
  unlock,
} from './table.ts'

function remember(lane: usize, limit: usize, arrival: i64, now: i64, short: i64): void {
  store<i64>(lane, arrival, RESULT_OFFSET + RESULT_TAT)
  store<i64>(lane, now, RESULT_OFFSET + RESULT_NOW)
  store<i64>(lane, short, RESULT_OFFSET + RESULT_SHORT)
  store<u32>(lane, u32(limit), RESULT_OFFSET + RESULT_LIMIT)
}

/** Replaces the word the caller read, unless another thread has changed it since. */
function swap(lane: usize, entry: usize, word: u64, next: u64): bool {
  if (load<u32>(lane, LANE_SOLO) == 0) return casU64(entry + ENTRY_WORD, word, next) == word
  store<u64>(entry, next, ENTRY_WORD)
  return true
}

/** The set that holds the key's entry, or would. */
function setOfKey(lane: usize, known: usize, limit: usize): usize {
  return setOf(lane, mixKey(load<u64>(known, KEY_HASH), limit))
}

/** The key's entry; 0 if it has none. Looked up where it was the last time, and then in its set. */
function findEntry(lane: usize, known: usize, limit: usize, id: u32): usize {
  if (load<u32>(known, KEY_LIMIT) == id) {
    const entry: usize = load<u32>(known, KEY_ENTRY)
    if (loadU64(entry + ENTRY_TAG) == load<u64>(known, KEY_TAG)) return entry
  }
  const mixed = mixKey(load<u64>(known, KEY_HASH), limit)
  const tag = tagOfKey(mixed, id)
  const entry = find(setOf(lane, mixed), tag)
  store<u64>(known, tag, KEY_TAG)
  store<u32>(known, u32(entry), KEY_ENTRY)
  store<u32>(known, entry == 0 ? 0 : id, KEY_LIMIT)
  return entry
}

/**
 * Takes `cost` tokens of the key's bucket at `nowMs`, all or none. The key is the one at `keyIndex` of the lane's.
 * A cost of 0 takes nothing and is always allowed.
 */
export function take(lane: usize, id: u32, keyIndex: u32, cost: u32, nowMs: f64): i32 {
  const limit = limitOf(lane, id)
  const now = scaledNow(limit, nowMs)
  const known = lane + KEYS_OFFSET + usize(keyIndex) * KEY_BYTES
  settleKey(lane, known)
  const capacity = load<i64>(limit, LIMIT_CAPACITY)
  const exceeds = cost > load<u32>(limit, LIMIT_BURST)
  const charge = exceeds ? 0 : i64(cost) * load<i64>(limit, LIMIT_COST)
  while (true) {
    const entry = findEntry(lane, known, limit, id)
    const tag = load<u64>(known, KEY_TAG)
    if (entry == 0) {
      if (charge != 0) {
        const set = setOfKey(lane, known, limit)
        lock(lane, set)
        if (find(set, tag) != 0) {
          unlock(lane, set)
          countCollision(lane)
          continue
        }
        insert(lane, set, tag, now + charge, nowMs)
        unlock(lane, set)
      }
      remember(lane, limit, now + charge, now, 0)
      return exceeds ? LIMIT_COST_EXCEEDS_BURST : LIMIT_ALLOWED
    }
    const word = loadU64(entry + ENTRY_WORD)
    if (i64(word) < 0 || loadU64(entry + ENTRY_TAG) != tag) {
      countCollision(lane)
      settle(lane, setOfKey(lane, known, limit), entry)
      continue
    }
    const base = max<i64>(theoreticalArrival(word), now)
    const short = base + charge - now - capacity
    if (exceeds || charge == 0 || short > 0) {
      remember(lane, limit, base, now, short)
      return exceeds ? LIMIT_COST_EXCEEDS_BURST : charge == 0 ? LIMIT_ALLOWED : LIMIT_REFUSED
    }
    const next = (u64(base + charge) << GENERATION_BITS) | (word & GENERATION_MASK)
    if (swap(lane, entry, word, next)) {
      remember(lane, limit, base + charge, now, 0)
      return LIMIT_ALLOWED
    }
    countCollision(lane)
  }
}

/** What a take would answer, changing nothing. Remaining and reset describe the bucket as it is. */
export function peek(lane: usize, id: u32, keyIndex: u32, cost: u32, nowMs: f64): i32 {
  const limit = limitOf(lane, id)
  const now = scaledNow(limit, nowMs)
  const known = lane + KEYS_OFFSET + usize(keyIndex) * KEY_BYTES
  settleKey(lane, known)
  let base = now
  while (true) {
    const entry = findEntry(lane, known, limit, id)
    if (entry == 0) break
    const word = loadU64(entry + ENTRY_WORD)
    if (i64(word) >= 0 && loadU64(entry + ENTRY_TAG) == load<u64>(known, KEY_TAG)) {
      base = max<i64>(theoreticalArrival(word), now)
      break
    }
    settle(lane, setOfKey(lane, known, limit), entry)
  }
  const exceeds = cost > load<u32>(limit, LIMIT_BURST)
  const charge = exceeds ? 0 : i64(cost) * load<i64>(limit, LIMIT_COST)
  const short = max<i64>(base + charge - now - load<i64>(limit, LIMIT_CAPACITY), 0)
  remember(lane, limit, base, now, short)
  if (exceeds) return LIMIT_COST_EXCEEDS_BURST
  return short > 0 ? LIMIT_REFUSED : LIMIT_ALLOWED
}

/** Whole tokens left in the bucket of the last take or peek. */
export function remaining(lane: usize): u32 {
  const limit: usize = load<u32>(lane, RESULT_OFFSET + RESULT_LIMIT)
  const debt =
    load<i64>(lane, RESULT_OFFSET + RESULT_TAT) - load<i64>(lane, RESULT_OFFSET + RESULT_NOW)
  const cost = load<i64>(limit, LIMIT_COST)
  // A reload may have taken the limit away, or shrunk its burst, since the take.
  if (cost == 0) return 0
  return u32(max<i64>(load<i64>(limit, LIMIT_CAPACITY) - debt, 0) / cost)
}

/** Ms until the bucket of the last take or peek is full again. */
export function resetMs(lane: usize): f64 {
  const debt =
    load<i64>(lane, RESULT_OFFSET + RESULT_TAT) - load<i64>(lane, RESULT_OFFSET + RESULT_NOW)
  return unscale(load<u32>(lane, RESULT_OFFSET + RESULT_LIMIT), debt)
}

/** Ms until the refused cost of the last take or peek would be allowed, if nothing else is taken. */
export function retryMs(lane: usize): f64 {
  const short = load<i64>(lane, RESULT_OFFSET + RESULT_SHORT)
  return unscale(load<u32>(lane, RESULT_OFFSET + RESULT_LIMIT), max<i64>(short, 0))
}
