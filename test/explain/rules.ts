// Random rules with every operator, loops inside loops too, for contexts that hold what they read or something else.
import fc from 'fast-check'
import type { Json } from '../flags/rules.ts'

const NAMES = [
  'a',
  'b',
  'list',
  'rows',
  'user',
  'user.name',
  'targetingKey',
  '$flagd.flagKey',
  'deep.down',
  '',
]
const COMPARISONS = ['==', '!=', '===', '!==', '<', '<=', '>', '>=']

const words = fc.constantFrom('on', 'off', 'x', 'xy', 'y', '', '1', '10', 'ö', '1.2.3')
const numbers = fc.constantFrom(0, 1, 2, 3, -1, 1.5, 100)
const literals: fc.Arbitrary<Json> = fc.oneof(words, numbers, fc.boolean(), fc.constant(null))

/** Rules of some depth. In a loop's body variables name what its items have. */
function rule(depth: number): fc.Arbitrary<Json> {
  const names = fc.constantFrom(...NAMES, 'n', 'current.n', 'accumulator')
  const variable: fc.Arbitrary<Json> = fc.oneof(
    { weight: 6, arbitrary: names.map(name => ({ var: name })) },
    {
      weight: 1,
      arbitrary: fc.tuple(names, literals).map(([name, value]) => ({ var: [name, value] })),
    },
  )
  const leaf = fc.oneof({ weight: 3, arbitrary: variable }, { weight: 2, arbitrary: literals })
  if (depth === 0) return leaf
  const inner = fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: rule(depth - 1) })
  const pair = fc.tuple(inner, inner)
  const some = (least: number, most: number) =>
    fc.array(inner, { minLength: least, maxLength: most })
  const named = (operators: readonly string[], operands: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc
      .tuple(fc.constantFrom(...operators), operands)
      .map(([operator, operand]) => ({ [operator]: operand }))
  const lists = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Json>({ var: 'rows' }, { var: 'list' }) },
    { weight: 1, arbitrary: fc.array(literals, { maxLength: 4 }).map(items => items as Json) },
    { weight: 1, arbitrary: inner },
  )
  const entry = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.tuple(words, fc.constantFrom<Json>(0, 1, 50)).map(pairOf => pairOf as Json),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(inner, fc.oneof(inner, numbers)).map(pairOf => pairOf as Json),
    },
  )
  return fc.oneof(
    named(COMPARISONS, pair),
    named(['<', '<='], fc.tuple(inner, inner, inner)),
    named(['and', 'or'], some(1, 3)),
    named(['if', '?:'], some(1, 5)),
    named(['!', '!!'], fc.oneof(inner, some(1, 1))),
    named(['+', '-', '*', '/', '%', 'min', 'max'], fc.oneof(some(1, 3), inner)),
    named(['cat', 'merge'], some(0, 3)),
    named(['substr'], fc.tuple(inner, numbers)),
    named(
      ['missing'],
      fc.oneof(fc.constantFrom<Json>(['a'], ['a', 'b'], ['user.name', 'nope']), some(1, 2)),
    ),
    named(
      ['missing_some'],
      fc.tuple(numbers, fc.constantFrom<Json>(['a', 'b'], ['nope', 'b', 'list'])),
    ),
    named(['in'], fc.oneof(pair, fc.tuple(inner, fc.array(literals, { maxLength: 4 })))),
    named(['starts_with', 'ends_with'], fc.tuple(inner, fc.oneof(words, inner))),
    named(['sem_ver'], fc.tuple(inner, fc.constantFrom('=', '>', '^'), fc.constant('1.2.3'))),
    named(['all', 'some', 'none', 'map', 'filter', 'reduce'], fc.tuple(lists, inner)),
    named(['reduce'], fc.tuple(lists, inner, literals)),
    named(
      ['fractional'],
      fc.oneof(fc.array(entry, { minLength: 1, maxLength: 3 }), unitAndEntries(inner, entry)),
    ),
    named(['log'], some(1, 1)),
    some(0, 3).map(items => items as Json),
  )
}

function unitAndEntries(unit: fc.Arbitrary<Json>, entry: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .tuple(unit, fc.array(entry, { minLength: 1, maxLength: 3 }))
    .map(([first, rest]) => [first, ...rest])
}

export const allRules: fc.Arbitrary<Json> = rule(3)

const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

export const allContexts: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    a: maybe(literals),
    b: maybe(fc.oneof(literals, fc.array(literals, { maxLength: 3 }))),
    list: maybe(fc.array(literals, { maxLength: 3 })),
    rows: maybe(fc.array(fc.record({ n: literals }, { noNullPrototype: true }), { maxLength: 4 })),
    user: maybe(fc.record({ name: words }, { noNullPrototype: true })),
    targetingKey: maybe(words),
  })
  .map(context =>
    Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)),
  )
