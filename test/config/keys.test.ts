// API keys of a config: what is kept of them, every way to get one wrong, and that no message repeats what it must not.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { keyOf, tenantOf } from '../../src/config/entities.ts'
import { parseKeyHash } from '../../src/config/key-hash.ts'
import { loadConfig } from '../../src/config/load.ts'
import { isNetwork } from '../../src/config/network.ts'
import { formatProblem } from '../../src/problems.ts'
import { brief, loadText, temporaryFolder } from './helpers.ts'

const bytes = createHash('sha256').update('a key').digest()
const digest = bytes.toString('base64url')
const hash = `sha256:${digest}`
/** A whole key in our own format, which is in no config. */
const secret = 'sk_live_8Jd0Xk2p_k3jF9sLq0ZxWv7BnMtYc2RdEgHaUio1qT9Zb'

describe('the hash of a key', () => {
  it.each([
    [digest, undefined],
    [`sha256:${digest}`, { algorithm: 'sha256', digest }],
    [`sha256:${bytes.toString('hex')}`, { algorithm: 'sha256', digest }],
    [`sha256:${bytes.toString('hex').toUpperCase()}`, { algorithm: 'sha256', digest }],
    [`sha256:${bytes.toString('base64')}`, { algorithm: 'sha256', digest }],
    [`sha256:${bytes.toString('base64').slice(0, 43)}`, { algorithm: 'sha256', digest }],
    [bytes.toString('hex'), { algorithm: 'sha256', digest }],
    [`hmac-sha256:p1:${digest}`, { algorithm: 'hmac-sha256', pepper: 'p1', digest }],
    [
      `hmac-sha256:2026-01_a.b:${bytes.toString('hex')}`,
      { algorithm: 'hmac-sha256', pepper: '2026-01_a.b', digest },
    ],
    ['', undefined],
    ['sha256:', undefined],
    [`sha512:${digest}`, undefined],
    [`SHA256:${digest}`, undefined],
    [`sha256:${digest}=`, { algorithm: 'sha256', digest }],
    [`sha256:${digest}==`, undefined],
    [`sha256:${digest.slice(0, 42)}+=`, undefined],
    [`sha256:${digest}A`, undefined],
    [`sha256: ${digest}`, undefined],
    [`sha256:${digest}\n`, undefined],
    [`sha256:p1:${digest}`, undefined],
    [`hmac-sha256:${digest}`, undefined],
    [`hmac-sha256::${digest}`, undefined],
    [`hmac-sha256:p 1:${digest}`, undefined],
    [`hmac-sha256:p1:p2:${digest}`, undefined],
    [bytes.toString('hex').slice(1), undefined],
  ])('%j', (text, expected) => {
    expect(parseKeyHash(text)).toEqual(expected)
  })

  it('has one spelling of its last bits', () => {
    // 43 characters are 258 bits, of which 2 mean nothing.
    const last = digest.charCodeAt(42)
    for (let offset = 1; offset < 4; offset++) {
      const other = `${digest.slice(0, 42)}${String.fromCharCode(last + offset)}`
      expect(Buffer.from(other, 'base64url').equals(bytes)).toBe(true)
      expect(parseKeyHash(`sha256:${other}`)).toBeUndefined()
    }
  })
})

describe('a network', () => {
  it.each([
    ['192.0.2.7', true],
    ['10.0.0.0/8', true],
    ['0.0.0.0/0', true],
    ['255.255.255.255/32', true],
    ['2001:db8::/32', true],
    ['::/0', true],
    ['::1', true],
    ['2001:DB8::1/128', true],
    ['::ffff:10.0.0.0/104', true],
    ['::ffff:192.0.2.7', true],
    ['10.0.0.1/8', false],
    ['2001:db8::1/32', false],
    ['10.0.0.0/33', false],
    ['::/129', false],
    ['10.0.0.0/08', false],
    ['10.0.0.0/', false],
    ['10.0.0.0/-1', false],
    ['10.0.0.0/8/8', false],
    ['10/8', false],
    ['10.0.0', false],
    ['010.0.0.1', false],
    ['0x0a.0.0.1', false],
    ['256.0.0.1', false],
    ['::192.0.2.7', false],
    ['::ffff:010.0.0.1', false],
    ['fe80::1%eth0', false],
    ['[::1]', false],
    ['localhost', false],
    ['*', false],
    ['', false],
    [' 10.0.0.1', false],
  ])('%j: %s', (text, expected) => {
    expect(isNetwork(text)).toBe(expected)
  })
})

