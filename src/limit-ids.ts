// Gives limits the small numbers that stand in the table's tags. A number belongs to a name and a rate: the buckets of
// a limit whose rate changes count in other units, so it gets a new one and starts with fresh buckets.
import { SluiceError } from './errors.ts'
import type { CompiledLimit } from './rules/limit.ts'

function identityOf({ name, rate, cost, quantum }: CompiledLimit): string {
  return JSON.stringify([name, String(rate), String(cost), quantum])
}

export class LimitIds {
  readonly #max: number
  /** Called with an id that is about to be used again. */
  readonly #sweep: (id: number) => void
  #ids = new Map<string, number>()
  readonly #free: number[] = []
  #used = 0

  constructor(max: number, sweep: (id: number) => void) {
    this.#max = max
    this.#sweep = sweep
  }

  /**
   * Ids for the limits of a config that is about to go live.
   * @throws SluiceError CAPACITY_EXCEEDED
   */
  assign(limit: CompiledLimit): number {
    const identity = identityOf(limit)
    let id = this.#ids.get(identity)
    if (id === undefined) {
      id = this.#take()
      this.#ids.set(identity, id)
    }
    return id
  }

  /** Says which limits are live: the ids of all others become free. */
  retain(limits: readonly CompiledLimit[]): void {
    const live = new Set(limits.map(identityOf))
    for (const [identity, id] of this.#ids) {
      if (live.has(identity)) continue
      this.#ids.delete(identity)
      this.#free.push(id)
    }
  }

  #take(): number {
    // A used id comes back only when there are no new ones, so that stragglers of its old limit have run out.
    if (this.#used < this.#max) return ++this.#used
    const id = this.#free.shift()
    if (id === undefined) {
      throw new SluiceError(
        'CAPACITY_EXCEEDED',
        'the config has more limits than twice the option limitsMax',
      )
    }
    this.#sweep(id)
    return id
  }
}
