// One call decides everything: the first step that fails says why, and what is denied has taken nothing.
import { describe, expect, it } from 'vitest'
import type { DecisionCode } from '../../src/gate/codes.ts'
import type { GateContext } from '../../src/gate/types.ts'
import { BUILDS } from '../engine/builds.ts'
import { codeOf, rejectionOf } from '../limits/helpers.ts'
import { Inspection } from '../threads/helpers.ts'
import { CONFIG, dateAt, flagOf, openGates } from './helpers.ts'

/** A gate with a step of each kind, each of which a request can fail. */
const STEPS = {
  flags: { 'orders-ui': flagOf('ui', 'new'), eu: flagOf('country', 'DE') },
  limits: {
    first: { rate: '1/h', burst: 2, key: 'key.id' },
    second: { rate: '1/h', burst: 2, key: 'tenant.id' },
    third: { rate: '1/h', burst: 2, key: 'country' },
  },
  quotas: { calls: { period: 'month', key: 'tenant.id', limit: 100 } },
  features: { orders: { type: 'boolean', flag: 'orders-ui' }, seats: { type: 'gauge' } },
  plans: {
    pro: { features: { orders: true, seats: 2 }, quotas: { calls: 3 } },
    free: { features: { orders: true, seats: 2 }, quotas: { calls: 0 } },
    none: { features: { orders: false, seats: 2 } },
  },
  tenants: {
    acme: { plan: 'pro' },
    full: { plan: 'pro', used: { seats: 2 } },
    free: { plan: 'free' },
    locked: { plan: 'none' },
    suspended: { plan: 'pro', state: 'suspended' },
    late: { plan: 'pro', graceUntil: dateAt(0) },
    trying: { plan: 'pro', trial: { plan: 'pro', until: dateAt(10) } },
  },
  roles: { writer: ['orders:*'] },
  gates: {
    it: {
      credential: ['key'],
      tenant: ['active'],
      permission: 'orders:write and (audit or orders:any)',
      entitlement: ['orders', 'seats'],
      flags: ['eu'],
      limits: ['first', 'second', 'third'],
      quotas: ['calls'],
    },
  },
} as const

const GOOD = { country: 'DE', ui: 'new' }

