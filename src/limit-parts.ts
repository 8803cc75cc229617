// What the handles of limits share on one thread: the lane, its keys and parts, and the ways into the evaluators.
import {
  PART_BYTES,
  PART_COST,
  PART_HASH,
  PART_ID,
  PART_MAX,
  PART_OUTCOME,
  PARTS_OFFSET,
} from '../assembly/shared/layout.ts'
import { ALGORITHM_CONCURRENCY, TOKENS_MAX } from '../assembly/shared/limit.ts'
import { PreparedContext } from './context.ts'
import { resolve } from './engine/attribute.ts'
import type { Clock } from './engine/clock.ts'
import type { Engine } from './engine/engine.ts'
import { HotKeys } from './engine/hot-keys.ts'
import type { KeyHashes } from './engine/keys.ts'
import { LimitTable, type LimitView } from './engine/limit-table.ts'
import type { RulesetReader } from './engine/reader.ts'
import { SluiceError } from './errors.ts'
import { LimitResult, partAddress } from './limit-result.ts'
import { composeKey } from './limits/compose-key.ts'
import { ipKey } from './limits/ip-key.ts'
import { PreparedKey } from './prepared-key.ts'

/** What can be asked about: a text, a key prepared by `Sluice.key`, or a context that has the limit's `key`. */
export type LimitKey = string | PreparedKey | PreparedContext

/** How often a call is repeated because other threads change what it needs. Once or twice is what happens. */
export const TRIES_MAX = 1_000

export class LimitParts {
  readonly engine: Engine
  readonly reader: RulesetReader
  readonly table: LimitTable
  readonly keys: KeyHashes
  readonly hot: HotKeys
  /** ms since the engine was opened. */
  readonly elapsed: Clock
  /** The results of the parts, and of calls of one part the first. */
  readonly results: readonly LimitResult[]

  constructor(engine: Engine, reader: RulesetReader, elapsed: Clock) {
    this.engine = engine
    this.reader = reader
    this.elapsed = elapsed
    this.table = new LimitTable(engine, reader)
    this.keys = reader.keys
    this.hot = new HotKeys(engine)
    this.results = Array.from(
      { length: PART_MAX },
      (_, index) => new LimitResult(engine, partAddress(engine, index)),
    )
  }

  /** @throws SluiceError KEY_INVALID */
  prepareKey(text: string): PreparedKey {
    return new PreparedKey(text, this, this.keys.prepare(text))
  }

  /** Index of a limit's key among the lane's. @throws SluiceError KEY_INVALID */
  keyIndex(view: LimitView, key: LimitKey): number {
    if (typeof key === 'string') return this.keys.index(key)
    if (key instanceof PreparedKey && key.owner === this) return this.keys.preparedIndex(key)
    return this.keys.index(this.keyText(view, key))
  }

  /** The key as a text, from whatever says it. @throws SluiceError KEY_INVALID */
  keyText(view: LimitView, key: LimitKey): string {
    if (typeof key === 'string') return key
    // Another thread's, or another engine's: its hash is no good here, its text is.
    if (key instanceof PreparedKey) return key.text
    if (!(key instanceof PreparedContext)) return key
    const { name, details } = view
    if (details.key.length === 0) {
      const message = `the limit '${name}' does not say which attribute of a context is its key`
      throw new SluiceError('KEY_INVALID', message)
    }
    const parts = details.key.map(({ path, prefix }) => {
      const value = resolve(key.attributes, path)
      const isText =
        typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
      if (!isText) {
        const message = `the context has no text at '${path.join('.')}', which is the key of the limit '${name}'`
        throw new SluiceError('KEY_INVALID', message)
      }
      return prefix === undefined ? String(value) : ipKey(String(value), prefix)
    })
    return parts.length === 1 ? parts[0]! : composeKey(...parts)
  }

  /** Fills a part of the lane: what is asked of one limit. Not to be followed by another use of `keys.index` first. */
  fill(index: number, view: LimitView, id: number, key: LimitKey, cost: number): void {
    const part = partAddress(this.engine, index)
    this.writeHash(part + PART_HASH, view, key)
    this.engine.u32[(part + PART_ID) >> 2] = id
    this.engine.u32[(part + PART_COST) >> 2] = cost
  }

  /** Writes a key's hash to an address. @throws SluiceError KEY_INVALID */
  writeHash(target: number, view: LimitView, key: LimitKey): void {
    if (typeof key !== 'string' && key instanceof PreparedKey && key.owner === this) {
      this.engine.u32[target >> 2] = key.low
      this.engine.u32[(target >> 2) + 1] = key.high
      return
    }
    const text = typeof key === 'string' ? key : this.keyText(view, key)
    this.keys.copyHash(this.keys.hashed(text), target)
  }

  /** Outcome of a part. */
  outcome(index: number): number {
    return this.engine.i32[
      (this.engine.lane + PARTS_OFFSET + index * PART_BYTES + PART_OUTCOME) >> 2
    ]!
  }

  /**
   * Calls until the answer is one: with other limits or another period of a quota in between. `ask` fills the parts
   * anew each time.
   */
  repeat(ask: (nowMs: number) => number): number {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const nowMs = this.elapsed()
      const outcome = ask(nowMs)
      if (outcome >= 0) return outcome
      this.table.prepare(outcome, nowMs)
    }
    throw unsettled()
  }
}

/** Something changes faster than it can be asked about. */
export function unsettled(): SluiceError {
  return new SluiceError('LIMIT_NOT_FOUND', 'the limits change faster than they can be asked')
}

/** @throws SluiceError OPERATION_UNSUPPORTED */
export function rejectConcurrency({ name, algorithm }: LimitView): void {
  if (algorithm === ALGORITHM_CONCURRENCY) rejectSlots(name)
}

/** @throws SluiceError OPERATION_UNSUPPORTED */
export function rejectSlots(name: string): never {
  const message = `slots of the concurrency limit '${name}' are reserved and released, not taken`
  throw new SluiceError('OPERATION_UNSUPPORTED', message)
}

/** @throws SluiceError COST_INVALID */
export function checkCost(cost: number): void {
  if (typeof cost === 'number' && (cost | 0) === cost && cost >= 0) return
  throw new SluiceError(
    'COST_INVALID',
    `a cost must be an integer from 0 to ${TOKENS_MAX}, found ${describe(cost)}`,
  )
}

/** A value in the words of a message, whatever it is. */
export function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value
}
