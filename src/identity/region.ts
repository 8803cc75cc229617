// The region of the memory that says what is known of callers, as its only writer sees it: fields, one lock for all
// threads, and records that change whole. Readers are not stopped by the lock, they look at each record's sequence before
// and after.
//
// A thread can be ended while it writes. Whoever takes its lock over finds the record in the header, and frees it: a
// credential that is half written is nobody's.
import * as layout from '../../assembly/shared/identity.ts'
import type { Engine } from '../engine/engine.ts'
import { SluiceError } from '../errors.ts'

/** Tries before the lock of a thread counts as that of a dead one: about a second. */
const TRIES_MAX = 50_000_000

export class IdentityRegion {
  readonly engine: Engine
  readonly base: number
  /** The whole memory: writes and reads texts faster than TextEncoder and TextDecoder, and shared memory too. */
  protected readonly bytes: Buffer
  readonly #words: BigInt64Array
  #depth = 0

  constructor(engine: Engine) {
    this.engine = engine
    this.base = engine.map.identity.base
    this.bytes = Buffer.from(engine.memory.buffer)
    this.#words = new BigInt64Array(engine.memory.buffer)
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
        if (Atomics.compareExchange(i32, word, 0, lane) !== 0) continue
        // The evaluators take the lock of a dead thread over too, and leave what it was writing to others.
        this.#repair()
        return
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

  /** Writes a text, of which `Buffer.byteLength` is known. */
  writeText(target: number, text: string, length: number): void {
    this.bytes.write(text, target, length)
  }

  readText(source: number, length: number): string {
    return this.bytes.toString('utf8', source, source + length)
  }

  copy(target: number, bytes: Uint8Array): void {
    this.engine.u8.set(bytes, target)
  }
}
