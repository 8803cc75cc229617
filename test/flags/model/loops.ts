// `map filter all some none reduce`: in the body, variables refer to the item alone.
import type { Json } from '../rules.ts'
import type { Model, Place } from './model.ts'
import * as semantics from './semantics.ts'
import { fail, isObject, isReference } from './semantics.ts'
import { isConstant, isLiteral, isSum, listOf } from './shape.ts'

/** What a loop goes over. */
function itemsOf(model: Model, node: Json, place: Place, operator: string): readonly Json[] {
  model.noteLooseCode(node)
  const items = model.value(node, place)
  if (Array.isArray(items)) return items
  if (operator === 'all' && !semantics.isTruthy(items)) model.note('allOfNothing')
  if (!items) return []
  model.note('loopOverOthers')
  return fail('no list')
}

/** Whether the body is known when the rule is loaded: an `if` too whose literal conditions choose a literal. */
function becomesConstant(body: Json): boolean {
  if (isConstant(body)) return true
  const branches = isObject(body) ? (body.if ?? body['?:']) : undefined
  if (!Array.isArray(branches)) return false
  for (let index = 0; index + 1 < branches.length; index += 2) {
    if (!isLiteral(branches[index]!)) return false
    if (branches[index]) return becomesConstant(branches[index + 1]!)
  }
  return branches.length % 2 === 0 || becomesConstant(branches.at(-1)!)
}

export function loop(model: Model, argument: Json, place: Place, operator: string): Json {
  const [itemsNode, body] = listOf(argument) as [Json, Json]
  if (operator === 'filter' && becomesConstant(body)) model.note('filterByConstant')
  const items = itemsOf(model, itemsNode, place, operator)
  const value = (data: Json) => model.value(body, { data, isTop: false })
  const holds = (data: Json) => model.isTruthy(value(data))
  switch (operator) {
    case 'map':
      return items.map(value)
    case 'filter':
      return items.filter(holds)
    case 'all':
      return items.length > 0 && items.every(holds)
    case 'some':
      return items.some(holds)
    default:
      return !items.some(holds)
  }
}

export function reduce(model: Model, argument: Json, place: Place): Json {
  const [itemsNode, body, initial] = listOf(argument) as [Json, Json, Json | undefined]
  if (isSum(body)) model.note('reduceSum')
  if (initial === undefined) model.note('reduceFirst')
  else if (isConstant(itemsNode) && isConstant(body, true) && !isConstant(initial)) {
    model.note('reduceConstant')
  }
  const items = itemsOf(model, itemsNode, place, 'reduce')
  let accumulator = initial === undefined ? items[0] : model.value(initial, place)
  if (accumulator === undefined) return fail('nothing to start with')
  if (initial !== undefined) noteDepth(model, accumulator)
  for (const current of initial === undefined ? items.slice(1) : items) {
    accumulator = model.value(body, { data: { current, accumulator }, isTop: false })
    noteDepth(model, accumulator)
  }
  return accumulator
}

function noteDepth(model: Model, value: Json): void {
  if (isReference(value) && Object.values(value).some(isReference)) model.note('reduceDepth')
}
