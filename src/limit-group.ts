// Several limits in one call, all or nothing.
import {
  MODE_PEEK,
  MODE_RESERVE,
  MODE_TAKE,
  PART_BYTES,
  PART_COST,
  PART_HASH,
  PART_ID,
  PART_MAX,
  PART_OUTCOME,
  PARTS_OFFSET,
} from '../assembly/shared/layout.ts'
import { ALGORITHM_CONCURRENCY, SAMPLE_FACTOR, SAMPLE_SHIFT } from '../assembly/shared/limit.ts'
import { LIMIT_ALLOWED, LIMIT_SHADOW } from '../assembly/shared/outcome.ts'
import type { LimitView } from './engine/limit-table.ts'
import { SluiceError } from './errors.ts'
import type { Limit } from './limit.ts'
import { checkCost, type LimitKey, type LimitParts, rejectConcurrency } from './limit-parts.ts'
import type { LimitAnswer, LimitCode, LimitResult } from './limit-result.ts'
import { PreparedKey } from './prepared-key.ts'
import { Reservation } from './reservation.ts'

const PART_WORDS = PART_BYTES >> 2
const HASH_WORD = PART_HASH >> 2
const ID_WORD = PART_ID >> 2
const COST_WORD = PART_COST >> 2

/**
 * What a call to several limits found. One object for each group, and the results those of the thread: read them, or
 * copy them with `toJSON`, before the next call to a limit on the same thread.
 */
export class LimitGroupResult {
  /** Of each limit, in the order of the group; what `allowed` says there, it says of that limit alone. */
  readonly results: readonly LimitResult[]
  readonly #names: readonly string[]
  #refused = -1

  /** @internal */
  constructor(names: readonly string[], results: readonly LimitResult[]) {
    this.#names = names
    this.results = results
  }

  /** @internal The number of the first part that refuses; -1 if none does. */
  set(refused: number): this {
    this.#refused = refused
    return this
  }

  /** Whether all costs were taken. False: none was. */
  get allowed(): boolean {
    return this.#refused === -1
  }

  /** The first limit that refuses; undefined if none does. */
  get refusedBy(): string | undefined {
    return this.#names[this.#refused]
  }

  /** Why that one refuses. */
  get code(): LimitCode {
    return this.allowed ? 'ALLOWED' : this.results[this.#refused]!.code
  }

  /** Ms until none of the limits refuses, if nothing else is taken; Infinity if one always will. */
  get retryMs(): number {
    let retryMs = 0
    for (const result of this.results) {
      if (!result.allowed) retryMs = Math.max(retryMs, result.retryMs)
    }
    return retryMs
  }

  /** A copy that later calls do not change. */
  toJSON(): LimitGroupAnswer {
    const { allowed, code, refusedBy = null, retryMs } = this
    const limits = this.results.map((result, index) => ({
      name: this.#names[index]!,
      ...result.toJSON(),
    }))
    return {
      allowed,
      code,
      refusedBy,
      retryMs: Number.isFinite(retryMs) ? retryMs : null,
      limits,
    }
  }
}

/** A group's result as plain data. */
export interface LimitGroupAnswer {
  allowed: boolean
  code: LimitCode
  refusedBy: string | null
  retryMs: number | null
  limits: ({ name: string } & LimitAnswer)[]
}

/** Limits that are asked together: a call takes from all of them, or, if one refuses, from none. */
export class LimitGroup {
  readonly limits: readonly Limit[]
  readonly #parts: LimitParts
  readonly #results: readonly LimitResult[]
  readonly #result: LimitGroupResult
  readonly #views: (LimitView | undefined)[]
  readonly #ids: Int32Array
  #epoch = -2
  #takes = 0
  #sampled = 0
  /** A concurrency limit of the group. */
  #slots: LimitView | undefined

  /** @internal Groups come from `Sluice.limitGroup`. */
  constructor(parts: LimitParts, limits: readonly Limit[]) {
    if (limits.length === 0 || limits.length > PART_MAX) {
      throw new RangeError(`a group has 1 to ${PART_MAX} limits, found ${limits.length}`)
    }
    for (const limit of limits) limit.checkOwner(parts)
    this.limits = limits
    this.#parts = parts
    this.#results = parts.results.slice(0, limits.length)
    this.#result = new LimitGroupResult(
      limits.map(({ name }) => name),
      this.#results,
    )
    this.#views = limits.map(() => undefined)
    this.#ids = new Int32Array(limits.length)
  }

  /**
   * Takes from all limits, or from none. The same limit may be in the group several times, with the same key too.
   * @param keys of each limit, in the order of the group; one key or context for all
   * @param costs of each limit; one number for all
   * @returns the group's result object, reused by the next call
   * @throws SluiceError KEY_INVALID, COST_INVALID, LIMIT_NOT_FOUND, PLAN_NOT_FOUND, OPERATION_UNSUPPORTED, CLOSED
   */
  take(
    keys: LimitKey | readonly LimitKey[],
    costs: number | readonly number[] = 1,
  ): LimitGroupResult {
    return this.#operate(keys, costs, MODE_TAKE)
  }

