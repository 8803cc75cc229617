// Why a peer computes something else from the same operands: each function names the difference, or none where the peer
// gives the same. What no name fits is a difference that nobody has described, and an error.

import type { Json } from '../rules.ts'
import type { DifferenceName } from './differences.ts'
import { numberOf, textOf } from './semantics.ts'

/** A result, or that there is none: an error, or NaN. */
export type Outcome = { readonly value: Json } | undefined

function attempt(compute: () => unknown): Outcome {
  try {
    const value = compute()
    return Number.isNaN(value) ? undefined : { value: value as Json }
  } catch {
    return undefined
  }
}

export function outcomeOf(compute: () => Json): Outcome {
  return attempt(compute)
}

function isSame(left: Outcome, right: Outcome): boolean {
  return left?.value === right?.value
}

// JavaScript's own conversions, which TypeScript rightly refuses.
// biome-ignore lint/suspicious/noExplicitAny: these take whatever a rule computes.
type Anything = any

function looseJavaScript(operator: string, left: Anything, right: Anything): boolean {
  switch (operator) {
    case '==':
      // biome-ignore lint/suspicious/noDoubleEquals: it is this operator that is compared with.
      return left == right
    case '!=':
      // biome-ignore lint/suspicious/noDoubleEquals: it is this operator that is compared with.
      return left != right
    case '===':
      return left === right
    case '!==':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    default:
      return left >= right
  }
}

export function comparedByJsonLogic(operator: string, left: Json, right: Json, ours: Outcome) {
  const theirs = attempt(() => looseJavaScript(operator, left, right))
  return isSame(theirs, ours) ? undefined : ('looseComparison' satisfies DifferenceName)
}

function sumByJsonLogic(operator: string, values: readonly Anything[]): unknown {
  const [first, second] = values
  switch (operator) {
    case '+':
      return values.reduce((left, right) => Number.parseFloat(left) + Number.parseFloat(right), 0)
    case '*':
      return values.reduce((left, right) => Number.parseFloat(left) * Number.parseFloat(right))
    case '-':
      return second === undefined ? -first : first - second
    case '/':
      return first / second
    case '%':
      return first % second
    case 'min':
      return Math.min(...values)
    default:
      return Math.max(...values)
  }
}

/** `values` are the operands, or if they are not in an array what stands for them. */
export function computedByJsonLogic(
  operator: string,
  values: readonly Json[],
  bare: Json | undefined,
  ours: Outcome,
): DifferenceName | undefined {
  const operands = bare === undefined ? values : [bare]
  const theirs = attempt(() => sumByJsonLogic(operator, operands))
  if (isSame(theirs, ours)) {
    // Both fail, but one of them goes on.
    return theirs === undefined ? 'notANumber' : undefined
  }
  if (Array.isArray(bare)) return 'bareOperand'
  const isExtreme = operator === 'min' || operator === 'max'
  const areNumbers = operands.every(value => typeof value === 'number')
  if (isExtreme && (!areNumbers || operands.length === 0)) return 'extremeOfOthers'
  if (operator === '*' && operands.length === 0) return 'productOfNothing'
  if (['-', '/', '%'].includes(operator) && operands.length !== 2) return 'operandsLeftOut'
  if ((operator === '+' || operator === '*') && !areNumbers) return 'parseFloat'
  if (operator === '/' && numberOf(operands[1]!) === 0) return 'divisionByZero'
  if (operands.some(value => typeof value === 'object' && value !== null)) return 'coercedList'
  return undescribed('json-logic-js', operator, operands)
}

function undescribed(peer: string, operator: string, operands: unknown): never {
  throw new Error(`undescribed: ${peer} ${operator} ${JSON.stringify(operands)}`)
}

/** How interpreted json-logic-engine computes `/`; the others are as here, but for what `only` says. */
function dividedInterpreted(values: readonly Json[]): unknown {
  if (values.length === 1) return numberOf(values[0]!) === 0 ? Number.NaN : 1 / numberOf(values[0]!)
  let result = numberOf(values[0]!)
  for (const value of values.slice(1)) result /= value ? numberOf(value) : Number.NaN
  return result === Number.POSITIVE_INFINITY ? Number.NaN : result
}

