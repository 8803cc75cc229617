// The limits of a kind of requests: whom each counts, under which plan and at what cost, asked as one group.
import { SluiceError } from '../errors.ts'
import type { Limit } from '../limit.ts'
import type { LimitGroup } from '../limit-group.ts'
import type { LimitKey } from '../limit-parts.ts'
import type { LimitResult } from '../limit-result.ts'
import type { LimitReport } from '../limits/headers.ts'
import type { Reservation } from '../reservation.ts'
import type { Sluice } from '../sluice.ts'
import { type ActualCost, Held, type HeldPart, type Renewals } from './held.ts'
import { countsSlots, isShadow, limitReports } from './report.ts'

type Answer<Value> = Value | Promise<Value>

/** One limit of a request. `Asked` is what is known before it is run, `Ended` what is known afterwards. */
export interface LimitEntry<
  Asked extends readonly unknown[] = readonly unknown[],
  Ended extends readonly unknown[] = readonly unknown[],
> {
  /** The name in the config. */
  limit: string
  /** The plan whose numbers apply; undefined for the limit's own. A plan that the limit does not have is an error. */
  plan?: string | ((...asked: Asked) => Answer<string | undefined>)
  /** Who is counted. */
  key?: (...asked: Asked) => Answer<LimitKey>
  /** Tokens, or slots; default 1. With `actual`, the estimate that is held until the end. */
  cost?: number | ((...asked: Asked) => Answer<number>)
  /** What the request has really cost, asked once when it is over; undefined for the estimate. Not for slots. */
  actual?: ActualCost<Ended>
}

/** What limits decided about one request. */
export interface Decision<Ended extends readonly unknown[]> {
  readonly allowed: boolean
  /** Of all limits; none when no lease was free. */
  readonly reports: readonly LimitReport[]
  /** What the request holds, if anything. The caller owes it an `end`. */
  readonly held: Held<Ended> | undefined
}

/** What the functions of a list answered about one request: of each limit its key, then all costs, then all plans. */
export type Answers = readonly unknown[]

interface Call {
  readonly group: LimitGroup
  readonly limits: readonly Limit[]
  /** The thread's results, which the group's calls write. */
  results: readonly LimitResult[] | undefined
}

const NAMES: ReadonlySet<string> = new Set(['limit', 'plan', 'key', 'cost', 'actual'])
/** Combinations of plans whose groups are kept. A group costs 2 µs and 1 KB, and names may come from outside. */
const CALLS_MAX = 256

/** A list of limits, checked. Keeps the groups it asks, up to 256 of them. */
export class LimitList<Asked extends readonly unknown[], Ended extends readonly unknown[]> {
  readonly #sluice: Sluice
  readonly #renewals: Renewals
  readonly #entries: readonly LimitEntry<Asked, Ended>[]
  readonly #key: (...asked: Asked) => Answer<LimitKey>
  readonly #limits: readonly Limit[]
  /** By the names of the plans. */
  readonly #calls = new Map<string, Call>()

