// The tenant of a decision: its state at the time, and the plan that applies.
import { loadU32, loadU64 } from '../atomic.ts'
import {
  ANSWER_GRACE_UNTIL,
  ANSWER_PLAN,
  ANSWER_TENANT_STATE,
  ANSWER_TRIAL_UNTIL,
  PLAN_BYTES,
  PLAN_HASH,
  PLAN_NONE,
  TENANT_STATE_ACTIVE,
  TENANT_STATE_GRACE,
  TENANT_STATE_NONE,
  TENANT_STATE_PAST_DUE,
  TENANT_STATE_SUSPENDED,
  TENANT_STATE_TRIAL,
  TEXT_TENANT,
} from '../shared/gate.ts'
import {
  IDENTITY_TENANTS,
  TENANT_ACTIVE,
  TENANT_BYTES,
  TENANT_GRACE_UNTIL,
  TENANT_ID,
  TENANT_PLAN,
  TENANT_PLAN_UNTIL,
  TENANT_STATE,
  TENANT_SUSPENDED,
  TENANT_TRIAL_PLAN,
  TENANT_TRIAL_UNTIL,
} from '../shared/identity.ts'
import { HEADER_PLAN_COUNT, HEADER_PLANS } from '../shared/ruleset.ts'
import { copyString, textAt } from './text.ts'

/** Address of the record of a tenant's number, counted from 1. */
export function tenantOf(identity: usize, number: u32): usize {
  return usize(load<u32>(identity, IDENTITY_TENANTS)) + usize(number - 1) * TENANT_BYTES
}

/** Index of the plan whose name has the hash; PLAN_NONE if there is none. Plans stand in the order of their hashes. */
export function findPlan(ruleset: usize, hash: u64): u32 {
  if (hash == 0) return u32(PLAN_NONE)
  const first = ruleset + load<u32>(ruleset, HEADER_PLANS)
  let low: u32 = 0
  let high = load<u32>(ruleset, HEADER_PLAN_COUNT)
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = load<u64>(first + usize(middle) * PLAN_BYTES, PLAN_HASH)
    if (found == hash) return middle
    if (found < hash) low = middle + 1
    else high = middle
  }
  return u32(PLAN_NONE)
}

function timeAt(tenant: usize, field: usize): f64 {
  return reinterpret<f64>(loadU64(tenant + field))
}

/** State and plan of nobody's request. */
export function answerNoTenant(answer: usize): void {
  store<u32>(answer, u32(TENANT_STATE_NONE), ANSWER_TENANT_STATE)
  store<u32>(answer, u32(PLAN_NONE), ANSWER_PLAN)
  store<f64>(answer, -Infinity, ANSWER_TRIAL_UNTIL)
  store<f64>(answer, NaN, ANSWER_GRACE_UNTIL)
  copyString(textAt(answer, TEXT_TENANT), 0)
}

/** Notes in the answer what the tenant is in, at Unix time `time`. */
export function answerTenant(answer: usize, ruleset: usize, tenant: usize, time: f64): void {
  const trialUntil = timeAt(tenant, TENANT_TRIAL_UNTIL)
  const graceUntil = timeAt(tenant, TENANT_GRACE_UNTIL)
  const isTrial = time < trialUntil
  let plan: u64 = 0
  if (isTrial) plan = loadU64(tenant + TENANT_TRIAL_PLAN)
  else if (time < timeAt(tenant, TENANT_PLAN_UNTIL)) plan = loadU64(tenant + TENANT_PLAN)
  let state: u32 = TENANT_STATE_ACTIVE
  if (isUndefined(tenant)) state = TENANT_STATE_NONE
  else if (loadU32(tenant + TENANT_STATE) == TENANT_SUSPENDED) state = TENANT_STATE_SUSPENDED
  // Who is on trial owes nothing yet.
  else if (isTrial) state = TENANT_STATE_TRIAL
  else if (time < graceUntil) state = TENANT_STATE_GRACE
  else if (time >= graceUntil) state = TENANT_STATE_PAST_DUE
  store<u32>(answer, state, ANSWER_TENANT_STATE)
  store<u32>(answer, findPlan(ruleset, plan), ANSWER_PLAN)
  store<f64>(answer, trialUntil, ANSWER_TRIAL_UNTIL)
  store<f64>(answer, graceUntil, ANSWER_GRACE_UNTIL)
  copyString(textAt(answer, TEXT_TENANT), loadU32(tenant + TENANT_ID))
}

/** Whether somebody has only named the tenant, or a thread died while it wrote it. */
export function isUndefined(tenant: usize): bool {
  if (tenant == 0) return false
  const state = loadU32(tenant + TENANT_STATE)
  return state != TENANT_ACTIVE && state != TENANT_SUSPENDED
}
