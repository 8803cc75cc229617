// The section `limits`: which property goes with which algorithm, what plans and overrides may give, and every way to
// get one wrong. One mistake, one problem, at its place.
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { loadConfig } from '../../src/config/load.ts'
import type { LimitAlgorithm } from '../../src/config/types.ts'
import { brief, flag, loadText } from './helpers.ts'

async function problemsOf(limit: string): Promise<string[]> {
  return (await loadText(`limits:\n  l: ${limit}`)).problems.map(brief)
}

/** The problems of a limit `l` that is an object. */
async function problemsIn(limit: unknown) {
  return (await loadConfig({ limits: { l: limit } })).problems
}

// As an editor sees it, which knows the schema and not our checks.
const isInSchema = new Ajv({ strict: false }).compile(schema)

/** The least that each algorithm needs. */
const least: Record<LimitAlgorithm, Record<string, unknown>> = {
  gcra: { rate: '5/s' },
  'fixed-window': { rate: '5/s' },
  'sliding-window': { rate: '5/s' },
  'sliding-log': { rate: '5/s' },
  concurrency: { limit: 5 },
  quota: { limit: 5, period: 'month' },
}
const algorithms = Object.keys(least) as LimitAlgorithm[]
const withRate = ['gcra', 'fixed-window', 'sliding-window', 'sliding-log']

/** A value of each property that not all algorithms have, and the algorithms that do. */
const owned: [property: string, value: unknown, owners: string[]][] = [
  ['rate', '7/min', withRate],
  ['burst', 3, ['gcra']],
  ['limit', 9, ['concurrency', 'quota']],
  ['window', 'first-hit', ['fixed-window']],
  ['period', 'day', ['quota']],
  ['timeZone', 'Europe/Berlin', ['quota']],
  ['anchor', '2026-01-31T09:30', ['quota']],
  ['strict', true, ['gcra', 'sliding-window', 'sliding-log']],
  ['lease', '5m', ['concurrency']],
  ['reservation', { ttl: '30s', expiry: 'refund' }, [...withRate, 'quota']],
]

describe('a limit that is well', () => {
  it.each([
    { rate: '5/s' },
    { algorithm: 'gcra', rate: '5/s', burst: 3, strict: true, reservation: {} },
    { algorithm: 'fixed-window', rate: '5/s', window: 'aligned', reservation: { ttl: '500ms' } },
    { algorithm: 'sliding-window', rate: '5/s', strict: false },
    { algorithm: 'sliding-log', rate: '5/s', strict: true, reservation: { expiry: 'charge' } },
    { algorithm: 'concurrency', limit: 5, lease: '36500d', shadow: true },
    {
      algorithm: 'quota',
      limit: 2147483647,
      period: 'week',
      anchor: '2026-01-31',
      change: 'reset',
    },
    { rate: '5/s', key: 'user.id' },
    { rate: '5/s', key: ['tenant', { ip: 'client' }, { ip: 'proxy', prefix: 128 }] },
    { rate: '5/s', key: Array(8).fill('a') },
    { rate: '5/s', plans: {}, overrides: {} },
    { rate: '5/s', plans: { free: '1/s', pro: { burst: 9 } }, overrides: { a: { rate: '9/s' } } },
    { algorithm: 'concurrency', limit: 5, plans: { pro: 9 }, overrides: { a: { limit: 9 } } },
    {
      algorithm: 'quota',
      limit: 5,
      period: 'year',
      plans: { pro: { limit: 9, anchor: '2026-01-31T09:30' } },
      overrides: { a: { anchor: '2024-02-29' } },
    },
  ])('comes out as it is written, and no default but the algorithm is filled in: %j', async l => {
    const { config, problems } = await loadConfig({ limits: { l } })
    expect(problems).toEqual([])
    expect(config.limits).toEqual({ l: { algorithm: 'gcra', ...l } })
    expect(isInSchema({ limits: { l } })).toBe(true)
  })
})

