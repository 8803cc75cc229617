// What a tenant bought: features by state and source, each in its time; and what flags and limits are told of the caller.
import { describe, expect, it } from 'vitest'
import type { DecisionRequest, FeatureAnswer, GateContext } from '../../src/gate/types.ts'
import { BUILDS } from '../engine/builds.ts'
import { codeOf } from '../limits/helpers.ts'
import { dateAt, flagOf, NOW, type Opened, openGates, type Parts } from './helpers.ts'

const ALL = ['none', 'active', 'trial', 'grace', 'past_due', 'suspended'] as const

const FEATURES = {
  sso: { type: 'boolean', default: false, flag: 'sso-ui' },
  seats: { type: 'gauge', default: 1, addOns: 'sum' },
  storage: { type: 'gauge', addOns: 'max' },
  desks: { type: 'gauge', default: 2 },
  retention: { type: 'config', default: 7 },
  theme: { type: 'config' },
  support: { type: 'boolean' },
  calls: { type: 'metered', quota: 'calls' },
}

/** One tenant, t, on two plans; a gate that reports all features and lets everybody in. */
function configOf(tenant: object, parts: Parts = {}): object {
  return {
    flags: { 'sso-ui': flagOf('ui', 'new') },
    quotas: { calls: { period: 'day', key: 'tenant.id', limit: 2 } },
    features: FEATURES,
    plans: {
      free: { features: { sso: true, seats: 3, theme: { dark: true } } },
      pro: {
        features: { sso: true, seats: 20, storage: 10, retention: 90, theme: null, support: true },
        quotas: { calls: 5 },
      },
    },
    tenants: { t: tenant },
    gates: {
      all: { tenant: ALL, features: Object.keys(FEATURES) },
      metered: { features: ['calls'], quotas: ['calls'] },
      ...Object.fromEntries(
        Object.keys(FEATURES).map(name => [`needs-${name}`, { tenant: ALL, entitlement: name }]),
      ),
    },
    ...parts,
  }
}

interface Asked extends Opened {
  /** A feature as the gate reports it. */
  feature(name: string, context?: GateContext): FeatureAnswer
  request: DecisionRequest
}

async function openTenant(tenant: object, parts: Parts = {}, options = {}): Promise<Asked> {
  const opened = await openGates(configOf(tenant, parts), options)
  const { key } = opened.sluice.keys.create({ tenant: 't', subject: 'user-7' })
  const request = { credential: key, context: { ui: 'new' } }
  const feature = (name: string, context: GateContext = request.context) => {
    const decision = opened.sluice.gate('all').decide({ credential: key, context })
    expect(decision.code).toBe('ALLOWED')
    const answer = decision.feature(name)!
    expect(decision.featureState(name)).toBe(answer.state)
    expect(decision.toJSON().features[name]).toEqual(answer)
    return answer
  }
  return { ...opened, feature, request }
}

