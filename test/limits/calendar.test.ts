// Which period does an instant lie in? A row says why it is there, the unit, zone and anchor, and
// the bounds of consecutive periods: local times with the zone's offset at that time, or UTC (Z; a
// date alone is its midnight in UTC).
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  anchorNumber,
  anchorOf,
  Calendar,
  type CalendarUnit,
  calendarProblem,
} from '../../src/limits/calendar.ts'

const dayMs = 86_400_000

function calendarOf(words: string): Calendar {
  const [unit, timeZone = '', anchor] = words.split(' ')
  return new Calendar({ unit: unit as CalendarUnit, timeZone, ...(anchor && { anchor }) })
}

function expectRows(table: string): void {
  const lines = table.trim().split('\n')
  const rows = lines.map(line => line.split('|').map(cell => cell.trim()))
  it.each(rows)('%s: %s', (_, definition, bounds) => expectBounds(definition!, bounds!))
}

/** Looks up the first, a middle and the last millisecond of every period. */
function expectBounds(definition: string, bounds: string): void {
  const calendar = calendarOf(definition)
  const texts = bounds.split(' ').map(text => (text.length === 10 ? `${text}T00:00Z` : text))
  const timeZone = definition.split(' ')[1]!
  const found = texts.slice(1).map((end, index) => {
    const startMs = Date.parse(texts[index]!)
    const lastMs = Date.parse(end) - 1
    const period = calendar.periodAt(startMs)
    expect(calendar.periodAt((startMs + lastMs) / 2)).toEqual(period)
    expect(calendar.periodAt(lastMs)).toEqual(period)
    const show = (ms: number) => shown(ms, end.endsWith('Z') ? undefined : timeZone)
    return `${show(period.startMs)} ${show(period.endMs)}`
  })
  expect(found).toEqual(texts.slice(1).map((end, index) => `${texts[index]} ${end}`))
}

function shown(ms: number, timeZone: string | undefined): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(ms)
  return instant.toString({ timeZone, smallestUnit: 'minute' })
}

