// Texts of an answer: copies in the lane, so that they stay what they are when the records they came from change.
import {
  ANSWER_FACTS,
  ANSWER_TEXT_BYTES,
  ANSWER_TEXTS,
  TENANT_STATE_ACTIVE,
  TENANT_STATE_GRACE,
  TENANT_STATE_NONE,
  TENANT_STATE_PAST_DUE,
  TENANT_STATE_TRIAL,
} from '../shared/gate.ts'
import { TEXT_BYTES_MAX } from '../shared/identity.ts'
import { STRING_BYTES, STRING_LENGTH, TAG_NULL, TAG_SHIFT, TAG_STRING } from '../shared/value.ts'

export function textAt(answer: usize, text: u32): usize {
  return answer + ANSWER_TEXTS + usize(text) * ANSWER_TEXT_BYTES
}

/** Copies a string; 0 is the empty one. What is read while it is being written may be anything, of bounded length. */
export function copyString(target: usize, source: usize): void {
  const length = source == 0 ? 0 : min<u32>(load<u32>(source, STRING_LENGTH), TEXT_BYTES_MAX)
  store<u32>(target, length, STRING_LENGTH)
  if (length != 0) memory.copy(target + STRING_BYTES, source + STRING_BYTES, length)
}

export function copyBytes(target: usize, source: usize, length: u32): void {
  store<u32>(target, length, STRING_LENGTH)
  memory.copy(target + STRING_BYTES, source, length)
}

/** Makes an attribute of a string; null of one that is empty. */
export function setFact(answer: usize, fact: u32, string: usize): void {
  const isEmpty = load<u32>(string, STRING_LENGTH) == 0
  const value = isEmpty ? u64(TAG_NULL) << TAG_SHIFT : (u64(TAG_STRING) << TAG_SHIFT) | u64(string)
  store<u64>(answer + ANSWER_FACTS + usize(fact) * 8, value)
}

// Words as strings: a length, and up to 16 bytes.
const NONE = memory.data<u64>([4, 0x656e6f6e])
const ACTIVE = memory.data<u64>([6, 0x657669746361])
const TRIAL = memory.data<u64>([5, 0x6c61697274])
const GRACE = memory.data<u64>([5, 0x6563617267])
const PAST_DUE = memory.data<u64>([8, 0x6575645f74736170])
const SUSPENDED = memory.data<u64>([9, 0x65646e6570737573, 0x64])
const KEY = memory.data<u64>([3, 0x79656b])
const SESSION = memory.data<u64>([7, 0x6e6f6973736573])
const JWT = memory.data<u64>([3, 0x74776a])

export function stateWord(state: u32): usize {
  if (state == TENANT_STATE_ACTIVE) return ACTIVE
  if (state == TENANT_STATE_NONE) return NONE
  if (state == TENANT_STATE_TRIAL) return TRIAL
  if (state == TENANT_STATE_GRACE) return GRACE
  return state == TENANT_STATE_PAST_DUE ? PAST_DUE : SUSPENDED
}

/** Of TYPE_NONE, _KEY, _SESSION and _JWT. */
export function typeWord(type: u32): usize {
  return type == 1 ? KEY : type == 2 ? SESSION : type == 3 ? JWT : NONE
}