describe.each(BUILDS)('a feature on the build $name', ({ options }) => {
  it('comes from the plan, and else is what everybody has', async () => {
    const { feature } = await openTenant({ plan: 'pro' }, {}, options)
    const plan = { source: 'plan', validUntil: null }
    expect(feature('sso')).toEqual({ state: 'enabled', value: true, ...plan })
    expect(feature('seats')).toEqual({ state: 'enabled', value: 20, used: 0, ...plan })
    expect(feature('retention')).toEqual({ state: 'enabled', value: 90, ...plan })
    expect(feature('theme'), 'null is a value, and none').toEqual({
      state: 'locked',
      value: null,
      ...plan,
    })
    expect(feature('calls')).toEqual({ state: 'enabled', value: 5, ...plan })
    expect(feature('desks')).toEqual({
      state: 'enabled',
      value: 2,
      used: 0,
      source: 'default',
      validUntil: null,
    })
  })

  it('that nobody gives is locked, without a value or a source', async () => {
    const { feature } = await openTenant({}, {}, options)
    const none = { state: 'locked', value: null, source: 'none', validUntil: null }
    expect(feature('support')).toEqual(none)
    expect(feature('theme')).toEqual(none)
    expect(feature('storage')).toEqual({ ...none, used: 0 })
    expect(feature('retention')).toMatchObject({ state: 'enabled', value: 7, source: 'default' })
  })

  it('that is JSON comes from the plan, an override and an add-on alike', async () => {
    const value = { dark: false, colours: ['#00f', 'ß', 1.5, null] }
    const { feature, sluice } = await openTenant({ plan: 'free' }, {}, options)
    expect(feature('theme')).toMatchObject({ value: { dark: true }, source: 'plan' })
    sluice.tenants.set('t', { plan: 'free', addOns: [{ features: { theme: value } }] })
    expect(feature('theme')).toMatchObject({ state: 'enabled', value, source: 'add-on' })
    sluice.tenants.override('t', 'theme', ['x'])
    expect(feature('theme')).toMatchObject({ value: ['x'], source: 'override' })
    sluice.tenants.override('t', 'theme', null)
    expect(feature('theme')).toMatchObject({ state: 'locked', value: null, source: 'override' })
    sluice.tenants.override('t', 'theme', false)
    expect(feature('theme'), 'false is a value of a config').toMatchObject({
      state: 'enabled',
      value: false,
    })
    sluice.tenants.override('t', 'theme', undefined)
    expect(feature('theme')).toMatchObject({ value, source: 'add-on' })
  })

  it('is hidden where its flag is not true, whatever the plan says', async () => {
    const { feature, sluice, request } = await openTenant({ plan: 'pro' }, {}, options)
    expect(feature('sso', {})).toMatchObject({ state: 'hidden', value: true, source: 'plan' })
    expect(feature('sso', { ui: 'old' }).state).toBe('hidden')
    expect(feature('sso', { ui: 'new' }).state).toBe('enabled')
    const gate = sluice.gate('needs-sso')
    expect(gate.decide(request).code).toBe('ALLOWED')
    const hidden = gate.decide({ ...request, context: {} })
    expect(hidden.code).toBe('FEATURE_HIDDEN')
    expect(hidden.status).toBe(403)
    expect(hidden.detail).toBe('sso')
  })
})

