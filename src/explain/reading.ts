// What the parts of a rule say, read back from their instructions: they are run once more, with words in place of values.
import * as op from '../../assembly/shared/opcodes.ts'
import { ARITHMETIC_NAMES, COMPARE_NAMES, SEM_VER_NAMES } from '../rules/instructions.ts'
import type { Expression, Source } from './expression.ts'
import { bracketed, call, draft, infix, isLiteral, literal, named } from './expression.ts'
import type { Part } from './parts.ts'
import type { Instruction, Program } from './program.ts'
import { attributePath, clauseText } from './words.ts'

/** The unit where a rule names none. */
const TARGETING_KEY = draft({ text: 'targetingKey', operator: 'var' })
const WHOLE_CONTEXT = '(the whole context)'

/** Marks a comparison that may go on. */
const CHAINED: Source = { kind: 'none' }

export class Expressions {
  readonly #program: Program
  readonly #known = new Map<Part, Expression>()

  constructor(program: Program) {
    this.#program = program
  }

  /** What the part says. */
  of(part: Part): Expression {
    let expression = this.#known.get(part)
    if (expression === undefined) {
      const drafted = this.#draft(part)
      const source: Source = isLiteral(drafted) ? drafted.source : { kind: 'part', part }
      expression = { ...drafted, text: clauseText(drafted.text), source }
      this.#known.set(part, expression)
    }
    return expression
  }

  /** The name that rules use for an attribute. */
  attribute(index: number): string {
    const planned = this.#program.view.plan.find(attribute => attribute.index === index)
    return attributePath(planned?.path ?? []) || WHOLE_CONTEXT
  }

  #draft(part: Part): Expression {
    const { operator, parts } = part
    if (operator === 'and' || operator === 'or') {
      return draft({ ...infix(` ${operator} `, this.#all(parts)), operator, operands: [] })
    }
    if (operator === 'if' || operator === '?:') return call(operator, this.#all(parts))
    if (operator === 'log' && parts.length === 1) {
      const operands = this.#all(parts)
      return draft({ ...infix('', operands), operator, operands })
    }
    const loop = operator === undefined ? undefined : this.#program.loopOf(part)
    if (operator !== undefined && loop !== undefined) {
      // An initial value is computed before the body, and written behind it.
      const ordered = [...parts].sort((left, right) => left.index - right.index)
      const operands = this.#all(ordered)
      return { ...call(operator, operands), operands: operands.filter((_, index) => index !== 1) }
    }
    if (operator === 'fractional') {
      // Entries that rules compute are parts, too.
      const unit = unitOf(part)
      return call('fractional', unit === undefined ? [TARGETING_KEY] : [this.of(unit)])
    }
    return new Reading(this.#program, this, part).read()
  }

  #all(parts: readonly Part[]): Expression[] {
    return parts.map(part => this.of(part))
  }
}

/** The part that a `fractional` hashes the value of, if it is written. Entries have no operator, but parts. */
export function unitOf(fractional: Part): Part | undefined {
  return fractional.parts.find(({ parts, operator }) => {
    return operator !== undefined || parts.length === 0
  })
}

/** Runs the instructions of one part, its parts as a whole. */
class Reading {
  readonly #program: Program
  readonly #expressions: Expressions
  readonly #part: Part
  readonly #stack: Expression[] = []
  /** What a `var` has a fallback for. */
  #before: Expression | undefined

  constructor(program: Program, expressions: Expressions, part: Part) {
    this.#program = program
    this.#expressions = expressions
    this.#part = part
  }

  read(): Expression {
    const { start, end } = this.#part
    for (let index = start; index < end; index++) {
      const inner = this.#program.partAt(this.#part, index)
      if (inner === undefined) this.#run(index, this.#program.instructions[index]!)
      else {
        this.#push(this.#expressions.of(inner))
        index = inner.end - 1
      }
    }
    const result = this.#pop()
    const before = this.#before
    if (before === undefined) return result
    return draft({ ...infix(' ?? ', [before, result]), operator: 'var' })
  }

  #push(expression: Expression): void {
    this.#stack.push(expression)
  }

  #pop(): Expression {
    return this.#stack.pop() ?? literal(null)
  }

  #take(count: number): Expression[] {
    return this.#stack.splice(Math.max(0, this.#stack.length - count))
  }

