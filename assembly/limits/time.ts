// Times as the algorithms count them. The clock is an argument: f64 ms since the engine opened, clamped where the call
// comes in.
import { CONTROL_OFFSET, CONTROL_WALL } from '../shared/layout.ts'
import { HORIZON_MS } from '../shared/limit.ts'

/** Half of the distance from 1 to the next double. */
const ROUNDING: f64 = 1.1102230246251565e-16

/** NaN and negative times count as 0, times behind the horizon as the horizon: what remains converts without a trap. */
export function clampNow(nowMs: f64): f64 {
  if (!(nowMs > 0)) return 0
  return nowMs > f64(HORIZON_MS) ? f64(HORIZON_MS) : nowMs
}

/** Whether a time needs no clamping: one branch that is always taken, where two selects take 2 ns of 50. */
export function isInRange(nowMs: f64): bool {
  return nowMs >= 0 && nowMs <= f64(HORIZON_MS)
}

/** Whole ms since the engine opened. */
export function wholeMs(nowMs: f64): i64 {
  return i64(nowMs)
}

/** Unix ms. */
export function wallMs(nowMs: f64): i64 {
  return wholeMs(nowMs) + wallOffset()
}

/** A whole number of ms, below 2^53. */
export function wallOffset(): i64 {
  return i64(load<f64>(CONTROL_OFFSET + CONTROL_WALL))
}

/**
 * Ms from `nowMs` until the clock shows `target`, in quanta of which `perMs` make a ms: in whole quanta, as the clock is
 * read, and so many that a clock which has gone on by them shows it, whatever doubles make of the sum.
 */
export function msUntil(target: i64, perMs: f64, nowMs: f64): f64 {
  let rest = f64(max<i64>(target - i64(nowMs * perMs), 0)) / perMs
  let step = (nowMs + rest) * ROUNDING
  while (i64((nowMs + rest) * perMs) < target) {
    rest += step
    step *= 2
  }
  return rest
}