describe('the last millisecond of a period in UTC', () => {
  // Gubernator's rows. It computes them in the zone of its server, and refuses weeks.
  it.each<[CalendarUnit, string, number]>([
    ['minute', '2019-11-11T00:00:00Z', 1_573_430_459_999],
    ['minute', '2019-11-11T00:00:30.0000001Z', 1_573_430_459_999],
    ['hour', '2019-11-11T00:20:01.000002134Z', 1_573_433_999_999],
    ['day', '2019-11-11T12:10:09.000002345Z', 1_573_516_799_999],
    ['week', '2019-11-11T00:00:00Z', 1_574_035_199_999],
    ['week', '2019-11-17T23:59:59.999Z', 1_574_035_199_999],
    ['month', '2019-11-01T00:00:00Z', 1_575_158_399_999],
    ['month', '2019-11-11T22:02:23Z', 1_575_158_399_999],
    ['month', '2019-01-01T00:00:00Z', 1_548_979_199_999],
    ['year', '2019-01-01T00:00:00Z', 1_577_836_799_999],
    ['year', '2019-03-01T20:50:31Z', 1_577_836_799_999],
  ])('%s at %s', (unit, instant, lastMs) => {
    expect(calendarOf(`${unit} UTC`).periodAt(Date.parse(instant)).endMs - 1).toBe(lastMs)
  })

  it.each([
    [2026, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2028, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('months have their real lengths in %i', (year, days) => {
    const month = calendarOf('month UTC')
    const periods = days.map((_, index) => month.periodAt(Date.UTC(year, index, 15)))
    expect(periods.map(({ startMs, endMs }) => (endMs - startMs) / dayMs)).toEqual(days)
  })
})

describe("without an anchor, periods are the calendar's", () => {
  expectRows(`
    minutes                    | minute Asia/Kathmandu | 2026-05-05T10:07+05:45 2026-05-05T10:08+05:45
    local hours                | hour Asia/Kolkata | 2026-05-05T10:00+05:30 2026-05-05T11:00+05:30
    local days                 | day Pacific/Kiritimati | 2026-05-05T00:00+14:00 2026-05-06T00:00+14:00
    weeks from Monday          | week Europe/Berlin | 2026-12-28T00:00+01:00 2027-01-04T00:00+01:00
    weeks before 1970          | week UTC | 1969-12-22 1969-12-29 1970-01-05 1970-01-12
    a month with a change      | month America/New_York | 2026-03-01T00:00-05:00 2026-04-01T00:00-04:00
    a week of 167 hours        | week Europe/Berlin | 2026-03-23T00:00+01:00 2026-03-30T00:00+02:00
    years                      | year Asia/Tokyo | 2028-01-01T00:00+09:00 2029-01-01T00:00+09:00
    years before 1970          | year UTC | 1899-01-01 1900-01-01 1901-01-01
    a day of 23 hours          | day Europe/Berlin | 2026-03-29T00:00+01:00 2026-03-30T00:00+02:00
    a day of 25 hours          | day Europe/Berlin | 2026-10-25T00:00+02:00 2026-10-26T00:00+01:00
    a day of 23 hours          | day America/New_York | 2026-03-08T00:00-05:00 2026-03-09T00:00-04:00
    a day of 25 hours          | day America/New_York | 2026-11-01T00:00-04:00 2026-11-02T00:00-05:00
    a day of 24.5 hours        | day Australia/Lord_Howe | 2026-04-05T00:00+11:00 2026-04-06T00:00+10:30
    a day of 23.5 hours        | day Australia/Lord_Howe | 2026-10-04T00:00+10:30 2026-10-05T00:00+11:00
    midnight skipped           | day America/Sao_Paulo | 2018-11-04T01:00-02:00 2018-11-05T00:00-02:00
    23:30 to 00:30 skipped     | day America/Toronto | 1919-03-30T00:00-05:00 1919-03-31T00:30-04:00
    midnight twice counts once | day America/St_Johns | 2006-10-29T00:00-02:30 2006-10-30T00:00-03:30
    a day skipped              | day Pacific/Apia | 2011-12-29T00:00-10:00 2011-12-31T00:00+14:00
    a week of six days         | week Pacific/Apia | 2011-12-26T00:00-10:00 2012-01-02T00:00+14:00
    a day twice counts once    | day America/Juneau | 1867-10-18T08:57Z 1867-10-20T08:57Z
    an hour twice              | hour Europe/Berlin | 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00
    an hour skipped            | hour Europe/Berlin | 2026-03-29T01:00+01:00 2026-03-29T03:00+02:00
    cut when put back          | hour Australia/Lord_Howe | 2026-04-05T01:30+10:30 2026-04-05T02:00+10:30
    cut when put forward       | hour Australia/Lord_Howe | 2026-10-04T02:30+11:00 2026-10-04T03:00+11:00
    seconds off UTC            | day Europe/Berlin | 1889-12-31T23:06Z 1890-01-01T23:06Z
    seconds off, and then not  | hour Europe/Berlin | 1893-03-31T22:06Z 1893-03-31T23:06Z 1893-04-01T00:00Z
    seconds off until 1972     | day Africa/Monrovia | 1972-01-06T00:44Z 1972-01-07T00:44Z 1972-01-08T00:00Z
  `)
})

describe('with an anchor, a month that lacks the day gives its last', () => {
  expectRows(`
    the 31st stays the 31st   | month UTC 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31
    for years                 | month UTC 2026-01-31 | 2035-11-30 2035-12-31 2036-01-31 2036-02-29 2036-03-31
    the 30th                  | month UTC 2026-01-30 | 2026-12-30 2027-01-30 2027-02-28 2027-03-30
    the 29th                  | month UTC 2026-01-29 | 2028-01-29 2028-02-29 2028-03-29
    the 28th is not the last  | month UTC 2026-02-28 | 2026-02-28 2026-03-28 2026-04-28
    before the anchor         | month UTC 2026-03-31 | 2025-11-30 2025-12-31 2026-01-31 2026-02-28 2026-03-31
    29 February               | year UTC 2024-02-29 | 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29
    29 February, to the past  | year UTC 2024-02-29 | 2019-02-28 2020-02-29 2021-02-28 2022-02-28
    29 February, also in 2100 | year UTC 2096-02-29 | 2099-02-28 2100-02-28 2101-02-28
    the time of day           | month UTC 2026-01-31T09:30 | 2026-02-28T09:30Z 2026-03-31T09:30Z
  `)
})

describe('with an anchor, days and longer keep the local time', () => {
  expectRows(`
    put forward      | day Europe/Berlin 2026-01-01T09:30 | 2026-03-28T09:30+01:00 2026-03-29T09:30+02:00
    put back         | day Europe/Berlin 2026-01-01T09:30 | 2026-10-24T09:30+02:00 2026-10-25T09:30+01:00
    a time skipped   | day Europe/Berlin 2026-01-01T02:30 | 2026-03-28T02:30+01:00 2026-03-29T03:30+02:00
    then as before   | day Europe/Berlin 2026-01-01T02:30 | 2026-03-29T03:30+02:00 2026-03-30T02:30+02:00
    a time twice     | day Europe/Berlin 2026-01-01T02:30 | 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00
    a time skipped   | day America/New_York 2026-01-01T02:30 | 2026-03-08T03:30-04:00 2026-03-09T02:30-04:00
    a time twice     | day America/New_York 2026-01-01T01:30 | 2026-11-01T01:30-04:00 2026-11-02T01:30-05:00
    by half an hour  | day Australia/Lord_Howe 2026-01-01T02:15 | 2026-10-04T02:45+11:00 2026-10-05T02:15+11:00
    a day skipped    | day Pacific/Apia 2011-01-01T09:30 | 2011-12-29T09:30-10:00 2011-12-31T09:30+14:00
    its month        | month Pacific/Apia 2011-01-30 | 2011-11-30T00:00-10:00 2011-12-31T00:00+14:00
    midnight skipped | day America/Toronto 1919-01-01 | 1919-03-30T00:00-05:00 1919-03-31T00:30-04:00
    weeks            | week Europe/Berlin 2026-01-01 | 2026-03-26T00:00+01:00 2026-04-02T00:00+02:00
    weeks before it  | week Europe/Berlin 2026-04-02 | 2026-03-19T00:00+01:00 2026-03-26T00:00+01:00
    years            | year Europe/Berlin 2026-07-01T12:00 | 2031-07-01T12:00+02:00 2032-07-01T12:00+02:00
    years before it  | year Europe/Berlin 2026-07-01T12:00 | 1925-07-01T12:00+01:00 1926-07-01T12:00+01:00
    seconds off UTC  | day Europe/Berlin 1890-01-01T12:00 | 1890-05-05T11:06Z 1890-05-06T11:06Z
  `)
})

describe('with an anchor, minutes and hours are exact time', () => {
  expectRows(`
    clocks put forward  | hour Europe/Berlin 2026-01-01T00:20 | 2026-03-29T01:20+01:00 2026-03-29T03:20+02:00
    clocks put back     | hour Europe/Berlin 2026-01-01T00:20 | 2026-10-25T02:20+02:00 2026-10-25T02:20+01:00
    by by half an hour  | hour Australia/Lord_Howe 2026-01-01 | 2026-04-05T01:30+10:30 2026-04-05T02:30+10:30
    from a time skipped | hour Europe/Berlin 2026-03-29T02:50 | 2026-03-29T03:50+02:00 2026-03-29T04:50+02:00
    before the anchor   | hour UTC 2026-01-01T00:20 | 2025-12-31T22:20Z 2025-12-31T23:20Z 2026-01-01T00:20Z
    seconds off UTC     | hour Europe/Berlin 1890-01-01 | 2026-01-01T00:06Z 2026-01-01T01:06Z
    120 million minutes | minute UTC 1970-01-01 | 2199-12-31T23:59Z 2200-01-01T00:00Z
    to the far past     | minute UTC 9999-12-31T23:59 | 0001-01-01T00:00Z 0001-01-01T00:01Z
  `)
})

describe('any definition, at any instant', () => {
  const units: CalendarUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'year']
  // Zones, each with an instant at which its clocks did something odd.
  const zones: [string, string][] = [
    ['Europe/Berlin', '2026-03-29T01:00Z'],
    ['America/Toronto', '1919-03-31T04:30Z'],
    ['America/St_Johns', '2006-10-29T02:31Z'],
    ['America/Sao_Paulo', '2018-11-04T03:00Z'],
    ['America/Juneau', '1867-10-18T08:57Z'],
    ['Africa/Monrovia', '1972-01-07T00:44Z'],
    ['Africa/Casablanca', '2026-02-15T02:00Z'],
    ['Asia/Manila', '1844-12-30T15:56Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
    ['Antarctica/Troll', '2026-03-29T01:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00Z'],
  ]
  const local = fc
    .integer({ min: Date.UTC(1840) / 60_000, max: Date.UTC(2120) / 60_000 })
    .map(minutes => new Date(minutes * 60_000).toISOString())
  const anchors = fc.tuple(local, fc.constantFrom(10, 16)).map(([text, end]) => text.slice(0, end))
  const cases = fc.record({
    unit: fc.constantFrom(...units),
    zone: fc.constantFrom(...zones),
    anchor: fc.option(anchors),
    nearMs: fc.option(fc.integer({ min: -2 * dayMs, max: 2 * dayMs })),
    farMs: fc.integer({ min: Date.UTC(1840), max: Date.UTC(2120) }),
    part: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })

  it('periods hold the instant, are whole minutes and tile time', () => {
    const property = fc.property(cases, ({ unit, zone, anchor, nearMs, farMs, part }) => {
      const calendar = calendarOf([unit, zone[0], ...(anchor === null ? [] : [anchor])].join(' '))
      const ms = nearMs === null ? farMs : Date.parse(zone[1]) + nearMs
      const period = calendar.periodAt(ms)
      const { startMs, endMs } = period
      expect(startMs).toBeLessThanOrEqual(ms)
      expect(endMs).toBeGreaterThan(ms)
      expect([startMs / 60_000, endMs / 60_000].every(Number.isInteger)).toBe(true)
      const middleMs = startMs + Math.floor(part * (endMs - startMs)) + 0.5
      for (const inside of [startMs, middleMs, endMs - 1]) {
        expect(calendar.periodAt(inside)).toEqual(period)
      }
      expect(calendar.periodAt(startMs - 1).endMs).toBe(startMs)
      expect(calendar.periodAt(endMs).startMs).toBe(endMs)
    })
    fc.assert(property, { seed: 1, numRuns: 2000 })
  })

  it.each(units)('a %s 8.6e15 ms from 1970 has bounds, and none further off has', unit => {
    for (const anchor of ['', ' 0000-02-29T00:01', ' 9999-12-31']) {
      const calendar = calendarOf(`${unit} Pacific/Apia${anchor}`)
      for (const ms of [-8.6e15, 8.6e15]) {
        const { startMs, endMs } = calendar.periodAt(ms)
        expect(startMs <= ms && ms < endMs).toBe(true)
      }
      for (const ms of [-8.6e15 - 1, 8.6e15 + 1, Number.MAX_VALUE, Infinity, -Infinity, NaN]) {
        expect(() => calendar.periodAt(ms)).toThrow(RangeError)
      }
    }
  })
})

describe('what is not a calendar', () => {
  const problemOf = (timeZone: string, anchor?: string) =>
    calendarProblem({ unit: 'day', timeZone, anchor })

  it.each([
    ['the time zone is not known', '; Mars/Olympus; Europe; __proto__; \u{1F30D}'],
    ['the time zone is not known', '../../etc/passwd; UTC+1; 2026-01-01[Europe/Berlin]'],
    ['the time zone is not known', ' UTC; UTC\n; Europe/Berlin\0'],
    ['a time zone has a name, as an offset does not tell when clocks change', '+01:00; -05; Z'],
  ])('%s: %j', (message, zones) => {
    const expected = 'an IANA name such as Europe/Berlin, or UTC'
    for (const zone of zones.split('; ')) {
      const found = zone === '' ? 'nothing' : JSON.stringify(zone)
      expect(problemOf(zone)).toEqual({ field: 'timeZone', message, expected, found })
    }
  })

  it.each([
    ['an anchor must be a date, or a date and time', '; yesterday; 2026-01; 2026-1-31; 20260131'],
    ['an anchor must be a date, or a date and time', '2026-01-31T; 2026-01-31T09; ٢٠٢٦-01-31'],
    ['an anchor must be a date, or a date and time', '2026-01-31 09:30; 2026-01-31\n'],
    ['an anchor has whole minutes: leave the seconds out', '2026-01-31T09:30:00'],
    ['an anchor is local to its time zone: leave the offset out', '2026-01-31Z; 2026-01-31+01'],
    ['an anchor is local to its time zone: leave the offset out', '2026-01-31T09:30+01:00'],
    ['an anchor is local to its time zone: leave the offset out', '2026-01-31[Europe/Berlin]'],
    ['the year of an anchor must have four digits', '12026-01-31; -000001-01-01; +275760-09-13'],
    ['there is no such date or time', '2026-02-29; 2026-13-01; 2026-00-00; 2026-04-31'],
    ['there is no such date or time', '2026-01-31T24:00; 2026-01-31T09:60'],
  ])('%s: %j', (message, anchors) => {
    const expected = 'a date such as 2026-01-31, or with a time such as 2026-01-31T09:30'
    for (const anchor of anchors.split('; ')) {
      const found = anchor === '' ? 'nothing' : JSON.stringify(anchor)
      expect(problemOf('UTC', anchor)).toEqual({ field: 'anchor', message, expected, found })
    }
  })

  it('is told of any text, in few words and without an exception', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('x'.repeat(100_000)))
    const property = fc.property(texts, text => {
      expect(problemOf(text)).toMatchObject({ field: 'timeZone' })
      expect(problemOf('UTC', text)).toMatchObject({ field: 'anchor' })
      expect(problemOf(text)!.found.length).toBeLessThanOrEqual(60)
    })
    fc.assert(property, { seed: 1, numRuns: 300 })
  })

  it('makes the constructor throw a RangeError that says why', () => {
    const expected = 'expected an IANA name such as Europe/Berlin, or UTC, got "Mars/Olympus"'
    const error = new RangeError(`the time zone is not known: ${expected}`)
    expect(() => calendarOf('day Mars/Olympus')).toThrow(error)
    expect(() => calendarOf('day UTC 2026-02-29')).toThrow(RangeError)
  })

  it.each(['0000-01-01', '9999-12-31T23:59', '2024-02-29', '2026-03-29T02:30', undefined])(
    'does not complain of anchor %s',
    anchor => expect(problemOf('europe/berlin', anchor)).toBeUndefined(),
  )
})

describe('an anchor', () => {
  it.each([
    ['none', undefined, 0],
    ['the first date', '0000-01-01', 1],
    ['the first time', '0000-01-01T00:00', 2],
    ['the last time', '9999-12-31T23:59', 10_518_984_000],
  ])('%s is a number', (_, anchor, number) => {
    expect(anchorNumber(anchor)).toBe(number)
    expect(anchorOf(number)).toBe(anchor)
  })

  it('is the same after it was a number', () => {
    const minutes = fc.integer({ min: 0, max: 5_259_491_999 })
    fc.assert(
      fc.property(minutes, fc.boolean(), (minute, isDate) => {
        const text = new Date(Date.parse('0000-01-01') + minute * 60_000).toISOString()
        const anchor = text.slice(0, isDate ? 10 : 16)
        expect(anchorOf(anchorNumber(anchor))).toBe(anchor)
      }),
      { seed: 1 },
    )
  })
})
