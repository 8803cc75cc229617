// What the region has records of, and the index over them. Whatever writes it does so here, in heap.ts and region.ts.
import * as layout from '../../assembly/shared/identity.ts'
import { STRING_BYTES, STRING_LENGTH } from '../../assembly/shared/value.ts'
import type { Engine } from '../engine/engine.ts'
import { sessionRecords, tenantRecords } from '../engine/identity-map.ts'
import { SluiceError } from '../errors.ts'
import { IdentityHeap } from './heap.ts'

const PLACES = 2 * layout.INDEX_SET_ENTRIES

/** What a region has records of. */
export type RecordKind = 'key' | 'session' | 'tenant'

interface RecordTable {
  readonly bytes: number
  readonly first: number
  readonly max: number
  readonly free: number
  readonly used: number
  readonly option: 'keysMax' | 'sessionsMax' | 'tenantsMax'
  /** Where a free record has the number of the next. */
  readonly link: number
}

export class IdentityStore extends IdentityHeap {
  readonly #tables: Readonly<Record<RecordKind, RecordTable>>
  /** Room for a hash that the evaluators are to read. */
  readonly #hash: number
  readonly #text: number
  /** Bytes of the text that was hashed last. */
  #placed = 0

  constructor(engine: Engine) {
    super(engine)
    const { identity } = engine.map
    const { keysMax } = engine.sizes
    this.#hash = engine.lane + engine.map.laneHashing
    this.#text = engine.lane + engine.map.laneCredential
    this.#tables = {
      key: {
        bytes: layout.CREDENTIAL_BYTES,
        first: identity.keys,
        max: keysMax,
        free: layout.IDENTITY_KEYS_FREE,
        used: layout.IDENTITY_KEYS_USED,
        option: 'keysMax',
        link: layout.CREDENTIAL_TENANT,
      },
      session: {
        bytes: layout.SESSION_BYTES,
        first: identity.sessions,
        max: sessionRecords(engine.sizes),
        free: layout.IDENTITY_SESSIONS_FREE,
        used: layout.IDENTITY_SESSIONS_USED,
        option: 'sessionsMax',
        link: layout.CREDENTIAL_TENANT,
      },
      tenant: {
        bytes: layout.TENANT_BYTES,
        first: identity.tenants,
        max: tenantRecords(engine.sizes),
        free: layout.IDENTITY_TENANTS_FREE,
        used: layout.IDENTITY_TENANTS_USED,
        option: 'tenantsMax',
        link: layout.TENANT_ID,
      },
    }
  }

  /** Address of the record of a number, counted from 1. */
  record(kind: RecordKind, number: number): number {
    const { first, bytes } = this.#tables[kind]
    return first + (number - 1) * bytes
  }

  number(kind: RecordKind, record: number): number {
    const { first, bytes } = this.#tables[kind]
    return (record - first) / bytes + 1
  }

  /** How many records were ever used: those behind never were. */
  used(kind: RecordKind): number {
    return this.field(this.#tables[kind].used)
  }

  /** A free record's number. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  take(kind: RecordKind): number {
    const table = this.#tables[kind]
    const free = this.field(table.free)
    if (free !== 0) {
      const link = this.record(kind, free) + table.link
      this.setField(table.free, this.u32(link))
      // Where a record in use has something else.
      this.setU32(link, 0)
      return free
    }
    const used = this.field(table.used)
    if (used === table.max) {
      const message = `there is no room for another ${kind} (option ${table.option}: ${table.max})`
      throw new SluiceError('CAPACITY_EXCEEDED', message)
    }
    this.setField(table.used, used + 1)
    return used + 1
  }

  /** Gives a record back, that nothing refers to any more. With the lock. */
  give(kind: RecordKind, number: number): void {
    const table = this.#tables[kind]
    const record = this.record(kind, number)
    this.change(record, () => {
      const sequence = this.u32(record)
      this.engine.u8.fill(0, record, record + table.bytes)
      this.setU32(record, sequence)
      this.setU32(record + table.link, this.field(table.free))
    })
    this.setField(table.free, number)
  }

  /** The bytes of a text where the evaluators can hash them. At most `credentialBytesMax`. */
  #place(text: string): number {
    const { credentialBytesMax } = this.engine.sizes
    this.#placed = this.bytes.write(text, this.#text, credentialBytesMax)
    return this.#placed
  }

  /** Whether the string at an address is the text that was hashed last. */
  isPlaced(address: number): boolean {
    if (address === 0 || this.u32(address + STRING_LENGTH) !== this.#placed) return false
    const { u8 } = this.engine
    const first = address + STRING_BYTES
    for (let index = 0; index < this.#placed; index++) {
      if (u8[first + index] !== u8[this.#text + index]) return false
    }
    return true
  }

  /** Wipes the text that was hashed last. */
  wipe(): void {
    this.bytes.fill(0, this.#text, this.#text + this.#placed)
    this.#placed = 0
  }

  /** Hashes a text into the lane: the address of 8 bytes, good until the next hash. */
  hash(text: string): number {
    const length = this.#place(text)
    this.engine.evaluators.hashIdentity(this.engine.lane, this.#text, length, this.#hash)
    return this.#hash
  }

  /** The hash of a text as the key of a limit: the address of 8 bytes, good until the next hash. */
  limitHash(text: string): number {
    const length = this.#place(text)
    this.engine.evaluators.hashLimitKey(this.engine.lane, this.#text, length, this.#hash)
    return this.#hash
  }

  /** Hashes a whole credential into the lane, 16 bytes. */
  seenHash(credential: string): number {
    const length = this.#place(credential)
    const secret = this.base + layout.IDENTITY_SECRET
    this.engine.evaluators.siphash128(secret, this.#text, length, this.#hash)
    this.wipe()
    return this.#hash
  }

  /** Copies the 16 bytes that `seenHash` left. */
  copySeen(target: number): void {
    this.copyHash(target)
    this.copyHash(target + 8, this.#hash + 8)
  }

  /** The first half of a seen tag as the lane's hash. */
  placeSeen(tag: number): void {
    this.placeHash(this.u32(tag), this.u32(tag + 4))
  }

  /** Number of the record that has the seen tag in the lane; 0 if there is none. */
  findSeen(kind: number, recordOf: (number: number) => number): number {
    const words = [0, 4, 8, 12]
    const tag = words.map(word => this.u32(this.#hash + word))
    return this.find(kind, number => {
      const seen = recordOf(number) + layout.CREDENTIAL_SEEN
      return words.every((word, index) => this.u32(seen + word) === tag[index])
    })
  }

  /** A hash that is known: the address of 8 bytes, good until the next hash. */
  placeHash(low: number, high: number): number {
    this.setU32(this.#hash, low)
    this.setU32(this.#hash + 4, high)
    return this.#hash
  }

  /** Copies the 8 bytes of a hash. */
  copyHash(target: number, hash = this.#hash): void {
    this.setU32(target, this.u32(hash))
    this.setU32(target + 4, this.u32(hash + 4))
  }

  /** The first record of a kind of entry under the lane's hash that is the one meant; 0 if there is none. */
  find(kind: number, isMeant: (number: number) => boolean): number {
    const { evaluators, lane } = this.engine
    let place = evaluators.indexFind(lane, this.#hash, kind, 0)
    while (place < PLACES) {
      const number = evaluators.indexNumber(lane, this.#hash, place)
      if (number !== 0 && isMeant(number)) return number
      place = evaluators.indexFind(lane, this.#hash, kind, place + 1)
    }
    return 0
  }

  /** Adds a record under the lane's hash. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  insert(kind: number, number: number): void {
    if (this.engine.evaluators.indexInsert(this.engine.lane, this.#hash, kind, number) !== 0) return
    const message =
      'the index of keys, sessions and tenants has no room left at one place: raise keysMax or sessionsMax'
    throw new SluiceError('CAPACITY_EXCEEDED', message)
  }

  /** Removes a record from under the lane's hash. With the lock. */
  remove(kind: number, number: number): void {
    this.engine.evaluators.indexRemove(this.engine.lane, this.#hash, kind, number)
  }
}
