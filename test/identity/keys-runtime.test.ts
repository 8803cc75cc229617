// API keys at run time: made, imported, rotated, disabled, revoked, bound to networks; and what a reload leaves of them.
import { createHash, createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { keyNetworksMax } from '../../src/config/bounds.ts'
import { createKey, parseKey } from '../../src/identity/key-format.ts'
import { IdentityRegion } from '../../src/identity/region.ts'
import type { Sluice, SluiceOptions } from '../../src/index.ts'
import { temporaryFolder } from '../config/helpers.ts'
import { BUILDS } from '../engine/builds.ts'
import { dateAt, NOW, openGates, PEPPERS } from '../gate/helpers.ts'
import { codeOf, rejectionOf } from '../limits/helpers.ts'

const CONFIG = {
  limits: { failures: { rate: '1/h', burst: 3 } },
  tenants: { acme: {}, other: {} },
  roles: { writer: ['orders:write'] },
  credentials: { failures: 'failures' },
  gates: { any: {}, write: { permission: 'orders:write' } },
} as const

const open = (options: SluiceOptions = {}, parts: object = {}) =>
  openGates({ ...CONFIG, ...parts }, options)

/** The code of the gate that asks for nothing but a credential that is good. */
const codeFor = (sluice: Sluice, credential: string, ip?: string) =>
  sluice.gate('any').decide({ credential, ...(ip !== undefined && { context: { ip } }) }).code

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const hmac = (text: string, pepper: string) => createHmac('sha256', pepper).update(text).digest()

describe.each(BUILDS)('a new key on the build $name', ({ options }) => {
  it('is good at once, is what it was made to be, and is kept as its hash alone', async () => {
    const { sluice } = await open(options)
    const expiresAt = NOW + 60_000
    const { key, id, hash } = sluice.keys.create({
      tenant: 'acme',
      subject: 'user-ß',
      roles: ['writer', 'writer'],
      permissions: ['b', 'a'],
      expiresAt,
      prefix: 'my_k',
      environment: 'test',
    })
    expect(parseKey(key)).toEqual({ id, prefix: 'my_k', environment: 'test' })
    expect(hash).toBe(`hmac-sha256:p1:${hmac(key, PEPPERS.secrets.p1).toString('base64url')}`)
    expect(sluice.keys.hash(key)).toBe(hash)
    expect(sluice.keys.get(id)).toEqual({
      id,
      state: 'active',
      rotated: false,
      environment: 'test',
      tenant: 'acme',
      subject: 'user-ß',
      roles: ['writer'],
      permissions: ['a', 'b'],
      expiresAt,
    })
    const decision = sluice.gate('write').decide({ credential: key })
    expect(decision.code).toBe('ALLOWED')
    expect(decision.principal).toEqual({
      type: 'key',
      id,
      tenant: 'acme',
      subject: 'user-ß',
      keyId: id,
      environment: 'test',
      sessionId: '',
      issuer: '',
      roles: ['writer'],
      permissions: ['a', 'b'],
      expiresAt,
    })
    expect(await sluice.verify(key)).toMatchObject({ valid: true, principal: { id } })
  })

  it('without a pepper is hashed with SHA-256', async () => {
    const { sluice } = await openGates(CONFIG, { ...options, peppers: undefined as never })
    const { key, hash } = sluice.keys.create()
    expect(hash).toBe(`sha256:${sha256(key).toString('base64url')}`)
    expect(codeFor(sluice, key)).toBe('ALLOWED')
  })

  it('may have texts of the greatest length', async () => {
    const { sluice } = await open(options)
    const subject = 's'.repeat(256)
    const tenant = 't'.repeat(128)
    sluice.tenants.set(tenant, {})
    const { key, id } = sluice.keys.create({ subject, tenant, permissions: ['p'.repeat(128)] })
    const { principal } = sluice.gate('any').decide({ credential: key })
    expect(principal).toMatchObject({ subject, tenant, id, permissions: ['p'.repeat(128)] })
  })
})

describe('a key that was made elsewhere', () => {
  const SECRET = 'ghp_somebody-elses key with spaces, 12345'
  const OLD = 'an older pepper of 30 characters'
  const peppers = { current: 'p2', secrets: { old: OLD, p2: PEPPERS.secrets.p1 } }

  const HASHES: [what: string, hash: string][] = [
    ['SHA-256 as hex', `sha256:${sha256(SECRET).toString('hex')}`],
    ['SHA-256 as HEX', `sha256:${sha256(SECRET).toString('hex').toUpperCase()}`],
    ['SHA-256 as hex, bare', sha256(SECRET).toString('hex')],
    ['SHA-256 as base64', `sha256:${sha256(SECRET).toString('base64')}`],
    ['SHA-256 as base64url', `sha256:${sha256(SECRET).toString('base64url')}`],
    [
      'HMAC under the current pepper',
      `hmac-sha256:p2:${hmac(SECRET, PEPPERS.secrets.p1).toString('base64url')}`,
    ],
    ['HMAC under a retired pepper', `hmac-sha256:old:${hmac(SECRET, OLD).toString('base64url')}`],
  ]

  it.each(HASHES)('is found by its digest: %s', async (_, hash) => {
    for (const { options } of BUILDS) {
      const { sluice } = await open({ ...options, peppers })
      sluice.keys.set({ id: 'imported', hash, tenant: 'acme', roles: ['writer'] })
      expect(codeFor(sluice, SECRET)).toBe('ALLOWED')
      expect(codeFor(sluice, `${SECRET} `)).toBe('CREDENTIAL_INVALID')
      expect(codeFor(sluice, hash)).toBe('CREDENTIAL_INVALID')
      const { principal } = sluice.gate('write').decide({ credential: SECRET })
      expect(principal).toMatchObject({ keyId: 'imported', environment: '', tenant: 'acme' })
      expect(sluice.keys.delete('imported')).toBe(true)
      expect(codeFor(sluice, SECRET)).toBe('CREDENTIAL_INVALID')
    }
  })

  it.each(HASHES)('in our own format is found however it is hashed: %s', async (_, like) => {
    const { sluice } = await open({ peppers })
    const { key, id } = createKey({ prefix: 'sk', environment: 'live' })
    const [algorithm = '', name = ''] = like.split(':')
    const secrets: Record<string, string> = peppers.secrets
    const hash =
      algorithm === 'hmac-sha256'
        ? `${algorithm}:${name}:${hmac(key, secrets[name]!).toString('base64url')}`
        : `sha256:${sha256(key).toString('hex')}`
    sluice.keys.set({ id, hash })
    expect(codeFor(sluice, key)).toBe('ALLOWED')
    expect(sluice.gate('any').decide({ credential: key }).principal.environment).toBe('live')
  })

  it('of our format may have an id of its own', async () => {
    const { sluice } = await open()
    const { key } = createKey({ prefix: 'sk', environment: 'live' })
    sluice.keys.set({ id: 'billing', hash: sluice.keys.hash(key) })
    expect(codeFor(sluice, key)).toBe('ALLOWED')
    sluice.keys.revoke('billing')
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_REVOKED')
  })

  it('under a pepper is not found by an id of our format, which is that of another key', async () => {
    const { sluice } = await open()
    const id = 'sk_live_AAAAAAAA'
    sluice.keys.set({ id, hash: sluice.keys.hash(SECRET) })
    expect(codeFor(sluice, SECRET)).toBe('CREDENTIAL_INVALID')
    sluice.keys.set({ id: 'legacy-42', hash: sluice.keys.hash(SECRET) })
    expect(codeFor(sluice, SECRET)).toBe('ALLOWED')
  })

  it('may have an id of the greatest length', async () => {
    const { sluice } = await open()
    for (const length of [1, 22, 23, 24, 127, 128]) {
      const id = 'ü'.repeat(length / 2) + 'x'.repeat(length % 2)
      sluice.keys.set({ id, hash: `sha256:${sha256(`secret ${length}`).toString('hex')}` })
      expect(sluice.keys.get(id)?.id).toBe(id)
      const { principal } = sluice.gate('any').decide({ credential: `secret ${length}` })
      expect(principal.keyId).toBe(id)
    }
    expect(codeOf(() => sluice.keys.set({ id: 'x'.repeat(129), hash: '0'.repeat(64) }))).toBe(
      'ENTITY_INVALID',
    )
  })

  it('is refused for a pepper that the engine does not have', async () => {
    const { sluice } = await open()
    const hash = `hmac-sha256:nope:${hmac(SECRET, OLD).toString('base64url')}`
    expect(codeOf(() => sluice.keys.set({ id: 'a', hash }))).toBe('ENTITY_INVALID')
    expect(sluice.keys.get('a')).toBeUndefined()
    expect(await rejectionOf(open({}, { keys: [{ id: 'a', hash }] }))).toBe('OPTION_INVALID')
  })

  it('in a file is refused for such a pepper before anything of the config is live', async () => {
    const folder = await temporaryFolder()
    const source = join(folder, 'sluice.yaml')
    const write = async (gate: string, pepper: string) => {
      const digest = hmac(SECRET, PEPPERS.secrets.p1).toString('base64url')
      const line = JSON.stringify({ id: 'a', hash: `hmac-sha256:${pepper}:${digest}` })
      await writeFile(join(folder, 'keys.ndjson'), `${line}\n`)
      await writeFile(source, `gates: { ${gate}: {} }\nkeys: { file: keys.ndjson }\n`)
    }
    await write('first', 'p1')
    const { sluice } = await openGates(source)
    const { version } = sluice
    await write('second', 'nope')
    expect(await rejectionOf(sluice.reload())).toBe('OPTION_INVALID')
    expect(sluice.version).toBe(version)
    expect(codeOf(() => sluice.gate('second').decide({}))).toBe('GATE_NOT_FOUND')
    expect(sluice.gate('first').decide({ credential: SECRET }).code).toBe('ALLOWED')
    await write('second', 'p1')
    await sluice.reload()
    expect(sluice.gate('second').decide({ credential: SECRET }).code).toBe('ALLOWED')
  })

  it('comes in with many others, of which a bad one stops it', async () => {
    const { sluice } = await open()
    const definition = (index: number) => ({
      id: `key-${index}`,
      hash: `sha256:${sha256(`secret ${index}`).toString('hex')}`,
    })
    const some = Array.from({ length: 20 }, (_, index) => definition(index))
    expect(await sluice.keys.load(some)).toBe(20)
    async function* more() {
      yield definition(20)
      yield { id: '', hash: '' }
      yield definition(21)
    }
    expect(await rejectionOf(sluice.keys.load(more()))).toBe('ENTITY_INVALID')
    expect(codeFor(sluice, 'secret 20')).toBe('ALLOWED')
    expect(codeFor(sluice, 'secret 21')).toBe('CREDENTIAL_INVALID')
    expect(
      await rejectionOf(
        sluice.keys.load(Array.from({ length: 99 }, (_, index) => definition(index))),
      ),
    ).toBe('CAPACITY_EXCEEDED')
    expect(codeFor(sluice, 'secret 63')).toBe('ALLOWED')
  })
})

describe('the state of a key', () => {
  it('changes from the next decision on', async () => {
    const { sluice } = await open()
    const { key, id } = sluice.keys.create()
    expect(codeFor(sluice, key)).toBe('ALLOWED')
    sluice.keys.disable(id)
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_DISABLED')
    expect(sluice.keys.get(id)?.state).toBe('disabled')
    sluice.keys.enable(id)
    expect(codeFor(sluice, key)).toBe('ALLOWED')
    sluice.keys.revoke(id)
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_REVOKED')
    expect(codeOf(() => sluice.keys.enable(id))).toBe('ENTITY_INVALID')
    expect(codeOf(() => sluice.keys.disable(id))).toBe('ENTITY_INVALID')
    expect(sluice.keys.delete(id)).toBe(true)
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_INVALID')
    expect(sluice.keys.get(id)).toBeUndefined()
    expect(sluice.keys.delete(id)).toBe(false)
    for (const change of ['disable', 'enable', 'revoke', 'rotate'] as const) {
      expect(codeOf(() => sluice.keys[change](id))).toBe('KEY_NOT_FOUND')
    }
  })

  it('ends at the millisecond of its expiry', async () => {
    const { sluice, at } = await open()
    const { key } = sluice.keys.create({ expiresAt: NOW + 100 })
    at(99)
    expect(codeFor(sluice, key)).toBe('ALLOWED')
    at(100)
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_EXPIRED')
  })

  it('is replaced with all that the key is, by the next definition of the same id', async () => {
    const { sluice } = await open()
    const hash = (text: string) => sluice.keys.hash(text)
    const set = (text: string, parts: object) =>
      sluice.keys.set({ id: 'k', hash: hash(text), ...parts })
    set('first secret', { tenant: 'acme', roles: ['writer'], networks: ['10.0.0.0/8'] })
    expect(codeFor(sluice, 'first secret', '10.0.0.1')).toBe('ALLOWED')
    set('second secret', { tenant: 'other', subject: 'user-7' })
    expect(codeFor(sluice, 'first secret', '10.0.0.1')).toBe('CREDENTIAL_INVALID')
    const decision = sluice.gate('any').decide({ credential: 'second secret' })
    expect(decision.code).toBe('ALLOWED')
    expect(decision.principal).toMatchObject({ tenant: 'other', subject: 'user-7', roles: [] })
    sluice.keys.revoke('k')
    set('third secret', { state: 'active' })
    expect(codeFor(sluice, 'third secret'), 'revoked is for ever').toBe('CREDENTIAL_REVOKED')
    expect(codeFor(sluice, 'second secret')).toBe('CREDENTIAL_INVALID')
  })
})

describe('a definition of a key whose state was set at run time', () => {
  it('leaves it disabled until it is enabled', async () => {
    const { sluice } = await open()
    const { key, id, hash } = sluice.keys.create()
    sluice.keys.disable(id)
    sluice.keys.set({ id, hash, state: 'active', tenant: 'acme' })
    expect(sluice.keys.get(id)).toMatchObject({ state: 'disabled', tenant: 'acme' })
    sluice.keys.enable(id)
    expect(codeFor(sluice, key)).toBe('ALLOWED')
  })

  it('does not make one good for longer that was rotated, before it was deleted', async () => {
    const { sluice } = await open()
    const { key, id, hash } = sluice.keys.create()
    sluice.keys.rotate(id)
    sluice.keys.set({ id, hash, expires: dateAt(60_000) })
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_ROTATED')
    sluice.keys.delete(id)
    sluice.keys.set({ id, hash })
    expect(codeFor(sluice, key)).toBe('ALLOWED')
  })
})

describe('rotating a key', () => {
  it('gives another with the same rights, and ends the old one after the grace period', async () => {
    const { sluice, at } = await open()
    const rights = { tenant: 'acme', subject: 'user-7', roles: ['writer'], permissions: ['a'] }
    const networks = ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']
    const old = sluice.keys.create({ ...rights, networks, prefix: 'a_b', environment: 'test' })
    const { key, id } = sluice.keys.rotate(old.id, { graceMs: 100 })
    expect(parseKey(key)).toMatchObject({ prefix: 'a_b', environment: 'test' })
    expect(sluice.keys.get(id)).toMatchObject({ ...rights, rotated: false, expiresAt: null })
    expect(sluice.keys.get(old.id)).toMatchObject({ rotated: true, expiresAt: NOW + 100 })
    at(99)
    for (const credential of [key, old.key]) {
      expect(codeFor(sluice, credential, '10.1.1.1')).toBe('ALLOWED')
      expect(codeFor(sluice, credential, '2001:db8::1')).toBe('ALLOWED')
      expect(codeFor(sluice, credential, '192.0.2.7')).toBe('ALLOWED')
      expect(codeFor(sluice, credential, '192.0.2.8')).toBe('NETWORK_DENIED')
    }
    at(100)
    expect(codeFor(sluice, old.key, '10.1.1.1')).toBe('CREDENTIAL_ROTATED')
    expect(codeFor(sluice, key, '10.1.1.1')).toBe('ALLOWED')
  })

  it('ends it at once without one, and never makes it live longer', async () => {
    const { sluice, at } = await open()
    const old = sluice.keys.create({ expiresAt: NOW + 50 })
    const next = sluice.keys.rotate(old.id, { graceMs: 1_000 })
    expect(sluice.keys.get(next.id)?.expiresAt).toBe(NOW + 50)
    at(50)
    expect(['CREDENTIAL_ROTATED', 'CREDENTIAL_EXPIRED']).toContain(codeFor(sluice, old.key))
    expect(codeFor(sluice, next.key)).toBe('CREDENTIAL_EXPIRED')
    const other = sluice.keys.create()
    sluice.keys.rotate(other.id)
    expect(codeFor(sluice, other.key)).toBe('CREDENTIAL_ROTATED')
    for (const graceMs of [-1, Number.NaN, '1']) {
      expect(codeOf(() => sluice.keys.rotate(other.id, { graceMs: graceMs as number }))).toBe(
        'DURATION_INVALID',
      )
    }
  })

  it('does not give somebody whose key was revoked one that is good', async () => {
    const { sluice } = await open()
    const { id } = sluice.keys.create()
    sluice.keys.revoke(id)
    expect(codeOf(() => sluice.keys.rotate(id))).toBe('ENTITY_INVALID')
  })

  it.each([
    ['whose grace lasts', { graceMs: 100 }, 'ALLOWED'],
    ['that had none', {}, 'CREDENTIAL_ROTATED'],
  ])('again is refused, of one %s', async (_, options, code) => {
    const { sluice } = await open()
    const { key, id } = sluice.keys.create()
    sluice.keys.rotate(id, options)
    const before = sluice.keys.get(id)
    expect(() => sluice.keys.rotate(id, { graceMs: 1_000 })).toThrow('the key was rotated already')
    expect(codeOf(() => sluice.keys.rotate(id))).toBe('ENTITY_INVALID')
    expect(sluice.keys.get(id)).toEqual(before)
    expect(codeFor(sluice, key)).toBe(code)
  })

  it('again is refused, of one that ends before its grace would, and of one that a config rotated', async () => {
    const { sluice } = await open()
    const { id } = sluice.keys.create({ expiresAt: NOW + 50 })
    sluice.keys.rotate(id, { graceMs: 100 })
    const hash = sluice.keys.hash('a key of another system')
    const rotated = { to: id, graceUntil: dateAt(100) }
    sluice.keys.set({ id: 'legacy-42', hash, rotated })
    for (const old of [id, 'legacy-42']) {
      expect(codeOf(() => sluice.keys.rotate(old))).toBe('ENTITY_INVALID')
    }
  })

  it('that fails leaves the old key as it was', async () => {
    const { sluice } = await open()
    const made = Array.from({ length: 64 }, () => sluice.keys.create())
    expect(codeOf(() => sluice.keys.create())).toBe('CAPACITY_EXCEEDED')
    expect(codeOf(() => sluice.keys.rotate(made[0]!.id))).toBe('CAPACITY_EXCEEDED')
    expect(codeFor(sluice, made[0]!.key)).toBe('ALLOWED')
    expect(sluice.keys.get(made[0]!.id)).toMatchObject({ rotated: false, expiresAt: null })
  })

  it('holds over a reload of the config that the old key is from', async () => {
    const { key, id } = createKey({ prefix: 'sk', environment: 'live' })
    const hash = `hmac-sha256:p1:${hmac(key, PEPPERS.secrets.p1).toString('base64url')}`
    const { sluice, at } = await open({}, { keys: [{ id, hash }] })
    const next = sluice.keys.rotate(id, { graceMs: 100 })
    await sluice.reload()
    at(100)
    expect(codeFor(sluice, next.key)).toBe('ALLOWED')
    expect(codeFor(sluice, key)).toBe('CREDENTIAL_ROTATED')
  })
})

describe('a reload', () => {
  const made = ['a', 'b', 'c'].map(name => {
    const { key, id } = createKey({ prefix: 'sk', environment: 'live' })
    const hash = `hmac-sha256:p1:${hmac(key, PEPPERS.secrets.p1).toString('base64url')}`
    return { name, key, id, hash }
  })
  const [a, b, c] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]]
  const definition = ({ id, hash }: typeof a, parts: object = {}) => ({ id, hash, ...parts })

  it('adds, changes and removes the keys of the config, and keeps those of run time', async () => {
    const { sluice } = await open({}, { keys: [definition(a), definition(b, { tenant: 'acme' })] })
    const own = sluice.keys.create()
    await sluice.publish({ ...CONFIG, keys: [definition(b, { tenant: 'other' }), definition(c)] })
    expect(codeFor(sluice, a.key)).toBe('CREDENTIAL_INVALID')
    expect(sluice.keys.get(a.id)).toBeUndefined()
    expect(sluice.gate('any').decide({ credential: b.key }).principal.tenant).toBe('other')
    expect(codeFor(sluice, c.key)).toBe('ALLOWED')
    expect(codeFor(sluice, own.key)).toBe('ALLOWED')
    for (let round = 0; round < 300; round++) {
      // Loads are counted in a byte.
      const keys = round % 2 === 0 ? [definition(a)] : [definition(b)]
      await sluice.publish({ ...CONFIG, keys })
    }
    expect(codeFor(sluice, a.key)).toBe('CREDENTIAL_INVALID')
    expect(codeFor(sluice, b.key)).toBe('ALLOWED')
    expect(codeFor(sluice, own.key)).toBe('ALLOWED')
  })

  it('does not bring a key back that was revoked or disabled at run time', async () => {
    const { sluice } = await open({}, { keys: [definition(a), definition(b)] })
    sluice.keys.revoke(a.id)
    sluice.keys.disable(b.id)
    await sluice.reload()
    expect(codeFor(sluice, a.key)).toBe('CREDENTIAL_REVOKED')
    expect(codeFor(sluice, b.key)).toBe('CREDENTIAL_DISABLED')
    sluice.keys.enable(b.id)
    await sluice.reload()
    expect(codeFor(sluice, b.key)).toBe('ALLOWED')
  })

  it.each<[what: string, change: (sluice: Sluice) => void, code: string]>([
    ['deletes', sluice => sluice.keys.delete(a.id), 'CREDENTIAL_INVALID'],
    ['revokes', sluice => sluice.keys.revoke(a.id), 'CREDENTIAL_REVOKED'],
  ])('looks again at a key that a thread %s just before', async (_, change, code) => {
    const { sluice } = await open({}, { keys: [definition(a)] })
    const lock = vi.spyOn(IdentityRegion.prototype, 'locked')
    lock.mockImplementationOnce(write => {
      change(sluice)
      return write()
    })
    // Of a later load of the config, in which the key is not.
    sluice.keys.sweep(2)
    lock.mockRestore()
    expect(codeFor(sluice, a.key)).toBe(code)
    const made = [sluice.keys.create(), sluice.keys.create()]
    expect(
      made.map(({ id }) => sluice.keys.get(id)?.id),
      'each has a record of its own',
    ).toEqual(made.map(({ id }) => id))
  })

  it('does not bring one back that was revoked, left the config, and came again', async () => {
    const { sluice } = await open({}, { keys: [definition(a)] })
    sluice.keys.revoke(a.id)
    await sluice.publish(CONFIG)
    await sluice.reload()
    expect(codeFor(sluice, a.key)).toBe('CREDENTIAL_REVOKED')
  })

  it('takes the state that the config says', async () => {
    const { sluice } = await open({}, { keys: [definition(a)] })
    await sluice.publish({ ...CONFIG, keys: [definition(a, { state: 'disabled' })] })
    expect(codeFor(sluice, a.key)).toBe('CREDENTIAL_DISABLED')
    await sluice.publish({ ...CONFIG, keys: [definition(a)] })
    expect(codeFor(sluice, a.key)).toBe('ALLOWED')
    await sluice.publish({ ...CONFIG, keys: [definition(a, { state: 'revoked' })] })
    await sluice.publish({ ...CONFIG, keys: [definition(a)] })
    expect(codeFor(sluice, a.key)).toBe('CREDENTIAL_REVOKED')
  })
})

