// What a gate answered.
import * as layout from '../../assembly/shared/gate.ts'
import { TOKENS_MAX } from '../../assembly/shared/limit.ts'
import { LIMIT_ALLOWED, LIMIT_SHADOW } from '../../assembly/shared/outcome.ts'
import { emptyRecord } from '../config/types.ts'
import type { EvaluationDetails } from '../engine/flag-details.ts'
import type { LimitParts } from '../limit-parts.ts'
import type { LimitResult } from '../limit-result.ts'
import { Reservation } from '../reservation.ts'
import type { AnswerReader } from './answer.ts'
import { CODE_OF, DECISION_CODES, type DecisionCode } from './codes.ts'
import { flagAnswer, nobody } from './plain-answers.ts'
import type {
  DecisionAnswer,
  FeatureAnswer,
  FeatureState,
  PlanAnswer,
  PrincipalAnswer,
} from './types.ts'
import type { GateView } from './view.ts'

/** A limit that a request has no key for, and the code that says so. */
export interface Keyless {
  readonly code: DecisionCode
  readonly limit: string
  /** Its place among the gate's, counted from 0. */
  readonly part: number
}

/** Numbers the decisions of a thread. */
export interface DecisionCounter {
  /** Tells the thread from all others. */
  readonly prefix: string
  count: number
}

/**
 * What a gate answered. One object for each gate and thread, reused: read it, or copy it with `toJSON`, before the next
 * call of anything of that Sluice on the same thread. What it holds beside `allow` and `code` is read when it is asked
 * for.
 */
export class Decision {
  readonly #reader: AnswerReader
  readonly #parts: LimitParts
  readonly #counter: DecisionCounter
  #view: GateView | undefined
  #code: DecisionCode = 'ALLOWED'
  /** Whether the engine was asked: what it left is this decision's. */
  #isAnswered = false
  #refused = -1
  #cost = 1
  #retryMs = 0
  #number = 0
  #reservation: Reservation | undefined
  #keyless: Keyless | undefined
  /** Whether it is that which decided. */
  #isKeyless = false

  /** @internal Decisions come from `Gate`. */
  constructor(reader: AnswerReader, parts: LimitParts, counter: DecisionCounter) {
    this.#reader = reader
    this.#parts = parts
    this.#counter = counter
  }

  /** @internal What the host decides by itself. */
  setRefused(view: GateView, code: DecisionCode, retryMs = Number.POSITIVE_INFINITY): this {
    this.#begin(view, 1)
    this.#code = code
    this.#isAnswered = false
    this.#retryMs = retryMs
    return this
  }

  /** @internal What the engine decided, as the number of its code. */
  setAnswered(view: GateView, outcome: number, cost: number, isReserved: boolean): this {
    this.#begin(view, cost)
    this.#isAnswered = true
    this.#code = CODE_OF[outcome]!
    if (this.#reader.i32(layout.ANSWER_LIMITS) === layout.LIMITS_NOT_ASKED) return this
    this.#setLimits(view, outcome === layout.DECISION_LIMITED)
    if (isReserved && outcome === layout.DECISION_ALLOWED && view.details.limits.length > 0) {
      const results = this.#parts.results.slice(0, view.details.limits.length)
      this.#reservation = new Reservation(this.#parts, results, true)
    }
    return this
  }

  /** @internal A limit has nothing to count by: what the limits said was about nobody. */
  setKeyless({ code, limit, part }: Keyless): this {
    const isDecisive = this.allow || this.#refused !== -1 || this.#deniedPart() > part
    this.#keyless = { code, limit, part }
    this.#refused = -1
    this.#retryMs = Number.POSITIVE_INFINITY
    this.#isKeyless = isDecisive
    if (isDecisive) this.#code = code
    return this
  }

  /** The limit whose step denied before any was asked, counted from 0; -1 if another step did. */
  #deniedPart(): number {
    const { steps, limits } = this.#view!.details
    const step = this.#isAnswered ? this.#reader.u32(layout.ANSWER_STEP) : 0
    return Math.max(step - (steps.length - limits.length), -1)
  }

