// The part of a Sluice that only the thread which opened the engine has: from a source to the live config.
import type { CheckOptions, Prepared } from './check.ts'
import { prepare } from './check.ts'
import type { Engine } from './engine/engine.ts'
import { limitIdsMax } from './engine/memory.ts'
import type { EngineSizes } from './engine/options.ts'
import { publish } from './engine/publish.ts'
import { configError, SluiceError } from './errors.ts'
import { changedFlags, digestFlags } from './flags-changed.ts'
import { LimitIds } from './limit-ids.ts'
import type { CompiledLimit } from './rules/limit.ts'

/** A config went live. */
export interface PublishEvent {
  /** Counts from 1. */
  readonly version: number
  /** Keys of the flags that were added, removed or changed. */
  readonly flagsChanged: readonly string[]
}

export class Publisher {
  /** What the engine was opened with. */
  readonly source: string | object
  readonly #engine: Engine
  readonly #options: CheckOptions
  readonly #limitIds: LimitIds
  #liveLimits: readonly CompiledLimit[] = []
  #digests: ReadonlyMap<string, string> = new Map()
  /** Publishing goes one after the other: the tail of the queue. */
  #queue: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(engine: Engine, source: string | object, options: CheckOptions) {
    const sweep = (id: number) => engine.evaluators.sweep(engine.lane, id)
    this.source = source
    this.#engine = engine
    this.#options = options
    this.#limitIds = new LimitIds(limitIdsMax(engine.sizes), sweep)
  }

  /**
   * Makes a source live, after those that were asked for before it.
   * @throws SluiceError CONFIG_INVALID, CAPACITY_EXCEEDED, PUBLISH_BLOCKED, CLOSED
   */
  publish(source: string | object): Promise<PublishEvent> {
    const next = this.#queue.then(() => this.#publish(source))
    // Numbers that a config took which did not go live are free again.
    this.#queue = next.catch(() => this.#limitIds.retain(this.#liveLimits))
    return next
  }

  /** Publishing that is still to come fails with CLOSED. */
  close(): void {
    this.#closed = true
  }

  async #publish(source: string | object): Promise<PublishEvent> {
    const limitIds = this.#limitIds
    const prepared = await prepare(source, this.#options, limit => limitIds.assign(limit))
    if (this.#closed) throw new SluiceError('CLOSED', 'the engine was closed')
    if (prepared.problems.some(problem => problem.severity === 'error')) {
      throw configError(prepared.problems)
    }
    this.#checkCapacity(prepared)
    const version = await publish(this.#engine, prepared.compiled.bytes)
    this.#liveLimits = prepared.compiled.limits
    limitIds.retain(this.#liveLimits)
    const digests = digestFlags(prepared.config)
    const flagsChanged = changedFlags(this.#digests, digests)
    this.#digests = digests
    return { version, flagsChanged }
  }

  #checkCapacity({ config, compiled }: Prepared): void {
    const { sizes } = this.#engine
    const exceeded = (what: string, found: number, option: keyof EngineSizes) => {
      if (found <= sizes[option]) return
      throw new SluiceError(
        'CAPACITY_EXCEEDED',
        `the config has ${what} of ${found}, more than the option ${option} (${sizes[option]}) allows`,
      )
    }
    const longest = (names: readonly string[]) =>
      names.reduce((most, name) => Math.max(most, Buffer.byteLength(name)), 0)
    exceeded('a number of limits', compiled.limits.length, 'limitsMax')
    exceeded('a number of flags', compiled.flagCount, 'flagsMax')
    exceeded('a number of different attributes', compiled.attributes.length, 'attributesMax')
    exceeded('a flag key with a length in bytes', longest(Object.keys(config.flags)), 'keyBytesMax')
    exceeded(
      'a limit name with a length in bytes',
      longest(Object.keys(config.limits)),
      'keyBytesMax',
    )
  }
}
