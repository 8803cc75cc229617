// Semantic versions as flagd compares them: semver.org 2.0.0 precedence, a leading v or V tolerated, `1` and
// `1.2` read as 1.0.0 and 1.2.0, build metadata ignored. Works on the text; nothing is stored but the three
// numbers and where the pre-release stands.

import { formatNumber, NUMBER_TEXT_MAX } from '../number/format.ts'
import { trimEnd, trimStart } from '../number/space.ts'
import {
  SEM_VER_EQ,
  SEM_VER_GE,
  SEM_VER_GT,
  SEM_VER_LE,
  SEM_VER_LT,
  SEM_VER_MAJOR,
  SEM_VER_MINOR,
  SEM_VER_NE,
} from '../shared/opcodes.ts'
import { compareText } from './text.ts'
import {
  fromBoolean,
  isNumber,
  isString,
  NULL,
  pointerOf,
  stringBytes,
  stringLength,
} from './value.ts'

// One parsed version, in the lane's work area:
//
//   0        8        16       24       28       32
//   +--------+--------+--------+--------+--------+
//   | major  | minor  | patch  | pre    | pre    |
//   |        |        |        | start  | end    |
//   +--------+--------+--------+--------+--------+
const MAJOR = 0
const MINOR = 8
const PATCH = 16
const PRE_START = 24
const PRE_END = 28
const VERSION_BYTES = 32

const NUMBER_MAX: u64 = 9007199254740991
/** Longer texts are not versions (node-semver's bound). */
const LENGTH_MAX = 256

function isDigit(byte: u32): bool {
  return byte - 0x30 <= 9
}

function isIdentifier(byte: u32): bool {
  return isDigit(byte) || (byte | 0x20) - 0x61 <= 25 || byte == 0x2d
}

/** One number without leading zeros, to `field`; where it ends, or 0. */
function parseNumeric(pointer: usize, end: usize, field: usize): usize {
  let value: u64 = 0
  const start = pointer
  for (; pointer < end && isDigit(load<u8>(pointer)); pointer++) {
    value = value * 10 + (load<u8>(pointer) - 0x30)
    if (value > NUMBER_MAX) return 0
  }
  if (pointer == start || (pointer - start > 1 && load<u8>(start) == 0x30)) return 0
  store<u64>(field, value)
  return pointer
}

/** Dot-separated identifiers; where they end, or 0. `strict` forbids leading zeros of numeric ones. */
function parseIdentifiers(pointer: usize, end: usize, strict: bool): usize {
  while (true) {
    const start = pointer
    let numeric = true
    for (; pointer < end && isIdentifier(load<u8>(pointer)); pointer++) {
      if (!isDigit(load<u8>(pointer))) numeric = false
    }
    if (pointer == start) return 0
    if (strict && numeric && pointer - start > 1 && load<u8>(start) == 0x30) return 0
    if (pointer >= end || load<u8>(pointer) != 0x2e) return pointer
    pointer++
  }
}

function isPartial(pointer: usize, end: usize): bool {
  let dots = 0
  let digits = 0
  for (; pointer < end; pointer++) {
    const byte = load<u8>(pointer)
    if (byte == 0x2e && digits > 0) {
      dots++
      digits = 0
    } else if (isDigit(byte)) digits++
    else return false
    // The coercion of node-semver reads at most 16 digits of a part.
    if (digits > 16) return false
  }
  return digits > 0 && dots < 2
}

/** Whether the text is a version; its parts go to `version`. */
function parseVersion(pointer: usize, length: u32, version: usize): bool {
  let end = pointer + length
  if (length > 0 && (load<u8>(pointer) | 0x20) == 0x76) pointer++
  if (i32(end - pointer) > LENGTH_MAX) return false
  memory.fill(version, 0, VERSION_BYTES)
  if (isPartial(pointer, end)) {
    pointer = parseNumeric(pointer, end, version + MAJOR)
    return pointer != 0 && (pointer == end || parseNumeric(pointer + 1, end, version + MINOR) != 0)
  }
  pointer = trimStart(pointer, end)
  end = trimEnd(pointer, end)
  if (pointer < end && load<u8>(pointer) == 0x76) pointer++
  pointer = parseNumeric(pointer, end, version + MAJOR)
  if (pointer == 0 || pointer >= end || load<u8>(pointer) != 0x2e) return false
  pointer = parseNumeric(pointer + 1, end, version + MINOR)
  if (pointer == 0 || pointer >= end || load<u8>(pointer) != 0x2e) return false
  pointer = parseNumeric(pointer + 1, end, version + PATCH)
  if (pointer == 0) return false
  if (pointer < end && load<u8>(pointer) == 0x2d) {
    store<u32>(version, u32(pointer + 1), PRE_START)
    pointer = parseIdentifiers(pointer + 1, end, true)
    if (pointer == 0) return false
    store<u32>(version, u32(pointer), PRE_END)
  }
  if (pointer < end && load<u8>(pointer) == 0x2b) {
    pointer = parseIdentifiers(pointer + 1, end, false)
  }
  return pointer == end
}

