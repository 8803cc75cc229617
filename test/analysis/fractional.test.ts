// `fractional` with weights or units that do not do what they seem to.
import { describe, expect, it } from 'vitest'
import { findings, said } from './helpers.ts'

const split = (...buckets: unknown[]) => ({ fractional: [{ var: 'company' }, ...buckets] })

describe('fractional', () => {
  it('is fine with weights of any sum', async () => {
    expect(await said(split(['on', 50], ['off', 50]))).toEqual([])
    expect(await said(split(['on', 1], ['off', 3]))).toEqual([])
    expect(await said({ fractional: [['on'], ['off']] })).toEqual([])
    expect(await said(split(['on', { var: 'share' }], ['off', 99]))).toEqual([])
  })

  it('whose weights look like percent, and are not', async () => {
    const [problem, ...others] = await findings(split(['on', 50], ['off', 45]))
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'FRACTIONAL_SUM',
      path: ['fractional'],
      expected: 'a sum of 100',
      found: '95',
    })
  })

  it.each([90, 99, 101, 110])('from 90 to 110: %i', async sum => {
    expect(await said(split(['on', sum - 30], ['off', 30]))).toEqual([
      'FRACTIONAL_SUM at fractional',
    ])
  })

  it.each([89, 100, 111])('and not %i', async sum => {
    expect(await said(split(['on', sum - 30], ['off', 30]))).toEqual([])
  })

  it('without any weight', async () => {
    expect(await said(split(['on', 0], ['off', 0]))).toEqual(['FRACTIONAL_NO_WEIGHT at fractional'])
  })

  it('with a bucket that nobody falls into', async () => {
    expect(await said(split(['on', 0], ['off', 100]))).toEqual([
      'FRACTIONAL_WEIGHT_ZERO at fractional 1 1',
    ])
  })

  it('with one bucket', async () => {
    expect(await said(split(['on', 100]))).toEqual(['FRACTIONAL_SINGLE at fractional'])
  })

  it('with the same variant twice', async () => {
    expect(
      await said({
        fractional: [
          ['on', 20],
          ['off', 60],
          ['on', 20],
        ],
      }),
    ).toEqual(['FRACTIONAL_VARIANT_REPEATED at fractional 2 0'])
  })

  it.each([
    ['everybody'],
    [{ cat: ['salt-', { var: '$flagd.flagKey' }] }],
    [{ var: '$flagd.flagKey' }],
  ])('by a unit that is the same for everybody: %j', async unit => {
    expect(await said({ fractional: [unit, ['on', 50], ['off', 50]] })).toEqual([
      'FRACTIONAL_UNIT_CONSTANT at fractional 0',
    ])
  })

  it('by a unit that holds the flag key is fine', async () => {
    const unit = { cat: [{ var: '$flagd.flagKey' }, { var: 'company' }] }
    expect(await said({ fractional: [unit, ['on', 50], ['off', 50]] })).toEqual([])
  })
})
