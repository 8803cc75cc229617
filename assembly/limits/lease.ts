// Leases: what is reserved until it is committed or cancelled, and slots in flight (shared/limit.ts draws one). A
// lease is claimed before its tokens are taken, so that none are taken which nothing holds. Who swaps its state from
// HELD to SETTLING, and only who does, settles it: the holder, or whoever finds its deadline passed.
//
// Deadlines are found by pages: each has a word with a time before which none of its leases ends, and the control
// block has one for all. A deadline only ever moves later, so a word may be too early, and then costs a look in vain.
import { casU32, casU64, loadU32, loadU64, storeU64 } from '../atomic.ts'
import {
  CONTROL_DEADLINE,
  CONTROL_OFFSET,
  LANE_LEASE_COUNT,
  LANE_LEASE_NEXT,
  LANE_LEASE_WORD,
  LANE_LEASES,
  PART_BYTES,
  PART_GRANTED,
  PART_HASH,
  PART_ID,
  PART_LEASE,
  PART_LEASE_GENERATION,
  PART_STAMP,
  PART_TAG,
  PART_VARIANT,
} from '../shared/layout.ts'
import {
  FLAG_REFUND,
  LEASE_BYTES,
  LEASE_CLAIMED,
  LEASE_COST,
  LEASE_DEADLINE,
  LEASE_FREE,
  LEASE_HASH,
  LEASE_HELD,
  LEASE_LIMIT,
  LEASE_PAGE,
  LEASE_REFUND,
  LEASE_SETTLING,
  LEASE_SINCE,
  LEASE_STAMP,
  LEASE_STATE,
  LEASE_STATE_MASK,
  LEASE_VARIANT,
  LIMIT_ID_MAX,
} from '../shared/limit.ts'
import { LIMIT_FLAGS, LIMIT_TTL } from '../shared/ruleset.ts'

/** Two for the state, three that change with each renewal. */
const STATE_BITS = 5
const RENEWAL: u32 = 4
const RENEWAL_MASK: u32 = 28
/** How often to look again at a lease that somebody renews, or settles. */
const SETTLING_TRIES_MAX = 1000000
/** A lease claimed or being settled for so long belongs to a thread that died. In ms. */
const ABANDONED_MS: f64 = 10000
/** How soon leases are looked through again if a thread died while it did. */
const LOOK_AGAIN_MS: f64 = 5000

function pageCount(lane: usize): usize {
  return (usize(load<u32>(lane, LANE_LEASE_COUNT)) + LEASE_PAGE - 1) / LEASE_PAGE
}

function pageWord(lane: usize, page: usize): usize {
  return usize(load<u32>(lane, LANE_LEASES)) + page * 8
}

export function leaseAt(lane: usize, index: u32): usize {
  // Leases stand on lines of their own.
  const words = (pageCount(lane) * 8 + 63) & ~63
  return usize(load<u32>(lane, LANE_LEASES)) + words + usize(index) * LEASE_BYTES
}

function stateWord(generation: u32, state: u32): u32 {
  return (generation << STATE_BITS) | state
}

/** Swaps a lease of this generation from one state to another. */
export function moveLease(lease: usize, generation: u32, from: u32, to: u32): bool {
  const expected = stateWord(generation, from)
  return casU32(lease + LEASE_STATE, expected, stateWord(generation, to)) == expected
}

/** Frees a lease that is ours, in state `from`. One that was taken from us as abandoned is somebody else's. */
export function freeLease(lease: usize, generation: u32, from: u32): void {
  casU32(lease + LEASE_STATE, stateWord(generation, from), stateWord(generation + 1, LEASE_FREE))
}

/**
 * Moves a lease that is held to SETTLING: it is ours then. The time is noted before the swap; whoever loses that does no
 * harm by it, for no call takes half as long as a lease must lie to count as abandoned.
 */
export function beginSettling(lease: usize, word: u32, nowMs: f64): bool {
  store<f64>(lease, nowMs, LEASE_SINCE)
  const next = stateWord(word >> STATE_BITS, LEASE_SETTLING)
  return casU32(lease + LEASE_STATE, word, next) == word
}

