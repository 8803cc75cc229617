// What a single instruction must satisfy, wherever it stands: its operands point to what it needs, and so many values
// are on the stack. How instructions follow each other is in verify-program.ts.
import {
  ARITHMETIC_COUNT,
  COMPARE_COUNT,
  ITERATE_COUNT,
  OP_AND,
  OP_ARITHMETIC,
  OP_ATTRIBUTE_ABSENT,
  OP_ATTRIBUTE_ENDS_WITH,
  OP_ATTRIBUTE_EQUALS,
  OP_ATTRIBUTE_IN,
  OP_ATTRIBUTE_IN_SET,
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
  OP_ATTRIBUTE_STARTS_WITH,
  OP_CAT,
  OP_COALESCE,
  OP_COMPARE,
  OP_COMPARE_CHAIN,
  OP_ENCODE_UNIT,
  OP_ENCODE_UNIT_PAIR,
  OP_ENDS_WITH,
  OP_ENOUGH,
  OP_FRACTIONAL,
  OP_FRACTIONAL_BY,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
  OP_GET,
  OP_GET_COMPUTED,
  OP_IN,
  OP_IN_CONSTANT,
  OP_IN_SET,
  OP_ITERATE,
  OP_JUMP,
  OP_JUMP_IF_FALSE,
  OP_MAKE_ARRAY,
  OP_MAKE_OBJECT,
  OP_MERGE,
  OP_MISSING,
  OP_MISSING_SOME,
  OP_NOT,
  OP_OR,
  OP_PUSH_ARRAY,
  OP_PUSH_ATTRIBUTE,
  OP_PUSH_CONSTANT,
  OP_RETURN,
  OP_RETURN_DEFAULT,
  OP_RETURN_FRACTIONAL,
  OP_RETURN_FRACTIONAL_BY,
  OP_RETURN_VARIANT,
  OP_SEM_VER,
  OP_STARTS_WITH,
  OP_SUBSTR,
  OP_TRUTHY,
  SEM_VER_COUNT,
  SPREAD,
} from '../shared/opcodes.ts'
import {
  FLAG_ATTRIBUTE_BYTES,
  FLAG_ATTRIBUTE_COUNT,
  FLAG_ATTRIBUTES,
  FLAG_VARIANT_COUNT,
  FRACTIONAL_BUCKET_BYTES,
  FRACTIONAL_BUCKETS,
  FRACTIONAL_COUNT,
  FRACTIONAL_FIRST,
  FRACTIONAL_FIRST_TOTAL,
  FRACTIONAL_GENERATION,
  FRACTIONAL_TOTAL,
  FRACTIONAL_WEIGHT_MAX,
  HEADER_CONSTANT_COUNT,
  SET_BITS,
  SET_BITS_MAX,
  SET_COUNT,
  SET_STARTS,
} from '../shared/ruleset.ts'
import { ARRAY_COUNT, ARRAY_VALUES } from '../shared/value.ts'
import { setHashes } from './set.ts'
import { isString } from './value.ts'
import { isConstant, isInData, isStringAt } from './verify.ts'

function hasAttribute(ruleset: usize, flag: usize, attribute: u32): bool {
  const list = ruleset + load<u32>(flag, FLAG_ATTRIBUTES)
  let low: u32 = 0
  let high = load<u32>(flag, FLAG_ATTRIBUTE_COUNT)
  while (low < high) {
    const middle = (low + high) >> 1
    if (u32(load<u16>(list + middle * FLAG_ATTRIBUTE_BYTES)) < attribute) low = middle + 1
    else high = middle
  }
  if (low >= load<u32>(flag, FLAG_ATTRIBUTE_COUNT)) return false
  return load<u16>(list + low * FLAG_ATTRIBUTE_BYTES) == attribute
}

function isArrayAt(ruleset: usize, offset: u32): bool {
  if (!isInData(ruleset, offset, ARRAY_VALUES)) return false
  const count = load<u32>(ruleset + offset, ARRAY_COUNT)
  if (!isInData(ruleset, offset, ARRAY_VALUES + u64(count) * 8)) return false
  const values = ruleset + offset + ARRAY_VALUES
  for (let index: u32 = 0; index < count; index++) {
    if (!isConstant(ruleset, load<u64>(values + (usize(index) << 3)))) return false
  }
  return true
}

/** Whether a table stands there whose buckets name indexes below `indexes`. */
function isTableAt(ruleset: usize, offset: u32, indexes: u32): bool {
  if (!isInData(ruleset, offset, FRACTIONAL_BUCKETS)) return false
  const table = ruleset + offset
  const count = load<u32>(table, FRACTIONAL_COUNT)
  const bytes = FRACTIONAL_BUCKETS + u64(count) * FRACTIONAL_BUCKET_BYTES
  if (count == 0 || !isInData(ruleset, offset, bytes)) return false
  let sum: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    const bucket = table + FRACTIONAL_BUCKETS + usize(index) * FRACTIONAL_BUCKET_BYTES
    if (load<u32>(bucket) < sum) return false
    sum = load<u32>(bucket)
    if (load<u32>(bucket, 4) >= indexes) return false
  }
  const isFirst = load<u32>(table, FRACTIONAL_GENERATION) == FRACTIONAL_FIRST
  const most = isFirst ? u32(FRACTIONAL_FIRST_TOTAL) : u32(FRACTIONAL_WEIGHT_MAX)
  return sum == load<u32>(table, FRACTIONAL_TOTAL) && sum != 0 && sum <= most
}

