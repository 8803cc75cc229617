// Compiles flagd's `fractional`: to a table where all variants and weights are written out, else to rules that
// compute them.
import {
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
} from '../../assembly/shared/opcodes.ts'
import { FRACTIONAL_WEIGHT_MAX } from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Path } from '../config/types.ts'
import type { Bucket } from './pool.ts'
import { RuleError } from './rule-error.ts'
import type { TargetingCompiler } from './targeting.ts'
import { isLiteral } from './targeting.ts'

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

/** The buckets of a table; undefined if a weight is no integer, so that flagd would answer null. */
function toBuckets(
  compiler: TargetingCompiler,
  entries: readonly Entry[],
  path: Path,
): Bucket[] | undefined {
  const buckets: Bucket[] = []
  let total = 0
  for (const { variant, weight } of entries) {
    if (typeof weight !== 'number' || !Number.isInteger(weight)) return undefined
    total += Math.max(0, weight)
    buckets.push({ weight: Math.max(0, weight), constant: compiler.parts.pool.constant(variant) })
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

function pushUnit(compiler: TargetingCompiler, unit: JsonValue | undefined, path: Path): void {
  if (unit === undefined) compiler.pushAttribute(['targetingKey'])
  else compiler.push(unit, [...path, 0])
}

/** Pushes the variant that the unit falls on, or null. */
export function compileFractional(
  compiler: TargetingCompiler,
  argument: JsonValue,
  path: Path,
): void {
  const nodes = Array.isArray(argument) ? argument : [argument]
  // The unit is whatever comes before the first bucket; without one it is flag key and targeting key.
  const implicit = Array.isArray(nodes[0])
  const unit = implicit ? undefined : nodes[0]
  const entries = readEntries(nodes, implicit ? 0 : 1, path)
  if (entries === undefined) return compiler.pushConstant(null)
  const { assembler, parts, flagKey } = compiler
  if (entries.every(({ variant, weight }) => isLiteral(variant) && isLiteral(weight))) {
    const buckets = toBuckets(compiler, entries, path)
    if (buckets === undefined) return compiler.pushConstant(null)
    const table = parts.pool.table(buckets, implicit ? flagKey : '', parts.hasher)
    pushUnit(compiler, unit, path)
    return assembler.emit(implicit ? OP_FRACTIONAL : OP_FRACTIONAL_BY, 0, table, 1, 1)
  }
  pushUnit(compiler, unit, path)
  for (const entry of entries) {
    compiler.push(entry.variant, [...entry.path, 0])
    compiler.push(entry.weight, [...entry.path, 1])
  }
  const count = entries.length
  const table = implicit ? parts.pool.table([], flagKey, parts.hasher) : 0
  const opcode = implicit ? OP_FRACTIONAL_DYNAMIC : OP_FRACTIONAL_DYNAMIC_BY
  assembler.emit(opcode, count, table, 2 * count + 1, 1)
}
