// The verifier: decides whether bytes are a ruleset that may be published, whatever bytes they are. Afterwards the
// evaluator needs no bounds checks of its own. Each `check` is one claim of the drawings in shared/; the first that
// fails gives the code. Programs are in verify-program.ts.
import { verifyGates } from '../gate/verify.ts'
import { murmur3 } from '../hash/murmur3.ts'
import { areLimits } from '../limits/verify.ts'
import { FEATURE_BYTES, GATE_BYTES, PLAN_BYTES, STEP_BYTES } from '../shared/gate.ts'
import { INSTRUCTION_BYTES, STACK_MAX } from '../shared/opcodes.ts'
import {
  NO_VARIANT,
  VERIFY_ABI,
  VERIFY_ATTRIBUTE,
  VERIFY_CHECKSUM,
  VERIFY_CONSTANT,
  VERIFY_FLAG,
  VERIFY_LAYOUT,
  VERIFY_LIMIT,
  VERIFY_MAGIC,
  VERIFY_OK,
  VERIFY_STRING,
  VERIFY_TRUNCATED,
  VERIFY_VARIANT,
} from '../shared/outcome.ts'
import {
  ATTRIBUTE_BYTES,
  ATTRIBUTE_PATH,
  ATTRIBUTE_SOURCE,
  FLAG_ATTRIBUTE_BYTES,
  FLAG_ATTRIBUTE_COUNT,
  FLAG_ATTRIBUTES,
  FLAG_BYTES,
  FLAG_CODE_COUNT,
  FLAG_CODE_INDEX,
  FLAG_DEFAULT_VARIANT,
  FLAG_DETAILS,
  FLAG_KEY,
  FLAG_KEY_HASH,
  FLAG_KIND,
  FLAG_KIND_INVALID,
  FLAG_KIND_TARGETING,
  FLAG_SOURCE,
  FLAG_STACK_MAX,
  FLAG_VARIANT_COUNT,
  FLAG_VARIANTS,
  HEADER_ABI,
  HEADER_ATTRIBUTE_COUNT,
  HEADER_ATTRIBUTES,
  HEADER_BYTE_LENGTH,
  HEADER_BYTES,
  HEADER_CHECKSUM,
  HEADER_CODE,
  HEADER_CODE_COUNT,
  HEADER_CONSTANT_COUNT,
  HEADER_CONSTANTS,
  HEADER_DATA_END,
  HEADER_FEATURE_COUNT,
  HEADER_FEATURES,
  HEADER_FLAG_COUNT,
  HEADER_FLAGS,
  HEADER_GATE_COUNT,
  HEADER_GATES,
  HEADER_LIMIT_COUNT,
  HEADER_LIMITS,
  HEADER_MAGIC,
  HEADER_METADATA,
  HEADER_PERMISSION_COUNT,
  HEADER_PERMISSIONS,
  HEADER_PLAN_COUNT,
  HEADER_PLANS,
  HEADER_STEP_COUNT,
  HEADER_STEPS,
  LIMIT_BYTES,
  LIMIT_DETAILS,
  LIMIT_NAME,
  RULESET_ABI,
  RULESET_MAGIC,
  SOURCE_TIMESTAMP,
} from '../shared/ruleset.ts'
import { STRING_BYTES, STRING_LENGTH, TAG_ARRAY, TAG_OBJECT, TAG_STRING } from '../shared/value.ts'
import { isFailed } from './arena.ts'
import { stringBytes, stringLength, tagOf } from './value.ts'
import { verifyProgram } from './verify-program.ts'

/** Whether `offset` starts a record of `bytes` bytes in the data section. */
export function isInData(ruleset: usize, offset: u32, bytes: u64): bool {
  if ((offset & 7) != 0 || offset < u32(HEADER_BYTES)) return false
  return u64(offset) + bytes <= u64(load<u32>(ruleset, HEADER_DATA_END))
}

export function isStringAt(ruleset: usize, offset: u32): bool {
  if (!isInData(ruleset, offset, STRING_BYTES)) return false
  return isInData(ruleset, offset, STRING_BYTES + u64(load<u32>(ruleset + offset, STRING_LENGTH)))
}

/** Whether a constant is a number, boolean, null, missing, or a string of the data section. */
export function isConstant(ruleset: usize, value: u64): bool {
  const tag = tagOf(value)
  if (tag == TAG_ARRAY || tag == TAG_OBJECT) return false
  // An operation would take that NaN for its failure (arena.ts).
  if (tag != TAG_STRING) return !isFailed(value)
  return u32(value >> 32) == u32(TAG_STRING) << 16 && isStringAt(ruleset, u32(value))
}