describe('a key', () => {
  it('comes out in one form', () => {
    expect(keyOf({ id: 'a', hash }, ['keys', 0])).toEqual({
      definition: {
        id: 'a',
        hash: { algorithm: 'sha256', digest },
        roles: [],
        permissions: [],
        state: 'active',
        networks: [],
      },
    })
    const key = {
      id: 'sk_live_8Jd0Xk2p',
      hash: `hmac-sha256:p1:${digest}`,
      tenant: 'acme',
      subject: 'user-7',
      roles: ['writer'],
      permissions: ['orders:read', '*'],
      expires: '2027-01-01T00:00:00Z',
      state: 'disabled',
      rotated: { to: 'sk_live_9aaaaaaa', graceUntil: '2026-12-01' },
      networks: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'],
    }
    const { expires: _, rotated: __, ...same } = key
    expect(keyOf(key, [])).toEqual({
      definition: {
        ...same,
        hash: { algorithm: 'hmac-sha256', pepper: 'p1', digest },
        expiresMs: Date.UTC(2027, 0, 1),
        rotated: { to: 'sk_live_9aaaaaaa', graceUntilMs: Date.UTC(2026, 11, 1) },
      },
    })
  })

  it('that a caller gives may have properties that are undefined, and shares nothing with what comes out', () => {
    const roles = ['a']
    const read = keyOf({ id: 'a', hash, roles, tenant: undefined, more: undefined }, [])
    roles.push('b')
    expect(read).toMatchObject({ definition: { roles: ['a'] } })
    expect('definition' in read && 'tenant' in read.definition).toBe(false)
  })

  const at = 'a date such as 2027-01-31, or with a time such as 2027-01-31T09:30:00Z'
  const permission = '1 to 128 characters of A-Z a-z 0-9 _ . : / - and *'
  it.each([
    ['5', "2:5 SCHEMA_TYPE item 1 of 'keys' must be an object"],
    [`{ hash: "${hash}" }`, "2:5 SCHEMA_REQUIRED item 1 of 'keys' lacks 'id'"],
    ['{ id: a }', "2:5 SCHEMA_REQUIRED item 1 of 'keys' lacks 'hash'"],
    ['{ id: 5, HASH }', "2:11 SCHEMA_TYPE 'id' must be a string"],
    [
      '{ id: "", HASH }',
      "2:11 TEXT_INVALID 'id' must be a text of 1 to 128 bytes in UTF-8 without control characters",
    ],
    ['{ id: a, hash: 5 }', "2:20 SCHEMA_TYPE 'hash' must be a string"],
    ['{ id: a, hash: abc }', "2:20 KEY_HASH_INVALID 'hash' is not the hash of a key"],
    [`{ id: a, hash: "sha1:${digest}" }`, "2:20 KEY_HASH_INVALID 'hash' is not the hash of a key"],
    [
      '{ id: a, HASH, tenants: acme }',
      "2:TEND SCHEMA_PROPERTY_UNKNOWN unknown property 'tenants'; did you mean 'tenant'?",
    ],
    ['{ id: a, HASH, tenant: [x] }', "2:+8 SCHEMA_TYPE 'tenant' must be a string"],
    ['{ id: a, HASH, tenant: nobody }', "2:+8 TENANT_UNKNOWN there is no tenant 'nobody'"],
    ['{ id: a, HASH, roles: admin }', "2:+7 SCHEMA_TYPE 'roles' must be a list"],
    [
      '{ id: a, HASH, roles: [5] }',
      "2:+8 SCHEMA_TYPE item 1 of 'roles' must be 1 to 128 printable characters without spaces",
    ],
    [
      '{ id: a, HASH, roles: ["a b"] }',
      "2:+8 ROLE_INVALID item 1 of 'roles' must be 1 to 128 printable characters without spaces",
    ],
    [
      '{ id: a, HASH, roles: [writre] }',
      "2:+8 ROLE_UNKNOWN there is no role 'writre'; did you mean 'writer'?",
    ],
    [
      '{ id: a, HASH, permissions: ["a b"] }',
      `2:+14 PERMISSION_INVALID item 1 of 'permissions' must be ${permission}`,
    ],
    [
      '{ id: a, HASH, permissions: [x, 5] }',
      `2:+17 SCHEMA_TYPE item 2 of 'permissions' must be ${permission}`,
    ],
    ['{ id: a, HASH, expires: tomorrow }', `2:+9 DATE_INVALID 'expires' must be ${at}`],
    [
      '{ id: a, HASH, state: expired }',
      "2:+7 SCHEMA_ENUM 'state' must be active, disabled or revoked",
    ],
    ['{ id: a, HASH, rotated: true }', "2:+9 SCHEMA_TYPE 'rotated' must be an object"],
    ['{ id: a, HASH, rotated: { to: b } }', "2:TEND SCHEMA_REQUIRED 'rotated' lacks 'graceUntil'"],
    [
      '{ id: a, HASH, rotated: { graceUntil: x } }',
      `2:+23 DATE_INVALID 'graceUntil' must be ${at}`,
    ],
    [
      '{ id: a, HASH, networks: [10.0.0.1/8] }',
      expect.stringMatching(
        /^2:\+11 NETWORK_INVALID item 1 of 'networks' must be an address or a network/,
      ),
    ],
    [
      '{ id: a, HASH, networks: [10.0.0.0/8, any] }',
      expect.stringMatching(/^2:\+23 NETWORK_INVALID item 2 of 'networks' must be /),
    ],
  ])('%s', async (written, problem) => {
    const key = written.replace('HASH', `hash: "${hash}"`)
    const text = `keys:\n  - ${key}\nroles: { writer: [] }\ntenants: {}`
    // Columns are counted from the property behind the hash on, whose place is the same for all.
    const start = 5 + '{ id: a, '.length + `hash: "${hash}", `.length
    const relative = (line: string) =>
      line.replace(/^2:(\d+)/, (whole, column) =>
        Number(column) < start
          ? whole
          : Number(column) === start
            ? '2:TEND'
            : `2:+${Number(column) - start}`,
      )
    expect((await loadText(text)).problems.map(brief).map(relative)).toEqual([problem])
  })

  it('with a role that nobody defines is only warned of: it grants nothing', async () => {
    const { config, problems } = await loadConfig({ keys: [{ id: 'a', hash, roles: ['x'] }] })
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'ROLE_UNKNOWN'],
    ])
    expect(config.keys).toHaveLength(1)
  })

  it('may be of any tenant where the config does not say which there are', async () => {
    const keys = [{ id: 'a', hash, tenant: 'x' }]
    expect((await loadConfig({ keys })).problems).toEqual([])
    expect((await loadConfig({ keys, tenants: {} })).problems).toHaveLength(1)
    const folder = await temporaryFolder()
    await writeFile(join(folder, 't.ndjson'), '')
    const tenants = { file: join(folder, 't.ndjson') }
    expect((await loadConfig({ keys, tenants })).problems).toEqual([])
  })

  it('is there once, by its id and by its hash, in all files', async () => {
    const folder = await temporaryFolder()
    const other = `sha256:${'A'.repeat(43)}`
    await writeFile(join(folder, 'a.yaml'), `keys:\n  - { id: a, hash: "${hash}" }\n`)
    await writeFile(
      join(folder, 'b.yaml'),
      `keys:\n  - { id: a, hash: "${other}" }\n  - { id: b, hash: ${bytes.toString('hex')} }\n  - { id: c, hash: "hmac-sha256:p:${digest}" }\n`,
    )
    const { problems, config, locate } = await loadConfig(folder)
    expect(problems.map(formatProblem).map(line => line.replaceAll(`${folder}/`, ''))).toEqual([
      "b.yaml:2:11: error KEY_ID_DUPLICATE: item 1 of 'keys' has the id of another key (at keys[0].id; expected each id once; found the same at a.yaml:2:11)",
      "b.yaml:3:20: error KEY_HASH_DUPLICATE: item 2 of 'keys' has the hash of another key: one secret would be two keys (at keys[1].hash; expected each hash once; found the same at a.yaml:2:20)",
    ])
    expect(config.keys.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(locate(['keys', 1, 'id'])).toMatchObject({ line: 4, column: 11 })
  })

  it('has so many roles, permissions and networks at most', () => {
    const many = (count: number, item: string) => Array(count).fill(item)
    const key = { id: 'a', hash }
    for (const [name, count, item] of [
      ['roles', 64, 'r'],
      ['permissions', 256, 'p'],
      ['networks', 64, '::1'],
    ] as const) {
      expect(keyOf({ ...key, [name]: many(count, item) }, [])).toHaveProperty('definition')
      expect(keyOf({ ...key, [name]: many(count + 1, item) }, [])).toMatchObject({
        problems: [{ code: 'SCHEMA_LENGTH', path: [name], expected: `at most ${count} items` }],
      })
    }
  })
})

