// Sets of roles and permissions, once however many credentials have them, and for each set which of the permissions that
// the gates require it holds: a bit for each, for the live version of the config and the one before.
import { createHash } from 'node:crypto'
import * as layout from '../../assembly/shared/identity.ts'
import {
  HEADER_IDENTITY,
  HEADER_PERMISSION_COUNT,
  HEADER_PERMISSIONS,
} from '../../assembly/shared/ruleset.ts'
import type { Engine } from '../engine/engine.ts'
import type { RulesetReader } from '../engine/reader.ts'
import type { IdentityDetails } from '../rules/identity.ts'
import { matchesPermission } from './permission.ts'
import type { IdentityStore } from './store.ts'

/** What a version of the config says of permissions. */
export interface Requirements {
  readonly version: number
  readonly required: readonly string[]
  readonly details: IdentityDetails
}

/** Roles and permissions of one set. */
export interface PermissionSet {
  readonly roles: readonly string[]
  readonly permissions: readonly string[]
}

/** What a set is found by. */
interface Name {
  readonly text: string
  /** What is hashed: the text, or its digest where the text may be longer than the lane's buffer. */
  readonly hashed: string
}

const UNIT = 16
/** Characters of a text that the smallest buffer, of 256 bytes, has room for. */
const HASHED_MAX = 85
/** Names that are remembered. */
const NAMES_MAX = 1_024

/** Reads what the ruleset of a version, which is held or live, says of permissions. */
export function readRequirements(engine: Engine, version: number): Requirements {
  const ruleset = engine.region(version)
  const field = (offset: number) => engine.u32[(ruleset + offset) >> 2]!
  const first = ruleset + field(HEADER_PERMISSIONS)
  const required = Array.from({ length: field(HEADER_PERMISSION_COUNT) }, (_, index) =>
    engine.readString(ruleset + engine.u32[(first + 4 * index) >> 2]!),
  )
  const details = JSON.parse(engine.readString(ruleset + field(HEADER_IDENTITY))) as IdentityDetails
  return { version, required, details }
}

export class PermissionSets {
  readonly #store: IdentityStore
  readonly #reader: RulesetReader
  #requirements: Requirements | undefined
  readonly #names = new Map<string, Name>()

  constructor(store: IdentityStore, reader: RulesetReader) {
    this.#store = store
    this.#reader = reader
  }