/** `only`: the one operand of an array of one. */
export function computedInterpreted(
  operator: string,
  values: readonly Json[],
  only: Json | undefined,
  bare: Json | undefined,
  ours: Outcome,
): DifferenceName | undefined {
  if (operator === '-' && Array.isArray(bare) && bare.length === 1 && ours === undefined) {
    return 'notANumberBare'
  }
  if ((operator === '+' || operator === '-') && Array.isArray(only)) return 'sumOfList'
  if (operator !== '/' || values.length === 0) return undefined
  const theirs = attempt(() => dividedInterpreted(values))
  if (isSame(theirs, ours)) return undefined
  return theirs === undefined ? 'quotientInfinite' : 'divisionByZeroText'
}

function reducedCompiled(operator: string, list: readonly Anything[]): unknown {
  const check = (value: Anything) => {
    if (Number.isNaN(value) || (typeof value === 'object' && value !== null)) throw new Error()
    return value
  }
  switch (operator) {
    case '+':
      return list.reduce((left, right) => +left + +check(right), 0)
    case '*':
      return list.reduce((left, right) => +check(left) * +check(right), 1)
    case '-':
      if (list.length === 1) return -check(list[0])
      return list.reduce((left, right) => +check(left) - +check(right))
    case '/':
      if (list.length === 1) return 1 / check(list[0] || Number.NaN)
      return list.reduce((left, right) => +check(left) / +check(right || Number.NaN))
    default:
      return list.length < 2
        ? Number.NaN
        : list.reduce((left, right) => +check(left) % +check(right))
  }
}

/** An operand that is not in an array, and no constant. */
export function computedCompiled(
  operator: string,
  bare: Json,
  ours: Outcome,
): DifferenceName | undefined {
  if (operator === 'min' || operator === 'max') return undefined
  if (!Array.isArray(bare)) return ['*', '/', '%'].includes(operator) ? 'bareNoList' : undefined
  const theirs = attempt(() => reducedCompiled(operator, bare))
  if (isSame(theirs, ours)) return theirs === undefined ? 'notANumberBare' : undefined
  return operator === '/' ? 'divisionByZeroText' : undescribed('compiled', operator, bare)
}

export function containedByJsonLogic(
  item: Json,
  container: Json,
  ours: Outcome,
): DifferenceName | undefined {
  const theirs = attempt(() => {
    if (Array.isArray(container)) return container.indexOf(item) !== -1
    return (
      typeof container === 'string' && container !== '' && container.indexOf(String(item)) !== -1
    )
  })
  return isSame(theirs, ours) ? undefined : 'inNothing'
}

/** The text of the one operand that json-logic-engine does not take for a list. */
export function joinedInterpreted(operand: Json): Outcome {
  return attempt(() => {
    if (!Array.isArray(operand)) return (operand as Anything).toString()
    return operand.map(textOf).join('')
  })
}

function cut(text: string, from: Anything, length: Anything): string {
  if (length < 0) {
    const rest = text.substring(text.length - restOf(text, from))
    return rest.slice(0, Math.max(0, integer(rest.length + length)))
  }
  const rest = text.substring(text.length - restOf(text, from))
  return length === undefined ? rest : rest.slice(0, Math.max(0, integer(length)))
}

function integer(value: Anything): number {
  const number = Number(value)
  return Number.isNaN(number) ? 0 : Math.trunc(number)
}

/** How many units stand behind where String.prototype.substr starts. */
function restOf(text: string, from: Anything): number {
  const start = integer(from)
  return start < 0 ? Math.min(text.length, -start) : Math.max(0, text.length - start)
}

/** What String.prototype.substr makes of operands of any type. */
export function cutByJavaScript(text: Json, from: Json, length: Json | undefined): Outcome {
  return attempt(() => cut(String(text), from, length))
}
