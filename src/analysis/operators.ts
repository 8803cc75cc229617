// What the operators give that take computed operands: what they can never be given, and what then becomes of them.
// The semantics are those of assembly/flags; docs/flags.md has them in words.
import { SEM_VER_NAMES } from '../rules/instructions.ts'
import type { Facts } from './facts.ts'
import { visitFractional } from './fractional.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { attributeOf, constantsOf, isList, isScalar, operandPlace, placeAt } from './node.ts'
import type { Scalar } from './scalar.ts'
import { ERROR, FALSE, outcome, TRUE } from './scalar.ts'
import type { Values } from './values.ts'
import {
  ANYTHING,
  ARRAY,
  BOOLEANS,
  canBeString,
  canHaveNumber,
  compareValues,
  EMPTY_OBJECT,
  isNever,
  join,
  NEVER,
  NULL_ONLY,
  NUMBER,
  OBJECT,
  ofKinds,
  STRING,
} from './values.ts'
import { alwaysFails, alwaysNull, tested } from './verdicts.ts'
import { isVersion } from './version.ts'
import type { Walk } from './walk.ts'

/** `place` is that of the operator. */
export type Visit = (walk: Walk, rule: RuleNode, place: Place, facts: Facts) => Values

const BOOLEAN_OR_NULL = join(BOOLEANS, NULL_ONLY)
const A_NUMBER = ofKinds(NUMBER)
const A_STRING = ofKinds(STRING)
const A_LIST = ofKinds(ARRAY)

export const operators: ReadonlyMap<string, Visit> = new Map<string, Visit>([
  ['==', visitComparison],
  ['!=', visitComparison],
  ['===', visitComparison],
  ['!==', visitComparison],
  ['<', visitComparison],
  ['<=', visitComparison],
  ['>', visitComparison],
  ['>=', visitComparison],
  ['in', visitIn],
  ['starts_with', visitAffix],
  ['ends_with', visitAffix],
  ['sem_ver', visitSemVer],
  ['fractional', visitFractional],
  ['+', visitArithmetic],
  ['-', visitArithmetic],
  ['*', visitArithmetic],
  ['/', visitArithmetic],
  ['%', visitArithmetic],
  ['min', visitArithmetic],
  ['max', visitArithmetic],
  ['cat', giving(A_STRING)],
  ['merge', giving(A_LIST)],
  ['missing', giving(A_LIST)],
  ['substr', visitSubstr],
  ['missing_some', visitMissingSome],
  ['map', looping(A_LIST)],
  ['filter', looping(A_LIST)],
  ['all', looping(BOOLEANS)],
  ['some', looping(BOOLEANS)],
  ['none', looping(BOOLEANS)],
  ['reduce', looping(ANYTHING)],
])

