// Tenants at run time: `sluice.tenants`. Every change holds in all threads from their next decision on.
import { NO_FEATURE } from '../../assembly/shared/gate.ts'
import { tenantOf } from '../config/entities.ts'
import type { JsonValue, LimitNumbers, TenantDefinition } from '../config/types.ts'
import type { Engine } from '../engine/engine.ts'
import { configError, SluiceError } from '../errors.ts'
import { AnswerReader } from '../gate/answer.ts'
import type { FeatureAnswer, TenantState } from '../gate/types.ts'
import { type GateView, viewGate } from '../gate/view.ts'
import type { LimitParts } from '../limit-parts.ts'
import type { IdentityDetails } from '../rules/identity.ts'
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

/** Gives a tenant its own numbers, and no others; only the thread that opened the engine can. */
export type ApplyNumbers = (tenant: string, numbers: OwnNumbers) => void

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
    this.#applyNumbers(definition.id, {
      ...definition.overrides.limits,
      ...definition.overrides.quotas,
    })
    this.#table.set(definition)
  }

  /** What plans, features and limits are called is only known to the config. */
  #check({ plan, trial, overrides, addOns }: TenantDefinition): void {
    const { plans, features } = this.#current().identity
    for (const name of Object.keys({ ...overrides.limits, ...overrides.quotas })) {
      const key = this.#parts.table.view(name).details.key
      if (key.length === 1 && key[0]!.path.join('.') === 'tenant.id') continue
      throw new SluiceError('ENTITY_INVALID', `the limit '${name}' does not count by tenant.id`)
    }
    for (const name of [plan, trial?.plan]) {
      if (name === undefined || plans.includes(name)) continue
      throw new SluiceError('ENTITY_INVALID', `there is no plan '${name}'`)
    }
    const named = [overrides.features, ...addOns.map(({ features }) => features)].flatMap(
      Object.keys,
    )
    for (const name of named) {
      if (!features.some(feature => feature.name === name)) throw unknownFeature(name)
    }
  }

  /** What is known of a tenant now; undefined if there is none of that id. */
  get(id: string): TenantAnswer | undefined {
    const identity = this.#ask(id, NO_FEATURE)
    if (identity === undefined) return undefined
    const { id: plan, state, trialEndsAt, graceEndsAt } = this.#reader.plan(identity)
    const features: Record<string, FeatureAnswer> = {}
    for (const { name } of identity.features) {
      const feature = this.feature(id, name)
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
    const index = this.#current().identity.features.findIndex(({ name }) => name === feature)
    if (index === -1) throw unknownFeature(feature)
    const identity = this.#ask(id, index)
    if (identity?.features[index]?.name === feature) return this.#reader.feature(0, identity)
    // The config has changed meanwhile.
    return identity === undefined ? undefined : this.feature(id, feature)
  }

  /** Has the engine answer about a tenant; by what is then live, or undefined if there is no such tenant. */
  #ask(id: string, feature: number): IdentityDetails | undefined {
    const { evaluators, lane } = this.#engine
    while (true) {
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
  }

  /** Forgets a tenant: its credentials are then TENANT_UNKNOWN. Returns whether there was one. */
  delete(id: string): boolean {
    this.#applyNumbers(id, {})
    return this.#table.delete(id)
  }

  /** Ids of all tenants. */
  ids(): string[] {
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
    const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = validity
    if (!(from <= until)) throw new SluiceError('ENTITY_INVALID', 'from must not be after until')
    const details = this.#current().identity.features.find(({ name }) => name === feature)
    if (details === undefined) throw unknownFeature(feature)
    if (value !== undefined && !fits(details.type, value)) {
      throw new SluiceError('ENTITY_INVALID', `the feature '${feature}' is ${details.type}`)
    }
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

function fits(type: string, value: JsonValue): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'gauge') return typeof value === 'number' && value >= 0
  return type === 'config'
}

function unknownFeature(name: string): SluiceError {
  return new SluiceError('FEATURE_NOT_FOUND', `there is no feature '${name}' that this is true of`)
}
