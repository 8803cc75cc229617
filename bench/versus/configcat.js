import configCat from 'configcat-node'
import { sha1Prefix } from '../work/buckets.js'
import {
  BETA_COUNTRIES,
  BETA_PLAN,
  FLAG_KEY,
  INTERNAL_DOMAIN,
  ROLLOUT_PERCENT,
  ROW_MASK,
} from '../work/flags.js'

const { ClientCacheState, LogLevel, PollingMode, SettingType, User, UserComparator } = configCat

/**
 * Plain comparators; the "sensitive" ones, which hash the attribute, would cost a SHA-256 each.
 * @param {string} attribute
 * @param {number} comparator
 * @param {string[]} values
 */
const condition = (attribute, comparator, values) => ({
  u: { a: attribute, c: comparator, l: values },
})

const CONFIG = {
  p: { u: 'https://configcat.invalid', r: 0, s: 'bench' },
  f: {
    [FLAG_KEY]: {
      t: SettingType.String,
      v: { s: 'off' },
      r: [
        {
          c: [condition('Email', UserComparator.TextEndsWithAnyOf, [INTERNAL_DOMAIN])],
          s: { v: { s: 'internal' } },
        },
        {
          c: [
            condition('Country', UserComparator.TextIsOneOf, BETA_COUNTRIES),
            condition('plan', UserComparator.TextIsOneOf, [BETA_PLAN]),
          ],
          s: { v: { s: 'beta' } },
        },
      ],
      p: [
        { p: ROLLOUT_PERCENT, v: { s: 'beta' } },
        { p: 100 - ROLLOUT_PERCENT, v: { s: 'off' } },
      ],
    },
  },
}

/**
 * The config comes from the client's cache (flag overrides carry values, not rules), polling is
 * manual and never asked for, logging is off. One snapshot serves all calls: its getValue is
 * synchronous, and a snapshot for each call would only add to it.
 *
 * @param {import('../work/flags.js').Row[]} rows
 * @returns {Promise<import('../work/flags.js').FlagSystem>}
 */
export async function open(rows) {
  const cached = `${Date.now()}\n"bench"\n${JSON.stringify(CONFIG)}`
  const client = configCat.getClient(
    'sluice-bench-000000000/sluice-bench-000000000',
    PollingMode.ManualPoll,
    {
      cache: { get: () => cached, set: () => {} },
      logger: configCat.createConsoleLogger(LogLevel.Off),
      offline: true,
    },
  )
  const state = await client.waitForReady()
  if (state !== ClientCacheState.HasCachedFlagDataOnly) {
    throw new Error(`configcat: the cached config was not read, cache state ${state}`)
  }
  const snapshot = client.snapshot()
  return {
    name: 'configcat',
    isAsync: false,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      return snapshot.getValue(
        FLAG_KEY,
        'off',
        new User(row.id, row.email, row.country, {
          plan: row.plan,
          appVersion: row.appVersion,
          age: row.age,
        }),
      )
    },
    inRollout: row => sha1Prefix(`${FLAG_KEY}${row.id}`, 7) % 100 < ROLLOUT_PERCENT,
    close: () => client.dispose(),
  }
}
