/**
 * API keys: texts that follow from a number, so that any process makes the same ones, written here apart from Sluice
 * (`sk_live_`, an id of 8 and a secret of 30 characters of base 62, GitHub's checksum), and what a config has of them.
 */

import { createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { seededRandom } from './random.js'
import { flat } from './rows.js'

export const PEPPER = 'a pepper of 32 bytes for benches'
export const PEPPERS = { current: 'p1', secrets: { p1: PEPPER } }
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
export const SECRET_LENGTH = 30
const CHECKSUM_LENGTH = 6
const LABELS = 'sk_live_'
const ID_LENGTH = LABELS.length + 8

/** @typedef {(credential: string) => boolean} Verify */

/**
 * @param {() => number} random
 * @param {number} length
 */
function digits(random, length) {
  let text = ''
  while (text.length < length) text += DIGITS[Math.floor(random() * DIGITS.length)]
  return text
}

/** @param {string} text what a key has before its checksum */
function withChecksum(text) {
  let checksum = ''
  for (let rest = crc32(text); rest > 0; rest = Math.floor(rest / DIGITS.length)) {
    checksum = DIGITS[rest % DIGITS.length] + checksum
  }
  return text + checksum.padStart(CHECKSUM_LENGTH, '0')
}

/** The key of a number, 53 characters; each time a string of its own. @param {number} index */
export function keyText(index) {
  // Odd, so that no two numbers start from the same state.
  const random = seededRandom(Math.imul(index, 0x9e3779b1))
  return flat(withChecksum(`${LABELS}${digits(random, 8)}_${digits(random, SECRET_LENGTH)}`))
}

/** @param {string} key */
export const idOf = key => key.slice(0, ID_LENGTH)

/** @param {string} key */
export const digestOf = key => createHmac('sha256', PEPPER).update(key).digest()

/** As an entry of `keys`. @param {string} key @param {object} [rest] @param {Buffer} [digest] */
export function definitionOf(key, rest = {}, digest = digestOf(key)) {
  const hash = `hmac-sha256:p1:${digest.toString('base64url')}`
  return { id: idOf(key), hash, expires: '2099-01-01T00:00:00Z', ...rest }
}

/** The same key with another last character: its checksum is wrong. @param {string} key */
export function withWrongChecksum(key) {
  return flat(key.slice(0, -1) + otherDigit(key[key.length - 1]))
}

/**
 * The same key with another character at a place of its secret, and a checksum that is right.
 * @param {string} key
 * @param {number} place from 0
 * @param {number} [step] which other one
 */
export function withWrongSecret(key, place, step = 1) {
  const at = ID_LENGTH + 1 + place
  const text = key.slice(0, at) + otherDigit(key[at], step) + key.slice(at + 1, -CHECKSUM_LENGTH)
  return flat(withChecksum(text))
}

/** @param {string} digit @param {number} [step] 1 to 61 */
function otherDigit(digit, step = 1) {
  return DIGITS[(DIGITS.indexOf(digit) + step) % DIGITS.length]
}

/** Numbers from 0 to `count`, each once, in a random order (Fisher-Yates, seeded). @param {number} count */
export function shuffled(count) {
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  const random = seededRandom(0x6b_65_79)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const moved = order[last]
    order[last] = order[other]
    order[other] = moved
  }
  return order
}

/** Strings of their own for calls: every key equally often, in a random order. @param {string[]} keys @param {number} count */
export function askedCopies(keys, count) {
  return Array.from(shuffled(count), index => flat(keys[index % keys.length]))
}

/** @param {number} count @param {number} [first] */
export function manyKeys(count, first = 0) {
  return Array.from({ length: count }, (_, index) => keyText(first + index))
}

/**
 * An engine that knows the keys, with a gate that only asks for one. One for a process, as an application has one.
 * @param {any} Sluice
 * @param {string[]} keys
 * @param {'first' | 'always'} confirm
 * @returns {Promise<{ sluice: any, verify: Verify }>}
 */
export async function openKeys(Sluice, keys, confirm) {
  const definitions = {
    flags: {},
    roles: { reader: ['orders:read'] },
    gates: { verify: { credential: ['key'] } },
  }
  const sluice = await Sluice.open(definitions, {
    peppers: PEPPERS,
    confirm,
    keysMax: Math.max(1_000, Math.ceil(keys.length * 1.1)),
  })
  for (const key of keys) sluice.keys.set(definitionOf(key, { roles: ['reader'] }))
  const gate = sluice.gate('verify')
  return { sluice, verify: credential => gate.decide({ credential }).allow }
}

const kept = { request: { credential: '' } }

/** The floor: the loop, and the object of the request, stored so that it exists. @type {Verify} */
export function verifyNothing(credential) {
  kept.request = { credential }
  return true
}

/**
 * Who knows the keys must admit each, and refuse what differs from them in any way. Throws otherwise.
 * @param {string} name
 * @param {Verify} verify
 * @param {string[]} keys
 */
export function checkVerify(name, verify, keys) {
  const wrong = [withWrongChecksum, (/** @type {string} */ key) => withWrongSecret(key, 17)]
  for (const key of keys) {
    if (verify(key) && !wrong.some(change => verify(change(key)))) continue
    throw new Error(`identity: ${name} does not tell a key from one that is wrong`)
  }
}
