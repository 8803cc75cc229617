// The part of a Sluice that only the thread which opened the engine has: from a source to the live config.
import type { CheckOptions } from './check.ts'
import type { CompiledSource } from './compiled-source.ts'
import { Compiler } from './compiler.ts'
import type { LoadOptions } from './config/load.ts'
import type { Engine } from './engine/engine.ts'
import { limitIdsMax } from './engine/memory.ts'
import type { EngineSizes } from './engine/options.ts'
import { publish } from './engine/publish.ts'
import { configError, SluiceError } from './errors.ts'
import { changedFlags } from './flags-changed.ts'
import { LimitIds } from './limit-ids.ts'
import { setLimitIds } from './rules/emit.ts'
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
  readonly #compiler: Compiler
  #follow: LoadOptions['follow']
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
    this.#compiler = new Compiler(options)
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

  /** Who is told what was read of a path: the watch. */
  follow(follow: LoadOptions['follow']): void {
    this.#follow = follow
  }

  /** Publishing that is still to come fails with CLOSED. */
  close(): void {
    this.#closed = true
    this.#compiler.close()
  }

  async #publish(source: string | object): Promise<PublishEvent> {
    const compiled = await this.#compiler.compile(source).catch((error: unknown) => {
      // Closing ends the thread that compiles.
      if (this.#closed) return undefined
      throw error
    })
    if (compiled === undefined || this.#closed) {
      throw new SluiceError('CLOSED', 'the engine was closed')
    }
    if (compiled.read !== undefined) await this.#follow?.(compiled.read)
    if (compiled.problems.some(problem => problem.severity === 'error')) {
      throw configError(compiled.problems)
    }
    this.#checkCapacity(compiled)
    const { bytes, limits, digests } = compiled
    setLimitIds(
      bytes,
      limits.map(limit => this.#limitIds.assign(limit)),
    )
    const version = await publish(this.#engine, bytes, false)
    this.#liveLimits = limits
    this.#limitIds.retain(limits)
    const flagsChanged = changedFlags(this.#digests, digests)
    this.#digests = digests
    return { version, flagsChanged }
  }

  #checkCapacity({ limits, needs }: CompiledSource): void {
    const { sizes } = this.#engine
    const exceeded = (what: string, found: number, option: keyof EngineSizes) => {
      if (found <= sizes[option]) return
      throw new SluiceError(
        'CAPACITY_EXCEEDED',
        `the config has ${what} of ${found}, more than the option ${option} (${sizes[option]}) allows`,
      )
    }
    exceeded('a number of limits', limits.length, 'limitsMax')
    exceeded('a number of flags', needs.flags, 'flagsMax')
    exceeded('a number of different attributes', needs.attributes, 'attributesMax')
    exceeded('a flag key with a length in bytes', needs.flagKeyBytes, 'keyBytesMax')
    exceeded('a limit name with a length in bytes', needs.limitNameBytes, 'keyBytesMax')
  }
}
