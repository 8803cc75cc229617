// Random keys, and gates that ask about what they have.
import fc from 'fast-check'
import type { TenantState } from '../../../src/gate/types.ts'
import { HASH_FORMS, hashOf } from './credentials.ts'
import type { Gate, Key } from './definition.ts'
import {
  FEATURES,
  FLAGS,
  LIMITS,
  optional,
  QUOTA,
  ROLES,
  rare,
  record,
  SUBJECTS,
  some,
  TENANTS,
  times,
} from './names.ts'
import { KEY_SLOTS } from './world.ts'

// Credentials.
const permissionNames = [
  'orders:read',
  'orders:write',
  'billing:read',
  'billing:write',
  'users:admin',
]
export const grants = [...permissionNames, 'orders:*', '*:read', '*']
const keyParts = {
  tenant: optional(fc.constantFrom('t1', 't1', 't1', 't2', 't2', ...TENANTS)),
  subject: optional(fc.constantFrom(...SUBJECTS)),
  roles: optional(some([...ROLES, 'unknown'], 2)),
  permissions: optional(some(grants, 2)),
}

/** What a key can be, but for who it is. */
export const keyOf: fc.Arbitrary<Omit<Key, 'id' | 'hash'>> = record<Omit<Key, 'id' | 'hash'>>({
  ...keyParts,
  expires: rare(times),
  state: rare(fc.constantFrom('active', 'disabled', 'revoked')),
  rotated: rare(times.map(graceUntil => ({ to: KEY_SLOTS[0]!.id, graceUntil }))),
  networks: rare(fc.constantFrom(['10.0.0.0/8'], ['2001:db8::/32', '192.0.2.7'])),
})
export const callerOf = record<Pick<Key, 'tenant' | 'subject' | 'roles' | 'permissions'>>(keyParts)

/** Whose requests get far: nothing is wrong with them, and they may do much. */
const goodKeyOf: fc.Arbitrary<Omit<Key, 'id' | 'hash'>> = fc.record({
  tenant: fc.constantFrom('t1', 't1', 't2'),
  subject: fc.constantFrom(...SUBJECTS),
  roles: fc.constant(['admin']),
})
const GOOD_KEYS = 2

export const keys: fc.Arbitrary<Key[]> = fc
  .tuple(
    ...KEY_SLOTS.map((_, index) => {
      const isGood = index < GOOD_KEYS
      // A config names tenants that it defines; at run time anything goes.
      const own = fc
        .tuple(keyOf, optional(fc.constantFrom('t1', 't2')))
        .map(([{ tenant: _, ...key }, tenant]) => (tenant === undefined ? key : { ...key, tenant }))
      const key = fc.tuple(isGood ? goodKeyOf : own, fc.constantFrom(...HASH_FORMS))
      return isGood ? key : fc.option(key)
    }),
  )
  .map(found =>
    found.flatMap((slot, index) => {
      const { id, text } = KEY_SLOTS[index]!
      return slot === null ? [] : [{ id, hash: hashOf(text, slot[1]), ...slot[0] }]
    }),
  )

// Gates.
const required = fc.constantFrom(...permissionNames, 'orders:*', '*')
const expressions: fc.Arbitrary<string> = fc.oneof(
  required,
  fc
    .tuple(required, fc.constantFrom('and', '&&', 'or', 'OR'), required)
    .map(parts => parts.join(' ')),
  fc
    .tuple(required, fc.constantFrom('and', 'or'), required, fc.constantFrom('and', 'or'), required)
    .chain(([a, one, b, two, c]) =>
      fc.constantFrom(`${a} ${one} ${b} ${two} ${c}`, `${a} ${one} (${b} ${two} ${c})`),
    ),
)
const STATES: TenantState[] = ['none', 'active', 'trial', 'grace', 'past_due', 'suspended']
const factors = fc.constantFrom(1, 1, 2, 3)
/** What a gate says beside who may pass. */
const rest = {
  entitlement: rare(
    fc.oneof(
      fc.constantFrom(...FEATURES),
      some(FEATURES, 3).filter(list => list.length > 0),
    ),
  ),
  features: optional(some(FEATURES)),
  flags: optional(some(FLAGS)),
  limits: optional(
    fc.oneof(
      some(LIMITS),
      some(LIMITS).chain(names =>
        record<Record<string, number>>(Object.fromEntries(names.map(name => [name, factors]))),
      ),
    ),
  ),
  quotas: optional(fc.record({ [QUOTA]: factors })),
}

/** One that lets nearly everybody ask for what it says. */
export const easyGates = record<Gate>({ tenant: fc.constant(STATES), ...rest })
export const gates = record<Gate>({
  credential: fc.constantFrom(
    undefined,
    undefined,
    ['key'],
    ['session'],
    ['key', 'session', 'none'],
  ),
  tenant: fc.oneof(
    { weight: 2, arbitrary: fc.constant(STATES) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: some(STATES).filter(states => states.length > 0) },
  ),
  permission: rare(expressions),
  ...rest,
})
