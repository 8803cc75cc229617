// A ruleset as a page for people: each flag with its variants, what it reads of a context, and its program. Made of the
// instruction table, so an instruction cannot be listed otherwise than it is documented.
import {
  INSTRUCTION_A,
  INSTRUCTION_B,
  INSTRUCTION_BYTES,
  INSTRUCTION_DEPTH,
  OP_ITERATE,
  OP_NEXT,
  SPREAD,
} from '../../assembly/shared/opcodes.ts'
import { NO_VARIANT } from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  STRING_BYTES,
  STRING_LENGTH,
  TAG_BOOLEAN,
  TAG_NULL,
  TAG_SHIFT,
  TAG_STRING,
} from '../../assembly/shared/value.ts'
import type { InstructionInfo, OperandKind } from './instructions.ts'
import {
  ARITHMETIC_NAMES,
  COMPARE_NAMES,
  INSTRUCTIONS,
  LOOP_NAMES,
  SEM_VER_NAMES,
} from './instructions.ts'

const KINDS = ['static', 'targeting', 'disabled', 'invalid']
/** A JSON array of plain names, which reads better with dots. */
const PLAIN_PATH = /^\["[\w$-]+"(?:,"[\w$-]+")*\]$/

const decoder = new TextDecoder()

/**
 * Lists the flags of a ruleset, sorted by key, each as a head and its instructions:
 *
 *     flag "checkout": targeting
 *       variants    "on", "off" (default)
 *       reads       email (its last 12 characters)
 *             ATTRIBUTE_ENDS_WITH  email, "@example.com"
 *             JUMP_IF_FALSE        L1
 *             RETURN_VARIANT       "on"
 *       L1    RETURN_DEFAULT
 *
 * @param ruleset bytes that the verifier accepts
 * @throws RangeError for bytes that it does not
 */
export function disassemble(ruleset: Uint8Array): string {
  const reader = new Reader(ruleset)
  const first = reader.u32(layout.HEADER_FLAGS)
  const count = reader.u32(layout.HEADER_FLAG_COUNT)
  const flags = Array.from({ length: count }, (_, index) => {
    const flag = first + index * layout.FLAG_BYTES
    return { key: reader.string(reader.u32(flag + layout.FLAG_KEY)), flag }
  })
  flags.sort((left, right) => (left.key < right.key ? -1 : Number(left.key > right.key)))
  return flags.map(({ key, flag }) => listFlag(reader, key, flag)).join('\n')
}

/** A path that is written as a JSON array, with dots if that can be read. */
function dotted(path: string): string {
  return PLAIN_PATH.test(path) ? path.slice(2, -2).replaceAll('","', '.') : path
}

function listFlag(reader: Reader, key: string, flag: number): string {
  const kind = reader.u32(flag + layout.FLAG_KIND)
  const variants = reader.variants(flag)
  const fallback = reader.u32(flag + layout.FLAG_DEFAULT_VARIANT)
  const names = variants.map((name, index) => (index === fallback ? `${name} (default)` : name))
  if (fallback === NO_VARIANT) names.push('(no default)')
  const reads = reader.reads(flag)
  const lines = [`flag ${JSON.stringify(key)}: ${KINDS[kind]}`, `  variants    ${names.join(', ')}`]
  if (reads.length > 0) lines.push(`  reads       ${reads.join(', ')}`)
  if (kind === layout.FLAG_KIND_TARGETING) lines.push(...listProgram(reader, flag, variants))
  return lines.map(line => `${line}\n`).join('')
}

interface Instruction {
  readonly info: InstructionInfo
  readonly depth: number
  readonly a: number
  readonly b: number
  /** Where it may go other than to the next one. */
  readonly target: number | undefined
}

function readProgram(reader: Reader, flag: number): Instruction[] {
  const code =
    reader.u32(layout.HEADER_CODE) + reader.u32(flag + layout.FLAG_CODE_INDEX) * INSTRUCTION_BYTES
  const length = reader.u32(flag + layout.FLAG_CODE_COUNT)
  return Array.from({ length }, (_, index) => {
    const at = code + index * INSTRUCTION_BYTES
    const info = INSTRUCTIONS[reader.u8(at)]!
    const b = reader.u32(at + INSTRUCTION_B)
    const targets = { skip: index + 1 + b, back: index - b }
    return {
      info,
      depth: reader.u8(at + INSTRUCTION_DEPTH),
      a: reader.u16(at + INSTRUCTION_A),
      b,
      target: info.b === 'skip' || info.b === 'back' ? targets[info.b] : undefined,
    }
  })
}

/** Of each instruction the place of the item of the loop around it. */
function itemPlaces(instructions: readonly Instruction[]): (number | undefined)[] {
  const around: number[] = []
  return instructions.map(({ info, depth }) => {
    if (info.opcode === OP_NEXT) around.pop()
    const item = around.at(-1)
    // ITERATE puts the index and the item on top of what it finds.
    if (info.opcode === OP_ITERATE) around.push(depth + 1)
    return item
  })
}

