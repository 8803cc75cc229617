// GCRA (ITU-T I.371, the virtual scheduling form) on exact rationals. A limit of c per period P, both counted in
// the limit's quantum, is reduced by their gcd to a = c/g and b = P/g; the theoretical arrival time is kept
// multiplied by a, so that one token is the integer b and no rate is ever rounded:
//
//   now    N = t * a            t in quanta since the engine opened
//   base   = max(TAT, N)
//   TAT'   = base + cost * b
//   allow  iff TAT' - N <= burst * b
//
// No division on this path; remaining, reset and retry divide only when asked for.
import {
  CHANGE_ADDITIVE,
  CHANGE_PROPORTIONAL,
  CHANGE_USED,
  QUANTUM_NS,
  QUANTUM_US,
  TAT_BITS,
} from '../shared/limit.ts'
import {
  LIMIT_CAPACITY,
  LIMIT_COST,
  LIMIT_QUANTUM,
  LIMIT_RATE,
  LIMIT_TOKENS,
} from '../shared/ruleset.ts'

const ARRIVAL_MAX: i64 = ((<i64>1) << TAT_BITS) - 1

/** Quanta in one ms. */
function quantaPerMs(quantum: u32): f64 {
  return select<f64>(1000000, select<f64>(1000, 1, quantum == QUANTUM_US), quantum == QUANTUM_NS)
}

/** N of the limit at `nowMs`. */
export function scaledNow(limit: usize, nowMs: f64): i64 {
  const quanta = nowMs * quantaPerMs(load<u32>(limit, LIMIT_QUANTUM))
  return i64(quanta) * load<i64>(limit, LIMIT_RATE)
}

/** A span of TAT units in ms, rounded up to a whole quantum. */
function unscale(limit: usize, span: i64): f64 {
  const rate = load<i64>(limit, LIMIT_RATE)
  // A reload may have taken the limit away since the take.
  if (rate == 0) return 0
  return f64((span + rate - 1) / rate) / quantaPerMs(load<u32>(limit, LIMIT_QUANTUM))
}

/** What the bucket lacks until it is full, in TAT units. */
function debtOf(limit: usize, arrival: i64, nowMs: f64): i64 {
  return max<i64>(arrival - scaledNow(limit, nowMs), 0)
}

/** Whole tokens in the bucket. */
export function gcraUsable(limit: usize, arrival: i64, nowMs: f64): i64 {
  const room = load<i64>(limit, LIMIT_CAPACITY) - debtOf(limit, arrival, nowMs)
  return room <= 0 ? 0 : room / load<i64>(limit, LIMIT_COST)
}

/** Whether there are so many, no more than the burst: without the division. */
export function gcraFits(limit: usize, arrival: i64, tokens: i64, nowMs: f64): bool {
  const debt = debtOf(limit, arrival, nowMs)
  return debt + tokens * load<i64>(limit, LIMIT_COST) <= load<i64>(limit, LIMIT_CAPACITY)
}

/** Takes tokens whether they are there or not; a debt of any size stays below 2^60. */
export function gcraCharged(limit: usize, arrival: i64, tokens: i64, nowMs: f64): i64 {
  const base = max<i64>(arrival, scaledNow(limit, nowMs))
  const cost = load<i64>(limit, LIMIT_COST)
  if (tokens > (ARRIVAL_MAX - base) / cost) return ARRIVAL_MAX
  return base + tokens * cost
}

/** Puts tokens back; the bucket holds no more than its burst. */
export function gcraGiven(limit: usize, arrival: i64, tokens: i64, nowMs: f64): i64 {
  const now = scaledNow(limit, nowMs)
  const cost = load<i64>(limit, LIMIT_COST)
  const debt = arrival - now
  if (debt <= 0) return arrival
  return tokens >= (debt + cost - 1) / cost ? now : arrival - tokens * cost
}

/** Ms until `tokens`, no more than the burst, are there. */
export function gcraRetryMs(limit: usize, arrival: i64, tokens: i64, nowMs: f64): f64 {
  const debt = debtOf(limit, arrival, nowMs)
  const short = debt + tokens * load<i64>(limit, LIMIT_COST) - load<i64>(limit, LIMIT_CAPACITY)
  return short > 0 ? unscale(limit, short) : 0
}

