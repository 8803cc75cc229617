// All counters as bytes, for restarts. What is in a dump:
//
//   +-------+---------+--------+--------+- ~ -+----------+-------+------+--------+------------+----------+---------+
//   | magic | version | header | header (JSON) | variants | table | logs | leases | exceptions | requests | metrics |
//   |  u64  |   u32   | length |               |          |       |      |        |            |          |         |
//   +-------+---------+--------+--------+- ~ -+----------+-------+------+--------+------------+----------+---------+
//   | SHA-256 of all before |
//   +-----------------------+
//
// Of the tables only the records in use, as they stand in the memory (assembly/shared/limit.ts draws them). Times in
// them are of the engine's clock: the engine that takes them over starts its clock where they stopped, and later by
// what the wall clock has gone on. Keys are in it as hashes only, with the secret that they are hashed with.
import { createHash } from 'node:crypto'
import {
  CONTROL_DEADLINE,
  CONTROL_EXCEPTIONS,
  CONTROL_OFFSET,
  CONTROL_SEED,
  CONTROL_WALL_AT_OPEN,
  PART_STATE,
  PART_TAG,
  PARTS_OFFSET,
} from '../assembly/shared/layout.ts'
import * as shared from '../assembly/shared/limit.ts'
import { RULESET_ABI } from '../assembly/shared/ruleset.ts'
import type { Engine } from './engine/engine.ts'
import { foldCounts } from './engine/limit-counts.ts'
import { copyVariants } from './engine/limit-master.ts'
import { leasesStart, limitIdsMax } from './engine/memory.ts'
import { SluiceError } from './errors.ts'
import type { LimitIds } from './limit-ids.ts'
import type { LimitOverrides } from './limit-overrides.ts'

const MAGIC = 0x315045444c5553n // 'SULDEP1'
const VERSION = 1
const PREFIX_BYTES = 16
const CHECKSUM_BYTES = 32
const SECTIONS = [
  'variants',
  'table',
  'logs',
  'leases',
  'exceptions',
  'requests',
  'metrics',
] as const
type SectionName = (typeof SECTIONS)[number]

interface Header {
  abi: number
  seed: string
  elapsedMs: number
  wallMs: number
  wallAtOpenMs: number
  logBytes: number
  ids: LimitIds['given']
  overrides: LimitOverrides['given']
  sections: Record<SectionName, number>
}

/** A dump, read and checked. */
export interface LimitDump {
  readonly header: Header
  readonly sections: Readonly<Record<SectionName, Uint8Array>>
  readonly seed: Uint8Array
}

function invalid(message: string): SluiceError {
  return new SluiceError('DUMP_INVALID', message)
}

/** Records of a region for which `isUsed`, one after the other. With their index before them where it matters. */
function gather(
  engine: Engine,
  base: number,
  count: number,
  bytes: number,
  isUsed: (address: number) => boolean,
  withIndex = false,
): Uint8Array {
  const used: number[] = []
  for (let index = 0; index < count; index++) if (isUsed(base + index * bytes)) used.push(index)
  const stride = bytes + (withIndex ? 8 : 0)
  const records = new Uint8Array(used.length * stride)
  const view = new DataView(records.buffer)
  used.forEach((index, place) => {
    const address = base + index * bytes
    if (withIndex) view.setUint32(place * stride, index, true)
    const at = place * stride + (withIndex ? 8 : 0)
    records.set(engine.u8.subarray(address, address + bytes), at)
  })
  return records
}

/**
 * All counters of an engine. Takes of known keys go on meanwhile, everything else waits: a millisecond for each
 * 100,000 keys or so.
 */
