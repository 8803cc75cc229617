// The blocks of a tenant in the heap: its own values of features, and what it has used of gauges.
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
import { type IdentityHeap, listBytes } from './heap.ts'
import { nameHash } from './names.ts'

/** A row of a tenant as it stands in the memory; times in Unix ms. */
export interface TenantRow {
  readonly feature: bigint
  readonly value: JsonValue
  readonly from: number
  readonly until: number
  readonly isAddOn: boolean
  readonly quantity: number
}

export class RowBlocks {
  readonly #store: IdentityHeap
  readonly #view: DataView

  constructor(store: IdentityHeap) {
    this.#store = store
    this.#view = new DataView(store.engine.memory.buffer)
  }

  /** Gives a block of rows back; 0 is none. */
  free(rows: number): void {
    const store = this.#store
    if (rows === 0) return
    const count = store.u32(rows)
    for (let index = 0; index < count; index++) {
      const row = rows + layout.ROWS_FIRST + index * layout.ROW_BYTES
      if (this.#view.getUint16(row + layout.ROW_TYPE, true) !== VALUE_JSON) continue
      store.freeString(store.u32(row + layout.ROW_VALUE))
    }
    store.free(rows, listBytes(count, layout.ROW_BYTES))
  }

  /** Address of a block of rows; 0 of none. @throws SluiceError CAPACITY_EXCEEDED, ENTITY_INVALID */
  write(rows: readonly TenantRow[]): number {
    if (rows.length === 0) return 0
    if (rows.length > layout.ROW_MAX) {
      throw new SluiceError(
        'ENTITY_INVALID',
        `a tenant can have ${layout.ROW_MAX} values of its own`,
      )
    }
    // Before anything is allocated that would have to be given back.
    for (const { value } of rows) checkValue(value)
    const store = this.#store
    const block = store.allocate(listBytes(rows.length, layout.ROW_BYTES))
    store.setU32(block + layout.ROWS_COUNT, rows.length)
    rows.forEach((row, index) => {
      const at = block + layout.ROWS_FIRST + index * layout.ROW_BYTES
      this.#view.setBigUint64(at + layout.ROW_FEATURE, row.feature, true)
      store.setF64(at + layout.ROW_FROM, row.from)
      store.setF64(at + layout.ROW_UNTIL, row.until)
      const source = row.isAddOn ? SOURCE_ADD_ON : SOURCE_OVERRIDE
      this.#view.setUint16(at + layout.ROW_SOURCE, source, true)
      store.setU32(at + layout.ROW_QUANTITY, row.quantity)
      this.#writeValue(at, row.value)
    })
    return block
  }

  #writeValue(row: number, value: JsonValue): void {
    const store = this.#store
    const type = typeOfValue(value)
    this.#view.setUint16(row + layout.ROW_TYPE, type, true)
    if (type === VALUE_NUMBER || type === VALUE_BOOLEAN) {
      store.setF64(row + layout.ROW_VALUE, Number(value))
    } else if (type === VALUE_JSON) {
      store.setU32(row + layout.ROW_VALUE, store.string(JSON.stringify(value)))
    }
  }

  /** Address of a block of what is used; 0 of nothing. */
  writeGauges(gauges: readonly (readonly [bigint, number])[]): number {
    if (gauges.length === 0) return 0
    const store = this.#store
    const block = store.allocate(listBytes(gauges.length, layout.GAUGE_BYTES))
    store.setU32(block + layout.ROWS_COUNT, gauges.length)
    gauges.forEach(([feature, used], index) => {
      const at = block + layout.ROWS_FIRST + index * layout.GAUGE_BYTES
      this.#view.setBigUint64(at + layout.GAUGE_FEATURE, feature, true)
      store.setF64(at + layout.GAUGE_USED, used)
    })
    return block
  }

  /** The rows of a block; 0 is none. */
  read(block: number): TenantRow[] {
    const store = this.#store
    if (block === 0) return []
    return Array.from({ length: store.u32(block) }, (_, index) => {
      const at = block + layout.ROWS_FIRST + index * layout.ROW_BYTES
      return {
        feature: this.#view.getBigUint64(at + layout.ROW_FEATURE, true),
        value: this.#readValue(at),
        from: store.f64(at + layout.ROW_FROM),
        until: store.f64(at + layout.ROW_UNTIL),
        isAddOn: this.#view.getUint16(at + layout.ROW_SOURCE, true) === SOURCE_ADD_ON,
        quantity: store.u32(at + layout.ROW_QUANTITY),
      }
    })
  }

  #readValue(row: number): JsonValue {
    const store = this.#store
    const type = this.#view.getUint16(row + layout.ROW_TYPE, true)
    const value = store.f64(row + layout.ROW_VALUE)
    if (type === VALUE_BOOLEAN) return value !== 0
    if (type === VALUE_NUMBER) return value
    if (type === VALUE_NULL) return null
    return JSON.parse(store.text(store.u32(row + layout.ROW_VALUE))) as JsonValue
  }

  /** What is used of gauges, by the hashes of their names. */
  readGauges(block: number): Map<bigint, number> {
    const store = this.#store
    const gauges = new Map<bigint, number>()
    const count = block === 0 ? 0 : store.u32(block)
    for (let index = 0; index < count; index++) {
      const at = block + layout.ROWS_FIRST + index * layout.GAUGE_BYTES
      const feature = this.#view.getBigUint64(at + layout.GAUGE_FEATURE, true)
      gauges.set(feature, store.f64(at + layout.GAUGE_USED))
    }
    return gauges
  }

  freeGauges(block: number): void {
    const store = this.#store
    if (block !== 0) store.free(block, listBytes(store.u32(block), layout.GAUGE_BYTES))
  }
}

/** @throws SluiceError ENTITY_INVALID */
function checkValue(value: JsonValue): void {
  if (typeOfValue(value) !== VALUE_JSON) return
  if (Buffer.byteLength(JSON.stringify(value)) <= layout.VALUE_BYTES_MAX) return
  const message = `a value of a tenant's own can have ${layout.VALUE_BYTES_MAX} bytes as JSON`
  throw new SluiceError('ENTITY_INVALID', message)
}

/** How a value stands in a row; VALUE_JSON: as a text of its own. */
export function typeOfValue(value: JsonValue): number {
  if (typeof value === 'boolean') return VALUE_BOOLEAN
  if (typeof value === 'number') return VALUE_NUMBER
  return value === null ? VALUE_NULL : VALUE_JSON
}

/** What a definition gives of its own: overrides first, for they win. */
export function rowsOf({ overrides, addOns }: TenantDefinition): TenantRow[] {
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
