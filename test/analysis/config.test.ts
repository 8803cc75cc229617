// Findings about a flag or a whole config: variants that nobody gets, attributes compared with constants of several
// types, and where a finding stands that is in a shared evaluator.
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { loadConfig } from '../../src/config/load.ts'
import { findingsIn } from './helpers.ts'

const variants = { bronze: 1, silver: 2, gold: 3 }
const plan = { var: 'plan' }

async function unused(targeting: unknown, rest: object = {}): Promise<unknown[]> {
  const flag = { state: 'ENABLED', variants, defaultVariant: 'bronze', targeting, ...rest }
  const problems = await findingsIn({ flags: { tier: flag } })
  return problems.filter(({ code }) => code === 'VARIANT_UNUSED').map(({ path }) => path.at(-1))
}

describe('variants that are never returned', () => {
  it('are neither the default nor a result', async () => {
    const flags = {
      tier: {
        state: 'ENABLED',
        variants,
        defaultVariant: 'bronze',
        targeting: { if: [{ '==': [plan, 'pro'] }, 'silver'] },
      },
    }
    expect(await findingsIn({ flags })).toEqual([
      {
        severity: 'warning',
        code: 'VARIANT_UNUSED',
        message: "variant 'gold' is not the default, and the targeting never yields it",
        path: ['flags', 'tier', 'variants', 'gold'],
      },
    ])
  })

  it('stand in a branch that nobody reaches', async () => {
    expect(await unused({ if: [plan, 'silver', plan, 'gold'] })).toEqual(['gold'])
  })

  it.each([
    [
      'a fractional',
      {
        fractional: [
          ['silver', 1],
          ['gold', 1],
        ],
      },
    ],
    ['an operand', { or: [{ and: [plan, 'silver'] }, 'gold'] }],
    ['an inner choice', { if: [plan, { if: [{ var: 'x' }, 'gold', 'silver'] }] }],
    ['a default of a variable, and any text', { var: ['tier', 'gold'] }],
    ['any text', { if: [plan, { cat: [plan, 'er'] }] }],
    ['the text of a number', { if: [plan, { '+': [plan, 1] }] }],
  ])('not those of %s', async (_, targeting) => {
    expect(await unused(targeting)).toEqual([])
  })

  it('the text of a truth value is a name too', async () => {
    const rest = { variants: { true: 1, false: 2, other: 3 }, defaultVariant: null }
    expect(await unused({ '==': [plan, 'pro'] }, rest)).toEqual(['other'])
    expect(await unused({ and: [plan, true] }, { variants: { '': 1, 0: 2, x: 3 } })).toEqual([])
  })

  it('not those without weight, of which that is said', async () => {
    expect(
      await unused({
        fractional: [
          ['silver', 0],
          ['gold', 1],
        ],
      }),
    ).toEqual([])
  })

  it("not the other one of a boolean flag without a default variant: that is the caller's", async () => {
    const rest = { variants: { on: true, off: false }, defaultVariant: null }
    expect(await unused({ if: [plan, 'on'] }, rest)).toEqual([])
    expect(await unused({ if: [plan, 'on'] }, { ...rest, defaultVariant: 'on' })).toEqual(['off'])
  })

  it('not those of a flag without targeting: there the default is changed by hand', async () => {
    expect(await unused({})).toEqual([])
    expect(await unused(undefined)).toEqual([])
  })
})

describe('an attribute compared with constants of several types', () => {
  const flag = (targeting: unknown) => ({ state: 'ENABLED', variants: { on: 1 }, targeting })
  const age = { var: 'age' }

  it('is reported once, with both places', async () => {
    const flags = {
      adult: flag({ if: [{ '>=': [age, 18] }, 'on'] }),
      senior: flag({ if: [{ in: [age, ['65', '66']] }, 'on'] }),
      other: flag({ if: [{ '==': [age, '18'] }, 'on'] }),
    }
    expect(await findingsIn({ flags })).toEqual([
      {
        severity: 'warning',
        code: 'ATTRIBUTE_TYPES_MIXED',
        message: "attribute 'age' is compared with constants of several types",
        path: ['flags', 'senior', 'targeting', 'if', 0, 'in', 1, 0],
        expected: 'a number, as at flags.adult.targeting.if[0].>=[1]',
        found: 'a string, "65"',
      },
    ])
  })

  it.each([
    ['null', [{ '==': [age, 18] }, { '==': [age, null] }]],
    ['a list of both', [{ '==': [age, 18] }, { in: [age, ['19', 19]] }]],
    [
      'an item of the same name',
      [{ '==': [age, 18] }, { some: [{ var: 'x' }, { '==': [age, 'a'] }] }],
    ],
  ])('not: %s', async (_, conditions) => {
    const targeting = { if: conditions.flatMap(condition => [condition, 'on']) }
    expect(await findingsIn({ flags: { adult: flag(targeting) } })).toEqual([])
  })
})

