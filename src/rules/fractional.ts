// Compiles flagd's `fractional`: to a table where all variants and weights are written out, else to rules that
// compute them.
import {
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
  OP_ENCODE_UNIT,
  OP_ENCODE_UNIT_PAIR,
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
} from '../../assembly/shared/opcodes.ts'
import {
  FRACTIONAL_FIRST,
  FRACTIONAL_FIRST_TOTAL,
  FRACTIONAL_WEIGHT_MAX,
  REACH_WHOLE,
} from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Path } from '../config/types.ts'
import { isLiteral, listOf } from './operands.ts'
import type { Bucket } from './pool.ts'
import { RuleError } from './rule-error.ts'
import type { TargetingCompiler } from './targeting.ts'
import { plainAttribute, pushVariable } from './variables.ts'

interface Entry {
  variant: JsonValue
  weight: JsonValue
  path: Path
}

/** The buckets as written; undefined where flagd would answer null. */
function readEntries(nodes: readonly JsonValue[], first: number, path: Path): Entry[] | undefined {
  const entries: Entry[] = []
  for (const [index, node] of nodes.entries()) {
    if (index < first) continue
    if (!Array.isArray(node) || node.length < 1 || node.length > 2) return undefined
    entries.push({
      variant: node[0]!,
      weight: node.length === 2 ? node[1]! : 1,
      path: [...path, index],
    })
  }
  return entries.length > 0 ? entries : undefined
}

/**
 * The buckets of a table; undefined if a weight is no integer, so that flagd would answer null. `indexOf` gives the
 * number of a bucket's value.
 */
function toBuckets(
  entries: readonly Entry[],
  indexOf: (value: JsonValue) => number,
  path: Path,
): Bucket[] | undefined {
  const buckets: Bucket[] = []
  let total = 0
  for (const { variant, weight } of entries) {
    if (typeof weight !== 'number' || !Number.isInteger(weight)) return undefined
    total += Math.max(0, weight)
    buckets.push({ weight: Math.max(0, weight), index: indexOf(variant) })
  }
  if (total > FRACTIONAL_WEIGHT_MAX) {
    const expected = `a sum of at most ${FRACTIONAL_WEIGHT_MAX}`
    throw new RuleError(
      'WEIGHTS_TOO_LARGE',
      'the weights are too large',
      path,
      expected,
      String(total),
    )
  }
  return total > 0 ? buckets : undefined
}

/**
 * The buckets of a table of flagd's first generation. There the hash, as a signed integer, is made a percentage, and
 * compared with the sum of the buckets' percentages, all in floating point; beyond the last there is nothing. That is
 * the same as comparing the hash's magnitude with the first one that is not below the sum.
 */
function toFirstGeneration(buckets: readonly Bucket[], nothing: number): Bucket[] {
  const total = buckets.reduce((sum, { weight }) => sum + weight, 0)
  let percent = 0
  let before = 0
  const first = buckets.map(({ weight, index }) => {
    percent += (100 * weight) / total
    const end = firstBeyond(percent)
    const share = { weight: end - before, index }
    before = end
    return share
  })
  return [...first, { weight: FRACTIONAL_FIRST_TOTAL - before, index: nothing }]
}

/** The first magnitude of a hash whose percentage is not below `percent`. */
function firstBeyond(percent: number): number {
  let low = 0
  let high = FRACTIONAL_FIRST_TOTAL
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((middle / 2147483647) * 100 < percent) low = middle + 1
    else high = middle
  }
  return low
}

/** The argument of a fractional, taken apart. */
interface Fractional {
  /** Undefined for flag key and targeting key, for want of another. */
  unit: JsonValue | undefined
  /** Undefined where flagd would answer null. */
  entries: Entry[] | undefined
  /** Whether all variants and weights are written out. */
  isLiteral: boolean
}

function readFractional(argument: JsonValue, path: Path): Fractional {
  const nodes = listOf(argument)
  // The unit is whatever comes before the first bucket.
  const implicit = Array.isArray(nodes[0])
  const entries = readEntries(nodes, implicit ? 0 : 1, path)
  const literal = entries?.every(({ variant, weight }) => isLiteral(variant) && isLiteral(weight))
  return { unit: implicit ? undefined : nodes[0], entries, isLiteral: literal ?? false }
}

/**
 * Pushes the unit, and says which prefix it is to be hashed behind: the flag's key for flagd's second generation and a
 * unit of its own nothing. In the third generation the unit is encoded, the flag's key with it.
 */
