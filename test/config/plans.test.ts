// What is sold: features, quotas, plans and tenants, and every way to get one wrong. One mistake, one problem, at its
// place.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { formatProblem } from '../../src/problems.ts'
import { brief, flag, loadText, temporaryFolder } from './helpers.ts'

const base = `
flags:
  sso-ui: { state: ENABLED, variants: { on: true, off: false } }
  theme: { state: ENABLED, variants: { a: dark, b: light } }
features:
  sso: { type: boolean, default: false, flag: sso-ui }
  seats: { type: gauge, default: 1, addOns: sum }
  retention: { type: config, default: 7 }
  api-calls: { type: metered, quota: api-calls }
limits:
  per-key: { rate: 5/s, key: key.id }
  per-tenant: { rate: 5/s, key: tenant.id }
  exports: { algorithm: concurrency, limit: 2, key: [tenant.id] }
quotas:
  api-calls: { period: month, key: tenant.id, limit: 100 }
plans:
  free: { features: { sso: false, seats: 3 }, limits: { per-key: 10/s }, quotas: { api-calls: 10000 } }
`

/** The problems of the base with more behind it: `+1` is the first line of what is added. */
async function problemsWith(text: string): Promise<string[]> {
  const { problems } = await loadText(`${base}${text}`)
  const first = base.split('\n').length - 1
  return problems.map(problem => brief(problem).replace(/^\d+/, line => `+${Number(line) - first}`))
}

