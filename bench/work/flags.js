/**
 * The work with one flag: a fresh context object for each call, built from one of the prepared rows.
 * Most rows fall through to rule 3, the longest way.
 */

import { ROW_MASK } from './rows.js'
import { CHECKOUT, expectedVariant } from './specs.js'

/**
 * @import { Row } from './rows.js'
 * @import { InRollout } from './specs.js'
 */

/**
 * @typedef {object} FlagSystem
 * @property {string} name
 * @property {boolean} isAsync
 * @property {(index: number) => any} evaluate builds the context of a row and evaluates the flag:
 *   a variant, or the promise of one
 * @property {InRollout} inRollout
 * @property {() => void | Promise<void>} close
 */

/**
 * Evaluates every row and compares with the expectation. Throws on the first difference: a system
 * that does not do the work is not measured.
 * @param {FlagSystem} system
 * @param {Row[]} rows
 * @returns {Promise<number[]>} for each row 1 if it gets `beta`, else 0
 */
export async function checkFlagSystem(system, rows) {
  const expectations = rows.map(row => expectedVariant(CHECKOUT, row, system.inRollout))
  for (const [index, expected] of expectations.entries()) {
    const answer = await system.evaluate(index)
    if (answer === expected) continue
    throw new Error(
      `flags: ${system.name} answered ${JSON.stringify(answer)}, expected "${expected}", for ` +
        JSON.stringify(rows[index]),
    )
  }
  const counts = { internal: 0, beta: 0, off: 0 }
  for (const variant of expectations) counts[variant]++
  // The rows must reach every rule, or the check above proves nothing.
  if (counts.internal < 10 || counts.beta < 100 || counts.off < 500) {
    throw new Error(`flags: the rows reach too little: ${JSON.stringify(counts)}`)
  }
  return expectations.map(variant => (variant === 'beta' ? 1 : 0))
}

/** Where the contexts of the empty work go: an object that nobody can reach is never built. */
const kept = { context: {} }

/**
 * The floor of the work: build the context, evaluate nothing. Stored, so that the object exists.
 * @param {Row[]} rows
 * @returns {FlagSystem}
 */
export function openEmptyFlags(rows) {
  return {
    name: 'empty (context only)',
    isAsync: false,
    evaluate: index => {
      const row = rows[index & ROW_MASK]
      kept.context = {
        targetingKey: row.id,
        email: row.email,
        country: row.country,
        plan: row.plan,
        appVersion: row.appVersion,
        age: row.age,
      }
      return 'beta'
    },
    inRollout: () => false,
    close: () => {},
  }
}
