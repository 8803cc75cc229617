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
import { CONTROL_OFFSET, CONTROL_SEED, CONTROL_WALL_AT_OPEN } from '../assembly/shared/layout.ts'
import * as shared from '../assembly/shared/limit.ts'
import { RULESET_ABI } from '../assembly/shared/ruleset.ts'
import type { Engine } from './engine/engine.ts'
import { foldCounts } from './engine/limit-counts.ts'
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

export function invalid(message: string): SluiceError {
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

export function variantBytes(engine: Engine): number {
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
