// Tenants at run time: defined, changed and forgotten, with what they bought and what they use.
import { describe, expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { dateAt, CONFIG as GATES, NOW, openGates } from '../gate/helpers.ts'
import { codeOf } from '../limits/helpers.ts'

const CONFIG = {
  ...GATES,
  limits: { ...GATES.limits, 'per-tenant': { rate: '1/h', burst: 3, key: 'tenant.id' } },
  gates: { ...GATES.gates, limited: { limits: ['per-tenant'] } },
}

describe('a tenant at run time', () => {
  it('is there from the next decision on, and gone from the next on', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'new', roles: ['writer'] })
    const gate = sluice.gate('orders')
    const code = () => gate.decide({ credential: key }).code
    expect(code()).toBe('TENANT_UNKNOWN')
    expect(sluice.tenants.get('new')).toBeUndefined()
    sluice.tenants.set('new', { plan: 'pro' })
    expect(code()).toBe('ALLOWED')
    sluice.tenants.set('new', { plan: 'free' })
    expect(code()).toBe('FEATURE_LOCKED')
    sluice.tenants.set('new', { plan: 'pro', state: 'suspended' })
    expect(code()).toBe('TENANT_SUSPENDED')
    sluice.tenants.set('new', {})
    expect(code()).toBe('FEATURE_LOCKED')
    expect(sluice.tenants.ids()).toContain('new')
    expect(sluice.tenants.delete('new')).toBe(true)
    expect(code()).toBe('TENANT_UNKNOWN')
    expect(sluice.tenants.delete('new')).toBe(false)
    expect(sluice.tenants.ids()).not.toContain('new')
    sluice.tenants.set('new', { plan: 'pro' })
    expect(code(), 'again').toBe('ALLOWED')
  })

  it('says all that is known of it', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.tenants.set('new', {
      plan: 'free',
      trial: { plan: 'pro', until: dateAt(1_000) },
      graceUntil: dateAt(2_000),
      used: { seats: 4 },
    })
    expect(sluice.tenants.get('new')).toEqual({
      id: 'new',
      state: 'trial',
      plan: 'pro',
      trialEndsAt: NOW + 1_000,
      graceEndsAt: NOW + 2_000,
      features: {
        orders: { state: 'enabled', value: true, source: 'trial', validUntil: NOW + 1_000 },
        seats: { state: 'enabled', value: 20, source: 'trial', validUntil: NOW + 1_000, used: 4 },
      },
    })
    expect(sluice.tenants.feature('new', 'orders')?.source).toBe('trial')
    expect(sluice.tenants.feature('nobody', 'orders')).toBeUndefined()
    expect(codeOf(() => sluice.tenants.feature('new', 'nope'))).toBe('FEATURE_NOT_FOUND')
  })

  it('keeps what it has used of limits when it is defined anew, or comes back', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'acme' })
    const gate = sluice.gate('limited')
    expect(gate.decide({ credential: key, cost: 2 }).allow).toBe(true)
    sluice.tenants.set('acme', { plan: 'free' })
    expect(gate.check({ credential: key }).limits[0]!.remaining).toBe(1)
    sluice.tenants.delete('acme')
    sluice.tenants.set('acme', {})
    expect(gate.check({ credential: key }).limits[0]!.remaining).toBe(1)
  })

  const WRONG: [what: string, definition: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'pro'],
    ['a list', []],
    ['an unknown property', { plans: 'pro' }],
    ['an unknown plan', { plan: 'nope' }],
    ['an unknown plan for its trial', { trial: { plan: 'nope', until: dateAt(1) } }],
    ['a trial without an end', { trial: { plan: 'pro' } }],
    ['a state that is none', { state: 'past_due' }],
    ['an unknown feature', { overrides: { features: { nope: 1 } } }],
    ['an unknown feature of an add-on', { addOns: [{ features: { nope: 1 } }] }],
    ['a date that is none', { planUntil: 'tomorrow', plan: 'pro' }],
    ['less than nothing used', { used: { seats: -1 } }],
    ['a value of more than 512 bytes', { overrides: { features: { orders: 'x'.repeat(600) } } }],
    [
      'a getter that throws',
      Object.defineProperty({}, 'plan', {
        enumerable: true,
        get: () => {
          throw new Error('boom')
        },
      }),
    ],
  ]

  it.each(WRONG)('is not defined by %s, and is then as it was', async (_, definition) => {
    const { sluice } = await openGates(CONFIG)
    const before = sluice.tenants.get('acme')
    expect(() => sluice.tenants.set('acme', definition as object)).toThrow()
    expect(sluice.tenants.get('acme')).toEqual(before)
    // More often than there is room for tenants: nothing of them may be left.
    for (let round = 0; round < 40; round++) {
      expect(() => sluice.tenants.set(`bad-${round}`, definition as object)).toThrow()
    }
    expect(sluice.tenants.ids()).toHaveLength(Object.keys(CONFIG.tenants).length)
    sluice.tenants.set('good', { plan: 'pro' })
    expect(sluice.tenants.get('good')?.plan).toBe('pro')
  })

  it.each(['', 'x'.repeat(129), '\ud800', 5, null])('is not called %s', async id => {
    const { sluice } = await openGates(CONFIG)
    expect(codeOf(() => sluice.tenants.set(id as string, {}))).toBe('ENTITY_INVALID')
  })
})

