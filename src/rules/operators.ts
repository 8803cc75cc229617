// One entry for each operator: how its operands get on the stack, and which instruction takes them from there.
import {
  ARITHMETIC_ADD,
  ARITHMETIC_DIVIDE,
  ARITHMETIC_MAX,
  ARITHMETIC_MIN,
  ARITHMETIC_MULTIPLY,
  ARITHMETIC_REMAINDER,
  ARITHMETIC_SUBTRACT,
  OP_AND,
  OP_ARITHMETIC,
  OP_ATTRIBUTE_EQUALS,
  OP_CAT,
  OP_COMPARE,
  OP_COMPARE_CHAIN,
  OP_JUMP,
  OP_MERGE,
  OP_NOT,
  OP_OR,
  OP_SEM_VER,
  OP_SUBSTR,
  OP_TRUTHY,
  SPREAD,
} from '../../assembly/shared/opcodes.ts'
import type { JsonValue, Path } from '../config/types.ts'
import { compileFractional } from './fractional.ts'
import { COMPARE_NAMES, SEM_VER_NAMES } from './instructions.ts'
import { isIteration, pushIteration } from './iteration.ts'
import { pushAffix, pushIn } from './membership.ts'
import type { Rule } from './operands.ts'
import { isLiteral, listOf, operandsOf } from './operands.ts'
import { headReach } from './reach.ts'
import { RuleError } from './rule-error.ts'
import type { TargetingCompiler } from './targeting.ts'
import { plainAttribute, pushMissing, pushMissingSome, pushVariable } from './variables.ts'

const ARITHMETIC = new Map([
  ['+', ARITHMETIC_ADD],
  ['-', ARITHMETIC_SUBTRACT],
  ['*', ARITHMETIC_MULTIPLY],
  ['/', ARITHMETIC_DIVIDE],
  ['%', ARITHMETIC_REMAINDER],
  ['min', ARITHMETIC_MIN],
  ['max', ARITHMETIC_MAX],
])

/**
 * Pushes the value of an operator. `path` leads to its argument.
 * @throws RuleError OPERATOR_UNKNOWN, RULE_INVALID and what the operators throw.
 */
export function pushOperator(compiler: TargetingCompiler, rule: Rule, path: Path): void {
  const { operator, argument } = rule
  const relation = COMPARE_NAMES.indexOf(operator)
  if (relation >= 0) return pushComparison(compiler, relation, argument, path)
  const arithmetic = ARITHMETIC.get(operator)
  if (arithmetic !== undefined) return pushList(compiler, OP_ARITHMETIC, arithmetic, argument, path)
  if (isIteration(operator)) return pushIteration(compiler, operator, argument, path)
  switch (operator) {
    case 'var':
      return pushVariable(compiler, argument, path)
    case 'missing':
      return pushMissing(compiler, argument, path)
    case 'missing_some':
      return pushMissingSome(compiler, argument, path)
    case '!':
      return pushUnary(compiler, OP_NOT, argument, path)
    case '!!':
      return pushUnary(compiler, OP_TRUTHY, argument, path)
    case 'and':
      return pushConnective(compiler, OP_AND, operandsOf(argument, path, 0), path)
    case 'or':
      return pushConnective(compiler, OP_OR, operandsOf(argument, path, 0), path)
    case 'if':
    case '?:':
      return pushIf(compiler, operandsOf(argument, path, 0), path)
    case 'cat':
      return pushList(compiler, OP_CAT, 0, argument, path)
    case 'merge':
      return pushList(compiler, OP_MERGE, 0, argument, path)
    case 'substr':
      return pushSubstring(compiler, operandsOf(argument, path, 2, 3), path)
    case 'in':
      return pushIn(compiler, argument, path)
    case 'starts_with':
    case 'ends_with':
      return pushAffix(compiler, operator, argument, path)
    case 'sem_ver':
      return pushSemVer(compiler, argument, path)
    case 'fractional':
      return compileFractional(compiler, argument, path)
    case 'log':
      return pushLogged(compiler, argument, path)
    case 'set': {
      const message = "a set can only be the second operand of 'in'"
      throw new RuleError('RULE_INVALID', message, path)
    }
  }
  throw new RuleError('OPERATOR_UNKNOWN', `unknown operator '${operator}'`, path)
}

/** An operator of any number of operands; one that is not in an array may turn out to be the array of them. */
function pushList(
  compiler: TargetingCompiler,
  opcode: number,
  operation: number,
  argument: JsonValue,
  path: Path,
): void {
  if (!Array.isArray(argument)) {
    compiler.push(argument, path)
    return compiler.assembler.emit(opcode, SPREAD, operation, 1, 1)
  }
  argument.forEach((operand, index) => {
    compiler.push(operand, [...path, index])
  })
  compiler.assembler.emit(opcode, argument.length, operation, argument.length, 1)
}

