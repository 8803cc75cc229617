// The concurrent limit table (shared/limit.ts draws an entry).
//
// A take of a known key is lock-free: read the word, check that the tag is still the key's, decide, compare and
// swap the word. A refusal writes nothing. What a racing reader can see, and why it is harmless:
//
//   tag mine, word of mine             the common case; a lost swap is tried again with the new word
//   tag mine, word negative            an inserter took the entry: the key is no longer here, probe again
//   tag read, then entry re-used       the word's generation has changed, so the swap fails: probe again
//
// A new key takes a spin lock of its set, so that no key gets two entries. Under it the inserter picks an entry
// that is empty, or expired (its bucket is full again, which is the same as never seen), or else the one with
// the smallest debt, whose loss lets the fewest tokens through; those are counted. It claims the entry by
// swapping the word for a negative one, writes the tag, and last the new word.

import { casU32, casU64, loadU64, storeU32, storeU64 } from '../atomic.ts'
import {
  LANE_COLLISIONS,
  LANE_LIMITS,
  LANE_METRICS,
  LANE_SET_COUNT,
  LANE_TABLE,
  LOCK_BYTES,
  LOCK_COUNT,
  LOCKS_OFFSET,
  METRIC_BYTES,
  METRIC_EVICTED,
  METRIC_LEAKED,
} from '../shared/layout.ts'
import {
  ENTRY_BYTES,
  ENTRY_TAG,
  ENTRY_WORD,
  GENERATION_BITS,
  GENERATION_MASK,
  LANE_LIMIT_BYTES,
  LANE_LIMIT_SALT,
  LIMIT_ID_MAX,
  LOCK_TRIES_MAX,
  SET_BYTES,
  SET_ENTRIES,
} from '../shared/limit.ts'
import { LIMIT_COST } from '../shared/ruleset.ts'
import { scaledNow } from './gcra.ts'

const CLAIMED: i64 = i64.MIN_VALUE

/** The key's place under this limit: a bijective mix, so that distinct keys stay distinct. */
export function mixKey(hash: u64, limit: usize): u64 {
  hash ^= load<u64>(limit, LANE_LIMIT_SALT)
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53
  return hash ^ (hash >> 33)
}

/** The low half of the mix, scaled to the number of sets: no power of two needed, no division either. */
export function setOf(lane: usize, mixed: u64): usize {
  const index = usize((u64(u32(mixed)) * u64(load<u32>(lane, LANE_SET_COUNT))) >> 32)
  return usize(load<u32>(lane, LANE_TABLE)) + index * SET_BYTES
}

export function tagOfKey(mixed: u64, id: u32): u64 {
  return (mixed & ~u64(LIMIT_ID_MAX)) | u64(id)
}

/** The place in its set where a key is put if it can be: mostly found there at once, on one cache line. */
function homeOf(tag: u64): usize {
  return usize(tag >> 61) * ENTRY_BYTES
}

/** The entry with the tag; 0 if the set has none. */
export function find(set: usize, tag: u64): usize {
  const home = set + homeOf(tag)
  if (loadU64(home + ENTRY_TAG) == tag) return home
  const end = set + SET_BYTES
  for (let entry = set; entry < end; entry += ENTRY_BYTES) {
    if (loadU64(entry + ENTRY_TAG) == tag) return entry
  }
  return 0
}

export function theoreticalArrival(word: u64): i64 {
  return i64(word) >> GENERATION_BITS
}

export function countCollision(lane: usize): void {
  store<u32>(lane, load<u32>(lane, LANE_COLLISIONS) + 1, LANE_COLLISIONS)
}

function lockOf(lane: usize, set: usize): usize {
  const index = (set - load<u32>(lane, LANE_TABLE)) / SET_BYTES
  return usize(LOCKS_OFFSET) + (index & (LOCK_COUNT - 1)) * LOCK_BYTES
}

export function lock(lane: usize, set: usize): void {
  const address = lockOf(lane, set)
  for (let tries = 0; tries < LOCK_TRIES_MAX; tries++) {
    if (casU32(address, 0, 1) == 0) return
  }
  // Its holder was terminated. What it may have left half-written, a claimed entry, is free for the taking.
}

export function unlock(lane: usize, set: usize): void {
  storeU32(lockOf(lane, set), 0)
}

/**
 * Waits until no inserter is at work on the entry. If it is claimed even under the lock, the claim is that of a
 * thread that was terminated: the entry is emptied.
 */
export function settle(lane: usize, set: usize, entry: usize): void {
  if (i64(loadU64(entry + ENTRY_WORD)) >= 0) return
  lock(lane, set)
  if (i64(loadU64(entry + ENTRY_WORD)) < 0) {
    storeU64(entry + ENTRY_TAG, 0)
    storeU64(entry + ENTRY_WORD, 0)
  }
  unlock(lane, set)
}

