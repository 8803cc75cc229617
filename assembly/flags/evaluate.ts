// The evaluator: one loop over a verified program. It trusts what flags/verify.ts proved: opcodes, operands, jump
// targets and stack depths are in their bounds, and every path ends in a RETURN. What the verifier cannot know,
// the types of the caller's values, is checked by each operation.

import {
  LANE_CONTEXT,
  LANE_SCRATCH,
  LANE_SCRATCH_BYTES,
  SLOT_BYTES,
  STACK_OFFSET,
} from '../shared/layout.ts'
import {
  COMPARE_EQ,
  INSTRUCTION_A,
  INSTRUCTION_B,
  INSTRUCTION_BYTES,
  INSTRUCTION_DEPTH,
  OP_AND,
  OP_ATTRIBUTE_ENDS_WITH,
  OP_ATTRIBUTE_EQUALS,
  OP_ATTRIBUTE_IN,
  OP_ATTRIBUTE_STARTS_WITH,
  OP_COALESCE,
  OP_COMPARE,
  OP_COMPARE_CHAIN,
  OP_ENDS_WITH,
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
  OP_IN,
  OP_IN_CONSTANT,
  OP_JUMP,
  OP_JUMP_IF_FALSE,
  OP_MAKE_ARRAY,
  OP_NOT,
  OP_OR,
  OP_PUSH_ATTRIBUTE,
  OP_PUSH_CONSTANT,
  OP_RETURN,
  OP_RETURN_DEFAULT,
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
  OP_RETURN_VARIANT,
  OP_SEM_VER,
  OP_STARTS_WITH,
  OP_TRUTHY,
} from '../shared/opcodes.ts'
import {
  CAUSE_OPERAND_TYPE,
  CAUSE_SCRATCH_FULL,
  REASON_SHIFT,
  REASON_TARGETING_MATCH,
} from '../shared/outcome.ts'
import { FLAG_CODE_INDEX, HEADER_CODE, HEADER_CONSTANTS } from '../shared/ruleset.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  TAG_ARRAY,
  TAG_MISSING,
  TAG_SHIFT,
  TAG_STRING,
} from '../shared/value.ts'
import { compare, equalStrings, INCOMPARABLE } from './compare.ts'
import { hashUnit, isUnit, pickComputed, pickIndex } from './fractional.ts'
import { contains, endsWith, isInArray, startsWith } from './membership.ts'
import { semVer } from './semver.ts'
import {
  FALSE,
  fromBoolean,
  isNullish,
  isString,
  isTruthy,
  NULL,
  pointerOf,
  relocate,
  tagOf,
} from './value.ts'
import { defaulted, failure, resolveVariant } from './variant.ts'

function makeArray(values: usize, count: u32, target: usize): u64 {
  store<u32>(target, count, ARRAY_COUNT)
  memory.copy(target + ARRAY_VALUES, values, count << 3)
  return (u64(TAG_ARRAY) << TAG_SHIFT) | u64(target)
}

