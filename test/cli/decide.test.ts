// `sluice decide`: the decision, its exit code, and where a credential may come from.
import { createHash } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createKey } from '../../src/identity/key-format.ts'
import { Child, cli, file, type Surroundings } from './helpers.ts'

const PEPPERS = '{"current":"p1","secrets":{"p1":"0123456789abcdef"}}'
const { key, id } = createKey({ prefix: 'sk', environment: 'test' })
const digest = createHash('sha256').update(key).digest('hex')

const CONFIG = {
  flags: {
    beta: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'on' },
  },
  limits: {
    'per-key': { rate: '1/min', burst: 5, key: 'key.id' },
    slots: { algorithm: 'concurrency', limit: 2, key: 'key.id' },
  },
  features: { labels: { type: 'boolean' }, seats: { type: 'gauge', default: 3 } },
  plans: { team: { features: { labels: true } }, free: {} },
  tenants: { acme: { plan: 'team' } },
  roles: { writer: ['labels:*'] },
  keys: [{ id, hash: digest, tenant: 'acme', subject: 'ada', roles: ['writer'] }],
  gates: {
    'labels.create': {
      credential: ['key'],
      permission: 'labels:write',
      entitlement: 'labels',
      features: ['seats'],
      flags: ['beta'],
      limits: ['per-key'],
    },
    'labels.delete': { permission: 'admin', limits: ['per-key'] },
    exports: { limits: ['slots'] },
  },
}

const config = (content: object = CONFIG) => file('sluice.json', JSON.stringify(content))

function decide(args: readonly string[], around: Surroundings = {}, content?: object) {
  const env = { KEY: key, ...around.env }
  return cli(['decide', config(content), '--credential-env', 'KEY', ...args], { ...around, env })
}

describe('sluice decide', () => {
  it('shows what was decided, and by what', async () => {
    const { code, out, err } = await decide(['--gate', 'labels.create', '--cost', '2'])
    expect([code, err]).toEqual([0, ''])
    const lines = [
      'decision   allow (200)',
      'code       ALLOWED',
      `principal  key ${id}, tenant acme, subject ada`,
      'plan       team (active)',
      'feature    labels: true by plan, enabled',
      'feature    seats: 3 by default, enabled, 0 used',
      'flag       beta: true by STATIC',
      'limit      per-key: ALLOWED at 2, 3 of 5 left',
    ]
    expect(out.split('\n').slice(0, -1)).toEqual(lines)
  })

  it('fails where the gate denies, and says by what', async () => {
    const denied = await decide(['--gate', 'labels.delete'])
    expect(denied.code).toBe(1)
    expect(denied.out).toMatch(
      /^decision {3}deny \(403\)\ncode {7}PERMISSION_DENIED: admin\nprincipal/,
    )
    const nobody = await decide(['--gate', 'labels.create'], { env: { KEY: 'sk_live_no' } })
    expect(nobody.code).toBe(1)
    expect(nobody.out).toMatch(/^decision {3}deny \(401\)\ncode {7}CREDENTIAL_INVALID\nid {9}\S+$/)
  })

  it('prints JSON, and explains each step', async () => {
    const { code, out } = await decide(['--gate', 'labels.delete', '--json'])
    expect([code, JSON.parse(out)]).toMatchObject([1, { allow: false, detail: 'admin' }])
    const steps = await decide(['--gate', 'labels.delete', '--explain'])
    expect(steps.out).toMatch(/\n✓ credential key, session\n/)
    expect(steps.out).toMatch(/\n✗ permission admin: PERMISSION_DENIED\n✓ limit per-key$/)
    const both = await decide(['--gate', 'labels.create', '--explain', '--json'])
    expect([both.code, JSON.parse(both.out)]).toMatchObject([
      0,
      { gate: 'labels.create', decision: { allow: true } },
    ])
  })

  it('says after which time a refusal ends', async () => {
    const content = { ...CONFIG, limits: { 'per-key': { rate: '1/min', key: 'key.id' } } }
    const { exports: _, ...gates } = CONFIG.gates
    const args = ['--gate', 'labels.create', '--cost', '2', '--check']
    const { code, out } = await decide(args, {}, { ...content, gates })
    expect([code, out]).toEqual([1, expect.stringContaining('COST_EXCEEDS_LIMIT: per-key')])
    expect(out).not.toContain('retry')
  })

  it('takes the credential from a file and from a pipe, without its line break', async () => {
    const path = file('key', `${key}\n`)
    for (const source of [path, '-']) {
      const args = ['decide', config(), '--gate', 'labels.create', '--credential-file', source]
      expect((await cli(args, { stdin: `${key}\r\n` })).code).toBe(0)
    }
    const none = await cli(['decide', config(), '--gate', 'labels.create'])
    expect([none.code, none.out]).toEqual([1, expect.stringContaining('CREDENTIAL_MISSING')])
  })

  it('verifies a token first', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwt = {
      issuer: 'https://id.example.com',
      audience: 'api',
      algorithms: ['ES256'],
      keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: '1' }],
    }
    const token = await new SignJWT({ scope: 'labels:write' })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .setIssuer(jwt.issuer)
      .setAudience('api')
      .setSubject('ada')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
    const gates = { g: { credential: ['session'], tenant: ['none'], permission: 'labels:write' } }
    const ask = (value: string, ...args: string[]) =>
      decide(
        ['--gate', 'g', '--json', ...args],
        { env: { KEY: value } },
        { sessions: { jwt }, gates },
      )
    const found = await Promise.all([ask(token), ask(token, '--check'), ask(token, '--explain')])
    expect(found.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(JSON.parse(found[2].out)).toMatchObject({ decision: { principal: { subject: 'ada' } } })
    const forged = `${token.slice(0, -8)}AAAAAAAA`
    for (const args of [[], ['--explain']]) {
      const { code, out } = await ask(forged, ...args)
      expect([code, out]).toEqual([1, expect.stringContaining('"CREDENTIAL_INVALID"')])
    }
  })

  it('finds keys that were hashed under a pepper', async () => {
    const made = await cli(['keys', 'create', '--json'], { env: { SLUICE_PEPPERS: PEPPERS } })
    const { key, entry } = JSON.parse(made.out)
    const content = { keys: [entry], gates: { g: { tenant: ['none'] } } }
    const ask = (args: readonly string[], env = {}) =>
      decide(['--gate', 'g', ...args], { env: { KEY: key, ...env } }, content)
    expect((await ask([], { SLUICE_PEPPERS: PEPPERS })).code).toBe(0)
    expect((await ask(['--peppers-file', file('peppers.json', PEPPERS)])).code).toBe(0)
    const without = await ask([])
    expect([without.code, without.err]).toEqual([2, expect.stringContaining("pepper 'p1'")])
    const evaluated = await cli(['eval', 'x', '--config', config(content)], {
      env: { SLUICE_PEPPERS: PEPPERS },
    })
    expect(evaluated.err).toContain('FLAG_NOT_FOUND')
  })

  it.each([
    [[], 'expected --gate'],
    [['--gate', 'labels.create', '--credential', key], 'Unknown option'],
    [['--gate', 'labels.create', '--credential-file', 'x'], 'found both'],
    [['--gate', 'labels.create', '--context', '[]'], 'expected an object'],
    [['--gate', 'labels.create', '--cost=-1'], '--cost: '],
    [['--gate', 'labels.create', '--cost', 'x'], '--cost: expected an integer'],
    [['--gate', 'labels.create', '--config', 'x'], 'named twice'],
    [['--gate', 'labels.create', 'another'], 'expected one CONFIG'],
    [['--gate', 'exports'], 'add --check'],
  ])('%j is a mistake', async (args, message) => {
    const { code, out, err } = await decide(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain(key)
  })

  it.each([
    ['--gate', key],
    [`--gate=${key}`],
    ['--gate', 'labels.create', '--credential-file', key],
    ['--gate', 'labels.create', '--credential-file', `../${key}`],
    ['--gate', 'labels.create', '--credential-env', key],
    ['--gate', 'labels.create', '--cost', key],
    ['--gate', 'labels.create', '--context', `@${key}`],
    ['--gate', 'labels.create', `--${key}`],
    ['--gate', 'labels.create', '--config', key],
    ['--gate', 'eyJhbGciOiJub25lIn0.e30.c2VjcmV0LXNpZ25hdHVyZQ'],
  ])('does not repeat a credential in the wrong place, %#', async (...args) => {
    const named = args.includes('--config') ? [] : [config()]
    const { code, out, err } = await cli(['decide', ...named, ...args])
    expect([code === 0, out]).toEqual([false, ''])
    expect(err).toContain('(not shown: it looks like a secret)')
    expect(err).not.toMatch(new RegExp(`${key}|c2Vjc`))
  })

  it('needs a credential that is there, and only one standard input', async () => {
    const ask = (...args: string[]) => cli(['decide', config(), '--gate', 'exports', ...args])
    expect((await ask('--credential-env', 'NONE')).err).toContain('no variable NONE')
    expect((await ask('--credential-file', '/none/such')).err).toContain(
      '--credential-file: ENOENT',
    )
    const both = await ask('--credential-file', '-', '--context', '-')
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('both')])
  })

  it('fails for a gate that is not there, and names the nearest', async () => {
    const { code, err } = await decide(['--gate', 'labels.crate'])
    expect([code, err]).toEqual([1, expect.stringContaining('did you mean labels.create?')])
  })

  it('fails for a config that is wrong', async () => {
    const { code, err } = await decide(['--gate', 'g'], {}, { gates: { g: { limits: ['no'] } } })
    expect([code, err]).toEqual([3, expect.stringContaining('gates')])
  })
})

