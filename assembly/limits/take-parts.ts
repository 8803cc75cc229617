// What a call does to the parts of the lane, several limits or one, all or nothing.
import { MODE_TAKE, PARTS_OFFSET } from '../shared/layout.ts'
import { LIMIT_ALLOWED } from '../shared/outcome.ts'
import { NOT_KNOWN, takeKnown } from './group.ts'
import { hasEnded } from './lease.ts'
import { operate } from './operate.ts'
import { endLeases } from './settle.ts'
import { clampNow, isInRange } from './time.ts'

/** Does `mode` to the first `count` parts of the lane, all or nothing. */
export function takeParts(lane: usize, count: u32, mode: u32, nowMs: f64): i32 {
  if (!isInRange(nowMs)) nowMs = clampNow(nowMs)
  if (hasEnded(nowMs)) {
    const ended = endLeases(lane, nowMs)
    if (ended != LIMIT_ALLOWED) return ended
  }
  const first = lane + PARTS_OFFSET
  if (mode == MODE_TAKE) {
    const outcome = takeKnown(lane, first, count, nowMs)
    if (outcome != NOT_KNOWN) return outcome
  }
  return operate(lane, first, count, mode, nowMs)
}
