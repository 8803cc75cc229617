// `var`, `missing` and `missing_some`. At the top of a rule a variable is an attribute of the context, which the host
// looks up and encodes; inside a loop it is the loop's item, or of a `reduce` its `current` and `accumulator`, on which
// the evaluator follows the path.
import {
  OP_ATTRIBUTE_ABSENT,
  OP_COALESCE,
  OP_ENOUGH,
  OP_GET,
  OP_GET_COMPUTED,
  OP_MAKE_OBJECT,
  OP_MERGE,
  OP_MISSING,
  OP_MISSING_SOME,
  OP_PUSH_ATTRIBUTE,
  OP_PUSH_LOCAL,
  SPREAD,
} from '../../assembly/shared/opcodes.ts'
import { REACH_DEEP } from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Path } from '../config/types.ts'
import { isObject } from '../config/types.ts'
import { isLiteral, listOf, operandsOf } from './operands.ts'
import { splitPath } from './path.ts'
import { headReach } from './reach.ts'
import type { TargetingCompiler } from './targeting.ts'

/** What variables refer to: the context, or places of the stack. */
export type Scope =
  | { readonly kind: 'context' }
  | { readonly kind: 'item'; readonly item: number }
  | { readonly kind: 'reduce'; readonly item: number; readonly accumulator: number }

export const CONTEXT: Scope = { kind: 'context' }

/** Pushes the whole of what variables refer to, to be looked into. */
function pushScope(compiler: TargetingCompiler): void {
  const { assembler, scope } = compiler
  if (scope.kind === 'context') return compiler.pushAttribute([], REACH_DEEP)
  if (scope.kind === 'item') return assembler.emit(OP_PUSH_LOCAL, scope.item, 0, 0, 1)
  compiler.pushConstant('accumulator')
  assembler.emit(OP_PUSH_LOCAL, scope.accumulator, 0, 0, 1)
  compiler.pushConstant('current')
  assembler.emit(OP_PUSH_LOCAL, scope.item, 0, 0, 1)
  assembler.emit(OP_MAKE_OBJECT, 2, 0, 4, 1)
}

/** Pushes what the path leads to from a place of the stack. */
function pushLocal(compiler: TargetingCompiler, place: number, segments: readonly string[]): void {
  const { assembler, parts } = compiler
  assembler.emit(OP_PUSH_LOCAL, place, 0, 0, 1)
  if (segments.length > 0) assembler.emit(OP_GET, 0, parts.pool.array(segments), 1, 1)
}

function pushPath(compiler: TargetingCompiler, segments: readonly string[]): void {
  const { scope } = compiler
  const [first, ...rest] = segments
  if (scope.kind === 'item') return pushLocal(compiler, scope.item, segments)
  if (scope.kind === 'reduce') {
    if (first === undefined) return pushScope(compiler)
    if (first === 'current') return pushLocal(compiler, scope.item, rest)
    if (first === 'accumulator') return pushLocal(compiler, scope.accumulator, rest)
    return compiler.pushConstant(null)
  }
  if (first === '$flagd' && segments[1] !== 'timestamp') {
    const isKey = segments[1] === 'flagKey' && segments.length === 2
    return compiler.pushConstant(isKey ? compiler.flagKey : null)
  }
  // The whole context may be looked into by whatever comes next.
  compiler.pushAttribute(segments, segments.length === 0 ? REACH_DEEP : undefined)
}

export function pushVariable(compiler: TargetingCompiler, argument: JsonValue, path: Path): void {
  const [name = '', fallback = null] = listOf(argument)
  if (isLiteral(name)) {
    const segments = splitPath(name === null ? '' : String(name))
    pushPath(compiler, segments)
    // The whole is what it is, null too.
    if (segments.length === 0) return
  } else {
    pushScope(compiler)
    compiler.push(name, Array.isArray(argument) ? [...path, 0] : path)
    compiler.assembler.emit(OP_GET_COMPUTED, 0, 0, 2, 1)
  }
  if (fallback === null) return
  const done = compiler.assembler.newLabel()
  compiler.assembler.jump(OP_COALESCE, done)
  compiler.push(fallback, [...path, 1])
  compiler.assembler.place(done)
}

/** The attribute that the node reads, if it is nothing but a plain `var` of the context. */
export function plainAttribute(compiler: TargetingCompiler, node: JsonValue): number | undefined {
  if (compiler.scope.kind !== 'context') return undefined
  if (!isObject(node) || Object.keys(node).length !== 1) return undefined
  const name = Array.isArray(node.var) && node.var.length === 1 ? node.var[0] : node.var
  if (typeof name !== 'string') return undefined
  if (name === '' || name.startsWith('$flagd')) return undefined
  return compiler.parts.attributes.indexOfDotted(name)
}

/**
 * Whether all are names that the host can look up. It finds what JavaScript finds, the length of an empty text too, where
 * `missing` sees nothing in what is falsy.
 */
function areNames(nodes: readonly JsonValue[]): nodes is readonly string[] {
  return nodes.every(node => {
    return typeof node === 'string' && node !== '' && !/^\$flagd|\.length$/.test(node)
  })
}

/** Pushes the array of those names that the context lacks. Only whether they are there is read. */
function pushAbsent(compiler: TargetingCompiler, names: readonly string[]): void {
  const { assembler, parts } = compiler
  for (const name of names) {
    const attribute = compiler.read(parts.attributes.index(splitPath(name)), headReach(1))
    assembler.emit(OP_ATTRIBUTE_ABSENT, attribute, parts.pool.string(name), 0, 1)
  }
  if (names.length !== 1) assembler.emit(OP_MERGE, names.length, 0, names.length, 1)
}

export function pushMissing(compiler: TargetingCompiler, argument: JsonValue, path: Path): void {
  const keys = listOf(argument)
  if (compiler.scope.kind === 'context' && areNames(keys)) return pushAbsent(compiler, keys)
  pushScope(compiler)
  // One operand may turn out to be the list of them, as `merge` gives it.
  if (keys.length === 1) {
    compiler.push(keys[0]!, Array.isArray(argument) ? [...path, 0] : path)
    return compiler.assembler.emit(OP_MISSING, SPREAD, 0, 2, 1)
  }
  keys.forEach((key, index) => {
    compiler.push(key, [...path, index])
  })
  compiler.assembler.emit(OP_MISSING, keys.length, 0, keys.length + 1, 1)
}

export function pushMissingSome(
  compiler: TargetingCompiler,
  argument: JsonValue,
  path: Path,
): void {
  const [need, options] = operandsOf(argument, path, 2, 2) as [JsonValue, JsonValue]
  if (compiler.scope.kind === 'context' && Array.isArray(options) && areNames(options)) {
    compiler.push(need, [...path, 0])
    pushAbsent(compiler, options)
    return compiler.assembler.emit(OP_ENOUGH, options.length, 0, 2, 1)
  }
  pushScope(compiler)
  compiler.push(need, [...path, 0])
  compiler.push(options, [...path, 1])
  compiler.assembler.emit(OP_MISSING_SOME, 0, 0, 3, 1)
}

/** Pushes an attribute of the context, at most so much of it. */
export function pushAttribute(
  compiler: TargetingCompiler,
  segments: readonly string[],
  reach: number,
): void {
  const attribute = compiler.read(compiler.parts.attributes.index(segments), reach)
  compiler.assembler.emit(OP_PUSH_ATTRIBUTE, attribute, 0, 0, 1)
}