  /** @internal */
  get keyless(): Keyless | undefined {
    return this.#keyless
  }

  /** @internal Whether the engine was asked. */
  get isAnswered(): boolean {
    return this.#isAnswered
  }

  #begin(view: GateView, cost: number): void {
    this.#view = view
    this.#cost = cost
    this.#refused = -1
    this.#retryMs = Number.POSITIVE_INFINITY
    this.#reservation = undefined
    this.#keyless = undefined
    this.#isKeyless = false
    this.#number = ++this.#counter.count
  }

  /** Takes up what the parts say; where they decided, which of them refused. */
  #setLimits({ details }: GateView, isDecisive: boolean): void {
    const { results } = this.#parts
    for (let part = 0; part < details.limits.length; part++) {
      const outcome = this.#parts.outcome(part)
      results[part]!.set(outcome)
      const isRefused = outcome !== LIMIT_ALLOWED && (outcome & LIMIT_SHADOW) === 0
      if (isDecisive && isRefused && this.#refused === -1) this.#refused = part
    }
    if (this.#refused === -1) return
    const { code } = results[this.#refused]!
    this.#code = code === 'ALLOWED' ? 'LIMITED' : code
  }

  /** Whether the request may pass. False: nothing was consumed. */
  get allow(): boolean {
    return this.#code === 'ALLOWED'
  }

  /** Why: one stable word. */
  get code(): DecisionCode {
    return this.#code
  }

  /** The HTTP status that says the same; 200 where it allows. */
  get status(): number {
    return DECISION_CODES[this.#code].status
  }

  /** Which permission, feature or limit the code is about; null if it is about none. */
  get detail(): string | null {
    const view = this.#view
    if (view === undefined || this.allow) return null
    if (this.#isKeyless) return this.#keyless!.limit
    const { permission, limits, steps } = view.details
    if (this.#refused !== -1) return limits[this.#refused]!.name
    if (this.#code === 'PERMISSION_DENIED') return permission ?? null
    if (!this.#isAnswered) return null
    const step = this.#reader.u32(layout.ANSWER_STEP)
    if (this.#code.startsWith('FEATURE_')) {
      for (const [name, slot] of view.featureSlots) if (slot.step === step) return name
    }
    const isLimits = this.#code === 'QUOTA_NOT_INCLUDED' || this.#code === 'LIMIT_KEY_MISSING'
    return isLimits ? (limits[step - (steps.length - limits.length)]?.name ?? null) : null
  }

  /** Ms until the same request would be allowed, if nothing else happens; 0 if it is, Infinity if waiting does not help. */
  get retryMs(): number {
    if (this.allow) return 0
    if (this.#refused === -1) return this.#retryMs
    let retryMs = 0
    for (const result of this.limits) {
      if (!result.allowed) retryMs = Math.max(retryMs, result.retryMs)
    }
    return retryMs
  }

  /** @internal Of an explained decision what the limits found, whatever decided; none if they were not asked. */
  get explainedLimits(): readonly LimitResult[] {
    if (!this.#isAnswered || this.#keyless !== undefined || this.#view === undefined) return []
    const isAsked = this.#reader.i32(layout.ANSWER_LIMITS) !== layout.LIMITS_NOT_ASKED
    return isAsked ? this.#parts.results.slice(0, this.#view.details.limits.length) : []
  }

  /** What each limit and quota found, in the order of the gate; none where an earlier step decided. */
  get limits(): readonly LimitResult[] {
    const isAsked = this.#isAnswered && (this.allow || this.#refused !== -1)
    return isAsked ? this.#parts.results.slice(0, this.#view!.details.limits.length) : []
  }

  /** The result of one limit or quota; undefined where it was not asked. */
  limit(name: string): LimitResult | undefined {
    const part = this.#view?.details.limits.findIndex(limit => limit.name === name) ?? -1
    return this.limits[part]
  }

  /** Who is calling. A new object. */
  get principal(): PrincipalAnswer {
    return this.#isAnswered ? this.#reader.principal() : nobody()
  }

  /** The tenant's plan. A new object. */
  get plan(): PlanAnswer {
    if (this.#isAnswered) return this.#reader.plan(this.#view!.identity)
    return { id: '', state: 'none', trialEndsAt: null, graceEndsAt: null }
  }

  /** A feature that the gate asks about; undefined of others, and where an earlier step decided. */
  feature(name: string): FeatureAnswer | undefined {
    const slot = this.#featureSlot(name)
    if (slot === -1) return undefined
    const answer = this.#reader.feature(slot, this.#view!.identity)
    answer.state = this.featureState(name)!
    return answer
  }

  /** Only its state: reading it allocates nothing. */
  featureState(name: string): FeatureState | undefined {
    const slot = this.#featureSlot(name)
    if (slot === -1) return undefined
    const state = this.#reader.featureState(slot)
    if (state !== 'enabled' || this.#refused === -1) return state
    const quota = this.#view!.identity.features.find(feature => feature.name === name)?.quota
    const result = quota === undefined ? undefined : this.limit(quota)
    return result === undefined || result.allowed ? state : 'exhausted'
  }

  /** -1 of a feature that the gate does not ask about, and where an earlier step decided. */
  #featureSlot(name: string): number {
    const found = this.#isAnswered ? this.#view?.featureSlots.get(name) : undefined
    // The step that decided has an answer of its own.
    if (found === undefined || found.step > this.#reader.u32(layout.ANSWER_STEP)) return -1
    return found.slot
  }

  /**
   * A flag that the gate evaluates, with its details, which are interned and may be kept; undefined of others, and where
   * an earlier step decided.
   */
  flag(key: string): EvaluationDetails | undefined {
    const view = this.#view
    const found = this.#isAnswered ? view?.flagSlots.get(key) : undefined
    if (view === undefined || found === undefined) return undefined
    if (found.step >= this.#reader.u32(layout.ANSWER_STEP)) return undefined
    return view.flags[found.slot]!.details(this.#reader.flagWord(found.slot))
  }

  /** Of `reserve`: what is held, to be committed or cancelled; undefined if nothing is. The caller's own. */
  get reservation(): Reservation | undefined {
    return this.#reservation
  }

  /** The version of the config by which it was decided. */
  get configVersion(): number {
    return this.#view?.version ?? 0
  }

  /** Tells this decision from all others of the engine. */
  get id(): string {
    return `${this.#counter.prefix}-${this.#number.toString(36)}`
  }

  /** A copy that later calls do not change. */
  toJSON(): DecisionAnswer {
    const { allow, code, status, detail, retryMs, principal, plan, configVersion, id } = this
    const { features = [], flags = [], limits = [] } = this.#view?.details ?? {}
    const answer: DecisionAnswer = {
      allow,
      code,
      status,
      detail,
      retryMs: Number.isFinite(retryMs) ? retryMs : null,
      principal,
      plan,
      // Without a prototype: a feature may be called `__proto__`.
      features: emptyRecord(),
      flags: emptyRecord(),
      limits: this.limits.map((result, part) => {
        const { name, factor } = limits[part]!
        const cost = Math.min(factor * this.#cost, TOKENS_MAX)
        return { name, cost, ...result.toJSON() }
      }),
      configVersion,
      id,
    }
    for (const name of features) {
      const feature = this.feature(name)
      if (feature !== undefined) answer.features[name] = feature
    }
    for (const key of flags) {
      const details = this.flag(key)
      if (details !== undefined) answer.flags[key] = flagAnswer(details)
    }
    if (this.#reservation !== undefined) answer.reservation = this.#reservation.id
    return answer
  }
}
