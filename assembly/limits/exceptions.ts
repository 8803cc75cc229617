// Keys that are blocked, or have numbers of their own (shared/limit.ts draws a record). Reading holds the lock of the
// key's set, and writing that and the exceptions' own. So what is known of one key stands still while it is read; but
// its record may be given to another key once its block is over, which the second look at the tag finds out.
import { casU32, loadU32, loadU64, storeU64 } from '../atomic.ts'
import {
  CONTROL_EXCEPTIONS,
  CONTROL_OFFSET,
  EXCEPTIONS_LOCK,
  LANE_EXCEPTION_SLOTS,
  LANE_EXCEPTIONS,
  LANE_EXCEPTIONS_MAX,
} from '../shared/layout.ts'
import {
  EXCEPTION_BYTES,
  EXCEPTION_PROBES_MAX,
  EXCEPTION_REMOVED,
  EXCEPTION_TAG,
  EXCEPTION_UNTIL,
  EXCEPTION_VARIANT,
} from '../shared/limit.ts'
import { lock, unlock } from './lock.ts'
import { familyOf, idOf, tagOfKey } from './table.ts'

export function hasExceptions(): bool {
  return loadU32(CONTROL_OFFSET + CONTROL_EXCEPTIONS) != 0
}

/** The tag of a key's record: its hash, and the limit's first variant. */
export function exceptionTag(lane: usize, tag: u64): u64 {
  return tagOfKey(tag, familyOf(lane, idOf(tag)))
}

function slotOf(lane: usize, tag: u64, probe: u32): usize {
  const mask = load<u32>(lane, LANE_EXCEPTION_SLOTS) - 1
  const index = (u32(tag >> 29) + probe) & mask
  return usize(load<u32>(lane, LANE_EXCEPTIONS)) + usize(index) * EXCEPTION_BYTES
}

function findSlot(lane: usize, tag: u64): usize {
  for (let probe: u32 = 0; probe < u32(EXCEPTION_PROBES_MAX); probe++) {
    const slot = slotOf(lane, tag, probe)
    const seen = loadU64(slot + EXCEPTION_TAG)
    if (seen == tag) return slot
    if (seen == 0) return 0
  }
  return 0
}

/** Id of the key's own variant; 0 if it has none. */
export function ownVariant(lane: usize, tag: u64): u32 {
  const slot = findSlot(lane, tag)
  if (slot == 0) return 0
  const variant = loadU32(slot + EXCEPTION_VARIANT)
  return loadU64(slot + EXCEPTION_TAG) == tag ? variant : 0
}

/** When the key's block ends, in ms since the engine opened; 0 if it has none. */
export function blockedUntil(lane: usize, tag: u64): f64 {
  const slot = findSlot(lane, tag)
  if (slot == 0) return 0
  const until = reinterpret<f64>(loadU64(slot + EXCEPTION_UNTIL))
  return loadU64(slot + EXCEPTION_TAG) == tag ? until : 0
}

function isOver(slot: usize, nowMs: f64): bool {
  if (loadU32(slot + EXCEPTION_VARIANT) != 0) return false
  return reinterpret<f64>(loadU64(slot + EXCEPTION_UNTIL)) <= nowMs
}

/** The key's record, or one that it can have; 0 if there is no room. The caller holds the exceptions' lock. */
function claimSlot(lane: usize, tag: u64, nowMs: f64): usize {
  const found = findSlot(lane, tag)
  if (found != 0) return found
  if (isFull(lane)) {
    purge(lane, nowMs)
    if (isFull(lane)) return 0
  }
  for (let probe: u32 = 0; probe < u32(EXCEPTION_PROBES_MAX); probe++) {
    const slot = slotOf(lane, tag, probe)
    const seen = loadU64(slot + EXCEPTION_TAG)
    if (seen <= u64(EXCEPTION_REMOVED)) {
      addCount(1)
    } else if (isOver(slot, nowMs)) {
      storeU64(slot + EXCEPTION_TAG, EXCEPTION_REMOVED)
    } else continue
    storeU64(slot + EXCEPTION_VARIANT, 0)
    storeU64(slot + EXCEPTION_UNTIL, 0)
    storeU64(slot + EXCEPTION_TAG, tag)
    return slot
  }
  return 0
}

function isFull(lane: usize): bool {
  return loadU32(CONTROL_OFFSET + CONTROL_EXCEPTIONS) >= load<u32>(lane, LANE_EXCEPTIONS_MAX)
}

/** Removes what is over. The caller holds the exceptions' lock. */
function purge(lane: usize, nowMs: f64): void {
  let slot: usize = load<u32>(lane, LANE_EXCEPTIONS)
  for (let rest = load<u32>(lane, LANE_EXCEPTION_SLOTS); rest > 0; rest--) {
    if (loadU64(slot + EXCEPTION_TAG) > u64(EXCEPTION_REMOVED)) tidySlot(slot, nowMs)
    slot += EXCEPTION_BYTES
  }
}

function addCount(amount: i32): void {
  const address = CONTROL_OFFSET + CONTROL_EXCEPTIONS
  while (true) {
    const seen = loadU32(address)
    if (casU32(address, seen, seen + u32(amount)) == seen) return
  }
}

/** Removes the record if it says nothing any more. */
function tidySlot(slot: usize, nowMs: f64): void {
  if (!isOver(slot, nowMs)) return
  storeU64(slot + EXCEPTION_TAG, EXCEPTION_REMOVED)
  addCount(-1)
}

/** Gives the key numbers of its own; 0 takes them back. False if there is no room. */
export function setVariant(lane: usize, tag: u64, variant: u32, nowMs: f64): bool {
  lock(lane, EXCEPTIONS_LOCK)
  const slot = variant == 0 ? findSlot(lane, tag) : claimSlot(lane, tag, nowMs)
  if (slot != 0) {
    storeU64(slot + EXCEPTION_VARIANT, variant)
    tidySlot(slot, nowMs)
  }
  unlock(lane, EXCEPTIONS_LOCK)
  return slot != 0 || variant == 0
}

/** Blocks the key up to a time; 0 lifts the block. False if there is no room. */
export function setBlock(lane: usize, tag: u64, untilMs: f64, nowMs: f64): bool {
  lock(lane, EXCEPTIONS_LOCK)
  const slot = untilMs == 0 ? findSlot(lane, tag) : claimSlot(lane, tag, nowMs)
  if (slot != 0) {
    storeU64(slot + EXCEPTION_UNTIL, reinterpret<u64>(untilMs))
    tidySlot(slot, nowMs)
  }
  unlock(lane, EXCEPTIONS_LOCK)
  return slot != 0 || untilMs == 0
}

/** Forgets the exceptions of a limit that is gone. */
export function sweepExceptions(lane: usize, family: u32): void {
  lock(lane, EXCEPTIONS_LOCK)
  let slot: usize = load<u32>(lane, LANE_EXCEPTIONS)
  for (let rest = load<u32>(lane, LANE_EXCEPTION_SLOTS); rest > 0; rest--) {
    const tag = loadU64(slot + EXCEPTION_TAG)
    if (tag > u64(EXCEPTION_REMOVED) && idOf(tag) == family) {
      storeU64(slot + EXCEPTION_TAG, EXCEPTION_REMOVED)
      addCount(-1)
    }
    slot += EXCEPTION_BYTES
  }
  unlock(lane, EXCEPTIONS_LOCK)
}
