// Random flags and contexts, for properties. The first kind is of the operators that most rules have, over few
// attributes; `everyRule` is of all operators (generator.ts).
import fc from 'fast-check'
import { contextOf } from './contexts.ts'
import { RuleGenerator } from './generator.ts'
import { Random } from './random.ts'

/** JSON of any kind. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export const VARIANTS = ['on', 'off', 'red', '1', '1.5', 'true', 'false']

const strings = fc.constantFrom(
  'on',
  'off',
  'red',
  'a',
  'ab',
  'abc',
  'b',
  '',
  '1',
  ' 2 ',
  '1.5',
  '0x10',
)
const versions = fc.constantFrom(
  '1.0.0',
  '1.2.3',
  'v1.2.3',
  '1.2',
  '1',
  '2.0.0-alpha.1',
  '2.0.0-alpha.beta',
  '2.0.0-rc.10',
  '2.0.0+build',
  'x',
  '01.2.3',
  '1.2.3.4',
)
const numbers = fc.constantFrom(0, 1, -1, 2, 1.5, 16, 100, -0, 1e6)
const names = fc.constantFrom(
  'text',
  'number',
  'flag',
  'list',
  'nothing',
  'version',
  'user.name',
  'user',
)

const literals = fc.oneof(strings, numbers, fc.boolean(), fc.constant(null))

/** For `in`: JavaScript finds the joined text of an array in a string, which is nobody's intention. */
const scalars: fc.Arbitrary<Json> = fc
  .constantFrom('text', 'number', 'flag', 'nothing', 'version', 'user.name')
  .map(name => ({ var: name }))

const plainVariables: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: names.map(name => ({ var: name })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Json>({ var: 'targetingKey' }, { var: '$flagd.flagKey' }),
  },
)
const variablesWithDefaults: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: plainVariables },
  {
    weight: 1,
    arbitrary: fc.tuple(names, literals).map(([name, value]) => ({ var: [name, value] })),
  },
)

/** What flagd's two ways of evaluating disagree about themselves, so that a comparison must choose. */
export interface Dialect {
  /** `var` with a default: for a null attribute compiled flagd gives the default, interpreted flagd null. */
  defaults: boolean
  /** Variables behind the first operand of a comparison, which compiled flagd checks the wrong value of. */
  variablesOnTheRight: boolean
  /** `!` and `!!` of an array, of which interpreted flagd negates the first element. */
  arraysNegated: boolean
}

const comparisons = fc.constantFrom('==', '!=', '===', '!==', '<', '<=', '>', '>=')
const relations = fc.constantFrom('=', '!=', '<', '<=', '>', '>=', '^', '~')

/** What an operand may be: a comparison of constants only is folded by flagd when it loads, and is left out. */
function operands(rules: fc.Arbitrary<Json>, variables: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 3, arbitrary: variables },
    { weight: 2, arbitrary: literals },
    { weight: 1, arbitrary: rules },
  )
}

function bucket(values: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const weights = fc.constantFrom<Json>(0, 1, 10, 50, 1000000, { var: 'number' })
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(values, weights).map(pair => pair as Json) },
    { weight: 1, arbitrary: values.map(value => [value]) },
  )
}

/** Rules up to a depth. */
export function rulesOf(dialect: Dialect): fc.Arbitrary<Json> {
  return fc.letrec<{ rule: Json }>(tie => ({ rule: rule(tie('rule'), dialect) })).rule
}