  /** What the live version says. */
  requirements(): Requirements {
    if (this.#requirements?.version === this.#store.engine.version) return this.#requirements
    this.#requirements = this.#reader.pinned((_ruleset, version) =>
      readRequirements(this.#store.engine, version),
    )
    return this.#requirements
  }

  /** Runs `read` with the lock, so that no set is released meanwhile. */
  locked<Result>(read: () => Result): Result {
    return this.#store.locked(read)
  }

  /** Address of the set, for a credential that has it from now on; 0 of the empty one. With the lock. */
  refer(roles: readonly string[], permissions: readonly string[]): number {
    if (roles.length === 0 && permissions.length === 0) return 0
    const store = this.#store
    const name = this.#nameOf(roles, permissions)
    const { text, hashed } = name
    store.hash(hashed)
    const found = store.find(layout.KIND_PERMISSIONS, number => {
      const address = store.u32(this.#address(number) + layout.PERMISSIONS_TEXT)
      return hashed === text ? store.isPlaced(address) : store.text(address) === text
    })
    const set = found === 0 ? this.#add(name, roles, permissions) : this.#address(found)
    store.setU32(set, store.u32(set) + 1)
    return set
  }

  /** A credential does not have the set any more; 0 is none. With the lock. */
  release(set: number): void {
    const store = this.#store
    if (set === 0) return
    const references = store.u32(set) - 1
    store.setU32(set, references)
    if (references > 0) return
    const text = store.u32(set + layout.PERMISSIONS_TEXT)
    store.hash(hashedOf(store.text(text)))
    store.remove(layout.KIND_PERMISSIONS, this.#number(set))
    this.#unlink(set)
    // Whoever reads it still sees by this that it is gone.
    store.setU32(set + layout.PERMISSIONS_HASH, 0)
    store.setU32(set + layout.PERMISSIONS_HASH + 4, 0)
    store.freeString(text)
    store.free(set, layout.PERMISSIONS_BYTES)
  }

  /** The roles and permissions of a set that is not released; 0 is the empty one. */
  read(set: number): PermissionSet {
    if (set === 0) return { roles: [], permissions: [] }
    const text = this.#store.text(this.#store.u32(set + layout.PERMISSIONS_TEXT))
    const [roles, permissions] = JSON.parse(text) as [string[], string[]]
    return { roles, permissions }
  }

  /** Writes the bits of all sets for a version that is about to go live. With the lock. */
  prepare(version: number): void {
    const store = this.#store
    const requirements = readRequirements(store.engine, version)
    let set = store.field(layout.IDENTITY_PERMISSION_SETS)
    while (set !== 0) {
      const { roles, permissions } = this.read(set)
      this.#writeBits(set, requirements, roles, permissions)
      set = store.u32(set + layout.PERMISSIONS_NEXT)
    }
  }

  #nameOf(roles: readonly string[], permissions: readonly string[]): Name {
    // Names have no control characters. Most credentials say the same as others, and the text costs a microsecond.
    const said = `${roles.join('\n')}\t${permissions.join('\n')}`
    let name = this.#names.get(said)
    if (name === undefined) {
      const text = textOf(roles, permissions)
      name = { text, hashed: hashedOf(text) }
      if (this.#names.size === NAMES_MAX) this.#names.clear()
      this.#names.set(said, name)
    }
    return name
  }

  #address(number: number): number {
    return this.#store.base + number * UNIT
  }

  #number(address: number): number {
    return (address - this.#store.base) / UNIT
  }

  #add({ text, hashed }: Name, roles: readonly string[], permissions: readonly string[]): number {
    const store = this.#store
    const written = store.string(text)
    let set = 0
    try {
      set = store.allocate(layout.PERMISSIONS_BYTES)
      store.setU32(set + layout.PERMISSIONS_TEXT, written)
      store.hash(hashed)
      store.copyHash(set + layout.PERMISSIONS_HASH)
      store.insert(layout.KIND_PERMISSIONS, this.#number(set))
    } catch (error) {
      store.free(set, layout.PERMISSIONS_BYTES)
      store.freeString(written)
      throw error
    }
    const next = store.field(layout.IDENTITY_PERMISSION_SETS)
    store.setU32(set + layout.PERMISSIONS_NEXT, next)
    if (next !== 0) store.setU32(next + layout.PERMISSIONS_PREVIOUS, set)
    store.setField(layout.IDENTITY_PERMISSION_SETS, set)
    // Before the first config is live there is nothing to require.
    if (store.engine.version > 0) this.#writeBits(set, this.requirements(), roles, permissions)
    return set
  }

  #unlink(set: number): void {
    const store = this.#store
    const next = store.u32(set + layout.PERMISSIONS_NEXT)
    const previous = store.u32(set + layout.PERMISSIONS_PREVIOUS)
    if (next !== 0) store.setU32(next + layout.PERMISSIONS_PREVIOUS, previous)
    if (previous === 0) store.setField(layout.IDENTITY_PERMISSION_SETS, next)
    else store.setU32(previous + layout.PERMISSIONS_NEXT, next)
  }

  #writeBits(
    set: number,
    { version, required, details }: Requirements,
    roles: readonly string[],
    permissions: readonly string[],
  ): void {
    const granted = [...permissions]
    for (const role of roles) {
      if (Object.hasOwn(details.roles, role)) granted.push(...details.roles[role]!)
    }
    const bits = new Uint8Array(layout.PERMISSION_BITS_BYTES)
    required.forEach((name, bit) => {
      if (granted.some(pattern => matchesPermission(pattern, name)))
        bits[bit >> 3]! |= 1 << (bit & 7)
    })
    const half = (version & 1) * layout.PERMISSION_BITS_BYTES
    this.#store.copy(set + layout.PERMISSIONS_BITS + half, bits)
  }
}

function hashedOf(text: string): string {
  return text.length <= HASHED_MAX ? text : createHash('sha256').update(text).digest('base64url')
}

/** What a set is written as. */
export function textOf(roles: readonly string[], permissions: readonly string[]): string {
  return JSON.stringify([distinct(roles), distinct(permissions)])
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}
