// What a thread does with the live ruleset besides evaluating: look flags up, list what there is, copy the limits into
// its lane. On a thread that does not publish, each such read is pinned, as an evaluation is.

import {
  KEY_HASH,
  KEYS_OFFSET,
  LANE_SNAPSHOTS,
  METRIC_BYTES,
  METRIC_EVICTED,
  METRIC_LEAKED,
} from '../../assembly/shared/layout.ts'
import { LANE_LIMIT_BYTES, LANE_LIMIT_SALT } from '../../assembly/shared/limit.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import type { Metadata } from '../config/types.ts'
import { SluiceError } from '../errors.ts'
import { FlagView, findFlag, readFlagKeys, readMetadata, SharedViews } from './decode.ts'
import type { Engine } from './engine.ts'
import { KeyHashes } from './keys.ts'
import { limitIdsMax } from './memory.ts'
import { writeText } from './text.ts'

/** A limit of the live ruleset. */
export interface LimitView {
  readonly id: number
  readonly burst: number
  /** Path of the attribute that names the key of a context; empty if none does. */
  readonly key: readonly string[]
}

/** What a limit lost to a full table, since it has its rate. */
export interface LimitMetrics {
  /** Keys that were forgotten while they were in debt. */
  readonly evicted: number
  /** Tokens that those keys had taken and may so take again. */
  readonly tokensLeaked: number
}

export class RulesetReader {
  readonly engine: Engine
  readonly keys: KeyHashes
  #limitsVersion = 0
  #limits: ReadonlyMap<string, LimitView> = new Map()
  readonly #views: ({ shared: SharedViews; views: Map<string, FlagView> } | undefined)[] = []
  /** How many snapshots hold the version in each of the two regions. */
  readonly #holds = [0, 0]

  constructor(engine: Engine) {
    this.engine = engine
    this.keys = new KeyHashes(engine)
  }

  /** Runs `read` on the live ruleset, which stays in place meanwhile. */
  pinned<Result>(read: (ruleset: number, version: number) => Result): Result {
    const { engine } = this
    while (true) {
      const version = engine.version
      if (version < 0) throw new SluiceError('CLOSED', 'the engine was closed')
      if (engine.owner) return read(engine.region(version), version)
      if (engine.evaluators.pin(engine.lane, version) === 0) continue
      try {
        return read(engine.region(version), version)
      } finally {
        engine.evaluators.unpin(engine.lane)
      }
    }
  }

  /** Holds the live version in place, until `release`; returns it. May be nested. */
  hold(): number {
    return this.pinned((_ruleset, version) => {
      const region = version & 1
      this.#holds[region]!++
      Atomics.store(this.engine.i32, this.#snapshotIndex(region), version)
      return version
    })
  }

  release(version: number): void {
    const region = version & 1
    this.#holds[region]!--
    if (this.#holds[region] === 0) Atomics.store(this.engine.i32, this.#snapshotIndex(region), 0)
  }

  #snapshotIndex(region: number): number {
    return (this.engine.lane + LANE_SNAPSHOTS + 4 * region) >> 2
  }

  /** What handles, snapshots and groups share: one view for each flag and version. Two versions can be in use. */
  #view(key: string, version: number, flag: number): FlagView {
    let known = this.#views[version & 1]
    if (known?.shared.version !== version) {
      known = { shared: new SharedViews(this.engine, version), views: new Map() }
      this.#views[version & 1] = known
    }
    let view = known.views.get(key)
    if (view === undefined) {
      view = new FlagView(known.shared, flag)
      known.views.set(key, view)
    }
    return view
  }

  heldFlagKeys(version: number): string[] {
    return readFlagKeys(this.engine, this.engine.region(version))
  }

  heldMetadata(version: number): Metadata {
    return readMetadata(this.engine, this.engine.region(version))
  }

  /** The flag of a version that is held. */
  heldFlag(key: string, version: number): FlagView | undefined {
    const hash = this.keys.flagHash(key)
    if (hash === undefined) return undefined
    const flag = findFlag(this.engine, this.engine.region(version), key, hash)
    return flag === 0 ? undefined : this.#view(key, version, flag)
  }