describe('a window', () => {
  // From 10 on, and not from 20 on.
  const [FROM, UNTIL] = [10, 20]
  const times = { from: dateAt(FROM), until: dateAt(UNTIL) }

  it('of an override begins and ends at its milliseconds', async () => {
    const overrides = { features: { seats: { value: 50, ...times } } }
    const { feature, at } = await openTenant({ plan: 'free', overrides })
    for (const [ms, value, source] of [
      [FROM - 1, 3, 'plan'],
      [FROM, 50, 'override'],
      [UNTIL - 1, 50, 'override'],
      [UNTIL, 3, 'plan'],
    ] as const) {
      at(ms)
      expect(feature('seats'), `at ${ms}`).toMatchObject({ value, source })
    }
    at(FROM)
    expect(feature('seats').validUntil).toBe(NOW + UNTIL)
  })

  it('of an override at run time is the same', async () => {
    const { feature, at, sluice } = await openTenant({ plan: 'free' })
    sluice.tenants.override('t', 'seats', 50, { from: NOW + FROM, until: NOW + UNTIL })
    for (const [ms, value] of [
      [FROM - 1, 3],
      [FROM, 50],
      [UNTIL - 1, 50],
      [UNTIL, 3],
    ] as const) {
      at(ms)
      expect(feature('seats').value, `at ${ms}`).toBe(value)
    }
    sluice.tenants.override('t', 'seats', 9, { from: NOW + 30, until: NOW + 30 })
    at(30)
    expect(feature('seats').value, 'an empty window').toBe(3)
    expect(codeOf(() => sluice.tenants.override('t', 'seats', 9, { from: 2, until: 1 }))).toBe(
      'ENTITY_INVALID',
    )
  })

  it('of an add-on begins and ends at its milliseconds', async () => {
    const addOns = [{ features: { seats: 5 }, quantity: 2, ...times }]
    const { feature, at } = await openTenant({ plan: 'free', addOns })
    for (const [ms, value, source, validUntil] of [
      [FROM - 1, 3, 'plan', null],
      [FROM, 13, 'add-on', NOW + UNTIL],
      [UNTIL - 1, 13, 'add-on', NOW + UNTIL],
      [UNTIL, 3, 'plan', null],
    ] as const) {
      at(ms)
      expect(feature('seats'), `at ${ms}`).toMatchObject({ value, source, validUntil })
    }
  })

  it('of a plan ends at its millisecond, and then there is none', async () => {
    const { feature, at, sluice } = await openTenant({ plan: 'pro', planUntil: dateAt(UNTIL) })
    at(UNTIL - 1)
    expect(feature('support')).toMatchObject({ state: 'enabled', source: 'plan' })
    expect(feature('support').validUntil).toBe(NOW + UNTIL)
    expect(sluice.tenants.get('t')).toMatchObject({ plan: 'pro', state: 'active' })
    at(UNTIL)
    expect(feature('support')).toMatchObject({ state: 'locked', source: 'none' })
    expect(feature('seats')).toMatchObject({ value: 1, source: 'default' })
    expect(sluice.tenants.get('t')).toMatchObject({ plan: '', state: 'active' })
  })

  it('of a trial ends at its millisecond, and then the plan is what it was', async () => {
    const trial = { plan: 'pro', until: dateAt(UNTIL) }
    const { feature, at, sluice } = await openTenant({ plan: 'free', trial })
    at(UNTIL - 1)
    expect(feature('support')).toMatchObject({ source: 'trial', validUntil: NOW + UNTIL })
    expect(sluice.tenants.get('t')).toMatchObject({ plan: 'pro', state: 'trial' })
    expect(sluice.tenants.get('t')?.trialEndsAt).toBe(NOW + UNTIL)
    at(UNTIL)
    expect(feature('support')).toMatchObject({ state: 'locked', source: 'none' })
    expect(feature('seats')).toMatchObject({ value: 3, source: 'plan' })
    expect(sluice.tenants.get('t')).toMatchObject({ plan: 'free', state: 'active' })
  })

  it('of a trial counts where the tenant is suspended too', async () => {
    const trial = { plan: 'pro', until: dateAt(UNTIL) }
    const { feature } = await openTenant({ plan: 'free', state: 'suspended', trial })
    expect(feature('support')).toMatchObject({ source: 'trial', validUntil: NOW + UNTIL })
  })
})

describe('add-ons', () => {
  const worth = async (addOns: object[], name: string, plan = 'pro') => {
    const { feature } = await openTenant({ plan, addOns })
    return feature(name)
  }

  it('that sum count with the plan, with the default, and as often as they were bought', async () => {
    const two = [{ features: { seats: 5 }, quantity: 3 }, { features: { seats: 0.5 } }]
    expect(await worth(two, 'seats')).toMatchObject({ value: 35.5, source: 'add-on' })
    const none = await openTenant({ addOns: two })
    expect(none.feature('seats')).toMatchObject({ value: 16.5, source: 'add-on' })
  })

  it('of which the largest counts leave a plan that has more as it is', async () => {
    const addOns = [{ features: { storage: 4 }, quantity: 9 }, { features: { storage: 7 } }]
    expect(await worth(addOns, 'storage')).toMatchObject({ value: 10 })
    expect(await worth([...addOns, { features: { storage: 11 } }], 'storage')).toMatchObject({
      value: 11,
      source: 'add-on',
    })
    expect((await worth(addOns, 'storage', 'free')).value, 'of none the first is it').toBe(7)
  })

  it('that replace each other count the last', async () => {
    const addOns = [{ features: { desks: 9 }, quantity: 3 }, { features: { desks: 4 } }]
    expect(await worth(addOns, 'desks')).toMatchObject({ value: 4, source: 'add-on' })
  })

  it('give way to an override, and end with the first of those that were summed', async () => {
    const addOns = [
      { features: { seats: 5 }, until: dateAt(100) },
      { features: { seats: 5 }, until: dateAt(50) },
    ]
    const { feature, sluice, at } = await openTenant({ plan: 'free', addOns })
    expect(feature('seats')).toMatchObject({ value: 13, validUntil: NOW + 50 })
    sluice.tenants.override('t', 'seats', 1, { until: NOW + 10 })
    expect(feature('seats')).toMatchObject({ value: 1, source: 'override', validUntil: NOW + 10 })
    at(10)
    expect(feature('seats').value).toBe(13)
    at(50)
    expect(feature('seats').value).toBe(8)
    at(100)
    expect(feature('seats').value).toBe(3)
  })
})