describe('peppers', () => {
  const SECRET = 'a pepper that nobody may see'

  it.each([
    ['no JSON', `{"secrets": "${SECRET}`],
    ['no object', JSON.stringify(SECRET)],
    ['no current one', JSON.stringify({ secrets: { p1: SECRET } })],
    ['another current one', JSON.stringify({ current: 'p2', secrets: { p1: SECRET } })],
    ['short ones', JSON.stringify({ current: 'p1', secrets: { p1: 'nobody may' } })],
  ])('that are %s are a mistake, and are not repeated', async (_, text) => {
    for (const args of [
      ['decide', config(), '--gate', 'exports'],
      ['eval', 'beta', '--config', config()],
      ['explain', config(), 'beta'],
      ['serve', config(), '--port', '0'],
      ['keys', 'create'],
    ]) {
      const found = await cli(args, { env: { SLUICE_PEPPERS: text } })
      expect([args[0], found.code, found.out]).toEqual([args[0], 2, ''])
      expect(found.err).not.toContain('nobody may')
      const filed = await cli([...args, '--peppers-file', file('peppers.json', text)])
      expect(filed.code).toBe(2)
      expect(filed.err).not.toContain('nobody may')
    }
  })

  it('that cannot be read are one, too', async () => {
    const { code, err } = await cli(['keys', 'create', '--peppers-file', '/none/such'])
    expect([code, err]).toEqual([2, expect.stringContaining('--peppers-file: ENOENT')])
  })
})

it('the executable reads a key from a pipe', async () => {
  const args = ['decide', config(), '--gate', 'labels.create', '--credential-file', '-']
  const child = new Child(args)
  child.process.stdin.end(`${key}\n`)
  expect(await child.code()).toBe(0)
  expect(child.out).toContain('ALLOWED')
})
