// Permissions: the words that roles and credentials have, the expressions in which gates ask for them, and the postfix
// code that a gate's program runs over bits.
//
//   orders:write and (orders:any or billing:*)      what a gate says
//   and                                             what it means: `and` binds tighter than `or`
//   ├── orders:write
//   └── or ── orders:any, billing:*
//   or's names first: 12 13 or×2  11 and×2          what runs, for names with the bits 11 to 13
//
// The bits stand for patterns that are required. Which of them a principal has is found when its roles are read, by
// `matchesPermission`, and not in a decision.
import { PERMISSION_AND, PERMISSION_DEPTH_MAX, PERMISSION_OR } from '../../assembly/shared/gate.ts'
import { PERMISSION_MAX } from '../../assembly/shared/identity.ts'
import { quote } from '../config/words.ts'

/** An expression as it was written; parts of the same kind as the whole stood in parentheses. Parts are 2 or more. */
export type PermissionExpression =
  | { kind: 'permission'; name: string }
  | { kind: 'and' | 'or'; parts: PermissionExpression[] }

/** Why a text is not an expression. */
export interface PermissionProblem {
  message: string
  /** Where in the text, in UTF-16 units from 0. */
  offset: number
  expected: string
  found: string
}

const TEXT_LENGTH_MAX = 1000
const NESTING_MAX = 32
const NAMES_MAX = 128
const NAME_LENGTH_MAX = 128

const NAME = new RegExp(`^[A-Za-z0-9_.:/*-]{1,${NAME_LENGTH_MAX}}$`)
// No control characters, no spaces of any kind, no lone surrogates.
const ROLE_NAME = /^[^\p{C}\p{Z}]{1,128}$/u

/** Whether it is a permission: a text of 1 to 128 of A-Z a-z 0-9 _ . : / - and `*`, which stands for any characters. */
export function isPermissionName(text: unknown): boolean {
  return typeof text === 'string' && NAME.test(text)
}

/** Whether it can be the name of a role: a text of 1 to 128 printable characters, none of them a space. */
export function isRoleName(text: unknown): boolean {
  return typeof text === 'string' && ROLE_NAME.test(text)
}

/**
 * Whether who was granted `granted` has `required`. Where the required one has a `*`, something that it stands for is
 * enough: `orders:read` is enough for `orders:*`, and `orders:*` for `*:read`, for `orders:read` lies in both.
 */
export function matchesPermission(granted: string, required: string): boolean {
  if (!required.includes('*')) return matches(granted, required)
  return granted.includes('*') ? overlaps(granted, required) : matches(required, granted)
}

/**
 * Whether two patterns, both with a `*`, stand for a common text. Only what is before their first stars and behind their
 * last ones can keep them apart. If both agree there, this is such a text: the longer of the two beginnings, what the one
 * has between its first and its last star, what the other has there, and the longer of the two ends. The stars of each
 * take in what is the other's.
 */
function overlaps(left: string, right: string): boolean {
  return (
    isStart(beginning(left), beginning(right)) &&
    isEnd(left.slice(left.lastIndexOf('*') + 1), right.slice(right.lastIndexOf('*') + 1))
  )
}

function beginning(pattern: string): string {
  return pattern.slice(0, pattern.indexOf('*'))
}

/** Whether one of the two starts with the other. */
function isStart(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}

/** Whether one of the two ends with the other. */
function isEnd(left: string, right: string): boolean {
  return left.endsWith(right) || right.endsWith(left)
}

/**
 * Whether the text, which has no `*`, is one that the pattern stands for. Each piece between stars is taken where it is
 * found first, and never sought again: there is no going back, whatever the pattern. Of 128 characters each, the worst is
 * some 4,000 steps of `indexOf`.
 */
