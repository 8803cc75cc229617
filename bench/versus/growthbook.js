import { fnv1a } from '../work/buckets.js'
import {
  BETA_COUNTRIES,
  BETA_PLAN,
  FLAG_KEY,
  INTERNAL_DOMAIN,
  ROLLOUT_PERCENT,
  ROW_MASK,
} from '../work/flags.js'

// The project's own production bundle: the default entry reads process.env.NODE_ENV at every step
// of an evaluation, which in Node is a call out of JavaScript. Measured, the bundle takes 0.6 of
// the time. It is not among the package's `exports`, hence the path.
const BUNDLE = './node_modules/@growthbook/growthbook/dist/bundles/esm.min.js'

const FEATURES = {
  [FLAG_KEY]: {
    defaultValue: 'off',
    rules: [
      // GrowthBook has no "ends with"; the expression is compiled once and cached.
      {
        condition: { email: { $regex: `${INTERNAL_DOMAIN.replaceAll('.', '\\.')}$` } },
        force: 'internal',
      },
      { condition: { country: { $in: BETA_COUNTRIES }, plan: BETA_PLAN }, force: 'beta' },
      // Hash version 1, the default of a forced rule, hashes once; version 2 hashes twice.
      { force: 'beta', coverage: ROLLOUT_PERCENT / 100, hashAttribute: 'id' },
    ],
  },
}

/**
 * GrowthBookClient: one instance for all users, the form made for servers. No tracking callback.
 *
 * @param {import('../work/flags.js').Row[]} rows
 * @returns {Promise<import('../work/flags.js').FlagSystem>}
 */
export async function open(rows) {
  const { GrowthBookClient } = await import(new URL(BUNDLE, import.meta.url).href)
  const client = new GrowthBookClient().initSync({ payload: { features: FEATURES } })
  return {
    name: 'growthbook',
    isAsync: false,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      return client.getFeatureValue(FLAG_KEY, 'off', {
        attributes: {
          id: row.id,
          email: row.email,
          country: row.country,
          plan: row.plan,
          appVersion: row.appVersion,
          age: row.age,
        },
      })
    },
    // "<=", not "<": coverage includes its upper end.
    inRollout: row => (fnv1a(`${row.id}${FLAG_KEY}`) % 1000) / 1000 <= ROLLOUT_PERCENT / 100,
    close: () => client.destroy(),
  }
}
