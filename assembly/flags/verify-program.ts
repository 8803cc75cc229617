// Verifies one program in one pass. Every edge of the control flow, to the next instruction or to a jump's target,
// must arrive with exactly the stack depth that the instruction there declares; jumps go forward, and nothing falls
// off the end. So the depth of each instruction is known, the stack bounded and the number of steps at most the
// number of instructions, without walking a single path.
import {
  COMPARE_COUNT,
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
  OP_COUNT,
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
  SEM_VER_COUNT,
} from '../shared/opcodes.ts'
import {
  VERIFY_END,
  VERIFY_JUMP,
  VERIFY_OK,
  VERIFY_OPCODE,
  VERIFY_OPERAND,
  VERIFY_STACK,
} from '../shared/outcome.ts'
import {
  FLAG_ATTRIBUTE_BYTES,
  FLAG_ATTRIBUTE_COUNT,
  FLAG_ATTRIBUTES,
  FLAG_CODE_INDEX,
  FLAG_STACK_MAX,
  FLAG_VARIANT_COUNT,
  FRACTIONAL_BUCKET_BYTES,
  FRACTIONAL_BUCKETS,
  FRACTIONAL_COUNT,
  FRACTIONAL_TOTAL,
  FRACTIONAL_WEIGHT_MAX,
  HEADER_CODE,
  HEADER_CONSTANT_COUNT,
} from '../shared/ruleset.ts'
import { ARRAY_COUNT, ARRAY_VALUES } from '../shared/value.ts'
import { isConstant, isInData, isStringAt } from './verify.ts'

function hasAttribute(ruleset: usize, flag: usize, attribute: u32): bool {
  const list = ruleset + load<u32>(flag, FLAG_ATTRIBUTES)
  let low: u32 = 0
  let high = load<u32>(flag, FLAG_ATTRIBUTE_COUNT)
  while (low < high) {
    const middle = (low + high) >> 1
    if (u32(load<u16>(list + middle * FLAG_ATTRIBUTE_BYTES)) < attribute) low = middle + 1
    else high = middle
  }
  if (low >= load<u32>(flag, FLAG_ATTRIBUTE_COUNT)) return false
  return load<u16>(list + low * FLAG_ATTRIBUTE_BYTES) == attribute
}

function isArrayAt(ruleset: usize, offset: u32): bool {
  if (!isInData(ruleset, offset, ARRAY_VALUES)) return false
  const count = load<u32>(ruleset + offset, ARRAY_COUNT)
  if (!isInData(ruleset, offset, ARRAY_VALUES + u64(count) * 8)) return false
  const values = ruleset + offset + ARRAY_VALUES
  for (let index: u32 = 0; index < count; index++) {
    if (!isConstant(ruleset, load<u64>(values + (usize(index) << 3)))) return false
  }
  return true
}

/** Whether a table stands there whose buckets name indexes below `indexes`. */
function isTableAt(ruleset: usize, offset: u32, indexes: u32): bool {
  if (!isInData(ruleset, offset, FRACTIONAL_BUCKETS)) return false
  const table = ruleset + offset
  const count = load<u32>(table, FRACTIONAL_COUNT)
  const bytes = FRACTIONAL_BUCKETS + u64(count) * FRACTIONAL_BUCKET_BYTES
  if (count == 0 || !isInData(ruleset, offset, bytes)) return false
  let sum: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    const bucket = table + FRACTIONAL_BUCKETS + usize(index) * FRACTIONAL_BUCKET_BYTES
    if (load<u32>(bucket) < sum) return false
    sum = load<u32>(bucket)
    if (load<u32>(bucket, 4) >= indexes) return false
  }
  return sum == load<u32>(table, FRACTIONAL_TOTAL) && sum != 0 && sum <= u32(FRACTIONAL_WEIGHT_MAX)
}

/** How many values the instruction needs on the stack. */
function needs(opcode: u32, a: u32): u32 {
  switch (opcode) {
    case OP_RETURN:
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
    case OP_JUMP_IF_FALSE:
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
    case OP_NOT:
    case OP_TRUTHY:
    case OP_FRACTIONAL:
    case OP_FRACTIONAL_BY:
    case OP_IN_CONSTANT:
      return 1
    case OP_COMPARE:
    case OP_COMPARE_CHAIN:
    case OP_IN:
    case OP_STARTS_WITH:
    case OP_ENDS_WITH:
    case OP_SEM_VER:
      return 2
    case OP_FRACTIONAL_DYNAMIC:
    case OP_FRACTIONAL_DYNAMIC_BY:
      return 2 * a + 1
    case OP_MAKE_ARRAY:
      return a
  }
  return 0
}

