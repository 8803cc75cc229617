// Compiles one flag's targeting (JsonLogic with flagd's operators) to a program. Each `#push…` leaves exactly one
// value on the stack; the tail of a rule ends the program itself, so that the usual `if` chain with variant names in
// its branches never builds a value only to look its name up.
import {
  OP_AND,
  OP_ATTRIBUTE_ENDS_WITH,
  OP_ATTRIBUTE_EQUALS,
  OP_ATTRIBUTE_IN,
  OP_ATTRIBUTE_STARTS_WITH,
  OP_COALESCE,
  OP_COMPARE,
  OP_COMPARE_CHAIN,
  OP_ENDS_WITH,
  OP_IN,
  OP_IN_CONSTANT,
  OP_JUMP,
  OP_JUMP_IF_FALSE,
  OP_MAKE_ARRAY,
  OP_NOT,
  OP_OR,
  OP_PUSH_ATTRIBUTE,
  OP_PUSH_CONSTANT,
  OP_RETURN,
  OP_RETURN_DEFAULT,
  OP_RETURN_VARIANT,
  OP_SEM_VER,
  OP_STARTS_WITH,
  OP_TRUTHY,
} from '../../assembly/shared/opcodes.ts'
import { REACH_TAIL, REACH_WHOLE } from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Path } from '../config/types.ts'
import { isObject } from '../config/types.ts'
import type { Problem } from '../problems.ts'
import type { Label } from './assembler.ts'
import { Assembler } from './assembler.ts'
import type { AttributeTable } from './attributes.ts'
import { compileFractional, compileFractionalTail } from './fractional.ts'
import { COMPARE_NAMES, SEM_VER_NAMES } from './instructions.ts'
import { splitPath } from './path.ts'
import type { DataPool, Hasher } from './pool.ts'
import { headReach, unionOfReaches } from './reach.ts'
import { RuleError } from './rule-error.ts'

/** What the flags of one ruleset share. */
export interface RulesetParts {
  readonly pool: DataPool
  readonly attributes: AttributeTable
  readonly hasher: Hasher
}

/** Operators of JsonLogic that flagd's schema knows and this version does not compile yet. */
const UNSUPPORTED = new Set(
  'missing missing_some min max + - * / % cat substr merge map filter reduce all none some log'.split(
    ' ',
  ),
)

export function isLiteral(node: JsonValue): boolean {
  return typeof node !== 'object' || node === null
}

export class TargetingCompiler {
  readonly assembler = new Assembler()
  readonly parts: RulesetParts
  readonly flagKey: string
  /** Attributes that the program reads, each with its reach (assembly/shared/ruleset.ts). */
  readonly reads = new Map<number, number>()
  readonly warnings: Problem[] = []
  readonly #variants: readonly string[]

  constructor(parts: RulesetParts, flagKey: string, variants: readonly string[]) {
    this.parts = parts
    this.flagKey = flagKey
    this.#variants = variants
  }

  /** Compiles a rule in the place where its value ends the evaluation. */
  compileTail(node: JsonValue, path: Path): void {
    if (isLiteral(node)) return this.#returnLiteral(node, path)
    const rule = this.#rule(node, path)
    if (rule?.operator === 'if' && Array.isArray(rule.argument) && rule.argument.length > 1) {
      return this.#compileTailIf(rule.argument, [...path, 'if'])
    }
    if (rule?.operator === 'fractional') {
      if (compileFractionalTail(this, rule.argument, [...path, 'fractional'])) return
    }
    this.push(node, path)
    this.assembler.emit(OP_RETURN, 0, 0, 1, 0)
  }

  /** Number of the variant that a literal names; -1 if it names none. */
  variantIndex(value: JsonValue): number {
    return value === null || !isLiteral(value) ? -1 : this.#variants.indexOf(String(value))
  }