describe.each(BUILDS)('the steps of a gate on the build $name', ({ options }) => {
  it('run in their order, and the first that fails decides', async () => {
    const { sluice } = await openGates(STEPS, options)
    const gate = sluice.gate('it')
    const roles = ['writer']
    const make = (parts: object) => sluice.keys.create({ roles, ...parts }).key
    const networks = ['10.0.0.0/8']
    const { token } = sluice.sessions.create({ subject: 'user-7', tenant: 'suspended' })
    const blocked = sluice.keys.create({ tenant: 'acme', roles })
    sluice.limit('first').block(blocked.id, 60_000)
    // Each is wrong in all that comes after what its code says, too, as far as that can be.
    const cases: [DecisionCode, string | undefined, GateContext][] = [
      ['CREDENTIAL_MISSING', undefined, {}],
      ['NETWORK_DENIED', make({ tenant: 'nobody', networks, roles: [] }), { ip: '192.0.2.1' }],
      ['CREDENTIAL_TYPE', token, {}],
      ['TENANT_UNKNOWN', make({ tenant: 'nobody', roles: [] }), {}],
      ['TENANT_REQUIRED', make({ roles: [] }), {}],
      ['TENANT_SUSPENDED', make({ tenant: 'suspended', roles: [] }), {}],
      ['TENANT_PAST_DUE', make({ tenant: 'late', roles: [] }), {}],
      ['TENANT_STATE', make({ tenant: 'trying', roles: [] }), {}],
      ['PERMISSION_DENIED', make({ tenant: 'locked', permissions: ['audit'], roles: [] }), {}],
      ['FEATURE_HIDDEN', make({ tenant: 'full' }), { country: 'DE' }],
      ['FEATURE_LOCKED', make({ tenant: 'locked' }), GOOD],
      ['FEATURE_EXHAUSTED', make({ tenant: 'full' }), GOOD],
      ['QUOTA_NOT_INCLUDED', make({ tenant: 'free' }), GOOD],
      ['BLOCKED', blocked.key, GOOD],
      ['ALLOWED', make({ tenant: 'acme' }), GOOD],
    ]
    for (const [code, credential, context] of cases) {
      expect(gate.decide({ credential, context }).code).toBe(code)
      // Seen before or not, asked twice or not.
      expect(gate.check({ credential, context }).code).toBe(code)
    }
    expect(gate.decide({ credential: make({ tenant: 'acme' }), context: GOOD, cost: 3 }).code).toBe(
      'COST_EXCEEDS_LIMIT',
    )
  })

  it('say what they are about', async () => {
    const { sluice } = await openGates(STEPS, options)
    const gate = sluice.gate('it')
    const ask = (tenant: string, context: GateContext = GOOD, cost = 1) => {
      const { key } = sluice.keys.create({ tenant, roles: ['writer'] })
      return gate.decide({ credential: key, context, cost }).toJSON()
    }
    expect(ask('full').detail).toBe('seats')
    expect(ask('locked').detail).toBe('orders')
    expect(ask('free').detail).toBe('calls')
    expect(ask('acme', GOOD, 3).detail).toBe('first')
    expect(ask('suspended').detail).toBeNull()
    const bare = sluice.keys.create({ tenant: 'acme' }).key
    expect(gate.decide({ credential: bare, context: GOOD }).detail).toBe(
      'orders:write and (audit or orders:any)',
    )
    const allowed = ask('acme')
    expect(allowed).toMatchObject({ allow: true, detail: null, retryMs: 0 })
    expect(Object.keys(allowed.features)).toEqual(['orders', 'seats'])
    expect(allowed.flags.eu).toMatchObject({
      value: true,
      variant: 'on',
      reason: 'TARGETING_MATCH',
    })
    expect(allowed.limits.map(({ name, cost }) => [name, cost])).toEqual([
      ['first', 1],
      ['second', 1],
      ['third', 1],
      ['calls', 1],
    ])
    // What comes after the step that failed was not asked.
    expect(ask('locked')).toMatchObject({ limits: [], flags: {}, features: { orders: {} } })
    expect(Object.keys(ask('locked').features)).toEqual(['orders'])
    expect(Object.keys(ask('suspended').features)).toEqual([])
  })

  it('that fail leave the limits as they were: all is taken, or nothing', async () => {
    const { sluice, at } = await openGates(STEPS, { ...options, limitKeysMax: 64 })
    const gate = sluice.gate('it')
    const one = sluice.keys.create({ tenant: 'acme', roles: ['writer'] })
    const left = () => [
      sluice.limit('first').peek(one.id).remaining,
      sluice.limit('second').peek('acme').remaining,
      sluice.limit('third').peek('DE').remaining,
      sluice.limit('calls').plan('pro').peek('acme').remaining,
    ]
    const request = { credential: one.key, context: GOOD }
    expect(left()).toEqual([2, 2, 2, 3])
    expect(gate.check(request).allow).toBe(true)
    expect(left()).toEqual([2, 2, 2, 3])
    expect(gate.decide(request).allow).toBe(true)
    expect(left()).toEqual([1, 1, 1, 2])
    // The third is full for another country: none of the others has given.
    expect(sluice.limit('third').take('FR', 2).allowed).toBe(true)
    const refused = gate.decide({ credential: one.key, context: { ...GOOD, country: 'FR' } })
    expect([refused.code, refused.detail]).toEqual(['LIMITED', 'third'])
    expect(refused.limits.map(({ allowed }) => allowed)).toEqual([true, true, false, true])
    expect(refused.retryMs).toBe(3_600_000)
    expect(left()).toEqual([1, 1, 1, 2])
    expect(gate.decide({ ...request, cost: 2 }).code).toBe('LIMITED')
    expect(gate.decide({ ...request, cost: 0 }).allow).toBe(true)
    expect(left()).toEqual([1, 1, 1, 2])
    at(3_600_000)
    expect(gate.decide({ ...request, cost: 2 }).allow, 'an hour gives one token').toBe(true)
    expect(left()).toEqual([0, 0, 0, 0])
  })
})

