// flagd's fractional operator, second form: bucket = (murmur3(unit) * total weight) >> 32, and the first variant
// whose cumulative weight is above it. Exact in 64 bits: 32 of hash by at most 31 of weight.
import { murmur3, murmur3After } from '../hash/murmur3.ts'
import {
  FRACTIONAL_BUCKET_BYTES,
  FRACTIONAL_BUCKETS,
  FRACTIONAL_COUNT,
  FRACTIONAL_FIRST,
  FRACTIONAL_GENERATION,
  FRACTIONAL_PREFIX_HASH,
  FRACTIONAL_PREFIX_LENGTH,
  FRACTIONAL_PREFIX_TAIL,
  FRACTIONAL_TOTAL,
  FRACTIONAL_WEIGHT_MAX,
} from '../shared/ruleset.ts'
import { TAG_ARRAY, TAG_OBJECT } from '../shared/value.ts'
import { isNumber, isString, NULL, pointerOf, stringBytes, stringLength, tagOf } from './value.ts'

/** Where murmur's 2^32 values put a hash among `total` weights. */
function bucketOf(hash: u32, total: u32): u32 {
  return u32((u64(hash) * u64(total)) >> 32)
}

/** Hash of the unit; `unit` must be a string. With a table it follows the table's prefix (the flag key). */
export function hashUnit(table: usize, unit: u64): u32 {
  const string = pointerOf(unit)
  if (table == 0) return murmur3(stringBytes(string), stringLength(string))
  return murmur3After(
    load<u32>(table, FRACTIONAL_PREFIX_HASH),
    load<u32>(table, FRACTIONAL_PREFIX_TAIL),
    load<u32>(table, FRACTIONAL_PREFIX_LENGTH),
    stringBytes(string),
    stringLength(string),
  )
}

/** The index, of a constant or a variant, of the bucket that the hash falls into. `count` of a verified table is at least 1. */
export function pickIndex(table: usize, hash: u32): u32 {
  const bucket = isFirst(table)
    ? magnitudeOf(hash)
    : bucketOf(hash, load<u32>(table, FRACTIONAL_TOTAL))
  let entry = table + FRACTIONAL_BUCKETS
  const last = entry + (load<u32>(table, FRACTIONAL_COUNT) - 1) * FRACTIONAL_BUCKET_BYTES
  while (entry < last && load<u32>(entry) <= bucket) entry += FRACTIONAL_BUCKET_BYTES
  return load<u32>(entry, 4)
}

/** Whether the table is for the default unit, which starts with the flag's key. */
export function hasPrefix(table: usize): bool {
  return load<u32>(table, FRACTIONAL_PREFIX_LENGTH) != 0
}

/** Whether the table is one of flagd's first generation. */
function isFirst(table: usize): bool {
  return load<u32>(table, FRACTIONAL_GENERATION) == FRACTIONAL_FIRST
}

/** That of the hash as a signed integer. */
function magnitudeOf(hash: u32): u32 {
  return i32(hash) < 0 ? 0 - hash : hash
}

/** The integer of a weight, negative ones as 0; -1 if it is none. */
function weightOf(value: u64): i64 {
  if (!isNumber(value)) return -1
  const number = reinterpret<f64>(value)
  if (floor(number) != number || abs(number) == Infinity) return -1
  if (number <= 0) return 0
  return number > f64(FRACTIONAL_WEIGHT_MAX) ? i64(FRACTIONAL_WEIGHT_MAX) + 1 : i64(number)
}

/**
 * Buckets computed by rules: `count` pairs of (variant, weight) at `pairs`. Null where they make no sense. A table, if
 * it is not 0, says of which generation.
 */
export function pickComputed(pairs: usize, count: u32, hash: u32, table: usize): u64 {
  let total: i64 = 0
  const end = pairs + count * 16
  for (let pair = pairs; pair < end; pair += 16) {
    const tag = tagOf(load<u64>(pair))
    const weight = weightOf(load<u64>(pair, 8))
    if (weight < 0 || tag == TAG_ARRAY || tag == TAG_OBJECT) return NULL
    total += weight
  }
  if (total > i64(FRACTIONAL_WEIGHT_MAX)) return NULL
  if (table != 0 && isFirst(table)) return pickFirst(pairs, end, f64(total), magnitudeOf(hash))
  const bucket = i64(bucketOf(hash, u32(total)))
  let sum: i64 = 0
  for (let pair = pairs; pair < end; pair += 16) {
    sum += weightOf(load<u64>(pair, 8))
    if (sum > bucket) return load<u64>(pair)
  }
  return NULL
}

/** As flagd's first generation computes it, in percent and with the same roundings. */
function pickFirst(pairs: usize, end: usize, total: f64, magnitude: u32): u64 {
  const bucket = (f64(magnitude) / 2147483647) * 100
  let sum: f64 = 0
  for (let pair = pairs; pair < end; pair += 16) {
    if (total > 0) sum += (100 * f64(weightOf(load<u64>(pair, 8)))) / total
    if (bucket < sum) return load<u64>(pair)
  }
  return NULL
}

/** The default unit is the flag key followed by the targeting key: it must be a string, and not empty. */
export function isUnit(value: u64, implicit: bool): bool {
  return isString(value) && (!implicit || stringLength(pointerOf(value)) != 0)
}