describe('what is sold', () => {
  it('comes out in one form, with dates in Unix ms', async () => {
    const { config, problems } = await loadText(`${base}
  pro:
    features: { sso: true, seats: 20, retention: [gold, 90] }
    limits: { per-key: { rate: 100/s, burst: 500 }, exports: 0 }
    quotas: { api-calls: unlimited }
tenants:
  acme:
    plan: free
    planUntil: 2027-01-01T00:00:00Z
    trial: { plan: pro, until: 2026-12-31 }
    graceUntil: 2026-12-01T01:00:00+01:00
    overrides:
      features: { sso: true, seats: { value: 10, from: 2026-01-01, until: 2026-02-01 } }
      limits: { per-tenant: 50/s, exports: 9 }
      quotas: { api-calls: { limit: 50000, anchor: 2026-01-31 } }
    addOns:
      - { features: { seats: 5 }, quantity: 2, from: 2026-01-01 }
      - features: { sso: true }
    used: { seats: 2 }
  __proto__: { state: suspended }
`)
    expect(problems).toEqual([])
    expect(config.features).toEqual({
      sso: { type: 'boolean', default: false, flag: 'sso-ui' },
      seats: { type: 'gauge', default: 1, addOns: 'sum' },
      retention: { type: 'config', default: 7 },
      'api-calls': { type: 'metered', quota: 'api-calls' },
    })
    expect(config.plans).toEqual({
      free: {
        features: { sso: false, seats: 3 },
        limits: { 'per-key': '10/s' },
        quotas: { 'api-calls': 10000 },
      },
      pro: {
        features: { sso: true, seats: 20, retention: ['gold', 90] },
        limits: { 'per-key': { rate: '100/s', burst: 500 }, exports: 0 },
        quotas: { 'api-calls': 'unlimited' },
      },
    })
    const [acme, other] = Object.values(config.tenants)
    expect(acme).toEqual({
      id: 'acme',
      plan: 'free',
      planUntilMs: Date.UTC(2027, 0, 1),
      state: 'active',
      trial: { plan: 'pro', untilMs: Date.UTC(2026, 11, 31) },
      graceUntilMs: Date.UTC(2026, 11, 1),
      overrides: {
        features: {
          sso: { value: true, fromMs: null, untilMs: null },
          seats: { value: 10, fromMs: Date.UTC(2026, 0, 1), untilMs: Date.UTC(2026, 1, 1) },
        },
        limits: { 'per-tenant': '50/s', exports: 9 },
        quotas: { 'api-calls': { limit: 50000, anchor: '2026-01-31' } },
      },
      addOns: [
        { features: { seats: 5 }, quantity: 2, fromMs: Date.UTC(2026, 0, 1), untilMs: null },
        { features: { sso: true }, quantity: 1, fromMs: null, untilMs: null },
      ],
      used: { seats: 2 },
    })
    expect(other).toMatchObject({ id: '__proto__', state: 'suspended', addOns: [], used: {} })
    expect(other).not.toHaveProperty('plan')
  })

  it('becomes limits: quotas, and the numbers of plans and tenants', async () => {
    const { config } = await loadText(`${base}
  pro: { limits: { exports: 0 }, quotas: { api-calls: unlimited } }
  team: { limits: { exports: unlimited, per-key: { burst: 9 } } }
tenants:
  acme: { overrides: { limits: { per-tenant: 50/s }, quotas: { api-calls: 50000 } } }
`)
    expect(config.limits).toEqual({
      'per-key': {
        algorithm: 'gcra',
        rate: '5/s',
        key: 'key.id',
        plans: { free: '10/s', team: { burst: 9 } },
      },
      'per-tenant': {
        algorithm: 'gcra',
        rate: '5/s',
        key: 'tenant.id',
        overrides: { acme: '50/s' },
      },
      exports: {
        algorithm: 'concurrency',
        limit: 2,
        key: ['tenant.id'],
        plans: { team: 2147483647 },
      },
      'api-calls': {
        algorithm: 'quota',
        period: 'month',
        key: 'tenant.id',
        limit: 100,
        plans: { free: 10000, pro: 2147483647 },
        overrides: { acme: 50000 },
      },
    })
  })

  it('lets a quota have the smallest number of its plans, of those that have it', async () => {
    const { config, problems } = await loadText(`
quotas: { a: { period: day, plans: { z: 900 } }, b: { period: day } }
plans:
  x: { quotas: { a: { limit: 500, anchor: 2026-01-31 }, b: unlimited } }
  y: { quotas: { a: 0 } }
  w: { limits: { a: { anchor: 2026-01-30 } } }
`)
    expect(problems).toEqual([])
    expect([config.limits.a?.limit, config.limits.b?.limit]).toEqual([500, 2147483647])
  })

  it('is found where it stands, also under the limit that it became a part of', async () => {
    const { locate } = await loadText(`quotas: { a: { period: day, limit: 5, key: tenant.id } }
plans:
  x:
    quotas: { a: 9 }
tenants:
  t:
    overrides: { quotas: { a: 7 } }
`)
    const place = (...path: string[]) => {
      const { line, column } = locate(path) ?? {}
      return `${line}:${column}`
    }
    expect(place('limits', 'a', 'period')).toBe('1:24')
    expect(place('quotas', 'a', 'limit')).toBe('1:36')
    expect(place('limits', 'a', 'plans', 'x')).toBe('4:18')
    expect(place('limits', 'a', 'overrides', 't')).toBe('7:31')
    expect(place('tenants', 't', 'overrides')).toBe('7:16')
    expect(place('plans', 'x')).toBe('4:5')
  })

  it('may be spread over the files of a folder', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'tenants: { t: { plan: x, used: { seats: 1 } } }')
    await writeFile(
      join(folder, 'b.yaml'),
      'plans: { x: { features: { seats: 5 }, limits: { l: 9/s } } }',
    )
    await writeFile(
      join(folder, 'c.yaml'),
      'limits: { l: { rate: 1/s } }\nfeatures: { seats: { type: gauge } }\ntenants: { u: { plan: y } }',
    )
    const { config, problems, locate } = await loadConfig(folder)
    expect(problems.map(formatProblem).map(line => line.replaceAll(`${folder}/`, ''))).toEqual([
      'c.yaml:3:23: error PLAN_UNKNOWN: there is no plan \'y\' (at tenants.u.plan; expected one of x; found "y")',
    ])
    expect(config.limits.l?.plans).toEqual({ x: '9/s' })
    expect(Object.keys(config.tenants)).toEqual(['t'])
    expect(locate(['limits', 'l', 'plans', 'x'])?.file).toBe(join(folder, 'b.yaml'))
  })

  it('is looked at in vain while a file does not parse: what it defines nobody knows', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'tenants: { t: { plan: x } }')
    await writeFile(join(folder, 'b.yaml'), 'plans: { x: [')
    const { problems } = await loadConfig(folder)
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['YAML_SYNTAX']))
  })
})