describe('a gauge', () => {
  it('is exhausted when as much is used as there is, and locked when there is none', async () => {
    const { feature, sluice, request } = await openTenant({ plan: 'free', used: { seats: 2 } })
    const gate = sluice.gate('needs-seats')
    expect(feature('seats')).toMatchObject({ state: 'enabled', used: 2, value: 3 })
    expect(gate.decide(request).code).toBe('ALLOWED')
    expect(sluice.tenants.use('t', 'seats', 1)).toEqual({ allowed: true, used: 3, value: 3 })
    expect(feature('seats')).toMatchObject({ state: 'exhausted', used: 3 })
    const denied = gate.decide(request)
    expect([denied.code, denied.status, denied.detail]).toEqual(['FEATURE_EXHAUSTED', 402, 'seats'])
    expect(sluice.tenants.use('t', 'seats', 1)).toEqual({ allowed: false, used: 3, value: 3 })
    expect(sluice.tenants.use('t', 'seats', -2)).toEqual({ allowed: true, used: 1, value: 3 })
    expect(feature('seats')).toMatchObject({ state: 'enabled', used: 1 })
    sluice.tenants.override('t', 'seats', 0)
    expect(feature('seats').state).toBe('locked')
    sluice.tenants.override('t', 'seats', 1)
    expect(feature('seats').state).toBe('exhausted')
  })

  it('never goes below nothing, and keeps what is used when the plan gets smaller', async () => {
    const { feature, sluice } = await openTenant({ plan: 'pro' })
    expect(sluice.tenants.use('t', 'seats', -5)).toEqual({ allowed: true, used: 0, value: 20 })
    expect(sluice.tenants.use('t', 'seats', 12).used).toBe(12)
    sluice.tenants.override('t', 'seats', 5)
    expect(feature('seats')).toMatchObject({ state: 'exhausted', used: 12, value: 5 })
    expect(sluice.tenants.use('t', 'seats', 0).allowed, 'nothing more is no more').toBe(true)
    expect(sluice.tenants.use('t', 'seats', -1)).toMatchObject({ allowed: true, used: 11 })
    expect(sluice.tenants.use('t', 'seats', 1).allowed).toBe(false)
  })

  it('counts by itself, whatever other gauges have', async () => {
    const { feature, sluice } = await openTenant({ plan: 'pro' })
    sluice.tenants.use('t', 'seats', 3)
    sluice.tenants.setUsed('t', 'storage', 10)
    expect(feature('seats').used).toBe(3)
    expect(feature('storage')).toMatchObject({ state: 'exhausted', used: 10 })
    expect(feature('desks').used).toBe(0)
  })
})

describe('a metered feature', () => {
  it('has the number of its quota, and is exhausted when that refuses', async () => {
    const { feature, sluice, request, at } = await openTenant({ plan: 'free' })
    expect(feature('calls')).toEqual({
      state: 'enabled',
      value: 2,
      source: 'default',
      validUntil: null,
    })
    const gate = sluice.gate('metered')
    for (let call = 0; call < 2; call++) {
      const allowed = gate.decide(request)
      expect(allowed.allow).toBe(true)
      expect(allowed.featureState('calls')).toBe('enabled')
    }
    const refused = gate.decide(request)
    expect(refused.code).toBe('LIMITED')
    expect(refused.detail).toBe('calls')
    expect(refused.feature('calls')?.state).toBe('exhausted')
    expect(refused.toJSON().features.calls?.state).toBe('exhausted')
    at(86_400_000)
    expect(gate.decide(request).featureState('calls')).toBe('enabled')
  })

  it('is locked where the plan does not have it', async () => {
    const plans = { none: { quotas: { calls: 0 } }, all: { quotas: { calls: 'unlimited' } } }
    const { feature, sluice } = await openTenant({ plan: 'none' }, { plans })
    expect(feature('calls')).toMatchObject({ state: 'locked', source: 'none', value: null })
    sluice.tenants.set('t', { plan: 'all' })
    expect(feature('calls')).toMatchObject({ state: 'enabled', value: 2_147_483_647 })
  })
})

