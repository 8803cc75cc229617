// Gates, roles, the issuers of sessions, and the limit of failures: every way to get one wrong, at its place.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { formatProblem } from '../../src/problems.ts'
import { brief, loadText, temporaryFolder } from './helpers.ts'

async function problemsOf(text: string): Promise<string[]> {
  return (await loadText(text)).problems.map(brief)
}

const base = `
flags: { new-ui: { state: ENABLED, variants: { on: true } } }
features: { sso: { type: boolean }, seats: { type: gauge } }
limits:
  per-key: { rate: 5/s, key: key.id }
  keyless: { rate: 5/s }
  slots: { algorithm: concurrency, limit: 5, key: key.id }
quotas: { calls: { period: day, limit: 5, key: tenant.id } }
`
const lines = base.split('\n').length - 1

async function problemsOfGate(gate: string): Promise<string[]> {
  const problems = await problemsOf(`${base}gates:\n  g: ${gate}`)
  return problems.map(problem => problem.replace(/^\d+/, line => `${Number(line) - lines}`))
}

describe('a gate', () => {
  it('comes out in one form, with its defaults', async () => {
    const { config, problems } = await loadText(`${base}
gates:
  open: { credential: [none] }
  orders.create:
    credential: [key, none]
    tenant: [active, past_due]
    permission: orders:write and (orders:any or admin:*)
    entitlement: sso
    features: [seats]
    flags: [new-ui]
    limits: [per-key]
    quotas: { calls: 3 }
  more: { entitlement: [sso, seats], limits: { per-key: 2147483647 }, quotas: [calls] }
`)
    expect(problems).toEqual([])
    const nothing = { entitlement: [], features: [], flags: [], limits: {}, quotas: {} }
    expect(config.gates).toEqual({
      open: { ...nothing, credential: ['none'] },
      'orders.create': {
        credential: ['key', 'none'],
        tenant: ['active', 'past_due'],
        permission: 'orders:write and (orders:any or admin:*)',
        entitlement: ['sso'],
        features: ['seats'],
        flags: ['new-ui'],
        limits: { 'per-key': 1 },
        quotas: { calls: 3 },
      },
      more: {
        ...nothing,
        credential: ['key', 'session'],
        entitlement: ['sso', 'seats'],
        limits: { 'per-key': 2147483647 },
        quotas: { calls: 1 },
      },
    })
  })

  it.each([
    ['5', "2:6 SCHEMA_TYPE 'g' must be an object"],
    [
      '{ limit: [per-key] }',
      "2:8 SCHEMA_PROPERTY_UNKNOWN unknown property 'limit'; did you mean 'limits'?",
    ],
    ['{ credential: key }', "2:20 SCHEMA_TYPE 'credential' must be a list"],
    ['{ credential: [] }', "2:20 SCHEMA_LENGTH 'credential' must have at least 1 item"],
    [
      '{ credential: [jwt] }',
      "2:21 SCHEMA_ENUM item 1 of 'credential' must be key, session or none",
    ],
    ['{ credential: [key, key] }', '2:26 SCHEMA_DUPLICATE \'credential\' has "key" twice'],
    [
      '{ tenant: [any] }',
      "2:17 SCHEMA_ENUM item 1 of 'tenant' must be none, active, trial, grace, past_due or suspended",
    ],
    ['{ permission: [a] }', "2:20 SCHEMA_TYPE 'permission' must be a string"],
    ['{ permission: "" }', "2:20 SCHEMA_LENGTH 'permission' is empty"],
    [
      '{ permission: a and }',
      '2:20 PERMISSION_INVALID a permission is missing here, at character 6',
    ],
    [
      '{ permission: (a or b }',
      '2:20 PERMISSION_INVALID a parenthesis is not closed, at character 8',
    ],
    [
      '{ permission: a b }',
      '2:20 PERMISSION_INVALID two permissions need `and` or `or` between them, at character 3',
    ],
    ['{ entitlement: ss }', "2:21 FEATURE_UNKNOWN there is no feature 'ss'; did you mean 'sso'?"],
    [
      '{ entitlement: [sso, seat] }',
      "2:27 FEATURE_UNKNOWN there is no feature 'seat'; did you mean 'seats'?",
    ],
    ['{ entitlement: [] }', "2:21 SCHEMA_LENGTH 'entitlement' must have 1 to 64 items"],
    ['{ entitlement: "" }', "2:21 SCHEMA_LENGTH 'entitlement' is empty"],
    ['{ features: sso }', "2:18 SCHEMA_TYPE 'features' must be a list"],
    ['{ features: [nope] }', "2:19 FEATURE_UNKNOWN there is no feature 'nope'"],
    ['{ flags: [newui] }', "2:16 FLAG_UNKNOWN there is no flag 'newui'; did you mean 'new-ui'?"],
    [
      '{ limits: per-key }',
      "2:16 SCHEMA_TYPE 'limits' must be a list of names, or an object with what each costs",
    ],
    [
      '{ limits: [per-kye] }',
      "2:17 LIMIT_UNKNOWN there is no limit 'per-kye'; did you mean 'per-key'?",
    ],
    [
      '{ limits: { per-kye: 1 } }',
      "2:18 LIMIT_UNKNOWN there is no limit 'per-kye'; did you mean 'per-key'?",
    ],
    [
      '{ limits: { per-key: 0 } }',
      "2:27 SCHEMA_RANGE 'per-key' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ limits: { per-key: 1.5 } }',
      "2:27 SCHEMA_TYPE 'per-key' must be a whole number from 1 to 2147483647",
    ],
    [
      '{ limits: [keyless] }',
      "2:17 GATE_LIMIT_KEYLESS 'keyless' has no 'key', so the gate cannot tell who takes",
    ],
    ['{ limits: [calls], quotas: [calls] }', "2:34 KEY_DUPLICATE the gate takes 'calls' twice"],
    [
      '{ quotas: [per-key] }',
      "2:17 QUOTA_UNKNOWN 'per-key' is a limit and not a quota: name it under limits",
    ],
    [
      '{ quotas: { cals: 1 } }',
      "2:18 QUOTA_UNKNOWN there is no quota 'cals'; did you mean 'calls'?",
    ],
    ['{ limits: [per-key, per-key] }', '2:26 SCHEMA_DUPLICATE \'limits\' has "per-key" twice'],
  ])('%s', async (gate, problem) => {
    expect(await problemsOfGate(gate)).toEqual([problem])
  })

  it('takes from 16 limits and quotas at most', async () => {
    const names = Array.from({ length: 17 }, (_, index) => `l${index}`)
    const limits = Object.fromEntries(names.map(name => [name, { rate: '1/s', key: 'k' }]))
    const load = (count: number) =>
      loadConfig({
        limits,
        quotas: { q: { period: 'day', limit: 1, key: 'k' } },
        gates: { g: { limits: names.slice(0, count), quotas: ['q'] } },
      })
    expect((await load(15)).problems).toEqual([])
    expect((await load(16)).problems.map(formatProblem)).toEqual([
      "error GATE_LIMITS_TOO_MANY: 'g' has too many limits and quotas (at gates.g; expected at most 16 together; found 17)",
    ])
  })

  it('is not blamed for what it names when that has errors, and is left out when it has some itself', async () => {
    const { problems, config } = await loadText(`
limits: { l: { rate: 0/s } }
features: { f: { type: x } }
gates:
  a: { limits: [l], entitlement: f }
  b: { limits: [m] }
`)
    expect(problems.map(({ code }) => code)).toEqual([
      'RATE_INVALID',
      'SCHEMA_ENUM',
      'LIMIT_UNKNOWN',
    ])
    expect(Object.keys(config.gates)).toEqual(['a'])
  })
})

