// `<count>/<period>`: what it means, and what is said about a text that is none.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { burstOf, isRate, parseDuration, parseRate } from '../../src/config/rate.ts'

describe('a rate', () => {
  it.each([
    ['100/s', 100, 1_000_000_000n],
    ['10/90ms', 10, 90_000_000n],
    ['1/2s', 1, 2_000_000_000n],
    ['7/min', 7, 60_000_000_000n],
    ['7/m', 7, 60_000_000_000n],
    ['5/sec', 5, 1_000_000_000n],
    ['5/15minute', 5, 900_000_000_000n],
    ['1/hour', 1, 3_600_000_000_000n],
    ['1000000/30d', 1_000_000, 2_592_000_000_000_000n],
    ['1/week', 1, 604_800_000_000_000n],
    ['1000000000000/ms', 1e12, 1_000_000n],
    ['1/36500d', 1, 3_153_600_000_000_000_000n],
  ])('%s', (text, count, periodNs) => {
    expect(parseRate(text)).toEqual({ count, periodNs })
  })
})

describe('what is not a rate', () => {
  const period = 'ms, s, m, h, d or w, with a whole number before it if need be'
  const rate = '<count>/<period> such as 100/s, 7/min or 10/90ms'
  const count = 'a whole number from 1 to 1000000000000'
  const whole = 'the count of a rate must be a whole number in digits'
  const quotas = 'months and years have no fixed length: use `algorithm: quota` with a `period`'
  it.each([
    ['', 'a rate is a count, a slash and a period', rate, 'nothing'],
    ['100', 'a rate is a count, a slash and a period', rate, '"100"'],
    ['1/2/s', 'a rate is a count, a slash and a period', rate, '"1/2/s"'],
    ['/s', whole, count, 'nothing'],
    ['0/s', 'a rate of zero admits nothing', count, '"0"'],
    ['-1/s', 'the count of a rate must not be negative', count, '"-1"'],
    ['1.5/s', 'the count of a rate must be whole: lengthen the period instead', count, '"1.5"'],
    ['+1/s', whole, count, '"+1"'],
    ['1e3/s', whole, count, '"1e3"'],
    ['1_000/s', whole, count, '"1_000"'],
    ['01/s', whole, count, '"01"'],
    [' 1/s', whole, count, '" 1"'],
    ['1000000000001/s', whole, count, '"1000000000001"'],
    ['1/', 'the period lacks its unit', period, 'nothing'],
    ['1/90', 'the period lacks its unit', period, '"90"'],
    ['1/month', quotas, period, '"month"'],
    ['1/2years', quotas, period, '"2years"'],
    ['1/S', 'the unit of the period is not known', period, '"S"'],
    ['1/s ', 'the unit of the period is not known', period, '"s "'],
    ['1/0s', 'the period must start with a whole number of 1 or more, or a unit', period, '"0s"'],
    [
      '1/1.5s',
      'the period must start with a whole number of 1 or more, or a unit',
      period,
      '"1.5s"',
    ],
    ['1/-1s', 'the period must start with a whole number of 1 or more, or a unit', period, '"-1s"'],
    ['1/36501d', 'the period is too long', 'at most 36500d', '"36501d"'],
  ])('%j', (text, message, expected, found) => {
    expect(parseRate(text)).toEqual({ message, expected, found })
  })
})

describe('any text', () => {
  const units = { ms: 1n, s: 1000n, min: 60_000n, h: 3_600_000n, d: 86_400_000n, w: 604_800_000n }
  const pieces = fc.constantFrom(
    ...Object.keys(units),
    '0',
    '1',
    '9',
    '/',
    '-',
    '.',
    ' ',
    'year',
    '\n',
    'é',
  )

  it('is read back as it was written', () => {
    const counts = fc.integer({ min: 1, max: 1e12 })
    const multipliers = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(
        counts,
        multipliers,
        fc.constantFrom(...Object.entries(units)),
        (count, times, [unit, ms]) => {
          const periodNs = BigInt(times) * ms * 1_000_000n
          expect(parseRate(`${count}/${times}${unit}`)).toEqual({ count, periodNs })
          if (times === 1) expect(parseRate(`${count}/${unit}`)).toEqual({ count, periodNs })
        },
      ),
    )
  })

  it('gives a rate or a failure, and the schema allows whatever is a rate', () => {
    const pattern = new RegExp(schema.definitions.limit.properties.rate.pattern, 'u')
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        const rate = parseRate(text)
        if (isRate(rate)) expect(text).toMatch(pattern)
        else expect(Object.values(rate).every(words => typeof words === 'string')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the burst', () => {
  it('is the count of the rate when none is given', () => {
    expect(burstOf(undefined, { count: 100, periodNs: 1n })).toBe(100)
    expect(burstOf(7, { count: 100, periodNs: 1n })).toBe(7)
    expect(burstOf(undefined, { count: 2 ** 31, periodNs: 1n })).toBe(undefined)
  })
})

describe('a duration', () => {
  it.each([
    ['1ms', 1],
    ['500ms', 500],
    ['30s', 30_000],
    ['5m', 300_000],
    ['5minute', 300_000],
    ['2h', 7_200_000],
    ['1w', 604_800_000],
    ['36500d', 3_153_600_000_000],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  it.each([
    ...['', 's', '60', '0s', '-1s', '+1s', '01s', '1.5s', '1e3s', '1 s', '1s ', '1s\n', '1S'],
    ...['5/s', '1month', '1constructor', '36501d', '9999999999999ms'],
  ])('%j is none', text => {
    expect(parseDuration(text)).toBe(undefined)
  })
})
