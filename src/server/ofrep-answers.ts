// The bytes of OFREP answers. The engine hands out one frozen object for each outcome of a flag, so an
// answer is written once an outcome and then found by that object: serialising costs nothing per
// request, and the answers of an old ruleset go when its outcomes do.
import type { EvaluationContext, EvaluationDetails, Sluice } from '../index.ts'
import { packMessage } from './negotiation.ts'

/** One flag's answer, as it is sent. */
export class FlagAnswer {
  readonly key: string
  readonly status: number
  readonly value: Readonly<Record<string, unknown>>
  readonly json: string
  #message: Buffer | undefined

  constructor(key: string, details: EvaluationDetails) {
    this.key = key
    this.status = statusOf(details)
    this.value =
      details.errorCode === undefined
        ? success(key, details)
        : failure(key, details.errorCode, details.errorMessage, details.metadata)
    this.json = JSON.stringify(this.value)
  }

  /** The answer in MessagePack: most servers are never asked for it, so it is written when it is. */
  message(): Buffer {
    this.#message ??= packMessage(this.value)
    return this.#message
  }
}

/** Evaluates flags of one engine, and keeps the answer of each outcome for as long as the outcome. */
export class AnswerCache {
  readonly #sluice: Sluice
  readonly #answers = new WeakMap<EvaluationDetails, FlagAnswer>()

  constructor(sluice: Sluice) {
    this.#sluice = sluice
  }

  /** The answer of one flag; `key` must be a flag's. */
  evaluate(key: string, context: EvaluationContext): FlagAnswer {
    return this.#answerOf(key, this.#sluice.flag(key).evaluate(context))
  }

  /** The bulk answer in JSON. */
  allJson(context: EvaluationContext): string {
    const { flags, metadata } = this.#all(context)
    const texts = flags.map(answer => answer.json)
    return `{"flags":[${texts.join(',')}],"metadata":${JSON.stringify(metadata)}}`
  }

  /** The bulk answer in MessagePack. */
  allMessage(context: EvaluationContext): Buffer {
    const { flags, metadata } = this.#all(context)
    return packMessage({ flags: flags.map(answer => answer.value), metadata })
  }

  // Another thread may publish between two flags: then all of it is done again, for one answer never
  // mixes two versions.
  #all(context: EvaluationContext) {
    while (true) {
      const { version, metadata } = this.#sluice
      const flags = this.#enabled(context)
      if (this.#sluice.version === version) return { flags, metadata }
    }
  }

  #enabled(context: EvaluationContext): FlagAnswer[] {
    const answers: FlagAnswer[] = []
    for (const key of this.#sluice.flagKeys()) {
      const details = this.#sluice.flag(key).evaluate(context)
      if (details.reason !== 'DISABLED') answers.push(this.#answerOf(key, details))
    }
    return answers
  }

  #answerOf(key: string, details: EvaluationDetails): FlagAnswer {
    const known = this.#answers.get(details)
    // Flags may share an outcome, and the key is part of the answer.
    if (known !== undefined && known.key === key) return known
    const answer = new FlagAnswer(key, details)
    this.#answers.set(details, answer)
    return answer
  }
}

function statusOf({ errorCode }: EvaluationDetails): number {
  if (errorCode === undefined) return 200
  return errorCode === 'FLAG_NOT_FOUND' ? 404 : 400
}

// A member without a value is left out, in either format: MessagePack has no undefined.
function success(key: string, { value, variant, reason, metadata }: EvaluationDetails) {
  return {
    key,
    ...(value === undefined ? {} : { value }),
    reason,
    ...(variant === undefined ? {} : { variant }),
    metadata,
  }
}

/** OFREP's failure body; `key` is left out of a bulk failure. */
export function failure(
  key: string | undefined,
  errorCode: string,
  errorDetails: string | undefined,
  metadata?: EvaluationDetails['metadata'],
) {
  return {
    ...(key === undefined ? {} : { key }),
    errorCode,
    ...(errorDetails === undefined ? {} : { errorDetails }),
    ...(metadata === undefined ? {} : { metadata }),
  }
}
