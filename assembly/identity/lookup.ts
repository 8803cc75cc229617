// The index of what is known of callers (shared/identity.ts draws it): from a hash to the numbers of records. Read
// without a lock; written under that of the region.
import { loadU64, storeU64 } from '../atomic.ts'
import {
  IDENTITY_INDEX,
  IDENTITY_INDEX_SETS,
  INDEX_KIND_SHIFT,
  INDEX_NUMBER_MASK,
  INDEX_SET_BYTES,
  INDEX_SET_ENTRIES,
  KIND_KEY_SEEN,
  KIND_SESSION_SEEN,
} from '../shared/identity.ts'

/** Entries that a hash can have: those of its two sets. */
export const PLACES: u32 = 2 * INDEX_SET_ENTRIES

/** The first or the second set of a hash. */
function setAt(identity: usize, hash: u64, which: u32): usize {
  const low = u32(hash)
  // Another half of the bits, or all that share their first set would share the second.
  const spread = which == 0 ? low : (low ^ u32(hash >> 32)) * 0x9e3779b1
  const set = usize((u64(spread) * u64(load<u32>(identity, IDENTITY_INDEX_SETS))) >> 32)
  return usize(load<u32>(identity, IDENTITY_INDEX)) + set * INDEX_SET_BYTES
}

function placeAt(identity: usize, hash: u64, place: u32): usize {
  return setAt(identity, hash, place >> 3) + usize(place & (INDEX_SET_ENTRIES - 1)) * 8
}

export function kindOf(word: u64): u32 {
  return (u32(word) >> INDEX_KIND_SHIFT) & 15
}

export function numberOf(word: u64): u32 {
  return u32(word) & u32(INDEX_NUMBER_MASK)
}

function wordOf(hash: u64, kind: u32, number: u32): u64 {
  return ((hash >> 32) << 32) | u64((kind << INDEX_KIND_SHIFT) | number)
}

/** The first place from `place` on where a record of the kind may be that has the hash; PLACES if there is none. */
export function findPlace(identity: usize, hash: u64, kind: u32, place: u32): u32 {
  const tag = ((hash >> 32) << 4) | u64(kind)
  for (; place < PLACES; place++) {
    if (loadU64(placeAt(identity, hash, place)) >> INDEX_KIND_SHIFT == tag) return place
  }
  return PLACES
}

/** Number of the record at a place; 0 if it has been freed. */
export function numberAt(identity: usize, hash: u64, place: u32): u32 {
  return numberOf(loadU64(placeAt(identity, hash, place)))
}

function freeEntries(set: usize): u32 {
  let count: u32 = 0
  for (let place: usize = 0; place < usize(INDEX_SET_BYTES); place += 8) {
    if (load<u64>(set + place) == 0) count++
  }
  return count
}

/** Where a new entry goes: the emptier set; with none free, in place of one that only saves time; 0 if there is none. */
function roomFor(identity: usize, hash: u64): usize {
  const first = setAt(identity, hash, 0)
  const second = setAt(identity, hash, 1)
  const set = freeEntries(first) >= freeEntries(second) ? first : second
  for (let place: usize = 0; place < usize(INDEX_SET_BYTES); place += 8) {
    if (load<u64>(set + place) == 0) return set + place
  }
  for (let place: usize = 0; place < usize(2 * INDEX_SET_BYTES); place += 8) {
    const entry = (place < usize(INDEX_SET_BYTES) ? first : second - INDEX_SET_BYTES) + place
    const kind = kindOf(load<u64>(entry))
    if (kind == KIND_KEY_SEEN || kind == KIND_SESSION_SEEN) return entry
  }
  return 0
}

/** Adds an entry, once. False if there is no room. Under the region's lock. */
export function insertEntry(identity: usize, hash: u64, kind: u32, number: u32): bool {
  for (let place = findPlace(identity, hash, kind, 0); place < PLACES; ) {
    if (numberAt(identity, hash, place) == number) return true
    place = findPlace(identity, hash, kind, place + 1)
  }
  const entry = roomFor(identity, hash)
  if (entry == 0) return false
  storeU64(entry, wordOf(hash, kind, number))
  return true
}

/** Removes an entry, if it is there. Under the region's lock. */
export function removeEntry(identity: usize, hash: u64, kind: u32, number: u32): void {
  for (let place = findPlace(identity, hash, kind, 0); place < PLACES; ) {
    if (numberAt(identity, hash, place) == number) storeU64(placeAt(identity, hash, place), 0)
    place = findPlace(identity, hash, kind, place + 1)
  }
}
