// A config with every section, damaged at random: loading it always ends, whatever is wrong has a code and a place, and
// what the loader finds nothing wrong with is in the schema that editors read.
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { entityChecker } from '../../src/config/entity-checker.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { JsonValue } from '../../src/config/types.ts'
import { loadText } from './helpers.ts'

const digest = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
const whole = {
  flags: { ui: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'on' } },
  features: {
    sso: { type: 'boolean', default: false, flag: 'ui' },
    seats: { type: 'gauge', default: 1, addOns: 'sum' },
    retention: { type: 'config', default: 7 },
    calls: { type: 'metered', quota: 'calls' },
  },
  limits: {
    'per-key': { rate: '5/s', key: 'key.id' },
    'per-tenant': { rate: '9/s', key: 'tenant.id' },
  },
  quotas: { calls: { period: 'month', key: 'tenant.id', timeZone: 'UTC' } },
  plans: {
    free: {
      features: { sso: false, seats: 3 },
      limits: { 'per-key': '10/s' },
      quotas: { calls: 10 },
    },
    pro: {
      features: { retention: 90 },
      limits: { 'per-tenant': 0 },
      quotas: { calls: 'unlimited' },
    },
  },
  tenants: {
    acme: {
      plan: 'free',
      planUntil: '2027-01-01T00:00:00Z',
      trial: { plan: 'pro', until: '2026-12-31' },
      graceUntil: '2026-12-01',
      overrides: {
        features: { sso: true, seats: { value: 10, from: '2026-01-01', until: '2026-02-01' } },
        limits: { 'per-tenant': { rate: '50/s', burst: 9 } },
        quotas: { calls: 50 },
      },
      addOns: [{ features: { seats: 5 }, quantity: 2, from: '2026-01-01' }],
      used: { seats: 2 },
    },
  },
  roles: { writer: ['orders:read', 'orders:*'] },
  keys: [
    {
      id: 'sk_live_8Jd0Xk2p',
      hash: `hmac-sha256:p1:${digest}`,
      tenant: 'acme',
      subject: 'user-7',
      roles: ['writer'],
      permissions: ['*'],
      expires: '2027-01-01',
      state: 'active',
      rotated: { to: 'b', graceUntil: '2027-01-01' },
      networks: ['10.0.0.0/8'],
    },
  ],
  sessions: {
    jwt: [
      {
        issuer: 'a',
        audience: 'api',
        algorithms: ['RS256'],
        jwks: 'https://id/jwks',
        maxAge: '24h',
      },
      {
        issuer: 'b',
        audience: ['api'],
        algorithms: ['HS256'],
        secretEnv: 'S',
        claims: { tenant: 'org' },
      },
    ],
  },
  credentials: { failures: 'per-key' },
  gates: {
    create: {
      credential: ['key', 'none'],
      tenant: ['active'],
      permission: 'orders:write or admin',
      entitlement: ['sso'],
      features: ['seats'],
      flags: ['ui'],
      limits: ['per-key'],
      quotas: { calls: 2 },
    },
  },
}

/** Every place of a value, in depth. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(Object(value) === value ? (value as object) : {})
  return [path, ...entries.flatMap(([step, item]) => places(item, [...path, step]))]
}

function withValue(root: unknown, path: readonly (string | number)[], value: JsonValue): object {
  const copy = structuredClone(root) as never
  let holder: never = copy
  for (const step of path.slice(0, -1)) holder = Reflect.get(holder, step)
  Reflect.set(holder, path.at(-1)!, value)
  return copy
}

const others = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    '',
    'x',
    'free',
    'sso',
    'calls',
    '5/s',
    '2026-05-05',
    0,
    1,
    -1,
    1.5,
    2 ** 31,
  ),
  fc.constantFrom<JsonValue>(
    [],
    {},
    [[]],
    [{}],
    ['x'],
    { x: 1 },
    { file: 'x' },
    { value: 1 },
    { limit: 5 },
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>,
)
const change = fc.tuple(fc.constantFrom(...places(whole).filter(path => path.length > 0)), others)

describe('a config with every section', () => {
  it('is well', async () => {
    expect((await loadConfig(whole)).problems).toEqual([])
    const { config } = await loadConfig(whole)
    const checker = entityChecker(config)
    for (const tenant of Object.values(config.tenants))
      expect(checker.tenant(tenant, [])).toEqual([])
    for (const key of config.keys) expect(checker.key(key, [])).toEqual([])
    const { acme } = config.tenants
    const odd = {
      ...acme!,
      plan: 'none',
      used: { sso: 1 },
      addOns: [{ ...acme!.addOns[0]!, features: { x: 1 } }],
    }
    expect(checker.tenant(odd, ['t']).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['PLAN_UNKNOWN', 't.plan'],
      ['FEATURE_UNKNOWN', 't.addOns.0.features.x'],
      ['FEATURE_VALUE_INVALID', 't.used.sso'],
    ])
  })

  it('may be damaged anywhere', { timeout: 60_000 }, async () => {
    const isInSchema = new Ajv({ strict: false, logger: false }).compile(schema)
    await fc.assert(
      fc.asyncProperty(change, async ([path, value]) => {
        const damaged = withValue(whole, path, value)
        const { problems, config } = await loadText(JSON.stringify(damaged), 'sluice.json')
        for (const { code, position, message } of problems) {
          expect(code).toMatch(/^[A-Z][A-Z_]+$/)
          expect(position, message).toBeDefined()
        }
        const isWell = problems.every(({ severity }) => severity === 'warning')
        if (isWell) expect(isInSchema(damaged), JSON.stringify(isInSchema.errors)).toBe(true)
        expect(JSON.stringify(problems)).not.toContain(digest.slice(0, 16))
        expect(Object.keys(config.gates).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1500 },
    )
  })

  it('may be nothing but damage', { timeout: 60_000 }, async () => {
    const names = Object.keys(whole)
    const section = fc.jsonValue({ maxDepth: 5 })
    const config = fc.dictionary(fc.constantFrom(...names), section)
    await fc.assert(
      fc.asyncProperty(config, async damaged => {
        await loadConfig(damaged)
      }),
      { numRuns: 500 },
    )
  })
})