function visitComparison(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
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
  // An array equals only itself, and one that is written here is no other.
  if (operator.length === 3 && (isList(operands[index]!) || isList(operands[index + 1]!))) {
    return operator === '===' ? FALSE : TRUE
  }
  return compareValues(operator, values[index]!, values[index + 1]!)
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

function visitIn(walk: Walk, { operands }: RuleNode, place: Place, facts: Facts): Values {
  if (operands.length < 2) return ANYTHING
  const [item, container] = operands as [Node, Node]
  const items = walk.visit(item, placeAt(place, 0), facts)
  const list = constantsOf(container)
  if (list !== undefined) {
    noteList(walk, item, list, placeAt(place, 1))
    if (isNever(items)) return NEVER
    return tested(walk, place, findIn(items, list), list.length === 0 ? ': the list is empty' : '')
  }
  const containers = walk.visit(container, placeAt(place, 1), facts)
  if (isNever(items) || isNever(containers)) return NEVER
  if (isList(container)) return BOOLEANS
  const outcomes = searchAny(items, containers)
  if ((outcomes & (TRUE | FALSE)) === 0) {
    const mistake = { expected: 'a list or a string', node: container }
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

function visitAffix(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operator, operands } = rule
  if (operands.length !== 2) {
    const why = `'${operator}' takes two strings, and has ${operands.length} operands`
    return alwaysNull(walk, place, why)
  }
  const [text, part] = operands
  if (typeof part === 'string' && attributeOf(text) !== undefined) return BOOLEAN_OR_NULL
  const values = walk.visitOperands(rule, place, facts)
  if (values.some(isNever)) return NEVER
  const wrong = values.findIndex(value => !canBeString(value))
  if (wrong >= 0) {
    const mistake = { expected: 'a string', node: operands[wrong]! }
    return alwaysNull(walk, placeAt(place, wrong), `'${operator}' takes strings`, mistake)
  }
  if (typeof text !== 'string' || typeof part !== 'string') return BOOLEAN_OR_NULL
  const holds = operator === 'ends_with' ? text.endsWith(part) : text.startsWith(part)
  return tested(walk, place, outcome(holds))
}

function visitSemVer(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operands } = rule
  if (operands.length !== 3) {
    const why = `'sem_ver' takes a version, a relation and a version, and has ${operands.length} operands`
    return alwaysNull(walk, place, why)
  }
  const values = walk.visitOperands(rule, place, facts)
  if (isNever(values[0]!) || isNever(values[2]!)) return NEVER
  const relation = operands[1]!
  if (isScalar(relation) && !SEM_VER_NAMES.includes(String(relation))) {
    const mistake = { expected: `one of ${SEM_VER_NAMES.join(' ')}`, node: relation }
    return alwaysNull(walk, placeAt(place, 1), 'there is no such relation', mistake)
  }
  for (const index of [0, 2]) {
    if (canBeVersion(values[index]!)) continue
    const mistake = {
      expected: 'a version such as 2, 2.1, 2.1.0 or 2.1.0-beta.1',
      node: operands[index]!,
    }
    return alwaysNull(walk, placeAt(place, index), 'this is no version', mistake)
  }
  return BOOLEAN_OR_NULL
}

function canBeVersion({ kinds, listed }: Values): boolean {
  return (kinds & (NUMBER | STRING)) !== 0 || listed.some(isVersion)
}

function visitArithmetic(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operator, operands } = rule
  const isExtreme = operator === 'min' || operator === 'max'
  const isDivision = operator === '/' || operator === '%'
  const all = walk.visitOperands(rule, place, facts)
  if (all.some(isNever)) return NEVER
  for (const [index, values] of all.entries()) {
    const node = operands[index]!
    const at = operandPlace(rule, place, index)
    // A single array stands for its items.
    const isSpread = all.length === 1 && (values.kinds & (ARRAY | OBJECT)) !== 0
    if (!isSpread && !(isExtreme ? canBeNumber(values) : canHaveNumber(values))) {
      const mistake = { expected: 'a number', node }
      return alwaysFails(walk, at, `'${operator}' takes numbers`, mistake)
    }
    if (isDivision && index > 0 && isZero(values)) {
      return alwaysFails(walk, at, 'this divides by zero', { expected: 'another number', node })
    }
  }
  return A_NUMBER
}

function canBeNumber({ kinds, listed }: Values): boolean {
  return (kinds & NUMBER) !== 0 || listed.some(value => typeof value === 'number')
}

function isZero({ kinds, listed }: Values): boolean {
  return kinds === 0 && listed.every(value => Number(value) === 0)
}

function visitSubstr(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.isBare || rule.operands.length === 0) return ANYTHING
  const values = walk.visitOperands(rule, place, facts)
  if (values.some(isNever)) return NEVER
  if (canBeString(values[0]!)) return A_STRING
  const mistake = { expected: 'a string', node: rule.operands[0]! }
  return alwaysFails(walk, placeAt(place, 0), "'substr' takes a part of a string", mistake)
}

function visitMissingSome(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.operands.length !== 2) return ANYTHING
  const values = walk.visitOperands(rule, place, facts)
  if (values.some(isNever)) return NEVER
  if ((values[1]!.kinds & (ARRAY | OBJECT)) !== 0) return A_LIST
  const mistake = { expected: 'a list of names', node: rule.operands[1]! }
  return alwaysFails(walk, placeAt(place, 1), "'missing_some' takes a list", mistake)
}

/** An operator over an array, with a rule for its items. */
function looping(result: Values): Visit {
  return (walk, { operator, operands }, place, facts) => {
    if (operands.length < 2) return ANYTHING
    const [list, body, ...others] = operands as [Node, Node, ...Node[]]
    const lists = walk.visit(list, placeAt(place, 0), facts)
    walk.visitBody(body, placeAt(place, 1))
    others.forEach((node, index) => {
      walk.visit(node, placeAt(place, index + 2), facts)
    })
    if (isNever(lists)) return NEVER
    // What is falsy is as good as an empty list.
    if (lists.kinds !== 0 || !lists.listed.every(Boolean)) return result
    const mistake = { expected: 'a list', node: list }
    return alwaysFails(walk, placeAt(place, 0), `'${operator}' takes a list`, mistake)
  }
}

/** An operator that takes everything. */
function giving(result: Values): Visit {
  return (walk, rule, place, facts) =>
    walk.visitOperands(rule, place, facts).some(isNever) ? NEVER : result
}
