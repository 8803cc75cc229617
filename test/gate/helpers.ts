// What the suites of gates have in common: small engines, clocks that the test sets, and a config with a little of all.
import { onTestFinished } from 'vitest'
import { Sluice, type SluiceOptions } from '../../src/index.ts'
import { SMALL } from '../limits/helpers.ts'

/** What the wall clock says when an engine opens. */
export const NOW = Date.parse('2026-06-01T00:00:00Z')

export const PEPPERS = { current: 'p1', secrets: { p1: 'a pepper of 26 characters!' } }

/** Sizes that make an engine with keys, sessions and tenants cheap to open. */
export const SMALL_IDENTITY: SluiceOptions = {
  ...SMALL,
  keysMax: 64,
  sessionsMax: 64,
  tenantsMax: 16,
  revocationsMax: 64,
  identityBytesMax: 65_536,
}

/** A config whose parts a test may replace. */
export type Parts = Readonly<Record<string, unknown>>

export interface Opened {
  readonly sluice: Sluice
  /** Sets the clock, in ms since the opening; the wall clock runs along from `NOW`. */
  at(ms: number): void
}

/** Opens an engine that is closed when the test is done. */
export async function openGates(
  config: string | object,
  options: SluiceOptions = {},
): Promise<Opened> {
  let now = 0
  const sluice = await Sluice.open(config, {
    shared: false,
    ...SMALL_IDENTITY,
    peppers: PEPPERS,
    clock: () => now,
    wallClock: () => NOW + now,
    ...options,
  })
  onTestFinished(() => sluice.close())
  return {
    sluice,
    at: ms => {
      now = ms
    },
  }
}

/** A time as configs have it, so many ms after the opening. */
export function dateAt(ms: number): string {
  return new Date(NOW + ms).toISOString()
}

/** A flag that is true where the attribute has the value, and false elsewhere. */
export function flagOf(attribute: string, value: unknown): object {
  return {
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    targeting: { if: [{ '==': [{ var: attribute }, value] }, 'on'] },
  }
}

/** A little of all: two plans, tenants in each state, roles, and gates. Opens with `NOW`. */
export const CONFIG = {
  flags: { eu: flagOf('country', 'DE') },
  limits: {
    'per-key': { rate: '1/h', burst: 3, key: 'key.id' },
    failures: { rate: '1/h', burst: 3 },
  },
  quotas: { calls: { period: 'month', key: 'tenant.id' } },
  features: { orders: { type: 'boolean' }, seats: { type: 'gauge', default: 1 } },
  plans: {
    free: { features: { orders: false, seats: 3 }, quotas: { calls: 5 } },
    pro: { features: { orders: true, seats: 20 }, quotas: { calls: 'unlimited' } },
  },
  tenants: {
    acme: { plan: 'pro' },
    tiny: { plan: 'free' },
    planless: {},
    suspended: { plan: 'pro', state: 'suspended' },
    overdue: { plan: 'pro', graceUntil: dateAt(-1) },
  },
  roles: { writer: ['orders:read', 'orders:write'] },
  gates: {
    orders: {
      permission: 'orders:write',
      entitlement: 'orders',
      features: ['seats'],
      flags: ['eu'],
      limits: ['per-key'],
      quotas: ['calls'],
    },
    any: { tenant: ['none', 'active', 'trial', 'grace', 'past_due', 'suspended'] },
    keys: { credential: ['key'] },
    public: { credential: ['none', 'key'], flags: ['eu'] },
  },
} as const
