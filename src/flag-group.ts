// Many flags for one context, in one call into the evaluators.

import { PreparedContext } from './context.ts'
import type { FlagView } from './engine/decode.ts'
import { COMPUTED } from './engine/decode.ts'
import type { PlannedAttribute } from './engine/encode.ts'
import { ENCODED } from './engine/encode.ts'
import type { EvaluationParts } from './engine/evaluation.ts'
import type { EvaluationDetails, FlagDetails } from './engine/flag-details.ts'
import type { Context } from './flag.ts'
import { notFound } from './flag.ts'

/**
 * Some or all flags of the config, evaluated together against the same version. Make it once and keep it; evaluating
 * allocates nothing. Belongs to the thread that made it.
 */
export class FlagGroup {
  readonly #parts: EvaluationParts
  readonly #wanted: readonly string[] | undefined
  #keys: readonly string[] = []
  #version = 0
  #ruleset = 0
  #views: readonly (FlagView | undefined)[] = []
  /** Of those flags that exist, each once: their numbers in the ruleset, and their first places among the keys. */
  #numbers = new Uint32Array(0)
  #positions = new Uint32Array(0)
  /** Keys that were asked for before: where their answer stands, and where it goes too. */
  #repeats: readonly { from: number; to: number }[] = []
  #shared: readonly FlagDetails[] = []
  #plan: readonly PlannedAttribute[] = []
  /** The last outcome words, and the details that they stand for. */
  #words = new Int32Array(0)
  #details: EvaluationDetails[] = []

  /** @internal Made by `Sluice.flagGroup`. Without keys it has all flags. */
  constructor(parts: EvaluationParts, keys: readonly string[] | undefined) {
    this.#parts = parts
    this.#wanted = keys === undefined ? undefined : Object.freeze([...keys])
  }

  /** The keys, in the order of the answers: as given, or all of the config, sorted. */
  get keys(): readonly string[] {
    this.#refresh()
    return this.#keys
  }

  /** The version of the config that the last answers are of; 0 before the first. */
  get version(): number {
    return this.#version
  }

  /**
   * Evaluates the flags. The same array each time, which the next call overwrites; the details in it are interned and
   * may be kept, as those of `Flag.evaluate`. A key that the config lacks gives FLAG_NOT_FOUND.
   * @throws SluiceError CLOSED
   * @throws TypeError if the context is no object
   */
  evaluate(context: Context): readonly EvaluationDetails[] {
    while (true) {
      this.#refresh()
      const base = this.#encode(context)
      if (base === 0) {
        const details = this.#evaluateEach(context)
        if (details !== undefined) return details
      } else if (this.#run(base)) return this.#readOutcomes()
    }
  }

  /** What the outcome words stand for; those that are the same as the last time are there already. */
  #readOutcomes(): readonly EvaluationDetails[] {
    const { engine } = this.#parts
    const { i32 } = engine
    const words = this.#words
    const positions = this.#positions
    const shared = this.#shared
    const repeats = this.#repeats
    const details = this.#details
    let cell = (engine.lane + engine.map.laneOutcomes) >> 2
    for (let index = 0; index < words.length; index++) {
      const word = i32[cell++]!
      if (word === words[index]) continue
      words[index] = word
      details[positions[index]!] = shared[index]!.of(word)
    }
    for (let index = 0; index < repeats.length; index++) {
      const { from, to } = repeats[index]!
      details[to] = details[from]!
    }
    return details
  }

  /** Runs the programs on the version that the group knows; false if it is no longer the live one. */
  #run(base: number): boolean {
    const { engine, lane } = this.#parts
    const { evaluators } = engine
    engine.u32.set(this.#numbers, (lane + engine.map.laneOutcomes) >> 2)
    if (engine.owner) {
      evaluators.evaluateMany(lane, this.#ruleset, base, this.#numbers.length)
      return true
    }
    if (evaluators.pin(lane, this.#version) === 0) return false
    evaluators.evaluateMany(lane, this.#ruleset, base, this.#numbers.length)
    evaluators.unpin(lane)
    return true
  }

  /** Encodes what the flags read: the address of the slots, or 0 if something cannot be encoded. */
  #encode(context: Context): number {
    const { encoder, places } = this.#parts
    if (!(context instanceof PreparedContext)) {
      return encoder.encode(this.#plan, context) === ENCODED ? encoder.base : 0
    }
    const place = places.of(context, this.#version)
    return place.ensureAll(this.#plan, context.attributes) === ENCODED ? place.base : 0
  }

  /**
   * One by one: flags that do not read what cannot be encoded still have an answer. The version is held meanwhile;
   * undefined if it is no longer the live one.
   */
  #evaluateEach(context: Context): readonly EvaluationDetails[] | undefined {
    const { reader } = this.#parts
    const version = reader.hold()
    try {
      if (version !== this.#version) return undefined
      this.#words.fill(-1)
      this.#views.forEach((view, position) => {
        if (view !== undefined) this.#details[position] = this.#evaluateOne(view, context)
      })
      return this.#details
    } finally {
      reader.release(version)
    }
  }

  #evaluateOne(view: FlagView, context: Context): EvaluationDetails {
    return view.details(view.fixed !== COMPUTED ? view.fixed : this.#parts.runHeld(view, context))
  }

  #refresh(): void {
    const { engine, reader } = this.#parts
    if (engine.version === this.#version) return
    const version = reader.hold()
    try {
      this.#keys = this.#wanted ?? Object.freeze(reader.heldFlagKeys(version).sort())
      this.#views = this.#keys.map(key => reader.heldFlag(key, version))
      const metadata = Object.freeze(reader.heldMetadata(version))
      // Those of the others are overwritten before anybody sees them.
      this.#details = this.#keys.map(key => notFound(key, metadata))
    } finally {
      reader.release(version)
    }
    this.#version = version
    this.#ruleset = engine.region(version)
    // In the order of the ruleset, so that the evaluator goes through the memory from one end to the other.
    const first = new Map<FlagView, number>()
    const repeats: { from: number; to: number }[] = []
    this.#views.forEach((view, position) => {
      const from = view === undefined ? undefined : first.get(view)
      if (from !== undefined) repeats.push({ from, to: position })
      else if (view !== undefined) first.set(view, position)
    })
    this.#repeats = repeats
    const present = [...first]
      .map(([view, position]) => ({ view, position }))
      .sort((left, right) => left.view.index - right.view.index)
    this.#numbers = Uint32Array.from(present, ({ view }) => view.index)
    this.#positions = Uint32Array.from(present, ({ position }) => position)
    this.#shared = present.map(({ view }) => view.shared)
    this.#words = new Int32Array(present.length).fill(-1)
    this.#plan = unionOfPlans(present.map(({ view }) => view))
  }
}

/** Each attribute that one of the flags reads, once, with the reach that serves them all. */
function unionOfPlans(views: readonly FlagView[]): PlannedAttribute[] {
  const union = new Map<number, PlannedAttribute>()
  for (const { plan } of views) {
    for (const attribute of plan) {
      union.set(attribute.index, { ...attribute, reach: attribute.sharedReach })
    }
  }
  return [...union.values()]
}
