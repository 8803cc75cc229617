// The keys of an issuer that publishes them at a URL. They are fetched in the background: at once, then every ten minutes,
// and when a token names a key that is not there. While the server cannot be reached, or answers something else, the keys
// of before serve, for a day. Whatever tokens say, one fetch runs at a time, and at most one in 30 s starts.
//
//   no keys ──fetched──> keys ──fetch fails──> keys of before ──a day──> no keys
//
// Time comes from outside, and so does the tick: nothing here sleeps.
import { type FETCH_BOUNDS, type FetchFailure, fetchKeys } from './fetch-keys.ts'
import type { KeySet } from './key-set.ts'

const REFRESH_MS = 600_000
const COOLDOWN_MS = 30_000
const STALE_MS_MAX = 86_400_000

export interface RemoteKeysOptions {
  fetch: typeof fetch
  /** Unix ms. */
  nowMs: () => number
  /** Told, in the same breath as `keys` changes, that a key is gone, or may be for others. */
  onGone: () => void
  /** Whether others, whose sets may be older than this one, verify tokens that are remembered here too. */
  hasOthers: () => boolean
  bounds?: typeof FETCH_BOUNDS
}

export class RemoteKeys {
  readonly url: string
  readonly #options: RemoteKeysOptions
  readonly #end = new AbortController()
  #keys: KeySet | undefined
  #failure: FetchFailure | undefined
  #fetchedAtMs: number | undefined
  #askedAtMs: number | undefined
  #pending: Promise<void> | undefined

  /** Starts to fetch. `url` is one that `jwksProblem` finds nothing wrong with. */
  constructor(url: string, options: RemoteKeysOptions) {
    this.url = url
    this.#options = options
    this.tick()
  }

  /** Undefined as long as none were ever fetched, and when those that were are too old. */
  get keys(): KeySet | undefined {
    return this.#keys
  }

  /** When they were fetched, in Unix ms. */
  get fetchedAtMs(): number | undefined {
    return this.#fetchedAtMs
  }

  /** How the last fetch that ended failed; undefined if it did not. */
  get failure(): FetchFailure | undefined {
    return this.#failure
  }

  /** The fetch that runs. */
  get pending(): Promise<void> | undefined {
    return this.#pending
  }

  /** Does what is due. To be called every second or so. */
  tick(): void {
    if (this.#keys !== undefined && this.#since(this.#fetchedAtMs) >= STALE_MS_MAX) {
      this.#use(undefined)
    }
    const isFresh = this.#keys !== undefined && this.#since(this.#fetchedAtMs) < REFRESH_MS
    if (!isFresh) this.seek()
  }

  /** Asks for newer keys: resolves when they are there, or could not be had. Undefined if it is too early to ask again. */
  seek(): Promise<void> | undefined {
    if (this.#end.signal.aborted) return undefined
    if (this.#pending === undefined && this.#since(this.#askedAtMs) >= COOLDOWN_MS) {
      this.#askedAtMs = this.#options.nowMs()
      this.#pending = this.#fetch()
    }
    return this.#pending
  }

  /** Ends a fetch that runs. */
  close(): void {
    this.#end.abort()
  }

  /** Ms since a time; infinite if there was none, or if the clock has been set back behind it. */
  #since(timeMs: number | undefined): number {
    if (timeMs === undefined) return Infinity
    const elapsedMs = this.#options.nowMs() - timeMs
    return elapsedMs < 0 ? Infinity : elapsedMs
  }

  async #fetch(): Promise<void> {
    const { fetch, bounds } = this.#options
    const fetched = await fetchKeys(this.url, fetch, this.#end.signal, bounds)
    this.#pending = undefined
    if (this.#end.signal.aborted) return
    if ('failure' in fetched) {
      this.#failure = fetched.failure
      return
    }
    this.#failure = undefined
    this.#fetchedAtMs = this.#options.nowMs()
    this.#use(fetched.keys)
  }

  #use(keys: KeySet | undefined): void {
    const before = this.#keys
    this.#keys = keys
    if (before === undefined) return
    const isGone = keys === undefined || !before.isWithin(keys)
    // By a set that was fetched earlier another thread may have verified a token whose key was gone already.
    if (isGone || this.#options.hasOthers()) this.#options.onGone()
  }
}
