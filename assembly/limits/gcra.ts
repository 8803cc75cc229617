// GCRA (ITU-T I.371, the virtual scheduling form) on exact rationals. A limit of c per period P, both counted in
// the limit's quantum, is reduced by their gcd to a = c/g and b = P/g; the theoretical arrival time is kept
// multiplied by a, so that one token is the integer b and no rate is ever rounded:
//
//   now    N = t * a            t in quanta since the engine opened
//   allow  iff max(TAT - N, 0) + cost * b <= burst * b
//   TAT'   = max(TAT, N) + cost * b
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
import { msUntil } from './time.ts'

const ARRIVAL_MAX: i64 = ((<i64>1) << TAT_BITS) - 1

/** Quanta in one ms. */
function quantaPerMs(quantum: u32): f64 {
  return select<f64>(1000000, select<f64>(1000, 1, quantum == QUANTUM_US), quantum == QUANTUM_NS)
}

/** N of the limit at `nowMs`: the clock read in whole quanta, rounded down. */
export function scaledNow(limit: usize, nowMs: f64): i64 {
  const quanta = nowMs * quantaPerMs(load<u32>(limit, LIMIT_QUANTUM))
  return i64(quanta) * load<i64>(limit, LIMIT_RATE)
}

/** Ms until N has grown to `arrival`. */
function msUntilArrival(limit: usize, arrival: i64, nowMs: f64): f64 {
  const rate = load<i64>(limit, LIMIT_RATE)
  const target = (arrival + rate - 1) / rate
  return msUntil(target, quantaPerMs(load<u32>(limit, LIMIT_QUANTUM)), nowMs)
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

/**
 * Puts back what a reservation took that left the arrival time `stamp`. At most what of it has not come back by itself:
 * had less been taken then, the bucket would have been full since, and what others took since would have found less.
 */
export function gcraReturned(limit: usize, arrival: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  const rest = stamp - scaledNow(limit, nowMs)
  if (rest <= 0) return arrival
  const cost = load<i64>(limit, LIMIT_COST)
  return arrival - (tokens >= (rest + cost - 1) / cost ? rest : tokens * cost)
}

/**
 * Takes more for a reservation that left the arrival time `stamp`: as if it had been taken then, unless others have
 * taken since, whose part in what has come back is not known.
 */
export function gcraAdded(limit: usize, arrival: i64, tokens: i64, stamp: i64, nowMs: f64): i64 {
  if (arrival != stamp) return gcraCharged(limit, arrival, tokens, nowMs)
  const cost = load<i64>(limit, LIMIT_COST)
  return tokens > (ARRIVAL_MAX - arrival) / cost ? ARRIVAL_MAX : arrival + tokens * cost
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
  if (gcraFits(limit, arrival, tokens, nowMs)) return 0
  const room = load<i64>(limit, LIMIT_CAPACITY) - tokens * load<i64>(limit, LIMIT_COST)
  return msUntilArrival(limit, arrival - room, nowMs)
}

export function gcraResetMs(limit: usize, arrival: i64, nowMs: f64): f64 {
  return debtOf(limit, arrival, nowMs) == 0 ? 0 : msUntilArrival(limit, arrival, nowMs)
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
