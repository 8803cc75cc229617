// In which period does an instant lie? Quotas count per calendar period in a time zone, or per
// anniversary of an anchor: 31 January, 28 February, 31 March. Both are one thing here, a first
// date and a unit, with period n starting at first + n units. Counting from the first date, never
// from the period before, is what keeps the 31st from becoming the 28th for good.
//
// Time zones and dates are Temporal's: https://tc39.es/proposal-temporal/docs/
import { Temporal } from 'temporal-polyfill'
import { quote } from '../config/words.ts'

export type CalendarUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/**
 * The periods of a quota. `timeZone` is an IANA name such as Europe/Berlin, or UTC. `anchor` is
 * local to the zone: a date such as 2026-01-31, for the start of that day, or a date and time in
 * whole minutes such as 2026-01-31T09:30, of the years 0000 to 9999.
 *
 * Without an anchor, periods are those of the calendar on the wall, with weeks from Monday. An hour
 * ends when the clock shows a full hour, or is put forward or back. With an anchor, minutes and
 * hours are exact time from its instant; longer units keep its local date and time, where a date
 * that a month lacks becomes the month's last, a time that the clock skips comes later by as much
 * as it skips, and a time that the clock shows twice is the first.
 */
export interface CalendarDefinition {
  unit: CalendarUnit
  timeZone: string
  anchor?: string
}

/** Unix milliseconds, start inclusive, end exclusive, both whole minutes. Never empty. */
export interface Period {
  startMs: number
  endMs: number
}

/** Why a definition is not valid. */
export interface CalendarProblem {
  field: 'timeZone' | 'anchor'
  message: string
  expected: string
  found: string
}

type BoundsAt = (ms: number) => Period

const minuteMs = 60_000
const hourMs = 3_600_000
/** 1,200 years less than Temporal and Date can express, so that every period has its bounds. */
const wallMsMax = 8.6e15

const YEAR_0_MS = Date.parse('0000-01-01')
const DATE_LENGTH = '2026-01-31'.length
const DATE_TIME_LENGTH = '2026-01-31T09:30'.length

const zoneForm = 'an IANA name such as Europe/Berlin, or UTC'
const anchorForm = 'a date such as 2026-01-31, or with a time such as 2026-01-31T09:30'
const plurals = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const

/** The periods of one definition: consecutive, without gaps and overlaps. */
export class Calendar {
  readonly #boundsAt: BoundsAt

  /** @throws RangeError when `calendarProblem` has something to say. */
  constructor(definition: CalendarDefinition) {
    const problem = calendarProblem(definition)
    if (problem !== undefined) {
      throw new RangeError(`${problem.message}: expected ${problem.expected}, got ${problem.found}`)
    }
    this.#boundsAt = boundsOf(definition)
  }

  /**
   * The period in which an instant lies, in Unix ms.
   *
   * @throws RangeError when `wallMs` is not finite, or more than 8.6e15 (272,000 years) from 1970
   */
  periodAt(wallMs: number): Period {
    if (!(Math.abs(wallMs) <= wallMsMax)) {
      throw new RangeError(
        `a wall-clock time must be within ${wallMsMax} ms of 1970, got ${wallMs}`,
      )
    }
    // Before 1972 some zones were off by seconds, and their midnights are not whole minutes. Such a
    // bound counts as its minute's start; so the last ms of the instant's minute tells its period.
    const { startMs, endMs } = this.#boundsAt(minuteOf(wallMs) + minuteMs - 1)
    return { startMs: minuteOf(startMs), endMs: minuteOf(endMs) }
  }
}

/** Why a definition is not valid, or undefined. Never throws. */
export function calendarProblem(definition: {
  unit: CalendarUnit
  timeZone: string
  anchor?: string | undefined
}): CalendarProblem | undefined {
  const { timeZone, anchor } = definition
  if (!isTimeZone(timeZone)) {
    const message = /^(Z|[+-][0-9:]+)$/.test(timeZone)
      ? 'a time zone has a name, as an offset does not tell when clocks change'
      : 'the time zone is not known'
    return { field: 'timeZone', message, expected: zoneForm, found: found(timeZone) }
  }
  if (anchor === undefined) return undefined
  const message = anchorMessage(anchor)
  if (message === undefined) return undefined
  return { field: 'anchor', message, expected: anchorForm, found: found(anchor) }
}

/** An anchor as a whole number below 2^34, or none as 0. It must be valid. */
export function anchorNumber(anchor: string | undefined): number {
  if (anchor === undefined) return 0
  const isDate = anchor.length === DATE_LENGTH
  const minute = (Date.parse(isDate ? anchor : `${anchor}Z`) - YEAR_0_MS) / minuteMs
  // A date is the start of its day, which is not always midnight.
  return 2 * minute + (isDate ? 1 : 2)
}

