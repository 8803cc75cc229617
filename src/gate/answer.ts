// What a decision left in the lane, read when it is asked for.
import * as layout from '../../assembly/shared/gate.ts'
import { CREDENTIAL_SEQUENCE } from '../../assembly/shared/identity.ts'
import { STRING_BYTES } from '../../assembly/shared/value.ts'
import type { JsonValue } from '../config/types.ts'
import type { Engine } from '../engine/engine.ts'
import type { PermissionSet, PermissionSets } from '../identity/permission-sets.ts'
import type { FeatureDetails, IdentityDetails } from '../rules/identity.ts'
import type {
  CredentialType,
  FeatureAnswer,
  FeatureSource,
  FeatureState,
  PlanAnswer,
  PrincipalAnswer,
  TenantState,
} from './types.ts'

const TYPES: readonly CredentialType[] = ['none', 'key', 'session', 'jwt']
const TENANT_STATES: readonly TenantState[] = [
  'none',
  'active',
  'trial',
  'grace',
  'past_due',
  'suspended',
]
const STATES: readonly FeatureState[] = ['enabled', 'locked', 'hidden', 'exhausted']
const SOURCES: readonly FeatureSource[] = ['override', 'add-on', 'trial', 'plan', 'default', 'none']
const NOBODY: PermissionSet = { roles: [], permissions: [] }

export class AnswerReader {
  readonly #engine: Engine
  readonly #sets: PermissionSets
  readonly #base: number
  readonly #bytes: Buffer
  /** The set that was read last, and its hash: callers come in rows. */
  #set: PermissionSet = NOBODY
  #setLow = 0
  #setHigh = 0

  constructor(engine: Engine, sets: PermissionSets) {
    this.#engine = engine
    this.#sets = sets
    this.#base = engine.lane + engine.map.laneAnswer
    this.#bytes = Buffer.from(engine.memory.buffer as ArrayBuffer)
  }

  u32(offset: number): number {
    return this.#engine.u32[(this.#base + offset) >> 2]!
  }

  i32(offset: number): number {
    return this.#engine.i32[(this.#base + offset) >> 2]!
  }

  f64(offset: number): number {
    return this.#engine.f64[(this.#base + offset) >> 3]!
  }

