// What the tenants and keys of a config will take of the tables, counted before it goes live: one that has no room must
// change nothing.
import { VALUE_JSON } from '../../assembly/shared/gate.ts'
import * as layout from '../../assembly/shared/identity.ts'
import type { KeyDefinition, LimitNumbers, TenantDefinition } from '../config/types.ts'
import { blockBytes, HEAP_SLACK, listBytes, stringBytes } from './heap.ts'
import { textOf } from './permission-sets.ts'
import { rowsOf, typeOfValue } from './tenant-rows.ts'

/** Plain data: it may come from another thread. */
export interface IdentityNeeds {
  readonly keys: number
  /** With those that only keys name. */
  readonly tenants: number
  /** Of the heap. */
  readonly bytes: number
  /** The peppers that keys are hashed under; of each the id of the first such key. */
  readonly peppers: ReadonlyMap<string, string>
  /** How many numbers of limits tenants have of their own. */
  readonly overrides: number
  /** The bytes of the longest id of a tenant that has such numbers. */
  readonly overrideKeyBytes: number
  /** The different numbers of those tenants, and of which limit. */
  readonly numbers: readonly (readonly [limit: string, numbers: LimitNumbers])[]
}

export class NeedsCounter {
  readonly #tenants = new Set<string>()
  /** Sets of permissions as keys say them, and as the table has them. */
  readonly #said = new Set<string>()
  readonly #sets = new Set<string>()
  readonly #numbers = new Map<string, readonly [string, LimitNumbers]>()
  readonly #peppers = new Map<string, string>()
  #keys = 0
  #bytes = HEAP_SLACK
  #overrides = 0
  #overrideKeyBytes = 0

  get needs(): IdentityNeeds {
    return {
      keys: this.#keys,
      tenants: this.#tenants.size,
      bytes: this.#bytes,
      peppers: this.#peppers,
      overrides: this.#overrides,
      overrideKeyBytes: this.#overrideKeyBytes,
      numbers: [...this.#numbers.values()],
    }
  }

  addKey({ id, hash, tenant, subject, roles, permissions, networks }: KeyDefinition): void {
    this.#keys++
    if (hash.pepper !== undefined && !this.#peppers.has(hash.pepper)) {
      this.#peppers.set(hash.pepper, id)
    }
    if (tenant !== undefined) this.#addTenant(tenant)
    if (subject !== undefined) this.#bytes += stringBytes(subject)
    if (roles.length + permissions.length > 0) this.#addSet(roles, permissions)
    if (networks.length > 0) {
      this.#bytes += blockBytes(listBytes(networks.length, layout.NETWORK_BYTES))
    }
    const isShort = id.length * 3 <= layout.ID_INLINE_MAX
    if (!isShort && Buffer.byteLength(id) > layout.ID_INLINE_MAX) this.#bytes += stringBytes(id)
  }

  addTenant(definition: TenantDefinition): void {
    this.#addTenant(definition.id)
    this.#addNumbers(definition)
    const rows = rowsOf(definition)
    if (rows.length > 0) this.#bytes += blockBytes(listBytes(rows.length, layout.ROW_BYTES))
    for (const { value } of rows) {
      if (typeOfValue(value) === VALUE_JSON) this.#bytes += stringBytes(JSON.stringify(value))
    }
    const gauges = Object.keys(definition.used).length
    if (gauges > 0) this.#bytes += blockBytes(listBytes(gauges, layout.GAUGE_BYTES))
  }

  #addNumbers({ id, overrides }: TenantDefinition): void {
    for (const section of [overrides.limits, overrides.quotas]) {
      for (const [limit, numbers] of Object.entries(section)) {
        this.#overrides++
        this.#overrideKeyBytes = Math.max(this.#overrideKeyBytes, Buffer.byteLength(id))
        this.#numbers.set(JSON.stringify([limit, numbers]), [limit, numbers])
      }
    }
  }

  #addTenant(id: string): void {
    const known = this.#tenants.size
    if (this.#tenants.add(id).size === known) return
    this.#bytes += stringBytes(id)
  }

  #addSet(roles: readonly string[], permissions: readonly string[]): void {
    // Names have no control characters. Most keys say the same as others, and `textOf` costs a microsecond.
    const said = `${roles.join('\n')}\t${permissions.join('\n')}`
    if (this.#said.has(said)) return
    this.#said.add(said)
    const text = textOf(roles, permissions)
    if (this.#sets.has(text)) return
    this.#sets.add(text)
    this.#bytes += blockBytes(layout.PERMISSIONS_BYTES) + stringBytes(text)
  }
}
