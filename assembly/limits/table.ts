// The concurrent limit table (shared/limit.ts draws an entry).
//
// A take of a known key is lock-free: read the word, check that the tag is still the key's, decide, compare and
// swap the word. A refusal writes nothing. What a racing reader can see, and why it is harmless:
//
//   tag mine, word of mine             the common case; a lost swap is tried again with the new word
//   tag mine, word negative            somebody is rewriting the entry: wait for the lock of its set, look again
//   tag read, then entry re-used       the word's generation has changed, so the swap fails: look again
//
// Everything else holds the lock of the key's set: new keys, several limits at once, keys whose numbers changed. Under
// it an entry is claimed by swapping its word for a negative one, so that the lock-free path keeps off. A new key gets
// an entry that is empty, or expired (its bucket is full again, which is the same as never seen), or else the one with
// the smallest debt, whose loss lets the fewest tokens through; those are counted.

import { casU64, loadU32, loadU64, storeU64 } from '../atomic.ts'
import {
  CONTROL_LIMITS,
  CONTROL_OFFSET,
  LANE_COLLISIONS,
  LANE_EPOCH,
  LANE_LIMITS,
  LANE_METRICS,
  LANE_SET_COUNT,
  LANE_TABLE,
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
  LANE_LIMIT_FAMILY,
  LANE_LIMIT_SALT,
  LIMIT_ID_MAX,
  SET_BYTES,
  SET_ENTRIES,
  TAG_HASH_SHIFT,
} from '../shared/limit.ts'
import { converted, debtTokens, leakedTokens } from './cell.ts'
import { lock, lockOf, unlock } from './lock.ts'

/** The word of an entry that is getting another key: what it held is given up. */
const CLAIMED: i64 = i64.MIN_VALUE
const SIGN: u64 = (<u64>1) << 63

/** The key's place under this limit: a bijective mix, so that distinct keys stay distinct. */
export function mixKey(hash: u64, limit: usize): u64 {
  hash ^= load<u64>(limit, LANE_LIMIT_SALT)
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53
  return hash ^ (hash >> 33)
}

/** The high half of a tag or a mix, scaled to the number of sets: no power of two needed, no division either. */
export function setOf(lane: usize, tag: u64): usize {
  const index = usize(((tag >> 32) * u64(load<u32>(lane, LANE_SET_COUNT))) >> 32)
  return usize(load<u32>(lane, LANE_TABLE)) + index * SET_BYTES
}

/** The tag of a key that is not hidden. */
export function tagOfKey(mixed: u64, id: u32): u64 {
  return ((mixed >> TAG_HASH_SHIFT) << TAG_HASH_SHIFT) | u64(id)
}

export function idOf(tag: u64): u32 {
  return u32(tag) & LIMIT_ID_MAX
}

