/**
 * The flag work: one flag, three rules, a fresh context object for each call.
 *
 *   1  email ends with "@sluice.example"                          -> internal
 *   2  country one of DE, FR, NL, AT  and  plan is enterprise     -> beta
 *   3  20 % of the users, by id, each system with its own hash    -> beta
 *      otherwise                                                  -> off
 *
 * 1,024 prepared rows hold the strings; the call itself builds its context from a row, as a request
 * would. Most rows fall through to rule 3, the longest way.
 */

import { murmur3 } from './buckets.js'
import { seededRandom } from './random.js'

export const FLAG_KEY = 'new-checkout'
export const ROLLOUT_PERCENT = 20
export const INTERNAL_DOMAIN = '@sluice.example'
export const BETA_COUNTRIES = ['DE', 'FR', 'NL', 'AT']
export const BETA_PLAN = 'enterprise'

/** One pass over the rows is one batch; a power of two, so that the index is a mask. */
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

/**
 * @typedef {object} FlagSystem
 * @property {string} name
 * @property {boolean} isAsync
 * @property {(index: number) => any} evaluate builds the context of a row and evaluates the flag:
 *   a variant, or the promise of one
 * @property {(row: Row) => boolean} inRollout rule 3, computed apart from the system
 * @property {() => void | Promise<void>} close
 */

/**
 * The definition in flagd's format, which flagd-core and Sluice both read.
 * `fractional` without a bucketing value hashes the flag key followed by the targeting key.
 */
export const FLAGD_DEFINITIONS = {
  flags: {
    [FLAG_KEY]: {
      state: 'ENABLED',
      variants: { off: 'off', beta: 'beta', internal: 'internal' },
      defaultVariant: 'off',
      targeting: {
        if: [
          { ends_with: [{ var: 'email' }, INTERNAL_DOMAIN] },
          'internal',
          {
            and: [
              { in: [{ var: 'country' }, BETA_COUNTRIES] },
              { '==': [{ var: 'plan' }, BETA_PLAN] },
            ],
          },
          'beta',
          {
            fractional: [
              ['beta', ROLLOUT_PERCENT],
              ['off', 100 - ROLLOUT_PERCENT],
            ],
          },
        ],
      },
    },
  },
}

/**
 * flagd's `fractional`: the hash scaled to the sum of the weights, without a division.
 * @param {Row} row
 */
export function inFlagdRollout(row) {
  const bucket = (BigInt(murmur3(`${FLAG_KEY}${row.id}`)) * 100n) >> 32n
  return bucket < BigInt(ROLLOUT_PERCENT)
}

/** @returns {Row[]} */
export function prepareRows() {
  const random = seededRandom(0x51_0c_e0)
  /** @template T @param {T[]} values @returns {T} */
  const pick = values => values[Math.floor(random() * values.length)]
  const countries = [...BETA_COUNTRIES, 'US', 'GB', 'JP', 'BR', 'IN', 'PL', 'SE', 'CA']
  return Array.from({ length: ROW_COUNT }, (_, index) => {
    const isInternal = random() < 0.04
    const domain = isInternal ? INTERNAL_DOMAIN : pick(['@mail.example', '@sluice.example.com'])
    const name = `user.${String(index).padStart(5, '0')}`
    return {
      id: uuid(random),
      email: flat(`${name}${domain}`),
      country: pick(countries),
      plan: random() < 0.12 ? BETA_PLAN : pick(['free', 'team', 'pro']),
      appVersion: flat(`${1 + Math.floor(random() * 9)}.${Math.floor(random() * 30)}.0`),
      age: 18 + Math.floor(random() * 60),
    }
  })
}

/**
 * The variant that a row must get.
 * @param {Row} row
 * @param {(row: Row) => boolean} inRollout
 */
export function expectedVariant(row, inRollout) {
  if (row.email.endsWith(INTERNAL_DOMAIN)) return 'internal'
  if (BETA_COUNTRIES.includes(row.country) && row.plan === BETA_PLAN) return 'beta'
  return inRollout(row) ? 'beta' : 'off'
}

/**
 * Evaluates every row and compares with the expectation. Throws on the first difference: a system
 * that does not do the work is not measured.
 * @param {FlagSystem} system
 * @param {Row[]} rows
 * @returns {Promise<number>} how many rows get `beta`
 */
export async function checkFlagSystem(system, rows) {
  const expectations = rows.map(row => expectedVariant(row, system.inRollout))
  for (const [index, expected] of expectations.entries()) {
    const answer = await system.evaluate(index)
    if (answer === expected) continue
    throw new Error(
      `flags: ${system.name} answered ${JSON.stringify(answer)}, expected "${expected}", for ` +
        JSON.stringify(rows[index]),
    )
  }
  const counts = { internal: 0, beta: 0, off: 0 }
  for (const variant of expectations) counts[variant]++
  // The rows must reach every rule, or the check above proves nothing.
  if (counts.internal < 10 || counts.beta < 100 || counts.off < 500) {
    throw new Error(`flags: the rows reach too little: ${JSON.stringify(counts)}`)
  }
  return counts.beta
}

/** Where the contexts of the empty work go: an object that nobody can reach is never built. */
const kept = { context: {} }

/**
 * The floor of the work: build the context, evaluate nothing. Stored, so that the object exists.
 * @param {Row[]} rows
 * @returns {FlagSystem}
 */
export function openEmptyFlags(rows) {
  return {
    name: 'empty (context only)',
    isAsync: false,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      kept.context = {
        targetingKey: row.id,
        email: row.email,
        country: row.country,
        plan: row.plan,
        appVersion: row.appVersion,
        age: row.age,
      }
      return 'beta'
    },
    inRollout: () => false,
    close: () => {},
  }
}

/**
 * Two rows of the table: the value alone, and the whole details that flagd-core always returns.
 * @param {any} Sluice
 * @param {Row[]} rows
 * @returns {Promise<FlagSystem[]>}
 */
export async function openSluiceFlags(Sluice, rows) {
  const sluice = await Sluice.open(FLAGD_DEFINITIONS)
  const flag = sluice.flag(FLAG_KEY)
  return [
    {
      name: 'sluice',
      isAsync: false,
      evaluate: index => {
        const row = rows[index & ROW_MASK]
        return flag.string(
          {
            targetingKey: row.id,
            email: row.email,
            country: row.country,
            plan: row.plan,
            appVersion: row.appVersion,
            age: row.age,
          },
          'off',
        )
      },
      inRollout: inFlagdRollout,
      close: () => sluice.close(),
    },
    {
      name: 'sluice (details)',
      isAsync: false,
      evaluate: index => {
        const row = rows[index & ROW_MASK]
        return flag.evaluate({
          targetingKey: row.id,
          email: row.email,
          country: row.country,
          plan: row.plan,
          appVersion: row.appVersion,
          age: row.age,
        }).value
      },
      inRollout: inFlagdRollout,
      close: () => {},
    },
  ]
}

/** @param {() => number} random */
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
 * A template or a join leaves a rope that the first reader flattens; a request's string comes flat.
 * @param {string} text ASCII
 */
export function flat(text) {
  return Buffer.from(text, 'latin1').toString('latin1')
}
