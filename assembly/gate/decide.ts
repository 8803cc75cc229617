// The decision of a gate: who is calling, in which state is the tenant, may the caller, does the plan have it, are the
// flags on, and is everything within its limits. One call, one program (shared/gate.ts); the first step that fails
// decides, and limits are asked last, all or nothing, so that what is denied has taken nothing.
//
// What the records of caller and tenant say is read without a lock, and everything is read again if one of them has
// changed meanwhile. Nothing is taken before that is known.
import { loadU32 } from '../atomic.ts'
import { isBehind } from '../limits/table.ts'
import { takeParts } from '../limits/take-parts.ts'
import { clampNow, isInRange } from '../limits/time.ts'
import {
  ANSWER_CODE,
  ANSWER_FEATURES,
  ANSWER_HEAP_END,
  ANSWER_LIMITS,
  ANSWER_TENANT,
  ANSWER_TIME,
  ANSWER_VERDICTS,
  ANSWER_VERSION,
  DECIDE_EXPLAIN,
  DECIDE_KEYLESS,
  DECISION_ALLOWED,
  DECISION_LIMITED,
  DECISION_TENANT_UNKNOWN,
  DECISION_TORN,
  FEATURE_BYTES,
  GATE_LIMIT_COUNT,
  GATE_STEP_COUNT,
  LIMITS_NOT_ASKED,
  NO_FEATURE,
} from '../shared/gate.ts'
import { IDENTITY_HEAP_END, TENANT_SEQUENCE } from '../shared/identity.ts'
import {
  CONTROL_OFFSET,
  CONTROL_WALL,
  LANE_ANSWER,
  LANE_CREDENTIAL,
  LANE_IDENTITY,
  MODE_PEEK,
} from '../shared/layout.ts'
import { LIMIT_ALLOWED, LIMIT_STALE } from '../shared/outcome.ts'
import { HEADER_FEATURES } from '../shared/ruleset.ts'
import { answerFeature } from './feature.ts'
import { answerFacts, answerNobody, identify, isWhole } from './principal.ts'
import { placeFacts, planName, runSteps } from './steps.ts'
import { answerNoTenant, answerTenant, isUndefined, tenantOf } from './tenant.ts'

/** A record that changes all the time must not hold a thread up for ever. */
const TRIES_MAX = 1000

/** Everything but the limits, as the records of caller and tenant are at one time; or DECISION_TORN. */
function decideOnce(
  lane: usize,
  ruleset: usize,
  gate: usize,
  mode: u32,
  length: u32,
  cost: u32,
): i32 {
  const answer: usize = load<u32>(lane, LANE_ANSWER)
  let credential: i32 = DECISION_ALLOWED
  if (length == 0) answerNobody(answer)
  else credential = identify(lane, answer, length)
  if (credential < 0) return credential
  const number = load<u32>(answer, ANSWER_TENANT)
  const tenant: usize = number == 0 ? 0 : tenantOf(load<u32>(lane, LANE_IDENTITY), number)
  let sequence: u32 = 0
  if (tenant == 0) answerNoTenant(answer)
  else {
    sequence = loadU32(tenant + TENANT_SEQUENCE)
    if ((sequence & 1) != 0) return DECISION_TORN
    answerTenant(answer, ruleset, tenant, load<f64>(answer, ANSWER_TIME))
  }
  answerFacts(answer, planName(ruleset, answer))
  let code = credential
  if (gate == 0 && code == DECISION_ALLOWED && isUndefined(tenant)) code = DECISION_TENANT_UNKNOWN
  if (gate != 0) {
    placeFacts(lane, ruleset, answer, gate)
    code = runSteps(lane, ruleset, answer, gate, mode, credential, cost, tenant)
  }
  if (tenant != 0 && loadU32(tenant + TENANT_SEQUENCE) != sequence) return DECISION_TORN
  return isWhole(answer) ? code : DECISION_TORN
}

