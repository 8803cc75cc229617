// How rules are written: what of them is an operator, what the engine refuses, and what flagd computes when it loads them.
import type { Json } from '../rules.ts'
import type { JsonObject } from './semantics.ts'
import { isObject, namesOf } from './semantics.ts'

/** How many operands each operator takes, where that is checked when a config is loaded. */
const COUNTS: Record<string, readonly [number, number]> = {
  if: [0, Number.POSITIVE_INFINITY],
  '?:': [0, Number.POSITIVE_INFINITY],
  and: [0, Number.POSITIVE_INFINITY],
  or: [0, Number.POSITIVE_INFINITY],
  in: [2, Number.POSITIVE_INFINITY],
  substr: [2, 3],
  reduce: [2, 3],
  missing_some: [2, 2],
}
for (const operator of ['==', '!=', '===', '!==', '<', '<=', '>', '>=']) {
  COUNTS[operator] = [2, Number.POSITIVE_INFINITY]
}
for (const operator of ['map', 'filter', 'all', 'some', 'none']) COUNTS[operator] = [2, 2]

const FLAGD = new Set(['starts_with', 'ends_with', 'sem_ver', 'fractional'])
const ARITHMETIC = new Set(['+', '-', '*', '/', '%'])
const WEIGHT_MAX = 2 ** 31 - 1

export function isLiteral(node: Json): node is null | boolean | number | string {
  return typeof node !== 'object' || node === null
}

export function listOf(argument: Json): readonly Json[] {
  return Array.isArray(argument) ? argument : [argument]
}

/** Undefined for a literal, an array, and the empty object. */
export function operatorOf(node: Json): string | undefined {
  return isObject(node) ? Object.keys(node)[0] : undefined
}

function isWrong(operator: string, argument: Json): boolean {
  const count = COUNTS[operator]
  if (count !== undefined) {
    const length = Array.isArray(argument) ? argument.length : -1
    return length < count[0] || length > count[1]
  }
  if (operator === 'sem_ver') {
    return Array.isArray(argument) && argument.length === 3 && !isLiteral(argument[1]!)
  }
  return operator === 'fractional' && weighsTooMuch(argument)
}

function weighsTooMuch(argument: Json): boolean {
  const nodes = listOf(argument)
  const entries = Array.isArray(nodes[0]) ? nodes : nodes.slice(1)
  const areBuckets = entries.every(entry => {
    return Array.isArray(entry) && entry.length > 0 && entry.length < 3 && entry.every(isLiteral)
  })
  if (!areBuckets) return false
  const weights = entries.map(entry => (entry as Json[])[1] ?? 1)
  if (!weights.every(Number.isInteger)) return false
  return (weights as number[]).reduce((sum, weight) => sum + Math.max(0, weight), 0) > WEIGHT_MAX
}

/** Whether a config with the rule is refused. */
export function isMalformed(node: Json): boolean {
  if (isLiteral(node)) return false
  if (Array.isArray(node)) return node.some(isMalformed)
  const operator = operatorOf(node)
  if (operator === undefined) return false
  if (Object.keys(node).length > 1 || isWrong(operator, node[operator]!)) return true
  return listOf(node[operator]!).some(isMalformed)
}

/** Whether json-logic-engine takes the node for one that gives the same whatever the context is. */
export function isConstant(node: Json, inLoop = false): boolean {
  if (isLiteral(node)) return true
  if (Array.isArray(node)) return node.every(part => isConstant(part, inLoop))
  const operator = operatorOf(node)
  if (operator === undefined) return true
  const argument = node[operator]!
  if (FLAGD.has(operator) || operator === 'log' || operator === 'missing_some') return false
  if (operator === 'var') return inLoop && !String(argument).includes('../../')
  if (operator === 'missing') return Array.isArray(argument) && argument.length === 0
  if (['map', 'filter', 'all', 'some', 'none', 'reduce'].includes(operator)) {
    const [items = null, body = null] = listOf(argument)
    return isConstant(items, inLoop) && isConstant(body, true)
  }
  return isConstant(argument, inLoop)
}

/** All parts of the rule that are constant, but for literals. */
export function constantsOf(rule: Json, found = new Set<object>()): Set<object> {
  if (isLiteral(rule)) return found
  if (isConstant(rule)) found.add(rule)
  for (const part of Object.values(rule)) constantsOf(part, found)
  return found
}

/** An operand of arithmetic, written out, that no code can be made for. */
export function failsWhenCompiled(node: Json[] | JsonObject): boolean {
  const operator = operatorOf(node)
  if (operator === undefined || !ARITHMETIC.has(operator)) return false
  const operands = (node as JsonObject)[operator]!
  if (!Array.isArray(operands)) return false
  if (operands.length < (operator === '%' ? 2 : operator === '-' || operator === '/' ? 1 : 0))
    return true
  return operands.some((operand, index) => {
    if (!isConstant(operand)) return Array.isArray(operand)
    if (!isLiteral(operand)) return true
    if (operator === '/' && index > 0 && Number(operand) === 0) return true
    return typeof operand === 'string' && Number.isNaN(Number(operand))
  })
}

/** The paths, as names, that the rule reads of the context whether it gets there or not. */
export function attributesOf(node: Json, found: string[][] = []): string[][] {
  if (isLiteral(node)) return found
  if (Array.isArray(node)) {
    for (const part of node) attributesOf(part, found)
    return found
  }
  const operator = operatorOf(node)
  if (operator === undefined) return found
  const list = listOf(node[operator]!)
  const names = operator === 'missing_some' ? listOf(list[1]!) : list
  const isMissing = operator === 'missing' || operator === 'missing_some'
  const paths = operator === 'var' ? [list[0] ?? ''] : isMissing ? names : []
  for (const path of paths) if (isLiteral(path)) found.push(namesOf(String(path)))
  // In the body of a loop variables are of the item.
  const isLoop = ['map', 'filter', 'all', 'some', 'none', 'reduce'].includes(operator)
  for (const part of isLoop ? list.toSpliced(1, 1) : list) attributesOf(part, found)
  return found
}

/** An `if` of one or two operands, for which no code is made. */
export function isShortIf(node: JsonObject): boolean {
  const operator = operatorOf(node)
  if (operator !== 'if' && operator !== '?:') return false
  return listOf(node[operator]!).length < 3
}

/** A body of `reduce` that adds or multiplies `current` and `accumulator`. */
export function isSum(body: Json): boolean {
  const operator = operatorOf(body)
  if (operator !== '+' && operator !== '*') return false
  const operands = (body as JsonObject)[operator]!
  if (!Array.isArray(operands) || operands.length !== 2) return false
  const paths = operands.map(operand => (isObject(operand) ? operand.var : undefined))
  return paths.includes('current') && paths.includes('accumulator')
}
