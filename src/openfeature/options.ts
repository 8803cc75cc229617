// The options of the provider, and where it gets its engine from.
import type { EvaluationContext, Hook, TrackingEventDetails } from '@openfeature/server-sdk'
import { SluiceError } from '../errors.ts'
import { Sluice } from '../sluice.ts'
import type { SluiceOptions } from '../sluice-options.ts'

/** Options of a `SluiceProvider`, whatever engine it has. */
export interface SluiceProviderOptions {
  /** Hooks that run with each evaluation by this provider, after those of the API, client and call. Copied. */
  hooks?: readonly Hook[]
  /**
   * Told of each `client.track`, with the merged context, frozen. Without it tracking does nothing. What it throws the
   * SDK logs at level debug.
   */
  onTrack?: (name: string, context: EvaluationContext, details: TrackingEventDetails) => void
  /**
   * Told what nobody waits for, with its `code` and `problems`: a changed config that could not go live, trouble in the
   * watch. Without it such an error is a process warning of the type SluiceWarning. Not told what `initialize` rejects
   * with.
   */
  onError?: (error: SluiceError) => void
}

/** Options of a `SluiceProvider` that opens its engine itself: its own, and those of `Sluice.open`. */
export interface SluiceProviderOpenOptions extends SluiceProviderOptions, SluiceOptions {}

/** An engine that the provider opens in `initialize` and closes in `onClose`, or one that is its caller's. */
export type Origin =
  | { readonly source: string | object; readonly options: SluiceOptions }
  | { readonly sluice: Sluice }

/** The constructor's arguments, checked and taken apart. */
export interface Resolved {
  readonly origin: Origin
  readonly hooks: Hook[]
  readonly onTrack: SluiceProviderOptions['onTrack']
  readonly onError: SluiceProviderOptions['onError']
}

/**
 * Checks what can be checked without an engine; `Sluice.open` checks its own options.
 * @throws SluiceError OPTION_INVALID
 */
export function resolveOptions(
  source: string | object,
  options: SluiceProviderOpenOptions,
): Resolved {
  if (typeof source !== 'string' && (typeof source !== 'object' || source === null)) {
    throw invalid('a provider takes a path, a config object, or an open Sluice')
  }
  if (typeof options !== 'object' || options === null)
    throw invalid('the options must be an object')
  const { hooks = [], onTrack, onError, ...engineOptions } = options
  if (!Array.isArray(hooks)) throw invalid('option hooks must be an array')
  checkFunction('onTrack', onTrack)
  checkFunction('onError', onError)
  const given = { hooks: [...hooks], onTrack, onError }
  if (!(source instanceof Sluice)) return { origin: { source, options: engineOptions }, ...given }
  // Left alone it would be ignored without a word: the engine is open, with the options it was opened with.
  const [stray] = Object.keys(engineOptions)
  if (stray !== undefined) {
    throw invalid(`option ${stray} is not for a provider around an engine that is already open`)
  }
  return { origin: { sluice: source }, ...given }
}

function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') {
    throw invalid(`option ${name} must be a function`)
  }
}

function invalid(message: string): SluiceError {
  return new SluiceError('OPTION_INVALID', message)
}
