// Random sequences of what happens to an engine: time passes, callers ask, what is known of them changes.
import fc from 'fast-check'
import type { JsonValue } from '../../../src/config/types.ts'
import { callerOf, keyOf } from './arbitrary-gates.ts'
import { type TenantWorld, tenantOf, valuesOf } from './arbitrary-plans.ts'
import type { Key, Tenant } from './definition.ts'
import { optional, periods, rare, record, SUBJECTS, TENANTS } from './names.ts'
import { type Claims, FLAWS, type Flaw, type RevocationKind } from './tokens.ts'
import { MANGLERS, type Mangler } from './world.ts'

/** What a caller shows: one of the credentials or sessions that there have been, modulo their number, or another text. */
export type Shown =
  | { kind: 'known' | 'session' | 'token' | 'two'; which: number }
  | { kind: 'mangled'; which: number; how: Mangler }
  | { kind: 'text'; text: string }
  | { kind: 'nothing' }

export interface Asked {
  shown: Shown
  cost?: number
  ip?: string
  country?: string
  targetingKey?: string
  /** Whether the context claims to be somebody. */
  isLying: boolean
  /** Whether a JWT that is not known yet is verified. */
  isAsync: boolean
}

/** A session is somebody's. */
export type SessionCaller = Caller & { subject: string }
export type Caller = Pick<Key, 'tenant' | 'subject' | 'roles' | 'permissions'>
type Period = { from?: string; until?: string }

export type Step = { wait: number } & (
  | { kind: 'ask'; mode: 'decide' | 'check' | 'reserve'; gate: number; asked: Asked }
  | { kind: 'settle'; which: number; actual: number | undefined }
  | { kind: 'setKey'; slot: number; key: Omit<Key, 'id' | 'hash'> }
  | { kind: 'deleteKey' | 'disableKey' | 'enableKey' | 'revokeKey'; which: number }
  | { kind: 'rotateKey'; which: number; graceMs: number }
  | { kind: 'createKey'; caller: Caller }
  | { kind: 'setTenant'; tenant: number; definition: Tenant }
  | { kind: 'deleteTenant'; tenant: number }
  | { kind: 'override'; tenant: number; feature: string; value: JsonValue; period: Period }
  | { kind: 'use'; tenant: number; delta: number }
  | { kind: 'createSession'; caller: SessionCaller; ttlMs: number }
  | { kind: 'deleteSession'; which: number }
  | { kind: 'revoke'; by: RevocationKind; which: number }
  | { kind: 'createToken'; claims: Claims; flaw: Flaw | undefined }
  | { kind: 'deleteToken'; which: number }
  | { kind: 'revokeToken'; by: RevocationKind; which: number }
)

const waits = fc.oneof(
  { weight: 10, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.constantFrom(1, 250, 499, 500, 999) },
  { weight: 2, arbitrary: fc.constantFrom(1_000, 5_000, 30_000) },
  { weight: 1, arbitrary: fc.constantFrom(60_000, 3_600_000, 40 * 86_400_000) },
)
/** The first ones most: their tenants exist, and their counters are what others have used. */
const which = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(20) })

const texts = [
  '',
  ' ',
  'nobody',
  'schlüssel',
  'two words',
  'x'.repeat(9_000),
  'a\u0000b',
  '_'.repeat(46),
]
const shown: fc.Arbitrary<Shown> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ kind: fc.constant('known' as const), which }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('session' as const), which: fc.nat(2) }) },
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('token' as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('two' as const), which }) },
  { weight: 2, arbitrary: fc.constant<Shown>({ kind: 'nothing' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('mangled' as const),
      which,
      how: fc.constantFrom(...(Object.keys(MANGLERS) as Mangler[])),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...texts) }),
  },
)
const addresses = ['10.1.2.3', '::ffff:10.9.9.9', '192.0.2.7', '2001:db8::5', 'nowhere', '']
const asked: fc.Arbitrary<Asked> = record<Asked>({
  shown,
  cost: fc.constantFrom(undefined, undefined, undefined, 1, 0, 2, 3),
  ip: optional(fc.constantFrom(...addresses)),
  country: optional(fc.constantFrom('de', 'fr')),
  targetingKey: rare(fc.constantFrom('ann', 'visitor')),
  isLying: fc.boolean(),
  isAsync: fc.boolean(),
})