  /** The flag as it is now, or the version that has none of that key. */
  flag(key: string): FlagView | { version: number; metadata: Metadata } {
    const hash = this.keys.flagHash(key)
    return this.pinned((ruleset, version) => {
      const flag = hash === undefined ? 0 : findFlag(this.engine, ruleset, key, hash)
      if (flag !== 0) return this.#view(key, version, flag)
      return { version, metadata: readMetadata(this.engine, ruleset) }
    })
  }

  flagKeys(): string[] {
    return this.pinned(ruleset => readFlagKeys(this.engine, ruleset))
  }

  metadata(): Metadata {
    return this.pinned(ruleset => readMetadata(this.engine, ruleset))
  }

  /** The version of the limits that the lane holds. */
  get limitsVersion(): number {
    return this.#limitsVersion
  }

  /** The limits, which the lane then holds in the same version. */
  limits(): ReadonlyMap<string, LimitView> {
    if (this.engine.version !== this.#limitsVersion) {
      this.pinned((ruleset, version) => {
        this.#limits = this.#copyLimits(ruleset)
        this.#limitsVersion = version
      })
    }
    return this.#limits
  }

  /** What was lost of a limit because the table was too small; undefined if there is no such limit. */
  metrics(name: string): LimitMetrics | undefined {
    const limit = this.limits().get(name)
    if (limit === undefined) return undefined
    const { engine } = this
    const metric = engine.map.metrics + limit.id * METRIC_BYTES
    const read = (offset: number) => {
      const low = engine.u32[(metric + offset) >> 2]!
      return engine.u32[(metric + offset + 4) >> 2]! * 2 ** 32 + low
    }
    return { evicted: read(METRIC_EVICTED), tokensLeaked: read(METRIC_LEAKED) }
  }

  #copyLimits(ruleset: number): ReadonlyMap<string, LimitView> {
    const { engine } = this
    const { u32 } = engine
    const limits = new Map<string, LimitView>()
    const count = u32[(ruleset + layout.HEADER_LIMIT_COUNT) >> 2]!
    const first = ruleset + u32[(ruleset + layout.HEADER_LIMITS) >> 2]!
    const table = engine.lane + engine.map.laneLimits
    engine.u8.fill(0, table, table + (limitIdsMax(engine.sizes) + 1) * LANE_LIMIT_BYTES)
    for (let index = 0; index < count; index++) {
      const record = first + index * layout.LIMIT_BYTES
      const name = engine.readString(ruleset + u32[(record + layout.LIMIT_NAME) >> 2]!)
      const id = u32[(record + layout.LIMIT_ID) >> 2]!
      const target = table + id * LANE_LIMIT_BYTES
      engine.u8.copyWithin(target, record, record + LANE_LIMIT_SALT)
      this.#salt(name, record, target + LANE_LIMIT_SALT)
      const key = engine.readString(ruleset + u32[(record + layout.LIMIT_KEY) >> 2]!)
      limits.set(name, {
        id,
        burst: u32[(record + layout.LIMIT_BURST) >> 2]!,
        key: JSON.parse(key) as string[],
      })
    }
    // What is known of keys was found under the limits of before, and place 0 served for the salts.
    this.keys.forget()
    return limits
  }

  /**
   * The limit's secret salt: of its name, rate and quantum. A limit whose rate changes starts with fresh buckets, for
   * the old ones count in other units; one whose burst alone changes keeps them.
   */
  #salt(name: string, record: number, target: number): void {
    const { engine } = this
    const start = engine.lane + engine.map.laneKey
    const limit = start + engine.sizes.keyBytesMax
    const length = writeText(engine.u8, engine.i32, name, 0, name.length, start, limit)
    const end = start + length
    engine.u8.copyWithin(end, record + layout.LIMIT_RATE, record + layout.LIMIT_CAPACITY)
    engine.u8.copyWithin(end + 16, record + layout.LIMIT_QUANTUM, record + layout.LIMIT_BURST)
    engine.evaluators.hashKey(engine.lane, 0, length + 20)
    const hash = engine.lane + KEYS_OFFSET + KEY_HASH
    engine.u8.copyWithin(target, hash, hash + 8)
  }
}
