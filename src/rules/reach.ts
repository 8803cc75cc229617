// How much of an attribute a rule needs (REACH in assembly/shared/ruleset.ts).
import { REACH_DEEP, REACH_MAX, REACH_TAIL, REACH_WHOLE } from '../../assembly/shared/ruleset.ts'

/** The first units of a string; the whole where they are too many to say. */
export function headReach(units: number): number {
  // A reach of nothing would read as the whole.
  return units > REACH_MAX ? REACH_WHOLE : Math.max(units, 1)
}

/** The last units of a string. */
export function tailReach(units: number): number {
  const head = headReach(units)
  return head === REACH_WHOLE ? REACH_WHOLE : head | REACH_TAIL
}

/** What covers both: the longer of two heads or two tails, the whole for one of each, DEEP for anything with it. */
export function unionOfReaches(left: number, right: number): number {
  if (left === REACH_DEEP || right === REACH_DEEP) return REACH_DEEP
  if (left === REACH_WHOLE || right === REACH_WHOLE) return REACH_WHOLE
  return (left & REACH_TAIL) === (right & REACH_TAIL) ? Math.max(left, right) : REACH_WHOLE
}