  /**
   * @param key whom limits count that do not say it
   * @throws SluiceError OPTION_INVALID, LIMIT_NOT_FOUND
   */
  constructor(
    sluice: Sluice,
    renewals: Renewals,
    limits: readonly (string | LimitEntry<Asked, Ended>)[],
    key: ((...asked: Asked) => Answer<LimitKey>) | undefined,
  ) {
    this.#sluice = sluice
    this.#renewals = renewals
    if (!Array.isArray(limits)) throw invalid('limits must be an array')
    if (limits.length > 16) throw invalid(`a request has at most 16 limits, found ${limits.length}`)
    this.#entries = limits.map(limit => entryOf(limit))
    for (const entry of this.#entries) {
      checkEntry(entry, key)
      if (!sluice.hasLimit(entry.limit)) {
        throw new SluiceError('LIMIT_NOT_FOUND', `there is no limit '${entry.limit}'`)
      }
    }
    this.#key = key as (...asked: Asked) => Answer<LimitKey>
    this.#limits = this.#entries.map(entry => sluice.limit(entry.limit))
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  /** @internal Combinations of plans whose groups are kept. */
  get callCount(): number {
    return this.#calls.size
  }

  /**
   * Asks the functions of the list about a request. Takes nothing.
   * @throws what they throw, or rejects with it
   */
  ask(...asked: Asked): Answers | Promise<Answers> {
    const answers: unknown[] = []
    try {
      for (const { key = this.#key } of this.#entries) answers.push(key(...asked))
      for (const { cost = 1 } of this.#entries) answers.push(answerOf(cost, asked))
      for (const { plan } of this.#entries) answers.push(answerOf(plan, asked))
    } catch (error) {
      // Nobody will wait for those that are under way: should they fail, too, it must not end the process.
      for (const answer of answers) void Promise.resolve(answer).catch(() => undefined)
      throw error
    }
    return answers.some(isThenable) ? Promise.all(answers) : answers
  }

  /**
   * Takes from all limits, or from none. Slots, and what has an `actual` cost, are held until the end.
   * @throws SluiceError KEY_INVALID, COST_INVALID, LIMIT_NOT_FOUND, PLAN_NOT_FOUND, CLOSED
   */
  decide(answers: Answers): Decision<Ended> {
    const count = this.#entries.length
    const keys = answers.slice(0, count) as LimitKey[]
    const costs = answers.slice(count, 2 * count) as number[]
    const plans = answers.slice(2 * count) as (string | undefined)[]
    const name = plans.some(plan => plan !== undefined) ? JSON.stringify(plans) : ''
    const known = this.#calls.get(name)
    const call = known ?? this.#callOf(plans)
    const decision = this.#decideBy(call, keys, costs)
    // Only now is it known that the plans exist.
    if (known === undefined) this.#keep(name, call)
    return decision
  }

  #decideBy(call: Call, keys: readonly LimitKey[], costs: readonly number[]): Decision<Ended> {
    const { group, limits } = call
    const areSlots = limits.map(countsSlots)
    const holds = this.#entries.some(({ actual }, index) => areSlots[index] || actual)
    if (!holds) {
      const { allowed, results } = group.take(keys, costs)
      return { allowed, reports: limitReports(limits, results), held: undefined }
    }
    // A reservation keeps copies without `nextMs`; the results it copied are the group's.
    call.results ??= group.peek(keys, costs).results
    const reservation = group.reserve(keys, costs)
    if (reservation.answers.some(({ code }) => code === 'LEASES_EXHAUSTED')) {
      return { allowed: limits.every(isShadow), reports: [], held: undefined }
    }
    const reports = limitReports(limits, call.results)
    const held = reservation.allowed ? this.#hold(reservation, areSlots) : undefined
    return { allowed: reservation.allowed, reports, held }
  }

  /** Settles what is known already, so that its leases are free again, and keeps the rest. */
  #hold(reservation: Reservation, areSlots: readonly boolean[]): Held<Ended> {
    const parts: HeldPart<Ended>[] = []
    // The id of several leases is the ids of each.
    reservation.id.split('.').forEach((id, index) => {
      const { actual } = this.#entries[index]!
      if (areSlots[index]) parts.push({ id, actual: undefined })
      else if (actual !== undefined) parts.push({ id, actual })
      else this.#sluice.settle(id)
    })
    return new Held(this.#sluice, reservation, this.#renewals, parts)
  }

  #callOf(plans: readonly (string | undefined)[]): Call {
    const limits = this.#limits.map((limit, index) => {
      const plan = plans[index]
      if (plan === undefined) return limit
      if (typeof plan === 'string') return limit.plan(plan)
      throw new TypeError(`the plan of the limit '${limit.name}' must be a string`)
    })
    return { group: this.#sluice.limitGroup(limits), limits, results: undefined }
  }

  #keep(name: string, call: Call): void {
    if (this.#calls.size >= CALLS_MAX) {
      const [oldest] = this.#calls.keys()
      this.#calls.delete(oldest!)
    }
    this.#calls.set(name, call)
  }
}

function entryOf<Asked extends readonly unknown[], Ended extends readonly unknown[]>(
  limit: string | LimitEntry<Asked, Ended>,
): LimitEntry<Asked, Ended> {
  if (typeof limit === 'string') return { limit }
  if (typeof limit === 'object' && limit !== null) return { ...limit }
  throw invalid('a limit must be a name or an object')
}

/** @throws SluiceError OPTION_INVALID */
function checkEntry(entry: LimitEntry<never, never>, key: unknown): void {
  const { limit, plan, cost, actual } = entry
  // A misspelled `key` would count all clients as whom the default key says.
  const stray = Object.keys(entry).find(name => !NAMES.has(name))
  if (stray !== undefined) throw invalid(`a limit has no property '${stray}'`)
  if (typeof limit !== 'string') throw invalid('a limit needs a name: its property limit')
  checkType(limit, 'key', entry.key ?? key, ['function'])
  if (plan !== undefined) checkType(limit, 'plan', plan, ['string', 'function'])
  if (cost !== undefined) checkType(limit, 'cost', cost, ['number', 'function'])
  if (actual !== undefined) checkType(limit, 'actual', actual, ['function'])
}

function checkType(limit: string, name: string, value: unknown, types: readonly string[]): void {
  if (types.includes(typeof value)) return
  const expected = types.join(' or a ')
  throw invalid(`${name} of the limit '${limit}' must be a ${expected}, found ${typeof value}`)
}

function answerOf<Asked extends readonly unknown[]>(value: unknown, asked: Asked): unknown {
  return typeof value === 'function' ? value(...asked) : value
}

function isThenable(value: unknown): boolean {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function'
}

/** @internal */
export function invalid(message: string): SluiceError {
  return new SluiceError('OPTION_INVALID', message)
}
