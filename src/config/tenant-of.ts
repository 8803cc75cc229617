// One tenant: the checks of what a config, a file of tenants or a caller says of it.
import {
  tenantAddOnsMax,
  tenantIdBytesMax,
  tenantValueBytesMax,
  tenantValuesMax,
  wholeMax,
} from './bounds.ts'
import { Faults, type Unchecked } from './faults.ts'
import type { Read } from './key-of.ts'
import {
  type AddOnDefinition,
  emptyRecord,
  type FeatureRow,
  type JsonValue,
  type LimitNumbers,
  type Path,
  type TenantDefinition,
} from './types.ts'

const properties = [
  'plan',
  'planUntil',
  'state',
  'trial',
  'graceUntil',
  'overrides',
  'addOns',
  'used',
]
const propertiesWithId = ['id', ...properties]
const states = ['active', 'suspended'] as const
const namesBytesMax = 1024
const numbersForm =
  'a rate such as 100/s, a whole number from 1 to 2147483647, or an object with what differs'

/**
 * Reads one tenant. May throw what a getter of the value throws.
 *
 * @param id where it is not a property of the value
 */
export function readTenant(
  value: unknown,
  path: Path,
  subject: string,
  id?: string,
): Read<TenantDefinition> {
  const faults = new TenantFaults(path, subject)
  if (!faults.object(value, id === undefined ? propertiesWithId : properties)) return faults
  const definition: TenantDefinition = {
    id: '',
    state: 'active',
    overrides: { features: emptyRecord(), limits: emptyRecord(), quotas: emptyRecord() },
    addOns: [],
    used: emptyRecord(),
  }
  const { overrides, addOns, used } = value
  const ownId = id ?? value.id
  if (ownId === undefined) faults.missing('id')
  else if (faults.text(ownId, tenantIdBytesMax, ...(id === undefined ? ['id'] : []))) {
    definition.id = ownId
  }
  faults.subscription(value, definition)
  if (overrides !== undefined) faults.overrides(overrides, definition)
  if (addOns !== undefined && faults.list(addOns, tenantAddOnsMax, 'addOns')) {
    for (let index = 0; index < addOns.length; index++)
      faults.addOn(addOns[index], index, definition)
  }
  faults.count(definition)
  if (used !== undefined) {
    for (const [name, count] of faults.entries(used, 'used')) {
      if (typeof count === 'number' && count >= 0 && Number.isFinite(count)) {
        definition.used[name] = count
      } else faults.mustBe('SCHEMA_RANGE', ['used', name], 'a number of 0 or more', count)
    }
  }
  return faults.findings.length > 0 ? faults : { definition }
}

class TenantFaults extends Faults {
  /** What it bought, and what became of that. */
  subscription(value: Unchecked, definition: TenantDefinition): void {
    const { plan, planUntil, state = 'active', trial, graceUntil } = value
    if (plan !== undefined && this.text(plan, namesBytesMax, 'plan')) definition.plan = plan
    if (planUntil !== undefined) {
      if (plan === undefined) this.missing('plan')
      const planUntilMs = this.date(planUntil, 'planUntil')
      if (planUntilMs !== undefined) definition.planUntilMs = planUntilMs
    }
    if (this.word(state, states, 'state')) definition.state = state
    if (trial !== undefined && this.object(trial, ['plan', 'until'], 'trial')) {
      if (trial.plan === undefined) this.missing('plan', 'trial')
      if (trial.until === undefined) this.missing('until', 'trial')
      const isPlan =
        trial.plan !== undefined && this.text(trial.plan, namesBytesMax, 'trial', 'plan')
      const until = trial.until === undefined ? undefined : this.date(trial.until, 'trial', 'until')
      if (isPlan && until !== undefined) {
        definition.trial = { plan: String(trial.plan), untilMs: until }
      }
    }
    if (graceUntil !== undefined) {
      const graceUntilMs = this.date(graceUntil, 'graceUntil')
      if (graceUntilMs !== undefined) definition.graceUntilMs = graceUntilMs
    }
  }

  overrides(value: unknown, { overrides }: TenantDefinition): void {
    if (!this.object(value, ['features', 'limits', 'quotas'], 'overrides')) return
    if (value.features !== undefined) {
      for (const [name, row] of this.entries(value.features, 'overrides', 'features')) {
        const read = this.row(row, 'overrides', 'features', name)
        if (read !== undefined) overrides.features[name] = read
      }
    }
    for (const section of ['limits', 'quotas'] as const) {
      if (value[section] === undefined) continue
      for (const [name, numbers] of this.entries(value[section], 'overrides', section)) {
        const read = this.numbers(numbers, 'overrides', section, name)
        if (read !== undefined) overrides[section][name] = read
      }
    }
  }

