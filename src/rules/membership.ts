// `in`, `starts_with` and `ends_with`, with the short forms for what most rules have: an attribute on the left, literals
// on the right.
import {
  OP_ATTRIBUTE_ENDS_WITH,
  OP_ATTRIBUTE_IN,
  OP_ATTRIBUTE_IN_SET,
  OP_ATTRIBUTE_STARTS_WITH,
  OP_ENDS_WITH,
  OP_IN,
  OP_IN_CONSTANT,
  OP_IN_SET,
  OP_STARTS_WITH,
} from '../../assembly/shared/opcodes.ts'
import { REACH_WHOLE } from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Path } from '../config/types.ts'
import { isObject } from '../config/types.ts'
import { isLiteralArray, operandsOf } from './operands.ts'
import { headReach, tailReach } from './reach.ts'
import { RuleError } from './rule-error.ts'
import type { TargetingCompiler } from './targeting.ts'
import { plainAttribute } from './variables.ts'

/** A longer list of texts becomes a set: comparing with 16 texts costs what one hash does. */
const LIST_MAX = 16

/** The name of the set that the node refers to; undefined if it is something else. */
function setName(node: JsonValue, path: Path): string | undefined {
  if (!isObject(node) || Object.keys(node).length !== 1 || !('set' in node)) return undefined
  if (typeof node.set === 'string') return node.set
  const message = 'the name of a set must be written out'
  throw new RuleError('RULE_INVALID', message, [...path, 'set'], 'a string', typeof node.set)
}

function pushInSet(
  compiler: TargetingCompiler,
  item: JsonValue,
  offset: number,
  reach: number,
  path: Path,
): void {
  const { assembler } = compiler
  const attribute = plainAttribute(compiler, item)
  if (attribute !== undefined) {
    compiler.read(attribute, reach)
    return assembler.emit(OP_ATTRIBUTE_IN_SET, attribute, offset, 0, 1)
  }
  compiler.push(item, [...path, 0])
  assembler.emit(OP_IN_SET, 0, offset, 1, 1)
}

export function pushIn(compiler: TargetingCompiler, argument: JsonValue, path: Path): void {
  const [item, container] = operandsOf(argument, path, 2) as [JsonValue, JsonValue]
  const { assembler, parts } = compiler
  const name = setName(container, [...path, 1])
  if (name !== undefined) {
    const offset = parts.sets.named(name, [...path, 1, 'set'])
    return pushInSet(compiler, item, offset, REACH_WHOLE, path)
  }
  if (!isLiteralArray(container)) {
    compiler.push(item, [...path, 0])
    compiler.push(container, [...path, 1])
    return assembler.emit(OP_IN, 0, 0, 2, 1)
  }
  const lengths = container.map(value => (typeof value === 'string' ? value.length : 0))
  // One unit more than the longest literal has: enough to see that it is none of them.
  const reach = headReach(lengths.reduce((most, length) => Math.max(most, length), 0) + 1)
  if (container.length > LIST_MAX && container.every(value => typeof value === 'string')) {
    return pushInSet(compiler, item, parts.sets.ofTexts(container as string[]), reach, path)
  }
  const array = parts.pool.array(container)
  const attribute = plainAttribute(compiler, item)
  if (attribute !== undefined) {
    compiler.read(attribute, reach)
    return assembler.emit(OP_ATTRIBUTE_IN, attribute, array, 0, 1)
  }
  compiler.push(item, [...path, 0])
  assembler.emit(OP_IN_CONSTANT, 0, array, 1, 1)
}

export function pushAffix(
  compiler: TargetingCompiler,
  operator: 'starts_with' | 'ends_with',
  argument: JsonValue,
  path: Path,
): void {
  // flagd answers null, and so the default variant, for a wrong number of operands.
  if (!Array.isArray(argument) || argument.length !== 2) return compiler.pushConstant(null)
  const [value, affix] = argument as [JsonValue, JsonValue]
  const isHead = operator === 'starts_with'
  const attribute = typeof affix === 'string' ? plainAttribute(compiler, value) : undefined
  if (attribute !== undefined && typeof affix === 'string') {
    const { assembler, parts } = compiler
    compiler.read(attribute, isHead ? headReach(affix.length) : tailReach(affix.length))
    const opcode = isHead ? OP_ATTRIBUTE_STARTS_WITH : OP_ATTRIBUTE_ENDS_WITH
    return assembler.emit(opcode, attribute, parts.pool.string(affix), 0, 1)
  }
  compiler.push(value, [...path, 0])
  compiler.push(affix, [...path, 1])
  compiler.assembler.emit(isHead ? OP_STARTS_WITH : OP_ENDS_WITH, 0, 0, 2, 1)
}
