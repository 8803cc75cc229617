// Tenants and keys of a config, into the memory: after its rules went live, one by one, giving others their turn.
import type { CompiledEntities } from '../compiled-source.ts'
import { readKeys, readTenants } from '../config/entities.ts'
import type { KeyDefinition, TenantDefinition } from '../config/types.ts'
import { Slice } from '../slice.ts'
import type { Keys } from './keys.ts'
import { textHash } from './names.ts'

/** Loads are counted in a byte, 0 apart. */
const ORIGINS = 255

/** What a tenant's own numbers of limits are given to. */
export type ApplyTenant = (definition: TenantDefinition) => void

export class EntityLoader {
  readonly #remove: (id: string) => void
  readonly #keys: Keys
  readonly #apply: ApplyTenant
  #origin = 0
  /** The tenants that came with configs, each with a hash of what was said of it. */
  readonly #known = new Map<string, bigint>()
  /** Whether a config had keys. */
  #hasKeys = false
  #isClosed = false

  constructor(keys: Keys, apply: ApplyTenant, remove: (id: string) => void) {
    this.#remove = remove
    this.#keys = keys
    this.#apply = apply
  }

  close(): void {
    this.#isClosed = true
  }

  /** Whether a tenant came with a config. */
  isKnown(tenant: string): boolean {
    return this.#known.has(tenant)
  }

  /** Removes what came with another config and is in this one no more, and then adds and changes what this one has. */
  async load(entities: CompiledEntities): Promise<void> {
    // First: what is added may need the room.
    if (this.#known.size > 0) await this.#removeTenants(entities)
    this.#origin = (this.#origin % ORIGINS) + 1
    const origin = this.#origin
    if (this.#hasKeys) {
      await this.#eachKey(entities, ({ id }) => this.#keys.keep(id, origin))
      if (!this.#isClosed) this.#keys.sweep(origin)
    }
    await this.#eachTenant(entities, definition => {
      const digest = textHash(JSON.stringify(definition))
      // What was said of it at run time stays, as long as the config says the same.
      if (this.#known.get(definition.id) === digest) return
      this.#apply(definition)
      this.#known.set(definition.id, digest)
    })
    await this.#eachKey(entities, definition => {
      this.#hasKeys = true
      this.#keys.add(definition, origin)
    })
  }

  async #removeTenants(entities: CompiledEntities): Promise<void> {
    const next = new Set<string>()
    await this.#eachTenant(entities, ({ id }) => next.add(id))
    for (const id of [...this.#known.keys()]) {
      if (this.#isClosed) return
      if (next.has(id)) continue
      this.#remove(id)
      this.#known.delete(id)
    }
  }

  async #eachTenant(
    { tenants, tenantFiles }: CompiledEntities,
    use: (definition: TenantDefinition) => void,
  ): Promise<void> {
    await this.#each(tenants, use)
    for (const file of tenantFiles) await this.#each(definitions(readTenants(file)), use)
  }

  async #eachKey(
    { keys, keyFiles }: CompiledEntities,
    use: (definition: KeyDefinition) => void,
  ): Promise<void> {
    await this.#each(keys, use)
    for (const file of keyFiles) await this.#each(definitions(readKeys(file)), use)
  }

  async #each<Definition>(
    all: Iterable<Definition>,
    add: (definition: Definition) => void,
  ): Promise<void> {
    const slice = new Slice()
    for (const definition of all) {
      if (this.#isClosed) return
      add(definition)
      if (slice.isOver()) await slice.others()
    }
  }
}

/** The definitions of a file's lines; what is wrong with others has kept the config from going live. */
function* definitions<Definition>(
  lines: Iterable<{ definition: Definition } | object>,
): Generator<Definition> {
  for (const line of lines) if ('definition' in line) yield line.definition as Definition
}
