import launchDarkly from '@launchdarkly/node-server-sdk'
import integrations from '@launchdarkly/node-server-sdk/integrations'
import { sha1Prefix } from '../work/buckets.js'
import {
  BETA_COUNTRIES,
  BETA_PLAN,
  FLAG_KEY,
  INTERNAL_DOMAIN,
  ROLLOUT_PERCENT,
  ROW_MASK,
} from '../work/flags.js'

const SALT = 'bench'
const VARIATIONS = ['off', 'beta', 'internal']

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

const FLAG = {
  key: FLAG_KEY,
  version: 1,
  on: true,
  salt: SALT,
  variations: VARIATIONS,
  offVariation: 0,
  prerequisites: [],
  targets: [],
  contextTargets: [],
  rules: [
    {
      id: 'internal',
      variation: VARIATIONS.indexOf('internal'),
      clauses: [clause('email', 'endsWith', [INTERNAL_DOMAIN])],
    },
    {
      id: 'enterprise',
      variation: VARIATIONS.indexOf('beta'),
      clauses: [clause('country', 'in', BETA_COUNTRIES), clause('plan', 'in', [BETA_PLAN])],
    },
  ],
  fallthrough: {
    rollout: {
      kind: 'rollout',
      contextKind: 'user',
      variations: [
        { variation: VARIATIONS.indexOf('beta'), weight: ROLLOUT_PERCENT * 1000 },
        { variation: VARIATIONS.indexOf('off'), weight: (100 - ROLLOUT_PERCENT) * 1000 },
      ],
    },
  },
}

/**
 * The real client over TestData, LaunchDarkly's in-memory data source, with events off. Not the
 * option `offline`, which answers every call with the default and evaluates nothing.
 * `variation` always returns a promise.
 *
 * @param {import('../work/flags.js').Row[]} rows
 * @returns {Promise<import('../work/flags.js').FlagSystem>}
 */
export async function open(rows) {
  const data = new integrations.TestData()
  await data.usePreconfiguredFlag(FLAG)
  const client = launchDarkly.init('sdk-key', {
    updateProcessor: data.getFactory(),
    sendEvents: false,
    diagnosticOptOut: true,
    logger: launchDarkly.basicLogger({ level: 'none' }),
  })
  await client.waitForInitialization({ timeout: 5 })
  return {
    name: 'launchdarkly',
    isAsync: true,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      return client.variation(
        FLAG_KEY,
        {
          kind: 'user',
          key: row.id,
          email: row.email,
          country: row.country,
          plan: row.plan,
          appVersion: row.appVersion,
          age: row.age,
        },
        'off',
      )
    },
    inRollout: row =>
      sha1Prefix(`${FLAG_KEY}.${SALT}.${row.id}`, 15) / 2 ** 60 < ROLLOUT_PERCENT / 100,
    close: () => client.close(),
  }
}
