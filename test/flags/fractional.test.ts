// flagd's current fractional algorithm, bit for bit: bucket = (murmur3_x86_32(UTF-8 of the unit) * total) >> 32.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { Toolbox } from '../../src/engine/toolbox.ts'
import { Sluice } from '../../src/index.ts'
import { murmur3 } from './murmur3.ts'

function expectedVariant(unit: string, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const bucket = (BigInt(murmur3(unit)) * BigInt(total)) >> 32n
  let sum = 0n
  return weights.findIndex(weight => {
    sum += BigInt(weight)
    return sum > bucket
  })
}

describe('murmur3', () => {
  const toolbox = new Toolbox()
  // Seed 0, from the reference implementation.
  const VECTORS = [
    ['', 0x00000000],
    ['hello', 0x248bfa47],
    ['hello, world', 0x149bbb7f],
    ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
    ['a', 0x3c2569b2],
  ] as const

  it.each(VECTORS)('of %j', (text, hash) => {
    expect(murmur3(text)).toBe(hash)
    expect(toolbox.hash(text)).toBe(hash)
  })

  it('is that of the UTF-8 bytes, for any text', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 50 }).filter(text => text.isWellFormed())
    fc.assert(
      fc.property(texts, text => {
        expect(toolbox.hash(text)).toBe(murmur3(text))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('fractional', () => {
  let sluice: Sluice | undefined
  afterAll(() => sluice?.close())

  async function flagOf(key: string, fractional: unknown[], variants: string[]) {
    const definition = {
      state: 'ENABLED',
      variants: Object.fromEntries(variants.map(name => [name, name])),
      targeting: { fractional },
    }
    sluice ??= await Sluice.open({ flags: {} }, { shared: false })
    await sluice.publish({ flags: { [key]: definition } })
    return sluice.flag(key)
  }

  const units = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  const weightLists = fc
    .array(fc.oneof(fc.nat(100), fc.nat(500_000_000)), { minLength: 1, maxLength: 4 })
    .filter(weights => weights.some(weight => weight > 0))

  it('buckets an explicit unit', async () => {
    const property = fc.asyncProperty(units, weightLists, async (unit, weights) => {
      const names = weights.map((_, index) => `v${index}`)
      const entries = weights.map((weight, index) => [names[index], weight])
      const flag = await flagOf('a-flag', [{ var: 'unit' }, ...entries], names)
      expect(flag.string({ unit }, 'none')).toBe(names[expectedVariant(unit, weights)])
    })
    await fc.assert(property, { seed: 2, numRuns: 1500 })
  })

  it('buckets the flag key followed by the targeting key, wherever the one ends in a block', async () => {
    const property = fc.asyncProperty(units, units, weightLists, async (key, subject, weights) => {
      const names = weights.map((_, index) => `v${index}`)
      const entries = weights.map((weight, index) => [names[index], weight])
      const flag = await flagOf(key, entries, names)
      const expected = names[expectedVariant(key + subject, weights)]
      expect(flag.string({ targetingKey: subject }, 'none')).toBe(expected)
    })
    await fc.assert(property, { seed: 3, numRuns: 1500 })
  })

  // Units found by search, whose hashes are the least, the greatest, and those about the middle.
  const BOUNDARIES = [
    ['ejOoVL', 0, 'lower'],
    ['bY9fO-', 1, 'lower'],
    ['SI7p-', 2 ** 31 - 1, 'lower'],
    ['6LvT0', 2 ** 31, 'upper'],
    ['ceQdGm', 2 ** 32 - 1, 'upper'],
  ] as const

  it.each(BOUNDARIES)('puts %j, whose hash is %d, into the %s half', async (unit, hash, half) => {
    const halves = ['lower', 'upper']
    const flag = await flagOf('edges', [{ var: 'unit' }, ['lower', 50], ['upper', 50]], halves)
    expect(murmur3(unit)).toBe(hash)
    expect(flag.string({ unit }, 'none')).toBe(half)
  })

  it('gives the default where there is nothing to bucket', async () => {
    const flag = await flagOf('a-flag', [['on', 1]], ['on'])
    for (const context of [{}, { targetingKey: '' }]) {
      expect(flag.evaluate(context)).toMatchObject({ value: undefined, reason: 'DEFAULT' })
    }
    const zero = await flagOf('a-flag', [{ var: 'unit' }, ['on', 0]], ['on'])
    expect(zero.evaluate({ unit: 'x' }).reason).toBe('DEFAULT')
  })

  it('computes weights by rules, and takes negative ones as 0', async () => {
    const weight = { if: [{ var: 'ramp' }, 100, 0] }
    const flag = await flagOf(
      'a-flag',
      [{ var: 'unit' }, ['red', weight], ['blue', 1]],
      ['red', 'blue'],
    )
    expect(flag.string({ unit: 'u', ramp: false }, 'none')).toBe('blue')
    const negative = [{ var: 'unit' }, ['red', { var: 'weight' }], ['blue', 1]]
    const other = await flagOf('a-flag', negative, ['red', 'blue'])
    for (const value of [-5, -0.0])
      expect(other.string({ unit: 'u', weight: value }, 'none')).toBe('blue')
    for (const value of ['5', 1.5, true, null, 2 ** 31]) {
      expect(other.evaluate({ unit: 'u', weight: value }).reason, String(value)).toBe('DEFAULT')
    }
  })
})
