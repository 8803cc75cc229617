// The vocabulary of the golden tables: what other rate limiters publish as tests, as data to run against ours.
//
// Numbers are facts of the tables they come from; names, words and structure are ours. A scenario opens one limit and
// does its steps in order. What is left open in `expect` is not checked.
//
// Times. `at` counts ms from the start of the scenario, with fractions down to 1 ns; it may go back. The engine is
// opened at 0, the wall clock then says `startsAt` and runs along. `resetMs` and `retryMs` are the true spans, rounded
// up to the ns: a limiter that counts in coarser quanta may say up to one quantum more, never less.
//
// Nanoseconds of the originals are milliseconds here, where a rate could not say them: 10 per 100 ns is 10/100ms.

/** What becomes of what a key has used, when its limit gets other numbers. Of fractions, too: nothing is rounded. */
export type ChangeRule =
  /** What was used stays used: left is the new limit less that, at least 0. */
  | 'used'
  /** What was left is left, at most the new limit. */
  | 'as-is'
  /** The same part of the limit is left. */
  | 'proportional'
  /** What was left is left, and what the limit has grown by is added; at most the new limit. */
  | 'additive'
  /** All is left. */
  | 'reset'

interface Changing {
  /** That of the definition which comes into force counts; the tables give it to both. */
  change?: ChangeRule
}

/** A bucket of `burst` tokens that fills at `rate`. */
export interface Gcra extends Changing {
  algorithm: 'gcra'
  rate: string
  burst: number
}

/** So many per window. Windows start with a key's first hit, or at multiples of their length since 1970. */
export interface FixedWindow extends Changing {
  algorithm: 'fixed-window'
  rate: string
  window: 'first-hit' | 'aligned'
}

/** This window's count, and that of the one before as far as it still reaches into the last window's length. */
export interface SlidingWindow extends Changing {
  algorithm: 'sliding-window'
  rate: string
}

/** So many in the last window's length, whenever that is. */
export interface SlidingLog extends Changing {
  algorithm: 'sliding-log'
  rate: string
}

/** So many per period of the calendar. */
export interface Quota extends Changing {
  algorithm: 'quota'
  limit: number
  period: 'day' | 'week' | 'month' | 'year'
  timeZone: string
}

/** A limit in the words of a config. */
export type LimitDefinition = Gcra | FixedWindow | SlidingWindow | SlidingLog | Quota

export type Code = 'ALLOWED' | 'LIMITED' | 'COST_EXCEEDS_LIMIT'

/**
 * What a step answers. Of `give`, `reset` and `change`: what a peek of cost 0 says right after it. A refusal changes
 * nothing and says what is left, not 0.
 */
export interface Expect {
  allowed?: boolean
  code?: Code
  /** Whole tokens left, rounded down. */
  remaining?: number
  /** Ms until nothing is used any more; of windows and quotas, until theirs ends. Left open where nothing is counted. */
  resetMs?: number
  /** Ms until the same cost is allowed, if nothing else is taken. 0 if it is, null if it never will be. */
  retryMs?: number | null
  /** Of `takeUpTo`. */
  granted?: number
}

interface Timed {
  at: number
  /** Whose tokens; 'key' if left out. */
  key?: string
  /** How often, one after the other at the same time: each must answer as expected. Once if left out. */
  times?: number
  expect: Expect
}

/** A call with a cost, an integer from 0 to 2147483647. */
export interface CostStep extends Timed {
  /** `takeUpTo` takes what is left, at most the cost; `give` puts back, the limit at most. */
  op: 'take' | 'peek' | 'give' | 'takeUpTo'
  cost: number
}

/** All tokens of the key are there again. */
export interface ResetStep extends Timed {
  op: 'reset'
}

/** From here on the limit has the definition `to`. */
export interface ChangeStep extends Timed {
  op: 'change'
  to: LimitDefinition
}

export type Step = CostStep | ResetStep | ChangeStep

/** Where the numbers come from. */
export type Origin =
  /** The original says the same, but for names and units; numbers that it leaves open are filled in. */
  | 'published'
  /** The costs and times are the original's; an expectation is ours, as `corrects` or `differs` explains. */
  | 'adapted'
  /** Not in the original's tests: worked out from its code, its issues, or its arithmetic. */
  | 'derived'

