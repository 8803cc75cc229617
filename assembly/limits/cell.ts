// What the algorithms have in common: a state of 60 bits, and what can be asked of it and done to it. The state 0 is
// that of a key never seen. Of a log the state is the address of its record, 0 if there is none.
import {
  ALGORITHM_CONCURRENCY,
  ALGORITHM_GCRA,
  ALGORITHM_LOG,
  ALGORITHM_QUOTA,
  ALGORITHM_SLIDING,
  CHANGE_ADDITIVE,
  CHANGE_PROPORTIONAL,
  CHANGE_RESET,
  CHANGE_USED,
  TOKENS_MAX,
} from '../shared/limit.ts'
import {
  LIMIT_ALGORITHM,
  LIMIT_CHANGE,
  LIMIT_COST,
  LIMIT_COUNT_BITS,
  LIMIT_PERIOD,
  LIMIT_QUANTUM,
  LIMIT_RATE,
  LIMIT_TOKENS,
  LIMIT_TTL,
} from '../shared/ruleset.ts'
import * as gcra from './gcra.ts'
import * as log from './log.ts'
import * as sliding from './sliding.ts'
import * as window from './window.ts'

/** Keys in flight are the last to be evicted: their slots would be given away while they are held. */
const IN_FLIGHT_DEBT: i64 = (<i64>1) << 40

/** Whole tokens that can be taken now. */
export function usable(limit: usize, state: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraUsable(limit, state, nowMs)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingUsable(limit, state, nowMs)
  if (algorithm == ALGORITHM_LOG) return log.logUsable(limit, usize(state), nowMs)
  if (algorithm == ALGORITHM_CONCURRENCY) {
    return max<i64>(i64(load<u32>(limit, LIMIT_TOKENS)) - state, 0)
  }
  return window.windowUsable(limit, state, nowMs)
}

/** Whether `tokens` can be taken now. */
export function fits(limit: usize, state: i64, tokens: i64, nowMs: f64): bool {
  if (tokens > i64(load<u32>(limit, LIMIT_TOKENS))) return false
  if (load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_GCRA) {
    return gcra.gcraFits(limit, state, tokens, nowMs)
  }
  return usable(limit, state, nowMs) >= tokens
}

/** The state with `tokens` taken, whether they are there or not. Not of a log. */
export function charged(limit: usize, state: i64, tokens: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraCharged(limit, state, tokens, nowMs)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingCharged(limit, state, tokens, nowMs)
  if (algorithm == ALGORITHM_CONCURRENCY) return min<i64>(state + tokens, TOKENS_MAX)
  return window.windowCharged(limit, state, tokens, nowMs)
}

/** The state with `tokens` put back: no more than were taken. Not of a log. */
export function given(limit: usize, state: i64, tokens: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraGiven(limit, state, tokens, nowMs)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingGiven(limit, state, tokens, nowMs)
  if (algorithm == ALGORITHM_CONCURRENCY) return max<i64>(state - tokens, 0)
  return window.windowGiven(limit, state, tokens, nowMs)
}

/** The state with `tokens` put back that were taken when its stamp was `stamp`. Not of a log. */
export function returned(limit: usize, state: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraReturned(limit, state, tokens, stamp, nowMs)
  if (algorithm == ALGORITHM_SLIDING) {
    return sliding.slidingReturned(limit, state, tokens, stamp, nowMs)
  }
  if (algorithm == ALGORITHM_CONCURRENCY) return max<i64>(state - tokens, 0)
  return window.windowReturned(limit, state, tokens, stamp, nowMs)
}

/** The state with `tokens` more taken, as if when its stamp was `stamp`. Not of a log. */
export function added(limit: usize, state: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraAdded(limit, state, tokens, stamp, nowMs)
  if (algorithm == ALGORITHM_SLIDING) {
    return sliding.slidingAdded(limit, state, tokens, stamp, nowMs)
  }
  if (algorithm == ALGORITHM_CONCURRENCY) return state
  return window.windowAdded(limit, state, tokens, stamp, nowMs)
}

/** What of the state just charged tells when that was. Not of a log. */
export function stampOf(limit: usize, state: i64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingStamp(limit, state)
  if (algorithm == ALGORITHM_GCRA) return state
  if (algorithm == ALGORITHM_CONCURRENCY) return 0
  return window.windowStamp(limit, state)
}

/** Ms until `tokens`, no more than the limit, can be taken; in flight, by when at the latest. */
export function retryMs(limit: usize, state: i64, tokens: i64, nowMs: f64): f64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraRetryMs(limit, state, tokens, nowMs)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingRetryMs(limit, state, tokens, nowMs)
  if (algorithm == ALGORITHM_LOG) return log.logRetryMs(limit, usize(state), tokens, nowMs)
  if (usable(limit, state, nowMs) >= tokens) return 0
  if (algorithm == ALGORITHM_CONCURRENCY) return load<f64>(limit, LIMIT_TTL)
  return window.windowResetMs(limit, state, nowMs)
}

/** Ms until nothing counts any more; in flight, by when at the latest. */
export function resetMs(limit: usize, state: i64, nowMs: f64): f64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraResetMs(limit, state, nowMs)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingResetMs(limit, state, nowMs)
  if (algorithm == ALGORITHM_LOG) return log.logResetMs(limit, usize(state), nowMs)
  if (algorithm == ALGORITHM_CONCURRENCY) return state == 0 ? 0 : load<f64>(limit, LIMIT_TTL)
  return window.windowResetMs(limit, state, nowMs)
}