describe('the properties of each algorithm', () => {
  const pairs = algorithms.flatMap(algorithm =>
    owned.map(([property, value, owners]) => ({ algorithm, property, value, owners })),
  )

  it.each(pairs)('$algorithm and $property', async ({ algorithm, property, value, owners }) => {
    const limit = { algorithm, ...least[algorithm], [property]: value }
    const { problems } = await loadText(
      `limits:\n  l:\n    ${property}: ${JSON.stringify(value)}\n` +
        Object.entries(limit)
          .filter(([name]) => name !== property)
          .map(([name, other]) => `    ${name}: ${other}\n`)
          .join(''),
    )
    const isOwner = owners.includes(algorithm)
    const words = `3:5 LIMIT_PROPERTY_UNUSED '${property}' belongs to`
    const expected = isOwner ? [] : [expect.stringContaining(words)]
    expect(problems.map(brief)).toEqual(expected)
    expect(isInSchema({ limits: { l: limit } })).toBe(isOwner)
    for (const { message } of problems) {
      const [, list = ''] = /belongs to (.*), and not to/.exec(message) ?? []
      expect(list.split(/, | or /)).toEqual(owners)
    }
  })

  it.each(
    algorithms.flatMap(algorithm =>
      Object.keys(least[algorithm]).map(property => ({ algorithm, property })),
    ),
  )('$algorithm needs $property', async ({ algorithm, property }) => {
    const { [property]: _, ...rest } = least[algorithm]
    const limit = { algorithm, ...rest }
    expect(await problemsOf(JSON.stringify(limit))).toEqual([
      `2:3 LIMIT_PROPERTY_MISSING 'l' lacks '${property}', needed by ${algorithm}`,
    ])
    expect(isInSchema({ limits: { l: limit } })).toBe(false)
  })

  it.each(
    algorithms.flatMap(algorithm =>
      [
        { key: ['a', { ip: 'b' }] },
        { shadow: true },
        { change: 'additive' },
        { plans: {} },
        { overrides: {} },
      ].map(extra => ({ algorithm, extra })),
    ),
  )('$algorithm may have $extra, as all do', async ({ algorithm, extra }) => {
    const limit = { algorithm, ...least[algorithm], ...extra }
    expect(await problemsIn(limit)).toEqual([])
    expect(isInSchema({ limits: { l: limit } })).toBe(true)
  })

  it('say where the algorithm was left out, and what can be strict', async () => {
    expect(await problemsOf('{ limit: 5 }')).toEqual([
      "2:3 LIMIT_PROPERTY_MISSING 'l' lacks 'rate', needed by gcra, the default",
      "2:8 LIMIT_PROPERTY_UNUSED 'limit' belongs to concurrency or quota, and not to gcra, the default",
    ])
    const hint = '; for strict windows, use sliding-window or sliding-log'
    const owners = "'strict' belongs to gcra, sliding-window or sliding-log, and not to"
    for (const [algorithm, end] of [
      ['fixed-window', hint],
      ['quota', hint],
      ['concurrency', ''],
    ] as const) {
      const [problem] = await problemsIn({ algorithm, ...least[algorithm], strict: true })
      expect(problem?.message).toBe(`${owners} ${algorithm}${end}`)
    }
  })
})

