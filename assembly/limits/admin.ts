// What is done to a key, or to a limit, besides taking: blocks, numbers of its own, sweeping, counting.
import { loadU64 } from '../atomic.ts'
import { PART_HASH, PART_ID, PART_STATE, PART_TAG } from '../shared/layout.ts'
import { ALGORITHM_LOG, ENTRY_TAG, TAG_HIDDEN } from '../shared/limit.ts'
import { LIMIT_STALE } from '../shared/outcome.ts'
import { LIMIT_ALGORITHM, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { exceptionTag, setBlock, setVariant, sweepExceptions } from './exceptions.ts'
import { lock, lockAll, lockOf, unlock, unlockAll } from './lock.ts'
import { countLogs, logSetOf, sweepLogs } from './logs.ts'
import { partOf } from './part.ts'
import { dropKeyLeases } from './settle.ts'
import {
  claim,
  countEntries,
  findKey,
  insert,
  isBehind,
  limitOf,
  mixKey,
  release,
  setOf,
  stateOf,
  sweepMetrics,
  sweepTable,
  tagOfKey,
} from './table.ts'
import { clampNow } from './time.ts'

/** Hides the key's entry, so that its next use looks again what numbers it has and whether it is blocked. */
function hide(set: usize, tag: u64): void {
  const entry = findKey(set, tag)
  if (entry == 0) return
  const word = claim(entry)
  const seen = loadU64(entry + ENTRY_TAG)
  release(entry, seen == 0 ? 0 : seen | TAG_HIDDEN, word, seen == 0 ? 0 : stateOf(word))
}

/** Of the key in part 0: 1, or 0 if there is no room for an exception more; LIMIT_STALE. */
export function block(lane: usize, untilMs: f64, nowMs: f64): i32 {
  return except(lane, true, untilMs, 0, nowMs)
}

/** The same: gives the key in part 0 the numbers of a variant; 0 takes them back. */
export function setOverride(lane: usize, variant: u32, nowMs: f64): i32 {
  return except(lane, false, 0, variant, nowMs)
}

function except(lane: usize, isBlock: bool, untilMs: f64, variant: u32, nowMs: f64): i32 {
  nowMs = clampNow(nowMs)
  const part = partOf(lane, 0)
  const id = load<u32>(part, PART_ID)
  const limit = limitOf(lane, id)
  if (isBehind(lane) || load<u32>(limit, LIMIT_TOKENS) == 0) return LIMIT_STALE
  const tag = tagOfKey(mixKey(load<u64>(part, PART_HASH), limit), id)
  const isLog = load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_LOG
  const set = isLog ? logSetOf(lane, tag) : setOf(lane, tag)
  const address = lockOf(lane, set)
  lock(lane, address)
  const except = exceptionTag(lane, tag)
  const isDone = isBlock
    ? setBlock(lane, except, untilMs, nowMs)
    : setVariant(lane, except, variant, nowMs)
  if (isDone && !isLog) hide(set, tag)
  unlock(lane, address)
  return isDone ? 1 : 0
}

/**
 * Takes a variant's number back, before it is given to another one. `successor` is the variant that goes on for it; with
 * 0 the limit is gone, and all that is known of it is forgotten.
 */
export function sweep(lane: usize, id: u32, successor: u32, nowMs: f64): void {
  sweepTable(lane, id, successor, clampNow(nowMs))
  lockAll(lane)
  sweepLogs(lane, id, successor)
  unlockAll(lane)
  dropKeyLeases(lane, 0, id, successor, clampNow(nowMs))
  if (successor != 0) return
  sweepMetrics(lane, id)
  sweepExceptions(lane, id)
}

/** Puts an entry of a dump, its tag and state in part 0, where this table has room for it. */
export function restoreEntry(lane: usize, nowMs: f64): void {
  const part = partOf(lane, 0)
  const tag = load<u64>(part, PART_TAG)
  insert(lane, setOf(lane, tag), tag, load<i64>(part, PART_STATE), clampNow(nowMs))
}

/** Keys that a limit has something about. */
export function entries(lane: usize, family: u32): u32 {
  return countEntries(lane, family) + countLogs(lane, family)
}
