// Tenants at run time: `sluice.tenants`. Every change holds in all threads from their next decision on.
import { ANSWER_BYTES, NO_FEATURE } from '../../assembly/shared/gate.ts'
import { ALGORITHM_QUOTA } from '../../assembly/shared/limit.ts'
import { mismatch } from '../config/check-features.ts'
import { tenantOf } from '../config/entities.ts'
import { copyPlain } from '../config/plain.ts'
import {
  emptyRecord,
  type JsonValue,
  type LimitNumbers,
  type TenantDefinition,
} from '../config/types.ts'
import type { Engine } from '../engine/engine.ts'
import { configError, SluiceError } from '../errors.ts'
import { AnswerReader } from '../gate/answer.ts'
import type { FeatureAnswer, TenantState } from '../gate/types.ts'
import { type GateView, viewGate } from '../gate/view.ts'
import { type LimitParts, TRIES_MAX, unsettled } from '../limit-parts.ts'
import type { FeatureDetails, IdentityDetails } from '../rules/identity.ts'
import type { Identity } from './identity.ts'
import { nameHash } from './names.ts'
import type { TenantTable } from './tenants-table.ts'

/** When a value of a tenant's own counts, in Unix ms: from `from` on, and not from `until` on. */
export interface Validity {
  from?: number
  until?: number
}

/** What is known of a tenant at a time. */
export interface TenantAnswer {
  id: string
  state: TenantState
  /** Empty if none applies now. */
  plan: string
  /** Unix ms; null if there is none. */
  trialEndsAt: number | null
  graceEndsAt: number | null
  features: Record<string, FeatureAnswer>
}

/** What using a gauge came to. */
export interface GaugeAnswer {
  /** Whether it was used; false: it would have been more than there is, and nothing has changed. */
  allowed: boolean
  used: number
  /** What the tenant has of it now. */
  value: JsonValue
}

/** What a tenant has of limits and quotas in place of its plan's, by their names. */
export type OwnNumbers = Readonly<Record<string, LimitNumbers>>

/** Gives a tenant its own numbers, and no others; only the thread that opened the engine can. Returns what undoes it. */
export type ApplyNumbers = (tenant: string, numbers: OwnNumbers) => () => void

export class Tenants {
  readonly #engine: Engine
  readonly #table: TenantTable
  readonly #parts: LimitParts
  readonly #reader: AnswerReader
  readonly #applyNumbers: ApplyNumbers
  #view: GateView | undefined

  /** @internal */
  constructor(identity: Identity, parts: LimitParts, applyNumbers: ApplyNumbers) {
    this.#engine = parts.engine
    this.#table = identity.tenants
    this.#parts = parts
    this.#reader = new AnswerReader(parts.engine, identity.sets)
    this.#applyNumbers = applyNumbers
  }

  /**
   * Defines a tenant, or defines it anew: what was said of it before is gone, what it has used of limits and quotas stays.
   * @param definition as an entry of `tenants` of a config
   * @throws SluiceError ENTITY_INVALID with what is wrong with it, CAPACITY_EXCEEDED, CLOSED; HANDLE_INVALID for overrides
   *   of limits on a thread that did not open the engine, which can neither give nor take them
   */
  set(id: string, definition: object): void {
    const read = tenantOf(definition, [], id)
    if ('problems' in read) {
      const message = configError(read.problems).message.replace('the config', 'the tenant')
      throw new SluiceError('ENTITY_INVALID', message, read.problems)
    }
    this.#check(read.definition)
    this.add(read.definition)
  }

