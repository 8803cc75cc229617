// flagd's own operators.
import { murmur3 } from '../murmur3.ts'
import type { Json } from '../rules.ts'
import type { Model, Place } from './model.ts'
import * as semantics from './semantics.ts'
import { isReference } from './semantics.ts'
import { isLiteral, listOf } from './shape.ts'
import { lookUp } from './variables.ts'

const WEIGHT_MAX = 2 ** 31 - 1

/** The operands; undefined where there are not so many, and so no result. */
function operandsOf(
  model: Model,
  argument: Json,
  place: Place,
  count: number,
): readonly Json[] | undefined {
  if (!place.isTop) model.note('flagdInLoop')
  if (Array.isArray(argument) && argument.length === count) {
    return argument.map(node => model.value(node, place))
  }
  model.note(Array.isArray(argument) ? 'flagdUnneeded' : 'flagdBare')
  return undefined
}

export function startsOrEnds(model: Model, argument: Json, place: Place, operator: string): Json {
  const [text, affix] = operandsOf(model, argument, place, 2) ?? []
  if (typeof text !== 'string' || typeof affix !== 'string') return null
  return operator === 'starts_with' ? text.startsWith(affix) : text.endsWith(affix)
}

export function semVer(model: Model, argument: Json, place: Place): Json {
  const operands = operandsOf(model, argument, place, 3)
  if (operands === undefined) return null
  const [left, relation, right] = operands as [Json, Json, Json]
  for (const version of [left, right]) {
    if (isReference(version)) model.note('versionList')
    // Of `1.2`, a part with more digits than node-semver reads.
    const isPartial = /^[vV]?\d+(?:\.\d+)?$/.test(String(version))
    if (isPartial && /\d{17}/.test(String(version))) model.note('versionLong')
  }
  return semantics.semVer(left, String(relation), right)
}

export function fractional(model: Model, argument: Json, place: Place): Json {
  if (!place.isTop) model.note('flagdInLoop')
  const nodes = listOf(argument)
  const isImplicit = Array.isArray(nodes[0])
  const entries = isImplicit ? nodes : nodes.slice(1)
  const areBuckets = entries.every(entry => {
    return Array.isArray(entry) && (entry.length === 1 || entry.length === 2)
  })
  const pairs = entries as Json[][]
  const isWrittenOut = areBuckets && pairs.flat().every(isLiteral)
  if (entries.length === 0 || !areBuckets || (isWrittenOut && totalOf(pairs) === undefined)) {
    model.note(Array.isArray(argument) ? 'flagdUnneeded' : 'flagdBare')
    return null
  }
  const given = isImplicit
    ? lookUp(model, place.data, ['targetingKey'], place.isTop)
    : model.value(nodes[0]!, place)
  const computed = pairs.map(pair => pair.map(node => model.value(node, place)))
  if (isImplicit && typeof given !== 'string') model.note('targetingKeyNoText')
  if (!isImplicit && Array.isArray(given)) model.note('unitList')
  if (typeof given !== 'string' || (isImplicit && given === '')) return null
  const unit = isImplicit ? model.flagKey + given : given
  if (new TextEncoder().encode(unit).length > unit.length) model.note('unitNotAscii')
  const total = totalOf(computed)
  if (total === undefined) return null
  const bucket = Number((BigInt(murmur3(unit)) * BigInt(total)) >> 32n)
  let sum = 0
  return computed.find(([, weight = 1]) => {
    sum += Math.max(0, weight as number)
    return sum > bucket
  })![0]!
}

/** The sum of the weights; undefined where nothing can be chosen by them. */
function totalOf(pairs: readonly (readonly Json[])[]): number | undefined {
  let total = 0
  for (const [variant, weight = 1] of pairs) {
    if (isReference(variant!) || !Number.isInteger(weight)) return undefined
    total += Math.max(0, weight as number)
  }
  return total > 0 && total <= WEIGHT_MAX ? total : undefined
}
