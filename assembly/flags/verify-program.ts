// Verifies one program in one pass. Every edge of the control flow, to the next instruction or to a jump's target,
// must arrive with exactly the stack depth that the instruction there declares; jumps go forward, and nothing falls
// off the end. A loop is a range of its own: nothing jumps in or out, and nothing in it takes from below its frame, so
// only ITERATE and NEXT write there. So the depth of each instruction is known, the stack bounded and the number of
// steps too, without walking a single path: each instruction counts once, those in a loop once for each item.
import {
  ARITHMETIC_COUNT,
  COMPARE_COUNT,
  INSTRUCTION_A,
  INSTRUCTION_B,
  INSTRUCTION_BYTES,
  INSTRUCTION_DEPTH,
  ITEMS_MAX,
  ITERATE_COUNT,
  ITERATE_REDUCE,
  LOOPS_MAX,
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
  OP_COUNT,
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
  SEM_VER_COUNT,
  SPREAD,
} from '../shared/opcodes.ts'
import {
  VERIFY_END,
  VERIFY_JUMP,
  VERIFY_LOOP,
  VERIFY_OK,
  VERIFY_OPCODE,
  VERIFY_OPERAND,
  VERIFY_STACK,
  VERIFY_STEPS,
} from '../shared/outcome.ts'
import {
  FLAG_ATTRIBUTE_BYTES,
  FLAG_ATTRIBUTE_COUNT,
  FLAG_ATTRIBUTES,
  FLAG_CODE_INDEX,
  FLAG_STACK_MAX,
  FLAG_STEPS,
  FLAG_VARIANT_COUNT,
  FRACTIONAL_BUCKET_BYTES,
  FRACTIONAL_BUCKETS,
  FRACTIONAL_COUNT,
  FRACTIONAL_FIRST,
  FRACTIONAL_FIRST_TOTAL,
  FRACTIONAL_GENERATION,
  FRACTIONAL_TOTAL,
  FRACTIONAL_WEIGHT_MAX,
  HEADER_CODE,
  HEADER_CONSTANT_COUNT,
  SET_BITS,
  SET_BITS_MAX,
  SET_COUNT,
  SET_STARTS,
} from '../shared/ruleset.ts'
import { ARRAY_COUNT, ARRAY_VALUES } from '../shared/value.ts'
import { setHashes } from './set.ts'
import { isString } from './value.ts'
import { isConstant, isInData, isStringAt } from './verify.ts'

/** Steps are counted up to here. */
const STEPS_MAX: u64 = 0x7fffffff

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
  const isFirst = load<u32>(table, FRACTIONAL_GENERATION) == FRACTIONAL_FIRST
  const most = isFirst ? u32(FRACTIONAL_FIRST_TOTAL) : u32(FRACTIONAL_WEIGHT_MAX)
  return sum == load<u32>(table, FRACTIONAL_TOTAL) && sum != 0 && sum <= most
}

/** Whether a set of ids stands there, every bucket of it inside. */
function isSetAt(ruleset: usize, offset: u32): bool {
  if (!isInData(ruleset, offset, SET_STARTS)) return false
  const set = ruleset + offset
  const bits = load<u32>(set, SET_BITS)
  const count = load<u32>(set, SET_COUNT)
  if (bits == 0 || bits > u32(SET_BITS_MAX)) return false
  if (!isInData(ruleset, offset, setHashes(bits) + u64(count) * 8)) return false
  let least: u32 = 0
  for (let bucket: u32 = 0; bucket <= u32(1) << bits; bucket++) {
    const start = load<u32>(set + SET_STARTS + (usize(bucket) << 2))
    if (start < least || start > count) return false
    least = start
  }
  return true
}

/** Whether a path, an array of strings, stands there. */
function isPathAt(ruleset: usize, offset: u32): bool {
  if (!isArrayAt(ruleset, offset)) return false
  const array = ruleset + offset
  for (let index: u32 = 0; index < load<u32>(array, ARRAY_COUNT); index++) {
    if (!isString(load<u64>(array + ARRAY_VALUES + (usize(index) << 3)))) return false
  }
  return true
}

