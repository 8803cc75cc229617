// The steps of a gate's program (shared/gate.ts draws them): what each asks, and the code it fails with.
import { loadU64 } from '../atomic.ts'
import { outcomeOf } from '../flags/many.ts'
import { isNullish, isString, pointerOf } from '../flags/value.ts'
import { siphash } from '../hash/siphash.ts'
import { partOf } from '../limits/part.ts'
import {
  ANSWER_FACTS,
  ANSWER_FEATURES,
  ANSWER_FLAGS,
  ANSWER_PERMISSIONS,
  ANSWER_PLAN,
  ANSWER_STEP,
  ANSWER_TENANT_STATE,
  ANSWER_TYPE,
  ANSWER_VERDICTS,
  ANSWER_VERSION,
  DECIDE_EXPLAIN,
  DECISION_ALLOWED,
  DECISION_CREDENTIAL_MISSING,
  DECISION_CREDENTIAL_TYPE,
  DECISION_FEATURE_EXHAUSTED,
  DECISION_FEATURE_HIDDEN,
  DECISION_FEATURE_LOCKED,
  DECISION_LIMIT_KEY_MISSING,
  DECISION_PERMISSION_DENIED,
  DECISION_QUOTA_NOT_INCLUDED,
  DECISION_TENANT_PAST_DUE,
  DECISION_TENANT_REQUIRED,
  DECISION_TENANT_STATE,
  DECISION_TENANT_SUSPENDED,
  DECISION_TENANT_UNKNOWN,
  FACT_KEY_ID,
  FACT_PRINCIPAL_ID,
  FACT_PRINCIPAL_SUBJECT,
  FACT_SESSION_ID,
  FACT_TARGETING_KEY,
  FEATURE_BYTES,
  FEATURE_FLAG,
  FEATURE_FLAG_TRUE,
  GATE_FACT_COUNT,
  GATE_FACTS,
  GATE_FIRST_STEP,
  GATE_STEP_COUNT,
  KEY_OF_HOST,
  KEY_OF_KEY,
  KEY_OF_PRINCIPAL,
  KEY_OF_SUBJECT,
  KEY_OF_TENANT,
  LIMIT_NOT_INCLUDED,
  NO_FLAG,
  PLAN_BYTES,
  PLAN_NAME,
  PLAN_NONE,
  SLOT_FEATURE_BYTES,
  SLOT_FEATURE_STATE,
  STATE_ENABLED,
  STATE_EXHAUSTED,
  STATE_HIDDEN,
  STEP_A,
  STEP_B,
  STEP_BYTES,
  STEP_C,
  STEP_CREDENTIAL,
  STEP_D,
  STEP_E,
  STEP_FEATURE,
  STEP_FLAG,
  STEP_LIMIT,
  STEP_OP,
  STEP_PERMISSION,
  STEP_TENANT,
  TENANT_STATE_NONE,
  TENANT_STATE_PAST_DUE,
  TENANT_STATE_SUSPENDED,
} from '../shared/gate.ts'
import {
  PERMISSION_BITS_BYTES,
  PERMISSIONS_BITS,
  TENANT_LIMIT_HASH,
  TYPE_NONE,
} from '../shared/identity.ts'
import {
  LANE_GATE_CONTEXT,
  LANE_SEED,
  PART_COST,
  PART_HASH,
  PART_ID,
  SLOT_BYTES,
} from '../shared/layout.ts'
import { TOKENS_MAX } from '../shared/limit.ts'
import { ERROR_SHIFT, NO_VARIANT } from '../shared/outcome.ts'
import {
  FLAG_BYTES,
  HEADER_FEATURES,
  HEADER_FLAGS,
  HEADER_LIMITS,
  HEADER_PLANS,
  HEADER_STEPS,
  LIMIT_BYTES,
  LIMIT_ID,
} from '../shared/ruleset.ts'
import { STRING_BYTES, STRING_LENGTH } from '../shared/value.ts'
import { answerFeature, limitByPlan } from './feature.ts'
import { ownLimit } from './own-limit.ts'
import { isPermitted } from './permission.ts'
import { isUndefined } from './tenant.ts'

function tenantCode(answer: usize, tenant: usize, states: u32): i32 {
  const state = load<u32>(answer, ANSWER_TENANT_STATE)
  if (isUndefined(tenant)) return DECISION_TENANT_UNKNOWN
  if (((states >> state) & 1) != 0) return DECISION_ALLOWED
  if (state == TENANT_STATE_NONE) return DECISION_TENANT_REQUIRED
  if (state == TENANT_STATE_SUSPENDED) return DECISION_TENANT_SUSPENDED
  if (state == TENANT_STATE_PAST_DUE) return DECISION_TENANT_PAST_DUE
  return DECISION_TENANT_STATE
}

