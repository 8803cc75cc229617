// One walk over a rule: what it can give, and what is wrong with it. The walk goes where an evaluation can go, and
// takes along what is known there (./facts.ts); what it cannot reach it has reported, and does not look at.
import type { Facts } from './facts.ts'
import { NOTHING_KNOWN, split } from './facts.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { isSame, isScalar, operandPlace, placeAt } from './node.ts'
import { operators } from './operators.ts'
import type { Split } from './region.ts'
import type { Scalar } from './scalar.ts'
import { FALSE, TRUE } from './scalar.ts'
import type { Values } from './values.ts'
import {
  ANYTHING,
  booleans,
  canBeFalse,
  canBeTrue,
  constant,
  EMPTY_ARRAY,
  EMPTY_OBJECT,
  FULL_ARRAY,
  falsy,
  isNever,
  join,
  NEVER,
  NULL_ONLY,
  ofKinds,
  truthy,
} from './values.ts'

const EMPTY_LIST = ofKinds(EMPTY_ARRAY)
const FULL_LIST = ofKinds(FULL_ARRAY)
/** `{}`: an array without items, or an object without properties. */
const EMPTY_DATA = ofKinds(EMPTY_ARRAY | EMPTY_OBJECT)

/** How many conditions of a chain before it a condition is compared with, whether it repeats one. */
const REPEATS_MAX = 64

/** Something found at a place of a rule. */
export interface Found {
  readonly code: string
  readonly message: string
  readonly place: Place
  readonly expected?: string
  readonly found?: string
}

/** Told of each comparison of an attribute of the context with a constant. */
export type OnComparison = (attribute: string, constant: Scalar, place: Place) => void

export class Walk {
  readonly found: Found[] = []
  /** Variants that are named where nobody gets them, which is reported there. */
  readonly withheld = new Set<string>()
  readonly fractionalVersion: number
  readonly #onComparison: OnComparison
  #isMuted = false
  /** Above 0 in the body of a `map` and its like, where `var` reads an item and not the context. */
  #loops = 0

  constructor(fractionalVersion: number, onComparison: OnComparison) {
    this.fractionalVersion = fractionalVersion
    this.#onComparison = onComparison
  }

  /** What the node can give where the facts hold. */
  visit(node: Node, place: Place, facts: Facts): Values {
    if (isScalar(node)) return constant(node)
    switch (node.kind) {
      case 'rule':
        return this.#visitRule(node, placeAt(place, node.operator), facts)
      case 'list':
        return this.#visitList(node.items, place, facts)
      case 'data':
        return node.isEmpty ? EMPTY_DATA : ANYTHING
    }
  }

  /** `visit` of the operands, which are all computed. */
  visitOperands(rule: RuleNode, place: Place, facts: Facts): Values[] {
    return rule.operands.map((node, index) =>
      isScalar(node) ? constant(node) : this.visit(node, operandPlace(rule, place, index), facts),
    )
  }

  /** Visits the body of a loop: there nothing is known. */
  visitBody(node: Node, place: Place): Values {
    this.#loops++
    const values = this.visit(node, place, NOTHING_KNOWN)
    this.#loops--
    return values
  }

  report(code: string, message: string, place: Place, expected?: string, found?: string): void {
    if (this.#isMuted) return
    this.found.push({
      code,
      message,
      place,
      ...(expected !== undefined && { expected }),
      ...(found !== undefined && { found }),
    })
  }

  noteComparison(attribute: string, value: Scalar, place: Place): void {
    if (this.#isMuted || this.#loops > 0) return
    this.#onComparison(attribute, value, place)
  }

  #visitList(nodes: readonly Node[], place: Place, facts: Facts): Values {
    if (nodes.length === 0) return EMPTY_LIST
    let values = FULL_LIST
    nodes.forEach((node, index) => {
      if (!isScalar(node) && isNever(this.visit(node, placeAt(place, index), facts))) values = NEVER
    })
    return values
  }

  /** `place` is that of the operator, here and below. */
  #visitRule(rule: RuleNode, place: Place, facts: Facts): Values {
    const { operator, operands, isBare } = rule
    switch (operator) {
      case 'var':
        return this.#visitVariable(rule, place, facts)
      case 'if':
      case '?:':
        return isBare ? ANYTHING : this.#visitIf(operands, place, facts)
      case 'and':
        return isBare ? ANYTHING : this.#visitAnd(operands, place, facts)
      case 'or':
        return isBare ? ANYTHING : this.#visitOr(operands, place, facts)
      case '!':
      case '!!':
        return this.#visitNot(rule, place, facts)
      case 'log':
        return this.#visitOnly(rule, place, facts)
    }
    return operators.get(operator)?.(this, rule, place, facts) ?? ANYTHING
  }

