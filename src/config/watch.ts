// Watches a config and says when its content has changed: after a write in place, a rename over
// it, a deletion, a creation, a swap of links, a file more or less in a folder. The content
// decides, not the event: events only say when to look.
import { type FSWatcher, watch } from 'node:fs'
import { fingerprint } from './fingerprint.ts'
import { type FolderId, foldersToWatch } from './watch-paths.ts'

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
  /** Ends the watch; `onChange` is not called again. */
  close(): void
}

/**
 * Calls `onChange` each time the content of a config file, or of the config files in a folder,
 * may have changed. The path need not exist yet. To miss no change, await `ready` before loading
 * the config. Calls do not overlap: a change while the promise of `onChange` is pending is told
 * after it.
 *
 * @throws RangeError when `debounceMs` is negative or not a number.
 */
export function watchConfig(
  path: string,
  onChange: () => void | Promise<void>,
  options: WatchOptions = {},
): ConfigWatch {
  const watcher = new ConfigWatcher(path, onChange, options)
  return { ready: watcher.start(), close: () => watcher.close() }
}

const pollMs = 2000
const delaysMax = 10
const settleTriesMax = 5

class ConfigWatcher {
  readonly #path: string
  readonly #onChange: () => void | Promise<void>
  readonly #onError: (error: Error) => void
  readonly #debounceMs: number
  readonly #persistent: boolean
  readonly #watchers = new Map<string, { id: FolderId; watcher: FSWatcher }>()
  readonly #failed = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #poll: NodeJS.Timeout | undefined
  #firstEventMs = 0
  #isLooking = false
  #isDirty = false
  #isClosed = false
  #content = ''

  constructor(path: string, onChange: () => void | Promise<void>, options: WatchOptions) {
    const { debounceMs = 100, persistent = false, onError } = options
    if (!(debounceMs >= 0)) throw new RangeError(`debounceMs must be 0 or more, got ${debounceMs}`)
    this.#path = path
    this.#onChange = onChange
    this.#onError = onError ?? (error => process.emitWarning(error))
    this.#debounceMs = debounceMs
    this.#persistent = persistent
  }

  async start(): Promise<void> {
    this.#isLooking = true
    try {
      await this.#settle()
      this.#content = await fingerprint(this.#path)
    } catch (error) {
      this.#report(error)
    }
    // what happened meanwhile may be in the first fingerprint already; looking again tells
    this.#rest()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    clearTimeout(this.#poll)
    for (const { watcher } of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
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
      const content = await fingerprint(this.#path)
      if (content !== this.#content && !this.#isClosed) {
        this.#content = content
        await this.#onChange()
      }
    } catch (error) {
      this.#report(error)
    }
    this.#rest()
  }

  #rest(): void {
    this.#isLooking = false
    if (this.#isClosed) return
    if (this.#isDirty) this.#schedule()
    else if (this.#failed.size > 0) this.#poll = this.#later(pollMs)
  }

  // Watches what is to be watched now. Between finding the folders and watching them they may
  // change: so again, until they stay.
  async #settle(): Promise<void> {
    for (let tries = 0; tries < settleTriesMax; tries++) {
      const folders = await foldersToWatch(this.#path)
      if (this.#isClosed || !this.#follow(folders)) return
    }
    this.#isDirty = true
  }

  // True when a watch was added or dropped.
  #follow(folders: ReadonlyMap<string, FolderId>): boolean {
    let isChanged = false
    for (const [folder, { id, watcher }] of this.#watchers) {
      if (folders.get(folder) === id) continue
      watcher.close()
      this.#watchers.delete(folder)
      isChanged = true
    }
    for (const folder of this.#failed) if (!folders.has(folder)) this.#failed.delete(folder)
    for (const [folder, id] of folders) {
      if (!this.#watchers.has(folder) && this.#watch(folder, id)) isChanged = true
    }
    return isChanged
  }

  #watch(folder: string, id: FolderId): boolean {
    try {
      const watcher = watch(folder, { persistent: this.#persistent }, () => this.#schedule())
      watcher.on('error', error => this.#lose(folder, watcher, error))
      this.#watchers.set(folder, { id, watcher })
      this.#failed.delete(folder)
      return true
    } catch (error) {
      if (!this.#failed.has(folder)) this.#report(error)
      this.#failed.add(folder)
      return false
    }
  }

  #lose(folder: string, watcher: FSWatcher, error: Error): void {
    watcher.close()
    if (this.#watchers.get(folder)?.watcher === watcher) this.#watchers.delete(folder)
    this.#report(error)
    this.#schedule()
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
