import { fnv1a } from '../work/buckets.js'
import { ROW_MASK } from '../work/rows.js'
import { CHECKOUT } from '../work/specs.js'

/**
 * @import { Catalog } from '../work/catalog.js'
 * @import { FlagSystem } from '../work/flags.js'
 * @import { Row } from '../work/rows.js'
 * @import { FlagSpec, InRollout } from '../work/specs.js'
 */

// The project's own production bundle: the default entry reads process.env.NODE_ENV at every step
// of an evaluation, which in Node is a call out of JavaScript. Measured, the bundle takes 0.6 of
// the time. It is not among the package's `exports`, hence the path.
const BUNDLE = './node_modules/@growthbook/growthbook/dist/bundles/esm.min.js'

const { GrowthBookClient } = await import(new URL(BUNDLE, import.meta.url).href)

/** @param {FlagSpec[]} specs */
export const define = specs => Object.fromEntries(specs.map(spec => [spec.key, feature(spec)]))

/** @param {FlagSpec} spec */
const feature = ({ domain, countries, plan, percent }) => ({
  defaultValue: 'off',
  rules: [
    // GrowthBook has no "ends with"; the expression is compiled once and cached.
    { condition: { email: { $regex: `${domain.replaceAll('.', '\\.')}$` } }, force: 'internal' },
    { condition: { country: { $in: countries }, plan }, force: 'beta' },
    // Hash version 1, the default of a forced rule, hashes once; version 2 hashes twice.
    { force: 'beta', coverage: percent / 100, hashAttribute: 'id' },
  ],
})

/** @param {Row} row */
const contextOf = row => ({
  attributes: {
    id: row.id,
    email: row.email,
    country: row.country,
    plan: row.plan,
    appVersion: row.appVersion,
    age: row.age,
  },
})

/** "<=", not "<": coverage includes its upper end. @type {InRollout} */
const inRollout = (spec, row) => (fnv1a(`${row.id}${spec.key}`) % 1000) / 1000 <= spec.percent / 100

/**
 * GrowthBookClient: one instance for all users, the form made for servers. No tracking callback.
 *
 * @param {Row[]} rows
 * @returns {FlagSystem}
 */
export function open(rows) {
  const client = new GrowthBookClient().initSync({ payload: { features: define([CHECKOUT]) } })
  return {
    name: 'growthbook',
    isAsync: false,
    evaluate: index =>
      client.getFeatureValue(CHECKOUT.key, 'off', contextOf(rows[index & ROW_MASK])),
    inRollout,
    close: () => client.destroy(),
  }
}

/**
 * It has no call for all flags: its users loop over the features.
 *
 * @param {Record<string, object>} definitions
 * @param {FlagSpec[]} specs
 * @returns {Catalog}
 */
export function openMany(definitions, specs) {
  const client = new GrowthBookClient().initSync({ payload: { features: definitions } })
  const keys = specs.map(spec => spec.key)
  return {
    name: 'growthbook',
    isAsync: false,
    contextOf,
    evaluate: (flag, context) => client.getFeatureValue(keys[flag], 'off', context),
    resolveAll: row => {
      const context = contextOf(row)
      return keys.map(key => client.getFeatureValue(key, 'off', context))
    },
    countBeta: answer => {
      let count = 0
      for (const value of answer) if (value === 'beta') count++
      return count
    },
    entriesOf: answer => keys.map((key, index) => [key, answer[index]]),
    inRollout,
    close: () => client.destroy(),
  }
}
