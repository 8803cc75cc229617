// API keys in the memory: from a definition to a record, and the entries of the index by which it is found.
import * as layout from '../../assembly/shared/identity.ts'
import type { KeyDefinition } from '../config/types.ts'
import { SluiceError } from '../errors.ts'
import type { CredentialFacts, CredentialTable } from './credential-table.ts'
import { environmentOf } from './key-format.ts'
import { readPeppers } from './peppers.ts'
import type { IdentityStore } from './store.ts'

/** That of the key that is being added: one for each would be a Buffer for each. */
const digest = Buffer.alloc(32)

const STATUS = {
  active: layout.STATUS_ACTIVE,
  disabled: layout.STATUS_DISABLED,
  revoked: layout.STATUS_REVOKED,
} as const

export class KeyRecords {
  readonly #store: IdentityStore
  readonly #table: CredentialTable

  constructor(table: CredentialTable) {
    this.#store = table.store
    this.#table = table
  }

  /** Adds a checked definition. `origin`: the load of the config it came with, 0 at run time. */
  add(definition: KeyDefinition, origin: number): void {
    const store = this.#store
    const facts = this.#factsOf(definition, origin)
    store.locked(() => {
      const number = this.#table.find('key', definition.id)
      if (number === 0) this.#insert(facts)
      else this.#replace(number, facts)
    })
  }

  /** Removes the keys that came with another load of the config than this one, and are not in it any more. */
  sweep(origin: number): void {
    const store = this.#store
    for (let number = 1; number <= store.used('key'); number++) {
      if (!this.#isLeftOut(number, origin)) continue
      store.locked(() => {
        // Another thread may have removed it since, or set it anew.
        if (this.#isLeftOut(number, origin)) this.remove(number)
      })
    }
  }

  /** Whether the record is that of a key of another load of the config, which this one need not keep. */
  #isLeftOut(number: number, origin: number): boolean {
    const store = this.#store
    const state = store.u32(store.record('key', number) + layout.CREDENTIAL_STATE)
    const own = state >>> layout.ORIGIN_SHIFT
    const status = state & layout.STATUS_MASK
    // What was revoked stays known, or a later config would bring it back.
    if (status === layout.STATUS_FREE || status === layout.STATUS_REVOKED) return false
    return own !== 0 && own !== origin
  }

  /** Says of a key that came with a load of the config that it comes with this one, too. */
  keep(id: string, origin: number): void {
    const store = this.#store
    store.locked(() => {
      const number = this.#table.find('key', id)
      if (number === 0) return
      const record = store.record('key', number)
      const address = record + layout.CREDENTIAL_STATE
      const state = store.u32(address)
      if (state >>> layout.ORIGIN_SHIFT === 0) return
      const rest = state & ((1 << layout.ORIGIN_SHIFT) - 1)
      store.change(record, () => store.setU32(address, rest | (origin << layout.ORIGIN_SHIFT)))
    })
  }

  #factsOf(definition: KeyDefinition, origin: number): CredentialFacts {
    const { id, hash, tenant = '', subject = '', roles, permissions, networks } = definition
    const { expiresMs = Number.POSITIVE_INFINITY, rotated } = definition
    const isRotated = rotated !== undefined && rotated.graceUntilMs <= expiresMs
    const isHmac = hash.algorithm === 'hmac-sha256'
    const pepper = isHmac ? (readPeppers(this.#store)?.names.indexOf(hash.pepper ?? '') ?? -1) : 0
    if (pepper < 0) {
      throw new SluiceError(
        'ENTITY_INVALID',
        `the engine has no pepper '${hash.pepper}' (option peppers)`,
      )
    }
    const state =
      STATUS[definition.state] |
      (layout.TYPE_KEY << layout.TYPE_SHIFT) |
      ((isHmac ? layout.DIGEST_HMAC : layout.DIGEST_SHA256) << layout.ALGORITHM_SHIFT) |
      (isRotated ? layout.CREDENTIAL_ROTATED : 0) |
      (environmentOf(id) === undefined ? 0 : layout.CREDENTIAL_OWN) |
      (pepper << layout.PEPPER_SHIFT) |
      (origin << layout.ORIGIN_SHIFT)
    digest.write(hash.digest, 'base64url')
    const expires = isRotated ? rotated.graceUntilMs : expiresMs
    return { id, tenant, subject, roles, permissions, networks, digest, state, expiresMs: expires }
  }

  #insert(facts: CredentialFacts): void {
    const store = this.#store
    const held = this.#table.hold(facts)
    const number = this.#table.take('key', held)
    const record = store.record('key', number)
    store.change(record, () => this.#table.write(record, facts, held))
    // Before anything can fail: who takes the record back counts down.
    this.#countForeign(facts.state, 1)
    try {
      store.hash(facts.id)
      store.insert(layout.KIND_KEY_ID, number)
      this.#insertDigest(number, facts)
    } catch (error) {
      this.remove(number)
      throw error
    }
  }

  /** What another system made is found by its digest, whatever it looks like. */
  #insertDigest(number: number, { digest, state }: CredentialFacts): void {
    if (isFoundById(state)) return
    const store = this.#store
    const view = new DataView(digest.buffer, digest.byteOffset)
    store.placeHash(view.getUint32(0, true), view.getUint32(4, true))
    store.insert(layout.KIND_KEY_DIGEST, number)
  }

  #countForeign(state: number, change: 1 | -1): void {
    const store = this.#store
    if (isFoundById(state)) return
    store.setField(layout.IDENTITY_FOREIGN, store.field(layout.IDENTITY_FOREIGN) + change)
  }