  /** Says where the caller calls from: 16 bytes, or that it is not known; undefined takes it back. */
  setAddress(address: readonly number[] | 'unknown' | undefined): void {
    const { u8, u32 } = this.#engine
    if (typeof address === 'object') u8.set(address, this.#base + layout.ANSWER_ADDRESS)
    const known = address === undefined ? 0 : address === 'unknown' ? 2 : 1
    u32[(this.#base + layout.ANSWER_HAS_ADDRESS) >> 2] = known
  }

  get type(): CredentialType {
    return TYPES[this.u32(layout.ANSWER_TYPE)]!
  }

  get tenantState(): TenantState {
    return TENANT_STATES[this.u32(layout.ANSWER_TENANT_STATE)]!
  }

  text(which: number): string {
    const start = this.#base + layout.ANSWER_TEXTS + which * layout.ANSWER_TEXT_BYTES
    const first = start + STRING_BYTES
    // A third of what a TextDecoder takes, which reads shared memory from a copy only.
    return this.#bytes.toString('utf8', first, first + this.#engine.u32[start >> 2]!)
  }

  flagWord(slot: number): number {
    return this.i32(layout.ANSWER_FLAGS + 4 * slot)
  }

  verdict(step: number): number {
    return this.i32(layout.ANSWER_VERDICTS + 4 * step)
  }

  /** What the credential may; empty if it has changed since the decision. */
  permissions(): PermissionSet {
    if (this.u32(layout.ANSWER_PERMISSIONS) === 0) return NOBODY
    const low = this.u32(layout.ANSWER_PERMISSIONS_HASH)
    const high = this.u32(layout.ANSWER_PERMISSIONS_HASH + 4)
    if (low === this.#setLow && high === this.#setHigh) return this.#set
    const { u32 } = this.#engine
    const sequence = (this.u32(layout.ANSWER_CREDENTIAL) + CREDENTIAL_SEQUENCE) >> 2
    const set = this.#sets.locked(() => {
      const isSame = u32[sequence] === this.u32(layout.ANSWER_SEQUENCE)
      return isSame ? this.#sets.read(this.u32(layout.ANSWER_PERMISSIONS)) : undefined
    })
    if (set === undefined) return NOBODY
    this.#set = set
    this.#setLow = low
    this.#setHigh = high
    return set
  }

  principal(): PrincipalAnswer {
    const { type } = this
    const isKey = type === 'key'
    const id = this.text(layout.TEXT_ID)
    const subject = this.text(layout.TEXT_SUBJECT)
    const { roles, permissions } = this.permissions()
    const hasEnvironment = isKey && this.u32(layout.ANSWER_IS_OWN) !== 0
    return {
      type,
      id: isKey ? id : subject,
      tenant: this.text(layout.TEXT_TENANT),
      subject,
      keyId: isKey ? id : '',
      environment: hasEnvironment ? this.text(layout.TEXT_ENVIRONMENT) : '',
      sessionId: isKey ? '' : id,
      issuer: this.text(layout.TEXT_ISSUER),
      roles: [...roles],
      permissions: [...permissions],
      expiresAt: timeOrNull(this.f64(layout.ANSWER_EXPIRES)),
    }
  }

  planName(identity: IdentityDetails): string {
    const index = this.u32(layout.ANSWER_PLAN)
    return index === layout.PLAN_NONE ? '' : identity.plans[index]!
  }

  plan(identity: IdentityDetails): PlanAnswer {
    return {
      id: this.planName(identity),
      state: this.tenantState,
      trialEndsAt: timeOrNull(this.f64(layout.ANSWER_TRIAL_UNTIL)),
      graceEndsAt: timeOrNull(this.f64(layout.ANSWER_GRACE_UNTIL)),
    }
  }

  featureState(slot: number): FeatureState {
    return STATES[this.u32(slotOf(slot) + layout.SLOT_FEATURE_STATE)]!
  }

  feature(slot: number, identity: IdentityDetails): FeatureAnswer {
    const base = slotOf(slot)
    const details = identity.features[this.u32(base + layout.SLOT_FEATURE_INDEX)]!
    const answer: FeatureAnswer = {
      state: this.featureState(slot),
      value: this.#value(base, details),
      source: SOURCES[this.u32(base + layout.SLOT_FEATURE_SOURCE)]!,
      validUntil: timeOrNull(this.f64(base + layout.SLOT_FEATURE_UNTIL)),
    }
    if (details.type === 'gauge') answer.used = this.f64(base + layout.SLOT_FEATURE_USED)
    return answer
  }

  #value(base: number, details: FeatureDetails): JsonValue {
    const type = this.u32(base + layout.SLOT_FEATURE_TYPE)
    const number = this.f64(base + layout.SLOT_FEATURE_VALUE)
    if (type === layout.VALUE_BOOLEAN) return number !== 0
    if (type === layout.VALUE_NUMBER) return number
    if (type !== layout.VALUE_JSON) return null
    const source = this.u32(base + layout.SLOT_FEATURE_SOURCE)
    if (source === layout.SOURCE_DEFAULT) return details.default ?? null
    if (source === layout.SOURCE_PLAN || source === layout.SOURCE_TRIAL) {
      return details.values[this.u32(layout.ANSWER_PLAN)] ?? null
    }
    return JSON.parse(this.#engine.readString(this.#base + base + layout.SLOT_FEATURE_TEXT))
  }
}

function slotOf(slot: number): number {
  return layout.ANSWER_FEATURES + slot * layout.SLOT_FEATURE_BYTES
}

/** Infinity, minus infinity and NaN stand for what there is not. */
function timeOrNull(time: number): number | null {
  return Number.isFinite(time) ? time : null
}