function credentialCode(answer: usize, types: u32): i32 {
  const type = load<u32>(answer, ANSWER_TYPE)
  if (((types >> type) & 1) != 0) return DECISION_ALLOWED
  return type == TYPE_NONE ? DECISION_CREDENTIAL_MISSING : DECISION_CREDENTIAL_TYPE
}

function permissionCode(ruleset: usize, answer: usize, step: usize): i32 {
  const set: usize = load<u32>(answer, ANSWER_PERMISSIONS)
  const half = usize(load<u32>(answer, ANSWER_VERSION) & 1) * PERMISSION_BITS_BYTES
  const bits: usize = set == 0 ? 0 : set + PERMISSIONS_BITS + half
  const isHeld = isPermitted(ruleset + load<u32>(step, STEP_A), load<u32>(step, STEP_B), bits)
  return isHeld ? DECISION_ALLOWED : DECISION_PERMISSION_DENIED
}

/** Whether the flag that can hide the feature is true. */
function isShown(lane: usize, ruleset: usize, feature: usize): bool {
  const index = load<u32>(feature, FEATURE_FLAG)
  if (index == u32(NO_FLAG)) return true
  const flag = ruleset + load<u32>(ruleset, HEADER_FLAGS) + usize(index) * FLAG_BYTES
  const word = outcomeOf(lane, ruleset, flag, load<u32>(lane, LANE_GATE_CONTEXT))
  const variant = word & NO_VARIANT
  if (word >>> ERROR_SHIFT != 0 || variant >= 64) return false
  return ((load<u64>(feature, FEATURE_FLAG_TRUE) >> u64(variant)) & 1) != 0
}

function featureCode(lane: usize, ruleset: usize, answer: usize, step: usize, tenant: usize): i32 {
  const index = load<u32>(step, STEP_A)
  const feature = ruleset + load<u32>(ruleset, HEADER_FEATURES) + usize(index) * FEATURE_BYTES
  const slot = answer + ANSWER_FEATURES + usize(load<u32>(step, STEP_B)) * SLOT_FEATURE_BYTES
  answerFeature(lane, ruleset, answer, feature, index, tenant, slot)
  if (!isShown(lane, ruleset, feature)) store<u32>(slot, STATE_HIDDEN, SLOT_FEATURE_STATE)
  const state = load<u32>(slot, SLOT_FEATURE_STATE)
  if (state == STATE_ENABLED || load<u32>(step, STEP_C) == 0) return DECISION_ALLOWED
  if (state == STATE_HIDDEN) return DECISION_FEATURE_HIDDEN
  return state == STATE_EXHAUSTED ? DECISION_FEATURE_EXHAUSTED : DECISION_FEATURE_LOCKED
}

function answerFlag(lane: usize, ruleset: usize, answer: usize, step: usize): void {
  const flag =
    ruleset + load<u32>(ruleset, HEADER_FLAGS) + usize(load<u32>(step, STEP_A)) * FLAG_BYTES
  const word = outcomeOf(lane, ruleset, flag, load<u32>(lane, LANE_GATE_CONTEXT))
  store<u32>(answer + ANSWER_FLAGS + usize(load<u32>(step, STEP_B)) * 4, word)
}

/** The string that a limit counts by; 0 if there is none. */
function keyText(answer: usize, source: u32): usize {
  const fact: usize =
    source == KEY_OF_PRINCIPAL
      ? FACT_PRINCIPAL_ID
      : source == KEY_OF_SUBJECT
        ? FACT_PRINCIPAL_SUBJECT
        : source == KEY_OF_KEY
          ? FACT_KEY_ID
          : FACT_SESSION_ID
  const value = load<u64>(answer + ANSWER_FACTS + fact * 8)
  return isString(value) ? pointerOf(value) : 0
}