describe('the numbers of plans and overrides', () => {
  const values = { text: '7/s', number: 7, rate: '7/s', burst: 7, limit: 7, anchor: '2026-01-31' }
  const allowed: Record<LimitAlgorithm, string[]> = {
    gcra: ['text', 'rate', 'burst'],
    'fixed-window': ['text', 'rate'],
    'sliding-window': ['text', 'rate'],
    'sliding-log': ['text', 'rate'],
    concurrency: ['number', 'limit'],
    quota: ['number', 'limit', 'anchor'],
  }
  const words = { text: 'a rate', number: 'a limit', rate: 'a rate', burst: 'a burst' }
  const nouns: Record<string, string> = { ...words, limit: 'a limit', anchor: 'an anchor' }

  it.each(
    algorithms.flatMap(algorithm =>
      Object.entries(values).map(([form, value]) => ({ algorithm, form, value })),
    ),
  )('$algorithm and $form', async ({ algorithm, form, value }) => {
    const isBare = form === 'text' || form === 'number'
    const numbers = isBare ? value : { [form]: value }
    const message = `'n' gives ${nouns[form]}, which ${algorithm} does not have`
    for (const section of ['plans', 'overrides']) {
      const path = ['limits', 'l', section, 'n', ...(isBare ? [] : [form])]
      const refused = { code: 'LIMIT_NUMBERS_INVALID', message, path }
      const limit = { algorithm, ...least[algorithm], [section]: { n: numbers } }
      const expected = allowed[algorithm].includes(form) ? [] : [expect.objectContaining(refused)]
      expect(await problemsIn(limit)).toEqual(expected)
    }
  })

  it('are described alike for both', () => {
    const { plans, overrides } = schema.definitions.limit.properties
    expect(plans.additionalProperties).toEqual(overrides.additionalProperties)
  })

  it('stand below the limit as any others: every problem has its place', async () => {
    const { problems } = await loadText(`limits:
  a:
    rate: 5/s
    plans:
      free: 0/s
      pro: { rate: 5/month, brust: 7 }
      none: {}
      list: [5/s]
      gold: 9
  b:
    algorithm: quota
    limit: 5
    period: month
    overrides:
      "1": 5/s
      "2": { anchor: 2026-02-30, rate: 5/s }
      "3": 0
      "4": { limit: 1.5 }
`)
    const form = 'a rate such as 100/s, a whole number from 1 to 2147483647, or an object'
    expect(problems.map(brief)).toEqual([
      '5:13 RATE_INVALID a rate of zero admits nothing',
      '6:20 RATE_INVALID months and years have no fixed length: use `algorithm: quota` with a `period`',
      "6:29 SCHEMA_PROPERTY_UNKNOWN unknown property 'brust'; did you mean 'burst'?",
      "7:13 SCHEMA_LENGTH 'none' is empty",
      `8:13 SCHEMA_TYPE 'list' must be ${form} with what differs`,
      "9:13 LIMIT_NUMBERS_INVALID 'gold' gives a limit, which gcra does not have",
      "15:12 LIMIT_NUMBERS_INVALID '1' gives a rate, which quota does not have",
      '16:22 ANCHOR_INVALID there is no such date or time',
      "16:34 LIMIT_NUMBERS_INVALID '2' gives a rate, which quota does not have",
      `17:12 SCHEMA_RANGE '3' must be ${form} with what differs`,
      "18:21 SCHEMA_TYPE 'limit' must be a whole number from 1 to 2147483647",
    ])
  })
})

describe('the burst', () => {
  const big = '3000000000/d'
  const needed = 'BURST_REQUIRED a rate with a count above 2147483647 needs a burst of its own'
  const strict = 'STRICT_BURST the burst of a strict limit must not exceed the count of its rate'

  it.each([
    [`{ rate: ${big} }`, [`2:14 ${needed}`]],
    [`{ rate: ${big}, burst: 5 }`, []],
    [`{ rate: ${big}, burst: 5, plans: { a: { burst: 7 } } }`, []],
    [`{ rate: ${big}, burst: 5, plans: { a: ${big} } }`, [`2:50 ${needed}`]],
    [`{ rate: ${big}, burst: 5, overrides: { a: { rate: ${big} } } }`, [`2:62 ${needed}`]],
    [`{ rate: ${big}, burst: 5, plans: { a: { rate: ${big}, burst: 7 } } }`, []],
    [`{ rate: ${big}, plans: { a: { burst: 7 } } }`, [`2:14 ${needed}`]],
    [`{ rate: 5/s, plans: { a: ${big} } }`, [`2:31 ${needed}`]],
    [`{ rate: ${big}, strict: true }`, []],
    ['{ rate: 5/s, burst: 5, strict: true }', []],
    ['{ rate: 5/s, burst: 6 }', []],
    ['{ rate: 5/s, burst: 6, strict: false }', []],
    ['{ rate: 5/s, burst: 6, strict: true }', [`2:26 ${strict}`]],
    ['{ rate: 5/s, strict: true, plans: { a: { burst: 6 } } }', [`2:54 ${strict}`]],
    ['{ rate: 5/s, strict: true, overrides: { a: { rate: 6/s, burst: 6 } } }', []],
    ['{ rate: 9/s, strict: true, overrides: { a: { rate: 6/s, burst: 7 } } }', [`2:69 ${strict}`]],
    ['{ rate: 9/s, burst: 7, strict: true, plans: { a: 6/s } }', []],
    [
      '{ rate: 0/s, strict: true, plans: { a: { burst: 7 } } }',
      ['2:14 RATE_INVALID a rate of zero admits nothing'],
    ],
  ])(
    'of %s is its own, then that of its own rate, then that of the limit',
    async (limit, problems) => {
      expect(await problemsOf(limit)).toEqual(problems)
    },
  )

  it('is nothing that windows and logs have, however large the count', async () => {
    for (const algorithm of ['fixed-window', 'sliding-window', 'sliding-log']) {
      expect(await problemsIn({ algorithm, rate: big, plans: { a: big } })).toEqual([])
    }
  })
})

