// Compiles one flag's targeting (JsonLogic with flagd's operators) to a program. Each `push…` leaves exactly one value
// on the stack; the tail of a rule ends the program itself, so that the usual `if` chain with variant names in its
// branches never builds a value only to look its name up.
import {
  OP_JUMP_IF_FALSE,
  OP_MAKE_ARRAY,
  OP_MAKE_OBJECT,
  OP_PUSH_ARRAY,
  OP_PUSH_CONSTANT,
  OP_RETURN,
  OP_RETURN_DEFAULT,
  OP_RETURN_VARIANT,
} from '../../assembly/shared/opcodes.ts'
import { REACH_DEEP, REACH_WHOLE } from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Path } from '../config/types.ts'
import type { Problem } from '../problems.ts'
import type { Label } from './assembler.ts'
import { Assembler } from './assembler.ts'
import type { AttributeTable } from './attributes.ts'
import { compileFractionalTail } from './fractional.ts'
import { isLiteral, isLiteralArray, ruleOf } from './operands.ts'
import { pushOperator } from './operators.ts'
import type { DataPool, Hasher } from './pool.ts'
import { unionOfReaches } from './reach.ts'
import type { SetTable } from './sets.ts'
import type { Scope } from './variables.ts'
import { CONTEXT, pushAttribute } from './variables.ts'

/** What the flags of one ruleset share. */
export interface RulesetParts {
  readonly pool: DataPool
  readonly attributes: AttributeTable
  readonly sets: SetTable
  readonly hasher: Hasher
  /** Which generation of flagd's `fractional` the flags use. */
  readonly fractionalVersion: 1 | 2 | 3
}

export class TargetingCompiler {
  readonly assembler = new Assembler()
  readonly parts: RulesetParts
  readonly flagKey: string
  /** Attributes that the program reads, each with its reach (assembly/shared/ruleset.ts). */
  readonly reads = new Map<number, number>()
  readonly warnings: Problem[] = []
  /** What variables refer to where the compiler is. */
  scope: Scope = CONTEXT
  readonly #variants: readonly string[]
  /** Above 0 where the rule may look into what it reads. */
  #deep = 0

  constructor(parts: RulesetParts, flagKey: string, variants: readonly string[]) {
    this.parts = parts
    this.flagKey = flagKey
    this.#variants = variants
  }

  /** Compiles a rule in the place where its value ends the evaluation. */
  compileTail(node: JsonValue, path: Path): void {
    this.#at(path, () => this.#compileTail(node, path))
  }

  #compileTail(node: JsonValue, path: Path): void {
    if (isLiteral(node)) return this.#returnLiteral(node, path)
    const rule = ruleOf(node, path)
    const argument = rule?.argument
    const isIf = rule?.operator === 'if' || rule?.operator === '?:'
    if (isIf && Array.isArray(argument) && argument.length > 1) {
      return this.#compileTailIf(argument, [...path, rule.operator])
    }
    if (rule?.operator === 'fractional') {
      if (compileFractionalTail(this, rule.argument, [...path, 'fractional'])) return
    }
    this.#push(node, path)
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
      this.jumpUnless(branches[index]!, [...path, index], otherwise)
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
    this.warn({
      code: 'VARIANT_UNKNOWN',
      message: `the rule yields '${name}', which is no variant of the flag: the evaluation then ends with GENERAL`,
      path,
      expected: `one of ${this.#variants.join(', ')}`,
      found: name,
    })
    this.pushConstant(value)
    this.assembler.emit(OP_RETURN, 0, 0, 1, 0)
  }

  warn(problem: Omit<Problem, 'severity'>): void {
    this.warnings.push({ severity: 'warning', ...problem })
  }

  /** Jumps to `otherwise` if the condition is falsy. The parts of an `and` jump there themselves. */
  jumpUnless(node: JsonValue, path: Path, otherwise: Label): void {
    const rule = ruleOf(node, path)
    if (rule?.operator === 'and' && Array.isArray(rule.argument) && rule.argument.length > 0) {
      rule.argument.forEach((part, index) => {
        this.jumpUnless(part, [...path, 'and', index], otherwise)
      })
      return
    }
    this.#at(path, () => {
      this.#push(node, path)
      this.assembler.jump(OP_JUMP_IF_FALSE, otherwise)
    })
  }

  /** Pushes the node's value. */
  push(node: JsonValue, path: Path): void {
    this.#at(path, () => this.#push(node, path))
  }

  /** Pushes the node's value, into which the rule may look: objects are read with their properties. */
  pushDeep(node: JsonValue, path: Path): void {
    this.#deep++
    this.push(node, path)
    this.#deep--
  }

  #push(node: JsonValue, path: Path): void {
    if (isLiteral(node)) return this.pushConstant(node)
    if (Array.isArray(node)) return this.#pushArray(node, path)
    const rule = ruleOf(node, path)
    if (rule === undefined) this.assembler.emit(OP_MAKE_OBJECT, 0, 0, 0, 1)
    else pushOperator(this, rule, [...path, rule.operator])
  }

  pushConstant(value: JsonValue): void {
    this.assembler.emit(OP_PUSH_CONSTANT, 0, this.parts.pool.constant(value), 0, 1)
  }

  pushAttribute(segments: readonly string[], reach = REACH_WHOLE): void {
    pushAttribute(this, segments, reach)
  }

  /** Notes that the program reads so much of the attribute. */
  read(attribute: number, reach: number): number {
    const needed = this.#deep > 0 ? REACH_DEEP : reach
    const before = this.reads.get(attribute) ?? needed
    this.reads.set(attribute, unionOfReaches(before, needed))
    return attribute
  }

  #pushArray(nodes: readonly JsonValue[], path: Path): void {
    if (isLiteralArray(nodes as JsonValue) && nodes.length > 0) {
      const array = this.parts.pool.array(nodes)
      return this.assembler.emit(OP_PUSH_ARRAY, 0, array, 0, 1)
    }
    nodes.forEach((node, index) => {
      this.push(node, [...path, index])
    })
    this.assembler.emit(OP_MAKE_ARRAY, nodes.length, 0, nodes.length, 1)
  }

  /** What is compiled meanwhile is of that part of the rule. */
  #at(path: Path, compile: () => void): void {
    const outer = this.assembler.path
    this.assembler.path = path
    compile()
    this.assembler.path = outer
  }
}
