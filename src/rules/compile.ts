// A checked config in, a ruleset out: flat bytes, as drawn in assembly/shared/ruleset.ts, except for the checksum's
// proof, which is the verifier's business.
import { INSTRUCTION_BYTES } from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import type { Config } from '../config/types.ts'
import type { Problem } from '../problems.ts'
import type { Attribute } from './attributes.ts'
import { AttributeTable } from './attributes.ts'
import type { CompiledFlag } from './flag.ts'
import { compileFlag } from './flag.ts'
import type { CompiledLimit } from './limit.ts'
import { compileLimit } from './limit.ts'
import type { Hasher } from './pool.ts'
import { DataPool } from './pool.ts'
import { checkReferences } from './references.ts'
import { RuleError } from './rule-error.ts'
import { SetTable } from './sets.ts'
import type { RulesetParts } from './targeting.ts'

/** What one flag costs and needs. */
export interface FlagReport {
  readonly key: string
  /** Most instructions that one evaluation runs; 0 for a flag without targeting. */
  readonly steps: number
  /** Paths of the attributes that it reads, their names joined by dots. */
  readonly attributes: readonly string[]
}

/** A compiled config. */
export interface CompiledRuleset {
  readonly bytes: Uint8Array
  readonly flags: readonly FlagReport[]
  readonly limits: readonly CompiledLimit[]
  readonly attributes: readonly Attribute[]
  /** Errors and warnings of the rules; with an error the bytes must not be published. */
  readonly problems: readonly Problem[]
}

/** Number of a limit in the table's tags, the same as long as name and rate are the same. */
export type LimitIds = (limit: CompiledLimit) => number

function compileLimits(config: Config, problems: Problem[]): CompiledLimit[] {
  const limits: CompiledLimit[] = []
  for (const [name, definition] of Object.entries(config.limits)) {
    try {
      limits.push(compileLimit(name, definition, ['limits', name]))
    } catch (error) {
      if (!(error instanceof RuleError)) throw error
      problems.push(error.problem)
    }
  }
  return limits
}

/** How a config is compiled. */
export interface CompileOptions {
  /** Most steps that one evaluation of a flag may take. */
  stepsMax: number
  /** 16 bytes that nobody can guess, for each set. */
  seed: () => Uint8Array
}

/** Compiles everything; problems of one flag or limit do not hide those of another. */
export function compile(
  config: Config,
  hasher: Hasher,
  limitIds: LimitIds,
  options: CompileOptions,
): CompiledRuleset {
  const problems: Problem[] = []
  const pool = new DataPool()
  const sets = new SetTable(pool, hasher, config.sets, options.seed)
  const { fractionalVersion } = config
  const parts = { pool, attributes: new AttributeTable(), sets, hasher, fractionalVersion }
  problems.push(...checkReferences(config.evaluators).map(error => error.problem))
  const { flags, byOrder } = compileFlags(config, parts, problems)
  problems.push(...byOrder.flatMap(flag => checkSteps(flag, options.stepsMax)))
  const limits = compileLimits(config, problems)
  const metadata = JSON.stringify(config.metadata)
  const attributes = parts.attributes.list(flags.map(flag => flag.attributes))
  const bytes = new Emitter(parts.pool, hasher).emit(
    flags,
    attributes,
    limits.map(limit => ({ limit, id: limitIds(limit) })),
    metadata,
  )
  const names = attributes.map(({ path }) => (JSON.parse(path) as string[]).join('.'))
  const reports = byOrder.map(({ key, steps, attributes: read }) => {
    return { key, steps, attributes: read.map(([index]) => names[index]!) }
  })
  return { bytes, flags: reports, limits, attributes, problems: distinct(problems) }
}

/**
 * The flags in the order of their hashes, as their records stand: what one flag needs then stands behind what the flag
 * before it needs, and evaluating them all goes through the memory from one end to the other. And in the order of the
 * config, for people.
 */
function compileFlags(config: Config, parts: RulesetParts, problems: Problem[]) {
  const entries = Object.entries(config.flags).map(([key, definition], order) => {
    return { key, definition, order, hash: parts.hasher.hash(key), found: [] as Problem[] }
  })
  const compiled = entries
    .toSorted((left, right) => left.hash - right.hash)
    .map(({ key, definition, order, found }) => {
      return { order, flag: compileFlag(parts, key, definition, config.evaluators, found) }
    })
  problems.push(...entries.flatMap(({ found }) => found))
  const flags = compiled.map(({ flag }) => flag)
  const byOrder = compiled.toSorted((left, right) => left.order - right.order)
  return { flags, byOrder: byOrder.map(({ flag }) => flag) }
}

function checkSteps({ key, steps }: CompiledFlag, stepsMax: number): Problem[] {
  if (steps <= stepsMax) return []
  const message = 'the rule can take too many steps: loops inside each other multiply'
  const path = ['flags', key, 'targeting']
  const expected = `at most ${stepsMax} (option stepsMax)`
  return [
    { severity: 'error', code: 'STEPS_EXCEEDED', message, path, expected, found: String(steps) },
  ]
}

/** A faulty evaluator is found again in each flag that uses it; it is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.path])
    if (!seen.has(key)) seen.set(key, problem)
  }
  return [...seen.values()]
}

class Emitter {
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
    limits.forEach(({ limit, id }, index) => {
      const base = index * layout.LIMIT_BYTES
      view.setBigInt64(base + layout.LIMIT_RATE, limit.rate, true)
      view.setBigInt64(base + layout.LIMIT_COST, limit.cost, true)
      view.setBigInt64(base + layout.LIMIT_CAPACITY, limit.capacity, true)
      view.setUint32(base + layout.LIMIT_QUANTUM, limit.quantum, true)
      view.setUint32(base + layout.LIMIT_BURST, limit.burst, true)
      view.setUint32(base + layout.LIMIT_NAME, this.#pool.string(limit.name), true)
      view.setUint32(base + layout.LIMIT_ID, id, true)
      view.setUint32(base + layout.LIMIT_KEY, this.#pool.string(JSON.stringify(limit.key)), true)
    })
    return records
  }
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
