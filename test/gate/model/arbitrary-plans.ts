// Random features, plans and tenants.
import fc from 'fast-check'
import type { JsonValue } from '../../../src/config/types.ts'
import type { AddOn, Feature, Numbers, Plan, Row, Tenant } from './definition.ts'
import {
  FLAGS,
  LIMITS,
  NUMBERS,
  OWN_NUMBERS,
  optional,
  PLANS,
  periods,
  QUOTA,
  rare,
  record,
  times,
} from './names.ts'

// Features and plans.
export const gaugeValues = fc.constantFrom(0, 1, 3, 20)
const configValues: fc.Arbitrary<JsonValue> = fc.constantFrom(
  0,
  7,
  'long',
  false,
  ['a', 'b'],
  {
    days: 9,
  },
  null,
)
const countedValues = fc.constantFrom(0, 7, 90, 2.5, -3)
export const isCounted = (feature: Feature) => (feature.addOns ?? 'replace') !== 'replace'

const policies = fc.constantFrom(undefined, 'replace', 'sum', 'max')
const flagOf = fc.constantFrom(undefined, undefined, ...FLAGS)
export const features: fc.Arbitrary<Record<string, Feature>> = fc.record({
  sso: record<Feature>({
    type: fc.constant('boolean'),
    default: optional(fc.boolean()),
    flag: flagOf,
  }),
  seats: record<Feature>({
    type: fc.constant('gauge'),
    default: optional(gaugeValues),
    flag: flagOf,
    addOns: policies,
  }),
  retention: policies.chain(addOns =>
    record<Feature>({
      type: fc.constant('config'),
      default: optional(addOns === 'sum' || addOns === 'max' ? countedValues : configValues),
      flag: flagOf,
      addOns: fc.constant(addOns),
    }),
  ),
  calls: record<Feature>({
    type: fc.constant('metered'),
    flag: flagOf,
    quota: fc.constantFrom(QUOTA, 'per-key'),
  }),
})

/** Values of the features that plans, add-ons and overrides name. */
export function valuesOf(isNumbers: boolean) {
  return {
    sso: optional(fc.boolean()),
    seats: optional(gaugeValues),
    retention: optional(isNumbers ? countedValues : configValues),
  }
}
const ofRecord = (values: ReturnType<typeof valuesOf>) => record<Record<string, JsonValue>>(values)

const numbersOf = (names: readonly string[], numbers: Record<string, readonly Numbers[]>) =>
  record<Record<string, Numbers>>(
    Object.fromEntries(names.map(name => [name, rare(fc.constantFrom(...numbers[name]!))])),
  )

export const planOf = (isNumbers: boolean) =>
  record<Plan>({
    features: optional(ofRecord(valuesOf(isNumbers))),
    limits: optional(numbersOf(LIMITS, NUMBERS)),
    quotas: optional(numbersOf([QUOTA], NUMBERS)),
  })

// Tenants.
/** An object by itself would be the row. */
const rowOf = (values: fc.Arbitrary<JsonValue>): fc.Arbitrary<Row> =>
  fc.oneof(
    values.map(value => (typeof value === 'object' && value !== null ? { value } : value)),
    fc.tuple(values, periods).map(([value, period]) => ({ value, ...period })),
  )

/** What the rest of a config says of how a tenant can be. */
export interface TenantWorld {
  /** Whether the values of the config feature are counted. */
  isNumbers: boolean
  /** The limits that count by tenant: of these one can have numbers of its own. */
  own: readonly string[]
}

export function tenantOf({ isNumbers, own }: TenantWorld): fc.Arbitrary<Tenant> {
  const { sso, seats, retention } = valuesOf(isNumbers)
  const rows = record<Record<string, Row>>({
    sso: optional(rowOf(fc.boolean())),
    seats: optional(rowOf(gaugeValues)),
    retention: optional(rowOf(isNumbers ? countedValues : configValues)),
  })
  const addOn: fc.Arbitrary<AddOn> = fc
    .tuple(
      record<Omit<AddOn, 'from' | 'until'>>({
        features: ofRecord({ sso, seats, retention }),
        quantity: fc.constantFrom(undefined, 1, 2, 3),
      }),
      periods,
    )
    .map(([what, period]) => ({ ...what, ...period }))
  const ofPlan = fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    {
      weight: 3,
      arbitrary: record<Tenant>({
        plan: fc.constantFrom(...PLANS),
        planUntil: rare(times),
      }),
    },
  )
  const rest = record<Tenant>({
    state: fc.constantFrom(undefined, undefined, undefined, undefined, 'active', 'suspended'),
    trial: rare(fc.record({ plan: fc.constantFrom(...PLANS), until: times })),
    graceUntil: rare(times),
    overrides: optional(
      record<NonNullable<Tenant['overrides']>>({
        features: optional(rows),
        limits: rare(
          numbersOf(
            own.filter(name => name !== QUOTA),
            OWN_NUMBERS,
          ),
        ),
        quotas: rare(
          numbersOf(
            own.filter(name => name === QUOTA),
            OWN_NUMBERS,
          ),
        ),
      }),
    ),
    addOns: optional(fc.array(addOn, { maxLength: 3 })),
    used: fc.constantFrom(undefined, 0, 1, 3).map(seats => (seats === undefined ? {} : { seats })),
  })
  return fc.tuple(ofPlan, rest).map(([plan, others]) => ({ ...plan, ...others }))
}
