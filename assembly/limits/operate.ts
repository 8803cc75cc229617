// Everything that is more than one take of a known key: several limits at once, new keys, keys whose numbers have
// changed or that are blocked, giving back, resetting, reserving. All under the locks of the sets involved, taken in
// the order of their addresses, with the entries claimed: so all parts are decided on what stands still, and either
// all of them take or none. A refusal puts the words back as they were, bit by bit.
import { loadU64, storeU64 } from '../atomic.ts'
import {
  LANE_PERIOD_ID,
  MODE_CHARGE,
  MODE_GIVE,
  MODE_PEEK,
  MODE_RESERVE,
  MODE_RESET,
  MODE_RETURN,
  MODE_TAKE,
  MODE_TAKE_UP_TO,
  PART_ASKED,
  PART_BYTES,
  PART_COST,
  PART_ENTRY,
  PART_GRANTED,
  PART_HASH,
  PART_ID,
  PART_LEASE,
  PART_LOCK,
  PART_OUTCOME,
  PART_RETRY,
  PART_SAME,
  PART_SET,
  PART_STAMP,
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
  FLAG_SHADOW,
  LOG_TAG,
  TAG_HASH_SHIFT,
  TAG_HIDDEN,
} from '../shared/limit.ts'
import {
  LIMIT_ALLOWED,
  LIMIT_BLOCKED,
  LIMIT_COST_EXCEEDS_LIMIT,
  LIMIT_LEASES_EXHAUSTED,
  LIMIT_PERIOD_PASSED,
  LIMIT_REFUSED,
  LIMIT_SHADOW,
  LIMIT_STALE,
} from '../shared/outcome.ts'
import { LIMIT_ALGORITHM, LIMIT_FLAGS, LIMIT_TOKENS, LIMIT_TTL } from '../shared/ruleset.ts'
import {
  added,
  charged,
  converted,
  fits,
  given,
  isSameUnit,
  nextMs,
  resetMs,
  retryMs,
  returned,
  stampOf,
  usable,
  usedAfterChange,
} from './cell.ts'
import { blockedUntil, exceptionTag, hasExceptions, ownVariant, setBlock } from './exceptions.ts'
import { claimLeases, dropLeases, holdLeases } from './lease.ts'
import { lock, lockOf, unlock } from './lock.ts'
import { logAdd, logCharge, logGive, logNextStamp, logResize, logReturn, logUsed } from './log.ts'
import { findLog, insertLog, logEnd, logSetOf } from './logs.ts'
import { answerNumbers, answerState, countDecision } from './part.ts'
import { dropKeyLeases } from './settle.ts'
import {
  claim,
  findKey,
  idOf,
  insert,
  isBehind,
  limitOf,
  mixKey,
  release,
  setOf,
  stateOf,
  tagOfKey,
  withId,
} from './table.ts'
import { isPeriodPassed } from './window.ts'

/** Later than any time and any window, and far from where sums wrap. */
const NO_STAMP: i64 = (<i64>1) << 61

function isLog(limit: usize): bool {
  return load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_LOG
}

