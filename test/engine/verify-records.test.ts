// Records that no compiler writes: sections, flags, attributes and limits, each with one fault, and the code that the
// verifier must refuse it with.
import { describe, expect, it } from 'vitest'
import { HORIZON_MS, LIMIT_ID_MAX, TAT_BITS } from '../../assembly/shared/limit.ts'
import * as op from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { compileConfig, toolbox } from './helpers.ts'
import { DATA, RETURN_DEFAULT, type Ruleset } from './ruleset.ts'
import { checkEdits, type Edit, type EditCase } from './verify-cases.ts'

/** 2^32 - 1, which as a signed number is -1. */
const HUGE = 0xffff_ffff

describe('the sections', () => {
  const add =
    (field: number, bytes: number): Edit =>
    r =>
      r.set(field, r.get(field) + bytes)
  const offsets = [
    ['flags', layout.HEADER_FLAGS],
    ['attributes', layout.HEADER_ATTRIBUTES],
    ['limits', layout.HEADER_LIMITS],
    ['code', layout.HEADER_CODE],
    ['constants', layout.HEADER_CONSTANTS],
  ] as const
  const counts = [
    ['flags', layout.HEADER_FLAG_COUNT, layout.FLAG_BYTES],
    ['attributes', layout.HEADER_ATTRIBUTE_COUNT, layout.ATTRIBUTE_BYTES],
    ['limits', layout.HEADER_LIMIT_COUNT, layout.LIMIT_BYTES],
    ['instructions', layout.HEADER_CODE_COUNT, op.INSTRUCTION_BYTES],
    ['constants', layout.HEADER_CONSTANT_COUNT, 8],
  ] as const
  checkEdits(
    [RETURN_DEFAULT],
    [
      ...offsets.flatMap(([name, field]): EditCase[] => [
        [`may not leave a gap before the ${name}`, add(field, 8), 'VERIFY_LAYOUT'],
        [`may not overlap before the ${name}`, add(field, -8), 'VERIFY_LAYOUT'],
        [`may not have the ${name} at 0`, r => r.set(field, 0), 'VERIFY_LAYOUT'],
        [`may not have the ${name} near 2^32`, r => r.set(field, 0xffff_fff8), 'VERIFY_LAYOUT'],
      ]),
      ...counts.flatMap(([name, field, bytes]): EditCase[] => [
        [`may not have one more of the ${name}`, add(field, 1), 'VERIFY_LAYOUT'],
        [`may not have 2^32 - 1 ${name}`, r => r.set(field, HUGE), 'VERIFY_LAYOUT'],
        [
          `may not have ${name} whose bytes wrap round`,
          r => r.set(field, Math.ceil(2 ** 32 / bytes) + r.get(field)),
          'VERIFY_LAYOUT',
        ],
      ]),
      ['may not share data and flags', add(layout.HEADER_DATA_END, 8), 'VERIFY_LAYOUT'],
      ['may not end the data within a word', add(layout.HEADER_DATA_END, -4), 'VERIFY_LAYOUT'],
      [
        'may not end the data in the header',
        r => r.set(layout.HEADER_DATA_END, 56),
        'VERIFY_LAYOUT',
      ],
      [
        'may not end the data behind all',
        r => r.set(layout.HEADER_DATA_END, HUGE - 7),
        'VERIFY_LAYOUT',
      ],
      [
        'may not have metadata elsewhere',
        r => r.set(layout.HEADER_METADATA, DATA.end),
        'VERIFY_STRING',
      ],
    ],
  )
})

