// The handle of one limit.
import {
  MODE_GIVE,
  MODE_PEEK,
  MODE_RESERVE,
  MODE_RESET,
  MODE_TAKE_UP_TO,
} from '../assembly/shared/layout.ts'
import { ALGORITHM_CONCURRENCY, HORIZON_MS } from '../assembly/shared/limit.ts'
import { LIMIT_SAMPLED } from '../assembly/shared/outcome.ts'
import type { Clock } from './engine/clock.ts'
import type { Engine } from './engine/engine.ts'
import type { HotKey, HotKeys } from './engine/hot-keys.ts'
import type { KeyHashes } from './engine/keys.ts'
import type { LimitMetrics, LimitTable, LimitView } from './engine/limit-table.ts'
import type { Evaluators } from './engine/wasm.ts'
import { SluiceError } from './errors.ts'
import {
  checkCost,
  describe,
  type LimitKey,
  type LimitParts,
  rejectConcurrency,
} from './limit-parts.ts'
import type { LimitResult } from './limit-result.ts'
import { Reservation } from './reservation.ts'
import type { LimitDetails } from './rules/limit.ts'

const REQUEST_TTL_MS = 86_400_000

/** How an idempotent take is remembered. */
export interface OnceOptions {
  /** For how long, in ms; 1 to 315576000000. Default a day. */
  ttlMs?: number
}

/**
 * A limit by its name, or the same with the numbers of a plan. The handle survives reloads, and so do the counters:
 * what a key has used is carried over to the new numbers by the limit's `change`.
 */
export class Limit {
  readonly name: string
  /** The plan whose numbers apply to keys that have none of their own; undefined for the limit's. */
  readonly planName: string | undefined
  readonly #parts: LimitParts
  // What every call needs, one step away: each step more is a dependent load.
  readonly #engine: Engine
  readonly #keys: KeyHashes
  readonly #hot: HotKeys
  readonly #table: LimitTable
  readonly #lane: number
  readonly #take: Evaluators['take']
  readonly #result: LimitResult
  /** ms since the engine was opened. */
  readonly #elapsed: Clock
  readonly #plans = new Map<string, Limit>()
  #epoch = -3
  #id = 0
  /** The id where `take` may be called: 0, which no limit has, where it may not. */
  #takeId = 0
  #view: LimitView | undefined
  #details: LimitDetails | undefined

  /** @internal Handles come from `Sluice.limit`. */
  constructor(parts: LimitParts, name: string, plan?: string) {
    const { engine } = parts
    this.name = name
    this.planName = plan
    this.#parts = parts
    this.#engine = engine
    this.#keys = parts.keys
    this.#hot = parts.hot
    this.#table = parts.table
    this.#lane = engine.lane
    this.#take = engine.evaluators.take
    this.#result = parts.results[0]!
    this.#elapsed = parts.elapsed
  }

