// The wall clock, for windows that follow the calendar. All threads count on the monotonic clock, and add what the
// thread that opened the engine says: so they agree, and a call reads one clock and not two. That the wall clock was
// set, or that the machine slept, is noticed within a second.
import type { Clock } from './clock.ts'
import type { Engine } from './engine.ts'

const SYNC_MS = 1_000
/** Two readings one after the other differ by so much at times without any clock having been set. */
const TOLERANCE_MS = 2

export class WallClock {
  readonly #engine: Engine
  readonly #elapsed: Clock
  readonly #wallClock: Clock
  readonly #timer: NodeJS.Timeout

  constructor(engine: Engine, elapsed: Clock, wallClock: Clock) {
    this.#engine = engine
    this.#elapsed = elapsed
    this.#wallClock = wallClock
    this.#timer = setInterval(() => this.sync(), SYNC_MS).unref()
  }

  /** Takes over what the wall clock says; one that says no time of ours is not followed. */
  sync(): void {
    const offset = Math.floor(this.#wallClock()) - Math.floor(Math.max(this.#elapsed(), 0))
    if (!Number.isSafeInteger(offset) || offset < 0) return
    if (Math.abs(offset - this.#engine.wallOffset) > TOLERANCE_MS) this.#engine.wallOffset = offset
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