  /** What `take` would answer, taking nothing. */
  peek(
    keys: LimitKey | readonly LimitKey[],
    costs: number | readonly number[] = 1,
  ): LimitGroupResult {
    return this.#operate(keys, costs, MODE_PEEK)
  }

  /** Takes from all limits until it is known what the operation really costs. Slots in flight can be among them. */
  reserve(
    keys: LimitKey | readonly LimitKey[],
    costs: number | readonly number[] = 1,
  ): Reservation {
    const { allowed } = this.#operate(keys, costs, MODE_RESERVE)
    return new Reservation(this.#parts, this.#results, allowed)
  }

  #operate(
    keys: LimitKey | readonly LimitKey[],
    costs: number | readonly number[],
    mode: number,
  ): LimitGroupResult {
    const { engine, elapsed } = this.#parts
    const nowMs = elapsed()
    this.#fill(keys, costs, mode)
    const outcome = engine.evaluators.takeParts(engine.lane, this.limits.length, mode, nowMs)
    if (outcome < 0) this.#again(outcome, keys, costs, mode)
    const result = this.#conclude()
    if (mode === MODE_TAKE && Math.imul(++this.#takes, SAMPLE_FACTOR) >>> SAMPLE_SHIFT === 0) {
      this.#sample(keys)
    }
    return result
  }

  /** Notes whose take this was, of one in 32: of one of its keys, in turn, for all of them. */
  #sample(keys: LimitKey | readonly LimitKey[]): void {
    const { hot, keys: hashes } = this.#parts
    const count = this.limits.length
    const index = this.#sampled++ % count
    const view = this.#views[index]!
    const key = Array.isArray(keys) ? (keys[index] as LimitKey) : (keys as LimitKey)
    const text = this.#parts.keyText(view, key)
    const low = key instanceof PreparedKey ? key.low | 0 : hashes.lowHash(hashes.hashed(text))
    hot.count(view.family, low, text, count)
  }

  /** With other limits, or another period of a quota. */
  #again(
    first: number,
    keys: LimitKey | readonly LimitKey[],
    costs: number | readonly number[],
    mode: number,
  ): void {
    const parts = this.#parts
    parts.table.prepare(first, parts.elapsed())
    parts.repeat(nowMs => {
      this.#fill(keys, costs, mode)
      const { engine } = parts
      return engine.evaluators.takeParts(engine.lane, this.limits.length, mode, nowMs)
    })
  }

  #fill(
    keys: LimitKey | readonly LimitKey[],
    costs: number | readonly number[],
    mode: number,
  ): void {
    const parts = this.#parts
    const { engine } = parts
    if (engine.limitsEpoch !== this.#epoch) this.#refresh()
    if (mode === MODE_TAKE && this.#slots !== undefined) rejectConcurrency(this.#slots)
    const count = this.limits.length
    if (Array.isArray(keys) && keys.length !== count) rejectLength('keys', count, keys.length)
    if (typeof costs !== 'number') checkCosts(costs, count)
    const { u32 } = engine
    const isList = Array.isArray(keys)
    let word = (engine.lane + PARTS_OFFSET) >> 2
    for (let index = 0; index < count; index++) {
      const cost = typeof costs === 'number' ? costs : costs[index]!
      if (typeof cost !== 'number' || (cost | 0) !== cost || cost < 0) checkCost(cost)
      const key = isList ? (keys[index] as LimitKey) : (keys as LimitKey)
      // What most keys are that are asked about with others, without a call.
      if (typeof key === 'object' && (key as PreparedKey | null)?.owner === parts) {
        u32[word + HASH_WORD] = (key as PreparedKey).low
        u32[word + HASH_WORD + 1] = (key as PreparedKey).high
      } else {
        parts.writeHash((word + HASH_WORD) << 2, this.#views[index]!, key)
      }
      u32[word + ID_WORD] = this.#ids[index]!
      u32[word + COST_WORD] = cost
      word += PART_WORDS
    }
  }

  #conclude(): LimitGroupResult {
    const { i32, lane } = this.#parts.engine
    let refused = -1
    let part = lane + PARTS_OFFSET
    for (let index = 0; index < this.limits.length; index++) {
      const outcome = i32[(part + PART_OUTCOME) >> 2]!
      this.#results[index]!.set(outcome)
      if (refused === -1 && outcome !== LIMIT_ALLOWED && (outcome & LIMIT_SHADOW) === 0) {
        refused = index
      }
      part += PART_BYTES
    }
    return this.#result.set(refused)
  }

  #refresh(): void {
    const { table } = this.#parts
    this.limits.forEach((limit, index) => {
      const { view, id } = limit.asked()
      this.#views[index] = view
      this.#ids[index] = id
    })
    this.#slots = this.#views.find(view => view?.algorithm === ALGORITHM_CONCURRENCY)
    this.#epoch = table.epoch
  }
}

function checkCosts(costs: readonly number[], count: number): void {
  if (!Array.isArray(costs)) checkCost(costs as unknown as number)
  else if (costs.length !== count) rejectLength('costs', count, costs.length)
}

function rejectLength(what: string, expected: number, found: number): never {
  throw new SluiceError(
    what === 'keys' ? 'KEY_INVALID' : 'COST_INVALID',
    `a group of ${expected} limits takes ${expected} ${what}, found ${found}`,
  )
}
