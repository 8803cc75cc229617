// The watches of the operating system, one a folder, kept to the folders that matter now.
import { type FSWatcher, watch } from 'node:fs'
import { type FolderId, foldersToWatch } from './watch-paths.ts'

/** What a `FolderWatches` tells. */
export interface FolderEvents {
  /** Something happened in a folder, or its watch was lost: time to look. */
  onEvent: () => void
  onError: (error: unknown) => void
}

const settleTriesMax = 5

/** Watches the folders that decide what some paths are. */
export class FolderWatches {
  readonly #events: FolderEvents
  readonly #persistent: boolean
  readonly #watchers = new Map<string, { id: FolderId; watcher: FSWatcher }>()
  readonly #failed = new Set<string>()
  #isClosed = false

  constructor(persistent: boolean, events: FolderEvents) {
    this.#persistent = persistent
    this.#events = events
  }

  /** Whether there is a folder that cannot be watched, and has to be looked at instead. */
  get isPartial(): boolean {
    return this.#failed.size > 0
  }

  /**
   * Watches what is to be watched now, and nothing else. Not to be called again before it resolves:
   * of two, one could drop what the other has just begun to watch.
   *
   * @param path the config, a file or a folder
   * @param files other files
   * @returns false when the folders changed all the time, and it gave up
   */
  async settle(path: string, files: Iterable<string>): Promise<boolean> {
    // Between finding the folders and watching them they may change: so again, until they stay.
    for (let tries = 0; tries < settleTriesMax; tries++) {
      const folders = new Map(await foldersToWatch(path, 'any'))
      for (const file of files) {
        for (const [folder, id] of await foldersToWatch(file, 'file')) folders.set(folder, id)
      }
      if (this.#isClosed || !this.#keep(folders)) return true
    }
    return false
  }

  close(): void {
    this.#isClosed = true
    for (const { watcher } of this.#watchers.values()) watcher.close()
    this.#watchers.clear()
  }

  // True when a watch was added or dropped.
  #keep(folders: ReadonlyMap<string, FolderId>): boolean {
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
    const { onEvent, onError } = this.#events
    try {
      const watcher = watch(folder, { persistent: this.#persistent }, onEvent)
      watcher.on('error', error => this.#lose(folder, watcher, error))
      this.#watchers.set(folder, { id, watcher })
      this.#failed.delete(folder)
      return true
    } catch (error) {
      if (!this.#failed.has(folder)) onError(error)
      this.#failed.add(folder)
      return false
    }
  }

  #lose(folder: string, watcher: FSWatcher, error: Error): void {
    watcher.close()
    if (this.#watchers.get(folder)?.watcher === watcher) this.#watchers.delete(folder)
    this.#events.onError(error)
    this.#events.onEvent()
  }
}
