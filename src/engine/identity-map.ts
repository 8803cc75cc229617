// Where the parts of the region stand that says what is known of callers (assembly/shared/identity.ts draws them).
import { randomBytes } from 'node:crypto'
import * as layout from '../../assembly/shared/identity.ts'
import type { EngineSizes } from './options.ts'

/** Addresses. */
export interface IdentityMap {
  base: number
  index: number
  indexSets: number
  keys: number
  sessions: number
  tenants: number
  revocations: number
  revocationSlots: number
  heap: number
  end: number
}

/**
 * Entries of the index by its places. Of two sets an entry goes to the emptier one; of 2 million entries 24 found both full
 * at 0.75, one in two runs at 0.7, and none in six at 0.67. A key may take 128 bytes: 104, and 2 × 8 / 0.67.
 */
const INDEX_LOAD = 0.67
/** Permission sets that the index has room for, beside all keys, sessions and tenants. */
const PERMISSION_SETS = 8_192

/** Records of sessions: verified tokens have some that opaque sessions never take. */
export function sessionRecords({ sessionsMax }: EngineSizes): number {
  return sessionsMax + Math.ceil(sessionsMax / 16)
}

/** Records of tenants: sessions and keys may name as many that nobody has defined. */
export function tenantRecords(sizes: EngineSizes): number {
  return sizes.tenantsMax + sessionRecords(sizes)
}

function align(bytes: number): number {
  return Math.ceil(bytes / 64) * 64
}

export function mapIdentity(base: number, sizes: EngineSizes): IdentityMap {
  const { keysMax, revocationsMax, identityBytesMax } = sizes
  const sessionCount = sessionRecords(sizes)
  const tenantCount = tenantRecords(sizes)
  const index = base + align(layout.IDENTITY_HEADER_BYTES)
  // Of a key: its id or digest, and, once it was verified, the whole of it.
  const entries = 2 * (keysMax + sessionCount) + tenantCount + PERMISSION_SETS
  const indexSets = Math.ceil(entries / INDEX_LOAD / layout.INDEX_SET_ENTRIES)
  const keys = index + indexSets * layout.INDEX_SET_BYTES
  const sessions = keys + align(keysMax * layout.CREDENTIAL_BYTES)
  const tenants = sessions + align(sessionCount * layout.SESSION_BYTES)
  const revocations = tenants + align(tenantCount * layout.TENANT_BYTES)
  const revocationSlots = 2 ** Math.ceil(Math.log2(2 * revocationsMax))
  const heap = revocations + align(revocationSlots * layout.REVOCATION_BYTES)
  const end = heap + align(identityBytesMax)
  return {
    base,
    index,
    indexSets,
    keys,
    sessions,
    tenants,
    revocations,
    revocationSlots,
    heap,
    end,
  }
}

/** Writes the header of an empty region. */
export function writeIdentityHeader(view: DataView, map: IdentityMap, sizes: EngineSizes): void {
  const set = (field: number, value: number) => view.setUint32(map.base + field, value, true)
  randomBytes(16).forEach((byte, index) => {
    view.setUint8(map.base + layout.IDENTITY_SECRET + index, byte)
  })
  set(layout.IDENTITY_INDEX, map.index)
  set(layout.IDENTITY_INDEX_SETS, map.indexSets)
  set(layout.IDENTITY_KEYS, map.keys)
  set(layout.IDENTITY_SESSIONS, map.sessions)
  set(layout.IDENTITY_TENANTS, map.tenants)
  set(layout.IDENTITY_REVOCATIONS, map.revocations)
  set(layout.IDENTITY_REVOCATION_SLOTS, map.revocationSlots)
  set(layout.IDENTITY_KEY_MAX, sizes.keysMax)
  set(layout.IDENTITY_SESSION_MAX, sessionRecords(sizes))
  set(layout.IDENTITY_TENANT_MAX, tenantRecords(sizes))
  set(layout.IDENTITY_HEAP_END, map.end)
  set(layout.IDENTITY_HEAP_FREE, map.heap)
  // Records are found to be revoked or not from the first epoch on: what was never looked at has 0.
  set(layout.IDENTITY_REVOCATIONS_EPOCH, 1)
}
