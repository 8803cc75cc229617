// A flag's program as its ruleset has it, with each instruction put to the part of the targeting that it comes from. The
// ruleset has no targeting any more: what the parts say is read back from their instructions (expression.ts).
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
import { formatPath } from '../problems.ts'

export interface Instruction {
  readonly opcode: number
  readonly depth: number
  readonly a: number
  readonly b: number
}

/** A node of the targeting: an operator with its operands, a literal, an array. */
export interface Part {
  /** From the targeting: `['if', 0, 'in', 0]`. */
  readonly path: readonly (string | number)[]
  readonly parent: Part | undefined
  /** Its number among the operands or items of its parent; 0 for a single operand. */
  readonly index: number
  /** Its operator, if that has operands that are parts. */
  operator: string | undefined
  /** Its instructions and those of its parts: from the first up to, and without, the last. */
  start: number
  end: number
  /** Operands and items, in the order in which they are computed. */
  readonly parts: Part[]
}

/** A table of buckets. */
export interface Table {
  readonly address: number
  readonly total: number
  /** The cumulative weight, and the number of the constant or variant. */
  readonly buckets: readonly { readonly to: number; readonly index: number }[]
}

export class Program {
  readonly view: FlagView
  readonly instructions: readonly Instruction[]
  readonly root: Part
  readonly #engine: Engine
  readonly #owners: readonly Part[]

  constructor(engine: Engine, view: FlagView) {
    this.#engine = engine
    this.view = view
    this.instructions = this.#readInstructions()
    const tree = new PartTree()
    const source = engine.readString(view.ruleset + engine.u32[(view.flag + FLAG_SOURCE) >> 2]!)
    this.#owners = tree.grow(source, this.instructions.length)
    this.root = tree.root
  }

  /** The part that an instruction itself is of. */
  owner(index: number): Part {
    return this.#owners[index]!
  }

  /** Numbers of the part's own instructions, in order. */
  own(part: Part): number[] {
    const found: number[] = []
    for (let index = part.start; index < part.end; index++) {
      if (this.#owners[index] === part) found.push(index)
    }
    return found
  }

  /** The part of a part that an instruction belongs to; undefined if it is the part's own. */
  partAt(part: Part, index: number): Part | undefined {
    return part.parts.find(({ start, end }) => start <= index && index < end)
  }

  /** The instruction that starts the part's loop. */
  loopOf(part: Part): Instruction | undefined {
    const index = this.own(part).find(own => this.instructions[own]!.opcode === OP_ITERATE)
    return index === undefined ? undefined : this.instructions[index]
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
    return { address, total: u32[(address + FRACTIONAL_TOTAL) >> 2]!, buckets }
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

/** Where a part stands, as text. */
export function pathText(part: Part): string {
  return formatPath(['targeting', ...part.path])
}

const INDEX = /^\d+$/

class PartTree {
  readonly root: Part = newPart(undefined, [], 0)
  readonly #known = new Map<Part, Map<string, Part>>()

  /** Makes the parts that a flag's source names, and gives the part of each of its instructions. */
  grow(source: string, instructions: number): Part[] {
    const marks = source.split('\n').map(line => {
      const colon = line.indexOf(':')
      return { start: Number(line.slice(0, colon)), part: this.#find(line.slice(colon + 1)) }
    })
    const owners: Part[] = []
    marks.forEach(({ start, part }, position) => {
      const end = marks[position + 1]?.start ?? instructions
      for (let index = start; index < end; index++) owners.push(part)
      for (let around: Part | undefined = part; around !== undefined; around = around.parent) {
        around.start = Math.min(around.start, start)
        around.end = Math.max(around.end, end)
      }
    })
    return owners
  }

  /** Of the segments behind a part: an index is an item of an array, a name an operator with the operand's index. */
  #find(path: string): Part {
    const names = path === '' ? [] : path.split('/').map(decodeURIComponent)
    let part = this.root
    for (let position = 0; position < names.length; position++) {
      const name = names[position]!
      if (INDEX.test(name)) {
        part = this.#child(part, name, [Number(name)])
        continue
      }
      part.operator = name
      const operand = names[position + 1]
      if (operand !== undefined && INDEX.test(operand)) {
        part = this.#child(part, operand, [name, Number(operand)])
        position++
      } else part = this.#child(part, '', [name])
    }
    return part
  }

  #child(parent: Part, key: string, segments: readonly (string | number)[]): Part {
    let children = this.#known.get(parent)
    if (children === undefined) {
      children = new Map()
      this.#known.set(parent, children)
    }
    let part = children.get(key)
    if (part === undefined) {
      part = newPart(parent, [...parent.path, ...segments], Number(key))
      children.set(key, part)
      parent.parts.push(part)
    }
    return part
  }
}

function newPart(
  parent: Part | undefined,
  path: readonly (string | number)[],
  index: number,
): Part {
  return {
    path,
    parent,
    index,
    operator: undefined,
    start: Number.POSITIVE_INFINITY,
    end: 0,
    parts: [],
  }
}
