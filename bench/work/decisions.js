/**
 * The whole decision, told in no system's language: 1,000 keys of 100 tenants, one permission, one feature of a plan, two
 * flags, two limits and a quota, so high that every call does the whole work and writes.
 */

import { definitionOf, idOf, manyKeys, PEPPERS } from './api-keys.js'
import { inFlagdRollout } from './specs.js'

/** @import { Row } from './rows.js' */

export const KEY_COUNT = 1_000
const TENANT_COUNT = 100
export const PERMISSION = 'orders:write'
const PERMISSIONS = ['orders:read', PERMISSION]
export const FEATURE = 'orders'
export const PLAN_FLAG = 'new-checkout'
export const SHARE_FLAG = 'fast-search'
const COUNTRIES = ['DE', 'FR', 'NL', 'AT']
const PERCENT = 20
const RATE_PER_SECOND = 100_000_000
const BURST = 1_000_000
/** Of a month: more than all calls of a run. */
const QUOTA = 2_000_000_000

/** For the peers, whose limits are a rate and a burst. */
export const ALLOWANCE = { ratePerSecond: RATE_PER_SECOND, burst: BURST }
export const ALLOWANCE_POINTS = { ratePerSecond: RATE_PER_SECOND, burst: QUOTA }

/** @typedef {object} Account what a key is of @property {string} id @property {string} tenant */

export const keys = manyKeys(KEY_COUNT)
/** @type {Account[]} */
export const accounts = keys.map((key, index) => {
  return { id: idOf(key), tenant: `tenant-${index % TENANT_COUNT}` }
})
export const tenantIds = accounts.slice(0, TENANT_COUNT).map(({ tenant }) => tenant)
export const permissions = PERMISSIONS
export const plans = { free: [], pro: [FEATURE] }
export const tenantPlan = 'pro'

/**
 * The two flags in flagd's format, which flagd-core and Sluice both read.
 * @param {string} plan what the rules call the plan of the tenant
 */
export function flagDefinitions(plan) {
  const variants = { on: true, off: false }
  const base = { state: 'ENABLED', variants, defaultVariant: 'off' }
  const share = { fractional: [['on', PERCENT], ['off', 100 - PERCENT]] } // biome-ignore format: pairs
  return {
    [PLAN_FLAG]: { ...base, targeting: { if: [{ '==': [{ var: plan }, tenantPlan] }, 'on'] } },
    [SHARE_FLAG]: {
      ...base,
      targeting: { if: [{ in: [{ var: 'country' }, COUNTRIES] }, 'on', share] },
    },
  }
}

/** Whether a row gets the second flag, computed apart from a system. @param {Row} row */
export function expectedShare(row) {
  if (COUNTRIES.includes(row.country)) return true
  const spec = { key: SHARE_FLAG, percent: PERCENT, domain: '', countries: [], plan: '' }
  return inFlagdRollout(spec, row)
}

/** @param {any} Sluice */
export async function openDecisions(Sluice) {
  const numbers = { rate: `${RATE_PER_SECOND}/s`, burst: BURST }
  const definitions = {
    flags: flagDefinitions('tenant.plan'),
    features: { [FEATURE]: { type: 'boolean', default: false } },
    limits: {
      'per-key': { ...numbers, key: 'key.id' },
      'per-tenant': { ...numbers, key: 'tenant.id' },
    },
    quotas: { 'api-calls': { period: 'month', key: 'tenant.id', limit: QUOTA } },
    plans: {
      free: { features: { [FEATURE]: false } },
      [tenantPlan]: { features: { [FEATURE]: true } },
    },
    tenants: Object.fromEntries(tenantIds.map(id => [id, { plan: tenantPlan }])),
    roles: { writer: PERMISSIONS },
    gates: {
      'orders.create': {
        credential: ['key'],
        permission: PERMISSION,
        entitlement: FEATURE,
        flags: [PLAN_FLAG, SHARE_FLAG],
        limits: ['per-key', 'per-tenant'],
        quotas: { 'api-calls': 1 },
      },
    },
  }
  const sluice = await Sluice.open(definitions, { peppers: PEPPERS })
  keys.forEach((key, index) => {
    sluice.keys.set(definitionOf(key, { roles: ['writer'], tenant: accounts[index].tenant }))
  })
  return sluice.gate('orders.create')
}
