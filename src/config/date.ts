// Instants as configs write them: RFC 3339, a date or a date and time. Date.parse takes much more, and differs between
// engines in what it takes; and a date without an offset would be of this computer's time zone.

/** What `parseDate` takes, in words. */
export const dateForm = 'a date such as 2027-01-31, or with a time such as 2027-01-31T09:30:00Z'

const dayMs = 86_400_000
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Reads an RFC 3339 date, which is its first moment in UTC, or a date and time with its offset. By hand: a million keys
 * may expire, and an expression with groups takes a microsecond for each.
 *
 * @returns Unix ms of 1970 to 9999, fractions of a millisecond cut off; undefined where the text is no such date, and
 *   for the 61st second of a minute
 */
export function parseDate(text: string): number | undefined {
  const year = digits(text, 0, 2) * 100 + digits(text, 2, 2)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  if (text[4] !== '-' || text[7] !== '-') return undefined
  // NaN is in no range.
  if (!(year >= 1969 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month))) {
    return undefined
  }
  const timeMs = text.length === 10 ? 0 : timeOf(text)
  const ms = daysBefore(year, month, day) * dayMs + timeMs
  return ms >= 0 && ms < endMs ? ms : undefined
}

/** What comes after the date, in ms; NaN where it is no time with its offset. */
function timeOf(text: string): number {
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  const second = digits(text, 17, 2)
  const isTime = (text[10] === 'T' || text[10] === 't') && text[13] === ':' && text[16] === ':'
  if (!(isTime && hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN
  const ms = (hour * 3600 + minute * 60 + second) * 1000
  if (text.length === 20 && (text[19] === 'Z' || text[19] === 'z')) return ms
  const rest = restForm.exec(text.slice(19))
  if (rest === null) return Number.NaN
  const [, fraction = '', sign, offset = '00:00'] = rest
  const offsetHour = digits(offset, 0, 2)
  const offsetMinute = digits(offset, 3, 2)
  if (offsetHour > 23 || offsetMinute > 59) return Number.NaN
  const offsetMs = (offsetHour * 60 + offsetMinute) * 60_000
  return ms + Number(`${fraction}000`.slice(0, 3)) + (sign === '-' ? offsetMs : -offsetMs)
}

/** A fraction of a second if there is one, and the offset. */
const restForm = /^(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d:\d\d))$/

/** So many digits as a number; NaN where there are others. */
function digits(text: string, start: number, count: number): number {
  let value = 0
  for (let index = start; index < start + count; index++) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** The first ms of the year 10000. */
const endMs = 253_402_300_800_000

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : monthDays[month - 1]!
}

/**
 * Days since 1970-01-01. Years begin in March here, so that the leap day is their last:
 * https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
function daysBefore(year: number, month: number, day: number): number {
  const own = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400)
  return own * 365 + leapDays + dayOfYear - 719_468
}
