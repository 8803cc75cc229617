// Whose limit a gate asks: by what the credential says, by the context, by an address, or by several of them.
import { describe, expect, it } from 'vitest'
import type { DecisionRequest } from '../../src/gate/types.ts'
import { composeKey } from '../../src/index.ts'
import { BUILDS } from '../engine/builds.ts'
import { openGates, type Parts } from './helpers.ts'

/** A gate with one limit of three by a key. */
const open = (key: unknown, parts: Parts = {}, options = {}) =>
  openGates(
    {
      limits: { it: { rate: '1/h', burst: 3, key } },
      gates: { it: { credential: ['none', 'key', 'session'], limits: ['it'] } },
      ...parts,
    },
    options,
  )

describe.each(BUILDS)('a limit of a gate on the build $name', ({ options }) => {
  const FACTS: [path: string, of: 'key' | 'session', expected: (id: string) => string][] = [
    ['key.id', 'key', id => id],
    ['principal.id', 'key', id => id],
    ['principal.subject', 'key', () => 'user-ß'],
    ['tenant.id', 'key', () => 'acme'],
    ['principal.id', 'session', () => 'user-ß'],
    ['principal.subject', 'session', () => 'user-ß'],
    ['session.id', 'session', id => id],
    ['tenant.id', 'session', () => 'acme'],
    ['principal.type', 'key', () => 'key'],
    ['principal.type', 'session', () => 'session'],
    ['key.environment', 'key', () => 'live'],
    ['tenant.state', 'key', () => 'active'],
  ]

  it.each(FACTS)('by %s of a %s counts as the limit itself does', async (path, of, expected) => {
    const { sluice } = await open(path, { tenants: { acme: {} } }, options)
    const who = { tenant: 'acme', subject: 'user-ß' }
    const made = of === 'key' ? sluice.keys.create(who) : sluice.sessions.create(who)
    const credential = 'key' in made ? made.key : made.token
    // The context has no say.
    const lie = { tenant: { id: 'x' }, key: { id: 'x' }, principal: { id: 'x', subject: 'x' } }
    const decision = sluice.gate('it').decide({ credential, context: lie, cost: 2 })
    expect(decision.code).toBe('ALLOWED')
    expect(decision.limits[0]!.remaining).toBe(1)
    expect(sluice.limit('it').peek(expected(made.id)).remaining).toBe(1)
    expect(sluice.gate('it').decide({ credential, cost: 2 }).code).toBe('LIMITED')
  })

  it('by an attribute of the context is told apart by it', async () => {
    const { sluice } = await open('request.country', {}, options)
    const gate = sluice.gate('it')
    const of = (country: unknown) => ({ context: { request: { country } } })
    expect(gate.decide({ ...of('DE'), cost: 3 }).allow).toBe(true)
    expect(gate.decide(of('DE')).code).toBe('LIMITED')
    expect(gate.decide(of('FR')).allow).toBe(true)
    expect(sluice.limit('it').peek('DE').remaining).toBe(0)
    expect(gate.decide({ ...of(42), cost: 3 }).allow, 'numbers are keys').toBe(true)
    expect(sluice.limit('it').peek('42').remaining).toBe(0)
  })

  it('by an address counts its network', async () => {
    const { sluice } = await open([{ ip: 'ip', prefix: 56 }], {}, options)
    const gate = sluice.gate('it')
    const take = (ip: string) => gate.decide({ context: { ip }, cost: 3 }).code
    expect(take('192.0.2.7')).toBe('ALLOWED')
    expect(take('::ffff:192.0.2.7'), 'the same, mapped').toBe('LIMITED')
    expect(take('192.0.2.8')).toBe('ALLOWED')
    expect(take('2001:db8:0:100::1')).toBe('ALLOWED')
    expect(take('2001:db8:0:1ff::2')).toBe('LIMITED')
    expect(take('2001:db8:0:200::2')).toBe('ALLOWED')
  })

  it('by several parts, facts among them, is one key of all', async () => {
    const key = ['tenant.id', 'country', { ip: 'ip' }, 'principal.subject']
    const { sluice } = await open(key, { tenants: { acme: {}, other: {} } }, options)
    const gate = sluice.gate('it')
    const keyOf = (tenant: string, subject: string) => sluice.keys.create({ tenant, subject }).key
    const request = (credential: string, country = 'DE', ip = '192.0.2.7'): DecisionRequest => ({
      credential,
      context: { country, ip, tenant: { id: 'x' }, principal: { subject: 'x' } },
      cost: 3,
    })
    const acme = keyOf('acme', 'user-7')
    // A credential that was never seen is looked up first, and counted all the same.
    expect(gate.decide(request(acme)).code).toBe('ALLOWED')
    const counted = composeKey('acme', 'DE', '192.0.2.7', 'user-7')
    expect(sluice.limit('it').peek(counted).remaining).toBe(0)
    expect(gate.decide(request(acme)).code).toBe('LIMITED')
    expect(gate.decide(request(keyOf('acme', 'user-7'))).code, 'who has the same').toBe('LIMITED')
    expect(gate.decide(request(acme, 'FR')).code).toBe('ALLOWED')
    expect(gate.decide(request(acme, 'DE', '192.0.2.8')).code).toBe('ALLOWED')
    expect(gate.decide(request(keyOf('acme', 'user-8'))).code).toBe('ALLOWED')
    expect(gate.decide(request(keyOf('other', 'user-7'))).code).toBe('ALLOWED')
  })

  it('by several parts works for keys that are bound to networks', async () => {
    const parts = { tenants: { acme: {} } }
    const { sluice } = await open(['tenant.id', 'country'], parts, options)
    const gate = sluice.gate('it')
    const { key } = sluice.keys.create({ tenant: 'acme', networks: ['10.0.0.0/8'] })
    const take = (ip: string) =>
      gate.decide({ credential: key, context: { ip, country: 'DE' }, cost: 3 }).code
    expect(take('192.0.2.1')).toBe('NETWORK_DENIED')
    expect(take('10.1.2.3')).toBe('ALLOWED')
    expect(take('10.1.2.3')).toBe('LIMITED')
  })
})

