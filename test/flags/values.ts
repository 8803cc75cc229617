// What a rule evaluates to, whatever it is: the program's last value. A flag alone would only tell the variant
// that the value names.

import * as layout from '../../assembly/shared/layout.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import { emptyConfig, type JsonValue } from '../../src/config/types.ts'
import { FlagView, findFlag, SharedViews } from '../../src/engine/decode.ts'
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
    const config = { ...emptyConfig(), flags: { [KEY]: flag }, fractionalVersion }
    const options = { stepsMax: 0x7fffffff, seed: () => new Uint8Array(16) }
    const compiled = compile(config, toolbox, () => 1, options)
    const error = compiled.problems.find(problem => problem.severity === 'error')
    if (error !== undefined) throw new RuleFailed(`${error.code}: ${error.message}`)
    toolbox.seal(compiled.bytes)
    const version = await publish(this.#engine, compiled.bytes)
    const address = findFlag(this.#engine, this.#engine.region(version), KEY, toolbox.hash(KEY))
    this.#view = new FlagView(new SharedViews(this.#engine, version), address)
  }

  /** The value of the rule that was loaded last. */
  run(data: unknown): JsonValue {
    const engine = this.#engine
    const { evaluators, lane } = engine
    const view = this.#view!
    if (this.#encoder.encode(view.plan, data as never) !== ENCODED) throw new RuleFailed('context')
    const word = evaluators.evaluate(lane, view.ruleset, view.flag, this.#encoder.base) >>> 0
    if (word >>> outcome.ERROR_SHIFT === outcome.ERROR_GENERAL) {
      const cause = word & outcome.NO_VARIANT
      if (cause !== outcome.CAUSE_VARIANT_UNKNOWN) throw new RuleFailed(`cause ${cause}`)
    }
    // The rule stands in an array, so that it is compiled as a value and not as the end of a program: the program ends
    // with that array on the stack, and nothing else.
    return (readValue(engine, lane + layout.STACK_OFFSET) as JsonValue[])[0]!
  }
}
