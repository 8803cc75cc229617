// Revocations of sessions: until when what was issued is void, by hashes of what it is about.
import { createHash } from 'node:crypto'
import * as layout from '../../assembly/shared/identity.ts'
import { SluiceError } from '../errors.ts'
import type { IdentityStore } from './store.ts'

/** What a revocation can be about. */
export type RevocationKind = 'token' | 'session' | 'subject' | 'tenant' | 'issuer'

/** Characters of a text that the smallest buffer, of 256 bytes, has room for beside the kind: 3 bytes each at most. */
const HASHED_MAX = 80

/** Hashes what a revocation is about, or a session is of: the address of 8 bytes, good until the next hash. */
export function revocationHash(store: IdentityStore, kind: RevocationKind, text: string): number {
  const hash = store.hash(hashedOf(kind, text))
  // A token is a secret, and must not stay where it was hashed.
  store.wipe()
  return hash
}

/** What is hashed: all of the text, or its digest. They are told apart, or a text could be written as the digest of another. */
function hashedOf(kind: RevocationKind, text: string): string {
  if (text.length <= HASHED_MAX) return `${kind}\u001f${text}`
  return `${kind}\u001e${createHash('sha256').update(text).digest('base64url')}`
}

export class Revocations {
  readonly #store: IdentityStore

  constructor(store: IdentityStore) {
    this.#store = store
  }

  /**
   * Voids what was issued before `notBefore`, from the next decision on in every thread. Times in Unix ms; kept up to
   * `until`. With the lock. @throws SluiceError REVOCATIONS_EXHAUSTED
   */
  add(kind: RevocationKind, text: string, notBefore: number, until: number, nowMs: number): void {
    const store = this.#store
    const hash = revocationHash(store, kind, text)
    const [low, high] = [store.u32(hash), store.u32(hash + 4)]
    const slot = this.#slotOf(low, high, nowMs)
    if (slot === 0) {
      const max = store.engine.sizes.revocationsMax
      const message = `no revocation more can be remembered (option revocationsMax: ${max})`
      throw new SluiceError('REVOCATIONS_EXHAUSTED', message)
    }
    const isKnown = store.u32(slot) === low && store.u32(slot + 4) === high
    const before = isKnown
      ? store.f64(slot + layout.REVOCATION_NOT_BEFORE)
      : Number.NEGATIVE_INFINITY
    const kept = isKnown ? store.f64(slot + layout.REVOCATION_UNTIL) : Number.NEGATIVE_INFINITY
    store.setF64(slot + layout.REVOCATION_NOT_BEFORE, Math.max(before, notBefore))
    store.setF64(slot + layout.REVOCATION_UNTIL, Math.max(kept, until))
    // The hash last, and whole: a reader that finds it finds its time too.
    store.storeWord(slot, low, high)
    // What was found good before is asked about again.
    store.raise(layout.IDENTITY_REVOCATIONS_EPOCH)
  }

  /** Unix ms before which a thing is void; -Infinity if that was never said. With the lock. */
  timeOf(kind: RevocationKind, text: string): number {
    const store = this.#store
    if (text === '') return Number.NEGATIVE_INFINITY
    const hash = revocationHash(store, kind, text)
    const [low, high] = [store.u32(hash), store.u32(hash + 4)]
    const slot = this.#slotOf(low, high, Number.NEGATIVE_INFINITY)
    const isKnown = slot !== 0 && store.u32(slot) === low && store.u32(slot + 4) === high
    return isKnown ? store.f64(slot + layout.REVOCATION_NOT_BEFORE) : Number.NEGATIVE_INFINITY
  }

  /** The slot of the hash, or one that is free; 0 if there is none where it could be. */
  #slotOf(low: number, high: number, nowMs: number): number {
    const store = this.#store
    const { revocations, revocationSlots } = store.engine.map.identity
    let free = 0
    for (let probe = 0; probe < layout.REVOCATION_PROBES_MAX; probe++) {
      const index = (low + probe) & (revocationSlots - 1)
      const slot = revocations + index * layout.REVOCATION_BYTES
      const [foundLow, foundHigh] = [store.u32(slot), store.u32(slot + 4)]
      if (foundLow === low && foundHigh === high) return slot
      const isNew = foundLow === 0 && foundHigh === 0
      const isPast = store.f64(slot + layout.REVOCATION_UNTIL) <= nowMs
      if (free === 0 && (isNew || isPast)) free = slot
      if (isNew) break
    }
    return free
  }
}
