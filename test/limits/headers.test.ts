// Our headers, read back by a strict parser of RFC 9651: the draft's own examples, and hostile input by fast-check.
import { validateHeaderValue } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HeaderOptions, LimitReport } from '../../src/limits/headers.ts'
import { quotaProblem, rateLimitHeaders } from '../../src/limits/headers.ts'

const full: LimitReport = {
  name: 'it',
  allowed: true,
  code: 'ALLOWED',
  limit: 10,
  remaining: 10,
  resetMs: 0,
  retryMs: 0,
  nextMs: 0,
  windowMs: 60_000,
}
const never = Number.POSITIVE_INFINITY
const refusal = { allowed: false, code: 'LIMITED', remaining: 0 }

type Bare = string | number | boolean | Uint8Array

/** A List of RFC 9651 of Strings, Integers and Byte Sequences; throws at anything else. */
function parseList(text = ''): { value: Bare; parameters: Record<string, Bare> }[] {
  let at = 0
  const take = (form: RegExp): string | undefined => {
    form.lastIndex = at
    const found = form.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const need = (form: RegExp): string => {
    const found = take(form)
    if (found === undefined) throw new Error(`${form} is missing at ${at} of ${text}`)
    return found
  }
  const bareItem = (): Bare => {
    const string = take(/"([ !#-[\]-~]|\\["\\])*"/y)
    if (string !== undefined) return string.slice(1, -1).replace(/\\(.)/g, '$1')
    const bytes = take(/:[A-Za-z0-9+/]*={0,2}:/y)
    return bytes === undefined ? Number(need(/-?[0-9]{1,15}(?![0-9.])/y)) : bytesOf(bytes)
  }
  const items: ReturnType<typeof parseList> = []
  do {
    const item = { value: bareItem(), parameters: {} as Record<string, Bare> }
    while (take(/; */y) !== undefined) {
      const key = need(/[a-z*][a-z0-9_.*-]*/y)
      item.parameters[key] = take(/=/y) === undefined ? true : bareItem()
    }
    items.push(item)
  } while (take(/[ \t]*,[ \t]*/y) !== undefined)
  if (at !== text.length) throw new Error(`${text.slice(at)} is left of ${text}`)
  return items
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64.replaceAll(':', ''), 'base64'))
}

function report(changes: Partial<LimitReport>): LimitReport {
  return { ...full, ...changes }
}

function headersOf(changes: Partial<LimitReport>, options?: HeaderOptions): Record<string, string> {
  return rateLimitHeaders([report(changes)], options)
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the examples of draft -11', () => {
  const policies = [
    { name: 'burst', limit: 100, remaining: 50 },
    { name: 'daily', limit: 1000, remaining: 900, windowMs: 86_400_000 },
  ]
  const bytes = { limit: 65_535, unit: 'content-bytes', partition: bytesOf('sdfjLJUOUH==') }
  const partition = bytesOf('dHJpYWwxMjEzMjM=')

  it.each<[string, string, Partial<LimitReport>[]]>([
    ['ratelimit-policy', '"burst";q=100;w=60,"daily";q=1000;w=86400', policies],
    [
      'ratelimit-policy',
      '"it";q=65535;qu="content-bytes";w=10;pk=:sdfjLJUOUH==:',
      [{ ...bytes, windowMs: 10_000 }],
    ],
    ['ratelimit', '"default";r=50;t=30', [{ name: 'default', remaining: 50, nextMs: 30_000 }]],
    ['ratelimit', '"it";r=999;pk=:dHJpYWwxMjEzMjM=:', [{ remaining: 999, partition }]],
  ])('%s: %s', (field, text, changes) => {
    expect(parseList(rateLimitHeaders(changes.map(report))[field])).toEqual(parseList(text))
  })
})

