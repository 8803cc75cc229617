// Dates of a config: RFC 3339, and nothing else that JavaScript would take for a date.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/config/date.ts'

describe('a date', () => {
  it.each([
    ['1970-01-01', 0],
    ['2027-01-31', Date.UTC(2027, 0, 31)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2000-02-29T23:59:59.999Z', Date.UTC(2000, 1, 29, 23, 59, 59, 999)],
    ['2027-01-31T09:30:00Z', Date.UTC(2027, 0, 31, 9, 30)],
    ['2027-01-31t09:30:00z', Date.UTC(2027, 0, 31, 9, 30)],
    ['2027-01-31T09:30:00+01:00', Date.UTC(2027, 0, 31, 8, 30)],
    ['2027-01-31T09:30:00-05:45', Date.UTC(2027, 0, 31, 15, 15)],
    ['2027-01-31T00:00:00-00:00', Date.UTC(2027, 0, 31)],
    ['2027-01-31T09:30:00.5Z', Date.UTC(2027, 0, 31, 9, 30, 0, 500)],
    ['2027-01-31T09:30:00.123999999Z', Date.UTC(2027, 0, 31, 9, 30, 0, 123)],
    ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
    ['1970-01-01T00:00:00+00:01', undefined],
    ['9999-12-31T23:59:59-00:01', undefined],
    ['1969-12-31', undefined],
    ['2027-02-29', undefined],
    ['2100-02-29', undefined],
    ['2027-04-31', undefined],
    ['2027-00-01', undefined],
    ['2027-13-01', undefined],
    ['2027-01-00', undefined],
    ['2027-1-1', undefined],
    ['2027-01', undefined],
    ['2027', undefined],
    ['2027-01-31T09:30:00', undefined],
    ['2027-01-31T09:30Z', undefined],
    ['2027-01-31T24:00:00Z', undefined],
    ['2027-01-31T23:60:00Z', undefined],
    ['2027-01-31T23:59:60Z', undefined],
    ['2027-01-31T09:30:00+24:00', undefined],
    ['2027-01-31T09:30:00+0100', undefined],
    ['2027-01-31T09:30:00.Z', undefined],
    ['2027-01-31 09:30:00Z', undefined],
    ['2027-01-31Z', undefined],
    ['+002027-01-31', undefined],
    ['31.01.2027', undefined],
    ['1798761600000', undefined],
    ['', undefined],
    ['2027-01-31\n', undefined],
  ])('%j', (text, ms) => {
    expect(parseDate(text)).toBe(ms)
  })

  it('is what Date says, where Date knows it', () => {
    const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: last }), ms => {
        const text = new Date(ms).toISOString()
        expect(parseDate(text)).toBe(ms)
        expect(parseDate(text.slice(0, 10))).toBe(ms - (ms % 86_400_000))
      }),
      { numRuns: 2000 },
    )
  })
})
