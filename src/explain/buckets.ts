// How each `fractional` that ran chose: its unit's hash, and where that lies among the weights. What it chose is read from
// the evaluation, and not computed again.
import {
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
} from '../../assembly/shared/opcodes.ts'
import { NO_VARIANT, REASON_SHIFT, REASON_TARGETING_MATCH } from '../../assembly/shared/outcome.ts'
import { FRACTIONAL_WEIGHT_MAX } from '../../assembly/shared/ruleset.ts'
import type { JsonValue } from '../config/types.ts'
import { pathText } from './parts.ts'
import type { Instruction } from './program.ts'
import type { Trace } from './trace.ts'
import type { BucketBoundary, ExplainedBucket } from './types.ts'
import type { UnitReader } from './units.ts'
import { plain, valueText } from './words.ts'

const COMPUTED = new Set<number>([OP_FRACTIONAL_DYNAMIC, OP_FRACTIONAL_DYNAMIC_BY])
/** Those that end the program; the entries of their tables are variants. */
const RETURNING = new Set<number>([
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
])
/** Every instruction that picks by a hash. */
export const FRACTIONALS: ReadonlySet<number> = new Set<number>([
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  ...COMPUTED,
  ...RETURNING,
])

/** The entries of a `fractional`: from a table, or computed. */
interface Entries {
  readonly total: number
  readonly boundaries: readonly BucketBoundary[]
  readonly problem: string | undefined
  /** Where a hash falls. */
  readonly bucketOf: (hash: number) => number
}

/** As the evaluator does it, exactly (assembly/flags/fractional.ts). */
function bucketAmong(total: number): (hash: number) => number {
  return hash => Number((BigInt(hash) * BigInt(total)) >> 32n)
}

/** In flagd's first generation, what percentage a magnitude of the hash, as a signed integer, is. */
function percentOf(magnitude: number): number {
  return (magnitude / 2147483647) * 100
}

function percentOfHash(hash: number): number {
  return percentOf(Math.abs(hash | 0))
}

export class BucketReader {
  readonly #trace: Trace
  readonly #units: UnitReader
  /** The outcome word. */
  readonly #outcome: number

  constructor(trace: Trace, units: UnitReader, outcome: number) {
    this.#trace = trace
    this.#units = units
    this.#outcome = outcome
  }

  read(): ExplainedBucket[] {
    const trace = this.#trace
    const buckets: ExplainedBucket[] = []
    for (let step = 0; step < trace.length; step++) {
      const { opcode } = trace.program.instructions[trace.instruction(step)]!
      if (FRACTIONALS.has(opcode)) buckets.push(this.#explain(step))
    }
    return buckets
  }

  #explain(step: number): ExplainedBucket {
    const { program } = this.#trace
    const index = this.#trace.instruction(step)
    const part = program.owner(index)
    const instruction = program.instructions[index]!
    const isComputed = COMPUTED.has(instruction.opcode)
    const entries = isComputed ? this.#computed(step, instruction) : this.#table(instruction)
    const { value, text, encoding, hash, problem } = this.#units.read(step, part, instruction)
    const isPicked = hash !== undefined && entries.problem === undefined
    const bucket = isPicked ? entries.bucketOf(hash) : undefined
    const isBeyond = bucket !== undefined && bucket >= entries.boundaries.at(-1)!.to
    return {
      path: pathText(part),
      unit: plain(value),
      unitText: text,
      encoding,
      hash,
      bucket,
      totalWeight: entries.total,
      boundaries: entries.boundaries,
      chosen: this.#chosen(step, instruction),
      problem: isBeyond ? 'it lies beyond the last entry' : (problem ?? entries.problem),
    }
  }

  #table({ opcode, b }: Instruction): Entries {
    const { program } = this.#trace
    const { total, isFirst, buckets } = program.table(b)
    const { variants } = program.view
    let from = 0
    const boundaries = buckets.map(({ to: end, index }) => {
      const variant = RETURNING.has(opcode) ? variants[index] : program.constant(index)
      const to = isFirst ? percentOf(end) : end
      const boundary = { variant: plain(variant ?? null), from, to }
      from = to
      return boundary
    })
    const problem = undefined
    if (!isFirst) return { total, boundaries, problem, bucketOf: bucketAmong(total) }
    // Its last entry is what lies beyond all of them.
    boundaries.pop()
    return { total: 100, boundaries, problem, bucketOf: percentOfHash }
  }

  /** Pairs of variant and weight on the stack. */
  #computed(step: number, { a: count, b, depth }: Instruction): Entries {
    const trace = this.#trace
    const pairs = Array.from({ length: count }, (_, index) => {
      const place = depth - 2 * (count - index)
      const variant = trace.top(trace.stepOf(place, step)!) ?? null
      const weight = trace.top(trace.stepOf(place + 1, step)!) ?? null
      return { variant, weight, share: shareOf(weight) }
    })
    const total = pairs.reduce((sum, { share }) => sum + (share ?? 0), 0)
    const isFirst = b !== 0 && trace.program.table(b).isFirst
    let from = 0
    const boundaries = pairs.map(({ variant, share = 0 }) => {
      const to = from + (isFirst && total > 0 ? (100 * share) / total : share)
      const boundary = { variant: plain(variant), from, to }
      from = to
      return boundary
    })
    const problem = problemOf(pairs, total)
    return isFirst
      ? { total: 100, boundaries, problem, bucketOf: percentOfHash }
      : { total, boundaries, problem, bucketOf: bucketAmong(total) }
  }

  /** What it gave: the program's variant, or the value that the next step found. */
  #chosen(step: number, { opcode }: Instruction): JsonValue {
    const trace = this.#trace
    if (RETURNING.has(opcode)) {
      const isMatch = ((this.#outcome >>> REASON_SHIFT) & 0xff) === REASON_TARGETING_MATCH
      return isMatch ? trace.program.view.variants[this.#outcome & NO_VARIANT]! : null
    }
    return step + 1 < trace.length ? plain(trace.top(step + 1) ?? null) : null
  }
}

interface Pair {
  readonly variant: JsonValue
  readonly weight: JsonValue
  /** The weight, if it is one. */
  readonly share: number | undefined
}

function shareOf(weight: JsonValue): number | undefined {
  return typeof weight === 'number' && Number.isInteger(weight) ? Math.max(0, weight) : undefined
}

/** Why computed entries make no sense, if they do not. */
function problemOf(pairs: readonly Pair[], total: number): string | undefined {
  for (const { variant, weight, share } of pairs) {
    if (share === undefined) return `the weight ${valueText(weight)} is no whole number`
    if (typeof variant === 'object' && variant !== null) {
      return `${valueText(variant)} is no variant`
    }
  }
  if (total > FRACTIONAL_WEIGHT_MAX) return `the weights sum up to ${total}`
  return total === 0 ? 'the weights sum up to 0' : undefined
}