/** How many values it leaves there for the next instruction, in place of those it needed. */
function leaves(opcode: u32): u32 {
  switch (opcode) {
    case OP_RETURN:
    case OP_RETURN_VARIANT:
    case OP_RETURN_DEFAULT:
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
    case OP_JUMP:
    case OP_JUMP_IF_FALSE:
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
      return 0
  }
  return 1
}

function operandsFit(ruleset: usize, flag: usize, opcode: u32, a: u32, b: u32): bool {
  switch (opcode) {
    case OP_RETURN_VARIANT:
      return a < load<u32>(flag, FLAG_VARIANT_COUNT)
    case OP_PUSH_CONSTANT:
      return b < load<u32>(ruleset, HEADER_CONSTANT_COUNT)
    case OP_PUSH_ATTRIBUTE:
      return hasAttribute(ruleset, flag, a)
    case OP_COMPARE:
    case OP_COMPARE_CHAIN:
      return a < u32(COMPARE_COUNT)
    case OP_SEM_VER:
      return a < u32(SEM_VER_COUNT)
    case OP_FRACTIONAL:
    case OP_FRACTIONAL_BY:
      return isTableAt(ruleset, b, load<u32>(ruleset, HEADER_CONSTANT_COUNT))
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
      return isTableAt(ruleset, b, load<u32>(flag, FLAG_VARIANT_COUNT))
    case OP_FRACTIONAL_DYNAMIC:
      return a > 0 && isInData(ruleset, b, FRACTIONAL_BUCKETS)
    case OP_FRACTIONAL_DYNAMIC_BY:
      return a > 0
    case OP_IN_CONSTANT:
      return isArrayAt(ruleset, b)
    case OP_ATTRIBUTE_EQUALS:
    case OP_ATTRIBUTE_STARTS_WITH:
    case OP_ATTRIBUTE_ENDS_WITH:
      return hasAttribute(ruleset, flag, a) && isStringAt(ruleset, b)
    case OP_ATTRIBUTE_IN:
      return hasAttribute(ruleset, flag, a) && isArrayAt(ruleset, b)
  }
  return true
}

/** Whether control can arrive at the instruction with this depth. */
function arrives(code: usize, count: u32, index: u64, depth: u32): u32 {
  if (index >= u64(count)) return VERIFY_JUMP
  const declared = u32(load<u8>(code + usize(index) * INSTRUCTION_BYTES + INSTRUCTION_DEPTH))
  return declared == depth ? VERIFY_OK : VERIFY_STACK
}

function verifyInstruction(ruleset: usize, flag: usize, code: usize, count: u32, index: u32): u32 {
  const instruction = code + usize(index) * INSTRUCTION_BYTES
  const opcode = u32(load<u8>(instruction))
  const depth = u32(load<u8>(instruction, INSTRUCTION_DEPTH))
  const a = u32(load<u16>(instruction, INSTRUCTION_A))
  const b = load<u32>(instruction, INSTRUCTION_B)
  if (opcode >= u32(OP_COUNT)) return VERIFY_OPCODE
  if (!operandsFit(ruleset, flag, opcode, a, b)) return VERIFY_OPERAND
  const needed = needs(opcode, a)
  const left = depth - needed + leaves(opcode)
  const stack = load<u32>(flag, FLAG_STACK_MAX)
  if (depth < needed || depth > stack || left > stack) return VERIFY_STACK
  const next = u64(index) + 1
  const target = next + u64(b)
  switch (opcode) {
    case OP_RETURN:
    case OP_RETURN_VARIANT:
    case OP_RETURN_DEFAULT:
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
      return VERIFY_OK
    case OP_JUMP:
      return arrives(code, count, target, left)
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
      // The value stays for the target, and goes for the next instruction.
      if (arrives(code, count, target, depth) != VERIFY_OK) return VERIFY_JUMP
      break
    case OP_JUMP_IF_FALSE:
    case OP_COMPARE_CHAIN:
      if (arrives(code, count, target, left) != VERIFY_OK) return VERIFY_JUMP
      break
  }
  if (next == u64(count)) return VERIFY_END
  return arrives(code, count, next, left)
}

/** 0 if the flag's `count` instructions are a program that may run. */
export function verifyProgram(ruleset: usize, flag: usize, count: u32): u32 {
  const code =
    ruleset + load<u32>(ruleset, HEADER_CODE) + load<u32>(flag, FLAG_CODE_INDEX) * INSTRUCTION_BYTES
  if (count == 0 || load<u8>(code, INSTRUCTION_DEPTH) != 0) return VERIFY_END
  for (let index: u32 = 0; index < count; index++) {
    const result = verifyInstruction(ruleset, flag, code, count, index)
    if (result != VERIFY_OK) return result
  }
  return VERIFY_OK
}
