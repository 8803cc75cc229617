// Operators that are given what they can never take, and so come to the same for everybody.
import { describe, expect, it } from 'vitest'
import { isVersion } from '../../src/analysis/version.ts'
import { findings, said } from './helpers.ts'

const x = { var: 'x' }

describe('the result is always null', () => {
  it.each([
    ['starts_with 1', { starts_with: [x, 5] }],
    ['ends_with 0', { ends_with: [{ '+': [x, 1] }, '.com'] }],
    ['starts_with', { starts_with: [x] }],
    ['sem_ver 2', { sem_ver: [x, '=', '1.x'] }],
    ['sem_ver 0', { sem_ver: ['1-beta', '=', x] }],
    ['sem_ver 1', { sem_ver: [x, '==', '1.0.0'] }],
    ['sem_ver', { sem_ver: [x, '1.0.0'] }],
    ['fractional 0', { fractional: [{ '*': [x, 2] }, ['on', 1], ['off', 1]] }],
    ['fractional 2', { fractional: [x, ['on', 1], ['off', 0.5]] }],
  ])('%s', async (path, rule) => {
    expect(await said({ if: [{ var: 'a' }, rule] })).toEqual([`RESULT_NULL at if 1 ${path}`])
  })

  it('says what was expected, and what is there', async () => {
    const [problem] = await findings({ if: [{ starts_with: [x, 5] }, 'on', 'off'] })
    expect(problem).toMatchObject({
      severity: 'warning',
      message: "'starts_with' takes strings: the result is always null",
      expected: 'a string',
      found: '5',
    })
  })

  it('numbers are units in the third generation of fractional', async () => {
    const rule = { fractional: [{ '*': [x, 2] }, ['on', 1], ['off', 1]] }
    expect(await said(rule, { fractional: 3 })).toEqual([])
  })
})

describe('the evaluation always ends with GENERAL', () => {
  it.each([
    ['<', { '<': ['abc', 5] }],
    ['==', { '==': [[1], x] }],
    ['>=', { '>=': ['abc', { '+': [x, 1] }] }],
    ['in 1', { in: [x, 5] }],
    ['in 1', { in: [x, true] }],
    ['+ 1', { '+': [x, 'abc'] }],
    ['* 0', { '*': ['1,5', x] }],
    ['min 0', { min: ['5', x] }],
    ['/ 1', { '/': [x, 0] }],
    ['% 1', { '%': [x, ''] }],
    ['substr 0', { substr: [12345, 2] }],
    ['filter 0', { filter: ['abc', { var: '' }] }],
    ['missing_some 1', { missing_some: [1, 'a'] }],
  ])('%s: %j', async (path, rule) => {
    expect(await said({ if: [{ var: 'a' }, rule] })).toEqual([`RESULT_ERROR at if 1 ${path}`])
  })

  it.each([
    [{ '<': ['5', 7] }],
    [{ '<': [x, 'abc'] }],
    [{ '+': [x, '0x10'] }],
    [{ '+': [x] }],
    [{ '+': x }],
    [{ '/': [0, x] }],
    [{ in: [x, { var: 'y' }] }],
    [{ in: ['@', 'a@b'] }],
    [{ max: [{ map: [x, 1] }] }],
    [{ filter: [x, { var: '' }] }],
    [{ all: [null, { var: '' }] }],
  ])('not: %j', async rule => {
    const codes = (await findings({ if: [{ var: 'a' }, rule] })).map(({ code }) => code)
    expect(codes).not.toContain('RESULT_ERROR')
  })
})

describe('the result is always the same', () => {
  it.each([
    ['==', { '==': ['on', 'on'] }],
    ['!==', { '!==': [1, 2] }],
    ['===', { '===': [x, ['a', 'b']] }],
    ['===', { '===': [{ cat: [x, 'a'] }, 5] }],
    ['<', { '<': [5, 3, x] }],
    ['in', { in: [x, []] }],
    ['in', { in: [x, null] }],
    ['in', { in: ['b', ['a', 'b']] }],
    ['in', { in: [{ cat: x }, [1, 2]] }],
    ['ends_with', { ends_with: ['a.com', '.com'] }],
  ])('%s: %j', async (path, rule) => {
    expect(await said(rule)).toEqual([`RESULT_CONSTANT at ${path}`])
  })

  it('as a condition it is reported for what it means to the chain', async () => {
    expect(await said({ if: [{ in: [x, []] }, 'on', 'off'] })).toEqual([
      'CONDITION_ALWAYS_FALSE at if 0',
    ])
  })

  it('the operator above is not to blame for its operand', async () => {
    expect(await said({ '!': [{ '<': [{ '+': ['a', 1] }, x] }] })).toEqual([
      'RESULT_ERROR at ! 0 < 0 + 0',
    ])
  })
})

describe('what is a version', () => {
  it.each(['1', '1.2', '1.2.3', 'v1.2.3', 'V1', ' 1.2.3 ', '1.2.3-rc.1+x.01', 5, 1.5, 'vv1.0.0'])(
    '%j is one',
    version => {
      expect(isVersion(version)).toBe(true)
    },
  )

  it.each(['', 'x', '1.', '1.2.3.4', '01.2.3', '1.2.3-01', '1-beta', ' 1.2', -1, 1e21, null, true])(
    '%j is none',
    version => {
      expect(isVersion(version)).toBe(false)
    },
  )
})
