// Credentials in the memory: API keys and sessions. What both have in common is written here.

import ipaddr from 'ipaddr.js'
import { ADMIT_FOUND, ADMIT_TORN } from '../../assembly/shared/gate.ts'
import * as layout from '../../assembly/shared/identity.ts'
import { addressBytes } from '../config/network.ts'
import { listBytes } from './heap.ts'
import type { PermissionSet, PermissionSets } from './permission-sets.ts'
import type { IdentityStore, RecordKind } from './store.ts'
import type { TenantTable } from './tenants-table.ts'

/** What every credential says of its bearer. */
export interface CredentialFacts {
  readonly id: string
  readonly tenant: string
  readonly subject: string
  readonly roles: readonly string[]
  readonly permissions: readonly string[]
  /** Unix ms; Infinity for never. */
  readonly expiresMs: number
  readonly networks: readonly string[]
  /** 32 bytes. */
  readonly digest: Uint8Array
  /** The record's state word, but for what says that it was seen. */
  readonly state: number
}

/** Blocks and references of a record, to be let go when it does not have them any more. */
interface Holdings {
  readonly tenant: number
  readonly subject: number
  readonly permissions: number
  readonly networks: number
  readonly farId: number
}

/** Looks at a record that another thread writes, before it is asked whether that thread is still there. */
const TRIES = 1_000
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
const NO_HOLDINGS: Holdings = { tenant: 0, subject: 0, permissions: 0, networks: 0, farId: 0 }

/** An address as 16 bytes, IPv4 mapped to IPv6; undefined for what is none. */
export function addressOf(text: string): readonly number[] | undefined {
  const bytes = addressBytes(text)
  return bytes?.length === 4 ? [...MAPPED, ...bytes] : bytes
}

export class CredentialTable {
  readonly store: IdentityStore
  readonly tenants: TenantTable
  readonly sets: PermissionSets

  constructor(store: IdentityStore, tenants: TenantTable, sets: PermissionSets) {
    this.store = store
    this.tenants = tenants
    this.sets = sets
  }

  /**
   * Looks up what stands in the lane's buffer, and remembers it if it is one of a key or an opaque session. Returns
   * whether it is.
   */
  admit(length: number): boolean {
    const { evaluators, lane } = this.store.engine
    let outcome = evaluators.admit(lane, length)
    for (let tries = 1; outcome === ADMIT_TORN; tries++) {
      // A record that is being written for so long was left by a thread that died: who gets its lock mends it.
      if (tries % TRIES === 0) this.store.locked(() => {})
      outcome = evaluators.admit(lane, length)
    }
    return outcome === ADMIT_FOUND
  }

  /** Number of the record with the id; 0 if there is none. */
  find(kind: 'key' | 'session', id: string): number {
    const { store } = this
    store.hash(id)
    const entry = kind === 'key' ? layout.KIND_KEY_ID : layout.KIND_SESSION_ID
    return store.find(entry, number => this.id(kind, number) === id)
  }

  id(kind: RecordKind, number: number): string {
    const { store } = this
    const record = store.record(kind, number)
    const length = store.engine.u8[record + layout.CREDENTIAL_ID]!
    if (length === layout.ID_FAR) return store.text(store.u32(record + layout.CREDENTIAL_ID_FAR))
    const first = record + layout.CREDENTIAL_ID + 1
    return store.readText(first, length)
  }

  /** What a record has beside its own bytes. */
  holdings(record: number): Holdings {
    const { store } = this
    const isFar = store.engine.u8[record + layout.CREDENTIAL_ID] === layout.ID_FAR
    return {
      tenant: store.u32(record + layout.CREDENTIAL_TENANT),
      subject: store.u32(record + layout.CREDENTIAL_SUBJECT),
      permissions: store.u32(record + layout.CREDENTIAL_PERMISSIONS),
      networks: store.u32(record + layout.CREDENTIAL_NETWORKS),
      farId: isFar ? store.u32(record + layout.CREDENTIAL_ID_FAR) : 0,
    }
  }

  /** Allocates what the facts need. With the lock. On any error nothing is left. @throws SluiceError CAPACITY_EXCEEDED */
  hold({ tenant, subject, roles, permissions, networks, id }: CredentialFacts): Holdings {
    const { store } = this
    const held = { ...NO_HOLDINGS }
    try {
      if (tenant !== '') held.tenant = this.tenants.refer(tenant)
      held.subject = store.string(subject)
      held.permissions = this.sets.refer(roles, permissions)
      held.networks = this.#writeNetworks(networks)
      if (Buffer.byteLength(id) > layout.ID_INLINE_MAX) held.farId = store.string(id)
    } catch (error) {
      this.letGo(held)
      throw error
    }
    return held
  }

