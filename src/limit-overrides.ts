// Keys that have numbers of their own: some say so in the config, some got them at run time. Those of run time come
// first, and survive reloads. Only the thread that opened the engine has them; the table has what they come to.

import { ALGORITHM_LOG } from '../assembly/shared/limit.ts'
import type { LimitAlgorithm, LimitDefinition, LimitNumbers } from './config/types.ts'
import { writeVariants } from './engine/limit-master.ts'
import { SluiceError } from './errors.ts'
import type { IdentityNeeds } from './identity/needs.ts'
import { identityOf, type LimitIds } from './limit-ids.ts'
import type { LimitKey, LimitParts } from './limit-parts.ts'
import type { CompiledLimit } from './rules/limit.ts'
import { compileOverride } from './rules/limit.ts'
import { RuleError } from './rules/rule-error.ts'

/** The overrides of one limit. */
interface Own {
  /** From the config: the variant of each key. */
  config: Map<string, CompiledLimit>
  /** From run time: the numbers of each key, and what they were compiled to. */
  runtime: Map<string, { numbers: LimitNumbers; limit: CompiledLimit | undefined }>
  /** What the table has: of each key the id of its variant. */
  applied: Map<string, number>
  definition: LimitDefinition | undefined
}

/** What a config that is about to go live makes of the overrides. */
export interface OverridePlan {
  /** Variants of keys that got their numbers at run time, under the limits of the new config. */
  readonly limits: readonly CompiledLimit[]
  /** In the moment before it is live: takes the numbers of keys back whose limits it has no more. */
  forget(): void
  /** Once it is live. */
  apply(): void
}

/** What tenants will be given. */
type TenantOverrides = Pick<IdentityNeeds, 'overrides' | 'overrideKeyBytes' | 'numbers'>
/** Whether the numbers that a key got at run time are those of a tenant of the config, which the next one gives anew. */
type IsReplaced = (limit: string, key: string) => boolean

export class LimitOverrides {
  readonly #parts: LimitParts
  readonly #ids: LimitIds
  #own = new Map<string, Own>()
  /** How many keys have each variant of run time, by its identity. */
  readonly #uses = new Map<string, number>()

  constructor(parts: LimitParts, ids: LimitIds) {
    this.#parts = parts
    this.#ids = ids
  }

