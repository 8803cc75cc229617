// What a rule evaluates to, whatever it is: the traced program's last value. A flag alone would only tell the variant
// that the value names.

import * as layout from '../../assembly/shared/layout.ts'
import { OP_RETURN, OP_RETURN_DEFAULT } from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import { FLAG_CODE_INDEX, HEADER_CODE } from '../../assembly/shared/ruleset.ts'
import type { JsonValue } from '../../src/config/types.ts'
import { FlagView, findFlag } from '../../src/engine/decode.ts'
import { ContextEncoder, ENCODED } from '../../src/engine/encode.ts'
import { Engine } from '../../src/engine/engine.ts'
import { resolveSizes } from '../../src/engine/options.ts'
import { publish } from '../../src/engine/publish.ts'
import { Toolbox } from '../../src/engine/toolbox.ts'
import { readValue } from '../../src/engine/values.ts'
import { compile } from '../../src/rules/compile.ts'

/** The rule cannot be compiled, or its evaluation ended with an error. */
export class RuleFailed extends Error {}

const KEY = 'a-flag'
const toolbox = new Toolbox()

/** Evaluates rules one after the other, on one engine. */
export class ValueEvaluator {
  readonly #engine: Engine
  readonly #encoder: ContextEncoder
  #view: FlagView | undefined

  constructor(
    engine = Engine.open(resolveSizes({ lanesMax: 1 }), new Uint8Array(16), 0, 'unshared'),
  ) {
    this.#engine = engine
    this.#encoder = new ContextEncoder(engine, 0)
  }

  close(): void {
    this.#engine.close()
  }

  /** Takes a rule, for `run`. */
  async load(rule: JsonValue, fractionalVersion: 1 | 2 | 3 = 2): Promise<void> {
    const flag = {
      state: 'ENABLED' as const,
      variants: { '\u0000': true },
      targeting: { merge: [[rule]] },
    }
    const config = {
      flags: { [KEY]: flag },
      evaluators: {},
      metadata: {},
      limits: {},
      sets: {},
      fractionalVersion,
    }
    const options = { stepsMax: 0x7fffffff, seed: () => new Uint8Array(16) }
    const compiled = compile(config, toolbox, () => 1, options)
    const error = compiled.problems.find(problem => problem.severity === 'error')
    if (error !== undefined) throw new RuleFailed(`${error.code}: ${error.message}`)
    toolbox.seal(compiled.bytes)
    const version = await publish(this.#engine, compiled.bytes)
    const address = findFlag(this.#engine, this.#engine.region(version), KEY, toolbox.hash(KEY))
    this.#view = new FlagView(this.#engine, version, address)
  }

  /** The value of the rule that was loaded last. */
  run(data: unknown): JsonValue {
    const engine = this.#engine
    const { evaluators, lane, u32 } = engine
    const view = this.#view!
    if (this.#encoder.encode(view.plan, data as never) !== ENCODED) throw new RuleFailed('context')
    const word = evaluators.trace(lane, view.ruleset, view.flag, this.#encoder.base) >>> 0
    if (word >>> outcome.ERROR_SHIFT === outcome.ERROR_GENERAL) {
      const cause = word & outcome.NO_VARIANT
      if (cause !== outcome.CAUSE_VARIANT_UNKNOWN) throw new RuleFailed(`cause ${cause}`)
    }
    const count = u32[(lane + layout.LANE_TRACE_COUNT) >> 2]!
    const last = u32[(lane + layout.LANE_TRACE) >> 2]! + (count - 1) * layout.TRACE_STEP_BYTES
    const code = view.ruleset + u32[(view.ruleset + HEADER_CODE) >> 2]!
    const index = u32[(view.flag + FLAG_CODE_INDEX) >> 2]! + u32[last >> 2]!
    const opcode = engine.u8[code + 8 * index]
    if (opcode === OP_RETURN_DEFAULT) return null
    if (opcode !== OP_RETURN) throw new Error(`ended with opcode ${opcode}`)
    // The rule stands in an array, so that it is compiled as a value and not as the end of a program.
    return (readValue(engine, last + layout.TRACE_VALUE) as JsonValue[])[0]!
  }
}
