// What calls to limits answer: over the meters of their keys, all parts of a call or none, with reservations that end.
import type { LimitDefinition } from '../../../src/config/types.ts'
import { Calendar } from '../../../src/limits/calendar.ts'
import {
  AlignedWindow,
  Bucket,
  FirstHitWindow,
  Log,
  type Meter,
  MS,
  nanoseconds,
  QuotaWindow,
  SlidingWindow,
  Slots,
  type Stamp,
  timeUntil,
} from './meters.ts'

/** Times that the log of a key can hold: the option logTokensMax. */
export const LOG_ROOM = 64
const TTL_MS = 60_000

/** What one limit answers. `retry` and the others are in ns; -1 never. */
export interface Answer {
  allowed: boolean
  code: 'ALLOWED' | 'LIMITED' | 'COST_EXCEEDS_LIMIT'
  remaining: number
  granted: number
  reset: bigint
  retry: bigint
  next: bigint
  /** How much later the waits may be said to be over: what of the quantum has passed. */
  slack: bigint
}

/** A limit, as the config has it, with durations in ms. */
export interface ModelLimit {
  readonly definition: LimitDefinition
  readonly isConcurrency: boolean
  /** How long a reservation holds, and whether it is given back then. */
  readonly ttlMs: number
  readonly isRefunded: boolean
  readonly meters: Map<string, Meter>
  readonly makeMeter: () => Meter
}

/** One limit's share of a call. */
export interface ModelPart {
  limit: ModelLimit
  key: string
  cost: number
}

interface Lease extends ModelPart {
  deadlineMs: number
  stamp: Stamp
}

/** A reservation: `leases` is empty once it is settled, or if it was refused. */
export interface ModelReservation {
  allowed: boolean
  answers: Answer[]
  leases: Lease[]
}

export class ModelLimits {
  #leases: Lease[] = []
  readonly #wallAtOpenMs: number
  readonly limits: ReadonlyMap<string, ModelLimit>