describe('the policies', () => {
  it('are in the canonical form of RFC 9651', () => {
    const concurrent = { limit: 5, remaining: 1, unit: 'concurrent-requests', windowMs: null }
    const reports = [report({ nextMs: 1 }), report({ name: 'open', ...concurrent })]
    expect(rateLimitHeaders(reports)).toEqual({
      'ratelimit-policy': '"it";q=10;w=60, "open";q=5;qu="concurrent-requests"',
      ratelimit: '"open";r=1, "it";r=10;t=1',
    })
  })

  it('are listed as given, and what is left from the tightest, then from the smallest', () => {
    const rows: [string, number, number][] = [
      ['half of 10', 10, 5],
      ['half of 4', 4, 2],
      ['half of 10, again', 10, 5],
      ['nothing of 10', 10, 0],
      ['nothing of nothing', 0, 0],
      ['all of 1', 1, 1],
    ]
    const headers = rateLimitHeaders(
      rows.map(([name, limit, remaining]) => report({ name, limit, remaining })),
    )
    const names = (field: string) => parseList(headers[field]).map(({ value }) => value)
    const order = [4, 3, 1, 0, 2, 5].map(index => rows[index]?.[0])
    expect(names('ratelimit-policy')).toEqual(rows.map(([name]) => name))
    expect(names('ratelimit')).toEqual(order)
  })

  it('are not those on trial', () => {
    const shadow = report({ ...refusal, name: 'trial', retryMs: 1, shadow: true })
    expect(rateLimitHeaders([shadow], { legacy: 'delta' })).toEqual({})
    expect(rateLimitHeaders([])).toEqual({})
    expect(rateLimitHeaders([shadow, full])).toEqual(rateLimitHeaders([full]))
    expect(rateLimitHeaders([{ ...full, shadow: false }])).toEqual(rateLimitHeaders([full]))
  })

  it.each([
    [null, undefined],
    [999.9, undefined],
    [1000, 1],
    [1000.5, 2],
    [86_400_000, 86_400],
    [never, undefined],
  ])('have, of a window of %s ms, w=%s', (windowMs, w) => {
    const [item] = parseList(headersOf({ windowMs })['ratelimit-policy'])
    expect(item?.parameters.w).toBe(w)
  })

  it.each([
    ['plain', '"plain"'],
    ['two words', '"two words"'],
    ['say "hi" \\o/', '"say \\"hi\\" \\\\o/"'],
    ['50%', '"50%25"'],
    ['é😀', '"%C3%A9%F0%9F%98%80"'],
    ['a\r\nset-cookie: b\0\u007f', '"a%0D%0Aset-cookie: b%00%7F"'],
    ['\ud800', '"%EF%BF%BD"'],
    ['', '""'],
  ])('named %j are written %s', (name, text) => {
    expect(headersOf({ name }).ratelimit).toBe(`${text};r=10`)
  })

  it.each([
    [1.9, '1'],
    [-1, '0'],
    [Number.NaN, '0'],
    [never, '999999999999999'],
    [1e15, '999999999999999'],
  ])('say of the number %s: %s', (value, text) => {
    const headers = headersOf({ limit: value, remaining: value }, { legacy: 'delta' })
    expect(headers['ratelimit-policy']).toBe(`"it";q=${text};w=60`)
    expect(headers.ratelimit).toBe(`"it";r=${text}`)
    expect(headers['x-ratelimit-limit']).toBe(text)
  })
})

