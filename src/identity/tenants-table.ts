// Tenants in the memory: who there is, in which state, on which plan, with which values of its own.
import * as layout from '../../assembly/shared/identity.ts'
import type { TenantDefinition } from '../config/types.ts'
import { SluiceError } from '../errors.ts'
import { nameHash } from './names.ts'
import type { IdentityStore } from './store.ts'
import { RowBlocks, rowsOf, type TenantRow } from './tenant-rows.ts'

export class TenantTable {
  readonly store: IdentityStore
  readonly #rows: RowBlocks
  readonly #view: DataView

  constructor(store: IdentityStore) {
    this.store = store
    this.#rows = new RowBlocks(store)
    this.#view = new DataView(store.engine.memory.buffer)
  }

  /** Number of the tenant, defined or only named; 0 if nobody has named it. */
  find(id: string): number {
    if (typeof id !== 'string')
      throw new SluiceError('ENTITY_INVALID', 'the id of a tenant is a text')
    // Half of a surrogate pair has no UTF-8 of its own: it would find the tenant U+FFFD.
    if (!id.isWellFormed()) return 0
    const { store } = this
    store.hash(id)
    return store.find(layout.KIND_TENANT, number =>
      store.isPlaced(store.u32(this.#record(number) + layout.TENANT_ID)),
    )
  }

  id(number: number): string {
    return this.store.text(this.store.u32(this.#record(number) + layout.TENANT_ID))
  }

  state(number: number): number {
    return this.store.u32(this.#record(number) + layout.TENANT_STATE)
  }

  /** Whether there is such a tenant, and not only somebody who names it. */
  isDefined(id: string): boolean {
    const number = this.find(id)
    return number !== 0 && this.state(number) !== layout.TENANT_UNDEFINED
  }

  /** Number of the tenant for a credential that names it, defined or not yet. With the lock. */
  refer(id: string): number {
    const number = this.find(id) || this.#add(id)
    const references = this.#record(number) + layout.TENANT_REFERENCES
    this.store.setU32(references, this.store.u32(references) + 1)
    return number
  }

  /** A credential that named the tenant is gone; 0 is nobody's. With the lock. */
  release(number: number): void {
    if (number === 0) return
    const references = this.#record(number) + layout.TENANT_REFERENCES
    this.store.setU32(references, this.store.u32(references) - 1)
    this.#dropIfForgotten(number)
  }

  #record(number: number): number {
    return this.store.record('tenant', number)
  }

  #add(id: string): number {
    const { store } = this
    const number = store.take('tenant')
    const record = this.#record(number)
    try {
      const text = store.string(id)
      store.limitHash(id)
      store.change(record, () => {
        store.setU32(record + layout.TENANT_STATE, layout.TENANT_UNDEFINED)
        store.setU32(record + layout.TENANT_ID, text)
        store.copyHash(record + layout.TENANT_LIMIT_HASH)
        this.#writeNothing(record)
      })
      store.hash(id)
      store.insert(layout.KIND_TENANT, number)
    } catch (error) {
      this.#free(number)
      throw error
    }
    return number
  }

  #writeNothing(record: number): void {
    this.#view.setBigUint64(record + layout.TENANT_PLAN, 0n, true)
    this.#view.setBigUint64(record + layout.TENANT_TRIAL_PLAN, 0n, true)
    this.store.setF64(record + layout.TENANT_PLAN_UNTIL, Number.POSITIVE_INFINITY)
    this.store.setF64(record + layout.TENANT_TRIAL_UNTIL, Number.NEGATIVE_INFINITY)
    this.store.setF64(record + layout.TENANT_GRACE_UNTIL, Number.NaN)
    this.store.setU32(record + layout.TENANT_ROWS, 0)
    this.store.setU32(record + layout.TENANT_GAUGES, 0)
  }

  /** Defines a tenant, or defines it anew. @throws SluiceError CAPACITY_EXCEEDED, ENTITY_INVALID */
  set(definition: TenantDefinition): void {
    const { store } = this
    store.locked(() => {
      const isNew = !this.isDefined(definition.id)
      const { tenantsMax } = store.engine.sizes
      if (isNew && store.field(layout.IDENTITY_DEFINED) >= tenantsMax) {
        const message = `there is no room for another tenant (option tenantsMax: ${tenantsMax})`
        throw new SluiceError('CAPACITY_EXCEEDED', message)
      }
      const number = this.find(definition.id) || this.#add(definition.id)
      try {
        this.#define(number, definition)
      } catch (error) {
        this.#dropIfForgotten(number)
        throw error
      }
      if (isNew) this.#countDefined(1)
    })
  }

  #countDefined(change: 1 | -1): void {
    const { store } = this
    store.setField(layout.IDENTITY_DEFINED, store.field(layout.IDENTITY_DEFINED) + change)
  }

  #define(number: number, definition: TenantDefinition): void {
    const { store } = this
    const record = this.#record(number)
    const rows = this.#rows.write(rowsOf(definition))
    // What is in use stays so, whatever a definition that was made before says.
    const used = new Map(
      Object.entries(definition.used).map(([name, amount]) => [nameHash(name), amount] as const),
    )
    for (const [feature, amount] of this.gauges(number)) used.set(feature, amount)
    const gauges = this.#writeUsed([...used], rows)
    const old = this.#blocks(record)
    store.change(record, () => {
      this.#writeNothing(record)
      this.#writeSubscription(record, definition)
      store.setU32(record + layout.TENANT_ROWS, rows)
      store.setU32(record + layout.TENANT_GAUGES, gauges)
    })
    old()
  }

