/**
 * The flags, told in no system's language. Each has string values and three rules of the same kind,
 * with literals of its own:
 *
 *   1  email ends with its domain                            -> internal
 *   2  country one of its four  and  plan is its plan        -> beta
 *   3  its percentage of the users, by id and the flag's key,
 *      each system with its own hash                         -> beta
 *      otherwise                                             -> off
 */

import { murmur3 } from './buckets.js'
import { seededRandom } from './random.js'

/**
 * @typedef {object} FlagSpec
 * @property {string} key
 * @property {string} domain
 * @property {string[]} countries
 * @property {string} plan
 * @property {number} percent
 */

/** @import { Row } from './rows.js' */
/** @typedef {(spec: FlagSpec, row: Row) => boolean} InRollout rule 3, computed apart from a system */
/** @typedef {'off' | 'beta' | 'internal'} Variant */

/** @type {Variant[]} */
export const VARIANTS = ['off', 'beta', 'internal']

export const COUNTRIES = 'DE FR NL AT US GB JP BR IN PL SE CA'.split(' ')
export const PLANS = 'free team pro enterprise startup education partner trial'.split(' ')
export const DOMAINS = Array.from(
  { length: 25 },
  (_, index) => `@team-${String(index).padStart(2, '0')}.example`,
)

/** The flag of the work with one flag. @type {FlagSpec} */
export const CHECKOUT = {
  key: 'new-checkout',
  domain: '@sluice.example',
  countries: ['DE', 'FR', 'NL', 'AT'],
  plan: 'enterprise',
  percent: 20,
}

/**
 * As many different flags as asked for. They share their words, as the flags of a company do: 25
 * domains, 12 countries in sets of four, 8 plans, and 10 to 30 % of the users.
 * @param {number} count
 * @returns {FlagSpec[]}
 */
export function manySpecs(count) {
  const random = seededRandom(0xf1_a6_5)
  /** @param {number} length */
  const below = length => Math.floor(random() * length)
  return Array.from({ length: count }, (_, index) => {
    const countries = [...COUNTRIES]
    while (countries.length > 4) countries.splice(below(countries.length), 1)
    return {
      key: `feature-${String(index).padStart(5, '0')}`,
      // Not drawn: neighbours differ, so that twenty flags have twenty domains.
      domain: DOMAINS[index % DOMAINS.length],
      countries,
      plan: PLANS[below(PLANS.length)],
      percent: 10 + below(21),
    }
  })
}

/**
 * The variant that a row must get.
 * @param {FlagSpec} spec
 * @param {Row} row
 * @param {InRollout} inRollout
 * @returns {Variant}
 */
export function expectedVariant(spec, row, inRollout) {
  if (row.email.endsWith(spec.domain)) return 'internal'
  if (spec.countries.includes(row.country) && row.plan === spec.plan) return 'beta'
  return inRollout(spec, row) ? 'beta' : 'off'
}

/**
 * The definitions in flagd's format, which flagd-core and Sluice both read. `fractional` without a
 * bucketing value hashes the flag key followed by the targeting key.
 * @param {FlagSpec[]} specs
 */
export function flagdDefinitions(specs) {
  return { flags: Object.fromEntries(specs.map(spec => [spec.key, flagdFlag(spec)])) }
}

/** @param {FlagSpec} spec */
function flagdFlag({ domain, countries, plan, percent }) {
  return {
    state: 'ENABLED',
    variants: { off: 'off', beta: 'beta', internal: 'internal' },
    defaultVariant: 'off',
    targeting: {
      if: [
        { ends_with: [{ var: 'email' }, domain] },
        'internal',
        { and: [{ in: [{ var: 'country' }, countries] }, { '==': [{ var: 'plan' }, plan] }] },
        'beta',
        {
          fractional: [
            ['beta', percent],
            ['off', 100 - percent],
          ],
        },
      ],
    },
  }
}

/**
 * flagd's `fractional`: the hash scaled to the sum of the weights, without a division.
 * @type {InRollout}
 */
export function inFlagdRollout(spec, row) {
  const bucket = (BigInt(murmur3(`${spec.key}${row.id}`)) * 100n) >> 32n
  return bucket < BigInt(spec.percent)
}
