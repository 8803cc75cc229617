// Whether the plans, features and gates of a ruleset are ones that decisions can run on: every index inside its table,
// every slot inside the answer, every permission's code within its stack. Part of the verifier (flags/verify.ts).
import { isInData, isStringAt } from '../flags/verify.ts'
import {
  ADD_ONS_MAX,
  CELL_BYTES,
  CELL_TYPE,
  FACT_COUNT,
  FEATURE_ADD_ONS,
  FEATURE_BY_PLAN,
  FEATURE_BYTES,
  FEATURE_DEFAULT_TYPE,
  FEATURE_FLAG,
  FEATURE_LIMIT,
  FEATURE_METERED,
  FEATURE_NAME,
  FEATURE_TYPE,
  GATE_ATTRIBUTE_COUNT,
  GATE_ATTRIBUTES,
  GATE_BYTES,
  GATE_DETAILS,
  GATE_FACT_COUNT,
  GATE_FACTS,
  GATE_FEATURE_COUNT,
  GATE_FEATURE_MAX,
  GATE_FIRST_STEP,
  GATE_FLAG_COUNT,
  GATE_FLAG_MAX,
  GATE_LIMIT_COUNT,
  GATE_NAME,
  GATE_STEP_COUNT,
  KEY_OF_SESSION,
  LIMIT_NOT_INCLUDED,
  NO_FLAG,
  PERMISSION_AND,
  PERMISSION_COUNT_MASK,
  PERMISSION_DEPTH_MAX,
  PERMISSION_OR,
  PLAN_BYTES,
  PLAN_CELLS,
  PLAN_HASH,
  PLAN_NAME,
  STEP_A,
  STEP_B,
  STEP_BYTES,
  STEP_CREDENTIAL,
  STEP_D,
  STEP_E,
  STEP_FEATURE,
  STEP_FLAG,
  STEP_LIMIT,
  STEP_MAX,
  STEP_OP,
  STEP_PERMISSION,
  STEP_TENANT,
  VALUE_NULL,
} from '../shared/gate.ts'
import { PERMISSION_MAX } from '../shared/identity.ts'
import { PART_MAX } from '../shared/layout.ts'
import { VERIFY_GATE, VERIFY_OK, VERIFY_STRING } from '../shared/outcome.ts'
import {
  FLAG_ATTRIBUTE_BYTES,
  HEADER_ATTRIBUTE_COUNT,
  HEADER_FEATURE_COUNT,
  HEADER_FEATURES,
  HEADER_FLAG_COUNT,
  HEADER_GATE_COUNT,
  HEADER_GATES,
  HEADER_IDENTITY,
  HEADER_LIMIT_COUNT,
  HEADER_PERMISSION_COUNT,
  HEADER_PERMISSIONS,
  HEADER_PLAN_COUNT,
  HEADER_PLANS,
  HEADER_STEP_COUNT,
  HEADER_STEPS,
} from '../shared/ruleset.ts'

function verifyPlans(ruleset: usize): u32 {
  let plan = ruleset + load<u32>(ruleset, HEADER_PLANS)
  const features = load<u32>(ruleset, HEADER_FEATURE_COUNT)
  let hash: u64 = 0
  for (let rest = load<u32>(ruleset, HEADER_PLAN_COUNT); rest > 0; rest--) {
    if (!isStringAt(ruleset, load<u32>(plan, PLAN_NAME))) return VERIFY_STRING
    // In ascending order, which makes them distinct; 0 says that there is no plan.
    if (load<u64>(plan, PLAN_HASH) <= hash) return VERIFY_GATE
    hash = load<u64>(plan, PLAN_HASH)
    const cells = load<u32>(plan, PLAN_CELLS)
    if (!isInData(ruleset, cells, u64(features) * CELL_BYTES)) return VERIFY_GATE
    for (let index: u32 = 0; index < features; index++) {
      const cell = ruleset + cells + usize(index) * CELL_BYTES
      if (load<u32>(cell, CELL_TYPE) > u32(VALUE_NULL)) return VERIFY_GATE
    }
    plan += PLAN_BYTES
  }
  return VERIFY_OK
}

