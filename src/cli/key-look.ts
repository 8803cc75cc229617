// What can be told of a key by looking at it.
import { KEY_CHECKSUM_LENGTH } from '../../assembly/shared/key.ts'
import { keyChecksum, parseKey } from '../identity/key-format.ts'

/** A key as it looks. */
export interface Looks {
  /** Whether it is of the format that `sluice keys create` makes, but for the checksum. */
  readonly shape: boolean
  readonly checksum: boolean
  /** The public part. Undefined, as those that follow, unless all is right. */
  readonly id?: string
  readonly prefix?: string
  readonly environment?: string
}

export function lookAt(key: string): Looks {
  const parsed = parseKey(key)
  if (parsed !== undefined) return { shape: true, checksum: true, ...parsed }
  const hashed = key.slice(0, -KEY_CHECKSUM_LENGTH)
  const shape = parseKey(hashed + keyChecksum(hashed)) !== undefined
  // What stands in the place of the checksum has to look like one.
  const isDigits = /[0-9A-Za-z]{6}$/.test(key)
  return { shape: shape && isDigits, checksum: false }
}
