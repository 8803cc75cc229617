// Who is calling, without a gate: `Sluice.verify`.
import { MODE_PEEK } from '../../assembly/shared/layout.ts'
import { describeType } from '../config/words.ts'
import { SluiceError } from '../errors.ts'
import { TRIES_MAX, unsettled } from '../limit-parts.ts'
import type { Decision } from './decision.ts'
import { type GateParts, VERIFICATIONS_MAX } from './gate-parts.ts'
import type { DecisionRequest, VerificationAnswer } from './types.ts'
import { type GateView, viewGate } from './view.ts'

/** Where a credential is shown from. */
export interface VerifyOptions {
  /** The client's address, for keys that are bound to networks. */
  ip?: string
  /** Whom failed lookups are counted under. Default `ip`. */
  source?: string
}

export class CredentialVerifier {
  readonly #parts: GateParts
  readonly #decision: Decision
  #view: GateView | undefined

  constructor(parts: GateParts) {
    this.#parts = parts
    this.#decision = parts.decision()
  }

  /**
   * Nothing is taken, but from the limit of failed credentials.
   * @throws SluiceError OPTION_INVALID, CLOSED
   */
  async verify(
    credential: string | undefined,
    options: VerifyOptions,
  ): Promise<VerificationAnswer> {
    checkOptions(options)
    const { ip, source } = options
    const request: DecisionRequest = {
      credential,
      ...(ip !== undefined && { context: { ip } }),
      ...(source !== undefined && { source }),
    }
    if (credential === undefined) {
      return answerOf(this.#decision.setRefused(this.#current(), 'CREDENTIAL_MISSING'))
    }
    for (let tries = 0; tries < VERIFICATIONS_MAX; tries++) {
      const decision = this.#ask(request)
      if (decision.code !== 'CREDENTIAL_UNVERIFIED') return answerOf(decision)
      const view = this.#view!
      const result = await this.#parts.verify(credential, view, request)
      if (result !== 'ALLOWED') return answerOf(this.#decision.setRefused(view, result))
    }
    return answerOf(this.#decision.setRefused(this.#current(), 'ISSUER_UNAVAILABLE'))
  }

  #current(): GateView {
    if (this.#view === undefined || !this.#parts.isLive(this.#view)) {
      this.#view = viewGate(this.#parts.limits, undefined)
    }
    return this.#view
  }

  #ask(request: DecisionRequest): Decision {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const view = this.#current()
      if (this.#parts.ask(this.#decision, view, request, MODE_PEEK, 0)) return this.#decision
    }
    throw unsettled()
  }
}

/** @throws SluiceError OPTION_INVALID */
function checkOptions(options: unknown): void {
  if (typeof options === 'object' && options !== null) return
  const message = `the options of verify must be an object, found ${describeType(options)}`
  throw new SluiceError('OPTION_INVALID', message)
}

function answerOf({ allow, code, status, principal, plan }: Decision): VerificationAnswer {
  return { valid: allow, code, status, principal, plan }
}
