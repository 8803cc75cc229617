// What is said of a tenant at run time is checked as a config is, and changes all or nothing.
import { describe, expect, it } from 'vitest'
import { openGates } from '../gate/helpers.ts'
import { codeOf } from '../limits/helpers.ts'

const CONFIG = {
  limits: {
    calls: { rate: '5/h', key: 'tenant.id' },
    'by-subject': { rate: '10/h', key: 'principal.subject', overrides: { acme: '99/h' } },
  },
  quotas: { month: { period: 'month', key: 'tenant.id', limit: 5 } },
  features: {
    sso: { type: 'boolean' },
    seats: { type: 'gauge', default: 1 },
    theme: { type: 'config' },
    summed: { type: 'config', addOns: 'sum' },
    calls: { type: 'metered', quota: 'month' },
    'of-subjects': { type: 'metered', quota: 'by-subject' },
    __proto__x: { type: 'boolean' },
  },
  plans: { pro: { features: { sso: true, seats: 20, theme: 'dark' } }, free: {} },
  tenants: { acme: { plan: 'pro' }, other: { plan: 'free', state: 'suspended' } },
  gates: { any: { features: ['seats', 'theme'], limits: ['calls'] } },
}

describe('a tenant at run time', () => {
  it.each<[string, object, string]>([
    ['a text for a boolean', { overrides: { features: { sso: 'no' } } }, 'ENTITY_INVALID'],
    ['a text for a gauge', { overrides: { features: { seats: 'many' } } }, 'ENTITY_INVALID'],
    ['less than nothing', { overrides: { features: { seats: -4 } } }, 'ENTITY_INVALID'],
    ['a value of a metered one', { overrides: { features: { calls: 7 } } }, 'ENTITY_INVALID'],
    ['an add-on of one', { addOns: [{ features: { calls: 7 } }] }, 'ENTITY_INVALID'],
    ['a text that is summed', { addOns: [{ features: { summed: 'x' } }] }, 'ENTITY_INVALID'],
    ['an unknown feature', { overrides: { features: { nope: 1 } } }, 'FEATURE_NOT_FOUND'],
    ['an unknown gauge', { used: { nope: 1 } }, 'FEATURE_NOT_FOUND'],
    ['what is no gauge', { used: { sso: 1 } }, 'ENTITY_INVALID'],
    ['a limit as a quota', { overrides: { quotas: { calls: 7 } } }, 'ENTITY_INVALID'],
    [
      'numbers twice',
      { overrides: { limits: { month: 7 }, quotas: { month: 7 } } },
      'ENTITY_INVALID',
    ],
    ['an unknown plan', { plan: 'nope' }, 'ENTITY_INVALID'],
    ['another key', { overrides: { limits: { 'by-subject': '9/h' } } }, 'ENTITY_INVALID'],
    [
      'one good, one bad',
      { overrides: { limits: { calls: '9/h' }, quotas: { month: 'x' } } },
      'NUMBERS_INVALID',
    ],
  ])('cannot have %s', async (_, definition, code) => {
    const { sluice } = await openGates(CONFIG)
    const before = sluice.tenants.get('acme')
    expect(codeOf(() => sluice.tenants.set('acme', definition))).toBe(code)
    expect(codeOf(() => sluice.tenants.set('new', definition))).toBe(code)
    expect(sluice.tenants.get('acme')).toEqual(before)
    expect(sluice.tenants.get('new')).toBeUndefined()
    for (const id of ['acme', 'new']) expect(sluice.limit('calls').peek(id).limit).toBe(5)
  })

  it('gets no numbers that it has no room for itself', async () => {
    const { sluice } = await openGates(CONFIG, { tenantsMax: 16 })
    for (let index = 0; index < 14; index++) sluice.tenants.set(`t${index}`, {})
    const definition = { overrides: { limits: { calls: '9/h' } } }
    expect(codeOf(() => sluice.tenants.set('late', definition))).toBe('CAPACITY_EXCEEDED')
    expect(sluice.limit('calls').peek('late').limit).toBe(5)
  })

  it.each<[string, unknown, object?]>([
    ['seats', Number.POSITIVE_INFINITY],
    ['theme', Number.NaN],
    ['theme', 1n],
    ['theme', () => 1],
    ['summed', 'x'],
    ['calls', 5],
    ['seats', 5, { from: 1n }],
    ['seats', 5, { from: 2, until: 1 }],
  ])('is not given %s: %s', async (feature, value, validity) => {
    const { sluice } = await openGates(CONFIG)
    const call = () => sluice.tenants.override('acme', feature, value as never, validity)
    expect(codeOf(call)).toBe('ENTITY_INVALID')
  })

  it('is nobody else: half a surrogate pair is no id', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.tenants.set('\ufffd', { plan: 'pro' })
    expect(sluice.tenants.get('\ud800')).toBeUndefined()
    expect(sluice.tenants.delete('\ud800')).toBe(false)
    expect(sluice.tenants.get('\ufffd')?.plan).toBe('pro')
    expect(codeOf(() => sluice.tenants.get(5 as never))).toBe('ENTITY_INVALID')
  })

  it('is asked about beside a decision that is still read', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'acme', subject: 'ada' })
    const decision = sluice.gate('any').decide({ credential: key })
    const { id, ...before } = decision.toJSON()
    sluice.tenants.get('other')
    sluice.tenants.feature('other', 'theme')
    sluice.tenants.use('other', 'seats', 1)
    expect(decision.toJSON()).toEqual({ id, ...before })
    expect(decision.plan.id).toBe('pro')
  })

  it('has no numbers that are those of a subject with its name', async () => {
    const { sluice } = await openGates(CONFIG)
    expect(sluice.limit('by-subject').peek('acme').limit).toBe(99)
    expect(sluice.tenants.feature('acme', 'of-subjects')).toMatchObject({
      value: 10,
      source: 'default',
    })
  })

  it('is closed with the engine', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.close()
    const calls = [
      () => sluice.tenants.get('acme'),
      () => sluice.tenants.ids(),
      () => sluice.tenants.feature('acme', 'sso'),
    ]
    for (const call of calls) expect(codeOf(call)).toBe('CLOSED')
  })
})

it('is nobody who is "none": what is not there has no bucket of its own', async () => {
  const { sluice } = await openGates({
    limits: {
      a: { rate: '5/h', key: ['principal.type', 'ip'] },
      b: { rate: '5/h', key: 'tenant.state' },
    },
    gates: {
      a: { credential: ['none'], limits: ['a'] },
      b: { credential: ['none'], limits: ['b'] },
    },
  })
  for (const gate of ['a', 'b']) {
    const { code } = sluice.gate(gate).decide({ context: { ip: '192.0.2.1' } })
    expect(code, gate).toBe('LIMIT_KEY_MISSING')
  }
})
