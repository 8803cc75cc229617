// The handle of one flag.
import { NO_VARIANT, STALE } from '../assembly/shared/outcome.ts'
import type { JsonObject, JsonValue, Metadata } from './config/types.ts'
import type { ErrorCode, EvaluationDetails } from './engine/decode.ts'
import { COMPUTED, errorAnswer, FlagView, invalidContext } from './engine/decode.ts'
import { ContextEncoder, ENCODED } from './engine/encode.ts'
import type { Engine } from './engine/engine.ts'
import type { RulesetReader } from './engine/reader.ts'
import type { Evaluators } from './engine/wasm.ts'

/**
 * The attributes that a flag is evaluated against. `targetingKey` is the subject. Values may be strings, numbers,
 * booleans, null, dates (read as their ISO 8601 text), arrays and objects; others count as null.
 */
export interface EvaluationContext {
  readonly targetingKey?: string
  readonly [attribute: string]: unknown
}

/** What handles of one thread share. */
export class EvaluationParts {
  readonly engine: Engine
  readonly reader: RulesetReader
  readonly encoder: ContextEncoder
  readonly lane: number
  readonly evaluate: Evaluators['evaluate']
  readonly evaluatePinned: Evaluators['evaluatePinned']

  constructor(engine: Engine, reader: RulesetReader) {
    this.engine = engine
    this.reader = reader
    this.encoder = new ContextEncoder(engine)
    this.lane = engine.lane
    this.evaluate = engine.evaluators.evaluate
    this.evaluatePinned = engine.evaluators.evaluatePinned
  }
}

type TypeName = 'boolean' | 'string' | 'number' | 'object'

/**
 * A flag by its key. The handle survives reloads, and may be made before the flag exists: until then it evaluates to
 * FLAG_NOT_FOUND. Make it once and keep it; evaluating allocates nothing.
 */
export class Flag {
  readonly key: string
  readonly #parts: EvaluationParts
  readonly #engine: Engine
  #version = 0
  #fixed = COMPUTED
  #view: FlagView | undefined
  #notFound: EvaluationDetails | undefined

  /** @internal Handles come from `Sluice.flag`. */
  constructor(parts: EvaluationParts, key: string) {
    this.key = key
    this.#parts = parts
    this.#engine = parts.engine
  }

  /**
   * Evaluates the flag. Never throws for what a context or a rule holds: errors are answers with an `errorCode`. The
   * details are interned: one frozen object for each variant and reason, which lives until the config changes and may
   * be kept.
   * @throws SluiceError CLOSED
   */
  evaluate(context: EvaluationContext): EvaluationDetails {
    const word = this.#run(context)
    return this.#view === undefined ? this.#notFound! : this.#view.details(word)
  }

  /** The boolean that the flag gives for the context; `defaultValue` where it gives none. */
  boolean(context: EvaluationContext, defaultValue: boolean): boolean {
    const value = this.#value(context)
    return typeof value === 'boolean' ? value : defaultValue
  }

  /** The string that the flag gives for the context; `defaultValue` where it gives none. */
  string(context: EvaluationContext, defaultValue: string): string {
    const value = this.#value(context)
    return typeof value === 'string' ? value : defaultValue
  }

  /** The number that the flag gives for the context; `defaultValue` where it gives none. */
  number(context: EvaluationContext, defaultValue: number): number {
    const value = this.#value(context)
    return typeof value === 'number' ? value : defaultValue
  }

  /** The object that the flag gives for the context, frozen; `defaultValue` where it gives none. */
  object<Default extends JsonValue>(
    context: EvaluationContext,
    defaultValue: Default,
  ): Readonly<JsonObject> | Default {
    const value = this.#value(context)
    return typeof value === 'object' && value !== null ? (value as JsonObject) : defaultValue
  }

  /**
   * `boolean` with reason, variant and error code; TYPE_MISMATCH where the flag gives another type. Allocates only
   * where the default applies.
   */
  booleanDetails(context: EvaluationContext, defaultValue: boolean): EvaluationDetails<boolean> {
    return this.#typed(context, 'boolean', defaultValue)
  }

  /** `string` with its details, as `booleanDetails`. */
  stringDetails(context: EvaluationContext, defaultValue: string): EvaluationDetails<string> {
    return this.#typed(context, 'string', defaultValue)
  }

  /** `number` with its details, as `booleanDetails`. */
  numberDetails(context: EvaluationContext, defaultValue: number): EvaluationDetails<number> {
    return this.#typed(context, 'number', defaultValue)
  }

  /** `object` with its details, as `booleanDetails`. */
  objectDetails<Default extends JsonValue>(
    context: EvaluationContext,
    defaultValue: Default,
  ): EvaluationDetails<JsonValue | Default> {
    return this.#typed(context, 'object', defaultValue)
  }

  #typed<Value>(context: EvaluationContext, type: TypeName, defaultValue: Value) {
    const details = this.evaluate(context)
    const { value, metadata } = details
    if (value === undefined) {
      return Object.freeze({ ...details, value: defaultValue }) as EvaluationDetails<Value>
    }
    if (typeof value === type)
      return details as EvaluationDetails<unknown> as EvaluationDetails<Value>
    const code: ErrorCode = 'TYPE_MISMATCH'
    const message = `flag '${this.key}' gives a ${typeof value}, not a ${type}`
    const error = errorAnswer(code, message, metadata)
    return Object.freeze({ ...error, value: defaultValue }) as EvaluationDetails<Value>
  }

  #value(context: EvaluationContext): JsonValue | undefined {
    const word = this.#run(context)
    // Above the variant there is the reason; an error's word has its cause in the variant's place.
    const variant = word & NO_VARIANT
    if (word >>> 24 !== 0 || variant === NO_VARIANT || this.#view === undefined) return undefined
    return this.#view.values[variant]
  }

  /** The outcome word (assembly/shared/outcome.ts) in the live version, which `#view` then shows. */
  #run(context: EvaluationContext): number {
    const engine = this.#engine
    const parts = this.#parts
    while (true) {
      if (engine.version !== this.#version) this.#refresh()
      if (this.#fixed !== COMPUTED) return this.#fixed
      const view = this.#view!
      const encoded = parts.encoder.encode(view.plan, context)
      if (encoded !== ENCODED) return invalidContext(encoded)
      if (engine.owner) return parts.evaluate(parts.lane, view.ruleset, view.flag)
      const word = parts.evaluatePinned(parts.lane, view.ruleset, view.flag, view.version)
      if (word !== STALE) return word
    }
  }

  #refresh(): void {
    const found = this.#parts.reader.flag(this.key)
    this.#version = found.version
    if (found instanceof FlagView) {
      this.#view = found
      this.#fixed = found.fixed
      this.#notFound = undefined
    } else {
      this.#view = undefined
      this.#fixed = NO_VARIANT
      this.#notFound = notFound(this.key, found.metadata)
    }
  }
}

function notFound(key: string, metadata: Metadata): EvaluationDetails {
  return errorAnswer('FLAG_NOT_FOUND', `there is no flag '${key}'`, Object.freeze(metadata))
}