  /** A free record for what is held, which is let go if there is none. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  take(kind: 'key' | 'session', held: Holdings): number {
    try {
      return this.store.take(kind)
    } catch (error) {
      this.letGo(held)
      throw error
    }
  }

  /** With the lock. */
  letGo({ tenant, subject, permissions, networks, farId }: Holdings): void {
    const { store } = this
    this.tenants.release(tenant)
    store.freeString(subject)
    this.sets.release(permissions)
    if (networks !== 0) {
      store.free(networks, listBytes(store.u32(networks), layout.NETWORK_BYTES))
    }
    store.freeString(farId)
  }

  /** Writes what both kinds have in common. Inside a change of the record. */
  write(record: number, facts: CredentialFacts, held: Holdings): void {
    const { store } = this
    store.setU32(record + layout.CREDENTIAL_STATE, facts.state)
    store.copy(record + layout.CREDENTIAL_DIGEST, facts.digest)
    store.setF64(record + layout.CREDENTIAL_EXPIRES, facts.expiresMs)
    store.setU32(record + layout.CREDENTIAL_TENANT, held.tenant)
    store.setU32(record + layout.CREDENTIAL_SUBJECT, held.subject)
    store.setU32(record + layout.CREDENTIAL_PERMISSIONS, held.permissions)
    store.setU32(record + layout.CREDENTIAL_NETWORKS, held.networks)
    this.#writeId(record, facts.id, held.farId)
  }

  #writeId(record: number, id: string, far: number): void {
    const { store } = this
    const { u8 } = store.engine
    const start = record + layout.CREDENTIAL_ID
    u8.fill(0, start, start + layout.CREDENTIAL_ID_BYTES)
    if (far !== 0) {
      u8[start] = layout.ID_FAR
      store.setU32(record + layout.CREDENTIAL_ID_FAR, far)
      return
    }
    const length = Buffer.byteLength(id)
    u8[start] = length
    store.writeText(start + 1, id, length)
  }

  #writeNetworks(networks: readonly string[]): number {
    if (networks.length === 0) return 0
    const { store } = this
    const block = store.allocate(listBytes(networks.length, layout.NETWORK_BYTES))
    store.setU32(block + layout.ROWS_COUNT, networks.length)
    networks.forEach((network, index) => {
      const [address = '', prefix] = network.split('/')
      const own = addressBytes(address)!
      const at = block + layout.ROWS_FIRST + index * layout.NETWORK_BYTES
      store.copy(at + layout.NETWORK_ADDRESS, Uint8Array.from(addressOf(address)!))
      const all = own.length * 8
      store.setU32(at + layout.NETWORK_BITS, 128 - all + Number(prefix ?? all))
    })
    return block
  }

  /** Of a record: who it says its bearer is. */
  facts(
    kind: 'key' | 'session',
    number: number,
  ): PermissionSet & {
    id: string
    tenant: string
    subject: string
    state: number
    expiresMs: number
  } {
    const { store } = this
    const record = store.record(kind, number)
    const { tenant, subject, permissions } = this.holdings(record)
    return {
      id: this.id(kind, number),
      tenant: tenant === 0 ? '' : this.tenants.id(tenant),
      subject: store.text(subject),
      state: store.u32(record + layout.CREDENTIAL_STATE),
      expiresMs: store.f64(record + layout.CREDENTIAL_EXPIRES),
      ...this.sets.read(permissions),
    }
  }

  /** The networks of a record, in full. */
  networks(kind: 'key' | 'session', number: number): string[] {
    const { store } = this
    const block = store.u32(store.record(kind, number) + layout.CREDENTIAL_NETWORKS)
    return Array.from({ length: block === 0 ? 0 : store.u32(block) }, (_, index) => {
      const at = block + layout.ROWS_FIRST + index * layout.NETWORK_BYTES
      const bits = store.u32(at + layout.NETWORK_BITS)
      const bytes = [...store.engine.u8.slice(at, at + 16)]
      const isMapped = MAPPED.every((byte, place) => bytes[place] === byte) && bits >= 96
      if (isMapped) return `${bytes.slice(12).join('.')}/${bits - 96}`
      return `${new ipaddr.IPv6(bytes).toNormalizedString()}/${bits}`
    })
  }

  /** Removes what says that the record's credential was seen. With the lock. */
  forgetSeen(kind: 'key' | 'session', number: number): void {
    const { store } = this
    const record = store.record(kind, number)
    if ((store.u32(record + layout.CREDENTIAL_STATE) & layout.CREDENTIAL_IS_SEEN) === 0) return
    store.placeHash(
      store.u32(record + layout.CREDENTIAL_SEEN),
      store.u32(record + layout.CREDENTIAL_SEEN + 4),
    )
    store.remove(kind === 'key' ? layout.KIND_KEY_SEEN : layout.KIND_SESSION_SEEN, number)
  }

  /** Removes the entry of the id. With the lock. */
  forgetId(kind: 'key' | 'session', number: number): void {
    this.store.hash(this.id(kind, number))
    this.store.remove(kind === 'key' ? layout.KIND_KEY_ID : layout.KIND_SESSION_ID, number)
  }
}