describe('a limit whose key the request does not have', () => {
  const MISSING: [what: string, key: unknown, request: DecisionRequest][] = [
    ['an attribute', 'country', { context: {} }],
    ['an attribute of another type', 'country', { context: { country: {} } }],
    ['an empty attribute', 'country', { context: { country: '' } }],
    ['no number', 'country', { context: { country: Number.NaN } }],
    ['a key', 'key.id', {}],
    ['a session', 'session.id', {}],
    ['a tenant', 'tenant.id', {}],
    ['a subject', 'principal.subject', {}],
    ['one of its parts', ['tenant.id', 'country'], { context: { country: 'DE' } }],
    ['an address', [{ ip: 'ip' }], { context: { country: 'DE' } }],
  ]

  it.each(MISSING)('is LIMIT_KEY_MISSING for %s, and takes nothing', async (_, key, request) => {
    const { sluice } = await open(key)
    const decision = sluice.gate('it').decide(request)
    expect(decision.code).toBe('LIMIT_KEY_MISSING')
    expect(decision.status).toBe(400)
    expect(decision.toJSON()).toMatchObject({ allow: false, retryMs: null, limits: [] })
    expect(sluice.limit('it').metrics()).toMatchObject({ entries: 0 })
  })

  it.each(MISSING)('says which limit it is, for %s', async (_, key, request) => {
    const { sluice } = await open(key)
    expect(sluice.gate('it').decide(request).detail).toBe('it')
  })

  it('says nothing of the key that was asked about before', async () => {
    const { sluice } = await open('country')
    const gate = sluice.gate('it')
    gate.decide({ context: { country: 'DE' }, cost: 3 })
    expect(gate.decide({ context: { country: 'DE' } }).code).toBe('LIMITED')
    expect(gate.decide({ context: {} }).toJSON()).toMatchObject({
      code: 'LIMIT_KEY_MISSING',
      retryMs: null,
      limits: [],
    })
  })

  it('is told only after everything else that is wrong', async () => {
    const { sluice } = await openGates({
      limits: { it: { rate: '1/h', burst: 3, key: 'country' } },
      gates: { it: { permission: 'a', limits: ['it'] } },
    })
    const gate = sluice.gate('it')
    expect(gate.decide({}).code).toBe('CREDENTIAL_MISSING')
    expect(gate.decide({ credential: 'unknown' }).code).toBe('CREDENTIAL_INVALID')
    const { key } = sluice.keys.create()
    expect(gate.decide({ credential: key }).code).toBe('PERMISSION_DENIED')
    const allowed = sluice.keys.create({ permissions: ['a'] }).key
    expect(gate.decide({ credential: allowed }).code).toBe('LIMIT_KEY_MISSING')
    expect(gate.reserve({ credential: allowed })).toMatchObject({
      code: 'LIMIT_KEY_MISSING',
      reservation: undefined,
    })
  })
})