describe('a key that is bound to networks', () => {
  const CASES: [network: string, inside: string[], outside: string[]][] = [
    [
      '192.0.2.7',
      ['192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207'],
      ['192.0.2.6', '::192.0.2.7'],
    ],
    [
      '10.0.0.0/8',
      ['10.0.0.0', '10.255.255.255', '::ffff:10.1.2.3'],
      ['11.0.0.0', '9.255.255.255', '::1'],
    ],
    ['10.0.0.0/31', ['10.0.0.1'], ['10.0.0.2']],
    ['10.0.0.0/32', ['10.0.0.0'], ['10.0.0.1']],
    ['0.0.0.0/0', ['0.0.0.0', '255.255.255.255', '::ffff:1.2.3.4'], ['::1', '2001:db8::1']],
    ['128.0.0.0/1', ['128.0.0.0', '255.0.0.1'], ['127.255.255.255']],
    [
      '2001:db8::/32',
      ['2001:db8::', '2001:db8:ffff::1', '2001:0DB8:0::1'],
      ['2001:db9::', '10.0.0.1'],
    ],
    ['2001:db8::1', ['2001:db8::1', '2001:db8:0:0:0:0:0:1'], ['2001:db8::2']],
    ['2001:db8::/65', ['2001:db8::7fff:ffff:ffff:ffff'], ['2001:db8:0:0:8000::']],
    ['2001:db8::/64', ['2001:db8::ffff:ffff:ffff:ffff'], ['2001:db8:0:1::']],
    ['::/0', ['::', 'ffff::1', '10.0.0.1'], []],
    ['::ffff:10.0.0.0/104', ['10.1.2.3', '::ffff:10.1.2.3'], ['11.0.0.1', '::1']],
  ]

  it.each(CASES)(
    '%s is good from inside, and not from outside',
    async (network, inside, outside) => {
      const { sluice } = await open()
      const { key } = sluice.keys.create({ networks: ['198.51.100.0/24', network] })
      for (const ip of inside) expect(codeFor(sluice, key, ip), ip).toBe('ALLOWED')
      for (const ip of outside) expect(codeFor(sluice, key, ip), ip).toBe('NETWORK_DENIED')
      expect(codeFor(sluice, key), 'nobody knows from where').toBe('NETWORK_DENIED')
      expect(codeFor(sluice, key, '198.51.100.9')).toBe('ALLOWED')
      expect((await sluice.verify(key, { ip: '198.51.100.9' })).valid).toBe(true)
      expect((await sluice.verify(key)).code).toBe('NETWORK_DENIED')
    },
  )

  it('is told so only after its state, and nothing of the address before is left', async () => {
    const { sluice } = await open()
    const bound = sluice.keys.create({ networks: ['10.0.0.0/8'] })
    const free = sluice.keys.create()
    for (let round = 0; round < 3; round++) {
      expect(codeFor(sluice, bound.key, '10.0.0.1')).toBe('ALLOWED')
      expect(codeFor(sluice, bound.key)).toBe('NETWORK_DENIED')
      expect(codeFor(sluice, free.key)).toBe('ALLOWED')
    }
    sluice.keys.disable(bound.id)
    expect(codeFor(sluice, bound.key, '192.0.2.1')).toBe('CREDENTIAL_DISABLED')
  })

  it('may have as many as a config may say', async () => {
    const { sluice } = await open()
    const networks = Array.from({ length: keyNetworksMax }, (_, index) => `10.0.${index}.0/24`)
    const { key } = sluice.keys.create({ networks })
    expect(codeFor(sluice, key, `10.0.${keyNetworksMax - 1}.1`)).toBe('ALLOWED')
    expect(codeFor(sluice, key, '10.1.0.1')).toBe('NETWORK_DENIED')
    expect(codeOf(() => sluice.keys.create({ networks: [...networks, '::1'] }))).toBe(
      'ENTITY_INVALID',
    )
  })
})

