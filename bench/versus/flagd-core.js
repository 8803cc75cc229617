import { FlagdCore } from '@openfeature/flagd-core'
import { FLAG_KEY, FLAGD_DEFINITIONS, inFlagdRollout, ROW_MASK } from '../work/flags.js'

/**
 * flagd-core as flagd's in-process provider uses it: targeting compiled to a native function (the
 * default, ten times its interpreter), the typed synchronous entry.
 *
 * @param {import('../work/flags.js').Row[]} rows
 * @returns {import('../work/flags.js').FlagSystem}
 */
export function open(rows) {
  const core = new FlagdCore()
  core.setConfigurations(JSON.stringify(FLAGD_DEFINITIONS))
  return {
    name: 'flagd-core',
    isAsync: false,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      return core.resolveStringEvaluation(FLAG_KEY, 'off', {
        targetingKey: row.id,
        email: row.email,
        country: row.country,
        plan: row.plan,
        appVersion: row.appVersion,
        age: row.age,
      }).value
    },
    inRollout: inFlagdRollout,
    close: () => {},
  }
}
