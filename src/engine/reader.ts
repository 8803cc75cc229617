// What a thread does with the live ruleset besides evaluating: look flags up, list what there is. On a thread that does not publish, each such read is pinned, as an evaluation is.
import { LANE_SNAPSHOTS } from '../../assembly/shared/layout.ts'
import type { Metadata } from '../config/types.ts'
import { SluiceError } from '../errors.ts'
import { FlagView, findFlag, readFlagKeys, readMetadata, SharedViews } from './decode.ts'
import type { Engine } from './engine.ts'
import { KeyHashes } from './keys.ts'

export class RulesetReader {
  readonly engine: Engine
  readonly keys: KeyHashes
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
}
