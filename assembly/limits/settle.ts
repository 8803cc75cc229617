import {
  LANE_LEASE_COUNT,
  LANE_LEASE_WORD,
  MODE_CHARGE,
  MODE_RETURN,
  PART_COST,
  PART_HASH,
  PART_ID,
  PART_LEASE,
  PART_MAX,
  PART_STAMP,
} from '../shared/layout.ts'
import {
  ALGORITHM_CONCURRENCY,
  LEASE_COST,
  LEASE_DEADLINE,
  LEASE_HASH,
  LEASE_HELD,
  LEASE_LIMIT,
  LEASE_REFUND,
  LEASE_SETTLING,
  LEASE_STAMP,
  LEASE_VARIANT,
} from '../shared/limit.ts'
import { LEASE_GONE, LEASE_SETTLED, LIMIT_ALLOWED, LIMIT_STALE } from '../shared/outcome.ts'
import { LIMIT_ALGORITHM, LIMIT_TOKENS, LIMIT_TTL } from '../shared/ruleset.ts'
import {
  beginEnding,
  beginSettling,
  freeLease,
  generationOf,
  hasEnded,
  holdAgain,
  isHeldWord,
  leaseAt,
  moveLease,
  nextEnded,
  noteDeadline,
  setDeadline,
  takeLease,
  wordOf,
} from './lease.ts'
import { operate } from './operate.ts'
import { partOf } from './part.ts'
import { familyOf, isBehind, limitOf } from './table.ts'
import { clampNow } from './time.ts'

/** A cost that means what was reserved. */
const LEASE_AS_RESERVED: u32 = 0xffffffff

/** Brings what a lease took to `actual` tokens, and frees it. Its state is SETTLING, and ours. */
function adjust(
  lane: usize,
  index: u32,
  generation: u32,
  actual: u32,
  part: usize,
  nowMs: f64,
): i32 {
  const lease = leaseAt(lane, index)
  const cost = load<u32>(lease, LEASE_COST)
  if (actual == LEASE_AS_RESERVED) actual = cost
  const id = load<u32>(lease, LEASE_LIMIT)
  // Slots in flight are given back, however the operation ended.
  if (load<u32>(limitOf(lane, id), LIMIT_ALGORITHM) == ALGORITHM_CONCURRENCY) actual = 0
  const isGone = load<u32>(limitOf(lane, id), LIMIT_TOKENS) == 0 && !isBehind(lane)
  if (!isGone && actual != cost) {
    store<u64>(part, load<u64>(lease, LEASE_HASH), PART_HASH)
    store<u32>(part, id, PART_ID)
    store<i64>(part, load<i64>(lease, LEASE_STAMP), PART_STAMP)
    store<u32>(part, load<u32>(lease, LEASE_VARIANT), PART_LEASE)
    store<u32>(part, actual > cost ? actual - cost : cost - actual, PART_COST)
    const mode = actual > cost ? MODE_CHARGE : MODE_RETURN
    const outcome = operate(lane, part, 1, mode, nowMs)
    if (outcome != LIMIT_ALLOWED) {
      moveLease(lease, generation, LEASE_SETTLING, LEASE_HELD)
      noteDeadline(lane, index)
      return outcome
    }
  }
  freeLease(lease, generation, LEASE_SETTLING)
  return LEASE_SETTLED
}

/**
 * Settles a lease: what it took becomes `actual` tokens. More than it took is charged whether there is room or not,
 * for it has been used.
 * @returns LEASE_SETTLED, LEASE_GONE, LIMIT_STALE or LIMIT_PERIOD_PASSED
 */
export function settleLease(
  lane: usize,
  index: u32,
  generation: u32,
  actual: u32,
  nowMs: f64,
): i32 {
  if (index >= load<u32>(lane, LANE_LEASE_COUNT)) return LEASE_GONE
  nowMs = clampNow(nowMs)
  const ended = endLeases(lane, nowMs)
  if (ended != LIMIT_ALLOWED) return ended
  if (takeLease(leaseAt(lane, index), generation, nowMs) == 0) return LEASE_GONE
  return adjust(lane, index, generation, actual, partOf(lane, 0), nowMs)
}

