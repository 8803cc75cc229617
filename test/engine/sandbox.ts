// A small engine to run doubtful programs in. Everything that a program has no business with is filled with a pattern
// before it runs, and looked at afterwards:
//
//   | control, locks | region: the ruleset, PATTERN | other region: PATTERN | table | lane: PATTERN | guard |
//
// What was written outside of the places where an evaluation works shows at once: outside of the lane, and inside it in
// the settings, the keys, the limits and the context. What was read there shows because each evaluation is done twice,
// with two patterns, and must end the same way. One pattern is a word of zeroes; the other, read as a value, is a
// string near 4 GB, which traps as soon as somebody looks at it.
//
// Each evaluation is then done once more with its steps noted, and must end the same way after no more of them than the
// flag's record says.
import { expect } from 'vitest'
import {
  LANE_ARENA,
  LANE_FIXED_BYTES,
  LANE_TRACE_COUNT,
  STACK_OFFSET,
  TRACE_DEPTH,
  TRACE_INSTRUCTION,
  TRACE_STEP_BYTES,
} from '../../assembly/shared/layout.ts'
import { INSTRUCTION_BYTES, INSTRUCTION_DEPTH } from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { TAG_SHIFT, TAG_STRING } from '../../assembly/shared/value.ts'
import { ContextEncoder, ENCODED } from '../../src/engine/encode.ts'
import { Engine } from '../../src/engine/engine.ts'
import { TRACE_STEPS_MAX } from '../../src/engine/memory.ts'
import type { EngineSizes } from '../../src/engine/options.ts'
import { resolveSizes } from '../../src/engine/options.ts'
import { publish } from '../../src/engine/publish.ts'
import { SluiceError } from '../../src/errors.ts'

const PATTERNS = [0n, (BigInt(TAG_STRING) << BigInt(TAG_SHIFT)) | 0xffff_fff8n]

const SIZES = {
  flagsMax: 16,
  attributesMax: 32,
  rulesetBytesMax: 65_536,
  limitsMax: 16,
  limitKeysMax: 64,
  keyBytesMax: 64,
  // The second lane is nobody's: what stands there must stay.
  lanesMax: 2,
  contextsMax: 1,
  contextBytesMax: 2_048,
  scratchBytesMax: 4_096,
}

/** In place of an outcome: the context does not fit the engine. */
const NOT_ENCODED = -1

export class Sandbox {
  /** How often each opcode was run, as far as the trace goes. */
  readonly runs = new Map<number, number>()
  /** How many evaluations ended with a variant or the default, and how many in all. */
  readonly ends = { good: 0, all: 0 }
  /** Most steps of an evaluation. */
  stepsMost = 0
  readonly #engine: Engine
  readonly #words: BigUint64Array
  readonly #bytes: Buffer
  readonly #before: Buffer
  /** Where an evaluation may write: the first byte, and the one behind the last. */
  readonly #work: readonly (readonly [number, number])[]

