// What the provider tells by itself: events to the SDK, which derives the provider's status from them, and errors with
// all their problems to the application.
import type { OpenFeatureError } from '@openfeature/server-sdk'
import { OpenFeatureEventEmitter, ProviderEvents } from '@openfeature/server-sdk'
import type { SluiceError } from '../errors.ts'
import type { PublishEvent } from '../publisher.ts'

export class Announcer {
  readonly emitter = new OpenFeatureEventEmitter()
  readonly #onError: ((error: SluiceError) => void) | undefined

  constructor(onError: ((error: SluiceError) => void) | undefined) {
    this.#onError = onError
  }

  /** The provider can evaluate again, by the newest config. */
  ready(): void {
    this.emitter.emit(ProviderEvents.Ready)
  }

  /** It cannot. The status is FATAL for the code PROVIDER_FATAL, else ERROR. */
  failed({ message, code }: OpenFeatureError): void {
    this.emitter.emit(ProviderEvents.Error, { message, errorCode: code })
  }

  /** It evaluates by the last good config, which is not the newest. */
  stale({ message, code }: SluiceError): void {
    this.emitter.emit(ProviderEvents.Stale, { message, metadata: { code } })
  }

  /** Another config went live. */
  changed({ version, flagsChanged }: PublishEvent): void {
    const details = { flagsChanged: [...flagsChanged], metadata: { version } }
    this.emitter.emit(ProviderEvents.ConfigurationChanged, details)
  }

  /** An error that no call returns. */
  report(error: SluiceError): void {
    if (this.#onError === undefined) {
      process.emitWarning(error.message, { type: 'SluiceWarning', code: error.code })
      return
    }
    try {
      this.#onError(error)
    } catch (own) {
      // Called from a watcher, where a throw would end the process.
      process.emitWarning(own instanceof Error ? own : String(own))
    }
  }
}
