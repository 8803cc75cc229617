// The handle of one gate.
import * as layout from '../../assembly/shared/gate.ts'
import { MODE_PEEK, MODE_RESERVE, MODE_TAKE } from '../../assembly/shared/layout.ts'
import { describeType } from '../config/words.ts'
import { SluiceError } from '../errors.ts'
import { checkCost, rejectSlots, TRIES_MAX, unsettled } from '../limit-parts.ts'
import type { Decision } from './decision.ts'
import { type GateParts, VERIFICATIONS_MAX } from './gate-parts.ts'
import type { DecisionAnswer, DecisionRequest, GateExplanation } from './types.ts'
import { type GateView, viewGate } from './view.ts'

/**
 * A gate by its name: credential, tenant, permission, plan, flags, limits and quotas of one operation, decided together.
 * The handle survives reloads. Make it once and keep it: on a credential that was seen before, deciding is one call into
 * the engine and allocates nothing.
 */
export class Gate {
  readonly name: string
  readonly #parts: GateParts
  readonly #decision: Decision
  #view: GateView | undefined

  /** @internal Handles come from `Sluice.gate`. */
  constructor(parts: GateParts, name: string) {
    this.name = name
    this.#parts = parts
    this.#decision = parts.decision()
  }

  /**
   * Decides, and consumes what the gate's limits and quotas cost, if it allows: all of it, or nothing.
   * @returns the gate's decision object, reused by the next call. A JWT that is not known yet is CREDENTIAL_UNVERIFIED:
   *   see `decideAsync`
   * @throws SluiceError GATE_NOT_FOUND, COST_INVALID, ENTITY_INVALID (what is no request), OPERATION_UNSUPPORTED (slots
   *   in flight are reserved), CLOSED
   */
  decide(request: DecisionRequest): Decision {
    return this.#ask(request, MODE_TAKE)
  }

  /** What `decide` would answer, consuming nothing. */
  check(request: DecisionRequest): Decision {
    return this.#ask(request, MODE_PEEK)
  }

  /** Decides, and holds what it costs, until `reservation` of the decision is settled. */
  reserve(request: DecisionRequest): Decision {
    return this.#ask(request, MODE_RESERVE)
  }

  /** `decide` for each of the requests, one after the other. The answers are the caller's own. */
  decideMany(requests: readonly DecisionRequest[]): DecisionAnswer[] {
    if (!Array.isArray(requests)) rejectList('requests', requests)
    return requests.map(request => this.decide(request).toJSON())
  }

  /** `decide`, and if the credential is a JWT that is not known yet, verifies it first. The answer is the caller's own. */
  decideAsync(request: DecisionRequest): Promise<DecisionAnswer> {
    return this.#askAsync(request, MODE_TAKE)
  }

  /** `check`, as `decideAsync`. */
  checkAsync(request: DecisionRequest): Promise<DecisionAnswer> {
    return this.#askAsync(request, MODE_PEEK)
  }

  /** `reserve`, as `decideAsync`. The answer has the reservation's id, for `Sluice.settle`. */
  reserveAsync(request: DecisionRequest): Promise<DecisionAnswer> {
    return this.#askAsync(request, MODE_RESERVE)
  }

  /**
   * Why the gate answers as it does: the same program, that notes each step and goes on to the end, consuming nothing.
   * Plain data, the caller's own.
   */
  explain(request: DecisionRequest): GateExplanation {
    const decision = this.#ask(request, MODE_PEEK | layout.DECIDE_EXPLAIN)
    return this.#parts.explanation(this.name, this.#view!, decision)
  }

  #ask(request: DecisionRequest, mode: number): Decision {
    if (typeof request !== 'object' || request === null) rejectRequest(request)
    const parts = this.#parts
    const cost = request.cost ?? 1
    if (typeof cost !== 'number' || (cost | 0) !== cost || cost < 0) checkCost(cost)
    if (request.credentials !== undefined) checkCredentials(request.credentials)
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const view = this.#view
      if (view === undefined || !parts.isLive(view)) {
        this.#view = viewGate(parts.limits, this.name)
        parts.forgetContext()
        continue
      }
      if (mode === MODE_TAKE && view.slots !== undefined) rejectSlots(view.slots)
      if (parts.ask(this.#decision, view, request, mode, cost)) return this.#decision
    }
    throw unsettled()
  }

  async #askAsync(request: DecisionRequest, mode: number): Promise<DecisionAnswer> {
    for (let tries = 0; tries < VERIFICATIONS_MAX; tries++) {
      const decision = this.#ask(request, mode)
      if (decision.code !== 'CREDENTIAL_UNVERIFIED') return decision.toJSON()
      const { credential, credentials } = request
      const token = credential ?? credentials?.[0]
      if (typeof token !== 'string') {
        throw new SluiceError('ENTITY_INVALID', 'the request has changed')
      }
      const result = await this.#parts.verify(token, this.#view!, request)
      // What was verified is known now, unless it was forgotten again since.
      if (result !== 'ALLOWED') return this.#decision.setRefused(this.#view!, result).toJSON()
    }
    return this.#decision.setRefused(this.#view!, 'ISSUER_UNAVAILABLE').toJSON()
  }
}

/** @throws SluiceError ENTITY_INVALID */
function rejectRequest(request: unknown): never {
  const message = `a request must be an object with \`credential\` and \`context\`, found ${describeType(request)}`
  throw new SluiceError('ENTITY_INVALID', message)
}

/** @throws SluiceError ENTITY_INVALID */
function rejectList(name: string, value: unknown): never {
  throw new SluiceError('ENTITY_INVALID', `${name} must be a list, found ${describeType(value)}`)
}

/** What each of them must be the writer says: CREDENTIAL_MALFORMED. @throws SluiceError ENTITY_INVALID */
function checkCredentials(credentials: unknown): void {
  if (!Array.isArray(credentials)) rejectList('credentials', credentials)
}
