// Credentials: which record one is of, and whether it is good. Once verified, a credential is recognised by 128 bits of
// SipHash-2-4 keyed with a secret of the engine (decision 18); before that, and with MODE_CONFIRM_ALWAYS at each call,
// its whole digest is compared. Comparisons take the same time wherever the first wrong bit is.
import { loadU32, loadU64, storeU32, storeU64 } from '../atomic.ts'
import { hmac } from '../hash/hmac.ts'
import { sha256, sha256Start, storeDigest } from '../hash/sha256.ts'
import { siphash } from '../hash/siphash.ts'
import { siphash128 } from '../hash/siphash128.ts'
import { lock, unlock } from '../limits/lock.ts'
import { ADMIT_FOUND, ADMIT_TORN, ADMIT_UNKNOWN } from '../shared/gate.ts'
import { SHA256_SCRATCH_BYTES } from '../shared/hash.ts'
import {
  ALGORITHM_SHIFT,
  CREDENTIAL_BYTES,
  CREDENTIAL_DIGEST,
  CREDENTIAL_ID,
  CREDENTIAL_ID_FAR,
  CREDENTIAL_IS_SEEN,
  CREDENTIAL_SEEN,
  CREDENTIAL_SEQUENCE,
  CREDENTIAL_STATE,
  DIGEST_HMAC,
  DIGEST_MASK,
  ID_BYTES_MAX,
  ID_FAR,
  ID_INLINE_MAX,
  IDENTITY_FOREIGN,
  IDENTITY_KEYS,
  IDENTITY_LOCK,
  IDENTITY_PEPPERS,
  IDENTITY_SECRET,
  IDENTITY_SESSIONS,
  IDENTITY_WRITING,
  KIND_KEY_DIGEST,
  KIND_KEY_ID,
  KIND_KEY_SEEN,
  KIND_SESSION_ID,
  KIND_SESSION_SEEN,
  PEPPER_BYTES,
  PEPPER_MAX,
  PEPPER_SHIFT,
  SESSION_BYTES,
  STATUS_FREE,
  STATUS_MASK,
  WRITING_SEEN,
} from '../shared/identity.ts'
import { LANE_ADMITTED, LANE_CREDENTIAL, LANE_HASHING, LANE_IDENTITY } from '../shared/layout.ts'
import { STRING_BYTES, STRING_LENGTH } from '../shared/value.ts'
import { keyIdLength } from './key-shape.ts'
import { findPlace, insertEntry, numberAt, PLACES } from './lookup.ts'

// Behind what hashing itself needs: a state, a digest, a hash of 128 bits.
const STATE: usize = SHA256_SCRATCH_BYTES
const DIGEST: usize = SHA256_SCRATCH_BYTES + 32
const SEEN: usize = SHA256_SCRATCH_BYTES + 64

function isSession(kind: u32): bool {
  return kind == KIND_SESSION_ID || kind == KIND_SESSION_SEEN
}

/** Address of the record of a number, counted from 1, of a kind of entry. */
export function recordOf(identity: usize, kind: u32, number: u32): usize {
  if (isSession(kind)) {
    return usize(load<u32>(identity, IDENTITY_SESSIONS)) + usize(number - 1) * SESSION_BYTES
  }
  return usize(load<u32>(identity, IDENTITY_KEYS)) + usize(number - 1) * CREDENTIAL_BYTES
}

/** Keyed with the secret of the region: ids, and what revocations are about. */
export function identityHash(identity: usize, pointer: usize, length: u32): u64 {
  const secret0 = load<u64>(identity, IDENTITY_SECRET)
  const secret1 = load<u64>(identity, IDENTITY_SECRET + 8)
  return siphash(secret0, secret1, pointer, length)
}

function hashWhole(lane: usize, identity: usize, length: u32): usize {
  const target = usize(load<u32>(lane, LANE_HASHING)) + SEEN
  const secret0 = load<u64>(identity, IDENTITY_SECRET)
  const secret1 = load<u64>(identity, IDENTITY_SECRET + 8)
  siphash128(secret0, secret1, load<u32>(lane, LANE_CREDENTIAL), length, target)
  return target
}

function isSeenAs(record: usize, low: u64, high: u64): bool {
  const difference =
    (loadU64(record + CREDENTIAL_SEEN) ^ low) | (loadU64(record + CREDENTIAL_SEEN + 8) ^ high)
  return difference == 0 && (loadU32(record + CREDENTIAL_STATE) & CREDENTIAL_IS_SEEN) != 0
}

