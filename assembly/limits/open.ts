// The first half of operate.ts: finds what the parts of a call are about, locks it and claims it, as the numbers of now
// have it.
import { loadU64, storeU64 } from '../atomic.ts'
import {
  LANE_PERIOD_ID,
  MODE_CHARGE,
  MODE_RETURN,
  PART_BYTES,
  PART_ENTRY,
  PART_GRANTED,
  PART_HASH,
  PART_ID,
  PART_LOCK,
  PART_RETRY,
  PART_SAME,
  PART_SET,
  PART_STATE,
  PART_TAG,
  PART_TOTAL,
  PART_VARIANT,
  PART_WORD,
} from '../shared/layout.ts'
import {
  ALGORITHM_LOG,
  ALGORITHM_QUOTA,
  ENTRY_TAG,
  ENTRY_WORD,
  LOG_TAG,
  TAG_HASH_SHIFT,
  TAG_HIDDEN,
} from '../shared/limit.ts'
import { LIMIT_ALLOWED, LIMIT_PERIOD_PASSED, LIMIT_STALE } from '../shared/outcome.ts'
import { LIMIT_ALGORITHM, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { converted, usedAfterChange } from './cell.ts'
import { blockedUntil, exceptionTag, hasExceptions, ownVariant } from './exceptions.ts'
import { lock, lockOf, unlock } from './lock.ts'
import { logResize, logUsed } from './log.ts'
import { findLog, logEnd, logSetOf } from './logs.ts'
import {
  claim,
  findKey,
  idOf,
  isBehind,
  limitOf,
  mixKey,
  setOf,
  stateOf,
  tagOfKey,
  withId,
} from './table.ts'
import { isPeriodPassed } from './window.ts'

export function isLog(limit: usize): bool {
  return load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_LOG
}

/** Finds each part's set and lock. False if a limit is not known to the lane. */
export function place(lane: usize, first: usize, end: usize): bool {
  for (let part = first; part < end; part += PART_BYTES) {
    const id = load<u32>(part, PART_ID)
    const limit = limitOf(lane, id)
    if (load<u32>(limit, LIMIT_TOKENS) == 0) return false
    const tag = tagOfKey(mixKey(load<u64>(part, PART_HASH), limit), id)
    const set = isLog(limit) ? logSetOf(lane, tag) : setOf(lane, tag)
    store<u64>(part, tag, PART_TAG)
    store<u32>(part, u32(set), PART_SET)
    store<u32>(part, u32(lockOf(lane, set)), PART_LOCK)
    store<u32>(part, u32(limit), PART_VARIANT)
    store<u32>(part, 0, PART_ENTRY)
    store<u32>(part, 0, PART_SAME)
    store<i64>(part, 0, PART_TOTAL)
    store<i64>(part, 0, PART_STATE)
    store<f64>(part, 0, PART_RETRY)
    store<u32>(part, 0, PART_GRANTED)
  }
  return true
}

/** The least lock above `last`; 0 if there is none. Calls have up to 16 parts, and mostly 1 to 4. */
function nextLock(first: usize, end: usize, last: u32): u32 {
  let least: u32 = 0
  for (let part = first; part < end; part += PART_BYTES) {
    const address = load<u32>(part, PART_LOCK)
    if (address > last && (least == 0 || address < least)) least = address
  }
  return least
}

export function lockParts(lane: usize, first: usize, end: usize): void {
  for (let at = nextLock(first, end, 0); at != 0; at = nextLock(first, end, at)) lock(lane, at)
}

export function unlockParts(lane: usize, first: usize, end: usize): void {
  for (let at = nextLock(first, end, 0); at != 0; at = nextLock(first, end, at)) unlock(lane, at)
}

/** The first part with the same key of the same limit; 0 if it is this one. */
function samePart(first: usize, part: usize): usize {
  const hash = load<u64>(part, PART_TAG) >> TAG_HASH_SHIFT
  const set = load<u32>(part, PART_SET)
  for (let other = first; other < part; other += PART_BYTES) {
    if (load<u64>(other, PART_TAG) >> TAG_HASH_SHIFT != hash) continue
    if (load<u32>(other, PART_SET) == set && load<u32>(other, PART_SAME) == 0) return other
  }
  return 0
}

/** The first part with the part's key. */
export function rootOf(part: usize): usize {
  const same: usize = load<u32>(part, PART_SAME)
  return same == 0 ? part : same
}

/** The variant whose numbers the key has now; 0 if the lane does not know it. */
function effectiveVariant(lane: usize, part: usize): usize {
  if (hasExceptions()) {
    const tag = exceptionTag(lane, load<u64>(part, PART_TAG))
    store<f64>(part, blockedUntil(lane, tag), PART_RETRY)
    const own = ownVariant(lane, tag)
    if (own != 0) {
      // Asked under the lock of the key's set: what the id means does not change before it is released.
      if (isBehind(lane)) return 0
      const limit = limitOf(lane, own)
      if (load<u32>(limit, LIMIT_TOKENS) != 0) {
        store<u64>(part, withId(load<u64>(part, PART_TAG), own), PART_TAG)
        return limit
      }
    }
  }
  return load<u32>(part, PART_VARIANT)
}

/** Finds and claims what the part is about, as the numbers of now have it. */
export function open(lane: usize, first: usize, part: usize, mode: u32, nowMs: f64): i32 {
  const limit = effectiveVariant(lane, part)
  if (limit == 0) return LIMIT_STALE
  store<u32>(part, u32(limit), PART_VARIANT)
  if (
    load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_QUOTA &&
    mode != MODE_RETURN &&
    isPeriodPassed(limit, nowMs)
  ) {
    store<u32>(lane, idOf(load<u64>(part, PART_TAG)), LANE_PERIOD_ID)
    return LIMIT_PERIOD_PASSED
  }
  const same = samePart(first, part)
  if (same != 0) {
    store<u32>(part, u32(same), PART_SAME)
    return LIMIT_ALLOWED
  }
  return isLog(limit) ? openLog(lane, part, mode, nowMs) : openEntry(lane, part, mode, nowMs)
}

function openEntry(lane: usize, part: usize, mode: u32, nowMs: f64): i32 {
  let tag = load<u64>(part, PART_TAG)
  if (load<f64>(part, PART_RETRY) > nowMs) tag |= TAG_HIDDEN
  const entry = findKey(load<u32>(part, PART_SET), tag)
  if (entry != 0) {
    const word = claim(entry)
    const seen = loadU64(entry + ENTRY_TAG)
    // A thread that died had begun to put another key here.
    if (seen == 0) storeU64(entry + ENTRY_WORD, word)
    else {
      let state = stateOf(word)
      const from = limitOf(lane, idOf(seen))
      if (idOf(seen) != idOf(tag)) {
        if (isBehind(lane)) {
          storeU64(entry + ENTRY_WORD, word)
          return LIMIT_STALE
        }
        if (load<u32>(from, LIMIT_TOKENS) == 0) state = 0
        else if (mode == MODE_RETURN || mode == MODE_CHARGE) {
          // What a lease took is put back under the numbers that the key has got since.
          tag = withId(tag, idOf(seen))
          store<u32>(part, u32(from), PART_VARIANT)
        } else state = converted(from, load<u32>(part, PART_VARIANT), state, nowMs)
      }
      store<u32>(part, u32(entry), PART_ENTRY)
      store<u64>(part, word, PART_WORD)
      store<i64>(part, state, PART_STATE)
    }
  }
  store<u64>(part, tag, PART_TAG)
  return LIMIT_ALLOWED
}

function openLog(lane: usize, part: usize, mode: u32, nowMs: f64): i32 {
  const tag = load<u64>(part, PART_TAG)
  const limit: usize = load<u32>(part, PART_VARIANT)
  const log = findLog(lane, load<u32>(part, PART_SET), tag)
  if (log != 0) {
    const seen = load<u64>(log, LOG_TAG)
    if (idOf(seen) != idOf(tag) && mode != MODE_RETURN && mode != MODE_CHARGE) {
      const from = limitOf(lane, idOf(seen))
      const isKnown = load<u32>(from, LIMIT_TOKENS) != 0
      if (isBehind(lane)) return LIMIT_STALE
      const used = isKnown ? f64(logUsed(from, log, nowMs)) : 0
      const next = used == 0 ? 0 : usedAfterChange(from, limit, used)
      // The times that are kept count as long as the new period says.
      if (next != used) logResize(limit, log, logEnd(lane, log), next, nowMs)
      store<u64>(log, tag, LOG_TAG)
    }
    store<u32>(part, u32(log), PART_ENTRY)
    store<i64>(part, i64(log), PART_STATE)
  }
  return LIMIT_ALLOWED
}

/** Puts the claimed words of the parts before `end` back. */
export function putBack(first: usize, end: usize): void {
  for (let part = first; part < end; part += PART_BYTES) {
    const entry: usize = load<u32>(part, PART_ENTRY)
    if (entry == 0 || isLog(load<u32>(part, PART_VARIANT))) continue
    storeU64(entry + ENTRY_WORD, load<u64>(part, PART_WORD))
  }
}
