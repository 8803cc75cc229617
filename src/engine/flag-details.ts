// What an evaluation gives back: outcome words as OpenFeature's reasons, codes and values, interned and frozen, so that an
// evaluation returns without allocating.

import { ITEMS_MAX } from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import { NO_VARIANT, REASON_SHIFT } from '../../assembly/shared/outcome.ts'
import type { JsonValue, Metadata } from '../config/types.ts'

/** OpenFeature's reasons, as far as this engine gives them. */
export type Reason = 'STATIC' | 'DEFAULT' | 'TARGETING_MATCH' | 'DISABLED' | 'ERROR'

/** OpenFeature's error codes, as far as this engine gives them. */
export type ErrorCode =
  | 'FLAG_NOT_FOUND'
  | 'PARSE_ERROR'
  | 'TYPE_MISMATCH'
  | 'INVALID_CONTEXT'
  | 'GENERAL'

/** The whole answer of one evaluation. Frozen; see `Flag.evaluate` for who owns it. */
export interface EvaluationDetails<Value = JsonValue> {
  /** Undefined where the caller's own default applies. */
  readonly value: Value | undefined
  readonly variant: string | undefined
  readonly reason: Reason
  readonly errorCode: ErrorCode | undefined
  readonly errorMessage: string | undefined
  /** Of the flag set, overlaid with that of the flag. */
  readonly metadata: Readonly<Metadata>
}

const REASONS: readonly Reason[] = ['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'DISABLED', 'ERROR']
const ERROR_CODES: readonly (ErrorCode | undefined)[] = [
  undefined,
  'PARSE_ERROR',
  'GENERAL',
  'INVALID_CONTEXT',
]

const CAUSES = [
  'the rule could not be compiled',
  'the rule yields a value that is no variant of the flag',
  'an operator of the rule met operands of types that it cannot compare or search',
  'the rule builds larger texts or arrays than the option scratchBytesMax allows',
  `a loop of the rule met an array of more than ${ITEMS_MAX} items`,
  'a substr of the rule cuts a character in half',
]

/** The word of an evaluation whose context cannot be encoded; the cause is an ENCODE code. */
export function invalidContext(cause: number): number {
  return (
    cause |
    (outcome.REASON_ERROR << REASON_SHIFT) |
    (outcome.ERROR_INVALID_CONTEXT << outcome.ERROR_SHIFT)
  )
}

const CONTEXT_CAUSES = [
  '',
  'the attributes that the flag reads do not fit the option contextBytesMax',
  'an attribute that the flag reads holds a lone surrogate, which no UTF-8 can express',
  'an attribute that the flag reads is nested more than 32 levels deep',
]

/** What flags with the same variants and metadata share: most have one of a few lists of variants. */
export class FlagDetails {
  readonly variants: readonly string[]
  readonly values: readonly JsonValue[]
  readonly metadata: Readonly<Metadata>
  readonly #details: (EvaluationDetails | undefined)[] = []
  #errors: Map<number, EvaluationDetails> | undefined

  constructor(text: string, metadata: Metadata) {
    const parsed = JSON.parse(text) as { variants: [string, JsonValue][]; metadata: Metadata }
    this.variants = parsed.variants.map(([name]) => name)
    this.values = parsed.variants.map(([, value]) => freeze(value))
    this.metadata = Object.freeze({ ...metadata, ...parsed.metadata })
  }

  /** The interned details of an outcome word. */
  of(word: number): EvaluationDetails {
    const variant = word & NO_VARIANT
    const reason = (word >> REASON_SHIFT) & 0xff
    if (reason === outcome.REASON_ERROR) return this.#errorDetails(word)
    const column = variant === NO_VARIANT ? this.variants.length : variant
    const index = reason * (this.variants.length + 1) + column
    return this.#details[index] ?? this.#intern(index, variant, reason)
  }

  #intern(index: number, variant: number, reason: number): EvaluationDetails {
    const details = Object.freeze({
      value: this.values[variant],
      variant: this.variants[variant],
      reason: REASONS[reason]!,
      errorCode: undefined,
      errorMessage: undefined,
      metadata: this.metadata,
    })
    this.#details[index] = details
    return details
  }

  #errorDetails(word: number): EvaluationDetails {
    this.#errors ??= new Map()
    let details = this.#errors.get(word)
    if (details === undefined) {
      const errorCode = ERROR_CODES[word >> outcome.ERROR_SHIFT]
      const causes = errorCode === 'INVALID_CONTEXT' ? CONTEXT_CAUSES : CAUSES
      const errorMessage = causes[word & NO_VARIANT]
      details = errorAnswer(errorCode, errorMessage, this.metadata)
      this.#errors.set(word, details)
    }
    return details
  }
}

/** An evaluation that ended with an error. */
export function errorAnswer(
  errorCode: ErrorCode | undefined,
  errorMessage: string | undefined,
  metadata: Readonly<Metadata>,
): EvaluationDetails {
  const reason: Reason = 'ERROR'
  const value = undefined
  const variant = undefined
  return Object.freeze({ value, variant, reason, errorCode, errorMessage, metadata })
}

function freeze<Value extends JsonValue>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) freeze(item)
    Object.freeze(value)
  }
  return value
}
