// Verifies one program in one pass. Every edge of the control flow, to the next instruction or to a jump's target,
// must arrive with exactly the stack depth that the instruction there declares; jumps go forward, and nothing falls
// off the end. A loop is a range of its own: nothing jumps in or out, and nothing in it takes from below its frame, so
// only ITERATE and NEXT write there. So the depth of each instruction is known, the stack bounded and the number of
// steps too, without walking a single path: each instruction counts once, those in a loop once for each item.
import {
  INSTRUCTION_A,
  INSTRUCTION_B,
  INSTRUCTION_BYTES,
  INSTRUCTION_DEPTH,
  ITEMS_MAX,
  ITERATE_REDUCE,
  LOOPS_MAX,
  OP_AND,
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
  OP_COALESCE,
  OP_COMPARE_CHAIN,
  OP_COUNT,
  OP_ITERATE,
  OP_JUMP,
  OP_JUMP_IF_FALSE,
  OP_NEXT,
  OP_OR,
  OP_PUSH_LOCAL,
  OP_RETURN,
  OP_RETURN_DEFAULT,
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
  OP_RETURN_VARIANT,
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
import { FLAG_CODE_INDEX, FLAG_STACK_MAX, FLAG_STEPS, HEADER_CODE } from '../shared/ruleset.ts'
import { leaves, needs, operandsFit } from './verify-operands.ts'

/** Steps are counted up to here. */
const STEPS_MAX: u64 = 0x7fffffff

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
