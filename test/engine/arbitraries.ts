// Random configs and contexts: rules that the schema allows, of every operator that the compiler knows, over a few
// attributes and values so that rules and contexts meet.
import fc from 'fast-check'
import { SEM_VER_NAMES } from '../../src/rules/instructions.ts'

const ATTRIBUTES = [
  'email',
  'country',
  'age',
  'paying',
  'version',
  'groups',
  'user.plan',
  'targetingKey',
]
/** What variables refer to in loops, or paths that only lead somewhere there. */
const LOCALS = ['', 'current', 'accumulator', 'current.plan', 'plan', 'tags.0', 'length', '1', '.']
const VARIANTS = { on: 'yes', off: 'no', other: 'maybe' }
const SETS = { members: ['a', 'de', '12', 'someone@example.com'], nobody: [] }

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'de',
    'fr',
    '@example.com',
    'someone@example.com',
    'beta',
    '1.2.3',
    'v2.0.0-rc.1',
  ),
  fc.constantFrom(
    '12',
    ' 0x1f ',
    '-3.5e2',
    'Zürich',
    '日本語',
    '😀',
    'x'.repeat(130),
    ...Object.keys(VARIANTS),
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
)
const number = fc.oneof(
  fc.integer({ min: -3, max: 100 }),
  fc.constantFrom(0.1, 1 / 3, -0, 1e21, 1.5e-7, 2 ** 53),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const version = fc.constantFrom('2', '1.2', '1.2.3', '2.0.0-rc.1')
const literal = fc.oneof(text, text, number, fc.boolean(), fc.constant(null))

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ATTRIBUTES) },
  { weight: 2, arbitrary: fc.constantFrom(...LOCALS) },
)
const variable = fc.oneof(
  name.map(path => ({ var: path })),
  fc.tuple(name, literal).map(pair => ({ var: pair })),
  fc.constantFrom({ var: '$flagd.flagKey' }, { var: '$flagd.timestamp' }, { var: 1 }),
)
/** Mostly arrays; what else stands in the place of one must not matter either. */
const list = fc.oneof(
  fc.constantFrom({ var: 'groups' }, { var: 'groups' }, { var: '' }, { var: 'tags' }),
  fc.array(literal, { maxLength: 4 }),
)

const { rule } = fc.letrec<{ value: unknown; rule: object }>(tie => {
  const value = fc.oneof({ maxDepth: 4 }, literal, variable, tie('rule'))
  const values = (minLength: number, maxLength: number) => fc.array(value, { minLength, maxLength })
  const operator = (name: string, operands: fc.Arbitrary<unknown>) =>
    operands.map((argument): object => ({ [name]: argument }))
  const bare = (least: number, most: number) => fc.oneof(values(least, most), tie('rule'), literal)
  const items = fc.oneof({ maxDepth: 4 }, list, list, tie('rule'))
  const names = fc.array(fc.oneof(name, name, tie('rule')), { maxLength: 3 })
  const weight = fc.oneof(fc.integer({ min: 0, max: 100 }), variable)
  const bucket = fc.oneof(
    fc.tuple(fc.constantFrom(...Object.keys(VARIANTS))),
    fc.tuple(fc.constantFrom(...Object.keys(VARIANTS)), weight),
  )
  const buckets = fc.array(bucket, { minLength: 2, maxLength: 4 })
  return {
    value,
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      variable,
      operator('!', values(1, 1)),
      operator('!!', values(1, 1)),
      operator('and', values(2, 4)),
      operator('or', values(2, 4)),
      operator('if', values(1, 5)),
      operator('?:', values(3, 3)),
      operator('log', values(1, 1)),
      operator('var', tie('rule')),
      operator('missing', fc.oneof(names, name, tie('rule'))),
      operator(
        'missing_some',
        fc.tuple(fc.oneof(fc.integer({ max: 3 }), tie('rule')), fc.oneof(names, tie('rule'))),
      ),
      ...['+', '-', 'cat', 'merge'].map(known => operator(known, bare(1, 4))),
      operator('*', values(2, 3)),
      operator('/', values(2, 2)),
      operator('%', values(2, 2)),
      operator('min', fc.array(fc.oneof(number, variable), { minLength: 1, maxLength: 3 })),
      operator('max', fc.array(fc.oneof(number, value), { minLength: 1, maxLength: 3 })),
      operator('substr', fc.tuple(fc.oneof(text, value), fc.integer({ min: -5, max: 5 }))),
      operator('substr', fc.tuple(fc.oneof(text, variable), value, value)),
      ...['map', 'filter', 'all', 'some', 'none'].map(loop =>
        operator(loop, fc.tuple(items, value)),
      ),
      operator('reduce', fc.tuple(items, value, value)),
      operator('in', fc.tuple(value, fc.constantFrom({ set: 'members' }, { set: 'nobody' }))),
      operator('in', fc.tuple(value, fc.array(text, { minLength: 17, maxLength: 20 }))),
      ...['==', '!=', '===', '!==', '>', '>='].map(name => operator(name, values(2, 2))),
      operator('<', values(2, 3)),
      operator('<=', values(2, 3)),
      operator('in', fc.tuple(value, fc.array(literal, { minLength: 1, maxLength: 4 }))),
      operator('in', fc.tuple(value, values(1, 3))),
      operator('in', values(2, 2)),
      operator('starts_with', fc.tuple(variable, fc.oneof(text, variable))),
      operator('ends_with', fc.tuple(variable, fc.oneof(text, variable))),
      operator('sem_ver', fc.tuple(variable, fc.constantFrom(...SEM_VER_NAMES), version)),
      operator('fractional', buckets),
      operator(
        'fractional',
        fc.tuple(fc.oneof(variable, tie('rule')), buckets).map(([unit, rest]) => [unit, ...rest]),
      ),
    ),
  }
})

