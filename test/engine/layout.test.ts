// Fields of the memory's headers stand beside each other, and not on top of each other.
import { describe, expect, it } from 'vitest'
import * as identity from '../../assembly/shared/identity.ts'
import * as layout from '../../assembly/shared/layout.ts'
import { SIZE_NAMES } from '../../src/engine/options.ts'

/** Bytes of the fields that are not one word of 32 bits. */
const WIDE: Readonly<Record<string, number>> = {
  CONTROL_SEED: 16,
  CONTROL_CLOCK_BASE: 8,
  CONTROL_SIZES: 4 * SIZE_NAMES.length,
  CONTROL_WALL: 8,
  CONTROL_WALL_AT_OPEN: 8,
  CONTROL_DEADLINE: 8,
  LANE_SEED: 16,
  LANE_SNAPSHOTS: 8,
  IDENTITY_SECRET: 16,
  IDENTITY_HEAP_LISTS: 4 * 84,
  IDENTITY_PEPPERS: identity.PEPPER_MAX * identity.PEPPER_BYTES,
}

/** The fields of a header by their prefix, but for those that are no fields of it. */
function fieldsOf(values: Readonly<Record<string, unknown>>, prefix: string, others: RegExp) {
  return Object.entries(values)
    .filter(([name]) => name.startsWith(prefix) && !others.test(name))
    .map(([name, offset]) => {
      const start = offset as number
      return { name, start, end: start + (WIDE[name] ?? 4) }
    })
    .sort((a, b) => a.start - b.start)
}

describe.each([
  ['the control block', fieldsOf(layout, 'CONTROL_', /_(OFFSET|BYTES)$/), layout.CONTROL_BYTES, 15],
  [
    'a lane',
    fieldsOf(layout, 'LANE_', /^LANE_(HEADER_BYTES|FIXED_BYTES|FREE|ATTACHED|VACATED)$/),
    layout.LANE_HEADER_BYTES,
    36,
  ],
  [
    'the identity region',
    fieldsOf(identity, 'IDENTITY_', /_HEADER_BYTES$/),
    identity.IDENTITY_HEADER_BYTES,
    28,
  ],
])('%s', (_, fields, bytes, atLeast) => {
  it('has all its fields apart, and inside', () => {
    expect(fields.length).toBeGreaterThan(atLeast - 5)
    const overlaps = fields.filter(({ start }, index) => start < (fields[index - 1]?.end ?? 0))
    expect(overlaps).toEqual([])
    expect(fields.at(-1)!.end).toBeLessThanOrEqual(bytes)
    expect(fields.filter(({ start }) => start % 4 !== 0)).toEqual([])
  })
})
