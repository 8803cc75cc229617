// How the values of features are written into records.
import * as layout from '../../assembly/shared/gate.ts'
import type { JsonValue } from '../config/types.ts'
import type { CompiledFlag } from './flag.ts'

/** Writes value and type, as a cell and a feature's default have them. */
export function writeValue(view: DataView, base: number, value: JsonValue | undefined): void {
  const type = valueType(value)
  if (type === layout.VALUE_BOOLEAN || type === layout.VALUE_NUMBER) {
    view.setFloat64(base + layout.CELL_VALUE, Number(value), true)
  }
  view.setUint32(base + layout.CELL_TYPE, type, true)
}

function valueType(value: JsonValue | undefined): number {
  if (value === undefined) return layout.VALUE_NONE
  if (value === null) return layout.VALUE_NULL
  if (typeof value === 'boolean') return layout.VALUE_BOOLEAN
  return typeof value === 'number' ? layout.VALUE_NUMBER : layout.VALUE_JSON
}

/** A bit for each variant whose value is true. */
export function trueVariants(flag: CompiledFlag): bigint {
  const { variants } = JSON.parse(flag.details) as { variants: [string, JsonValue][] }
  let bits = 0n
  variants.forEach(([, value], index) => {
    if (value === true && index < 64) bits |= 1n << BigInt(index)
  })
  return bits
}