function matches(pattern: string, text: string): boolean {
  const pieces = pattern.split('*')
  const first = pieces[0]!
  if (pieces.length === 1) return first === text
  const last = pieces.at(-1)!
  const end = text.length - last.length
  if (first.length > end || !text.startsWith(first) || !text.endsWith(last)) return false
  let from = first.length
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index]!
    const found = text.indexOf(piece, from)
    if (found === -1) return false
    from = found + piece.length
  }
  return from <= end
}

/**
 * Reads an expression: names, `and` (`&&`), `or` (`||`) in upper or lower case, parentheses. At most 1,000 characters,
 * 128 names, and 32 parentheses in each other. Never throws.
 *
 * @example parsePermission('orders:write and (orders:any or admin)')
 */
export function parsePermission(
  text: string,
): { expression: PermissionExpression } | { problem: PermissionProblem } {
  if (text.length > TEXT_LENGTH_MAX) {
    const problem = {
      message: 'the expression is too long',
      offset: TEXT_LENGTH_MAX,
      expected: `at most ${TEXT_LENGTH_MAX} characters`,
      found: `${text.length} characters`,
    }
    return { problem }
  }
  const parser = new Parser(text)
  const expression = parser.whole()
  return parser.problem === undefined ? { expression: expression! } : { problem: parser.problem }
}

interface Token {
  readonly kind: 'name' | 'and' | 'or' | '(' | ')' | 'end' | 'unknown'
  readonly text: string
  readonly offset: number
}