  /** @internal Adds a definition that was checked. */
  add(definition: TenantDefinition): void {
    // First: on a thread that cannot, nothing is to change.
    const undo = this.#applyNumbers(definition.id, {
      ...definition.overrides.limits,
      ...definition.overrides.quotas,
    })
    try {
      this.#table.set(definition)
    } catch (error) {
      undo()
      throw error
    }
  }

  /** What plans, features and limits are called is only known to the config. */
  #check({ plan, trial, overrides, addOns, used }: TenantDefinition): void {
    const { plans } = this.#current().identity
    for (const name of [plan, trial?.plan]) {
      if (name === undefined || plans.includes(name)) continue
      throw invalid('there is no such plan as the tenant names')
    }
    for (const section of ['limits', 'quotas'] as const) {
      for (const name of Object.keys(overrides[section])) this.#checkLimit(name, section, overrides)
    }
    const values = Object.entries(overrides.features).map(([name, row]) => [name, row.value])
    const bought = addOns.flatMap(({ features }) => Object.entries(features))
    for (const [name, value] of [...values, ...bought] as [string, JsonValue][]) {
      checkFits(this.#feature(name), value)
    }
    for (const name of Object.keys(used)) {
      if (this.#feature(name).type !== 'gauge') throw invalid(`'${name}' is no gauge`)
    }
  }

  #checkLimit(
    name: string,
    section: 'limits' | 'quotas',
    own: TenantDefinition['overrides'],
  ): void {
    const { algorithm, details } = this.#parts.table.view(name)
    const { key } = details
    if (key.length !== 1 || key[0]!.path.join('.') !== 'tenant.id') {
      throw invalid(`the limit '${name}' does not count by tenant.id`)
    }
    if (section === 'limits') return
    if (algorithm !== ALGORITHM_QUOTA) throw invalid(`'${name}' is a limit and not a quota`)
    if (name in own.limits) throw invalid(`the tenant has numbers for '${name}' twice`)
  }

  /** @throws SluiceError FEATURE_NOT_FOUND */
  #feature(name: string): FeatureDetails {
    const details = this.#current().identity.features.find(feature => feature.name === name)
    if (details === undefined) throw unknownFeature(name)
    return details
  }

  /** What is known of a tenant now; undefined if there is none of that id. */
  get(id: string): TenantAnswer | undefined {
    return this.#aside(() => this.#get(id))
  }

  #get(id: string): TenantAnswer | undefined {
    const identity = this.#ask(id, NO_FEATURE)
    if (identity === undefined) return undefined
    const { id: plan, state, trialEndsAt, graceEndsAt } = this.#reader.plan(identity)
    const features: Record<string, FeatureAnswer> = emptyRecord()
    for (const { name } of identity.features) {
      const feature = this.#answer(id, name)
      if (feature === undefined) return undefined
      features[name] = feature
    }
    return { id, state, plan, trialEndsAt, graceEndsAt, features }
  }

  /**
   * What a feature is worth to a tenant now, by the rules of gates, but for its flag, which depends on the request;
   * undefined if there is no such tenant.
   * @throws SluiceError FEATURE_NOT_FOUND, CLOSED
   */
  feature(id: string, feature: string): FeatureAnswer | undefined {
    return this.#aside(() => this.#answer(id, feature))
  }

  #answer(id: string, feature: string): FeatureAnswer | undefined {
    const index = this.#current().identity.features.findIndex(({ name }) => name === feature)
    if (index === -1) throw unknownFeature(feature)
    const identity = this.#ask(id, index)
    if (identity?.features[index]?.name === feature) return this.#reader.feature(0, identity)
    // The config has changed meanwhile.
    return identity === undefined ? undefined : this.#answer(id, feature)
  }

  /** Has the engine answer about a tenant; by what is then live, or undefined if there is no such tenant. */
  #ask(id: string, feature: number): IdentityDetails | undefined {
    const { evaluators, lane } = this.#engine
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const number = this.#table.isDefined(id) ? this.#table.find(id) : 0
      if (number === 0) return undefined
      const { identity, version, ruleset } = this.#current()
      // The lane must know the limits of now: tenants have numbers of their own.
      this.#parts.table.views()
      const isRead = this.#parts.reader.pinned((_ruleset, live) => {
        if (live !== version) return false
        const nowMs = this.#parts.elapsed()
        return evaluators.featureOf(lane, ruleset, version, number, feature, nowMs) !== 0
      })
      if (isRead) return identity
      // Another config is live, or the tenant is being written: who gets the lock finds it whole.
      this.#table.store.locked(() => {})
    }
    throw unsettled()
  }

  /** A decision that was made on this thread is still to be read: what is asked here must not stand in its place. */
  #aside<Result>(ask: () => Result): Result {
    const { lane, map, u8, version } = this.#engine
    // The lane of a closed engine may be another thread's by now.
    if (version < 0) throw new SluiceError('CLOSED', 'the engine was closed')
    const start = lane + map.laneAnswer
    const answer = u8.slice(start, start + ANSWER_BYTES)
    try {
      return ask()
    } finally {
      u8.set(answer, start)
    }
  }

  /** Forgets a tenant: its credentials are then TENANT_UNKNOWN. Returns whether there was one. */
  delete(id: string): boolean {
    this.#applyNumbers(id, {})
    return this.#table.delete(id)
  }

  /** Ids of all tenants. */
  ids(): string[] {
    if (this.#engine.version < 0) throw new SluiceError('CLOSED', 'the engine was closed')
    return [...this.#table.ids()]
  }

  /**
   * Gives a tenant a value of a feature in place of its plan's; `undefined` takes it back. One for each feature.
   * @throws SluiceError TENANT_NOT_FOUND, FEATURE_NOT_FOUND, ENTITY_INVALID, CAPACITY_EXCEEDED, CLOSED
   */
  override(
    id: string,
    feature: string,
    value: JsonValue | undefined,
    validity: Validity = {},
  ): void {
    const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = Object(
      validity,
    ) as Validity
    if (typeof from !== 'number' || typeof until !== 'number' || !(from <= until)) {
      throw invalid('from and until must be Unix ms, from not after until')
    }
    const details = this.#feature(feature)
    if (value !== undefined) checkFits(details, value)
    const hash = nameHash(feature)
    this.#table.changeRows(id, rows => {
      const others = rows.filter(row => row.isAddOn || row.feature !== hash)
      if (value === undefined) return others
      return [{ feature: hash, value, from, until, isAddOn: false, quantity: 1 }, ...others]
    })
  }

  /**
   * Uses more of a gauge, or, with a negative number, less: as a seat that is given to somebody. Never more than the
   * tenant has, and never less than nothing; at once for all threads.
   * @throws SluiceError TENANT_NOT_FOUND, FEATURE_NOT_FOUND, COST_INVALID, CAPACITY_EXCEEDED, CLOSED
   */
  use(id: string, gauge: string, delta: number): GaugeAnswer {
    if (typeof delta !== 'number' || !Number.isFinite(delta)) {
      throw new SluiceError('COST_INVALID', 'what is used of a gauge must be a finite number')
    }
    const details = this.#current().identity.features.find(({ name }) => name === gauge)
    if (details?.type !== 'gauge') throw unknownFeature(gauge)
    return this.#table.store.locked(() => {
      const value = this.feature(id, gauge)?.value ?? null
      const most = typeof value === 'number' ? value : 0
      let allowed = true
      const used = this.#table.changeGauge(id, gauge, before => {
        const after = Math.max(before + delta, 0)
        allowed = delta <= 0 || after <= most
        return allowed ? after : undefined
      })
      return { allowed, used, value }
    })
  }

  /** Sets what is used of a gauge, whatever the tenant has. @throws SluiceError as `use` */
  setUsed(id: string, gauge: string, used: number): void {
    if (typeof used !== 'number' || !(used >= 0) || !Number.isFinite(used)) {
      throw new SluiceError('COST_INVALID', 'what is used of a gauge must be a number of 0 or more')
    }
    const details = this.#current().identity.features.find(({ name }) => name === gauge)
    if (details?.type !== 'gauge') throw unknownFeature(gauge)
    this.#table.changeGauge(id, gauge, () => used)
  }

  #current(): GateView {
    const { version } = this.#engine
    if (this.#view?.version !== version) this.#view = viewGate(this.#parts, undefined)
    return this.#view
  }
}

/** As the check of a config has it. @throws SluiceError ENTITY_INVALID */
function checkFits({ name, type, addOns }: FeatureDetails, value: JsonValue): void {
  if (copyPlain(value).problems.length > 0) {
    throw invalid(`the value of the feature '${name}' is none that JSON can say`)
  }
  if (mismatch({ type, ...(addOns !== undefined && { addOns }) }, value) === undefined) return
  throw invalid(`the feature '${name}' is ${type}, and the value does not fit`)
}

function invalid(message: string): SluiceError {
  return new SluiceError('ENTITY_INVALID', message)
}

function unknownFeature(name: string): SluiceError {
  return new SluiceError('FEATURE_NOT_FOUND', `there is no feature '${name}' that this is true of`)
}
