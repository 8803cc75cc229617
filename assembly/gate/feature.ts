// What a feature is worth to a tenant: its override, else its add-ons, else its plan's or trial's value, else the default;
// each in its time, and with its source.
import { loadU32 } from '../atomic.ts'
import {
  ADD_ONS_REPLACE,
  ADD_ONS_SUM,
  ANSWER_HEAP_END,
  ANSWER_PLAN,
  ANSWER_TIME,
  ANSWER_TRIAL_UNTIL,
  CELL_BYTES,
  CELL_TYPE,
  CELL_VALUE,
  FEATURE_ADD_ONS,
  FEATURE_BOOLEAN,
  FEATURE_BY_PLAN,
  FEATURE_BY_TENANT,
  FEATURE_DEFAULT,
  FEATURE_DEFAULT_TYPE,
  FEATURE_GAUGE,
  FEATURE_HASH,
  FEATURE_LIMIT,
  FEATURE_METERED,
  FEATURE_TYPE,
  LIMIT_NOT_INCLUDED,
  PLAN_BYTES,
  PLAN_CELLS,
  PLAN_NONE,
  SLOT_FEATURE_INDEX,
  SLOT_FEATURE_SOURCE,
  SLOT_FEATURE_STATE,
  SLOT_FEATURE_TEXT,
  SLOT_FEATURE_TYPE,
  SLOT_FEATURE_UNTIL,
  SLOT_FEATURE_USED,
  SLOT_FEATURE_VALUE,
  SOURCE_ADD_ON,
  SOURCE_DEFAULT,
  SOURCE_NONE,
  SOURCE_OVERRIDE,
  SOURCE_PLAN,
  SOURCE_TRIAL,
  STATE_ENABLED,
  STATE_EXHAUSTED,
  STATE_LOCKED,
  VALUE_BOOLEAN,
  VALUE_JSON,
  VALUE_NONE,
  VALUE_NULL,
  VALUE_NUMBER,
} from '../shared/gate.ts'
import {
  GAUGE_BYTES,
  GAUGE_FEATURE,
  GAUGE_USED,
  ROW_BYTES,
  ROW_FEATURE,
  ROW_FROM,
  ROW_MAX,
  ROW_QUANTITY,
  ROW_SOURCE,
  ROW_TYPE,
  ROW_UNTIL,
  ROW_VALUE,
  ROWS_COUNT,
  ROWS_FIRST,
  TENANT_GAUGES,
  TENANT_PLAN_UNTIL,
  TENANT_ROWS,
  VALUE_BYTES_MAX,
} from '../shared/identity.ts'
import { HEADER_LIMITS, HEADER_PLANS, LIMIT_BYTES, LIMIT_TOKENS } from '../shared/ruleset.ts'
import { STRING_BYTES, STRING_LENGTH } from '../shared/value.ts'
import { ownLimit } from './own-limit.ts'

function setValue(slot: usize, source: u32, type: u32, value: f64, until: f64): void {
  store<u32>(slot, source, SLOT_FEATURE_SOURCE)
  store<u32>(slot, type, SLOT_FEATURE_TYPE)
  store<f64>(slot, value, SLOT_FEATURE_VALUE)
  store<f64>(slot, until, SLOT_FEATURE_UNTIL)
}

/** The index of the record of the limit that a plan has for a base record; LIMIT_NOT_INCLUDED if it has none. */
export function limitByPlan(ruleset: usize, base: u32, table: u32, plan: u32): u32 {
  if (table == u32(LIMIT_NOT_INCLUDED)) return plan == u32(PLAN_NONE) ? table : base
  if (table == 0) return base
  // In front of those of the plans that of a tenant without one.
  const index: usize = plan == u32(PLAN_NONE) ? 0 : usize(plan) + 1
  return load<u32>(ruleset + table + index * 4)
}

