// Compiles a limit: the numbers of the limit itself, of each of its plans, and of the keys that have numbers of their
// own. Each becomes a variant, with a state that fits the table's word exactly (assembly/shared/limit.ts draws both).
import { createHash } from 'node:crypto'
import * as shared from '../../assembly/shared/limit.ts'
import { burstOf, isRate, parseDuration, parseRate, type Rate } from '../config/rate.ts'
import type {
  LimitChange,
  LimitDefinition,
  LimitKeyPart,
  LimitNumbers,
  Path,
} from '../config/types.ts'
import { type CalendarDefinition, calendarProblem } from '../limits/calendar.ts'
import { splitPath } from './path.ts'
import { RuleError } from './rule-error.ts'

/** The numbers of a variant, as the engine has them (assembly/shared/ruleset.ts). */
export interface LimitVariant {
  /** a: TAT units in one quantum. Of a quota, a hash of its calendar. 0 for others than gcra, as the next two. */
  readonly rate: bigint
  /** b: TAT units of one token. */
  readonly cost: bigint
  /** TAT units of a full bucket. */
  readonly capacity: bigint
  readonly quantum: number
  /** Tokens of a full bucket or a window; slots in flight. */
  readonly tokens: number
  /** Length of a window in ms, of a log's in µs; of a quota's period, at most. */
  readonly period: bigint
  readonly algorithm: number
  readonly flags: number
  readonly countBits: number
  readonly change: number
  /** How long a reservation holds, in ms. */
  readonly ttlMs: number
}

/** A part of the key: the attribute's path, and the prefix length in which IPv6 addresses count, if it is an address. */
export interface KeyPart {
  readonly path: readonly string[]
  readonly prefix?: number
}

/** What only the host reads of a variant. */
export interface LimitDetails {
  /** Parts of the attributes that name the key of a context; empty if none do. */
  readonly key: readonly KeyPart[]
  /** The window of the policy in ms; null if it has none of fixed length. */
  readonly windowMs: number | null
  readonly tokens: number
  readonly shadow: boolean
  readonly calendar?: CalendarDefinition
  /** The plan whose numbers these are. */
  readonly plan?: string
  /** The keys whose numbers these are. */
  readonly keys?: readonly string[]
}

/** One variant of a limit. The first of a name is the limit itself. */
export interface CompiledLimit {
  readonly name: string
  readonly variant: LimitVariant
  readonly details: LimitDetails
  /** What it was compiled from; of the limit itself only. */
  readonly definition?: LimitDefinition
}

const QUANTA = [
  { quantum: shared.QUANTUM_NS, nanoseconds: 1n },
  { quantum: shared.QUANTUM_US, nanoseconds: 1_000n },
  { quantum: shared.QUANTUM_MS, nanoseconds: 1_000_000n },
]
const ROOM = 1n << BigInt(shared.TAT_BITS)
const HORIZON = BigInt(shared.HORIZON_MS)
const TTL_DEFAULT = '60s'
const IPV6_PREFIX_DEFAULT = 64
const CHANGES: Readonly<Record<LimitChange, number>> = {
  used: shared.CHANGE_USED,
  'as-is': shared.CHANGE_AS_IS,
  proportional: shared.CHANGE_PROPORTIONAL,
  additive: shared.CHANGE_ADDITIVE,
  reset: shared.CHANGE_RESET,
}

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

type Numbers = Pick<
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
 * All variants of a limit: first the limit itself, then its plans, then the different numbers of its overrides.
 * @throws RuleError
 */
export function compileLimit(
  name: string,
  definition: LimitDefinition,
  path: Path,
): CompiledLimit[] {
  const key = keyParts(definition.key)
  const compiled: CompiledLimit[] = [{ ...compileVariant(name, definition, key, path), definition }]
  for (const [plan, numbers] of Object.entries(definition.plans ?? {})) {
    const own = withNumbers(definition, numbers)
    const { details, ...rest } = compileVariant(name, own, key, [...path, 'plans', plan])
    compiled.push({ ...rest, details: { ...details, plan } })
  }
  // Keys with the same numbers share a variant: there is only so much room for those.
  const shared = new Map<string, { numbers: LimitNumbers; keys: string[] }>()
  for (const [override, numbers] of Object.entries(definition.overrides ?? {})) {
    const identity = JSON.stringify(numbers)
    const known = shared.get(identity)
    if (known === undefined) shared.set(identity, { numbers, keys: [override] })
    else known.keys.push(override)
  }
  for (const { numbers, keys } of shared.values()) {
    const own = withNumbers(definition, numbers)
    const at = [...path, 'overrides', keys[0]!]
    const { details, ...rest } = compileVariant(name, own, key, at)
    compiled.push({ ...rest, details: { ...details, keys } })
  }
  return compiled
}

/**
 * The limit with numbers that a plan or a key has of its own.
 * @throws RuleError
 */
export function compileOverride(
  name: string,
  definition: LimitDefinition,
  numbers: LimitNumbers,
): CompiledLimit {
  const own = withNumbers(definition, numbers)
  return compileVariant(name, own, keyParts(definition.key), ['limits', name, 'overrides'])
}

/** A rate of its own brings a burst of its own. */
export function withNumbers(definition: LimitDefinition, numbers: LimitNumbers): LimitDefinition {
  if (typeof numbers === 'number') return { ...definition, limit: numbers }
  const own = typeof numbers === 'string' ? { rate: numbers } : numbers
  const { burst, ...rest } = definition
  if (own.rate !== undefined || burst === undefined) return { ...rest, ...own }
  return { ...rest, burst, ...own }
}

function keyParts(key: string | LimitKeyPart[] | undefined): KeyPart[] {
  if (key === undefined) return []
  const parts = typeof key === 'string' ? [key] : key
  return parts.map(part => {
    if (typeof part === 'string') return { path: splitPath(part) }
    return { path: splitPath(part.ip), prefix: part.prefix ?? IPV6_PREFIX_DEFAULT }
  })
}

function compileVariant(
  name: string,
  definition: LimitDefinition,
  key: readonly KeyPart[],
  path: Path,
): CompiledLimit {
  const { windowMs, calendar, flags = 0, ...numbers } = compileNumbers(definition, path)
  const { shadow, strict, reservation, change } = definition
  const isConcurrent = numbers.algorithm === shared.ALGORITHM_CONCURRENCY
  const isRefunded = isConcurrent || reservation?.expiry === 'refund'
  const ttl = (isConcurrent ? definition.lease : reservation?.ttl) ?? TTL_DEFAULT
  const ttlMs = parseDuration(ttl)
  if (ttlMs === undefined) {
    const message = 'a duration is a whole number and a unit'
    throw new RuleError('DURATION_INVALID', message, path, 'a duration such as 30s or 5m', ttl)
  }
  const variant: LimitVariant = {
    ...numbers,
    flags:
      flags |
      (shadow === true ? shared.FLAG_SHADOW : 0) |
      (strict === true ? shared.FLAG_STRICT : 0) |
      (isRefunded ? shared.FLAG_REFUND : 0),
    change: CHANGES[change ?? 'used'],
    ttlMs,
  }
  return {
    name,
    variant,
    details: {
      key,
      windowMs,
      tokens: variant.tokens,
      shadow: shadow === true,
      ...(calendar && { calendar }),
    },
  }
}

function compileNumbers(definition: LimitDefinition, path: Path): Numbers {
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