/** How many values a list of operands takes on the stack. */
function listSize(a: u32): u32 {
  return a == u32(SPREAD) ? 1 : a
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
    case OP_IN_SET:
    case OP_GET:
    case OP_ENCODE_UNIT:
      return 1
    case OP_COMPARE:
    case OP_COMPARE_CHAIN:
    case OP_IN:
    case OP_STARTS_WITH:
    case OP_ENDS_WITH:
    case OP_SEM_VER:
    case OP_GET_COMPUTED:
    case OP_ENCODE_UNIT_PAIR:
    case OP_ENOUGH:
    case OP_ITERATE:
      return 2
    case OP_MISSING_SOME:
      return 3
    case OP_MISSING:
      return listSize(a) + 1
    case OP_ARITHMETIC:
    case OP_CAT:
    case OP_MERGE:
      return listSize(a)
    case OP_FRACTIONAL_DYNAMIC:
    case OP_FRACTIONAL_DYNAMIC_BY:
      return 2 * a + 1
    case OP_MAKE_ARRAY:
    case OP_SUBSTR:
      return a
    case OP_MAKE_OBJECT:
      return 2 * a
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
    case OP_ATTRIBUTE_RETURN_FRACTIONAL:
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
    case OP_ATTRIBUTE_RETURN_FRACTIONAL:
      if (!hasAttribute(ruleset, flag, a)) return false
      return isTableAt(ruleset, b, load<u32>(flag, FLAG_VARIANT_COUNT))
    case OP_FRACTIONAL_DYNAMIC:
      return a > 0 && isInData(ruleset, b, FRACTIONAL_BUCKETS)
    case OP_FRACTIONAL_DYNAMIC_BY:
      return a > 0 && (b == 0 || isInData(ruleset, b, FRACTIONAL_BUCKETS))
    case OP_IN_CONSTANT:
    case OP_PUSH_ARRAY:
      return isArrayAt(ruleset, b)
    case OP_ATTRIBUTE_ABSENT:
    case OP_ATTRIBUTE_EQUALS:
    case OP_ATTRIBUTE_STARTS_WITH:
    case OP_ATTRIBUTE_ENDS_WITH:
      return hasAttribute(ruleset, flag, a) && isStringAt(ruleset, b)
    case OP_ATTRIBUTE_IN:
      return hasAttribute(ruleset, flag, a) && isArrayAt(ruleset, b)
    case OP_GET:
      return isPathAt(ruleset, b)
    case OP_ARITHMETIC:
      return b < u32(ARITHMETIC_COUNT)
    case OP_SUBSTR:
      return a == 2 || a == 3
    case OP_ITERATE:
      return a < u32(ITERATE_COUNT)
    case OP_IN_SET:
      return isSetAt(ruleset, b)
    case OP_ATTRIBUTE_IN_SET:
      return hasAttribute(ruleset, flag, a) && isSetAt(ruleset, b)
  }
  return true
}

/** Whether control can arrive at the instruction with this depth. */
function arrives(code: usize, last: u32, index: u64, depth: u32): u32 {
  if (index > u64(last)) return VERIFY_JUMP
  const declared = u32(load<u8>(code + usize(index) * INSTRUCTION_BYTES + INSTRUCTION_DEPTH))
  return declared == depth ? VERIFY_OK : VERIFY_STACK
}

/** Whether a loop's body may read the cell: its item, and of a REDUCE the accumulator. */
function isLocal(cell: u32, floor: u32, kind: u32): bool {
  if (floor == 0) return false
  return cell == floor - 1 || (cell == floor - 3 && kind >= u32(ITERATE_REDUCE))
}

/** Verifies one instruction that is neither ITERATE nor NEXT, and its edges. */
function verifyInstruction(
  flag: usize,
  code: usize,
  index: u32,
  last: u32,
  floor: u32,
  kind: u32,
): u32 {
  const instruction = code + usize(index) * INSTRUCTION_BYTES
  const opcode = u32(load<u8>(instruction))
  const depth = u32(load<u8>(instruction, INSTRUCTION_DEPTH))
  const a = u32(load<u16>(instruction, INSTRUCTION_A))
  const b = load<u32>(instruction, INSTRUCTION_B)
  if (opcode == OP_PUSH_LOCAL && !isLocal(a, floor, kind)) return VERIFY_OPERAND
  const needed = needs(opcode, a)
  const left = depth - needed + leaves(opcode)
  const stack = load<u32>(flag, FLAG_STACK_MAX)
  if (depth < needed + floor || depth > stack || left > stack) return VERIFY_STACK
  const next = u64(index) + 1
  const target = next + u64(b)
  switch (opcode) {
    case OP_RETURN:
    case OP_RETURN_VARIANT:
    case OP_RETURN_DEFAULT:
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
    case OP_ATTRIBUTE_RETURN_FRACTIONAL:
      return VERIFY_OK
    case OP_JUMP:
      return arrives(code, last, target, left)
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
      // The value stays for the target, and goes for the next instruction.
      if (arrives(code, last, target, depth) != VERIFY_OK) return VERIFY_JUMP
      break
    case OP_JUMP_IF_FALSE:
    case OP_COMPARE_CHAIN:
      if (arrives(code, last, target, left) != VERIFY_OK) return VERIFY_JUMP
      break
  }
  if (next > u64(last)) return VERIFY_END
  return arrives(code, last, next, left)
}

function isJump(opcode: u32): bool {
  switch (opcode) {
    case OP_JUMP:
    case OP_JUMP_IF_FALSE:
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
    case OP_COMPARE_CHAIN:
      return true
  }
  return false
}