interface Told {
  name: string
  /** What it shows, or guards against. */
  why: string
  origin: Origin
  /** A bug of the original: what it did, where the right answer is expected here. */
  corrects?: string
  /** Not a bug: another model, or coarser numbers. What the original says. */
  differs?: string
}

export interface Scenario extends Told {
  limit: LimitDefinition
  /** When the scenario starts by the wall clock: 2026-01-01T00:00:00.000Z if left out, where all windows start. */
  startsAt?: string
  steps: readonly Step[]
}

/** One call over several limits: all of them, or none. Each limit has one key, 'key'. */
export interface TogetherStep {
  at: number
  /** Cost by the name of the limit; the limits that are not named are not asked. */
  take: Readonly<Record<string, number>>
  expect: {
    allowed?: boolean
    /** Until all of them have enough. */
    retryMs?: number | null
    /** By the name of the limit, also of those not asked: what a peek says right after. */
    remaining?: Readonly<Record<string, number>>
  }
}

export interface TogetherScenario extends Told {
  limits: Readonly<Record<string, LimitDefinition>>
  steps: readonly TogetherStep[]
}

/**
 * A state of a sliding-window counter and one call. To get there: take `previous` at the start of a window, and
 * `current` in the next at `elapsedMs`, right before the call; in all rows there is room for both.
 */
export interface SlidingRow extends Told {
  limit: number
  windowMs: number
  /** Counted in the window before. */
  previous: number
  /** Counted in this window. */
  current: number
  /** How far into this window. */
  elapsedMs: number
  cost: number
  /** As the original decides: the faded count rounded down; a refusal leaves 0. */
  allowed: boolean
  remaining: number
  /** With fractions, and a refusal that says what is left. `retryMs` is the first whole ms. */
  exact: { code: Code; remaining: number; retryMs: number | null }
}

/** Where a period of the calendar ends. */
export interface CalendarRow {
  name: string
  origin: Origin
  /** Of the periods that quotas do not have: an aligned window of this length. */
  period: 'minute' | 'hour' | 'day' | 'month' | 'year'
  timeZone: string
  /** Unix ms. */
  nowMs: number
  /** Unix ms of the first moment after it. */
  endMs: number
}

// Shorthands, so that a row of a table is a line.

export function take(at: number, cost: number, expect: Expect): CostStep {
  return { at, op: 'take', cost, expect }
}

export function peek(at: number, cost: number, expect: Expect): CostStep {
  return { at, op: 'peek', cost, expect }
}

export function give(at: number, cost: number, expect: Expect): CostStep {
  return { at, op: 'give', cost, expect }
}

export function takeUpTo(at: number, cost: number, expect: Expect): CostStep {
  return { at, op: 'takeUpTo', cost, expect }
}

export function reset(at: number, expect: Expect): ResetStep {
  return { at, op: 'reset', expect }
}

export function change(at: number, to: LimitDefinition, expect: Expect): ChangeStep {
  return { at, op: 'change', to, expect }
}

/** The step for another key. */
export function on<S extends Step>(key: string, step: S): S {
  return { ...step, key }
}

/** The step so many times. */
export function times<S extends Step>(count: number, step: S): S {
  return { ...step, times: count }
}

/** What is left, and when all will be. */
export function left(remaining: number, resetMs?: number): Expect {
  return resetMs === undefined ? { remaining } : { remaining, resetMs }
}

export function ok(remaining?: number, resetMs?: number): Expect {
  const expect: Expect = { allowed: true, code: 'ALLOWED', retryMs: 0 }
  if (remaining !== undefined) expect.remaining = remaining
  if (resetMs !== undefined) expect.resetMs = resetMs
  return expect
}

export function limited(remaining?: number, resetMs?: number, retryMs?: number): Expect {
  const expect: Expect = { allowed: false, code: 'LIMITED' }
  if (remaining !== undefined) expect.remaining = remaining
  if (resetMs !== undefined) expect.resetMs = resetMs
  if (retryMs !== undefined) expect.retryMs = retryMs
  return expect
}

/** Refused for good: more than the limit ever holds. */
export function never(remaining?: number, resetMs?: number): Expect {
  const expect: Expect = { allowed: false, code: 'COST_EXCEEDS_LIMIT', retryMs: null }
  if (remaining !== undefined) expect.remaining = remaining
  if (resetMs !== undefined) expect.resetMs = resetMs
  return expect
}

export function granted(count: number, remaining: number, resetMs?: number): Expect {
  return { granted: count, ...left(remaining, resetMs) }
}
