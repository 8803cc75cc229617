// Comparisons, arithmetic, texts and lists: operations on values.
import type { Json } from '../rules.ts'
import type { Model, Place } from './model.ts'
import {
  comparedByJsonLogic,
  computedByJsonLogic,
  computedCompiled,
  computedInterpreted,
  containedByJsonLogic,
  cutByJavaScript,
  joinedInterpreted,
  outcomeOf,
} from './quirks.ts'
import * as semantics from './semantics.ts'
import { fail, isReference, textOf } from './semantics.ts'
import { isConstant, isLiteral, listOf } from './shape.ts'

export function compare(model: Model, argument: Json, place: Place, operator: string): Json {
  const nodes = listOf(argument)
  const isOrder = operator === '<' || operator === '<='
  if (nodes.length > (isOrder ? 3 : 2)) model.note('operandsLeftOut')
  if (nodes.length > 3) model.note('fourOperands')
  let left = model.value(nodes[0]!, place)
  for (const [index, node] of nodes.slice(1).entries()) {
    const right = model.value(node, place)
    if (operator.length < 3 && !isConstant(node)) model.note('rightComputed')
    const isMiddle = index < nodes.length - 2
    if (isMiddle && (left === null ? !right : right === null && !left)) model.note('betweenNull')
    if (isReference(left) && isReference(right)) model.note('identity')
    const ours = outcomeOf(() => semantics.compare(operator, left, right))
    model.note(comparedByJsonLogic(operator, left, right, ours))
    if (ours === undefined) fail('nothing to compare')
    if (!ours.value) {
      model.noteUnneeded(nodes.slice(index + 2), place)
      return false
    }
    left = right
  }
  return true
}

export function contains(model: Model, argument: Json, place: Place): Json {
  const [itemNode, containerNode, ...rest] = listOf(argument) as [Json, Json, ...Json[]]
  model.noteLooseCode(containerNode)
  const item = model.value(itemNode, place)
  const container = model.value(containerNode, place)
  model.noteUnneeded(rest, place)
  if (isReference(item) && Array.isArray(container) && container.some(isReference)) {
    model.note('identity')
  }
  const ours = outcomeOf(() => semantics.contains(item, container))
  model.note(containedByJsonLogic(item, container, ours))
  return ours === undefined ? fail('nothing can be in it') : ours.value
}

/** The operands; one that is not in an array may turn out to be the list of them. */
function operandsOf(model: Model, argument: Json, place: Place) {
  if (Array.isArray(argument)) {
    return { values: argument.map(node => model.value(node, place)), bare: undefined }
  }
  const bare = model.value(argument, place)
  return { values: Array.isArray(bare) ? bare : [bare], bare }
}

export function arithmetic(model: Model, argument: Json, place: Place, operator: string): Json {
  const { values, bare } = operandsOf(model, argument, place)
  const ours = outcomeOf(() => semantics.arithmetic(operator, values))
  const only = bare === undefined && values.length === 1 ? values[0] : undefined
  model.note(computedByJsonLogic(operator, values, bare, ours))
  model.note(computedInterpreted(operator, values, only, bare, ours))
  if (bare !== undefined && !isLiteral(argument)) model.note(computedCompiled(operator, bare, ours))
  return ours === undefined ? fail('no number') : ours.value
}

export function cat(model: Model, argument: Json, place: Place): Json {
  if (Array.isArray(argument)) model.noteLooseCode(...argument)
  const { values, bare } = operandsOf(model, argument, place)
  const text = values.map(textOf).join('')
  const only = bare ?? (values.length === 1 ? values[0] : undefined)
  const differs = only !== undefined && joinedInterpreted(only)?.value !== text
  if (bare === undefined) {
    if (values.includes(null)) model.note('catNull')
    if (differs) model.note('catOne')
  } else {
    if (textOf(bare) !== text) model.note('bareOperand')
    if (differs) model.note('catBare')
  }
  return text
}

export function substr(model: Model, argument: Json, place: Place): Json {
  const [text, from, length] = listOf(argument).map(node => model.value(node, place))
  const ours = outcomeOf(() => semantics.substr(text!, from!, length))
  const theirs = cutByJavaScript(text!, from!, length)
  if (typeof text !== 'string') model.note('substrOfOthers')
  else if (ours === undefined) model.note('cutCharacter')
  else if (ours.value !== theirs?.value) {
    const isOdd = typeof length === 'string' || isReference(from!) || isReference(length ?? 0)
    if (!isOdd) throw new Error(`undescribed: substr ${JSON.stringify([text, from, length])}`)
    model.note('substrPosition')
  }
  return ours === undefined ? fail('no text') : ours.value
}

export function merge(model: Model, argument: Json, place: Place): Json {
  const { values, bare } = operandsOf(model, argument, place)
  if (Array.isArray(bare) && bare.some(Array.isArray)) model.note('bareOperand')
  return values.flatMap(value => (Array.isArray(value) ? value : [value]))
}