/** Whether a base record and a table by plan name records of limits. */
function isLimitTable(ruleset: usize, base: u32, table: u32): bool {
  const limits = load<u32>(ruleset, HEADER_LIMIT_COUNT)
  if (base >= limits) return false
  if (table == 0 || table == u32(LIMIT_NOT_INCLUDED)) return true
  const count = load<u32>(ruleset, HEADER_PLAN_COUNT) + 1
  if (!isInData(ruleset, table, u64(count) * 4)) return false
  for (let index: u32 = 0; index < count; index++) {
    const limit = load<u32>(ruleset + table + usize(index) * 4)
    if (limit >= limits && limit != u32(LIMIT_NOT_INCLUDED)) return false
  }
  return true
}

function verifyFeatures(ruleset: usize): u32 {
  let feature = ruleset + load<u32>(ruleset, HEADER_FEATURES)
  for (let rest = load<u32>(ruleset, HEADER_FEATURE_COUNT); rest > 0; rest--) {
    if (!isStringAt(ruleset, load<u32>(feature, FEATURE_NAME))) return VERIFY_STRING
    const type = load<u32>(feature, FEATURE_TYPE)
    if (type > u32(FEATURE_METERED)) return VERIFY_GATE
    if (load<u32>(feature, FEATURE_DEFAULT_TYPE) > u32(VALUE_NULL)) return VERIFY_GATE
    if (load<u32>(feature, FEATURE_ADD_ONS) > u32(ADD_ONS_MAX)) return VERIFY_GATE
    const flag = load<u32>(feature, FEATURE_FLAG)
    if (flag >= load<u32>(ruleset, HEADER_FLAG_COUNT) && flag != u32(NO_FLAG)) return VERIFY_GATE
    const table = load<u32>(feature, FEATURE_BY_PLAN)
    const isMetered = type == FEATURE_METERED
    if (isMetered && !isLimitTable(ruleset, load<u32>(feature, FEATURE_LIMIT), table))
      return VERIFY_GATE
    feature += FEATURE_BYTES
  }
  return VERIFY_OK
}

function verifyPermissions(ruleset: usize): u32 {
  const count = load<u32>(ruleset, HEADER_PERMISSION_COUNT)
  if (count > u32(PERMISSION_MAX)) return VERIFY_GATE
  const first = ruleset + load<u32>(ruleset, HEADER_PERMISSIONS)
  for (let index: u32 = 0; index < count; index++) {
    if (!isStringAt(ruleset, load<u32>(first + usize(index) * 4))) return VERIFY_STRING
  }
  return VERIFY_OK
}

/** Whether an expression's code leaves one boolean, and never has more than fit in a word. */
function isPermissionCode(ruleset: usize, offset: u32, count: u32): bool {
  if (!isInData(ruleset, offset, u64(count) * 2)) return false
  const bits = load<u32>(ruleset, HEADER_PERMISSION_COUNT)
  let depth: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    const word: u32 = load<u16>(ruleset + offset + usize(index) * 2)
    const operator = word & (PERMISSION_AND | PERMISSION_OR)
    if (operator == 0) {
      if (word >= bits || ++depth > u32(PERMISSION_DEPTH_MAX)) return false
      continue
    }
    const parts = word & u32(PERMISSION_COUNT_MASK)
    if (operator == (PERMISSION_AND | PERMISSION_OR) || (word & 0x3c00) != 0) return false
    if (parts == 0 || parts > depth) return false
    depth -= parts - 1
  }
  return depth == 1
}

function isStep(ruleset: usize, gate: usize, step: usize): bool {
  const a = load<u32>(step, STEP_A)
  const b = load<u32>(step, STEP_B)
  switch (load<u32>(step, STEP_OP)) {
    case STEP_CREDENTIAL:
    case STEP_TENANT:
      return true
    case STEP_PERMISSION:
      return isPermissionCode(ruleset, a, b)
    case STEP_FEATURE:
      return a < load<u32>(ruleset, HEADER_FEATURE_COUNT) && b < load<u32>(gate, GATE_FEATURE_COUNT)
    case STEP_FLAG:
      return a < load<u32>(ruleset, HEADER_FLAG_COUNT) && b < load<u32>(gate, GATE_FLAG_COUNT)
    case STEP_LIMIT:
      return isLimitTable(ruleset, a, b) && load<u32>(step, STEP_D) <= u32(KEY_OF_SESSION)
  }
  return false
}

