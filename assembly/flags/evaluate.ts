// The evaluator: one loop over a verified program. It trusts what flags/verify.ts proved: opcodes, operands, jump
// targets and stack depths are in their bounds, loops are whole, and every path ends in a RETURN. What the verifier
// cannot know, the types of the caller's values, is checked by each operation.
import {
  LANE_TRACE,
  LANE_TRACE_COUNT,
  LANE_TRACE_STEPS,
  SLOT_BYTES,
  STACK_OFFSET,
  TRACE_DEPTH,
  TRACE_INSTRUCTION,
  TRACE_STEP_BYTES,
  TRACE_VALUE,
  WORK_OFFSET,
} from '../shared/layout.ts'
import {
  COMPARE_EQ,
  INSTRUCTION_A,
  INSTRUCTION_B,
  INSTRUCTION_BYTES,
  INSTRUCTION_DEPTH,
  OP_AND,
  OP_ARITHMETIC,
  OP_ATTRIBUTE_ABSENT,
  OP_ATTRIBUTE_ENDS_WITH,
  OP_ATTRIBUTE_EQUALS,
  OP_ATTRIBUTE_IN,
  OP_ATTRIBUTE_IN_SET,
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
  OP_ATTRIBUTE_STARTS_WITH,
  OP_CAT,
  OP_COALESCE,
  OP_COMPARE,
  OP_COMPARE_CHAIN,
  OP_ENCODE_UNIT,
  OP_ENCODE_UNIT_PAIR,
  OP_ENDS_WITH,
  OP_ENOUGH,
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
  OP_GET,
  OP_GET_COMPUTED,
  OP_IN,
  OP_IN_CONSTANT,
  OP_IN_SET,
  OP_ITERATE,
  OP_JUMP,
  OP_JUMP_IF_FALSE,
  OP_MAKE_ARRAY,
  OP_MAKE_OBJECT,
  OP_MERGE,
  OP_MISSING,
  OP_MISSING_SOME,
  OP_NEXT,
  OP_NOT,
  OP_OR,
  OP_PUSH_ARRAY,
  OP_PUSH_ATTRIBUTE,
  OP_PUSH_CONSTANT,
  OP_PUSH_LOCAL,
  OP_RETURN,
  OP_RETURN_DEFAULT,
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
  OP_RETURN_VARIANT,
  OP_SEM_VER,
  OP_STARTS_WITH,
  OP_SUBSTR,
  OP_TRUTHY,
  SPREAD,
} from '../shared/opcodes.ts'
import { CAUSE_OPERAND_TYPE, REASON_SHIFT, REASON_TARGETING_MATCH } from '../shared/outcome.ts'
import { FLAG_CODE_INDEX, HEADER_CODE, HEADER_CONSTANTS } from '../shared/ruleset.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  TAG_ARRAY,
  TAG_MISSING,
  TAG_SHIFT,
  TAG_STRING,
} from '../shared/value.ts'
import { copyArray, isFailed, makeArray, resetArena } from './arena.ts'
import { arithmetic } from './arithmetic.ts'
import { encodeUnit, encodeUnitPair } from './cbor.ts'
import { compare, equalStrings, INCOMPARABLE } from './compare.ts'
import { hashUnit, hasPrefix, isUnit, pickComputed, pickIndex } from './fractional.ts'
import { LOOP_OVER, nextItem, startLoop } from './iterate.ts'
import { lookUp, makeObject, merge, missing, missingSome, unlessEnough } from './lists.ts'
import { contains, endsWith, isInArray, startsWith } from './membership.ts'
import { getPath, orNull } from './property.ts'
import { semVer } from './semver.ts'
import { isInSet } from './set.ts'
import { cat, substr } from './strings.ts'
import {
  FALSE,
  fromBoolean,
  isNullish,
  isString,
  isTruthy,
  NULL,
  pointerOf,
  relocate,
  TRUE,
  tagOf,
} from './value.ts'
import { defaulted, failure, resolveVariant } from './variant.ts'

/** The outcome word of an operation that failed. */
function failed(value: u64): u32 {
  return failure(u32(value & 0xff))
}

