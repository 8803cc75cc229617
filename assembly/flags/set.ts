// Membership in a set of ids (shared/ruleset.ts draws it): one hash, one place to look, about eight hashes to compare.
// A hash has 64 bits and a key that only the ruleset knows: of a million members, a stranger is taken for one with a
// probability of 2^-44.
import { siphash } from '../hash/siphash.ts'
import { SET_BITS, SET_SEED, SET_STARTS } from '../shared/ruleset.ts'
import { isString, pointerOf, stringBytes, stringLength } from './value.ts'

/** Where the hashes stand behind a set's first byte. */
export function setHashes(bits: u32): u64 {
  return (u64(SET_STARTS) + ((u64(1) << bits) + 1) * 4 + 7) & ~u64(7)
}

/** Whether the value is a string of the set. */
export function isInSet(value: u64, set: usize): bool {
  if (!isString(value)) return false
  const string = pointerOf(value)
  const hash = siphash(
    load<u64>(set, SET_SEED),
    load<u64>(set, SET_SEED + 8),
    stringBytes(string),
    stringLength(string),
  )
  const bits = load<u32>(set, SET_BITS)
  const start = set + SET_STARTS + usize((hash >> (64 - u64(bits))) << 2)
  const hashes = set + usize(setHashes(bits))
  let entry = hashes + (usize(load<u32>(start)) << 3)
  const end = hashes + (usize(load<u32>(start, 4)) << 3)
  for (; entry < end; entry += 8) if (load<u64>(entry) == hash) return true
  return false
}

/** Hashes a text for a set with the seed at `seed`: 8 bytes to `target`. */
export function hashText(text: usize, length: u32, seed: usize, target: usize): void {
  store<u64>(target, siphash(load<u64>(seed), load<u64>(seed, 8), text, length))
}

/**
 * Hashes each line of a text for a set with the seed at `seed`: 8 bytes a line to `target`. Lines end with a line feed,
 * or a carriage return and one; the last may do without. Empty lines are left out.
 * @returns how many hashes were written
 */
export function hashLines(text: usize, length: u32, seed: usize, target: usize): u32 {
  const end = text + length
  let count: u32 = 0
  while (text < end) {
    let stop = text
    while (stop < end && load<u8>(stop) != 0x0a) stop++
    const next = stop + 1
    if (stop > text && load<u8>(stop - 1) == 0x0d) stop--
    if (stop > text) {
      hashText(text, u32(stop - text), seed, target + (usize(count) << 3))
      count++
    }
    text = next
  }
  return count
}
