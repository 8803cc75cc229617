// Explaining is deciding: the same program, that notes each step, goes on to the end, and takes nothing.
import { describe, expect, it } from 'vitest'
import type { DecisionAnswer, DecisionRequest, GateContext } from '../../src/gate/types.ts'
import type { Sluice } from '../../src/index.ts'
import { dateAt, flagOf, openGates } from './helpers.ts'

const CONFIG = {
  flags: { shown: flagOf('ui', 'new'), eu: flagOf('country', 'DE') },
  limits: {
    'by-key': { rate: '1/h', burst: 2, key: 'key.id' },
    'by-country': { rate: '1/h', burst: 2, key: 'country' },
    slots: { algorithm: 'concurrency', limit: 1, key: 'key.id' },
  },
  quotas: { calls: { period: 'month', key: 'tenant.id' } },
  features: { orders: { type: 'boolean', flag: 'shown' }, seats: { type: 'gauge' } },
  plans: {
    pro: { features: { orders: true, seats: 2 }, quotas: { calls: 9 } },
    small: { features: { orders: true, seats: 2 }, quotas: { calls: 0 } },
    none: { features: { seats: 2 } },
  },
  tenants: {
    acme: { plan: 'pro' },
    full: { plan: 'pro', used: { seats: 9 } },
    small: { plan: 'small' },
    none: { plan: 'none' },
    suspended: { plan: 'pro', state: 'suspended' },
    late: { plan: 'pro', graceUntil: dateAt(0) },
    trying: { trial: { plan: 'pro', until: dateAt(1_000) } },
  },
  gates: {
    it: {
      credential: ['key'],
      tenant: ['active'],
      permission: 'a and b',
      entitlement: ['orders', 'seats'],
      flags: ['eu'],
      limits: ['by-key', 'by-country'],
      quotas: ['calls'],
    },
    slots: { limits: ['slots'] },
  },
}

const STEPS = [
  'credential key',
  'tenant active',
  'permission a and b',
  'entitlement orders',
  'entitlement seats',
  'flag eu',
  'limit by-key',
  'limit by-country',
  'limit calls',
]
const GOOD = { country: 'DE', ui: 'new' }

type Ask = (sluice: Sluice) => DecisionRequest

const keyOf = (sluice: Sluice, parts: object) =>
  sluice.keys.create({ permissions: ['a', 'b'], ...parts })
const of =
  (parts: object, context: GateContext = GOOD, cost = 1): Ask =>
  sluice => ({ credential: keyOf(sluice, parts).key, context, cost })
const changed =
  (change: 'disable' | 'revoke'): Ask =>
  sluice => {
    const { key, id } = keyOf(sluice, { tenant: 'acme' })
    sluice.keys[change](id)
    return { credential: key, context: GOOD }
  }

/** What is asked, its code, and the step that decides: undefined where none was run. */
const CASES: [code: string, step: string | undefined, ask: Ask][] = [
  ['ALLOWED', undefined, of({ tenant: 'acme' })],
  ['CREDENTIAL_MISSING', 'credential key', () => ({ context: GOOD })],
  ['CREDENTIAL_AMBIGUOUS', undefined, () => ({ credentials: ['a', 'b'] })],
  ['CREDENTIAL_MALFORMED', undefined, () => ({ credential: '', context: GOOD })],
  ['CREDENTIAL_INVALID', undefined, () => ({ credential: 'unknown', context: GOOD })],
  ['CREDENTIAL_EXPIRED', 'credential key', of({ tenant: 'acme', expiresAt: 0 })],
  ['CREDENTIAL_REVOKED', 'credential key', changed('revoke')],
  ['CREDENTIAL_DISABLED', 'credential key', changed('disable')],
  [
    'CREDENTIAL_TYPE',
    'credential key',
    sluice => ({ credential: sluice.sessions.create({ subject: 'a' }).token, context: GOOD }),
  ],
  ['NETWORK_DENIED', 'credential key', of({ tenant: 'acme', networks: ['10.0.0.0/8'] })],
  ['TENANT_UNKNOWN', 'tenant active', of({ tenant: 'nobody' })],
  ['TENANT_REQUIRED', 'tenant active', of({})],
  ['TENANT_SUSPENDED', 'tenant active', of({ tenant: 'suspended' })],
  ['TENANT_PAST_DUE', 'tenant active', of({ tenant: 'late' })],
  ['TENANT_STATE', 'tenant active', of({ tenant: 'trying' })],
  ['PERMISSION_DENIED', 'permission a and b', of({ tenant: 'acme', permissions: ['a'] })],
  ['FEATURE_HIDDEN', 'entitlement orders', of({ tenant: 'acme' }, { country: 'DE' })],
  ['FEATURE_LOCKED', 'entitlement orders', of({ tenant: 'none' })],
  ['FEATURE_EXHAUSTED', 'entitlement seats', of({ tenant: 'full' })],
  ['QUOTA_NOT_INCLUDED', 'limit calls', of({ tenant: 'small' })],
  ['LIMIT_KEY_MISSING', 'limit by-country', of({ tenant: 'acme' }, { ui: 'new' })],
  ['COST_EXCEEDS_LIMIT', 'limit by-key', of({ tenant: 'acme' }, GOOD, 3)],
  [
    'LIMITED',
    'limit by-country',
    sluice => {
      sluice.limit('by-country').take('FR', 2)
      return {
        credential: keyOf(sluice, { tenant: 'acme' }).key,
        context: { ...GOOD, country: 'FR' },
      }
    },
  ],
  [
    'BLOCKED',
    'limit by-key',
    sluice => {
      const { key, id } = keyOf(sluice, { tenant: 'acme' })
      sluice.limit('by-key').block(id, 60_000)
      return { credential: key, context: GOOD }
    },
  ],
]