/** Notes the instruction that is about to run, and the value on top of the stack. */
function note(lane: usize, instruction: u32, depth: u32): void {
  const count = load<u32>(lane, LANE_TRACE_COUNT)
  store<u32>(lane, count + 1, LANE_TRACE_COUNT)
  if (count >= load<u32>(lane, LANE_TRACE_STEPS)) return
  const step = load<u32>(lane, LANE_TRACE) + count * TRACE_STEP_BYTES
  store<u32>(step, instruction, TRACE_INSTRUCTION)
  store<u32>(step, depth, TRACE_DEPTH)
  const top = lane + STACK_OFFSET + (usize(depth) << 3)
  store<u64>(step, depth == 0 ? NULL : load<u64>(top - 8), TRACE_VALUE)
}

/** The constant of that number, its offset made an address. */
function constantAt(ruleset: usize, index: u32): u64 {
  const constants = ruleset + load<u32>(ruleset, HEADER_CONSTANTS)
  return relocate(load<u64>(constants + (usize(index) << 3)), ruleset)
}

/** Where a list of operands stands, and in the upper half how many there are (shared/opcodes.ts: SPREAD). */
function operands(top: usize, a: u32): u64 {
  if (a != u32(SPREAD)) return (u64(a) << 32) | u64(top - (usize(a) << 3))
  const value = load<u64>(top - 8)
  if (tagOf(value) != TAG_ARRAY) return (u64(1) << 32) | u64(top - 8)
  const array = pointerOf(value)
  return (u64(load<u32>(array, ARRAY_COUNT)) << 32) | u64(array + ARRAY_VALUES)
}

/**
 * Runs the flag's program against a context, the slots at `context`; one outcome word (shared/outcome.ts). Compiled
 * twice: `run<i32>` is the evaluator, `run<f64>` the same with each step noted, for explaining.
 */
