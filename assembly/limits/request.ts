// Idempotent takes: what was answered to a request id is answered again (shared/limit.ts draws a record). An answer is
// remembered for as long as the caller says; a refusal only until the same cost would be admitted, or a client that
// waits as it is told would be refused for ever.
import {
  LANE_REQUEST_SETS,
  LANE_REQUESTS,
  MODE_TAKE,
  PART_BYTES,
  PART_HASH,
  PART_OUTCOME,
  PART_STATE,
  PART_VARIANT,
} from '../shared/layout.ts'
import {
  REQUEST_ANSWER,
  REQUEST_BYTES,
  REQUEST_EXPIRES,
  REQUEST_SET_RECORDS,
  REQUEST_TAG,
} from '../shared/limit.ts'
import { LIMIT_ALLOWED } from '../shared/outcome.ts'
import { lock, requestLockOf, unlock } from './lock.ts'
import { operate } from './operate.ts'
import { fixAnswer, partOf, partRetryMs } from './part.ts'
import { endLeases } from './settle.ts'
import { limitOf, mixKey } from './table.ts'
import { clampNow } from './time.ts'

/** The part of a part that is the answer: from the state to the retry, and what follows the stamp. */
const ANSWER_BYTES: usize = PART_BYTES - PART_STATE - 8

/**
 * Takes as part 0 asks, once: to a request id, hashed in part 1, that was answered in the last `ttlMs` ms the answer is
 * the first one.
 */
export function takeOnce(lane: usize, id: u32, ttlMs: f64, nowMs: f64): i32 {
  nowMs = clampNow(nowMs)
  const ended = endLeases(lane, nowMs)
  if (ended != LIMIT_ALLOWED) return ended
  const part = partOf(lane, 0)
  const key = mixKey(load<u64>(part, PART_HASH), limitOf(lane, id))
  // Both hashes are keyed; a sum of them would be the same for two keys that swap their request ids.
  const tag =
    (mixKey(load<u64>(partOf(lane, 1), PART_HASH), limitOf(lane, id)) * 0x9e3779b97f4a7c15) ^ key
  const index = usize(((tag >> 32) * u64(load<u32>(lane, LANE_REQUEST_SETS))) >> 32)
  const set = usize(load<u32>(lane, LANE_REQUESTS)) + index * (REQUEST_BYTES * REQUEST_SET_RECORDS)
  const address = requestLockOf(index)
  lock(lane, address)
  const outcome = answerOnce(lane, part, set, tag, ttlMs, nowMs)
  unlock(lane, address)
  return outcome
}

function answerOnce(lane: usize, part: usize, set: usize, tag: u64, ttlMs: f64, nowMs: f64): i32 {
  let victim = set
  let record = set
  for (let rest = REQUEST_SET_RECORDS; rest > 0; rest--) {
    if (load<f64>(record, REQUEST_EXPIRES) > nowMs && load<u64>(record, REQUEST_TAG) == tag) {
      recall(part, record)
      return load<i32>(part, PART_OUTCOME)
    }
    if (load<f64>(record, REQUEST_EXPIRES) < load<f64>(victim, REQUEST_EXPIRES)) victim = record
    record += REQUEST_BYTES
  }
  const refused = operate(lane, part, 1, MODE_TAKE, nowMs)
  if (refused < 0) return refused
  // Of a limit in shadow, what it would have answered.
  const outcome = load<i32>(part, PART_OUTCOME)
  const isAdmitted = outcome == LIMIT_ALLOWED
  const remembered = isAdmitted ? ttlMs : min<f64>(ttlMs, partRetryMs(part))
  if (remembered > 0) {
    store<u64>(victim, tag, REQUEST_TAG)
    store<f64>(victim, nowMs + remembered, REQUEST_EXPIRES)
    remember(part, victim)
  }
  return outcome
}

/** The outcome, then the answer: in numbers, for the limit may be another one when it is repeated. */
function remember(part: usize, record: usize): void {
  fixAnswer(part)
  store<i32>(record, load<i32>(part, PART_OUTCOME), REQUEST_ANSWER)
  memory.copy(record + REQUEST_ANSWER + 8, part + PART_STATE, ANSWER_BYTES)
}

function recall(part: usize, record: usize): void {
  store<i32>(part, load<i32>(record, REQUEST_ANSWER), PART_OUTCOME)
  store<u32>(part, 0, PART_VARIANT)
  memory.copy(part + PART_STATE, record + REQUEST_ANSWER + 8, ANSWER_BYTES)
}
