// Tokens, or slots in flight, that are held until it is known what they were for.
import { PART_LEASE, PART_LEASE_GENERATION } from '../assembly/shared/layout.ts'
import { LEASE_NONE } from '../assembly/shared/limit.ts'
import { LEASE_SETTLED } from '../assembly/shared/outcome.ts'
import { SluiceError } from './errors.ts'
import { checkCost, type LimitParts } from './limit-parts.ts'
import { type LimitAnswer, type LimitResult, partAddress } from './limit-result.ts'

/** A lease of the table: where it is, and how often that place was used. */
interface Lease {
  readonly index: number
  readonly generation: number
}

/** The state of a lease has 27 bits for it. */
const GENERATION_MAX = 2 ** 27 - 1
const ID = /^[0-9a-z]{1,6}-[0-9a-z]{1,6}(\.[0-9a-z]{1,6}-[0-9a-z]{1,6}){0,15}$/

function formatId(leases: readonly Lease[]): string {
  return leases
    .map(({ index, generation }) => `${index.toString(36)}-${generation.toString(36)}`)
    .join('.')
}

function parseId(id: string): Lease[] {
  if (typeof id !== 'string' || !ID.test(id)) {
    throw new SluiceError('RESERVATION_INVALID', 'the text is not the id of a reservation')
  }
  return id.split('.').map(text => {
    const [index = '', generation = ''] = text.split('-')
    const lease = { index: Number.parseInt(index, 36), generation: Number.parseInt(generation, 36) }
    if (lease.generation > GENERATION_MAX) {
      throw new SluiceError('RESERVATION_INVALID', 'the text is not the id of a reservation')
    }
    return lease
  })
}

/**
 * What `reserve` took, or was refused. Belongs to the caller. Any thread can settle it by its `id`; it is settled once,
 * whoever comes first, and ends by itself after its limit's time.
 */
export class Reservation {
  /** Whether the tokens are held. False: nothing was taken. */
  readonly allowed: boolean
  /** Of each limit, what it answered. */
  readonly answers: readonly LimitAnswer[]
  readonly #parts: LimitParts
  readonly #leases: Lease[]

  /** @internal */
  constructor(parts: LimitParts, results: readonly LimitResult[], allowed = results[0]!.allowed) {
    this.#parts = parts
    this.answers = results.map(result => result.toJSON())
    this.allowed = allowed
    const { u32 } = parts.engine
    const leases = results.map((_, which) => {
      const part = partAddress(parts.engine, which) >> 2
      const index = u32[part + (PART_LEASE >> 2)]!
      return { index, generation: u32[part + (PART_LEASE_GENERATION >> 2)]! }
    })
    // Limits in shadow allow what no lease is left for.
    this.#leases = allowed ? leases.filter(({ index }) => index !== LEASE_NONE) : []
  }

  /** The number by which any thread can settle it, as `Sluice.settle` does; '' of a refused one. */
  get id(): string {
    return formatId(this.#leases)
  }

  /**
   * Says what was really used: the rest is put back, or what is more is charged, whether there is room or not.
   * @param actual of each limit; one number for all. Without it, what was reserved
   * @returns whether it was still held: false after its deadline, or when it was settled before
   * @throws SluiceError COST_INVALID, CLOSED
   */
  commit(actual?: number | readonly number[]): boolean {
    return settle(this.#parts, this.#leases, actual)
  }

  /** Puts everything back. @returns whether it was still held */
  cancel(): boolean {
    return settle(this.#parts, this.#leases, 0)
  }

  /** Puts the slots back: the operation is over. The same as `cancel`. */
  release(): boolean {
    return this.cancel()
  }

  /** Holds for the limit's time from now on. @returns whether it was still held */
  renew(): boolean {
    const { engine } = this.#parts
    let held = this.#leases.length > 0
    for (const { index, generation } of this.#leases) {
      const outcome = this.#parts.repeat(nowMs => {
        this.#parts.table.views()
        return engine.evaluators.renewLease(engine.lane, index, generation, nowMs)
      })
      held &&= outcome === LEASE_SETTLED
    }
    return held
  }
}

/** Settles a reservation by its id: with `actual` tokens, or, if that is undefined, with what was reserved. */
export function settleReservation(
  parts: LimitParts,
  id: string,
  actual: number | readonly number[] | undefined,
): boolean {
  return settle(parts, parseId(id), actual)
}

/** A cost that means what was reserved. No cost is that large. */
const AS_RESERVED = 0xffffffff

function settle(
  parts: LimitParts,
  leases: readonly Lease[],
  actual: number | readonly number[] | undefined,
): boolean {
  const costs = leases.map((_, index) => {
    if (actual === undefined) return AS_RESERVED
    const cost = Array.isArray(actual) ? (actual[index] as number) : (actual as number)
    checkCost(cost)
    return cost
  })
  const { engine } = parts
  let held = leases.length > 0
  leases.forEach(({ index, generation }, which) => {
    const outcome = parts.repeat(nowMs => {
      parts.table.views()
      return engine.evaluators.settleLease(engine.lane, index, generation, costs[which]!, nowMs)
    })
    held &&= outcome === LEASE_SETTLED
  })
  return held
}
