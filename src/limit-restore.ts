import {
  CONTROL_DEADLINE,
  CONTROL_EXCEPTIONS,
  CONTROL_OFFSET,
  PART_STATE,
  PART_TAG,
  PARTS_OFFSET,
} from '../assembly/shared/layout.ts'
import * as shared from '../assembly/shared/limit.ts'
import type { Engine } from './engine/engine.ts'
import { copyVariants } from './engine/limit-master.ts'
import { leasesStart } from './engine/memory.ts'
import { invalid, type LimitDump, variantBytes } from './limit-dump.ts'

/**
 * Puts a dump into an engine that nobody uses yet and that was opened with the dump's seed and clock.
 * @throws SluiceError DUMP_INVALID where the engine has no room for it
 */
export function restoreLimits(engine: Engine, dump: LimitDump, nowMs: number): void {
  const { sections, header } = dump
  const { map } = engine
  if (sections.variants.length > variantBytes(engine)) {
    throw invalid('the dump has more limits than the option limitsMax allows')
  }
  engine.u8.set(sections.variants, map.variants)
  engine.u8.set(sections.metrics.subarray(0, map.variants - map.metrics), map.metrics)
  engine.setLimitsEpoch(engine.limitsEpoch + 2)
  copyVariants(engine)
  restoreTable(engine, sections.table, nowMs)
  restoreLogs(engine, sections.logs, header.logBytes)
  restoreLeases(engine, sections.leases)
  restoreExceptions(engine, sections.exceptions)
  restoreRequests(engine, sections.requests)
}

/** Records of a section, as views of their bytes. */
function* records(bytes: Uint8Array, stride: number): Generator<DataView> {
  for (let offset = 0; offset + stride <= bytes.length; offset += stride) {
    yield new DataView(bytes.buffer, bytes.byteOffset + offset, stride)
  }
}

/** The high half of a tag scaled to a number of sets, as table.ts does it. */
function setIndex(tag: bigint, sets: number): number {
  return Number(((tag >> 32n) * BigInt(sets)) >> 32n)
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}

function restoreTable(engine: Engine, bytes: Uint8Array, nowMs: number): void {
  const view = new DataView(engine.u8.buffer)
  const part = engine.lane + PARTS_OFFSET
  for (const record of records(bytes, shared.ENTRY_BYTES)) {
    const word = record.getBigInt64(shared.ENTRY_WORD, true)
    view.setBigUint64(part + PART_TAG, record.getBigUint64(shared.ENTRY_TAG, true), true)
    view.setBigInt64(part + PART_STATE, word >> BigInt(shared.GENERATION_BITS), true)
    engine.evaluators.restoreEntry(engine.lane, nowMs)
  }
}

function restoreLogs(engine: Engine, bytes: Uint8Array, logBytes: number): void {
  const { map, u32 } = engine
  for (const record of records(bytes, logBytes)) {
    const used = shared.LOG_TIMES + 8 * record.getUint32(shared.LOG_COUNT, true)
    if (used > map.logBytes) {
      throw invalid('the dump has longer logs than the option logTokensMax allows')
    }
    const set = setIndex(record.getBigUint64(shared.LOG_TAG, true), map.logSets)
    const first = map.logs + set * shared.LOG_SET_RECORDS * map.logBytes
    const free = Array.from(
      { length: shared.LOG_SET_RECORDS },
      (_, index) => first + index * map.logBytes,
    ).find(log => u32[log >> 2] === 0 && u32[(log >> 2) + 1] === 0)
    if (free === undefined) {
      throw invalid('the dump has more logs than the option logKeysMax has room for')
    }
    engine.u8.set(bytesOf(record).subarray(0, used), free)
  }
}

function restoreLeases(engine: Engine, bytes: Uint8Array): void {
  const base = engine.map.leases + leasesStart(engine.sizes.leasesMax)
  for (const record of records(bytes, shared.LEASE_BYTES + 8)) {
    const index = record.getUint32(0, true)
    if (index >= engine.sizes.leasesMax) {
      throw invalid(`the dump needs an option leasesMax of at least ${index + 1}`)
    }
    const lease = base + index * shared.LEASE_BYTES
    engine.u8.set(bytesOf(record).subarray(8), lease)
    engine.u32[lease >> 2] =
      (engine.u32[lease >> 2]! & ~shared.LEASE_STATE_MASK) | shared.LEASE_HELD
  }
  // The words of the pages are zeroes: the first call looks through all leases, and finds when the next one ends.
  if (bytes.length > 0) engine.f64[(CONTROL_OFFSET + CONTROL_DEADLINE) >> 3] = 0
}

function restoreExceptions(engine: Engine, bytes: Uint8Array): void {
  const { map, u32 } = engine
  let count = 0
  for (const record of records(bytes, shared.EXCEPTION_BYTES)) {
    const tag = record.getBigUint64(shared.EXCEPTION_TAG, true)
    const start = Number((tag >> 29n) & 0xffffffffn)
    let probe = 0
    const slot = () => {
      return map.exceptions + ((start + probe) & (map.exceptionSlots - 1)) * shared.EXCEPTION_BYTES
    }
    while (
      probe < shared.EXCEPTION_PROBES_MAX &&
      (u32[slot() >> 2] !== 0 || u32[(slot() >> 2) + 1] !== 0)
    )
      probe++
    if (probe === shared.EXCEPTION_PROBES_MAX) {
      throw invalid('the dump has more exceptions than the option exceptionsMax has room for')
    }
    engine.u8.set(bytesOf(record), slot())
    count++
  }
  u32[(CONTROL_OFFSET + CONTROL_EXCEPTIONS) >> 2] = count
}

function restoreRequests(engine: Engine, bytes: Uint8Array): void {
  const { map, f64 } = engine
  for (const record of records(bytes, shared.REQUEST_BYTES)) {
    const set = setIndex(record.getBigUint64(shared.REQUEST_TAG, true), map.requestSets)
    const first = map.requests + set * shared.REQUEST_SET_RECORDS * shared.REQUEST_BYTES
    const places = Array.from(
      { length: shared.REQUEST_SET_RECORDS },
      (_, index) => first + index * shared.REQUEST_BYTES,
    )
    // The one that ends first makes room, as it does for a new request.
    const expires = (place: number) => f64[(place + shared.REQUEST_EXPIRES) >> 3]!
    const place = places.reduce((least, other) => (expires(other) < expires(least) ? other : least))
    if (expires(place) < record.getFloat64(shared.REQUEST_EXPIRES, true)) {
      engine.u8.set(bytesOf(record), place)
    }
  }
}
