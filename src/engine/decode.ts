// Reads flags back out of the live ruleset: what a host needs to evaluate one, decoded when the flag is first used, once
// per version, and shared by the flags that have the same of it.

import * as outcome from '../../assembly/shared/outcome.ts'
import { NO_VARIANT, REASON_SHIFT } from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import type { JsonValue, Metadata } from '../config/types.ts'
import type { EncodePlan, PlannedAttribute } from './encode.ts'
import type { Engine } from './engine.ts'
import type { EvaluationDetails } from './flag-details.ts'
import { FlagDetails } from './flag-details.ts'

/** The fixed words of evaluations that need no program. */
const STATIC_WORD = outcome.REASON_STATIC << REASON_SHIFT
const DEFAULT_WORD = NO_VARIANT | (outcome.REASON_DEFAULT << REASON_SHIFT)
const DISABLED_WORD = NO_VARIANT | (outcome.REASON_DISABLED << REASON_SHIFT)
const INVALID_WORD =
  outcome.CAUSE_RULE_INVALID |
  (outcome.REASON_ERROR << REASON_SHIFT) |
  (outcome.ERROR_PARSE_ERROR << outcome.ERROR_SHIFT)

/** The outcome must be computed: no word is negative. */
export const COMPUTED = -1

/** What the views of one version share, by the offsets of what they are made of. */
export class SharedViews {
  readonly engine: Engine
  readonly version: number
  /** Address of the ruleset. */
  readonly ruleset: number
  readonly #metadata: Metadata
  readonly #details = new Map<number, FlagDetails>()
  readonly #plans = new Map<number, EncodePlan>()

  constructor(engine: Engine, version: number) {
    this.engine = engine
    this.version = version
    this.ruleset = engine.region(version)
    this.#metadata = readMetadata(engine, this.ruleset)
  }

  details(offset: number): FlagDetails {
    let details = this.#details.get(offset)
    if (details === undefined) {
      details = new FlagDetails(this.engine.readString(this.ruleset + offset), this.#metadata)
      this.#details.set(offset, details)
    }
    return details
  }

  plan(flag: number): EncodePlan {
    const offset = this.engine.u32[(flag + layout.FLAG_ATTRIBUTES) >> 2]!
    const count = this.engine.u32[(flag + layout.FLAG_ATTRIBUTE_COUNT) >> 2]!
    // Lists of another length can start at the same place only if one is empty.
    if (count === 0) return NO_PLAN
    let plan = this.#plans.get(offset)
    if (plan?.length !== count) {
      plan = readPlan(this.engine, this.ruleset, flag)
      this.#plans.set(offset, plan)
    }
    return plan
  }
}

const NO_PLAN: EncodePlan = []

/** One flag of one version, as the host needs it. */
export class FlagView {
  readonly version: number
  /** Address of the ruleset, and of the flag's record in it. */
  readonly ruleset: number
  readonly flag: number
  /** Its number in the ruleset. */
  readonly index: number
  readonly plan: EncodePlan
  /** The outcome, where it is always the same, or COMPUTED. */
  readonly fixed: number
  readonly values: readonly JsonValue[]
  readonly shared: FlagDetails

  constructor(shared: SharedViews, flag: number) {
    const { engine, ruleset, version } = shared
    const field = (offset: number) => engine.u32[(flag + offset) >> 2]!
    this.version = version
    this.ruleset = ruleset
    this.flag = flag
    this.index = flagIndex(engine, ruleset, flag)
    this.plan = shared.plan(flag)
    this.shared = shared.details(field(layout.FLAG_DETAILS))
    this.values = this.shared.values
    this.fixed = fixedWord(field(layout.FLAG_KIND), field(layout.FLAG_DEFAULT_VARIANT))
  }

  /** Names of the variants, in their order. */
  get variants(): readonly string[] {
    return this.shared.variants
  }

