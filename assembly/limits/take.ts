// take and peek of one limit, and the numbers that describe the last one.
import { KEY_HASHES_OFFSET, KEY_HASH_BYTES, RESULT_LIMIT, RESULT_NOW } from '../shared/layout.ts'
import { RESULT_OFFSET, RESULT_SHORT, RESULT_TAT } from '../shared/layout.ts'
import { ENTRY_TAG, ENTRY_WORD, GENERATION_BITS, GENERATION_MASK } from '../shared/limit.ts'
import { LIMIT_ALLOWED, LIMIT_COST_EXCEEDS_BURST, LIMIT_REFUSED } from '../shared/outcome.ts'
import { LIMIT_BURST, LIMIT_CAPACITY, LIMIT_COST } from '../shared/ruleset.ts'
import { casU64, loadU64 } from '../atomic.ts'
import { scaledNow, unscale } from './gcra.ts'
import { countCollision, find, insert, limitOf, lock, mixKey, setOf, tagOfKey } from './table.ts'
import { settle, theoreticalArrival, unlock } from './table.ts'

function remember(lane: usize, limit: usize, arrival: i64, now: i64, short: i64): void {
  store<i64>(lane, arrival, RESULT_OFFSET + RESULT_TAT)
  store<i64>(lane, now, RESULT_OFFSET + RESULT_NOW)
  store<i64>(lane, short, RESULT_OFFSET + RESULT_SHORT)
  store<u32>(lane, u32(limit), RESULT_OFFSET + RESULT_LIMIT)
}

function keyHash(lane: usize, keyIndex: u32): u64 {
  return load<u64>(lane + KEY_HASHES_OFFSET + usize(keyIndex) * KEY_HASH_BYTES)
}

/**
 * Takes `cost` tokens of the key's bucket at `nowMs`, all or none. The key is one whose hash stands at `keyIndex`.
 * A cost of 0 takes nothing and is always allowed.
 */
export function take(lane: usize, id: u32, keyIndex: u32, cost: u32, nowMs: f64): i32 {
  const limit = limitOf(lane, id)
  const now = scaledNow(limit, nowMs)
  const mixed = mixKey(keyHash(lane, keyIndex), limit)
  const set = setOf(lane, mixed)
  const tag = tagOfKey(mixed, id)
  const capacity = load<i64>(limit, LIMIT_CAPACITY)
  const exceeds = cost > load<u32>(limit, LIMIT_BURST)
  const charge = exceeds ? 0 : i64(cost) * load<i64>(limit, LIMIT_COST)
  while (true) {
    const entry = find(set, tag)
    if (entry == 0) {
      if (charge != 0) {
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
      settle(lane, set, entry)
      continue
    }
    const base = max<i64>(theoreticalArrival(word), now)
    const short = base + charge - now - capacity
    if (exceeds || charge == 0 || short > 0) {
      remember(lane, limit, base, now, short)
      return exceeds ? LIMIT_COST_EXCEEDS_BURST : charge == 0 ? LIMIT_ALLOWED : LIMIT_REFUSED
    }
    const next = (u64(base + charge) << GENERATION_BITS) | (word & GENERATION_MASK)
    if (casU64(entry + ENTRY_WORD, word, next) == word) {
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
  const mixed = mixKey(keyHash(lane, keyIndex), limit)
  const set = setOf(lane, mixed)
  const tag = tagOfKey(mixed, id)
  let base = now
  while (true) {
    const entry = find(set, tag)
    if (entry == 0) break
    const word = loadU64(entry + ENTRY_WORD)
    if (i64(word) >= 0 && loadU64(entry + ENTRY_TAG) == tag) {
      base = max<i64>(theoreticalArrival(word), now)
      break
    }
    settle(lane, set, entry)
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
  const debt = load<i64>(lane, RESULT_OFFSET + RESULT_TAT) - load<i64>(lane, RESULT_OFFSET + RESULT_NOW)
  const cost = load<i64>(limit, LIMIT_COST)
  // A reload may have taken the limit away, or shrunk its burst, since the take.
  if (cost == 0) return 0
  return u32(max<i64>(load<i64>(limit, LIMIT_CAPACITY) - debt, 0) / cost)
}

/** Ms until the bucket of the last take or peek is full again. */
export function resetMs(lane: usize): f64 {
  const debt = load<i64>(lane, RESULT_OFFSET + RESULT_TAT) - load<i64>(lane, RESULT_OFFSET + RESULT_NOW)
  return unscale(load<u32>(lane, RESULT_OFFSET + RESULT_LIMIT), debt)
}

/** Ms until the refused cost of the last take or peek would be allowed, if nothing else is taken. */
export function retryMs(lane: usize): f64 {
  const short = load<i64>(lane, RESULT_OFFSET + RESULT_SHORT)
  return unscale(load<u32>(lane, RESULT_OFFSET + RESULT_LIMIT), max<i64>(short, 0))
}