const SPACES = /[ \t\r\n]*/y
// A run that is no token is told as a whole, so that a message shows the word and not its first character.
const TOKENS = /[A-Za-z0-9_.:/*-]+|[()]|&&|\|\||[^A-Za-z0-9_.:/*\-() \t\r\n]+/y
const OPERATORS = new Map<string, Token['kind']>([
  ['and', 'and'],
  ['&&', 'and'],
  ['or', 'or'],
  ['||', 'or'],
  ['(', '('],
  [')', ')'],
])
const OPERAND = 'a permission or `(`'

/** Recursive descent, one token ahead. What is undefined has failed, and `problem` says why. */
class Parser {
  readonly #text: string
  #token: Token
  #nesting = 0
  #names = 0
  problem: PermissionProblem | undefined

  constructor(text: string) {
    this.#text = text
    this.#token = this.#read(0)
  }

  whole(): PermissionExpression | undefined {
    const expression = this.#chain('or')
    if (expression === undefined || this.#token.kind === 'end') return expression
    if (this.#token.kind === ')') return this.#fail('`)` without `(`', '`and`, `or` or the end')
    return this.#fail('two permissions need `and` or `or` between them', '`and`, `or` or the end')
  }

  #chain(kind: 'and' | 'or'): PermissionExpression | undefined {
    const parts: PermissionExpression[] = []
    while (true) {
      const part = kind === 'or' ? this.#chain('and') : this.#operand()
      if (part === undefined) return undefined
      parts.push(part)
      if (this.#token.kind !== kind) return parts.length === 1 ? part : { kind, parts }
      this.#next()
    }
  }

  #operand(): PermissionExpression | undefined {
    const { kind, text } = this.#token
    if (kind === '(') return this.#group()
    if (kind !== 'name') return this.#fail('a permission is missing here', OPERAND)
    if (text.length > NAME_LENGTH_MAX) {
      return this.#fail('the permission is too long', `at most ${NAME_LENGTH_MAX} characters`)
    }
    if (++this.#names > NAMES_MAX) {
      return this.#fail('the expression has too many permissions', `at most ${NAMES_MAX}`)
    }
    this.#next()
    return { kind: 'permission', name: text }
  }

  #group(): PermissionExpression | undefined {
    if (++this.#nesting > NESTING_MAX) {
      return this.#fail('the parentheses are too deep', `at most ${NESTING_MAX} in each other`)
    }
    this.#next()
    const expression = this.#chain('or')
    if (expression === undefined) return undefined
    if (this.#token.kind !== ')') {
      return this.#fail('a parenthesis is not closed', '`and`, `or` or `)`')
    }
    this.#nesting--
    this.#next()
    return expression
  }

  #next(): void {
    this.#token = this.#read(this.#token.offset + this.#token.text.length)
  }

  #read(from: number): Token {
    SPACES.lastIndex = from
    SPACES.test(this.#text)
    const offset = SPACES.lastIndex
    TOKENS.lastIndex = offset
    const [text] = TOKENS.exec(this.#text) ?? ['']
    if (text === '') return { kind: 'end', text, offset }
    const kind = OPERATORS.get(text.toLowerCase()) ?? (/^[\w.:/*-]/.test(text) ? 'name' : 'unknown')
    return { kind, text, offset }
  }

  #fail(message: string, expected: string): undefined {
    const { kind, text, offset } = this.#token
    const found = kind === 'end' ? 'the end' : quote(text)
    const isUnknown = kind === 'unknown'
    this.problem = {
      message: isUnknown ? 'the text is no part of an expression' : message,
      offset,
      expected: isUnknown ? 'a permission, `and`, `or`, `(` or `)`' : expected,
      found,
    }
  }
}

/** An expression without parts of the same kind as the whole, and the room on the stack that its value needs. */
type Plan = { need: number } & ({ bit: number } | { operator: number; parts: Plan[] })

/**
 * Compiles to postfix code: 0 to 1023 pushes a bit; `PERMISSION_AND | n` and `PERMISSION_OR | n` put one value in place
 * of the top n. What needs most of the stack comes first (Sethi and Ullman 1970), so 128 names never need more than 8
 * places, however they are nested; the rest is for chains, which push up to 32 values before they combine them. The
 * same expression gives the same code.
 *
 * @param bitOf the bit of a required pattern
 * @throws RangeError for an operator without parts, a bit that is none, and more operands than any text has
 */
export function compilePermission(
  expression: PermissionExpression,
  bitOf: (name: string) => number,
): Uint16Array {
  const plan = planOf(expression, bitOf)
  if (plan.need > PERMISSION_DEPTH_MAX) {
    throw new RangeError(`the expression needs a stack of more than ${PERMISSION_DEPTH_MAX}`)
  }
  const code: number[] = []
  emit(plan, 0, code)
  return Uint16Array.from(code)
}

function planOf(expression: PermissionExpression, bitOf: (name: string) => number): Plan {
  if (expression.kind === 'permission') {
    const bit = bitOf(expression.name)
    if (Number.isInteger(bit) && bit >= 0 && bit < PERMISSION_MAX) return { need: 1, bit }
    throw new RangeError(`the bit of a permission is 0 to ${PERMISSION_MAX - 1}, found ${bit}`)
  }
  const operator = expression.kind === 'and' ? PERMISSION_AND : PERMISSION_OR
  const plans = expression.parts.map(part => planOf(part, bitOf))
  if (plans.length === 0) throw new RangeError('an `and` or `or` needs parts')
  if (plans.length === 1) return plans[0]!
  const parts = plans
    .flatMap(plan => ('operator' in plan && plan.operator === operator ? plan.parts : [plan]))
    .sort((left, right) => right.need - left.need)
  // The first has the stack to itself; each other one stands on one value, the combined ones before it.
  return { need: Math.max(parts[0]!.need, parts[1]!.need + 1), operator, parts }
}

/** `depth` values are on the stack already; with what the plan needs that is at most the maximum. */
function emit(plan: Plan, depth: number, code: number[]): void {
  if ('bit' in plan) {
    code.push(plan.bit)
    return
  }
  let pending = 0
  for (const part of plan.parts) {
    if (depth + pending + part.need > PERMISSION_DEPTH_MAX) {
      code.push(plan.operator | pending)
      pending = 1
    }
    emit(part, depth + pending, code)
    pending++
  }
  code.push(plan.operator | pending)
}
