// Several limits at once, where one thread has the memory and knows all the keys: nothing can come in between, so
// nothing is locked and nothing claimed. Whatever is more goes to operate.ts.
import {
  LANE_SOLO,
  PART_BYTES,
  PART_COST,
  PART_ENTRY,
  PART_GRANTED,
  PART_HASH,
  PART_ID,
  PART_OUTCOME,
  PART_STATE,
  PART_VARIANT,
  PART_WORD,
} from '../shared/layout.ts'
import { ALGORITHM_LOG, ALGORITHM_QUOTA, ENTRY_WORD, FLAG_SHADOW } from '../shared/limit.ts'
import {
  LIMIT_ALLOWED,
  LIMIT_COST_EXCEEDS_LIMIT,
  LIMIT_REFUSED,
  LIMIT_SHADOW,
} from '../shared/outcome.ts'
import { LIMIT_ALGORITHM, LIMIT_FLAGS, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { decideState, NO_ROOM } from './decide.ts'
import { answerState, countDecision } from './part.ts'
import { find, isBehind, limitOf, mixKey, setOf, stateOf, tagOfKey, wordWith } from './table.ts'
import { isPeriodPassed } from './window.ts'

/** The parts are not all what this path can do: nothing was changed. */
export const NOT_KNOWN: i32 = -100

/** Whether an earlier part has the entry. */
function isTaken(first: usize, part: usize, entry: usize): bool {
  for (let other = first; other < part; other += PART_BYTES) {
    if (load<u32>(other, PART_ENTRY) == u32(entry)) return true
  }
  return false
}

/** Takes from all parts or none, as `operate` does; NOT_KNOWN if that has to. */
export function takeKnown(lane: usize, first: usize, count: u32, nowMs: f64): i32 {
  if (load<u32>(lane, LANE_SOLO) == 0 || isBehind(lane)) return NOT_KNOWN
  const end = first + usize(count) * PART_BYTES
  let outcome: i32 = LIMIT_ALLOWED
  for (let part = first; part < end; part += PART_BYTES) {
    const id = load<u32>(part, PART_ID)
    const limit = limitOf(lane, id)
    const algorithm = load<u32>(limit, LIMIT_ALGORITHM)
    const tokens = load<u32>(limit, LIMIT_TOKENS)
    if (tokens == 0 || algorithm == ALGORITHM_LOG) return NOT_KNOWN
    const tag = tagOfKey(mixKey(load<u64>(part, PART_HASH), limit), id)
    const entry = find(setOf(lane, tag), tag)
    if (entry == 0 || isTaken(first, part, entry)) return NOT_KNOWN
    if (algorithm == ALGORITHM_QUOTA && isPeriodPassed(limit, nowMs)) return NOT_KNOWN
    const word = load<u64>(entry, ENTRY_WORD)
    if (i64(word) < 0) return NOT_KNOWN
    const state = stateOf(word)
    const cost = load<u32>(part, PART_COST)
    // Decided and charged at once: a bucket's time is scaled once, and nothing is written before all are decided.
    const next =
      cost > tokens ? NO_ROOM : cost == 0 ? state : decideState(limit, state, cost, nowMs)
    let own: i32 = LIMIT_ALLOWED
    if (next == NO_ROOM) {
      own = cost > tokens ? LIMIT_COST_EXCEEDS_LIMIT : LIMIT_REFUSED
      if ((load<u32>(limit, LIMIT_FLAGS) & FLAG_SHADOW) != 0) own |= LIMIT_SHADOW
      else if (outcome == LIMIT_ALLOWED) outcome = own
    }
    store<u32>(part, u32(entry), PART_ENTRY)
    store<u64>(part, own == LIMIT_ALLOWED ? wordWith(word, next) : word, PART_WORD)
    store<i32>(part, own, PART_OUTCOME)
    store<u32>(part, own == LIMIT_ALLOWED ? cost : 0, PART_GRANTED)
    answerState(part, limit, state, min<u32>(cost, tokens), nowMs)
  }
  return outcome == LIMIT_ALLOWED ? takeAll(first, end) : refuseAll(first, end, outcome)
}

/** Writes what was decided: all parts allow it, or only watch. */
function takeAll(first: usize, end: usize): i32 {
  for (let part = first; part < end; part += PART_BYTES) {
    const word = load<u64>(part, PART_WORD)
    store<u64>(load<u32>(part, PART_ENTRY), word, ENTRY_WORD)
    store<i64>(part, stateOf(word), PART_STATE)
    countDecision(load<u32>(part, PART_VARIANT), load<i32>(part, PART_OUTCOME))
  }
  return LIMIT_ALLOWED
}

function refuseAll(first: usize, end: usize, outcome: i32): i32 {
  for (let part = first; part < end; part += PART_BYTES) {
    const own = load<i32>(part, PART_OUTCOME)
    store<u32>(part, 0, PART_GRANTED)
    if (own != LIMIT_ALLOWED && (own & LIMIT_SHADOW) == 0) {
      countDecision(load<u32>(part, PART_VARIANT), own)
    }
  }
  return outcome
}