  /** @throws SluiceError CAPACITY_EXCEEDED: before a config goes live that cannot have its overrides */
  #check(
    own: ReadonlyMap<string, Own>,
    needs: TenantOverrides | undefined,
    isReplaced: IsReplaced,
  ): void {
    const { sizes } = this.#parts.engine
    let count = needs?.overrides ?? 0
    for (const [name, { config, runtime }] of own) {
      const others = [...runtime.keys()].filter(key => !isReplaced(name, key))
      count += new Set([...config.keys(), ...others]).size
      for (const key of config.keys()) {
        if (Buffer.byteLength(key) <= sizes.keyBytesMax) continue
        const message = `a key in the overrides of the limit '${name}' is longer than the option keyBytesMax (${sizes.keyBytesMax}) allows`
        throw new SluiceError('CAPACITY_EXCEEDED', message)
      }
    }
    if ((needs?.overrideKeyBytes ?? 0) > sizes.keyBytesMax) {
      const message = `a tenant has numbers of its own, and an id longer than the option keyBytesMax (${sizes.keyBytesMax}) allows`
      throw new SluiceError('CAPACITY_EXCEEDED', message)
    }
    if (count <= sizes.exceptionsMax) return
    const message = `the config has ${count} keys with numbers of their own, more than the option exceptionsMax (${sizes.exceptionsMax}) allows`
    throw new SluiceError('CAPACITY_EXCEEDED', message)
  }

  /** The variants that run time has added. */
  get live(): CompiledLimit[] {
    return [...this.#own.values()].flatMap(({ runtime }) => {
      return [...runtime.values()].flatMap(({ limit }) => limit ?? [])
    })
  }

  /** Of each limit the numbers that keys got at run time, and what the table has, for a dump. */
  get given(): [name: string, numbers: [string, LimitNumbers][], applied: [string, number][]][] {
    return [...this.#own].map(([name, { runtime, applied }]) => {
      return [name, [...runtime].map(([key, { numbers }]) => [key, numbers]), [...applied]]
    })
  }

  /** Takes up what a dump had, before the first config goes live. */
  resume(given: LimitOverrides['given']): void {
    for (const [name, keys, applied] of given) {
      const own = this.#of(name)
      own.applied = new Map(applied)
      for (const [key, numbers] of keys) {
        // Compiled under the config that is about to go live.
        own.runtime.set(key, { numbers, limit: undefined })
      }
    }
  }

  /**
   * Compiles the overrides for the limits of a config. What no longer fits is dropped when the config goes live.
   * @param tenants what tenants will be given once it is
   * @throws SluiceError CAPACITY_EXCEEDED, NUMBERS_INVALID: it cannot go live
   */
  plan(
    limits: readonly CompiledLimit[],
    tenants: TenantOverrides | undefined,
    isReplaced: IsReplaced,
  ): OverridePlan {
    const next = new Map<string, Own>()
    for (const { name, definition } of limits) {
      if (definition !== undefined) {
        const { applied = new Map(), runtime = new Map() } = this.#own.get(name) ?? {}
        next.set(name, {
          config: new Map(),
          runtime: recompile(name, definition, runtime),
          applied,
          definition,
        })
      }
    }
    for (const limit of limits) {
      for (const key of limit.details.keys ?? []) next.get(limit.name)!.config.set(key, limit)
    }
    this.#check(next, tenants, isReplaced)
    const added = [...next.values()].flatMap(({ runtime }) => {
      return [...runtime.values()].flatMap(({ limit }) => limit ?? [])
    })
    const own = (tenants?.numbers ?? []).flatMap(([name, numbers]) => {
      const definition = next.get(name)?.definition
      return definition === undefined ? [] : this.#compile(name, definition, numbers)
    })
    const others = [...next].flatMap(([name, { runtime }]) => {
      return [...runtime].flatMap(([key, { limit }]) =>
        isReplaced(name, key) ? [] : (limit ?? []),
      )
    })
    this.#ids.checkRoom([...limits, ...others, ...own])
    const forget = () => {
      for (const [name, { applied }] of this.#own) {
        if (next.has(name)) continue
        for (const key of applied.keys()) this.#override(name, key, 0)
        applied.clear()
      }
    }
    const apply = () => {
      this.#own = next
      this.#uses.clear()
      for (const limit of this.live) this.#use(limit)
      for (const [name, own] of next) this.#apply(name, own)
    }
    return { limits: added, forget, apply }
  }

  /**
   * Gives a key numbers of its own, or other ones.
   * @throws SluiceError LIMIT_NOT_FOUND, NUMBERS_INVALID, CAPACITY_EXCEEDED, EXCEPTIONS_EXHAUSTED
   */
  set(name: string, key: string, numbers: LimitNumbers): void {
    const own = this.#own.get(name)
    if (own?.definition === undefined) {
      throw new SluiceError('LIMIT_NOT_FOUND', `there is no limit '${name}'`)
    }
    const limit = this.#compile(name, own.definition, numbers)
    const numbered = this.#ids.assign(limit)
    const before = own.runtime.get(key)
    this.#use(limit)
    own.runtime.set(key, { numbers, limit })
    writeVariants(this.#parts.engine, [numbered])
    try {
      this.#applyKey(name, own, key)
    } catch (error) {
      if (before === undefined) own.runtime.delete(key)
      else own.runtime.set(key, before)
      this.#release(limit)
      throw error
    }
    if (before?.limit !== undefined) this.#release(before.limit)
  }

  /** Gives the number of a variant back that no key has any more. */
  #release(limit: CompiledLimit): void {
    const identity = identityOf(limit)
    const rest = (this.#uses.get(identity) ?? 0) - 1
    if (rest > 0) this.#uses.set(identity, rest)
    else {
      this.#uses.delete(identity)
      this.#ids.release(limit)
    }
  }

  #use(limit: CompiledLimit): void {
    const identity = identityOf(limit)
    this.#uses.set(identity, (this.#uses.get(identity) ?? 0) + 1)
  }

  /** The numbers that a key got at run time; undefined if it has none. */
  numbersOf(name: string, key: string): LimitNumbers | undefined {
    return this.#own.get(name)?.runtime.get(key)?.numbers
  }

  /** @throws SluiceError NUMBERS_INVALID */
  #compile(name: string, definition: LimitDefinition, numbers: LimitNumbers): CompiledLimit {
    const limit = compileNumbers(name, definition, numbers)
    const most = this.#parts.engine.sizes.logTokensMax
    if (limit.variant.algorithm === ALGORITHM_LOG && limit.variant.tokens > most) {
      const message = `a log of ${limit.variant.tokens} is longer than the option logTokensMax (${most}) allows`
      throw new SluiceError('NUMBERS_INVALID', message)
    }
    return limit
  }

  /** Takes a key's own numbers of run time back: then those of the config apply. Returns whether it had any. */
  delete(name: string, key: string): boolean {
    const own = this.#own.get(name)
    const before = own?.runtime.get(key)
    if (own === undefined || before === undefined) return false
    own.runtime.delete(key)
    this.#applyKey(name, own, key)
    if (before.limit !== undefined) this.#release(before.limit)
    return true
  }

  #of(name: string): Own {
    let own = this.#own.get(name)
    if (own === undefined) {
      own = { config: new Map(), runtime: new Map(), applied: new Map(), definition: undefined }
      this.#own.set(name, own)
    }
    return own
  }

  /** Brings the table to what the limit's overrides say. */
  #apply(name: string, own: Own): void {
    for (const key of own.applied.keys()) {
      if (!own.config.has(key) && !own.runtime.has(key)) this.#applyKey(name, own, key)
    }
    for (const key of new Set([...own.config.keys(), ...own.runtime.keys()])) {
      try {
        this.#applyKey(name, own, key)
      } catch (error) {
        // The config is live: blocked keys have the room. Everything else stays as it should be.
        if (!(error instanceof SluiceError)) throw error
        const { message, code } = error
        const text = `the key '${key}' of the limit '${name}' goes without its own numbers: ${message}`
        process.emitWarning(text, { type: 'SluiceWarning', code })
      }
    }
  }

  #applyKey(name: string, own: Own, key: string): void {
    const limit = own.runtime.get(key)?.limit ?? own.config.get(key)
    const id = limit === undefined ? 0 : this.#ids.assign(limit).id
    if ((own.applied.get(key) ?? 0) === id) return
    const outcome = this.#override(name, key, id)
    if (outcome === 0) {
      const max = this.#parts.engine.sizes.exceptionsMax
      throw new SluiceError(
        'EXCEPTIONS_EXHAUSTED',
        `no key more can be blocked or have numbers of its own (option exceptionsMax: ${max})`,
      )
    }
    if (id === 0) own.applied.delete(key)
    else own.applied.set(key, id)
  }

  #override(name: string, key: LimitKey, id: number): number {
    const { engine, table } = this.#parts
    return this.#parts.repeat(nowMs => {
      const view = table.view(name)
      this.#parts.fill(0, view, view.id, key, 0)
      return engine.evaluators.setOverride(engine.lane, id, nowMs)
    })
  }
}