  #compileTailIf(branches: readonly JsonValue[], path: Path): void {
    let index = 0
    for (; index + 1 < branches.length; index += 2) {
      const otherwise = this.assembler.newLabel()
      this.#jumpUnless(branches[index]!, [...path, index], otherwise)
      this.compileTail(branches[index + 1]!, [...path, index + 1])
      this.assembler.place(otherwise)
      // Control gets here by jumps only; without any (never) the depth is that of the start.
      this.assembler.resume(0)
    }
    if (index < branches.length) this.compileTail(branches[index]!, [...path, index])
    else this.assembler.emit(OP_RETURN_DEFAULT, 0, 0, 0, 0)
  }

  #returnLiteral(value: JsonValue, path: Path): void {
    if (value === null) return this.assembler.emit(OP_RETURN_DEFAULT, 0, 0, 0, 0)
    const name = String(value)
    const variant = this.variantIndex(value)
    if (variant >= 0) return this.assembler.emit(OP_RETURN_VARIANT, variant, 0, 0, 0)
    this.warnings.push({
      severity: 'warning',
      code: 'VARIANT_UNKNOWN',
      message: `the rule yields '${name}', which is no variant of the flag: the evaluation then ends with GENERAL`,
      path,
      expected: `one of ${this.#variants.join(', ')}`,
      found: name,
    })
    this.pushConstant(value)
    this.assembler.emit(OP_RETURN, 0, 0, 1, 0)
  }

  /** Jumps to `otherwise` if the condition is falsy. The parts of an `and` jump there themselves. */
  #jumpUnless(node: JsonValue, path: Path, otherwise: Label): void {
    const rule = isLiteral(node) ? undefined : this.#rule(node, path)
    if (rule?.operator === 'and' && Array.isArray(rule.argument) && rule.argument.length > 0) {
      rule.argument.forEach((part, index) => {
        this.#jumpUnless(part, [...path, 'and', index], otherwise)
      })
      return
    }
    this.push(node, path)
    this.assembler.jump(OP_JUMP_IF_FALSE, otherwise)
  }

  /** Pushes the node's value. */
  push(node: JsonValue, path: Path): void {
    if (isLiteral(node)) return this.pushConstant(node)
    if (Array.isArray(node)) return this.#pushArray(node, path)
    const rule = this.#rule(node, path)
    // `{}` is a value of its own that is falsy and equals nothing, as the empty array is.
    if (rule === undefined) this.assembler.emit(OP_MAKE_ARRAY, 0, 0, 0, 1)
    else this.#pushRule(rule.operator, rule.argument, [...path, rule.operator])
  }

  pushConstant(value: JsonValue): void {
    this.assembler.emit(OP_PUSH_CONSTANT, 0, this.parts.pool.constant(value), 0, 1)
  }

  pushAttribute(segments: readonly string[]): void {
    this.assembler.emit(OP_PUSH_ATTRIBUTE, this.#attribute(segments), 0, 0, 1)
  }

  #attribute(segments: readonly string[]): number {
    return this.#read(this.parts.attributes.index(segments), REACH_WHOLE)
  }

  /** Notes that the program reads so much of the attribute, if it is a string. */
  #read(attribute: number, reach: number): number {
    const before = this.reads.get(attribute) ?? reach
    this.reads.set(attribute, unionOfReaches(before, reach))
    return attribute
  }

  /** The one operator of a rule; undefined for `{}`. */
  #rule(node: JsonValue, path: Path): { operator: string; argument: JsonValue } | undefined {
    if (!isObject(node)) return undefined
    const operators = Object.keys(node)
    if (operators.length === 0) return undefined
    if (operators.length > 1) {
      const found = operators.join(', ')
      throw new RuleError('RULE_INVALID', 'a rule has one operator', path, 'one operator', found)
    }
    const operator = operators[0]!
    return { operator, argument: node[operator]! }
  }

  #pushArray(nodes: readonly JsonValue[], path: Path): void {
    nodes.forEach((node, index) => {
      this.push(node, [...path, index])
    })
    this.assembler.emit(OP_MAKE_ARRAY, nodes.length, 0, nodes.length, 1)
  }

  #pushRule(operator: string, argument: JsonValue, path: Path): void {
    const relation = COMPARE_NAMES.indexOf(operator)
    if (relation >= 0) return this.#pushComparison(relation, this.#list(argument, path, 2), path)
    switch (operator) {
      case 'var':
        return this.#pushVariable(argument, path)
      case '!':
        return this.#pushUnary(OP_NOT, argument, path)
      case '!!':
        return this.#pushUnary(OP_TRUTHY, argument, path)
      case 'and':
        return this.#pushConnective(OP_AND, this.#list(argument, path, 0), path)
      case 'or':
        return this.#pushConnective(OP_OR, this.#list(argument, path, 0), path)
      case 'if':
        return this.#pushIf(this.#list(argument, path, 0), path)
      case 'in':
        return this.#pushIn(this.#list(argument, path, 2), path)
      case 'starts_with':
        return this.#pushAffix(OP_STARTS_WITH, OP_ATTRIBUTE_STARTS_WITH, argument, path)
      case 'ends_with':
        return this.#pushAffix(OP_ENDS_WITH, OP_ATTRIBUTE_ENDS_WITH, argument, path)
      case 'sem_ver':
        return this.#pushSemVer(argument, path)
      case 'fractional':
        return compileFractional(this, argument, path)
    }
    if (UNSUPPORTED.has(operator)) {
      const message = `operator '${operator}' is not supported by this version`
      throw new RuleError('OPERATOR_UNSUPPORTED', message, path)
    }
    throw new RuleError('OPERATOR_UNKNOWN', `unknown operator '${operator}'`, path)
  }

  #list(argument: JsonValue, path: Path, least: number): readonly JsonValue[] {
    if (Array.isArray(argument) && argument.length >= least) return argument
    const found = Array.isArray(argument) ? `${argument.length} operands` : 'no array'
    const expected = `an array of at least ${least} operands`
    throw new RuleError('RULE_INVALID', 'the operator needs its operands', path, expected, found)
  }

  #pushVariable(argument: JsonValue, path: Path): void {
    const [name = '', fallback = null] = Array.isArray(argument) ? argument : [argument]
    if (name !== null && typeof name !== 'string' && typeof name !== 'number') {
      const message = 'the name of a variable must be written out'
      throw new RuleError('RULE_INVALID', message, path, 'a string', typeof name)
    }
    const segments = splitPath(name === null ? '' : String(name))
    if (segments[0] === '$flagd' && segments[1] !== 'timestamp') {
      return this.pushConstant(
        segments[1] === 'flagKey' && segments.length === 2 ? this.flagKey : null,
      )
    }
    this.pushAttribute(segments)
    if (fallback === null) return
    const done = this.assembler.newLabel()
    this.assembler.jump(OP_COALESCE, done)
    this.push(fallback, [...path, 1])
    this.assembler.place(done)
  }

  /** The attribute that the node reads, if it is nothing but a plain `var`. */
  #plainAttribute(node: JsonValue): number | undefined {
    if (!isObject(node) || Object.keys(node).length !== 1) return undefined
    const name = Array.isArray(node.var) && node.var.length === 1 ? node.var[0] : node.var
    if (typeof name !== 'string') return undefined
    const segments = splitPath(name)
    return segments[0] === '$flagd' ? undefined : this.parts.attributes.index(segments)
  }

  #pushUnary(opcode: number, argument: JsonValue, path: Path): void {
    if (Array.isArray(argument)) this.push(argument[0] ?? null, [...path, 0])
    else this.push(argument, path)
    this.assembler.emit(opcode, 0, 0, 1, 1)
  }

  #pushConnective(
    opcode: typeof OP_AND | typeof OP_OR,
    parts: readonly JsonValue[],
    path: Path,
  ): void {
    if (parts.length === 0) return this.pushConstant(null)
    const done = this.assembler.newLabel()
    parts.forEach((part, index) => {
      this.push(part, [...path, index])
      if (index < parts.length - 1) this.assembler.jump(opcode, done)
    })
    this.assembler.place(done)
  }

  #pushIf(branches: readonly JsonValue[], path: Path): void {
    if (branches.length === 1) return this.push(branches[0]!, [...path, 0])
    const depth = this.assembler.depth
    const done = this.assembler.newLabel()
    let index = 0
    for (; index + 1 < branches.length; index += 2) {
      const otherwise = this.assembler.newLabel()
      this.#jumpUnless(branches[index]!, [...path, index], otherwise)
      this.push(branches[index + 1]!, [...path, index + 1])
      this.assembler.jump(OP_JUMP, done)
      this.assembler.place(otherwise)
      this.assembler.resume(depth)
    }
    if (index < branches.length) this.push(branches[index]!, [...path, index])
    else this.pushConstant(null)
    this.assembler.place(done)
    this.assembler.resume(depth + 1)
  }

  #pushComparison(relation: number, operands: readonly JsonValue[], path: Path): void {
    if (relation === 0 && operands.length === 2) {
      const [left, right] = operands as [JsonValue, JsonValue]
      const attribute = typeof right === 'string' ? this.#plainAttribute(left) : undefined
      if (attribute !== undefined && typeof right === 'string') {
        const text = this.parts.pool.string(right)
        // One unit more than the literal has: enough to see that it is not the literal.
        this.#read(attribute, headReach(right.length + 1))
        return this.assembler.emit(OP_ATTRIBUTE_EQUALS, attribute, text, 0, 1)
      }
    }
    const done = this.assembler.newLabel()
    operands.forEach((operand, index) => {
      this.push(operand, [...path, index])
      if (index === 0) return
      if (index < operands.length - 1) this.assembler.jump(OP_COMPARE_CHAIN, done, relation)
      else this.assembler.emit(OP_COMPARE, relation, 0, 2, 1)
    })
    this.assembler.place(done)
  }

  #pushIn(operands: readonly JsonValue[], path: Path): void {
    const [item, container] = operands as [JsonValue, JsonValue]
    if (Array.isArray(container) && container.every(isLiteral)) {
      const array = this.parts.pool.array(container)
      const attribute = this.#plainAttribute(item)
      if (attribute !== undefined) {
        const lengths = container.map(value => (typeof value === 'string' ? value.length : 0))
        const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
        this.#read(attribute, headReach(longest + 1))
        return this.assembler.emit(OP_ATTRIBUTE_IN, attribute, array, 0, 1)
      }
      this.push(item, [...path, 0])
      return this.assembler.emit(OP_IN_CONSTANT, 0, array, 1, 1)
    }
    this.push(item, [...path, 0])
    this.push(container, [...path, 1])
    this.assembler.emit(OP_IN, 0, 0, 2, 1)
  }

  #pushAffix(opcode: number, fused: number, argument: JsonValue, path: Path): void {
    // flagd answers null, and so the default variant, for a wrong number of operands.
    if (!Array.isArray(argument) || argument.length !== 2) return this.pushConstant(null)
    const [value, affix] = argument as [JsonValue, JsonValue]
    const attribute = typeof affix === 'string' ? this.#plainAttribute(value) : undefined
    if (attribute !== undefined && typeof affix === 'string') {
      const head = headReach(affix.length)
      const tail = head === REACH_WHOLE ? REACH_WHOLE : head | REACH_TAIL
      this.#read(attribute, fused === OP_ATTRIBUTE_STARTS_WITH ? head : tail)
      return this.assembler.emit(fused, attribute, this.parts.pool.string(affix), 0, 1)
    }
    this.push(value, [...path, 0])
    this.push(affix, [...path, 1])
    this.assembler.emit(opcode, 0, 0, 2, 1)
  }

  #pushSemVer(argument: JsonValue, path: Path): void {
    if (!Array.isArray(argument) || argument.length !== 3) return this.pushConstant(null)
    const [left, relation, right] = argument as [JsonValue, JsonValue, JsonValue]
    if (!isLiteral(relation)) {
      const message = 'the relation of a sem_ver must be written out'
      throw new RuleError(
        'RULE_INVALID',
        message,
        [...path, 1],
        `one of ${SEM_VER_NAMES.join(' ')}`,
      )
    }
    const code = SEM_VER_NAMES.indexOf(String(relation))
    if (code < 0) return this.pushConstant(null)
    this.push(left, [...path, 0])
    this.push(right, [...path, 2])
    this.assembler.emit(OP_SEM_VER, code, 0, 2, 1)
  }
}
