// A ruleset as a page for people: each flag with its variants, what it reads of a context, and its program. Made of the
// instruction table, so an instruction cannot be listed otherwise than it is documented.
import { INSTRUCTION_A, INSTRUCTION_B, INSTRUCTION_BYTES } from '../../assembly/shared/opcodes.ts'
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
import type { OperandKind } from './instructions.ts'
import { COMPARE_NAMES, INSTRUCTIONS, SEM_VER_NAMES } from './instructions.ts'

const KINDS = ['static', 'targeting', 'disabled', 'invalid']
const NAME_WIDTH = Math.max(...INSTRUCTIONS.map(({ name }) => name.length))
/** A JSON array of plain words, which reads better with dots. */
const PLAIN_PATH = /^\["[\w$-]+"(?:,"[\w$-]+")*\]$/

const decoder = new TextDecoder()

/**
 * Lists the flags of a ruleset, sorted by key, each as a head and its instructions:
 *
 *     flag "checkout": targeting
 *       variants    "on", "off" (default)
 *       reads       email (its last 12 characters)
 *             ATTRIBUTE_ENDS_WITH    email, "@example.com"
 *             JUMP_IF_FALSE          L1
 *             RETURN_VARIANT         "on"
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

function listProgram(reader: Reader, flag: number, variants: readonly string[]): string[] {
  const code =
    reader.u32(layout.HEADER_CODE) + reader.u32(flag + layout.FLAG_CODE_INDEX) * INSTRUCTION_BYTES
  const instructions = Array.from(
    { length: reader.u32(flag + layout.FLAG_CODE_COUNT) },
    (_, index) => {
      const at = code + index * INSTRUCTION_BYTES
      const a = reader.u16(at + INSTRUCTION_A)
      const b = reader.u32(at + INSTRUCTION_B)
      return { info: INSTRUCTIONS[reader.u8(at)]!, a, b, target: index + 1 + b }
    },
  )
  const jumps = instructions.filter(({ info }) => info.b === 'skip')
  const targets = [...new Set(jumps.map(({ target }) => target))].sort((x, y) => x - y)
  const label = (index: number) => (targets.includes(index) ? `L${targets.indexOf(index) + 1}` : '')
  return instructions.map(({ info, a, b, target }, index) => {
    const operand = (kind: OperandKind | undefined, value: number) => {
      if (kind === 'variant') return variants[value]
      if (kind === 'variant table') return reader.table(value, variant => variants[variant]!)
      return kind === 'skip' ? label(target) : reader.operand(kind, value)
    }
    // With buckets that rules compute, the table holds none of its own.
    const hidden = info.a === 'count' && info.b === 'table'
    const second = hidden ? undefined : operand(info.b, b)
    const operands = [operand(info.a, a), second].filter(Boolean).join(', ')
    return `  ${label(index).padEnd(6)}${info.name.padEnd(NAME_WIDTH)}  ${operands}`.trimEnd()
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
      const end = reach >= layout.REACH_TAIL ? 'last' : 'first'
      return `${name} (its ${end} ${reach & layout.REACH_MAX} characters)`
    })
  }

  attribute(index: number): string {
    const record = this.u32(layout.HEADER_ATTRIBUTES) + index * layout.ATTRIBUTE_BYTES
    const path = this.string(this.u32(record + layout.ATTRIBUTE_PATH))
    if (path === '[]') return '(the whole context)'
    return PLAIN_PATH.test(path) ? path.slice(2, -2).replaceAll('","', '.') : path
  }

  /** Any operand but variants and jumps, which only the program can name. */
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
    }
    return undefined
  }

  constant(index: number): string {
    return this.word(this.u32(layout.HEADER_CONSTANTS) + 8 * index)
  }

  array(offset: number): string {
    const length = this.u32(offset + ARRAY_COUNT)
    const words = Array.from({ length }, (_, index) => this.word(offset + ARRAY_VALUES + 8 * index))
    return `[${words.join(', ')}]`
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
