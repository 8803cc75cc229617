// In what the evaluators of flagd rules differ from each other, each with its reason. Sluice takes the sensible side, or
// the one that two of them agree on (docs/flags.md). model.ts notes a difference when it comes upon it.
//
// flagd's JavaScript evaluator (json-logic-engine 5.0.7) has two ways: `compiled`, the default, makes a function of the
// rule's text; `interpreted` walks the rule, for hosts without code generation. Both compute, when they load a rule, the
// parts of it that read no attribute; they interpret them then.

import type { Json } from '../rules.ts'

export type Peer = 'compiled' | 'interpreted' | 'json-logic-js'

export interface Difference {
  readonly peers: readonly Peer[]
  readonly reason: string
  /** A rule and a context for which each of the peers gives something else. */
  readonly example: Example
}

export interface Example {
  readonly rule: Json
  readonly data?: { [name: string]: Json }
  /** The rule has operators of flagd's own, so that it is compared as a flag. */
  readonly flagd?: true
}

const ENGINE = ['compiled', 'interpreted'] as const
const ALL = ['compiled', 'interpreted', 'json-logic-js'] as const

const CATALOGUE = {
  // Variables
  defaultForNull: {
    peers: ['interpreted', 'json-logic-js'],
    reason:
      'they give the default of a `var` for a missing attribute, and not for one that is null',
    example: { rule: { var: ['a', 1] }, data: { a: null } },
  },
  defaultForNullComputed: {
    peers: ['compiled'],
    reason: 'the same, where the path is computed',
    example: { rule: { var: [{ var: 'key' }, 1] }, data: { key: 'a', a: null } },
  },
  defaultOfWhole: {
    peers: ALL,
    reason: 'the whole item, where that is null, has no default, by a computed path neither',
    example: { rule: { map: [{ var: 'a' }, { var: [{ cat: [''] }, 1] }] }, data: { a: [null] } },
  },
  notNeeded: {
    peers: ALL,
    reason: 'they compute a default, or an operand too many, that nobody needs, and fail with it',
    example: {
      rule: { var: [{ var: 'key' }, { missing_some: [1, null] }] },
      data: { key: 'a', a: 1 },
    },
  },
  pathOfObject: {
    peers: ENGINE,
    reason: 'a path that is the empty object is an error, compiled only where flagd interprets',
    example: { rule: { if: [{ var: {} }] } },
  },
  falsyParent: {
    peers: ['interpreted'],
    reason: 'the path a.b leads to a where a is 0, false or empty',
    example: { rule: { var: 'a.b' }, data: { a: 0 } },
  },
  pathNoText: {
    peers: ['interpreted'],
    reason: 'the path 0 or false is the whole, true is an error, and 1.5 is one name',
    example: { rule: { map: [{ var: 'a' }, { var: 0 }] }, data: { a: [[5]] } },
  },
  pathComputedList: {
    peers: ENGINE,
    reason: 'a computed path that is a list is taken for path and default',
    example: { rule: { var: { var: 'key' } }, data: { key: ['a', 1], a: 5 } },
  },
  pathSpelling: {
    peers: ['json-logic-js'],
    reason: 'a path is cut at every dot: no escapes, `.` is two empty names',
    example: { rule: { var: 'a\\.b' }, data: { 'a.b': 1 } },
  },
  pathUp: {
    peers: ENGINE,
    reason: '../ leads out of the item of a loop',
    example: { rule: { map: [{ var: 'a' }, { var: '../../b' }] }, data: { a: [1], b: 2 } },
  },
  inherited: {
    peers: ALL,
    reason: 'what a value inherits (constructor) is seen inside a loop too',
    example: {
      rule: { map: [{ var: 'a' }, { var: 'constructor.name' }] },
      data: { a: [{ b: 1 }] },
    },
  },
  halfCharacter: {
    peers: ALL,
    reason: 'an index into a text gives half of a character beyond U+FFFF',
    example: { rule: { map: [{ var: 'a' }, { var: '0' }] }, data: { a: ['😀'] } },
  },
  missingEmpty: {
    peers: ['json-logic-js'],
    reason: 'for `missing`, null and the empty text are missing too',
    example: { rule: { missing: ['a'] }, data: { a: null } },
  },
  missingNoName: {
    peers: ['compiled'],
    reason: '{missing: ""} looks for an attribute without a name, and not for the whole',
    example: { rule: { missing: '' } },
  },
  missingNames: {
    peers: ['json-logic-js'],
    reason: 'a name for `missing` that is a list or an object is applied as the operand of `var`',
    example: { rule: { missing: [{ var: 'a' }, ['b', 'c']] }, data: { a: 'b', b: 1 } },
  },
  missingList: {
    peers: ENGINE,
    reason: '{missing: [list]} looks for the text of the list, not for its items',
    example: { rule: { missing: [{ var: 'a' }] }, data: { a: ['b', 'c'] } },
  },
  missingListAndMore: {
    peers: ['json-logic-js'],
    reason: '{missing: [list, more]} looks for the items of the list, and for nothing more',
    example: { rule: { missing: [['a'], 'b'] } },
  },
  missingSomeOfOthers: {
    peers: ALL,
    reason: '`missing_some` of what is no list gives something, or fails, by its length',
    example: { rule: { missing_some: [1, { var: 'a' }] }, data: { a: 'bc' } },
  },
  missingSomeNeed: {
    peers: ALL,
    reason:
      'a list as the number of `missing_some` counts by its text; compiled, what is no number is always enough',
    example: { rule: { missing_some: [[1], ['a', 'b']] }, data: { a: 1 } },
  },
  missingSomeNeedComputed: {
    peers: ['compiled'],
    reason: 'a computed number of `missing_some` takes the place of the result',
    example: { rule: { missing_some: [{ var: 'a' }, ['b']] }, data: { a: 1 } },
  },
  missingSomeNamesComputed: {
    peers: ['compiled'],
    reason: 'rules in the list of names are not computed',
    example: { rule: { missing_some: [1, [{ var: 'a' }]] }, data: { a: 'a' } },
  },
  // Truth
  emptyObject: {
    peers: ['json-logic-js'],
    reason: 'an empty object is true',
    example: { rule: { '!': [{ var: 'a' }] }, data: { a: {} } },
  },
  negatedList: {
    peers: ['interpreted'],
    reason: '`!` and `!!` of a list look at its first item',
    example: { rule: { '!': [{ var: 'a' }] }, data: { a: [0] } },
  },
  // Comparisons
  looseComparison: {
    peers: ['json-logic-js'],
    reason:
      "JavaScript's == and < : null equals no zero, what has no number compares as false, lists by their text",
    example: { rule: { '==': [{ var: 'a' }, 0] }, data: { a: null } },
  },
  operandsLeftOut: {
    peers: ['json-logic-js'],
    reason: 'operands beyond the second (of < and <= the third) are left out',
    example: { rule: { '>': [3, 2, { var: 'a' }] }, data: { a: 5 } },
  },
  rightComputed: {
    peers: ['compiled'],
    reason: 'a computed right side takes the place of the left one when the operands are checked',
    example: { rule: { '==': [5, { var: 'a' }] }, data: { a: 'x' } },
  },
  betweenNull: {
    peers: ['compiled'],
    reason: 'a null or false in the middle of a < b < c is replaced before it is compared with c',
    example: { rule: { '<=': [{ var: 'a' }, null, 'x'] }, data: { a: 0 } },
  },
  fourOperands: {
    peers: ['interpreted'],
    reason: 'of four operands, texts must be numbers too',
    example: { rule: { '<': ['a', 'b', 'c', { var: 'a' }] }, data: { a: 'd' } },
  },
  identity: {
    peers: ALL,
    reason: 'a list equals itself on every way that leads to it; here, on the same path only',
    example: {
      rule: { '===': [{ var: 'a.b' }, { var: { cat: ['a', '.b'] } }] },
      data: { a: { b: [] } },
    },
  },
  // Lists and texts
  inNothing: {
    peers: ['json-logic-js'],
    reason: '`in` a number, true or an object is false, and not an error; NaN is not found',
    example: { rule: { in: [1, { var: 'a' }] }, data: { a: 12 } },
  },
  catNull: {
    peers: ['compiled'],
    reason: '`cat` writes null',
    example: { rule: { cat: ['a', { var: 'b' }] } },
  },
  catOne: {
    peers: ['interpreted'],
    reason: '`cat` of one operand: null is an error, and a list gives its items without commas',
    example: { rule: { cat: [{ var: 'a' }] }, data: { a: [1, 2] } },
  },
  catBare: {
    peers: ENGINE,
    reason: '`cat` of null that is not in an array is an error',
    example: { rule: { cat: { var: 'a' } } },
  },
  bareOperand: {
    peers: ['json-logic-js'],
    reason: 'an operand that is not in an array is one operand, also if it turns out to be a list',
    example: { rule: { cat: { var: 'a' } }, data: { a: [1, 2] } },
  },
  substrOfOthers: {
    peers: ['json-logic-js'],
    reason: '`substr` takes the text of what is no text',
    example: { rule: { substr: [{ var: 'a' }, 1] }, data: { a: 123 } },
  },
  substrPosition: {
    peers: ALL,
    reason:
      'a negative length that is text is appended to the length; a list is a position by its text',
    example: { rule: { substr: ['abc', 0, { var: 'a' }] }, data: { a: '-1' } },
  },
  cutCharacter: {
    peers: ALL,
    reason: '`substr` cuts a character beyond U+FFFF in half',
    example: { rule: { substr: [{ var: 'a' }, 1] }, data: { a: '😀' } },
  },
  noParentheses: {
    peers: ['compiled'],
    reason:
      'and, or, all, missing and missing_some are compiled to code that falls apart inside other code',
    example: { rule: { cat: ['a', { or: [{ var: 'b' }, 'c'] }] } },
  },
  // Numbers
  parseFloat: {
    peers: ['json-logic-js'],
    reason:
      '+ and * read numbers with parseFloat: "12px" is one, "", null and true are none, "0x10" is 0',
    example: { rule: { '+': [{ var: 'a' }, 1] }, data: { a: '0x10' } },
  },
  notANumber: {
    peers: ['json-logic-js'],
    reason: 'it goes on with NaN where no number comes out',
    example: { rule: { '!': [{ '-': [{ var: 'a' }, 1] }] }, data: { a: 'x' } },
  },
  notANumberBare: {
    peers: ENGINE,
    reason: 'an operand that is not in an array, and a list: they go on with NaN',
    example: { rule: { '!': [{ '-': { var: 'a' } }] }, data: { a: ['x'] } },
  },
  coercedList: {
    peers: ['json-logic-js'],
    reason: 'a list of one number is that number',
    example: { rule: { '-': [{ var: 'a' }, 1] }, data: { a: [3] } },
  },
  divisionByZero: {
    peers: ['json-logic-js'],
    reason: 'a division by zero is infinite',
    example: { rule: { '/': [1, { var: 'a' }] }, data: { a: 0 } },
  },
  divisionByZeroText: {
    peers: ENGINE,
    reason:
      'a division by "0" is infinite: interpreted if negative, compiled for an operand that is not in an array',
    example: { rule: { '/': { var: 'a' } }, data: { a: [-1, '0'] } },
  },
  quotientInfinite: {
    peers: ['interpreted'],
    reason: 'a quotient that is too large is an error, and a product is not',
    example: { rule: { '/': [{ var: 'a' }, 0.1] }, data: { a: Number.MAX_VALUE } },
  },
  sumOfList: {
    peers: ['interpreted'],
    reason: '{+: [list]} is the sum of its items',
    example: { rule: { '+': [{ var: 'a' }] }, data: { a: [1, 2] } },
  },
  bareNoList: {
    peers: ['compiled'],
    reason: 'an operand of * / % that is not in an array must be a list',
    example: { rule: { '*': { var: 'a' } }, data: { a: 2 } },
  },
  extremeOfOthers: {
    peers: ['json-logic-js'],
    reason: '`min` and `max` take what is no number, and of nothing are infinite',
    example: { rule: { max: [{ var: 'a' }, 1] }, data: { a: '2' } },
  },
  productOfNothing: {
    peers: ['json-logic-js'],
    reason: '* of nothing is an error',
    example: { rule: { '*': [] } },
  },
  // Loops
  loopOverOthers: {
    peers: ['interpreted', 'json-logic-js'],
    reason:
      'what is no list has no items; interpreted, a text has its characters for some, none and all',
    example: { rule: { some: [{ var: 'a' }, true] }, data: { a: 'b' } },
  },
  allOfNothing: {
    peers: ['compiled'],
    reason: '`all` of null is true, and of the empty list false',
    example: { rule: { all: [{ var: 'a' }, true] } },
  },
  filterByConstant: {
    peers: ['interpreted'],
    reason: '`filter` by a constant is its operand, whatever that is, or the empty list',
    example: { rule: { filter: [{ var: 'a' }, true] } },
  },
  reduceFirst: {
    peers: ['json-logic-js'],
    reason: 'a `reduce` without an initial value starts with null',
    example: { rule: { reduce: [{ var: 'a' }, { var: 'accumulator' }] }, data: { a: [1, 2] } },
  },
  reduceDepth: {
    peers: ENGINE,
    reason: 'the result of a `reduce` may not hold lists or objects',
    example: { rule: { reduce: [{ var: 'a' }, [[{ var: 'current' }]], 0] }, data: { a: [1] } },
  },
  reduceSum: {
    peers: ['interpreted'],
    reason:
      'a `reduce` that adds or multiplies is a sum or product of the list, then of it and the initial value',
    example: {
      rule: { reduce: [{ var: 'a' }, { '+': [{ var: 'current' }, { var: 'accumulator' }] }] },
    },
  },
  reduceConstant: {
    peers: ENGINE,
    reason:
      'a `reduce` of constant items is computed without the context, also if its initial value reads it',
    example: { rule: { reduce: [[1], { var: 'accumulator' }, { var: 'a' }] }, data: { a: 5 } },
  },
  // Whole rules
  constantFails: {
    peers: ENGINE,
    reason: 'a part of the rule that can never be computed fails when the rule is loaded',
    example: { rule: { if: [{ var: 'a' }, { '<': ['a', 5] }, 1] } },
  },
  operandFails: {
    peers: ['compiled'],
    reason:
      'an operand of arithmetic, written out, that is no number fails when the rule is loaded',
    example: { rule: { if: [{ var: 'a' }, { '+': [{ var: 'a' }, 'x'] }, 1] } },
  },
  logUnknown: {
    peers: ENGINE,
    reason: 'flagd has no `log`',
    example: { rule: { log: [{ var: 'a' }] }, data: { a: 'on' } },
  },
  logOfNothing: {
    peers: ['json-logic-js'],
    reason:
      '`log` of nothing gives undefined, which no list holds and which equals null only loosely',
    example: { rule: { '===': [{ log: [] }, null] } },
  },
  // flagd's own operators
  flagdInLoop: {
    peers: ENGINE,
    reason: "flagd's own operators fail inside a loop",
    example: {
      rule: { some: [{ var: 'a' }, { starts_with: [{ var: '' }, 'b'] }] },
      data: { a: ['b'] },
      flagd: true,
    },
  },
  flagdBare: {
    peers: ENGINE,
    reason: "an operand of flagd's operators that is not in an array may be the list of them",
    example: { rule: { starts_with: { var: 'a' } }, data: { a: ['bc', 'b'] }, flagd: true },
  },
  flagdUnneeded: {
    peers: ENGINE,
    reason:
      "operands of flagd's operators that make no sense are computed all the same, and may fail",
    example: { rule: { starts_with: [{ '+': [{ var: 'a' }] }] }, data: { a: 'x' }, flagd: true },
  },
  versionList: {
    peers: ENGINE,
    reason: 'a list is a version by its text',
    example: {
      rule: { sem_ver: [{ var: 'a' }, '=', '1.0.0'] },
      data: { a: ['1.0.0'] },
      flagd: true,
    },
  },
  versionLong: {
    peers: ENGINE,
    reason: '0.12345678901234567, with a part of more than 16 digits, is read as version 0.0.0',
    example: {
      rule: { sem_ver: [{ var: 'a' }, '=', '0.0.0'] },
      data: { a: '0.12345678901234567' },
      flagd: true,
    },
  },
  targetingKeyNoText: {
    peers: ENGINE,
    reason: 'a targetingKey that is no string is taken for its text',
    example: { rule: { fractional: [['on', 1]] }, data: { targetingKey: 5 }, flagd: true },
  },
  unitList: {
    peers: ENGINE,
    reason: 'a unit that is a list is taken for a bucket',
    example: {
      rule: { fractional: [{ var: 'a' }, ['on', 1]] },
      data: { a: ['red'], targetingKey: 'x' },
      flagd: true,
    },
  },
  unitNotAscii: {
    peers: ENGINE,
    reason: "a unit beyond ASCII is hashed as UTF-16; flagd's other implementations hash UTF-8",
    example: {
      rule: { fractional: [{ var: 'a' }, ['on', 1], ['red', 1]] },
      data: { a: 'ä' },
      flagd: true,
    },
  },
} satisfies Record<string, Difference>

export type DifferenceName = keyof typeof CATALOGUE
export const DIFFERENCES: Readonly<Record<DifferenceName, Difference>> = CATALOGUE
export const DIFFERENCE_NAMES = Object.keys(CATALOGUE) as DifferenceName[]
