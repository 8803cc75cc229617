// GCRA (ITU-T I.371, the virtual scheduling form) on exact rationals. A limit of c per period P, both counted in
// the limit's quantum, is reduced by their gcd to a = c/g and b = P/g; the theoretical arrival time is kept
// multiplied by a, so that one unit of cost is the integer b and no rate is ever rounded:
//
//   now    N = t * a            t in quanta since the engine opened
//   base   = max(TAT, N)
//   TAT'   = base + cost * b
//   allow  iff TAT' - N <= burst * b
//
// No division on this path; remaining, reset and retry divide only when asked for.
import { HORIZON_MS, QUANTUM_NS, QUANTUM_US } from '../shared/limit.ts'
import { LIMIT_QUANTUM, LIMIT_RATE } from '../shared/ruleset.ts'

/** Quanta in one ms. */
function quantaPerMs(quantum: u32): f64 {
  return select<f64>(1000000, select<f64>(1000, 1, quantum == QUANTUM_US), quantum == QUANTUM_NS)
}

/** N of the limit at `nowMs`. NaN and negative times count as 0, times behind the horizon as the horizon. */
export function scaledNow(limit: usize, nowMs: f64): i64 {
  if (!(nowMs > 0)) return 0
  if (nowMs > f64(HORIZON_MS)) nowMs = f64(HORIZON_MS)
  return i64(nowMs * quantaPerMs(load<u32>(limit, LIMIT_QUANTUM))) * load<i64>(limit, LIMIT_RATE)
}

/** A span of TAT units in ms, rounded up to a whole quantum. */
export function unscale(limit: usize, span: i64): f64 {
  const rate = load<i64>(limit, LIMIT_RATE)
  // A reload may have taken the limit away since the take.
  if (rate == 0) return 0
  return f64((span + rate - 1) / rate) / quantaPerMs(load<u32>(limit, LIMIT_QUANTUM))
}
