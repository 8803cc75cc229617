import launchDarkly from '@launchdarkly/node-server-sdk'
import integrations from '@launchdarkly/node-server-sdk/integrations'
import { sha1Prefix } from '../work/buckets.js'
import { ROW_MASK } from '../work/rows.js'
import { CHECKOUT, VARIANTS } from '../work/specs.js'

/**
 * @import { Catalog } from '../work/catalog.js'
 * @import { FlagSystem } from '../work/flags.js'
 * @import { Row } from '../work/rows.js'
 * @import { FlagSpec, InRollout } from '../work/specs.js'
 */

const SALT = 'bench'

/**
 * @param {string} attribute
 * @param {string} op
 * @param {string[]} values
 */
const clause = (attribute, op, values) => ({
  attribute,
  op,
  values,
  contextKind: 'user',
  negate: false,
})

/** @param {FlagSpec[]} specs */
export const define = specs => specs.map(flagOf)

/** @param {FlagSpec} spec */
const flagOf = ({ key, domain, countries, plan, percent }) => ({
  key,
  version: 1,
  on: true,
  salt: SALT,
  variations: VARIANTS,
  offVariation: 0,
  prerequisites: [],
  targets: [],
  contextTargets: [],
  rules: [
    {
      id: 'internal',
      variation: VARIANTS.indexOf('internal'),
      clauses: [clause('email', 'endsWith', [domain])],
    },
    {
      id: 'plan',
      variation: VARIANTS.indexOf('beta'),
      clauses: [clause('country', 'in', countries), clause('plan', 'in', [plan])],
    },
  ],
  fallthrough: {
    rollout: {
      kind: 'rollout',
      contextKind: 'user',
      variations: [
        { variation: VARIANTS.indexOf('beta'), weight: percent * 1000 },
        { variation: VARIANTS.indexOf('off'), weight: (100 - percent) * 1000 },
      ],
    },
  },
})

/** @param {Row} row */
const contextOf = row => ({
  kind: 'user',
  key: row.id,
  email: row.email,
  country: row.country,
  plan: row.plan,
  appVersion: row.appVersion,
  age: row.age,
})

/** @type {InRollout} */
const inRollout = (spec, row) =>
  sha1Prefix(`${spec.key}.${SALT}.${row.id}`, 15) / 2 ** 60 < spec.percent / 100

/**
 * The real client over TestData, LaunchDarkly's in-memory data source, with events off. Not the
 * option `offline`, which answers every call with the default and evaluates nothing.
 * @param {object[]} definitions
 */
async function openClient(definitions) {
  const data = new integrations.TestData()
  for (const flag of definitions) await data.usePreconfiguredFlag(flag)
  const client = launchDarkly.init('sdk-key', {
    updateProcessor: data.getFactory(),
    sendEvents: false,
    diagnosticOptOut: true,
    logger: launchDarkly.basicLogger({ level: 'none' }),
  })
  await client.waitForInitialization({ timeout: 5 })
  return client
}

/**
 * `variation` always returns a promise.
 *
 * @param {Row[]} rows
 * @returns {Promise<FlagSystem>}
 */
export async function open(rows) {
  const client = await openClient(define([CHECKOUT]))
  return {
    name: 'launchdarkly',
    isAsync: true,
    evaluate: index => client.variation(CHECKOUT.key, contextOf(rows[index & ROW_MASK]), 'off'),
    inRollout,
    close: () => client.close(),
  }
}

/** Without versions and details of flags that are not tracked: the least that the call can do. */
const ALL_FLAGS = { detailsOnlyForTrackedFlags: true }

/**
 * @param {object[]} definitions
 * @param {FlagSpec[]} specs
 * @returns {Promise<Catalog>}
 */
export async function openMany(definitions, specs) {
  const client = await openClient(definitions)
  const keys = specs.map(spec => spec.key)
  return {
    name: 'launchdarkly',
    isAsync: true,
    isAllAsync: true,
    contextOf,
    evaluate: (flag, context) => client.variation(keys[flag], context, 'off'),
    resolveAll: row => client.allFlagsState(contextOf(row), ALL_FLAGS),
    countBeta: state => {
      const values = state.allValues()
      let count = 0
      for (const key of keys) if (values[key] === 'beta') count++
      return count
    },
    entriesOf: state => Object.entries(state.allValues()),
    inRollout,
    close: () => client.close(),
  }
}
