import configCat from 'configcat-node'
import { sha1Prefix } from '../work/buckets.js'
import { ROW_MASK } from '../work/rows.js'
import { CHECKOUT } from '../work/specs.js'

/**
 * @import { Catalog } from '../work/catalog.js'
 * @import { FlagSystem } from '../work/flags.js'
 * @import { Row } from '../work/rows.js'
 * @import { FlagSpec, InRollout } from '../work/specs.js'
 */

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

/** @param {FlagSpec[]} specs */
export const define = specs =>
  JSON.stringify({
    p: { u: 'https://configcat.invalid', r: 0, s: 'bench' },
    f: Object.fromEntries(specs.map(spec => [spec.key, setting(spec)])),
  })

/** @param {FlagSpec} spec */
const setting = ({ domain, countries, plan, percent }) => ({
  t: SettingType.String,
  v: { s: 'off' },
  r: [
    {
      c: [condition('Email', UserComparator.TextEndsWithAnyOf, [domain])],
      s: { v: { s: 'internal' } },
    },
    {
      c: [
        condition('Country', UserComparator.TextIsOneOf, countries),
        condition('plan', UserComparator.TextIsOneOf, [plan]),
      ],
      s: { v: { s: 'beta' } },
    },
  ],
  p: [
    { p: percent, v: { s: 'beta' } },
    { p: 100 - percent, v: { s: 'off' } },
  ],
})

/** @param {Row} row */
const contextOf = row =>
  new User(row.id, row.email, row.country, {
    plan: row.plan,
    appVersion: row.appVersion,
    age: row.age,
  })

/** @type {InRollout} */
const inRollout = (spec, row) => sha1Prefix(`${spec.key}${row.id}`, 7) % 100 < spec.percent

/**
 * The config comes from the client's cache (flag overrides carry values, not rules), polling is
 * manual and never asked for, logging is off. One snapshot serves all calls: its getValue is
 * synchronous, and a snapshot for each call would only add to it.
 * @param {string} definitions
 */
async function openClient(definitions) {
  let cached = `${Date.now()}\n"bench"\n${definitions}`
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
  // The client has it now; the cache's copy is none of its memory.
  cached = ''
  return client
}

/**
 * @param {Row[]} rows
 * @returns {Promise<FlagSystem>}
 */
export async function open(rows) {
  const client = await openClient(define([CHECKOUT]))
  const snapshot = client.snapshot()
  return {
    name: 'configcat',
    isAsync: false,
    evaluate: index => snapshot.getValue(CHECKOUT.key, 'off', contextOf(rows[index & ROW_MASK])),
    inRollout,
    close: () => client.dispose(),
  }
}

/**
 * @param {string} definitions
 * @param {FlagSpec[]} specs
 * @returns {Promise<Catalog>}
 */
export async function openMany(definitions, specs) {
  const client = await openClient(definitions)
  const snapshot = client.snapshot()
  const keys = specs.map(spec => spec.key)
  return {
    name: 'configcat',
    isAsync: false,
    contextOf,
    evaluate: (flag, context) => snapshot.getValue(keys[flag], 'off', context),
    resolveAll: row => {
      const user = contextOf(row)
      return keys.map(key => snapshot.getValue(key, 'off', user))
    },
    countBeta: answer => {
      let count = 0
      for (const value of answer) if (value === 'beta') count++
      return count
    },
    entriesOf: answer => keys.map((key, index) => [key, answer[index]]),
    inRollout,
    close: () => client.dispose(),
  }
}
