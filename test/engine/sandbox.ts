// A small engine to run doubtful programs in. Everything that a program has no business with is filled with a pattern
// before it runs, and looked at afterwards:
//
//   | control, locks | region: the ruleset, PATTERN | other region: PATTERN | table | lane: PATTERN | guard |
//
// What was written outside the lane shows at once. What was read there shows because each evaluation is done twice,
// with two patterns, and must end the same way. One pattern is a word of zeroes; the other, read as a value, is a
// string near 4 GB, which traps as soon as somebody looks at it.
import { expect } from 'vitest'
import { LANE_FIXED_BYTES, STACK_OFFSET } from '../../assembly/shared/layout.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { TAG_SHIFT, TAG_STRING } from '../../assembly/shared/value.ts'
import { ContextEncoder, ENCODED } from '../../src/engine/encode.ts'
import { Engine } from '../../src/engine/engine.ts'
import { resolveSizes } from '../../src/engine/options.ts'
import { publish } from '../../src/engine/publish.ts'
import { SluiceError } from '../../src/errors.ts'

const PATTERNS = [0n, (BigInt(TAG_STRING) << BigInt(TAG_SHIFT)) | 0xffff_fff8n]

const SIZES = resolveSizes({
  attributesMax: 32,
  rulesetBytesMax: 65_536,
  limitsMax: 16,
  limitKeysMax: 64,
  keyBytesMax: 64,
  // The second lane is nobody's: what stands there must stay.
  lanesMax: 2,
  contextBytesMax: 1_024,
  scratchBytesMax: 1_024,
})

export class Sandbox {
  readonly #engine: Engine
  readonly #words: BigUint64Array
  readonly #bytes: Buffer

  constructor(shared: boolean) {
    this.#engine = Engine.open(SIZES, new Uint8Array(16).fill(7), 0, shared)
    const { buffer } = this.#engine.memory
    this.#words = new BigUint64Array(buffer)
    this.#bytes = Buffer.from(buffer as ArrayBuffer)
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

  /**
   * Publishes bytes that the verifier accepts, evaluates all flags for each context. How
   * many evaluations there were.
   */
  async run(ruleset: Uint8Array, contexts: readonly Record<string, unknown>[]): Promise<number> {
    const version = await this.#publish(ruleset)
    if (version === undefined) return 0
    const base = this.#engine.region(version)
    const field = (offset: number) => this.#engine.u32[(base + offset) >> 2]!
    let evaluations = 0
    for (let index = 0; index < field(layout.HEADER_FLAG_COUNT); index++) {
      const flag = base + field(layout.HEADER_FLAGS) + index * layout.FLAG_BYTES
      if (this.#engine.u32[(flag + layout.FLAG_KIND) >> 2] !== layout.FLAG_KIND_TARGETING) continue
      for (const context of contexts) {
        const words = PATTERNS.map(pattern => {
          this.#fill(base, ruleset.length, pattern)
          return this.#guarded(() => this.#evaluate(base, flag, context))
        })
        expect(words[0], 'nothing but the ruleset and the context decides').toBe(words[1])
        this.#checkWord(flag, words[0]!)
        evaluations++
      }
    }
    return evaluations
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

  /** Runs something that may write into the lane only. */
  #guarded<Result>(work: () => Result): Result {
    const { lane, map } = this.#engine
    const end = lane + map.laneBytes
    const before = [this.#bytes.subarray(0, lane), this.#bytes.subarray(end)]
    const copies = before.map(part => Buffer.from(part))
    const result = work()
    for (const [index, part] of before.entries()) {
      expect(part.equals(copies[index]!), 'nothing is written outside the lane').toBe(true)
    }
    return result
  }

  /** One evaluation, or -1 if the context does not fit. */
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
    if (encoder.encode(plan, context) !== ENCODED) return -1
    return evaluators.evaluate(lane, base, flag, encoder.base) >>> 0
  }

  /** Whether the word is one that the host can read. */
  #checkWord(flag: number, word: number): void {
    if (word === -1) return
    const variants = this.#engine.u32[(flag + layout.FLAG_VARIANT_COUNT) >> 2]!
    const variant = word & outcome.NO_VARIANT
    const reason = (word >>> outcome.REASON_SHIFT) & 0xff
    const error = word >>> outcome.ERROR_SHIFT
    if (reason === outcome.REASON_ERROR) {
      expect(error).toBe(outcome.ERROR_GENERAL)
      expect(variant).toBeLessThanOrEqual(outcome.CAUSE_SPLIT_CHARACTER)
      return
    }
    expect(error).toBe(outcome.ERROR_NONE)
    expect([outcome.REASON_DEFAULT, outcome.REASON_TARGETING_MATCH]).toContain(reason)
    const isNone = reason === outcome.REASON_DEFAULT && variant === outcome.NO_VARIANT
    expect(isNone || variant < variants, `variant ${variant} of ${variants}`).toBe(true)
  }
}