/** Limits are the last steps, and fill the parts in their order. */
function areSteps(ruleset: usize, gate: usize): bool {
  const first = load<u32>(gate, GATE_FIRST_STEP)
  const count = load<u32>(gate, GATE_STEP_COUNT)
  const limits = load<u32>(gate, GATE_LIMIT_COUNT)
  if (count > u32(STEP_MAX) || limits > u32(PART_MAX) || limits > count) return false
  if (u64(first) + u64(count) > u64(load<u32>(ruleset, HEADER_STEP_COUNT))) return false
  let step = ruleset + load<u32>(ruleset, HEADER_STEPS) + usize(first) * STEP_BYTES
  for (let index: u32 = 0; index < count; index++) {
    if (!isStep(ruleset, gate, step)) return false
    const isLimit = load<u32>(step, STEP_OP) == STEP_LIMIT
    if (isLimit != index >= count - limits) return false
    if (isLimit && load<u32>(step, STEP_E) != index - (count - limits)) return false
    step += STEP_BYTES
  }
  return true
}

function isAttributeList(ruleset: usize, offset: u32, count: u32): bool {
  if (!isInData(ruleset, offset, u64(count) * FLAG_ATTRIBUTE_BYTES)) return false
  for (let index: u32 = 0; index < count; index++) {
    const attribute: u32 = load<u16>(ruleset + offset + usize(index) * FLAG_ATTRIBUTE_BYTES)
    if (attribute >= load<u32>(ruleset, HEADER_ATTRIBUTE_COUNT)) return false
  }
  return true
}

function areFacts(ruleset: usize, gate: usize): bool {
  const offset = load<u32>(gate, GATE_FACTS)
  const count = load<u32>(gate, GATE_FACT_COUNT)
  if (!isAttributeList(ruleset, offset, count)) return false
  for (let index: u32 = 0; index < count; index++) {
    if (u32(load<u16>(ruleset + offset + usize(index) * 4, 2)) >= u32(FACT_COUNT)) return false
  }
  return true
}

function verifyGate(ruleset: usize, gate: usize): u32 {
  if (!isStringAt(ruleset, load<u32>(gate, GATE_NAME))) return VERIFY_STRING
  if (!isStringAt(ruleset, load<u32>(gate, GATE_DETAILS))) return VERIFY_STRING
  if (load<u32>(gate, GATE_FEATURE_COUNT) > u32(GATE_FEATURE_MAX)) return VERIFY_GATE
  if (load<u32>(gate, GATE_FLAG_COUNT) > u32(GATE_FLAG_MAX)) return VERIFY_GATE
  const attributes = load<u32>(gate, GATE_ATTRIBUTES)
  if (!isAttributeList(ruleset, attributes, load<u32>(gate, GATE_ATTRIBUTE_COUNT)))
    return VERIFY_GATE
  return areFacts(ruleset, gate) && areSteps(ruleset, gate) ? VERIFY_OK : VERIFY_GATE
}

export function verifyGates(ruleset: usize): u32 {
  if (!isStringAt(ruleset, load<u32>(ruleset, HEADER_IDENTITY))) return VERIFY_STRING
  let code = verifyPlans(ruleset)
  if (code == VERIFY_OK) code = verifyFeatures(ruleset)
  if (code == VERIFY_OK) code = verifyPermissions(ruleset)
  let gate = ruleset + load<u32>(ruleset, HEADER_GATES)
  for (let rest = load<u32>(ruleset, HEADER_GATE_COUNT); rest > 0 && code == VERIFY_OK; rest--) {
    code = verifyGate(ruleset, gate)
    gate += GATE_BYTES
  }
  return code
}
