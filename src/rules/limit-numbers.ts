// The numbers of a limit: a bucket's fraction in the finest quantum that holds it exactly, and how the 60 bits of a
// window's state are divided (assembly/shared/limit.ts draws both).
import { createHash } from 'node:crypto'
import * as shared from '../../assembly/shared/limit.ts'
import { burstOf, isRate, parseRate, type Rate } from '../config/rate.ts'
import type { LimitDefinition, Path } from '../config/types.ts'
import { type CalendarDefinition, calendarProblem } from '../limits/calendar.ts'
import type { LimitVariant } from './limit.ts'
import { RuleError } from './rule-error.ts'

const QUANTA = [
  { quantum: shared.QUANTUM_NS, nanoseconds: 1n },
  { quantum: shared.QUANTUM_US, nanoseconds: 1_000n },
  { quantum: shared.QUANTUM_MS, nanoseconds: 1_000_000n },
]
const ROOM = 1n << BigInt(shared.TAT_BITS)
const HORIZON = BigInt(shared.HORIZON_MS)

const HOUR_MS = 3_600_000n
const DAY_MS = 24n * HOUR_MS
/** How long a period of a quota is at most, clock changes included. */
const LONGEST_MS: Readonly<Record<CalendarDefinition['unit'], bigint>> = {
  minute: 60_000n,
  hour: HOUR_MS,
  day: DAY_MS + HOUR_MS,
  week: 7n * DAY_MS + HOUR_MS,
  month: 31n * DAY_MS + HOUR_MS,
  year: 366n * DAY_MS + HOUR_MS,
}

/** What follows from the algorithm's own properties. */
export type Numbers = Pick<
  LimitVariant,
  'rate' | 'cost' | 'capacity' | 'quantum' | 'tokens' | 'period' | 'algorithm' | 'countBits'
> & { flags?: number; windowMs: number | null; calendar?: CalendarDefinition }

const NO_BUCKET = { rate: 0n, cost: 0n, capacity: 0n, quantum: 0 }

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right)
}

function bitLength(value: bigint): number {
  return value.toString(2).length
}

/**
 * The numbers of a limit by its algorithm, in a state that fits the table's word.
 * @throws RuleError
 */
export function compileNumbers(definition: LimitDefinition, path: Path): Numbers {
  const { algorithm = 'gcra' } = definition
  if (algorithm === 'quota') return compileQuota(definition, path)
  if (algorithm === 'concurrency') {
    const tokens = tokensOf(definition.limit, [...path, 'limit'])
    const windowMs = null
    return {
      ...NO_BUCKET,
      tokens,
      period: 0n,
      algorithm: shared.ALGORITHM_CONCURRENCY,
      countBits: 0,
      windowMs,
    }
  }
  const rate = parseRate(String(definition.rate))
  if (!isRate(rate)) {
    throw new RuleError('RATE_INVALID', rate.message, [...path, 'rate'], rate.expected, rate.found)
  }
  if (algorithm === 'gcra') return compileBucket(definition, rate, path)
  const tokens = tokensOf(rate.count, [...path, 'rate'])
  const windowMs = Number(rate.periodNs / 1_000_000n)
  if (algorithm === 'sliding-log') {
    const period = rate.periodNs / 1_000n
    return { ...NO_BUCKET, tokens, period, algorithm: shared.ALGORITHM_LOG, countBits: 0, windowMs }
  }
  const window = compileWindow(algorithm, definition, tokens, rate.periodNs / 1_000_000n)
  if (tokens >= 2 ** window.countBits) {
    const message =
      'the state of a key has no room for so large a count over windows of this length'
    const expected = `a count below ${2 ** window.countBits} for windows of ${windowMs} ms, or algorithm: gcra`
    throw new RuleError('WINDOW_TOO_FINE', message, [...path, 'rate'], expected, String(tokens))
  }
  return { ...NO_BUCKET, tokens, windowMs, ...window }
}