/** Finds each part's set and lock. False if a limit is not known to the lane. */
function place(lane: usize, first: usize, end: usize): bool {
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

function lockParts(lane: usize, first: usize, end: usize): void {
  for (let at = nextLock(first, end, 0); at != 0; at = nextLock(first, end, at)) lock(lane, at)
}

function unlockParts(lane: usize, first: usize, end: usize): void {
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
function rootOf(part: usize): usize {
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
function open(lane: usize, first: usize, part: usize, mode: u32, nowMs: f64): i32 {
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
function putBack(first: usize, end: usize): void {
  for (let part = first; part < end; part += PART_BYTES) {
    const entry: usize = load<u32>(part, PART_ENTRY)
    if (entry == 0 || isLog(load<u32>(part, PART_VARIANT))) continue
    storeU64(entry + ENTRY_WORD, load<u64>(part, PART_WORD))
  }
}

/** The root's state in the units of a part's variant: one key may be asked about under two plans. */
function stateFor(root: usize, limit: usize, nowMs: f64): i64 {
  const state = load<i64>(root, PART_STATE)
  const own: usize = load<u32>(root, PART_VARIANT)
  return own == limit || isLog(limit) ? state : converted(own, limit, state, nowMs)
}

/** What a take of the part's cost comes to, with what the parts before it take of the same key. */
function decide(part: usize, mode: u32, nowMs: f64): i32 {
  const root = rootOf(part)
  const limit: usize = load<u32>(part, PART_VARIANT)
  const cost = i64(load<u32>(part, PART_COST))
  const total = load<i64>(root, PART_TOTAL)
  const state = stateFor(root, limit, nowMs)
  let granted = cost
  let outcome: i32 = LIMIT_ALLOWED
  if (mode == MODE_TAKE_UP_TO) {
    granted = min<i64>(cost, max<i64>(usable(limit, state, nowMs) - total, 0))
    if (granted == 0 && cost != 0) outcome = LIMIT_REFUSED
  } else if (total + cost > i64(load<u32>(limit, LIMIT_TOKENS)) && cost != 0) {
    // Of one key asked about twice, together.
    outcome = LIMIT_COST_EXCEEDS_LIMIT
  } else if (cost != 0 && !fits(limit, state, total + cost, nowMs)) {
    outcome = LIMIT_REFUSED
  }
  if (load<f64>(part, PART_RETRY) > nowMs) outcome = LIMIT_BLOCKED
  // The wait is for the whole cost, or, where less would do, for one token.
  const asked = total + (mode == MODE_TAKE_UP_TO ? min<i64>(cost, 1) : cost)
  store<u32>(part, u32(min<i64>(asked, 0x7fffffff)), PART_ASKED)
  if (outcome == LIMIT_ALLOWED) {
    store<i64>(root, total + granted, PART_TOTAL)
    store<u32>(part, mode == MODE_PEEK ? 0 : u32(granted), PART_GRANTED)
  } else if ((load<u32>(limit, LIMIT_FLAGS) & FLAG_SHADOW) != 0) {
    outcome |= LIMIT_SHADOW
  }
  store<i32>(part, outcome, PART_OUTCOME)
  return outcome
}

/** Whether parts are asked whether they may. */
function isTaking(mode: u32): bool {
  return mode <= u32(MODE_TAKE_UP_TO) || mode == MODE_RESERVE
}

function refuses(outcome: i32): bool {
  return outcome != LIMIT_ALLOWED && (outcome & LIMIT_SHADOW) == 0
}

/** Writes what the root part comes to into its entry, or gets it one if it needs one. */
function close(_lane: usize, part: usize, state: i64, _nowMs: f64): void {
  const tag = load<u64>(part, PART_TAG)
  const entry: usize = load<u32>(part, PART_ENTRY)
  store<i64>(part, state, PART_STATE)
  if (entry != 0) release(entry, tag, load<u64>(part, PART_WORD), state)
}

/** Inserts the root parts that have no entry and were charged. No entry is claimed any more. */
function insertNew(lane: usize, first: usize, end: usize, nowMs: f64): void {
  for (let part = first; part < end; part += PART_BYTES) {
    if (load<u32>(part, PART_ENTRY) != 0 || load<u32>(part, PART_SAME) != 0) continue
    const state = load<i64>(part, PART_STATE)
    if (state == 0 || isLog(load<u32>(part, PART_VARIANT))) continue
    const entry = insert(lane, load<u32>(part, PART_SET), load<u64>(part, PART_TAG), state, nowMs)
    store<u32>(part, u32(entry), PART_ENTRY)
  }
}

/** The record of a log part, made if there is none. */
function logOf(lane: usize, part: usize, first: usize, end: usize, nowMs: f64): usize {
  let log: usize = load<u32>(part, PART_ENTRY)
  if (log == 0) {
    const set: usize = load<u32>(part, PART_SET)
    log = insertLog(lane, set, load<u64>(part, PART_TAG), first, end, nowMs)
    store<u32>(part, u32(log), PART_ENTRY)
    store<i64>(part, i64(log), PART_STATE)
  }
  return log
}

/** Does to a root part what `mode` says, with the tokens of all parts that are the same. */
function apply(lane: usize, part: usize, first: usize, end: usize, mode: u32, nowMs: f64): void {
  const limit: usize = load<u32>(part, PART_VARIANT)
  const total = load<i64>(part, PART_TOTAL)
  if (isLog(limit)) applyToLog(lane, part, first, end, mode, total, nowMs)
  else close(lane, part, applied(lane, part, mode, total, nowMs), nowMs)
}

function applied(lane: usize, part: usize, mode: u32, total: i64, nowMs: f64): i64 {
  const limit: usize = load<u32>(part, PART_VARIANT)
  const state = load<i64>(part, PART_STATE)
  if (mode == MODE_RESET) {
    const tag = load<u64>(part, PART_TAG) & ~u64(TAG_HIDDEN)
    store<u64>(part, tag, PART_TAG)
    return 0
  }
  // Nothing can be put back to a key that has taken nothing.
  if (load<u32>(part, PART_ENTRY) == 0 && mode != MODE_CHARGE && !isTaking(mode)) return state
  if (mode == MODE_GIVE) return total == 0 ? state : given(limit, state, total, nowMs)
  if (mode == MODE_RETURN || mode == MODE_CHARGE) {
    // Under other numbers the stamp says nothing: then a return puts back what a gift would.
    const then = limitOf(lane, load<u32>(part, PART_LEASE))
    const stamp = isSameUnit(then, limit) ? load<i64>(part, PART_STAMP) : NO_STAMP
    if (mode == MODE_CHARGE) return added(limit, state, total, stamp, nowMs)
    return returned(limit, state, total, stamp, nowMs)
  }
  return total == 0 ? state : charged(limit, state, total, nowMs)
}

function applyToLog(
  lane: usize,
  part: usize,
  first: usize,
  end: usize,
  mode: u32,
  total: i64,
  nowMs: f64,
): void {
  const limit: usize = load<u32>(part, PART_VARIANT)
  let log: usize = load<u32>(part, PART_ENTRY)
  if (mode == MODE_TAKE || mode == MODE_TAKE_UP_TO || mode == MODE_RESERVE || mode == MODE_CHARGE) {
    if (total == 0) return
    log = logOf(lane, part, first, end, nowMs)
    // Other parts of this call have all logs of the set: what this one took is not remembered.
    if (log == 0) return
    if (mode == MODE_CHARGE) {
      logAdd(limit, log, logEnd(lane, log), total, load<i64>(part, PART_STAMP), nowMs)
    } else logCharge(limit, log, logEnd(lane, log), total, nowMs)
    return
  }
  if (log == 0) return
  if (mode == MODE_RESET) logGive(log, 0x7fffffff)
  else if (mode == MODE_GIVE) logGive(log, total)
  else if (mode == MODE_RETURN) logReturn(log, total, load<i64>(part, PART_STAMP))
}

/** Leaves the part's answer. */
function answer(part: usize, nowMs: f64): void {
  const root = rootOf(part)
  const limit: usize = load<u32>(part, PART_VARIANT)
  const state = stateFor(root, limit, nowMs)
  const asked = load<u32>(part, PART_ASKED)
  const until = load<f64>(part, PART_RETRY)
  const outcome = load<i32>(part, PART_OUTCOME)
  if ((outcome & ~LIMIT_SHADOW) == LIMIT_BLOCKED) {
    answerNumbers(part, limit, 0, until - nowMs, until - nowMs, until - nowMs)
  } else if (isLog(limit)) {
    // The record may be another one's as soon as the lock is released.
    const most = min<i64>(i64(asked), i64(load<u32>(limit, LIMIT_TOKENS)))
    const retry = outcome == LIMIT_ALLOWED ? 0 : retryMs(limit, state, most, nowMs)
    const remaining = u32(usable(limit, state, nowMs))
    const next = nextMs(limit, state, nowMs)
    answerNumbers(part, limit, remaining, next, resetMs(limit, state, nowMs), retry)
  } else {
    answerState(part, limit, state, min<u32>(asked, load<u32>(limit, LIMIT_TOKENS)), nowMs)
  }
}

/**
 * Does `mode` to the `count` parts from `first` on, all or nothing.
 * @returns LIMIT_ALLOWED, or the outcome of the first part that refuses; LIMIT_STALE and LIMIT_PERIOD_PASSED change
 *   nothing: the host does what they ask for and calls again.
 */
export function operate(lane: usize, first: usize, count: u32, mode: u32, nowMs: f64): i32 {
  const end = first + usize(count) * PART_BYTES
  if (isBehind(lane) || !place(lane, first, end)) return LIMIT_STALE
  if (mode == MODE_RESERVE && !claimLeases(lane, first, end, nowMs)) {
    for (let part = first; part < end; part += PART_BYTES) {
      const limit: usize = load<u32>(part, PART_VARIANT)
      store<i32>(part, LIMIT_LEASES_EXHAUSTED, PART_OUTCOME)
      // By then at the latest a lease of this limit has ended.
      const ttl = load<f64>(limit, LIMIT_TTL)
      answerNumbers(part, limit, 0, ttl, ttl, ttl)
      countDecision(limit, LIMIT_LEASES_EXHAUSTED)
    }
    return LIMIT_LEASES_EXHAUSTED
  }
  lockParts(lane, first, end)
  for (let part = first; part < end; part += PART_BYTES) {
    const opened = open(lane, first, part, mode, nowMs)
    if (opened == LIMIT_ALLOWED) continue
    putBack(first, part)
    unlockParts(lane, first, end)
    if (mode == MODE_RESERVE) dropLeases(lane, first, end)
    return opened
  }
  const outcome = isTaking(mode) ? decideAll(first, end, mode, nowMs) : totalAll(first, end)
  const isChange = outcome == LIMIT_ALLOWED && mode != MODE_PEEK
  if (mode == MODE_RESERVE) {
    // Before the tokens are taken: of a thread that dies in between, more is given back than it took, and nothing lost.
    if (isChange) stampParts(first, end, nowMs)
    if (isChange) holdLeases(lane, first, end, nowMs)
    else dropLeases(lane, first, end)
  }
  for (let part = first; part < end; part += PART_BYTES) {
    if (load<u32>(part, PART_SAME) != 0) continue
    if (isChange) apply(lane, part, first, end, mode, nowMs)
    else if (!isLog(load<u32>(part, PART_VARIANT))) {
      close(lane, part, load<i64>(part, PART_STATE), nowMs)
    }
  }
  if (isChange) insertNew(lane, first, end, nowMs)
  if (mode == MODE_RESET) forgetRest(lane, first, end, nowMs)
  for (let part = first; part < end; part += PART_BYTES) {
    if (outcome != LIMIT_ALLOWED) store<u32>(part, 0, PART_GRANTED)
    answer(part, nowMs)
    if (mode == MODE_TAKE || mode == MODE_TAKE_UP_TO || mode == MODE_RESERVE) {
      const own = load<i32>(part, PART_OUTCOME)
      if (outcome == LIMIT_ALLOWED || refuses(own)) {
        countDecision(load<u32>(part, PART_VARIANT), own)
      }
    }
  }
  unlockParts(lane, first, end)
  return outcome
}

function decideAll(first: usize, end: usize, mode: u32, nowMs: f64): i32 {
  let outcome: i32 = LIMIT_ALLOWED
  for (let part = first; part < end; part += PART_BYTES) {
    const own = decide(part, mode, nowMs)
    if (outcome == LIMIT_ALLOWED && refuses(own)) outcome = own
  }
  return outcome
}

/** The tokens of parts that are not asked whether they may. */
function totalAll(first: usize, end: usize): i32 {
  for (let part = first; part < end; part += PART_BYTES) {
    const root = rootOf(part)
    store<i64>(root, load<i64>(root, PART_TOTAL) + i64(load<u32>(part, PART_COST)), PART_TOTAL)
    store<i32>(part, LIMIT_ALLOWED, PART_OUTCOME)
    store<u32>(part, 1, PART_ASKED)
  }
  return LIMIT_ALLOWED
}

/** When each part takes, as far as giving back needs to know. */
function stampParts(first: usize, end: usize, nowMs: f64): void {
  for (let part = first; part < end; part += PART_BYTES) {
    const limit: usize = load<u32>(part, PART_VARIANT)
    const root = rootOf(part)
    const stamp = isLog(limit)
      ? logNextStamp(load<u32>(root, PART_ENTRY), nowMs)
      : stampOf(
          limit,
          charged(limit, load<i64>(root, PART_STATE), load<i64>(root, PART_TOTAL), nowMs),
        )
    store<i64>(part, stamp, PART_STAMP)
  }
}

/**
 * What else a reset forgets: a block, and what is reserved. A reservation that was settled afterwards would put back what
 * others have taken since.
 */
function forgetRest(lane: usize, first: usize, end: usize, nowMs: f64): void {
  for (let part = first; part < end; part += PART_BYTES) {
    dropKeyLeases(lane, part, load<u32>(part, PART_ID), 0, nowMs)
    if (!hasExceptions()) continue
    setBlock(lane, exceptionTag(lane, load<u64>(part, PART_TAG)), 0, nowMs)
  }
}