  /**
   * The limit with the numbers of one of its plans. The counters are the same: a key that moves to another plan takes
   * along what it has used.
   */
  plan(name: string): Limit {
    if (typeof name !== 'string') {
      throw new SluiceError(
        'PLAN_NOT_FOUND',
        `the name of a plan is a text, found ${describe(name)}`,
      )
    }
    let limit = this.#plans.get(name)
    if (limit === undefined) {
      limit = new Limit(this.#parts, this.name, name)
      // Names that callers make up must not fill the memory.
      if (this.#parts.table.view(this.name).plans.has(name)) this.#plans.set(name, limit)
    }
    return limit
  }

  /**
   * Takes `cost` tokens of the key: all of them, or, when there are fewer, none.
   * @param key 1 to `keyBytesMax` bytes in UTF-8; the subject that is limited. Of a prepared context it is made of the
   *   attributes that the limit's `key` names: texts, or numbers as their texts
   * @param cost 0 to 2147483647; 0 takes nothing and is always allowed, unless the key is blocked
   * @returns the thread's result object, reused by the next call
   * @throws SluiceError KEY_INVALID, COST_INVALID, LIMIT_NOT_FOUND, PLAN_NOT_FOUND, OPERATION_UNSUPPORTED (slots in
   *   flight are reserved), CLOSED
   */
  take(key: LimitKey, cost = 1): LimitResult {
    if (this.#table.epoch !== this.#epoch) this.#refresh()
    if (typeof cost !== 'number' || (cost | 0) !== cost || cost < 0) checkCost(cost)
    // The clock first: reading it waits for all memory reads before it, and the key's may be slow.
    const nowMs = this.#elapsed()
    const index =
      typeof key === 'string' ? this.#keys.index(key) : this.#parts.keyIndex(this.#view!, key)
    const outcome = this.#take(this.#lane, this.#takeId, index, cost, nowMs)
    // A call to repeat, or one of the sample.
    if (outcome >>> 0 >= LIMIT_SAMPLED) return this.#unusual(outcome, key, cost, index)
    return this.#result.set(outcome)
  }

  /** What `take` would answer, taking nothing. `remaining` and `resetMs` are those of the bucket as it is. */
  peek(key: LimitKey, cost = 1): LimitResult {
    checkCost(cost)
    return this.#operate(key, cost, MODE_PEEK)
  }

  /**
   * Takes what is left, up to `cost`: `granted` of the result says how much. Refused if nothing is left.
   * @throws SluiceError as `take`
   */
  takeUpTo(key: LimitKey, cost: number): LimitResult {
    checkCost(cost)
    rejectConcurrency(this.#current())
    return this.#operate(key, cost, MODE_TAKE_UP_TO)
  }

  /**
   * Puts `cost` tokens back, at most as many as count now: the bucket never holds more than its limit.
   * @throws SluiceError as `take`
   */
  give(key: LimitKey, cost = 1): LimitResult {
    checkCost(cost)
    rejectConcurrency(this.#current())
    return this.#operate(key, cost, MODE_GIVE)
  }

  /** Forgets what the key has used and reserved, and lifts a block. Its own numbers stay. */
  reset(key: LimitKey): LimitResult {
    return this.#operate(key, 0, MODE_RESET)
  }

  /**
   * Refuses the key everything for some time. What it has used is not forgotten. A second block replaces the first.
   * @param durationMs more than 0, up to 315576000000
   * @throws SluiceError DURATION_INVALID, EXCEPTIONS_EXHAUSTED, and as `take`
   */
  block(key: LimitKey, durationMs: number): void {
    checkDuration(durationMs)
    // As the evaluators do: a time before the opening counts as the opening.
    this.#except(key, nowMs => [(nowMs > 0 ? nowMs : 0) + durationMs, nowMs])
  }

  /** Lifts a block. */
  unblock(key: LimitKey): void {
    this.#except(key, nowMs => [0, nowMs])
  }

  /**
   * Takes once for each request id: a repeated one gets the first answer and takes nothing, in whatever thread. A
   * refusal is repeated only as long as it would be one.
   * @param requestId 1 to `keyBytesMax` bytes; of its own for each key
   * @throws SluiceError DURATION_INVALID, and as `take`
   */
  takeOnce(requestId: string, key: LimitKey, cost = 1, options: OnceOptions = {}): LimitResult {
    checkCost(cost)
    const { ttlMs = REQUEST_TTL_MS } = options ?? {}
    checkDuration(ttlMs)
    const parts = this.#parts
    const outcome = parts.repeat(nowMs => {
      const view = this.#current()
      rejectConcurrency(view)
      parts.fill(1, view, this.#id, requestId, 0)
      parts.fill(0, view, this.#id, key, cost)
      return this.#engine.evaluators.takeOnce(this.#lane, this.#id, ttlMs, nowMs)
    })
    return this.#result.set(outcome)
  }

  /**
   * Takes `cost` tokens until it is known what the operation really costs, or, of a concurrency limit, slots for as long
   * as it runs. To be committed, cancelled or, of slots, released; after the limit's time it ends by itself.
   * @throws SluiceError COST_INVALID, KEY_INVALID, LIMIT_NOT_FOUND, PLAN_NOT_FOUND, CLOSED
   */
  reserve(key: LimitKey, cost = 1): Reservation {
    checkCost(cost)
    return new Reservation(this.#parts, [this.#operate(key, cost, MODE_RESERVE)])
  }

  /** What happened to the limit, over all threads. Looks through the whole table: for dashboards, not for requests. */
  metrics(): LimitMetrics {
    return this.#parts.table.metrics(this.name)
  }

  /**
   * The keys that most takes are of, over all threads, estimated from one take in 32 since the threads started. What is
   * asked less than one take in 64 may be missing.
   */
  hottestKeys(count = 10): HotKey[] {
    return this.#hot.top(this.#current().family, count)
  }

  /** @internal @throws SluiceError HANDLE_INVALID for a limit of another engine or thread */
  checkOwner(parts: LimitParts): void {
    if (this.#parts === parts) return
    const message = `the limit '${this.name}' belongs to another engine, or to another thread's view of it`
    throw new SluiceError('HANDLE_INVALID', message)
  }

  /** @internal The limit and the variant that is asked for, current. */
  asked(): { view: LimitView; id: number; details: LimitDetails } {
    const view = this.#current()
    return { view, id: this.#id, details: this.#details! }
  }

  #unusual(outcome: number, key: LimitKey, cost: number, index: number): LimitResult {
    if (outcome < 0) return this.#again(key, cost)
    const view = this.#view!
    this.#hot.count(view.family, this.#keys.lowHash(index), this.#parts.keyText(view, key), 1)
    return this.#result.set(outcome - LIMIT_SAMPLED)
  }

  /** A take that could not be answered at once. */
  #again(key: LimitKey, cost: number): LimitResult {
    const parts = this.#parts
    const outcome = parts.repeat(nowMs => {
      // Another epoch may be what the call asked for, and another key of a context what the epoch brings.
      const view = this.#current()
      rejectConcurrency(view)
      return this.#take(this.#lane, this.#id, parts.keyIndex(view, key), cost, nowMs)
    })
    return this.#result.set(outcome & ~LIMIT_SAMPLED)
  }

  #operate(key: LimitKey, cost: number, mode: number): LimitResult {
    const { evaluators } = this.#engine
    const nowMs = this.#elapsed()
    this.#parts.fill(0, this.#current(), this.#id, key, cost)
    const outcome = evaluators.takeParts(this.#lane, 1, mode, nowMs)
    if (outcome < 0) this.#operateAgain(key, cost, mode)
    return this.#result.set(this.#parts.outcome(0))
  }

  #operateAgain(key: LimitKey, cost: number, mode: number): void {
    const parts = this.#parts
    parts.repeat(nowMs => {
      parts.fill(0, this.#current(), this.#id, key, cost)
      return this.#engine.evaluators.takeParts(this.#lane, 1, mode, nowMs)
    })
  }

  #except(key: LimitKey, times: (nowMs: number) => [number, number]): void {
    const parts = this.#parts
    const outcome = parts.repeat(nowMs => {
      parts.fill(0, this.#current(), this.#id, key, 0)
      return this.#engine.evaluators.block(this.#lane, ...times(nowMs))
    })
    if (outcome === 0) {
      const max = this.#engine.sizes.exceptionsMax
      throw new SluiceError(
        'EXCEPTIONS_EXHAUSTED',
        `no key more can be blocked or have numbers of its own (option exceptionsMax: ${max})`,
      )
    }
  }

  #current(): LimitView {
    if (this.#engine.limitsEpoch !== this.#epoch) this.#refresh()
    return this.#view!
  }

  #refresh(): void {
    const { table } = this.#parts
    const view = table.view(this.name)
    const numbers = this.planName === undefined ? view : view.plans.get(this.planName)
    if (numbers === undefined) {
      const message = `the limit '${this.name}' has no plan '${this.planName}'`
      throw new SluiceError('PLAN_NOT_FOUND', message)
    }
    this.#view = view
    this.#id = numbers.id
    this.#details = numbers.details
    this.#takeId = view.algorithm === ALGORITHM_CONCURRENCY ? 0 : numbers.id
    this.#epoch = table.epoch
  }
}

/** @throws SluiceError DURATION_INVALID */
function checkDuration(durationMs: number): void {
  if (typeof durationMs === 'number' && durationMs > 0 && durationMs <= HORIZON_MS) return
  throw new SluiceError(
    'DURATION_INVALID',
    `a duration must be more than 0 and at most ${HORIZON_MS} ms, found ${describe(durationMs)}`,
  )
}
