// All the flags that a caller wants to know, for one context, in one call.
import { LANE_OUTCOMES } from '../shared/layout.ts'
import {
  CAUSE_RULE_INVALID,
  ERROR_PARSE_ERROR,
  ERROR_SHIFT,
  NO_VARIANT,
  REASON_DEFAULT,
  REASON_DISABLED,
  REASON_ERROR,
  REASON_SHIFT,
  REASON_STATIC,
} from '../shared/outcome.ts'
import {
  FLAG_BYTES,
  FLAG_DEFAULT_VARIANT,
  FLAG_KIND,
  FLAG_KIND_DISABLED,
  FLAG_KIND_INVALID,
  FLAG_KIND_TARGETING,
  HEADER_FLAGS,
} from '../shared/ruleset.ts'
import { run } from './evaluate.ts'

/** The outcome word of a flag of any kind. */
export function outcomeOf(lane: usize, ruleset: usize, flag: usize, context: usize): u32 {
  const kind = load<u32>(flag, FLAG_KIND)
  if (kind == FLAG_KIND_TARGETING) return run<i32>(lane, ruleset, flag, context)
  if (kind == FLAG_KIND_DISABLED) return NO_VARIANT | (REASON_DISABLED << REASON_SHIFT)
  if (kind == FLAG_KIND_INVALID) {
    return CAUSE_RULE_INVALID | (REASON_ERROR << REASON_SHIFT) | (ERROR_PARSE_ERROR << ERROR_SHIFT)
  }
  const variant = load<u32>(flag, FLAG_DEFAULT_VARIANT)
  // Without a default variant a flag defers to the code's default.
  if (variant == u32(NO_VARIANT)) return variant | (REASON_DEFAULT << REASON_SHIFT)
  return variant | (REASON_STATIC << REASON_SHIFT)
}

/**
 * Evaluates the flags whose numbers stand in the lane's outcomes, `count` of them, and puts each one's outcome word in
 * the place of its number. Numbers count the flags of the ruleset from 0, and are below their count.
 */
export function runMany(lane: usize, ruleset: usize, context: usize, count: u32): void {
  const flags = ruleset + load<u32>(ruleset, HEADER_FLAGS)
  let cell: usize = load<u32>(lane, LANE_OUTCOMES)
  for (; count > 0; count--) {
    const flag = flags + usize(load<u32>(cell)) * FLAG_BYTES
    store<u32>(cell, outcomeOf(lane, ruleset, flag, context))
    cell += 4
  }
}