const PROPERTIES: Readonly<Record<LimitAlgorithm, readonly string[]>> = {
  gcra: ['rate', 'burst'],
  'fixed-window': ['rate'],
  'sliding-window': ['rate'],
  'sliding-log': ['rate'],
  concurrency: ['limit'],
  quota: ['limit', 'anchor'],
}

const texts = ['rate', 'anchor']

/** @throws SluiceError NUMBERS_INVALID */
function compileNumbers(
  name: string,
  definition: LimitDefinition,
  numbers: LimitNumbers,
): CompiledLimit {
  const { algorithm = 'gcra' } = definition
  const known = PROPERTIES[algorithm]
  const given =
    typeof numbers === 'string'
      ? ['rate']
      : typeof numbers === 'number'
        ? ['limit']
        : Object.keys(numbers ?? {})
  const isWrong = (property: string) => {
    const value = typeof numbers === 'object' ? numbers[property as 'rate'] : numbers
    return (
      !known.includes(property) || typeof value !== (texts.includes(property) ? 'string' : 'number')
    )
  }
  if (given.length === 0 || given.some(isWrong)) {
    const message = `a key of the ${algorithm} limit '${name}' can have ${known.join(' and ')} of its own at run time, found ${given.join(', ') || 'nothing'}`
    throw new SluiceError('NUMBERS_INVALID', message)
  }
  try {
    return compileOverride(name, definition, numbers)
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    const { message, expected, found } = error.problem
    throw new SluiceError('NUMBERS_INVALID', `${message}: expected ${expected}, found ${found}`)
  }
}

/** What was given at run time, under another definition of the limit; without what that cannot have. */
function recompile(
  name: string,
  definition: LimitDefinition,
  runtime: Own['runtime'],
): Own['runtime'] {
  const next: Own['runtime'] = new Map()
  for (const [key, { numbers }] of runtime) {
    try {
      next.set(key, { numbers, limit: compileNumbers(name, definition, numbers) })
    } catch (error) {
      if (!(error instanceof SluiceError)) throw error
      process.emitWarning(
        `the key '${key}' loses its own numbers under the limit '${name}': ${error.message}`,
        { type: 'SluiceWarning', code: error.code },
      )
    }
  }
  return next
}
