// One gate of a route: asked for requests, with what it found in the form in which HTTP says it, and with what it holds.
import { TOKENS_MAX } from '../../assembly/shared/limit.ts'
import { DECISION_CODES } from '../gate/codes.ts'
import type { Decision } from '../gate/decision.ts'
import type { Gate } from '../gate/gate.ts'
import type { DecisionAnswer, DecisionRequest } from '../gate/types.ts'
import type { Limit } from '../limit.ts'
import type { LimitReport } from '../limits/headers.ts'
import type { Reservation } from '../reservation.ts'
import type { Sluice } from '../sluice.ts'
import { type ActualCost, Held, type HeldPart, type Renewals } from './held.ts'
import { invalid } from './limit-list.ts'
import { countsSlots, limitReports } from './report.ts'

/** A gate of a request. `Asked` is what is known before it is run, `Ended` what is known afterwards. */
export interface GateEntry<
  Asked extends readonly unknown[] = readonly unknown[],
  Ended extends readonly unknown[] = readonly unknown[],
> {
  /** The name in the config. */
  name: string
  /** Multiplies what the gate says that each limit and quota costs: 0 to 2147483647; default 1. */
  cost?: number | ((...asked: Asked) => number | Promise<number>)
  /**
   * 'consume' (the default) takes what it costs; 'check' only looks; 'reserve' holds it until the response is over, and
   * is what gates with slots in flight need. A response of 500 or more puts it back, any other is charged.
   */
  mode?: 'consume' | 'check' | 'reserve'
  /**
   * With 'reserve', what the request has really cost, 0 or more; undefined for `cost`, which must not be 0. Asked once for
   * each limit and quota.
   */
  actual?: ActualCost<Ended>
}

/** What a gate decided about one request. */
export interface GateOutcome<Ended extends readonly unknown[]> {
  readonly answer: DecisionAnswer
  /** Of its limits and quotas; none where an earlier step decided. */
  readonly reports: readonly LimitReport[]
  /** What the request holds, if anything. The caller owes it an `end`. */
  readonly held: Held<Ended> | undefined
}

const NAMES: readonly string[] = ['name', 'cost', 'mode', 'actual']
const METHODS = { consume: 'decide', check: 'check', reserve: 'reserve' } as const

/** One gate, checked. */
export class GateAsker<Asked extends readonly unknown[], Ended extends readonly unknown[]> {
  readonly #sluice: Sluice
  readonly #renewals: Renewals
  readonly #entry: GateEntry<Asked, Ended>
  readonly #gate: Gate
  readonly #method: (typeof METHODS)[keyof typeof METHODS]
  readonly #hasFailed: (...ended: Ended) => boolean

  /**
   * @param hasFailed whether what was asked for did not happen, through no fault of the client
   * @throws SluiceError OPTION_INVALID, GATE_NOT_FOUND, OPERATION_UNSUPPORTED of slots that are not reserved
   */
  constructor(
    sluice: Sluice,
    renewals: Renewals,
    gate: string | GateEntry<Asked, Ended>,
    hasFailed: (...ended: Ended) => boolean,
  ) {
    this.#sluice = sluice
    this.#renewals = renewals
    this.#entry = checked(gate)
    this.#gate = sluice.gate(this.#entry.name)
    this.#method = METHODS[this.#entry.mode ?? 'consume']
    this.#hasFailed = hasFailed
    // Throws what it would throw for each request. An empty credential is refused before anything is looked up.
    this.#gate[this.#method]({ credential: '', cost: 0 })
  }

  /** What the entry says that a request costs. */
  cost(...asked: Asked): number | Promise<number> {
    const { cost = 1 } = this.#entry
    return typeof cost === 'function' ? cost(...asked) : cost
  }

  /**
   * Decides; undefined where the credential is a token that has to be verified first.
   * @throws SluiceError GATE_NOT_FOUND, COST_INVALID, OPERATION_UNSUPPORTED, CLOSED
   */
  decide(request: DecisionRequest): GateOutcome<Ended> | undefined {
    const decision = this.#ask(request)
    const isUnknown = decision.code === 'CREDENTIAL_UNVERIFIED'
    return isUnknown ? undefined : this.#outcome(decision, request)
  }

  /** Verifies the token of a request, consuming nothing: what `decideVerified` needs. */
  verify(request: DecisionRequest): Promise<DecisionAnswer> {
    return this.#gate.checkAsync(request)
  }

