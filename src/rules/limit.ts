// Compiles a limit: finds the time quantum in which its rate is an exact fraction a/b that fits the table's word, so
// that the limiter never rounds (assembly/limits/gcra.ts has the arithmetic).
import {
  HORIZON_MS,
  QUANTUM_MS,
  QUANTUM_NS,
  QUANTUM_US,
  TAT_BITS,
} from '../../assembly/shared/limit.ts'
import { burstOf, isRate, parseRate } from '../config/rate.ts'
import type { LimitDefinition, Path } from '../config/types.ts'
import { splitPath } from './path.ts'
import { RuleError } from './rule-error.ts'

/** A limit as the ruleset holds it. */
export interface CompiledLimit {
  readonly name: string
  /** a: TAT units in one quantum. */
  readonly rate: bigint
  /** b: TAT units of one token. */
  readonly cost: bigint
  /** TAT units of a full bucket. */
  readonly capacity: bigint
  readonly quantum: number
  readonly burst: number
  /** Path of the attribute that names the key of a context; empty if none does. */
  readonly key: readonly string[]
}

const QUANTA = [
  { quantum: QUANTUM_NS, nanoseconds: 1n },
  { quantum: QUANTUM_US, nanoseconds: 1_000n },
  { quantum: QUANTUM_MS, nanoseconds: 1_000_000n },
]
const ROOM = 1n << BigInt(TAT_BITS)

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right)
}

/**
 * The limit in the finest quantum that holds it.
 * @throws RuleError RATE_INVALID, BURST_INVALID or RATE_NOT_EXACT.
 */
export function compileLimit(name: string, definition: LimitDefinition, path: Path): CompiledLimit {
  const rate = parseRate(definition.rate)
  if (!isRate(rate)) {
    throw new RuleError('RATE_INVALID', rate.message, [...path, 'rate'], rate.expected, rate.found)
  }
  const burst = burstOf(definition.burst, rate)
  if (burst === undefined) {
    const message =
      'the burst must be a positive integer; without one the count of the rate is the burst'
    const found = String(definition.burst ?? rate.count)
    throw new RuleError('BURST_INVALID', message, [...path, 'burst'], '1 to 2147483647', found)
  }
  const key = definition.key === undefined ? [] : splitPath(definition.key)
  for (const { quantum, nanoseconds } of QUANTA) {
    if (rate.periodNs % nanoseconds !== 0n) continue
    const period = rate.periodNs / nanoseconds
    const divisor = greatestCommonDivisor(BigInt(rate.count), period)
    const a = BigInt(rate.count) / divisor
    const b = period / divisor
    const capacity = BigInt(burst) * b
    const horizon = (BigInt(HORIZON_MS) * 1_000_000n) / nanoseconds
    if (horizon * a + 2n * capacity < ROOM) {
      return { name, rate: a, cost: b, capacity, quantum, burst, key }
    }
  }
  throw new RuleError(
    'RATE_NOT_EXACT',
    'no time quantum (ns, us, ms) holds this rate and burst exactly',
    [...path, 'rate'],
    'a rounder count, a shorter period or a smaller burst',
    `${definition.rate}, burst ${burst}`,
  )
}