describe('what a gate denies', () => {
  it('leaves every byte of the counters as it was', async () => {
    const { sluice } = await openGates(STEPS, { shared: true })
    const gate = sluice.gate('it')
    const make = (parts: object) => sluice.keys.create({ roles: ['writer'], ...parts }).key
    const good = make({ tenant: 'acme' })
    sluice.limit('third').take('FR', 2)
    gate.decide({ credential: good, context: GOOD })
    const inspection = new Inspection(sluice)
    const before = Buffer.from(inspection.tables())
    expect(before.some(byte => byte !== 0)).toBe(true)
    const denied = [
      {},
      { credential: 'unknown' },
      { credential: '' },
      { credentials: [good, good] },
      { credential: good },
      { credential: good, context: { ...GOOD, country: 'FR' } },
      { credential: good, context: { ...GOOD, country: '\ud800' } },
      { credential: good, context: GOOD, cost: 2 },
      { credential: good, context: GOOD, cost: 2_147_483_647 },
      ...['nobody', 'suspended', 'locked', 'full', 'free', 'late', 'trying'].map(tenant => ({
        credential: make({ tenant }),
        context: GOOD,
      })),
      { credential: make({ tenant: 'acme', roles: [] }), context: GOOD },
      { credential: make({}), context: GOOD },
    ]
    for (const request of denied) {
      for (const method of ['decide', 'check', 'reserve', 'explain'] as const) {
        // A key that is no text is refused before anything is asked.
        const answered = codeOf(() => {
          const answer = gate[method](request)
          const decision = 'steps' in answer ? answer.decision : answer
          expect(decision.allow, JSON.stringify(request)).toBe(false)
        })
        expect(['nothing', 'KEY_INVALID']).toContain(answered)
        expect(before.equals(inspection.tables()), JSON.stringify(request)).toBe(true)
      }
    }
    expect(gate.check({ credential: good, context: GOOD }).allow).toBe(true)
    expect(gate.explain({ credential: good, context: GOOD }).decision.allow).toBe(true)
    expect(before.equals(inspection.tables()), 'asking takes nothing').toBe(true)
    expect(gate.decide({ credential: good, context: GOOD }).allow).toBe(true)
    expect(before.equals(inspection.tables()), 'taking does').toBe(false)
  })
})

describe('the limits of a plan', () => {
  const open = () =>
    openGates({
      limits: { rate: { rate: '1/h', burst: 5, key: 'tenant.id' } },
      quotas: {
        calls: { period: 'month', key: 'tenant.id' },
        some: { period: 'month', key: 'tenant.id', limit: 2 },
      },
      plans: {
        free: { limits: { rate: '1/h' }, quotas: { calls: 1 } },
        pro: {
          limits: { rate: { rate: '1/h', burst: 9 } },
          quotas: { calls: 'unlimited', some: 0 },
        },
      },
      tenants: { free: { plan: 'free' }, pro: { plan: 'pro' }, none: {} },
      gates: {
        rate: { limits: ['rate'] },
        calls: { quotas: ['calls'] },
        some: { quotas: ['some'] },
      },
    })

  it('are what its tenants have, and else those of the limit', async () => {
    const { sluice } = await open()
    const limitOf = (gate: string, tenant: string) => {
      const { key } = sluice.keys.create({ tenant })
      const decision = sluice.gate(gate).check({ credential: key })
      return decision.allow ? decision.limits[0]!.limit : decision.code
    }
    expect(limitOf('rate', 'free')).toBe(1)
    expect(limitOf('rate', 'pro')).toBe(9)
    expect(limitOf('rate', 'none')).toBe(5)
    expect(limitOf('calls', 'free')).toBe(1)
    expect(limitOf('calls', 'pro')).toBe(2_147_483_647)
    expect(limitOf('calls', 'none')).toBe('QUOTA_NOT_INCLUDED')
    expect(limitOf('some', 'free'), 'a plan that does not say has what everybody has').toBe(2)
    expect(limitOf('some', 'pro'), '0 is not in the plan').toBe('QUOTA_NOT_INCLUDED')
    expect(limitOf('some', 'none')).toBe(2)
  })

  it('are those of the plan from the next decision on, with what was taken before', async () => {
    const { sluice } = await open()
    const { key } = sluice.keys.create({ tenant: 'free' })
    const gate = sluice.gate('rate')
    expect(gate.decide({ credential: key }).allow).toBe(true)
    expect(gate.decide({ credential: key }).code).toBe('LIMITED')
    sluice.tenants.set('free', { plan: 'pro' })
    const decision = gate.decide({ credential: key })
    expect(decision.allow).toBe(true)
    expect([decision.limits[0]!.limit, decision.limits[0]!.remaining]).toEqual([9, 7])
  })

  it("give way to a tenant's own", async () => {
    const { sluice } = await open()
    const { key } = sluice.keys.create({ tenant: 'free' })
    const overrides = { limits: { rate: { rate: '1/h', burst: 4 } }, quotas: { calls: 7 } }
    sluice.tenants.set('free', { plan: 'free', overrides })
    expect(sluice.gate('rate').check({ credential: key }).limits[0]!.limit).toBe(4)
    expect(sluice.gate('calls').check({ credential: key }).limits[0]!.limit).toBe(7)
  })

  it("are the plan's again when a tenant is defined without numbers of its own", async () => {
    const { sluice } = await open()
    const { key } = sluice.keys.create({ tenant: 'free' })
    const gate = sluice.gate('rate')
    const overrides = { limits: { rate: { rate: '1/h', burst: 4 } } }
    sluice.tenants.set('free', { plan: 'free', overrides })
    expect(gate.check({ credential: key }).limits[0]!.limit).toBe(4)
    sluice.tenants.set('free', { plan: 'free' })
    expect(gate.check({ credential: key }).limits[0]!.limit).toBe(1)
  })
})