  /** Decides about a request whose token was verified. */
  decideVerified(request: DecisionRequest, verified: DecisionAnswer): GateOutcome<Ended> {
    // Asked again it would only be unverified again.
    if (isOfCredential(verified)) return { answer: verified, reports: [], held: undefined }
    const decision = this.#ask(request)
    if (decision.code !== 'CREDENTIAL_UNVERIFIED') return this.#outcome(decision, request)
    // It was forgotten since: nobody can tell whether it is still good.
    const answer = decision.toJSON()
    const { status } = DECISION_CODES.ISSUER_UNAVAILABLE
    const unavailable: DecisionAnswer = { ...answer, code: 'ISSUER_UNAVAILABLE', status }
    return { answer: unavailable, reports: [], held: undefined }
  }

  #ask(request: DecisionRequest): Decision {
    if (this.#entry.actual !== undefined && request.cost === 0) {
      throw new RangeError('a request whose actual cost is asked for must cost 1 or more')
    }
    return this.#gate[this.#method](request)
  }

  #outcome(decision: Decision, request: DecisionRequest): GateOutcome<Ended> {
    const answer = decision.toJSON()
    // That the engine can hold no more says nothing about what the limits have left.
    if (answer.code === 'LEASES_EXHAUSTED') return { answer, reports: [], held: undefined }
    const limits = answer.limits.map(({ name }) => this.#limit(name, answer.plan.id))
    // The results are the thread's: read before anything else is asked.
    const reports = limitReports(limits, decision.limits)
    const { reservation } = decision
    const held =
      reservation === undefined ? undefined : this.#hold(reservation, answer, request.cost ?? 1)
    return { answer, reports, held }
  }

  /** The limit with the numbers by which it was asked. */
  #limit(name: string, plan: string): Limit {
    const limit = this.#sluice.limit(name)
    return limit.asked().view.plans.has(plan) ? limit.plan(plan) : limit
  }

  #hold(reservation: Reservation, { limits }: DecisionAnswer, cost: number): Held<Ended> {
    // The id of several leases is the ids of each. Limits in shadow may have none.
    const leased = limits.filter(({ code }) => code !== 'LEASES_EXHAUSTED')
    const parts = reservation.id.split('.').map((id, index): HeldPart<Ended> => {
      const { name, cost: reserved } = leased[index]!
      if (countsSlots(this.#sluice.limit(name))) return { id, actual: undefined }
      // Rounded, since products past 2^53 are not exact.
      const factor = cost === 0 ? 0 : Math.round(reserved / cost)
      return { id, actual: (...ended) => this.#actual(factor, ended) }
    })
    return new Held(this.#sluice, reservation, this.#renewals, parts)
  }

  /** What a limit is charged in the end, of which the gate says `factor` for each token of the request's cost. */
  #actual(factor: number, ended: Ended): number | undefined {
    if (this.#hasFailed(...ended)) return 0
    const cost = this.#entry.actual?.(...ended)
    // What is too large by itself is no cost, and is refused as one.
    if (cost === undefined || cost > TOKENS_MAX) return cost
    return Math.min(factor * cost, TOKENS_MAX)
  }
}

/** Whether a decision is about the credential itself, and not about what it may. */
function isOfCredential({ code }: DecisionAnswer): boolean {
  return (
    code.startsWith('CREDENTIAL_') || code === 'ISSUER_UNAVAILABLE' || code === 'SOURCE_LIMITED'
  )
}

function isCost(cost: unknown): cost is number {
  return Number.isInteger(cost) && (cost as number) >= 0 && (cost as number) <= TOKENS_MAX
}

function checked<Entry extends GateEntry<never, never>>(gate: string | Entry): Entry {
  const entry = (typeof gate === 'string' ? { name: gate } : { ...Object(gate) }) as Entry
  const { name, cost, mode, actual } = entry
  // A misspelled `mode` would consume.
  const stray = Object.keys(entry).find(property => !NAMES.includes(property))
  if (stray !== undefined) throw invalid(`a gate has no property '${stray}'`)
  if (typeof name !== 'string') throw invalid('a gate is a name, or an object with one')
  if (!(cost === undefined || typeof cost === 'function' || isCost(cost))) {
    throw invalid(
      `cost of the gate '${name}' must be an integer from 0 to ${TOKENS_MAX}, or a function`,
    )
  }
  if (mode !== undefined && !Object.hasOwn(METHODS, mode)) {
    throw invalid(`mode of the gate '${name}' must be one of ${Object.keys(METHODS).join(', ')}`)
  }
  if (actual === undefined) return entry
  if (typeof actual !== 'function') throw invalid(`actual of the gate '${name}' must be a function`)
  if (mode !== 'reserve') throw invalid(`actual of the gate '${name}' needs mode: 'reserve'`)
  if (cost === 0) throw invalid(`actual of the gate '${name}' needs a cost of 1 or more`)
  return entry
}