describe('a role', () => {
  it('is a list of permissions', async () => {
    const { config, problems } = await loadText('roles: { writer: [orders:read, "*"], nobody: [] }')
    expect(problems).toEqual([])
    expect(config.roles).toEqual({ writer: ['orders:read', '*'], nobody: [] })
  })

  it.each([
    ['roles: []', "1:8 SCHEMA_TYPE 'roles' must be an object"],
    ['roles: { a: "*" }', "1:13 SCHEMA_TYPE 'a' must be a list"],
    ['roles: { a: [5] }', "1:14 SCHEMA_TYPE item 1 of 'a' must be a string"],
    ['roles: { a: [x, "a b"] }', "1:17 PERMISSION_INVALID item 2 of 'a' must be a permission"],
    ['roles: { a: [""] }', "1:14 PERMISSION_INVALID item 1 of 'a' must be a permission"],
    ['roles: { "a b": [x] }', "1:10 ROLE_INVALID 'a b' is no name for a role"],
    ['roles: { "": [x] }', "1:10 SCHEMA_NAME_EMPTY a name in 'roles' is empty"],
  ])('%s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem])
  })
})

describe('the failures of credentials', () => {
  it.each([
    ['{ failures: per-key }', undefined],
    ['{}', undefined],
    ['5', "1:14 SCHEMA_TYPE 'credentials' must be an object"],
    [
      '{ failure: per-key }',
      "1:16 SCHEMA_PROPERTY_UNKNOWN unknown property 'failure'; did you mean 'failures'?",
    ],
    ['{ failures: 5 }', "1:26 SCHEMA_TYPE 'failures' must be a string"],
    ['{ failures: per-ip }', "1:26 LIMIT_UNKNOWN there is no limit 'per-ip'"],
    [
      '{ failures: slots }',
      "1:26 CREDENTIALS_LIMIT_SLOTS 'slots' has slots, and failures are counted",
    ],
  ])('%s', async (section, problem) => {
    const { problems, config } = await loadText(`credentials: ${section}\n${base}`)
    expect(problems.map(brief)).toEqual(problem === undefined ? [] : [problem])
    expect(config.credentials).toEqual(
      section.includes('per-key') && problem === undefined ? { failures: 'per-key' } : {},
    )
  })

  it('are counted by one limit, whatever files say so', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), `${base}credentials: { failures: per-key }`)
    await writeFile(join(folder, 'b.yaml'), 'credentials: { failures: per-key }')
    expect((await loadConfig(folder)).problems).toEqual([])
    await writeFile(join(folder, 'b.yaml'), 'credentials: { failures: keyless }')
    const { problems } = await loadConfig(folder)
    expect(problems.map(problem => formatProblem(problem).replaceAll(`${folder}/`, ''))).toEqual([
      `b.yaml:1:26: error SETTING_CONFLICT: the files set 'credentials.failures' to different values (at credentials.failures; expected "per-key", as at a.yaml:${lines + 1}:26; found "keyless")`,
    ])
  })
})