/**
 * The same for one of a generation, whatever renewals it has had: its word before, or 0 if it is not held any more. Who
 * finds it being renewed waits for that.
 */
export function takeLease(lease: usize, generation: u32, nowMs: f64): u32 {
  for (let tries = 0; tries < SETTLING_TRIES_MAX; tries++) {
    const word = loadU32(lease + LEASE_STATE)
    if (word >> STATE_BITS != generation) return 0
    const state = word & LEASE_STATE_MASK
    if (state == LEASE_HELD) {
      if (beginSettling(lease, word, nowMs)) return word
    } else if (state != LEASE_SETTLING) return 0
  }
  return 0
}

/** Holds a lease again that is ours to settle, with a word that nobody has seen yet. */
export function holdAgain(lease: usize, word: u32): void {
  const generation = word >> STATE_BITS
  const renewals = (word + RENEWAL) & RENEWAL_MASK
  const settling = stateWord(generation, LEASE_SETTLING)
  casU32(lease + LEASE_STATE, settling, stateWord(generation, LEASE_HELD) | renewals)
}

/** Times are not negative, so their bits are in their order. */
function lowerTo(address: usize, bits: u64): void {
  while (true) {
    const seen = loadU64(address)
    if (seen <= bits || casU64(address, seen, bits) == seen) return
  }
}

function isAbandoned(lease: usize, word: u32, nowMs: f64): bool {
  const state = word & LEASE_STATE_MASK
  if (state != LEASE_CLAIMED && state != LEASE_SETTLING) return false
  return load<f64>(lease, LEASE_SINCE) + ABANDONED_MS < nowMs
}

/** Claims one lease for the part; false if none is free. */
function claimLease(lane: usize, part: usize, nowMs: f64): bool {
  const count = load<u32>(lane, LANE_LEASE_COUNT)
  let index = load<u32>(lane, LANE_LEASE_NEXT)
  for (let rest = count; rest > 0; rest--) {
    if (index >= count) index = 0
    const lease = leaseAt(lane, index)
    const word = loadU32(lease + LEASE_STATE)
    const state = word & LEASE_STATE_MASK
    if (state == LEASE_FREE || (state == LEASE_CLAIMED && isAbandoned(lease, word, nowMs))) {
      const generation = (word >> STATE_BITS) + 1
      store<f64>(lease, nowMs, LEASE_SINCE)
      if (casU32(lease + LEASE_STATE, word, stateWord(generation, LEASE_CLAIMED)) == word) {
        store<u32>(part, index, PART_LEASE)
        store<u32>(part, generation & (0xffffffff >> STATE_BITS), PART_LEASE_GENERATION)
        store<u32>(lane, index + 1, LANE_LEASE_NEXT)
        return true
      }
    }
    index++
  }
  return false
}

/** A lease for each part, or none. */
export function claimLeases(lane: usize, first: usize, end: usize, nowMs: f64): bool {
  for (let part = first; part < end; part += PART_BYTES) {
    if (claimLease(lane, part, nowMs)) continue
    dropLeases(lane, first, part)
    return false
  }
  return true
}

/** Gives claimed leases back. */
export function dropLeases(lane: usize, first: usize, end: usize): void {
  for (let part = first; part < end; part += PART_BYTES) {
    const lease = leaseAt(lane, load<u32>(part, PART_LEASE))
    freeLease(lease, load<u32>(part, PART_LEASE_GENERATION), LEASE_CLAIMED)
  }
}

/** Lets the claimed leases hold what their parts take. */
export function holdLeases(lane: usize, first: usize, end: usize, nowMs: f64): void {
  for (let part = first; part < end; part += PART_BYTES) {
    const index = load<u32>(part, PART_LEASE)
    const lease = leaseAt(lane, index)
    const limit: usize = load<u32>(part, PART_VARIANT)
    store<u32>(lease, load<u32>(part, PART_ID), LEASE_LIMIT)
    store<u64>(lease, load<u64>(part, PART_HASH), LEASE_HASH)
    store<i64>(lease, load<i64>(part, PART_STAMP), LEASE_STAMP)
    store<u32>(lease, u32(load<u64>(part, PART_TAG)) & LIMIT_ID_MAX, LEASE_VARIANT)
    store<u32>(lease, load<u32>(part, PART_GRANTED), LEASE_COST)
    store<u32>(lease, load<u32>(limit, LIMIT_FLAGS) & FLAG_REFUND, LEASE_REFUND)
    setDeadline(lane, index, nowMs + load<f64>(limit, LIMIT_TTL))
    const generation = load<u32>(part, PART_LEASE_GENERATION)
    moveLease(lease, generation, LEASE_CLAIMED, LEASE_HELD)
    // Again, for whoever looked in between found no lease held, and put the words up.
    noteDeadline(lane, index)
  }
}