/** Fills the part of a limit, but for what the host has written: the hash of a key that is not the credential's. */
function limitCode(
  lane: usize,
  ruleset: usize,
  answer: usize,
  step: usize,
  tenant: usize,
  cost: u32,
): i32 {
  const part = partOf(lane, load<u32>(step, STEP_E))
  const source = load<u32>(step, STEP_D)
  const plan = load<u32>(answer, ANSWER_PLAN)
  const base = load<u32>(step, STEP_A)
  let index = limitByPlan(ruleset, base, load<u32>(step, STEP_B), plan)
  if (index == u32(LIMIT_NOT_INCLUDED)) {
    // A tenant can have of its own what its plan does not.
    const isOwn = source == KEY_OF_TENANT && ownLimit(lane, ruleset, base, tenant) != 0
    if (!isOwn) return DECISION_QUOTA_NOT_INCLUDED
    index = base
  }
  const record = ruleset + load<u32>(ruleset, HEADER_LIMITS) + usize(index) * LIMIT_BYTES
  store<u32>(part, load<u32>(record, LIMIT_ID), PART_ID)
  const tokens = u64(load<u32>(step, STEP_C)) * u64(cost)
  store<u32>(part, u32(min<u64>(tokens, TOKENS_MAX)), PART_COST)
  if (source == KEY_OF_HOST) return DECISION_ALLOWED
  if (source == KEY_OF_TENANT) {
    if (tenant == 0) return DECISION_LIMIT_KEY_MISSING
    store<u64>(part, loadU64(tenant + TENANT_LIMIT_HASH), PART_HASH)
    return DECISION_ALLOWED
  }
  const text = keyText(answer, source)
  if (text == 0) return DECISION_LIMIT_KEY_MISSING
  const seed0 = load<u64>(lane, LANE_SEED)
  const seed1 = load<u64>(lane, LANE_SEED + 8)
  const length = load<u32>(text, STRING_LENGTH)
  store<u64>(part, siphash(seed0, seed1, text + STRING_BYTES, length), PART_HASH)
  return DECISION_ALLOWED
}

/** Puts what the credential says where the flags of the gate read attributes. */
export function placeFacts(lane: usize, ruleset: usize, answer: usize, gate: usize): void {
  const context: usize = load<u32>(lane, LANE_GATE_CONTEXT)
  let pair = ruleset + load<u32>(gate, GATE_FACTS)
  for (let rest = load<u32>(gate, GATE_FACT_COUNT); rest > 0; rest--) {
    const slot = context + usize(load<u16>(pair)) * SLOT_BYTES
    const fact: usize = load<u16>(pair, 2)
    // The context's own targeting key stands.
    if (fact != FACT_TARGETING_KEY || isNullish(load<u64>(slot))) {
      store<u64>(slot, load<u64>(answer + ANSWER_FACTS + fact * 8))
    }
    pair += 4
  }
}

export function planName(ruleset: usize, answer: usize): usize {
  const plan = load<u32>(answer, ANSWER_PLAN)
  if (plan == u32(PLAN_NONE)) return 0
  const record = ruleset + load<u32>(ruleset, HEADER_PLANS) + usize(plan) * PLAN_BYTES
  return ruleset + load<u32>(record, PLAN_NAME)
}

/** Runs the steps from `first` on, up to the first that fails: its code. Explained, each notes its own. */
export function runSteps(
  lane: usize,
  ruleset: usize,
  answer: usize,
  gate: usize,
  mode: u32,
  credential: i32,
  cost: u32,
  tenant: usize,
): i32 {
  const count = load<u32>(gate, GATE_STEP_COUNT)
  const isExplained = (mode & DECIDE_EXPLAIN) != 0
  let step =
    ruleset +
    load<u32>(ruleset, HEADER_STEPS) +
    usize(load<u32>(gate, GATE_FIRST_STEP)) * STEP_BYTES
  let decided: i32 = DECISION_ALLOWED
  for (let index: u32 = 0; index < count; index++) {
    let code: i32 = DECISION_ALLOWED
    switch (load<u32>(step, STEP_OP)) {
      case STEP_CREDENTIAL:
        code =
          credential != DECISION_ALLOWED
            ? credential
            : credentialCode(answer, load<u32>(step, STEP_A))
        break
      case STEP_TENANT:
        code = tenantCode(answer, tenant, load<u32>(step, STEP_A))
        break
      case STEP_PERMISSION:
        code = permissionCode(ruleset, answer, step)
        break
      case STEP_FEATURE:
        code = featureCode(lane, ruleset, answer, step, tenant)
        break
      case STEP_FLAG:
        answerFlag(lane, ruleset, answer, step)
        break
      case STEP_LIMIT:
        code = limitCode(lane, ruleset, answer, step, tenant, cost)
        break
    }
    if (isExplained) store<i32>(answer + ANSWER_VERDICTS + usize(index) * 4, code)
    if (code != DECISION_ALLOWED && decided == DECISION_ALLOWED) {
      decided = code
      store<u32>(answer, index, ANSWER_STEP)
      if (!isExplained) return decided
    }
    step += STEP_BYTES
  }
  if (decided == DECISION_ALLOWED) store<u32>(answer, count, ANSWER_STEP)
  return decided
}
