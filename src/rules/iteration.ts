// `map filter all some none reduce`: loops over an array. In the body, variables refer to the item alone.
import {
  ITERATE_ALL,
  ITERATE_FILTER,
  ITERATE_MAP,
  ITERATE_NONE,
  ITERATE_REDUCE,
  ITERATE_REDUCE_FIRST,
  ITERATE_SOME,
} from '../../assembly/shared/opcodes.ts'
import type { JsonValue, Path } from '../config/types.ts'
import { operandsOf } from './operands.ts'
import type { TargetingCompiler } from './targeting.ts'

const KINDS = new Map([
  ['map', ITERATE_MAP],
  ['filter', ITERATE_FILTER],
  ['all', ITERATE_ALL],
  ['some', ITERATE_SOME],
  ['none', ITERATE_NONE],
])

export function isIteration(operator: string): boolean {
  return operator === 'reduce' || KINDS.has(operator)
}

export function pushIteration(
  compiler: TargetingCompiler,
  operator: string,
  argument: JsonValue,
  path: Path,
): void {
  const isReduce = operator === 'reduce'
  const [items, body, initial] = operandsOf(argument, path, 2, isReduce ? 3 : 2)
  const { assembler } = compiler
  const kind =
    KINDS.get(operator) ?? (initial === undefined ? ITERATE_REDUCE_FIRST : ITERATE_REDUCE)
  // The body may look into the items, and into what the result starts with.
  compiler.pushDeep(items!, [...path, 0])
  if (initial === undefined) compiler.pushConstant(null)
  else compiler.pushDeep(initial, [...path, 2])
  const loop = assembler.startLoop(kind)
  const scope = compiler.scope
  compiler.scope = isReduce
    ? { kind: 'reduce', item: loop.item, accumulator: loop.result }
    : { kind: 'item', item: loop.item }
  compiler.push(body!, [...path, 1])
  compiler.scope = scope
  assembler.endLoop(loop)
}