  addOn(value: unknown, index: number, { addOns }: TenantDefinition): void {
    const at = ['addOns', index]
    if (!this.object(value, ['features', 'quantity', 'from', 'until'], ...at)) return
    const { features, quantity = 1 } = value
    if (features === undefined) this.missing('features', ...at)
    const own: Record<string, JsonValue> = emptyRecord()
    const entries = features === undefined ? [] : this.entries(features, ...at, 'features')
    for (const [name, given] of entries) {
      const copy = this.value(given, ...at, 'features', name)
      if (copy !== undefined) own[name] = copy
    }
    if (!isWhole(quantity)) {
      const form = `a whole number from 1 to ${wholeMax}`
      this.mustBe('SCHEMA_RANGE', [...at, 'quantity'], form, quantity)
    }
    const times = this.times(value, ...at)
    const addOn: AddOnDefinition = {
      features: own,
      quantity: isWhole(quantity) ? quantity : 1,
      ...times,
    }
    addOns.push(addOn)
  }

  /** No more values than a tenant's record can have. */
  count({ overrides, addOns }: TenantDefinition): void {
    const lists = [overrides.features, ...addOns.map(({ features }) => features)]
    const count = lists.reduce((sum, features) => sum + Object.keys(features).length, 0)
    if (count <= tenantValuesMax) return
    const message = `${this.subject([])} has too many values of features, with those of its add-ons`
    this.add('SCHEMA_LENGTH', message, [], `at most ${tenantValuesMax} values`, String(count))
  }

  /** A value of a feature. */
  value(given: unknown, ...at: Path): JsonValue | undefined {
    const own = this.json(given, ...at)
    if (own === undefined || isScalar(own)) return own
    const bytes = Buffer.byteLength(JSON.stringify(own))
    if (bytes <= tenantValueBytesMax) return own
    const form = `at most ${tenantValueBytesMax} bytes as JSON`
    this.add('SCHEMA_LENGTH', `${this.subject(at)} is too long`, at, form, `${bytes} bytes`)
    return undefined
  }

  /** A value by itself, or an object with it. */
  row(value: unknown, ...at: Path): FeatureRow | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const own = this.value(value, ...at)
      return own === undefined ? undefined : { value: own, fromMs: null, untilMs: null }
    }
    if (!('value' in value) || value.value === undefined) {
      const message = `${this.subject(at)} lacks 'value': write an object as { value: { ... } }`
      const found = 'an object without it'
      this.add('SCHEMA_REQUIRED', message, at, "a property 'value'", found, 'key')
      return undefined
    }
    if (!this.object(value, ['value', 'from', 'until'], ...at)) return undefined
    const own = this.value(value.value, ...at, 'value')
    const times = this.times(value, ...at)
    return own === undefined ? undefined : { value: own, ...times }
  }

  times(
    { from, until }: Unchecked,
    ...at: Path
  ): { fromMs: number | null; untilMs: number | null } {
    const fromMs = from === undefined ? null : (this.date(from, ...at, 'from') ?? null)
    const untilMs = until === undefined ? null : (this.date(until, ...at, 'until') ?? null)
    if (fromMs !== null && untilMs !== null && fromMs >= untilMs) {
      const message = "'until' must be later than 'from'"
      const expected = `a time after ${new Date(fromMs).toISOString()}`
      const found = new Date(untilMs).toISOString()
      this.add('PERIOD_EMPTY', message, [...at, 'until'], expected, found)
    }
    return { fromMs, untilMs }
  }

  /** The properties of an object, whose names are the user's words. */
  entries(value: unknown, ...at: Path): [string, unknown][] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.mustBe('SCHEMA_TYPE', at, 'an object', value)
      return []
    }
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return entries.filter(([name]) => {
      if (name !== '') return true
      const message = `a name in ${this.subject(at)} is empty`
      this.add('SCHEMA_NAME_EMPTY', message, [...at, ''], 'a name', '""', 'key')
      return false
    })
  }

  /** What a limit can be given: its shape. Whether the limit has such a thing, `checkNumbers` says. */
  numbers(value: unknown, ...at: Path): LimitNumbers | undefined {
    if (typeof value === 'string') return value
    if (typeof value === 'number') {
      if (isWhole(value)) return value
      this.mustBe('SCHEMA_RANGE', at, numbersForm, value)
      return undefined
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.mustBe('SCHEMA_TYPE', at, numbersForm, value)
      return undefined
    }
    if (!this.object(value, ['rate', 'burst', 'limit', 'anchor'], ...at)) return undefined
    const own: Exclude<LimitNumbers, string | number> = {}
    for (const name of ['rate', 'anchor'] as const) {
      const text = value[name]
      if (typeof text === 'string') own[name] = text
      else if (text !== undefined) this.mustBe('SCHEMA_TYPE', [...at, name], 'a string', text)
    }
    for (const name of ['burst', 'limit'] as const) {
      const count = value[name]
      const form = `a whole number from 1 to ${wholeMax}`
      if (isWhole(count)) own[name] = count
      else if (count !== undefined) this.mustBe('SCHEMA_RANGE', [...at, name], form, count)
    }
    if (Object.keys(value).length === 0) {
      this.add(
        'SCHEMA_LENGTH',
        `${this.subject(at)} is empty`,
        at,
        'at least one',
        'an empty object',
      )
    }
    return own
  }
}

function isScalar(value: JsonValue): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean'
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= wholeMax
}