describe('shared evaluators', () => {
  const staff = { and: [{ ends_with: [{ var: 'email' }, 5] }, { var: 'beta' }] }

  it('are read where they are used: a finding stands at the reference', async () => {
    const targeting = { if: [{ $ref: 'staff' }, 'on', 'off'] }
    const flag = { state: 'ENABLED', variants: { on: 1, off: 2 }, defaultVariant: 'off', targeting }
    const problems = await findingsIn({ $evaluators: { staff, unused: staff }, flags: { flag } })
    expect(problems.map(({ code, path }) => [code, path.slice(1)])).toEqual([
      ['RESULT_NULL', ['flag', 'targeting', 'if', 0]],
      ['VARIANT_UNUSED', ['flag', 'variants', 'on']],
    ])
  })

  it('count as if they were written out', async () => {
    const pro = { '==': [plan, 'pro'] }
    const targeting = { if: [{ $ref: 'pro' }, 'on', pro, 'off', { $ref: 'both' }, 'on'] }
    const flag = { state: 'ENABLED', variants: { on: 1, off: 2 }, targeting }
    const $evaluators = { pro, both: { and: [{ $ref: 'pro' }, { var: 'x' }] } }
    const problems = await findingsIn({ $evaluators, flags: { flag } })
    expect(problems.map(({ code, path }) => `${code} ${path.slice(3).join(' ')}`)).toEqual([
      'CONDITION_REPEATED if 2',
      'CONDITION_COVERED if 4',
      'VARIANT_UNUSED off',
    ])
  })

  it('that are missing, or refer to themselves, are not analysed', async () => {
    const targeting = { if: [{ $ref: 'a' }, 'on', false, 'off'] }
    const flag = { state: 'ENABLED', variants: { on: 1, off: 2 }, targeting }
    const config = (await loadConfig({ flags: { flag } })).config
    expect(analyze(config)).toEqual([])
    expect(
      analyze({ ...config, evaluators: { a: { $ref: 'b' }, b: { '!': [{ $ref: 'a' }] } } }),
    ).toEqual([])
  })

  it('that double each other end the analysis of the flag, not the time', async () => {
    const $evaluators: Record<string, unknown> = { level0: { '==': [plan, 'pro'] } }
    for (let level = 1; level < 60; level++) {
      const $ref = `level${level - 1}`
      $evaluators[`level${level}`] = { or: [{ $ref }, { $ref }] }
    }
    const flag = (level: number) => ({
      state: 'ENABLED',
      variants: { on: 1, off: 2 },
      targeting: { if: [{ $ref: `level${level}` }, 'on', false, 'on'] },
    })
    const flags = { small: flag(3), large: flag(59) }
    const problems = await findingsIn({ $evaluators, flags })
    expect(problems.map(({ path }) => path[1])).toEqual(['small', 'small'])
  })
})

describe('size', () => {
  it('10,000 flags with three rules each take no time to speak of', async () => {
    const targeting = {
      if: [
        { and: [{ '==': [plan, 'team'] }, { in: [{ var: 'country' }, ['AT', 'DE', 'FR']] }] },
        'gold',
        { ends_with: [{ var: 'email' }, '@example.com'] },
        'silver',
        { sem_ver: [{ var: 'version' }, '>=', '2.1.0'] },
        {
          fractional: [
            ['bronze', 50],
            ['silver', 30],
            ['gold', 20],
          ],
        },
      ],
    }
    const flag = { state: 'ENABLED', variants, defaultVariant: 'bronze', targeting }
    const flags = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`flag-${index}`, flag]),
    )
    const { config } = await loadConfig({ flags })
    const start = performance.now()
    expect(analyze(config)).toEqual([])
    // Under 100 ms where nothing else runs: this is for a busy machine.
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('a chain of 20,000 conditions takes time in proportion', async () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => [
      { '==': [{ var: index % 2 ? 'id' : `id-${index}` }, `user-${index}`] },
      'gold',
    ]).flat()
    const targeting = { if: [...chain, true, 'gold', 'silver'] }
    const flag = { state: 'ENABLED', variants: { gold: 1, silver: 2 }, targeting }
    const { config } = await loadConfig({ flags: { flag } })
    const start = performance.now()
    expect(analyze(config).map(({ code }) => code)).toEqual([
      'CONDITION_ALWAYS_TRUE',
      'VARIANT_UNUSED',
    ])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('and so do 200,000 parts 100 levels deep', async () => {
    let condition: unknown = { and: Array.from({ length: 200_000 }, () => ({ var: 'x' })) }
    for (let level = 0; level < 100; level++) condition = { and: [{ var: 'y' }, condition] }
    const targeting = { if: [condition, 'gold', true, 'silver', 'gold'] }
    const flag = { state: 'ENABLED', variants: { gold: 1, silver: 2 }, targeting }
    const { config } = await loadConfig({ flags: { flag } })
    const start = performance.now()
    expect(analyze(config).map(({ code }) => code)).toEqual(['CONDITION_ALWAYS_TRUE'])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('no more than 1,000 findings are made', async () => {
    const flag = { state: 'ENABLED', variants, targeting: { if: [true, 'gold', 'silver'] } }
    const flags = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`flag-${index}`, flag]),
    )
    const problems = await findingsIn({ flags })
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)!.code).toBe('PROBLEMS_CUT')
  })
})
