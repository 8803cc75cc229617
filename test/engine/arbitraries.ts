// Random configs and contexts: rules that flagd's schema allows, of every operator that the compiler knows, over a few
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
const VARIANTS = { on: 'yes', off: 'no', other: 'maybe' }

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
  fc.constantFrom(0.5, -0, 1e21, 1.5e-7, 2 ** 53),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const version = fc.constantFrom('2', '1.2', '1.2.3', '2.0.0-rc.1')
const literal = fc.oneof(text, text, number, fc.boolean(), fc.constant(null))

const variable = fc.oneof(
  fc.record({ var: fc.constantFrom(...ATTRIBUTES) }),
  fc.tuple(fc.constantFrom(...ATTRIBUTES), literal).map(pair => ({ var: pair })),
  fc.constantFrom({ var: '$flagd.flagKey' }, { var: '$flagd.timestamp' }, { var: '' }),
)

const { rule } = fc.letrec<{ value: unknown; rule: object }>(tie => {
  const value = fc.oneof({ maxDepth: 4 }, literal, variable, tie('rule'))
  const values = (minLength: number, maxLength: number) => fc.array(value, { minLength, maxLength })
  const operator = (name: string, operands: fc.Arbitrary<unknown>) =>
    operands.map((argument): object => ({ [name]: argument }))
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
      operator('if', values(2, 5)),
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
        fc.tuple(variable, buckets).map(([unit, rest]) => [unit, ...rest]),
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

/** A config of one to three flags, and up to two limits. */
export const configs = fc.record({
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

/** What an attribute may be in a context. */
export const attributeValues: fc.Arbitrary<unknown> = fc.oneof(
  { maxDepth: 2 },
  literal,
  fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, { plan: 'gold' }, []),
  fc.array(literal, { maxLength: 4 }),
  fc.array(fc.array(literal, { maxLength: 2 }), { maxLength: 2 }),
)