describe('a limit in shadow', () => {
  it('lets pass what it would have refused, says so, and takes nothing more', async () => {
    const { sluice } = await openGates({
      limits: {
        watched: { rate: '1/h', burst: 1, key: 'key.id', shadow: true },
        real: { rate: '1/h', burst: 3, key: 'key.id' },
      },
      gates: { it: { limits: ['watched', 'real'] } },
    })
    const { key, id } = sluice.keys.create()
    const gate = sluice.gate('it')
    expect(gate.decide({ credential: key }).limit('watched')?.shadow).toBe(false)
    const second = gate.decide({ credential: key }).toJSON()
    expect(second).toMatchObject({ allow: true, code: 'ALLOWED', detail: null, retryMs: 0 })
    expect(second.limits[0]).toMatchObject({ shadow: true, allowed: true, code: 'LIMITED' })
    expect(sluice.limit('real').peek(id).remaining).toBe(1)
    expect(gate.decide({ credential: key, cost: 2 }).detail).toBe('real')
    expect(sluice.limit('real').peek(id).remaining).toBe(1)
    const reserved = gate.reserve({ credential: key })
    expect(reserved.allow).toBe(true)
    expect(reserved.reservation?.cancel()).toBe(true)
    expect(sluice.limit('real').peek(id).remaining).toBe(1)
  })
})

describe('a reservation', () => {
  const open = () =>
    openGates({
      limits: {
        tokens: { rate: '1/h', burst: 100, key: 'key.id' },
        slots: { algorithm: 'concurrency', limit: 2, key: 'key.id' },
      },
      gates: {
        tokens: { limits: { tokens: 10 } },
        slots: { limits: ['tokens', 'slots'] },
        none: {},
      },
    })

  it('holds what it costs until it is committed or cancelled', async () => {
    const { sluice } = await open()
    const { key, id } = sluice.keys.create()
    const left = () => sluice.limit('tokens').peek(id).remaining
    const reserve = () => sluice.gate('tokens').reserve({ credential: key, cost: 2 }).reservation!
    const first = reserve()
    expect(left()).toBe(80)
    expect(first.commit(5)).toBe(true)
    expect(left()).toBe(95)
    expect(first.commit(5), 'once').toBe(false)
    const second = reserve()
    expect(second.cancel()).toBe(true)
    expect(left()).toBe(95)
    const answer = await sluice.gate('tokens').reserveAsync({ credential: key })
    expect(answer.limits[0]).toMatchObject({ name: 'tokens', cost: 10 })
    expect(sluice.settle(answer.reservation!, 1)).toBe(true)
    expect(left()).toBe(94)
    expect(sluice.gate('tokens').check({ credential: key }).reservation).toBeUndefined()
    expect(sluice.gate('tokens').decide({ credential: key }).reservation).toBeUndefined()
    expect(sluice.gate('none').reserve({ credential: key }).reservation).toBeUndefined()
  })

  it('that is denied holds nothing', async () => {
    const { sluice } = await open()
    const { key, id } = sluice.keys.create()
    const refused = sluice.gate('tokens').reserve({ credential: key, cost: 11 })
    expect([refused.allow, refused.reservation]).toEqual([false, undefined])
    expect(sluice.gate('tokens').reserve({ credential: 'unknown' }).reservation).toBeUndefined()
    expect(sluice.limit('tokens').peek(id).remaining).toBe(100)
  })

  it('is the only way into slots', async () => {
    const { sluice } = await open()
    const { key, id } = sluice.keys.create()
    const gate = sluice.gate('slots')
    const request = { credential: key }
    expect(codeOf(() => gate.decide(request))).toBe('OPERATION_UNSUPPORTED')
    expect(await rejectionOf(gate.decideAsync(request))).toBe('OPERATION_UNSUPPORTED')
    expect(gate.check(request).allow).toBe(true)
    const held = [gate.reserve(request).reservation!, gate.reserve(request).reservation!]
    const third = gate.reserve(request)
    expect([third.code, third.detail]).toEqual(['LIMITED', 'slots'])
    expect(sluice.limit('tokens').peek(id).remaining, 'all or nothing').toBe(98)
    for (const reservation of held) expect(reservation.release()).toBe(true)
    expect(gate.reserve(request).allow).toBe(true)
  })
})

