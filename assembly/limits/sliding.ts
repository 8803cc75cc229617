// The sliding-window counter: what was counted in this window, and in the one before, which fades as this one goes on.
//
//   used = count + before × (P − r) / P        r: how far into this window, 0 to P − 1 ms
//   allow iff used + cost <= limit
//
// kept as integers multiplied by P, so that nothing is rounded. `strict` does not let it fade: then no window of
// length P, wherever it starts, can hold more than the limit, for it overlaps two of ours at most. Source of the
// fading form: Cloudflare, "How we built rate limiting capable of scaling to millions of domains", 2017.
//
// The windows are numbered from the opening of the engine: nothing depends on the wall clock.
import { FLAG_STRICT } from '../shared/limit.ts'
import { LIMIT_COUNT_BITS, LIMIT_FLAGS, LIMIT_PERIOD, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { msUntil, wholeMs } from './time.ts'

function bitsOf(limit: usize): i64 {
  return i64(load<u32>(limit, LIMIT_COUNT_BITS))
}

function pack(limit: usize, ordinal: i64, before: i64, count: i64): i64 {
  const bits = bitsOf(limit)
  return (((ordinal << bits) | before) << bits) | count
}

function ordinalOf(limit: usize, state: i64): i64 {
  return state >> (2 * bitsOf(limit))
}

function maskOf(limit: usize): i64 {
  return ((<i64>1) << bitsOf(limit)) - 1
}

function beforeOf(limit: usize, state: i64): i64 {
  return (state >> bitsOf(limit)) & maskOf(limit)
}

function countOf(limit: usize, state: i64): i64 {
  return state & maskOf(limit)
}

/** The state as it is at `nowMs`. One from the future, by a clock that went back, stays. */
function rolled(limit: usize, state: i64, nowMs: f64): i64 {
  const ordinal = wholeMs(nowMs) / load<i64>(limit, LIMIT_PERIOD)
  const passed = ordinal - ordinalOf(limit, state)
  if (passed <= 0) return state
  return pack(limit, ordinal, passed == 1 ? countOf(limit, state) : 0, 0)
}

/** What is left of this window in ms: how much of the one before still counts. */
function rest(limit: usize, state: i64, nowMs: f64): i64 {
  const period = load<i64>(limit, LIMIT_PERIOD)
  if ((load<u32>(limit, LIMIT_FLAGS) & FLAG_STRICT) != 0) return period
  return min<i64>((ordinalOf(limit, state) + 1) * period - wholeMs(nowMs), period)
}

/** Used tokens times P, of a rolled state. */
function usedTimesPeriod(limit: usize, state: i64, nowMs: f64): i64 {
  const period = load<i64>(limit, LIMIT_PERIOD)
  return countOf(limit, state) * period + beforeOf(limit, state) * rest(limit, state, nowMs)
}

export function slidingUsable(limit: usize, state: i64, nowMs: f64): i64 {
  const period = load<i64>(limit, LIMIT_PERIOD)
  const used = usedTimesPeriod(limit, rolled(limit, state, nowMs), nowMs)
  return max<i64>(i64(load<u32>(limit, LIMIT_TOKENS)) * period - used, 0) / period
}

export function slidingCharged(limit: usize, state: i64, tokens: i64, nowMs: f64): i64 {
  state = rolled(limit, state, nowMs)
  return state + min<i64>(tokens, maskOf(limit) - countOf(limit, state))
}

/** Puts back what was counted last: in this window, then in the one before. */
export function slidingGiven(limit: usize, state: i64, tokens: i64, nowMs: f64): i64 {
  state = rolled(limit, state, nowMs)
  const here = min<i64>(tokens, countOf(limit, state))
  const before = min<i64>(tokens - here, beforeOf(limit, state))
  return state - here - (before << bitsOf(limit))
}

/** Puts back what was counted in window `stamp`. */
export function slidingReturned(
  limit: usize,
  state: i64,
  tokens: i64,
  stamp: i64,
  nowMs: f64,
): i64 {
  state = rolled(limit, state, nowMs)
  const passed = ordinalOf(limit, state) - stamp
  if (passed == 0) return state - min<i64>(tokens, countOf(limit, state))
  if (passed != 1) return state
  return state - (min<i64>(tokens, beforeOf(limit, state)) << bitsOf(limit))
}

/** Counts more in window `stamp`. */
export function slidingAdded(limit: usize, state: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  state = rolled(limit, state, nowMs)
  const passed = ordinalOf(limit, state) - stamp
  if (passed <= 0) return slidingCharged(limit, state, tokens, nowMs)
  if (passed != 1) return state
  const room = maskOf(limit) - beforeOf(limit, state)
  return state + (min<i64>(tokens, room) << bitsOf(limit))
}

export function slidingStamp(limit: usize, state: i64): i64 {
  return ordinalOf(limit, state)
}

/** Ms until `tokens`, no more than the limit, fit: the first whole ms at which they do. */
export function slidingRetryMs(limit: usize, state: i64, tokens: i64, nowMs: f64): f64 {
  if (slidingUsable(limit, state, nowMs) >= tokens) return 0
  state = rolled(limit, state, nowMs)
  const period = load<i64>(limit, LIMIT_PERIOD)
  const room = i64(load<u32>(limit, LIMIT_TOKENS)) - tokens
  const start = ordinalOf(limit, state) * period
  const count = countOf(limit, state)
  // In this window if what is counted in it leaves room at all, or else in the next, where it fades in its turn; where
  // even that does not do, because more than the limit was charged, in the one after.
  const spare = room - count
  let at: i64
  if (spare >= 0) at = start + fadedAt(limit, beforeOf(limit, state), spare)
  else at = start + period + fadedAt(limit, count, room)
  return msUntil(at, 1, nowMs)
}

/** How far into a window in ms the count of the one before has faded to `room`. */
function fadedAt(limit: usize, before: i64, room: i64): i64 {
  const period = load<i64>(limit, LIMIT_PERIOD)
  if (before <= room) return 0
  if ((load<u32>(limit, LIMIT_FLAGS) & FLAG_STRICT) != 0) return period
  return period - (room * period) / before
}

/** Ms until nothing counts any more. */
export function slidingResetMs(limit: usize, state: i64, nowMs: f64): f64 {
  state = rolled(limit, state, nowMs)
  const windows: i64 = countOf(limit, state) > 0 ? 2 : beforeOf(limit, state) > 0 ? 1 : 0
  if (windows == 0) return 0
  const end = (ordinalOf(limit, state) + windows) * load<i64>(limit, LIMIT_PERIOD)
  return msUntil(end, 1, nowMs)
}

export function slidingUsed(limit: usize, state: i64, nowMs: f64): f64 {
  const used = usedTimesPeriod(limit, rolled(limit, state, nowMs), nowMs)
  return f64(used) / f64(load<i64>(limit, LIMIT_PERIOD))
}

export function slidingDebtTokens(limit: usize, state: i64, nowMs: f64): i64 {
  const period = load<i64>(limit, LIMIT_PERIOD)
  return (usedTimesPeriod(limit, rolled(limit, state, nowMs), nowMs) + period - 1) / period
}

export function slidingFrom(limit: usize, used: f64, nowMs: f64): i64 {
  return slidingCharged(limit, 0, i64(Math.ceil(used)), nowMs)
}

/** The counts of one limit as another of the same period keeps them. */
export function slidingMoved(from: usize, to: usize, state: i64): i64 {
  const mask = maskOf(to)
  const before = min<i64>(beforeOf(from, state), mask)
  return pack(to, ordinalOf(from, state), before, min<i64>(countOf(from, state), mask))
}