/** The value of plan, trial or default. */
function setBase(
  lane: usize,
  ruleset: usize,
  answer: usize,
  feature: usize,
  index: u32,
  tenant: usize,
  slot: usize,
): void {
  const plan = load<u32>(answer, ANSWER_PLAN)
  // Who is suspended can be on trial too.
  const isTrial = load<f64>(answer, ANSWER_TIME) < load<f64>(answer, ANSWER_TRIAL_UNTIL)
  const source: u32 = isTrial ? SOURCE_TRIAL : SOURCE_PLAN
  let until = Infinity
  if (tenant != 0) {
    until = isTrial ? load<f64>(answer, ANSWER_TRIAL_UNTIL) : load<f64>(tenant, TENANT_PLAN_UNTIL)
  }
  if (load<u32>(feature, FEATURE_TYPE) == FEATURE_METERED) {
    const base = load<u32>(feature, FEATURE_LIMIT)
    const isByTenant = load<u32>(feature, FEATURE_BY_TENANT) != 0
    const own = isByTenant ? ownLimit(lane, ruleset, base, tenant) : 0
    if (own != 0) {
      setValue(slot, SOURCE_OVERRIDE, VALUE_NUMBER, f64(load<u32>(own, LIMIT_TOKENS)), Infinity)
      return
    }
    const limit = limitByPlan(ruleset, base, load<u32>(feature, FEATURE_BY_PLAN), plan)
    if (limit == u32(LIMIT_NOT_INCLUDED)) {
      setValue(slot, SOURCE_NONE, VALUE_NONE, 0, Infinity)
      return
    }
    const record = ruleset + load<u32>(ruleset, HEADER_LIMITS) + usize(limit) * LIMIT_BYTES
    const tokens = f64(load<u32>(record, LIMIT_TOKENS))
    if (limit == base) setValue(slot, SOURCE_DEFAULT, VALUE_NUMBER, tokens, Infinity)
    else setValue(slot, source, VALUE_NUMBER, tokens, until)
    return
  }
  if (plan != u32(PLAN_NONE)) {
    const record = ruleset + load<u32>(ruleset, HEADER_PLANS) + usize(plan) * PLAN_BYTES
    const cell = ruleset + load<u32>(record, PLAN_CELLS) + usize(index) * CELL_BYTES
    const type = load<u32>(cell, CELL_TYPE)
    if (type != VALUE_NONE) {
      setValue(slot, source, type, load<f64>(cell, CELL_VALUE), until)
      return
    }
  }
  const type = load<u32>(feature, FEATURE_DEFAULT_TYPE)
  if (type == VALUE_NONE) setValue(slot, SOURCE_NONE, VALUE_NONE, 0, Infinity)
  else setValue(slot, SOURCE_DEFAULT, type, load<f64>(feature, FEATURE_DEFAULT), Infinity)
}

function copyJson(slot: usize, source: usize, end: usize): void {
  if (source > end - STRING_BYTES - VALUE_BYTES_MAX) return
  const length = min<u32>(load<u32>(source, STRING_LENGTH), VALUE_BYTES_MAX)
  store<u32>(slot, length, SLOT_FEATURE_TEXT + STRING_LENGTH)
  memory.copy(slot + SLOT_FEATURE_TEXT + STRING_BYTES, source + STRING_BYTES, length)
}

function setRow(slot: usize, source: u32, row: usize, value: f64, end: usize): void {
  const type: u32 = load<u16>(row, ROW_TYPE)
  setValue(slot, source, type, value, load<f64>(row, ROW_UNTIL))
  if (type == VALUE_JSON) copyJson(slot, usize(load<u32>(row, ROW_VALUE)), end)
}