export function dumpLimits(
  engine: Engine,
  ids: LimitIds,
  overrides: LimitOverrides,
  nowMs: number,
  wallMs: number,
): Uint8Array {
  const { map, sizes, u32, evaluators, lane } = engine
  const hasTag = (address: number) => u32[address >> 2] !== 0 || u32[(address >> 2) + 1] !== 0
  const isEntry = (address: number) => {
    // A claim of a thread that died, since all locks are ours.
    return hasTag(address) && (u32[(address + shared.ENTRY_WORD + 4) >> 2]! & 0x80000000) === 0
  }
  foldCounts(engine)
  evaluators.lockAll(lane)
  let parts: Record<SectionName, Uint8Array>
  try {
    parts = {
      variants: engine.u8.slice(map.variants, map.variants + variantBytes(engine)),
      table: gather(
        engine,
        map.table,
        map.setCount * shared.SET_ENTRIES,
        shared.ENTRY_BYTES,
        isEntry,
      ),
      logs: gather(engine, map.logs, map.logSets * shared.LOG_SET_RECORDS, map.logBytes, hasTag),
      leases: gather(
        engine,
        map.leases + leasesStart(sizes.leasesMax),
        sizes.leasesMax,
        shared.LEASE_BYTES,
        // One that is being settled waits for us, most likely.
        address => (u32[address >> 2]! & shared.LEASE_STATE_MASK) >= shared.LEASE_HELD,
        true,
      ),
      exceptions: gather(
        engine,
        map.exceptions,
        map.exceptionSlots,
        shared.EXCEPTION_BYTES,
        address => u32[address >> 2]! > shared.EXCEPTION_REMOVED || u32[(address >> 2) + 1] !== 0,
      ),
      requests: gather(
        engine,
        map.requests,
        map.requestSets * shared.REQUEST_SET_RECORDS,
        shared.REQUEST_BYTES,
        hasTag,
      ),
      metrics: engine.u8.slice(map.metrics, map.variants),
    }
  } finally {
    evaluators.unlockAll(lane)
  }
  const seed = engine.u8.slice(CONTROL_OFFSET + CONTROL_SEED, CONTROL_OFFSET + CONTROL_SEED + 16)
  const header: Header = {
    abi: RULESET_ABI,
    seed: Buffer.from(seed).toString('hex'),
    elapsedMs: Math.max(nowMs, 0),
    wallMs,
    wallAtOpenMs: engine.f64[(CONTROL_OFFSET + CONTROL_WALL_AT_OPEN) >> 3]!,
    logBytes: map.logBytes,
    ids: ids.given,
    overrides: overrides.given,
    sections: Object.fromEntries(
      SECTIONS.map(name => [name, parts[name].length]),
    ) as Header['sections'],
  }
  const text = Buffer.from(JSON.stringify(header))
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.writeBigUInt64LE(MAGIC, 0)
  prefix.writeUInt32LE(VERSION, 8)
  prefix.writeUInt32LE(text.length, 12)
  const body = Buffer.concat([prefix, text, ...SECTIONS.map(name => parts[name])])
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

function variantBytes(engine: Engine): number {
  return (limitIdsMax(engine.sizes) + 1) * shared.LANE_LIMIT_BYTES
}

/**
 * Reads a dump. Whatever the bytes are, what comes back is whole.
 * @throws SluiceError DUMP_INVALID
 */
export function readDump(bytes: Uint8Array): LimitDump {
  if (!(bytes instanceof Uint8Array)) throw invalid('a dump is a Uint8Array')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < PREFIX_BYTES + CHECKSUM_BYTES || buffer.readBigUInt64LE(0) !== MAGIC) {
    throw invalid('the bytes are not a dump of counters')
  }
  if (buffer.readUInt32LE(8) !== VERSION) {
    throw invalid(`the dump is of version ${buffer.readUInt32LE(8)}, expected ${VERSION}`)
  }
  const end = buffer.length - CHECKSUM_BYTES
  const digest = createHash('sha256').update(buffer.subarray(0, end)).digest()
  if (!digest.equals(buffer.subarray(end))) throw invalid('the dump is damaged, or cut off')
  const textEnd = PREFIX_BYTES + buffer.readUInt32LE(12)
  const header = JSON.parse(buffer.toString('utf8', PREFIX_BYTES, textEnd)) as Header
  if (header.abi !== RULESET_ABI) {
    throw invalid(`the dump is of another version of Sluice: ABI ${header.abi}, not ${RULESET_ABI}`)
  }
  const sections = {} as Record<SectionName, Uint8Array>
  let offset = textEnd
  for (const name of SECTIONS) {
    // A copy: records are read in words, which must be aligned.
    sections[name] = Uint8Array.from(buffer.subarray(offset, offset + header.sections[name]))
    offset += header.sections[name]
  }
  return { header, sections, seed: Buffer.from(header.seed, 'hex') }
}

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
