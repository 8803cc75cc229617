// The public keys of an issuer at one time. jose finds the key for a header: by exact `kid`, `kty`, curve and `alg`, and
// exactly one. Before that, what cannot be used is left out, and so are all keys under a `kid` that is there twice: which
// of them is meant would depend on the algorithm in the header, which whoever made the token chose.
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose'
import { readPublicKey } from './public-key.ts'

export class KeySet {
  /** For jose: the one key for a token's header. */
  readonly getKey: JWTVerifyGetKey
  readonly count: number
  /** How many members of the set cannot be used. */
  readonly unusableCount: number
  readonly #ids: ReadonlySet<string>
  readonly #ambiguousIds: ReadonlySet<string>
  /** Each key with its id, as text. */
  readonly #prints: ReadonlySet<string>

  /** @param members of a JSON Web Key Set, or of a config: whatever they are */
  constructor(members: readonly unknown[]) {
    const keys: JWK[] = []
    for (const member of members) {
      const read = readPublicKey(member)
      if ('key' in read) keys.push(read.key)
    }
    const seen = new Set<string>()
    const ambiguous = new Set<string>()
    for (const { kid } of keys) {
      if (kid === undefined) continue
      if (seen.has(kid)) ambiguous.add(kid)
      seen.add(kid)
    }
    const usable = keys.filter(({ kid }) => kid === undefined || !ambiguous.has(kid))
    this.getKey = createLocalJWKSet({ keys: usable })
    this.count = usable.length
    this.unusableCount = members.length - usable.length
    this.#ids = seen
    this.#ambiguousIds = ambiguous
    this.#prints = new Set(usable.map(key => JSON.stringify(Object.entries(key).sort())))
  }

  /** Whether the set knows the `kid`, be it ambiguous. */
  has(kid: string): boolean {
    return this.#ids.has(kid)
  }

  isAmbiguous(kid: string): boolean {
    return this.#ambiguousIds.has(kid)
  }

  /** Whether every key of this set is in the other too, under the same id: what this one vouched for stays true. */
  isWithin(other: KeySet): boolean {
    for (const print of this.#prints) {
      if (!other.#prints.has(print)) return false
    }
    return true
  }
}
