// Random programs over the whole instruction table. They are made the way a compiler makes them, one value on top of
// the other, and so have sound depths, jumps and loops; but their operands are of any type, and `disturb` then changes
// something that the verifier may or may not mind: a jump goes elsewhere, an instruction is another.
import * as op from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { TAG_SHIFT, TAG_STRING } from '../../assembly/shared/value.ts'
import type { InstructionInfo, OperandKind } from '../../src/rules/instructions.ts'
import { INSTRUCTIONS } from '../../src/rules/instructions.ts'
import { type StackEffect, stackEffect } from './effects.ts'
import { countSteps, EMPTY_SECTIONS, type Instruction, Ruleset } from './ruleset.ts'

/** A number from 0 to below the limit. */
export type Random = (below: number) => number

/** What an operand should better be, so that not every program ends with an error at once. */
type Want = 'any' | 'array' | 'text' | 'number'

/** Right operands by kind. Constants are also sorted by what they are. */
type Operands = Map<OperandKind | 'text constant' | 'number constant', number[]>

const JUMPS = [op.OP_JUMP, op.OP_JUMP_IF_FALSE, op.OP_AND, op.OP_OR, op.OP_COALESCE].concat(
  op.OP_COMPARE_CHAIN,
)
const LOOP_ENDS = [op.OP_ITERATE, op.OP_NEXT]

/** Nesting of values, and of loops: eight of those inside each other run for long. */
const LEVELS_MAX = 5
const LOOPS_USUAL = 3
const DEPTH_MAX = 60

/** What those names in the stack column stand for; any other is anything. */
const WANTS: Readonly<Record<string, Want>> = {
  array: 'array',
  names: 'array',
  container: 'array',
  scope: 'any',
  name: 'text',
  prefix: 'text',
  suffix: 'text',
  unit: 'text',
  targetingKey: 'text',
  flagKey: 'text',
  left: 'number',
  right: 'number',
  need: 'number',
  weight: 'number',
}

function isEnding({ name }: InstructionInfo): boolean {
  return name.includes('RETURN')
}

/** Instructions that do nothing but take values and leave one. */
const PLAIN = INSTRUCTIONS.filter(info => {
  const special = [...JUMPS, ...LOOP_ENDS, op.OP_PUSH_LOCAL].includes(info.opcode)
  return !special && !isEnding(info)
})
/** Those that need no values. Arithmetic on nothing is an error, and a part of nothing no instruction. */
const LEAVES = PLAIN.filter(info => {
  const isNone = info.opcode === op.OP_ARITHMETIC || info.opcode === op.OP_SUBSTR
  return !isNone && stackEffect(info, 0).takes.length === 0
})
const ENDINGS = INSTRUCTIONS.filter(isEnding)

/** Instructions that leave what is wanted. */
const MAKERS: Record<Want, readonly InstructionInfo[]> = {
  any: PLAIN,
  array: PLAIN.filter(({ stack }) => stack.endsWith('array')),
  text: PLAIN.filter(({ stack }) => /→ string/.test(stack)),
  number: PLAIN.filter(({ stack }) => stack.endsWith('number')),
}

