// Many flags against one version of the config.
import { NO_VARIANT } from '../assembly/shared/outcome.ts'
import type { JsonObject, JsonValue } from './config/types.ts'
import type { FlagView } from './engine/decode.ts'
import { COMPUTED } from './engine/decode.ts'
import type { EvaluationParts } from './engine/evaluation.ts'
import type { EvaluationDetails } from './engine/flag-details.ts'
import { SluiceError } from './errors.ts'
import type { Context } from './flag.ts'
import { notFound, typedDetails } from './flag.ts'

/**
 * One version of the config, held as it is: whatever is evaluated with it is decided by the same rules, although others
 * may have gone live. Release it soon: the config after next cannot go live before. A `using` declaration releases it
 * by itself. Belongs to the thread that made it.
 */
export class Snapshot implements Disposable {
  /** The version of the config, as `Sluice.version` counts them. */
  readonly version: number
  readonly #parts: EvaluationParts
  readonly #views = new Map<string, FlagView | undefined>()
  #released = false

  /** @internal Made by `Sluice.pin`. */
  constructor(parts: EvaluationParts) {
    this.#parts = parts
    this.version = parts.reader.hold()
  }

  /**
   * Evaluates a flag, as `Flag.evaluate` does.
   * @throws SluiceError CLOSED once released, or once the engine is closed
   */
  evaluate(key: string, context: Context): EvaluationDetails {
    const view = this.#view(key)
    if (view === undefined) {
      return notFound(key, this.#parts.reader.heldMetadata(this.version))
    }
    return view.details(this.#word(view, context))
  }

  /** The boolean that the flag gives; `defaultValue` where it gives none. */
  boolean(key: string, context: Context, defaultValue: boolean): boolean {
    const value = this.#value(key, context)
    return typeof value === 'boolean' ? value : defaultValue
  }

  /** The string that the flag gives; `defaultValue` where it gives none. */
  string(key: string, context: Context, defaultValue: string): string {
    const value = this.#value(key, context)
    return typeof value === 'string' ? value : defaultValue
  }

  /** The number that the flag gives; `defaultValue` where it gives none. */
  number(key: string, context: Context, defaultValue: number): number {
    const value = this.#value(key, context)
    return typeof value === 'number' ? value : defaultValue
  }

  /** The object that the flag gives, frozen; `defaultValue` where it gives none. */
  object<Default extends JsonValue>(
    key: string,
    context: Context,
    defaultValue: Default,
  ): Readonly<JsonObject> | Default {
    const value = this.#value(key, context)
    return typeof value === 'object' && value !== null ? (value as JsonObject) : defaultValue
  }

  /** `boolean` with reason, variant and error code, as `Flag.booleanDetails`. */
  booleanDetails(key: string, context: Context, defaultValue: boolean): EvaluationDetails<boolean> {
    return typedDetails(key, this.evaluate(key, context), 'boolean', defaultValue)
  }

  /** `string` with its details. */
  stringDetails(key: string, context: Context, defaultValue: string): EvaluationDetails<string> {
    return typedDetails(key, this.evaluate(key, context), 'string', defaultValue)
  }

  /** `number` with its details. */
  numberDetails(key: string, context: Context, defaultValue: number): EvaluationDetails<number> {
    return typedDetails(key, this.evaluate(key, context), 'number', defaultValue)
  }

  /** `object` with its details. */
  objectDetails<Default extends JsonValue>(
    key: string,
    context: Context,
    defaultValue: Default,
  ): EvaluationDetails<JsonValue | Default> {
    return typedDetails<JsonValue | Default>(
      key,
      this.evaluate(key, context),
      'object',
      defaultValue,
    )
  }

  /** Lets the version go. May be called again. */
  release(): void {
    if (this.#released) return
    this.#released = true
    this.#views.clear()
    // The lane of a closed engine may be another thread's by now.
    if (this.#parts.engine.version >= 0) this.#parts.reader.release(this.version)
  }

  [Symbol.dispose](): void {
    this.release()
  }

  #view(key: string): FlagView | undefined {
    if (this.#released) throw new SluiceError('CLOSED', 'the snapshot was released')
    if (this.#parts.engine.version < 0) throw new SluiceError('CLOSED', 'the engine was closed')
    let view = this.#views.get(key)
    if (view === undefined && !this.#views.has(key)) {
      view = this.#parts.reader.heldFlag(key, this.version)
      // Keys that callers make up must not fill the memory.
      if (view !== undefined) this.#views.set(key, view)
    }
    return view
  }

  #word(view: FlagView, context: Context): number {
    return view.fixed !== COMPUTED ? view.fixed : this.#parts.runHeld(view, context)
  }

  #value(key: string, context: Context): JsonValue | undefined {
    const view = this.#view(key)
    if (view === undefined) return undefined
    const word = this.#word(view, context)
    // An error's word has its cause in the variant's place.
    return word >>> 24 !== 0 ? undefined : view.values[word & NO_VARIANT]
  }
}
