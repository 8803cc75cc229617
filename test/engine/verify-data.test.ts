// Data that no compiler writes: tables, arrays, strings and constants, each with one fault, and the code that the
// verifier must refuse it with.
import { describe } from 'vitest'
import * as op from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { TAG_ARRAY, TAG_MISSING, TAG_OBJECT, TAG_SHIFT } from '../../assembly/shared/value.ts'
import {
  CONSTANTS,
  DATA,
  type Instruction,
  RETURN_DEFAULT,
  type Ruleset,
  returnDefaultOn,
  SET_HASHES,
  SET_STARTS,
} from './ruleset.ts'
import { checkEdits, type Edit } from './verify-cases.ts'

/** 2^32 - 1, which as a signed number is -1. */
const HUGE = 0xffff_ffff

/** A number. */
const push = (depth: number): Instruction => [op.OP_PUSH_CONSTANT, depth, 0, 1]

describe('a table of fractions', () => {
  const bucket = DATA.table + layout.FRACTIONAL_BUCKETS
  const count = DATA.table + layout.FRACTIONAL_COUNT
  const total = DATA.table + layout.FRACTIONAL_TOTAL
  const room = DATA.end - bucket
  const code: Instruction[] = [push(0), [op.OP_FRACTIONAL, 1, 0, DATA.table], returnDefaultOn(1)]
  const heavy = layout.FRACTIONAL_WEIGHT_MAX
  const most = layout.FRACTIONAL_FIRST_TOTAL
  const first = (r: Ruleset) => {
    r.set(DATA.table + layout.FRACTIONAL_GENERATION, layout.FRACTIONAL_FIRST)
  }
  checkEdits(code, [
    ['may have the largest sum', r => r.set(bucket + 8, heavy).set(total, heavy), 'VERIFY_OK'],
    ['may have a bucket of no weight', r => r.set(bucket, 0), 'VERIFY_OK'],
    ['has at least one bucket', r => r.set(count, 0), 'VERIFY_OPERAND'],
    ['has no more buckets than data', r => r.set(count, room / 8 + 1), 'VERIFY_OPERAND'],
    ['has no 2^32 - 1 buckets', r => r.set(count, HUGE), 'VERIFY_OPERAND'],
    // 2^29 buckets of 8 bytes are 2^32 bytes: 0 in 32 bits.
    ['has no count that wraps round', r => r.set(count, 2 ** 29), 'VERIFY_OPERAND'],
    ['has the sum that its buckets have', r => r.set(total, 99), 'VERIFY_OPERAND'],
    ['has weights that add up', r => r.set(bucket, 101), 'VERIFY_OPERAND'],
    [
      'has not only empty buckets',
      r =>
        r
          .set(bucket, 0)
          .set(bucket + 8, 0)
          .set(total, 0),
      'VERIFY_OPERAND',
    ],
    [
      'has no sum above 2^31 - 1',
      r => r.set(bucket + 8, heavy + 1).set(total, heavy + 1),
      'VERIFY_OPERAND',
    ],
    [
      'may have a sum of 2^31 + 1 in the first generation',
      r => first(r.set(bucket + 8, most).set(total, most)),
      'VERIFY_OK',
    ],
    [
      'has no larger sum there',
      r => first(r.set(bucket + 8, most + 1).set(total, most + 1)),
      'VERIFY_OPERAND',
    ],
    ['yields constants that there are', r => r.set(bucket + 4, 4), 'VERIFY_OPERAND'],
    ['yields no constant 2^32 bytes away', r => r.set(bucket + 12, 2 ** 29), 'VERIFY_OPERAND'],
  ])
})

describe('a table of fractions that ends the program', () => {
  const bucket = DATA.table + layout.FRACTIONAL_BUCKETS
  const code: Instruction[] = [push(0), [op.OP_RETURN_FRACTIONAL, 1, 0, DATA.table]]
  checkEdits(code, [
    ['may yield the last variant', r => r.set(bucket + 4, 1), 'VERIFY_OK'],
    ['yields variants that there are', r => r.set(bucket + 4, 2), 'VERIFY_OPERAND'],
  ])
})

describe('an array', () => {
  const code: Instruction[] = [[op.OP_ATTRIBUTE_IN, 0, 0, DATA.array], returnDefaultOn(1)]
  const word = (tag: number) => BigInt(tag) << BigInt(TAG_SHIFT)
  const room = DATA.end - DATA.array - 8
  checkEdits(code, [
    ['may be empty', r => r.set(DATA.array, 0), 'VERIFY_OK'],
    ['may hold what equals nothing', r => r.set64(DATA.array + 8, word(TAG_MISSING)), 'VERIFY_OK'],
    ['has no more values than data', r => r.set(DATA.array, room / 8 + 1), 'VERIFY_OPERAND'],
    ['has no 2^32 - 1 values', r => r.set(DATA.array, HUGE), 'VERIFY_OPERAND'],
    ['has no count that wraps round', r => r.set(DATA.array, 2 ** 29), 'VERIFY_OPERAND'],
    ['holds no array', r => r.set64(DATA.array + 8, word(TAG_ARRAY)), 'VERIFY_OPERAND'],
    [
      'holds no string behind the data',
      r => r.set64(DATA.array + 8, CONSTANTS[0]! + BigInt(DATA.end)),
      'VERIFY_OPERAND',
    ],
  ])
})

