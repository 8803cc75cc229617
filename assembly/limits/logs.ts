// The table of logs (shared/limit.ts draws a record). Every use holds the lock of the record's set, so records are
// plain memory.
import {
  LANE_LOG_BYTES,
  LANE_LOG_SETS,
  LANE_LOGS,
  PART_BYTES,
  PART_ENTRY,
} from '../shared/layout.ts'
import { LOG_SET_RECORDS, LOG_TAG, TAG_HASH_SHIFT } from '../shared/limit.ts'
import { emptyLog, logUsed } from './log.ts'
import { countEviction, familyOf, idOf, limitOf, withId } from './table.ts'

export function logSetOf(lane: usize, tag: u64): usize {
  const index = usize(((tag >> 32) * u64(load<u32>(lane, LANE_LOG_SETS))) >> 32)
  const bytes = usize(load<u32>(lane, LANE_LOG_BYTES)) * LOG_SET_RECORDS
  return usize(load<u32>(lane, LANE_LOGS)) + index * bytes
}

/** The end of a record. */
export function logEnd(lane: usize, log: usize): usize {
  return log + load<u32>(lane, LANE_LOG_BYTES)
}

/** The key's log under any variant; 0 if it has none. */
export function findLog(lane: usize, set: usize, tag: u64): usize {
  const hash = tag >> TAG_HASH_SHIFT
  let log = set
  for (let rest = LOG_SET_RECORDS; rest > 0; rest--) {
    const seen = load<u64>(log, LOG_TAG)
    if (seen >> TAG_HASH_SHIFT == hash && seen != 0) return log
    log += load<u32>(lane, LANE_LOG_BYTES)
  }
  return 0
}

/** Whether a part of this call has the log. */
function isAsked(log: usize, first: usize, end: usize): bool {
  for (let part = first; part < end; part += PART_BYTES) {
    if (load<u32>(part, PART_ENTRY) == u32(log)) return true
  }
  return false
}

/**
 * A log for a key that has none: an empty one, or that of the key which loses the fewest tokens, but of none that the
 * parts of this call have. 0 if they have them all.
 */
export function insertLog(
  lane: usize,
  set: usize,
  tag: u64,
  first: usize,
  end: usize,
  nowMs: f64,
): usize {
  let victim: usize = 0
  let victimUsed = i64.MAX_VALUE
  let log = set
  for (let rest = LOG_SET_RECORDS; rest > 0; rest--) {
    const seen = load<u64>(log, LOG_TAG)
    const used = seen == 0 ? 0 : logUsed(limitOf(lane, idOf(seen)), log, nowMs)
    if (used < victimUsed && !isAsked(log, first, end)) {
      victim = log
      victimUsed = used
    }
    log += load<u32>(lane, LANE_LOG_BYTES)
  }
  if (victim == 0) return 0
  if (victimUsed > 0) countEviction(lane, load<u64>(victim, LOG_TAG), victimUsed)
  emptyLog(victim, tag)
  return victim
}

/** As `sweepTable`. The times of a log go on counting as the successor says. The caller holds all locks. */
export function sweepLogs(lane: usize, id: u32, successor: u32): void {
  const bytes: usize = load<u32>(lane, LANE_LOG_BYTES)
  let log: usize = load<u32>(lane, LANE_LOGS)
  for (let rest = load<u32>(lane, LANE_LOG_SETS) * LOG_SET_RECORDS; rest > 0; rest--) {
    const tag = load<u64>(log, LOG_TAG)
    if (idOf(tag) == id) {
      if (successor == 0) emptyLog(log, 0)
      else store<u64>(log, withId(tag, successor), LOG_TAG)
    }
    log += bytes
  }
}

/** Logs of the limit whose first variant is `family`. */
export function countLogs(lane: usize, family: u32): u32 {
  let count: u32 = 0
  const bytes: usize = load<u32>(lane, LANE_LOG_BYTES)
  let log: usize = load<u32>(lane, LANE_LOGS)
  for (let rest = load<u32>(lane, LANE_LOG_SETS) * LOG_SET_RECORDS; rest > 0; rest--) {
    const tag = load<u64>(log, LOG_TAG)
    if (tag != 0 && familyOf(lane, idOf(tag)) == family) count++
    log += bytes
  }
  return count
}
