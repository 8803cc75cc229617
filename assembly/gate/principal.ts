// Who is calling: the record of the credential, copied into the answer between two looks at its sequence.
import { loadU32, loadU64 } from '../atomic.ts'
import { copyId, isConfirmed, isStillSeen, recognise } from '../identity/credential.ts'
import { isInNetworks } from '../identity/network.ts'
import { isRevoked } from '../identity/revocation.ts'
import {
  ANSWER_ADDRESS,
  ANSWER_CREDENTIAL,
  ANSWER_EXPIRES,
  ANSWER_FACTS,
  ANSWER_HAS_ADDRESS,
  ANSWER_HEAP_END,
  ANSWER_IS_OWN,
  ANSWER_PERMISSIONS,
  ANSWER_PERMISSIONS_HASH,
  ANSWER_SEQUENCE,
  ANSWER_TENANT,
  ANSWER_TENANT_STATE,
  ANSWER_TIME,
  ANSWER_TYPE,
  DECISION_ALLOWED,
  DECISION_CREDENTIAL_DISABLED,
  DECISION_CREDENTIAL_EXPIRED,
  DECISION_CREDENTIAL_INVALID,
  DECISION_CREDENTIAL_NOT_YET_VALID,
  DECISION_CREDENTIAL_REVOKED,
  DECISION_CREDENTIAL_ROTATED,
  DECISION_NEEDS_ADDRESS,
  DECISION_NETWORK_DENIED,
  DECISION_TORN,
  DECISION_UNSEEN,
  FACT_COUNT,
  FACT_KEY_ENVIRONMENT,
  FACT_KEY_ID,
  FACT_PRINCIPAL_ID,
  FACT_PRINCIPAL_SUBJECT,
  FACT_PRINCIPAL_TYPE,
  FACT_SESSION_ID,
  FACT_SESSION_ISSUER,
  FACT_TARGETING_KEY,
  FACT_TENANT_ID,
  FACT_TENANT_PLAN,
  FACT_TENANT_STATE,
  TENANT_STATE_NONE,
  TEXT_ENVIRONMENT,
  TEXT_ID,
  TEXT_ISSUER,
  TEXT_SUBJECT,
  TEXT_TENANT,
} from '../shared/gate.ts'
import {
  CREDENTIAL_EXPIRES,
  CREDENTIAL_NETWORKS,
  CREDENTIAL_OWN,
  CREDENTIAL_PERMISSIONS,
  CREDENTIAL_ROTATED,
  CREDENTIAL_SEQUENCE,
  CREDENTIAL_STATE,
  CREDENTIAL_SUBJECT,
  CREDENTIAL_TENANT,
  IDENTITY_MODE,
  MODE_CONFIRM_ALWAYS,
  PERMISSIONS_HASH,
  SESSION_ISSUER,
  SESSION_NOT_BEFORE,
  STATUS_DISABLED,
  STATUS_MASK,
  STATUS_REVOKED,
  TYPE_KEY,
  TYPE_MASK,
  TYPE_NONE,
  TYPE_SHIFT,
} from '../shared/identity.ts'
import { LANE_IDENTITY } from '../shared/layout.ts'
import { STRING_BYTES, STRING_LENGTH, TAG_NULL, TAG_SHIFT } from '../shared/value.ts'
import { copyBytes, copyString, setFact, stateWord, textAt, typeWord } from './text.ts'

/** The answer of a request without a credential. */
export function answerNobody(answer: usize): void {
  store<u32>(answer, 0, ANSWER_CREDENTIAL)
  store<u32>(answer, u32(TYPE_NONE), ANSWER_TYPE)
  store<u32>(answer, 0, ANSWER_PERMISSIONS)
  store<u32>(answer, 0, ANSWER_TENANT)
  store<u32>(answer, 0, ANSWER_IS_OWN)
  store<f64>(answer, Infinity, ANSWER_EXPIRES)
  copyString(textAt(answer, TEXT_ID), 0)
  copyString(textAt(answer, TEXT_SUBJECT), 0)
  copyString(textAt(answer, TEXT_ISSUER), 0)
}

/** Copies what the record says of the caller. */
function copyPrincipal(answer: usize, record: usize, state: u32, type: u32): void {
  store<u32>(answer, type, ANSWER_TYPE)
  store<u32>(answer, u32((state & CREDENTIAL_OWN) != 0), ANSWER_IS_OWN)
  store<f64>(answer, reinterpret<f64>(loadU64(record + CREDENTIAL_EXPIRES)), ANSWER_EXPIRES)
  store<u32>(answer, loadU32(record + CREDENTIAL_TENANT), ANSWER_TENANT)
  const permissions = loadU32(record + CREDENTIAL_PERMISSIONS)
  store<u32>(answer, permissions, ANSWER_PERMISSIONS)
  if (permissions != 0) {
    store<u64>(answer, loadU64(usize(permissions) + PERMISSIONS_HASH), ANSWER_PERMISSIONS_HASH)
  }
  copyId(record, textAt(answer, TEXT_ID), load<u32>(answer, ANSWER_HEAP_END))
  copyString(textAt(answer, TEXT_SUBJECT), loadU32(record + CREDENTIAL_SUBJECT))
  copyString(textAt(answer, TEXT_ISSUER), type == TYPE_KEY ? 0 : loadU32(record + SESSION_ISSUER))
}