/** Ms until one token more can be taken than now; 0 if all are there. */
export function nextMs(limit: usize, state: i64, nowMs: f64): f64 {
  const more = usable(limit, state, nowMs) + 1
  if (more > i64(load<u32>(limit, LIMIT_TOKENS))) return resetMs(limit, state, nowMs)
  return retryMs(limit, state, more, nowMs)
}

/** Tokens used, as a whole number rounded up: what is lost with the entry. */
export function debtTokens(limit: usize, state: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) {
    // The limit may be gone.
    if (load<i64>(limit, LIMIT_COST) == 0) return 0
    return gcra.gcraDebtTokens(limit, state, nowMs)
  }
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingDebtTokens(limit, state, nowMs)
  if (algorithm == ALGORITHM_LOG) return log.logUsed(limit, usize(state), nowMs)
  if (algorithm == ALGORITHM_CONCURRENCY) return state == 0 ? 0 : state + IN_FLIGHT_DEBT
  return window.windowUsed(limit, state, nowMs)
}

/** Of what is lost, what counts as leaked. */
export function leakedTokens(debt: i64): i64 {
  return debt > IN_FLIGHT_DEBT ? debt - IN_FLIGHT_DEBT : debt
}

export function usedTokens(limit: usize, state: i64, nowMs: f64): f64 {
  const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraUsed(limit, state, nowMs)
  if (algorithm == ALGORITHM_SLIDING) return sliding.slidingUsed(limit, state, nowMs)
  if (algorithm == ALGORITHM_LOG) return f64(log.logUsed(limit, usize(state), nowMs))
  if (algorithm == ALGORITHM_CONCURRENCY) return f64(state)
  return f64(window.windowUsed(limit, state, nowMs))
}

/** What counts as used under the new numbers, by the rule that these have. */
export function usedAfterChange(from: usize, to: usize, used: f64): f64 {
  const rule = load<u32>(to, LIMIT_CHANGE)
  if (rule == CHANGE_USED) return used
  if (rule == CHANGE_RESET) return 0
  const before = f64(load<u32>(from, LIMIT_TOKENS))
  const after = f64(load<u32>(to, LIMIT_TOKENS))
  if (rule == CHANGE_PROPORTIONAL) return (used * after) / before
  if (rule == CHANGE_ADDITIVE && after > before) return used
  // As is: what remains stays, if there is room for it.
  return max<f64>(after - (before - used), 0)
}

/** Whether both count in the same units and windows, so that a state of one is a state of the other. */
export function isSameUnit(from: usize, to: usize): bool {
  return (
    load<u32>(from, LIMIT_ALGORITHM) == load<u32>(to, LIMIT_ALGORITHM) &&
    load<i64>(from, LIMIT_RATE) == load<i64>(to, LIMIT_RATE) &&
    load<i64>(from, LIMIT_COST) == load<i64>(to, LIMIT_COST) &&
    load<u32>(from, LIMIT_QUANTUM) == load<u32>(to, LIMIT_QUANTUM) &&
    load<i64>(from, LIMIT_PERIOD) == load<i64>(to, LIMIT_PERIOD) &&
    load<u32>(from, LIMIT_COUNT_BITS) == load<u32>(to, LIMIT_COUNT_BITS)
  )
}

/** A state of one variant as one of another. Not of logs. */
export function converted(from: usize, to: usize, state: i64, nowMs: f64): i64 {
  const algorithm = load<u32>(to, LIMIT_ALGORITHM)
  const isSame = algorithm == load<u32>(from, LIMIT_ALGORITHM)
  // What is in flight is in flight, whatever the rule.
  if (algorithm == ALGORITHM_CONCURRENCY) return isSame ? state : 0
  const rule = load<u32>(to, LIMIT_CHANGE)
  const isEqual = load<u32>(from, LIMIT_TOKENS) == load<u32>(to, LIMIT_TOKENS)
  if ((rule == CHANGE_USED || (isEqual && rule != CHANGE_RESET)) && isSameUnit(from, to)) {
    return state
  }
  // The lane has looked up the period of the quota that is asked about, not of what it was before.
  const isQuota = load<u32>(from, LIMIT_ALGORITHM) == ALGORITHM_QUOTA
  const before = isSameUnit(from, to)
    ? usedTokens(to, state, nowMs)
    : isQuota
      ? f64(window.quotaUsed(from, state, nowMs))
      : usedTokens(from, state, nowMs)
  // A key that has used nothing is one never seen.
  if (before == 0) return 0
  if (rule == CHANGE_RESET) return 0
  if (algorithm == ALGORITHM_GCRA && isSame) return gcra.gcraMoved(from, to, state, rule, nowMs)
  const used = usedAfterChange(from, to, before)
  if (used == 0) return 0
  if (algorithm == ALGORITHM_GCRA) return gcra.gcraFrom(to, used, nowMs)
  if (algorithm == ALGORITHM_SLIDING) {
    if (
      rule == CHANGE_USED &&
      isSame &&
      load<i64>(from, LIMIT_PERIOD) == load<i64>(to, LIMIT_PERIOD)
    ) {
      return sliding.slidingMoved(from, to, state)
    }
    return sliding.slidingFrom(to, used, nowMs)
  }
  // The window goes on if it is the same; one from the first hit does not start anew because of a change.
  if (isSameUnit(from, to)) return window.windowWith(to, state, used)
  return window.windowFrom(to, used, nowMs)
}
