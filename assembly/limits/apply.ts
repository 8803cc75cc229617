// The second half of operate.ts: writes what was decided into the entries and logs of the parts.
import {
  MODE_CHARGE,
  MODE_GIVE,
  MODE_RESERVE,
  MODE_RESET,
  MODE_RETURN,
  MODE_TAKE,
  MODE_TAKE_UP_TO,
  PART_BYTES,
  PART_ENTRY,
  PART_LEASE,
  PART_SAME,
  PART_SET,
  PART_STAMP,
  PART_STATE,
  PART_TAG,
  PART_TOTAL,
  PART_VARIANT,
  PART_WORD,
} from '../shared/layout.ts'
import { TAG_HIDDEN, TOKENS_MAX } from '../shared/limit.ts'
import { added, charged, given, isSameUnit, returned } from './cell.ts'
import { logAdd, logCharge, logGive, logReturn } from './log.ts'
import { insertLog, logEnd } from './logs.ts'
import { isLog } from './open.ts'
import { insert, limitOf, release } from './table.ts'

/** Later than any time and any window, and far from where sums wrap. */
const NO_STAMP: i64 = (<i64>1) << 61

/** Whether parts are asked whether they may. */
export function isTaking(mode: u32): bool {
  return mode <= u32(MODE_TAKE_UP_TO) || mode == MODE_RESERVE
}

/** Writes what the root part comes to into its entry, or gets it one if it needs one. */
export function close(part: usize, state: i64): void {
  const tag = load<u64>(part, PART_TAG)
  const entry: usize = load<u32>(part, PART_ENTRY)
  store<i64>(part, state, PART_STATE)
  if (entry != 0) release(entry, tag, load<u64>(part, PART_WORD), state)
}

/** Inserts the root parts that have no entry and were charged. No entry is claimed any more. */
export function insertNew(lane: usize, first: usize, end: usize, nowMs: f64): void {
  for (let part = first; part < end; part += PART_BYTES) {
    if (load<u32>(part, PART_ENTRY) != 0 || load<u32>(part, PART_SAME) != 0) continue
    const state = load<i64>(part, PART_STATE)
    if (state == 0 || isLog(load<u32>(part, PART_VARIANT))) continue
    const entry = insert(lane, load<u32>(part, PART_SET), load<u64>(part, PART_TAG), state, nowMs)
    store<u32>(part, u32(entry), PART_ENTRY)
  }
}

/** The record of a log part, made if there is none. */
function logOf(lane: usize, part: usize, first: usize, end: usize, nowMs: f64): usize {
  let log: usize = load<u32>(part, PART_ENTRY)
  if (log == 0) {
    const set: usize = load<u32>(part, PART_SET)
    log = insertLog(lane, set, load<u64>(part, PART_TAG), first, end, nowMs)
    store<u32>(part, u32(log), PART_ENTRY)
    store<i64>(part, i64(log), PART_STATE)
  }
  return log
}

/** Does to a root part what `mode` says, with the tokens of all parts that are the same. */
export function apply(
  lane: usize,
  part: usize,
  first: usize,
  end: usize,
  mode: u32,
  nowMs: f64,
): void {
  const limit: usize = load<u32>(part, PART_VARIANT)
  const total = load<i64>(part, PART_TOTAL)
  if (isLog(limit)) applyToLog(lane, part, first, end, mode, total, nowMs)
  else close(part, applied(lane, part, mode, total, nowMs))
}

function applied(lane: usize, part: usize, mode: u32, total: i64, nowMs: f64): i64 {
  const limit: usize = load<u32>(part, PART_VARIANT)
  const state = load<i64>(part, PART_STATE)
  if (mode == MODE_RESET) {
    const tag = load<u64>(part, PART_TAG) & ~u64(TAG_HIDDEN)
    store<u64>(part, tag, PART_TAG)
    return 0
  }
  // Nothing can be put back to a key that has taken nothing.
  if (load<u32>(part, PART_ENTRY) == 0 && mode != MODE_CHARGE && !isTaking(mode)) return state
  if (mode == MODE_GIVE) return total == 0 ? state : given(limit, state, total, nowMs)
  if (mode == MODE_RETURN || mode == MODE_CHARGE) {
    // Under other numbers the stamp says nothing: then a return puts back what a gift would.
    const then = limitOf(lane, load<u32>(part, PART_LEASE))
    const stamp = isSameUnit(then, limit) ? load<i64>(part, PART_STAMP) : NO_STAMP
    if (mode == MODE_CHARGE) return added(limit, state, total, stamp, nowMs)
    return returned(limit, state, total, stamp, nowMs)
  }
  return total == 0 ? state : charged(limit, state, total, nowMs)
}

function applyToLog(
  lane: usize,
  part: usize,
  first: usize,
  end: usize,
  mode: u32,
  total: i64,
  nowMs: f64,
): void {
  const limit: usize = load<u32>(part, PART_VARIANT)
  let log: usize = load<u32>(part, PART_ENTRY)
  if (mode == MODE_TAKE || mode == MODE_TAKE_UP_TO || mode == MODE_RESERVE || mode == MODE_CHARGE) {
    if (total == 0) return
    log = logOf(lane, part, first, end, nowMs)
    // Other parts of this call have all logs of the set: what this one took is not remembered.
    if (log == 0) return
    if (mode == MODE_CHARGE) {
      logAdd(limit, log, logEnd(lane, log), total, load<i64>(part, PART_STAMP), nowMs)
    } else logCharge(limit, log, logEnd(lane, log), total, nowMs)
    return
  }
  if (log == 0) return
  if (mode == MODE_RESET) logGive(log, TOKENS_MAX)
  else if (mode == MODE_GIVE) logGive(log, total)
  else if (mode == MODE_RETURN) logReturn(log, total, load<i64>(part, PART_STAMP))
}
