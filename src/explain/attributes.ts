// What an evaluation looked at: the attributes of which an instruction ran, with their values as they were encoded.
import { SLOT_BYTES } from '../../assembly/shared/layout.ts'
import type { JsonValue } from '../config/types.ts'
import type { EncodePlan, PlannedAttribute } from '../engine/encode.ts'
import type { Engine } from '../engine/engine.ts'
import { readValue } from '../engine/values.ts'
import { INSTRUCTIONS } from '../rules/instructions.ts'
import type { Trace } from './trace.ts'
import type { ExplainedAttribute, ExplainedAttributes } from './types.ts'
import { attributePath, partRead, plain } from './words.ts'

/** Opcodes whose operand `a` is an attribute. */
const READING = new Set(INSTRUCTIONS.filter(({ a }) => a === 'attribute').map(info => info.opcode))

/** The attributes that were encoded for one evaluation. */
export class EncodedContext {
  readonly #engine: Engine
  readonly #base: number
  readonly #plan: EncodePlan
  readonly #isPrepared: boolean

  /** @param isPrepared whether they were encoded for all flags and not for this one */
  constructor(engine: Engine, base: number, plan: EncodePlan, isPrepared: boolean) {
    this.#engine = engine
    this.#base = base
    this.#plan = plan
    this.#isPrepared = isPrepared
  }

  /** Address of an attribute's word. */
  word(attribute: number): number {
    return this.#base + attribute * SLOT_BYTES
  }

  /** The value of an attribute; undefined if the context has none. */
  value(attribute: number): JsonValue | undefined {
    return readValue(this.#engine, this.word(attribute))
  }

  /** What the steps read, each attribute once. */
  readBy(trace: Trace): ExplainedAttributes {
    const seen = new Set<number>()
    for (let step = 0; step < trace.length; step++) {
      const { opcode, a } = trace.program.instructions[trace.instruction(step)]!
      if (READING.has(opcode)) seen.add(a)
    }
    const read: ExplainedAttribute[] = []
    const missing: string[] = []
    for (const index of seen) {
      const planned = this.#plan.find(attribute => attribute.index === index)
      if (planned === undefined) continue
      const value = this.value(index)
      if (value === undefined) missing.push(attributePath(planned.path))
      else read.push(this.#describe(planned, value))
    }
    return { read, missing }
  }

  #describe({ path, reach, sharedReach }: PlannedAttribute, value: JsonValue): ExplainedAttribute {
    const part = partRead(value, this.#isPrepared ? sharedReach : reach)
    const read = { path: attributePath(path), value: plain(value) }
    return part === undefined ? read : { ...read, part }
  }
}
