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
import { charged, fits } from './cell.ts'
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
    let own: i32 = LIMIT_ALLOWED
    if (cost > tokens) own = LIMIT_COST_EXCEEDS_LIMIT
    else if (cost != 0 && !fits(limit, state, i64(cost), nowMs)) own = LIMIT_REFUSED
    if (own != LIMIT_ALLOWED) {
      if ((load<u32>(limit, LIMIT_FLAGS) & FLAG_SHADOW) != 0) own |= LIMIT_SHADOW
      else if (outcome == LIMIT_ALLOWED) outcome = own
    }
    store<u32>(part, u32(entry), PART_ENTRY)
    store<u64>(part, word, PART_WORD)
    store<i32>(part, own, PART_OUTCOME)
    store<u32>(part, own == LIMIT_ALLOWED ? cost : 0, PART_GRANTED)
    answerState(part, limit, state, min<u32>(cost, tokens), nowMs)
  }
  for (let part = first; part < end; part += PART_BYTES) {
    const own = load<i32>(part, PART_OUTCOME)
    const limit: usize = load<u32>(part, PART_VARIANT)
    if (outcome == LIMIT_ALLOWED) {
      const cost = load<u32>(part, PART_COST)
      if (own == LIMIT_ALLOWED && cost != 0) {
        const next = charged(limit, load<i64>(part, PART_STATE), i64(cost), nowMs)
        store<i64>(part, next, PART_STATE)
        const entry: usize = load<u32>(part, PART_ENTRY)
        store<u64>(entry, wordWith(load<u64>(part, PART_WORD), next), ENTRY_WORD)
      }
      countDecision(limit, own)
    } else {
      store<u32>(part, 0, PART_GRANTED)
      if (own != LIMIT_ALLOWED && (own & LIMIT_SHADOW) == 0) countDecision(limit, own)
    }
  }
  return outcome
}