/** Where the identifier that starts at `pointer` ends. */
function identifierEnd(pointer: usize, end: usize): usize {
  while (pointer < end && load<u8>(pointer) != 0x2e) pointer++
  return pointer
}

function isNumeric(pointer: usize, end: usize): bool {
  for (; pointer < end; pointer++) if (!isDigit(load<u8>(pointer))) return false
  return true
}

function compareIdentifier(left: usize, leftEnd: usize, right: usize, rightEnd: usize): i32 {
  const leftLength = u32(leftEnd - left)
  const rightLength = u32(rightEnd - right)
  const leftNumeric = isNumeric(left, leftEnd)
  if (leftNumeric != isNumeric(right, rightEnd)) return leftNumeric ? -1 : 1
  // Without leading zeros the longer number is the greater.
  if (leftNumeric && leftLength != rightLength) return leftLength < rightLength ? -1 : 1
  return compareText(left, leftLength, right, rightLength)
}

function comparePreRelease(left: usize, right: usize): i32 {
  let a: usize = load<u32>(left, PRE_START)
  let b: usize = load<u32>(right, PRE_START)
  if (a == 0 || b == 0) return i32(a == 0) - i32(b == 0)
  const aEnd: usize = load<u32>(left, PRE_END)
  const bEnd: usize = load<u32>(right, PRE_END)
  while (true) {
    const aNext = identifierEnd(a, aEnd)
    const bNext = identifierEnd(b, bEnd)
    const order = compareIdentifier(a, aNext, b, bNext)
    if (order != 0) return order
    if (aNext == aEnd || bNext == bEnd) return i32(bNext == bEnd) - i32(aNext == aEnd)
    a = aNext + 1
    b = bNext + 1
  }
}

function compareNumbers(left: usize, right: usize, field: usize): i32 {
  const a = load<u64>(left + field)
  const b = load<u64>(right + field)
  return i32(a > b) - i32(a < b)
}

/** Whether two parsed versions stand in the relation. */
function matchVersions(relation: u32, left: usize, right: usize): bool {
  const major = compareNumbers(left, right, MAJOR)
  if (relation == SEM_VER_MAJOR) return major == 0
  const minor = compareNumbers(left, right, MINOR)
  if (relation == SEM_VER_MINOR) return major == 0 && minor == 0
  let order = major != 0 ? major : minor
  if (order == 0) order = compareNumbers(left, right, PATCH)
  if (order == 0) order = comparePreRelease(left, right)
  switch (relation) {
    case SEM_VER_EQ:
      return order == 0
    case SEM_VER_NE:
      return order != 0
    case SEM_VER_LT:
      return order < 0
    case SEM_VER_LE:
      return order <= 0
    case SEM_VER_GT:
      return order > 0
    case SEM_VER_GE:
      return order >= 0
  }
  return false
}

/** sem_ver: null where a side is no version. */
export function semVer(relation: u32, left: u64, right: u64, work: usize): u64 {
  const first = work
  const second = work + VERSION_BYTES
  const text = second + VERSION_BYTES
  if (!parseVersionOf(left, first, text)) return NULL
  if (!parseVersionOf(right, second, text + NUMBER_TEXT_MAX)) return NULL
  return fromBoolean(matchVersions(relation, first, second))
}

function parseVersionOf(value: u64, version: usize, text: usize): bool {
  if (isString(value)) {
    return parseVersion(stringBytes(pointerOf(value)), stringLength(pointerOf(value)), version)
  }
  if (!isNumber(value)) return false
  const length = formatNumber(reinterpret<f64>(value), text, text + 2 * NUMBER_TEXT_MAX)
  return parseVersion(text, length, version)
}
