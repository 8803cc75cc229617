/**
 * API keys verified as one writes it without a library: the SHA-256 of the key, in hex, looked up in a Map. Both check
 * neither state, expiry nor scopes, and forget nothing. And what a store of peppered digests costs, looked up by the id.
 */

import { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto'

/** @typedef {Map<string, { id: string }>} Digests */

/** What both look up. @param {string[]} keys @param {(key: string) => string} idOf @returns {Digests} */
export function digestsOf(keys, idOf) {
  return new Map(keys.map(key => [hash('sha256', key, 'hex'), { id: idOf(key) }]))
}

/** What most code has. @param {Digests} digests */
export function openCreateHash(digests) {
  return (/** @type {string} */ credential) =>
    digests.get(createHash('sha256').update(credential).digest('hex')) !== undefined
}

/** The one-shot call of Node 20.12 and later. @param {Digests} digests */
export function openOneShot(digests) {
  return (/** @type {string} */ credential) =>
    digests.get(hash('sha256', credential, 'hex')) !== undefined
}

/**
 * HMAC under a pepper, found by the id in the key, compared in constant time.
 * @param {string[]} keys
 * @param {{ pepper: string, idOf: (key: string) => string, digestOf: (key: string) => Buffer }} format
 */
export function openCreateHmac(keys, { pepper, idOf, digestOf }) {
  const digests = new Map(keys.map(key => [idOf(key), digestOf(key)]))
  return (/** @type {string} */ credential) => {
    const digest = digests.get(idOf(credential))
    if (digest === undefined) return false
    return timingSafeEqual(digest, createHmac('sha256', pepper).update(credential).digest())
  }
}