  /** Operands of a list: so many, or one value that may be the array of them. */
  #list(count: number): Expression[] {
    return this.#take(count === op.SPREAD ? 1 : count)
  }

  #run(index: number, { opcode, a, b }: Instruction): void {
    const program = this.#program
    switch (opcode) {
      case op.OP_RETURN_VARIANT:
        return this.#push(literal(program.view.variants[a] ?? null))
      case op.OP_RETURN_DEFAULT:
        return this.#push(literal(null))
      case op.OP_PUSH_CONSTANT:
        return this.#push(literal(program.constant(b)))
      case op.OP_PUSH_ARRAY:
        return this.#push(literal(program.array(b)))
      case op.OP_PUSH_ATTRIBUTE:
        return this.#push(this.#attribute(a))
      case op.OP_PUSH_LOCAL:
        return this.#push(named(localName(program, this.#part, a), index))
      case op.OP_GET: {
        const path = attributePath(program.array(b).map(String))
        return this.#push(named(`${this.#pop().text}.${path}`, index))
      }
      case op.OP_GET_COMPUTED: {
        const [, name] = this.#take(2)
        return this.#push(draft({ ...call('var', name === undefined ? [] : [name]) }))
      }
      case op.OP_COALESCE:
        this.#before = this.#pop()
        return
      case op.OP_NOT:
        return this.#unary('!', 'not ')
      case op.OP_TRUTHY:
        return this.#unary('!!', '!!')
      case op.OP_COMPARE:
      case op.OP_COMPARE_CHAIN:
        return this.#compare(COMPARE_NAMES[a]!)
      case op.OP_ATTRIBUTE_EQUALS:
        return this.#binary('==', ' == ', this.#attribute(a), literal(program.string(b)))
      case op.OP_IN: {
        const [item, container] = this.#take(2)
        return this.#binary('in', ' in ', item!, container!)
      }
      case op.OP_IN_CONSTANT:
        return this.#binary('in', ' in ', this.#pop(), literal(program.array(b)))
      case op.OP_ATTRIBUTE_IN:
        return this.#binary('in', ' in ', this.#attribute(a), literal(program.array(b)))
      case op.OP_IN_SET:
        return this.#binary('in', ' in ', this.#pop(), this.#set(b))
      case op.OP_ATTRIBUTE_IN_SET:
        return this.#binary('in', ' in ', this.#attribute(a), this.#set(b))
      case op.OP_STARTS_WITH:
      case op.OP_ENDS_WITH: {
        const [value, affix] = this.#take(2)
        return this.#affix(opcode === op.OP_STARTS_WITH, value!, affix!)
      }
      case op.OP_ATTRIBUTE_STARTS_WITH:
      case op.OP_ATTRIBUTE_ENDS_WITH: {
        const affix = literal(program.string(b))
        return this.#affix(opcode === op.OP_ATTRIBUTE_STARTS_WITH, this.#attribute(a), affix)
      }
      case op.OP_SEM_VER: {
        const operands = this.#take(2)
        const text = `sem_ver(${operands.map(bracketed).join(` ${SEM_VER_NAMES[a]} `)})`
        return this.#push(draft({ text, operator: 'sem_ver', operands }))
      }
      case op.OP_ARITHMETIC:
        return this.#arithmetic(ARITHMETIC_NAMES[b]!, this.#list(a))
      case op.OP_CAT:
        return this.#push(call('cat', this.#list(a)))
      case op.OP_MERGE: {
        const operands = this.#list(a)
        const isMissing = operands.length > 0 && operands.every(isAbsent)
        if (!isMissing) return this.#push(call('merge', operands))
        return this.#push(
          call(
            'missing',
            operands.flatMap(({ operands: names }) => names),
          ),
        )
      }
      case op.OP_SUBSTR:
        return this.#push(call('substr', this.#take(a)))
      case op.OP_MAKE_ARRAY: {
        const items = this.#take(a)
        const text = `[${items.map(item => item.text).join(', ')}]`
        return this.#push(draft({ text, operator: 'array', operands: items }))
      }
      case op.OP_FRACTIONAL:
      case op.OP_FRACTIONAL_BY:
      case op.OP_RETURN_FRACTIONAL:
      case op.OP_RETURN_FRACTIONAL_BY:
        return this.#push(call('fractional', [this.#pop()]))
      case op.OP_ATTRIBUTE_RETURN_FRACTIONAL:
        return this.#push(call('fractional', [this.#attribute(a)]))
      case op.OP_MAKE_OBJECT:
        if (a === 0) return this.#push(draft({ text: '{}', operator: 'object' }))
        this.#take(2 * a)
        return this.#push(named('{ accumulator, current }', index))
      case op.OP_ATTRIBUTE_ABSENT:
        return this.#push(call('missing', [literal(program.string(b))]))
      case op.OP_MISSING: {
        const names = this.#list(a)
        this.#pop()
        return this.#push(call('missing', names))
      }
      case op.OP_MISSING_SOME: {
        const [, need, names] = this.#take(3)
        return this.#push(call('missing_some', [need!, names!]))
      }
      case op.OP_ENOUGH: {
        const [need, missing] = this.#take(2)
        const names = missing!.operands.map(({ source }) => {
          return source.kind === 'constant' ? source.value : null
        })
        return this.#push(call('missing_some', [need!, literal(names)]))
      }
    }
    // Jumps and the end of the program compute nothing.
  }

  #attribute(attribute: number): Expression {
    const text = this.#expressions.attribute(attribute)
    return draft({ text, operator: 'var', source: { kind: 'attribute', attribute } })
  }

  #set(offset: number): Expression {
    const size = this.#program.setSize(offset)
    return draft({ text: `a set of ${size.toLocaleString('en')}`, operator: 'set' })
  }

  #unary(operator: string, prefix: string): void {
    const operand = this.#pop()
    const text = `${prefix}${bracketed(operand)}`
    this.#push(draft({ text, operator, operands: [operand], infix: true }))
  }

  #binary(operator: string, word: string, left: Expression, right: Expression): void {
    this.#push(draft({ ...infix(word, [left, right]), operator }))
  }

  #affix(isHead: boolean, value: Expression, affix: Expression): void {
    const [operator, word] = isHead
      ? ['starts_with', ' starts with ']
      : ['ends_with', ' ends with ']
    this.#binary(operator!, word!, value, affix)
  }

  /** `a < b < c` is a chain: the part before the last operand stands on the stack as an expression of its own. */
  #compare(operator: string): void {
    const [left, right] = this.#take(2) as [Expression, Expression]
    const isChain = left.source === CHAINED
    const operands = isChain ? [...left.operands, right] : [left, right]
    this.#push(draft({ ...infix(` ${operator} `, operands), operator, source: CHAINED }))
  }

  #arithmetic(operator: string, operands: Expression[]): void {
    const isCall = operator === 'min' || operator === 'max' || operands.length < 2
    if (isCall) return this.#push(call(operator, operands))
    this.#push(draft({ ...infix(` ${operator} `, operands), operator }))
  }
}

/** An attribute that `missing` asks for, and not an operand that is a `missing` of its own. */
function isAbsent({ operator, source }: Expression): boolean {
  return operator === 'missing' && source.kind === 'none'
}

/** What stands at a place of the stack, in a loop around the part. */
function localName(program: Program, part: Part, place: number): string {
  for (let around: Part | undefined = part; around !== undefined; around = around.parent) {
    const loop = program.loopOf(around)
    // Its frame (assembly/shared/opcodes.ts) starts two below where ITERATE stands.
    if (loop === undefined) continue
    if (place === loop.depth - 1) return 'accumulator'
    if (place === loop.depth + 1) return loop.a >= op.ITERATE_REDUCE ? 'current' : 'item'
  }
  return 'item'
}
