// The handle of one limit, and the result that its calls share.
import { LIMIT_ALLOWED, LIMIT_COST_EXCEEDS_BURST } from '../assembly/shared/outcome.ts'
import { PreparedContext } from './context.ts'
import { resolve } from './engine/attribute.ts'
import type { Clock } from './engine/clock.ts'
import type { Engine } from './engine/engine.ts'
import type { KeyHashes } from './engine/keys.ts'
import type { RulesetReader } from './engine/reader.ts'
import type { Evaluators } from './engine/wasm.ts'
import { SluiceError } from './errors.ts'

/** Why a limit answered as it did. */
export type LimitCode = 'ALLOWED' | 'LIMITED' | 'COST_EXCEEDS_BURST'

const COST_MAX = 2_147_483_647

/**
 * What a take or peek found. One object for all limits of a thread, reused: read it, or copy it with `toJSON`, before
 * the next take or peek on the same thread. The numbers are computed when they are read.
 */
export class LimitResult {
  readonly #engine: Engine
  #outcome = LIMIT_ALLOWED
  #limit = 0

  /** @internal */
  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** @internal */
  set(outcome: number, burst: number): this {
    this.#outcome = outcome
    this.#limit = burst
    return this
  }

  /** Whether the cost was taken; of a peek, whether it could be. */
  get allowed(): boolean {
    return this.#outcome === LIMIT_ALLOWED
  }

  /** LIMITED will pass with time; COST_EXCEEDS_BURST never will. */
  get code(): LimitCode {
    if (this.#outcome === LIMIT_ALLOWED) return 'ALLOWED'
    return this.#outcome === LIMIT_COST_EXCEEDS_BURST ? 'COST_EXCEEDS_BURST' : 'LIMITED'
  }

  /** Tokens of a full bucket: the burst. */
  get limit(): number {
    return this.#limit
  }

  /** Whole tokens left, 0 to `limit`. */
  get remaining(): number {
    return this.#engine.evaluators.remaining(this.#engine.lane) >>> 0
  }

  /** Ms until the bucket is full again. */
  get resetMs(): number {
    return this.#engine.evaluators.resetMs(this.#engine.lane)
  }

  /** Ms until the same cost is allowed, if nothing else is taken: 0 when it was, Infinity when it never will be. */
  get retryMs(): number {
    if (this.#outcome === LIMIT_COST_EXCEEDS_BURST) return Number.POSITIVE_INFINITY
    return this.allowed ? 0 : this.#engine.evaluators.retryMs(this.#engine.lane)
  }

  /** A copy that later calls do not change. `retryMs` is null where a retry cannot succeed: JSON has no Infinity. */
  toJSON(): LimitAnswer {
    const { allowed, code, limit, remaining, resetMs, retryMs } = this
    return {
      allowed,
      code,
      limit,
      remaining,
      resetMs,
      retryMs: Number.isFinite(retryMs) ? retryMs : null,
    }
  }
}

/** A result as plain data. */
export interface LimitAnswer {
  allowed: boolean
  code: LimitCode
  limit: number
  remaining: number
  resetMs: number
  retryMs: number | null
}

/** A limit by its name. The handle survives reloads; counters do too, as long as the limit's rate stays the same. */
export class Limit {
  readonly name: string
  readonly #engine: Engine
  readonly #reader: RulesetReader
  // What every call needs, one step away: each step more is a dependent load.
  readonly #keys: KeyHashes
  readonly #lane: number
  readonly #take: Evaluators['take']
  readonly #peek: Evaluators['peek']
  readonly #result: LimitResult
  /** ms since the engine was opened. */
  readonly #elapsed: Clock
  #version = 0
  #id = 0
  #burst = 0
  #keyPath: readonly string[] = []

  /** @internal Handles come from `Sluice.limit`. */
  constructor(
    engine: Engine,
    reader: RulesetReader,
    result: LimitResult,
    elapsed: Clock,
    name: string,
  ) {
    this.name = name
    this.#engine = engine
    this.#reader = reader
    this.#keys = reader.keys
    this.#lane = engine.lane
    this.#take = engine.evaluators.take
    this.#peek = engine.evaluators.peek
    this.#result = result
    this.#elapsed = elapsed
  }

  /**
   * Takes `cost` tokens of the key's bucket: all of them, or, when there are fewer, none.
   * @param key 1 to `keyBytesMax` bytes in UTF-8; the subject that is limited. Of a prepared context it is the attribute
   *   that the limit's `key` names: a text, or a number as its text
   * @param cost 0 to 2147483647; 0 takes nothing and is always allowed
   * @returns the thread's result object, reused by the next call
   * @throws SluiceError KEY_INVALID, COST_INVALID, LIMIT_NOT_FOUND, CLOSED
   */
  take(key: string | PreparedContext, cost = 1): LimitResult {
    if (this.#engine.version !== this.#version) this.#refresh()
    if ((cost | 0) !== cost || cost < 0) rejectCost(cost)
    // The clock first: reading it waits for all memory reads before it, and the key's may be slow.
    const nowMs = this.#elapsed()
    const index = this.#keys.index(typeof key === 'string' ? key : this.#keyOf(key))
    const outcome = this.#take(this.#lane, this.#id, index, cost, nowMs)
    return this.#result.set(outcome, this.#burst)
  }

  /** What `take` would answer, taking nothing. `remaining` and `resetMs` are those of the bucket as it is. */
  peek(key: string | PreparedContext, cost = 1): LimitResult {
    if (this.#engine.version !== this.#version) this.#refresh()
    if ((cost | 0) !== cost || cost < 0) rejectCost(cost)
    const nowMs = this.#elapsed()
    const index = this.#keys.index(typeof key === 'string' ? key : this.#keyOf(key))
    const outcome = this.#peek(this.#lane, this.#id, index, cost, nowMs)
    return this.#result.set(outcome, this.#burst)
  }

  /** The key that a context names; whatever is none is for `KeyHashes.index` to refuse. */
  #keyOf(context: PreparedContext): string {
    if (!(context instanceof PreparedContext)) return context
    const path = this.#keyPath
    if (path.length === 0) {
      const message = `the limit '${this.name}' does not say which attribute of a context is its key`
      throw new SluiceError('KEY_INVALID', message)
    }
    const value = resolve(context.attributes, path)
    if (typeof value === 'string') return value
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
    const message = `the context has no text at '${path.join('.')}', which is the key of the limit '${this.name}'`
    throw new SluiceError('KEY_INVALID', message)
  }

  #refresh(): void {
    const limit = this.#reader.limits().get(this.name)
    if (limit === undefined) {
      throw new SluiceError('LIMIT_NOT_FOUND', `there is no limit '${this.name}'`)
    }
    this.#version = this.#reader.limitsVersion
    this.#id = limit.id
    this.#burst = limit.burst
    this.#keyPath = limit.key
  }
}

function rejectCost(cost: number): never {
  throw new SluiceError(
    'COST_INVALID',
    `a cost must be an integer from 0 to ${COST_MAX}, found ${String(cost)}`,
  )
}