/** A compiled ruleset of one flag, whose program can be replaced. */
export class Stock {
  readonly operands: Operands = new Map()
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#collect(new Ruleset(bytes))
  }

  /** Notes the operands of the program that is there. */
  #collect(ruleset: Ruleset): void {
    const code = ruleset.get(layout.HEADER_CODE)
    for (let index = 0; index < ruleset.get(layout.HEADER_CODE_COUNT); index++) {
      const at = code + index * op.INSTRUCTION_BYTES
      const { a, b } = INSTRUCTIONS[ruleset.view.getUint8(at)]!
      if (a) this.#add(a, ruleset.view.getUint16(at + op.INSTRUCTION_A, true))
      // Where rules compute the buckets, the table holds none of its own: no other instruction may have it.
      const isEmpty = a === 'count' && b === 'table'
      if (b && !isEmpty) this.#add(b, ruleset.get(at + op.INSTRUCTION_B))
    }
    const variants = ruleset.get(ruleset.section(layout.HEADER_FLAGS) + layout.FLAG_VARIANT_COUNT)
    for (let index = 0; index < variants; index++) this.#add('variant', index)
    for (let index = 0; index < ruleset.get(layout.HEADER_CONSTANT_COUNT); index++) {
      const word = ruleset.section(layout.HEADER_CONSTANTS) + 8 * index
      const tag = ruleset.view.getUint16(word + TAG_SHIFT / 8, true)
      if (tag === TAG_STRING) this.#add('text constant', index)
      if (tag < TAG_STRING) this.#add('number constant', index)
    }
  }

  #add(kind: OperandKind | 'text constant' | 'number constant', value: number): void {
    const values = this.operands.get(kind) ?? []
    if (!values.includes(value)) values.push(value)
    this.operands.set(kind, values)
  }

  /** The ruleset with another program: not sealed. */
  with(code: readonly Instruction[], stackMax: number): Uint8Array {
    const stock = new Ruleset(this.#bytes)
    const start = stock.get(layout.HEADER_CODE)
    const rest = this.#bytes.subarray(stock.get(layout.HEADER_CONSTANTS))
    const constants = start + code.length * op.INSTRUCTION_BYTES
    const ruleset = new Ruleset(new Uint8Array(constants + rest.length))
    ruleset.bytes.set(this.#bytes.subarray(0, start))
    ruleset.bytes.set(rest, constants)
    ruleset.writeCode(start, code)
    const flag = ruleset.section(layout.HEADER_FLAGS)
    const moved = constants - stock.get(layout.HEADER_CONSTANTS)
    for (const section of EMPTY_SECTIONS) ruleset.set(section, stock.get(section) + moved)
    ruleset
      .set(layout.HEADER_BYTE_LENGTH, ruleset.bytes.length)
      .set(layout.HEADER_CODE_COUNT, code.length)
      .set(layout.HEADER_CONSTANTS, constants)
      .set(flag + layout.FLAG_CODE_INDEX, 0)
      .set(flag + layout.FLAG_CODE_COUNT, code.length)
      .set(flag + layout.FLAG_STACK_MAX, stackMax)
      .set(flag + layout.FLAG_STEPS, countSteps(code))
    return ruleset.bytes
  }
}

/** Makes one program. */
class Maker {
  readonly code: Instruction[] = []
  readonly #random: Random
  readonly #operands: Operands
  #depth = 0
  /** Places that a body may read, of each loop around. */
  readonly #locals: number[][] = []

  constructor(random: Random, operands: Operands) {
    this.#random = random
    this.#operands = operands
  }

  /** Tests with an end each, and one end for the rest. */
  program(): void {
    const level = 1 + this.#random(LEVELS_MAX)
    for (let tests = this.#random(3); tests > 0; tests--) this.#test(level)
    this.#end(level)
  }

  #choose<Item>(items: readonly Item[]): Item {
    return items[this.#random(items.length)]!
  }

  #emit(opcode: number, a: number, b: number, change: number): number {
    this.code.push([opcode, this.#depth, a, b])
    this.#depth += change
    return this.code.length - 1
  }

  /** Lets the jump go to what comes next, where there are `depth` values. */
  #land(jump: number, depth: number): void {
    const [opcode, before, a] = this.code[jump]!
    this.code[jump] = [opcode, before, a, this.code.length - jump - 1]
    this.#depth = depth
  }

  /** An end that is only met if a value is truthy. */
  #test(level: number): void {
    const depth = this.#depth
    this.#value(level, 'any')
    const jump = this.#emit(op.OP_JUMP_IF_FALSE, 0, 0, -1)
    this.#end(level)
    this.#land(jump, depth)
  }

  #end(level: number): void {
    this.#plain(this.#choose(ENDINGS), level)
  }

  #value(level: number, want: Want): void {
    if (level <= 0 || this.#depth > DEPTH_MAX || this.#random(4) === 0) return this.#leaf(want)
    switch (this.#random(8)) {
      case 0:
        return this.#branch(level - 1, want)
      case 1:
        return this.#connective(level - 1, want)
      case 2:
        return this.#chain(level - 1)
      case 3:
      case 4:
        return this.#locals.length < LOOPS_USUAL ? this.#loop(level - 1, want) : this.#leaf(want)
      case 5:
        if (this.#random(4) === 0) this.#test(level - 2)
        return this.#value(level - 1, want)
      default:
        return this.#plain(this.#choose(MAKERS[want]), level - 1)
    }
  }

  #leaf(want: Want): void {
    const local = this.#locals.at(-1)
    if (local !== undefined && this.#random(want === 'any' ? 2 : 4) === 0) {
      this.#emit(op.OP_PUSH_LOCAL, this.#choose(local), 0, 1)
    } else if (want === 'array') {
      const isConstant = this.#random(3) > 0
      this.#plain(INSTRUCTIONS[isConstant ? op.OP_PUSH_ARRAY : op.OP_PUSH_ATTRIBUTE]!, 0)
    } else if (want === 'any') {
      this.#plain(this.#choose(LEAVES), 0, true)
    } else {
      this.#emit(op.OP_PUSH_CONSTANT, 0, this.#operand(`${want} constant`), 1)
    }
  }

  /** An instruction behind the values that it takes. */
  #plain(info: InstructionInfo, level: number, isLeaf = false): void {
    const { opcode, name } = info
    const least = opcode === op.OP_SUBSTR ? 2 : name.startsWith('FRACTIONAL') ? 1 : 0
    let a = info.a === 'count' || info.a === 'list' ? least + this.#random(least === 2 ? 2 : 4) : 0
    if (isLeaf) a = 0
    let count = a
    if (info.a === 'list' && !isLeaf && this.#random(3) === 0) [a, count] = [op.SPREAD, 1]
    if (info.a && info.a !== 'count' && info.a !== 'list') a = this.#operand(info.a)
    const b = info.b === undefined ? 0 : this.#operand(info.b)
    const { takes, leaves }: StackEffect = stackEffect(info, count)
    takes.forEach((taken, index) => {
      this.#value(level, this.#wanted(opcode, taken, index, a))
    })
    this.#emit(opcode, a, b, leaves[0]!.length - takes.length)
  }

  #wanted(opcode: number, taken: string, index: number, a: number): Want {
    if (a === op.SPREAD) return 'array'
    if (opcode === op.OP_ARITHMETIC) return 'number'
    if (opcode === op.OP_SUBSTR) return index === 0 ? 'text' : 'number'
    return WANTS[taken] ?? 'any'
  }

  #operand(kind: OperandKind | 'text constant' | 'number constant'): number {
    if (kind === 'relation') return this.#random(op.COMPARE_COUNT)
    if (kind === 'sem-ver relation') return this.#random(op.SEM_VER_COUNT)
    if (kind === 'arithmetic') return this.#random(op.ARITHMETIC_COUNT)
    return this.#choose(this.#operands.get(kind)!)
  }

  #branch(level: number, want: Want): void {
    const depth = this.#depth
    this.#value(level, 'any')
    const otherwise = this.#emit(op.OP_JUMP_IF_FALSE, 0, 0, -1)
    this.#value(level, want)
    const done = this.#emit(op.OP_JUMP, 0, 0, 0)
    this.#land(otherwise, depth)
    this.#value(level, want)
    this.#land(done, depth + 1)
  }

  #connective(level: number, want: Want): void {
    const depth = this.#depth
    this.#value(level, want)
    const done = this.#emit(this.#choose([op.OP_AND, op.OP_OR, op.OP_COALESCE]), 0, 0, -1)
    this.#value(level, want)
    this.#land(done, depth + 1)
  }

  #chain(level: number): void {
    const depth = this.#depth
    const relation = this.#random(op.COMPARE_COUNT)
    this.#value(level, 'number')
    this.#value(level, 'number')
    const done = this.#emit(op.OP_COMPARE_CHAIN, relation, 0, -1)
    this.#value(level, 'number')
    this.#emit(op.OP_COMPARE, relation, 0, -1)
    this.#land(done, depth + 1)
  }

  #loop(level: number, want: Want): void {
    const depth = this.#depth
    const kind = want === 'array' ? this.#random(2) : this.#random(op.ITERATE_COUNT)
    this.#value(level, 'array')
    this.#value(level, want)
    const iterate = this.#emit(op.OP_ITERATE, kind, 0, 2)
    const isReduce = kind >= op.ITERATE_REDUCE
    this.#locals.push(isReduce ? [depth + 3, depth + 1] : [depth + 3])
    this.#value(level, kind >= op.ITERATE_REDUCE ? want : 'any')
    this.#locals.pop()
    const length = this.code.length - iterate
    this.code[iterate] = [op.OP_ITERATE, depth + 2, kind, length]
    this.#emit(op.OP_NEXT, kind, length - 1, -4)
  }
}