describe('the state of a tenant', () => {
  const STATES: [state: string, tenant: object | undefined, code: string][] = [
    ['none', undefined, 'TENANT_REQUIRED'],
    ['active', { plan: 'free' }, 'TENANT_STATE'],
    ['trial', { trial: { plan: 'pro', until: dateAt(10) } }, 'TENANT_STATE'],
    ['grace', { plan: 'free', graceUntil: dateAt(10) }, 'TENANT_STATE'],
    ['past_due', { plan: 'free', graceUntil: dateAt(0) }, 'TENANT_PAST_DUE'],
    ['suspended', { plan: 'free', state: 'suspended' }, 'TENANT_SUSPENDED'],
  ]
  const gates = Object.fromEntries(
    ALL.flatMap(state => [
      [`only-${state}`, { tenant: [state] }],
      [`not-${state}`, { tenant: ALL.filter(other => other !== state) }],
    ]),
  )

  it.each(STATES)(
    '%s passes where the gate has it in its list, and nowhere else',
    async (state, tenant, code) => {
      const { sluice } = await openGates(configOf(tenant ?? {}, { gates }))
      const { key } = sluice.keys.create(tenant === undefined ? {} : { tenant: 't' })
      for (const other of ALL) {
        const only = sluice.gate(`only-${other}`).decide({ credential: key })
        expect(only.code, `only-${other}`).toBe(other === state ? 'ALLOWED' : code)
        expect(only.plan.state).toBe(state)
        const not = sluice.gate(`not-${other}`).decide({ credential: key })
        expect(not.code, `not-${other}`).toBe(other === state ? code : 'ALLOWED')
      }
    },
  )

  it('changes at the milliseconds of its times, and a trial comes before what is owed', async () => {
    const tenant = {
      plan: 'free',
      trial: { plan: 'pro', until: dateAt(10) },
      graceUntil: dateAt(20),
    }
    const { sluice, at } = await openGates(configOf(tenant))
    for (const [ms, state] of [
      [0, 'trial'],
      [9, 'trial'],
      [10, 'grace'],
      [19, 'grace'],
      [20, 'past_due'],
    ] as const) {
      at(ms)
      expect(sluice.tenants.get('t')?.state, `at ${ms}`).toBe(state)
    }
    sluice.tenants.set('t', { ...tenant, state: 'suspended' })
    at(0)
    expect(sluice.tenants.get('t')?.state).toBe('suspended')
    expect(sluice.tenants.get('t')?.graceEndsAt).toBe(NOW + 20)
  })

  it('where a gate says nothing is active, trial or grace; or none, if it asks for no feature', async () => {
    const { sluice } = await openGates(
      configOf({}, { gates: { plain: {}, needs: { entitlement: 'support' } } }),
    )
    const { key } = sluice.keys.create()
    expect(sluice.gate('plain').decide({ credential: key }).code).toBe('ALLOWED')
    expect(sluice.gate('needs').decide({ credential: key }).code).toBe('TENANT_REQUIRED')
  })
})