  #removeDigest(number: number): void {
    const store = this.#store
    const record = store.record('key', number)
    if (isFoundById(store.u32(record + layout.CREDENTIAL_STATE))) return
    store.placeHash(
      store.u32(record + layout.CREDENTIAL_DIGEST),
      store.u32(record + layout.CREDENTIAL_DIGEST + 4),
    )
    store.remove(layout.KIND_KEY_DIGEST, number)
    this.#countForeign(store.u32(record + layout.CREDENTIAL_STATE), -1)
  }

  /** What becomes of a record that is defined anew: what was said of it at run time only gets stricter. */
  #kept(record: number, facts: CredentialFacts): CredentialFacts {
    const store = this.#store
    const before = store.u32(record + layout.CREDENTIAL_STATE)
    const endsMs = store.f64(record + layout.CREDENTIAL_EXPIRES)
    const isEnding = (before & layout.CREDENTIAL_ENDING) !== 0 && endsMs <= facts.expiresMs
    const kept = layout.CREDENTIAL_SET | layout.CREDENTIAL_ENDING
    const state =
      (facts.state & ~layout.STATUS_MASK) |
      strictest(before, facts.state) |
      (before & kept) |
      (isEnding ? before & layout.CREDENTIAL_ROTATED : 0)
    return { ...facts, state, expiresMs: isEnding ? endsMs : facts.expiresMs }
  }

  #replace(number: number, facts: CredentialFacts): void {
    const store = this.#store
    const record = store.record('key', number)
    const kept = this.#kept(record, facts)
    const held = this.#table.hold(facts)
    const old = this.#table.holdings(record)
    this.#table.forgetSeen('key', number)
    this.#removeDigest(number)
    store.change(record, () => {
      store.setU32(record + layout.CREDENTIAL_SEEN, 0)
      this.#table.write(record, kept, held)
    })
    this.#table.letGo(old)
    this.#countForeign(kept.state, 1)
    this.#insertDigest(number, kept)
  }

  /** With the lock. */
  remove(number: number): void {
    const store = this.#store
    const record = store.record('key', number)
    this.#table.forgetSeen('key', number)
    this.#table.forgetId('key', number)
    this.#removeDigest(number)
    const held = this.#table.holdings(record)
    store.give('key', number)
    this.#table.letGo(held)
  }
}

/** Keys of our own format that we hash are found by their ids; a plain SHA-256 may be that of anything. */
function isFoundById(state: number): boolean {
  const algorithm = (state >> layout.ALGORITHM_SHIFT) & layout.DIGEST_MASK
  return (state & layout.CREDENTIAL_OWN) !== 0 && algorithm === layout.DIGEST_HMAC
}

/** A key that was revoked stays so; what was said at run time only gets stricter by a config that is loaded again. */
function strictest(before: number, after: number): number {
  const [old, next] = [before & layout.STATUS_MASK, after & layout.STATUS_MASK]
  const isKept = (before & layout.CREDENTIAL_SET) !== 0 || old === layout.STATUS_REVOKED
  return isKept ? Math.max(old, next) : next
}
