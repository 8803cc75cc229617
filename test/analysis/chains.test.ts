// Branches that nobody reaches. Paths are given from `targeting` on.
import { describe, expect, it } from 'vitest'
import { findings, said } from './helpers.ts'

const plan = { var: 'plan' }
const age = { var: 'age' }
const is = (value: unknown) => ({ '==': [plan, value] })

describe('a condition that is constant', () => {
  it('always true: what follows it is never reached', async () => {
    const [problem, ...others] = await findings({ if: [true, 'on', is('pro'), 'off', 'on'] })
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      severity: 'warning',
      code: 'CONDITION_ALWAYS_TRUE',
      path: ['if', 0],
      message: 'this condition is always true: what follows it is never reached',
    })
  })

  it('always false: its result is never reached', async () => {
    expect(await said({ if: [is('pro'), 'on', false, 'off', 'on'] })).toEqual([
      'CONDITION_ALWAYS_FALSE at if 2',
    ])
  })

  it.each([[[]], [{}], [0], [''], [null], [{ and: [] }], [{ '!': ['x'] }], [{ '!!': 0 }]])(
    'falsy as JsonLogic has it: %j',
    async condition => {
      expect(await said({ if: [condition, 'on', 'off'] })).toEqual([
        'CONDITION_ALWAYS_FALSE at if 0',
      ])
    },
  )

  it.each([['0'], ['false'], [[0]], [-1], [{ or: [0, 'x'] }], [{ '!': [[]] }]])(
    'truthy as JsonLogic has it: %j',
    async condition => {
      expect(await said({ if: [condition, 'on', 'off'] })).toEqual([
        'CONDITION_ALWAYS_TRUE at if 0',
      ])
    },
  )

  it('compares constants', async () => {
    expect(await said({ if: [{ '==': [1, '1'] }, 'on', 'off'] })).toEqual([
      'CONDITION_ALWAYS_TRUE at if 0',
    ])
    expect(await said({ if: [{ '<': ['b', 'a'] }, 'on', 'off'] })).toEqual([
      'CONDITION_ALWAYS_FALSE at if 0',
    ])
  })

  it('may be the way to write an otherwise', async () => {
    expect(await said({ if: [is('pro'), 'on', true, 'off'] })).toEqual([])
  })

  it('is found in chains inside chains, and in conditions', async () => {
    const inner = { if: [false, 'on', 'off'] }
    expect(await said({ if: [is('pro'), inner, 'on'] })).toEqual([
      'CONDITION_ALWAYS_FALSE at if 1 if 0',
    ])
    expect(await said({ if: [{ '==': [plan, inner] }, 'on', 'off'] })).toEqual([
      'CONDITION_ALWAYS_FALSE at if 0 == 1 if 0',
    ])
  })

  it('is looked for where somebody comes only', async () => {
    expect(await said({ if: [true, 'on', { if: [false, 'on', 'off'] }] })).toEqual([
      'CONDITION_ALWAYS_TRUE at if 0',
    ])
  })
})

describe('a condition that repeats an earlier one', () => {
  it('is never true there', async () => {
    const rule = { sem_ver: [{ var: 'version' }, '>=', '2.0.0'] }
    const [problem, ...others] = await findings({ if: [rule, 'on', is('pro'), 'off', rule, 'on'] })
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'CONDITION_REPEATED',
      path: ['if', 4],
      found: 'the same as item 1',
    })
  })

  it('may stand in another chain', async () => {
    const rule = { ends_with: [{ var: 'email' }, '@example.com'] }
    expect(await said({ if: [rule, 'on', { if: [is('pro'), 'on', 'off'] }] })).toEqual([])
    expect(await said({ and: [{ if: [rule, 'on'] }, { if: [rule, 'on'] }] })).toEqual([])
  })
})