describe('a secret', () => {
  const jwt = `eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(40)}.${'b'.repeat(43)}`
  const pem = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIGm\n-----END PRIVATE KEY-----'
  const foreign = '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'

  it.each([
    ['hash', { id: 'a', hash: secret }],
    ['hash', { id: 'a', hash: jwt }],
    ['hash', { id: 'a', hash: pem }],
    ['hash', { id: 'a', hash: foreign }],
    ['hash', { id: 'a', hash: `sha256:${secret}` }],
    ['id', { id: secret, hash }],
    ['tenant', { id: 'a', hash, tenant: secret }],
    ['subject', { id: 'a', hash, subject: jwt }],
    ['roles', { id: 'a', hash, roles: [secret] }],
    ['permissions', { id: 'a', hash, permissions: [secret] }],
    ['rotated', { id: 'a', hash, rotated: { to: secret, graceUntil: '2027-01-01' } }],
  ])('in the place of %s is refused, and in no message', async (name, key) => {
    const { problems } = await loadConfig({ keys: [key] })
    expect(problems.map(({ code }) => code)).toEqual(['KEY_SECRET'])
    expect(problems[0]?.path.slice(0, 3)).toEqual(['keys', 0, name])
    expectSilent(problems)
  })

  it.each([
    { keys: { [secret]: {} } },
    { keys: [{ id: 'a', hash, [secret]: 5 }] },
    { keys: [{ id: 'a', hash: `sha256:${digest}x` }] },
    { keys: [{ id: 'a', hash, state: secret }] },
    { keys: [{ id: 'a', hash, expires: secret }] },
    { keys: [{ id: 'a', hash, networks: [secret] }] },
    { keys: [secret] },
    { keys: secret },
    {
      keys: [
        { id: 'a', hash },
        { id: 'b', hash },
      ],
    },
    {
      sessions: {
        jwt: { issuer: 'i', audience: 'a', algorithms: ['HS256'], secretEnv: `${secret}-` },
      },
    },
    { sessions: { jwt: { issuer: 'i', audience: 'a', algorithms: ['RS256'], keys: [secret] } } },
    { sessions: { jwt: { issuer: 'i', audience: 'a', algorithms: ['RS256'], keys: secret } } },
    {
      sessions: {
        jwt: { issuer: 'i', audience: 'a', algorithms: ['RS256'], keys: [{ kty: secret }] },
      },
    },
    {
      sessions: {
        jwt: {
          issuer: 'i',
          audience: 'a',
          algorithms: ['RS256'],
          keys: [{ kty: 'oct', k: secret }],
        },
      },
    },
    {
      sessions: {
        jwt: {
          issuer: 'i',
          audience: 'a',
          algorithms: ['RS256'],
          keys: [{ kty: 'EC', d: secret }],
        },
      },
    },
    {
      sessions: {
        jwt: {
          issuer: 'i',
          audience: 'a',
          algorithms: ['RS256'],
          jwks: `https://u:${secret}@example.com`,
        },
      },
    },
  ])('is in no message of another kind: %#', async config => {
    const { problems } = await loadConfig(config)
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
    expectSilent(problems)
  })

  it('is not taken for one: ids of others', () => {
    const ids = [
      'user_29w83sxmDNGwOuEthce5gg56FcC',
      '018f4c3e-7c6f-7a4e-9c1a-1f2e3d4c5b6a',
      'key_3ZzKqWmPq8',
    ]
    for (const id of ids) {
      expect(keyOf({ id, hash, tenant: id, subject: id }, [])).toHaveProperty('definition')
    }
  })

  function expectSilent(problems: readonly object[]): void {
    const text = JSON.stringify(problems)
    const pieces = [
      secret,
      secret.slice(-38),
      secret.slice(0, 30),
      jwt.slice(0, 30),
      foreign.slice(0, 12),
      digest.slice(0, 20),
      'MC4CAQ',
    ]
    for (const piece of pieces) expect(text).not.toContain(piece)
  }
})