  /** The interned details of an outcome word. */
  details(word: number): EvaluationDetails {
    return this.shared.of(word)
  }
}

function fixedWord(kind: number, defaultVariant: number): number {
  switch (kind) {
    case layout.FLAG_KIND_TARGETING:
      return COMPUTED
    case layout.FLAG_KIND_DISABLED:
      return DISABLED_WORD
    case layout.FLAG_KIND_INVALID:
      return INVALID_WORD
  }
  // OpenFeature: a flag without a default variant defers to the code's default, for the reason DEFAULT.
  return defaultVariant === NO_VARIANT ? DEFAULT_WORD : defaultVariant | STATIC_WORD
}

/** The attribute of that number, of which the flag needs so much. */
export function readAttribute(
  engine: Engine,
  ruleset: number,
  index: number,
  reach: number | undefined,
): PlannedAttribute {
  const table = ruleset + engine.u32[(ruleset + layout.HEADER_ATTRIBUTES) >> 2]!
  const record = table + index * layout.ATTRIBUTE_BYTES
  const pathText = engine.readString(ruleset + engine.u32[(record + layout.ATTRIBUTE_PATH) >> 2]!)
  const path = JSON.parse(pathText) as string[]
  const source = engine.u16[(record + layout.ATTRIBUTE_SOURCE) >> 1]!
  const sharedReach = engine.u16[(record + layout.ATTRIBUTE_REACH) >> 1]!
  const name = path.length === 1 && source === layout.SOURCE_CONTEXT ? path[0] : undefined
  return { index, reach: reach ?? sharedReach, sharedReach, name, path, source }
}

function readPlan(engine: Engine, ruleset: number, flag: number): PlannedAttribute[] {
  const count = engine.u32[(flag + layout.FLAG_ATTRIBUTE_COUNT) >> 2]!
  const list = ruleset + engine.u32[(flag + layout.FLAG_ATTRIBUTES) >> 2]!
  return Array.from({ length: count }, (_, position) => {
    const entry = list + position * layout.FLAG_ATTRIBUTE_BYTES
    const index = engine.u16[entry >> 1]!
    const reach = engine.u16[(entry + layout.FLAG_ATTRIBUTE_REACH) >> 1]!
    return readAttribute(engine, ruleset, index, reach)
  })
}

/** The attributes that the flags of the ruleset read, with the reach that serves them all. */
export function readSharedPlan(engine: Engine, ruleset: number): PlannedAttribute[] {
  const count = engine.u32[(ruleset + layout.HEADER_ATTRIBUTE_COUNT) >> 2]!
  return Array.from({ length: count }, (_, index) =>
    readAttribute(engine, ruleset, index, undefined),
  )
}

/** The number of the flag whose record is at an address, counted in the ruleset from 0. */
export function flagIndex(engine: Engine, ruleset: number, flag: number): number {
  const first = ruleset + engine.u32[(ruleset + layout.HEADER_FLAGS) >> 2]!
  return (flag - first) / layout.FLAG_BYTES
}

/** The flag set's metadata in the ruleset at an address. */
export function readMetadata(engine: Engine, ruleset: number): Metadata {
  const offset = engine.u32[(ruleset + layout.HEADER_METADATA) >> 2]!
  return JSON.parse(engine.readString(ruleset + offset)) as Metadata
}

/** All flag keys of the ruleset at an address, in no particular order. */
export function readFlagKeys(engine: Engine, ruleset: number): string[] {
  const count = engine.u32[(ruleset + layout.HEADER_FLAG_COUNT) >> 2]!
  const first = ruleset + engine.u32[(ruleset + layout.HEADER_FLAGS) >> 2]!
  return Array.from({ length: count }, (_, index) => {
    const key = engine.u32[(first + index * layout.FLAG_BYTES + layout.FLAG_KEY) >> 2]!
    return engine.readString(ruleset + key)
  })
}

/** Address of the flag's record; 0 if the ruleset has no flag of that key. `hash` is the key's murmur3. */
export function findFlag(engine: Engine, ruleset: number, key: string, hash: number): number {
  const { u32 } = engine
  const first = ruleset + u32[(ruleset + layout.HEADER_FLAGS) >> 2]!
  const hashAt = (index: number) =>
    u32[(first + index * layout.FLAG_BYTES + layout.FLAG_KEY_HASH) >> 2]!
  let low = 0
  let high = u32[(ruleset + layout.HEADER_FLAG_COUNT) >> 2]!
  const count = high
  while (low < high) {
    const middle = (low + high) >>> 1
    if (hashAt(middle) < hash) low = middle + 1
    else high = middle
  }
  for (; low < count && hashAt(low) === hash; low++) {
    const flag = first + low * layout.FLAG_BYTES
    if (engine.readString(ruleset + u32[(flag + layout.FLAG_KEY) >> 2]!) === key) return flag
  }
  return 0
}
