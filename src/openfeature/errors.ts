// Which of OpenFeature's codes an error of the engine has.
//
// PROVIDER_FATAL is for what no change of the config can mend: the SDK then stops asking the provider. With a watched
// path a bad config can be mended, so the provider says ERROR, keeps looking, and turns READY by itself.
import type { OpenFeatureError } from '@openfeature/server-sdk'
import {
  GeneralError,
  ParseError,
  ProviderFatalError,
  ProviderNotReadyError,
} from '@openfeature/server-sdk'
import { SluiceError } from '../errors.ts'

/** Whether another content of the config could succeed where this error was thrown. */
export function isFaultOfConfig(error: unknown): error is SluiceError {
  return (
    error instanceof SluiceError &&
    (error.code === 'CONFIG_INVALID' || error.code === 'CAPACITY_EXCEEDED')
  )
}

/** The error of an engine that could not be opened. `watched`: whether a later config will be tried. */
export function openError(cause: unknown, watched: boolean): OpenFeatureError {
  const message = messageOf(cause)
  if (!watched || !isFaultOfConfig(cause)) return new ProviderFatalError(message, { cause })
  if (cause.code === 'CONFIG_INVALID') return new ParseError(message, { cause })
  return new GeneralError(message, { cause })
}

/** The error of an evaluation that threw: by what the context holds (a getter, a proxy), or by a defect. */
export function evaluationError(cause: unknown): OpenFeatureError {
  return new GeneralError(`the evaluation failed: ${messageOf(cause)}`, { cause })
}

export function uninitializedError(): OpenFeatureError {
  return new ProviderNotReadyError('the provider is not initialized, or was closed')
}

export function openingError(): OpenFeatureError {
  return new ProviderNotReadyError('the provider is still opening its engine')
}

/** Of evaluations while a watched config cannot go live. What is wrong with it, PROVIDER_ERROR said, and at length. */
export function waitingError(): OpenFeatureError {
  return new ProviderNotReadyError('the provider is waiting for a config that can go live')
}

/** Of an opening that `onClose` came into. */
export function closedError(): OpenFeatureError {
  return new ProviderNotReadyError('the provider was closed while it opened its engine')
}

/** Of an engine that somebody closed under the provider. It never opens again. */
export function engineClosedError(cause?: unknown): OpenFeatureError {
  return new ProviderFatalError('the engine of the provider was closed', { cause })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
