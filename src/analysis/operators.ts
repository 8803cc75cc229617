// One entry for each operator: what it gives, and what it can never be given. The semantics are those of
// assembly/flags; docs/flags.md has them in words.
import { SEM_VER_NAMES } from '../rules/instructions.ts'
import { visitAnd, visitIf, visitOr } from './choices.ts'
import { visitComparison, visitIn } from './comparisons.ts'
import type { Facts } from './facts.ts'
import { visitFractional } from './fractional.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { attributeOf, describeNode, isScalar, operandPlace, placeAt } from './node.ts'
import { outcome } from './scalar.ts'
import type { Values } from './values.ts'
import {
  ANYTHING,
  ARRAY,
  BOOLEANS,
  booleans,
  canBeFalse,
  canBeString,
  canBeTrue,
  canHaveNumber,
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
  ['var', visitVariable],
  ['if', visitIf],
  ['?:', visitIf],
  ['and', visitAnd],
  ['or', visitOr],
  ['!', visitNot],
  ['!!', visitNot],
  ['log', visitOnly],
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

function visitVariable(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const [name = '', fallback = null] = rule.operands
  if (!isScalar(name)) walk.visit(name, operandPlace(rule, place, 0), facts)
  return fallback === null ? ANYTHING : join(ANYTHING, walk.visitAt(fallback, place, 1, facts))
}

/** What is its operand. */
function visitOnly(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.operands.length !== 1) return ANYTHING
  return walk.visit(rule.operands[0]!, operandPlace(rule, place, 0), facts)
}

function visitNot(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const values = visitOnly(walk, rule, place, facts)
  const isNegated = rule.operator === '!'
  const ifTrue = canBeTrue(values) ? outcome(!isNegated) : 0
  const ifFalse = canBeFalse(values) ? outcome(isNegated) : 0
  return booleans(ifTrue | ifFalse)
}

function visitAffix(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operator, operands } = rule
  if (operands.length !== 2) {
    const mistake = { expected: '2 operands', found: String(operands.length) }
    return alwaysNull(walk, place, `'${operator}' takes two strings`, mistake)
  }
  const [text, part] = operands
  if (typeof part === 'string' && attributeOf(text) !== undefined) return BOOLEAN_OR_NULL
  const values = walk.visitOperands(rule, place, facts)
  if (values.some(isNever)) return NEVER
  const wrong = values.findIndex(value => !canBeString(value))
  if (wrong >= 0) {
    const mistake = { expected: 'a string', found: describeNode(operands[wrong]!) }
    return alwaysNull(walk, placeAt(place, wrong), `'${operator}' takes strings`, mistake)
  }
  if (typeof text !== 'string' || typeof part !== 'string') return BOOLEAN_OR_NULL
  const holds = operator === 'ends_with' ? text.endsWith(part) : text.startsWith(part)
  return tested(walk, place, outcome(holds))
}

function visitSemVer(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operands } = rule
  if (operands.length !== 3) {
    const mistake = { expected: '3 operands', found: String(operands.length) }
    return alwaysNull(walk, place, "'sem_ver' takes a version, a relation and a version", mistake)
  }
  const relation = operands[1]!
  if (isScalar(relation) && !SEM_VER_NAMES.includes(String(relation))) {
    const expected = `one of ${SEM_VER_NAMES.join(' ')}`
    const mistake = { expected, found: describeNode(relation) }
    return alwaysNull(walk, placeAt(place, 1), 'there is no such relation', mistake)
  }
  const values = walk.visitOperands(rule, place, facts)
  if (isNever(values[0]!) || isNever(values[2]!)) return NEVER
  for (const index of [0, 2]) {
    if (canBeVersion(values[index]!)) continue
    const mistake = {
      expected: 'a version such as 2, 2.1, 2.1.0 or 2.1.0-beta.1',
      found: describeNode(operands[index]!),
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
      const mistake = { expected: 'a number', found: describeNode(node) }
      return alwaysFails(walk, at, `'${operator}' takes numbers`, mistake)
    }
    if (isDivision && index > 0 && isZero(values)) {
      return alwaysFails(walk, at, 'this divides by zero', {
        expected: 'another number',
        found: describeNode(node),
      })
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
  const mistake = { expected: 'a string', found: describeNode(rule.operands[0]!) }
  return alwaysFails(walk, placeAt(place, 0), "'substr' takes a part of a string", mistake)
}

function visitMissingSome(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.operands.length !== 2) return ANYTHING
  const values = walk.visitOperands(rule, place, facts)
  if (values.some(isNever)) return NEVER
  if ((values[1]!.kinds & (ARRAY | OBJECT)) !== 0) return A_LIST
  const mistake = { expected: 'a list of names', found: describeNode(rule.operands[1]!) }
  return alwaysFails(walk, placeAt(place, 1), "'missing_some' takes a list", mistake)
}

/** An operator over an array, with a rule for its items. */
function looping(result: Values): Visit {
  return (walk, { operator, operands }, place, facts) => {
    if (operands.length < 2) return ANYTHING
    const [list, body, ...others] = operands as [Node, Node, ...Node[]]
    const lists = walk.visitAt(list, place, 0, facts)
    walk.visitBody(body, placeAt(place, 1))
    others.forEach((node, index) => {
      walk.visitAt(node, place, index + 2, facts)
    })
    if (isNever(lists)) return NEVER
    // What is falsy is as good as an empty list.
    if (lists.kinds !== 0 || !lists.listed.every(Boolean)) return result
    const mistake = { expected: 'a list', found: describeNode(list) }
    return alwaysFails(walk, placeAt(place, 0), `'${operator}' takes a list`, mistake)
  }
}

/** An operator that takes everything. */
function giving(result: Values): Visit {
  return (walk, rule, place, facts) =>
    walk.visitOperands(rule, place, facts).some(isNever) ? NEVER : result
}