const flag = fc.record({
  state: fc.constantFrom('ENABLED', 'ENABLED', 'ENABLED', 'DISABLED'),
  variants: fc.constant(VARIANTS),
  defaultVariant: fc.constantFrom('on', 'off', null),
  targeting: rule,
})

/** A config of one to three flags, two sets, and up to two limits. */
export const configs = fc.record({
  fractional: fc.constantFrom(1, 2, 3),
  sets: fc.constant(SETS),
  flags: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), flag, { minKeys: 1, maxKeys: 3 }),
  limits: fc.dictionary(
    fc.constantFrom('per-key', 'daily'),
    fc.record({
      algorithm: fc.constant('gcra'),
      rate: fc.constantFrom('1/s', '100/s', '7/m', '1000/d'),
      burst: fc.integer({ min: 1, max: 1000 }),
    }),
    { maxKeys: 2 },
  ),
})

/** Names of properties that the rules above look for, and others. */
const property = fc.oneof(
  fc.constantFrom('plan', 'tags', 'current', 'length', '0', ''),
  fc.string({ maxLength: 4, unit: 'grapheme' }),
)

const { nested } = fc.letrec<{ nested: unknown }>(tie => ({
  nested: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    literal,
    fc.array(tie('nested'), { maxLength: 5 }),
    fc.dictionary(property, tie('nested'), { maxKeys: 4 }),
  ),
}))

/** What an attribute may be in a context. */
export const attributeValues: fc.Arbitrary<unknown> = fc.oneof(
  literal,
  fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, { plan: 'gold' }, []),
  fc.constantFrom([undefined, 'a'], [Number.NaN], { plan: undefined }, [[], [[]]]),
  fc.array(literal, { maxLength: 4 }),
  fc.array(number, { minLength: 1, maxLength: 5 }),
  fc.array(fc.record({ plan: text, tags: fc.array(literal, { maxLength: 3 }) }), { maxLength: 3 }),
  nested,
)

const given = (...names: string[]) => names.map(path => ({ var: path }))

/** Rules with an operand of every kind, as many as fit: what programs made at random take theirs from. */
const EVERYTHING = {
  merge: [
    ...given('groups', 'user', 'email', 'country', 'age', 'version', 'targetingKey', ''),
    // Constants: texts that are paths, numbers and long; numbers, most of them far addresses for whom takes them for
    // pointers.
    {
      cat: [
        '',
        '.',
        'plan',
        'tags.0',
        'a\\.b',
        'length',
        '0',
        '12',
        ' 0x1f ',
        '😀é日',
        'x'.repeat(200),
      ],
    },
    { '+': [0, 1, -1, 0.1, -1 / 3, 2.3, 1e-7, 5e-324, true, false] },
    { in: [{ var: 'country' }, ['de', 'fr', 1, null, true]] },
    { in: [{ cat: ['d', 'e'] }, [1, 2, 3]] },
    ['a', 'b', 3, null],
    [1, 0.2, 3, 0.4, 5],
    ['targetingKey', 'user.plan', 'groups.0.plan'],
    { some: [{ var: 'groups' }, { in: [{ var: 'plan' }, { set: 'members' }] }] },
    { map: [{ var: 'groups' }, { '==': [{ var: 'tags.length' }, { var: 'tags.0' }] }] },
    { reduce: [{ var: 'groups' }, { var: 'current.plan.0' }, 0] },
    { in: [{ var: 'targetingKey' }, { set: 'nobody' }] },
    { in: [{ var: 'email' }, Array.from({ length: 60 }, (_, index) => `id-${index}`)] },
    { starts_with: [{ var: 'email' }, 'some'] },
    { ends_with: [{ var: 'email' }, '@example.com'] },
    { '==': [{ var: 'country' }, 'de'] },
    { missing: ['email', 'user.plan'] },
    {
      fractional: [
        ['x', 25],
        ['y', 0],
        ['z', 75],
      ],
    },
    { fractional: [{ var: 'email' }, ['x', 1], [3, 1]] },
    {
      fractional: [
        ['x', { var: 'age' }],
        ['y', 2],
      ],
    },
    { sem_ver: [{ var: 'version' }, '>=', '1.2.3'] },
  ],
}
const SPLIT = {
  fractional: [
    ['on', 50],
    ['off', 50],
  ],
}

export const STOCK = {
  sets: SETS,
  flags: {
    stock: {
      state: 'ENABLED',
      variants: VARIANTS,
      defaultVariant: 'off',
      targeting: { if: [EVERYTHING, SPLIT, { '==': [EVERYTHING, 1] }, 'on', 'other'] },
    },
  },
}
