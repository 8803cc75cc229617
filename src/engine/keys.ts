// Keys of limits and flags as hashes. The last key of each of 1,024 places is remembered with its hash in the lane:
// a hot key costs a string comparison, which on the same string is one of pointers, instead of encoding and SipHash.
import { KEY_HASH_COUNT } from '../../assembly/shared/layout.ts'
import { SluiceError } from '../errors.ts'
import type { Engine } from './engine.ts'
import { TEXT_TOO_LONG, writeText } from './text.ts'

export class KeyHashes {
  readonly #engine: Engine
  readonly #start: number
  readonly #end: number
  readonly #keys = new Array<string>(KEY_HASH_COUNT).fill('')

  constructor(engine: Engine) {
    this.#engine = engine
    this.#start = engine.lane + engine.map.laneKey
    this.#end = this.#start + engine.sizes.keyBytesMax
  }

  /**
   * Index, among the lane's key hashes, of the hash of a limit's key.
   * @throws SluiceError KEY_INVALID
   */
  index(key: string): number {
    const length = key.length
    // The end of a key differs most; the rest only has to spread keys that end alike.
    const place =
      ((key.charCodeAt(length - 1) * 31 + key.charCodeAt(length - 2)) * 31 +
        key.charCodeAt(length - 3) * 7 +
        key.charCodeAt(length >> 1) +
        length) &
      (KEY_HASH_COUNT - 1)
    if (this.#keys[place] === key && length > 0) return place
    return this.#hash(key, place)
  }

  #hash(key: string, place: number): number {
    if (typeof key !== 'string' || key.length === 0) {
      throw new SluiceError('KEY_INVALID', `a key must be a string of at least one character`)
    }
    const engine = this.#engine
    const length = writeText(engine.u8, engine.i32, key, this.#start, this.#end)
    if (length === TEXT_TOO_LONG) {
      const bytes = engine.sizes.keyBytesMax
      throw new SluiceError('KEY_INVALID', `a key may have ${bytes} bytes (option keyBytesMax)`)
    }
    if (length < 0) {
      throw new SluiceError('KEY_INVALID', 'a key may not hold a lone surrogate')
    }
    engine.evaluators.hashKey(engine.lane, place, length)
    this.#keys[place] = key
    return place
  }

  /** The hash at the index is no longer that of a key. */
  forget(index: number): void {
    this.#keys[index] = ''
  }

  /** murmur3 of a flag's key; undefined for a text that cannot be one. */
  flagHash(key: string): number | undefined {
    const engine = this.#engine
    const length = writeText(engine.u8, engine.i32, key, this.#start, this.#end)
    return length < 0 ? undefined : engine.evaluators.murmur3(this.#start, length) >>> 0
  }
}
