// A flag's program as its ruleset has it, with each instruction put to the part of the targeting that it comes from. The
// ruleset has no targeting any more: what the parts say is read back from their instructions (reading.ts).
import {
  INSTRUCTION_A,
  INSTRUCTION_B,
  INSTRUCTION_BYTES,
  INSTRUCTION_DEPTH,
  OP_ITERATE,
} from '../../assembly/shared/opcodes.ts'
import {
  FLAG_CODE_COUNT,
  FLAG_CODE_INDEX,
  FLAG_SOURCE,
  FRACTIONAL_BUCKET_BYTES,
  FRACTIONAL_BUCKETS,
  FRACTIONAL_COUNT,
  FRACTIONAL_FIRST,
  FRACTIONAL_GENERATION,
  FRACTIONAL_PREFIX_LENGTH,
  FRACTIONAL_TOTAL,
  HEADER_CODE,
  HEADER_CONSTANTS,
  SET_COUNT,
} from '../../assembly/shared/ruleset.ts'
import { ARRAY_COUNT, ARRAY_VALUES, TAG_STRING } from '../../assembly/shared/value.ts'
import type { JsonValue } from '../config/types.ts'
import type { FlagView } from '../engine/decode.ts'
import type { Engine } from '../engine/engine.ts'
import { readValue } from '../engine/values.ts'
import type { Part } from './parts.ts'
import { isIn, PartTree } from './parts.ts'

export interface Instruction {
  readonly opcode: number
  readonly depth: number
  readonly a: number
  readonly b: number
}

/** A table of buckets. */
export interface Table {
  readonly total: number
  /** Whether it is one of flagd's first generation. */
  readonly isFirst: boolean
  /** Whether it is for the default unit, which starts with the flag's key. */
  readonly hasPrefix: boolean
  /** The cumulative weight, and the number of the constant or variant. */
  readonly buckets: readonly { readonly to: number; readonly index: number }[]
}

export class Program {
  /** Of the flag. */
  readonly key: string
  readonly view: FlagView
  readonly instructions: readonly Instruction[]
  readonly root: Part
  readonly #engine: Engine
  readonly #owners: readonly Part[]
  readonly #loops = new Map<Part, Instruction>()
  /** Parts with instructions of their own. */
  readonly #computing: ReadonlySet<Part>

  constructor(engine: Engine, key: string, view: FlagView) {
    this.#engine = engine
    this.key = key
    this.view = view
    this.instructions = this.#readInstructions()
    const tree = new PartTree()
    const source = engine.readString(view.ruleset + engine.u32[(view.flag + FLAG_SOURCE) >> 2]!)
    this.#owners = tree.grow(source, this.instructions.length)
    this.root = tree.root
    this.#computing = new Set(this.#owners)
    this.instructions.forEach((instruction, index) => {
      if (instruction.opcode === OP_ITERATE) this.#loops.set(this.owner(index), instruction)
    })
  }

  /** The part that an instruction itself is of. */
  owner(index: number): Part {
    return this.#owners[index]!
  }

  /** Whether a part computes nothing itself: its parts are values on their own. Those of an entry of a `fractional`. */
  isGroup(part: Part): boolean {
    return part.operator === undefined && part.parts.length > 0 && !this.#computing.has(part)
  }

  /** The part of a part that an instruction belongs to; undefined if it is the part's own. */
  partAt({ parts }: Part, index: number): Part | undefined {
    // They are in the order of their instructions.
    let low = 0
    let high = parts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (parts[middle]!.end <= index) low = middle + 1
      else high = middle
    }
    const part = parts[low]
    return part !== undefined && isIn(part, index) ? part : undefined
  }

  /** The instruction that starts the part's loop, if it is one. */
  loopOf(part: Part): Instruction | undefined {
    return this.#loops.get(part)
  }

  constant(index: number): JsonValue {
    const constants = this.#engine.u32[(this.view.ruleset + HEADER_CONSTANTS) >> 2]!
    return this.#word(this.view.ruleset + constants + 8 * index)
  }

  string(offset: number): string {
    return this.#engine.readString(this.view.ruleset + offset)
  }

  array(offset: number): JsonValue[] {
    const array = this.view.ruleset + offset
    const length = this.#engine.u32[(array + ARRAY_COUNT) >> 2]!
    return Array.from({ length }, (_, index) => this.#word(array + ARRAY_VALUES + 8 * index))
  }

  setSize(offset: number): number {
    return this.#engine.u32[(this.view.ruleset + offset + SET_COUNT) >> 2]!
  }

  table(offset: number): Table {
    const { u32 } = this.#engine
    const address = this.view.ruleset + offset
    const length = u32[(address + FRACTIONAL_COUNT) >> 2]!
    const buckets = Array.from({ length }, (_, index) => {
      const bucket = (address + FRACTIONAL_BUCKETS + index * FRACTIONAL_BUCKET_BYTES) >> 2
      return { to: u32[bucket]!, index: u32[bucket + 1]! }
    })
    const total = u32[(address + FRACTIONAL_TOTAL) >> 2]!
    const isFirst = u32[(address + FRACTIONAL_GENERATION) >> 2] === FRACTIONAL_FIRST
    const hasPrefix = u32[(address + FRACTIONAL_PREFIX_LENGTH) >> 2] !== 0
    return { total, isFirst, hasPrefix, buckets }
  }

  /** The value of a word of the ruleset, in which pointers are offsets. */
  #word(address: number): JsonValue {
    const isString = this.#engine.u16[(address + 6) >> 1] === TAG_STRING
    if (isString) return this.string(this.#engine.u32[address >> 2]!)
    return readValue(this.#engine, address) ?? null
  }

  #readInstructions(): Instruction[] {
    const { u8, u16, u32 } = this.#engine
    const { ruleset, flag } = this.view
    const first = u32[(flag + FLAG_CODE_INDEX) >> 2]! * INSTRUCTION_BYTES
    const code = ruleset + u32[(ruleset + HEADER_CODE) >> 2]! + first
    return Array.from({ length: u32[(flag + FLAG_CODE_COUNT) >> 2]! }, (_, index) => {
      const at = code + index * INSTRUCTION_BYTES
      return {
        opcode: u8[at]!,
        depth: u8[at + INSTRUCTION_DEPTH]!,
        a: u16[(at + INSTRUCTION_A) >> 1]!,
        b: u32[(at + INSTRUCTION_B) >> 2]!,
      }
    })
  }
}