describe('a limit that is wrong', () => {
  const concurrency = 'algorithm: concurrency, limit: 5'
  const quota = 'algorithm: quota, limit: 5, period: day'
  const duration = 'must be a duration: a whole number of 1 or more and its unit'
  it.each([
    ['{}', "2:3 LIMIT_PROPERTY_MISSING 'l' lacks 'rate', needed by gcra, the default"],
    ['5/s', "2:6 SCHEMA_TYPE 'l' must be an object"],
    ['{ rate: 5 }', "2:14 SCHEMA_TYPE 'rate' must be a string"],
    ['{ rate: 0/s }', '2:14 RATE_INVALID a rate of zero admits nothing'],
    [
      '{ algorithm: sliding-log, rate: 5 per s }',
      '2:38 RATE_INVALID a rate is a count, a slash and a period',
    ],
    [
      '{ rate: 5/s, burst: 0 }',
      "2:26 SCHEMA_RANGE 'burst' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ rate: 5/s, burst: 1.5 }',
      "2:26 SCHEMA_TYPE 'burst' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ rate: 5/s, burst: 2147483648 }',
      "2:26 SCHEMA_RANGE 'burst' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ algorithm: concurrency, limit: 0 }',
      "2:39 SCHEMA_RANGE 'limit' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ rate: 5/s, algorithm: token-bucket }',
      "2:30 SCHEMA_ENUM 'algorithm' must be gcra, fixed-window, sliding-window, sliding-log, concurrency or quota",
    ],
    [
      '{ rate: 0/s, limit: 5, algorithm: sliding_window }',
      "2:40 SCHEMA_ENUM 'algorithm' must be gcra, fixed-window, sliding-window, sliding-log, concurrency or quota; did you mean 'sliding-window'?",
    ],
    [
      '{ rate: 5/s, brust: 7 }',
      "2:19 SCHEMA_PROPERTY_UNKNOWN unknown property 'brust'; did you mean 'burst'?",
    ],
    [
      '{ algorithm: fixed-window, rate: 5/s, window: first_hit }',
      "2:52 SCHEMA_ENUM 'window' must be aligned or first-hit; did you mean 'first-hit'?",
    ],
    [
      '{ algorithm: quota, limit: 5, period: months }',
      "2:44 SCHEMA_ENUM 'period' must be minute, hour, day, week, month or year; did you mean 'month'?",
    ],
    [`{ ${quota}, timeZone: 1 }`, "2:59 SCHEMA_TYPE 'timeZone' must be a string"],
    [
      `{ ${quota}, timeZone: Europe/Berln }`,
      "2:59 TIME_ZONE_INVALID the time zone is not known; did you mean 'Europe/Berlin'?",
    ],
    [
      `{ ${quota}, timeZone: +02:00 }`,
      '2:59 TIME_ZONE_INVALID a time zone has a name, as an offset does not tell when clocks change',
    ],
    [`{ ${quota}, timeZone: "" }`, '2:59 TIME_ZONE_INVALID the time zone is not known'],
    [`{ ${quota}, anchor: 2026 }`, "2:57 SCHEMA_TYPE 'anchor' must be a string"],
    [
      `{ ${quota}, anchor: 2026-01-31T09:30Z }`,
      '2:57 ANCHOR_INVALID an anchor is local to its time zone: leave the offset out',
    ],
    [`{ ${quota}, anchor: 2026-02-29 }`, '2:57 ANCHOR_INVALID there is no such date or time'],
    [`{ ${concurrency}, lease: 60 }`, "2:49 SCHEMA_TYPE 'lease' must be a string"],
    [`{ ${concurrency}, lease: "60" }`, `2:49 DURATION_INVALID 'lease' ${duration}`],
    [`{ ${concurrency}, lease: 0s }`, `2:49 DURATION_INVALID 'lease' ${duration}`],
    [`{ ${concurrency}, lease: 36501d }`, `2:49 DURATION_INVALID 'lease' ${duration}`],
    [`{ rate: 5/s, reservation: { ttl: 1 h } }`, `2:39 DURATION_INVALID 'ttl' ${duration}`],
    [`{ ${quota}, reservation: { ttl: "" } }`, `2:69 DURATION_INVALID 'ttl' ${duration}`],
    [
      '{ rate: 5/s, reservation: { expiry: charged } }',
      "2:42 SCHEMA_ENUM 'expiry' must be charge or refund; did you mean 'charge'?",
    ],
    [
      '{ rate: 5/s, reservation: { tll: 5s } }',
      "2:34 SCHEMA_PROPERTY_UNKNOWN unknown property 'tll'; did you mean 'ttl'?",
    ],
    ['{ rate: 5/s, reservation: 60s }', "2:32 SCHEMA_TYPE 'reservation' must be an object"],
    ['{ rate: 5/s, strict: "yes" }', "2:27 SCHEMA_TYPE 'strict' must be a boolean"],
    ['{ rate: 5/s, shadow: 1 }', "2:27 SCHEMA_TYPE 'shadow' must be a boolean"],
    [
      '{ rate: 5/s, change: asis }',
      "2:27 SCHEMA_ENUM 'change' must be used, as-is, proportional, additive or reset; did you mean 'as-is'?",
    ],
    [
      '{ rate: 5/s, key: 5 }',
      "2:24 SCHEMA_TYPE 'key' must be the path of an attribute, or a list of parts",
    ],
    ['{ rate: 5/s, key: "" }', "2:24 SCHEMA_LENGTH 'key' is empty"],
    ['{ rate: 5/s, key: [a, ""] }', "2:28 SCHEMA_LENGTH item 2 of 'key' is empty"],
    [
      '{ rate: 5/s, key: [5] }',
      "2:25 SCHEMA_TYPE item 1 of 'key' must be the path of an attribute, or { ip: path }",
    ],
    ['{ rate: 5/s, key: [{}] }', "2:25 SCHEMA_REQUIRED item 1 of 'key' lacks 'ip'"],
    ['{ rate: 5/s, key: [{ ip: "" }] }', "2:31 SCHEMA_LENGTH 'ip' is empty"],
    [
      '{ rate: 5/s, key: [{ ip: a, prefix: 31 }] }',
      "2:42 SCHEMA_RANGE 'prefix' must be a whole number from 32 to 128",
    ],
    [
      '{ rate: 5/s, key: [{ ip: a, prefix: 129 }] }',
      "2:42 SCHEMA_RANGE 'prefix' must be a whole number from 32 to 128",
    ],
    [
      '{ rate: 5/s, key: [{ ip: a, perfix: 64 }] }',
      "2:34 SCHEMA_PROPERTY_UNKNOWN unknown property 'perfix'; did you mean 'prefix'?",
    ],
    ['{ rate: 5/s, plans: [a] }', "2:26 SCHEMA_TYPE 'plans' must be an object"],
    ['{ rate: 5/s, plans: { "": 1/s } }', "2:28 SCHEMA_NAME_EMPTY a name in 'plans' is empty"],
    ['{ rate: 5/s, overrides: 1/s }', "2:30 SCHEMA_TYPE 'overrides' must be an object"],
    [
      '{ rate: 5/s, overrides: { "": 1/s } }',
      '2:32 LIMIT_KEY_TOO_LONG a key is empty, and no take has such a key',
    ],
  ])('%s', async (limit, problem) => {
    expect(await problemsOf(limit)).toEqual([problem])
  })

  it.each([['[]'], [JSON.stringify(Array(9).fill('a'))]])(
    'with a key of no parts, or of more than 8: %s',
    async key => {
      expect(await problemsOf(`{ rate: 5/s, key: ${key} }`)).toEqual([
        expect.stringMatching(/^2:24 SCHEMA_LENGTH 'key' .* 1 to 8 /),
      ])
    },
  )

  it.each([
    {
      limit: { rate: '5/s', lease: '5s' },
      code: 'LIMIT_PROPERTY_UNUSED',
      path: ['lease'],
      expected:
        'one of rate, burst, strict, reservation, algorithm, key, shadow, change, plans, overrides',
      found: '"lease"',
    },
    {
      limit: { algorithm: 'quota', limit: 5 },
      code: 'LIMIT_PROPERTY_MISSING',
      path: [],
      expected: "a property 'period'",
      found: 'an object with "algorithm", "limit"',
    },
    {
      limit: { rate: '5/s', plans: { pro: 5 } },
      code: 'LIMIT_NUMBERS_INVALID',
      path: ['plans', 'pro'],
      expected: "a rate such as 100/s, or an object with 'rate' or 'burst'",
      found: '5',
    },
    {
      limit: { algorithm: 'quota', limit: 5, period: 'day', plans: { pro: { burst: 5 } } },
      code: 'LIMIT_NUMBERS_INVALID',
      path: ['plans', 'pro', 'burst'],
      expected: "a whole number, or an object with 'limit' or 'anchor'",
      found: 'an object with "burst"',
    },
    {
      limit: { rate: '5/s', reservation: { ttl: '60' } },
      code: 'DURATION_INVALID',
      path: ['reservation', 'ttl'],
      expected: 'a whole number and ms, s, m, h, d or w, such as 30s, and at most 36500d',
      found: '"60"',
    },
    {
      limit: { algorithm: 'quota', limit: 5, period: 'day', timeZone: 'Mars/Olympus' },
      code: 'TIME_ZONE_INVALID',
      path: ['timeZone'],
      expected: 'an IANA name such as Europe/Berlin, or UTC',
      found: '"Mars/Olympus"',
    },
    {
      limit: { algorithm: 'quota', limit: 5, period: 'day', anchor: '31.1.2026' },
      code: 'ANCHOR_INVALID',
      path: ['anchor'],
      expected: 'a date such as 2026-01-31, or with a time such as 2026-01-31T09:30',
      found: '"31.1.2026"',
    },
    {
      limit: { rate: '5/s', burst: 6, strict: true },
      code: 'STRICT_BURST',
      path: ['burst'],
      expected: 'a burst from 1 to 5',
      found: '6',
    },
    {
      limit: { rate: '5/s', overrides: { ['é'.repeat(32_769)]: '1/s' } },
      code: 'LIMIT_KEY_TOO_LONG',
      path: ['overrides', 'é'.repeat(32_769)],
      expected: '1 to 65536 bytes in UTF-8',
      found: '65538 bytes',
    },
    {
      limit: { rate: '5/s', overrides: { 'a\ud800': '1/s' } },
      code: 'LIMIT_KEY_TOO_LONG',
      path: ['overrides', 'a\ud800'],
      expected: '1 to 65536 bytes in UTF-8',
      found: '"a\\ud800"',
    },
  ])('$code says what was expected and what was found', async ({ limit, path, ...words }) => {
    const problems = await problemsIn(limit)
    expect(problems).toMatchObject([
      { severity: 'error', path: ['limits', 'l', ...path], ...words },
    ])
  })

  it('is left out of the config, and the others stay', async () => {
    const limits = {
      a: { rate: '5/s', lease: '5s' },
      b: { algorithm: 'quota' },
      c: { rate: '5/s' },
    }
    const { config } = await loadConfig({ limits })
    expect(Object.keys(config.limits)).toEqual(['c'])
  })

  it('is found behind an alias, and a key of 65,536 bytes is fine', async () => {
    const { problems } = await loadText(
      'limits:\n  a: &a { rate: 5/s, plans: &p { free: 1 } }\n  b: { rate: 5/s, plans: *p }',
    )
    expect(problems.map(({ position }) => `${position?.line}:${position?.column}`)).toEqual([
      '2:40',
      '2:40',
    ])
    const overrides = { ['é'.repeat(32_768)]: '1/s' }
    expect(await problemsIn({ rate: '5/s', overrides })).toEqual([])
  })
})

