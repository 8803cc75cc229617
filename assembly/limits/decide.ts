// One decision about one state, where the answer is mostly yes and the algorithm mostly gcra.
import { ALGORITHM_GCRA } from '../shared/limit.ts'
import { LIMIT_ALGORITHM, LIMIT_CAPACITY, LIMIT_COST } from '../shared/ruleset.ts'
import { charged, usable } from './cell.ts'
import { scaledNow } from './gcra.ts'

/** What decideState says of a state that has no room. */
export const NO_ROOM: i64 = -1

/** The state with the cost taken, or NO_ROOM. The costly division of GCRA's tokens is not needed to decide. */
export function decideState(limit: usize, state: i64, cost: u32, nowMs: f64): i64 {
  if (load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_GCRA) {
    const now = scaledNow(limit, nowMs)
    const next = max<i64>(state, now) + i64(cost) * load<i64>(limit, LIMIT_COST)
    return next - now > load<i64>(limit, LIMIT_CAPACITY) ? NO_ROOM : next
  }
  if (usable(limit, state, nowMs) < i64(cost)) return NO_ROOM
  return charged(limit, state, i64(cost), nowMs)
}
