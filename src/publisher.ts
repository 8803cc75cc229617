// The part of a Sluice that only the thread which opened the engine has: from a source to the live config.
import { ALGORITHM_LOG } from '../assembly/shared/limit.ts'
import type { CheckOptions } from './check.ts'
import type { CompiledSource } from './compiled-source.ts'
import { Compiler } from './compiler.ts'
import type { LoadOptions } from './config/load.ts'
import type { LimitNumbers } from './config/types.ts'
import type { Engine } from './engine/engine.ts'
import { forgetCounts } from './engine/limit-counts.ts'
import { writeVariants } from './engine/limit-master.ts'
import { limitIdsMax } from './engine/memory.ts'
import type { EngineSizes } from './engine/options.ts'
import { publish } from './engine/publish.ts'
import { configError, SluiceError } from './errors.ts'
import { changedFlags } from './flags-changed.ts'
import { type Identity, resolveIssuers } from './identity/identity.ts'
import { EntityLoader } from './identity/loader.ts'
import type { Tenants } from './identity/tenants.ts'
import { dumpLimits, type LimitDump } from './limit-dump.ts'
import { LimitIds, type NumberedLimit } from './limit-ids.ts'
import { LimitOverrides } from './limit-overrides.ts'
import type { LimitParts } from './limit-parts.ts'
import { restoreLimits } from './limit-restore.ts'
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
  readonly #identity: Identity
  readonly #loader: EntityLoader
  #follow: LoadOptions['follow']
  /** Gives limits their numbers in the table. */
  readonly limitIds: LimitIds
  /** The keys that have numbers of their own. */
  readonly overrides: LimitOverrides
  #liveLimits: readonly CompiledLimit[] = []
  /** The limits of which tenants were given their own numbers. */
  readonly #given = new Map<string, readonly string[]>()
  #digests: ReadonlyMap<string, string> = new Map()
  /** Publishing goes one after the other: the tail of the queue. */
  #queue: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(
    parts: LimitParts,
    identity: Identity,
    tenants: Tenants,
    source: string | object,
    options: CheckOptions,
  ) {
    const { engine } = parts
    this.#identity = identity
    this.#loader = new EntityLoader(
      identity.keys,
      definition => tenants.add(definition),
      id => tenants.delete(id),
    )
    const sweep = (id: number, successor: number) => {
      // The lane must know both.
      parts.table.refresh()
      parts.table.turnPeriod(successor, parts.elapsed())
      engine.evaluators.sweep(engine.lane, id, successor, parts.elapsed())
      if (successor === 0) forgetCounts(engine, id)
    }
    this.source = source
    this.#engine = engine
    this.#compiler = new Compiler(options)
    this.limitIds = new LimitIds(limitIdsMax(engine.sizes), sweep)
    this.overrides = new LimitOverrides(parts, this.limitIds)
  }

  /**
   * Makes a source live, after those that were asked for before it.
   * @throws SluiceError CONFIG_INVALID, CAPACITY_EXCEEDED, PUBLISH_BLOCKED, CLOSED
   */
  publish(source: string | object): Promise<PublishEvent> {
    const next = this.#queue.then(() => this.#publish(source))
    // Numbers that a config took which did not go live are free again.
    this.#queue = next.catch(() => this.#retain())
    return next
  }

  /** Takes up a dump, before the first config goes live. @throws SluiceError DUMP_INVALID */
  restore(dump: LimitDump, nowMs: number): void {
    restoreLimits(this.#engine, dump, nowMs)
    this.limitIds.resume(dump.header.ids)
    this.overrides.resume(dump.header.overrides)
  }

  /**
   * Gives a tenant its own numbers of limits, and takes those back that it was given before and has no more: all of it or
   * nothing. Returns what undoes it.
   */
  applyNumbers(tenant: string, numbers: Readonly<Record<string, LimitNumbers>>): () => void {
    const given = this.#given.get(tenant) ?? []
    const names = [...new Set([...given, ...Object.keys(numbers)])]
    const before = names.map(name => [name, this.overrides.numbersOf(name, tenant)] as const)
    const undo = () => {
      for (const [name, own] of before) this.#applyNumber(name, tenant, own)
      if (given.length > 0) this.#given.set(tenant, given)
      else this.#given.delete(tenant)
    }
    try {
      for (const name of names) this.#applyNumber(name, tenant, numbers[name])
    } catch (error) {
      undo()
      throw error
    }
    if (Object.keys(numbers).length > 0) this.#given.set(tenant, Object.keys(numbers))
    else this.#given.delete(tenant)
    return undo
  }

  #applyNumber(name: string, tenant: string, own: LimitNumbers | undefined): void {
    const before = this.overrides.numbersOf(name, tenant)
    if (own === undefined) this.overrides.delete(name, tenant)
    else if (JSON.stringify(own) !== JSON.stringify(before)) this.overrides.set(name, tenant, own)
  }

  dump(nowMs: number, wallMs: number): Uint8Array {
    return dumpLimits(this.#engine, this.limitIds, this.overrides, nowMs, wallMs)
  }

  /** Who is told what was read of a path: the watch. */
  follow(follow: LoadOptions['follow']): void {
    this.#follow = follow
  }

  /** Publishing that is still to come fails with CLOSED. */
  close(): void {
    this.#closed = true
    this.#loader.close()
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
    this.#checkPeppers(compiled)
    // A secret that is missing must keep the config from going live, and not refuse everybody afterwards.
    resolveIssuers(compiled.entities.issuers)
    const { bytes, limits, digests } = compiled
    const isReplaced = (limit: string, key: string) =>
      this.#loader.isKnown(key) && this.#given.get(key)?.includes(limit) === true
    const overrides = this.overrides.plan(limits, compiled.needs.identity, isReplaced)
    const numbered = limits.map(limit => this.limitIds.assign(limit))
    const own = overrides.limits.map(limit => this.limitIds.assign(limit))
    setLimitIds(
      bytes,
      numbered.map(({ id }) => id),
    )
    const { store, sets } = this.#identity
    const version = await publish(this.#engine, bytes, false, (next, flip) => {
      // Before the ruleset is live that says their names: what is not known yet cannot be asked for.
      this.#writeVariants([...numbered, ...own])
      // No set of permissions comes or goes between the two.
      store.locked(() => {
        sets.prepare(next)
        overrides.forget()
        flip()
      })
    })
    // The names have changed too.
    this.#engine.setLimitsEpoch(this.#engine.limitsEpoch + 2)
    this.#liveLimits = limits
    overrides.apply()
    this.#retain()
    this.#identity.trust(compiled.entities.issuers)
    await this.#loader.load(compiled.entities)
    if (this.#closed) throw new SluiceError('CLOSED', 'the engine was closed')
    // Of all versions since the one that was told of last.
    const flagsChanged = changedFlags(this.#digests, digests)
    this.#digests = digests
    return { version, flagsChanged }
  }

  #writeVariants(limits: readonly NumberedLimit[]): void {
    writeVariants(this.#engine, limits)
  }

  /** Numbers that no limit has any more are free again. */
  #retain(): void {
    this.limitIds.retain(this.#liveLimits, this.overrides.live)
  }

  /** @throws SluiceError OPTION_INVALID for a key that nobody could be verified by */
  #checkPeppers({ needs }: CompiledSource): void {
    for (const [pepper, id] of needs.identity?.peppers ?? []) {
      if (this.#identity.keys.hasPepper(pepper)) continue
      const message = `the key '${id}' is hashed under the pepper '${pepper}', which the option peppers does not have`
      throw new SluiceError('OPTION_INVALID', message)
    }
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
    const logs = limits.filter(({ variant }) => variant.algorithm === ALGORITHM_LOG)
    const longest = Math.max(0, ...logs.map(({ variant }) => variant.tokens))
    exceeded('a sliding log with a count', longest, 'logTokensMax')
    exceeded('a flag key with a length in bytes', needs.flagKeyBytes, 'keyBytesMax')
    exceeded('a limit name with a length in bytes', needs.limitNameBytes, 'keyBytesMax')
    if (needs.identity === undefined) return
    const { keys, tenants, bytes } = needs.identity
    exceeded('a number of keys', keys, 'keysMax')
    exceeded('a number of tenants', tenants, 'tenantsMax')
    exceeded('texts of keys and tenants with a length in bytes', bytes, 'identityBytesMax')
  }
}
