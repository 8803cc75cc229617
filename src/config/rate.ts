// `<count>/<period>`: how a limit says its rate. A period has a fixed length; months and years
// have none, and are the business of quotas.
import { quote } from './words.ts'

/** So many per so many nanoseconds. `count` 1 to 1e12, `periodNs` up to 36,500 days. */
export interface Rate {
  count: number
  periodNs: bigint
}

/** Why a text is not a rate. */
export interface RateFailure {
  message: string
  expected: string
  found: string
}

/** The greatest burst: the room that a limit's state has for one. */
export const burstMax = 2_147_483_647

const countMax = 1_000_000_000_000
const periodNsMax = 36_500n * 86_400_000_000_000n

const unitNs = new Map<string, bigint>([
  ['ms', 1_000_000n],
  ...named(['s', 'sec', 'second'], 1_000_000_000n),
  ...named(['m', 'min', 'minute'], 60_000_000_000n),
  ...named(['h', 'hour'], 3_600_000_000_000n),
  ...named(['d', 'day'], 86_400_000_000_000n),
  ...named(['w', 'week'], 604_800_000_000_000n),
])

const rateForm = '<count>/<period> such as 100/s, 7/min or 10/90ms'
const countForm = 'a whole number from 1 to 1000000000000'
const unitForm = 'ms, s, m, h, d or w, with a whole number before it if need be'

/**
 * Reads a rate. The count is a whole number in digits; the period is a unit (ms, s, sec, second,
 * m, min, minute, h, hour, d, day, w, week), with a whole number of 1 or more directly before it
 * if need be. No spaces, signs, exponents or leading zeros. Never throws.
 *
 * @example parseRate('10/90ms') // { count: 10, periodNs: 90_000_000n }
 */
export function parseRate(text: string): Rate | RateFailure {
  const slash = text.indexOf('/')
  if (slash === -1 || slash !== text.lastIndexOf('/')) {
    return failure('a rate is a count, a slash and a period', rateForm, text)
  }
  const countText = text.slice(0, slash)
  const periodText = text.slice(slash + 1)
  const count = Number(countText)
  if (!/^[1-9][0-9]{0,12}$/.test(countText) || count > countMax) {
    return failure(countMessage(countText), countForm, countText)
  }
  const [, multiplier = '', unit = ''] = /^([^a-zA-Z]*)(.*)$/s.exec(periodText) ?? []
  if (multiplier !== '' && !/^[1-9][0-9]{0,11}$/.test(multiplier)) {
    return failure(
      'the period must start with a whole number of 1 or more, or a unit',
      unitForm,
      periodText,
    )
  }
  const nanoseconds = unitNs.get(unit)
  if (nanoseconds === undefined) return failure(unitMessage(unit), unitForm, periodText)
  const periodNs = BigInt(multiplier === '' ? 1 : multiplier) * nanoseconds
  if (periodNs > periodNsMax) return failure('the period is too long', 'at most 36500d', periodText)
  return { count, periodNs }
}

/**
 * Reads a duration: a unit of `parseRate` with a whole number directly before it, such as 30s or 5m. In ms; undefined
 * where the text is none, or longer than 36,500 days.
 */
export function parseDuration(text: string): number | undefined {
  const [, count = '', unit = ''] = /^([1-9][0-9]{0,11})([a-z]+)$/.exec(text) ?? []
  const nanoseconds = unitNs.get(unit)
  if (nanoseconds === undefined) return undefined
  const duration = BigInt(count) * nanoseconds
  return duration <= periodNsMax ? Number(duration / 1_000_000n) : undefined
}

/** True when `parseRate` accepted the text. */
export function isRate(result: Rate | RateFailure): result is Rate {
  return 'count' in result
}

/**
 * The burst of a limit: as given, or else the count of its rate. Undefined when none is given and
 * the count is above `burstMax`; the loader reports such a limit.
 */
export function burstOf(burst: number | undefined, rate: Rate): number | undefined {
  return burst ?? (rate.count <= burstMax ? rate.count : undefined)
}

function failure(message: string, expected: string, found: string): RateFailure {
  return { message, expected, found: found === '' ? 'nothing' : quote(found) }
}

function countMessage(text: string): string {
  if (/^0+$/.test(text)) return 'a rate of zero admits nothing'
  if (/^-/.test(text)) return 'the count of a rate must not be negative'
  if (/^[0-9]+\.[0-9]*$/.test(text)) {
    return 'the count of a rate must be whole: lengthen the period instead'
  }
  return 'the count of a rate must be a whole number in digits'
}

function unitMessage(unit: string): string {
  if (/^(mo|mon|months?|y|yr|years?|quarters?)$/i.test(unit)) {
    return 'months and years have no fixed length: use `algorithm: quota` with a `period`'
  }
  return unit === '' ? 'the period lacks its unit' : 'the unit of the period is not known'
}

function named(names: readonly string[], nanoseconds: bigint): [string, bigint][] {
  return names.map(name => [name, nanoseconds])
}