/** Runs the flag's program against the lane's context; one outcome word (shared/outcome.ts). */
export function run(lane: usize, ruleset: usize, flag: usize): u32 {
  const context: usize = load<u32>(lane, LANE_CONTEXT)
  const constants = ruleset + load<u32>(ruleset, HEADER_CONSTANTS)
  // The first bytes of the scratch arena serve single operations; arrays grow behind them.
  const scratch: usize = load<u32>(lane, LANE_SCRATCH)
  let arena = scratch + 256
  const arenaEnd = scratch + load<u32>(lane, LANE_SCRATCH_BYTES)
  let pc =
    ruleset + load<u32>(ruleset, HEADER_CODE) + load<u32>(flag, FLAG_CODE_INDEX) * INSTRUCTION_BYTES
  while (true) {
    const opcode = u32(load<u8>(pc))
    const a = u32(load<u16>(pc, INSTRUCTION_A))
    const b = load<u32>(pc, INSTRUCTION_B)
    // One above the top of the stack.
    const top = lane + STACK_OFFSET + (usize(load<u8>(pc, INSTRUCTION_DEPTH)) << 3)
    pc += INSTRUCTION_BYTES
    switch (opcode) {
      case OP_RETURN:
        return resolveVariant(ruleset, flag, load<u64>(top - 8), scratch)
      case OP_RETURN_VARIANT:
        return a | (REASON_TARGETING_MATCH << REASON_SHIFT)
      case OP_RETURN_DEFAULT:
        return defaulted(flag)
      case OP_PUSH_CONSTANT:
        store<u64>(top, relocate(load<u64>(constants + (b << 3)), ruleset))
        break
      case OP_PUSH_ATTRIBUTE: {
        const value = load<u64>(context + a * SLOT_BYTES)
        store<u64>(top, tagOf(value) == TAG_MISSING ? NULL : value)
        break
      }
      case OP_JUMP:
        pc += b * INSTRUCTION_BYTES
        break
      case OP_JUMP_IF_FALSE:
        if (!isTruthy(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        break
      case OP_AND:
        if (!isTruthy(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        break
      case OP_OR:
        if (isTruthy(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        break
      case OP_COALESCE:
        if (!isNullish(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        break
      case OP_NOT:
        store<u64>(top - 8, fromBoolean(!isTruthy(load<u64>(top - 8))))
        break
      case OP_TRUTHY:
        store<u64>(top - 8, fromBoolean(isTruthy(load<u64>(top - 8))))
        break
      case OP_COMPARE: {
        const order = compare(a, load<u64>(top - 16), load<u64>(top - 8))
        if (order == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        store<u64>(top - 16, FALSE | u64(order))
        break
      }
      case OP_COMPARE_CHAIN: {
        const right = load<u64>(top - 8)
        const order = compare(a, load<u64>(top - 16), right)
        if (order == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        if (order == 0) pc += b * INSTRUCTION_BYTES
        store<u64>(top - 16, order == 0 ? FALSE : right)
        break
      }
      case OP_IN: {
        const found = contains(load<u64>(top - 16), load<u64>(top - 8), scratch)
        if (found == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        store<u64>(top - 16, FALSE | u64(found))
        break
      }
      case OP_STARTS_WITH:
        store<u64>(top - 16, startsWith(load<u64>(top - 16), load<u64>(top - 8)))
        break
      case OP_ENDS_WITH:
        store<u64>(top - 16, endsWith(load<u64>(top - 16), load<u64>(top - 8)))
        break
      case OP_SEM_VER:
        store<u64>(top - 16, semVer(a, load<u64>(top - 16), load<u64>(top - 8), scratch))
        break
      case OP_FRACTIONAL:
      case OP_FRACTIONAL_BY: {
        const unit = load<u64>(top - 8)
        const implicit = opcode == OP_FRACTIONAL
        const table = ruleset + b
        let value = NULL
        if (isUnit(unit, implicit)) {
          const index = pickIndex(table, hashUnit(implicit ? table : 0, unit))
          value = relocate(load<u64>(constants + (index << 3)), ruleset)
        }
        store<u64>(top - 8, value)
        break
      }
      case OP_RETURN_FRACTIONAL:
      case OP_RETURN_FRACTIONAL_BY: {
        const unit = load<u64>(top - 8)
        const implicit = opcode == OP_RETURN_FRACTIONAL
        if (!isUnit(unit, implicit)) return defaulted(flag)
        const table = ruleset + b
        const variant = pickIndex(table, hashUnit(implicit ? table : 0, unit))
        return variant | (REASON_TARGETING_MATCH << REASON_SHIFT)
      }
      case OP_FRACTIONAL_DYNAMIC:
      case OP_FRACTIONAL_DYNAMIC_BY: {
        const base = top - (a << 4) - 8
        const unit = load<u64>(base)
        const implicit = opcode == OP_FRACTIONAL_DYNAMIC
        let value = NULL
        if (isUnit(unit, implicit)) {
          value = pickComputed(base + 8, a, hashUnit(implicit ? ruleset + b : 0, unit))
        }
        store<u64>(base, value)
        break
      }
      case OP_MAKE_ARRAY: {
        const values = top - (a << 3)
        const end = arena + ARRAY_VALUES + (a << 3)
        if (end > arenaEnd) return failure(CAUSE_SCRATCH_FULL)
        store<u64>(values, makeArray(values, a, arena))
        arena = end
        break
      }
      case OP_ATTRIBUTE_EQUALS: {
        const value = load<u64>(context + a * SLOT_BYTES)
        const literal = ruleset + b
        let equal = 0
        if (isString(value)) equal = i32(equalStrings(pointerOf(value), literal))
        else if (!isNullish(value)) {
          equal = compare(COMPARE_EQ, value, (u64(TAG_STRING) << TAG_SHIFT) | u64(literal))
          if (equal == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        }
        store<u64>(top, FALSE | u64(equal))
        break
      }
      case OP_ATTRIBUTE_IN: {
        const value = load<u64>(context + a * SLOT_BYTES)
        const item = tagOf(value) == TAG_MISSING ? NULL : value
        store<u64>(top, fromBoolean(isInArray(item, ruleset + b, ruleset)))
        break
      }
      case OP_ATTRIBUTE_STARTS_WITH:
        store<u64>(
          top,
          startsWith(
            load<u64>(context + a * SLOT_BYTES),
            (u64(TAG_STRING) << TAG_SHIFT) | u64(ruleset + b),
          ),
        )
        break
      case OP_ATTRIBUTE_ENDS_WITH:
        store<u64>(
          top,
          endsWith(
            load<u64>(context + a * SLOT_BYTES),
            (u64(TAG_STRING) << TAG_SHIFT) | u64(ruleset + b),
          ),
        )
        break
      case OP_IN_CONSTANT:
        store<u64>(top - 8, fromBoolean(isInArray(load<u64>(top - 8), ruleset + b, ruleset)))
        break
      default:
        // Verified away.
        unreachable()
    }
  }
}
