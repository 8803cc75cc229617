// How each algorithm counts one key, written from its definition and in the plainest way: times in ns and tokens as
// BigInt, no packing, no formulas for waiting. When something will be the case is found by asking for later times.
import type { Calendar } from '../../../src/limits/calendar.ts'

/** One ms in the unit of the model's times. */
export const MS = 1_000_000n
const HORIZON = 315_576_000_000n * MS

/** The engine's ms as ns. Clocks that say nonsense say 0 or the horizon. */
export function nanoseconds(nowMs: number): bigint {
  if (!(nowMs > 0)) return 0n
  if (nowMs >= Number(HORIZON / MS)) return HORIZON
  const whole = Math.floor(nowMs)
  return BigInt(whole) * MS + BigInt(Math.floor((nowMs - whole) * 1e6))
}

const larger = (left: bigint, right: bigint) => (left > right ? left : right)
const smaller = (left: bigint, right: bigint) => (left < right ? left : right)
const divideUp = (value: bigint, divisor: bigint) => (value + divisor - 1n) / divisor

/** When something was taken, as far as giving back goes by it. */
export type Stamp = bigint | undefined

/** What one key has used. `now` is in ns since the engine was opened. */
export interface Meter {
  /** Tokens of a full bucket, or slots. */
  readonly tokens: bigint
  /** The step in which time is counted, in ns. */
  readonly quantum: bigint
  /** Tokens that fit now. */
  usable(now: bigint): bigint
  /** Whether anything that was taken still counts. */
  isUsed(now: bigint): boolean
  /** Takes, whether it fits or not. */
  charge(now: bigint, tokens: bigint): Stamp
  /** Puts back of what counts. */
  give(now: bigint, tokens: bigint): void
  /** Puts back of what was taken at the stamp. */
  returned(now: bigint, tokens: bigint, stamp: Stamp): void
  /** Takes more of what was taken at the stamp, as if it had been then. */
  added(now: bigint, tokens: bigint, stamp: Stamp): void
  reset(): void
}

/** Time from `now` until `isTrue`, which stays true; in ns. Found by halving. */
export function timeUntil(now: bigint, isTrue: (later: bigint) => boolean): bigint {
  if (isTrue(now)) return 0n
  let low = 0n
  let high = MS
  while (!isTrue(now + high)) {
    low = high
    high *= 2n
    if (high > 1n << 80n) throw new Error('it never becomes true')
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (isTrue(now + middle)) high = middle
    else low = middle
  }
  return high
}

export interface BucketNumbers {
  count: bigint
  periodMs: bigint
  burst: bigint
}

/** A bucket that fills with `count` tokens a period. What it lacks is kept in tokens × period, at a time × count. */
export class Bucket implements Meter {
  readonly tokens: bigint
  readonly quantum: bigint
  readonly #count: bigint
  readonly #period: bigint
  /** When it is full again, times `count`. */
  #full = 0n

  constructor({ count, periodMs, burst }: BucketNumbers) {
    this.tokens = burst
    this.#count = count
    this.#period = periodMs * MS
    this.quantum = finestQuantum(count, this.#period, burst)
  }

  #now(now: bigint): bigint {
    return (now / this.quantum) * this.quantum * this.#count
  }