function pushUnary(
  compiler: TargetingCompiler,
  opcode: number,
  argument: JsonValue,
  path: Path,
): void {
  if (Array.isArray(argument)) compiler.push(argument[0] ?? null, [...path, 0])
  else compiler.push(argument, path)
  compiler.assembler.emit(opcode, 0, 0, 1, 1)
}

function pushConnective(
  compiler: TargetingCompiler,
  opcode: typeof OP_AND | typeof OP_OR,
  parts: readonly JsonValue[],
  path: Path,
): void {
  if (parts.length === 0) return compiler.pushConstant(null)
  const done = compiler.assembler.newLabel()
  parts.forEach((part, index) => {
    compiler.push(part, [...path, index])
    if (index < parts.length - 1) compiler.assembler.jump(opcode, done)
  })
  compiler.assembler.place(done)
}

function pushIf(compiler: TargetingCompiler, branches: readonly JsonValue[], path: Path): void {
  if (branches.length === 1) return compiler.push(branches[0]!, [...path, 0])
  const { assembler } = compiler
  const depth = assembler.depth
  const done = assembler.newLabel()
  let index = 0
  for (; index + 1 < branches.length; index += 2) {
    const otherwise = assembler.newLabel()
    compiler.jumpUnless(branches[index]!, [...path, index], otherwise)
    compiler.push(branches[index + 1]!, [...path, index + 1])
    assembler.jump(OP_JUMP, done)
    assembler.place(otherwise)
    assembler.resume(depth)
  }
  if (index < branches.length) compiler.push(branches[index]!, [...path, index])
  else compiler.pushConstant(null)
  assembler.place(done)
  assembler.resume(depth + 1)
}

function pushComparison(
  compiler: TargetingCompiler,
  relation: number,
  argument: JsonValue,
  path: Path,
): void {
  const operands = operandsOf(argument, path, 2)
  const { assembler, parts } = compiler
  if (relation === 0 && operands.length === 2) {
    const [left, right] = operands as [JsonValue, JsonValue]
    const attribute = typeof right === 'string' ? plainAttribute(compiler, left) : undefined
    if (attribute !== undefined && typeof right === 'string') {
      // One unit more than the literal has: enough to see that it is not the literal.
      compiler.read(attribute, headReach(right.length + 1))
      return assembler.emit(OP_ATTRIBUTE_EQUALS, attribute, parts.pool.string(right), 0, 1)
    }
  }
  const done = assembler.newLabel()
  operands.forEach((operand, index) => {
    compiler.push(operand, [...path, index])
    if (index === 0) return
    if (index < operands.length - 1) assembler.jump(OP_COMPARE_CHAIN, done, relation)
    else assembler.emit(OP_COMPARE, relation, 0, 2, 1)
  })
  assembler.place(done)
}

function pushSubstring(
  compiler: TargetingCompiler,
  operands: readonly JsonValue[],
  path: Path,
): void {
  operands.forEach((operand, index) => {
    compiler.push(operand, [...path, index])
  })
  compiler.assembler.emit(OP_SUBSTR, operands.length, 0, operands.length, 1)
}

function pushSemVer(compiler: TargetingCompiler, argument: JsonValue, path: Path): void {
  if (!Array.isArray(argument) || argument.length !== 3) return compiler.pushConstant(null)
  const [left, relation, right] = argument as [JsonValue, JsonValue, JsonValue]
  if (!isLiteral(relation)) {
    const message = 'the relation of a sem_ver must be written out'
    const expected = `one of ${SEM_VER_NAMES.join(' ')}`
    throw new RuleError('RULE_INVALID', message, [...path, 1], expected)
  }
  const code = SEM_VER_NAMES.indexOf(String(relation))
  if (code < 0) return compiler.pushConstant(null)
  compiler.push(left, [...path, 0])
  compiler.push(right, [...path, 2])
  compiler.assembler.emit(OP_SEM_VER, code, 0, 2, 1)
}

/** `log` has no log to write to: it is what it is applied to. */
function pushLogged(compiler: TargetingCompiler, argument: JsonValue, path: Path): void {
  compiler.warn({
    code: 'LOG_IGNORED',
    message: "'log' writes nothing here: the rule evaluates as if its operand stood in its place",
    path,
  })
  const [operand = null] = listOf(argument)
  compiler.push(operand, Array.isArray(argument) ? [...path, 0] : path)
}
