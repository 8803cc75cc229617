// One life of a provider, from `initialize` to `onClose`.
//
//   opening ──► serving ◄──► stale       stale: a changed config could not go live; the last good one serves
//    │   │       ▲   │
//    │   └► waiting  │                   waiting: a watched config could not be opened; each change of it is tried
//    │       │       │
//    └───────┴───────┴──► failed         for good: no config would help, or the engine was closed by somebody else
//
// READY and ERROR at the end of `initialize` are the SDK's to emit: it does so for the promise (js-sdk core
// 1.12.0, `setAwaitableProvider`), and a second one from here would run each handler twice. Whatever happens later is
// emitted here.
import { OpenFeatureError } from '@openfeature/server-sdk'
import { loadConfig } from '../config/load.ts'
import type { ConfigWatch } from '../config/watch.ts'
import { watchConfig } from '../config/watch.ts'
import { SluiceError } from '../errors.ts'
import type { PublishEvent } from '../publisher.ts'
import { Sluice } from '../sluice.ts'
import type { Announcer } from './announcer.ts'
import * as errors from './errors.ts'
import type { Origin } from './options.ts'

export class Session {
  readonly #origin: Origin
  readonly #announcer: Announcer
  /** The path to watch after a config of it could not go live. */
  readonly #watchedPath: string | undefined
  #sluice: Sluice | undefined
  #unavailable: OpenFeatureError = errors.openingError()
  #opening: Promise<void> | undefined
  #watch: ConfigWatch | undefined
  /** The config of the watched path cannot go live, and a change of it will be tried. */
  #isWaiting = false
  #isStale = false
  #isClosed = false

  constructor(origin: Origin, announcer: Announcer) {
    this.#origin = origin
    this.#announcer = announcer
    if ('source' in origin && typeof origin.source === 'string' && origin.options.watch !== false) {
      this.#watchedPath = origin.source
    }
  }

  /** The engine to evaluate with; undefined while there is none. */
  get sluice(): Sluice | undefined {
    return this.#sluice
  }

  get #isOwner(): boolean {
    return 'source' in this.#origin
  }

  /** Why there is no engine. */
  get unavailable(): OpenFeatureError {
    return this.#unavailable
  }

  /** Opens the engine, once. @throws OpenFeatureError */
  ready(): Promise<void> {
    if (this.#sluice !== undefined) return Promise.resolve()
    this.#opening ??= this.#open()
    return this.#opening
  }

  /** Ends the life; resolves when the engine that was opened for it, if one was, is closed. Never rejects. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#isWaiting = false
    this.#watch?.close()
    this.#release()
    this.#unavailable = errors.uninitializedError()
    await this.#opening?.catch(() => {})
  }

  /** What an evaluation threw. Finds out here that the engine was closed: nobody tells that. */
  explain(cause: unknown): OpenFeatureError {
    if (!(cause instanceof SluiceError) || cause.code !== 'CLOSED') {
      return errors.evaluationError(cause)
    }
    const error = errors.engineClosedError(cause)
    this.#release()
    this.#unavailable = error
    this.#announcer.failed(error)
    return error
  }

  async #open(): Promise<void> {
    const path = this.#watchedPath
    try {
      await this.#attempt()
    } catch (error) {
      if (path === undefined || !this.#isWaiting) throw error
      // From here on each change is seen; the second look is for one that came before.
      this.#watch = watchConfig(path, () => this.#retry(), { onError: cause => this.#warn(cause) })
      await this.#watch.ready
      await this.#follow(path)
      await this.#attempt()
    }
  }

  /** Tells the watch what is there, the files of sets too: the config may be mended in one of them. */
  async #follow(path: string): Promise<void> {
    const watch = this.#watch
    if (watch !== undefined) await loadConfig(path, { follow: read => watch.follow(read) })
  }

  /** A change of the watched path while there is no engine. Calls do not overlap; never rejects. */
  async #retry(): Promise<void> {
    await this.#opening?.catch(() => {})
    const path = this.#watchedPath
    if (!this.#isWaiting || path === undefined) return
    try {
      await this.#follow(path)
      this.#opening = this.#attempt()
      await this.#opening
      this.#announcer.ready()
    } catch (error) {
      if (this.#isClosed) return
      const failure = error as OpenFeatureError
      this.#announcer.failed(failure)
      if (failure.cause instanceof SluiceError) this.#announcer.report(failure.cause)
    }
  }

  /** Tries to have an engine. @throws OpenFeatureError */
  async #attempt(): Promise<void> {
    try {
      const sluice = await this.#find()
      if (this.#isClosed) {
        if (this.#isOwner) sluice.close()
        throw errors.closedError()
      }
      this.#adopt(sluice)
    } catch (cause) {
      const watched = this.#watchedPath !== undefined
      const error = cause instanceof OpenFeatureError ? cause : errors.openError(cause, watched)
      this.#isWaiting = watched && errors.isFaultOfConfig(cause) && !this.#isClosed
      this.#unavailable = this.#isWaiting ? errors.waitingError() : error
      if (!this.#isWaiting) this.#watch?.close()
      throw error
    }
  }

  async #find(): Promise<Sluice> {
    const origin = this.#origin
    if ('sluice' in origin) {
      if (origin.sluice.version < 0) throw errors.engineClosedError()
      return origin.sluice
    }
    return Sluice.open(origin.source, origin.options)
  }

  #adopt(sluice: Sluice): void {
    this.#sluice = sluice
    this.#isWaiting = false
    this.#watch?.close()
    sluice.on('publish', this.#onPublish).on('error', this.#onError)
  }

  #release(): void {
    const sluice = this.#sluice
    this.#sluice = undefined
    sluice?.off('publish', this.#onPublish).off('error', this.#onError)
    if (this.#isOwner) sluice?.close()
  }

  readonly #onPublish = (event: PublishEvent): void => {
    // First, so that a handler of the change that evaluates finds the status READY.
    if (this.#isStale) {
      this.#isStale = false
      this.#announcer.ready()
    }
    // Only limits may have changed.
    if (event.flagsChanged.length > 0) this.#announcer.changed(event)
  }

  readonly #onError = (error: SluiceError): void => {
    // Without a problem it is trouble in the watch, which goes on by looking every two seconds: nothing is stale yet.
    if (error.code !== 'CONFIG_INVALID' || error.problems.length > 0) {
      this.#isStale = true
      this.#announcer.stale(error)
    }
    this.#announcer.report(error)
  }

  #warn(cause: Error): void {
    this.#announcer.report(new SluiceError('CONFIG_INVALID', String(cause)))
  }
}
