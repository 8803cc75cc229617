// take and peek of one key that is known: lock-free, one swap of one word. Whatever is more goes to operate.ts.

import { casU64, loadU64 } from '../atomic.ts'
import {
  KEY_BYTES,
  KEY_ENTRY,
  KEY_HASH,
  KEY_LIMIT,
  KEY_TAG,
  KEYS_OFFSET,
  LANE_PERIOD_ID,
  LANE_SOLO,
  LANE_TAKES,
  MODE_PEEK,
  MODE_TAKE,
  PART_COST,
  PART_ENTRY,
  PART_GRANTED,
  PART_HASH,
  PART_ID,
  PART_OUTCOME,
  PART_TAG,
  PART_VARIANT,
} from '../shared/layout.ts'
import {
  ALGORITHM_LOG,
  ALGORITHM_QUOTA,
  ENTRY_TAG,
  ENTRY_WORD,
  FLAG_SHADOW,
  SAMPLE_FACTOR,
  SAMPLE_SHIFT,
  TAG_HIDDEN,
} from '../shared/limit.ts'
import {
  LIMIT_ALLOWED,
  LIMIT_COST_EXCEEDS_LIMIT,
  LIMIT_PERIOD_PASSED,
  LIMIT_REFUSED,
  LIMIT_SAMPLED,
  LIMIT_SHADOW,
  LIMIT_STALE,
} from '../shared/outcome.ts'
import { LIMIT_ALGORITHM, LIMIT_FLAGS, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { decideState, NO_ROOM } from './decide.ts'
import { settleKey } from './key.ts'
import { hasEnded } from './lease.ts'
import { operate } from './operate.ts'
import { answerState, countDecision, partOf } from './part.ts'
import { endLeases } from './settle.ts'
import {
  countCollision,
  find,
  idOf,
  isBehind,
  limitOf,
  mixKey,
  setOf,
  settle,
  stateOf,
  tagOfKey,
  wordWith,
} from './table.ts'
import { clampNow, isInRange } from './time.ts'
import { isPeriodPassed } from './window.ts'

/** Replaces the word the caller read, unless another thread has changed it since. */
function swap(lane: usize, entry: usize, word: u64, next: u64): bool {
  if (load<u32>(lane, LANE_SOLO) == 0) return casU64(entry + ENTRY_WORD, word, next) == word
  store<u64>(entry, next, ENTRY_WORD)
  return true
}

/**
 * The key's entry, under the numbers it has now; 0 if that is not to be seen at once. Looked up where it was the last
 * time, and then in its set.
 */
function findEntry(lane: usize, known: usize, limit: usize, id: u32): usize {
  if (load<u32>(known, KEY_LIMIT) == id) {
    const entry: usize = load<u32>(known, KEY_ENTRY)
    if (loadU64(entry + ENTRY_TAG) == load<u64>(known, KEY_TAG)) return entry
  }
  const tag = tagOfKey(mixKey(load<u64>(known, KEY_HASH), limit), id)
  const entry = find(setOf(lane, tag), tag)
  store<u64>(known, tag, KEY_TAG)
  store<u32>(known, u32(entry), KEY_ENTRY)
  store<u32>(known, entry == 0 ? 0 : id, KEY_LIMIT)
  return entry
}

/** By operate.ts, as the only part; where the key is found is remembered. */
function operateKey(lane: usize, known: usize, id: u32, cost: u32, mode: u32, nowMs: f64): i32 {
  const part = partOf(lane, 0)
  store<u64>(part, load<u64>(known, KEY_HASH), PART_HASH)
  store<u32>(part, id, PART_ID)
  store<u32>(part, cost, PART_COST)
  const outcome = operate(lane, part, 1, mode, nowMs)
  if (outcome < 0) return outcome
  const tag = load<u64>(part, PART_TAG)
  const isLog = load<u32>(load<u32>(part, PART_VARIANT), LIMIT_ALGORITHM) == ALGORITHM_LOG
  const entry = isLog || (tag & TAG_HIDDEN) != 0 ? 0 : load<u32>(part, PART_ENTRY)
  store<u64>(known, tag, KEY_TAG)
  store<u32>(known, entry, KEY_ENTRY)
  store<u32>(known, entry == 0 ? 0 : id, KEY_LIMIT)
  return load<i32>(part, PART_OUTCOME)
}

/** Leaves the answer to part 0 and counts the decision. */
function conclude(lane: usize, limit: usize, outcome: i32, state: i64, cost: u32, nowMs: f64): i32 {
  if (outcome != LIMIT_ALLOWED && (load<u32>(limit, LIMIT_FLAGS) & FLAG_SHADOW) != 0) {
    outcome |= LIMIT_SHADOW
  }
  const part = partOf(lane, 0)
  answerState(part, limit, state, cost, nowMs)
  store<u32>(part, cost, PART_GRANTED)
  return outcome
}

/**
 * Takes `cost` tokens of the key's bucket at `nowMs`, all or none. The key is the one at `keyIndex` of the lane's.
 * A cost of 0 takes nothing, and is allowed unless the key is blocked.
 */
export function take(lane: usize, id: u32, keyIndex: u32, cost: u32, nowMs: f64): i32 {
  if (!isInRange(nowMs)) nowMs = clampNow(nowMs)
  if (hasEnded(nowMs)) {
    const ended = endLeases(lane, nowMs)
    if (ended != LIMIT_ALLOWED) return ended
  }
  const known = lane + KEYS_OFFSET + usize(keyIndex) * KEY_BYTES
  settleKey(lane, known)
  const asked = limitOf(lane, id)
  if (isBehind(lane) || load<u32>(asked, LIMIT_TOKENS) == 0) return LIMIT_STALE
  while (true) {
    const entry = findEntry(lane, known, asked, id)
    if (entry == 0) {
      const outcome = operateKey(lane, known, id, cost, MODE_TAKE, nowMs)
      return outcome < 0 ? outcome : outcome + sample(lane)
    }
    const tag = load<u64>(known, KEY_TAG)
    const limit = limitOf(lane, idOf(tag))
    const word = loadU64(entry + ENTRY_WORD)
    if (i64(word) < 0 || loadU64(entry + ENTRY_TAG) != tag) {
      countCollision(lane)
      settle(lane, setOf(lane, tag), entry)
      continue
    }
    if (load<u32>(limit, LIMIT_ALGORITHM) == ALGORITHM_QUOTA && isPeriodPassed(limit, nowMs)) {
      store<u32>(lane, idOf(tag), LANE_PERIOD_ID)
      return LIMIT_PERIOD_PASSED
    }
    const state = stateOf(word)
    let outcome: i32 = LIMIT_ALLOWED
    let next = state
    if (cost > load<u32>(limit, LIMIT_TOKENS)) outcome = LIMIT_COST_EXCEEDS_LIMIT
    else if (cost != 0) {
      next = decideState(limit, state, cost, nowMs)
      if (next == NO_ROOM) {
        // A refusal has no swap that tells whether the word was the key's all the while.
        if (loadU64(entry + ENTRY_WORD) != word) continue
        outcome = LIMIT_REFUSED
      } else if (!swap(lane, entry, word, wordWith(word, next))) {
        countCollision(lane)
        continue
      }
    }
    outcome = conclude(lane, limit, outcome, outcome == LIMIT_ALLOWED ? next : state, cost, nowMs)
    countDecision(limit, outcome)
    return outcome + sample(lane)
  }
}

/**
 * LIMIT_SAMPLED for one take in 32, by the golden ratio: in gaps of 13 to 55, so that no rhythm of the caller's escapes.
 * Here and not in the host, where counting takes 5 ns more.
 */
function sample(lane: usize): i32 {
  const takes = load<u32>(lane, LANE_TAKES) + 1
  store<u32>(lane, takes, LANE_TAKES)
  return (takes * u32(SAMPLE_FACTOR)) >>> SAMPLE_SHIFT == 0 ? LIMIT_SAMPLED : 0
}

/** What a take would answer, changing nothing. Remaining and reset describe the bucket as it is. */
export function peek(lane: usize, id: u32, keyIndex: u32, cost: u32, nowMs: f64): i32 {
  if (!isInRange(nowMs)) nowMs = clampNow(nowMs)
  if (hasEnded(nowMs)) {
    const ended = endLeases(lane, nowMs)
    if (ended != LIMIT_ALLOWED) return ended
  }
  const known = lane + KEYS_OFFSET + usize(keyIndex) * KEY_BYTES
  settleKey(lane, known)
  return operateKey(lane, known, id, cost, MODE_PEEK, nowMs)
}
