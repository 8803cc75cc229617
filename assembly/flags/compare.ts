// The comparisons of json-logic-engine, which flagd's JavaScript evaluator runs: strict ones as JavaScript has
// them; loose ones compare text with text, everything else as numbers, and fail where there is no number. An
// array or object has none.
import {
  COMPARE_EQ,
  COMPARE_GT,
  COMPARE_LE,
  COMPARE_LT,
  COMPARE_NE,
  COMPARE_STRICT_EQ,
  COMPARE_STRICT_NE,
} from '../shared/opcodes.ts'
import { TAG_STRING } from '../shared/value.ts'
import { compareText, equalWords } from './text.ts'
import { toNumber } from './to-number.ts'
import { isNumber, NULL, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

/** The operands have no order: the evaluation ends with an error. */
export const INCOMPARABLE = 2

export function equalStrings(left: usize, right: usize): bool {
  const length = stringLength(left)
  return length == stringLength(right) && equalWords(stringBytes(left), stringBytes(right), length)
}

/** JavaScript's `===`. Arrays and objects are equal only to themselves. */
export function strictEquals(left: u64, right: u64): bool {
  if (isNumber(left) && isNumber(right)) return reinterpret<f64>(left) == reinterpret<f64>(right)
  if (tagOf(left) == TAG_STRING && tagOf(right) == TAG_STRING) {
    return equalStrings(pointerOf(left), pointerOf(right))
  }
  return left == right
}

function ordered(relation: u32, order: i32): i32 {
  switch (relation) {
    case COMPARE_LT:
      return i32(order < 0)
    case COMPARE_LE:
      return i32(order <= 0)
    case COMPARE_GT:
      return i32(order > 0)
    default:
      return i32(order >= 0)
  }
}

function compareNumbers(relation: u32, left: f64, right: f64): i32 {
  switch (relation) {
    case COMPARE_EQ:
      return i32(left == right)
    case COMPARE_NE:
      return i32(left != right)
    case COMPARE_LT:
      return i32(left < right)
    case COMPARE_LE:
      return i32(left <= right)
    case COMPARE_GT:
      return i32(left > right)
    default:
      return i32(left >= right)
  }
}

function compareTexts(relation: u32, left: usize, right: usize): i32 {
  if (relation == COMPARE_EQ) return i32(equalStrings(left, right))
  if (relation == COMPARE_NE) return i32(!equalStrings(left, right))
  const order = compareText(
    stringBytes(left),
    stringLength(left),
    stringBytes(right),
    stringLength(right),
  )
  return ordered(relation, order)
}

/** One side is null and the other text: equal to nothing; for order null is 0 and the text its number. */
function compareNullWithText(relation: u32, left: u64, right: u64, work: usize): i32 {
  if (relation == COMPARE_EQ) return 0
  if (relation == COMPARE_NE) return 1
  return compareNumbers(relation, toNumber(left, work), toNumber(right, work))
}

/** 0, 1, or INCOMPARABLE. */
export function compare(relation: u32, left: u64, right: u64, work: usize): i32 {
  if (relation == COMPARE_STRICT_EQ) return i32(strictEquals(left, right))
  if (relation == COMPARE_STRICT_NE) return i32(!strictEquals(left, right))
  if (isNumber(left) && isNumber(right)) {
    const a = reinterpret<f64>(left)
    const b = reinterpret<f64>(right)
    return a == a && b == b ? compareNumbers(relation, a, b) : INCOMPARABLE
  }
  const leftText = tagOf(left) == TAG_STRING
  const rightText = tagOf(right) == TAG_STRING
  if (leftText && rightText) return compareTexts(relation, pointerOf(left), pointerOf(right))
  if ((leftText || left == NULL) && (rightText || right == NULL)) {
    if (left == right) return compareNumbers(relation, 0, 0)
    return compareNullWithText(relation, left, right, work)
  }
  const a = toNumber(left, work)
  const b = toNumber(right, work)
  if (a != a || b != b) return INCOMPARABLE
  // JavaScript's null equals only null, but flagd's engine lets it equal every zero.
  if (left == NULL || right == NULL) {
    if (relation == COMPARE_EQ) return i32(a == 0 && b == 0)
    if (relation == COMPARE_NE) return i32(a != 0 || b != 0)
  }
  return compareNumbers(relation, a, b)
}