function rule(rules: fc.Arbitrary<Json>, dialect: Dialect): fc.Arbitrary<Json> {
  const variables = dialect.defaults ? variablesWithDefaults : plainVariables
  const operand = operands(rules, variables)
  // Interpreted, `!` of an array looks at its first element.
  const negated = dialect.arraysNegated ? operand : fc.oneof(scalars, literals)
  // Compiled, a null or false in the middle of `a < b < c` is replaced before it is compared with c.
  const between = dialect.variablesOnTheRight ? operand : numbers
  const right = dialect.variablesOnTheRight ? operand : literals
  const values = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Json>('on', 'off', 'red', 'unknown') },
    { weight: 2, arbitrary: operand },
  )
  const several = (least: number, most: number) =>
    fc.array(operand, { minLength: least, maxLength: most })
  // Even compiled flagd interprets an `if` of one or two.
  const branches = fc.array(values, { minLength: dialect.defaults ? 3 : 1, maxLength: 6 })
  return fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    variables,
    fc.tuple(comparisons, variables, right).map(([name, a, b]) => ({ [name]: [a, b] })),
    fc
      .tuple(comparisons, operand, dialect.variablesOnTheRight ? variables : fc.constant(null))
      .map(([name, a, b]) => ({ [name]: b === null ? [{ var: 'text' }, 'a'] : [a, b] })),
    fc
      .tuple(fc.constantFrom('<', '<='), variables, between, between)
      .map(([name, a, b, c]) => ({ [name]: [a, b, c] })),
    several(1, 4).map(parts => ({ and: parts })),
    several(1, 4).map(parts => ({ or: parts })),
    branches.map(parts => ({ if: parts })),
    negated.map(part => ({ '!': [part] })),
    negated.map(part => ({ '!!': [part] })),
    fc.tuple(variables, fc.array(literals, { maxLength: 5 })).map(([a, b]) => ({ in: [a, b] })),
    fc.tuple(fc.oneof(scalars, literals), variables).map(([a, b]) => ({ in: [a, b] })),
    fc.tuple(scalars, strings).map(([a, b]) => ({ in: [a, b] })),
    fc
      .tuple(fc.constantFrom('starts_with', 'ends_with'), variables, fc.oneof(strings, variables))
      .map(([name, a, b]) => ({ [name]: [a, b] })),
    fc
      .tuple(fc.constantFrom<Json>({ var: 'version' }, { var: 'number' }), relations, versions)
      .map(([a, relation, b]) => ({ sem_ver: [a, relation, b] })),
    fc.array(bucket(values), { minLength: 1, maxLength: 4 }).map(parts => ({ fractional: parts })),
    fc
      .tuple(scalars, fc.array(bucket(values), { minLength: 1, maxLength: 4 }))
      .map(([unit, parts]) => ({ fractional: [unit, ...parts] })),
  )
}

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

/** Contexts with the attributes that the rules name, some missing, of any type. */
export const contexts: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    targetingKey: maybe(fc.oneof(strings, fc.uuid())),
    text: maybe(fc.oneof({ weight: 4, arbitrary: strings }, { weight: 1, arbitrary: literals })),
    number: maybe(fc.oneof({ weight: 4, arbitrary: numbers }, { weight: 1, arbitrary: literals })),
    flag: maybe(fc.oneof(fc.boolean(), literals)),
    // Not of one element: its text would be that element's, and in JavaScript name a variant.
    list: maybe(fc.oneof(fc.constant([]), fc.array(literals, { minLength: 2, maxLength: 4 }))),
    version: maybe(
      fc.oneof({ weight: 5, arbitrary: versions }, { weight: 1, arbitrary: literals }),
    ),
    user: maybe(
      fc.oneof(
        fc.record({ name: strings }, { noNullPrototype: true }),
        fc.constant({}),
        fc.constant(null),
      ),
    ),
  })
  .map(context => {
    const given: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(context))
      if (value !== undefined) given[name] = value
    return given
  })

/** Rules over every operator, most of which end with one of the names. Of the right type in most places. */
export function everyRule(names: readonly string[]): fc.Arbitrary<Json> {
  const taste = { depth: 5, odd: 0.15, flagd: true }
  return fc.nat().map(seed => new RuleGenerator(new Random(seed), taste).targeting(names))
}

/** Contexts for those rules. */
export const everyContext: fc.Arbitrary<Record<string, unknown>> = fc
  .nat()
  .map(seed => contextOf(new Random(seed)))
