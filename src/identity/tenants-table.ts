// Tenants in the memory: who there is, in which state, on which plan, with which values of its own.
import {
  SOURCE_ADD_ON,
  SOURCE_OVERRIDE,
  VALUE_BOOLEAN,
  VALUE_JSON,
  VALUE_NULL,
  VALUE_NUMBER,
} from '../../assembly/shared/gate.ts'
import * as layout from '../../assembly/shared/identity.ts'
import type { JsonValue, TenantDefinition } from '../config/types.ts'
import { SluiceError } from '../errors.ts'
import { nameHash } from './names.ts'
import type { IdentityStore } from './store.ts'

/** A row of a tenant as it stands in the memory; times in Unix ms. */
export interface TenantRow {
  readonly feature: bigint
  readonly value: JsonValue
  readonly from: number
  readonly until: number
  readonly isAddOn: boolean
  readonly quantity: number
}

const QUANTITY_SHIFT = 8
const encoder = new TextEncoder()

export class TenantTable {
  readonly store: IdentityStore
  readonly #view: DataView

  constructor(store: IdentityStore) {
    this.store = store
    this.#view = new DataView(store.engine.memory.buffer)
  }

  /** Number of the tenant, defined or only named; 0 if nobody has named it. */
  find(id: string): number {
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
      const number = this.find(definition.id) || this.#add(definition.id)
      const record = this.#record(number)
      const rows = this.#writeRows(rowsOf(definition))
      const gauges = this.#writeGauges(
        Object.entries(definition.used).map(([name, used]) => [nameHash(name), used]),
      )
      const old = this.#blocks(record)
      store.change(record, () => {
        this.#writeNothing(record)
        this.#writeSubscription(record, definition)
        store.setU32(record + layout.TENANT_ROWS, rows)
        store.setU32(record + layout.TENANT_GAUGES, gauges)
      })
      old()
    })
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
      this.#freeRows(rows)
      if (gauges !== 0) {
        store.free(gauges, layout.ROWS_FIRST + store.u32(gauges) * layout.GAUGE_BYTES)
      }
    }
  }

  #freeRows(rows: number): void {
    const { store } = this
    if (rows === 0) return
    const count = store.u32(rows)
    for (let index = 0; index < count; index++) {
      const row = rows + layout.ROWS_FIRST + index * layout.ROW_BYTES
      if (store.u32(row + layout.ROW_TYPE) !== VALUE_JSON) continue
      store.freeString(store.u32(row + layout.ROW_VALUE))
    }
    store.free(rows, layout.ROWS_FIRST + count * layout.ROW_BYTES)
  }

  #writeRows(rows: readonly TenantRow[]): number {
    if (rows.length === 0) return 0
    if (rows.length > layout.ROW_MAX) {
      throw new SluiceError(
        'ENTITY_INVALID',
        `a tenant can have ${layout.ROW_MAX} values of its own`,
      )
    }
    const { store } = this
    const block = store.allocate(layout.ROWS_FIRST + rows.length * layout.ROW_BYTES)
    store.setU32(block + layout.ROWS_COUNT, rows.length)
    rows.forEach((row, index) => {
      const at = block + layout.ROWS_FIRST + index * layout.ROW_BYTES
      this.#view.setBigUint64(at + layout.ROW_FEATURE, row.feature, true)
      store.setF64(at + layout.ROW_FROM, row.from)
      store.setF64(at + layout.ROW_UNTIL, row.until)
      const source = row.isAddOn
        ? SOURCE_ADD_ON | (row.quantity << QUANTITY_SHIFT)
        : SOURCE_OVERRIDE
      store.setU32(at + layout.ROW_SOURCE, source)
      this.#writeValue(at, row.value)
    })
    return block
  }

  #writeValue(row: number, value: JsonValue): void {
    const { store } = this
    const type = typeOfValue(value)
    store.setU32(row + layout.ROW_TYPE, type)
    if (type === VALUE_NUMBER || type === VALUE_BOOLEAN) {
      store.setF64(row + layout.ROW_VALUE, Number(value))
    } else if (type === VALUE_JSON) {
      const text = JSON.stringify(value)
      if (encoder.encode(text).length > layout.VALUE_BYTES_MAX) {
        const message = `a value of a tenant's own can have ${layout.VALUE_BYTES_MAX} bytes as JSON`
        throw new SluiceError('ENTITY_INVALID', message)
      }
      store.setU32(row + layout.ROW_VALUE, store.string(text))
    }
  }

  #writeGauges(gauges: readonly (readonly [bigint, number])[]): number {
    if (gauges.length === 0) return 0
    const { store } = this
    const block = store.allocate(layout.ROWS_FIRST + gauges.length * layout.GAUGE_BYTES)
    store.setU32(block + layout.ROWS_COUNT, gauges.length)
    gauges.forEach(([feature, used], index) => {
      const at = block + layout.ROWS_FIRST + index * layout.GAUGE_BYTES
      this.#view.setBigUint64(at + layout.GAUGE_FEATURE, feature, true)
      store.setF64(at + layout.GAUGE_USED, used)
    })
    return block
  }

  /** The rows of a tenant, those of overrides first. */
  rows(number: number): TenantRow[] {
    const { store } = this
    const block = store.u32(this.#record(number) + layout.TENANT_ROWS)
    if (block === 0) return []
    return Array.from({ length: store.u32(block) }, (_, index) => {
      const at = block + layout.ROWS_FIRST + index * layout.ROW_BYTES
      const source = store.u32(at + layout.ROW_SOURCE)
      return {
        feature: this.#view.getBigUint64(at + layout.ROW_FEATURE, true),
        value: this.#readValue(at),
        from: store.f64(at + layout.ROW_FROM),
        until: store.f64(at + layout.ROW_UNTIL),
        isAddOn: (source & 255) === SOURCE_ADD_ON,
        quantity: source >>> QUANTITY_SHIFT,
      }
    })
  }

  #readValue(row: number): JsonValue {
    const { store } = this
    const type = store.u32(row + layout.ROW_TYPE)
    const value = store.f64(row + layout.ROW_VALUE)
    if (type === VALUE_BOOLEAN) return value !== 0
    if (type === VALUE_NUMBER) return value
    if (type === VALUE_NULL) return null
    return JSON.parse(store.text(store.u32(row + layout.ROW_VALUE))) as JsonValue
  }

  /** Gives a tenant other rows. @throws SluiceError TENANT_NOT_FOUND, CAPACITY_EXCEEDED, ENTITY_INVALID */
  changeRows(id: string, change: (rows: TenantRow[]) => TenantRow[]): void {
    const { store } = this
    store.locked(() => {
      const number = this.#defined(id)
      const record = this.#record(number)
      const rows = this.#writeRows(change(this.rows(number)))
      const old = store.u32(record + layout.TENANT_ROWS)
      store.change(record, () => store.setU32(record + layout.TENANT_ROWS, rows))
      this.#freeRows(old)
    })
  }

  gauges(number: number): Map<bigint, number> {
    const { store } = this
    const gauges = new Map<bigint, number>()
    const block = store.u32(this.#record(number) + layout.TENANT_GAUGES)
    const count = block === 0 ? 0 : store.u32(block)
    for (let index = 0; index < count; index++) {
      const at = block + layout.ROWS_FIRST + index * layout.GAUGE_BYTES
      const feature = this.#view.getBigUint64(at + layout.GAUGE_FEATURE, true)
      gauges.set(feature, store.f64(at + layout.GAUGE_USED))
    }
    return gauges
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
      const block = this.#writeGauges([...gauges])
      const old = store.u32(record + layout.TENANT_GAUGES)
      store.change(record, () => store.setU32(record + layout.TENANT_GAUGES, block))
      if (old !== 0) store.free(old, layout.ROWS_FIRST + store.u32(old) * layout.GAUGE_BYTES)
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

function typeOfValue(value: JsonValue): number {
  if (typeof value === 'boolean') return VALUE_BOOLEAN
  if (typeof value === 'number') return VALUE_NUMBER
  return value === null ? VALUE_NULL : VALUE_JSON
}

/** What a definition gives of its own: overrides first, for they win. */
function rowsOf({ overrides, addOns }: TenantDefinition): TenantRow[] {
  const own = Object.entries(overrides.features).map(([name, { value, fromMs, untilMs }]) => ({
    feature: nameHash(name),
    value,
    from: fromMs ?? Number.NEGATIVE_INFINITY,
    until: untilMs ?? Number.POSITIVE_INFINITY,
    isAddOn: false,
    quantity: 1,
  }))
  const bought = addOns.flatMap(({ features, quantity, fromMs, untilMs }) =>
    Object.entries(features).map(([name, value]) => ({
      feature: nameHash(name),
      value,
      from: fromMs ?? Number.NEGATIVE_INFINITY,
      until: untilMs ?? Number.POSITIVE_INFINITY,
      isAddOn: true,
      quantity,
    })),
  )
  return [...own, ...bought]
}