/** The first override that is valid, or else what the valid add-ons make of the value below them. */
function setOwn(rows: usize, feature: usize, slot: usize, answer: usize): void {
  const time = load<f64>(answer, ANSWER_TIME)
  const end: usize = load<u32>(answer, ANSWER_HEAP_END)
  const hash = load<u64>(feature, FEATURE_HASH)
  const policy = load<u32>(feature, FEATURE_ADD_ONS)
  const count = min<u32>(load<u32>(rows, ROWS_COUNT), ROW_MAX)
  for (let index: u32 = 0; index < count; index++) {
    const row = rows + ROWS_FIRST + usize(index) * ROW_BYTES
    if (load<u64>(row, ROW_FEATURE) != hash) continue
    if (!(load<f64>(row, ROW_FROM) <= time && time < load<f64>(row, ROW_UNTIL))) continue
    const source: u32 = load<u16>(row, ROW_SOURCE)
    const value = load<f64>(row, ROW_VALUE)
    if (source == SOURCE_OVERRIDE) {
      setRow(slot, SOURCE_OVERRIDE, row, value, end)
      return
    }
    const isNumber = u32(load<u16>(row, ROW_TYPE)) == VALUE_NUMBER
    if (!isNumber || policy == ADD_ONS_REPLACE) {
      setRow(slot, SOURCE_ADD_ON, row, value, end)
      continue
    }
    const isBaseNumber = load<u32>(slot, SLOT_FEATURE_TYPE) == VALUE_NUMBER
    const base = isBaseNumber ? load<f64>(slot, SLOT_FEATURE_VALUE) : 0
    const until = min<f64>(load<f64>(slot, SLOT_FEATURE_UNTIL), load<f64>(row, ROW_UNTIL))
    const quantity = f64(load<u32>(row, ROW_QUANTITY))
    const sum =
      policy == ADD_ONS_SUM ? base + value * quantity : isBaseNumber ? max<f64>(base, value) : value
    setValue(slot, SOURCE_ADD_ON, VALUE_NUMBER, sum, until)
  }
}

function usedOf(tenant: usize, feature: usize): f64 {
  const gauges: usize = loadU32(tenant + TENANT_GAUGES)
  if (gauges == 0) return 0
  const hash = load<u64>(feature, FEATURE_HASH)
  const count = min<u32>(load<u32>(gauges, ROWS_COUNT), ROW_MAX)
  for (let index: u32 = 0; index < count; index++) {
    const gauge = gauges + ROWS_FIRST + usize(index) * GAUGE_BYTES
    if (load<u64>(gauge, GAUGE_FEATURE) == hash) return load<f64>(gauge, GAUGE_USED)
  }
  return 0
}

/** Locked is what gives nothing: no value, false, null, and a gauge of 0. */
function stateOf(slot: usize, featureType: u32, used: f64): u32 {
  const type = load<u32>(slot, SLOT_FEATURE_TYPE)
  const value = load<f64>(slot, SLOT_FEATURE_VALUE)
  if (type == VALUE_NONE || type == VALUE_NULL) return STATE_LOCKED
  if (type == VALUE_BOOLEAN && featureType == FEATURE_BOOLEAN && value == 0) return STATE_LOCKED
  if (featureType != FEATURE_GAUGE) return STATE_ENABLED
  if (!(value > 0)) return STATE_LOCKED
  return used >= value ? STATE_EXHAUSTED : STATE_ENABLED
}

/** Fills the slot of a feature, but for whether its flag hides it. `tenant` is an address; 0 for none. */
export function answerFeature(
  lane: usize,
  ruleset: usize,
  answer: usize,
  feature: usize,
  index: u32,
  tenant: usize,
  slot: usize,
): void {
  const type = load<u32>(feature, FEATURE_TYPE)
  store<u32>(slot, index, SLOT_FEATURE_INDEX)
  setBase(lane, ruleset, answer, feature, index, tenant, slot)
  let used: f64 = 0
  if (tenant != 0) {
    const rows: usize = loadU32(tenant + TENANT_ROWS)
    if (rows != 0) setOwn(rows, feature, slot, answer)
    if (type == FEATURE_GAUGE) used = usedOf(tenant, feature)
  }
  store<f64>(slot, used, SLOT_FEATURE_USED)
  store<u32>(slot, stateOf(slot, type, used), SLOT_FEATURE_STATE)
}