describe('an issuer', () => {
  const least = 'issuer: "https://id", audience: api, algorithms: [RS256]'
  const keys = 'keys: [{ kty: RSA, n: AQAB, e: AQAB }]'
  const oneOf = "'jwt' must have exactly one of jwks, keys or secretEnv"

  it('comes out in one form, with its defaults', async () => {
    const { config, problems, locate } = await loadText(`
sessions:
  jwt:
    - { issuer: a, audience: api, algorithms: [RS256, EdDSA], jwks: "https://id.example.com/jwks.json" }
    - issuer: b
      audience: [api, web]
      algorithms: [HS256]
      secretEnv: SESSION_SECRET
      clockTolerance: 0s
      maxAge: 24h
      type: at+jwt
      claims: { tenant: org.id, permissions: permissions }
      tenant: acme
`)
    expect(problems).toEqual([])
    const claims = {
      subject: 'sub',
      tenant: 'tenant',
      roles: 'roles',
      permissions: 'scope',
      session: 'sid',
    }
    expect(config.issuers).toEqual([
      {
        issuer: 'a',
        audience: ['api'],
        algorithms: ['RS256', 'EdDSA'],
        jwks: 'https://id.example.com/jwks.json',
        clockToleranceMs: 5000,
        claims,
      },
      {
        issuer: 'b',
        audience: ['api', 'web'],
        algorithms: ['HS256'],
        secretEnv: 'SESSION_SECRET',
        clockToleranceMs: 0,
        maxAgeMs: 86_400_000,
        type: 'at+jwt',
        claims: { ...claims, tenant: 'org.id', permissions: 'permissions' },
        tenant: 'acme',
      },
    ])
    expect(locate(['issuers', 1, 'type'])).toMatchObject({ line: 11, column: 13 })
    expect(locate(['issuers'])).toMatchObject({ line: 3, column: 3 })
  })

  it.each([
    [`${least}, jwks: "https://id/jwks"`, undefined],
    [`${least}, jwks: "http://localhost:8080/jwks"`, undefined],
    [`${least}, jwks: "http://127.0.0.1/jwks"`, undefined],
    [`${least}, jwks: "http://[::1]/jwks"`, undefined],
    [`${least}, ${keys}`, undefined],
    [`${least}, ${keys}, clockTolerance: 5m`, undefined],
    [`issuer: a, audience: api, ${keys}`, "3:5 SCHEMA_REQUIRED 'jwt' lacks 'algorithms'"],
    [`audience: api, algorithms: [RS256], ${keys}`, "3:5 SCHEMA_REQUIRED 'jwt' lacks 'issuer'"],
    [`issuer: a, algorithms: [RS256], ${keys}`, "3:5 SCHEMA_REQUIRED 'jwt' lacks 'audience'"],
    [
      `issuer: a, audience: [], algorithms: [RS256], ${keys}`,
      "3:33 SCHEMA_LENGTH 'audience' must have 1 to 16 items",
    ],
    [
      `issuer: a, audience: "", algorithms: [RS256], ${keys}`,
      "3:33 SCHEMA_LENGTH 'audience' is empty",
    ],
    [
      `issuer: a, audience: api, algorithms: [none], ${keys}`,
      /^3:51 SCHEMA_ENUM item 1 of 'algorithms' must be RS256, /,
    ],
    [
      `issuer: a, audience: api, algorithms: [], ${keys}`,
      "3:50 SCHEMA_LENGTH 'algorithms' must have 1 to 14 items",
    ],
    [
      `issuer: a, audience: api, algorithms: [HS256], ${keys}`,
      '3:51 ISSUER_ALGORITHM HS256 is verified with a secret: who has the published keys could sign with them',
    ],
    [
      `issuer: a, audience: api, algorithms: [HS256], jwks: "https://id"`,
      '3:51 ISSUER_ALGORITHM HS256 is verified with a secret: who has the published keys could sign with them',
    ],
    [
      `issuer: a, audience: api, algorithms: [HS256, ES256], secretEnv: S`,
      '3:58 ISSUER_ALGORITHM ES256 is verified with a public key, and not with a secret',
    ],
    [`${least}`, `3:5 ISSUER_KEYS ${oneOf}`],
    [`${least}, jwks: "https://id", ${keys}`, `3:5 ISSUER_KEYS ${oneOf}`],
    [`${least}, ${keys}, secretEnv: S`, `3:5 ISSUER_KEYS ${oneOf}`],
    [
      `${least}, jwks: "http://id.example.com/"`,
      "3:76 ISSUER_ADDRESS 'jwks' must be an address with https: who answers it decides whose tokens are accepted",
    ],
    [
      `${least}, jwks: "http://localhost.example.com/"`,
      "3:76 ISSUER_ADDRESS 'jwks' must be an address with https: who answers it decides whose tokens are accepted",
    ],
    [
      `${least}, jwks: "file:///etc/jwks"`,
      "3:76 ISSUER_ADDRESS 'jwks' must be an address with https: who answers it decides whose tokens are accepted",
    ],
    [
      `${least}, jwks: id.example.com`,
      "3:76 ISSUER_ADDRESS 'jwks' must be an address with https: who answers it decides whose tokens are accepted",
    ],
    [
      `${least}, jwks: "https://a:b@id.example.com/"`,
      "3:76 ISSUER_ADDRESS 'jwks' must not hold a user or a password",
    ],
    [`${least}, keys: []`, "3:76 SCHEMA_LENGTH 'keys' must have 1 to 64 items"],
    [`${least}, keys: [{ n: AQAB }]`, "3:77 SCHEMA_REQUIRED item 1 of 'keys' lacks 'kty'"],
    [
      `${least}, keys: [{ kty: DSA }]`,
      "3:84 SCHEMA_ENUM 'kty' must be RSA, EC or OKP; did you mean 'RSA'?",
    ],
    [
      `${least}, keys: [{ kty: oct, k: c2VjcmV0 }]`,
      "3:77 ISSUER_KEY_PRIVATE item 1 of 'keys' holds what only the issuer may know: make a new one, and write its public part here",
    ],
    [
      `${least}, keys: [{ kty: EC, d: c2VjcmV0 }]`,
      "3:77 ISSUER_KEY_PRIVATE item 1 of 'keys' holds what only the issuer may know: make a new one, and write its public part here",
    ],
    [
      `${least}, keys: [{ kty: EC, kid: a }, { kty: EC, kid: b }, { kty: EC, kid: a }]`,
      "3:135 ISSUER_KEY_DUPLICATE item 3 of 'keys' has the 'kid' of item 1",
    ],
    [
      `issuer: a, audience: api, algorithms: [HS256], secretEnv: "a b"`,
      "3:70 SCHEMA_PATTERN 'secretEnv' must be the name of an environment variable",
    ],
    [
      `issuer: a, audience: api, algorithms: [HS256], secret: x`,
      /ISSUER_KEYS/,
      /SCHEMA_PROPERTY_UNKNOWN unknown property 'secret'/,
    ],
    [
      `${least}, ${keys}, clockTolerance: 6m`,
      "3:126 DURATION_INVALID 'clockTolerance' must be a duration of at most 5 minutes",
    ],
    [
      `${least}, ${keys}, maxAge: 0s`,
      "3:118 DURATION_INVALID 'maxAge' must be a duration: a whole number of 1 or more and its unit",
    ],
    [
      `${least}, ${keys}, claims: { tenant: a..b }`,
      "3:128 CLAIM_INVALID 'tenant' must be the path of a claim",
    ],
    [
      `${least}, ${keys}, claims: { user: a }`,
      "3:120 SCHEMA_PROPERTY_UNKNOWN unknown property 'user'",
    ],
  ])('{ %s }', async (issuer, ...expected) => {
    const found = await problemsOf(`\nsessions:\n    jwt: { ${issuer} }`)
    const patterns = expected
      .filter(problem => problem !== undefined)
      .map(problem => (typeof problem === 'string' ? problem : expect.stringMatching(problem)))
    expect(found).toEqual(patterns)
  })

  it('is there once', async () => {
    const jwt = `{ ${least}, ${keys} }`
    const { problems, config } = await loadText(`sessions:\n  jwt:\n    - ${jwt}\n    - ${jwt}\n`)
    expect(problems.map(brief)).toEqual([
      '4:17 ISSUER_DUPLICATE there is another issuer "https://id"',
    ])
    expect(problems[0]?.found).toMatch(/^the same at .*:3:17$/)
    expect(config.issuers).toHaveLength(1)
  })

  it.each([
    ['sessions: []', "1:11 SCHEMA_TYPE 'sessions' must be an object"],
    ['sessions: { jwt: [] }', "1:18 SCHEMA_LENGTH 'jwt' must have 1 to 64 items"],
    ['sessions: { jwt: [5] }', "1:19 SCHEMA_TYPE item 1 of 'jwt' must be an object"],
    ['sessions: { jwt: x }', "1:18 SCHEMA_TYPE 'jwt' must be an issuer, or a list of issuers"],
    [
      'sessions: { jwts: {} }',
      "1:13 SCHEMA_PROPERTY_UNKNOWN unknown property 'jwts'; did you mean 'jwt'?",
    ],
  ])('%s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem])
  })
})
