// Values of the evaluators as JavaScript has them: for explaining, where speed does not matter.
import {
  ARRAY_COUNT,
  ARRAY_VALUES,
  ENTRY_BYTES,
  ENTRY_KEY,
  ENTRY_VALUE,
  OBJECT_COUNT,
  OBJECT_ENTRIES,
  TAG_ARRAY,
  TAG_BOOLEAN,
  TAG_MISSING,
  TAG_OBJECT,
  TAG_STRING,
} from '../../assembly/shared/value.ts'
import type { JsonValue } from '../config/types.ts'
import type { Engine } from './engine.ts'

/** Arrays and objects inside each other that are read; a rule can build deeper ones. */
const DEPTH_MAX = 64

/** The value whose 64-bit word stands at an address; undefined for a missing one. Pointers in it are addresses. */
export function readValue(engine: Engine, address: number, depth = 0): JsonValue | undefined {
  const low = engine.u32[address >> 2]!
  const tag = engine.u32[(address + 4) >> 2]! >>> 16
  if (tag < TAG_STRING) return engine.f64[address >> 3]!
  switch (tag) {
    case TAG_STRING:
      return engine.readString(low)
    case TAG_ARRAY:
      return depth > DEPTH_MAX ? [] : readArray(engine, low, depth)
    case TAG_OBJECT:
      return depth > DEPTH_MAX ? {} : readObject(engine, low, depth)
    case TAG_BOOLEAN:
      return low !== 0
    case TAG_MISSING:
      return undefined
  }
  return null
}

function readArray(engine: Engine, array: number, depth: number): JsonValue[] {
  const length = engine.u32[(array + ARRAY_COUNT) >> 2]!
  return Array.from({ length }, (_, index) => {
    return readValue(engine, array + ARRAY_VALUES + 8 * index, depth + 1) ?? null
  })
}

function readObject(engine: Engine, object: number, depth: number): JsonValue {
  const entries = engine.u32[(object + OBJECT_ENTRIES) >> 2]!
  // Its properties were not encoded, for no rule looks at them.
  if (entries === 0 && engine.u32[(object + OBJECT_COUNT) >> 2] !== 0) return { '…': null }
  return Object.fromEntries(
    Array.from({ length: entries }, (_, index) => {
      const entry = object + index * ENTRY_BYTES
      const key = engine.readString(engine.u32[(entry + ENTRY_KEY) >> 2]!)
      return [key, readValue(engine, entry + ENTRY_VALUE, depth + 1) ?? null]
    }),
  )
}
