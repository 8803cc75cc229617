// The only code that writes what is known of callers (assembly/shared/identity.ts draws it). One lock for all writers,
// held for microseconds; readers are not stopped by it, they look at each record's sequence before and after.
//
// A thread can be ended while it writes. Whoever takes its lock over finds the record in the header, and frees it: a
// credential that is half written is nobody's.
import * as layout from '../../assembly/shared/identity.ts'
import { STRING_BYTES, STRING_LENGTH } from '../../assembly/shared/value.ts'
import type { Engine } from '../engine/engine.ts'
import { SluiceError } from '../errors.ts'

/** Tries before the lock of a thread counts as that of a dead one: some 100 ms. */
const TRIES_MAX = 10_000_000
/** Blocks of the heap are multiples of this, so that their addresses fit in the index. */
const GRAIN = 16
/** Blocks up to this are kept in lists of one size each; those above in lists by powers of two. */
const SMALL_MAX = 1_024
/** What readers may look at behind the last text. */
const SLACK = 1_024
const PLACES = 2 * layout.INDEX_SET_ENTRIES

const encoder = new TextEncoder()

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

export class IdentityStore {
  readonly engine: Engine
  readonly base: number
  readonly #tables: Readonly<Record<RecordKind, RecordTable>>
  /** Room for a hash that the evaluators are to read. */
  readonly #hash: number
  readonly #text: number
  /** The same as bytes, for texts that are hashed. */
  readonly #room: Uint8Array
  /** Bytes of the text that was hashed last. */
  #placed = 0
  readonly #words: BigInt64Array
  #depth = 0

