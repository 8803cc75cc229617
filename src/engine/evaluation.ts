// One flag, one context, one outcome word: what handles, snapshots and groups of flags have in common.
import { PreparedContext } from '../context.ts'
import type { Attributes } from './attribute.ts'
import { ContextPlaces } from './contexts.ts'
import type { FlagView } from './decode.ts'
import { ContextEncoder, ENCODED } from './encode.ts'
import type { Engine } from './engine.ts'
import { invalidContext } from './flag-details.ts'
import type { RulesetReader } from './reader.ts'
import type { Evaluators } from './wasm.ts'

export class EvaluationParts {
  readonly engine: Engine
  readonly reader: RulesetReader
  /** Of contexts that are used once. */
  readonly encoder: ContextEncoder
  readonly places: ContextPlaces
  readonly lane: number
  readonly #evaluate: Evaluators['evaluate']
  readonly #evaluatePinned: Evaluators['evaluatePinned']

  constructor(engine: Engine, reader: RulesetReader) {
    this.engine = engine
    this.reader = reader
    this.encoder = new ContextEncoder(engine, 0)
    this.places = new ContextPlaces(engine)
    this.lane = engine.lane
    this.#evaluate = engine.evaluators.evaluate
    this.#evaluatePinned = engine.evaluators.evaluatePinned
  }

  /** Runs the flag's program: its outcome word, or STALE if the view's version is no longer the live one. */
  run(view: FlagView, context: Attributes | PreparedContext): number {
    let base: number
    if (context instanceof PreparedContext) {
      const place = context.place
      const isReady = place?.isReady(view.index, context, view.version) === true
      base = isReady ? place.base : this.#encodePrepared(view, context)
    } else {
      const code = this.encoder.encode(view.plan, context)
      base = code === ENCODED ? this.encoder.base : -code
    }
    // Addresses of contexts are positive.
    if (base <= 0) return invalidContext(-base)
    return this.engine.owner
      ? this.#evaluate(this.lane, view.ruleset, view.flag, base)
      : this.#evaluatePinned(this.lane, view.ruleset, view.flag, base, view.version)
  }

  /** The same where the view's version is held, live or not. */
  runHeld(view: FlagView, context: Attributes | PreparedContext): number {
    const base = this.encode(view, context)
    if (base <= 0) return invalidContext(-base)
    return this.#evaluate(this.lane, view.ruleset, view.flag, base)
  }

  /** Encodes what the flag reads. Address of the slots, or an ENCODE code as a negative number. */
  encode(view: FlagView, context: Attributes | PreparedContext): number {
    if (context instanceof PreparedContext) return this.#encodePrepared(view, context)
    const code = this.encoder.encode(view.plan, context)
    return code === ENCODED ? this.encoder.base : -code
  }

  #encodePrepared(view: FlagView, context: PreparedContext): number {
    const place = this.places.of(context, view.version)
    const code = place.ensure(view.index, view.plan, context.attributes)
    return code === ENCODED ? place.base : -code
  }
}