describe('words of the user that objects have in their prototype', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']

  it.each(names)('%s may name a limit, a plan and a key', async name => {
    const text = JSON.stringify({ rate: '5/s', plans: { x: '1/s' }, overrides: { x: '2/s' } })
    const { config, problems } = await loadText(
      `{"limits": {"${name}": ${text.replaceAll('"x"', `"${name}"`)}}}`,
      'sluice.json',
    )
    expect(problems).toEqual([])
    const limit = config.limits[name]
    expect(Object.entries(limit?.plans ?? {})).toEqual([[name, '1/s']])
    expect(Object.entries(limit?.overrides ?? {})).toEqual([[name, '2/s']])
  })

  it.each(names)('%s is no algorithm, no property and no number', async name => {
    const { problems } = await loadText(
      `limits:
  a: { algorithm: ${name} }
  b: { rate: 5/s, ${name}: 1 }
  c: { rate: 5/s, plans: { p: { ${name}: 1 } } }
  d: { rate: 5/s, reservation: { ${name}: 1 } }
  e: { rate: 5/s, key: [{ ip: a, ${name}: 1 }] }`,
    )
    expect(problems.map(({ code, position }) => `${position?.line} ${code}`)).toEqual([
      '2 SCHEMA_ENUM',
      ...[3, 4, 5, 6].map(line => `${line} SCHEMA_PROPERTY_UNKNOWN`),
    ])
  })
})