export function run<Mode>(lane: usize, ruleset: usize, flag: usize, context: usize): u32 {
  resetArena(lane)
  const start =
    ruleset + load<u32>(ruleset, HEADER_CODE) + load<u32>(flag, FLAG_CODE_INDEX) * INSTRUCTION_BYTES
  let pc = start
  while (true) {
    const opcode = u32(load<u8>(pc))
    const a = u32(load<u16>(pc, INSTRUCTION_A))
    const b = load<u32>(pc, INSTRUCTION_B)
    const depth = u32(load<u8>(pc, INSTRUCTION_DEPTH))
    if (isFloat<Mode>()) note(lane, u32(pc - start) / INSTRUCTION_BYTES, depth)
    // One above the top of the stack.
    const top = lane + STACK_OFFSET + (usize(depth) << 3)
    pc += INSTRUCTION_BYTES
    // What a test gives, true, false or null, and where on the stack it goes. In most programs the next instruction is
    // the jump that asks for it: it is run at once then, without the way over the stack.
    let test = FALSE
    let target = top
    switch (opcode) {
      case OP_RETURN:
        return resolveVariant(lane, ruleset, flag, load<u64>(top - 8))
      case OP_RETURN_VARIANT:
        return a | (REASON_TARGETING_MATCH << REASON_SHIFT)
      case OP_RETURN_DEFAULT:
        return defaulted(flag)
      case OP_PUSH_CONSTANT:
        store<u64>(top, constantAt(ruleset, b))
        continue
      case OP_PUSH_ATTRIBUTE:
        store<u64>(top, orNull(load<u64>(context + a * SLOT_BYTES)))
        continue
      case OP_JUMP:
        pc += b * INSTRUCTION_BYTES
        continue
      case OP_JUMP_IF_FALSE:
        if (!isTruthy(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        continue
      case OP_AND:
        if (!isTruthy(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        continue
      case OP_OR:
        if (isTruthy(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        continue
      case OP_COALESCE:
        if (!isNullish(load<u64>(top - 8))) pc += b * INSTRUCTION_BYTES
        continue
      case OP_NOT:
        target = top - 8
        test = fromBoolean(!isTruthy(load<u64>(target)))
        break
      case OP_TRUTHY:
        target = top - 8
        test = fromBoolean(isTruthy(load<u64>(target)))
        break
      case OP_COMPARE: {
        target = top - 16
        const order = compare(a, load<u64>(target), load<u64>(top - 8), lane + WORK_OFFSET)
        if (order == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        test = FALSE | u64(order)
        break
      }
      case OP_COMPARE_CHAIN: {
        const right = load<u64>(top - 8)
        const order = compare(a, load<u64>(top - 16), right, lane + WORK_OFFSET)
        if (order == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        if (order == 0) pc += b * INSTRUCTION_BYTES
        store<u64>(top - 16, order == 0 ? FALSE : right)
        continue
      }
      case OP_IN: {
        target = top - 16
        const found = contains(lane, load<u64>(target), load<u64>(top - 8))
        if (found == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
        test = FALSE | u64(found)
        break
      }
      case OP_STARTS_WITH:
        target = top - 16
        test = startsWith(load<u64>(target), load<u64>(top - 8))
        break
      case OP_ENDS_WITH:
        target = top - 16
        test = endsWith(load<u64>(target), load<u64>(top - 8))
        break
      case OP_SEM_VER:
        target = top - 16
        test = semVer(a, load<u64>(target), load<u64>(top - 8), lane + WORK_OFFSET)
        break
      case OP_FRACTIONAL:
      case OP_FRACTIONAL_BY: {
        const unit = load<u64>(top - 8)
        const implicit = opcode == OP_FRACTIONAL
        const table = ruleset + b
        let value = NULL
        if (isUnit(unit, implicit)) {
          const index = pickIndex(table, hashUnit(implicit ? table : 0, unit))
          value = constantAt(ruleset, index)
        }
        store<u64>(top - 8, value)
        continue
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
      case OP_ATTRIBUTE_RETURN_FRACTIONAL: {
        const unit = load<u64>(context + a * SLOT_BYTES)
        const table = ruleset + b
        // Without a prefix the table is for a unit of its own, which may be empty.
        if (!isUnit(unit, hasPrefix(table))) return defaulted(flag)
        const variant = pickIndex(table, hashUnit(table, unit))
        return variant | (REASON_TARGETING_MATCH << REASON_SHIFT)
      }
      case OP_FRACTIONAL_DYNAMIC:
      case OP_FRACTIONAL_DYNAMIC_BY: {
        const base = top - (a << 4) - 8
        const unit = load<u64>(base)
        const implicit = opcode == OP_FRACTIONAL_DYNAMIC
        let value = NULL
        if (isUnit(unit, implicit)) {
          const table: usize = b == 0 ? 0 : ruleset + b
          value = pickComputed(base + 8, a, hashUnit(implicit ? table : 0, unit), table)
        }
        store<u64>(base, value)
        continue
      }
      case OP_MAKE_ARRAY: {
        const values = top - (a << 3)
        const value = makeArray(lane, values, a)
        if (isFailed(value)) return failed(value)
        store<u64>(values, value)
        continue
      }
      case OP_ATTRIBUTE_EQUALS: {
        const value = load<u64>(context + a * SLOT_BYTES)
        const literal = ruleset + b
        if (isString(value)) test = fromBoolean(equalStrings(pointerOf(value), literal))
        else if (!isNullish(value)) {
          const text = (u64(TAG_STRING) << TAG_SHIFT) | u64(literal)
          const order = compare(COMPARE_EQ, value, text, lane + WORK_OFFSET)
          if (order == INCOMPARABLE) return failure(CAUSE_OPERAND_TYPE)
          test = FALSE | u64(order)
        }
        break
      }
      case OP_ATTRIBUTE_IN:
        test = fromBoolean(
          isInArray(orNull(load<u64>(context + a * SLOT_BYTES)), ruleset + b, ruleset),
        )
        break
      case OP_ATTRIBUTE_STARTS_WITH: {
        const literal = (u64(TAG_STRING) << TAG_SHIFT) | u64(ruleset + b)
        test = startsWith(load<u64>(context + a * SLOT_BYTES), literal)
        break
      }
      case OP_ATTRIBUTE_ENDS_WITH: {
        const literal = (u64(TAG_STRING) << TAG_SHIFT) | u64(ruleset + b)
        test = endsWith(load<u64>(context + a * SLOT_BYTES), literal)
        break
      }
      case OP_IN_CONSTANT:
        target = top - 8
        test = fromBoolean(isInArray(load<u64>(target), ruleset + b, ruleset))
        break
      case OP_PUSH_LOCAL:
        store<u64>(top, orNull(load<u64>(lane + STACK_OFFSET + (usize(a) << 3))))
        continue
      case OP_GET: {
        const value = getPath(lane, load<u64>(top - 8), ruleset + b, ruleset)
        if (isFailed(value)) return failed(value)
        store<u64>(top - 8, orNull(value))
        continue
      }
      case OP_GET_COMPUTED: {
        const value = lookUp(lane, load<u64>(top - 16), load<u64>(top - 8), false)
        if (isFailed(value)) return failed(value)
        store<u64>(top - 16, orNull(value))
        continue
      }
      case OP_MISSING: {
        const list = operands(top, a)
        const scope = top - ((a == u32(SPREAD) ? 1 : a) << 3) - 8
        const value = missing(lane, load<u64>(scope), usize(u32(list)), u32(list >> 32))
        if (isFailed(value)) return failed(value)
        store<u64>(scope, value)
        continue
      }
      case OP_MISSING_SOME: {
        const scope = top - 24
        const value = missingSome(lane, load<u64>(scope), load<u64>(top - 16), load<u64>(top - 8))
        if (isFailed(value)) return failed(value)
        store<u64>(scope, value)
        continue
      }
      case OP_ARITHMETIC:
      case OP_CAT:
      case OP_MERGE: {
        const list = operands(top, a)
        const values = usize(u32(list))
        const count = u32(list >> 32)
        const result = top - ((a == u32(SPREAD) ? 1 : a) << 3)
        const value =
          opcode == OP_ARITHMETIC
            ? arithmetic(b, values, count, lane + WORK_OFFSET)
            : opcode == OP_CAT
              ? cat(lane, values, count)
              : merge(lane, values, count)
        if (isFailed(value)) return failed(value)
        store<u64>(result, value)
        continue
      }
      case OP_SUBSTR: {
        const values = top - (a << 3)
        const value = substr(lane, values, a)
        if (isFailed(value)) return failed(value)
        store<u64>(values, value)
        continue
      }
      case OP_MAKE_OBJECT: {
        const pairs = top - (a << 4)
        const value = makeObject(lane, pairs, a)
        if (isFailed(value)) return failed(value)
        store<u64>(pairs, value)
        continue
      }
      case OP_ITERATE: {
        const state = startLoop(lane, a, top - 16)
        if (isFailed(state)) return failed(state)
        if (state == LOOP_OVER) pc += b * INSTRUCTION_BYTES
        continue
      }
      case OP_NEXT:
        // Back over itself too.
        if (nextItem(lane, a, top - 40) != LOOP_OVER) pc -= (b + 1) * INSTRUCTION_BYTES
        continue
      case OP_IN_SET:
        target = top - 8
        test = fromBoolean(isInSet(load<u64>(target), ruleset + b))
        break
      case OP_ATTRIBUTE_IN_SET:
        test = fromBoolean(isInSet(load<u64>(context + a * SLOT_BYTES), ruleset + b))
        break
      case OP_ENCODE_UNIT: {
        const value = encodeUnit(lane, load<u64>(top - 8))
        if (isFailed(value)) return failed(value)
        store<u64>(top - 8, value)
        continue
      }
      case OP_ENCODE_UNIT_PAIR: {
        const value = encodeUnitPair(lane, top - 16)
        if (isFailed(value)) return failed(value)
        store<u64>(top - 16, value)
        continue
      }
      case OP_PUSH_ARRAY: {
        const value = copyArray(lane, ruleset + b, ruleset)
        if (isFailed(value)) return failed(value)
        store<u64>(top, value)
        continue
      }
      case OP_ATTRIBUTE_ABSENT: {
        const present = tagOf(load<u64>(context + a * SLOT_BYTES)) != TAG_MISSING
        store<u64>(top, (u64(TAG_STRING) << TAG_SHIFT) | u64(ruleset + b))
        const value = makeArray(lane, top, present ? 0 : 1)
        if (isFailed(value)) return failed(value)
        store<u64>(top, value)
        continue
      }
      case OP_ENOUGH: {
        const value = unlessEnough(lane, load<u64>(top - 16), load<u64>(top - 8), a)
        if (isFailed(value)) return failed(value)
        store<u64>(top - 16, value)
        continue
      }
      default:
        // Verified away.
        unreachable()
    }
    if (isInteger<Mode>() && u32(load<u8>(pc)) == u32(OP_JUMP_IF_FALSE)) {
      pc +=
        test == TRUE ? INSTRUCTION_BYTES : (load<u32>(pc, INSTRUCTION_B) + 1) * INSTRUCTION_BYTES
    } else store<u64>(target, test)
  }
}