function pushUnit(compiler: TargetingCompiler, unit: JsonValue | undefined, path: Path): string {
  const { assembler, flagKey, parts } = compiler
  if (parts.fractionalVersion === 3) {
    if (unit !== undefined) {
      compiler.pushDeep(unit, [...path, 0])
      assembler.emit(OP_ENCODE_UNIT, 0, 0, 1, 1)
    } else {
      compiler.pushConstant(flagKey)
      pushTargetingKey(compiler)
      assembler.emit(OP_ENCODE_UNIT_PAIR, 0, 0, 2, 1)
    }
    return ''
  }
  if (unit === undefined) {
    pushTargetingKey(compiler)
    return flagKey
  }
  compiler.push(unit, [...path, 0])
  return ''
}

/** The attribute that the unit is, if it is nothing else and is hashed as it is. */
function unitAttribute(
  compiler: TargetingCompiler,
  unit: JsonValue | undefined,
): number | undefined {
  if (compiler.parts.fractionalVersion === 3) return undefined
  return plainAttribute(compiler, unit === undefined ? { var: 'targetingKey' } : unit)
}

/** In a loop, as everything there, that of the item. */
function pushTargetingKey(compiler: TargetingCompiler): void {
  pushVariable(compiler, 'targetingKey', [])
}

/**
 * Ends the program with the variant that the unit falls on, if all buckets name variants of the flag.
 * @returns whether they do; if not, nothing was compiled
 */
export function compileFractionalTail(
  compiler: TargetingCompiler,
  argument: JsonValue,
  path: Path,
): boolean {
  const { unit, entries, isLiteral: literal } = readFractional(argument, path)
  const indexes = entries?.map(({ variant }) => compiler.variantIndex(variant)) ?? []
  if (entries === undefined || !literal || indexes.some(index => index < 0)) return false
  // In the first generation a unit may fall on nothing, which is no variant.
  if (compiler.parts.fractionalVersion === 1) return false
  const buckets = toBuckets(entries, value => compiler.variantIndex(value), path)
  if (buckets === undefined) return false
  const { assembler, flagKey, parts } = compiler
  const { pool, hasher } = parts
  const attribute = unitAttribute(compiler, unit)
  if (attribute !== undefined) {
    const table = pool.table(buckets, unit === undefined ? flagKey : '', hasher, 0)
    compiler.read(attribute, REACH_WHOLE)
    assembler.emit(OP_ATTRIBUTE_RETURN_FRACTIONAL, attribute, table, 0, 0)
    return true
  }
  const prefix = pushUnit(compiler, unit, path)
  const table = pool.table(buckets, prefix, hasher, 0)
  const opcode = prefix !== '' ? OP_RETURN_FRACTIONAL : OP_RETURN_FRACTIONAL_BY
  assembler.emit(opcode, 0, table, 1, 0)
  return true
}

/** Pushes the variant that the unit falls on, or null. */
export function compileFractional(
  compiler: TargetingCompiler,
  argument: JsonValue,
  path: Path,
): void {
  const { unit, entries, isLiteral: literal } = readFractional(argument, path)
  if (entries === undefined) return compiler.pushConstant(null)
  const { assembler, parts } = compiler
  const isFirst = parts.fractionalVersion === 1
  if (literal) {
    const buckets = toBuckets(entries, value => parts.pool.constant(value), path)
    if (buckets === undefined) return compiler.pushConstant(null)
    const prefix = pushUnit(compiler, unit, path)
    const shares = isFirst ? toFirstGeneration(buckets, parts.pool.constant(null)) : buckets
    const table = parts.pool.table(shares, prefix, parts.hasher, isFirst ? FRACTIONAL_FIRST : 0)
    return assembler.emit(prefix !== '' ? OP_FRACTIONAL : OP_FRACTIONAL_BY, 0, table, 1, 1)
  }
  const prefix = pushUnit(compiler, unit, path)
  for (const entry of entries) {
    compiler.push(entry.variant, [...entry.path, 0])
    compiler.push(entry.weight, [...entry.path, 1])
  }
  const count = entries.length
  const needsTable = prefix !== '' || isFirst
  const generation = isFirst ? FRACTIONAL_FIRST : 0
  const table = needsTable ? parts.pool.table([], prefix, parts.hasher, generation) : 0
  const opcode = prefix !== '' ? OP_FRACTIONAL_DYNAMIC : OP_FRACTIONAL_DYNAMIC_BY
  assembler.emit(opcode, count, table, 2 * count + 1, 1)
}