describe('a refusal', () => {
  it.each<[string, Partial<LimitReport>, string, string | undefined]>([
    ['rounds up', { retryMs: 1001, nextMs: 1001 }, ';t=2', '2'],
    ['of a cost above 1 waits longer', { remaining: 2, retryMs: 3000, nextMs: 500 }, ';t=1', '3'],
    ['is not retried before t', { retryMs: 100, nextMs: 5000 }, ';t=5', '5'],
    ['without a next unit has the time of its cost', { retryMs: 700, nextMs: 0 }, ';t=1', '1'],
    ['that is over already is a second', { retryMs: 0, nextMs: 0 }, '', '1'],
    ['for good has no retry', { retryMs: null, nextMs: 2000 }, ';t=2', undefined],
    ['for good may be Infinity', { retryMs: never }, '', undefined],
    ['of a quota of 0', { limit: 0, retryMs: null, nextMs: never }, '', undefined],
  ])('%s', (_, changes, time, retry) => {
    const headers = headersOf({ ...refusal, ...changes })
    expect(headers.ratelimit).toBe(`"it";r=${changes.remaining ?? 0}${time}`)
    expect(headers['retry-after']).toBe(retry)
  })

  it('of several waits for the last, and never when one is for good', () => {
    const first = report({ ...refusal, retryMs: 1000, nextMs: 1000 })
    const last = report({ ...refusal, retryMs: 90_000, nextMs: 1000 })
    const allowed = report({ remaining: 1, nextMs: 3_600_000 })
    expect(rateLimitHeaders([first, last, allowed])['retry-after']).toBe('90')
    expect(rateLimitHeaders([first, { ...last, retryMs: null }])['retry-after']).toBeUndefined()
    expect(rateLimitHeaders([allowed])['retry-after']).toBeUndefined()
  })
})

describe('the legacy headers', () => {
  it('tell of the tightest policy, in seconds from now or of Unix time', () => {
    const reports = [full, report({ limit: 4, remaining: 1, resetMs: 2500 })]
    const common = { 'x-ratelimit-limit': '4', 'x-ratelimit-remaining': '1' }
    const delta = rateLimitHeaders(reports, { legacy: 'delta' })
    expect(delta).toMatchObject({ ...common, 'x-ratelimit-reset': '3' })
    const epoch = rateLimitHeaders(reports, { legacy: 'epoch', nowMs: 1_700_000_000_600 })
    expect(epoch).toMatchObject({ ...common, 'x-ratelimit-reset': '1700000004' })
    vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000)
    expect(headersOf({}, { legacy: 'epoch' })['x-ratelimit-reset']).toBe('1800000000')
  })
})

describe('jitter', () => {
  it('is added to all times alike, and to nothing else', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999)
    const changes = { ...refusal, retryMs: 2000, nextMs: 1000, resetMs: 9000 }
    expect(headersOf(changes, { jitterS: 5, legacy: 'delta' })).toEqual({
      'ratelimit-policy': '"it";q=10;w=60',
      ratelimit: '"it";r=0;t=6',
      'retry-after': '7',
      'x-ratelimit-limit': '10',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '14',
    })
    expect(headersOf({}, { jitterS: 5 }).ratelimit).toBe('"it";r=10')
  })

  it.each([-1, 0.5, Number.NaN, never])('cannot be %s', jitterS => {
    expect(() => headersOf({}, { jitterS })).toThrow(RangeError)
  })
})

describe('the problem', () => {
  it('names the policies that refused as the headers do', () => {
    const reports = [
      full,
      report({ ...refusal, name: 'é', remaining: 1, retryMs: 1 }),
      report({ ...refusal, name: 'daily', retryMs: 1 }),
      report({ ...refusal, name: 'trial', retryMs: 1, shadow: true }),
    ]
    expect(quotaProblem(reports)).toEqual({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      title: 'Request cannot be satisfied as assigned quota has been exceeded',
      status: 429,
      detail: 'Refused by "daily", "%C3%A9". Retry-After says when to try again.',
      'violated-policies': ['daily', '%C3%A9'],
    })
  })

  it('says when a retry cannot succeed', () => {
    const reports = [
      report({ ...refusal, retryMs: null }),
      report({ ...refusal, name: 'b', retryMs: 1 }),
    ]
    const { detail } = quotaProblem(reports)
    expect(detail).toBe(
      'Refused by "it", "b". A retry cannot succeed: "it" will never admit this request.',
    )
  })

  it('needs a refusal', () => {
    expect(() => quotaProblem([full])).toThrow(RangeError)
    expect(() => quotaProblem([report({ ...refusal, shadow: true })])).toThrow(RangeError)
  })
})

