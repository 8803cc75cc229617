// The shape of the API keys that Sluice makes (../shared/key.ts draws it), read from the right: the prefix may hold
// underscores, what follows the environment may not. The checksum comes first, so that garbage costs little.
import { crc32 } from '../hash/crc32.ts'
import {
  KEY_CHECKSUM_LENGTH,
  KEY_ID_RANDOM_LENGTH,
  KEY_LABELS_LENGTH_MAX,
  KEY_LABELS_LENGTH_MIN,
  KEY_SECRET_LENGTH,
} from '../shared/key.ts'

/** `_`, the secret and its checksum. */
const SECRET_PART = 1 + KEY_SECRET_LENGTH + KEY_CHECKSUM_LENGTH
/** `_` and the random part of the id. */
const ID_PART = 1 + KEY_ID_RANDOM_LENGTH
/** `_` between the labels, and what follows them. */
const BESIDE_LABELS = 1 + ID_PART + SECRET_PART
const LENGTH_MIN: u32 = KEY_LABELS_LENGTH_MIN + BESIDE_LABELS
const LENGTH_MAX: u32 = KEY_LABELS_LENGTH_MAX + BESIDE_LABELS

const UNDERSCORE: u32 = 0x5f
const TOP_BITS: u64 = 0x8080808080808080

function isDigit(byte: u32): bool {
  return byte - 0x30 < 10
}

function isLower(byte: u32): bool {
  return byte - 0x61 < 26
}

/** The number that a checksum writes down. Only of characters of base 62 it means anything. */
function readChecksum(pointer: usize): u64 {
  let value: u64 = 0
  for (const end = pointer + KEY_CHECKSUM_LENGTH; pointer < end; pointer++) {
    const byte = u32(load<u8>(pointer))
    // Without branches, which would be guessed wrong half of the time: 0-9 from 0x30, A-Z from 0x41, a-z from 0x61.
    const digit = byte - 0x30 - 7 * u32(byte > 0x39) - 6 * u32(byte > 0x5a)
    value = value * 62 + digit
  }
  return value
}

/**
 * Sets the top bit of each of the eight bytes at `pointer` that is one of base 62. What is added to all bytes lifts
 * those from the first of a range on, or behind its last, to 0x80. A byte that is above already may spoil the next by
 * its carry, but then it is wrong itself.
 */
function base62(pointer: usize): u64 {
  const bytes = load<u64>(pointer)
  const folded = bytes | 0x2020202020202020
  const digits = (bytes + 0x5050505050505050) & ~(bytes + 0x4646464646464646)
  const letters = (folded + 0x1f1f1f1f1f1f1f1f) & ~(folded + 0x0505050505050505)
  return (digits | letters) & ~bytes
}

/** Whether the id, and the secret with its checksum, are of base 62. Both point at the `_` before. */
function areBase62(id: usize, secret: usize): bool {
  const last = secret + SECRET_PART - 8
  const all = base62(id + 1) & base62(secret + 1) & base62(secret + 9)
  return (all & base62(secret + 17) & base62(secret + 25) & base62(last) & TOP_BITS) == TOP_BITS
}

/** Whether the bytes are a prefix, `_`, and an environment. */
function areLabels(pointer: usize, end: usize): bool {
  const last = end - 1
  let separator = last
  for (; separator > pointer && load<u8>(separator) != UNDERSCORE; separator--) {
    const byte = u32(load<u8>(separator))
    if (!isDigit(byte) && !isLower(byte)) return false
  }
  if (separator == pointer || separator == last) return false
  for (; pointer < separator; pointer++) {
    const byte = u32(load<u8>(pointer))
    if (!isDigit(byte) && !isLower(byte | 0x20) && byte != UNDERSCORE) return false
  }
  return true
}

/**
 * The length of the public id that a key begins with; 0 if the bytes are not of our format or the checksum is wrong.
 * Says nothing about whether there is such a key.
 */
export function keyIdLength(pointer: usize, length: u32): u32 {
  if (length < LENGTH_MIN || length > LENGTH_MAX) return 0
  const secret = pointer + (length - SECRET_PART)
  const id = secret - ID_PART
  if (load<u8>(secret) != UNDERSCORE || load<u8>(id) != UNDERSCORE) return 0
  const hashed = length - KEY_CHECKSUM_LENGTH
  if (readChecksum(pointer + hashed) != u64(crc32(pointer, hashed))) return 0
  if (!areBase62(id, secret) || !areLabels(pointer, id)) return 0
  return length - SECRET_PART
}
