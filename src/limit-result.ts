// What a call to the limits found, read out of the memory when it is asked for.
import { PART_BYTES, PARTS_OFFSET } from '../assembly/shared/layout.ts'
import {
  LIMIT_ALLOWED,
  LIMIT_BLOCKED,
  LIMIT_COST_EXCEEDS_LIMIT,
  LIMIT_LEASES_EXHAUSTED,
  LIMIT_SHADOW,
} from '../assembly/shared/outcome.ts'
import type { Engine } from './engine/engine.ts'

/** Why a limit answered as it did. */
export type LimitCode =
  | 'ALLOWED'
  | 'LIMITED'
  | 'COST_EXCEEDS_LIMIT'
  | 'BLOCKED'
  | 'LEASES_EXHAUSTED'

function codeOf(outcome: number): LimitCode {
  switch (outcome & ~LIMIT_SHADOW) {
    case LIMIT_ALLOWED:
      return 'ALLOWED'
    case LIMIT_COST_EXCEEDS_LIMIT:
      return 'COST_EXCEEDS_LIMIT'
    case LIMIT_BLOCKED:
      return 'BLOCKED'
    case LIMIT_LEASES_EXHAUSTED:
      return 'LEASES_EXHAUSTED'
    default:
      return 'LIMITED'
  }
}

/**
 * What a call found of one limit. One object for all limits of a thread, reused: read it, or copy it with `toJSON`,
 * before the next call to a limit on the same thread. The numbers are computed when they are read.
 */
export class LimitResult {
  readonly #engine: Engine
  readonly #part: number
  #outcome = LIMIT_ALLOWED

  /** @internal `part` is an address. */
  constructor(engine: Engine, part: number) {
    this.#engine = engine
    this.#part = part
  }

  /** @internal */
  set(outcome: number): this {
    this.#outcome = outcome
    return this
  }

  /** Whether the cost was taken; of a peek, whether it could be. A limit in shadow allows everything. */
  get allowed(): boolean {
    return this.#outcome === LIMIT_ALLOWED || (this.#outcome & LIMIT_SHADOW) !== 0
  }

  /**
   * LIMITED and BLOCKED will pass with time; COST_EXCEEDS_LIMIT never will; LEASES_EXHAUSTED says that no reservation
   * more can be held. Of a limit in shadow, what it would have answered.
   */
  get code(): LimitCode {
    return codeOf(this.#outcome)
  }

  /** Whether the limit is in shadow and would have refused. */
  get shadow(): boolean {
    return (this.#outcome & LIMIT_SHADOW) !== 0
  }

  /** Tokens of a full bucket or of a window, or slots in flight: under the numbers that the key has. */
  get limit(): number {
    return this.#engine.evaluators.partLimit(this.#part) >>> 0
  }

  /** Whole tokens left, 0 to `limit`. 0 of a key that is blocked. */
  get remaining(): number {
    return this.#engine.evaluators.partRemaining(this.#part) >>> 0
  }

  /** Tokens that were taken: the cost, or, of `takeUpTo`, what was left. 0 of what was refused. */
  get granted(): number {
    return this.#outcome === LIMIT_ALLOWED
      ? this.#engine.evaluators.partGranted(this.#part) >>> 0
      : 0
  }

  /** Ms until nothing that was taken counts any more. Of slots in flight, by when at the latest. */
  get resetMs(): number {
    return this.#engine.evaluators.partResetMs(this.#part)
  }

  /**
   * Ms until the same cost is allowed, if nothing else is taken: 0 when it was, Infinity when it never will be. Of slots
   * in flight, by when at the latest.
   */
  get retryMs(): number {
    if (this.#outcome === LIMIT_ALLOWED) return 0
    if (this.code === 'COST_EXCEEDS_LIMIT') return Number.POSITIVE_INFINITY
    return this.#engine.evaluators.partRetryMs(this.#part)
  }

  /** Ms until one token more is there than now; 0 when all are. */
  get nextMs(): number {
    return this.#engine.evaluators.partNextMs(this.#part)
  }

  /** A copy that later calls do not change. `retryMs` is null where a retry cannot succeed: JSON has no Infinity. */
  toJSON(): LimitAnswer {
    const { allowed, code, shadow, limit, remaining, granted, resetMs, retryMs } = this
    return {
      allowed,
      code,
      shadow,
      limit,
      remaining,
      granted,
      resetMs,
      retryMs: Number.isFinite(retryMs) ? retryMs : null,
    }
  }
}

/** A result as plain data. */
export interface LimitAnswer {
  allowed: boolean
  code: LimitCode
  shadow: boolean
  limit: number
  remaining: number
  granted: number
  resetMs: number
  retryMs: number | null
}

/** @internal The address of a part of a lane. */
export function partAddress(engine: Engine, index: number): number {
  return engine.lane + PARTS_OFFSET + index * PART_BYTES
}
