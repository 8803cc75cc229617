/**
 * A set of ids: the ids of its file, and strings to ask with, each new as in a request.
 */

import { closeSync, openSync, writeSync } from 'node:fs'
import { seededRandom } from './random.js'
import { flat } from './rows.js'

const CHUNK_IDS = 50_000

/**
 * An id of 20 characters, as `usr_9f86d081884c7d65`, different for each index below 2^32.
 * @param {number} index
 */
export function idOf(index) {
  return `usr_${hex(mix(index))}${hex(mix(index ^ 0x5bd1e995))}`
}

/** The finalizer of MurmurHash3, which maps no two numbers to the same. @param {number} number */
function mix(number) {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** @param {number} number */
function hex(number) {
  return number.toString(16).padStart(8, '0')
}

/**
 * One id a line.
 * @param {string} file
 * @param {number} count
 */
export function writeIds(file, count) {
  const handle = openSync(file, 'w')
  for (let start = 0; start < count; start += CHUNK_IDS) {
    const length = Math.min(CHUNK_IDS, count - start)
    const ids = Array.from({ length }, (_, index) => idOf(start + index))
    writeSync(handle, `${ids.join('\n')}\n`)
  }
  closeSync(handle)
}

/**
 * Strings that nobody has looked up before, ids of the set or of none, in a random order (seeded).
 * @param {number} seed
 * @param {number} length
 * @param {number} idCount
 * @param {boolean} isMember
 */
export function newIds(seed, length, idCount, isMember) {
  const random = seededRandom(seed)
  const first = isMember ? 0 : idCount
  return Array.from({ length }, () => flat(idOf(first + Math.floor(random() * idCount))))
}

/** What rules ask: is the user in the set, and for comparison, is it that one user. */
export const SET_DEFINITIONS = {
  listed: { in: [{ var: 'targetingKey' }, { set: 'members' }] },
  named: { '==': [{ var: 'targetingKey' }, 'usr_nobody'] },
}

/**
 * @param {string} file
 */
export function setDefinitions(file) {
  const flags = Object.entries(SET_DEFINITIONS).map(([key, condition]) => [
    key,
    {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      targeting: { if: [condition, 'on'] },
    },
  ])
  return { sets: { members: { file } }, flags: Object.fromEntries(flags) }
}