function findSeen(identity: usize, low: u64, high: u64, kind: u32): usize {
  for (let place = findPlace(identity, low, kind, 0); place < PLACES; ) {
    const number = numberAt(identity, low, place)
    if (number != 0) {
      const record = recordOf(identity, kind, number)
      if (isSeenAs(record, low, high)) return record
    }
    place = findPlace(identity, low, kind, place + 1)
  }
  return 0
}

/** The record of the credential in the lane's buffer, if it was verified before; else 0. To be read by its sequence. */
export function recognise(lane: usize, length: u32): usize {
  const identity: usize = load<u32>(lane, LANE_IDENTITY)
  const hash = hashWhole(lane, identity, length)
  const low = load<u64>(hash)
  const high = load<u64>(hash, 8)
  const key = findSeen(identity, low, high, KIND_KEY_SEEN)
  if (key != 0) return key
  const session = findSeen(identity, low, high, KIND_SESSION_SEEN)
  if (session != 0) return session
  const last: usize = load<u32>(lane, LANE_ADMITTED)
  return last != 0 && isSeenAs(last, low, high) ? last : 0
}

/** Whether the record is still of the credential that `recognise` hashed last in this lane. */
export function isStillSeen(lane: usize, record: usize): bool {
  const hash = usize(load<u32>(lane, LANE_HASHING)) + SEEN
  return isSeenAs(record, load<u64>(hash), load<u64>(hash, 8))
}

/** The digest of the lane's credential, as the state says, at the lane's room for it. */
function digestOf(lane: usize, identity: usize, length: u32, state: u32): usize {
  const scratch: usize = load<u32>(lane, LANE_HASHING)
  const credential: usize = load<u32>(lane, LANE_CREDENTIAL)
  const target = scratch + DIGEST
  if (((state >> ALGORITHM_SHIFT) & DIGEST_MASK) == DIGEST_HMAC) {
    const pepper = (state >> PEPPER_SHIFT) & (PEPPER_MAX - 1)
    const midstates = identity + IDENTITY_PEPPERS + usize(pepper) * PEPPER_BYTES
    hmac(midstates, credential, length, target, scratch)
  } else {
    sha256Start(scratch + STATE)
    sha256(scratch + STATE, credential, length, 0, scratch)
    storeDigest(scratch + STATE, target)
  }
  return target
}

/** Whether the lane's credential has the record's digest: all 32 bytes, whatever the first is. */
export function isConfirmed(lane: usize, length: u32, record: usize): bool {
  const identity: usize = load<u32>(lane, LANE_IDENTITY)
  const digest = digestOf(lane, identity, length, loadU32(record + CREDENTIAL_STATE))
  let difference: u64 = 0
  for (let word: usize = 0; word < 32; word += 8) {
    difference |= load<u64>(digest + word) ^ loadU64(record + CREDENTIAL_DIGEST + word)
  }
  return difference == 0
}

/** Copies the record's id as a string. A record that is being written may give anything; nothing behind `end` is read. */
export function copyId(record: usize, target: usize, end: usize): void {
  let length: u32 = load<u8>(record, CREDENTIAL_ID)
  let bytes = record + CREDENTIAL_ID + 1
  if (length == ID_FAR) {
    const far: usize = load<u32>(record, CREDENTIAL_ID_FAR)
    // Bytes of another id's text can stand there meanwhile.
    if (far > end - STRING_BYTES - ID_BYTES_MAX) return
    length = min<u32>(load<u32>(far, STRING_LENGTH), ID_BYTES_MAX)
    bytes = far + STRING_BYTES
  } else length = min<u32>(length, ID_INLINE_MAX)
  store<u32>(target, length, STRING_LENGTH)
  memory.copy(target + STRING_BYTES, bytes, length)
}

/** Ids of our own format always stand in the record. */
function hasId(record: usize, pointer: usize, length: u32): bool {
  if (u32(load<u8>(record, CREDENTIAL_ID)) != length) return false
  return memory.compare(record + CREDENTIAL_ID + 1, pointer, length) == 0
}

