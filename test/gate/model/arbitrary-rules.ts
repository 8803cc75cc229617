// Random flags and limits, with targeting and keys of what the credential says, and of what the caller says in its place.
import fc from 'fast-check'
import type { FlagDefinition, JsonValue, LimitDefinition } from '../../../src/config/types.ts'
import { optional, record } from './names.ts'

// Flags: by facts, by shares of them, by what the caller says at the same path.
const VARIANTS = [
  { on: true, off: false, other: false },
  { on: true, off: false, other: false },
  { on: 'yes', off: 'no', other: 'perhaps' },
]
const FACTS = ['tenant.plan', 'tenant.state', 'tenant.id', 'principal.type', 'principal.subject']
const comparisons = fc.oneof(
  fc.tuple(fc.constantFrom(...FACTS), fc.constantFrom('pro', 'trial', 't1', 'key', 'ann', null)),
  fc.tuple(fc.constantFrom('key.environment', 'key.id', 'session.id'), fc.constantFrom('live', '')),
  fc.tuple(fc.constantFrom('country', 'tenant.size', 'targetingKey'), fc.constantFrom('de', 'ann')),
)
const targeting = fc.oneof<fc.Arbitrary<JsonValue>[]>(
  comparisons.map(([path, value]) => ({ if: [{ '==': [{ var: path }, value] }, 'on', 'off'] })),
  fc.constantFrom(...FACTS, 'targetingKey').map(path => ({
    fractional: [{ cat: ['x', { var: path }] }, ['on', 40], ['off', 60]],
  })),
  fc.constant({ if: [{ in: [{ var: 'principal.id' }, ['nobody', 'legacy-4']] }, 'other'] }),
)
export const flags: fc.Arbitrary<FlagDefinition> = record({
  state: fc.constantFrom('ENABLED', 'ENABLED', 'ENABLED', 'DISABLED'),
  variants: fc.constantFrom(...VARIANTS),
  defaultVariant: fc.constantFrom('on', 'off', null),
  targeting: optional(targeting),
  metadata: optional(fc.constant({ owner: 'tests' })),
})

// Limits: of each kind that a decision takes from, by facts and by what the caller says.
export const limitKeys = fc.constantFrom<NonNullable<LimitDefinition['key']>[]>(
  'tenant.id',
  'tenant.id',
  'tenant.id',
  'principal.id',
  'principal.id',
  'principal.id',
  'key.id',
  'principal.subject',
  'country',
  'targetingKey',
  ['tenant.id', 'country'],
  ['tenant.plan', 'key.id'],
  [{ ip: 'ip' }],
)
const changes = fc.oneof(
  { weight: 4, arbitrary: fc.constant('used' as const) },
  { weight: 2, arbitrary: fc.constantFrom('as-is' as const, 'proportional' as const) },
)
const shadow = fc.constantFrom(undefined, undefined, undefined, true)
export const limits = fc.record({
  'per-key': record<LimitDefinition>({
    rate: fc.constantFrom('2/s', '10/min'),
    burst: fc.constantFrom(undefined, 2, 5),
    key: limitKeys,
    change: optional(changes),
    shadow,
  }),
  'per-tenant': record<LimitDefinition>({
    algorithm: fc.constantFrom('fixed-window' as const, 'sliding-window' as const),
    rate: fc.constantFrom('3/s', '8/min'),
    key: limitKeys,
    change: optional(changes),
  }),
  'per-caller': record<LimitDefinition>({
    algorithm: fc.constant('sliding-log' as const),
    rate: fc.constantFrom('3/s', '6/min'),
    key: limitKeys,
    shadow,
  }),
})
