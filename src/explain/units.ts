// The unit of a `fractional`: where it came from, what of it was hashed, and its hash by the evaluator's own function.
import {
  OP_ATTRIBUTE_RETURN_FRACTIONAL,
  OP_ENCODE_UNIT,
  OP_ENCODE_UNIT_PAIR,
  OP_FRACTIONAL,
  OP_FRACTIONAL_DYNAMIC,
  OP_FRACTIONAL_DYNAMIC_BY,
  OP_RETURN_FRACTIONAL,
} from '../../assembly/shared/opcodes.ts'
import { TAG_STRING } from '../../assembly/shared/value.ts'
import type { JsonValue } from '../config/types.ts'
import type { Engine } from '../engine/engine.ts'
import type { EncodedContext } from './attributes.ts'
import type { Part } from './parts.ts'
import type { Instruction } from './program.ts'
import type { Expressions } from './reading.ts'
import { unitOf } from './reading.ts'
import type { Trace } from './trace.ts'
import { valueText } from './words.ts'

const PREFIXED = new Set<number>([OP_FRACTIONAL, OP_RETURN_FRACTIONAL, OP_FRACTIONAL_DYNAMIC])

export interface Unit {
  /** What was hashed, before it was encoded. */
  readonly value: JsonValue
  /** Where it came from, in words. */
  readonly text: string
  readonly encoding: 'utf-8' | 'cbor'
  /** Undefined if there was no unit. */
  readonly hash: number | undefined
  /** Why there was none. */
  readonly problem: string | undefined
}

/** A unit as it was given. */
interface Given {
  readonly value: JsonValue | undefined
  /** Address of the word that was hashed. It says nothing if the value is undefined. */
  readonly word: number
  readonly encoding: 'utf-8' | 'cbor'
}

export class UnitReader {
  readonly #engine: Engine
  readonly #trace: Trace
  readonly #expressions: Expressions
  readonly #context: EncodedContext

  constructor(engine: Engine, trace: Trace, expressions: Expressions, context: EncodedContext) {
    this.#engine = engine
    this.#trace = trace
    this.#expressions = expressions
    this.#context = context
  }

  /** The unit of the `fractional` that a step ran. */
  read(step: number, part: Part, instruction: Instruction): Unit {
    const { program } = this.#trace
    const isPrefixed = this.#isPrefixed(instruction)
    const { value, word, encoding } = this.#given(step, instruction)
    const own = this.#ownText(part, instruction, isPrefixed)
    const text = own ?? 'flag key and targetingKey'
    const pointer = this.#pointer(word)
    // The evaluator's own conditions: a string, and behind the flag's key not an empty one.
    if (value === undefined || pointer === 0 || (isPrefixed && value === '')) {
      const problem = whyNone(own ?? 'targetingKey', value, encoding)
      return { value: null, text, encoding, hash: undefined, problem }
    }
    const table = isPrefixed ? program.view.ruleset + instruction.b : 0
    const hash = this.#engine.evaluators.unitHash(table, pointer) >>> 0
    const isPair = own === undefined && encoding === 'cbor'
    const hashed = isPair ? [program.key, value] : isPrefixed ? `${program.key}${value}` : value
    return { value: hashed, text, encoding, hash, problem: undefined }
  }

  /** Whether the flag's key, whose hash is in the table, is hashed in front of the unit. */
  #isPrefixed({ opcode, b }: Instruction): boolean {
    if (opcode === OP_ATTRIBUTE_RETURN_FRACTIONAL) return this.#trace.program.table(b).hasPrefix
    return PREFIXED.has(opcode)
  }

  #given(step: number, { opcode, a, depth }: Instruction): Given {
    const trace = this.#trace
    if (opcode === OP_ATTRIBUTE_RETURN_FRACTIONAL) {
      return {
        value: this.#context.value(a) ?? null,
        word: this.#context.word(a),
        encoding: 'utf-8',
      }
    }
    const isComputed = opcode === OP_FRACTIONAL_DYNAMIC || opcode === OP_FRACTIONAL_DYNAMIC_BY
    const found = trace.stepOf(depth - 1 - (isComputed ? 2 * a : 0), step)!
    const word = trace.word(found)
    const before = found > 0 ? trace.program.instructions[trace.instruction(found - 1)]!.opcode : -1
    // The text on the stack is the encoded unit; what was encoded was there a step before.
    const isEncoded = before === OP_ENCODE_UNIT || before === OP_ENCODE_UNIT_PAIR
    const value = trace.isGone(found) ? undefined : trace.top(isEncoded ? found - 1 : found)
    return { value, word, encoding: isEncoded ? 'cbor' : 'utf-8' }
  }

  /** What the rule names as the unit; undefined if it leaves that to the default. */
  #ownText(part: Part, { opcode, a }: Instruction, isPrefixed: boolean): string | undefined {
    const isFused = opcode === OP_ATTRIBUTE_RETURN_FRACTIONAL
    if (isFused) return isPrefixed ? undefined : this.#expressions.attribute(a)
    const written = unitOf(part)
    return written === undefined ? undefined : this.#expressions.of(written).text
  }

  /** Address of the string that a word is; 0 if it is none. */
  #pointer(word: number): number {
    const isString = this.#engine.u16[(word + 6) >> 1] === TAG_STRING
    return isString ? this.#engine.u32[word >> 2]! : 0
  }
}

function whyNone(name: string, value: JsonValue | undefined, encoding: 'utf-8' | 'cbor'): string {
  if (value === undefined) return `${name} was built in a loop, and has been overwritten since`
  if (value === null) return `${name} is null or missing`
  if (value === '') return `${name} is empty`
  if (encoding === 'cbor' && Array.isArray(value)) return `${name} is an array`
  return `${name} is no string: ${valueText(value)}`
}