/** Lets a lease hold for its limit's time from now on. */
export function renewLease(lane: usize, index: u32, generation: u32, nowMs: f64): i32 {
  if (index >= load<u32>(lane, LANE_LEASE_COUNT)) return LEASE_GONE
  nowMs = clampNow(nowMs)
  const ended = endLeases(lane, nowMs)
  if (ended != LIMIT_ALLOWED) return ended
  const lease = leaseAt(lane, index)
  const word = takeLease(lease, generation, nowMs)
  if (word == 0) return LEASE_GONE
  const limit = limitOf(lane, load<u32>(lease, LEASE_LIMIT))
  const deadline = nowMs + load<f64>(limit, LIMIT_TTL)
  if (deadline > load<f64>(lease, LEASE_DEADLINE)) setDeadline(lane, index, deadline)
  holdAgain(lease, word)
  noteDeadline(lane, index)
  return LEASE_SETTLED
}

/**
 * Ends the leases of a key that is forgotten, or of a variant that is gone; with `successor`, lets those of a variant
 * hold under that one. `part` 0 stands for every key.
 */
export function dropKeyLeases(lane: usize, part: usize, id: u32, successor: u32, nowMs: f64): void {
  const count = load<u32>(lane, LANE_LEASE_COUNT)
  for (let index: u32 = 0; index < count; index++) {
    const lease = leaseAt(lane, index)
    // The word first: what is read of the lease then is of that use of it, or the swap fails.
    const word = wordOf(lease)
    if (!isHeldWord(word) || !isLeaseOf(lane, lease, part, id)) continue
    if (!beginSettling(lease, word, nowMs)) continue
    const generation = generationOf(lease)
    if (successor == 0) freeLease(lease, generation, LEASE_SETTLING)
    else {
      store<u32>(lease, successor, LEASE_LIMIT)
      // The stamp is in units that are gone.
      store<u32>(lease, 0, LEASE_VARIANT)
      moveLease(lease, generation, LEASE_SETTLING, LEASE_HELD)
      noteDeadline(lane, index)
    }
  }
}

function isLeaseOf(lane: usize, lease: usize, part: usize, id: u32): bool {
  const limit = load<u32>(lease, LEASE_LIMIT)
  if (part == 0) return limit == id
  if (load<u64>(lease, LEASE_HASH) != load<u64>(part, PART_HASH)) return false
  return familyOf(lane, limit) == familyOf(lane, id)
}

/** Settles what is past its deadline, if anything is: given back or charged, as its limit says. */
export function endLeases(lane: usize, nowMs: f64): i32 {
  return hasEnded(nowMs) ? endAll(lane, nowMs) : LIMIT_ALLOWED
}

function endAll(lane: usize, nowMs: f64): i32 {
  const count = load<u32>(lane, LANE_LEASE_COUNT)
  // Not part 0: a call may have its own question there.
  const part = partOf(lane, PART_MAX)
  let isStale = false
  for (
    let index = nextEnded(lane, 0, nowMs);
    index < count;
    index = nextEnded(lane, index, nowMs)
  ) {
    const lease = leaseAt(lane, index)
    if (!endLease(lane, index, lease, part, nowMs)) isStale = true
    index++
  }
  return isStale ? LIMIT_STALE : LIMIT_ALLOWED
}

/** Settles the lease that was found past its deadline. False if it has to be done again. */
function endLease(lane: usize, index: u32, lease: usize, part: usize, nowMs: f64): bool {
  const word = load<u32>(lane, LANE_LEASE_WORD)
  // Of one whose thread died it is not known whether it gave anything back: so it is given back, perhaps twice, where
  // otherwise a slot would be lost for good.
  if (!beginEnding(lease, word, nowMs)) return true
  const generation = generationOf(lease)
  const actual = load<u32>(lease, LEASE_REFUND) != 0 ? 0 : load<u32>(lease, LEASE_COST)
  return adjust(lane, index, generation, actual, part, nowMs) == LEASE_SETTLED
}