/** Moves a lease's deadline, to a later time unless the lease is new. */
export function setDeadline(lane: usize, index: u32, deadlineMs: f64): void {
  store<f64>(leaseAt(lane, index), deadlineMs, LEASE_DEADLINE)
}

export function noteDeadline(lane: usize, index: u32): void {
  const bits = reinterpret<u64>(load<f64>(leaseAt(lane, index), LEASE_DEADLINE))
  lowerTo(pageWord(lane, usize(index) / LEASE_PAGE), bits)
  lowerTo(CONTROL_OFFSET + CONTROL_DEADLINE, bits)
}

/** Whether a lease may have ended. */
export function hasEnded(nowMs: f64): bool {
  return load<f64>(CONTROL_OFFSET + CONTROL_DEADLINE) <= nowMs
}

/**
 * The next lease from `index` on that is past its deadline, or that a thread died while it settled it; its state word is
 * left in the lane, as it was before the deadline was read. The number of leases if there is none.
 *
 * The words that say when to look are put up before looking, and brought down again to what was seen. Not up to never,
 * and never higher afterwards: a thread that dies in between must not hide what it did not get to, and a deadline that
 * is later than the word has not been written down. So leases are looked through every 5 s once there were any, which
 * takes 20 us of 16,384.
 */
export function nextEnded(lane: usize, index: u32, nowMs: f64): u32 {
  const count = load<u32>(lane, LANE_LEASE_COUNT)
  const later = reinterpret<u64>(nowMs + LOOK_AGAIN_MS)
  if (index == 0) storeU64(CONTROL_OFFSET + CONTROL_DEADLINE, later)
  while (index < count) {
    const word = pageWord(lane, usize(index) / LEASE_PAGE)
    if (index % LEASE_PAGE == 0) {
      const least = loadU64(word)
      // A page that nobody has used yet has a word of zeroes.
      if (reinterpret<f64>(least) > nowMs) {
        lowerTo(CONTROL_OFFSET + CONTROL_DEADLINE, least)
        index += LEASE_PAGE
        continue
      }
      storeU64(word, later)
    }
    const lease = leaseAt(lane, index)
    const state = loadU32(lease + LEASE_STATE)
    store<u32>(lane, state, LANE_LEASE_WORD)
    if ((state & LEASE_STATE_MASK) == LEASE_HELD) {
      if (load<f64>(lease, LEASE_DEADLINE) <= nowMs) return index
      noteDeadline(lane, index)
    } else if ((state & LEASE_STATE_MASK) == LEASE_SETTLING) {
      if (isAbandoned(lease, state, nowMs)) return index
      // Until it is free, or has lain for too long.
      lowerTo(word, later)
    }
    index++
  }
  return count
}

/** The state word of a lease. */
export function wordOf(lease: usize): u32 {
  return loadU32(lease + LEASE_STATE)
}

export function isHeldWord(word: u32): bool {
  return (word & LEASE_STATE_MASK) == LEASE_HELD
}

/** As `beginSettling`; one that a thread died over gets another generation, by which the swap is ours alone. */
export function beginEnding(lease: usize, word: u32, nowMs: f64): bool {
  if (isHeldWord(word)) return beginSettling(lease, word, nowMs)
  store<f64>(lease, nowMs, LEASE_SINCE)
  const next = stateWord((word >> STATE_BITS) + 1, LEASE_SETTLING)
  return casU32(lease + LEASE_STATE, word, next) == word
}

export function generationOf(lease: usize): u32 {
  return loadU32(lease + LEASE_STATE) >> STATE_BITS
}