function listProgram(reader: Reader, flag: number, variants: readonly string[]): string[] {
  const instructions = readProgram(reader, flag)
  const items = itemPlaces(instructions)
  const found = instructions.map(({ target }) => target).filter(target => target !== undefined)
  const targets = [...new Set(found)].sort((x, y) => x - y)
  const width = Math.max(...instructions.map(({ info }) => info.name.length))
  const labels = new Map(targets.map((target, index) => [target, `L${index + 1}`]))
  return instructions.map(({ info, a, b, target }, index) => {
    const operand = (kind: OperandKind | undefined, value: number) => {
      if (kind === 'variant') return variants[value]
      if (kind === 'variant table') return reader.table(value, variant => variants[variant]!)
      if (kind === 'local') return value === items[index] ? 'item' : 'accumulator'
      return kind === 'skip' || kind === 'back' ? labels.get(target!) : reader.operand(kind, value)
    }
    // With buckets that rules compute, the table holds none of its own.
    const hidden = info.a === 'count' && info.b === 'table'
    const second = hidden ? undefined : operand(info.b, b)
    const operands = [operand(info.a, a), second].filter(Boolean).join(', ')
    const label = (labels.get(index) ?? '').padEnd(6)
    return `  ${label}${info.name.padEnd(width)}  ${operands}`.trimEnd()
  })
}

/** What the offsets of a ruleset stand for, as text. */
class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  u8(offset: number): number {
    return this.#view.getUint8(offset)
  }

  u16(offset: number): number {
    return this.#view.getUint16(offset, true)
  }

  u32(offset: number): number {
    return this.#view.getUint32(offset, true)
  }

  string(offset: number): string {
    const start = offset + STRING_BYTES
    return decoder.decode(this.#bytes.subarray(start, start + this.u32(offset + STRING_LENGTH)))
  }

  quoted(offset: number): string {
    return JSON.stringify(this.string(offset))
  }

  variants(flag: number): string[] {
    const list = this.u32(flag + layout.FLAG_VARIANTS)
    const length = this.u32(flag + layout.FLAG_VARIANT_COUNT)
    return Array.from({ length }, (_, index) => this.quoted(this.u32(list + 4 * index)))
  }

  /** The attributes of a flag, and how much of each is needed if it is a string. */
  reads(flag: number): string[] {
    const list = this.u32(flag + layout.FLAG_ATTRIBUTES)
    const length = this.u32(flag + layout.FLAG_ATTRIBUTE_COUNT)
    return Array.from({ length }, (_, index) => {
      const entry = list + index * layout.FLAG_ATTRIBUTE_BYTES
      const name = this.attribute(this.u16(entry))
      const reach = this.u16(entry + layout.FLAG_ATTRIBUTE_REACH)
      if (reach === layout.REACH_WHOLE) return name
      if (reach === layout.REACH_DEEP) return `${name} (with all that is in it)`
      const end = reach >= layout.REACH_TAIL ? 'last' : 'first'
      return `${name} (its ${end} ${reach & layout.REACH_MAX} characters)`
    })
  }

  attribute(index: number): string {
    const record = this.u32(layout.HEADER_ATTRIBUTES) + index * layout.ATTRIBUTE_BYTES
    const path = this.string(this.u32(record + layout.ATTRIBUTE_PATH))
    return path === '[]' ? '(the whole context)' : dotted(path)
  }

  /** Any operand but variants, places of the stack and jumps, which only the program can name. */
  operand(kind: OperandKind | undefined, value: number): string | undefined {
    switch (kind) {
      case 'constant':
        return this.constant(value)
      case 'attribute':
        return this.attribute(value)
      case 'relation':
        return COMPARE_NAMES[value]
      case 'sem-ver relation':
        return SEM_VER_NAMES[value]
      case 'table':
        return this.table(value, index => this.constant(index))
      case 'count':
        return String(value)
      case 'string':
        return this.quoted(value)
      case 'array':
        return this.array(value)
      case 'path':
        return dotted(`[${this.words(value).join(',')}]`)
      case 'set':
        return `set of ${this.u32(value + layout.SET_COUNT)}`
      case 'list':
        return value === SPREAD ? '*' : String(value)
      case 'arithmetic':
        return ARITHMETIC_NAMES[value]
      case 'loop':
        return LOOP_NAMES[value]
    }
    return undefined
  }

  constant(index: number): string {
    return this.word(this.u32(layout.HEADER_CONSTANTS) + 8 * index)
  }

  array(offset: number): string {
    return `[${this.words(offset).join(', ')}]`
  }

  /** The values of an array. */
  words(offset: number): string[] {
    const length = this.u32(offset + ARRAY_COUNT)
    return Array.from({ length }, (_, index) => this.word(offset + ARRAY_VALUES + 8 * index))
  }

  /** The buckets with their weights, which are cumulative in the table. */
  table(offset: number, nameOf: (index: number) => string): string {
    const length = this.u32(offset + layout.FRACTIONAL_COUNT)
    let before = 0
    const buckets = Array.from({ length }, (_, index) => {
      const bucket = offset + layout.FRACTIONAL_BUCKETS + index * layout.FRACTIONAL_BUCKET_BYTES
      const sum = this.u32(bucket)
      const weight = sum - before
      before = sum
      return `${nameOf(this.u32(bucket + 4))} ${weight}`
    })
    return buckets.join(' : ')
  }

  /** The value in one 64-bit word (assembly/shared/value.ts). */
  word(offset: number): string {
    const tag = this.u16(offset + TAG_SHIFT / 8)
    if (tag < TAG_STRING) return String(this.#view.getFloat64(offset, true))
    if (tag === TAG_STRING) return this.quoted(this.u32(offset))
    if (tag === TAG_BOOLEAN) return String((this.u8(offset) & 1) === 1)
    return tag === TAG_NULL ? 'null' : 'missing'
  }
}
