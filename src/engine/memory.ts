// The memory map as the host sees it: where each region starts, from the sizes given at open (drawn in
// assembly/shared/layout.ts and docs/architecture.md).

import { ANSWER_BYTES } from '../../assembly/shared/gate.ts'
import { SHA256_SCRATCH_BYTES } from '../../assembly/shared/hash.ts'
import {
  CONTROL_ABI,
  CONTROL_CLOCK_BASE,
  CONTROL_DEADLINE,
  CONTROL_MAGIC,
  CONTROL_OFFSET,
  CONTROL_SEED,
  CONTROL_SIZES,
  CONTROL_WALL,
  CONTROL_WALL_AT_OPEN,
  LANE_FIXED_BYTES,
  METRIC_BYTES,
  PAGE_BYTES,
  REGIONS_OFFSET,
  SLOT_BYTES,
  TRACE_STEP_BYTES,
} from '../../assembly/shared/layout.ts'
import {
  EXCEPTION_BYTES,
  LANE_LIMIT_BYTES,
  LEASE_BYTES,
  LEASE_PAGE,
  LOG_SET_RECORDS,
  LOG_TIMES,
  REQUEST_BYTES,
  REQUEST_SET_RECORDS,
  SET_BYTES,
} from '../../assembly/shared/limit.ts'
import { RULESET_ABI, RULESET_MAGIC } from '../../assembly/shared/ruleset.ts'
import { SluiceError } from '../errors.ts'
import { HOT_KEYS_BYTES } from './hot-layout.ts'
import { type IdentityMap, mapIdentity } from './identity-map.ts'
import type { EngineSizes } from './options.ts'
import { SIZE_NAMES } from './options.ts'

/** Bytes of table for each key of `limitKeysMax`: sets are then two thirds full. */
const BYTES_PER_LIMIT_KEY = 24
/** What follows a name when it is hashed to a salt: its limit's rate, cost and quantum. */
export const KEY_SUFFIX_BYTES = 24
/** Steps of an explained evaluation that are kept. */
export const TRACE_STEPS_MAX = 2048
/** Addresses stay positive as 32-bit integers, which both languages count in. */
const MEMORY_BYTES_MAX = 2 * 1024 ** 3 - PAGE_BYTES

/** Contexts of a lane that prepared ones have no part in: of calls with fresh attributes, and of gates. */
export const CONTEXTS_FIXED = 2
export const CONTEXT_OF_GATES = 1
/** What hashing needs, and a digest, a state and 128 bits behind it. */
export const HASHING_BYTES = SHA256_SCRATCH_BYTES + 128

/** Base addresses and strides, all multiples of 128. */
export interface MemoryMap {
  rulesets: number
  rulesetBytes: number
  table: number
  setCount: number
  logs: number
  logSets: number
  /** Bytes of one log. */
  logBytes: number
  leases: number
  exceptions: number
  exceptionSlots: number
  requests: number
  requestSets: number
  metrics: number
  /** The variants of limits that all lanes copy. */
  variants: number
  identity: IdentityMap
  lanes: number
  laneBytes: number
  /** Offsets within a lane. */
  laneLimits: number
  laneHot: number
  laneScratch: number
  laneKey: number
  laneTrace: number
  laneOutcomes: number
  laneAnswer: number
  laneHashing: number
  laneCredential: number
  laneContexts: number
  /** Bytes of one context: its slots, then its text. */
  contextBytes: number
  /** Where in a context its text starts. */
  contextText: number
  bytes: number
}

function align(bytes: number): number {
  return Math.ceil(bytes / SET_BYTES) * SET_BYTES
}

/** Where leases stand after the words of their pages, and how much both take. */
export function leasesStart(leasesMax: number): number {
  return (Math.ceil(leasesMax / LEASE_PAGE) * 8 + 63) & ~63
}

function leasesBytes(leasesMax: number): number {
  return leasesStart(leasesMax) + leasesMax * LEASE_BYTES
}

/**
 * Variants of two configs have numbers at the same time while one replaces the other, and a limit keeps the number under
 * which it is counted.
 */
export function limitIdsMax(sizes: EngineSizes): number {
  return 3 * sizes.limitsMax
}

/**
 * Places every region.
 * @throws SluiceError OPTION_INVALID when the sizes together exceed 2 GiB.
 */
