// Which of the values that a trace noted still stand in the memory. A loop that only asks its body for the truth (all,
// some, none, filter) forgets after each item what the body built (assembly/flags/iterate.ts), and what is built next
// takes its place. A step notes the word, which then points to something else, or to the middle of it.
//
// Every text, array and object that an instruction builds is on top of the stack in the next step; so what was first
// noted after a loop began was built in it, and is forgotten with the item. What is not sure to stand is gone.
import { LANE_ARENA_END, LANE_SCRATCH } from '../../assembly/shared/layout.ts'
import * as op from '../../assembly/shared/opcodes.ts'
import {
  TAG_ARRAY,
  TAG_BOOLEAN,
  TAG_NULL,
  TAG_OBJECT,
  TAG_STRING,
} from '../../assembly/shared/value.ts'
import type { Engine } from '../engine/engine.ts'
import type { Instruction } from './program.ts'

/** Instructions that write nothing into the arena, not even for the moment. All others may. */
const HARMLESS = new Set<number>([
  op.OP_RETURN_VARIANT,
  op.OP_RETURN_DEFAULT,
  op.OP_RETURN_FRACTIONAL,
  op.OP_RETURN_FRACTIONAL_BY,
  op.OP_ATTRIBUTE_RETURN_FRACTIONAL,
  op.OP_PUSH_CONSTANT,
  op.OP_PUSH_ATTRIBUTE,
  op.OP_PUSH_LOCAL,
  op.OP_JUMP,
  op.OP_JUMP_IF_FALSE,
  op.OP_AND,
  op.OP_OR,
  op.OP_COALESCE,
  op.OP_NOT,
  op.OP_TRUTHY,
  op.OP_COMPARE,
  op.OP_COMPARE_CHAIN,
  op.OP_ATTRIBUTE_EQUALS,
  op.OP_ATTRIBUTE_IN,
  op.OP_ATTRIBUTE_IN_SET,
  op.OP_ATTRIBUTE_STARTS_WITH,
  op.OP_ATTRIBUTE_ENDS_WITH,
  op.OP_IN_CONSTANT,
  op.OP_IN_SET,
  op.OP_STARTS_WITH,
  op.OP_ENDS_WITH,
  op.OP_SEM_VER,
  op.OP_ARITHMETIC,
  op.OP_FRACTIONAL,
  op.OP_FRACTIONAL_BY,
  op.OP_FRACTIONAL_DYNAMIC,
  op.OP_FRACTIONAL_DYNAMIC_BY,
  op.OP_NEXT,
])
/** Tags of what is in the arena, and of what names a variant without being written there. */
const POINTING = new Set<number>([TAG_STRING, TAG_ARRAY, TAG_OBJECT])
const NAMING = new Set<number>([TAG_STRING, TAG_BOOLEAN, TAG_NULL])
const FORGETFUL = new Set<number>([
  op.ITERATE_ALL,
  op.ITERATE_SOME,
  op.ITERATE_NONE,
  op.ITERATE_FILTER,
])

/** The steps as they were noted: of each its instruction, and the address of the word on top. */
export interface Steps {
  readonly length: number
  readonly truncated: boolean
  instruction(step: number): number
  word(step: number): number
}

/** The steps whose value is gone. */
export function goneSteps(
  engine: Engine,
  instructions: readonly Instruction[],
  steps: Steps,
): ReadonlySet<number> {
  return new Lifetimes(engine, instructions, steps).gone()
}

class Lifetimes {
  readonly #engine: Engine
  readonly #instructions: readonly Instruction[]
  readonly #steps: Steps
  readonly #arena: { from: number; to: number }
  /** Of each address in the arena the steps that noted it; the first one soon after it was built. */
  readonly #noted = new Map<number, number[]>()
  /** Of each ITERATE the step that started it last. */
  readonly #started = new Map<number, number>()
  readonly #gone = new Set<number>()

  constructor(engine: Engine, instructions: readonly Instruction[], steps: Steps) {
    const field = (offset: number) => engine.u32[(engine.lane + offset) >> 2]!
    this.#engine = engine
    this.#instructions = instructions
    this.#steps = steps
    this.#arena = { from: field(LANE_SCRATCH), to: field(LANE_ARENA_END) }
  }

  gone(): ReadonlySet<number> {
    const lastWrite = this.#lastWrite()
    for (let step = 0; step < this.#steps.length; step++) {
      const pointer = this.#pointer(step)
      if (pointer !== 0) this.#note(pointer, step)
      const index = this.#steps.instruction(step)
      const { opcode, a, b } = this.#instructions[index]!
      if (opcode === op.OP_ITERATE) this.#started.set(index, step)
      // It goes back to the instruction behind the loop's ITERATE.
      if (opcode !== op.OP_NEXT || !FORGETFUL.has(a)) continue
      this.#forget(this.#started.get(index - b - 1)!, step < lastWrite)
    }
    if (this.#steps.truncated) this.#forgetOpenLoops()
    return this.#gone
  }

  #note(pointer: number, step: number): void {
    const steps = this.#noted.get(pointer)
    if (steps === undefined) this.#noted.set(pointer, [step])
    else steps.push(step)
  }

  /** What was built since a step is forgotten, and gone if something was written later. */
  #forget(since: number, isOverwritten: boolean): void {
    for (const [pointer, steps] of this.#noted) {
      if (steps[0]! <= since) continue
      this.#noted.delete(pointer)
      if (isOverwritten) for (const step of steps) this.#gone.add(step)
    }
  }

  /** Loops that went on when the trace was full have forgotten what they had built by then. */
  #forgetOpenLoops(): void {
    const last = this.#steps.instruction(this.#steps.length - 1)
    for (const [index, step] of this.#started) {
      const { a, b } = this.#instructions[index]!
      if (FORGETFUL.has(a) && index <= last && last <= index + b) this.#forget(step, true)
    }
  }

  /** The last step that may have written into the arena. */
  #lastWrite(): number {
    if (this.#steps.truncated) return Number.POSITIVE_INFINITY
    let step = this.#steps.length - 1
    while (step >= 0 && this.#isHarmless(step)) step--
    return step
  }

  #isHarmless(step: number): boolean {
    const { opcode } = this.#instructions[this.#steps.instruction(step)]!
    // A variant's name is written out where the value is no text, true or false.
    if (opcode === op.OP_RETURN) return NAMING.has(this.#tag(step))
    return HARMLESS.has(opcode)
  }

  #tag(step: number): number {
    return this.#engine.u16[(this.#steps.word(step) + 6) >> 1]!
  }

  /** Where in the arena the value on top stands; 0 if it stands elsewhere. */
  #pointer(step: number): number {
    if (!POINTING.has(this.#tag(step))) return 0
    const pointer = this.#engine.u32[this.#steps.word(step) >> 2]!
    return pointer >= this.#arena.from && pointer < this.#arena.to ? pointer : 0
  }
}
