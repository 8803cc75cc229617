// The operands of an operator: how they are written, and what of it is a mistake.
import type { JsonValue, Path } from '../config/types.ts'
import { isObject } from '../config/types.ts'
import { RuleError } from './rule-error.ts'

/** An operator with what it is applied to. */
export interface Rule {
  readonly operator: string
  readonly argument: JsonValue
}

export function isLiteral(node: JsonValue): node is null | boolean | number | string {
  return typeof node !== 'object' || node === null
}

/** Whether the node is an array of literals, which needs no computing. */
export function isLiteralArray(node: JsonValue): node is (null | boolean | number | string)[] {
  return Array.isArray(node) && node.every(isLiteral)
}

/**
 * The one operator of a rule; undefined for what is none: `{}`, a literal, an array.
 * @throws RuleError RULE_INVALID for several.
 */
export function ruleOf(node: JsonValue, path: Path): Rule | undefined {
  if (!isObject(node)) return undefined
  const operators = Object.keys(node)
  if (operators.length === 0) return undefined
  if (operators.length > 1) {
    const found = operators.join(', ')
    throw new RuleError('RULE_INVALID', 'a rule has one operator', path, 'one operator', found)
  }
  const operator = operators[0]!
  return { operator, argument: node[operator]! }
}

/** The operands as a list: JsonLogic lets a single one stand without its array. */
export function listOf(argument: JsonValue): readonly JsonValue[] {
  return Array.isArray(argument) ? argument : [argument]
}

/**
 * The operands, which must be written as an array of `least` to `most`.
 * @throws RuleError RULE_INVALID
 */
export function operandsOf(
  argument: JsonValue,
  path: Path,
  least: number,
  most = Number.POSITIVE_INFINITY,
): readonly JsonValue[] {
  if (Array.isArray(argument) && argument.length >= least && argument.length <= most)
    return argument
  const found = Array.isArray(argument) ? `${argument.length} operands` : 'no array'
  const range =
    most === least ? `${least}` : most < least + 9 ? `${least} to ${most}` : `at least ${least}`
  const expected = `an array of ${range} operands`
  throw new RuleError('RULE_INVALID', 'the operator needs its operands', path, expected, found)
}
