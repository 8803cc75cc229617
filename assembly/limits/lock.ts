// Spin locks, each with the address of its holder's lane (shared/layout.ts says in which order they are taken). As long as no other thread can have the memory,
// they are not taken at all.
import { casU32, loadU32 } from '../atomic.ts'
import {
  LANE_SOLO,
  LANE_TABLE,
  LOCK_BYTES,
  LOCK_COUNT,
  LOCKS_OFFSET,
  REQUEST_LOCK_COUNT,
  REQUEST_LOCKS_OFFSET,
} from '../shared/layout.ts'
import { LOCK_TRIES_MAX, SET_BYTES } from '../shared/limit.ts'

/** The lock of a set of the limit table or of the logs. */
export function lockOf(lane: usize, set: usize): usize {
  const index = (set - load<u32>(lane, LANE_TABLE)) / SET_BYTES
  return usize(LOCKS_OFFSET) + (index & (LOCK_COUNT - 1)) * LOCK_BYTES
}

export function requestLockOf(index: usize): usize {
  return usize(REQUEST_LOCKS_OFFSET) + (index & (REQUEST_LOCK_COUNT - 1)) * LOCK_BYTES
}

export function lock(lane: usize, address: usize): void {
  if (load<u32>(lane, LANE_SOLO) != 0) return
  while (true) {
    for (let tries = 0; tries < LOCK_TRIES_MAX; tries++) {
      if (casU32(address, 0, u32(lane)) == 0) return
    }
    // Its holder was terminated. What it may have left half-written, a claimed entry, is mended by who finds it. Of
    // several who wait, one takes over.
    const holder = loadU32(address)
    if (casU32(address, holder, u32(lane)) == holder) return
  }
}

/** A lock that was taken over meanwhile is not the lane's to release. */
export function unlock(lane: usize, address: usize): void {
  if (load<u32>(lane, LANE_SOLO) == 0) casU32(address, u32(lane), 0)
}

/** All locks of sets: nothing but swaps of single words goes on until `unlockAll`. */
export function lockAll(lane: usize): void {
  for (let index: usize = 0; index < usize(LOCK_COUNT); index++) {
    lock(lane, usize(LOCKS_OFFSET) + index * LOCK_BYTES)
  }
}

export function unlockAll(lane: usize): void {
  for (let index: usize = 0; index < usize(LOCK_COUNT); index++) {
    unlock(lane, usize(LOCKS_OFFSET) + index * LOCK_BYTES)
  }
}