/** Whether the credential is good at the time: a DECISION code, or DECISION_NEEDS_ADDRESS. */
function credentialCode(
  lane: usize,
  answer: usize,
  record: usize,
  state: u32,
  type: u32,
  length: u32,
): i32 {
  const identity: usize = load<u32>(lane, LANE_IDENTITY)
  const time = load<f64>(answer, ANSWER_TIME)
  if ((load<u32>(identity, IDENTITY_MODE) & MODE_CONFIRM_ALWAYS) != 0) {
    if (!isConfirmed(lane, length, record)) return DECISION_CREDENTIAL_INVALID
  }
  const status = state & STATUS_MASK
  if (status == STATUS_REVOKED) return DECISION_CREDENTIAL_REVOKED
  if (status == STATUS_DISABLED) return DECISION_CREDENTIAL_DISABLED
  if (time >= load<f64>(answer, ANSWER_EXPIRES)) {
    const isRotated = (state & CREDENTIAL_ROTATED) != 0
    return isRotated ? DECISION_CREDENTIAL_ROTATED : DECISION_CREDENTIAL_EXPIRED
  }
  if (type != TYPE_KEY) {
    if (time < reinterpret<f64>(loadU64(record + SESSION_NOT_BEFORE))) {
      return DECISION_CREDENTIAL_NOT_YET_VALID
    }
    if (isRevoked(identity, record)) return DECISION_CREDENTIAL_REVOKED
  }
  const networks: usize = loadU32(record + CREDENTIAL_NETWORKS)
  if (networks != 0) {
    const known = load<u32>(answer, ANSWER_HAS_ADDRESS)
    if (known == 0) return DECISION_NEEDS_ADDRESS
    // 2: the caller has none that can be read, and is in no network.
    if (known == 2 || !isInNetworks(answer + ANSWER_ADDRESS, networks))
      return DECISION_NETWORK_DENIED
  }
  return DECISION_ALLOWED
}

/**
 * Finds out whose the credential in the lane's buffer is: DECISION_ALLOWED, why it is not good, DECISION_UNSEEN for one
 * that is to be looked up first, DECISION_NEEDS_ADDRESS, or DECISION_TORN. True only if `isWhole` says so afterwards.
 */
export function identify(lane: usize, answer: usize, length: u32): i32 {
  const record = recognise(lane, length)
  if (record == 0) return DECISION_UNSEEN
  const sequence = loadU32(record + CREDENTIAL_SEQUENCE)
  if ((sequence & 1) != 0 || !isStillSeen(lane, record)) return DECISION_TORN
  store<u32>(answer, u32(record), ANSWER_CREDENTIAL)
  store<u32>(answer, sequence, ANSWER_SEQUENCE)
  const state = loadU32(record + CREDENTIAL_STATE)
  const type = (state >> TYPE_SHIFT) & TYPE_MASK
  copyPrincipal(answer, record, state, type)
  const code = credentialCode(lane, answer, record, state, type, length)
  // Before anybody follows the number of the tenant, which in a record that is free is something else.
  return isWhole(answer) ? code : DECISION_TORN
}

/** Whether the credential's record is still the one that was read. */
export function isWhole(answer: usize): bool {
  const record: usize = load<u32>(answer, ANSWER_CREDENTIAL)
  return record == 0 || loadU32(record + CREDENTIAL_SEQUENCE) == load<u32>(answer, ANSWER_SEQUENCE)
}

/** The environment in an id of our own format, `<prefix>_<environment>_<id>`, read from the right. */
function copyEnvironment(answer: usize): void {
  const target = textAt(answer, TEXT_ENVIRONMENT)
  store<u32>(target, 0, STRING_LENGTH)
  if (load<u32>(answer, ANSWER_IS_OWN) == 0) return
  const id = textAt(answer, TEXT_ID)
  const bytes = id + STRING_BYTES
  let end = load<u32>(id, STRING_LENGTH)
  while (end > 0 && load<u8>(bytes + end - 1) != 0x5f) end--
  if (end == 0) return
  end--
  let start = end
  while (start > 0 && load<u8>(bytes + start - 1) != 0x5f) start--
  copyBytes(target, bytes + start, end - start)
}

/** What flags and limits may read of the caller. The plan's name is a string of the ruleset, 0 for none. */
export function answerFacts(answer: usize, planName: usize): void {
  const type = load<u32>(answer, ANSWER_TYPE)
  const state = load<u32>(answer, ANSWER_TENANT_STATE)
  const id = textAt(answer, TEXT_ID)
  const subject = textAt(answer, TEXT_SUBJECT)
  for (let fact: u32 = 0; fact < u32(FACT_COUNT); fact++) {
    store<u64>(answer + ANSWER_FACTS + usize(fact) * 8, u64(TAG_NULL) << TAG_SHIFT)
  }
  setFact(answer, FACT_TENANT_ID, textAt(answer, TEXT_TENANT))
  if (planName != 0) setFact(answer, FACT_TENANT_PLAN, planName)
  if (state != TENANT_STATE_NONE) setFact(answer, FACT_TENANT_STATE, stateWord(state))
  if (type == TYPE_NONE) return
  copyEnvironment(answer)
  setFact(answer, FACT_PRINCIPAL_TYPE, typeWord(type))
  setFact(answer, FACT_PRINCIPAL_SUBJECT, subject)
  if (type == TYPE_KEY) {
    setFact(answer, FACT_PRINCIPAL_ID, id)
    setFact(answer, FACT_KEY_ID, id)
    setFact(answer, FACT_KEY_ENVIRONMENT, textAt(answer, TEXT_ENVIRONMENT))
  } else {
    setFact(answer, FACT_PRINCIPAL_ID, subject)
    setFact(answer, FACT_SESSION_ID, id)
    setFact(answer, FACT_SESSION_ISSUER, textAt(answer, TEXT_ISSUER))
  }
  const hasSubject = load<u32>(subject, STRING_LENGTH) != 0
  setFact(answer, FACT_TARGETING_KEY, hasSubject || type != TYPE_KEY ? subject : id)
}