  #visitVariable(rule: RuleNode, place: Place, facts: Facts): Values {
    const [name = '', fallback = null] = rule.operands
    if (!isScalar(name)) this.visit(name, operandPlace(rule, place, 0), facts)
    if (fallback === null) return ANYTHING
    return join(ANYTHING, this.visit(fallback, placeAt(place, 1), facts))
  }

  #visitOnly(rule: RuleNode, place: Place, facts: Facts): Values {
    if (rule.operands.length !== 1) return ANYTHING
    return this.visit(rule.operands[0]!, operandPlace(rule, place, 0), facts)
  }

  #visitNot(rule: RuleNode, place: Place, facts: Facts): Values {
    const values = this.#visitOnly(rule, place, facts)
    const isNegated = rule.operator === '!'
    const ifTrue = canBeTrue(values) ? (isNegated ? FALSE : TRUE) : 0
    const ifFalse = canBeFalse(values) ? (isNegated ? TRUE : FALSE) : 0
    return booleans(ifTrue | ifFalse)
  }

  #visitIf(branches: readonly Node[], place: Place, facts: Facts): Values {
    let results = NEVER
    let here = facts
    let index = 0
    for (; index + 1 < branches.length; index += 2) {
      const { yes, no } = this.#visitCondition(branches, index, place, here)
      if (yes !== undefined) {
        const result = this.visit(branches[index + 1]!, placeAt(place, index + 1), yes)
        results = join(results, result)
      }
      if (no === undefined) return results
      here = no
    }
    if (index === branches.length) return join(results, NULL_ONLY)
    return join(results, this.visit(branches[index]!, placeAt(place, index), here))
  }

  /** Where the condition at `index` holds, and where not. Reports it if one of them cannot be. */
  #visitCondition(
    branches: readonly Node[],
    index: number,
    chain: Place,
    facts: Facts,
  ): Split<Facts> {
    const condition = branches[index]!
    const place = placeAt(chain, index)
    const before = this.found.length
    const values = this.visit(condition, place, facts)
    const { yes, no } = possible(values, split(facts, condition))
    // What always fails has been reported, and what follows cannot be reached.
    if (yes === undefined && no === undefined) return { yes, no }
    // True as the last condition is a way to write an otherwise.
    if (no === undefined && index + 2 >= branches.length) return { yes, no }
    const earlier = this.#earlierSame(branches, index)
    const isRepeated = earlier >= 0 && this.#canHold(condition)
    if (yes !== undefined && no !== undefined && !isRepeated) return { yes, no }
    if (this.#isExplained(before, place)) return isRepeated ? { yes: undefined, no } : { yes, no }
    if (isRepeated) {
      const message = 'this condition repeats an earlier one: its result is never reached'
      const found = `the same as item ${earlier + 1}`
      this.report('CONDITION_REPEATED', message, place, undefined, found)
      return { yes: undefined, no }
    }
    if (yes === undefined) this.#reportNever(condition, place)
    else this.#reportAlways(condition, place)
    return { yes, no }
  }

  /**
   * Whether something in the condition was reported, which may be why it always or never holds: one mistake is one
   * finding. That the condition itself is constant gives way to what that means for the chain.
   */
  #isExplained(before: number, place: Place): boolean {
    const last = this.found.at(-1)
    const isOwn = last?.code === 'RESULT_CONSTANT' && last.place.above === place
    if (this.found.length === before + 1 && isOwn) this.found.pop()
    return this.found.length > before
  }

  #reportNever(condition: Node, place: Place): void {
    if (this.#canHold(condition)) {
      const message = 'the conditions before or around this one leave nothing for which it holds'
      this.report('CONDITION_COVERED', `${message}: its result is never reached`, place)
      return
    }
    const message = 'this condition is never true: its result is never reached'
    this.report('CONDITION_ALWAYS_FALSE', message, place)
  }

  #reportAlways(condition: Node, place: Place): void {
    const isAlone = !this.#canFail(condition)
    const where = isAlone ? 'always true' : 'always true where the chain comes to it'
    const message = `this condition is ${where}: what follows it is never reached`
    this.report('CONDITION_ALWAYS_TRUE', message, place)
  }

  /** What the condition comes to by itself, nothing being known. */
  #alone(condition: Node): Split<Facts> {
    const wasMuted = this.#isMuted
    this.#isMuted = true
    const values = this.visit(condition, placeAt(undefined, 0), NOTHING_KNOWN)
    this.#isMuted = wasMuted
    return possible(values, split(NOTHING_KNOWN, condition))
  }

  #canHold(condition: Node): boolean {
    return this.#alone(condition).yes !== undefined
  }

  #canFail(condition: Node): boolean {
    return this.#alone(condition).no !== undefined
  }

  /** Index of an earlier condition that is written the same, or -1. */
  #earlierSame(branches: readonly Node[], index: number): number {
    const condition = branches[index]!
    const first = Math.max(0, index - 2 * REPEATS_MAX)
    for (let at = index - 2; at >= first; at -= 2) if (isSame(branches[at]!, condition)) return at
    return -1
  }

  #visitAnd(parts: readonly Node[], place: Place, facts: Facts): Values {
    if (parts.length === 0) return NULL_ONLY
    let results = NEVER
    let here = facts
    // What the parts of this `and` say, without what is known around it.
    let said: Facts | undefined = NOTHING_KNOWN
    for (const [index, part] of parts.entries()) {
      const at = placeAt(place, index)
      const values = this.visit(part, at, here)
      const after = split(here, part)
      const given = restrict(values, after)
      results = join(results, index === parts.length - 1 ? given : falsy(given))
      if (after.yes === undefined && canBeTrue(values) && this.#contradicts(said, part)) {
        const message = 'the parts of this "and" before this one leave nothing for which it holds'
        this.report('CONDITION_CONTRADICTORY', `${message}: it is never true`, at)
      }
      if (after.yes === undefined || !canBeTrue(given)) break
      said = here === said ? after.yes : split(said, part).yes
      said ??= NOTHING_KNOWN
      here = after.yes
    }
    return results
  }

  /** Whether the part can hold, but not where the others do. */
  #contradicts(said: Facts, part: Node): boolean {
    return split(said, part).yes === undefined && split(NOTHING_KNOWN, part).yes !== undefined
  }

  #visitOr(parts: readonly Node[], place: Place, facts: Facts): Values {
    if (parts.length === 0) return NULL_ONLY
    let results = NEVER
    let here = facts
    for (const [index, part] of parts.entries()) {
      const values = this.visit(part, placeAt(place, index), here)
      const after = split(here, part)
      const given = restrict(values, after)
      results = join(results, index === parts.length - 1 ? given : truthy(given))
      if (after.no === undefined || !canBeFalse(given)) break
      here = after.no
    }
    return results
  }
}

/** What is left of the facts if the values are all that the condition can give. */
function possible(values: Values, { yes, no }: Split<Facts>): Split<Facts> {
  return { yes: canBeTrue(values) ? yes : undefined, no: canBeFalse(values) ? no : undefined }
}

function restrict(values: Values, { yes, no }: Split<Facts>): Values {
  if (yes === undefined) return no === undefined ? NEVER : falsy(values)
  return no === undefined ? truthy(values) : values
}
