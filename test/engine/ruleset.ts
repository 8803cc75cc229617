// Rulesets made by hand, byte by byte, as no compiler would make them. Written from the drawings in
// assembly/shared/ruleset.ts and not with the compiler's parts, so that a mistake there is not repeated here.
import {
  ITEMS_MAX,
  ITERATE_ALL,
  OP_ITERATE,
  OP_NEXT,
  OP_RETURN_DEFAULT,
} from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { TAG_BOOLEAN, TAG_NULL, TAG_SHIFT, TAG_STRING } from '../../assembly/shared/value.ts'
import { toolbox } from './helpers.ts'

/** Opcode, depth, a, b. */
export type Instruction = readonly [number, number, number, number]

/** A program that is fine: it ends with the default variant. */
export const RETURN_DEFAULT: Instruction = [OP_RETURN_DEFAULT, 0, 0, 0]

/** The same with values left on the stack. */
export function returnDefaultOn(depth: number): Instruction {
  return [OP_RETURN_DEFAULT, depth, 0, 0]
}

/**
 * A loop whose ITERATE finds `depth` values, the array and the initial result on top. Its body finds two more, and
 * leaves its value on top of them.
 */
export function loop(
  depth: number,
  body: readonly Instruction[],
  kind = ITERATE_ALL,
): Instruction[] {
  const length = body.length
  return [[OP_ITERATE, depth, kind, length + 1], ...body, [OP_NEXT, depth + 3, kind, length]]
}

/** Steps are counted up to here. */
export const STEPS_MAX = 0x7fff_ffff

/** Most steps that a program takes: 1 for an instruction; for a loop those of its body and its NEXT, for each item. */
export function countSteps(code: readonly Instruction[]): number {
  let steps = 0
  const around: number[] = []
  for (const [opcode] of code) {
    if (opcode === OP_NEXT && around.length > 0) {
      steps = Math.min(around.pop()! + (steps + 1) * ITEMS_MAX, STEPS_MAX)
      continue
    }
    steps++
    if (opcode !== OP_ITERATE) continue
    around.push(steps)
    steps = 0
  }
  return Math.min(steps, STEPS_MAX)
}

/** Where things stand in the data section of every ruleset made here. */
export const DATA = {
  /** The flag's key, "flag", the variants "on" and "off", and some text, "text". */
  key: 128,
  on: 144,
  off: 160,
  text: 176,
  /** Lists of the flag: attribute 0 to its whole; both variants. */
  attributes: 192,
  variants: 200,
  /** The array ["text", 1]. */
  array: 208,
  /** A table of two buckets: 25 for constant 0, 75 for constant 1. */
  table: 232,
  /** The path ["text", "on"]. */
  path: 272,
  /** A set of three members in two buckets: one in the first, two in the second. */
  set: 296,
  /** Which part of the targeting the instructions are from: all of them from the whole. */
  source: 360,
  metadata: 376,
  end: 392,
}

/** Where the starts of a set's buckets stand, and behind three of them the hashes. */
export const SET_STARTS = DATA.set + layout.SET_STARTS
export const SET_HASHES = SET_STARTS + 16

/** Constants: a string, a number, a boolean, null. */
export const CONSTANTS = [
  (BigInt(TAG_STRING) << BigInt(TAG_SHIFT)) | BigInt(DATA.text),
  0x3ff0_0000_0000_0000n,
  (BigInt(TAG_BOOLEAN) << BigInt(TAG_SHIFT)) | 1n,
  BigInt(TAG_NULL) << BigInt(TAG_SHIFT),
]

/** The sections of gates, of which there are none: they stand at the end. */
export const EMPTY_SECTIONS = [
  layout.HEADER_PLANS,
  layout.HEADER_FEATURES,
  layout.HEADER_GATES,
  layout.HEADER_STEPS,
  layout.HEADER_PERMISSIONS,
]

/** Attributes "a" and "b", of which the flag lists only the first. */
const ATTRIBUTE_COUNT = 2
const STACK_MAX = 8

/** Bytes that can be changed field by field. */
export class Ruleset {
  readonly bytes: Uint8Array
  readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  get(offset: number): number {
    return this.view.getUint32(offset, true)
  }

  set(offset: number, value: number): this {
    this.view.setUint32(offset, value, true)
    return this
  }

  set16(offset: number, value: number): this {
    this.view.setUint16(offset, value, true)
    return this
  }

  setFloat(offset: number, value: number): this {
    this.view.setFloat64(offset, value, true)
    return this
  }

  set64(offset: number, value: bigint): this {
    this.view.setBigUint64(offset, value, true)
    return this
  }

  text(offset: number, text: string): this {
    this.set(offset, text.length)
    new TextEncoder().encodeInto(text, this.bytes.subarray(offset + 8))
    return this
  }

  writeCode(offset: number, code: readonly Instruction[]): this {
    code.forEach(([opcode, depth, a, b], index) => {
      const at = offset + index * 8
      this.set(at, opcode | (depth << 8) | (a << 16)).set(at + 4, b)
    })
    return this
  }

  /** A section's first byte. The header's fields are named in assembly/shared/ruleset.ts. */
  section(field: number): number {
    return this.get(field)
  }

  /** The VERIFY code of these bytes, their checksum put right first. */
  verify(): number {
    toolbox.seal(this.bytes)
    return toolbox.verify(this.bytes)
  }
}

