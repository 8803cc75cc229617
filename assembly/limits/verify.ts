// Whether the variants of a ruleset are ones that the algorithms can count with: no product may wrap, no divisor may
// be 0, no state may outgrow its bits. Part of the verifier (flags/verify.ts).
import {
  ALGORITHM_CONCURRENCY,
  ALGORITHM_FIRST_HIT,
  ALGORITHM_GCRA,
  ALGORITHM_LOG,
  ALGORITHM_QUOTA,
  ALGORITHM_SLIDING,
  CHANGE_RESET,
  FLAG_REFUND,
  FLAG_SECONDS,
  FLAG_SHADOW,
  FLAG_STRICT,
  HORIZON_MS,
  LIMIT_ID_MAX,
  QUANTUM_MS,
  QUANTUM_NS,
  QUANTUM_US,
  TAT_BITS,
  TOKENS_MAX,
} from '../shared/limit.ts'
import {
  LIMIT_ALGORITHM,
  LIMIT_BYTES,
  LIMIT_CAPACITY,
  LIMIT_CHANGE,
  LIMIT_COST,
  LIMIT_COUNT_BITS,
  LIMIT_FAMILY,
  LIMIT_FLAGS,
  LIMIT_ID,
  LIMIT_PERIOD,
  LIMIT_QUANTUM,
  LIMIT_RATE,
  LIMIT_TOKENS,
  LIMIT_TTL,
} from '../shared/ruleset.ts'

/** 36,500 days. */
const PERIOD_MS_MAX: u64 = 3153600000000
const FLAGS: u32 = FLAG_SHADOW | FLAG_STRICT | FLAG_REFUND | FLAG_SECONDS

function bitsOf(value: u64): u32 {
  return 64 - u32(clz<u64>(value))
}

/** Numbers of GCRA: the largest first, so that no product can wrap. */
function isBucket(limit: usize, tokens: u32): bool {
  const rate = load<u64>(limit, LIMIT_RATE)
  const cost = load<u64>(limit, LIMIT_COST)
  const capacity = load<u64>(limit, LIMIT_CAPACITY)
  const quantum = load<u32>(limit, LIMIT_QUANTUM)
  if (quantum > u32(QUANTUM_MS) || rate == 0 || cost == 0) return false
  const quanta: u64 = quantum == QUANTUM_NS ? 1000000 : quantum == QUANTUM_US ? 1000 : 1
  const room: u64 = u64(1) << TAT_BITS
  if (rate > room / (u64(HORIZON_MS) * quanta)) return false
  if (capacity > (room - u64(HORIZON_MS) * quanta * rate) / 2) return false
  return capacity % tokens == 0 && capacity / tokens == cost
}

/** Windows: the number of the last one and its counts fit into the state. */
function isWindow(limit: usize, tokens: u32, algorithm: u32): bool {
  const bits = load<u32>(limit, LIMIT_COUNT_BITS)
  if (bits > 31 || tokens >= u32(1) << bits) return false
  const period = load<u64>(limit, LIMIT_PERIOD)
  if (period == 0 || period > PERIOD_MS_MAX) return false
  // The minutes of a thousand years.
  if (algorithm == ALGORITHM_QUOTA) return bits + 29 <= u32(TAT_BITS)
  // Counts of two windows are multiplied by the period.
  if (algorithm == ALGORITHM_SLIDING && bits + bitsOf(period) > 61) return false
  if (algorithm == ALGORITHM_FIRST_HIT) {
    const unit: u64 = (load<u32>(limit, LIMIT_FLAGS) & FLAG_SECONDS) != 0 ? 1000 : 1
    return bits + bitsOf((u64(HORIZON_MS) + period + unit) / unit) <= u32(TAT_BITS)
  }
  const counts: u32 = algorithm == ALGORITHM_SLIDING ? 2 * bits : bits
  // Two windows more: clocks may be a little ahead of each other.
  return counts + bitsOf(u64(HORIZON_MS) / period + 2) <= u32(TAT_BITS)
}

/** Whether the `count` records from `record` on, but for their texts, are variants of limits. */
export function areLimits(record: usize, count: u32): bool {
  for (let index: u32 = 0; index < count; index++) {
    const tokens = load<u32>(record, LIMIT_TOKENS)
    const algorithm = load<u32>(record, LIMIT_ALGORITHM)
    const id = load<u32>(record, LIMIT_ID)
    if (id == 0 || id > u32(LIMIT_ID_MAX) || tokens == 0 || tokens > u32(TOKENS_MAX)) return false
    if (load<u32>(record, LIMIT_FAMILY) > index) return false
    if ((load<u32>(record, LIMIT_FLAGS) & ~FLAGS) != 0) return false
    if (load<u32>(record, LIMIT_CHANGE) > u32(CHANGE_RESET)) return false
    const ttl = load<f64>(record, LIMIT_TTL)
    if (!(ttl > 0) || ttl > f64(HORIZON_MS)) return false
    if (algorithm == ALGORITHM_GCRA) {
      if (!isBucket(record, tokens)) return false
    } else if (algorithm <= u32(ALGORITHM_SLIDING)) {
      if (!isWindow(record, tokens, algorithm)) return false
    } else if (algorithm == ALGORITHM_LOG) {
      const period = load<u64>(record, LIMIT_PERIOD)
      if (period == 0 || period > PERIOD_MS_MAX * 1000) return false
    } else if (algorithm != ALGORITHM_CONCURRENCY) return false
    record += LIMIT_BYTES
  }
  return true
}