/** A program that a verifier should accept. */
export function makeProgram(random: Random, stock: Stock): Instruction[] {
  const maker = new Maker(random, stock.operands)
  maker.program()
  return maker.code
}

/** Most values on the stack that the program declares. */
export function depthOf(code: readonly Instruction[]): number {
  // What ITERATE leaves stands in the frame before the body declares it.
  return Math.max(...code.map(([opcode, depth]) => depth + (opcode === op.OP_ITERATE ? 3 : 1)))
}

/** Indexes of the instructions with one of the opcodes. */
function places(code: readonly Instruction[], opcodes: readonly number[]): number[] {
  return code.flatMap(([opcode], index) => (opcodes.includes(opcode) ? [index] : []))
}

/** Depth with which a jump arrives. */
function arrival([opcode, depth]: Instruction): number {
  if (opcode === op.OP_JUMP_IF_FALSE || opcode === op.OP_COMPARE_CHAIN) return depth - 1
  return depth
}

/** Whether the place is in a loop, the NEXT included, that starts behind the other place. */
function isInLaterLoop(code: readonly Instruction[], place: number, from: number): boolean {
  return code.some(([opcode, , , b], index) => {
    return opcode === op.OP_ITERATE && index > from && index < place && place <= index + b
  })
}

/** Lets a jump go to any later place of the depth that it arrives with: into loops, out of them, over NEXT. */
function retarget(code: Instruction[], random: Random): void {
  const jumps = places(code, JUMPS)
  const index = jumps[random(jumps.length)] ?? -1
  const jump = code[index]
  if (jump === undefined) return
  const depth = arrival(jump)
  let targets = code.flatMap(([, other], at) => (at > index && other === depth ? [at] : []))
  if (random(2) === 0) {
    const inside = targets.filter(at => isInLaterLoop(code, at, index))
    if (inside.length > 0) targets = inside
  }
  const target = targets[random(targets.length)]
  if (target !== undefined) code[index] = [jump[0], jump[1], jump[2], target - index - 1]
}

