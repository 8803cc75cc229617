// Assembles one flag's program: instructions with their stack depth, labels for forward jumps, loops, how many steps it
// takes at most, and which part of the rule each instruction is from.
import {
  INSTRUCTION_BYTES,
  ITEMS_MAX,
  LOOPS_MAX,
  OP_AND,
  OP_COALESCE,
  type OP_COMPARE_CHAIN,
  OP_ITERATE,
  OP_JUMP,
  type OP_JUMP_IF_FALSE,
  OP_NEXT,
  OP_OR,
  STACK_MAX,
} from '../../assembly/shared/opcodes.ts'
import type { Path } from '../config/types.ts'

/** A place that jumps go to, before it is known. */
export interface Label {
  /** Depth with which control arrives, from the first jump. */
  depth: number
  readonly jumps: number[]
}

/** A loop whose body is being assembled. */
export interface Loop {
  readonly kind: number
  /** Where its ITERATE stands. */
  readonly start: number
  /** Steps of the program around it so far. */
  readonly steps: number
  /** Places on the stack that the body may read. */
  readonly item: number
  readonly result: number
}

/** Steps are counted up to here, as in the verifier. */
export const STEPS_MAX = 0x7fffffff

/** Most instructions of one program: what a shared evaluator used in itself many times over could blow up to. */
export const PROGRAM_INSTRUCTIONS_MAX = 65_536

export class ProgramTooLarge extends Error {}
export class StackTooDeep extends Error {}

/** Names that are the same when encoded. */
const PLAIN = /^[\w-]*$/

type JumpOpcode =
  | typeof OP_JUMP
  | typeof OP_JUMP_IF_FALSE
  | typeof OP_AND
  | typeof OP_OR
  | typeof OP_COALESCE
  | typeof OP_COMPARE_CHAIN

export class Assembler {
  /** The part of the rule that is being compiled. */
  path: Path = []
  readonly #words: number[] = []
  readonly #marks: { index: number; path: Path }[] = []
  #depth = 0
  #stackMax = 0
  #steps = 0
  #loops = 0

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

  /** Most steps of one evaluation. */
  get steps(): number {
    return Math.min(this.#steps, STEPS_MAX)
  }

  /** The source text of the flag's record (assembly/shared/ruleset.ts). `base` segments of each path are left out. */
  source(base: number): string {
    return this.#marks
      .map(({ index, path }) => {
        let text = `${index}:`
        for (let at = base; at < path.length; at++) {
          const name = String(path[at])
          text += (at > base ? '/' : '') + (PLAIN.test(name) ? name : encodeURIComponent(name))
        }
        return text
      })
      .join('\n')
  }

  /** Appends an instruction that takes `pops` values and leaves `pushes`. */
  emit(opcode: number, a: number, b: number, pops: number, pushes: number): void {
    if (this.length >= PROGRAM_INSTRUCTIONS_MAX) throw new ProgramTooLarge()
    if (this.#marks.at(-1)?.path !== this.path) {
      this.#marks.push({ index: this.length, path: this.path })
    }
    if (opcode !== OP_NEXT) this.#steps++
    this.#words.push(opcode | (this.#depth << 8) | (a << 16), b)
    this.#depth += pushes - pops
    this.#stackMax = Math.max(this.#stackMax, this.#depth)
    if (this.#stackMax > STACK_MAX) throw new StackTooDeep()
  }

  /** Starts a loop over the array below the top of the stack, with its initial result on top. */
  startLoop(kind: number): Loop {
    if (++this.#loops > LOOPS_MAX) throw new StackTooDeep()
    const start = this.length
    this.emit(OP_ITERATE, kind, 0, 2, 4)
    const steps = this.#steps
    this.#steps = 0
    return { kind, start, steps, item: this.#depth - 1, result: this.#depth - 3 }
  }

  /** Ends the loop: the body has left its value. */
  endLoop(loop: Loop): void {
    const length = this.length - loop.start
    this.#words[2 * loop.start + 1] = length
    this.#steps = Math.min(loop.steps + (this.#steps + 1) * ITEMS_MAX, STEPS_MAX)
    this.emit(OP_NEXT, loop.kind, length - 1, 5, 1)
    this.#loops--
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
