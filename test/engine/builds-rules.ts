// One rule of each kind of operator, with contexts for which it is true and for which it is not. What each stands for
// is flagd's business (test/flags); here it only matters that all builds agree with it.

/** A rule, contexts it is true for, contexts it is false for. */
export type RuleCase = readonly [
  name: string,
  rule: unknown,
  whenTrue: readonly object[],
  whenFalse: readonly object[],
]

const x = { var: 'x' }
const equals = (rule: unknown, value: unknown) => ({ '===': [rule, value] })
const of = (...values: unknown[]) => values.map(value => ({ x: value }))

export const RULE_CASES: readonly RuleCase[] = [
  ['a path', { var: 'a.b.c' }, [{ a: { b: { c: 1 } } }], [{ a: { b: 1 } }, {}]],
  ['a default', equals({ var: ['x', 'none'] }, 'none'), [{}], of('some', 0)],
  ['the subject', equals({ var: 'targetingKey' }, 'é1'), [{ targetingKey: 'é1' }], [{}]],
  ['a boolean', x, of(true, 1, 'a', [0]), of(false, 0, NaN, '', [], null)],
  ['no boolean', { '!': x }, of(false, 0, '', null, []), of(true, 'a', -1)],
  ['a truth', equals({ '!!': [x] }, true), of(true, 'a', [1]), of(0, '', [])],
  ['strictly equal', equals(x, 1), of(1), of('1', true, null)],
  ['strictly unequal', { '!==': [x, 1] }, of('1', true, null), of(1)],
  ['loosely equal', { '==': [x, 1] }, of(1, '1', ' 0x1 ', true), of(2, '0b11', false)],
  ['loosely unequal', { '!=': [x, 1] }, of(2, '2'), of('1.0', 1)],
  ['less', { '<': [x, 10] }, of(9.999, '1e0', -1e300), of(10, '10', 1e300)],
  ['between', { '<=': [1, x, 3] }, of(1, 2, 3), of(0, 3.000001)],
  ['greater', { '>': [x, 'b'] }, of('c', 'bb'), of('b', 'a', 'B')],
  ['not less', { '>=': [x, -0.5] }, of(-0.5, -0, 5e-324), of(-0.51)],
  ['and', { and: [x, { var: 'y' }] }, [{ x: 1, y: 1 }], of(0, 1)],
  ['or', { or: [x, { var: 'y' }] }, [{ x: 1 }, { y: 'a' }], of(0, '')],
  ['?:', { '?:': [x, false, true] }, of(0), of(1)],
  ['a sum', equals({ '+': [x, 0.2, '0.1'] }, 0.1 + (0.2 + 0.1)), [], of(0, 5)],
  ['a text as a number', equals({ '+': [x] }, 4.35), of('4.35', '435e-2', 4.35), of('4.36')],
  ['a long number', equals({ '+': [x] }, 2 ** 53 + 2), of('9007199254740993.1'), of('1e16')],
  ['a tiny number', equals({ '+': [x] }, 5e-324), of('4.9406564584124654e-324'), of('1e-400')],
  ['a difference', equals({ '-': [x, 2 ** 53] }, -1), of(2 ** 53 - 1), of(2 ** 53)],
  ['a product', equals({ '*': [x, x, x] }, -27), of(-3), of(3)],
  ['a quotient', equals({ '/': [x, 3] }, 1 / 3), of(1), of(2)],
  ['a remainder', equals({ '%': [x, 1e-3] }, 1e17 % 1e-3), of(1e17), of(1e17 + 64)],
  ['the least', equals({ min: [x, 3, -1.5] }, -1.5), of(0, -1), of(-2)],
  ['the most', equals({ max: [x, 3, -1.5] }, 3), of(0, 2.9), of(3.1)],
  [
    'a text of numbers',
    equals({ cat: [x, '|', 1e21, '|', 0.1] }, '5e-324|1e+21|0.1'),
    of(5e-324),
    of(0),
  ],
  [
    'a text of a long number',
    equals({ cat: [x] }, '123456789012345680000'),
    of(123456789012345.68e6),
    of(1),
  ],
  ['a part of a text', equals({ substr: [x, -3, 2] }, 'ïj'), of('éèïjk', 'ïj'), of('ïjkl')],
  ['a text in a text', { in: ['ß😀', x] }, of('aß😀b', 'ß😀'), of('ß', '')],
  [
    'one of a list',
    { in: [x, ['de', 'fr', 1, true, null]] },
    of('de', 1, true, null),
    of('d', '1', 0),
  ],
  [
    'one of a long list',
    { in: [x, Array.from({ length: 300 }, (_, index) => `user-${index * 7}`)] },
    of('user-0', 'user-7', 'user-2093'),
    of('user-1', 'user-2100', '', 7),
  ],
  ['one of an attribute', { in: ['b', x] }, of(['a', 'b'], 'abc'), of(['a', 'bc'], [])],
  ['joined lists', equals({ in: [3, { merge: [x, 2, [[3], 3]] }] }, true), of([], 1), []],
  [
    'mapped',
    { in: [9, { map: [x, { '*': [{ var: '' }, { var: '' }] }] }] },
    of([1, 3], [-3]),
    of([9], []),
  ],
  ['filtered', { in: [1, { filter: [x, { '>': [{ var: '' }, 0] }] }] }, of([1]), of([-1], [])],
  [
    'reduced',
    equals({ reduce: [x, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] }, 6),
    of([1, 2, 3], [6]),
    of([6, 1], []),
  ],
  ['all', { all: [x, { '<': [{ var: '' }, 3] }] }, of([1, 2]), of([1, 3], [])],
  [
    'some',
    { some: [x, equals({ var: 'y' }, 'a')] },
    of([{ y: 'b' }, { y: 'a' }]),
    of([{ y: 'b' }]),
  ],
  ['none', { none: [x, { var: '' }] }, of([0, ''], []), of([0, 1])],
  ['missing', { in: ['a.b', { missing: ['x', 'a.b'] }] }, of(1), [{ a: { b: 1 } }]],
  ['missing some', { '!': { missing_some: [1, ['x', 'y']] } }, of(1), [{}, { z: 1 }]],
  ['starts with', { starts_with: [x, 'a-é'] }, of('a-é', 'a-é2'), of('a-', 'b', 1)],
  ['ends with', { ends_with: [x, '@example.com'] }, of('a@example.com'), of('example.com', '')],
  ['a version', { sem_ver: [x, '>', '1.2.3-rc.9'] }, of('1.2.3-rc.10', 'v1.2.3'), of('1.2.3-rc.2')],
  ['a major version', { sem_ver: [x, '^', '2.0.0'] }, of('2.99999999.1'), of('3.0.0', '1.9.9')],
]
