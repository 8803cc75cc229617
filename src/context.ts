// A context that is encoded once for many flags.
import type { Attributes } from './engine/attribute.ts'
import type { ContextPlace } from './engine/contexts.ts'
import type { EvaluationContext } from './flag.ts'

/**
 * Attributes that many flags are evaluated against: each is read and encoded when the first flag needs it, and not
 * again. `set` makes the object ready for the next request without allocating. Belongs to the thread that made it.
 */
export class PreparedContext {
  /** @internal Where it is encoded; the engine's business. */
  place: ContextPlace | undefined
  #attributes: EvaluationContext

  /** @internal Made by `Sluice.context`. */
  constructor(attributes: EvaluationContext) {
    this.#attributes = checked(attributes)
  }

  /** The attributes it was made of, or given last. Do not change them: what is encoded would not follow. */
  get attributes(): Attributes {
    return this.#attributes
  }

  /**
   * Takes other attributes, for the next request; call it too where the same object has changed.
   * @throws TypeError if they are no object
   */
  set(attributes: EvaluationContext): this {
    this.#attributes = checked(attributes)
    if (this.place?.holder === this) this.place.holder = undefined
    return this
  }
}

function checked(attributes: EvaluationContext): EvaluationContext {
  if (typeof attributes === 'object' && attributes !== null) return attributes
  throw new TypeError(`a context is an object of attributes, found ${String(attributes)}`)
}