export function mapMemory(sizes: EngineSizes): MemoryMap {
  const rulesets = align(REGIONS_OFFSET)
  const rulesetBytes = align(sizes.rulesetBytesMax)
  const table = rulesets + 2 * rulesetBytes
  const setCount = Math.ceil((sizes.limitKeysMax * BYTES_PER_LIMIT_KEY) / SET_BYTES)
  const ids = limitIdsMax(sizes) + 1
  const logs = table + setCount * SET_BYTES
  const logSets = Math.ceil(sizes.logKeysMax / LOG_SET_RECORDS)
  const logBytes = align(LOG_TIMES + 8 * sizes.logTokensMax)
  const leases = logs + align(logSets * LOG_SET_RECORDS * logBytes)
  const exceptions = leases + align(leasesBytes(sizes.leasesMax))
  const exceptionSlots = 2 ** Math.ceil(Math.log2(2 * sizes.exceptionsMax))
  const requests = exceptions + exceptionSlots * EXCEPTION_BYTES
  const requestSets = Math.ceil(sizes.requestsMax / REQUEST_SET_RECORDS)
  const metrics = requests + align(requestSets * REQUEST_SET_RECORDS * REQUEST_BYTES)
  const variants = metrics + align(ids * METRIC_BYTES)
  const identity = mapIdentity(variants + align(ids * LANE_LIMIT_BYTES), sizes)
  const lanes = align(identity.end)
  const laneLimits = align(LANE_FIXED_BYTES)
  const laneHot = laneLimits + align(ids * LANE_LIMIT_BYTES)
  const laneScratch = laneHot + align(HOT_KEYS_BYTES)
  const laneKey = laneScratch + align(sizes.scratchBytesMax)
  const laneTrace = laneKey + align(sizes.keyBytesMax + KEY_SUFFIX_BYTES)
  const laneOutcomes = laneTrace + TRACE_STEPS_MAX * TRACE_STEP_BYTES
  const laneAnswer = laneOutcomes + align(sizes.flagsMax * 4)
  const laneHashing = laneAnswer + align(ANSWER_BYTES)
  // A block more, for what is padded where it stands.
  const laneCredential = laneHashing + align(HASHING_BYTES)
  const laneContexts = laneCredential + align(sizes.credentialBytesMax + 64)
  const contextText = sizes.attributesMax * SLOT_BYTES
  const contextBytes = contextText + align(sizes.contextBytesMax)
  const laneBytes = laneContexts + (CONTEXTS_FIXED + sizes.contextsMax) * contextBytes
  const bytes = lanes + sizes.lanesMax * laneBytes
  if (bytes > MEMORY_BYTES_MAX) {
    throw new SluiceError(
      'OPTION_INVALID',
      `the sizes need ${bytes} bytes of memory, more than ${MEMORY_BYTES_MAX}: lower limitKeysMax, keysMax, sessionsMax, identityBytesMax, rulesetBytesMax, lanesMax, contextsMax or contextBytesMax`,
    )
  }
  return {
    rulesets,
    rulesetBytes,
    table,
    setCount,
    logs,
    logSets,
    logBytes,
    leases,
    exceptions,
    exceptionSlots,
    requests,
    requestSets,
    metrics,
    variants,
    identity,
    lanes,
    laneBytes,
    laneLimits,
    laneHot,
    laneScratch,
    laneKey,
    laneTrace,
    laneOutcomes,
    laneAnswer,
    laneHashing,
    laneCredential,
    laneContexts,
    contextBytes,
    contextText,
    bytes,
  }
}

/**
 * Writes the control block. `wallMs` is what to add to whole ms since the engine opened to get Unix ms.
 */
export function writeControl(
  view: DataView,
  sizes: EngineSizes,
  seed: Uint8Array,
  clockBaseMs: number,
  wallMs: number,
  wallAtOpenMs: number,
): void {
  view.setUint32(CONTROL_OFFSET + CONTROL_MAGIC, RULESET_MAGIC, true)
  view.setUint32(CONTROL_OFFSET + CONTROL_ABI, RULESET_ABI, true)
  view.setFloat64(CONTROL_OFFSET + CONTROL_CLOCK_BASE, clockBaseMs, true)
  view.setFloat64(CONTROL_OFFSET + CONTROL_WALL, wallMs, true)
  view.setFloat64(CONTROL_OFFSET + CONTROL_WALL_AT_OPEN, wallAtOpenMs, true)
  view.setFloat64(CONTROL_OFFSET + CONTROL_DEADLINE, Number.POSITIVE_INFINITY, true)
  seed.forEach((byte, index) => {
    view.setUint8(CONTROL_OFFSET + CONTROL_SEED + index, byte)
  })
  SIZE_NAMES.forEach((name, index) => {
    view.setUint32(CONTROL_OFFSET + CONTROL_SIZES + 4 * index, sizes[name], true)
  })
}

/**
 * Reads what `writeControl` wrote.
 * @throws SluiceError HANDLE_INVALID when another version of Sluice, or something else, made the memory.
 */
export function readControl(view: DataView): { sizes: EngineSizes; clockBaseMs: number } {
  if (view.byteLength < REGIONS_OFFSET) {
    throw new SluiceError('HANDLE_INVALID', 'the memory is too small to be one of Sluice')
  }
  const magic = view.getUint32(CONTROL_OFFSET + CONTROL_MAGIC, true)
  const abi = view.getUint32(CONTROL_OFFSET + CONTROL_ABI, true)
  if (magic !== RULESET_MAGIC || abi !== RULESET_ABI) {
    throw new SluiceError(
      'HANDLE_INVALID',
      `the memory is not one of this version of Sluice: expected ABI ${RULESET_ABI}, found ${abi}`,
    )
  }
  const sizes = {} as EngineSizes
  SIZE_NAMES.forEach((name, index) => {
    sizes[name] = view.getUint32(CONTROL_OFFSET + CONTROL_SIZES + 4 * index, true)
  })
  return { sizes, clockBaseMs: view.getFloat64(CONTROL_OFFSET + CONTROL_CLOCK_BASE, true) }
}