/** How the 60 bits of a state are divided between the number of the window and its counts. */
function compileWindow(
  algorithm: 'fixed-window' | 'sliding-window',
  { window }: LimitDefinition,
  tokens: number,
  period: bigint,
) {
  const bitsLeft = (numbers: bigint) => shared.TAT_BITS - bitLength(numbers)
  // Two windows more: clocks may be a little ahead of each other.
  const windows = bitsLeft(HORIZON / period + 2n)
  if (algorithm === 'sliding-window') {
    // Counts are multiplied by the period, in 64 bits.
    const countBits = Math.min(31, Math.floor(windows / 2), 61 - bitLength(period))
    return { period, algorithm: shared.ALGORITHM_SLIDING, countBits }
  }
  if (window !== 'first-hit') {
    return { period, algorithm: shared.ALGORITHM_ALIGNED, countBits: Math.min(31, windows) }
  }
  // The end of the window in ms, or, to leave room for larger counts, in whole seconds.
  const first = { period, algorithm: shared.ALGORITHM_FIRST_HIT }
  const countBits = bitsLeft(HORIZON + period + 1n)
  if (tokens < 2 ** countBits) return { ...first, countBits }
  const seconds = bitsLeft((HORIZON + period + 1000n) / 1000n)
  return { ...first, countBits: Math.min(31, seconds), flags: shared.FLAG_SECONDS }
}

function compileQuota(definition: LimitDefinition, path: Path): Numbers {
  const { period = 'month', timeZone = 'UTC', anchor } = definition
  const calendar = { unit: period, timeZone, ...(anchor !== undefined && { anchor }) }
  const problem = calendarProblem(calendar)
  if (problem !== undefined) {
    const code = problem.field === 'anchor' ? 'ANCHOR_INVALID' : 'TIME_ZONE_INVALID'
    const at = [...path, problem.field]
    throw new RuleError(code, problem.message, at, problem.expected, problem.found)
  }
  return {
    ...NO_BUCKET,
    // Tells calendars apart: what is counted in one is not counted in the windows of another.
    rate: BigInt(
      `0x${createHash('sha256').update(JSON.stringify(calendar)).digest('hex').slice(0, 15)}`,
    ),
    tokens: tokensOf(definition.limit, [...path, 'limit']),
    period: LONGEST_MS[period],
    algorithm: shared.ALGORITHM_QUOTA,
    countBits: 31,
    windowMs: null,
    calendar,
  }
}

function tokensOf(count: number | undefined, path: Path): number {
  if (Number.isInteger(count) && count! >= 1 && count! <= shared.TOKENS_MAX) return count!
  const message = 'a limit is a whole number of 1 or more'
  throw new RuleError('LIMIT_INVALID', message, path, `1 to ${shared.TOKENS_MAX}`, String(count))
}

/**
 * GCRA in the finest quantum that holds it. A strict one admits no more than the count in any window of the period: the
 * burst b, and what comes back in less than a period. With c − b + 1 tokens a period that is at most c − b.
 */
function compileBucket(definition: LimitDefinition, rate: Rate, path: Path): Numbers {
  const isStrict = definition.strict === true
  const half = isStrict ? Math.min(Math.ceil(rate.count / 2), shared.TOKENS_MAX) : undefined
  const burst = burstOf(definition.burst ?? half, rate)
  if (burst === undefined || burst < 1 || burst > shared.TOKENS_MAX || !Number.isInteger(burst)) {
    const message =
      'the burst must be a positive integer; without one the count of the rate is the burst'
    const found = String(definition.burst ?? rate.count)
    throw new RuleError(
      'BURST_INVALID',
      message,
      [...path, 'burst'],
      `1 to ${shared.TOKENS_MAX}`,
      found,
    )
  }
  if (isStrict && burst > rate.count) {
    const message = 'the burst of a strict limit may not exceed the count of its rate'
    const expected = `1 to ${rate.count}`
    throw new RuleError('STRICT_BURST', message, [...path, 'burst'], expected, String(burst))
  }
  const count = BigInt(isStrict ? rate.count - burst + 1 : rate.count)
  const windowMs = isStrict
    ? Number(rate.periodNs / 1_000_000n)
    : Number((BigInt(burst) * rate.periodNs + count * 1_000_000n - 1n) / (count * 1_000_000n))
  for (const { quantum, nanoseconds } of QUANTA) {
    if (rate.periodNs % nanoseconds !== 0n) continue
    const period = rate.periodNs / nanoseconds
    const divisor = greatestCommonDivisor(count, period)
    const a = count / divisor
    const b = period / divisor
    const capacity = BigInt(burst) * b
    const horizon = (HORIZON * 1_000_000n) / nanoseconds
    if (horizon * a + 2n * capacity >= ROOM) continue
    return {
      rate: a,
      cost: b,
      capacity,
      quantum,
      tokens: burst,
      period: 0n,
      algorithm: shared.ALGORITHM_GCRA,
      countBits: 0,
      windowMs,
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