describe('very many limits, plans and overrides', () => {
  const count = 100_000
  const many = (value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value]))

  it.each([
    { algorithm: 'gcra', rate: '5/s', overrides: many('7/s'), plans: many({ burst: 7 }) },
    {
      algorithm: 'quota',
      limit: 5,
      period: 'day',
      overrides: many({ limit: 7, anchor: '2026-01-31' }),
    },
  ])(
    'load: $algorithm',
    async l => {
      const { config, problems } = await loadConfig({ limits: { l } })
      expect(problems).toEqual([])
      expect(Object.keys(config.limits.l?.overrides ?? {})).toHaveLength(count)
    },
    10_000,
  )

  it.each([
    ['LIMIT_NUMBERS_INVALID', { l: { rate: '5/s', overrides: many(7) } }],
    ['RATE_INVALID', { l: { rate: '5/s', plans: many('7') } }],
    ['SCHEMA_TYPE', { l: { rate: '5/s', overrides: many(null), plans: many([{}]) } }],
    ['LIMIT_PROPERTY_MISSING', many({})],
    ['SCHEMA_TYPE', many(7)],
    ['SCHEMA_TYPE', many({ rate: '5/s', key: 5, plans: 5, overrides: { a: null } })],
  ])(
    'have their problems cut at a thousand, and none of them is kept: %s',
    async (code, limits) => {
      const { config, problems } = await loadConfig({ limits })
      expect(problems).toHaveLength(1001)
      expect(problems[0]?.code).toBe(code)
      expect(problems.at(-1)?.code).toBe('PROBLEMS_CUT')
      expect(Object.keys(config.limits)).toEqual([])
    },
    30_000,
  )

  it('do not hide behind a thousand warnings', async () => {
    const targeting = { nope: 1 }
    const flags = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [`f${index}`, flag({ targeting })]),
    )
    const limits = { a: { rate: '5/s', burst: 'x' }, b: { rate: '5/s' } }
    const loaded = await loadConfig({ flags, limits }, { malformedRules: 'warning' })
    expect(loaded.problems.filter(({ severity }) => severity === 'error').map(brief)).toEqual([
      "SCHEMA_TYPE 'burst' must be a whole number from 1 to 2147483647",
    ])
    expect(Object.keys(loaded.config.limits)).toEqual(['b'])
  })
})

describe('whatever a limit is', () => {
  const word = fc.constantFrom(
    ...Object.keys(schema.definitions.limit.properties),
    ...['ip', 'prefix', 'ttl', 'expiry', '__proto__', 'constructor', ''],
  )
  const value = fc.oneof(
    fc.constantFrom(...algorithms, '5/s', '0/s', '3000000000/d', 'UTC', '2026-01-31', '60s'),
    fc.constantFrom('\ud800', '', 1, 5, 0, -1, 1.5, 1e300, true, false, null),
    fc.anything({ withNullPrototype: true }),
  )
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      value,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(word, tie('tree')),
    ),
  }))
  const limit = fc.oneof(
    tree,
    fc.dictionary(word, tree),
    fc.record({ algorithm: value, rate: tree }),
  )

  it('loadConfig returns, and what it keeps is in the schema', async () => {
    await fc.assert(
      fc.asyncProperty(limit, async l => {
        const { config, problems } = await loadConfig({ limits: { l } })
        expect(problems.every(({ code }) => /^[A-Z]+(_[A-Z]+)*$/.test(code))).toBe(true)
        if (problems.length === 0) {
          expect(isInSchema({ limits: config.limits })).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
