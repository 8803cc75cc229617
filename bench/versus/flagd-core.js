import { FlagdCore } from '@openfeature/flagd-core'
import { ROW_MASK } from '../work/rows.js'
import { CHECKOUT, flagdDefinitions, inFlagdRollout } from '../work/specs.js'

/**
 * @import { Catalog } from '../work/catalog.js'
 * @import { FlagSystem } from '../work/flags.js'
 * @import { Row } from '../work/rows.js'
 * @import { FlagSpec } from '../work/specs.js'
 */

/** @param {FlagSpec[]} specs */
export const define = specs => JSON.stringify(flagdDefinitions(specs))

/** @param {Row} row */
const contextOf = row => ({
  targetingKey: row.id,
  email: row.email,
  country: row.country,
  plan: row.plan,
  appVersion: row.appVersion,
  age: row.age,
})

/**
 * flagd-core as flagd's in-process provider uses it: targeting compiled to a native function (the
 * default, ten times its interpreter), the typed synchronous entry.
 *
 * @param {Row[]} rows
 * @returns {FlagSystem}
 */
export function open(rows) {
  const core = new FlagdCore()
  core.setConfigurations(define([CHECKOUT]))
  return {
    name: 'flagd-core',
    isAsync: false,
    evaluate: index =>
      core.resolveStringEvaluation(CHECKOUT.key, 'off', contextOf(rows[index & ROW_MASK])).value,
    inRollout: inFlagdRollout,
    close: () => {},
  }
}

/**
 * @param {string} definitions
 * @param {FlagSpec[]} specs
 * @returns {Catalog}
 */
export function openMany(definitions, specs) {
  const core = new FlagdCore()
  core.setConfigurations(definitions)
  const keys = specs.map(spec => spec.key)
  return {
    name: 'flagd-core',
    isAsync: false,
    contextOf,
    evaluate: (flag, context) => core.resolveStringEvaluation(keys[flag], 'off', context).value,
    resolveAll: row => core.resolveAll(contextOf(row)),
    countBeta: answer => {
      let count = 0
      for (const details of answer) if (details.value === 'beta') count++
      return count
    },
    entriesOf: answer => answer.map((/** @type {any} */ { flagKey, value }) => [flagKey, value]),
    inRollout: inFlagdRollout,
    close: () => {},
  }
}
