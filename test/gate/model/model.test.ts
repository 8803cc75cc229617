// What the composition goes by, on cases that are worked out by hand: a model that is wrong proves nothing.
import { describe, expect, it } from 'vitest'
import { checksum, HASH_FORMS, hashOf, isInNetworks } from './credentials.ts'
import type { GateConfig, Tenant } from './definition.ts'
import { contextOf } from './facts.ts'
import { isGranted, isPermitted } from './permissions.ts'
import { entitlementOf, numbersOf, planAnswer, stateOf } from './tenant.ts'

const NOW = Date.parse('2025-01-01T00:00:00Z')
const at = (offsetMs: number) => new Date(NOW + offsetMs).toISOString()

it("has GitHub's checksum, and the hashes in all forms", () => {
  // The token that GitHub published with its format: there the checksum is that of the random part.
  expect(checksum('zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ')).toBe('0mLq17')
  expect(hashOf('', 'bare')).toMatch(/^e3b0c44298fc1c149afbf4c8996fb924/)
  expect(new Set(HASH_FORMS.map(form => hashOf('x', form))).size).toBe(HASH_FORMS.length)
})

it.each([
  ['a or b and c', ['a'], true],
  ['a or b and c', ['b'], false],
  ['a or b and c', ['b', 'c'], true],
  ['(a or b) and c', ['a'], false],
  ['a and (b or c)', ['a', 'c'], true],
  ['a && b || c', ['c'], true],
  ['a and b OR c and d', ['a', 'd'], false],
  ['a and (b and (c or d))', ['a', 'b', 'd'], true],
  ['android or b', ['android'], true],
  ['orders:*', ['orders:read'], true],
  ['orders:read and x', ['orders:*', 'x'], true],
  ['orders:*', ['*'], true],
])('%s of %j: %s', (expression, granted, expected) => {
  expect(isPermitted(granted, expression)).toBe(expected)
})

it('grants by patterns on both sides', () => {
  expect(isGranted(['a:*:c'], 'a:b:c')).toBe(true)
  expect(isGranted(['a:*:c'], 'a:b')).toBe(false)
  expect(isGranted(['a:*'], '*:c')).toBe(true)
  expect(isGranted(['a:*'], 'b:*')).toBe(false)
  expect(isGranted([], '*')).toBe(false)
})

it('knows the networks', () => {
  expect(isInNetworks([], undefined)).toBe(true)
  expect(isInNetworks(['10.0.0.0/8'], undefined)).toBe(false)
  expect(isInNetworks(['10.0.0.0/8'], '10.9.9.9')).toBe(true)
  expect(isInNetworks(['10.0.0.0/8'], '::ffff:10.9.9.9')).toBe(true)
  expect(isInNetworks(['10.0.0.0/8'], '11.0.0.1')).toBe(false)
  expect(isInNetworks(['2001:db8::/32', '192.0.2.7'], '2001:db8::5')).toBe(true)
  expect(isInNetworks(['2001:db8::/32'], 'nowhere')).toBe(false)
})

describe('a tenant', () => {
  const trial = { plan: 'pro', until: at(10) }

  it.each<[string, Tenant | undefined, string]>([
    ['nobody', undefined, 'none'],
    ['active', {}, 'active'],
    ['on trial', { trial }, 'trial'],
    ['after its trial', { trial: { plan: 'pro', until: at(0) } }, 'active'],
    ['in grace', { graceUntil: at(1) }, 'grace'],
    ['after its grace', { graceUntil: at(0) }, 'past_due'],
    ['on trial, whatever is due', { trial, graceUntil: at(0) }, 'trial'],
    ['suspended, whatever else', { trial, state: 'suspended' }, 'suspended'],
  ])('is %s', (_, tenant, state) => {
    expect(stateOf(tenant, NOW)).toBe(state)
  })

  const config = {
    features: {
      seats: { type: 'gauge', default: 1, addOns: 'sum' },
      days: { type: 'config', addOns: 'max' },
      sso: { type: 'boolean', default: false },
    },
    plans: {
      free: { features: { seats: 3 } },
      pro: { features: { seats: 20, days: 90, sso: true }, limits: { 'per-key': '9/s' } },
    },
  } as unknown as GateConfig
  const worthOf = (tenant: Tenant | undefined, name: string) => {
    const { value, source, untilMs } = entitlementOf(config, tenant, name, NOW)
    return [value, source, untilMs - NOW]
  }

  it('has the value of the first row that counts', () => {
    expect(worthOf(undefined, 'seats')).toEqual([1, 'default', Infinity])
    expect(worthOf({ plan: 'free' }, 'seats')).toEqual([3, 'plan', Infinity])
    expect(worthOf({ plan: 'free', planUntil: at(0) }, 'seats')).toEqual([1, 'default', Infinity])
    expect(worthOf({ plan: 'free', trial }, 'seats')).toEqual([20, 'trial', 10])
    expect(worthOf({ plan: 'free' }, 'days')).toEqual([null, 'none', Infinity])
    const override = { value: true, from: at(0), until: at(5) }
    const overrides = { features: { sso: override } }
    expect(worthOf({ overrides }, 'sso')).toEqual([true, 'override', 5])
    expect(entitlementOf(config, { overrides }, 'sso', NOW + 5).source).toBe('default')
    expect(entitlementOf(config, { overrides }, 'sso', NOW - 1).source).toBe('default')
  })

  it('has what its add-ons make of it', () => {
    const seats = { features: { seats: 5 }, quantity: 2, until: at(7) }
    expect(worthOf({ plan: 'free', addOns: [seats] }, 'seats')).toEqual([13, 'add-on', 7])
    expect(worthOf({ trial, addOns: [{ ...seats, until: at(0) }] }, 'seats')[0]).toBe(20)
    const days = [{ features: { days: 30 } }, { features: { days: 100 } }]
    expect(worthOf({ plan: 'pro', addOns: days }, 'days')).toEqual([100, 'add-on', Infinity])
    expect(worthOf({ plan: 'pro', addOns: [days[0]!] }, 'days')).toEqual([90, 'add-on', Infinity])
    expect(worthOf({ trial, addOns: days }, 'days')).toEqual([100, 'add-on', 10])
    const sso = [{ features: { sso: true } }, { features: { sso: false }, from: at(1) }]
    expect(worthOf({ addOns: sso }, 'sso')).toEqual([true, 'add-on', Infinity])
  })

  it('has the numbers of its own, or those of its plan', () => {
    const overrides = { limits: { 'per-key': '1/s' } }
    expect(numbersOf(config, { plan: 'pro', overrides }, 'per-key', NOW).numbers).toBe('1/s')
    expect(numbersOf(config, { plan: 'pro' }, 'per-key', NOW).plan).toBe('pro')
    expect(numbersOf(config, { plan: 'free' }, 'per-key', NOW).source).toBe('default')
  })

  it('tells when what it is in ends', () => {
    expect(planAnswer({ plan: 'free', trial }, NOW)).toEqual({
      id: 'pro',
      state: 'trial',
      trialEndsAt: NOW + 10,
      graceEndsAt: null,
    })
  })
})

it('puts the facts in place of what the caller says', () => {
  const context = { tenant: { id: 'lie', size: 'big' }, key: 'text', targetingKey: 'me' }
  const facts = { 'tenant.id': 't1', 'key.id': undefined, 'principal.subject': 'ann' }
  expect(contextOf(context, facts)).toEqual({
    tenant: { id: 't1', size: 'big' },
    key: {},
    principal: { subject: 'ann' },
    targetingKey: 'me',
  })
  expect(contextOf({}, facts).targetingKey).toBe('ann')
})