/** Empties every entry and the metrics of a limit that is gone, before its id is given to another one. */
export function sweep(lane: usize, id: u32): void {
  const metric = usize(load<u32>(lane, LANE_METRICS)) + usize(id) * METRIC_BYTES
  storeU64(metric + METRIC_EVICTED, 0)
  storeU64(metric + METRIC_LEAKED, 0)
  const end =
    usize(load<u32>(lane, LANE_TABLE)) + usize(load<u32>(lane, LANE_SET_COUNT)) * SET_BYTES
  for (let set: usize = load<u32>(lane, LANE_TABLE); set < end; set += SET_BYTES) {
    for (let entry = set; entry < set + SET_BYTES; entry += ENTRY_BYTES) {
      if ((u32(loadU64(entry + ENTRY_TAG)) & LIMIT_ID_MAX) != id) continue
      lock(lane, set)
      let word = loadU64(entry + ENTRY_WORD)
      while (casU64(entry + ENTRY_WORD, word, u64(CLAIMED)) != word)
        word = loadU64(entry + ENTRY_WORD)
      storeU64(entry + ENTRY_TAG, 0)
      storeU64(entry + ENTRY_WORD, (word + 1) & GENERATION_MASK)
      unlock(lane, set)
    }
  }
}

/** Of an occupied entry: what is left of its owner's debt, in the owner's own units; 0 when it expired. */
function debtOf(lane: usize, tag: u64, word: u64, nowMs: f64): i64 {
  const limit = limitOf(lane, u32(tag) & LIMIT_ID_MAX)
  if (load<i64>(limit, LIMIT_COST) == 0) return 0 // the limit is gone
  return max<i64>(theoreticalArrival(word) - scaledNow(limit, nowMs), 0)
}

export function limitOf(lane: usize, id: u32): usize {
  return usize(load<u32>(lane, LANE_LIMITS)) + usize(id) * LANE_LIMIT_BYTES
}

/** Tokens that the debt stands for, rounded up. */
function tokensOf(lane: usize, tag: u64, debt: i64): i64 {
  if (debt == 0) return 0
  const cost = load<i64>(limitOf(lane, u32(tag) & LIMIT_ID_MAX), LIMIT_COST)
  return (debt + cost - 1) / cost
}

function countEviction(lane: usize, tag: u64, tokens: i64): void {
  const metric =
    usize(load<u32>(lane, LANE_METRICS)) + usize(u32(tag) & LIMIT_ID_MAX) * METRIC_BYTES
  addU64(metric + METRIC_EVICTED, 1)
  addU64(metric + METRIC_LEAKED, u64(tokens))
}

function addU64(address: usize, amount: u64): void {
  while (true) {
    const seen = loadU64(address)
    if (casU64(address, seen, seen + amount) == seen) return
  }
}

/**
 * Gives the key an entry with the given arrival time. The caller holds the set's lock and has seen, under it,
 * that the key has none.
 */
export function insert(lane: usize, set: usize, tag: u64, arrival: i64, nowMs: f64): void {
  while (true) {
    let victim: usize = 0
    let victimTag: u64 = 0
    let victimWord: u64 = 0
    let victimDebt = i64.MAX_VALUE
    let victimTokens = i64.MAX_VALUE
    let offset = homeOf(tag)
    for (let rest = SET_ENTRIES; rest > 0; rest--) {
      const entry = set + offset
      offset = (offset + ENTRY_BYTES) & (SET_BYTES - 1)
      const word = loadU64(entry + ENTRY_WORD)
      const other = loadU64(entry + ENTRY_TAG)
      let debt: i64 = 0
      // A claimed entry under our lock was left by a thread that died.
      if (other != 0 && i64(word) >= 0) debt = debtOf(lane, other, word, nowMs)
      const tokens = tokensOf(lane, other, debt)
      if (tokens < victimTokens || (tokens == victimTokens && debt < victimDebt)) {
        victim = entry
        victimTag = other
        victimWord = word
        victimDebt = debt
        victimTokens = tokens
        if (debt == 0) break
      }
    }
    if (casU64(victim + ENTRY_WORD, victimWord, u64(CLAIMED)) != victimWord) {
      // Its owner has just taken from it.
      countCollision(lane)
      continue
    }
    if (victimDebt != 0) countEviction(lane, victimTag, victimTokens)
    const generation = (victimWord + 1) & GENERATION_MASK
    storeU64(victim + ENTRY_TAG, tag)
    storeU64(victim + ENTRY_WORD, (u64(arrival) << GENERATION_BITS) | generation)
    return
  }
}
