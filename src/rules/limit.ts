import * as shared from '../../assembly/shared/limit.ts'
import { parseDuration } from '../config/rate.ts'
import type {
  LimitChange,
  LimitDefinition,
  LimitKeyPart,
  LimitNumbers,
  Path,
} from '../config/types.ts'
import type { CalendarDefinition } from '../limits/calendar.ts'
import { compileNumbers } from './limit-numbers.ts'
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

const TTL_DEFAULT = '60s'
const IPV6_PREFIX_DEFAULT = 64
const CHANGES: Readonly<Record<LimitChange, number>> = {
  used: shared.CHANGE_USED,
  'as-is': shared.CHANGE_AS_IS,
  proportional: shared.CHANGE_PROPORTIONAL,
  additive: shared.CHANGE_ADDITIVE,
  reset: shared.CHANGE_RESET,
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
