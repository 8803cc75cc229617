// Every way to get a flag or a rule wrong: one mistake, one problem, at its place.
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { brief, flag, loadText } from './helpers.ts'

async function problemsOf(text: string): Promise<string[]> {
  return (await loadText(text)).problems.map(brief)
}

describe('a flag', () => {
  const off = 'state: ENABLED, variants: { on: 1 }'
  it.each([
    ['variants: { on: 1 }', "2:3 SCHEMA_REQUIRED 'f' lacks 'state'"],
    ['state: ENABLED', "2:3 SCHEMA_REQUIRED 'f' lacks 'variants'"],
    [
      'state: enabled, variants: { on: 1 }',
      "2:15 SCHEMA_ENUM 'state' must be ENABLED or DISABLED; did you mean 'ENABLED'?",
    ],
    ['state: ENABLED, variants: {}', "2:34 SCHEMA_LENGTH 'variants' is empty"],
    ['state: ENABLED, variants: { "": 1 }', "2:36 SCHEMA_NAME_EMPTY a name in 'variants' is empty"],
    [
      'state: ENABLED, variants: { a: [1] }',
      "2:39 SCHEMA_TYPE 'a' must be a boolean, a string, a number or an object",
    ],
    [
      'state: ENABLED, variants: { a: null }',
      "2:39 SCHEMA_TYPE 'a' must be a boolean, a string, a number or an object",
    ],
    [
      'state: ENABLED, variants: { a: 1, b: 2, c: x, d: y }',
      "2:51 SCHEMA_VARIANTS_MIXED all variants of a flag must have one type, and 'a' is a number",
    ],
    [
      `${off}, defaultVariant: no`,
      "2:61 DEFAULT_VARIANT_UNKNOWN the default variant 'no' is not one of the variants; did you mean 'on'?",
    ],
    [`${off}, defaultVariant: 1`, "2:61 SCHEMA_TYPE 'defaultVariant' must be a string or null"],
    [`${off}, metadata: { a: {} }`, "2:60 SCHEMA_TYPE 'a' must be a string, a number or a boolean"],
    [
      `${off}, targetting: {}`,
      "2:45 SCHEMA_PROPERTY_UNKNOWN unknown property 'targetting' is ignored; did you mean 'targeting'?",
    ],
  ])('{ %s }', async (body, problem) => {
    expect(await problemsOf(`flags:\n  f: { ${body} }`)).toEqual([problem])
  })

  it('with a property that nobody knows is only warned of, since flagd lets it pass', async () => {
    const { config, problems } = await loadConfig({ flags: { f: flag({ note: 'x' }) } })
    expect(problems.map(problem => problem.severity)).toEqual(['warning'])
    expect(config.flags).toEqual({ f: flag() })
  })

  it('with an error is left out of the config, and the others stay', async () => {
    const { config } = await loadConfig({ flags: { a: flag(), b: flag({ state: 'ON' }) } })
    expect(Object.keys(config.flags)).toEqual(['a'])
  })
})

