// How an evaluation ends: with a variant, with the default, or with an error.
import { LANE_ARENA, LANE_ARENA_END, WORK_OFFSET } from '../shared/layout.ts'
import {
  CAUSE_SCRATCH_FULL,
  CAUSE_VARIANT_UNKNOWN,
  ERROR_GENERAL,
  ERROR_SHIFT,
  REASON_DEFAULT,
  REASON_ERROR,
  REASON_SHIFT,
  REASON_TARGETING_MATCH,
} from '../shared/outcome.ts'
import { FLAG_DEFAULT_VARIANT, FLAG_VARIANT_COUNT, FLAG_VARIANTS } from '../shared/ruleset.ts'
import { STRING_BYTES, STRING_LENGTH, TAG_BOOLEAN } from '../shared/value.ts'
import { equalBytes } from './text.ts'
import { writeBoolean, writeText } from './to-text.ts'
import { isNullish, isString, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

/** The outcome word of an evaluation that cannot go on. */
export function failure(cause: u32): u32 {
  return cause | (REASON_ERROR << REASON_SHIFT) | (ERROR_GENERAL << ERROR_SHIFT)
}

/** The outcome word of the default variant, or of the code default. */
export function defaulted(flag: usize): u32 {
  return load<u32>(flag, FLAG_DEFAULT_VARIANT) | (REASON_DEFAULT << REASON_SHIFT)
}

/** The variant that a rule's value names by its text. */
export function resolveVariant(lane: usize, ruleset: usize, flag: usize, value: u64): u32 {
  let bytes = lane + WORK_OFFSET
  let length: u32 = 0
  if (isNullish(value)) return defaulted(flag)
  if (isString(value)) {
    bytes = stringBytes(pointerOf(value))
    length = stringLength(pointerOf(value))
  } else if (tagOf(value) == TAG_BOOLEAN) {
    length = writeBoolean((value & 1) != 0, bytes)
  } else {
    bytes = load<u32>(lane, LANE_ARENA)
    const end = writeText(value, bytes, load<u32>(lane, LANE_ARENA_END), lane + WORK_OFFSET)
    if (end == 0) return failure(CAUSE_SCRATCH_FULL)
    length = u32(end - bytes)
  }
  const count = load<u32>(flag, FLAG_VARIANT_COUNT)
  const names = ruleset + load<u32>(flag, FLAG_VARIANTS)
  for (let index: u32 = 0; index < count; index++) {
    const name = ruleset + load<u32>(names + index * 4)
    if (load<u32>(name, STRING_LENGTH) == length) {
      if (equalBytes(name + STRING_BYTES, bytes, length)) {
        return index | (REASON_TARGETING_MATCH << REASON_SHIFT)
      }
    }
  }
  return failure(CAUSE_VARIANT_UNKNOWN)
}