/** Whether `count` records of `bytes` at `offset` start where the last section ended. */
function sectionEnd(offset: u32, expected: u64, count: u32, bytes: u32): u64 {
  if (u64(offset) != expected) return 0
  return (u64(offset) + u64(count) * u64(bytes) + 7) & ~u64(7)
}

function verifySections(ruleset: usize, length: u32): u32 {
  const h = ruleset
  let end = u64(load<u32>(h, HEADER_DATA_END))
  if ((end & 7) != 0 || end < u64(HEADER_BYTES) || end > u64(length)) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_FLAGS), end, load<u32>(h, HEADER_FLAG_COUNT), FLAG_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  const attributes = load<u32>(h, HEADER_ATTRIBUTE_COUNT)
  end = sectionEnd(load<u32>(h, HEADER_ATTRIBUTES), end, attributes, ATTRIBUTE_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_LIMITS), end, load<u32>(h, HEADER_LIMIT_COUNT), LIMIT_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(
    load<u32>(h, HEADER_CODE),
    end,
    load<u32>(h, HEADER_CODE_COUNT),
    INSTRUCTION_BYTES,
  )
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_CONSTANTS), end, load<u32>(h, HEADER_CONSTANT_COUNT), 8)
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_PLANS), end, load<u32>(h, HEADER_PLAN_COUNT), PLAN_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  const features = load<u32>(h, HEADER_FEATURE_COUNT)
  end = sectionEnd(load<u32>(h, HEADER_FEATURES), end, features, FEATURE_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_GATES), end, load<u32>(h, HEADER_GATE_COUNT), GATE_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_STEPS), end, load<u32>(h, HEADER_STEP_COUNT), STEP_BYTES)
  if (end == 0) return VERIFY_LAYOUT
  end = sectionEnd(load<u32>(h, HEADER_PERMISSIONS), end, load<u32>(h, HEADER_PERMISSION_COUNT), 4)
  if (end != u64(length)) return VERIFY_LAYOUT
  return isStringAt(ruleset, load<u32>(h, HEADER_METADATA)) ? VERIFY_OK : VERIFY_STRING
}

function verifyAttributes(ruleset: usize): u32 {
  let record = ruleset + load<u32>(ruleset, HEADER_ATTRIBUTES)
  for (let rest = load<u32>(ruleset, HEADER_ATTRIBUTE_COUNT); rest > 0; rest--) {
    if (!isStringAt(ruleset, load<u32>(record, ATTRIBUTE_PATH))) return VERIFY_STRING
    if (u32(load<u16>(record, ATTRIBUTE_SOURCE)) > u32(SOURCE_TIMESTAMP)) return VERIFY_ATTRIBUTE
    record += ATTRIBUTE_BYTES
  }
  return VERIFY_OK
}

function verifyConstants(ruleset: usize): u32 {
  let constant = ruleset + load<u32>(ruleset, HEADER_CONSTANTS)
  for (let rest = load<u32>(ruleset, HEADER_CONSTANT_COUNT); rest > 0; rest--) {
    if (!isConstant(ruleset, load<u64>(constant))) return VERIFY_CONSTANT
    constant += 8
  }
  return VERIFY_OK
}

function verifyLimits(ruleset: usize): u32 {
  let record = ruleset + load<u32>(ruleset, HEADER_LIMITS)
  const count = load<u32>(ruleset, HEADER_LIMIT_COUNT)
  if (!areLimits(record, count)) return VERIFY_LIMIT
  for (let rest = count; rest > 0; rest--) {
    if (!isStringAt(ruleset, load<u32>(record, LIMIT_NAME))) return VERIFY_STRING
    if (!isStringAt(ruleset, load<u32>(record, LIMIT_DETAILS))) return VERIFY_STRING
    record += LIMIT_BYTES
  }
  return VERIFY_OK
}

