// One issuer: how it is defined, and what its signatures are verified with at the moment.
import { isDeepStrictEqual } from 'node:util'
import type { VerificationKey } from './compact.ts'
import type { FetchFailure } from './fetch-keys.ts'
import type { Generations } from './generations.ts'
import { KeySet } from './key-set.ts'
import { RemoteKeys } from './remote-keys.ts'
import { type IssuerDefinition, RefusedToken } from './types.ts'

/** What belongs together when a token is verified. */
export interface Trust {
  readonly definition: IssuerDefinition
  readonly key: VerificationKey
  readonly generation: number
}

/** How it is with an issuer's keys. */
export interface IssuerStatus {
  issuer: string
  generation: number
  /** Public keys that can be used. */
  keyCount: number
  /** Members of the key set that cannot. */
  unusableKeyCount: number
  /** When its keys were fetched, in Unix ms; null if they were not, or need not be. */
  fetchedAtMs: number | null
  /** How the last fetch failed; null if it did not. */
  failure: FetchFailure | null
}

/** What issuers share. */
export interface IssuerTools {
  readonly fetch: typeof fetch
  readonly nowMs: () => number
  readonly generations: Generations
  /** As `RemoteKeysOptions` has it. */
  readonly hasOthers: () => boolean
  /** Lets a verification wait for the network, or refuses it. */
  readonly wait: (fetched: Promise<void>) => Promise<void>
}

export class TrustedIssuer {
  readonly #tools: IssuerTools
  #definition: IssuerDefinition
  #keys: VerificationKey | RemoteKeys
  #isClosed = false

  constructor(definition: IssuerDefinition, tools: IssuerTools) {
    this.#tools = tools
    // A copy: what the caller does to its own changes nothing here.
    this.#definition = structuredClone(definition)
    this.#keys = this.#openKeys(this.#definition)
    tools.generations.bump(definition.issuer)
  }

  get definition(): IssuerDefinition {
    return this.#definition
  }

  get status(): IssuerStatus {
    const keys = this.#keys
    const set = keys instanceof RemoteKeys ? keys.keys : keys
    return {
      issuer: this.#definition.issuer,
      generation: this.#tools.generations.of(this.#definition.issuer),
      keyCount: set instanceof KeySet ? set.count : 0,
      unusableKeyCount: set instanceof KeySet ? set.unusableCount : 0,
      fetchedAtMs: keys instanceof RemoteKeys ? (keys.fetchedAtMs ?? null) : null,
      failure: keys instanceof RemoteKeys ? (keys.failure ?? null) : null,
    }
  }

  /** Takes another definition of the same issuer. Keys from the same URL stay; what was verified before is not trusted. */
  redefine(given: IssuerDefinition): void {
    const definition = structuredClone(given)
    if (isDeepStrictEqual(definition, this.#definition)) return
    const isSameUrl = this.#keys instanceof RemoteKeys && this.#keys.url === definition.jwks
    this.#definition = definition
    if (!isSameUrl) {
      this.#closeKeys()
      this.#keys = this.#openKeys(definition)
    }
    this.#tools.generations.bump(definition.issuer)
  }

  tick(): void {
    if (this.#keys instanceof RemoteKeys) this.#keys.tick()
  }

  /**
   * What to verify a token with that names this key, or none. Waits for a fetch if there are no keys, or not this one.
   * @throws RefusedToken
   */
  async trust(keyId: string | undefined): Promise<Trust> {
    if (this.#keys instanceof RemoteKeys) await this.#seek(this.#keys, keyId)
    if (this.#isClosed) throw new RefusedToken('closed')
    const keys = this.#keys
    const key = keys instanceof RemoteKeys ? keys.keys : keys
    if (key === undefined) throw new RefusedToken('keys-unavailable')
    if (keyId !== undefined && key instanceof KeySet && !key.has(keyId)) {
      // While the server is down, the key may be one that we have not heard of.
      const isDown = keys instanceof RemoteKeys && keys.failure !== undefined
      throw new RefusedToken(isDown ? 'keys-unavailable' : 'key-unknown')
    }
    const generation = this.#tools.generations.of(this.#definition.issuer)
    return { definition: this.#definition, key, generation }
  }

  /** From now on nothing that it vouched for is trusted. */
  close(): void {
    this.#isClosed = true
    this.#closeKeys()
    this.#tools.generations.bump(this.#definition.issuer)
  }

  #openKeys({ issuer, jwks, keys, secret }: IssuerDefinition): VerificationKey | RemoteKeys {
    if (secret !== undefined) return secret
    if (jwks === undefined) return new KeySet(keys ?? [])
    const { fetch, nowMs, generations, hasOthers } = this.#tools
    const onGone = () => generations.bump(issuer)
    return new RemoteKeys(jwks, { fetch, nowMs, onGone, hasOthers })
  }

  #closeKeys(): void {
    if (this.#keys instanceof RemoteKeys) this.#keys.close()
  }

  async #seek(remote: RemoteKeys, keyId: string | undefined): Promise<void> {
    const { keys } = remote
    if (keys !== undefined && (keyId === undefined || keys.has(keyId))) return
    const fetched = remote.seek()
    if (fetched !== undefined) await this.#tools.wait(fetched)
  }
}
