// The sliding log: the time of every token taken (shared/limit.ts draws a record). Exact: in no window of length P,
// its start included and its end not, are there more than the limit. Costs 8 bytes for each token of the option
// logTokensMax, and so is for small limits. Every use of a log holds the lock of its set.
import { LOG_COUNT, LOG_TAG, LOG_TIMES } from '../shared/limit.ts'
import { LIMIT_PERIOD, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { msUntil } from './time.ts'

/** µs since the engine opened, rounded down: what is over is certainly over. */
export function logNow(nowMs: f64): i64 {
  return i64(nowMs * 1000)
}

function timeAt(log: usize, index: i64): i64 {
  return load<i64>(log + usize(index) * 8, LOG_TIMES)
}

/** Index of the first time that still counts. */
function firstLive(limit: usize, log: usize, nowMs: f64): i64 {
  const count = i64(load<u32>(log, LOG_COUNT))
  const end = logNow(nowMs) - load<i64>(limit, LIMIT_PERIOD)
  let first: i64 = 0
  while (first < count && timeAt(log, first) <= end) first++
  return first
}

/** Tokens that count; 0 for the log of a key that has none. */
export function logUsed(limit: usize, log: usize, nowMs: f64): i64 {
  return log == 0 ? 0 : i64(load<u32>(log, LOG_COUNT)) - firstLive(limit, log, nowMs)
}

export function logUsable(limit: usize, log: usize, nowMs: f64): i64 {
  return max<i64>(i64(load<u32>(limit, LIMIT_TOKENS)) - logUsed(limit, log, nowMs), 0)
}

/** Forgets what no longer counts, and writes `tokens` times more: as many as fit. `end` is the record's. */
export function logCharge(limit: usize, log: usize, end: usize, tokens: i64, nowMs: f64): void {
  const first = firstLive(limit, log, nowMs)
  let count = i64(load<u32>(log, LOG_COUNT)) - first
  const times = log + LOG_TIMES
  const room = i64(end - times) / 8
  const now = logNextStamp(log, nowMs)
  if (first != 0) memory.copy(times, times + usize(first) * 8, usize(count) * 8)
  for (; tokens > 0 && count < room; tokens--) {
    store<i64>(times + usize(count) * 8, now)
    count++
  }
  store<u32>(log, u32(count), LOG_COUNT)
}

/** Writes `tokens` times more at the time `stamp`, which may not be the last. As many as fit. */
export function logAdd(
  limit: usize,
  log: usize,
  end: usize,
  tokens: i64,
  stamp: i64,
  nowMs: f64,
): void {
  logCharge(limit, log, end, 0, nowMs)
  let count = i64(load<u32>(log, LOG_COUNT))
  if (stamp + load<i64>(limit, LIMIT_PERIOD) <= logNow(nowMs)) return
  const room = i64(end - log - LOG_TIMES) / 8
  const added = min<i64>(tokens, room - count)
  let index = count
  while (index > 0 && timeAt(log, index - 1) > stamp) index--
  const at = log + LOG_TIMES + usize(index) * 8
  memory.copy(at + usize(added) * 8, at, usize(count - index) * 8)
  for (let rest: usize = 0; rest < usize(added); rest++) store<i64>(at + rest * 8, stamp)
  store<u32>(log, u32(count + added), LOG_COUNT)
}

/** Forgets the last `tokens` times. */
export function logGive(log: usize, tokens: i64): void {
  const count = i64(load<u32>(log, LOG_COUNT))
  store<u32>(log, u32(count - min<i64>(tokens, count)), LOG_COUNT)
}

/** Forgets `tokens` times that are `stamp`. */
export function logReturn(log: usize, tokens: i64, stamp: i64): void {
  const count = i64(load<u32>(log, LOG_COUNT))
  let kept: i64 = 0
  for (let index: i64 = 0; index < count; index++) {
    const time = timeAt(log, index)
    if (time == stamp && tokens > 0) {
      tokens--
      continue
    }
    store<i64>(log + usize(kept) * 8, time, LOG_TIMES)
    kept++
  }
  store<u32>(log, u32(kept), LOG_COUNT)
}

/** The time that a token taken now gets. Threads read their clocks one after the other, but may get here in another order. */
export function logNextStamp(log: usize, nowMs: f64): i64 {
  // Rounded up: it does not count for less than the period.
  const now = i64(Math.ceil(nowMs * 1000))
  const count = log == 0 ? 0 : i64(load<u32>(log, LOG_COUNT))
  return count == 0 ? now : max<i64>(now, timeAt(log, count - 1))
}

/** Ms until the time with this index no longer counts. */
function msUntilGone(limit: usize, log: usize, index: i64, nowMs: f64): f64 {
  return msUntil(timeAt(log, index) + load<i64>(limit, LIMIT_PERIOD), 1000, nowMs)
}

/** Ms until `tokens`, no more than the limit, fit. */
export function logRetryMs(limit: usize, log: usize, tokens: i64, nowMs: f64): f64 {
  const over = logUsed(limit, log, nowMs) + tokens - i64(load<u32>(limit, LIMIT_TOKENS))
  if (over <= 0) return 0
  return msUntilGone(limit, log, firstLive(limit, log, nowMs) + over - 1, nowMs)
}

export function logResetMs(limit: usize, log: usize, nowMs: f64): f64 {
  if (logUsed(limit, log, nowMs) == 0) return 0
  return msUntilGone(limit, log, i64(load<u32>(log, LOG_COUNT)) - 1, nowMs)
}

/** Makes the log's live tokens so many: the oldest go first, and those that are added come now. */
export function logResize(limit: usize, log: usize, end: usize, used: f64, nowMs: f64): void {
  const target = i64(Math.ceil(used))
  const live = logUsed(limit, log, nowMs)
  if (target >= live) {
    logCharge(limit, log, end, target - live, nowMs)
    return
  }
  const first = firstLive(limit, log, nowMs) + live - target
  const times = log + LOG_TIMES
  memory.copy(times, times + usize(first) * 8, usize(target) * 8)
  store<u32>(log, u32(target), LOG_COUNT)
}

export function emptyLog(log: usize, tag: u64): void {
  store<u64>(log, tag, LOG_TAG)
  store<u32>(log, 0, LOG_COUNT)
}