function verifyFlagLists(ruleset: usize, flag: usize): u32 {
  const count = load<u32>(flag, FLAG_ATTRIBUTE_COUNT)
  let item = load<u32>(flag, FLAG_ATTRIBUTES)
  if (!isInData(ruleset, item, u64(count) * FLAG_ATTRIBUTE_BYTES)) return VERIFY_ATTRIBUTE
  let least: u32 = 0
  for (let index: u32 = 0; index < count; index++) {
    // Ascending, which makes them distinct, and lets the program's attributes be looked up.
    const attribute = u32(load<u16>(ruleset + item + index * FLAG_ATTRIBUTE_BYTES))
    if (attribute < least || attribute >= load<u32>(ruleset, HEADER_ATTRIBUTE_COUNT)) {
      return VERIFY_ATTRIBUTE
    }
    least = attribute + 1
  }
  const variants = load<u32>(flag, FLAG_VARIANT_COUNT)
  item = load<u32>(flag, FLAG_VARIANTS)
  if (variants >= u32(NO_VARIANT) || !isInData(ruleset, item, u64(variants) * 4))
    return VERIFY_VARIANT
  for (let index: u32 = 0; index < variants; index++) {
    if (!isStringAt(ruleset, load<u32>(ruleset + item + index * 4))) return VERIFY_STRING
  }
  const fallback = load<u32>(flag, FLAG_DEFAULT_VARIANT)
  return fallback < variants || fallback == NO_VARIANT ? VERIFY_OK : VERIFY_VARIANT
}

function verifyFlag(ruleset: usize, flag: usize): u32 {
  const key = load<u32>(flag, FLAG_KEY)
  if (!isStringAt(ruleset, key) || !isStringAt(ruleset, load<u32>(flag, FLAG_DETAILS))) {
    return VERIFY_STRING
  }
  if (!isStringAt(ruleset, load<u32>(flag, FLAG_SOURCE))) return VERIFY_STRING
  const string = ruleset + key
  if (murmur3(stringBytes(string), stringLength(string)) != load<u32>(flag, FLAG_KEY_HASH)) {
    return VERIFY_FLAG
  }
  const kind = load<u32>(flag, FLAG_KIND)
  if (kind > u32(FLAG_KIND_INVALID) || load<u32>(flag, FLAG_STACK_MAX) > u32(STACK_MAX))
    return VERIFY_FLAG
  const code = verifyFlagLists(ruleset, flag)
  if (code != VERIFY_OK || kind != FLAG_KIND_TARGETING) return code
  const first = load<u32>(flag, FLAG_CODE_INDEX)
  const count = load<u32>(flag, FLAG_CODE_COUNT)
  if (u64(first) + u64(count) > u64(load<u32>(ruleset, HEADER_CODE_COUNT))) return VERIFY_FLAG
  return verifyProgram(ruleset, flag, count)
}

function verifyFlags(ruleset: usize): u32 {
  let flag = ruleset + load<u32>(ruleset, HEADER_FLAGS)
  let hash: u32 = 0
  for (let rest = load<u32>(ruleset, HEADER_FLAG_COUNT); rest > 0; rest--) {
    const code = verifyFlag(ruleset, flag)
    if (code != VERIFY_OK) return code
    if (load<u32>(flag, FLAG_KEY_HASH) < hash) return VERIFY_FLAG
    hash = load<u32>(flag, FLAG_KEY_HASH)
    flag += FLAG_BYTES
  }
  return VERIFY_OK
}

/** 0 if the `length` bytes at `ruleset` (8-byte aligned) may be published, else why not (shared/outcome.ts). */
export function verify(ruleset: usize, length: u32): u32 {
  if (length < u32(HEADER_BYTES)) return VERIFY_TRUNCATED
  if (load<u32>(ruleset, HEADER_MAGIC) != RULESET_MAGIC) return VERIFY_MAGIC
  if (load<u32>(ruleset, HEADER_ABI) != RULESET_ABI) return VERIFY_ABI
  if (load<u32>(ruleset, HEADER_BYTE_LENGTH) != length) return VERIFY_TRUNCATED
  const behind = HEADER_CHECKSUM + 4
  const checksum = load<u32>(ruleset, HEADER_CHECKSUM)
  if (murmur3(ruleset + behind, length - behind) != checksum) return VERIFY_CHECKSUM
  let code = verifySections(ruleset, length)
  if (code == VERIFY_OK) code = verifyAttributes(ruleset)
  if (code == VERIFY_OK) code = verifyConstants(ruleset)
  if (code == VERIFY_OK) code = verifyLimits(ruleset)
  if (code == VERIFY_OK) code = verifyFlags(ruleset)
  if (code == VERIFY_OK) code = verifyGates(ruleset)
  return code
}
