// Lays a compiled config out as a ruleset: flat bytes, as drawn in assembly/shared/ruleset.ts, but for the checksum.

import { FEATURE_BYTES, GATE_BYTES, PLAN_BYTES, STEP_BYTES } from '../../assembly/shared/gate.ts'
import { INSTRUCTION_BYTES } from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import type { Attribute } from './attributes.ts'
import type { CompiledFlag } from './flag.ts'
import type { GateSections } from './gates.ts'
import type { CompiledLimit, LimitVariant } from './limit.ts'
import type { DataPool, Hasher } from './pool.ts'

export class Emitter {
  readonly #pool: DataPool
  readonly #hasher: Hasher
  readonly #lists = new Map<string, number>()

  constructor(pool: DataPool, hasher: Hasher) {
    this.#pool = pool
    this.#hasher = hasher
  }

  emit(
    flags: readonly CompiledFlag[],
    attributes: readonly Attribute[],
    limits: readonly { limit: CompiledLimit; id: number }[],
    metadata: string,
    gates: GateSections,
  ): Uint8Array {
    const metadataOffset = this.#pool.string(metadata)
    const flagRecords = this.#flagRecords(flags)
    const attributeRecords = this.#attributeRecords(attributes)
    const limitRecords = this.#limitRecords(limits)
    const code = concatenate(flags.map(flag => flag.code))
    const constants = BigUint64Array.from(this.#pool.constants)
    const sections = [
      { bytes: flagRecords, count: flags.length, field: layout.HEADER_FLAG_COUNT },
      { bytes: attributeRecords, count: attributes.length, field: layout.HEADER_ATTRIBUTE_COUNT },
      { bytes: limitRecords, count: limits.length, field: layout.HEADER_LIMIT_COUNT },
      { bytes: code, count: code.length / INSTRUCTION_BYTES, field: layout.HEADER_CODE_COUNT },
      {
        bytes: new Uint8Array(constants.buffer),
        count: constants.length,
        field: layout.HEADER_CONSTANT_COUNT,
      },
      ...gateSections(gates),
    ]
    const dataEnd = layout.HEADER_BYTES + this.#pool.length
    const length = sections.reduce((sum, section) => sum + align(section.bytes.length), dataEnd)
    const ruleset = new Uint8Array(length)
    const view = new DataView(ruleset.buffer)
    ruleset.set(this.#pool.bytes, layout.HEADER_BYTES)
    let offset = dataEnd
    for (const { bytes, count, field } of sections) {
      ruleset.set(bytes, offset)
      view.setUint32(field, count, true)
      view.setUint32(field + 4, offset, true)
      offset += align(bytes.length)
    }
    view.setUint32(layout.HEADER_MAGIC, layout.RULESET_MAGIC, true)
    view.setUint32(layout.HEADER_ABI, layout.RULESET_ABI, true)
    view.setUint32(layout.HEADER_BYTE_LENGTH, length, true)
    view.setUint32(layout.HEADER_DATA_END, dataEnd, true)
    view.setUint32(layout.HEADER_METADATA, metadataOffset, true)
    view.setUint32(layout.HEADER_IDENTITY, gates.identity, true)
    return ruleset
  }

  #flagRecords(flags: readonly CompiledFlag[]): Uint8Array {
    const records = new Uint8Array(flags.length * layout.FLAG_BYTES)
    const view = new DataView(records.buffer)
    let codeIndex = 0
    const entries = flags.map(flag => {
      const count = flag.code.length / INSTRUCTION_BYTES
      const entry = { flag, hash: this.#hasher.hash(flag.key), codeIndex, count }
      codeIndex += count
      return entry
    })
    entries.sort((left, right) => left.hash - right.hash)
    entries.forEach(({ flag, hash, codeIndex: first, count }, index) => {
      const base = index * layout.FLAG_BYTES
      const set = (field: number, value: number) => view.setUint32(base + field, value, true)
      set(layout.FLAG_KEY, this.#pool.string(flag.key))
      set(layout.FLAG_KEY_HASH, hash)
      set(layout.FLAG_KIND, flag.kind)
      set(layout.FLAG_CODE_INDEX, first)
      set(layout.FLAG_CODE_COUNT, count)
      set(layout.FLAG_STACK_MAX, flag.stackMax)
      set(layout.FLAG_ATTRIBUTES, this.#attributeList(flag.attributes))
      set(layout.FLAG_ATTRIBUTE_COUNT, flag.attributes.length)
      set(layout.FLAG_VARIANTS, this.#variantList(flag.variants))
      set(layout.FLAG_VARIANT_COUNT, flag.variants.length)
      set(layout.FLAG_DEFAULT_VARIANT, flag.defaultVariant)
      set(layout.FLAG_DETAILS, this.#pool.string(flag.details))
      set(layout.FLAG_STEPS, flag.steps)
      set(layout.FLAG_SOURCE, this.#pool.string(flag.source))
    })
    return records
  }

  /** Flags that read the same, of which there are many, share one list. */
  #attributeList(attributes: readonly (readonly [number, number])[]): number {
    return this.#once(`a${attributes.join()}`, () => {
      const offset = this.#pool.allocate(attributes.length * layout.FLAG_ATTRIBUTE_BYTES)
      attributes.forEach(([attribute, reach], index) => {
        const entry = offset + layout.FLAG_ATTRIBUTE_BYTES * index
        this.#pool.setUint16(entry, attribute)
        this.#pool.setUint16(entry + layout.FLAG_ATTRIBUTE_REACH, reach)
      })
      return offset
    })
  }

  #variantList(variants: readonly string[]): number {
    const names = variants.map(name => this.#pool.string(name))
    return this.#once(`v${names.join()}`, () => {
      const offset = this.#pool.allocate(names.length * 4)
      names.forEach((name, index) => {
        this.#pool.setUint32(offset + 4 * index, name)
      })
      return offset
    })
  }

  #once(key: string, make: () => number): number {
    let offset = this.#lists.get(key)
    if (offset === undefined) {
      offset = make()
      this.#lists.set(key, offset)
    }
    return offset
  }

  #attributeRecords(attributes: readonly Attribute[]): Uint8Array {
    const records = new Uint8Array(attributes.length * layout.ATTRIBUTE_BYTES)
    const view = new DataView(records.buffer)
    attributes.forEach((attribute, index) => {
      const base = index * layout.ATTRIBUTE_BYTES
      view.setUint32(base + layout.ATTRIBUTE_PATH, this.#pool.string(attribute.path), true)
      view.setUint16(base + layout.ATTRIBUTE_SOURCE, attribute.source, true)
      view.setUint16(base + layout.ATTRIBUTE_REACH, attribute.reach, true)
    })
    return records
  }

  #limitRecords(limits: readonly { limit: CompiledLimit; id: number }[]): Uint8Array {
    const records = new Uint8Array(limits.length * layout.LIMIT_BYTES)
    const view = new DataView(records.buffer)
    const families = new Map<string, number>()
    limits.forEach(({ limit: { name, variant, details }, id }, index) => {
      const base = index * layout.LIMIT_BYTES
      if (!families.has(name)) families.set(name, index)
      writeVariant(view, base, variant)
      view.setUint32(base + layout.LIMIT_NAME, this.#pool.string(name), true)
      view.setUint32(base + layout.LIMIT_ID, id, true)
      view.setUint32(base + layout.LIMIT_DETAILS, this.#pool.string(JSON.stringify(details)), true)
      view.setUint32(base + layout.LIMIT_FAMILY, families.get(name)!, true)
    })
    return records
  }
}

function gateSections({ plans, features, gates, steps, permissions }: GateSections) {
  const section = (bytes: Uint8Array, recordBytes: number, field: number) => {
    return { bytes, count: bytes.length / recordBytes, field }
  }
  return [
    section(plans, PLAN_BYTES, layout.HEADER_PLAN_COUNT),
    section(features, FEATURE_BYTES, layout.HEADER_FEATURE_COUNT),
    section(gates, GATE_BYTES, layout.HEADER_GATE_COUNT),
    section(steps, STEP_BYTES, layout.HEADER_STEP_COUNT),
    section(permissions, 4, layout.HEADER_PERMISSION_COUNT),
  ]
}

/** Writes the numbers of a variant. */
export function writeVariant(view: DataView, base: number, variant: LimitVariant): void {
  view.setBigInt64(base + layout.LIMIT_RATE, variant.rate, true)
  view.setBigInt64(base + layout.LIMIT_COST, variant.cost, true)
  view.setBigInt64(base + layout.LIMIT_CAPACITY, variant.capacity, true)
  view.setUint32(base + layout.LIMIT_QUANTUM, variant.quantum, true)
  view.setUint32(base + layout.LIMIT_TOKENS, variant.tokens, true)
  view.setBigInt64(base + layout.LIMIT_PERIOD, variant.period, true)
  view.setUint32(base + layout.LIMIT_ALGORITHM, variant.algorithm, true)
  view.setUint32(base + layout.LIMIT_FLAGS, variant.flags, true)
  view.setUint32(base + layout.LIMIT_COUNT_BITS, variant.countBits, true)
  view.setUint32(base + layout.LIMIT_CHANGE, variant.change, true)
  view.setFloat64(base + layout.LIMIT_TTL, variant.ttlMs, true)
}

/** Writes the numbers of a ruleset's limits into it, in the order of `CompiledRuleset.limits`. */
export function setLimitIds(ruleset: Uint8Array, ids: readonly number[]): void {
  const view = new DataView(ruleset.buffer, ruleset.byteOffset)
  const first = view.getUint32(layout.HEADER_LIMITS, true)
  ids.forEach((id, index) => {
    view.setUint32(first + index * layout.LIMIT_BYTES + layout.LIMIT_ID, id, true)
  })
}

function align(bytes: number): number {
  return (bytes + 7) & ~7
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
