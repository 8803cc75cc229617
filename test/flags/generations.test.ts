// The three generations of flagd's `fractional`, each beside its own definition: whatever the unit, however the weights
// are given, in a loop or not.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { encodeCbor } from './cbor.ts'
import { murmur3OfBytes } from './murmur3.ts'
import type { Json } from './rules.ts'
import { ValueEvaluator } from './values.ts'

const RUNS = 500
const KEY = 'a-flag'

/** The bytes that are hashed for a unit; undefined where there is no unit. Without one of its own it is the subject. */
function bytesOf(
  generation: number,
  unit: Json | undefined,
  subject: Json,
): Uint8Array | undefined {
  const hasSubject = typeof subject === 'string' && subject !== ''
  if (generation === 3) {
    if (unit === undefined)
      return hasSubject ? new Uint8Array(encodeCbor([KEY, subject])) : undefined
    const isUnit = unit !== null && !Array.isArray(unit)
    return isUnit ? new Uint8Array(encodeCbor(unit)) : undefined
  }
  if (unit === undefined) return hasSubject ? new TextEncoder().encode(KEY + subject) : undefined
  return typeof unit === 'string' ? new TextEncoder().encode(unit) : undefined
}

/** Which bucket the bytes fall into: its number, or -1 for none. */
function bucketOf(generation: number, bytes: Uint8Array, weights: readonly number[]): number {
  const hash = murmur3OfBytes(bytes)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return -1
  let sum = 0
  if (generation === 1) {
    const percent = (Math.abs(hash | 0) / 2147483647) * 100
    return weights.findIndex(weight => {
      sum += (100 * weight) / total
      return percent < sum
    })
  }
  const bucket = (BigInt(hash) * BigInt(total)) >> 32n
  return weights.findIndex(weight => {
    sum += weight
    return BigInt(sum) > bucket
  })
}

const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.integer({ min: -70_000, max: 70_000 }).map(value => value / 64),
  fc.integer({ min: 0, max: 1100 }).map(value => value * 2 ** -24),
  fc.constantFrom(0, -0, 23, 24, 255, 256, 65535, 65536, 2 ** 32, 2 ** 53, 2 ** 63, 2 ** 64),
  fc.constantFrom(-1, -24, -25, -(2 ** 63), 1e300, 65504, 65520, 2 ** -24),
)
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ minLength: 20, maxLength: 300 }),
)
const units = fc.letrec<{ unit: Json }>(tie => ({
  unit: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    texts,
    numbers,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('unit'), { maxLength: 4 }),
    fc.dictionary(texts, tie('unit'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).unit
const weightLists = fc.array(fc.oneof(fc.nat(3), fc.nat(100), fc.nat(500_000_000)), {
  minLength: 1,
  maxLength: 4,
})

describe.each([1, 2, 3] as const)('generation %d of fractional', generation => {
  const evaluator = new ValueEvaluator()
  afterAll(() => evaluator.close())

  it('chooses as it is defined', async () => {
    const property = fc.asyncProperty(
      fc.option(units, { nil: undefined }),
      fc.oneof(texts, units),
      weightLists,
      async (unit, subject, weights) => {
        const bytes = bytesOf(generation, unit, subject)
        const bucket = bytes === undefined ? -1 : bucketOf(generation, bytes, weights)
        const expected = bucket < 0 ? null : `v${bucket}`
        const own = unit === undefined ? [] : [{ var: 'unit' }]
        const context = {
          targetingKey: subject,
          ...(unit === undefined ? {} : { unit }),
          ...Object.fromEntries(weights.map((weight, index) => [`w${index}`, weight])),
        }
        const written = weights.map((weight, index) => [`v${index}`, weight])
        const computed = weights.map((_, index) => [{ cat: ['v', index] }, { var: `w${index}` }])
        for (const buckets of [written, computed]) {
          await evaluator.load({ fractional: [...own, ...buckets] }, generation)
          expect(evaluator.run(context)).toBe(expected)
        }
        // In the body of a loop the unit and the subject are the item's.
        await evaluator.load(
          { map: [{ var: 'items' }, { fractional: [...own, ...written] }] },
          generation,
        )
        expect(evaluator.run({ items: [context] })).toEqual([expected])
      },
    )
    await fc.assert(property, { seed: generation, numRuns: RUNS })
  })
})
