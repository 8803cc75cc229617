// Comparisons and `in`: what they can come to, given what their operands can be.
import type { Facts } from './facts.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { attributeOf, constantsOf, describeNode, isList, isScalar, placeAt } from './node.ts'
import type { Scalar } from './scalar.ts'
import { ERROR, FALSE, outcome, TRUE } from './scalar.ts'
import type { Values } from './values.ts'
import {
  ANYTHING,
  ARRAY,
  BOOLEANS,
  compareValues,
  EMPTY_OBJECT,
  isNever,
  NEVER,
  NUMBER,
  OBJECT,
  STRING,
} from './values.ts'
import { alwaysFails, tested } from './verdicts.ts'
import type { Walk } from './walk.ts'

export function visitComparison(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operator, operands } = rule
  if (operands.length < 2) return ANYTHING
  noteConstants(walk, operands, place)
  // An attribute may be anything: such a test may come to both.
  if (operands.length === 2 && isTest(operands[0]!, operands[1]!)) return BOOLEANS
  const values = walk.visitOperands(rule, place, facts)
  if (isNever(values[0]!) || isNever(values[1]!)) return NEVER
  const first = compareOperands(rule, values, 0)
  if (operands.length === 2) return tested(walk, place, first)
  if (operands.length !== 3 || (operator !== '<' && operator !== '<=')) return BOOLEANS
  // The second comparison is made where the first holds.
  if ((first & TRUE) === 0) return tested(walk, place, first)
  const second = isNever(values[2]!) ? ERROR : compareOperands(rule, values, 1)
  return tested(walk, place, (first & ~TRUE) | second)
}

/** Whether an attribute is compared with a constant. */
function isTest(left: Node, right: Node): boolean {
  if (isScalar(right)) return attributeOf(left) !== undefined
  return isScalar(left) && attributeOf(right) !== undefined
}

/** Compares the operand with the one behind it. */
function compareOperands(rule: RuleNode, values: readonly Values[], index: number): number {
  const { operator, operands } = rule
  const left = operands[index]!
  const right = operands[index + 1]!
  // An array equals only itself, and no attribute is one that is written here.
  if (
    operator.length === 3 &&
    (isListAndAttribute(left, right) || isListAndAttribute(right, left))
  ) {
    return operator === '===' ? FALSE : TRUE
  }
  return compareValues(operator, values[index]!, values[index + 1]!)
}

function isListAndAttribute(list: Node, attribute: Node): boolean {
  return isList(list) && attributeOf(attribute) !== undefined
}

/** Tells the types of constants that attributes are compared with. */
function noteConstants(walk: Walk, operands: readonly Node[], place: Place): void {
  for (let index = 0; index < operands.length; index++) {
    const node = operands[index]!
    if (!isScalar(node) || node === null) continue
    const attribute = attributeOf(operands[index - 1]) ?? attributeOf(operands[index + 1])
    if (attribute !== undefined) walk.noteComparison(attribute, node, placeAt(place, index))
  }
}

export function visitIn(walk: Walk, { operands }: RuleNode, place: Place, facts: Facts): Values {
  if (operands.length < 2) return ANYTHING
  const [item, container] = operands as [Node, Node]
  const items = walk.visitAt(item, place, 0, facts)
  const list = constantsOf(container)
  if (list !== undefined) {
    noteList(walk, item, list, placeAt(place, 1))
    if (isNever(items)) return NEVER
    return tested(walk, place, findIn(items, list), list.length === 0 ? ': the list is empty' : '')
  }
  const containers = walk.visitAt(container, place, 1, facts)
  if (isNever(items) || isNever(containers)) return NEVER
  if (isList(container)) return BOOLEANS
  const outcomes = searchAny(items, containers)
  if ((outcomes & (TRUE | FALSE)) === 0) {
    const mistake = { expected: 'a list or a string', found: describeNode(container) }
    return alwaysFails(walk, placeAt(place, 1), 'nothing can be searched here', mistake)
  }
  return tested(walk, place, outcomes)
}

/** A list of several types is there to catch them all; one of one type says what its author expects. */
function noteList(walk: Walk, item: Node, list: readonly Scalar[], place: Place): void {
  const attribute = attributeOf(item)
  const first = list[0]
  if (attribute === undefined || first === undefined || first === null) return
  if (list.some(value => typeof value !== typeof first)) return
  walk.noteComparison(attribute, first, placeAt(place, 0))
}

/** Whether one of the items is in a list of constants, as bits. */
function findIn({ kinds, listed }: Values, list: readonly Scalar[]): number {
  let outcomes = kinds === 0 ? 0 : FALSE
  for (const item of listed) outcomes |= outcome(list.includes(item))
  if ((kinds & NUMBER) !== 0 && list.some(value => typeof value === 'number')) outcomes |= TRUE
  if ((kinds & STRING) !== 0 && list.some(value => typeof value === 'string')) outcomes |= TRUE
  return outcomes
}

/** Whether one of the items is in one of the containers, as bits. */
function searchAny(items: Values, { kinds, listed }: Values): number {
  let outcomes = 0
  if ((kinds & ARRAY) !== 0) outcomes |= TRUE | FALSE
  if ((kinds & STRING) !== 0) outcomes |= TRUE | FALSE | ERROR
  if ((kinds & (NUMBER | EMPTY_OBJECT)) !== 0) outcomes |= FALSE | ERROR
  if ((kinds & OBJECT) !== 0) outcomes |= ERROR
  for (const container of listed) {
    // Nothing is in what is falsy.
    if (!container) outcomes |= FALSE
    else outcomes |= typeof container === 'string' ? searchText(items, container) : ERROR
  }
  return outcomes
}

function searchText({ kinds, listed }: Values, text: string): number {
  let outcomes = kinds === 0 ? 0 : TRUE | FALSE | ERROR
  for (const item of listed) {
    const isText = typeof item === 'string' && item !== ''
    outcomes |= isText ? outcome(text.includes(item)) : TRUE | FALSE
  }
  return outcomes
}
