// Random chains of conditions over few attributes and few constants, so that conditions repeat, cover and contradict
// each other all the time, and contexts that hit those constants.
import fc from 'fast-check'
import type { Json } from '../flags/rules.ts'

const attributes = fc.constantFrom<Json>(
  { var: 'a' },
  { var: 'a' },
  { var: 'a' },
  { var: ['a'] },
  { var: 'b' },
)
/** Mostly what equals something of another type. */
const constants = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Json>(0, 1, '', '0', '1', true, false, null) },
  { weight: 1, arbitrary: fc.constantFrom<Json>(2, 2.5, 3, '2', ' 2 ', '0x1', 'x', 'xy') },
)
const numbers = fc.constantFrom<Json>(0, 1, 2, 2.5, 3, true)
const relations = fc.constantFrom('==', '!=', '===', '!==', '==', '===')
const orders = fc.constantFrom('<', '<=', '>', '>=')

const tests: fc.Arbitrary<Json> = fc.oneof(
  attributes,
  fc.tuple(relations, attributes, constants).map(([name, a, b]) => ({ [name]: [a, b] })),
  fc.tuple(relations, constants, attributes).map(([name, a, b]) => ({ [name]: [a, b] })),
  fc.tuple(orders, attributes, numbers).map(([name, a, b]) => ({ [name]: [a, b] })),
  fc.tuple(orders, constants, attributes).map(([name, a, b]) => ({ [name]: [a, b] })),
  fc
    .tuple(fc.constantFrom('<', '<='), numbers, attributes, numbers)
    .map(([name, a, b, c]) => ({ [name]: [a, b, c] })),
  fc.tuple(attributes, fc.array(constants, { maxLength: 4 })).map(([a, b]) => ({ in: [a, b] })),
  fc.tuple(attributes, fc.constantFrom('xyz', 'x', '')).map(([a, b]) => ({ in: [a, b] })),
  fc
    .tuple(
      fc.constantFrom('starts_with', 'ends_with'),
      attributes,
      fc.constantFrom('x', 'y', '1', ''),
    )
    .map(([name, a, b]) => ({ [name]: [a, b] })),
)

const conditions: fc.Arbitrary<Json> = fc.letrec<{ condition: Json }>(tie => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: tests },
    { weight: 1, arbitrary: fc.constantFrom<Json>(true, false, {}, [], [{ var: 'a' }]) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('and', 'and', 'or'),
          fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
        )
        .map(([name, parts]) => ({ [name]: parts })),
    },
    { weight: 1, arbitrary: tie('condition').map(part => ({ '!': [part] })) },
    { weight: 1, arbitrary: tie('condition').map(part => ({ '!!': part })) },
  ),
})).condition

/** Rules. */
export const chains: fc.Arbitrary<Json> = fc.letrec<{ rule: Json }>(tie => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 1, arbitrary: fc.constantFrom<Json>('on', 'off', 'red', null, true) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.array(fc.tuple(conditions, tie('rule')), { minLength: 1, maxLength: 4 }),
          fc.option(tie('rule'), { nil: undefined }),
        )
        .map(([branches, otherwise]) => ({
          if: otherwise === undefined ? branches.flat() : [...branches.flat(), otherwise],
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(conditions, conditions, tie('rule'))
        .map(([first, second, result]) => ({ if: [first, 'on', second, 'off', first, result] })),
    },
    { weight: 1, arbitrary: conditions },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
        .map(([name, parts]) => ({ [name]: parts })),
    },
  ),
})).rule

const operands: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: constants },
  { weight: 1, arbitrary: fc.constantFrom<Json>('1.2.3', 'v2', '1.0.0-rc.1', '01.2.3', 5, -1) },
  { weight: 2, arbitrary: attributes },
  { weight: 1, arbitrary: fc.constantFrom<Json>([], {}, ['x', 1], [{ var: 'a' }]) },
)

/** Operators, also with the wrong number of operands and operands that they do not take. */
export const mistakes: fc.Arbitrary<Json> = fc.letrec<{ rule: Json }>(tie => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    operands,
    ...operatorsOf(
      fc.oneof({ weight: 3, arbitrary: operands }, { weight: 1, arbitrary: tie('rule') }),
    ),
  ),
})).rule

function operatorsOf(operand: fc.Arbitrary<Json>): fc.Arbitrary<Json>[] {
  const named = (least: number, most: number, ...names: string[]) =>
    fc
      .tuple(fc.constantFrom(...names), fc.array(operand, { minLength: least, maxLength: most }))
      .map(([name, list]): Json => ({ [name]: list }))
  return [
    named(2, 2, '==', '!=', '===', '!==', '<', '>=', 'in'),
    named(3, 3, '<', '<='),
    named(1, 3, 'starts_with', 'ends_with'),
    fc
      .tuple(operand, fc.constantFrom('=', '>', '^', '=='), operand)
      .map(list => ({ sem_ver: list })),
    named(1, 3, '+', '-', '*', 'min', 'max', 'cat', 'merge'),
    named(2, 2, '/', '%'),
    named(2, 3, 'substr'),
    named(2, 2, 'map', 'filter', 'all', 'some', 'none'),
    fc.tuple(operand, operand).map(list => ({ fractional: [list[0], ['on', 1], [list[1], 1]] })),
    named(1, 3, 'and', 'or', 'if'),
  ]
}

const values = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<unknown>(undefined, null, true, false, 0, 1, '', '1') },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(-0, 2, 2.2, 2.5, 3, 4, Number.NaN, '0', '2', ' 2 ', '0x1'),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('x', 'xy', 'yx', 'z', [], [1], {}, { c: 1 }) },
)

/** Contexts for them. */
export const chainContexts: fc.Arbitrary<Record<string, unknown>> = fc.record(
  { a: values, b: values, targetingKey: fc.constantFrom('u1', 'u2') },
  { noNullPrototype: true },
)
