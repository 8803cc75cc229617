// Assembles one flag's program: instructions with their stack depth, and labels for forward jumps.
import {
  INSTRUCTION_BYTES,
  OP_AND,
  OP_COALESCE,
  type OP_COMPARE_CHAIN,
  OP_JUMP,
  type OP_JUMP_IF_FALSE,
  OP_OR,
  STACK_MAX,
} from '../../assembly/shared/opcodes.ts'

/** A place that jumps go to, before it is known. */
export interface Label {
  /** Depth with which control arrives, from the first jump. */
  depth: number
  readonly jumps: number[]
}

/** Most instructions of one program: what a shared evaluator used in itself many times over could blow up to. */
export const PROGRAM_INSTRUCTIONS_MAX = 65_536

export class ProgramTooLarge extends Error {}
export class StackTooDeep extends Error {}

type JumpOpcode =
  | typeof OP_JUMP
  | typeof OP_JUMP_IF_FALSE
  | typeof OP_AND
  | typeof OP_OR
  | typeof OP_COALESCE
  | typeof OP_COMPARE_CHAIN

export class Assembler {
  readonly #words: number[] = []
  #depth = 0
  #stackMax = 0

  /** Number of instructions so far. */
  get length(): number {
    return this.#words.length / 2
  }

  /** Deepest stack so far. */
  get stackMax(): number {
    return this.#stackMax
  }

  get depth(): number {
    return this.#depth
  }

  /** Appends an instruction that takes `pops` values and leaves `pushes`. */
  emit(opcode: number, a: number, b: number, pops: number, pushes: number): void {
    if (this.length >= PROGRAM_INSTRUCTIONS_MAX) throw new ProgramTooLarge()
    this.#words.push(opcode | (this.#depth << 8) | (a << 16), b)
    this.#depth += pushes - pops
    this.#stackMax = Math.max(this.#stackMax, this.#depth)
    if (this.#stackMax > STACK_MAX) throw new StackTooDeep()
  }

  newLabel(): Label {
    return { depth: -1, jumps: [] }
  }

  /** Appends a jump to the label. The value that AND, OR and COALESCE keep is dropped when they do not jump. */
  jump(opcode: JumpOpcode, label: Label, a = 0): void {
    const keeps = opcode === OP_AND || opcode === OP_OR || opcode === OP_COALESCE
    const pops = opcode === OP_JUMP ? 0 : 1
    label.jumps.push(this.length)
    label.depth = this.#depth - (keeps ? 0 : pops)
    this.emit(opcode, a, 0, pops, 0)
  }

  /** Puts the label here. Control may also fall through to it, with the same depth. */
  place(label: Label): void {
    for (const index of label.jumps) this.#words[2 * index + 1] = this.length - index - 1
    if (label.depth >= 0) this.#depth = label.depth
  }

  /** Says that what follows is reached by jumps only, with `depth` values on the stack. */
  resume(depth: number): void {
    this.#depth = depth
  }

  /** The program's bytes. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.length * INSTRUCTION_BYTES)
    const view = new DataView(bytes.buffer)
    this.#words.forEach((word, index) => {
      view.setUint32(index * 4, word, true)
    })
    return bytes
  }
}