describe('a condition that the ones before it cover', () => {
  it.each([
    ['the same value, compared otherwise', [is('pro'), { '===': [plan, 'pro'] }]],
    ['a list, one by one', [is('pro'), is('team'), { in: [plan, ['team', 'pro']] }]],
    ['one of a list', [{ in: [plan, ['team', 'pro']] }, { '==': ['pro', plan] }]],
    ['a smaller range', [{ '>': [age, 10] }, { '>': [age, 20] }]],
    ['two ranges', [{ '<': [age, 10] }, { '>': [age, 20] }, { '<': [30, age, 40] }]],
    ['a number of a range', [{ '>=': [age, 18] }, { '==': [age, 18] }]],
    ['both of an "or"', [{ or: [is('pro'), is('team')] }, is('team')]],
    ['what is not the contrary', [{ '!=': [plan, 'pro'] }, { in: [plan, ['team', 'free']] }]],
    ['null, which is falsy', [{ '!': [plan] }, { '==': [plan, null] }]],
  ])('%s', async (_, conditions) => {
    const chain = conditions.flatMap(condition => [condition, 'on'])
    const path = `if ${chain.length - 2}`
    expect(await said({ if: chain })).toEqual([`CONDITION_COVERED at ${path}`])
  })

  it('in chains inside', async () => {
    const inner = { if: [is('team'), 'off', 'on'] }
    expect(await said({ if: [is('pro'), inner, 'off'] })).toEqual([
      'CONDITION_COVERED at if 1 if 0',
    ])
  })

  it('leaves nothing for what follows', async () => {
    const chain = [{ '<': [age, 18] }, 'on', { '>=': [age, 18] }, 'off', 'on']
    const [problem] = await findings({ if: chain })
    expect(problem).toMatchObject({
      code: 'CONDITION_ALWAYS_TRUE',
      path: ['if', 2],
      message: expect.stringContaining('where the chain comes to it'),
    })
  })

  // A finding has to hold for every context: the value that tells is beside each.
  it.each([
    ['"18" is below 9 as text', [{ '<': [age, '18'] }, { '<': [age, '17'] }]],
    ['"5.0" is 5 as a number and not as text', [{ '===': [age, 5] }, { '==': [age, 5] }]],
    ['5 is "5" as a number', [{ '===': [age, '5'] }, { '==': [age, '5'] }]],
    ['"vip"', [is('pro'), { in: [plan, ['pro', 'vip']] }]],
    ['another attribute', [is('pro'), { '==': [{ var: 'old' }, 'pro'] }]],
    ['15', [{ '<': [age, 10] }, { '<': [age, 20] }]],
    ['a default in between', [is('pro'), { '==': [{ var: ['plan', 'pro'] }, 'pro'] }]],
  ])('not: %s', async (_, conditions) => {
    expect(await said({ if: conditions.flatMap(condition => [condition, 'on']) })).toEqual([])
  })

  it('in a loop: there a variable is an item', async () => {
    const some = { some: [{ var: 'orders' }, { '==': [{ var: 'plan' }, 'pro'] }] }
    expect(await said({ if: [is('pro'), 'on', some, 'off'] })).toEqual([])
  })
})

describe('an "and" whose parts contradict each other', () => {
  it('is reported at the part that cannot be', async () => {
    const rule = { and: [{ '===': [plan, 'pro'] }, { var: 'beta' }, { '===': [plan, 'team'] }] }
    expect(await findings({ if: [rule, 'on', 'off'] })).toMatchObject([
      { code: 'CONDITION_CONTRADICTORY', path: ['if', 0, 'and', 2] },
    ])
  })

  it.each([
    ['two values', [is('pro'), is('team')]],
    ['two lists', [{ in: [plan, ['a', 'b']] }, { in: [plan, ['c', 'd']] }]],
    ['a value and its contrary', [is('pro'), { '!=': [plan, 'pro'] }]],
    ['a value and no value', [is('pro'), { '!': [plan] }]],
    ['ranges', [{ '>': [age, 65] }, { '<': [age, 18] }]],
    ['ranges that touch', [{ '<=': [age, 18] }, { '>': [age, 18] }]],
    ['a value out of the range', [{ '<': [18, age, 65] }, { '==': [age, 18] }]],
    ['an affix that the value does not have', [is('pro'), { starts_with: [plan, 'team'] }]],
    ['a type that the value does not have', [{ '===': [age, '18'] }, { '===': [age, 18] }]],
  ])('%s', async (_, parts) => {
    expect(await said({ or: [{ and: parts }, 'off'] })).toEqual([
      'CONDITION_CONTRADICTORY at or 0 and 1',
    ])
  })

  it.each([
    ['"18" is 18', [{ '==': [age, '18'] }, { '==': [age, 18] }]],
    ['18', [{ '<=': [age, 18] }, { '>=': [age, 18] }]],
    ['false is "" as a number', [{ '==': [age, ''] }, { '===': [age, false] }]],
    ['true is "1" as a number', [{ '==': [age, '1'] }, { '===': [age, true] }]],
    ['0 is null as a number', [{ '==': [age, null] }, { '===': [age, 0] }]],
    ['true is 1', [{ '==': [age, true] }, { '==': [age, 1] }]],
    ['null is neither', [{ '!=': [plan, 'pro'] }, { '!=': [plan, 'team'] }]],
  ])('not: %s', async (_, parts) => {
    expect(await said({ if: [{ and: parts }, 'on', 'off'] })).toEqual([])
  })
})