/** Marks the record as that of the lane's credential, unless it has changed since its sequence was read. */
function remember(
  lane: usize,
  identity: usize,
  record: usize,
  kind: u32,
  number: u32,
  sequence: u32,
  length: u32,
): bool {
  const hash = hashWhole(lane, identity, length)
  const held = identity + IDENTITY_LOCK
  lock(lane, held)
  // What a thread that died was writing is for the host to mend.
  const isLeft = loadU32(identity + IDENTITY_WRITING) != 0
  const isSame = !isLeft && loadU32(record + CREDENTIAL_SEQUENCE) == sequence
  if (isSame) {
    const seen: u32 = isSession(kind) ? KIND_SESSION_SEEN : KIND_KEY_SEEN
    storeU32(identity + IDENTITY_WRITING, u32(record) | WRITING_SEEN)
    storeU32(record + CREDENTIAL_SEQUENCE, sequence + 1)
    storeU64(record + CREDENTIAL_SEEN, load<u64>(hash))
    storeU64(record + CREDENTIAL_SEEN + 8, load<u64>(hash, 8))
    storeU32(record + CREDENTIAL_STATE, load<u32>(record, CREDENTIAL_STATE) | CREDENTIAL_IS_SEEN)
    storeU32(record + CREDENTIAL_SEQUENCE, sequence + 2)
    storeU32(identity + IDENTITY_WRITING, 0)
    // One for which there is no place in the index is looked up at each call, and asked about again after that.
    const isPlaced = insertEntry(identity, load<u64>(hash), seen, number)
    store<u32>(lane, isPlaced ? 0 : u32(record), LANE_ADMITTED)
  }
  unlock(lane, held)
  return isSame
}

/** Compares the lane's credential with the records of a hash and kind; one that it is of is remembered. */
function admitFrom(lane: usize, length: u32, hash: u64, kind: u32, id: u32): u32 {
  const identity: usize = load<u32>(lane, LANE_IDENTITY)
  for (let place = findPlace(identity, hash, kind, 0); place < PLACES; ) {
    const number = numberAt(identity, hash, place)
    if (number != 0) {
      const record = recordOf(identity, kind, number)
      const sequence = loadU32(record + CREDENTIAL_SEQUENCE)
      if ((sequence & 1) != 0) return ADMIT_TORN
      const isUsed = (loadU32(record + CREDENTIAL_STATE) & STATUS_MASK) != STATUS_FREE
      const isIts = id == 0 || hasId(record, load<u32>(lane, LANE_CREDENTIAL), id)
      if (isUsed && isIts && isConfirmed(lane, length, record)) {
        const isKept = remember(lane, identity, record, kind, number, sequence, length)
        return isKept ? ADMIT_FOUND : ADMIT_TORN
      }
      if (loadU32(record + CREDENTIAL_SEQUENCE) != sequence) return ADMIT_TORN
    }
    place = findPlace(identity, hash, kind, place + 1)
  }
  return ADMIT_UNKNOWN
}

/**
 * Looks the credential in the lane's buffer up: by the id in it, if it is in our own format and its checksum is right;
 * else, if there are keys of other formats, by its digests. An unknown one is not hashed if there are none.
 */
export function admit(lane: usize, length: u32): u32 {
  const identity: usize = load<u32>(lane, LANE_IDENTITY)
  const credential: usize = load<u32>(lane, LANE_CREDENTIAL)
  const id = keyIdLength(credential, length)
  if (id != 0) {
    const hash = identityHash(identity, credential, id)
    for (let which = 0; which < 2; which++) {
      const kind: u32 = which == 0 ? KIND_KEY_ID : KIND_SESSION_ID
      const found = admitFrom(lane, length, hash, kind, id)
      if (found != ADMIT_UNKNOWN) return found
    }
  }
  if (loadU32(identity + IDENTITY_FOREIGN) == 0) return ADMIT_UNKNOWN
  // Plain SHA-256, and then HMAC under each pepper.
  for (let pepper: u32 = 0; pepper <= u32(PEPPER_MAX); pepper++) {
    let state: u32 = 0
    if (pepper != 0) {
      const midstates = identity + IDENTITY_PEPPERS + usize(pepper - 1) * PEPPER_BYTES
      if (load<u64>(midstates) == 0) continue
      state = (DIGEST_HMAC << ALGORITHM_SHIFT) | ((pepper - 1) << PEPPER_SHIFT)
    }
    const hash = load<u64>(digestOf(lane, identity, length, state))
    const found = admitFrom(lane, length, hash, KIND_KEY_DIGEST, 0)
    if (found != ADMIT_UNKNOWN) return found
  }
  return ADMIT_UNKNOWN
}