describe('a decision', () => {
  it('has an id of its own, also of another thread and after a reload', async () => {
    const { sluice } = await openGates(CONFIG, { shared: true, lanesMax: 2 })
    const { Sluice } = await import('../../src/index.ts')
    const other = Sluice.attach(sluice.handle, { clock: () => 0 })
    const { key } = sluice.keys.create({ tenant: 'acme', roles: ['writer'] })
    const ids = new Set<string>()
    let count = 0
    const add = (id: string) => {
      expect(id).toMatch(/^[\w-]+$/)
      ids.add(id)
      count++
    }
    for (let round = 0; round < 3; round++) {
      for (const engine of [sluice, other]) {
        for (const name of ['orders', 'any', 'public']) {
          for (const credential of [key, 'unknown', '', undefined]) {
            const gate = engine.gate(name)
            add(gate.decide({ credential }).id)
            add(gate.check({ credential }).toJSON().id)
            add((await gate.decideAsync({ credential })).id)
            add(gate.explain({ credential }).decision.id)
          }
        }
      }
      await sluice.reload()
    }
    expect(ids.size).toBe(count)
    other.close()
  })

  it('is one object for each gate, and its copy is not changed by the next', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'acme', roles: ['writer'] })
    const gate = sluice.gate('orders')
    const first = gate.decide({ credential: key })
    const copy = first.toJSON()
    const text = JSON.stringify(copy)
    const second = gate.decide({ credential: undefined })
    expect(second).toBe(first)
    expect(first.code).toBe('CREDENTIAL_MISSING')
    expect(JSON.stringify(copy)).toBe(text)
    expect(JSON.parse(text)).toEqual(copy)
    expect(sluice.gate('orders')).toBe(gate)
    expect(sluice.gate('any').decide({ credential: key })).not.toBe(first)
  })

  it('is by the config that is live, whose handles survive', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'acme', roles: ['writer'] })
    const [gate, any] = [sluice.gate('orders'), sluice.gate('any')]
    expect(gate.decide({ credential: key }).configVersion).toBe(1)
    const { orders: _, ...gates } = CONFIG.gates
    await sluice.publish({ ...CONFIG, gates })
    expect(codeOf(() => gate.decide({ credential: key }))).toBe('GATE_NOT_FOUND')
    expect(any.decide({ credential: key })).toMatchObject({ code: 'ALLOWED', configVersion: 2 })
    expect(sluice.gateNames()).toEqual(['any', 'keys', 'public'])
    const roles = { writer: ['orders:read'] }
    await sluice.publish({ ...CONFIG, roles })
    expect(gate.decide({ credential: key })).toMatchObject({ code: 'PERMISSION_DENIED' })
    await sluice.reload()
    expect(gate.decide({ credential: key })).toMatchObject({ code: 'ALLOWED', configVersion: 4 })
    expect(sluice.hasGate('orders')).toBe(true)
  })
})
