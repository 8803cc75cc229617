// The steps of one traced evaluation, as the evaluator left them in the lane (assembly/shared/layout.ts draws a step).
// Each has the value on top of the stack before its instruction ran: what an instruction gave stands in the step after
// it, and what lies deeper in the stack in the last step at which it was on top.
import {
  LANE_TRACE,
  LANE_TRACE_COUNT,
  LANE_TRACE_STEPS,
  TRACE_DEPTH,
  TRACE_INSTRUCTION,
  TRACE_STEP_BYTES,
  TRACE_VALUE,
} from '../../assembly/shared/layout.ts'
import {
  ITERATE_ALL,
  ITERATE_NONE,
  ITERATE_SOME,
  OP_AND,
  OP_JUMP_IF_FALSE,
  OP_NEXT,
  OP_NOT,
  OP_OR,
  OP_RETURN,
  OP_TRUTHY,
} from '../../assembly/shared/opcodes.ts'
import type { JsonValue } from '../config/types.ts'
import type { Engine } from '../engine/engine.ts'
import { readValue } from '../engine/values.ts'
import { goneSteps } from './lifetimes.ts'
import type { Part } from './parts.ts'
import { isIn } from './parts.ts'
import type { Program } from './program.ts'

/** Of loops that a single item can decide: whether the body held if they go on, and what they give if it held last. */
const NEXT_ANSWERS = new Map<number, { each: boolean; last: boolean }>([
  [ITERATE_ALL, { each: true, last: true }],
  [ITERATE_SOME, { each: false, last: true }],
  [ITERATE_NONE, { each: false, last: false }],
])

/** Steps in a row, in one part: from the first up to, and without, the last. */
export interface Visit {
  readonly from: number
  readonly to: number
}

export class Trace {
  readonly program: Program
  /** Steps that the evaluation took, and how many of them are kept. */
  readonly total: number
  readonly length: number
  /** Whether the evaluation ended with an error. */
  readonly failed: boolean
  readonly #engine: Engine
  readonly #first: number
  readonly #gone: ReadonlySet<number>

  /** Of the evaluation that was traced last. To be read before anything else is evaluated. */
  constructor(engine: Engine, program: Program, failed: boolean) {
    const field = (offset: number) => engine.u32[(engine.lane + offset) >> 2]!
    this.program = program
    this.failed = failed
    this.total = field(LANE_TRACE_COUNT)
    this.length = Math.min(this.total, field(LANE_TRACE_STEPS))
    this.#engine = engine
    this.#first = field(LANE_TRACE)
    this.#gone = goneSteps(engine, program.instructions, this)
  }

  get truncated(): boolean {
    return this.total > this.length
  }

  /** Number of the instruction of a step. */
  instruction(step: number): number {
    return this.#engine.u32[(this.#first + step * TRACE_STEP_BYTES + TRACE_INSTRUCTION) >> 2]!
  }

  depth(step: number): number {
    return this.#engine.u32[(this.#first + step * TRACE_STEP_BYTES + TRACE_DEPTH) >> 2]!
  }

  /** Address of the word on top of the stack before a step. */
  word(step: number): number {
    return this.#first + step * TRACE_STEP_BYTES + TRACE_VALUE
  }

  /** Whether what the word on top points to has been overwritten since. */
  isGone(step: number): boolean {
    return this.#gone.has(step)
  }

  /** The value on top of the stack before a step; undefined if it is gone. */
  top(step: number): JsonValue | undefined {
    return this.isGone(step) ? undefined : (readValue(this.#engine, this.word(step)) ?? null)
  }

  /** Whether the value on top counts as true, as far as what the step's instruction then did says so. */
  truthOf(step: number): boolean | undefined {
    if (step + 1 >= this.length) return undefined
    const index = this.instruction(step)
    const goesOn = this.instruction(step + 1) === index + 1
    const { opcode, a } = this.program.instructions[index]!
    switch (opcode) {
      case OP_JUMP_IF_FALSE:
      case OP_AND:
        return goesOn
      case OP_OR:
        return !goesOn
      case OP_NOT:
        return this.top(step + 1) === false
      case OP_TRUTHY:
        return this.top(step + 1) === true
      case OP_NEXT: {
        // Back for the next item, or on with the answer.
        const answers = NEXT_ANSWERS.get(a)
        return answers && (goesOn ? answers.last === this.top(step + 1) : answers.each)
      }
    }
    return undefined
  }

  /** The step that has on top what stands at a place of the stack before `step`; undefined if none is kept. */
  stepOf(place: number, step: number): number | undefined {
    for (let before = step; before >= 0; before--) {
      if (this.depth(before) === place + 1) return before
    }
    return undefined
  }

  /** The first step of the visit that runs the instruction. */
  find(instruction: number, { from, to }: Visit): number | undefined {
    for (let step = from; step < to; step++) if (this.instruction(step) === instruction) return step
    return undefined
  }

  /** When the parts of a part were visited during one visit of it. */
  visitsIn(part: Part, visit: Visit): Map<Part, Visit[]> {
    const visits = new Map<Part, Visit[]>()
    let step = visit.from
    while (step < visit.to) {
      const inner = this.program.partAt(part, this.instruction(step))
      if (inner === undefined) {
        step++
        continue
      }
      const from = step
      while (step < visit.to && isIn(inner, this.instruction(step))) step++
      const known = visits.get(inner)
      if (known === undefined) visits.set(inner, [{ from, to: step }])
      else known.push({ from, to: step })
    }
    return visits
  }

  /** The visit of a part that ends with the last step. */
  lastVisit(part: Part): Visit {
    let from = this.length - 1
    while (from > 0 && isIn(part, this.instruction(from - 1))) from--
    return { from, to: this.length }
  }

  /** The value that a part left; undefined if it left none, or if that is gone. */
  valueOf(part: Part, visit: Visit): JsonValue | undefined {
    const step = this.resultStep(part, visit)
    return step === undefined ? undefined : this.top(step)
  }

  /** The step that has the part's value on top; undefined if it left none, for it failed or ended the evaluation. */
  resultStep(part: Part, visit: Visit): number | undefined {
    const end = part.end - 1
    const { opcode } = this.program.instructions[end]!
    const takesIt = opcode === OP_JUMP_IF_FALSE || opcode === OP_RETURN
    if (takesIt && this.program.owner(end) === part && this.instruction(visit.to - 1) === end) {
      return visit.to - 1
    }
    if (visit.to === this.length) return undefined
    const { depth } = this.program.instructions[part.start]!
    if (this.depth(visit.to) === depth + 1) return visit.to
    // The parts of a condition's `and` jump by themselves: its value is that of the one that was computed last.
    const last = part.operator === 'and' ? [...this.visitsIn(part, visit)].at(-1) : undefined
    return last === undefined ? undefined : this.resultStep(last[0], last[1].at(-1)!)
  }
}
