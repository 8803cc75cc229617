// Watches a config and says when its content has changed: after a write in place, a rename over
// it, a deletion, a creation, a swap of links, a file more or less in a folder. The content
// decides, not the event: events only say when to look. The files of sets may lie anywhere, and
// which they are is known only to who reads the config: so the watch is told, each time anew.
import type { FileDigest, ReadContent } from './digest.ts'
import { digestFile, fingerprint } from './fingerprint.ts'
import { FolderWatches } from './watch-folders.ts'

export interface WatchOptions {
  /**
   * Milliseconds without an event before looking, 0 or more; 100 if left out. Editors write in
   * several steps. While events do not end, it looks every ten times as long.
   */
  debounceMs?: number
  /** Whether the watch keeps the process alive; false if left out. */
  persistent?: boolean
  /**
   * Told what goes wrong in the watch or in `onChange`; without it, a process warning is emitted.
   * Where a folder cannot be watched (no more inotify watches), the watch goes on by looking
   * every two seconds.
   */
  onError?: (error: Error) => void
}

export interface ConfigWatch {
  /** Resolves when the watch is in place: every later change is seen. Never rejects. */
  readonly ready: Promise<void>
  /**
   * Takes what was last read for what is known, and watches the files of its sets too, in place of
   * those before. What has changed since it was read is a change, and told. For the option `follow`
   * of `loadConfig`. It may be called at any time, in `onChange` too. Never rejects.
   */
  follow(read: ReadContent): Promise<void>
  /** Ends the watch; `onChange` is not called again. */
  close(): void
}

/**
 * Calls `onChange` each time the content of a config file, of the config files in a folder, or of a
 * file that is followed, may have changed. The path need not exist yet. To miss no change, await
 * `ready` before loading the config. Calls do not overlap: a change while the promise of `onChange`
 * is pending is told after it.
 *
 * @example
 * const watch = watchConfig(path, load)
 * const load = async () => use(await loadConfig(path, { follow: read => watch.follow(read) }))
 *
 * @throws RangeError when `debounceMs` is negative or not a number.
 */
export function watchConfig(
  path: string,
  onChange: () => void | Promise<void>,
  options: WatchOptions = {},
): ConfigWatch {
  const watcher = new ConfigWatcher(path, onChange, options)
  return {
    ready: watcher.start(),
    follow: read => watcher.follow(read),
    close: () => watcher.close(),
  }
}

const pollMs = 2000
const delaysMax = 10

class ConfigWatcher {
  readonly #path: string
  readonly #onChange: () => void | Promise<void>
  readonly #onError: (error: Error) => void
  readonly #debounceMs: number
  readonly #persistent: boolean
  readonly #folders: FolderWatches
  #timer: NodeJS.Timeout | undefined
  #poll: NodeJS.Timeout | undefined
  #firstEventMs = 0
  #isLooking = false
  #isDirty = false
  #isClosed = false
  #content = ''
  #digests: ReadonlyMap<string, FileDigest | undefined> = new Map()
  #settling: Promise<void> = Promise.resolve()

  constructor(path: string, onChange: () => void | Promise<void>, options: WatchOptions) {
    const { debounceMs = 100, persistent = false, onError } = options
    if (!(debounceMs >= 0)) throw new RangeError(`debounceMs must be 0 or more, got ${debounceMs}`)
    this.#path = path
    this.#onChange = onChange
    this.#onError = onError ?? (error => process.emitWarning(error))
    this.#debounceMs = debounceMs
    this.#persistent = persistent
    this.#folders = new FolderWatches(persistent, {
      onEvent: () => this.#schedule(),
      onError: error => this.#report(error),
    })
  }

  async start(): Promise<void> {
    this.#isLooking = true
    const known = this.#digests
    try {
      await this.#settle()
      const content = await fingerprint(this.#path)
      if (this.#digests === known) this.#content = content
    } catch (error) {
      this.#report(error)
    }
    // what happened meanwhile may be in the first fingerprint already; looking again tells
    this.#rest()
  }

  // Does not wait for a look to end: that may be waiting for an `onChange` that waits for this.
  async follow({ config, sets }: ReadContent): Promise<void> {
    this.#content = config ?? this.#content
    this.#digests = new Map(sets)
    try {
      await this.#settle()
    } catch (error) {
      this.#report(error)
    }
    // what has changed between the reading and the watch has told nobody
    this.#schedule()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#poll)
    this.#folders.close()
  }

  // Waits for quiet, but not for ever: a log in the same folder may never be quiet.
  #schedule(): void {
    if (this.#isClosed) return
    if (this.#isLooking) {
      this.#isDirty = true
      return
    }
    const nowMs = performance.now()
    if (this.#timer === undefined) this.#firstEventMs = nowMs
    else if (nowMs - this.#firstEventMs > delaysMax * this.#debounceMs) return
    clearTimeout(this.#timer)
    this.#timer = this.#later(this.#debounceMs)
  }

  #later(delayMs: number): NodeJS.Timeout {
    const timer = setTimeout(() => void this.#look(), delayMs)
    return this.#persistent ? timer : timer.unref()
  }

  // Never rejects.
  async #look(): Promise<void> {
    if (this.#isLooking || this.#isClosed) return
    clearTimeout(this.#poll)
    this.#timer = undefined
    this.#isLooking = true
    this.#isDirty = false
    try {
      await this.#settle()
      const isChanged = await this.#compare()
      if (isChanged && !this.#isClosed) await this.#onChange()
    } catch (error) {
      this.#report(error)
    }
    this.#rest()
  }

  #rest(): void {
    this.#isLooking = false
    if (this.#isClosed) return
    clearTimeout(this.#poll)
    if (this.#isDirty) this.#schedule()
    else if (this.#folders.isPartial) this.#poll = this.#later(pollMs)
  }

  // One after the other, as `FolderWatches` wants it.
  #settle(): Promise<void> {
    const settled = this.#settling.then(async () => {
      const isSettled = await this.#folders.settle(this.#path, [...this.#digests.keys()])
      if (!isSettled) this.#isDirty = true
    })
    this.#settling = settled.catch(() => {})
    return settled
  }

  // True when the content is not what is known; then knows it.
  async #compare(): Promise<boolean> {
    const known = this.#digests
    const content = await fingerprint(this.#path)
    const digests = new Map<string, FileDigest>()
    for (const [file, before] of known) digests.set(file, await digestFile(file, before))
    // What is known is newer than this now, and `follow` has asked for another look.
    if (this.#digests !== known) return false
    let isChanged = content !== this.#content
    for (const [file, before] of known) {
      if (before !== undefined && digests.get(file)?.digest !== before.digest) isChanged = true
    }
    this.#content = content
    this.#digests = digests
    return isChanged
  }

  #report(error: unknown): void {
    if (this.#isClosed) return
    try {
      this.#onError(error instanceof Error ? error : new Error(String(error)))
    } catch (own) {
      process.emitWarning(own instanceof Error ? own : String(own))
    }
  }
}