const values = (isNumbers: boolean) =>
  fc.oneof(
    ...Object.entries(valuesOf(isNumbers)).map(([feature, ofFeature]) =>
      fc
        .tuple(fc.constant(feature), ofFeature as fc.Arbitrary<JsonValue | undefined>)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ({ feature: name, value: value! })),
    ),
  )

const kind = <Kind extends Step['kind']>(name: Kind) => fc.constant(name)
const tenant = fc.nat(TENANTS.length - 1)
const sessionCaller = fc
  .tuple(callerOf, fc.constantFrom(...SUBJECTS))
  .map(([found, subject]) => ({ ...found, subject }))

const claims: fc.Arbitrary<Claims> = sessionCaller.chain(({ subject, ...caller }) =>
  record<Claims>({
    ...Object.fromEntries(
      Object.entries(caller).map(([name, value]) => [name, fc.constant(value)]),
    ),
    sub: fc.constant(subject),
    sid: optional(fc.constantFrom('sid-1', 'sid-2')),
    jti: fc.nat(99).map(number => `jti-${number}`),
    iat: fc.constantFrom(0, 0, 0, -60, 1, undefined),
    nbf: rare(fc.constantFrom(0, 1, 5)),
    exp: fc.constantFrom(3_600, 3_600, 3_600, 60, 5, 1, 0),
  }),
)
const by = fc.constantFrom<RevocationKind>('token', 'session', 'subject', 'tenant')
const createToken = fc.record({
  kind: kind('createToken'),
  claims,
  flaw: rare(fc.constantFrom(...(Object.keys(FLAWS) as Flaw[]))),
})

const createSession = fc.record({
  kind: kind('createSession'),
  caller: sessionCaller,
  ttlMs: fc.constantFrom(1_000, 3_600_000),
})

function changes(world: TenantWorld): fc.Arbitrary<object> {
  return fc.oneof(
    fc.record({ kind: kind('setKey'), slot: fc.nat(5), key: keyOf }),
    fc.record({
      kind: fc.constantFrom('deleteKey', 'disableKey', 'enableKey', 'revokeKey'),
      which: fc.nat(20),
    }),
    fc.record({
      kind: kind('rotateKey'),
      which: fc.nat(20),
      graceMs: fc.constantFrom(0, 1, 1_000, 60_000),
    }),
    fc.record({ kind: kind('createKey'), caller: callerOf }),
    fc.record({ kind: kind('setTenant'), tenant, definition: tenantOf(world) }),
    fc.record({ kind: kind('deleteTenant'), tenant }),
    fc
      .tuple(tenant, values(world.isNumbers), periods)
      .map(([which, value, period]) => ({ kind: 'override', tenant: which, ...value, period })),
    fc.record({ kind: kind('use'), tenant, delta: fc.constantFrom(1, 2, -1) }),
    createSession,
    createSession,
    fc.record({ kind: kind('deleteSession'), which: fc.nat(3) }),
    fc.record({ kind: kind('revoke'), by, which: fc.nat(3) }),
    fc.record({ kind: kind('deleteToken'), which: fc.nat(3) }),
    fc.record({
      kind: kind('revokeToken'),
      by: fc.oneof({ weight: 9, arbitrary: by }, { weight: 1, arbitrary: fc.constant('issuer') }),
      which: fc.nat(3),
    }),
  )
}

const mode = fc.constantFrom('decide', 'decide', 'decide', 'check', 'reserve')
const ask: fc.Arbitrary<object> = fc.record({
  kind: kind('ask'),
  mode,
  gate: fc.constantFrom(0, 0, 1, 2),
  asked,
})
const settle: fc.Arbitrary<object> = fc.record({
  kind: kind('settle'),
  which: fc.nat(5),
  actual: fc.constantFrom(undefined, 0, 1, 5),
})

export function steps(world: TenantWorld): fc.Arbitrary<Step[]> {
  const step: fc.Arbitrary<object> = fc.oneof(
    { weight: 12, arbitrary: ask },
    { weight: 1, arbitrary: settle },
    { weight: 1, arbitrary: createToken },
    { weight: 4, arbitrary: changes(world) },
  )
  return fc.array(
    fc.tuple(waits, step).map(([wait, what]) => ({ wait, ...what }) as Step),
    { minLength: 1, maxLength: 60, size: 'max' },
  )
}