  /** Some sizes may be other than the usual small ones. */
  constructor(shared: boolean, sizes: Partial<EngineSizes> = {}) {
    const seed = new Uint8Array(16).fill(7)
    this.#engine = Engine.open(resolveSizes({ ...SIZES, ...sizes }), seed, 0, shared)
    const { memory, map, lane } = this.#engine
    const { scratchBytesMax } = this.#engine.sizes
    this.#words = new BigUint64Array(memory.buffer)
    this.#bytes = Buffer.from(memory.buffer as ArrayBuffer)
    this.#before = Buffer.alloc(this.#bytes.length)
    const trace = lane + map.laneTrace
    this.#work = [
      [lane + LANE_ARENA, lane + LANE_ARENA + 4],
      [lane + LANE_TRACE_COUNT, lane + LANE_TRACE_COUNT + 4],
      [lane + STACK_OFFSET, lane + LANE_FIXED_BYTES],
      [lane + map.laneScratch, lane + map.laneScratch + scratchBytesMax],
      [trace, trace + TRACE_STEPS_MAX * TRACE_STEP_BYTES],
    ]
  }

  /** The version; undefined for a ruleset that is sound but too large for this engine. */
  async #publish(ruleset: Uint8Array): Promise<number | undefined> {
    try {
      return await publish(this.#engine, ruleset)
    } catch (error) {
      if (error instanceof SluiceError && error.code === 'CAPACITY_EXCEEDED') return undefined
      throw error
    }
  }

  /** Publishes bytes that the verifier accepts, and evaluates all flags for each context: the outcome words. */
  async run(ruleset: Uint8Array, contexts: readonly Record<string, unknown>[]): Promise<number[]> {
    const version = await this.#publish(ruleset)
    if (version === undefined) return []
    const base = this.#engine.region(version)
    const field = (offset: number) => this.#engine.u32[(base + offset) >> 2]!
    const outcomes: number[] = []
    for (let index = 0; index < field(layout.HEADER_FLAG_COUNT); index++) {
      const flag = base + field(layout.HEADER_FLAGS) + index * layout.FLAG_BYTES
      if (this.#engine.u32[(flag + layout.FLAG_KIND) >> 2] !== layout.FLAG_KIND_TARGETING) continue
      for (const context of contexts) {
        const words = PATTERNS.map(pattern => {
          this.#fill(base, ruleset.length, pattern)
          return this.#evaluate(base, flag, context)
        })
        expect(words[0], 'nothing but the ruleset and the context decides').toBe(words[1])
        if (words[0] === NOT_ENCODED) continue
        this.#checkWord(flag, words[0]!)
        outcomes.push(words[0]!)
      }
    }
    return outcomes
  }

  /** Fills what is behind the ruleset and in the other region, and of the lane all that is no setting of it. */
  #fill(base: number, length: number, pattern: bigint): void {
    const { map, lane } = this.#engine
    const other = base === map.rulesets ? base + map.rulesetBytes : map.rulesets
    this.#words.fill(pattern, other >> 3, (other + map.rulesetBytes) >> 3)
    this.#words.fill(pattern, (base + length) >> 3, (base + map.rulesetBytes) >> 3)
    const stack = lane + STACK_OFFSET
    this.#words.fill(pattern, stack >> 3, (lane + LANE_FIXED_BYTES) >> 3)
    this.#words.fill(pattern, (lane + map.laneScratch) >> 3, (lane + map.laneKey) >> 3)
    this.#words.fill(pattern, (lane + map.laneTrace) >> 3, (lane + map.laneBytes) >> 3)
  }

  /** Runs something that may write where evaluations work only. */
  #guarded<Result>(work: () => Result): Result {
    this.#before.set(this.#bytes)
    const result = work()
    for (const [start, end] of this.#work) {
      this.#before.set(this.#bytes.subarray(start, end), start)
    }
    const same = this.#bytes.equals(this.#before)
    expect(same, 'nothing is written but where evaluations work').toBe(true)
    return result
  }

  /** The word of one evaluation, with and without its steps noted, or NOT_ENCODED. */
  #evaluate(base: number, flag: number, context: Record<string, unknown>): number {
    const { u16, u32, lane, evaluators } = this.#engine
    const list = base + u32[(flag + layout.FLAG_ATTRIBUTES) >> 2]!
    const length = u32[(flag + layout.FLAG_ATTRIBUTE_COUNT) >> 2]!
    const plan = Array.from({ length }, (_, position) => {
      const entry = list + position * layout.FLAG_ATTRIBUTE_BYTES
      const index = u16[entry >> 1]!
      const reach = u16[(entry + layout.FLAG_ATTRIBUTE_REACH) >> 1]!
      const [name, source, sharedReach] = [`a${index}`, layout.SOURCE_CONTEXT, reach]
      return { index, reach, sharedReach, name, path: [], source }
    })
    const encoder = new ContextEncoder(this.#engine, 0)
    if (encoder.encode(plan, context) !== ENCODED) return NOT_ENCODED
    const [word, traced] = this.#guarded(() => [
      evaluators.evaluate(lane, base, flag, encoder.base) >>> 0,
      evaluators.trace(lane, base, flag, encoder.base) >>> 0,
    ])
    expect(traced, 'explaining is evaluating').toBe(word)
    this.#checkSteps(base, flag)
    return word!
  }

  /** Whether the steps that were noted are instructions of the program, and no more than its record says. */
  #checkSteps(base: number, flag: number): void {
    const { u8, u32, lane, map } = this.#engine
    const count = u32[(lane + LANE_TRACE_COUNT) >> 2]!
    expect(count).toBeLessThanOrEqual(u32[(flag + layout.FLAG_STEPS) >> 2]!)
    this.stepsMost = Math.max(this.stepsMost, count)
    const first = u32[(flag + layout.FLAG_CODE_INDEX) >> 2]!
    const code = base + u32[(base + layout.HEADER_CODE) >> 2]! + first * INSTRUCTION_BYTES
    const length = u32[(flag + layout.FLAG_CODE_COUNT) >> 2]!
    let sound = true
    for (let step = 0; step < Math.min(count, TRACE_STEPS_MAX); step++) {
      const at = lane + map.laneTrace + step * TRACE_STEP_BYTES
      const index = u32[(at + TRACE_INSTRUCTION) >> 2]!
      const instruction = code + index * INSTRUCTION_BYTES
      const depth = u32[(at + TRACE_DEPTH) >> 2]
      sound &&= index < length && depth === u8[instruction + INSTRUCTION_DEPTH]
      const opcode = u8[instruction]!
      this.runs.set(opcode, (this.runs.get(opcode) ?? 0) + 1)
    }
    expect(sound, 'steps are instructions of the program').toBe(true)
  }

  /** Whether the word is one that the host can read. */
  #checkWord(flag: number, word: number): void {
    const variants = this.#engine.u32[(flag + layout.FLAG_VARIANT_COUNT) >> 2]!
    const variant = word & outcome.NO_VARIANT
    const reason = (word >>> outcome.REASON_SHIFT) & 0xff
    const error = word >>> outcome.ERROR_SHIFT
    this.ends.all++
    if (reason === outcome.REASON_ERROR) {
      expect(error).toBe(outcome.ERROR_GENERAL)
      expect(variant).toBeGreaterThanOrEqual(outcome.CAUSE_VARIANT_UNKNOWN)
      expect(variant).toBeLessThanOrEqual(outcome.CAUSE_SPLIT_CHARACTER)
      return
    }
    this.ends.good++
    expect(error).toBe(outcome.ERROR_NONE)
    expect([outcome.REASON_DEFAULT, outcome.REASON_TARGETING_MATCH]).toContain(reason)
    const isNone = reason === outcome.REASON_DEFAULT && variant === outcome.NO_VARIANT
    expect(isNone || variant < variants, `variant ${variant} of ${variants}`).toBe(true)
  }
}