describe('facts', () => {
  const PATHS = {
    'tenant.id': 't',
    'tenant.plan': 'free',
    'tenant.state': 'active',
    'principal.type': 'key',
    'principal.subject': 'user-7',
    'key.environment': 'live',
  }
  const open = async (paths: Record<string, unknown>) => {
    const flags = Object.fromEntries(
      Object.entries(paths).map(([path, value]) => [path, flagOf(path, value)]),
    )
    const gates = { facts: { credential: ['none', 'key', 'session'], flags: Object.keys(flags) } }
    const features = {}
    const quotas = {}
    const plans = { free: {} }
    return openGates(configOf({ plan: 'free' }, { flags, gates, features, quotas, plans }))
  }
  const LIE = {
    tenant: { id: 'x', plan: 'x', state: 'x' },
    principal: { type: 'x', id: 'x', subject: 'x' },
    key: { id: 'x', environment: 'x' },
    session: { id: 'x', issuer: 'x' },
  }

  it('are what flags read of a key, whatever the context says', async () => {
    const { sluice } = await open(PATHS)
    const { key } = sluice.keys.create({ tenant: 't', subject: 'user-7' })
    for (const context of [{}, LIE, { tenant: null, key: 5 }]) {
      const decision = sluice.gate('facts').decide({ credential: key, context })
      for (const path of Object.keys(PATHS)) {
        expect(decision.flag(path)?.value, path).toBe(true)
      }
    }
  })

  it('that there are none of are null, and not what the context says', async () => {
    const { sluice } = await open(Object.fromEntries(Object.keys(PATHS).map(path => [path, 'x'])))
    const bare = sluice.keys.create().key
    for (const credential of [undefined, bare]) {
      const decision = sluice.gate('facts').decide({ credential, context: LIE })
      for (const path of Object.keys(PATHS)) {
        expect(decision.flag(path)?.value, path).toBe(false)
      }
    }
    const none = await open(Object.fromEntries(Object.keys(PATHS).map(path => [path, null])))
    const decision = none.sluice.gate('facts').decide({ context: LIE })
    for (const path of Object.keys(PATHS)) expect(decision.flag(path)?.value, path).toBe(true)
  })

  it('of a session are its subject as principal, its id, and no key', async () => {
    const { sluice } = await openGates({
      flags: {
        principal: flagOf('principal.id', 'user-7'),
        type: flagOf('principal.type', 'session'),
        key: flagOf('key.id', null),
        issuer: flagOf('session.issuer', null),
      },
      gates: { facts: { flags: ['principal', 'type', 'key', 'issuer'] } },
    })
    const { token, id } = sluice.sessions.create({ subject: 'user-7' })
    const decision = sluice.gate('facts').decide({ credential: token, context: LIE })
    expect(Object.values(decision.toJSON().flags).map(({ value }) => value)).toEqual(
      Array(4).fill(true),
    )
    expect(decision.principal).toMatchObject({ id: 'user-7', sessionId: id, keyId: '' })
  })

  it("have as targeting key the context's, else the subject, else the key's id", async () => {
    const { sluice } = await openGates({
      flags: {
        own: flagOf('targetingKey', 'mine'),
        subject: flagOf('targetingKey', 'user-7'),
        other: flagOf('targetingKey', 'user-8'),
      },
      gates: { facts: { credential: ['none', 'key'], flags: ['own', 'subject', 'other'] } },
    })
    const gate = sluice.gate('facts')
    const seven = sluice.keys.create({ subject: 'user-7' }).key
    const eight = sluice.keys.create({ subject: 'user-8' }).key
    const flagsOf = (request: DecisionRequest) => {
      const flags = gate.decide(request).toJSON().flags
      return Object.keys(flags).filter(name => flags[name]!.value === true)
    }
    // More than once each: nothing of the request before may be left.
    for (let round = 0; round < 3; round++) {
      expect(flagsOf({ credential: seven })).toEqual(['subject'])
      expect(flagsOf({ credential: eight })).toEqual(['other'])
      expect(flagsOf({ credential: eight, context: { targetingKey: 'mine' } })).toEqual(['own'])
      expect(flagsOf({ credential: seven, context: { targetingKey: 'user-8' } })).toEqual(['other'])
      expect(flagsOf({ credential: seven, context: {} })).toEqual(['subject'])
      expect(flagsOf({})).toEqual([])
      expect(flagsOf({ context: { targetingKey: 'mine' } })).toEqual(['own'])
    }
    const { id, key } = sluice.keys.create()
    const named = await openGates({
      flags: { id: flagOf('targetingKey', id) },
      keys: [{ id, hash: sluice.keys.hash(key) }],
      gates: { facts: { flags: ['id'] } },
    })
    expect(named.sluice.gate('facts').decide({ credential: key }).flag('id')?.value).toBe(true)
  })
})
