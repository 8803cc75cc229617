// What requests in flight hold: slots, and estimates that wait for what the request really costs.
//
// A lease ends by itself after its limit's time, in case its thread died. A response that streams for longer is not
// dead, and without its lease another request would be admitted in its place: so leases are renewed until the end.
import { SluiceError } from '../errors.ts'
import type { Reservation } from '../reservation.ts'
import type { Sluice } from '../sluice.ts'

/** What is known at the end of what a request costs: undefined for what was reserved. */
export type ActualCost<Ended extends readonly unknown[]> = (...ended: Ended) => number | undefined

/** A part of a reservation. */
export interface HeldPart<Ended extends readonly unknown[]> {
  readonly id: string
  /** Undefined of slots, which are put back. */
  readonly actual: ActualCost<Ended> | undefined
}

/** What one request holds. Whoever admitted the request owes it one `end`. */
export class Held<Ended extends readonly unknown[]> {
  readonly #sluice: Sluice
  readonly #reservation: Reservation
  readonly #renewals: Renewals
  #parts: readonly HeldPart<Ended>[]

  constructor(
    sluice: Sluice,
    reservation: Reservation,
    renewals: Renewals,
    parts: readonly HeldPart<Ended>[],
  ) {
    this.#sluice = sluice
    this.#reservation = reservation
    this.#renewals = renewals
    this.#parts = parts
    renewals.add(this)
  }

  /**
   * Puts slots back and commits what was really used. Later calls do nothing. Does not throw: nobody is left to catch.
   * @param warn gets what `actual` throws, and a cost that is none: what was reserved is then charged
   */
  end(warn: (error: unknown) => void, ...ended: Ended): void {
    const parts = this.#parts
    if (parts.length === 0) return
    this.#parts = []
    this.#renewals.delete(this)
    for (const { id, actual } of parts) {
      if (actual === undefined) this.#settle(warn, id, 0)
      else this.#commit(warn, id, actual, ended)
    }
  }

  /** Holds for the limits' times from now on. */
  renew(): void {
    this.#reservation.renew()
  }

  #commit(
    warn: (error: unknown) => void,
    id: string,
    actual: ActualCost<Ended>,
    ended: Ended,
  ): void {
    let cost: number | undefined
    try {
      cost = actual(...ended)
    } catch (error) {
      warn(error)
    }
    if (!this.#settle(warn, id, cost)) this.#settle(warn, id, undefined)
  }

  /** False if the cost was none. */
  #settle(warn: (error: unknown) => void, id: string, cost: number | undefined): boolean {
    try {
      this.#sluice.settle(id, cost)
      return true
    } catch (error) {
      // With the engine everything that it held is gone.
      if (error instanceof SluiceError && error.code === 'CLOSED') return true
      warn(error)
      return false
    }
  }
}

/** Renews what is held, all of it at once. Does not keep the process alive; its timer runs while something is held. */
export class Renewals {
  readonly #intervalMs: number
  readonly #held = new Set<{ renew(): void }>()
  #timer: NodeJS.Timeout | undefined

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs
  }

  add(held: { renew(): void }): void {
    this.#held.add(held)
    this.#timer ??= setInterval(() => this.#renewAll(), this.#intervalMs).unref()
  }

  delete(held: { renew(): void }): void {
    this.#held.delete(held)
  }

  #renewAll(): void {
    // Not at the last `delete`: a timer for each request of a quiet server would be waste.
    if (this.#held.size === 0) {
      clearInterval(this.#timer)
      this.#timer = undefined
    }
    for (const held of this.#held) {
      try {
        held.renew()
      } catch {
        // The engine was closed.
        this.#held.delete(held)
      }
    }
  }
}