describe('a flag', () => {
  const edit =
    (field: number, value: number): Edit =>
    r =>
      r.set(r.section(layout.HEADER_FLAGS) + field, value)
  const { FLAG_KIND, FLAG_KEY, FLAG_KEY_HASH, FLAG_DETAILS, FLAG_STACK_MAX } = layout
  const { FLAG_CODE_INDEX, FLAG_CODE_COUNT, FLAG_ATTRIBUTES, FLAG_ATTRIBUTE_COUNT } = layout
  const { FLAG_VARIANTS, FLAG_VARIANT_COUNT, FLAG_DEFAULT_VARIANT } = layout
  const { FLAG_STEPS, FLAG_SOURCE } = layout
  checkEdits(
    [RETURN_DEFAULT],
    [
      ['has a kind that there is', edit(FLAG_KIND, layout.FLAG_KIND_INVALID + 1), 'VERIFY_FLAG'],
      ['has its key in the data', edit(FLAG_KEY, DATA.end), 'VERIFY_STRING'],
      ['has the hash of its key', edit(FLAG_KEY_HASH, 1), 'VERIFY_FLAG'],
      ['has its details in the data', edit(FLAG_DETAILS, 4), 'VERIFY_STRING'],
      ['names its source in the data', edit(FLAG_SOURCE, DATA.end), 'VERIFY_STRING'],
      ['has a source on whole words', edit(FLAG_SOURCE, DATA.source + 4), 'VERIFY_STRING'],
      ['has the steps of its program', edit(FLAG_STEPS, 2), 'VERIFY_STEPS'],
      ['has a stack that fits the lane', edit(FLAG_STACK_MAX, op.STACK_MAX + 1), 'VERIFY_FLAG'],
      ['has code', edit(FLAG_CODE_COUNT, 0), 'VERIFY_END'],
      ['has no more code than there is', edit(FLAG_CODE_COUNT, 2), 'VERIFY_FLAG'],
      ['has its code where code is', edit(FLAG_CODE_INDEX, 1), 'VERIFY_FLAG'],
      ['has no code that wraps round', edit(FLAG_CODE_INDEX, HUGE), 'VERIFY_FLAG'],
      ['lists its attributes in the data', edit(FLAG_ATTRIBUTES, DATA.end), 'VERIFY_ATTRIBUTE'],
      ['lists attributes on whole words', edit(FLAG_ATTRIBUTES, DATA.text + 4), 'VERIFY_ATTRIBUTE'],
      ['lists no 2^32 - 1 attributes', edit(FLAG_ATTRIBUTE_COUNT, HUGE), 'VERIFY_ATTRIBUTE'],
      ['lists no bytes that wrap round', edit(FLAG_ATTRIBUTE_COUNT, 2 ** 30), 'VERIFY_ATTRIBUTE'],
      ['lists attributes that there are', r => r.set16(DATA.attributes, 2), 'VERIFY_ATTRIBUTE'],
      [
        'lists each attribute once',
        r => {
          edit(FLAG_ATTRIBUTE_COUNT, 2)(r)
          r.set16(DATA.attributes + layout.FLAG_ATTRIBUTE_BYTES, 0)
        },
        'VERIFY_ATTRIBUTE',
      ],
      [
        'lists attributes in order',
        r => {
          edit(FLAG_ATTRIBUTE_COUNT, 2)(r)
          r.set16(DATA.attributes, 1)
        },
        'VERIFY_ATTRIBUTE',
      ],
      ['lists its variants in the data', edit(FLAG_VARIANTS, DATA.end), 'VERIFY_VARIANT'],
      ['lists no 65,535 variants', edit(FLAG_VARIANT_COUNT, 0xffff), 'VERIFY_VARIANT'],
      ['lists no 2^32 - 1 variants', edit(FLAG_VARIANT_COUNT, HUGE), 'VERIFY_VARIANT'],
      ['names its variants', r => r.set(DATA.variants, DATA.end), 'VERIFY_STRING'],
      ['may have no default', edit(FLAG_DEFAULT_VARIANT, outcome.NO_VARIANT), 'VERIFY_OK'],
      ['has a default that it lists', edit(FLAG_DEFAULT_VARIANT, 2), 'VERIFY_VARIANT'],
      // An outcome has 16 bits for the variant: more would write into the reason.
      ['has a default of 16 bits', edit(FLAG_DEFAULT_VARIANT, 0x1_0000), 'VERIFY_VARIANT'],
    ],
  )

  it('stands in the order of hashes, or bisection would not find it', async () => {
    const bytes = await compileConfig({
      flags: Object.fromEntries(
        ['a', 'b'].map(key => [key, { state: 'ENABLED', variants: { on: true } }]),
      ),
    })
    const at = new DataView(bytes.buffer).getUint32(layout.HEADER_FLAGS, true)
    const first = bytes.slice(at, at + layout.FLAG_BYTES)
    bytes.copyWithin(at, at + layout.FLAG_BYTES, at + 2 * layout.FLAG_BYTES)
    bytes.set(first, at + layout.FLAG_BYTES)
    toolbox.seal(bytes)
    expect(toolbox.verify(bytes)).toBe(outcome.VERIFY_FLAG)
  })
})

