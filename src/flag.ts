// The handle of one flag.
import { NO_VARIANT, STALE } from '../assembly/shared/outcome.ts'
import type { JsonObject, JsonValue, Metadata } from './config/types.ts'
import type { PreparedContext } from './context.ts'
import { COMPUTED, FlagView } from './engine/decode.ts'
import type { Engine } from './engine/engine.ts'
import type { EvaluationParts } from './engine/evaluation.ts'
import type { ErrorCode, EvaluationDetails } from './engine/flag-details.ts'
import { errorAnswer } from './engine/flag-details.ts'
import { explain } from './explain/explain.ts'
import type { Explanation } from './explain/types.ts'

/**
 * The attributes that a flag is evaluated against. `targetingKey` is the subject. Values may be strings, numbers,
 * booleans, null, dates (read as their ISO 8601 text), arrays and objects; others count as null.
 */
export interface EvaluationContext {
  readonly targetingKey?: string
  readonly [attribute: string]: unknown
}

/** Attributes, as they are or prepared for many flags. */
export type Context = EvaluationContext | PreparedContext

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
  evaluate(context: Context): EvaluationDetails {
    const word = this.#run(context)
    return this.#view === undefined ? this.#notFound! : this.#view.details(word)
  }

  /**
   * Why the flag gives its answer: evaluates it once more, by the same evaluator with its steps noted. Plain data, made
   * anew and the caller's own. For people, and not for every request: it allocates, and takes far longer.
   * @throws SluiceError CLOSED
   */
  explain(context: Context): Explanation {
    return explain(this.#parts, this.key, context)
  }

  /** The boolean that the flag gives for the context; `defaultValue` where it gives none. */
  boolean(context: Context, defaultValue: boolean): boolean {
    const value = this.#value(context)
    return typeof value === 'boolean' ? value : defaultValue
  }

  /** The string that the flag gives for the context; `defaultValue` where it gives none. */
  string(context: Context, defaultValue: string): string {
    const value = this.#value(context)
    return typeof value === 'string' ? value : defaultValue
  }

  /** The number that the flag gives for the context; `defaultValue` where it gives none. */
  number(context: Context, defaultValue: number): number {
    const value = this.#value(context)
    return typeof value === 'number' ? value : defaultValue
  }

  /** The object that the flag gives for the context, frozen; `defaultValue` where it gives none. */
  object<Default extends JsonValue>(
    context: Context,
    defaultValue: Default,
  ): Readonly<JsonObject> | Default {
    const value = this.#value(context)
    return typeof value === 'object' && value !== null ? (value as JsonObject) : defaultValue
  }

  /**
   * `boolean` with reason, variant and error code; TYPE_MISMATCH where the flag gives another type. Allocates only
   * where the default applies.
   */
  booleanDetails(context: Context, defaultValue: boolean): EvaluationDetails<boolean> {
    return this.#typed(context, 'boolean', defaultValue)
  }

  /** `string` with its details, as `booleanDetails`. */
  stringDetails(context: Context, defaultValue: string): EvaluationDetails<string> {
    return this.#typed(context, 'string', defaultValue)
  }

  /** `number` with its details, as `booleanDetails`. */
  numberDetails(context: Context, defaultValue: number): EvaluationDetails<number> {
    return this.#typed(context, 'number', defaultValue)
  }

  /** `object` with its details, as `booleanDetails`. */
  objectDetails<Default extends JsonValue>(
    context: Context,
    defaultValue: Default,
  ): EvaluationDetails<JsonValue | Default> {
    return this.#typed(context, 'object', defaultValue)
  }

  #typed<Value>(context: Context, type: TypeName, defaultValue: Value) {
    return typedDetails(this.key, this.evaluate(context), type, defaultValue)
  }

  #value(context: Context): JsonValue | undefined {
    const word = this.#run(context)
    // Above the variant there is the reason; an error's word has its cause in the variant's place.
    const variant = word & NO_VARIANT
    if (word >>> 24 !== 0 || variant === NO_VARIANT || this.#view === undefined) return undefined
    return this.#view.values[variant]
  }

  /** The outcome word (assembly/shared/outcome.ts) in the live version, which `#view` then shows. */
  #run(context: Context): number {
    const engine = this.#engine
    const parts = this.#parts
    while (true) {
      if (engine.version !== this.#version) this.#refresh()
      if (this.#fixed !== COMPUTED) return this.#fixed
      const word = parts.run(this.#view!, context)
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

export function notFound(key: string, metadata: Metadata): EvaluationDetails {
  return errorAnswer('FLAG_NOT_FOUND', `there is no flag '${key}'`, Object.freeze(metadata))
}

/** The details where the value has the type, else those of the caller's default. */
export function typedDetails<Value>(
  key: string,
  details: EvaluationDetails,
  type: TypeName,
  defaultValue: Value,
): EvaluationDetails<Value> {
  const { value, metadata } = details
  if (value === undefined) return Object.freeze({ ...details, value: defaultValue })
  if (typeof value === type)
    return details as EvaluationDetails<unknown> as EvaluationDetails<Value>
  const code: ErrorCode = 'TYPE_MISMATCH'
  const message = `flag '${key}' gives a ${typeof value}, not a ${type}`
  return Object.freeze({ ...errorAnswer(code, message, metadata), value: defaultValue })
}