  constructor(definitions: Readonly<Record<string, LimitDefinition>>, wallAtOpenMs: number) {
    this.#wallAtOpenMs = wallAtOpenMs
    const entries = Object.entries(definitions)
    this.limits = new Map(entries.map(([name, definition]) => [name, this.#limitOf(definition)]))
  }

  #limitOf(definition: LimitDefinition): ModelLimit {
    const { algorithm, lease, reservation } = definition
    const isConcurrency = algorithm === 'concurrency'
    return {
      definition,
      isConcurrency,
      ttlMs: durationMs((isConcurrency ? lease : reservation?.ttl) ?? `${TTL_MS}ms`),
      isRefunded: isConcurrency || reservation?.expiry === 'refund',
      meters: new Map(),
      makeMeter: meterMaker(definition, this.#wallAtOpenMs),
    }
  }

  meterOf({ limit, key }: Pick<ModelPart, 'limit' | 'key'>): Meter {
    let meter = limit.meters.get(key)
    if (meter === undefined) {
      meter = limit.makeMeter()
      limit.meters.set(key, meter)
    }
    return meter
  }

  /** Ends what is past its deadline. */
  #expire(nowMs: number): void {
    const ended = this.#leases.filter(({ deadlineMs }) => deadlineMs <= nowMs)
    for (const lease of ended) this.#settle(lease, lease.limit.isRefunded ? 0 : lease.cost, nowMs)
  }

  #settle(lease: Lease, actual: number, nowMs: number): boolean {
    if (!this.#leases.includes(lease)) return false
    this.#leases = this.#leases.filter(other => other !== lease)
    const meter = this.meterOf(lease)
    const now = nanoseconds(nowMs)
    if (actual > lease.cost) meter.added(now, BigInt(actual - lease.cost), lease.stamp)
    else if (actual < lease.cost) meter.returned(now, BigInt(lease.cost - actual), lease.stamp)
    return true
  }

  /** Whether each part would be allowed after those before it, and, if `isChange` and all are, takes. */
  #decide(parts: ModelPart[], nowMs: number, isChange: boolean) {
    this.#expire(nowMs)
    const now = nanoseconds(nowMs)
    const sums = new Map<Meter, bigint>()
    const found = parts.map(part => {
      const meter = this.meterOf(part)
      const cost = BigInt(part.cost)
      const asked = (sums.get(meter) ?? 0n) + cost
      let code: Answer['code'] = 'ALLOWED'
      if (cost !== 0n && asked > meter.tokens) code = 'COST_EXCEEDS_LIMIT'
      else if (cost !== 0n && asked > meter.usable(now)) code = 'LIMITED'
      if (code === 'ALLOWED') sums.set(meter, asked)
      return { meter, asked, code }
    })
    const allowed = found.every(({ code }) => code === 'ALLOWED')
    const stamps = new Map<Meter, Stamp>()
    if (isChange && allowed) {
      for (const [meter, sum] of sums) stamps.set(meter, meter.charge(now, sum))
    }
    const answers = found.map(({ meter, asked, code }, index) =>
      answerOf(meter, now, code, asked, isChange && allowed ? parts[index]!.cost : 0),
    )
    return { allowed, answers, stamps: found.map(({ meter }) => stamps.get(meter)) }
  }

  take(parts: ModelPart[], nowMs: number): Answer[] {
    return this.#decide(parts, nowMs, true).answers
  }

  peek(parts: ModelPart[], nowMs: number): Answer[] {
    return this.#decide(parts, nowMs, false).answers
  }

  reserve(parts: ModelPart[], nowMs: number): ModelReservation {
    const { allowed, answers, stamps } = this.#decide(parts, nowMs, true)
    if (!allowed) return { allowed, answers, leases: [] }
    const leases = parts.map((part, index) => {
      return { ...part, deadlineMs: nowMs + part.limit.ttlMs, stamp: stamps[index] }
    })
    this.#leases.push(...leases)
    return { allowed, answers, leases }
  }

  /** Brings each lease to what was really used; undefined is what was reserved. Whether all were still held. */
  settle({ leases }: ModelReservation, actual: number | undefined, nowMs: number): boolean {
    this.#expire(nowMs)
    const held = leases.map(lease => this.#settle(lease, actual ?? lease.cost, nowMs))
    return held.length > 0 && held.every(Boolean)
  }

  renew({ leases }: ModelReservation, nowMs: number): boolean {
    this.#expire(nowMs)
    const held = leases.map(lease => {
      lease.deadlineMs = Math.max(lease.deadlineMs, nowMs + lease.limit.ttlMs)
      return this.#leases.includes(lease)
    })
    return held.length > 0 && held.every(Boolean)
  }

  takeUpTo(part: ModelPart, nowMs: number): Answer {
    this.#expire(nowMs)
    const meter = this.meterOf(part)
    const now = nanoseconds(nowMs)
    const usable = meter.usable(now)
    const granted = usable < BigInt(part.cost) ? usable : BigInt(part.cost)
    const code = granted === 0n && part.cost > 0 ? 'LIMITED' : 'ALLOWED'
    if (granted > 0n) meter.charge(now, granted)
    // It is allowed as soon as one token is there.
    return answerOf(meter, now, code, 1n, Number(granted))
  }

  give(part: ModelPart, nowMs: number): Answer {
    this.#expire(nowMs)
    const meter = this.meterOf(part)
    const now = nanoseconds(nowMs)
    if (part.cost > 0) meter.give(now, BigInt(part.cost))
    return answerOf(meter, now, 'ALLOWED', 1n, 0)
  }

  reset(part: ModelPart, nowMs: number): Answer {
    this.#expire(nowMs)
    const meter = this.meterOf(part)
    meter.reset()
    // What is reserved is forgotten too, or settling it would put back what others take from now on.
    this.#leases = this.#leases.filter(({ limit, key }) => limit !== part.limit || key !== part.key)
    return answerOf(meter, nanoseconds(nowMs), 'ALLOWED', 1n, 0)
  }

  /** A take that is only a part of something larger. */
  part(name: string, key: string, cost: number): ModelPart {
    return { limit: this.limits.get(name)!, key, cost }
  }
}

function answerOf(
  meter: Meter,
  now: bigint,
  code: Answer['code'],
  asked: bigint,
  granted: number,
): Answer {
  const usable = meter.usable(now)
  // Slots come back when they are released, which nobody can foretell.
  const until = (isTrue: (later: bigint) => boolean) => {
    if (meter instanceof Slots) return 0n
    return timeUntil(now, isTrue)
  }
  return {
    allowed: code === 'ALLOWED',
    slack: now % meter.quantum,
    code,
    remaining: Number(usable),
    granted: code === 'ALLOWED' ? granted : 0,
    reset: until(later => !meter.isUsed(later)),
    retry:
      code === 'ALLOWED'
        ? 0n
        : code === 'COST_EXCEEDS_LIMIT'
          ? -1n
          : until(later => meter.usable(later) >= asked),
    next: usable === meter.tokens ? 0n : until(later => meter.usable(later) > usable),
  }
}

function durationMs(text: string): number {
  return Number(/^(\d+)ms$/.exec(text)![1])
}

/** Of rates whose period is in ms. */
export function rateOf({ rate }: LimitDefinition): { count: bigint; periodMs: bigint } {
  const [, count, periodMs] = /^(\d+)\/(\d+)ms$/.exec(rate!)!
  return { count: BigInt(count!), periodMs: BigInt(periodMs!) }
}

function meterMaker(definition: LimitDefinition, wallAtOpenMs: number): () => Meter {
  const { algorithm = 'gcra', strict = false, limit = 0 } = definition
  if (algorithm === 'concurrency') return () => new Slots(BigInt(limit))
  if (algorithm === 'quota') {
    const { period: unit = 'month', timeZone = 'UTC', anchor } = definition
    const calendar = new Calendar({ unit, timeZone, ...(anchor !== undefined && { anchor }) })
    return () => new QuotaWindow(BigInt(limit), calendar, wallAtOpenMs)
  }
  const { count, periodMs } = rateOf(definition)
  switch (algorithm) {
    case 'gcra': {
      const burst = BigInt(definition.burst ?? (strict ? (count + 1n) / 2n : count))
      return () => new Bucket({ count: strict ? count - burst + 1n : count, periodMs, burst })
    }
    case 'fixed-window':
      return definition.window === 'first-hit'
        ? () => new FirstHitWindow(count, periodMs)
        : () => new AlignedWindow(count, periodMs, wallAtOpenMs)
    case 'sliding-window':
      return () => new SlidingWindow(count, periodMs, strict)
    case 'sliding-log':
      return () => new Log(count, periodMs, LOG_ROOM)
  }
}

/** What the model's answer is to the engine's: a time in ms. */
export function toMs(time: bigint): number {
  return time < 0n ? Number.POSITIVE_INFINITY : Number(time) / Number(MS)
}
