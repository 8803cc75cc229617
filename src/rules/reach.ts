// How much of a string attribute a rule needs (REACH in assembly/shared/ruleset.ts).
import { REACH_MAX, REACH_TAIL, REACH_WHOLE } from '../../assembly/shared/ruleset.ts'

/** The first units; the whole where they are too many to say. */
export function headReach(units: number): number {
  // A reach of nothing would read as the whole.
  return units > REACH_MAX ? REACH_WHOLE : Math.max(units, 1)
}

/** What covers both: the longer of two heads or two tails, the whole for one of each. */
export function unionOfReaches(left: number, right: number): number {
  if (left === REACH_WHOLE || right === REACH_WHOLE) return REACH_WHOLE
  return (left & REACH_TAIL) === (right & REACH_TAIL) ? Math.max(left, right) : REACH_WHOLE
}
