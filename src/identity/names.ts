// Names of plans and features as the engine compares them: the first 8 bytes of their SHA-256. Ruleset and tenants are
// written at different times, and neither knows the other's numbers; two names with one hash would take 2^32 of them.
import { createHash } from 'node:crypto'

const known = new Map<string, bigint>()
const KNOWN_MAX = 4_096

/** 64 bits of the SHA-256 of a text. */
export function textHash(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64LE(0)
}

/** 64 bits, never 0. */
export function nameHash(name: string): bigint {
  let hash = known.get(name)
  if (hash === undefined) {
    hash = textHash(name) || 1n
    if (known.size >= KNOWN_MAX) known.clear()
    known.set(name, hash)
  }
  return hash
}
