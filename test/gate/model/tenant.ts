// What a tenant is in and what it has, as the description says it: the rows in their order, looked through each time.
import type { JsonValue } from '../../../src/config/types.ts'
import type { FeatureSource, PlanAnswer, TenantState } from '../../../src/gate/types.ts'
import type { Feature, GateConfig, Numbers, Row, Tenant } from './definition.ts'

const timeOf = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : Date.parse(text)

/** Whether a row counts: from its start on, until just before its end. */
function lasts({ from, until }: { from?: string; until?: string }, nowMs: number): boolean {
  return timeOf(from, -Infinity) <= nowMs && nowMs < timeOf(until, Infinity)
}

function isInTrial(tenant: Tenant, nowMs: number): boolean {
  return tenant.trial !== undefined && nowMs < Date.parse(tenant.trial.until)
}

export function stateOf(tenant: Tenant | undefined, nowMs: number): TenantState {
  if (tenant === undefined) return 'none'
  if (tenant.state === 'suspended') return 'suspended'
  if (isInTrial(tenant, nowMs)) return 'trial'
  if (tenant.graceUntil === undefined) return 'active'
  return nowMs < Date.parse(tenant.graceUntil) ? 'grace' : 'past_due'
}

interface CurrentPlan {
  id: string
  source: 'trial' | 'plan'
  untilMs: number
}

/** The plan that counts now. */
export function currentPlan(tenant: Tenant | undefined, nowMs: number): CurrentPlan | undefined {
  if (tenant === undefined) return undefined
  const { trial, plan, planUntil } = tenant
  if (trial !== undefined && isInTrial(tenant, nowMs)) {
    return { id: trial.plan, source: 'trial', untilMs: Date.parse(trial.until) }
  }
  const untilMs = timeOf(planUntil, Infinity)
  return plan !== undefined && nowMs < untilMs ? { id: plan, source: 'plan', untilMs } : undefined
}

export function planAnswer(tenant: Tenant | undefined, nowMs: number): PlanAnswer {
  return {
    id: currentPlan(tenant, nowMs)?.id ?? '',
    state: stateOf(tenant, nowMs),
    trialEndsAt: tenant?.trial === undefined ? null : Date.parse(tenant.trial.until),
    graceEndsAt: tenant?.graceUntil === undefined ? null : Date.parse(tenant.graceUntil),
  }
}

/** A value and where it is from. `none` is the value of nothing. */
export interface Entitlement {
  value: JsonValue
  source: FeatureSource
  untilMs: number
}

function rowOf(row: Row): { value: JsonValue; from?: string; until?: string } {
  const isRow = typeof row === 'object' && row !== null && !Array.isArray(row) && 'value' in row
  return isRow ? (row as { value: JsonValue }) : { value: row as JsonValue }
}

/** The value of a feature that is no metered one. */
export function entitlementOf(
  config: GateConfig,
  tenant: Tenant | undefined,
  name: string,
  nowMs: number,
): Entitlement {
  const override = tenant?.overrides?.features?.[name]
  if (override !== undefined) {
    const row = rowOf(override)
    if (lasts(row, nowMs)) {
      return { value: row.value, source: 'override', untilMs: timeOf(row.until, Infinity) }
    }
  }
  const base = baseOf(config, tenant, name, nowMs)
  const addOns = (tenant?.addOns ?? []).filter(addOn => {
    return Object.hasOwn(addOn.features, name) && lasts(addOn, nowMs)
  })
  const last = addOns.at(-1)
  if (last === undefined) return base
  const policy = config.features[name]?.addOns ?? 'replace'
  if (policy === 'replace') {
    return {
      value: last.features[name]!,
      source: 'add-on',
      untilMs: timeOf(last.until, Infinity),
    }
  }
  const rows = addOns.map(({ features, quantity = 1, until }) => ({
    value: Number(features[name]) * (policy === 'sum' ? quantity : 1),
    untilMs: timeOf(until, Infinity),
  }))
  return combined(policy, base, rows)
}

/** What add-ons make of a number is not what it is any more when the first of what it is made of ends. */
function combined(
  policy: 'sum' | 'max',
  base: Entitlement,
  rows: { value: number; untilMs: number }[],
): Entitlement {
  const below = typeof base.value === 'number' ? [base.value] : []
  const values = [...below, ...rows.map(row => row.value)]
  return {
    value: policy === 'sum' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values),
    source: 'add-on',
    untilMs: Math.min(base.untilMs, ...rows.map(row => row.untilMs)),
  }
}

/** What the plan has, or what everybody has. */
function baseOf(
  config: GateConfig,
  tenant: Tenant | undefined,
  name: string,
  nowMs: number,
): Entitlement {
  const plan = currentPlan(tenant, nowMs)
  const ofPlan = plan && config.plans[plan.id]?.features?.[name]
  if (plan !== undefined && ofPlan !== undefined) {
    return { value: ofPlan, source: plan.source, untilMs: plan.untilMs }
  }
  const ofAll = (config.features[name] as Feature | undefined)?.default
  if (ofAll !== undefined) return { value: ofAll, source: 'default', untilMs: Infinity }
  return { value: null, source: 'none', untilMs: Infinity }
}

/** What is used of a gauge after so much more of it: never more than there is, and never less than nothing. */
export function usedAfter(
  config: GateConfig,
  tenant: Tenant,
  gauge: string,
  delta: number,
  nowMs: number,
): { allowed: boolean; used: number } {
  const used = tenant.used?.[gauge] ?? 0
  const { value } = entitlementOf(config, tenant, gauge, nowMs)
  const after = Math.max(used + delta, 0)
  const allowed = delta <= 0 || after <= Number(value ?? 0)
  return { allowed, used: allowed ? after : used }
}

/** Which numbers of a limit count, and where they are from; of nobody's own, undefined. */
export interface OwnNumbers {
  numbers: Numbers | undefined
  /** The plan's name, if they are a plan's. */
  plan: string | undefined
  source: FeatureSource
  untilMs: number
}

export function numbersOf(
  config: GateConfig,
  tenant: Tenant | undefined,
  name: string,
  nowMs: number,
): OwnNumbers {
  const { limits = {}, quotas = {} } = tenant?.overrides ?? {}
  const own = limits[name] ?? quotas[name]
  if (own !== undefined) {
    return { numbers: own, plan: undefined, source: 'override', untilMs: Infinity }
  }
  const plan = currentPlan(tenant, nowMs)
  const { limits: ofPlan = {}, quotas: quotasOfPlan = {} } = config.plans[plan?.id ?? ''] ?? {}
  const numbers = ofPlan[name] ?? quotasOfPlan[name]
  if (plan === undefined || numbers === undefined) {
    return { numbers: undefined, plan: undefined, source: 'default', untilMs: Infinity }
  }
  return { numbers, plan: plan.id, source: plan.source, untilMs: plan.untilMs }
}

/** A quota without a number of its own: who has no plan that gives one does not have it. */
export function isOfPlansOnly({ quotas }: GateConfig, name: string): boolean {
  return quotas[name] !== undefined && quotas[name].limit === undefined
}