describe('a feature', () => {
  async function featureProblems(body: string): Promise<string[]> {
    const text = base.replace('features:\n', `features:\n  f: { ${body} }\n`)
    return (await loadText(text)).problems.map(problem => brief(problem).replace(/^\d+:/, ''))
  }

  it.each([
    ['type: flag', "14 SCHEMA_ENUM 'type' must be boolean, gauge, config or metered"],
    ['default: 1', "3 SCHEMA_REQUIRED 'f' lacks 'type'"],
    [
      'type: boolean, defualt: true',
      "23 SCHEMA_PROPERTY_UNKNOWN unknown property 'defualt'; did you mean 'default'?",
    ],
    [
      'type: boolean, default: 1',
      "32 FEATURE_VALUE_INVALID 'default' does not fit the feature, which is boolean",
    ],
    [
      'type: gauge, default: -1',
      "30 FEATURE_VALUE_INVALID 'default' does not fit the feature, which is gauge",
    ],
    [
      'type: gauge, default: yes',
      "30 FEATURE_VALUE_INVALID 'default' does not fit the feature, which is gauge",
    ],
    [
      'type: config, addOns: max, default: x',
      "44 FEATURE_VALUE_INVALID 'default' does not fit the feature, which is config",
    ],
    [
      'type: boolean, addOns: sum',
      "31 FEATURE_PROPERTY_UNUSED 'addOns: sum' is for numbers, and the feature is boolean",
    ],
    ['type: boolean, addOns: add', "31 SCHEMA_ENUM 'addOns' must be replace, sum or max"],
    [
      'type: gauge, quota: api-calls',
      "21 FEATURE_PROPERTY_UNUSED 'quota' belongs to features of type metered, and not to gauge",
    ],
    ['type: metered', "3 FEATURE_PROPERTY_MISSING 'f' lacks 'quota', needed by metered features"],
    [
      'type: metered, quota: api-calls, default: 5',
      "41 FEATURE_PROPERTY_UNUSED 'default' belongs to features of type boolean, gauge or config, and not to metered",
    ],
    [
      'type: metered, quota: api-call',
      "30 QUOTA_UNKNOWN there is no quota or limit 'api-call'; did you mean 'api-calls'?",
    ],
    ['type: boolean, flag: sso', "29 FLAG_UNKNOWN there is no flag 'sso'"],
    [
      'type: boolean, flag: theme',
      "29 FEATURE_FLAG_TYPE the flag 'theme' is never true, so the feature is always hidden",
    ],
    ['type: metered, quota: per-key', undefined],
    ['type: config, default: { a: [null] }', undefined],
    ['type: config, addOns: sum, default: 5, flag: sso-ui', undefined],
  ])('{ %s }', async (body, problem) => {
    expect(await featureProblems(body)).toEqual(problem === undefined ? [] : [problem])
  })

  it('whose flag is never true is warned of, and stays', async () => {
    const flags = { theme: flag({ variants: { a: 1 } }) }
    const features = { f: { type: 'boolean', flag: 'theme' } }
    const { config, problems } = await loadConfig({ flags, features })
    expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
    expect(Object.keys(config.features)).toEqual(['f'])
  })
})