/** Whether all limits of an explained decision have what they count by. */
function areLimitsFilled(answer: usize, gate: usize): bool {
  // They are the last steps.
  const count = load<u32>(gate, GATE_STEP_COUNT)
  for (let index = count - load<u32>(gate, GATE_LIMIT_COUNT); index < count; index++) {
    if (load<i32>(answer + ANSWER_VERDICTS + usize(index) * 4) != DECISION_ALLOWED) return false
  }
  return true
}

function beginAnswer(lane: usize, answer: usize, version: u32, nowMs: f64): void {
  if (!isInRange(nowMs)) nowMs = clampNow(nowMs)
  const identity: usize = load<u32>(lane, LANE_IDENTITY)
  store<f64>(answer, Math.floor(nowMs) + load<f64>(CONTROL_OFFSET + CONTROL_WALL), ANSWER_TIME)
  store<u32>(answer, version, ANSWER_VERSION)
  store<u32>(answer, load<u32>(identity, IDENTITY_HEAP_END), ANSWER_HEAP_END)
}

/**
 * Decides. The credential is the first `length` bytes of the lane's buffer, none if there are 0; `gate` an address, or 0
 * to find out only who is calling. A DECISION code, also left in the answer; or, negative, what the host has to do before
 * it asks again: nothing was taken then.
 */
export function decide(
  lane: usize,
  ruleset: usize,
  version: u32,
  gate: usize,
  mode: u32,
  length: u32,
  cost: u32,
  nowMs: f64,
): i32 {
  const answer: usize = load<u32>(lane, LANE_ANSWER)
  beginAnswer(lane, answer, version, nowMs)
  store<i32>(answer, LIMITS_NOT_ASKED, ANSWER_LIMITS)
  // What tenants have of limits of their own is read from the lane's variants.
  if (gate != 0 && isBehind(lane)) return LIMIT_STALE
  let code: i32 = DECISION_TORN
  for (let tries = 0; tries < TRIES_MAX && code == DECISION_TORN; tries++) {
    code = decideOnce(lane, ruleset, gate, mode, length, cost)
  }
  if (code < 0) return code
  const count: u32 = gate == 0 ? 0 : load<u32>(gate, GATE_LIMIT_COUNT)
  const isExplained = (mode & DECIDE_EXPLAIN) != 0
  const isKeyed = count != 0 && (mode & DECIDE_KEYLESS) == 0
  const isAsked = isExplained ? areLimitsFilled(answer, gate) : code == DECISION_ALLOWED
  if (isKeyed && isAsked) {
    const outcome = takeParts(lane, count, isExplained ? MODE_PEEK : mode, nowMs)
    if (outcome < 0) return outcome
    store<i32>(answer, outcome, ANSWER_LIMITS)
    if (code == DECISION_ALLOWED && outcome != LIMIT_ALLOWED) code = DECISION_LIMITED
  }
  store<i32>(answer, code, ANSWER_CODE)
  // The secret is not to lie about.
  if (length != 0) memory.fill(load<u32>(lane, LANE_CREDENTIAL), 0, length)
  return code
}

/**
 * Notes in the answer what a tenant is in, and in its first slot what the feature of an index is worth to it; of NO_FEATURE
 * only the former. False if the tenant changes all the time, or the lane does not know the limits of now.
 */
export function featureOf(
  lane: usize,
  ruleset: usize,
  version: u32,
  number: u32,
  index: u32,
  nowMs: f64,
): bool {
  const answer: usize = load<u32>(lane, LANE_ANSWER)
  if (isBehind(lane)) return false
  beginAnswer(lane, answer, version, nowMs)
  const tenant = tenantOf(load<u32>(lane, LANE_IDENTITY), number)
  const isAsked = index != u32(NO_FEATURE)
  const feature = ruleset + load<u32>(ruleset, HEADER_FEATURES) + usize(index) * FEATURE_BYTES
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const sequence = loadU32(tenant + TENANT_SEQUENCE)
    if ((sequence & 1) != 0) continue
    answerTenant(answer, ruleset, tenant, load<f64>(answer, ANSWER_TIME))
    if (isAsked)
      answerFeature(lane, ruleset, answer, feature, index, tenant, answer + ANSWER_FEATURES)
    if (loadU32(tenant + TENANT_SEQUENCE) == sequence) return true
  }
  return false
}
