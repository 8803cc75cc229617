// The API keys that Sluice makes: how they are written and read (assembly/shared/key.ts draws one). GitHub's idea: a
// prefix that secret scanners find, and a checksum, so that a mistyped key is refused without looking anything up. The
// id in the middle is public. The evaluators read the same format in assembly/identity/key-shape.ts.

import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import {
  KEY_CHECKSUM_LENGTH,
  KEY_ID_RANDOM_LENGTH,
  KEY_LABELS_LENGTH_MAX,
  KEY_SECRET_LENGTH,
} from '../../assembly/shared/key.ts'
import { quote } from '../config/words.ts'
import { SluiceError } from '../errors.ts'
import { forgetMatch } from './forget-match.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** The last multiple of 62 that fits a byte: bytes from here on would make the first digits more likely. */
const byteLimit = 256 - (256 % digits.length)

const prefixForm = /^[A-Za-z0-9_]+$/
const environmentForm = /^[a-z0-9]+$/
const idPattern = `([A-Za-z0-9_]+)_([a-z0-9]+)_[A-Za-z0-9]{${KEY_ID_RANDOM_LENGTH}}`
const idForm = new RegExp(`^${idPattern}$`)
const secretLength = KEY_SECRET_LENGTH + KEY_CHECKSUM_LENGTH
const keyForm = new RegExp(`^(${idPattern})_[A-Za-z0-9]{${secretLength}}$`)
/** Whatever is longer is not looked at. */
const idLengthMax = KEY_LABELS_LENGTH_MAX + KEY_ID_RANDOM_LENGTH + 2
const keyLengthMax = idLengthMax + 1 + secretLength

/** What `createKey` makes keys with. */
export interface KeyLabels {
  /** 1 character or more of [A-Za-z0-9_]: what the key is for, such as `sk`. */
  readonly prefix: string
  /** 1 character or more of [a-z0-9], such as `live`. With the prefix at most 8. */
  readonly environment: string
  /** Where the random bytes come from: `count` new ones at each call. Default `randomBytes` of node:crypto. */
  readonly random?: (count: number) => Uint8Array
}

/** A new key. */
export interface CreatedKey {
  /** The whole key, which is a secret. 49 to 55 characters. */
  readonly key: string
  /** What it is known by: the key up to its secret. 13 to 19 characters. */
  readonly id: string
}

/** What can be read from a key. */
export interface ParsedKey {
  readonly id: string
  readonly prefix: string
  readonly environment: string
}

/** `count` characters of base 62, all equally likely. */
function randomDigits(count: number, random: (count: number) => Uint8Array): string {
  let text = ''
  while (text.length < count) {
    for (const byte of random(count - text.length)) {
      if (byte < byteLimit) text += digits[byte % digits.length]
    }
  }
  return text
}

function checkLabels(labels: KeyLabels): void {
  const { prefix, environment } = (labels ?? {}) as KeyLabels
  const check = (name: string, value: unknown, form: RegExp, characters: string) => {
    if (typeof value === 'string' && form.test(value)) return
    const found = typeof value === 'string' ? quote(value.slice(0, keyLengthMax)) : typeof value
    const message = `option ${name} must be one or more characters of ${characters}, found ${found}`
    throw new SluiceError('OPTION_INVALID', message)
  }
  check('prefix', prefix, prefixForm, 'A-Z, a-z, 0-9 and _')
  check('environment', environment, environmentForm, 'a-z and 0-9')
  const length = prefix.length + environment.length
  if (length <= KEY_LABELS_LENGTH_MAX) return
  const message = `options prefix and environment must have at most ${KEY_LABELS_LENGTH_MAX} characters together`
  throw new SluiceError('OPTION_INVALID', `${message}, found ${length}`)
}

/**
 * Makes a key: `<prefix>_<environment>_<8>_<30><6>`, with 178 random bits that are secret. The id has 47 bits: who
 * makes millions of keys looks whether it is taken.
 * @throws SluiceError OPTION_INVALID when a label is empty, has other characters, or both are too long together
 */
export function createKey(labels: KeyLabels): CreatedKey {
  checkLabels(labels)
  const { prefix, environment, random = randomBytes } = labels
  const id = `${prefix}_${environment}_${randomDigits(KEY_ID_RANDOM_LENGTH, random)}`
  const text = `${id}_${randomDigits(KEY_SECRET_LENGTH, random)}`
  return { key: text + keyChecksum(text), id }
}

/** The checksum of exactly this text, as GitHub writes it: its CRC-32 in base 62, six characters. */
export function keyChecksum(text: string): string {
  let checksum = ''
  for (let rest = crc32(text); rest > 0; rest = Math.floor(rest / digits.length)) {
    checksum = digits[rest % digits.length] + checksum
  }
  return checksum.padStart(KEY_CHECKSUM_LENGTH, '0')
}

/**
 * Reads a key, from the right: a prefix may hold underscores. Undefined if the text is not of this format or its
 * checksum is wrong; a key of another format may still be valid.
 */
export function parseKey(text: string): ParsedKey | undefined {
  if (typeof text !== 'string' || text.length > keyLengthMax) return undefined
  const [, id, prefix, environment] = keyForm.exec(text) ?? []
  forgetMatch()
  if (id === undefined || id.length > idLengthMax) return undefined
  const hashed = text.length - KEY_CHECKSUM_LENGTH
  if (keyChecksum(text.slice(0, hashed)) !== text.slice(hashed)) return undefined
  return { id, prefix: prefix!, environment: environment! }
}

/** The environment that a public id names; undefined if it is not of this format. */
export function environmentOf(id: string): string | undefined {
  return id.length > idLengthMax ? undefined : idForm.exec(id)?.[2]
}
