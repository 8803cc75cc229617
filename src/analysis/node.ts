// A rule as the analysis sees it: JsonLogic's `{ operator: operands }`, taken apart once (./read-rule.ts).
import type { Path } from '../config/types.ts'
import { describe } from '../config/words.ts'
import type { Scalar } from './scalar.ts'

export type Node = Scalar | RuleNode | ListNode | DataNode

export interface RuleNode {
  readonly kind: 'rule'
  readonly operator: string
  readonly operands: readonly Node[]
  /** Whether the only operand stands without a list around it. */
  readonly isBare: boolean
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
}

/** An object that is no rule: it is empty, or has several properties. */
export interface DataNode {
  readonly kind: 'data'
  readonly isEmpty: boolean
}

/** Where a node stands: keys from the innermost out, so that a walk makes no paths but those that it reports. */
export interface Place {
  readonly above: Place | undefined
  readonly key: string | number
}

export function placeAt(above: Place | undefined, key: string | number): Place {
  return { above, key }
}

/** The place of an operand; `place` is that of the operator. */
export function operandPlace({ isBare }: RuleNode, place: Place, index: number): Place {
  return isBare ? place : placeAt(place, index)
}

export function pathOf(place: Place | undefined): Path {
  const path: (string | number)[] = []
  for (let at = place; at !== undefined; at = at.above) path.push(at.key)
  return path.reverse()
}

export function isScalar(node: unknown): node is Scalar {
  return typeof node !== 'object' || node === null
}

export function isRule(node: Node): node is RuleNode {
  return !isScalar(node) && node.kind === 'rule'
}

export function isList(node: Node): node is ListNode {
  return !isScalar(node) && node.kind === 'list'
}

/** The items, if they are constants all. */
export function constantsOf(node: Node): readonly Scalar[] | undefined {
  return isList(node) && node.items.every(isScalar) ? node.items : undefined
}

/** The path of the attribute that a node reads, if it is nothing but a plain `var`. */
export function attributeOf(node: Node | undefined): string | undefined {
  if (node === undefined || !isRule(node) || node.operator !== 'var') return undefined
  if (node.operands.length !== 1) return undefined
  const name = node.operands[0]
  if (typeof name === 'number') return String(name)
  return typeof name === 'string' && name !== '' ? name : undefined
}

/** Whether two nodes are written the same. Data is compared by nobody. */
export function isSame(left: Node, right: Node): boolean {
  if (left === right) return true
  if (isScalar(left) || isScalar(right)) return false
  if (left.kind === 'list') return right.kind === 'list' && areSame(left.items, right.items)
  if (left.kind === 'data' || right.kind !== 'rule') return false
  const isLike = left.operator === right.operator && left.isBare === right.isBare
  return isLike && areSame(left.operands, right.operands)
}

function areSame(left: readonly Node[], right: readonly Node[]): boolean {
  return left.length === right.length && left.every((node, index) => isSame(node, right[index]!))
}

/** The node in few words. */
export function describeNode(node: Node): string {
  if (isScalar(node)) return describe(node)
  if (node.kind === 'list') return describe(node.items)
  return node.kind === 'rule' ? `a rule with '${node.operator}'` : 'an object'
}