describe('a quota', () => {
  it.each([
    ['{}', "2:3 SCHEMA_REQUIRED 'q' lacks 'period'"],
    ['{ period: month }', "2:3 QUOTA_LIMIT_MISSING 'q' lacks 'limit', and no plan gives one"],
    [
      '{ period: fortnight, limit: 5 }',
      "2:16 SCHEMA_ENUM 'period' must be minute, hour, day, week, month or year",
    ],
    [
      '{ period: day, limit: 0 }',
      "2:28 SCHEMA_RANGE 'limit' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ period: day, limit: 5, rate: 5/s }',
      "2:31 SCHEMA_PROPERTY_UNKNOWN unknown property 'rate'",
    ],
    [
      '{ period: day, limit: 5, algorithm: quota }',
      "2:31 SCHEMA_PROPERTY_UNKNOWN unknown property 'algorithm'",
    ],
    [
      '{ period: day, limit: 5, timeZone: Mars }',
      '2:41 TIME_ZONE_INVALID the time zone is not known',
    ],
    [
      '{ period: day, limit: 5, plans: { a: 5/s } }',
      "2:43 LIMIT_NUMBERS_INVALID 'a' gives a rate, which quota does not have",
    ],
    [
      '{ period: day, limit: 5, reservation: { ttl: x } }',
      "2:51 DURATION_INVALID 'ttl' must be a duration: a whole number of 1 or more and its unit",
    ],
  ])('%s', async (quota, problem) => {
    const { problems, config } = await loadText(`quotas:\n  q: ${quota}`)
    expect(problems.map(brief)).toEqual([problem])
    expect(config.limits).toEqual({})
  })

  it('is a limit, so no limit has its name', async () => {
    const { problems } = await loadText(
      'limits:\n  a: { rate: 5/s }\nquotas:\n  a: { period: day, limit: 5 }',
    )
    expect(problems.map(brief)).toEqual(["4:3 KEY_DUPLICATE 'a' is defined twice"])
    expect(problems[0]?.found).toMatch(/^the same name at .*:2:3$/)
  })
})

