// `+ - * / %`, `min` and `max`, as flagd's JavaScript evaluator (json-logic-engine 5) computes them: what is no number
// ends the evaluation, and so does a result that is none.
import {
  ARITHMETIC_ADD,
  ARITHMETIC_DIVIDE,
  ARITHMETIC_MAX,
  ARITHMETIC_MIN,
  ARITHMETIC_MULTIPLY,
  ARITHMETIC_SUBTRACT,
} from '../shared/opcodes.ts'
import { FAILED_TYPE } from './arena.ts'
import { toNumber } from './to-number.ts'
import { isNumber } from './value.ts'

/** `min` and `max` take numbers only, and no text that reads as one. */
function extreme(operation: u32, values: usize, count: u32): u64 {
  if (count == 0) return FAILED_TYPE
  let result: f64 = NaN
  for (let index: u32 = 0; index < count; index++) {
    const value = load<u64>(values + (usize(index) << 3))
    if (!isNumber(value)) return FAILED_TYPE
    const number = reinterpret<f64>(value)
    if (index == 0) result = number
    else if (operation == ARITHMETIC_MIN ? number < result : number > result) result = number
  }
  return reinterpret<u64>(result)
}

function combine(operation: u32, left: f64, right: f64): f64 {
  switch (operation) {
    case ARITHMETIC_ADD:
      return left + right
    case ARITHMETIC_SUBTRACT:
      return left - right
    case ARITHMETIC_MULTIPLY:
      return left * right
    case ARITHMETIC_DIVIDE:
      return right == 0 ? NaN : left / right
    default:
      return left % right
  }
}

/** What the operation makes of the `count` values at `values`. */
export function arithmetic(operation: u32, values: usize, count: u32, work: usize): u64 {
  if (operation == ARITHMETIC_MIN || operation == ARITHMETIC_MAX) {
    return extreme(operation, values, count)
  }
  const neutral: f64 = operation == ARITHMETIC_MULTIPLY || operation == ARITHMETIC_DIVIDE ? 1 : 0
  const sums = operation == ARITHMETIC_ADD || operation == ARITHMETIC_MULTIPLY
  const inverts = operation == ARITHMETIC_SUBTRACT || operation == ARITHMETIC_DIVIDE
  let result = neutral
  let index: u32 = 0
  if (count == 0 || (count == 1 && !sums && !inverts)) {
    if (!sums) return FAILED_TYPE
  } else if (count > 1 || sums) {
    // The first operand stands for itself; one alone is subtracted from 0, or divides 1.
    result = toNumber(load<u64>(values), work)
    index = 1
  } else if (operation == ARITHMETIC_SUBTRACT) {
    // Not 0 - x: that has no negative zero.
    result = -toNumber(load<u64>(values), work)
    index = 1
  }
  for (; index < count; index++) {
    result = combine(operation, result, toNumber(load<u64>(values + (usize(index) << 3)), work))
  }
  return result != result ? FAILED_TYPE : reinterpret<u64>(result)
}