/** What `anchorNumber` made a number of. */
export function anchorOf(number: number): string | undefined {
  if (number === 0) return undefined
  const minute = Math.floor((number - 1) / 2)
  const text = new Date(YEAR_0_MS + minute * minuteMs).toISOString()
  return text.slice(0, number % 2 === 1 ? DATE_LENGTH : DATE_TIME_LENGTH)
}

function boundsOf({ unit, timeZone, anchor }: CalendarDefinition): BoundsAt {
  if (unit !== 'minute' && unit !== 'hour') {
    // 1970 began on a Thursday, and weeks begin on Monday.
    const first = anchor ?? (unit === 'week' ? '1970-01-05' : '1970-01-01')
    return ms => localPeriod(unit, timeZone, first, ms)
  }
  if (anchor !== undefined) {
    const originMs = startOf(timeZone, anchor, { days: 0 })
    return ms => exactPeriod(originMs, unit === 'minute' ? minuteMs : hourMs, ms)
  }
  // Clocks everywhere agree on minutes, though not on hours: India is half an hour off.
  return unit === 'minute' ? ms => exactPeriod(0, minuteMs, ms) : ms => hourAt(timeZone, ms)
}

function exactPeriod(originMs: number, lengthMs: number, ms: number): Period {
  const startMs = originMs + Math.floor((ms - originMs) / lengthMs) * lengthMs
  return { startMs, endMs: startMs + lengthMs }
}

/** From full hour to full hour on the local clock, cut short where the clock is changed. */
function hourAt(timeZone: string, ms: number): Period {
  const here = zonedAt(timeZone, ms)
  const startMs = ms - (here.minute * 60 + here.second) * 1000 - here.millisecond
  const endMs = startMs + hourMs
  const isChanged = (otherMs: number) =>
    zonedAt(timeZone, otherMs).offsetNanoseconds !== here.offsetNanoseconds
  return {
    startMs: isChanged(startMs)
      ? here.getTimeZoneTransition('previous')!.epochMilliseconds
      : startMs,
    endMs: isChanged(endMs) ? here.getTimeZoneTransition('next')!.epochMilliseconds : endMs,
  }
}

/**
 * The last period to start at or before an instant. Starts never decrease, since no zone has ever
 * skipped more than the 24 hours between two of them. They may coincide: Samoa's 30 December 2011
 * is an empty period, and none is found there.
 */
function localPeriod(
  unit: keyof typeof plurals,
  timeZone: string,
  first: string,
  ms: number,
): Period {
  const units = plurals[unit]
  const startAt = (index: number) => startOf(timeZone, first, { [units]: index })
  const local = zonedAt(timeZone, ms).toPlainDateTime()
  // Off by at most 2: counts round towards the first date, dates are clamped, clocks are changed.
  let index = Temporal.PlainDateTime.from(first).until(local, { largestUnit: unit })[units]
  while (startAt(index) > ms) index -= 1
  while (startAt(index + 1) <= ms) index += 1
  return { startMs: startAt(index), endMs: startAt(index + 1) }
}

/** The instant that is so much later than a local date, or date and time, in Unix ms. */
function startOf(timeZone: string, first: string, later: Temporal.DurationLike): number {
  // A day need not start at 00:00: in Toronto, 31 March 1919 came at 23:30, as 00:30.
  const zoned = first.includes('T')
    ? Temporal.PlainDateTime.from(first)
        .add(later)
        .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    : Temporal.PlainDate.from(first).add(later).toZonedDateTime(timeZone)
  return zoned.epochMilliseconds
}

function zonedAt(timeZone: string, ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
}

function minuteOf(ms: number): number {
  return Math.floor(ms / minuteMs) * minuteMs
}

function isTimeZone(text: string): boolean {
  // Temporal also takes offsets, and dates that end with a zone.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return false
  try {
    zonedAt(text, 0)
    return true
  } catch {
    return false
  }
}

function anchorMessage(text: string): string | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$/.test(text)) return formMessage(text)
  try {
    Temporal.PlainDateTime.from(text)
    return undefined
  } catch {
    return 'there is no such date or time'
  }
}

function formMessage(text: string): string {
  if (/^([+-][0-9]+|[0-9]{5,})-[0-9]{2}-[0-9]{2}/.test(text)) {
    return 'the year of an anchor must have four digits'
  }
  if (/^[0-9-]{10}T[0-9]{2}:[0-9]{2}:/.test(text)) {
    return 'an anchor has whole minutes: leave the seconds out'
  }
  if (/^[0-9-]{10}(T[0-9]{2}:[0-9]{2})?(Z|[+-][0-9:]+|\[.*\])$/.test(text)) {
    return 'an anchor is local to its time zone: leave the offset out'
  }
  return 'an anchor must be a date, or a date and time'
}

function found(text: string): string {
  return text === '' ? 'nothing' : quote(text)
}
