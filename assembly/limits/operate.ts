// Everything that is more than one take of a known key: several limits at once, new keys, keys whose numbers have
// changed or that are blocked, giving back, resetting, reserving. All under the locks of the sets involved, taken in
// the order of their addresses, with the entries claimed: so all parts are decided on what stands still, and either
// all of them take or none. A refusal puts the words back as they were, bit by bit.
import {
  MODE_PEEK,
  MODE_RESERVE,
  MODE_RESET,
  MODE_TAKE,
  MODE_TAKE_UP_TO,
  PART_ASKED,
  PART_BYTES,
  PART_COST,
  PART_ENTRY,
  PART_GRANTED,
  PART_ID,
  PART_LEASE,
  PART_OUTCOME,
  PART_RETRY,
  PART_SAME,
  PART_STAMP,
  PART_STATE,
  PART_TAG,
  PART_TOTAL,
  PART_VARIANT,
} from '../shared/layout.ts'
import { FLAG_SHADOW, LEASE_NONE, TOKENS_MAX } from '../shared/limit.ts'
import {
  LIMIT_ALLOWED,
  LIMIT_BLOCKED,
  LIMIT_COST_EXCEEDS_LIMIT,
  LIMIT_LEASES_EXHAUSTED,
  LIMIT_REFUSED,
  LIMIT_SHADOW,
  LIMIT_STALE,
} from '../shared/outcome.ts'
import { LIMIT_FLAGS, LIMIT_TOKENS, LIMIT_TTL } from '../shared/ruleset.ts'
import { apply, close, insertNew, isTaking } from './apply.ts'
import { charged, converted, fits, nextMs, resetMs, retryMs, stampOf, usable } from './cell.ts'
import { exceptionTag, hasExceptions, setBlock } from './exceptions.ts'
import { claimLeases, dropLeases, holdLeases } from './lease.ts'
import { logNextStamp } from './log.ts'
import { isLog, lockParts, open, place, putBack, rootOf, unlockParts } from './open.ts'
import { answerNumbers, answerState, countDecision } from './part.ts'
import { dropKeyLeases } from './settle.ts'
import { isBehind } from './table.ts'

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
  store<u32>(part, u32(min<i64>(asked, TOKENS_MAX)), PART_ASKED)
  if (outcome == LIMIT_ALLOWED) {
    store<i64>(root, total + granted, PART_TOTAL)
    store<u32>(part, mode == MODE_PEEK ? 0 : u32(granted), PART_GRANTED)
  } else if ((load<u32>(limit, LIMIT_FLAGS) & FLAG_SHADOW) != 0) {
    outcome |= LIMIT_SHADOW
  }
  store<i32>(part, outcome, PART_OUTCOME)
  return outcome
}

function refuses(outcome: i32): bool {
  return outcome != LIMIT_ALLOWED && (outcome & LIMIT_SHADOW) == 0
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
  if (mode == MODE_RESERVE && !claimLeases(lane, first, end, nowMs)) return exhausted(first, end)
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
      close(part, load<i64>(part, PART_STATE))
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

/** Answers for parts that no lease can hold. Limits in shadow refuse nothing even so; nothing is held for them. */
function exhausted(first: usize, end: usize): i32 {
  let outcome: i32 = LIMIT_ALLOWED
  for (let part = first; part < end; part += PART_BYTES) {
    const limit: usize = load<u32>(part, PART_VARIANT)
    const isShadow = (load<u32>(limit, LIMIT_FLAGS) & FLAG_SHADOW) != 0
    const own = isShadow ? LIMIT_LEASES_EXHAUSTED | LIMIT_SHADOW : LIMIT_LEASES_EXHAUSTED
    if (!isShadow) outcome = LIMIT_LEASES_EXHAUSTED
    store<i32>(part, own, PART_OUTCOME)
    store<u32>(part, u32(LEASE_NONE), PART_LEASE)
    // By then at the latest a lease of this limit has ended.
    const ttl = load<f64>(limit, LIMIT_TTL)
    answerNumbers(part, limit, 0, ttl, ttl, ttl)
    countDecision(limit, own)
  }
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