export function gcraResetMs(limit: usize, arrival: i64, nowMs: f64): f64 {
  return unscale(limit, debtOf(limit, arrival, nowMs))
}

/** Tokens that the debt stands for, in fractions. */
export function gcraUsed(limit: usize, arrival: i64, nowMs: f64): f64 {
  return f64(debtOf(limit, arrival, nowMs)) / f64(load<i64>(limit, LIMIT_COST))
}

/** The same as a whole number, rounded up. */
export function gcraDebtTokens(limit: usize, arrival: i64, nowMs: f64): i64 {
  const cost = load<i64>(limit, LIMIT_COST)
  return (debtOf(limit, arrival, nowMs) + cost - 1) / cost
}

/** A bucket of which so much is used. Rounded up: what is lost in a conversion is never admitted twice. */
export function gcraFrom(limit: usize, used: f64, nowMs: f64): i64 {
  const now = scaledNow(limit, nowMs)
  const debt = Math.ceil(used * f64(load<i64>(limit, LIMIT_COST)))
  if (!(debt < f64(ARRIVAL_MAX - now))) return ARRIVAL_MAX
  return now + i64(debt)
}

/**
 * The arrival time of one bucket as that of another by a rule of change, exactly: rounded by less than one unit, and
 * never in favour of the key.
 */
export function gcraMoved(from: usize, to: usize, arrival: i64, rule: u32, nowMs: f64): i64 {
  const now = scaledNow(to, nowMs)
  const debt = debtOf(from, arrival, nowMs)
  const before = load<i64>(from, LIMIT_CAPACITY)
  const after = load<i64>(to, LIMIT_CAPACITY)
  const costBefore = load<i64>(from, LIMIT_COST)
  const costAfter = load<i64>(to, LIMIT_COST)
  let next: i64
  const isLarger = load<u32>(to, LIMIT_TOKENS) > load<u32>(from, LIMIT_TOKENS)
  if (rule == CHANGE_PROPORTIONAL) {
    next = scaleUp(debt, after, before)
  } else if (rule == CHANGE_USED || (rule == CHANGE_ADDITIVE && isLarger)) {
    next = scaleUp(debt, costAfter, costBefore)
  } else {
    // As is: what remains stays, if there is room for it; what was in debt beyond the bucket stays in debt.
    const left = before - debt
    next =
      left >= 0
        ? max<i64>(after - scaleDown(left, costAfter, costBefore), 0)
        : after + scaleUp(-left, costAfter, costBefore)
  }
  return next > ARRIVAL_MAX - now ? ARRIVAL_MAX : now + next
}

/** value × numerator / denominator, rounded up; ARRIVAL_MAX where it is more. All are positive and below 2^62. */
function scaleUp(value: i64, numerator: i64, denominator: i64): i64 {
  return scale(u64(value), u64(numerator), u64(denominator), u64(denominator - 1))
}

/** The same, rounded down. */
function scaleDown(value: i64, numerator: i64, denominator: i64): i64 {
  return scale(u64(value), u64(numerator), u64(denominator), 0)
}

/** (value × numerator + extra) / denominator by way of 128 bits, a bit at a time: this is for changes of the config. */
function scale(value: u64, numerator: u64, denominator: u64, extra: u64): i64 {
  const a = value >> 32
  const b = value & 0xffffffff
  const c = numerator >> 32
  const d = numerator & 0xffffffff
  const low = b * d
  const middle = a * d + (low >> 32)
  const other = b * c + (middle & 0xffffffff)
  let high = a * c + (middle >> 32) + (other >> 32)
  let rest = (other << 32) | (low & 0xffffffff)
  rest += extra
  if (rest < extra) high++
  if (high >= denominator) return ARRIVAL_MAX
  let quotient: u64 = 0
  for (let bit = 0; bit < 64; bit++) {
    high = (high << 1) | (rest >> 63)
    rest <<= 1
    quotient <<= 1
    if (high >= denominator) {
      high -= denominator
      quotient |= 1
    }
  }
  return quotient > u64(ARRIVAL_MAX) ? ARRIVAL_MAX : i64(quotient)
}
