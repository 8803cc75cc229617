// What a part of a rule says, in words, and where its value is found in a trace.
import type { JsonValue } from '../config/types.ts'
import type { Part } from './parts.ts'
import { valueText } from './words.ts'

/** Where the value of an expression is found in a trace. */
export type Source =
  | { readonly kind: 'part'; readonly part: Part }
  /** What the instruction left. */
  | { readonly kind: 'instruction'; readonly index: number }
  | { readonly kind: 'attribute'; readonly attribute: number }
  | { readonly kind: 'constant'; readonly value: JsonValue }
  | { readonly kind: 'none' }

export interface Expression {
  readonly text: string
  /** Whether it needs brackets where it is an operand. */
  readonly infix: boolean
  readonly operator: string
  readonly operands: readonly Expression[]
  readonly source: Source
}

type Draft = Pick<Expression, 'text' | 'operator'> & Partial<Expression>

const NONE: Source = { kind: 'none' }

export function isLiteral({ source }: Expression): boolean {
  return source.kind === 'constant'
}

export function draft(given: Draft): Expression {
  return { infix: false, operands: [], source: NONE, ...given }
}

export function literal(value: JsonValue): Expression {
  const operator = Array.isArray(value) ? 'array' : 'constant'
  return draft({ text: valueText(value), operator, source: { kind: 'constant', value } })
}

export function named(text: string, index: number): Expression {
  return draft({ text, operator: 'var', source: { kind: 'instruction', index } })
}

export function bracketed(expression: Expression): string {
  return expression.infix ? `(${expression.text})` : expression.text
}

export function infix(word: string, operands: readonly Expression[]) {
  const text = operands.map(bracketed).join(word)
  return { text, infix: operands.length > 1, operands }
}

export function call(operator: string, operands: readonly Expression[]): Expression {
  const text = `${operator}(${operands.map(operand => operand.text).join(', ')})`
  return draft({ text, operator, operands })
}
