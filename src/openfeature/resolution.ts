// From Sluice's answers to OpenFeature's.
import type { OpenFeatureError, ResolutionDetails } from '@openfeature/server-sdk'
import { ErrorCode, StandardResolutionReasons } from '@openfeature/server-sdk'
import type { EvaluationDetails } from '../engine/flag-details.ts'

/**
 * An answer of the engine. Reasons and error codes have the same names on both sides. A property without a value is left
 * out: hooks that copy or list the details see only what is there.
 */
export function toResolution<Value>(
  details: EvaluationDetails<Value>,
  defaultValue: Value,
): ResolutionDetails<Value> {
  const { value = defaultValue, variant, reason, errorCode, errorMessage, metadata } = details
  const resolution: ResolutionDetails<Value> = { value, reason, flagMetadata: metadata }
  if (variant !== undefined) resolution.variant = variant
  if (errorCode !== undefined) resolution.errorCode = ErrorCode[errorCode]
  if (errorMessage !== undefined) resolution.errorMessage = errorMessage
  return resolution
}

/** An evaluation that did not come to the engine, or not back from it. */
export function errorResolution<Value>(
  error: OpenFeatureError,
  defaultValue: Value,
): ResolutionDetails<Value> {
  return {
    value: defaultValue,
    reason: StandardResolutionReasons.ERROR,
    errorCode: error.code,
    errorMessage: error.message,
  }
}
