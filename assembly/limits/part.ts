// A part (shared/layout.ts draws it): where a call says what it asks of one limit, and finds the answer.
import {
  ANSWER_NUMBERS,
  ANSWER_STATE,
  PART_ASKED,
  PART_BYTES,
  PART_COST,
  PART_GRANTED,
  PART_KIND,
  PART_NEXT,
  PART_NOW,
  PART_OUTCOME,
  PART_REMAINING,
  PART_RESET,
  PART_RETRY,
  PART_STATE,
  PART_VARIANT,
  PARTS_OFFSET,
} from '../shared/layout.ts'
import {
  LANE_LIMIT_ADMITTED,
  LANE_LIMIT_REFUSED,
  LANE_LIMIT_SHADOW_REFUSED,
} from '../shared/limit.ts'
import { LIMIT_ALLOWED, LIMIT_SHADOW } from '../shared/outcome.ts'
import { LIMIT_TOKENS } from '../shared/ruleset.ts'
import { nextMs, resetMs, retryMs, usable } from './cell.ts'

export function partOf(lane: usize, index: u32): usize {
  return lane + PARTS_OFFSET + usize(index) * PART_BYTES
}

/** Leaves an answer from which the numbers are computed when they are read. `asked` of them for the retry. */
export function answerState(part: usize, limit: usize, state: i64, asked: u32, nowMs: f64): void {
  store<i64>(part, state, PART_STATE)
  store<f64>(part, nowMs, PART_NOW)
  store<u32>(part, u32(limit), PART_VARIANT)
  store<u32>(part, ANSWER_STATE, PART_KIND)
  store<u32>(part, asked, PART_ASKED)
}

/** Leaves an answer in numbers, where the state may change or is not all. */
export function answerNumbers(
  part: usize,
  limit: usize,
  remaining: u32,
  next: f64,
  reset: f64,
  retry: f64,
): void {
  store<u32>(part, u32(limit), PART_VARIANT)
  store<u32>(part, ANSWER_NUMBERS, PART_KIND)
  store<u32>(part, load<u32>(limit, LIMIT_TOKENS), PART_ASKED)
  store<u32>(part, remaining, PART_REMAINING)
  store<f64>(part, next, PART_NEXT)
  store<f64>(part, reset, PART_RESET)
  store<f64>(part, retry, PART_RETRY)
}

/** Counts a decision under a variant. */
export function countDecision(limit: usize, outcome: i32): void {
  const which: usize =
    outcome == LIMIT_ALLOWED
      ? LANE_LIMIT_ADMITTED
      : (outcome & LIMIT_SHADOW) != 0
        ? LANE_LIMIT_SHADOW_REFUSED
        : LANE_LIMIT_REFUSED
  store<f64>(limit + which, load<f64>(limit + which) + 1)
}

function isGone(part: usize): bool {
  // A reload may have taken the limit away since the call.
  const limit: usize = load<u32>(part, PART_VARIANT)
  return limit == 0 || load<u32>(limit, LIMIT_TOKENS) == 0
}

/** Whole tokens left. */
export function partRemaining(part: usize): u32 {
  if (load<u32>(part, PART_KIND) == ANSWER_NUMBERS) return load<u32>(part, PART_REMAINING)
  if (isGone(part)) return 0
  const limit: usize = load<u32>(part, PART_VARIANT)
  return u32(usable(limit, load<i64>(part, PART_STATE), load<f64>(part, PART_NOW)))
}

/** Ms until nothing counts any more. */
export function partResetMs(part: usize): f64 {
  if (load<u32>(part, PART_KIND) == ANSWER_NUMBERS) return load<f64>(part, PART_RESET)
  if (isGone(part)) return 0
  const limit: usize = load<u32>(part, PART_VARIANT)
  return resetMs(limit, load<i64>(part, PART_STATE), load<f64>(part, PART_NOW))
}

/** Ms until what was refused would be allowed, if nothing else is taken. */
export function partRetryMs(part: usize): f64 {
  if (load<u32>(part, PART_KIND) == ANSWER_NUMBERS) return load<f64>(part, PART_RETRY)
  if (isGone(part)) return 0
  const limit: usize = load<u32>(part, PART_VARIANT)
  const asked = i64(load<u32>(part, PART_ASKED))
  return retryMs(limit, load<i64>(part, PART_STATE), asked, load<f64>(part, PART_NOW))
}

/** Ms until one token more is there. */
export function partNextMs(part: usize): f64 {
  if (load<u32>(part, PART_KIND) == ANSWER_NUMBERS) return load<f64>(part, PART_NEXT)
  if (isGone(part)) return 0
  const limit: usize = load<u32>(part, PART_VARIANT)
  return nextMs(limit, load<i64>(part, PART_STATE), load<f64>(part, PART_NOW))
}

/** Tokens of a full bucket under the numbers that the key has. */
export function partLimit(part: usize): u32 {
  if (load<u32>(part, PART_KIND) == ANSWER_NUMBERS) return load<u32>(part, PART_ASKED)
  return isGone(part) ? 0 : load<u32>(load<u32>(part, PART_VARIANT), LIMIT_TOKENS)
}

export function partGranted(part: usize): u32 {
  return load<u32>(part, PART_GRANTED)
}

export function partOutcome(part: usize): i32 {
  return load<i32>(part, PART_OUTCOME)
}

export function partCost(part: usize): u32 {
  return load<u32>(part, PART_COST)
}

/** Makes an answer one in numbers, which no change of the limit changes any more. */
export function fixAnswer(part: usize): void {
  const limit: usize = load<u32>(part, PART_VARIANT)
  const remaining = partRemaining(part)
  const next = partNextMs(part)
  const reset = partResetMs(part)
  answerNumbers(part, limit, remaining, next, reset, partRetryMs(part))
}