describe('an override', () => {
  it('is checked against the kind of its feature', async () => {
    const { sluice } = await openGates(CONFIG)
    const { tenants } = sluice
    const code = (...given: Parameters<typeof tenants.override>) =>
      codeOf(() => tenants.override(...given))
    expect(code('nobody', 'orders', true)).toBe('TENANT_NOT_FOUND')
    expect(code('acme', 'nope', true)).toBe('FEATURE_NOT_FOUND')
    expect(code('acme', 'orders', 1)).toBe('ENTITY_INVALID')
    expect(code('acme', 'orders', null)).toBe('ENTITY_INVALID')
    expect(code('acme', 'seats', -1)).toBe('ENTITY_INVALID')
    expect(code('acme', 'seats', Number.NaN)).toBe('ENTITY_INVALID')
    expect(code('acme', 'seats', '5')).toBe('ENTITY_INVALID')
    expect(tenants.get('acme')?.features).toMatchObject({
      orders: { value: true, source: 'plan' },
      seats: { value: 20, source: 'plan' },
    })
  })

  it('takes the place of the one before, and none that is taken back is missed', async () => {
    const { sluice } = await openGates(CONFIG)
    const value = () => sluice.tenants.feature('acme', 'seats')?.value
    for (let round = 0; round < 3_000; round++) {
      sluice.tenants.override('acme', 'seats', round)
      expect(value()).toBe(round)
    }
    sluice.tenants.override('acme', 'seats', undefined)
    expect(value()).toBe(20)
    sluice.tenants.override('acme', 'seats', undefined)
    expect(value()).toBe(20)
  })

  it('is gone when the tenant is defined anew', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.tenants.override('acme', 'seats', 7)
    sluice.tenants.set('acme', { plan: 'pro' })
    expect(sluice.tenants.feature('acme', 'seats')?.value).toBe(20)
  })
})

describe('a gauge', () => {
  it('is only there of gauges, and takes numbers', async () => {
    const { sluice } = await openGates(CONFIG)
    const { tenants } = sluice
    expect(codeOf(() => tenants.use('acme', 'orders', 1))).toBe('FEATURE_NOT_FOUND')
    expect(codeOf(() => tenants.use('acme', 'nope', 1))).toBe('FEATURE_NOT_FOUND')
    expect(codeOf(() => tenants.use('nobody', 'seats', 1))).toBe('TENANT_NOT_FOUND')
    expect(codeOf(() => tenants.use('acme', 'seats', Number.NaN))).toBe('COST_INVALID')
    expect(codeOf(() => tenants.setUsed('acme', 'seats', -1))).toBe('COST_INVALID')
    expect(codeOf(() => tenants.setUsed('nobody', 'seats', 1))).toBe('TENANT_NOT_FOUND')
    expect(tenants.feature('acme', 'seats')?.used).toBe(0)
  })

  it('is given away once, however many ask', async () => {
    const { sluice } = await openGates(CONFIG)
    const given = Array.from({ length: 50 }, () => sluice.tenants.use('acme', 'seats', 1))
    expect(given.filter(({ allowed }) => allowed)).toHaveLength(20)
    expect(sluice.tenants.feature('acme', 'seats')).toMatchObject({ used: 20, state: 'exhausted' })
  })
})

describe('a reload', () => {
  it('adds, changes and removes the tenants of the config, and keeps those of run time', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.tenants.set('own', { plan: 'pro' })
    const { acme: _, ...tenants } = { ...CONFIG.tenants, tiny: { plan: 'pro' }, more: {} }
    await sluice.publish({ ...CONFIG, tenants })
    expect(sluice.tenants.get('acme')).toBeUndefined()
    expect(sluice.tenants.get('tiny')?.plan).toBe('pro')
    expect(sluice.tenants.get('more')).toBeDefined()
    expect(sluice.tenants.get('own')?.plan).toBe('pro')
    await sluice.reload()
    expect(sluice.tenants.get('acme')?.plan).toBe('pro')
    expect(sluice.tenants.get('more')).toBeUndefined()
    expect(sluice.tenants.get('own')?.plan).toBe('pro')
  })

  it('of a config that says the same of a tenant leaves what it has used', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.tenants.use('acme', 'seats', 5)
    await sluice.reload()
    expect(sluice.tenants.feature('acme', 'seats')?.used).toBe(5)
  })

  it('renames a plan away under a tenant of run time, which then has none', async () => {
    const { sluice } = await openGates(CONFIG)
    sluice.tenants.set('own', { plan: 'pro' })
    const { pro, free } = CONFIG.plans
    const tenants = {}
    await sluice.publish({ ...CONFIG, tenants, plans: { free, gold: pro } })
    expect(sluice.tenants.get('own')?.plan).toBe('')
    await sluice.reload()
    expect(sluice.tenants.get('own')?.plan).toBe('pro')
  })
})

describe('a thread that attached', () => {
  it('defines and changes tenants too, but for numbers of limits', async () => {
    const { sluice } = await openGates(CONFIG, { shared: true, lanesMax: 2 })
    const other = Sluice.attach(sluice.handle, { clock: () => 0 })
    const overrides = { limits: { 'per-tenant': { rate: '1/h', burst: 9 } } }
    expect(codeOf(() => other.tenants.set('new', { plan: 'pro', overrides }))).toBe(
      'HANDLE_INVALID',
    )
    expect(sluice.tenants.get('new'), 'nothing of it').toBeUndefined()
    other.tenants.set('new', { plan: 'pro' })
    expect(sluice.tenants.get('new')?.plan).toBe('pro')
    other.tenants.override('new', 'seats', 4)
    other.tenants.use('new', 'seats', 3)
    expect(sluice.tenants.feature('new', 'seats')).toMatchObject({ value: 4, used: 3 })
    expect(other.tenants.delete('new')).toBe(true)
    expect(sluice.tenants.get('new')).toBeUndefined()
    other.close()
  })
})
