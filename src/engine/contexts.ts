// The contexts of a lane in which prepared ones take turns. Each is encoded at most once for each version and each
// holder: what a flag reads is written when the first flag reads it, and serves all after it.

import type { Attributes } from './attribute.ts'
import type { EncodePlan } from './encode.ts'
import { ContextEncoder, ENCODED } from './encode.ts'
import type { Engine } from './engine.ts'
import { CONTEXTS_FIXED } from './memory.ts'

/** Who has a context's attributes. */
export interface Holder {
  /** The attributes, to be read when a flag needs them. */
  readonly attributes: Attributes
  /** Where they are encoded, as long as that place's `holder` says so. */
  place: ContextPlace | undefined
}

/** One context of the lane, and for whom it is encoded. */
export class ContextPlace {
  readonly encoder: ContextEncoder
  /** Address of its slots. */
  readonly base: number
  holder: Holder | undefined
  version = 0
  /** When it was last used, as a count. */
  used = 0
  /** Counts the times it was emptied: what is noted with another number is not there. */
  #round = 0
  readonly #attributes: Uint32Array
  readonly #flags: Uint32Array

  constructor(engine: Engine, number: number) {
    this.encoder = new ContextEncoder(engine, number)
    this.base = this.encoder.base
    this.#attributes = new Uint32Array(engine.sizes.attributesMax)
    this.#flags = new Uint32Array(engine.sizes.flagsMax)
  }

  /** Empties the place for a holder and a version. */
  assign(holder: Holder | undefined, version: number): void {
    this.holder = holder
    this.version = version
    this.#round = (this.#round + 1) >>> 0
    if (this.#round === 0) {
      // After four billion rounds old notes could be taken for new.
      this.#attributes.fill(0)
      this.#flags.fill(0)
      this.#round = 1
    }
    this.encoder.clear()
  }

  /** Whether all that a flag reads is there, for that holder and version. */
  isReady(flagIndex: number, holder: Holder, version: number): boolean {
    return (
      this.holder === holder && this.version === version && this.#flags[flagIndex] === this.#round
    )
  }

  /** Encodes what a flag reads and is not there yet; ENCODED, or why not. */
  ensure(flagIndex: number, plan: EncodePlan, attributes: Attributes): number {
    if (this.#flags[flagIndex] === this.#round) return ENCODED
    const result = this.ensureAll(plan, attributes)
    if (result === ENCODED) this.#flags[flagIndex] = this.#round
    return result
  }

  /** Encodes those attributes of a plan that are not there yet; ENCODED, or why not. */
  ensureAll(plan: EncodePlan, attributes: Attributes): number {
    const noted = this.#attributes
    for (let position = 0; position < plan.length; position++) {
      const attribute = plan[position]!
      if (noted[attribute.index] === this.#round) continue
      const result = this.encoder.encodeOne(attribute, attributes)
      if (result !== ENCODED) return result
      noted[attribute.index] = this.#round
    }
    return ENCODED
  }
}

export class ContextPlaces {
  readonly #engine: Engine
  readonly #places: ContextPlace[] = []
  #uses = 0

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** The place where the holder's attributes are or will be encoded for the version. */
  of(holder: Holder, version: number): ContextPlace {
    const place = holder.place
    if (place !== undefined && place.holder === holder && place.version === version) return place
    return this.#assign(holder, version)
  }

  #assign(holder: Holder, version: number): ContextPlace {
    const own = holder.place?.holder === holder ? holder.place : this.#leastUsed()
    own.assign(holder, version)
    own.used = ++this.#uses
    holder.place = own
    return own
  }

  /** A new place while there is room, else the one that was assigned longest ago. */
  #leastUsed(): ContextPlace {
    const { contextsMax } = this.#engine.sizes
    if (this.#places.length < contextsMax) {
      const place = new ContextPlace(this.#engine, CONTEXTS_FIXED + this.#places.length)
      this.#places.push(place)
      return place
    }
    return this.#places.reduce((least, place) => (place.used < least.used ? place : least))
  }
}