describe('a source that has failed too often', () => {
  it('is refused before anything is looked up, unless it shows what is recognised', async () => {
    const { sluice, at } = await open()
    const [seen, unseen] = [sluice.keys.create().key, sluice.keys.create().key]
    const ip = '192.0.2.1'
    expect(codeFor(sluice, seen, ip)).toBe('ALLOWED')
    for (let failure = 0; failure < 3; failure++) {
      expect(codeFor(sluice, `guess ${failure}`, ip)).toBe('CREDENTIAL_INVALID')
    }
    const limited = sluice.gate('any').decide({ credential: 'guess', context: { ip } })
    expect(limited.code).toBe('SOURCE_LIMITED')
    expect([limited.status, limited.retryMs]).toEqual([429, 3_600_000])
    expect(codeFor(sluice, unseen, ip), 'right, and not looked up').toBe('SOURCE_LIMITED')
    expect(codeFor(sluice, seen, ip), 'recognised').toBe('ALLOWED')
    expect(codeFor(sluice, unseen, '192.0.2.2'), 'from elsewhere').toBe('ALLOWED')
    expect(codeFor(sluice, unseen, ip), 'and so recognised').toBe('ALLOWED')
    expect(codeFor(sluice, 'guess'), 'from nobody knows where').toBe('CREDENTIAL_INVALID')
    expect((await sluice.verify('guess', { ip })).code).toBe('SOURCE_LIMITED')
    at(3_600_000)
    expect(codeFor(sluice, 'guess', ip)).toBe('CREDENTIAL_INVALID')
    expect(codeFor(sluice, 'guess', ip)).toBe('SOURCE_LIMITED')
  })

  it('is who the request says, and else its address', async () => {
    const { sluice } = await open()
    const ask = (source: string | undefined, ip: string) =>
      sluice.gate('any').decide({
        credential: 'guess',
        context: { ip },
        ...(source !== undefined && { source }),
      }).code
    for (let failure = 0; failure < 3; failure++) ask('proxy', `192.0.2.${failure}`)
    expect(ask('proxy', '192.0.2.9')).toBe('SOURCE_LIMITED')
    expect(ask(undefined, '192.0.2.9')).toBe('CREDENTIAL_INVALID')
    expect(ask('other', '192.0.2.0')).toBe('CREDENTIAL_INVALID')
  })

  it('is not charged for what is no credential at all, nor for one that is known', async () => {
    const { sluice } = await open()
    const { key, id } = sluice.keys.create()
    sluice.keys.disable(id)
    const ip = '192.0.2.1'
    for (let call = 0; call < 9; call++) {
      expect(codeFor(sluice, '', ip)).toBe('CREDENTIAL_MALFORMED')
      expect(codeFor(sluice, key, ip)).toBe('CREDENTIAL_DISABLED')
      expect(sluice.gate('any').decide({ context: { ip } }).code).toBe('CREDENTIAL_MISSING')
    }
    expect(codeFor(sluice, 'guess', ip)).toBe('CREDENTIAL_INVALID')
  })
})
