// `fractional`: weights that do not say what their author means, and units that are the same for everybody.
import type { Facts } from './facts.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { describeNode, isList, isRule, isScalar, placeAt } from './node.ts'
import type { Scalar } from './scalar.ts'
import type { Values } from './values.ts'
import {
  ANYTHING,
  ARRAY,
  canBeString,
  constant,
  isNever,
  join,
  NEVER,
  NULL_ONLY,
} from './values.ts'
import { alwaysNull } from './verdicts.ts'
import type { Walk } from './walk.ts'

/** Weights that add up to something from here to there are meant to be percent. */
const PERCENT_LEAST = 90
const PERCENT_MOST = 110

interface Bucket {
  readonly variant: Node
  /** A constant below 0 counts as 0. */
  readonly weight: number | RuleNode
  /** Among the operands. */
  readonly index: number
}

export function visitFractional(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  const { operands, isBare } = rule
  if (isBare || operands.length === 0) return ANYTHING
  const unit = operands[0]!
  const hasUnit = !isList(unit)
  const buckets: Bucket[] = []
  for (let index = hasUnit ? 1 : 0; index < operands.length; index++) {
    const node = operands[index]!
    const bucket = readBucket(node, index)
    if (bucket === undefined) {
      const expected = '[variant] or [variant, weight], the weight a whole number'
      const mistake = { expected, found: describeNode(node) }
      return alwaysNull(walk, placeAt(place, index), 'this is no bucket', mistake)
    }
    buckets.push(bucket)
  }
  if (buckets.length === 0) return alwaysNull(walk, place, 'there are no buckets')
  if (!checkWeights(walk, buckets, place)) return NULL_ONLY
  checkVariants(walk, buckets, place)
  if (hasUnit) {
    const units = walk.visitAt(unit, place, 0, facts)
    if (isNever(units)) return NEVER
    if (!checkUnit(walk, unit, units, placeAt(place, 0))) return NULL_ONLY
  }
  return visitBuckets(walk, buckets, place, facts)
}

/** False if the unit is none: then the result is null. */
function checkUnit(walk: Walk, unit: Node, units: Values, place: Place): boolean {
  const isThird = walk.fractionalVersion === 3
  if (!canBeUnit(units, isThird)) {
    const expected = isThird ? 'anything but null and lists' : 'a string'
    alwaysNull(walk, place, 'this is no unit', { expected, found: describeNode(unit) })
    return false
  }
  if (isConstant(unit)) {
    const message = 'the unit is the same for everybody: all fall into one bucket'
    walk.report('FRACTIONAL_UNIT_CONSTANT', message, place, 'an attribute of the context')
  }
  return true
}

function readBucket(node: Node, index: number): Bucket | undefined {
  if (!isList(node) || node.items.length < 1 || node.items.length > 2) return undefined
  const [variant, weight = 1] = node.items as [Node, Node?]
  if (isRule(weight)) return { variant, weight, index }
  if (typeof weight !== 'number' || !Number.isInteger(weight)) return undefined
  return { variant, weight: Math.max(0, weight), index }
}

function canBeUnit(units: Values, isThird: boolean): boolean {
  if (!isThird) return canBeString(units)
  return (units.kinds & ~ARRAY) !== 0 || units.listed.some(value => value !== null)
}

/** False if there is no weight: then the result is null. */
function checkWeights(walk: Walk, buckets: readonly Bucket[], place: Place): boolean {
  let sum = 0
  for (const { weight } of buckets) sum += typeof weight === 'number' ? weight : Number.NaN
  if (sum === 0) {
    const message = 'all weights are 0: the result is always null'
    walk.report('FRACTIONAL_NO_WEIGHT', message, place, 'a weight above 0')
    return false
  }
  for (const { weight, variant, index } of buckets) {
    if (weight !== 0) continue
    const message = 'the weight of this bucket is 0: nobody falls into it'
    const at = placeAt(placeAt(place, index), 1)
    walk.report('FRACTIONAL_WEIGHT_ZERO', message, at, 'a weight above 0')
    if (isScalar(variant)) walk.withheld.add(String(variant))
  }
  // Nothing can be said about a sum with computed weights: it is NaN.
  if (buckets.length === 1 && sum > 0) {
    const message = 'there is one bucket only: everybody falls into it'
    walk.report('FRACTIONAL_SINGLE', message, place, 'at least two buckets', 'one')
  } else if (sum !== 100 && sum >= PERCENT_LEAST && sum <= PERCENT_MOST) {
    const message = `the weights look like percent, and do not add up to 100: each is out of ${sum}`
    walk.report('FRACTIONAL_SUM', message, place, 'a sum of 100', String(sum))
  }
  return true
}

function checkVariants(walk: Walk, buckets: readonly Bucket[], place: Place): void {
  const seen = new Set<Scalar>()
  for (const { variant, index } of buckets) {
    if (!isScalar(variant)) continue
    if (seen.has(variant)) {
      const message = 'an earlier bucket gives the same: their weights add up'
      const at = placeAt(placeAt(place, index), 0)
      walk.report('FRACTIONAL_VARIANT_REPEATED', message, at, undefined, String(variant))
    }
    seen.add(variant)
  }
}

/** Whether the node is the same in every context: it reads no attribute, or only the flag's key. */
function isConstant(node: Node): boolean {
  if (isScalar(node)) return true
  if (node.kind === 'list') return node.items.every(isConstant)
  if (node.kind === 'data') return node.isEmpty
  const { operator, operands } = node
  if (operator === 'var') return operands.length === 1 && operands[0] === '$flagd.flagKey'
  return operator !== 'missing' && operator !== 'missing_some' && operands.every(isConstant)
}

/** What the buckets give: null too, where the unit is none. */
function visitBuckets(walk: Walk, buckets: readonly Bucket[], place: Place, facts: Facts): Values {
  let results = NULL_ONLY
  for (const { variant, weight, index } of buckets) {
    const values = isScalar(variant)
      ? constant(variant)
      : walk.visit(variant, placeAt(placeAt(place, index), 0), facts)
    if (typeof weight !== 'number') walk.visit(weight, placeAt(placeAt(place, index), 1), facts)
    if (weight !== 0) results = join(results, values)
  }
  return results
}
