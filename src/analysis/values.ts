// The values that a rule can give, seen without a context: some are listed, of some only the kind is known. It is
// always a superset of what can happen. A rule that cannot give any value ends every evaluation with an error.
import type { Scalar } from './scalar.ts'
import { compareScalars, ERROR, FALSE, TRUE, UNKNOWN } from './scalar.ts'

// Kinds of values that are not listed, as bits of a set. Null and the booleans are always listed.
export const NUMBER = 1
export const STRING = 2
export const EMPTY_ARRAY = 4
export const FULL_ARRAY = 8
export const EMPTY_OBJECT = 16
export const FULL_OBJECT = 32
export const ARRAY = EMPTY_ARRAY | FULL_ARRAY
export const OBJECT = EMPTY_OBJECT | FULL_OBJECT

const FALSY_KINDS = EMPTY_ARRAY | EMPTY_OBJECT
const TRUTHY_KINDS = FULL_ARRAY | FULL_OBJECT
/** Of numbers and strings there are truthy and falsy ones. */
const MIXED_KINDS = NUMBER | STRING

export interface Values {
  /** Values of these kinds, any of them. */
  readonly kinds: number
  /** And these values. */
  readonly listed: readonly Scalar[]
}

/** More values than these are not listed: of them only the kind is remembered. */
const LISTED_MAX = 256
/** More pairs than these are not compared one by one. */
const PAIRS_MAX = 64

export const NEVER: Values = { kinds: 0, listed: [] }
export const ANYTHING: Values = { kinds: MIXED_KINDS | ARRAY | OBJECT, listed: [null, true, false] }
export const NULL_ONLY: Values = { kinds: 0, listed: [null] }
export const BOOLEANS: Values = { kinds: 0, listed: [true, false] }
const TRUE_ONLY: Values = { kinds: 0, listed: [true] }
const FALSE_ONLY: Values = { kinds: 0, listed: [false] }

export function constant(value: Scalar): Values {
  return { kinds: 0, listed: [value] }
}

export function ofKinds(kinds: number): Values {
  return { kinds, listed: [] }
}

/** The booleans that a test with such outcomes gives. */
export function booleans(outcomes: number): Values {
  if ((outcomes & TRUE) === 0) return (outcomes & FALSE) === 0 ? NEVER : FALSE_ONLY
  return (outcomes & FALSE) === 0 ? TRUE_ONLY : BOOLEANS
}

export function isNever(values: Values): boolean {
  return values.kinds === 0 && values.listed.length === 0
}

export function canBeTrue({ kinds, listed }: Values): boolean {
  return (kinds & (MIXED_KINDS | TRUTHY_KINDS)) !== 0 || listed.some(Boolean)
}

export function canBeFalse({ kinds, listed }: Values): boolean {
  return (kinds & (MIXED_KINDS | FALSY_KINDS)) !== 0 || !listed.every(Boolean)
}

/** Those of the values that are truthy. */
export function truthy({ kinds, listed }: Values): Values {
  return { kinds: kinds & (MIXED_KINDS | TRUTHY_KINDS), listed: listed.filter(Boolean) }
}

/** Those of the values that are falsy. */
export function falsy({ kinds, listed }: Values): Values {
  const added: Scalar[] = listed.filter(value => !value)
  if ((kinds & NUMBER) !== 0) add(added, [0, Number.NaN])
  if ((kinds & STRING) !== 0) add(added, [''])
  return { kinds: kinds & FALSY_KINDS, listed: added }
}

function add(list: Scalar[], values: readonly Scalar[]): void {
  for (const value of values) if (!list.includes(value)) list.push(value)
}

/** What is in one or the other. */
export function join(left: Values, right: Values): Values {
  if (left === right || isNever(right)) return left
  if (isNever(left)) return right
  const listed = [...left.listed]
  add(listed, right.listed)
  return listed.length > LISTED_MAX
    ? summary(left.kinds | right.kinds, listed)
    : {
        kinds: left.kinds | right.kinds,
        listed,
      }
}

function summary(kinds: number, listed: readonly Scalar[]): Values {
  for (const value of listed) kinds |= kindOf(value)
  return { kinds, listed: listed.filter(value => kindOf(value) === 0) }
}

/** NUMBER, STRING, or 0 for null and the booleans. */
function kindOf(value: Scalar): number {
  if (typeof value === 'number') return NUMBER
  return typeof value === 'string' ? STRING : 0
}

export function canBeString({ kinds, listed }: Values): boolean {
  return (kinds & STRING) !== 0 || listed.some(value => typeof value === 'string')
}

/** Whether one of the values has a number: text may. */
export function canHaveNumber({ kinds, listed }: Values): boolean {
  return (kinds & MIXED_KINDS) !== 0 || listed.some(value => !Number.isNaN(Number(value)))
}

/** What `left relation right` can come to, as bits. */
export function compareValues(relation: string, left: Values, right: Values): number {
  if (left === ANYTHING && right === ANYTHING) return UNKNOWN
  if (left.listed.length * right.listed.length > PAIRS_MAX) return UNKNOWN
  let outcomes = 0
  for (const value of left.listed) {
    for (const other of right.listed) outcomes |= compareScalars(relation, value, other)
    outcomes |= compareWithKinds(relation, value, right.kinds)
  }
  for (const other of right.listed)
    outcomes |= compareWithKinds(mirrored(relation), other, left.kinds)
  return outcomes | compareKinds(relation, left.kinds, right.kinds)
}

/** The relation that holds with its sides exchanged. */
export function mirrored(relation: string): string {
  if (relation[0] === '<') return `>${relation.slice(1)}`
  return relation[0] === '>' ? `<${relation.slice(1)}` : relation
}

function isStrict(relation: string): boolean {
  return relation.length === 3
}

function compareWithKinds(relation: string, value: Scalar, kinds: number): number {
  if (kinds === 0) return 0
  if (isStrict(relation)) {
    const equal = relation === '==='
    const differs = equal ? FALSE : TRUE
    const same = kindOf(value) & kinds
    return same === 0 ? differs : TRUE | FALSE
  }
  let outcomes = (kinds & (ARRAY | OBJECT)) === 0 ? 0 : ERROR
  if ((kinds & NUMBER) !== 0) {
    // An attribute may be NaN.
    outcomes |= Number.isNaN(Number(value)) ? ERROR : UNKNOWN
  }
  if ((kinds & STRING) !== 0) {
    if (typeof value === 'string') outcomes |= TRUE | FALSE
    else if (value !== null) outcomes |= UNKNOWN
    else if (relation === '==') outcomes |= FALSE
    else outcomes |= relation === '!=' ? TRUE : TRUE | FALSE
  }
  return outcomes
}

function compareKinds(relation: string, left: number, right: number): number {
  if (left === 0 || right === 0) return 0
  if (isStrict(relation)) {
    const differs = relation === '===' ? FALSE : TRUE
    return (left & right) === 0 ? differs : TRUE | FALSE
  }
  const comparable = (left & MIXED_KINDS) !== 0 && (right & MIXED_KINDS) !== 0
  return comparable ? UNKNOWN : ERROR
}
