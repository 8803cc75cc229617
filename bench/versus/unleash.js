// Not the package's main entry: the class Unleash adds a copy of the context and the usage counters
// to each call, which makes it about twice as slow as the client it wraps. The package has no
// `exports`, so the client may be imported.
import clientModule from 'unleash-client/lib/client.js'
import strategies from 'unleash-client/lib/strategy/index.js'
import { murmur3 } from '../work/buckets.js'
import {
  BETA_COUNTRIES,
  BETA_PLAN,
  FLAG_KEY,
  INTERNAL_DOMAIN,
  ROLLOUT_PERCENT,
  ROW_MASK,
} from '../work/flags.js'

const UnleashClient = clientModule.default

/** @param {string} name */
const only = name => [{ name, weight: 1000, weightType: 'fix', stickiness: 'userId' }]

/** A strategy is a rule, and its one variant is the answer; strategies are tried in order. */
const FEATURE = {
  name: FLAG_KEY,
  type: 'release',
  enabled: true,
  stale: false,
  impressionData: false,
  project: 'default',
  strategies: [
    {
      name: 'default',
      parameters: { groupId: FLAG_KEY },
      constraints: [
        {
          contextName: 'email',
          operator: 'STR_ENDS_WITH',
          values: [INTERNAL_DOMAIN],
          inverted: false,
        },
      ],
      variants: only('internal'),
    },
    {
      name: 'default',
      parameters: { groupId: FLAG_KEY },
      constraints: [
        { contextName: 'country', operator: 'IN', values: BETA_COUNTRIES, inverted: false },
        { contextName: 'plan', operator: 'IN', values: [BETA_PLAN], inverted: false },
      ],
      variants: only('beta'),
    },
    {
      name: 'flexibleRollout',
      parameters: { groupId: FLAG_KEY, rollout: String(ROLLOUT_PERCENT), stickiness: 'userId' },
      constraints: [],
      variants: only('beta'),
    },
  ],
}

const OFF = { name: 'off', enabled: false }

/**
 * @param {import('../work/flags.js').Row[]} rows
 * @returns {import('../work/flags.js').FlagSystem}
 */
export function open(rows) {
  // The repository with nothing but its two look-ups: no polling, no storage, no network.
  const features = new Map([[FLAG_KEY, FEATURE]])
  const repository = {
    /** @param {string} key */
    getToggle: key => features.get(key),
    getSegment: () => undefined,
  }
  const client = new UnleashClient(/** @type {any} */ (repository), strategies.defaultStrategies)
  return {
    name: 'unleash',
    isAsync: false,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      return client.getVariant(
        FLAG_KEY,
        {
          userId: row.id,
          properties: {
            email: row.email,
            country: row.country,
            plan: row.plan,
            appVersion: row.appVersion,
            age: row.age,
          },
        },
        OFF,
      ).name
    },
    inRollout: row => (murmur3(`${FLAG_KEY}:${row.id}`) % 100) + 1 <= ROLLOUT_PERCENT,
    close: () => {},
  }
}
