// Fixed windows: a window's number, and what was counted in it. Three ways to draw the windows:
//
//   aligned      in step with the Unix time: window n of period P is [nP, (n+1)P)
//   first hit    from a key's first hit on, for one period
//   quota        the calendar's, which the host looks up (the lane's record has the current period)
//
// A clock that goes back does not open a window again: what was counted in the later one goes on counting.
import {
  ALGORITHM_FIRST_HIT,
  ALGORITHM_QUOTA,
  FLAG_SECONDS,
  LANE_LIMIT_ORDINAL,
  LANE_LIMIT_ORDINAL_AT_OPEN,
  LANE_LIMIT_PERIOD_END,
} from '../shared/limit.ts'
import {
  LIMIT_ALGORITHM,
  LIMIT_COUNT_BITS,
  LIMIT_FLAGS,
  LIMIT_PERIOD,
  LIMIT_TOKENS,
} from '../shared/ruleset.ts'
import { msUntil, wallMs, wallOffset } from './time.ts'

/** No window has a number above this. */
const MINUTES_MAX: i64 = (<i64>1) << 40

/** The unit in which the end of a window from the first hit is kept, in ms. */
function endUnitMs(limit: usize): i64 {
  return (load<u32>(limit, LIMIT_FLAGS) & FLAG_SECONDS) != 0 ? 1000 : 1
}

function isFirstHit(limit: usize): bool {
  return load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_FIRST_HIT
}

/** Whether the lane's record of a quota is about another period than that of `nowMs`. */
export function isPeriodPassed(limit: usize, nowMs: f64): bool {
  const now = f64(wallMs(nowMs))
  // Not before its start either, but a clock that was set back leaves the later period in force.
  return now >= load<f64>(limit, LANE_LIMIT_PERIOD_END)
}

/** Number of the window at `nowMs`; of windows from the first hit, of one that would start now. */
function ordinalAt(limit: usize, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_QUOTA) return load<i64>(limit, LANE_LIMIT_ORDINAL)
  const period = load<i64>(limit, LIMIT_PERIOD)
  if (algorithm == ALGORITHM_FIRST_HIT) {
    const unit = endUnitMs(limit)
    return (i64(Math.ceil(nowMs)) + period + unit - 1) / unit
  }
  return max<i64>(wallMs(nowMs) / period - load<i64>(limit, LANE_LIMIT_ORDINAL_AT_OPEN), 0)
}

function ordinalOf(limit: usize, state: i64): i64 {
  return state >> load<u32>(limit, LIMIT_COUNT_BITS)
}

function countMask(limit: usize): i64 {
  return ((<i64>1) << load<u32>(limit, LIMIT_COUNT_BITS)) - 1
}

/** Whether the state's window is not over. */
function isLive(limit: usize, state: i64, nowMs: f64): bool {
  const ordinal = ordinalOf(limit, state)
  if (isFirstHit(limit)) return nowMs < f64(ordinal * endUnitMs(limit))
  return ordinal >= ordinalAt(limit, nowMs)
}

/** When the state's window ends, in ms since the engine opened. */
function endMs(limit: usize, state: i64): f64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_FIRST_HIT) return f64(ordinalOf(limit, state) * endUnitMs(limit))
  if (algorithm == ALGORITHM_QUOTA) {
    return load<f64>(limit, LANE_LIMIT_PERIOD_END) - f64(wallOffset())
  }
  const ordinal = ordinalOf(limit, state) + load<i64>(limit, LANE_LIMIT_ORDINAL_AT_OPEN)
  return f64((ordinal + 1) * load<i64>(limit, LIMIT_PERIOD) - wallOffset())
}

export function windowUsed(limit: usize, state: i64, nowMs: f64): i64 {
  return isLive(limit, state, nowMs) ? state & countMask(limit) : 0
}

export function windowUsable(limit: usize, state: i64, nowMs: f64): i64 {
  return max<i64>(i64(load<u32>(limit, LIMIT_TOKENS)) - windowUsed(limit, state, nowMs), 0)
}

/** Counts, whether there is room or not; the count stays within its bits. */
export function windowCharged(limit: usize, state: i64, tokens: i64, nowMs: f64): i64 {
  const mask = countMask(limit)
  const isOver = !isLive(limit, state, nowMs)
  const ordinal = isOver ? ordinalAt(limit, nowMs) : ordinalOf(limit, state)
  const count = min<i64>((isOver ? 0 : state & mask) + tokens, mask)
  return (ordinal << load<u32>(limit, LIMIT_COUNT_BITS)) | count
}

export function windowGiven(limit: usize, state: i64, tokens: i64, nowMs: f64): i64 {
  if (!isLive(limit, state, nowMs)) return state
  return state - min<i64>(tokens, state & countMask(limit))
}

/** Puts back what was taken in window `stamp`: nothing if that is over. */
export function windowReturned(limit: usize, state: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  if (ordinalOf(limit, state) != stamp || !isLive(limit, state, nowMs)) return state
  const count = state & countMask(limit)
  // A window from the first hit has not begun if nothing was taken after all.
  if (tokens >= count && isFirstHit(limit)) return 0
  return state - min<i64>(tokens, count)
}

/** Counts more in window `stamp`: nothing if that is over. */
export function windowAdded(limit: usize, state: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  const then = stamp << load<u32>(limit, LIMIT_COUNT_BITS)
  if (stamp > MINUTES_MAX || !isLive(limit, then, nowMs)) return state
  if (!isLive(limit, state, nowMs)) return windowCharged(limit, then, tokens, nowMs)
  return ordinalOf(limit, state) == stamp ? windowCharged(limit, state, tokens, nowMs) : state
}

export function windowStamp(limit: usize, state: i64): i64 {
  return ordinalOf(limit, state)
}

/**
 * What a state of a quota counts, if its period may not be over: for variants whose periods the lane has not looked up,
 * since nobody asks about them any more.
 */
export function quotaUsed(limit: usize, state: i64, nowMs: f64): i64 {
  const end = ordinalOf(limit, state) * 60000 + load<i64>(limit, LIMIT_PERIOD)
  return wallMs(nowMs) < end ? state & countMask(limit) : 0
}

/** Ms until the state's window ends; 0 if nothing is counted in it. */
export function windowResetMs(limit: usize, state: i64, nowMs: f64): f64 {
  if (windowUsed(limit, state, nowMs) == 0) return 0
  return msUntil(i64(endMs(limit, state)), 1, nowMs)
}

/** A window in which so much is counted: the one of `state` if it is not over. */
export function windowFrom(limit: usize, used: f64, nowMs: f64): i64 {
  return windowCharged(limit, 0, i64(Math.ceil(used)), nowMs)
}

/** The same window with another count. */
export function windowWith(limit: usize, state: i64, used: f64): i64 {
  const count = min<i64>(i64(Math.ceil(used)), countMask(limit))
  return (state & ~countMask(limit)) | count
}