/** A ruleset of one flag with the program, and one limit. */
export function makeRuleset(code: readonly Instruction[], stackMax = STACK_MAX): Ruleset {
  const flags = DATA.end
  const attributes = flags + layout.FLAG_BYTES
  const limits = attributes + ATTRIBUTE_COUNT * layout.ATTRIBUTE_BYTES
  const program = limits + layout.LIMIT_BYTES
  const constants = program + code.length * 8
  const length = constants + CONSTANTS.length * 8
  const ruleset = new Ruleset(new Uint8Array(length))
  ruleset
    .set(layout.HEADER_MAGIC, layout.RULESET_MAGIC)
    .set(layout.HEADER_ABI, layout.RULESET_ABI)
    .set(layout.HEADER_BYTE_LENGTH, length)
    .set(layout.HEADER_FLAG_COUNT, 1)
    .set(layout.HEADER_FLAGS, flags)
    .set(layout.HEADER_ATTRIBUTE_COUNT, ATTRIBUTE_COUNT)
    .set(layout.HEADER_ATTRIBUTES, attributes)
    .set(layout.HEADER_LIMIT_COUNT, 1)
    .set(layout.HEADER_LIMITS, limits)
    .set(layout.HEADER_CODE_COUNT, code.length)
    .set(layout.HEADER_CODE, program)
    .set(layout.HEADER_CONSTANT_COUNT, CONSTANTS.length)
    .set(layout.HEADER_CONSTANTS, constants)
    .set(layout.HEADER_DATA_END, DATA.end)
    .set(layout.HEADER_METADATA, DATA.metadata)
    .set(layout.HEADER_IDENTITY, DATA.metadata)
  for (const section of EMPTY_SECTIONS) ruleset.set(section, length)
  writeData(ruleset)
  writeFlag(ruleset, flags, code, stackMax)
  ruleset.set(attributes + layout.ATTRIBUTE_PATH, DATA.text)
  ruleset.set(attributes + layout.ATTRIBUTE_BYTES + layout.ATTRIBUTE_PATH, DATA.text)
  writeLimit(ruleset, limits)
  ruleset.writeCode(program, code)
  CONSTANTS.forEach((word, index) => {
    ruleset.set64(constants + index * 8, word)
  })
  return ruleset
}

function writeData(ruleset: Ruleset): void {
  ruleset.text(DATA.key, 'flag').text(DATA.on, 'on').text(DATA.off, 'off').text(DATA.text, 'text')
  ruleset.set(DATA.attributes, 0)
  ruleset.set(DATA.variants, DATA.on).set(DATA.variants + 4, DATA.off)
  ruleset.set(DATA.array, 2).set64(DATA.array + 8, CONSTANTS[0]!)
  ruleset.set64(DATA.array + 16, CONSTANTS[1]!)
  const bucket = DATA.table + layout.FRACTIONAL_BUCKETS
  ruleset.set(DATA.table + layout.FRACTIONAL_COUNT, 2)
  ruleset.set(DATA.table + layout.FRACTIONAL_TOTAL, 100)
  ruleset.set(bucket, 25).set(bucket + 4, 0)
  ruleset.set(bucket + 8, 100).set(bucket + 12, 1)
  ruleset.set(DATA.path, 2).set64(DATA.path + 8, CONSTANTS[0]!)
  ruleset.set64(DATA.path + 16, CONSTANTS[0]! + BigInt(DATA.on - DATA.text))
  ruleset.set(DATA.set + layout.SET_COUNT, 3).set(DATA.set + layout.SET_BITS, 1)
  ruleset.set(SET_STARTS + 4, 1).set(SET_STARTS + 8, 3)
  ruleset
    .set64(SET_HASHES, 1n)
    .set64(SET_HASHES + 8, 2n ** 63n)
    .set64(SET_HASHES + 16, 2n ** 64n - 1n)
  ruleset.text(DATA.source, '0:')
  ruleset.text(DATA.metadata, '{}')
}

function writeFlag(
  ruleset: Ruleset,
  at: number,
  code: readonly Instruction[],
  stackMax: number,
): void {
  ruleset
    .set(at + layout.FLAG_KEY, DATA.key)
    .set(at + layout.FLAG_KEY_HASH, toolbox.hash('flag'))
    .set(at + layout.FLAG_KIND, layout.FLAG_KIND_TARGETING)
    .set(at + layout.FLAG_CODE_INDEX, 0)
    .set(at + layout.FLAG_CODE_COUNT, code.length)
    .set(at + layout.FLAG_STACK_MAX, stackMax)
    .set(at + layout.FLAG_ATTRIBUTES, DATA.attributes)
    .set(at + layout.FLAG_ATTRIBUTE_COUNT, 1)
    .set(at + layout.FLAG_VARIANTS, DATA.variants)
    .set(at + layout.FLAG_VARIANT_COUNT, 2)
    .set(at + layout.FLAG_DEFAULT_VARIANT, 1)
    .set(at + layout.FLAG_DETAILS, DATA.metadata)
    .set(at + layout.FLAG_STEPS, countSteps(code))
    .set(at + layout.FLAG_SOURCE, DATA.source)
}

/** 100 tokens, one a second, counted in ns. */
function writeLimit(ruleset: Ruleset, at: number): void {
  ruleset
    .set64(at + layout.LIMIT_RATE, 1n)
    .set64(at + layout.LIMIT_COST, 1_000_000_000n)
    .set64(at + layout.LIMIT_CAPACITY, 100_000_000_000n)
    .set(at + layout.LIMIT_QUANTUM, 0)
    .set(at + layout.LIMIT_TOKENS, 100)
    .setFloat(at + layout.LIMIT_TTL, 60_000)
    .set(at + layout.LIMIT_NAME, DATA.text)
    .set(at + layout.LIMIT_ID, 1)
    .set(at + layout.LIMIT_DETAILS, DATA.text)
}