describe('a rule', () => {
  it.each([
    [
      '{ starts-with: [a, b] }',
      "2:4 SCHEMA_OPERATOR_UNKNOWN unknown operator 'starts-with'; did you mean 'starts_with'?",
    ],
    ['{ frobnicate: [] }', "2:4 SCHEMA_OPERATOR_UNKNOWN unknown operator 'frobnicate'"],
    [
      '{ if: [{ "=": [1, 1] }, on] }',
      "2:11 SCHEMA_OPERATOR_UNKNOWN unknown operator '='; did you mean '=='?",
    ],
    ['{ in: [a, [{ frob: 1 }]] }', "2:15 SCHEMA_OPERATOR_UNKNOWN unknown operator 'frob'"],
    [
      '{ and: [1], or: [1], nope: 1 }',
      '2:2 SCHEMA_RULE_SHAPE a rule must have exactly one operator',
    ],
    ['{ and: [{}] }', '2:10 SCHEMA_RULE_SHAPE a rule must have exactly one operator'],
    ['text', "2:2 SCHEMA_TYPE 'targeting' must be an object"],
    ['{ "==": [1] }', "2:10 SCHEMA_LENGTH '==' takes exactly 2 arguments"],
    ['{ "<": [1, 2, 3, 4] }', "2:9 SCHEMA_LENGTH '<' takes 2 or 3 arguments"],
    ['{ if: [] }', "2:8 SCHEMA_LENGTH 'if' takes at least 1 argument"],
    ['{ if: true }', "2:8 SCHEMA_TYPE 'if' must be a list"],
    [
      '{ starts_with: [{ var: a }, 0] }',
      "2:30 SCHEMA_TYPE item 2 of 'starts_with' must be a string, or a rule",
    ],
    [
      '{ var: $flagd.x }',
      "2:9 SCHEMA_PATTERN 'var' must be $flagd.flagKey or $flagd.timestamp, the only names below $flagd",
    ],
    [
      '{ var: true }',
      "2:9 SCHEMA_TYPE 'var' must be the name of an attribute: a string, an index, or a rule",
    ],
    ['{ $ref: 5 }', "2:10 SCHEMA_TYPE '$ref' must be a string"],
    ['{ in: [a, { set: [x] }] }', "2:19 SCHEMA_TYPE 'set' must be a string"],
    ['{ in: [a, { set: "" }] }', "2:19 SCHEMA_LENGTH 'set' is empty"],
    [
      '{ in: [a, { sets: x }] }',
      "2:14 SCHEMA_OPERATOR_UNKNOWN unknown operator 'sets'; did you mean 'set'?",
    ],
    ['{ "?:": [] }', "2:10 SCHEMA_LENGTH '?:' takes at least 1 argument"],
    ['{ log: [1, 2] }', "2:9 SCHEMA_LENGTH 'log' takes exactly 1 argument"],
    [
      '{ sem_ver: [{ var: v }, "~>", "1.0.0"] }',
      "2:26 SCHEMA_ENUM item 2 of 'sem_ver' must be =, !=, <, <=, >, >=, ~ or ^; did you mean '>'?",
    ],
    [
      '{ sem_ver: [{ var: v }, "=", "1.0.0.0"] }',
      "2:31 SCHEMA_PATTERN item 3 of 'sem_ver' must be a version such as 2, 2.1, 2.1.0 or 2.1.0-beta.1",
    ],
    [
      '{ fractional: [text, [a, 1]] }',
      "2:17 SCHEMA_TYPE item 1 of 'fractional' must be a bucket: [result] or [result, weight]",
    ],
    ['{ fractional: [{ var: id }] }', "2:16 SCHEMA_LENGTH 'fractional' takes at least 2 arguments"],
    [
      '{ fractional: [[a, -1]] }',
      "2:21 SCHEMA_RANGE item 2 of item 1 of 'fractional' must be a whole number from 0 to 2147483647, or a rule",
    ],
    [
      '{ fractional: [[a, 0.5]] }',
      "2:21 SCHEMA_TYPE item 2 of item 1 of 'fractional' must be a whole number from 0 to 2147483647, or a rule",
    ],
    ['{ fractional: [[]] }', "2:17 SCHEMA_LENGTH item 1 of 'fractional' must have 1 or 2 items"],
  ])('%s', async (rule, problem) => {
    const text = `flags: { f: { state: ENABLED, variants: { on: 1 }, targeting:\n ${rule} } }`
    expect(await problemsOf(text)).toEqual([problem])
    const shared = await problemsOf(`flags: {}\n$evaluators: { targeting: ${rule} }`)
    expect(shared.map(line => line.replace(/^\S+ /, ''))).toEqual([problem.replace(/^\S+ /, '')])
  })

  it.each([
    { in: [{ var: 'a' }, { set: 'staff' }] },
    { set: 'nobody' },
    { all: [{ set: 'staff' }, { in: [{ var: '' }, { set: 'staff' }] }] },
    { fractional: [{ set: 'staff' }, [{ set: 'staff' }, { set: 'staff' }]] },
    { starts_with: [{ set: 'staff' }, 'a'] },
    { '?:': [{ var: 'a' }, 'on', null] },
    { log: { var: 'a' } },
    { log: ['on'] },
  ])(
    'may be %j: whether it makes sense, and whether the set is there, the compiler says',
    async targeting => {
      const { problems } = await loadConfig({ flags: { f: flag({ targeting }) } })
      expect(problems).toEqual([])
    },
  )

  it('may be malformed where the caller says so: then it is warned of, and kept', async () => {
    const targeting = { starts_with: ['a'] }
    const config = { flags: { f: flag({ targeting }) }, $evaluators: { e: { nope: 1 } } }
    const loaded = await loadConfig(config, { malformedRules: 'warning' })
    expect(loaded.problems.map(problem => problem.severity)).toEqual(['warning', 'warning'])
    expect(loaded.config.flags.f?.targeting).toEqual(targeting)
  })
})