describe('a plan', () => {
  const form =
    'a rate such as 100/s, a whole number from 0 to 2147483647, unlimited, or an object with what differs'
  it.each([
    [
      'feature: {}',
      "1:8 SCHEMA_PROPERTY_UNKNOWN unknown property 'feature'; did you mean 'features'?",
    ],
    [
      'features: { sso: 1 }',
      "1:25 FEATURE_VALUE_INVALID 'sso' does not fit the feature, which is boolean",
    ],
    [
      'features: { seats: -1 }',
      "1:27 FEATURE_VALUE_INVALID 'seats' does not fit the feature, which is gauge",
    ],
    [
      'features: { api-calls: true }',
      "1:31 FEATURE_VALUE_INVALID 'api-calls' does not fit the feature, which is metered",
    ],
    [
      'limits: { per-kye: 5/s }',
      "1:18 LIMIT_UNKNOWN there is no limit 'per-kye'; did you mean 'per-key'?",
    ],
    ['limits: { per-key: 0/s }', '1:27 RATE_INVALID a rate of zero admits nothing'],
    [
      'limits: { per-key: 5 }',
      "1:27 LIMIT_NUMBERS_INVALID 'per-key' gives a limit, which gcra does not have",
    ],
    [
      'limits: { per-key: unlimited }',
      "1:27 PLAN_RATE_UNLIMITED 'per-key' is a rate, which cannot be unlimited",
    ],
    ['limits: { exports: -1 }', `1:27 SCHEMA_RANGE 'exports' must be ${form}`],
    ['limits: { exports: {} }', "1:27 SCHEMA_LENGTH 'exports' is empty"],
    [
      'limits: { exports: { rate: 5/s } }',
      "1:29 LIMIT_NUMBERS_INVALID 'exports' gives a rate, which concurrency does not have",
    ],
    [
      'quotas: { per-key: 5 }',
      "1:18 QUOTA_UNKNOWN 'per-key' is a limit and not a quota: name it under limits",
    ],
    ['quotas: { calls: 5 }', "1:18 QUOTA_UNKNOWN there is no quota 'calls'"],
    [
      'quotas: { api-calls: { anchor: 2026-02-30 } }',
      '1:39 ANCHOR_INVALID there is no such date or time',
    ],
    [
      'limits: { api-calls: 5 }, quotas: { api-calls: 5 }',
      "1:44 KEY_DUPLICATE the plan gives 'api-calls' twice",
    ],
    ['limits: { per-key: 0, exports: unlimited, api-calls: 5 }', undefined],
  ])('{ %s }', async (plan, problem) => {
    const expected = problem === undefined ? [] : [`+${problem}`]
    expect(await problemsWith(`  p: { ${plan} }`)).toEqual(expected)
  })

  it('does not give what the limit itself gives the plan', async () => {
    const { problems } = await loadText(
      'limits: { l: { rate: 5/s, plans: { p: 7/s } } }\nplans: { p: { limits: { l: 9/s } } }',
    )
    expect(problems.map(brief)).toEqual([
      "2:25 KEY_DUPLICATE 'l' has numbers for plan 'p' of its own",
    ])
    expect(problems[0]?.found).toMatch(/^the same at .*:1:39$/)
  })

  it('gives features that are declared, and no other', async () => {
    expect(await problemsWith('  a: { features: { seat: 5 } }')).toEqual([
      "+1:20 FEATURE_UNKNOWN there is no feature 'seat'; did you mean 'seats'?",
    ])
    const { problems } = await loadText('plans:\n  a: { features: { support: false } }')
    expect(problems.map(formatProblem).map(line => line.replace(/^.*yaml:/, ''))).toEqual([
      '2:20: error FEATURE_UNKNOWN: there is no feature \'support\' (at plans.a.features.support; expected a feature: there is none; found "support")',
    ])
  })
})