/** The place in its set where a key is put if it can be: mostly found there at once, on one cache line. */
function homeOf(tag: u64): usize {
  return (usize(tag >> TAG_HASH_SHIFT) & (SET_ENTRIES - 1)) * ENTRY_BYTES
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

/** The key's entry under any variant, hidden or not; 0 if the set has none. */
export function findKey(set: usize, tag: u64): usize {
  const hash = tag >> TAG_HASH_SHIFT
  const home = set + homeOf(tag)
  if (loadU64(home + ENTRY_TAG) >> TAG_HASH_SHIFT == hash) return home
  const end = set + SET_BYTES
  for (let entry = set; entry < end; entry += ENTRY_BYTES) {
    const seen = loadU64(entry + ENTRY_TAG)
    if (seen >> TAG_HASH_SHIFT == hash && seen != 0) return entry
  }
  return 0
}

export function stateOf(word: u64): i64 {
  return i64(word) >> GENERATION_BITS
}

/** The word with another state and the same owner. */
export function wordWith(word: u64, state: i64): u64 {
  return (u64(state) << GENERATION_BITS) | (word & GENERATION_MASK)
}

export function countCollision(lane: usize): void {
  store<u32>(lane, load<u32>(lane, LANE_COLLISIONS) + 1, LANE_COLLISIONS)
}

/**
 * Claims an entry; the caller holds the lock of its set. Returns its word. A claim that is there already is that of a
 * thread that was terminated: it is lifted, and where another key was moving in, the entry is emptied.
 */
export function claim(entry: usize): u64 {
  while (true) {
    let word = loadU64(entry + ENTRY_WORD)
    if (i64(word) < 0) {
      word = mend(entry, word)
    }
    if (casU64(entry + ENTRY_WORD, word, word | SIGN) == word) return word
  }
}

function mend(entry: usize, word: u64): u64 {
  if (i64(word) == CLAIMED) storeU64(entry + ENTRY_TAG, 0)
  const lifted = word & ~SIGN
  storeU64(entry + ENTRY_WORD, lifted)
  return lifted
}

/** Gives a claimed entry a word, and a tag if it has another one now. */
export function release(entry: usize, tag: u64, word: u64, state: i64): void {
  if (loadU64(entry + ENTRY_TAG) == tag) {
    storeU64(entry + ENTRY_WORD, wordWith(word, state))
    return
  }
  storeU64(entry + ENTRY_TAG, tag)
  storeU64(entry + ENTRY_WORD, wordWith((word + 1) & GENERATION_MASK, state))
}

/** Waits until nobody is at work on the entry. */
export function settle(lane: usize, set: usize, entry: usize): void {
  if (i64(loadU64(entry + ENTRY_WORD)) >= 0) return
  const address = lockOf(lane, set)
  lock(lane, address)
  const word = loadU64(entry + ENTRY_WORD)
  if (i64(word) < 0) mend(entry, word)
  unlock(lane, address)
}

/**
 * Takes a variant's number out of every entry, before it is given to another one: what is used of a limit that goes on
 * is carried over to its variant `successor`; with 0 the entries are emptied.
 */
export function sweepTable(lane: usize, id: u32, successor: u32, nowMs: f64): void {
  const end =
    usize(load<u32>(lane, LANE_TABLE)) + usize(load<u32>(lane, LANE_SET_COUNT)) * SET_BYTES
  for (let set: usize = load<u32>(lane, LANE_TABLE); set < end; set += SET_BYTES) {
    for (let entry = set; entry < set + SET_BYTES; entry += ENTRY_BYTES) {
      if (idOf(loadU64(entry + ENTRY_TAG)) != id) continue
      const address = lockOf(lane, set)
      lock(lane, address)
      const tag = loadU64(entry + ENTRY_TAG)
      if (idOf(tag) == id) sweepEntry(lane, entry, tag, successor, nowMs)
      unlock(lane, address)
    }
  }
}

function sweepEntry(lane: usize, entry: usize, tag: u64, successor: u32, nowMs: f64): void {
  const word = claim(entry)
  if (successor == 0) {
    release(entry, 0, word, 0)
    return
  }
  const from = limitOf(lane, idOf(tag))
  const state = converted(from, limitOf(lane, successor), stateOf(word), nowMs)
  release(entry, withId(tag, successor), word, state)
}

/** The tag with another variant. */
export function withId(tag: u64, id: u32): u64 {
  return (tag & ~u64(LIMIT_ID_MAX)) | u64(id)
}

/** Forgets what was counted of a limit that is gone. */
export function sweepMetrics(lane: usize, family: u32): void {
  const metric = metricOf(lane, family)
  for (let offset: usize = 0; offset < usize(METRIC_BYTES); offset += 8)
    storeU64(metric + offset, 0)
}

/** Entries of the limit whose first variant is `family`. */
export function countEntries(lane: usize, family: u32): u32 {
  let count: u32 = 0
  const end =
    usize(load<u32>(lane, LANE_TABLE)) + usize(load<u32>(lane, LANE_SET_COUNT)) * SET_BYTES
  for (let entry: usize = load<u32>(lane, LANE_TABLE); entry < end; entry += ENTRY_BYTES) {
    const tag = loadU64(entry + ENTRY_TAG)
    if (tag != 0 && familyOf(lane, idOf(tag)) == family) count++
  }
  return count
}

export function limitOf(lane: usize, id: u32): usize {
  return usize(load<u32>(lane, LANE_LIMITS)) + usize(id) * LANE_LIMIT_BYTES
}

/** Whether there are variants that the lane has not copied yet: an id may mean something else by now. */
export function isBehind(lane: usize): bool {
  return load<u32>(lane, LANE_EPOCH) != loadU32(CONTROL_OFFSET + CONTROL_LIMITS)
}

export function familyOf(lane: usize, id: u32): u32 {
  return load<u32>(limitOf(lane, id), LANE_LIMIT_FAMILY)
}

function metricOf(lane: usize, id: u32): usize {
  return usize(load<u32>(lane, LANE_METRICS)) + usize(id) * METRIC_BYTES
}

export function countEviction(lane: usize, tag: u64, tokens: i64): void {
  const metric = metricOf(lane, familyOf(lane, idOf(tag)))
  addU64(metric + METRIC_EVICTED, 1)
  addU64(metric + METRIC_LEAKED, u64(leakedTokens(tokens)))
}

function addU64(address: usize, amount: u64): void {
  while (true) {
    const seen = loadU64(address)
    if (casU64(address, seen, seen + amount) == seen) return
  }
}

/**
 * Gives the key an entry with the given state. The caller holds the set's lock, has seen under it that the key has
 * none, and has no entry of the set claimed.
 */
export function insert(lane: usize, set: usize, tag: u64, state: i64, nowMs: f64): usize {
  while (true) {
    let victim: usize = 0
    let victimTag: u64 = 0
    let victimWord: u64 = 0
    let victimTokens = i64.MAX_VALUE
    let victimState = i64.MAX_VALUE
    let offset = homeOf(tag)
    for (let rest = SET_ENTRIES; rest > 0; rest--) {
      const entry = set + offset
      offset = (offset + ENTRY_BYTES) & (SET_BYTES - 1)
      let word = loadU64(entry + ENTRY_WORD)
      // A claimed entry under our lock was left by a thread that died.
      if (i64(word) < 0) word = mend(entry, word)
      const other = loadU64(entry + ENTRY_TAG)
      let tokens: i64 = 0
      if (other != 0) {
        tokens = debtTokens(limitOf(lane, idOf(other)), stateOf(word), nowMs)
      }
      // Of equal debts the smaller state is, for keys of one limit, the one that is over sooner.
      if (tokens < victimTokens || (tokens == victimTokens && stateOf(word) < victimState)) {
        victim = entry
        victimTag = other
        victimWord = word
        victimTokens = tokens
        victimState = stateOf(word)
        if (tokens == 0) break
      }
    }
    if (casU64(victim + ENTRY_WORD, victimWord, u64(CLAIMED)) != victimWord) {
      // Its owner has just taken from it.
      countCollision(lane)
      continue
    }
    if (victimTokens != 0) countEviction(lane, victimTag, victimTokens)
    storeU64(victim + ENTRY_TAG, tag)
    storeU64(victim + ENTRY_WORD, wordWith((victimWord + 1) & GENERATION_MASK, state))
    return victim
  }
}