describe('an attribute', () => {
  const edit =
    (field: number, value: number): Edit =>
    r =>
      r.set(r.section(layout.HEADER_ATTRIBUTES) + field, value)
  const edit16 =
    (field: number, value: number): Edit =>
    r =>
      r.set16(r.section(layout.HEADER_ATTRIBUTES) + field, value)
  checkEdits(
    [RETURN_DEFAULT],
    [
      ['has its path in the data', edit(layout.ATTRIBUTE_PATH, DATA.end), 'VERIFY_STRING'],
      ['has a source that there is', edit16(layout.ATTRIBUTE_SOURCE, 2), 'VERIFY_ATTRIBUTE'],
      // The reach is for the host.
      ['may have any reach', edit16(layout.ATTRIBUTE_REACH, 0xffff), 'VERIFY_OK'],
    ],
  )
})

// A limit's arithmetic has no overflow checks: TATs must stay below 2^60 for ten years.
describe('a limit', () => {
  const { LIMIT_RATE, LIMIT_COST, LIMIT_CAPACITY, LIMIT_TOKENS, LIMIT_QUANTUM, LIMIT_ID } = layout
  const at = (r: Ruleset) => r.section(layout.HEADER_LIMITS)
  const edit =
    (field: number, value: number): Edit =>
    r =>
      r.set(at(r) + field, value)
  const numbers =
    (rate: bigint, cost: bigint, burst: number, capacity = cost * BigInt(burst)): Edit =>
    r =>
      r
        .set64(at(r) + LIMIT_RATE, rate)
        .set64(at(r) + LIMIT_COST, cost)
        .set64(at(r) + LIMIT_CAPACITY, BigInt.asUintN(64, capacity))
        .set(at(r) + LIMIT_TOKENS, burst)
  const room = 2n ** BigInt(TAT_BITS)
  const horizonNs = BigInt(HORIZON_MS) * 1_000_000n
  const most = (room - 3n * horizonNs) / 2n
  checkEdits(
    [RETURN_DEFAULT],
    [
      ['may have the highest rate', numbers(3n, 1n, 1), 'VERIFY_OK'],
      ['may not have a higher', numbers(4n, 1n, 1), 'VERIFY_LIMIT'],
      ['may not have a rate that wraps round', numbers(2n ** 63n, 1n, 1), 'VERIFY_LIMIT'],
      ['may not have a rate of 2^64 - 1', numbers(2n ** 64n - 1n, 1n, 1), 'VERIFY_LIMIT'],
      ['may have the largest capacity', numbers(3n, most, 1), 'VERIFY_OK'],
      ['may not have a larger', numbers(3n, most + 1n, 1), 'VERIFY_LIMIT'],
      ['may not have a negative capacity', numbers(1n, 2n ** 63n, 1), 'VERIFY_LIMIT'],
      [
        'may not have a capacity that only wrapped round is its burst',
        numbers(1n, 2n ** 62n, 5, (5n * 2n ** 62n) % 2n ** 64n),
        'VERIFY_LIMIT',
      ],
      ['has the capacity of its burst', numbers(1n, 10n, 10, 101n), 'VERIFY_LIMIT'],
      ['has a capacity in whole tokens', numbers(1n, 10n, 3, 31n), 'VERIFY_LIMIT'],
      ['may have a burst of 2^31 - 1', numbers(1n, 1n, 0x7fff_ffff), 'VERIFY_OK'],
      ['may not have one of 2^31', numbers(1n, 1n, 0x8000_0000), 'VERIFY_LIMIT'],
      ['has a rate', numbers(0n, 1n, 1), 'VERIFY_LIMIT'],
      ['has a cost', numbers(1n, 0n, 1), 'VERIFY_LIMIT'],
      ['has a burst', numbers(1n, 1n, 0, 0n), 'VERIFY_LIMIT'],
      ['has a quantum that there is', edit(LIMIT_QUANTUM, 3), 'VERIFY_LIMIT'],
      ['has an id', edit(LIMIT_ID, 0), 'VERIFY_LIMIT'],
      ['may have the highest id', edit(LIMIT_ID, LIMIT_ID_MAX), 'VERIFY_OK'],
      ['may not have a higher id', edit(LIMIT_ID, LIMIT_ID_MAX + 1), 'VERIFY_LIMIT'],
      ['has its name in the data', edit(layout.LIMIT_NAME, DATA.end), 'VERIFY_STRING'],
      ['has its details in the data', edit(layout.LIMIT_DETAILS, DATA.end), 'VERIFY_STRING'],
    ],
  )
})