describe('a string', () => {
  const code: Instruction[] = [[op.OP_ATTRIBUTE_EQUALS, 0, 0, DATA.array], returnDefaultOn(1)]
  const room = DATA.end - DATA.array - 8
  // The array read as a string: its count is the length.
  checkEdits(code, [
    ['may reach to the end of the data', r => r.set(DATA.array, room), 'VERIFY_OK'],
    ['may not reach further', r => r.set(DATA.array, room + 1), 'VERIFY_OPERAND'],
    ['may not have 2^32 - 1 bytes', r => r.set(DATA.array, HUGE), 'VERIFY_OPERAND'],
    ['may not have bytes that wrap round', r => r.set(DATA.array, HUGE - 7), 'VERIFY_OPERAND'],
  ])
})

describe('a path', () => {
  const code: Instruction[] = [push(0), [op.OP_GET, 1, 0, DATA.path], returnDefaultOn(1)]
  const room = DATA.end - DATA.path - 8
  checkEdits(code, [
    ['may be empty', r => r.set(DATA.path, 0), 'VERIFY_OK'],
    ['has no more names than data', r => r.set(DATA.path, room / 8 + 1), 'VERIFY_OPERAND'],
    ['has no 2^32 - 1 names', r => r.set(DATA.path, HUGE), 'VERIFY_OPERAND'],
    // An array with a number is one for IN_CONSTANT; as a path its pointer would be half of the number.
    ['has no number among its names', r => r.set64(DATA.path + 8, CONSTANTS[1]!), 'VERIFY_OPERAND'],
    ['has no null among its names', r => r.set64(DATA.path + 16, CONSTANTS[3]!), 'VERIFY_OPERAND'],
    [
      'has no name behind the data',
      r => r.set64(DATA.path + 16, CONSTANTS[0]! + BigInt(DATA.end)),
      'VERIFY_OPERAND',
    ],
  ])
})

describe('a set', () => {
  const code: Instruction[] = [push(0), [op.OP_IN_SET, 1, 0, DATA.set], returnDefaultOn(1)]
  const count = DATA.set + layout.SET_COUNT
  const bits = DATA.set + layout.SET_BITS
  const start = (bucket: number) => SET_STARTS + 4 * bucket
  // Behind the hashes comes more data, which would do for hashes too.
  const most = (DATA.end - SET_HASHES) / 8
  checkEdits(code, [
    ['may have empty buckets', r => r.set(start(1), 3), 'VERIFY_OK'],
    ['may have no members', r => r.set(count, 0).set(start(1), 0).set(start(2), 0), 'VERIFY_OK'],
    ['may have hashes up to the end of the data', r => r.set(count, most), 'VERIFY_OK'],
    ['may not have hashes behind it', r => r.set(count, most + 1), 'VERIFY_OPERAND'],
    ['has no 2^32 - 1 members', r => r.set(count, HUGE), 'VERIFY_OPERAND'],
    ['has no count that wraps round', r => r.set(count, 2 ** 29), 'VERIFY_OPERAND'],
    // A shift by 64 bits is one by none.
    ['has buckets', r => r.set(bits, 0), 'VERIFY_OPERAND'],
    ['has no more buckets than data', r => r.set(bits, 5), 'VERIFY_OPERAND'],
    ['has no 2^27 buckets', r => r.set(bits, layout.SET_BITS_MAX + 1), 'VERIFY_OPERAND'],
    ['has no 2^64 buckets', r => r.set(bits, 64), 'VERIFY_OPERAND'],
    ['has no 2^65 buckets', r => r.set(bits, 65), 'VERIFY_OPERAND'],
    ['has no 2^(2^32 - 1) buckets', r => r.set(bits, HUGE), 'VERIFY_OPERAND'],
    [
      'has buckets that follow each other',
      r => r.set(start(1), 2).set(start(2), 1),
      'VERIFY_OPERAND',
    ],
    ['has no first bucket behind the second', r => r.set(start(0), 2), 'VERIFY_OPERAND'],
    ['has no bucket that ends behind its members', r => r.set(start(2), 4), 'VERIFY_OPERAND'],
    ['has no bucket that starts behind its members', r => r.set(start(1), 4), 'VERIFY_OPERAND'],
    ['has no bucket that ends 2^32 bytes away', r => r.set(start(2), 2 ** 29), 'VERIFY_OPERAND'],
  ])
})

describe('a constant', () => {
  const edit =
    (word: bigint): Edit =>
    r =>
      r.set64(r.section(layout.HEADER_CONSTANTS), word)
  const string = CONSTANTS[0]!
  const word = (tag: number) => BigInt(tag) << BigInt(TAG_SHIFT)
  checkEdits(
    [RETURN_DEFAULT],
    [
      ['may be NaN', edit(0x7ff8_0000_0000_0000n), 'VERIFY_OK'],
      // One of these ends an evaluation, with whatever cause its last byte names (flags/arena.ts).
      ['may not be a NaN that means failure', edit(0x7ff8_0000_00fa_0002n), 'VERIFY_CONSTANT'],
      ['may not be one with a cause of its own', edit(0x7ff8_0000_00fa_00ffn), 'VERIFY_CONSTANT'],
      ['may not be an array', edit(word(TAG_ARRAY) | BigInt(DATA.array)), 'VERIFY_CONSTANT'],
      ['may not be an object', edit(word(TAG_OBJECT) | BigInt(DATA.array)), 'VERIFY_CONSTANT'],
      ['may not be a string of the header', edit(string - BigInt(DATA.text)), 'VERIFY_CONSTANT'],
      ['may not be half a string', edit(string + 4n), 'VERIFY_CONSTANT'],
      ['may not be a string behind the data', edit(string + 2n ** 31n), 'VERIFY_CONSTANT'],
      // The pointer's upper half must be empty: it is added to an address.
      ['may not be a string 2^32 away', edit(string + 2n ** 32n), 'VERIFY_CONSTANT'],
    ],
  )
})
