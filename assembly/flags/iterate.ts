// Loops over an array: `map filter all some none reduce`. The frame of a loop (shared/opcodes.ts draws it) stands on
// the stack, where the verifier proved that nothing but ITERATE and NEXT writes it.
import { LANE_ARENA } from '../shared/layout.ts'
import {
  ITEMS_MAX,
  ITERATE_ALL,
  ITERATE_FILTER,
  ITERATE_MAP,
  ITERATE_NONE,
  ITERATE_REDUCE,
  ITERATE_REDUCE_FIRST,
  ITERATE_SOME,
} from '../shared/opcodes.ts'
import { CAUSE_TOO_MANY_ITEMS } from '../shared/outcome.ts'
import { ARRAY_COUNT, ARRAY_VALUES, TAG_ARRAY } from '../shared/value.ts'
import { allocateArray, arrayValue, FAILED_FULL, FAILED_TYPE, failedWith } from './arena.ts'
import { isTruthyPlain } from './property.ts'
import { FALSE, fromBoolean, isTruthy, NULL, pointerOf, TRUE, tagOf } from './value.ts'

// Offsets of the frame's cells from its first.
const FRAME_ARRAY = 0
const FRAME_RESULT = 8
const FRAME_INDEX = 16
const FRAME_ITEM = 24
const FRAME_BODY = 32

/** The loop goes on: the frame holds the next item. */
export const LOOP_ON: u64 = 0
/** The loop is over: its result stands in the frame's first cell. */
export const LOOP_OVER: u64 = 1

function emptyResult(lane: usize, kind: u32, frame: usize): u64 {
  switch (kind) {
    case ITERATE_MAP:
    case ITERATE_FILTER: {
      const array = allocateArray(lane, 0)
      return array == 0 ? FAILED_FULL : arrayValue(array)
    }
    case ITERATE_ALL:
    case ITERATE_SOME:
      return FALSE
    case ITERATE_NONE:
      return TRUE
    case ITERATE_REDUCE:
      return load<u64>(frame, FRAME_RESULT)
    default:
      // Without an item there is no first one.
      return FAILED_TYPE
  }
}

function finish(frame: usize, result: u64): u64 {
  store<u64>(frame, result, FRAME_ARRAY)
  return LOOP_OVER
}

/** Starts the loop whose frame is at `frame`: LOOP_ON, LOOP_OVER, or a failure. */
export function startLoop(lane: usize, kind: u32, frame: usize): u64 {
  const value = load<u64>(frame, FRAME_ARRAY)
  let count: u32 = 0
  if (tagOf(value) == TAG_ARRAY) count = load<u32>(pointerOf(value), ARRAY_COUNT)
  else if (isTruthyPlain(value)) return FAILED_TYPE
  if (count > u32(ITEMS_MAX)) return failedWith(CAUSE_TOO_MANY_ITEMS)
  let index: u32 = 0
  const items = pointerOf(value) + ARRAY_VALUES
  if (kind == ITERATE_REDUCE_FIRST && count > 0) {
    store<u64>(frame, load<u64>(items), FRAME_RESULT)
    if (count == 1) return finish(frame, load<u64>(items))
    index = 1
  }
  if (count == 0) {
    const result = emptyResult(lane, kind, frame)
    return result == FAILED_FULL || result == FAILED_TYPE ? result : finish(frame, result)
  }
  if (kind == ITERATE_MAP || kind == ITERATE_FILTER) {
    const result = allocateArray(lane, count)
    if (result == 0) return FAILED_FULL
    store<u64>(frame, arrayValue(result), FRAME_RESULT)
  } else if (kind < u32(ITERATE_REDUCE)) store<u64>(frame, NULL, FRAME_RESULT)
  // What the arena holds now is kept beside the index.
  store<u64>(frame, u64(index) | (u64(load<u32>(lane, LANE_ARENA)) << 32), FRAME_INDEX)
  store<u64>(frame, load<u64>(items + (usize(index) << 3)), FRAME_ITEM)
  return LOOP_ON
}

function append(array: usize, value: u64): void {
  const count = load<u32>(array, ARRAY_COUNT)
  store<u64>(array + ARRAY_VALUES + (usize(count) << 3), value)
  store<u32>(array, count + 1, ARRAY_COUNT)
}

/** Takes the body's value and goes to the next item: LOOP_ON or LOOP_OVER. */
export function nextItem(lane: usize, kind: u32, frame: usize): u64 {
  const body = load<u64>(frame, FRAME_BODY)
  const place = load<u64>(frame, FRAME_INDEX)
  // Of all but a MAP's and a REDUCE's body only the truth counts, which is taken below: what it built can go.
  if (kind != ITERATE_MAP && kind < u32(ITERATE_REDUCE)) {
    store<u32>(lane, u32(place >> 32), LANE_ARENA)
  }
  switch (kind) {
    case ITERATE_MAP:
      append(pointerOf(load<u64>(frame, FRAME_RESULT)), body)
      break
    case ITERATE_FILTER:
      if (isTruthy(body)) {
        append(pointerOf(load<u64>(frame, FRAME_RESULT)), load<u64>(frame, FRAME_ITEM))
      }
      break
    case ITERATE_ALL:
      if (!isTruthy(body)) return finish(frame, FALSE)
      break
    case ITERATE_SOME:
    case ITERATE_NONE:
      if (isTruthy(body)) return finish(frame, fromBoolean(kind == ITERATE_SOME))
      break
    default:
      store<u64>(frame, body, FRAME_RESULT)
      break
  }
  const array = pointerOf(load<u64>(frame, FRAME_ARRAY))
  const index = u32(place) + 1
  if (index >= load<u32>(array, ARRAY_COUNT)) {
    if (kind == ITERATE_ALL || kind == ITERATE_NONE) return finish(frame, TRUE)
    return finish(frame, kind == ITERATE_SOME ? FALSE : load<u64>(frame, FRAME_RESULT))
  }
  store<u32>(frame, index, FRAME_INDEX)
  store<u64>(frame, load<u64>(array + ARRAY_VALUES + (usize(index) << 3)), FRAME_ITEM)
  return LOOP_ON
}