describe('any reports', () => {
  const anyMs = fc.oneof(
    fc.constantFrom(0, 1, 999, 1000, 1001, Number.NaN, never, -1),
    fc.double({ min: 0, max: 1e7, noNaN: true }),
    fc.double(),
  )
  const pieces = fc.constantFrom('"', '\\', '%', '\r\n', ',', ';', 'é', '\ud83d', 'a')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map(all => all.join('')),
  )
  const ms = { resetMs: anyMs, retryMs: fc.option(anyMs, { freq: 10 }), nextMs: anyMs }
  const quota = { limit: anyMs, remaining: anyMs, windowMs: fc.option(anyMs) }
  const bytes = fc.uint8Array({ maxLength: 20 })
  const flags = { allowed: fc.boolean(), shadow: fc.boolean() }
  const changes = fc.record({ name: text, unit: text, partition: bytes, ...ms, ...quota, ...flags })
  const reports = fc.array(changes.map(report), { minLength: 1, maxLength: 4 })
  const options: fc.Arbitrary<HeaderOptions> = fc.record({
    legacy: fc.constantFrom('epoch', 'delta'),
    jitterS: fc.constantFrom(0, 3),
  })

  it('give headers that say the same when they are read', () => {
    const property = fc.property(reports, options, (all, options) => {
      const headers = rateLimitHeaders(all, options)
      for (const [name, value] of Object.entries(headers)) {
        validateHeaderValue(name, value)
        expect(value).toMatch(/^[ -~]+$/)
      }
      const shown = all.filter(({ shadow }) => !shadow)
      expect(Object.keys(headers).length > 0).toBe(shown.length > 0)
      if (shown.length === 0) return
      const policies = parseList(headers['ratelimit-policy'])
      const services = parseList(headers.ratelimit)
      const told = policies.map(({ value, parameters: { qu = 'requests', pk } }) => {
        return [decodeURIComponent(String(value)), decodeURIComponent(String(qu)), pk]
      })
      const asked = shown.map(({ name, unit = '', partition }) => {
        return [name.toWellFormed(), unit.toWellFormed(), partition]
      })
      expect(told).toEqual(asked)
      const names = (items: typeof services) => items.map(({ value }) => String(value)).toSorted()
      expect(names(services)).toEqual(names(policies))
      for (const { parameters } of [...policies, ...services]) {
        expect(parameters.q ?? parameters.r).toBeGreaterThanOrEqual(0)
        expect(parameters.w ?? parameters.t ?? 1).toBeGreaterThan(0)
      }
    })
    fc.assert(property, { seed: 1, numRuns: 2000 })
  })

  it('never ask to retry before it can succeed, or before t', () => {
    const property = fc.property(reports, options, (all, options) => {
      // Numbered, so that it is clear whose `t` is whose.
      const named = all.map((each, index) => ({ ...each, name: String(index) }))
      const headers = rateLimitHeaders(named, options)
      const refused = named.filter(({ allowed, shadow }) => !allowed && !shadow)
      const hopeless = refused.some(({ retryMs }) => !Number.isFinite(retryMs))
      const retry = headers['retry-after']
      expect(retry === undefined).toBe(refused.length === 0 || hopeless)
      if (retry === undefined) return
      expect(retry).toMatch(/^[1-9][0-9]{0,14}$/)
      const services = parseList(headers.ratelimit)
      for (const { name, retryMs } of refused) {
        const service = services.find(({ value }) => value === name)
        expect(Number(retry)).toBeGreaterThanOrEqual(Number(service?.parameters.t ?? 0))
        // Above that there is no number left to say it.
        const real = Math.min(retryMs ?? 0, 999_999_999_999_999_000)
        expect(Number(retry) * 1000).toBeGreaterThanOrEqual(real)
      }
      const violated = quotaProblem(named)['violated-policies']
      expect(violated.toSorted()).toEqual(refused.map(({ name }) => name).toSorted())
    })
    fc.assert(property, { seed: 2, numRuns: 5000 })
  })
})