/** What is the same in any decision of the same request. */
const comparable = ({ id: _, ...answer }: DecisionAnswer) => answer

describe('explaining', () => {
  it.each(CASES)('%s agrees with deciding, and names the step: %s', async (code, step, ask) => {
    const { sluice } = await openGates(CONFIG)
    const request = ask(sluice)
    const gate = sluice.gate('it')
    const { gate: name, decision, steps } = gate.explain(request)
    expect(name).toBe('it')
    expect(decision.code).toBe(code)
    expect(steps.map(({ step }) => step)).toEqual(STEPS)
    expect(comparable(gate.check(request).toJSON())).toEqual(comparable(decision))
    const again = gate.explain(request)
    expect(comparable(again.decision), 'nothing was taken').toEqual(comparable(decision))
    expect(again.steps).toEqual(steps)
    const decided = gate.decide(request)
    expect(decided.code).toBe(code)
    expect(decided.detail).toBe(decision.detail)
    const failed = steps.find(({ verdict }) => verdict === 'failed')
    expect([failed?.step, failed?.code]).toEqual([step, step && code])
    if (step === undefined) {
      const verdict = code === 'ALLOWED' ? 'passed' : 'skipped'
      expect(new Set(steps.map(({ verdict }) => verdict))).toEqual(new Set([verdict]))
    }
  })

  it('goes on to the end, whatever failed first', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'suspended' })
    const { decision, steps } = sluice.gate('it').explain({ credential: key, context: {} })
    expect(decision.code).toBe('TENANT_SUSPENDED')
    expect(steps.map(({ code = 'passed' }) => code)).toEqual([
      'passed',
      'TENANT_SUSPENDED',
      'PERMISSION_DENIED',
      'FEATURE_HIDDEN',
      'passed',
      'passed',
      'passed',
      'LIMIT_KEY_MISSING',
      'passed',
    ])
  })

  it('may ask about slots, which only a reservation gets', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create()
    const gate = sluice.gate('slots')
    expect(gate.explain({ credential: key }).decision.code).toBe('ALLOWED')
    gate.reserve({ credential: key })
    expect(gate.explain({ credential: key }).decision).toMatchObject({
      code: 'LIMITED',
      detail: 'slots',
    })
  })
})

it('names all limits that the request has no key for', async () => {
  const { sluice } = await openGates({
    limits: {
      a: { rate: '5/h', key: 'x' },
      b: { rate: '5/h', key: 'y' },
      c: { rate: '5/h', key: 'z' },
    },
    gates: { g: { credential: ['none'], limits: ['a', 'b', 'c'] } },
  })
  const { decision, steps } = sluice.gate('g').explain({ context: { y: 'here' } })
  expect(decision).toMatchObject({ code: 'LIMIT_KEY_MISSING', detail: 'a' })
  const limits = steps.filter(({ step }) => step.startsWith('limit'))
  expect(limits.map(({ verdict, code }) => code ?? verdict)).toEqual([
    'LIMIT_KEY_MISSING',
    'passed',
    'LIMIT_KEY_MISSING',
  ])
})
