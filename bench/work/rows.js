/**
 * The users that ask: 1,024 prepared rows (seeded) of strings, as a request brings them. A call builds
 * its context from a row, so that the object is new and the strings are not.
 */

import { seededRandom } from './random.js'
import { CHECKOUT, COUNTRIES, DOMAINS, PLANS } from './specs.js'

/** A power of two, so that the index of a row is a mask. */
export const ROW_COUNT = 1024
export const ROW_MASK = ROW_COUNT - 1

/**
 * @typedef {object} Row
 * @property {string} id a UUID: 36 characters, the targeting key
 * @property {string} email about 25 characters, unique
 * @property {string} country
 * @property {string} plan
 * @property {string} appVersion
 * @property {number} age
 */

/** @typedef {() => number} Random uniform in [0, 1) */

/**
 * For the one flag: one row in 25 stops at its first rule, another one in 25 at its second.
 * @returns {Row[]}
 */
export function prepareRows() {
  const near = ['@mail.example', `${CHECKOUT.domain}.com`]
  return makeRows(0x51_0c_e0, {
    domainOf: random => (random() < 0.04 ? CHECKOUT.domain : pick(random, near)),
    planOf: random => (random() < 0.12 ? CHECKOUT.plan : pick(random, ['free', 'team', 'pro'])),
  })
}

/**
 * For many flags: each row is at home in one of the domains and plans that the flags ask for, so that
 * each flag has rows for all of its rules, in the same proportions.
 * @returns {Row[]}
 */
export function prepareManyRows() {
  return makeRows(0x0b_0e_11, {
    domainOf: random => pick(random, DOMAINS),
    planOf: random => pick(random, PLANS),
  })
}

/**
 * @param {number} seed
 * @param {{ domainOf: (random: Random) => string, planOf: (random: Random) => string }} choice
 * @returns {Row[]}
 */
function makeRows(seed, { domainOf, planOf }) {
  const random = seededRandom(seed)
  return Array.from({ length: ROW_COUNT }, (_, index) => {
    const name = `user.${String(index).padStart(5, '0')}`
    const domain = domainOf(random)
    return {
      id: uuid(random),
      email: flat(`${name}${domain}`),
      country: pick(random, COUNTRIES),
      plan: planOf(random),
      appVersion: flat(`${1 + Math.floor(random() * 9)}.${Math.floor(random() * 30)}.0`),
      age: 18 + Math.floor(random() * 60),
    }
  })
}

/** @param {Random} random */
function uuid(random) {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ]
  return flat(`${parts.join('-')}-${hex.slice(20)}`)
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} values
 * @returns {T}
 */
function pick(random, values) {
  return values[Math.floor(random() * values.length)]
}

/**
 * A template or a join leaves a rope that the first reader flattens; a request's string comes flat.
 * @param {string} text ASCII
 */
export function flat(text) {
  return Buffer.from(text, 'latin1').toString('latin1')
}