  /** What is used of gauges; if there is no room for it, `rows` are given back. */
  #writeUsed(gauges: readonly (readonly [bigint, number])[], rows: number): number {
    try {
      return this.#rows.writeGauges(gauges)
    } catch (error) {
      this.#rows.free(rows)
      throw error
    }
  }

  #writeSubscription(record: number, definition: TenantDefinition): void {
    const { store } = this
    const { plan, planUntilMs, state, trial, graceUntilMs } = definition
    const word = state === 'suspended' ? layout.TENANT_SUSPENDED : layout.TENANT_ACTIVE
    store.setU32(record + layout.TENANT_STATE, word)
    if (plan !== undefined) {
      this.#view.setBigUint64(record + layout.TENANT_PLAN, nameHash(plan), true)
      store.setF64(record + layout.TENANT_PLAN_UNTIL, planUntilMs ?? Number.POSITIVE_INFINITY)
    }
    if (trial !== undefined) {
      this.#view.setBigUint64(record + layout.TENANT_TRIAL_PLAN, nameHash(trial.plan), true)
      store.setF64(record + layout.TENANT_TRIAL_UNTIL, trial.untilMs)
    }
    if (graceUntilMs !== undefined) store.setF64(record + layout.TENANT_GRACE_UNTIL, graceUntilMs)
  }

  /** The blocks that a record refers to, to be freed when it does not any more. */
  #blocks(record: number): () => void {
    const { store } = this
    const rows = store.u32(record + layout.TENANT_ROWS)
    const gauges = store.u32(record + layout.TENANT_GAUGES)
    return () => {
      this.#rows.free(rows)
      this.#rows.freeGauges(gauges)
    }
  }

  /** The rows of a tenant, those of overrides first. */
  rows(number: number): TenantRow[] {
    return this.#rows.read(this.store.u32(this.#record(number) + layout.TENANT_ROWS))
  }

  /** Gives a tenant other rows. @throws SluiceError TENANT_NOT_FOUND, CAPACITY_EXCEEDED, ENTITY_INVALID */
  changeRows(id: string, change: (rows: TenantRow[]) => TenantRow[]): void {
    const { store } = this
    store.locked(() => {
      const number = this.#defined(id)
      const record = this.#record(number)
      const rows = this.#rows.write(change(this.rows(number)))
      const old = store.u32(record + layout.TENANT_ROWS)
      store.change(record, () => store.setU32(record + layout.TENANT_ROWS, rows))
      this.#rows.free(old)
    })
  }

  gauges(number: number): Map<bigint, number> {
    return this.#rows.readGauges(this.store.u32(this.#record(number) + layout.TENANT_GAUGES))
  }

  /** Sets what is used of a gauge, to what `change` makes of it, at once for all threads; undefined leaves it. */
  changeGauge(id: string, feature: string, change: (used: number) => number | undefined): number {
    const { store } = this
    return store.locked(() => {
      const number = this.#defined(id)
      const record = this.#record(number)
      const gauges = this.gauges(number)
      const hash = nameHash(feature)
      const before = gauges.get(hash) ?? 0
      const after = change(before)
      if (after === undefined || after === before) return before
      gauges.set(hash, after)
      const block = this.#rows.writeGauges([...gauges])
      const old = store.u32(record + layout.TENANT_GAUGES)
      store.change(record, () => store.setU32(record + layout.TENANT_GAUGES, block))
      this.#rows.freeGauges(old)
      return after
    })
  }

  /** Number of a defined tenant. @throws SluiceError TENANT_NOT_FOUND */
  #defined(id: string): number {
    const number = this.find(id)
    if (number !== 0 && this.state(number) !== layout.TENANT_UNDEFINED) return number
    throw new SluiceError('TENANT_NOT_FOUND', 'there is no such tenant')
  }

  /** The plan hashes and times of a tenant, as `TenantDefinition` has them. */
  subscription(number: number) {
    const record = this.#record(number)
    const { store } = this
    const hash = (field: number) => this.#view.getBigUint64(record + field, true)
    return {
      isSuspended: store.u32(record + layout.TENANT_STATE) === layout.TENANT_SUSPENDED,
      plan: hash(layout.TENANT_PLAN),
      planUntil: store.f64(record + layout.TENANT_PLAN_UNTIL),
      trialPlan: hash(layout.TENANT_TRIAL_PLAN),
      trialUntil: store.f64(record + layout.TENANT_TRIAL_UNTIL),
      graceUntil: store.f64(record + layout.TENANT_GRACE_UNTIL),
    }
  }

  /** Forgets a tenant; whoever names it is then TENANT_UNKNOWN. Returns whether there was one. */
  delete(id: string): boolean {
    const { store } = this
    return store.locked(() => {
      const number = this.find(id)
      if (number === 0 || this.state(number) === layout.TENANT_UNDEFINED) return false
      const record = this.#record(number)
      const free = this.#blocks(record)
      store.change(record, () => {
        store.setU32(record + layout.TENANT_STATE, layout.TENANT_UNDEFINED)
        this.#writeNothing(record)
      })
      free()
      this.#countDefined(-1)
      this.#dropIfForgotten(number)
      return true
    })
  }

  #dropIfForgotten(number: number): void {
    const { store } = this
    const record = this.#record(number)
    if (store.u32(record + layout.TENANT_STATE) !== layout.TENANT_UNDEFINED) return
    if (store.u32(record + layout.TENANT_REFERENCES) !== 0) return
    store.hash(this.id(number))
    store.remove(layout.KIND_TENANT, number)
    this.#free(number)
  }

  #free(number: number): void {
    const text = this.store.u32(this.#record(number) + layout.TENANT_ID)
    this.store.give('tenant', number)
    this.store.freeString(text)
  }

  /** Ids of all tenants that are defined. */
  *ids(): Generator<string> {
    for (let number = 1; number <= this.store.used('tenant'); number++) {
      const state = this.state(number)
      if (state === layout.TENANT_ACTIVE || state === layout.TENANT_SUSPENDED) yield this.id(number)
    }
  }
}