  constructor(engine: Engine) {
    this.engine = engine
    this.#words = new BigInt64Array(engine.memory.buffer)
    const { identity } = engine.map
    this.base = identity.base
    const { keysMax, sessionsMax, tenantsMax } = engine.sizes
    this.#hash = engine.lane + engine.map.laneHashing
    this.#text = engine.lane + engine.map.laneCredential
    this.#room = engine.u8.subarray(this.#text, this.#text + engine.sizes.credentialBytesMax)
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
        max: sessionsMax,
        free: layout.IDENTITY_SESSIONS_FREE,
        used: layout.IDENTITY_SESSIONS_USED,
        option: 'sessionsMax',
        link: layout.CREDENTIAL_TENANT,
      },
      tenant: {
        bytes: layout.TENANT_BYTES,
        first: identity.tenants,
        max: tenantsMax,
        free: layout.IDENTITY_TENANTS_FREE,
        used: layout.IDENTITY_TENANTS_USED,
        option: 'tenantsMax',
        link: layout.TENANT_ID,
      },
    }
  }

  /** Runs `write` with the lock. May be nested. @throws SluiceError CLOSED */
  locked<Result>(write: () => Result): Result {
    if (this.engine.version < 0) throw new SluiceError('CLOSED', 'the engine was closed')
    if (this.#depth > 0) return write()
    this.#lock()
    this.#depth++
    try {
      return write()
    } finally {
      this.#depth--
      this.setField(layout.IDENTITY_WRITING, 0)
      Atomics.compareExchange(this.engine.i32, this.base >> 2, this.engine.lane, 0)
    }
  }

  #lock(): void {
    const { i32, lane } = this.engine
    const word = this.base >> 2
    while (true) {
      for (let tries = 0; tries < TRIES_MAX; tries++) {
        if (Atomics.compareExchange(i32, word, 0, lane) === 0) return
      }
      const holder = Atomics.load(i32, word)
      if (holder !== 0 && Atomics.compareExchange(i32, word, holder, lane) === holder) {
        this.#repair()
        return
      }
    }
  }

  /** Ends what a thread that died has begun. */
  #repair(): void {
    const writing = this.field(layout.IDENTITY_WRITING)
    const record = writing & ~layout.WRITING_SEEN
    if (record === 0) return
    const sequence = Atomics.load(this.engine.i32, record >> 2)
    if ((sequence & 1) === 0) return
    // Of credentials and tenants the second word is the state, and 0 is free. Without its tag one is looked up again.
    const state = this.u32(record + layout.CREDENTIAL_STATE)
    const kept = writing === record ? 0 : state & ~layout.CREDENTIAL_IS_SEEN
    Atomics.store(this.engine.i32, (record + layout.CREDENTIAL_STATE) >> 2, kept)
    Atomics.store(this.engine.i32, record >> 2, sequence + 1)
  }

  /** Changes a record so that no reader sees half of it. With the lock. */
  change(record: number, write: () => void): void {
    const { i32 } = this.engine
    this.setField(layout.IDENTITY_WRITING, record)
    Atomics.add(i32, record >> 2, 1)
    write()
    Atomics.add(i32, record >> 2, 1)
    this.setField(layout.IDENTITY_WRITING, 0)
  }

  field(offset: number): number {
    return this.engine.u32[(this.base + offset) >> 2]!
  }

  setField(offset: number, value: number): void {
    this.engine.u32[(this.base + offset) >> 2] = value
  }

  u32(address: number): number {
    return this.engine.u32[address >> 2]!
  }

  setU32(address: number, value: number): void {
    this.engine.u32[address >> 2] = value
  }

  f64(address: number): number {
    return this.engine.f64[address >> 3]!
  }

  setF64(address: number, value: number): void {
    this.engine.f64[address >> 3] = value
  }

  /** Stores 8 bytes at once, for readers without the lock. */
  storeWord(address: number, low: number, high: number): void {
    const word = (BigInt(high) << 32n) | BigInt(low)
    Atomics.store(this.#words, address >> 3, BigInt.asIntN(64, word))
  }

  /** Adds one to a field that readers without the lock compare. */
  raise(offset: number): void {
    Atomics.add(this.engine.i32, (this.base + offset) >> 2, 1)
  }

  copy(target: number, bytes: Uint8Array): void {
    this.engine.u8.set(bytes, target)
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

  hasFree(kind: RecordKind): boolean {
    const table = this.#tables[kind]
    return this.field(table.free) !== 0 || this.field(table.used) < table.max
  }

  /** A free record's number. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  take(kind: RecordKind): number {
    const table = this.#tables[kind]
    const free = this.field(table.free)
    if (free !== 0) {
      this.setField(table.free, this.u32(this.record(kind, free) + table.link))
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

  /** Address of `bytes` of the heap, zeroed. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  allocate(bytes: number): number {
    const { size, list } = blockOf(bytes)
    const head = layout.IDENTITY_HEAP_LISTS + 4 * list
    const free = this.field(head)
    if (free !== 0) {
      this.setField(head, this.u32(free))
      this.engine.u8.fill(0, free, free + size)
      return free
    }
    const address = this.field(layout.IDENTITY_HEAP_FREE)
    if (address + size > this.field(layout.IDENTITY_HEAP_END) - SLACK) {
      const max = this.engine.sizes.identityBytesMax
      const message = `there is no room for more texts of keys, sessions and tenants (option identityBytesMax: ${max})`
      throw new SluiceError('CAPACITY_EXCEEDED', message)
    }
    this.setField(layout.IDENTITY_HEAP_FREE, address + size)
    return address
  }

  /** Gives back what `allocate` gave for the same number of bytes; 0 is nothing. With the lock. */
  free(address: number, bytes: number): void {
    if (address === 0) return
    const { list } = blockOf(bytes)
    const head = layout.IDENTITY_HEAP_LISTS + 4 * list
    this.setU32(address, this.field(head))
    this.setField(head, address)
  }

  /** Address of a string with the text; 0 for an empty one. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  string(text: string): number {
    if (text === '') return 0
    const bytes = encoder.encode(text)
    const address = this.allocate(STRING_BYTES + bytes.length)
    this.setU32(address + STRING_LENGTH, bytes.length)
    this.copy(address + STRING_BYTES, bytes)
    return address
  }

  freeString(address: number): void {
    if (address !== 0) this.free(address, STRING_BYTES + this.u32(address + STRING_LENGTH))
  }

  text(address: number): string {
    return address === 0 ? '' : this.engine.readString(address)
  }

  /** The bytes of a text where the evaluators can hash them. At most `credentialBytesMax`. */
  #place(text: string): number {
    this.#placed = encoder.encodeInto(text, this.#room).written
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
    this.engine.u8.fill(0, this.#text, this.#text + length)
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

/** What a block takes, and the list of free ones of its size. */
function blockOf(bytes: number): { size: number; list: number } {
  const size = Math.ceil(bytes / GRAIN) * GRAIN
  if (size <= SMALL_MAX) return { size, list: size / GRAIN - 1 }
  const power = Math.ceil(Math.log2(size))
  return { size: 2 ** power, list: SMALL_MAX / GRAIN + power - 11 }
}
