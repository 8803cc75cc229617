// What is known of the value of one attribute. Everything is a superset: a region never leaves out a value that the
// attribute can have.
import type { AttributeTest } from './attribute-test.ts'
import { LIST_MAX, matchesOf, outcomeFor } from './attribute-test.ts'
import type { Scalar } from './scalar.ts'
import { FALSE, FALSY, TRUE } from './scalar.ts'

export interface Region {
  /** It is one of these. */
  readonly only?: readonly Scalar[]
  /** It is none of these. */
  readonly not: readonly Scalar[]
  /** Its number lies here. Present once it was compared with a number: what has none has ended with an error. */
  readonly range?: Range
}

interface Range {
  readonly low: number
  readonly high: number
  readonly isLowOpen: boolean
  readonly isHighOpen: boolean
  /** And is none of these. */
  readonly not: readonly number[]
}

/** What holds where a test holds (`yes`), and where it does not; undefined: that cannot be. */
export interface Split<Knowledge> {
  readonly yes: Knowledge | undefined
  readonly no: Knowledge | undefined
}

export const EVERYWHERE: Region = { not: [] }
const LINE: Range = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  isLowOpen: false,
  isHighOpen: false,
  not: [],
}

/** Where the test of the attribute holds, and where it does not. */
export function splitRegion(region: Region, test: AttributeTest): Split<Region> {
  const { yes, no } = region.only === undefined ? narrow(region, test) : sort(region.only, test)
  return test.isNegated ? { yes: no, no: yes } : { yes, no }
}

/** Of few values each is tried. */
function sort(values: readonly Scalar[], test: AttributeTest): Split<Region> {
  const yes = values.filter(value => (outcomeFor(test, value) & TRUE) !== 0)
  const no = values.filter(value => (outcomeFor(test, value) & FALSE) !== 0)
  return { yes: among(yes), no: among(no) }
}

function among(only: readonly Scalar[]): Region | undefined {
  return only.length === 0 ? undefined : { only, not: [] }
}

function narrow(region: Region, test: AttributeTest): Split<Region> {
  const matches = matchesOf(test)
  if (matches !== undefined) {
    return {
      yes: among(matches.filter(value => admits(region, value))),
      no: without(region, matches),
    }
  }
  const { operator, constant } = test
  if (operator === 'var') return { yes: without(region, FALSY), no: region }
  if (typeof constant !== 'number' && typeof constant !== 'boolean')
    return { yes: region, no: region }
  const number = Number(constant)
  switch (operator) {
    case '==':
      return { yes: inRange(region, number, '=='), no: inRange(region, number, '!=') }
    case '<':
      return { yes: inRange(region, number, '<'), no: inRange(region, number, '>=') }
    case '<=':
      return { yes: inRange(region, number, '<='), no: inRange(region, number, '>') }
    case '>':
      return { yes: inRange(region, number, '>'), no: inRange(region, number, '<=') }
    case '>=':
      return { yes: inRange(region, number, '>='), no: inRange(region, number, '<') }
  }
  return { yes: region, no: region }
}

function admits({ not, range }: Region, value: Scalar): boolean {
  if (not.includes(value)) return false
  return range === undefined || contains(range, Number(value))
}

/** False for NaN. */
function contains(range: Range, number: number): boolean {
  const aboveLow = range.isLowOpen ? number > range.low : number >= range.low
  const belowHigh = range.isHighOpen ? number < range.high : number <= range.high
  return aboveLow && belowHigh && !range.not.includes(number)
}

function without(region: Region, values: readonly Scalar[]): Region {
  if (region.not.length + values.length > LIST_MAX) return region
  return { ...region, not: [...region.not, ...values] }
}

function inRange(region: Region, number: number, relation: string): Region | undefined {
  const range = narrowed(region.range ?? LINE, number, relation)
  if (range.low > range.high) return undefined
  if (range.low === range.high && !contains(range, range.low)) return undefined
  return { ...region, range }
}

function narrowed(range: Range, number: number, relation: string): Range {
  switch (relation) {
    case '==':
      return contains(range, number)
        ? { low: number, high: number, isLowOpen: false, isHighOpen: false, not: [] }
        : { ...LINE, low: 1, high: 0 }
    case '!=':
      return range.not.length < LIST_MAX ? { ...range, not: [...range.not, number] } : range
    case '<':
      return number <= range.high ? { ...range, high: number, isHighOpen: true } : range
    case '<=':
      return number < range.high ? { ...range, high: number, isHighOpen: false } : range
    case '>':
      return number >= range.low ? { ...range, low: number, isLowOpen: true } : range
    default:
      return number > range.low ? { ...range, low: number, isLowOpen: false } : range
  }
}
