// Gives variants of limits the small numbers that stand in the table's tags. A number belongs to a limit's name and all
// numbers of the variant: what a key has used under others is converted when the key is used again, for which what
// they were stays in the master table until the number is needed for something else.
import { SluiceError } from './errors.ts'
import type { CompiledLimit } from './rules/limit.ts'

/** A variant with its numbers in the table. */
export interface NumberedLimit {
  readonly limit: CompiledLimit
  readonly id: number
  /** The number under which its limit is counted, the same as long as there is a limit of that name. */
  readonly family: number
}

/** What tells variants apart: everything but the keys that have it. */
export function identityOf({ name, variant, details }: CompiledLimit): string {
  const { plan = '', calendar = null, windowMs } = details
  const numbers = Object.values(variant).map(String)
  return JSON.stringify([name, plan, calendar, windowMs, details.keys !== undefined, numbers])
}

export class LimitIds {
  readonly #max: number
  /** Called with an id that is about to be used again, and the one that goes on for it; 0 if its limit is gone. */
  readonly #sweep: (id: number, successor: number) => void
  readonly #ids = new Map<string, number>()
  readonly #families = new Map<string, number>()
  /** The limit whose id it is, or was last. */
  readonly #names = new Map<number, string>()
  /** The live variant of each limit itself. */
  readonly #own = new Map<string, number>()
  /** Variants of the live config. */
  #config: ReadonlySet<string> = new Set()
  #free: number[] = []
  #used = 0

  constructor(max: number, sweep: (id: number, successor: number) => void) {
    this.#max = max
    this.#sweep = sweep
  }

  /** The numbers that were given, for a dump. */
  get given(): {
    ids: [string, number][]
    families: [string, number][]
    names: [number, string][]
    used: number
  } {
    return {
      ids: [...this.#ids],
      families: [...this.#families],
      names: [...this.#names],
      used: this.#used,
    }
  }

  /** Takes up the numbers of a dump. Of a new object only. */
  resume({ ids, families, names, used }: LimitIds['given']): void {
    for (const [id, name] of names) this.#names.set(id, name)
    for (const [identity, id] of ids) this.#ids.set(identity, id)
    for (const [name, id] of families) this.#families.set(name, id)
    this.#used = used
    const taken = new Set([...this.#ids.values(), ...this.#families.values()])
    this.#free = Array.from({ length: used }, (_, index) => index + 1).filter(id => !taken.has(id))
  }

  /**
   * Numbers for a variant that is about to go live. A limit's own come before those of its plans and overrides.
   * @throws SluiceError CAPACITY_EXCEEDED
   */
  assign(limit: CompiledLimit): NumberedLimit {
    const identity = identityOf(limit)
    let id = this.#ids.get(identity)
    if (id === undefined) {
      id = this.#take()
      this.#ids.set(identity, id)
      this.#names.set(id, limit.name)
    }
    let family = this.#families.get(limit.name)
    if (family === undefined) {
      family = id
      this.#families.set(limit.name, family)
    }
    return { limit, id, family }
  }

  /** @throws SluiceError CAPACITY_EXCEEDED for variants that cannot all have numbers at once */
  checkRoom(limits: readonly CompiledLimit[]): void {
    if (new Set(limits.map(identityOf)).size > this.#max) throw noNumber()
  }

  /** Says which variants are live, of the config and added at run time: the numbers of all others become free. */
  retain(config: readonly CompiledLimit[], runtime: readonly CompiledLimit[] = []): void {
    const limits = [...config, ...runtime]
    const live = new Set(limits.map(identityOf))
    this.#own.clear()
    this.#config = new Set(config.map(identityOf))
    for (const limit of limits) {
      const id = this.#ids.get(identityOf(limit))
      if (limit.definition !== undefined && id !== undefined) this.#own.set(limit.name, id)
    }
    const names = new Set(limits.map(({ name }) => name))
    const freed = new Set<number>()
    for (const [identity, id] of this.#ids) {
      if (live.has(identity)) continue
      this.#ids.delete(identity)
      freed.add(id)
    }
    for (const [name, id] of this.#families) {
      if (names.has(name)) freed.delete(id)
      else {
        this.#families.delete(name)
        freed.add(id)
      }
    }
    const taken = new Set([...this.#ids.values(), ...this.#families.values()])
    const isFree = new Set(this.#free)
    for (const id of freed) if (!taken.has(id) && !isFree.has(id)) this.#free.push(id)
  }

  /** Frees the number of a variant that was added at run time, unless the config has it too. */
  release(limit: CompiledLimit): void {
    const identity = identityOf(limit)
    const id = this.#ids.get(identity)
    if (id === undefined || this.#config.has(identity)) return
    this.#ids.delete(identity)
    if (this.#families.get(limit.name) !== id) this.#free.push(id)
  }

  #take(): number {
    // A used id comes back only when there are no new ones, so that stragglers of its old limit have run out.
    if (this.#used < this.#max) return ++this.#used
    const id = this.#free.shift()
    if (id === undefined) throw noNumber()
    // Entries of its old limit, if that goes on under another id, are carried over to that one.
    this.#sweep(id, this.#own.get(this.#names.get(id) ?? '') ?? 0)
    return id
  }
}

function noNumber(): SluiceError {
  const message =
    'the config has more limits, plans and different overrides than the option limitsMax allows'
  return new SluiceError('CAPACITY_EXCEEDED', message)
}