/** Whether a set of ids stands there, every bucket of it inside. */
function isSetAt(ruleset: usize, offset: u32): bool {
  if (!isInData(ruleset, offset, SET_STARTS)) return false
  const set = ruleset + offset
  const bits = load<u32>(set, SET_BITS)
  const count = load<u32>(set, SET_COUNT)
  if (bits == 0 || bits > u32(SET_BITS_MAX)) return false
  if (!isInData(ruleset, offset, setHashes(bits) + u64(count) * 8)) return false
  let least: u32 = 0
  for (let bucket: u32 = 0; bucket <= u32(1) << bits; bucket++) {
    const start = load<u32>(set + SET_STARTS + (usize(bucket) << 2))
    if (start < least || start > count) return false
    least = start
  }
  return true
}

/** Whether a path, an array of strings, stands there. */
function isPathAt(ruleset: usize, offset: u32): bool {
  if (!isArrayAt(ruleset, offset)) return false
  const array = ruleset + offset
  for (let index: u32 = 0; index < load<u32>(array, ARRAY_COUNT); index++) {
    if (!isString(load<u64>(array + ARRAY_VALUES + (usize(index) << 3)))) return false
  }
  return true
}

/** How many values a list of operands takes on the stack. */
function listSize(a: u32): u32 {
  return a == u32(SPREAD) ? 1 : a
}

/** How many values the instruction needs on the stack. */
export function needs(opcode: u32, a: u32): u32 {
  switch (opcode) {
    case OP_RETURN:
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
    case OP_JUMP_IF_FALSE:
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
    case OP_NOT:
    case OP_TRUTHY:
    case OP_FRACTIONAL:
    case OP_FRACTIONAL_BY:
    case OP_IN_CONSTANT:
    case OP_IN_SET:
    case OP_GET:
    case OP_ENCODE_UNIT:
      return 1
    case OP_COMPARE:
    case OP_COMPARE_CHAIN:
    case OP_IN:
    case OP_STARTS_WITH:
    case OP_ENDS_WITH:
    case OP_SEM_VER:
    case OP_GET_COMPUTED:
    case OP_ENCODE_UNIT_PAIR:
    case OP_ENOUGH:
    case OP_ITERATE:
      return 2
    case OP_MISSING_SOME:
      return 3
    case OP_MISSING:
      return listSize(a) + 1
    case OP_ARITHMETIC:
    case OP_CAT:
    case OP_MERGE:
      return listSize(a)
    case OP_FRACTIONAL_DYNAMIC:
    case OP_FRACTIONAL_DYNAMIC_BY:
      return 2 * a + 1
    case OP_MAKE_ARRAY:
    case OP_SUBSTR:
      return a
    case OP_MAKE_OBJECT:
      return 2 * a
  }
  return 0
}

/** How many values it leaves there for the next instruction, in place of those it needed. */
export function leaves(opcode: u32): u32 {
  switch (opcode) {
    case OP_RETURN:
    case OP_RETURN_VARIANT:
    case OP_RETURN_DEFAULT:
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
    case OP_ATTRIBUTE_RETURN_FRACTIONAL:
    case OP_JUMP:
    case OP_JUMP_IF_FALSE:
    case OP_AND:
    case OP_OR:
    case OP_COALESCE:
      return 0
  }
  return 1
}

export function operandsFit(ruleset: usize, flag: usize, opcode: u32, a: u32, b: u32): bool {
  switch (opcode) {
    case OP_RETURN_VARIANT:
      return a < load<u32>(flag, FLAG_VARIANT_COUNT)
    case OP_PUSH_CONSTANT:
      return b < load<u32>(ruleset, HEADER_CONSTANT_COUNT)
    case OP_PUSH_ATTRIBUTE:
      return hasAttribute(ruleset, flag, a)
    case OP_COMPARE:
    case OP_COMPARE_CHAIN:
      return a < u32(COMPARE_COUNT)
    case OP_SEM_VER:
      return a < u32(SEM_VER_COUNT)
    case OP_FRACTIONAL:
    case OP_FRACTIONAL_BY:
      return isTableAt(ruleset, b, load<u32>(ruleset, HEADER_CONSTANT_COUNT))
    case OP_RETURN_FRACTIONAL:
    case OP_RETURN_FRACTIONAL_BY:
      return isTableAt(ruleset, b, load<u32>(flag, FLAG_VARIANT_COUNT))
    case OP_ATTRIBUTE_RETURN_FRACTIONAL:
      if (!hasAttribute(ruleset, flag, a)) return false
      return isTableAt(ruleset, b, load<u32>(flag, FLAG_VARIANT_COUNT))
    case OP_FRACTIONAL_DYNAMIC:
      return a > 0 && isInData(ruleset, b, FRACTIONAL_BUCKETS)
    case OP_FRACTIONAL_DYNAMIC_BY:
      return a > 0 && (b == 0 || isInData(ruleset, b, FRACTIONAL_BUCKETS))
    case OP_IN_CONSTANT:
    case OP_PUSH_ARRAY:
      return isArrayAt(ruleset, b)
    case OP_ATTRIBUTE_ABSENT:
    case OP_ATTRIBUTE_EQUALS:
    case OP_ATTRIBUTE_STARTS_WITH:
    case OP_ATTRIBUTE_ENDS_WITH:
      return hasAttribute(ruleset, flag, a) && isStringAt(ruleset, b)
    case OP_ATTRIBUTE_IN:
      return hasAttribute(ruleset, flag, a) && isArrayAt(ruleset, b)
    case OP_GET:
      return isPathAt(ruleset, b)
    case OP_ARITHMETIC:
      return b < u32(ARITHMETIC_COUNT)
    case OP_SUBSTR:
      return a == 2 || a == 3
    case OP_ITERATE:
      return a < u32(ITERATE_COUNT)
    case OP_IN_SET:
      return isSetAt(ruleset, b)
    case OP_ATTRIBUTE_IN_SET:
      return hasAttribute(ruleset, flag, a) && isSetAt(ruleset, b)
  }
  return true
}