/** Makes an instruction another one with the same effect, which need not get what it wants. */
function replace(code: Instruction[], random: Random, { operands }: Stock): void {
  const index = random(code.length)
  const [opcode, depth, a] = code[index]!
  const info = INSTRUCTIONS[opcode]
  if (info === undefined || !PLAIN.includes(info)) return
  const { takes } = stackEffect(info, info.a === 'count' || info.a === 'list' ? a : 0)
  const others = PLAIN.filter(other => {
    return other.a !== 'count' && stackEffect(other, takes.length).takes.length === takes.length
  })
  const other = others[random(others.length)]
  if (other === undefined) return
  const operand = (kind: OperandKind | undefined) => {
    const values = (kind && operands.get(kind)) ?? [0]
    return kind === 'list' ? takes.length : values[random(values.length)]!
  }
  code[index] = [other.opcode, depth, operand(other.a), operand(other.b)]
}

/** Gives a loop another kind: at both ends, or at one. */
function rename(code: Instruction[], random: Random): void {
  const starts = places(code, [op.OP_ITERATE])
  const index = starts[random(starts.length)]
  if (index === undefined) return
  const kind = random(op.ITERATE_COUNT)
  const ends = [index, index + code[index]![3]]
  if (random(4) === 0) ends.splice(random(2), 1)
  for (const end of ends) {
    const [opcode, depth, , b] = code[end] ?? [op.OP_NEXT, 0, 0, 0]
    if (end < code.length) code[end] = [opcode, depth, kind, b]
  }
}

/** Changes one field of one instruction by a little, of the kind that matters most for it. */
function shift(code: Instruction[], random: Random): void {
  const special = places(code, [...JUMPS, ...LOOP_ENDS, op.OP_PUSH_LOCAL])
  const index =
    special.length > 0 && random(2) === 0 ? special[random(special.length)]! : random(code.length)
  const fields = [...code[index]!] as [number, number, number, number]
  const field = 1 + random(3)
  fields[field] = (fields[field]! + [1, -1, 2, -2, 4][random(5)]!) >>> 0
  code[index] = [fields[0], fields[1] & 0xff, fields[2] & 0xffff, fields[3]]
}

/** Changes something that the verifier may or may not mind. */
export function disturb(code: Instruction[], random: Random, stock: Stock): void {
  switch (random(8)) {
    case 0:
    case 1:
    case 2:
      return retarget(code, random)
    case 3:
      return replace(code, random, stock)
    case 4:
      return rename(code, random)
    case 5:
      return shift(code, random)
    case 6: {
      const [from, to] = [random(code.length), random(code.length)]
      code[to] = code[from]!
      return
    }
    default: {
      const count = 1 + random(3)
      code.splice(
        random(code.length),
        random(2),
        ...code.slice(random(code.length)).slice(0, count),
      )
    }
  }
}
