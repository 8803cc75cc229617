/**
 * The whole decision out of separate libraries, in one function: a one-shot SHA-256 and a Map for the key, a Set of
 * permissions, Maps of tenants and plans, flagd-core for the flags, a limiter for the two limits and the quota. What each
 * finds is handed on to the next by hand, and a limit that refuses gives nothing back to those before it: all or nothing
 * would come on top.
 */

import { hash } from 'node:crypto'
import { FlagdCore } from '@openfeature/flagd-core'
import * as work from '../work/decisions.js'
import { openLimiter, openPlainMap, openRateLimiterFlexible } from './limits.js'

/**
 * @import { Row } from '../work/rows.js'
 * @import { LimitSystem } from './limits.js'
 */

/** @typedef {{ allow: boolean, code: string, isNew: boolean, isFast: boolean }} Answer reused by the next call */

/**
 * @typedef {object} Found
 * @property {string} id
 * @property {string} tenant
 * @property {boolean} isActive
 * @property {number} expiresMs
 * @property {Set<string>} permissions
 */

/** Key, permission, plan and flags: the same for all limiters. */
function openRest() {
  /** @type {Map<string, Found>} */
  const keys = new Map()
  const permissions = new Set(work.permissions)
  work.keys.forEach((key, index) => {
    const rest = { isActive: true, expiresMs: Date.UTC(2099, 0), permissions }
    keys.set(hash('sha256', key, 'hex'), { ...work.accounts[index], ...rest })
  })
  const tenants = new Map(work.tenantIds.map(id => [id, work.tenantPlan]))
  const plans = new Map(
    Object.entries(work.plans).map(([name, features]) => [name, new Set(features)]),
  )
  const core = new FlagdCore()
  core.setConfigurations(JSON.stringify({ flags: work.flagDefinitions('plan') }))
  /** @type {Answer} */
  const answer = { allow: false, code: '', isNew: false, isFast: false }

  /** @param {string} code */
  const refuse = code => {
    answer.allow = false
    answer.code = code
    return undefined
  }
  /** @param {string} credential @param {Row} row */
  const find = (credential, row) => {
    const found = keys.get(hash('sha256', credential, 'hex'))
    if (found === undefined || !found.isActive) return refuse('CREDENTIAL_INVALID')
    if (found.expiresMs <= Date.now()) return refuse('CREDENTIAL_EXPIRED')
    if (!found.permissions.has(work.PERMISSION)) return refuse('PERMISSION_DENIED')
    const plan = tenants.get(found.tenant)
    if (plan === undefined) return refuse('TENANT_UNKNOWN')
    if (plans.get(plan)?.has(work.FEATURE) !== true) return refuse('FEATURE_LOCKED')
    const context = { targetingKey: row.id, country: row.country, plan }
    answer.isNew = core.resolveBooleanEvaluation(work.PLAN_FLAG, false, context).value
    answer.isFast = core.resolveBooleanEvaluation(work.SHARE_FLAG, false, context).value
    return found
  }
  const allow = () => {
    answer.allow = true
    answer.code = 'ALLOWED'
  }
  return { answer, find, refuse, allow }
}

/** @param {string} name @param {() => LimitSystem} open of three limiters, one each */
function openSync(name, open) {
  const { answer, find, refuse, allow } = openRest()
  const perKey = open().take
  const perTenant = open().take
  const quota = open().take
  return {
    name,
    isAsync: false,
    decide: (/** @type {string} */ credential, /** @type {Row} */ row) => {
      const found = find(credential, row)
      if (found === undefined) return answer
      const isAllowed = perKey(found.id) && perTenant(found.tenant) && quota(found.tenant)
      if (isAllowed) allow()
      else refuse('LIMITED')
      return answer
    },
  }
}

/** The limiter that is asked for promises. @param {string} name */
function openAsync(name) {
  const { answer, find, allow } = openRest()
  const [perKey, perTenant, quota] = Array.from(
    { length: 3 },
    () => openRateLimiterFlexible(work.ALLOWANCE_POINTS).take,
  )
  return {
    name,
    isAsync: true,
    decide: async (/** @type {string} */ credential, /** @type {Row} */ row) => {
      const found = find(credential, row)
      if (found === undefined) return answer
      // What is refused is thrown: nothing is, here.
      await Promise.all([perKey(found.id), perTenant(found.tenant), quota(found.tenant)])
      allow()
      return answer
    },
  }
}

/** All compositions. */
export function openSeparate() {
  return [
    openSync('libraries, limiter', () => openLimiter(work.ALLOWANCE)),
    openAsync('libraries, rate-limiter-flexible'),
    openSync('libraries, plain Map limits', () => openPlainMap(work.ALLOWANCE)),
  ]
}