describe('a tenant', () => {
  const numbers =
    'a rate such as 100/s, a whole number from 1 to 2147483647, or an object with what differs'
  const date = 'a date such as 2027-01-31, or with a time such as 2027-01-31T09:30:00Z'
  it.each([
    ['5', "2:6 SCHEMA_TYPE 't' must be an object"],
    ['{ plan: fre }', "2:14 PLAN_UNKNOWN there is no plan 'fre'; did you mean 'free'?"],
    ['{ plan: 5 }', "2:14 SCHEMA_TYPE 'plan' must be a string"],
    [
      '{ plan: "" }',
      "2:14 TEXT_INVALID 'plan' must be a text of 1 to 1024 bytes in UTF-8 without control characters",
    ],
    ['{ paln: free }', "2:8 SCHEMA_PROPERTY_UNKNOWN unknown property 'paln'; did you mean 'plan'?"],
    ['{ id: t }', "2:8 SCHEMA_PROPERTY_UNKNOWN unknown property 'id'"],
    ['{ planUntil: 2027-01-01 }', "2:3 SCHEMA_REQUIRED 't' lacks 'plan'"],
    ['{ plan: free, planUntil: 2027-02-30 }', `2:31 DATE_INVALID 'planUntil' must be ${date}`],
    [
      '{ plan: free, planUntil: 2027-01-01T00:00:00 }',
      `2:31 DATE_INVALID 'planUntil' must be ${date}`,
    ],
    ['{ plan: free, planUntil: 1798761600000 }', `2:31 DATE_INVALID 'planUntil' must be ${date}`],
    [
      '{ state: suspend }',
      "2:15 SCHEMA_ENUM 'state' must be active or suspended; did you mean 'suspended'?",
    ],
    ['{ trial: { plan: free } }', "2:8 SCHEMA_REQUIRED 'trial' lacks 'until'"],
    ['{ trial: { until: 2027-01-01 } }', "2:8 SCHEMA_REQUIRED 'trial' lacks 'plan'"],
    ['{ trial: { plan: gold, until: 2027-01-01 } }', "2:23 PLAN_UNKNOWN there is no plan 'gold'"],
    [
      '{ overrides: { feature: {} } }',
      "2:21 SCHEMA_PROPERTY_UNKNOWN unknown property 'feature'; did you mean 'features'?",
    ],
    [
      '{ overrides: { features: { ss: true } } }',
      "2:33 FEATURE_UNKNOWN there is no feature 'ss'; did you mean 'sso'?",
    ],
    [
      '{ overrides: { features: { sso: 1 } } }',
      "2:38 FEATURE_VALUE_INVALID 'sso' does not fit the feature, which is boolean",
    ],
    [
      '{ overrides: { features: { retention: { days: 5 } } } }',
      "2:33 SCHEMA_REQUIRED 'retention' lacks 'value': write an object as { value: { ... } }",
    ],
    [
      '{ overrides: { features: { sso: { from: 2026-01-01 } } } }',
      "2:33 SCHEMA_REQUIRED 'sso' lacks 'value': write an object as { value: { ... } }",
    ],
    [
      '{ overrides: { features: { sso: { value: true, from: 2026-01-02, until: 2026-01-02 } } } }',
      "2:78 PERIOD_EMPTY 'until' must be later than 'from'",
    ],
    [
      '{ overrides: { limits: { per-key: 50/s } } }',
      "2:31 LIMIT_NOT_BY_TENANT 'per-key' does not count by tenant, so a tenant cannot have numbers of its own",
    ],
    [
      '{ overrides: { limits: { per-tenant: 50/x } } }',
      '2:43 RATE_INVALID the unit of the period is not known',
    ],
    [
      '{ overrides: { limits: { per-tenant: 0 } } }',
      `2:43 SCHEMA_RANGE 'per-tenant' must be ${numbers}`,
    ],
    [
      '{ overrides: { limits: { per-tenant: [5/s] } } }',
      `2:43 SCHEMA_TYPE 'per-tenant' must be ${numbers}`,
    ],
    ['{ overrides: { limits: { per-tenant: {} } } }', "2:43 SCHEMA_LENGTH 'per-tenant' is empty"],
    [
      '{ overrides: { limits: { per-tenant: { burst: 1.5 } } } }',
      "2:52 SCHEMA_RANGE 'burst' must be a whole number from 1 to 2147483647",
    ],
    ['{ overrides: { limits: { nope: 5/s } } }', "2:31 LIMIT_UNKNOWN there is no limit 'nope'"],
    [
      '{ overrides: { quotas: { per-tenant: 5/s } } }',
      "2:31 QUOTA_UNKNOWN 'per-tenant' is a limit and not a quota: name it under limits",
    ],
    [
      '{ overrides: { limits: { api-calls: 5 }, quotas: { api-calls: 7 } } }',
      "2:57 KEY_DUPLICATE the tenant overrides 'api-calls' twice",
    ],
    ['{ addOns: { features: {} } }', "2:16 SCHEMA_TYPE 'addOns' must be a list"],
    ['{ addOns: [{ quantity: 2 }] }', "2:17 SCHEMA_REQUIRED item 1 of 'addOns' lacks 'features'"],
    [
      '{ addOns: [{ features: { seats: 1 }, quantity: 0 }] }',
      "2:53 SCHEMA_RANGE 'quantity' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ addOns: [{ features: { seat: 1 } }] }',
      "2:31 FEATURE_UNKNOWN there is no feature 'seat'; did you mean 'seats'?",
    ],
    [
      '{ addOns: [{ features: { seats: x } }] }',
      "2:38 FEATURE_VALUE_INVALID 'seats' does not fit the feature, which is gauge",
    ],
    ['{ used: { seats: -1 } }', "2:23 SCHEMA_RANGE 'seats' must be a number of 0 or more"],
    [
      '{ used: { seat: 1 } }',
      "2:16 FEATURE_UNKNOWN there is no feature 'seat'; did you mean 'seats'?",
    ],
    [
      '{ used: { sso: 1 } }',
      "2:16 FEATURE_VALUE_INVALID 'sso' is boolean, and only of gauges something is used",
    ],
    [
      '{ overrides: { features: { retention: { value: { days: 5 } } } }, used: { seats: 1.5 } }',
      undefined,
    ],
  ])('%s', async (tenant, problem) => {
    const expected = problem === undefined ? [] : [`+${problem}`]
    expect(await problemsWith(`tenants:\n  t: ${tenant}`)).toEqual(expected)
  })

  it('has an id of 1 to 128 bytes', async () => {
    const { problems } = await loadConfig({
      tenants: { ['é'.repeat(64)]: {}, ['é'.repeat(65)]: {}, '': {}, 'a\nb': {}, '\ud800': {} },
    })
    expect(problems.map(({ code, found }) => [code, found])).toEqual([
      ['TEXT_INVALID', '130 bytes'],
      ['TEXT_INVALID', '""'],
      ['TEXT_INVALID', '"a\\nb"'],
      ['TEXT_INVALID', '"\\ud800"'],
    ])
  })

  it('does not override what the limit itself overrides', async () => {
    const { problems } = await loadText(`
limits: { l: { rate: 5/s, key: tenant.id, overrides: { t: 7/s } } }
tenants: { t: { overrides: { limits: { l: 9/s } } } }`)
    expect(problems.map(brief)).toEqual([
      "3:40 KEY_DUPLICATE 'l' has numbers for key 't' of its own",
    ])
    expect(problems[0]?.found).toMatch(/^the same at .*:2:59$/)
  })
})