  usable(now: bigint): bigint {
    const lack = larger(this.#full - this.#now(now), 0n)
    return larger(this.tokens * this.#period - lack, 0n) / this.#period
  }

  isUsed(now: bigint): boolean {
    return this.#full > this.#now(now)
  }

  charge(now: bigint, tokens: bigint): Stamp {
    this.#full = larger(this.#full, this.#now(now)) + tokens * this.#period
    return this.#full
  }

  give(now: bigint, tokens: bigint): void {
    if (this.isUsed(now)) this.#full = larger(this.#full - tokens * this.#period, this.#now(now))
  }

  /** At most what of it has not come back by itself: that, others may have taken since. */
  returned(now: bigint, tokens: bigint, stamp: Stamp): void {
    const left = larger((stamp ?? 0n) - this.#now(now), 0n)
    this.#full -= smaller(tokens * this.#period, left)
  }

  /** Where others have taken since, nobody can tell which of it has come back. */
  added(now: bigint, tokens: bigint, stamp: Stamp): void {
    if (this.#full === stamp) this.#full += tokens * this.#period
    else this.charge(now, tokens)
  }

  reset(): void {
    this.#full = 0n
  }
}

/** The finest of ns, µs and ms in which ten years and two full buckets stay below 2^60 (docs/limits.md). */
function finestQuantum(count: bigint, period: bigint, burst: bigint): bigint {
  for (const quantum of [1n, 1_000n, MS]) {
    if (period % quantum !== 0n) continue
    const steps = period / quantum
    let [left, right] = [count, steps]
    while (right !== 0n) [left, right] = [right, left % right]
    const [a, b] = [count / left, steps / left]
    if ((HORIZON / quantum) * a + 2n * burst * b < 1n << 60n) return quantum
  }
  throw new Error('the rate is not exact')
}

/** Windows that are told apart by where they are: the one that a time is in, and when that ends. */
abstract class Window implements Meter {
  readonly tokens: bigint
  readonly quantum = MS
  #window: { id: bigint; end: bigint } | undefined
  #count = 0n

  constructor(tokens: bigint) {
    this.tokens = tokens
  }

  /** Of a window that is opened now. */
  protected abstract at(now: bigint): { id: bigint; end: bigint }

  /** A clock that goes back does not reopen what is over, so a window counts until it ends. */
  protected isLive(now: bigint, window: { id: bigint; end: bigint }): boolean {
    return now < window.end
  }

  #used(now: bigint): bigint {
    return this.#window !== undefined && this.isLive(now, this.#window) ? this.#count : 0n
  }

  usable(now: bigint): bigint {
    return larger(this.tokens - this.#used(now), 0n)
  }

  isUsed(now: bigint): boolean {
    return this.#used(now) > 0n
  }

  charge(now: bigint, tokens: bigint): Stamp {
    if (this.#window === undefined || !this.isLive(now, this.#window)) {
      this.#window = this.at(now)
      this.#count = 0n
    }
    this.#count += tokens
    return this.#window.id
  }

  give(now: bigint, tokens: bigint): void {
    this.#count -= smaller(tokens, this.#used(now))
  }

  returned(now: bigint, tokens: bigint, stamp: Stamp): void {
    if (this.#window?.id !== stamp) return
    this.give(now, tokens)
    // What was only reserved in it has not begun a window.
    if (this.#count === 0n) this.#window = undefined
  }

  added(_now: bigint, tokens: bigint, stamp: Stamp): void {
    if (this.#window?.id === stamp) this.#count += tokens
  }

  reset(): void {
    this.#window = undefined
    this.#count = 0n
  }
}

/** In step with the Unix time. */
export class AlignedWindow extends Window {
  readonly #period: bigint
  readonly #wall: bigint

  constructor(tokens: bigint, periodMs: bigint, wallAtOpenMs: number) {
    super(tokens)
    this.#period = periodMs * MS
    this.#wall = BigInt(wallAtOpenMs) * MS
  }

  protected at(now: bigint): { id: bigint; end: bigint } {
    const id = (now + this.#wall) / this.#period
    return { id, end: (id + 1n) * this.#period - this.#wall }
  }
}

/** From the first hit on for one period, at least: it ends with a ms. */
export class FirstHitWindow extends Window {
  readonly #period: bigint

  constructor(tokens: bigint, periodMs: bigint) {
    super(tokens)
    this.#period = periodMs * MS
  }

  protected at(now: bigint): { id: bigint; end: bigint } {
    const end = divideUp(now, MS) * MS + this.#period
    return { id: end, end }
  }
}

/** The calendar's periods, as `Calendar` has them. */
export class QuotaWindow extends Window {
  readonly #calendar: Calendar
  readonly #wallAtOpenMs: number

  constructor(tokens: bigint, calendar: Calendar, wallAtOpenMs: number) {
    super(tokens)
    this.#calendar = calendar
    this.#wallAtOpenMs = wallAtOpenMs
  }

  protected at(now: bigint): { id: bigint; end: bigint } {
    const { startMs, endMs } = this.#calendar.periodAt(Number(now / MS) + this.#wallAtOpenMs)
    return { id: BigInt(startMs), end: BigInt(endMs - this.#wallAtOpenMs) * MS }
  }
}

/** This window and the one before, which fades as this one goes on, or, if strict, does not. In whole ms. */
export class SlidingWindow implements Meter {
  readonly tokens: bigint
  readonly quantum = MS
  readonly #period: bigint
  readonly #isStrict: boolean
  #index = 0n
  #before = 0n
  #count = 0n

  constructor(tokens: bigint, periodMs: bigint, isStrict: boolean) {
    this.tokens = tokens
    this.#period = periodMs
    this.#isStrict = isStrict
  }

  /** The counts as they are at a time: index, before, count. */
  #at(now: bigint): [bigint, bigint, bigint] {
    const index = now / MS / this.#period
    if (index <= this.#index) return [this.#index, this.#before, this.#count]
    return [index, index === this.#index + 1n ? this.#count : 0n, 0n]
  }

  /** Used tokens times the period. */
  #used(now: bigint): bigint {
    const [index, before, count] = this.#at(now)
    const left = smaller((index + 1n) * this.#period - now / MS, this.#period)
    return count * this.#period + before * (this.#isStrict ? this.#period : left)
  }

  usable(now: bigint): bigint {
    return larger(this.tokens * this.#period - this.#used(now), 0n) / this.#period
  }

  isUsed(now: bigint): boolean {
    return this.#used(now) > 0n
  }

  charge(now: bigint, tokens: bigint): Stamp {
    ;[this.#index, this.#before, this.#count] = this.#at(now)
    this.#count += tokens
    return this.#index
  }

  give(now: bigint, tokens: bigint): void {
    ;[this.#index, this.#before, this.#count] = this.#at(now)
    const here = smaller(tokens, this.#count)
    this.#count -= here
    this.#before -= smaller(tokens - here, this.#before)
  }

  returned(now: bigint, tokens: bigint, stamp: Stamp): void {
    ;[this.#index, this.#before, this.#count] = this.#at(now)
    if (stamp === this.#index) this.#count -= smaller(tokens, this.#count)
    else if (stamp === this.#index - 1n) this.#before -= smaller(tokens, this.#before)
  }

  added(now: bigint, tokens: bigint, stamp: Stamp): void {
    ;[this.#index, this.#before, this.#count] = this.#at(now)
    if (stamp === this.#index) this.#count += tokens
    else if (stamp === this.#index - 1n) this.#before += tokens
  }

  reset(): void {
    ;[this.#index, this.#before, this.#count] = [0n, 0n, 0n]
  }
}

/** The time of every token, in µs. */
export class Log implements Meter {
  readonly tokens: bigint
  readonly quantum = 1_000n
  readonly #period: bigint
  readonly #room: number
  #times: bigint[] = []

  constructor(tokens: bigint, periodMs: bigint, room: number) {
    this.tokens = tokens
    this.#period = periodMs * MS
    this.#room = room
  }

  #live(now: bigint): bigint[] {
    const at = (now / this.quantum) * this.quantum
    return this.#times.filter(time => time + this.#period > at)
  }

  usable(now: bigint): bigint {
    return larger(this.tokens - BigInt(this.#live(now).length), 0n)
  }

  isUsed(now: bigint): boolean {
    return this.#live(now).length > 0
  }

  charge(now: bigint, tokens: bigint): Stamp {
    // Times stay in order where clocks do not.
    const at = larger((now / this.quantum) * this.quantum, this.#times.at(-1) ?? 0n)
    this.#times = this.#live(now)
    const fit = Math.min(Number(tokens), this.#room - this.#times.length)
    for (let rest = fit; rest > 0; rest--) this.#times.push(at)
    return at
  }

  give(_now: bigint, tokens: bigint): void {
    this.#times = this.#times.slice(0, Math.max(this.#times.length - Number(tokens), 0))
  }

  returned(_now: bigint, tokens: bigint, stamp: Stamp): void {
    let rest = tokens
    this.#times = this.#times.filter(time => time !== stamp || rest-- <= 0n)
  }

  added(now: bigint, tokens: bigint, stamp: Stamp): void {
    this.#times = this.#live(now)
    const fit = Math.min(Number(tokens), this.#room - this.#times.length)
    for (let rest = fit; rest > 0; rest--) this.#times.push(stamp ?? 0n)
    this.#times.sort((left, right) => Number(left - right))
  }

  reset(): void {
    this.#times = []
  }
}

/** What is in flight. */
export class Slots implements Meter {
  readonly tokens: bigint
  readonly quantum = 1n
  #inFlight = 0n

  constructor(tokens: bigint) {
    this.tokens = tokens
  }

  usable(): bigint {
    return larger(this.tokens - this.#inFlight, 0n)
  }

  isUsed(): boolean {
    return this.#inFlight > 0n
  }

  charge(_now: bigint, tokens: bigint): Stamp {
    this.#inFlight += tokens
    return undefined
  }

  give(_now: bigint, tokens: bigint): void {
    this.#inFlight -= smaller(tokens, this.#inFlight)
  }

  returned(now: bigint, tokens: bigint): void {
    this.give(now, tokens)
  }

  /** Slots are for as long as the operation runs, whatever it costs. */
  added(): void {}

  reset(): void {
    this.#inFlight = 0n
  }
}