describe('the schema, as an editor reads it', () => {
  const ajv = new Ajv({ strict: false }).compile(schema)
  const keys: object[] = [
    { id: 'a', hash },
    { id: 'a', hash: bytes.toString('hex'), state: 'revoked', networks: ['::1'] },
    { id: 'a' },
    { hash },
    { id: '', hash },
    { id: 'a', hash: 'x' },
    { id: 'a', hash, state: 'x' },
    { id: 'a', hash, expires: 'x' },
    { id: 'a', hash, expires: '2027-01-01' },
    { id: 'a', hash, roles: 'x' },
    { id: 'a', hash, permissions: ['a b'] },
    { id: 'a', hash, rotated: {} },
    { id: 'a', hash, rotated: { graceUntil: '2027-01-01T00:00:00Z' } },
    { id: 'a', hash, more: 1 },
  ]
  it.each(keys)('says of a key what the loader says: %j', key => {
    expect(ajv({ keys: [key] })).toBe('definition' in keyOf(key, []))
  })

  const tenants: object[] = [
    {},
    { plan: 'a', planUntil: '2027-01-01' },
    { planUntil: '2027-01-01' },
    { plan: '' },
    { state: 'past_due' },
    { trial: { plan: 'a' } },
    { trial: { plan: 'a', until: '2027-01-01T00:00:00+01:00' } },
    { overrides: { features: { a: null, b: { value: {} } } } },
    { overrides: { features: { a: {} } } },
    { overrides: { limits: { a: '5/s', b: 5, c: { burst: 5 } } } },
    { overrides: { limits: { a: 0 } } },
    { overrides: { limits: { a: {} } } },
    { overrides: { quotas: { a: { limit: 5, anchor: 'x' } } } },
    { addOns: [{ features: { a: [] } }] },
    { addOns: [{}] },
    { addOns: [{ features: {}, quantity: 1.5 }] },
    { used: { a: 0 } },
    { used: { a: -1 } },
    { more: 1 },
  ]
  it.each(tenants)('says of a tenant what the loader says: %j', tenant => {
    expect(ajv({ tenants: { t: tenant } })).toBe('definition' in tenantOf(tenant, [], 't'))
  })
})
