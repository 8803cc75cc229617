// Not the package's main entry: the class Unleash adds a copy of the context and the usage counters
// to each call, which makes it about twice as slow as the client it wraps. The package has no
// `exports`, so the client may be imported.
import clientModule from 'unleash-client/lib/client.js'
import strategies from 'unleash-client/lib/strategy/index.js'
import { murmur3 } from '../work/buckets.js'
import { ROW_MASK } from '../work/rows.js'
import { CHECKOUT } from '../work/specs.js'

/**
 * @import { Catalog } from '../work/catalog.js'
 * @import { FlagSystem } from '../work/flags.js'
 * @import { Row } from '../work/rows.js'
 * @import { FlagSpec, InRollout } from '../work/specs.js'
 */

const UnleashClient = clientModule.default

/** @param {string} name */
const only = name => [{ name, weight: 1000, weightType: 'fix', stickiness: 'userId' }]

/**
 * @param {string} contextName
 * @param {string} operator
 * @param {string[]} values
 */
const constraint = (contextName, operator, values) => ({
  contextName,
  operator,
  values,
  inverted: false,
})

/** @param {FlagSpec[]} specs */
export const define = specs => specs.map(feature)

/**
 * A strategy is a rule, and its one variant is the answer; strategies are tried in order.
 * @param {FlagSpec} spec
 */
const feature = ({ key, domain, countries, plan, percent }) => ({
  name: key,
  type: 'release',
  enabled: true,
  stale: false,
  impressionData: false,
  project: 'default',
  strategies: [
    {
      name: 'default',
      parameters: { groupId: key },
      constraints: [constraint('email', 'STR_ENDS_WITH', [domain])],
      variants: only('internal'),
    },
    {
      name: 'default',
      parameters: { groupId: key },
      constraints: [constraint('country', 'IN', countries), constraint('plan', 'IN', [plan])],
      variants: only('beta'),
    },
    {
      name: 'flexibleRollout',
      parameters: { groupId: key, rollout: String(percent), stickiness: 'userId' },
      constraints: [],
      variants: only('beta'),
    },
  ],
})

const OFF = { name: 'off', enabled: false }

/** @param {Row} row */
const contextOf = row => ({
  userId: row.id,
  properties: {
    email: row.email,
    country: row.country,
    plan: row.plan,
    appVersion: row.appVersion,
    age: row.age,
  },
})

/** @type {InRollout} */
const inRollout = (spec, row) => (murmur3(`${spec.key}:${row.id}`) % 100) + 1 <= spec.percent

/**
 * The repository with nothing but its look-ups: no polling, no storage, no network.
 * @param {{ name: string }[]} definitions
 */
function openClient(definitions) {
  const features = new Map(definitions.map(definition => [definition.name, definition]))
  const repository = {
    /** @param {string} key */
    getToggle: key => features.get(key),
    getSegment: () => undefined,
  }
  return new UnleashClient(/** @type {any} */ (repository), strategies.defaultStrategies)
}

/**
 * @param {Row[]} rows
 * @returns {FlagSystem}
 */
export function open(rows) {
  const client = openClient(define([CHECKOUT]))
  return {
    name: 'unleash',
    isAsync: false,
    evaluate: index =>
      client.getVariant(CHECKOUT.key, /** @type {any} */ (contextOf(rows[index & ROW_MASK])), OFF)
        .name,
    inRollout,
    close: () => {},
  }
}

/**
 * The client has no call for all flags: its users, and the project's own proxy, ask flag by flag for
 * one context.
 *
 * @param {{ name: string }[]} definitions
 * @param {FlagSpec[]} specs
 * @returns {Catalog}
 */
export function openMany(definitions, specs) {
  const client = openClient(definitions)
  const keys = specs.map(spec => spec.key)
  return {
    name: 'unleash',
    isAsync: false,
    contextOf,
    evaluate: (flag, context) => client.getVariant(keys[flag], context, OFF).name,
    resolveAll: row => {
      const context = /** @type {any} */ (contextOf(row))
      return keys.map(key => client.getVariant(key, context, OFF))
    },
    countBeta: answer => {
      let count = 0
      for (const variant of answer) if (variant.name === 'beta') count++
      return count
    },
    entriesOf: answer => keys.map((key, index) => [key, answer[index].name]),
    inRollout,
    close: () => {},
  }
}
