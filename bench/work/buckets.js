/**
 * The hash functions with which the systems put a user into a rollout, written a second time from
 * their published descriptions. Only used to check the answers before anything is measured.
 */

import { createHash } from 'node:crypto'

/**
 * MurmurHash3 x86 32 (Austin Appleby, public domain); ASCII input. flagd, Unleash.
 * @param {string} text
 * @param {number} seed
 */
export function murmur3(text, seed = 0) {
  const bytes = Buffer.from(text, 'latin1')
  const tail = bytes.length & ~3
  let hash = seed
  for (let at = 0; at < tail; at += 4) {
    hash ^= scramble(bytes.readInt32LE(at))
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  let rest = 0
  for (let at = bytes.length - 1; at >= tail; at--) rest = (rest << 8) | bytes[at]
  hash ^= scramble(rest) ^ bytes.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** @param {number} block */
function scramble(block) {
  const mixed = Math.imul(block, 0xcc9e2d51)
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
}

/**
 * FNV-1a, 32 bits, over UTF-16 code units. GrowthBook.
 * @param {string} text
 */
export function fnv1a(text) {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/**
 * The first digits of a SHA-1 as a number. LaunchDarkly (15 digits), ConfigCat (7).
 * @param {string} text
 * @param {number} digits
 */
export function sha1Prefix(text, digits) {
  return Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, digits), 16)
}
