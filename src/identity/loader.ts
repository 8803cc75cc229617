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
  /** The tenants that the config before had, each with a hash of what it said. */
  #known: ReadonlyMap<string, bigint> = new Map()
  #isClosed = false

  constructor(keys: Keys, apply: ApplyTenant, remove: (id: string) => void) {
    this.#remove = remove
    this.#keys = keys
    this.#apply = apply
  }

  close(): void {
    this.#isClosed = true
  }

  /** Adds and changes what the config has, and removes what came with another and is in it no more. */
  async load({ tenants, tenantFiles, keys, keyFiles }: CompiledEntities): Promise<void> {
    this.#origin = (this.#origin % ORIGINS) + 1
    const origin = this.#origin
    const seen = new Map<string, bigint>()
    const addTenant = (definition: TenantDefinition) => {
      const digest = textHash(JSON.stringify(definition))
      seen.set(definition.id, digest)
      // What was said of it at run time stays, as long as the config says the same.
      if (this.#known.get(definition.id) !== digest) this.#apply(definition)
    }
    const addKey = (definition: KeyDefinition) => this.#keys.add(definition, origin)
    await this.#each(tenants, addTenant)
    for (const file of tenantFiles) await this.#each(definitions(readTenants(file)), addTenant)
    await this.#each(keys, addKey)
    for (const file of keyFiles) await this.#each(definitions(readKeys(file)), addKey)
    if (this.#isClosed) return
    this.#keys.sweep(origin)
    for (const id of this.#known.keys()) if (!seen.has(id)) this.#remove(id)
    this.#known = seen
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