describe('sections of what is sold', () => {
  it('have bounds, over all files of a folder', async () => {
    const many = (count: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, value]))
    const folder = await temporaryFolder()
    const write = (name: string, content: object) =>
      writeFile(join(folder, name), JSON.stringify(content))
    await write('a.json', { features: many(1024, { type: 'config' }), plans: many(256, {}) })
    expect((await loadConfig(folder)).problems).toEqual([])
    await write('b.json', { features: { more: { type: 'config' } }, plans: { more: {} } })
    const { problems, config } = await loadConfig(folder)
    expect(
      problems.map(({ code, message, expected, found }) => [code, message, expected, found]),
    ).toEqual([
      ['SECTION_TOO_LARGE', "'features' has too many entries", 'at most 1024', '1025'],
      ['SECTION_TOO_LARGE', "'plans' has too many entries", 'at most 256', '257'],
    ])
    expect([config.features, config.plans]).toEqual([{}, {}])
  })

  it.each([
    ['features: []', "1:11 SCHEMA_TYPE 'features' must be an object"],
    ['quotas: 5', "1:9 SCHEMA_TYPE 'quotas' must be an object"],
    ['plans: { a: 5 }', "1:13 SCHEMA_TYPE 'a' must be an object"],
    ['plans: { "": {} }', "1:10 SCHEMA_NAME_EMPTY a name in 'plans' is empty"],
    ['tenants: []', "1:10 SCHEMA_TYPE 'tenants' must be an object"],
    ['tenants:', "1:9 SCHEMA_TYPE 'tenants' must be an object"],
    ['plans: { a: {}, a: {} }', "1:17 KEY_DUPLICATE 'a' is defined twice"],
  ])('%s', async (text, problem) => {
    expect((await loadText(text)).problems.map(brief)).toEqual([problem])
  })

  it('may be empty', async () => {
    const empty = { features: {}, quotas: {}, plans: {}, tenants: {}, roles: {}, keys: [] }
    const { problems } = await loadConfig({ ...empty, sessions: {}, credentials: {}, gates: {} })
    expect(problems).toEqual([])
  })
})
