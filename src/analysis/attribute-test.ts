// A test of one attribute against constants, such as `{"==": [{"var": "plan"}, "pro"]}`: the tests that can be
// reasoned about.
import type { Node, RuleNode } from './node.ts'
import { attributeOf, constantsOf, isScalar } from './node.ts'
import type { Scalar } from './scalar.ts'
import { compareScalars, FALSE, outcome, UNKNOWN } from './scalar.ts'
import { mirrored } from './values.ts'

/** Longer lists are not reasoned about, nor are more values of one attribute. */
export const LIST_MAX = 256

export interface AttributeTest {
  readonly attribute: string
  /** With the attribute on the left. `var`: the attribute itself, whether it is truthy. */
  readonly operator:
    | 'var'
    | '=='
    | '==='
    | '<'
    | '<='
    | '>'
    | '>='
    | 'in'
    | 'starts_with'
    | 'ends_with'
  readonly constant: Scalar | readonly Scalar[]
  /** Whether it stands for its contrary, as `!=` does for `==`. */
  readonly isNegated: boolean
}

/** The test that a rule is, or undefined. */
export function readTest(rule: RuleNode): AttributeTest | undefined {
  const { operator, operands } = rule
  if (operator === 'var') {
    const attribute = attributeOf(rule)
    return attribute === undefined ? undefined : test(attribute, 'var', null)
  }
  if (operands.length !== 2) return undefined
  const [left, right] = operands as [Node, Node]
  switch (operator) {
    case '==':
    case '===':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return readComparison(operator, left, right)
    case '!=':
      return negated(readComparison('==', left, right))
    case '!==':
      return negated(readComparison('===', left, right))
    case 'in':
      return readMembership(left, right)
    case 'starts_with':
    case 'ends_with': {
      const attribute = attributeOf(left)
      if (attribute === undefined || typeof right !== 'string') return undefined
      return test(attribute, operator, right)
    }
  }
  return undefined
}

function test(
  attribute: string,
  operator: AttributeTest['operator'],
  constant: AttributeTest['constant'],
): AttributeTest {
  return { attribute, operator, constant, isNegated: false }
}

function negated(positive: AttributeTest | undefined): AttributeTest | undefined {
  return positive && { ...positive, isNegated: true }
}

function readComparison(
  operator: AttributeTest['operator'],
  left: Node,
  right: Node,
): AttributeTest | undefined {
  const attribute = attributeOf(left)
  if (attribute !== undefined) return isScalar(right) ? test(attribute, operator, right) : undefined
  const other = isScalar(left) ? attributeOf(right) : undefined
  if (other === undefined) return undefined
  return test(other, mirrored(operator) as AttributeTest['operator'], left as Scalar)
}

function readMembership(item: Node, container: Node): AttributeTest | undefined {
  const attribute = attributeOf(item)
  if (attribute === undefined) return undefined
  if (typeof container === 'string') return test(attribute, 'in', container)
  const list = constantsOf(container)
  if (list === undefined || list.length > LIST_MAX) return undefined
  return test(attribute, 'in', list)
}

/** What the test comes to for a value, its negation left aside, as bits. */
export function outcomeFor({ operator, constant }: AttributeTest, value: Scalar): number {
  if (operator === 'var') return outcome(Boolean(value))
  if (isList(constant)) return outcome(constant.includes(value))
  if (operator === 'in') {
    if (typeof value !== 'string' || value === '' || constant === '') return UNKNOWN
    return outcome(String(constant).includes(value))
  }
  if (operator === 'starts_with' || operator === 'ends_with') {
    // Null, and so falsy, for what is no string.
    if (typeof value !== 'string') return FALSE
    const affix = String(constant)
    return outcome(operator === 'ends_with' ? value.endsWith(affix) : value.startsWith(affix))
  }
  return compareScalars(operator, value, constant)
}

function isList(constant: AttributeTest['constant']): constant is readonly Scalar[] {
  return Array.isArray(constant)
}

/** All values for which the test holds, its negation left aside; undefined where they cannot be listed. */
export function matchesOf({ operator, constant }: AttributeTest): readonly Scalar[] | undefined {
  if (isList(constant)) return constant
  if (operator === '===') return [constant]
  if (operator !== '==') return undefined
  if (constant === null) return [null, 0, false]
  // A number equals text in many spellings; text equals itself, and what has its number.
  if (typeof constant !== 'string') return undefined
  const number = Number(constant)
  const matches: Scalar[] = [constant]
  if (!Number.isNaN(number)) matches.push(number)
  if (number === 0) matches.push(false)
  if (number === 1) matches.push(true)
  return matches
}
