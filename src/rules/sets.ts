// Sets of ids: hashed lists in the ruleset's data section (assembly/shared/ruleset.ts draws them), each once however
// many rules use it.
import {
  SET_BITS,
  SET_BITS_MAX,
  SET_BUCKET_MEMBERS,
  SET_COUNT,
  SET_SEED,
  SET_STARTS,
} from '../../assembly/shared/ruleset.ts'
import type { Path, SetDefinition } from '../config/types.ts'
import type { DataPool, Hasher } from './pool.ts'
import { RuleError } from './rule-error.ts'

const SEED_BYTES = 16
const encoder = new TextEncoder()

export class SetTable {
  readonly #pool: DataPool
  readonly #hasher: Hasher
  readonly #definitions: Readonly<Record<string, SetDefinition>>
  readonly #seed: () => Uint8Array
  readonly #named = new Map<string, number>()
  readonly #listed = new Map<string, number>()

  /** `seed` gives 16 bytes, others for each set: who knows them can look for texts that collide. */
  constructor(
    pool: DataPool,
    hasher: Hasher,
    definitions: Readonly<Record<string, SetDefinition>>,
    seed: () => Uint8Array,
  ) {
    this.#pool = pool
    this.#hasher = hasher
    this.#definitions = definitions
    this.#seed = seed
  }

  /**
   * Offset of the set of that name.
   * @throws RuleError SET_UNKNOWN
   */
  named(name: string, path: Path): number {
    let offset = this.#named.get(name)
    if (offset !== undefined) return offset
    if (!Object.hasOwn(this.#definitions, name)) {
      const names = Object.keys(this.#definitions)
      const expected = names.length > 0 ? `one of ${names.join(', ')}` : 'a section sets'
      throw new RuleError('SET_UNKNOWN', `there is no set '${name}'`, path, expected, name)
    }
    const definition = this.#definitions[name]!
    const seed = this.#seed()
    const hashes =
      'bytes' in definition
        ? this.#hasher.hashLines(definition.bytes, seed)
        : this.#hashTexts(definition.ids, seed)
    offset = this.#emit(hashes, seed)
    this.#named.set(name, offset)
    return offset
  }

  /** Offset of the set of these texts. */
  ofTexts(texts: readonly string[]): number {
    const key = JSON.stringify(texts)
    let offset = this.#listed.get(key)
    if (offset === undefined) {
      const seed = this.#seed()
      offset = this.#emit(this.#hashTexts(texts, seed), seed)
      this.#listed.set(key, offset)
    }
    return offset
  }

  #hashTexts(texts: readonly string[], seed: Uint8Array): BigUint64Array {
    return BigUint64Array.from(texts, text => this.#hasher.hashText(encoder.encode(text), seed))
  }

  #emit(hashes: BigUint64Array, seed: Uint8Array): number {
    const members = distinct(hashes.sort())
    const bits = bucketBits(members.length)
    const starts = bucketStarts(members, bits)
    const startsBytes = (starts.byteLength + 7) & ~7
    const offset = this.#pool.allocate(SET_STARTS + startsBytes + members.byteLength)
    this.#pool.setUint32(offset + SET_COUNT, members.length)
    this.#pool.setUint32(offset + SET_BITS, bits)
    this.#pool.setBytes(offset + SET_SEED, seed.subarray(0, SEED_BYTES))
    this.#pool.setBytes(offset + SET_STARTS, bytesOf(starts))
    this.#pool.setBytes(offset + SET_STARTS + startsBytes, bytesOf(members))
    return offset
  }
}

/** Memory as it is: the machines that run this are little-endian, as WebAssembly is. */
function bytesOf(words: Uint32Array | BigUint64Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

/** Sorted hashes, each once. */
function distinct(sorted: BigUint64Array): BigUint64Array {
  let count = 0
  for (let index = 0; index < sorted.length; index++) {
    if (index > 0 && sorted[index] === sorted[index - 1]) continue
    sorted[count++] = sorted[index]!
  }
  return sorted.subarray(0, count)
}

/** How many first bits of a hash make its bucket, so that one has at most SET_BUCKET_MEMBERS on average. */
function bucketBits(count: number): number {
  const bits = Math.ceil(Math.log2(Math.max(count, 1) / SET_BUCKET_MEMBERS))
  return Math.min(Math.max(bits, 1), SET_BITS_MAX)
}

/** Where each bucket starts among the sorted hashes, and where the last one ends. */
function bucketStarts(members: BigUint64Array, bits: number): Uint32Array {
  const starts = new Uint32Array(2 ** bits + 1)
  // The high half of each little-endian word.
  const halves = new Uint32Array(members.buffer, members.byteOffset, 2 * members.length)
  for (let index = 0; index < members.length; index++) {
    starts[(halves[2 * index + 1]! >>> (32 - bits)) + 1]!++
  }
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!
  return starts
}
