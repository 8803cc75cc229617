// One walk over a rule: what it can give, and what is wrong with it. The walk goes where an evaluation can go, and
// takes along what is known there (./facts.ts); what it cannot reach it has reported, and does not look at.
import type { Facts } from './facts.ts'
import { NOTHING_KNOWN } from './facts.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { isScalar, operandPlace, placeAt } from './node.ts'
import { operators } from './operators.ts'
import type { Scalar } from './scalar.ts'
import type { Values } from './values.ts'
import {
  ANYTHING,
  constant,
  EMPTY_ARRAY,
  EMPTY_OBJECT,
  FULL_ARRAY,
  isNever,
  NEVER,
  ofKinds,
} from './values.ts'

const EMPTY_LIST = ofKinds(EMPTY_ARRAY)
const FULL_LIST = ofKinds(FULL_ARRAY)
/** `{}`: an array without items, or an object without properties. */
const EMPTY_DATA = ofKinds(EMPTY_ARRAY | EMPTY_OBJECT)

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

  /** Whether nothing is reported: what is visited then is visited once more. */
  get isMuted(): boolean {
    return this.#isMuted
  }

  /** What the node can give where the facts hold. */
  visit(node: Node, place: Place, facts: Facts): Values {
    if (isScalar(node)) return constant(node)
    switch (node.kind) {
      case 'rule': {
        const visit = operators.get(node.operator)
        return visit?.(this, node, placeAt(place, node.operator), facts) ?? ANYTHING
      }
      case 'list':
        return this.#visitList(node.items, place, facts)
      case 'data':
        return node.isEmpty ? EMPTY_DATA : ANYTHING
    }
  }

  /** `visit` of a node below the place: of a constant that place is not made. */
  visitAt(node: Node, above: Place, key: string | number, facts: Facts): Values {
    return isScalar(node) ? constant(node) : this.visit(node, placeAt(above, key), facts)
  }

  /** `visit` of the operands, which are all computed. `place` is that of the operator. */
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

  /** What the node can give where nothing is known. Reports nothing. */
  visitMuted(node: Node): Values {
    const wasMuted = this.#isMuted
    this.#isMuted = true
    const values = this.visit(node, placeAt(undefined, 0), NOTHING_KNOWN)
    this.#isMuted = wasMuted
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
}