/** Whether the target is in no loop that starts at `from` or behind it: the way there leads over whole loops. */
function isBeside(code: usize, from: u32, target: u32): bool {
  let index = u64(from)
  while (index < u64(target)) {
    const instruction = code + usize(index) * INSTRUCTION_BYTES
    if (u32(load<u8>(instruction)) == u32(OP_ITERATE)) {
      index += u64(load<u32>(instruction, INSTRUCTION_B))
    }
    index++
  }
  return index == u64(target)
}

/** Verifies the two ends of the loop that starts at `index`: its ITERATE, and the NEXT that it names. */
function verifyLoop(flag: usize, code: usize, index: u32, last: u32, floor: u32): u32 {
  const iterate = code + usize(index) * INSTRUCTION_BYTES
  const depth = u32(load<u8>(iterate, INSTRUCTION_DEPTH))
  const body = load<u32>(iterate, INSTRUCTION_B)
  const nextIndex = u64(index) + u64(body)
  // A body of at least one instruction, and something behind the loop.
  if (body < 2 || nextIndex >= u64(last)) return VERIFY_LOOP
  if (depth < floor + 2 || depth + 3 > load<u32>(flag, FLAG_STACK_MAX)) return VERIFY_STACK
  const next = code + usize(nextIndex) * INSTRUCTION_BYTES
  if (u32(load<u8>(next)) != u32(OP_NEXT)) return VERIFY_LOOP
  if (load<u16>(next, INSTRUCTION_A) != load<u16>(iterate, INSTRUCTION_A)) return VERIFY_LOOP
  if (load<u32>(next, INSTRUCTION_B) != body - 1) return VERIFY_LOOP
  if (u32(load<u8>(next, INSTRUCTION_DEPTH)) != depth + 3) return VERIFY_STACK
  const entered = arrives(code, u32(nextIndex), u64(index) + 1, depth + 2)
  if (entered != VERIFY_OK) return entered
  return arrives(code, last, nextIndex + 1, depth - 1)
}

/**
 * Verifies the instructions from `first` to before `end`: a whole program, or the body of a loop. `last` is the last
 * instruction that an edge may go to: the program's last, or the NEXT of the loop. Below `floor` the stack must stay as
 * it is. In the upper half the code, in the lower half the steps.
 */
function verifyRange(
  ruleset: usize,
  flag: usize,
  code: usize,
  first: u32,
  end: u32,
  last: u32,
  floor: u32,
  kind: u32,
  loops: u32,
): u64 {
  let steps: u64 = 0
  // The farthest target of a jump so far. It is in no loop, so the way to one behind it starts there.
  let farthest = first
  for (let index = first; index < end; index++) {
    const instruction = code + usize(index) * INSTRUCTION_BYTES
    const opcode = u32(load<u8>(instruction))
    const a = u32(load<u16>(instruction, INSTRUCTION_A))
    const b = load<u32>(instruction, INSTRUCTION_B)
    if (opcode >= u32(OP_COUNT)) return u64(VERIFY_OPCODE) << 32
    if (opcode == OP_NEXT) return u64(VERIFY_LOOP) << 32
    if (!operandsFit(ruleset, flag, opcode, a, b)) return u64(VERIFY_OPERAND) << 32
    steps++
    if (opcode != OP_ITERATE) {
      const result = verifyInstruction(flag, code, index, last, floor, kind)
      if (result != VERIFY_OK) return u64(result) << 32
      if (isJump(opcode)) {
        const target = index + 1 + b
        const from = farthest > index && farthest <= target ? farthest : index + 1
        if (!isBeside(code, from, target)) return u64(VERIFY_JUMP) << 32
        farthest = max(farthest, target)
      }
      continue
    }
    const result =
      loops >= u32(LOOPS_MAX) ? VERIFY_LOOP : verifyLoop(flag, code, index, last, floor)
    if (result != VERIFY_OK) return u64(result) << 32
    const inside = u32(load<u8>(instruction, INSTRUCTION_DEPTH)) + 2
    const next = index + b
    const body = verifyRange(ruleset, flag, code, index + 1, next, next, inside, a, loops + 1)
    if (body >> 32 != VERIFY_OK) return body
    steps = min<u64>(steps + (body + 1) * ITEMS_MAX, STEPS_MAX)
    index = next
  }
  return min<u64>(steps, STEPS_MAX)
}

/** 0 if the flag's `count` instructions are a program that may run, in at most the steps that the flag says. */
export function verifyProgram(ruleset: usize, flag: usize, count: u32): u32 {
  const code =
    ruleset + load<u32>(ruleset, HEADER_CODE) + load<u32>(flag, FLAG_CODE_INDEX) * INSTRUCTION_BYTES
  if (count == 0 || load<u8>(code, INSTRUCTION_DEPTH) != 0) return VERIFY_END
  const result = verifyRange(ruleset, flag, code, 0, count, count - 1, 0, 0, 0)
  if (result >> 32 != VERIFY_OK) return u32(result >> 32)
  return u32(result) == load<u32>(flag, FLAG_STEPS) ? VERIFY_OK : VERIFY_STEPS
}
