/**
 * Sluice in the flag works: the same interface as the modules under versus/. One engine for each
 * process, as an application has one.
 */

import { existsSync } from 'node:fs'
import { ROW_MASK } from './rows.js'
import { CHECKOUT, flagdDefinitions, inFlagdRollout } from './specs.js'

/**
 * @import { Catalog } from './catalog.js'
 * @import { FlagSystem } from './flags.js'
 * @import { Row } from './rows.js'
 * @import { FlagSpec } from './specs.js'
 */

const ENTRY = new URL('../../dist/src/index.js', import.meta.url)

export function isBuilt() {
  return existsSync(ENTRY)
}

/** @returns {Promise<any>} the class Sluice */
export async function loadSluice() {
  return (await import(ENTRY.href)).Sluice
}

/** Loads the library, whose time the cold work reports apart. */
export const load = loadSluice

export const define = flagdDefinitions

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
 * Two rows of the table: the value alone, and the whole details that flagd-core always returns.
 * @param {Row[]} rows
 * @returns {Promise<FlagSystem[]>}
 */
export async function open(rows) {
  const Sluice = await loadSluice()
  const sluice = await Sluice.open(define([CHECKOUT]))
  const flag = sluice.flag(CHECKOUT.key)
  return [
    {
      name: 'sluice',
      isAsync: false,
      evaluate: index => flag.string(contextOf(rows[index & ROW_MASK]), 'off'),
      inRollout: inFlagdRollout,
      close: () => sluice.close(),
    },
    {
      name: 'sluice (details)',
      isAsync: false,
      evaluate: index => flag.evaluate(contextOf(rows[index & ROW_MASK])).value,
      inRollout: inFlagdRollout,
      close: () => {},
    },
  ]
}

/**
 * A request's flags share a prepared context that is set anew, and a call for all flags goes to a
 * group: what its users are told to do.
 * @param {string | object} definitions a file of them, or what is in it
 * @param {FlagSpec[]} specs
 * @returns {Promise<Catalog & { sluice: any }>}
 */
export async function openMany(definitions, specs) {
  const Sluice = await loadSluice()
  const sluice = await Sluice.open(definitions, { watch: false })
  const flags = specs.map(spec => sluice.flag(spec.key))
  const prepared = sluice.context({})
  const group = sluice.flagGroup()
  return {
    name: 'sluice',
    isAsync: false,
    contextOf,
    prepare: row => prepared.set(contextOf(row)),
    keep: row => sluice.context(contextOf(row)),
    evaluate: (flag, context) => flags[flag].string(context, 'off'),
    resolveAll: row => group.evaluate(contextOf(row)),
    countBeta: answer => {
      let count = 0
      for (const details of answer) if (details.value === 'beta') count++
      return count
    },
    entriesOf: answer =>
      answer.map((/** @type {any} */ details, /** @type {number} */ index) => [
        group.keys[index],
        details.value,
      ]),
    inRollout: inFlagdRollout,
    close: () => sluice.close(),
    sluice,
  }
}

/**
 * The same flags asked one by one with a prepared context: what a group spares.
 * @param {Catalog} catalog of Sluice
 * @param {FlagSpec[]} specs
 * @returns {Catalog}
 */
export function flagByFlag(catalog, specs) {
  const { prepare = catalog.contextOf, evaluate } = catalog
  const values = new Array(specs.length).fill('')
  return {
    ...catalog,
    name: 'sluice (flag by flag)',
    resolveAll: row => {
      const context = prepare(row)
      for (let flag = 0; flag < values.length; flag++) values[flag] = evaluate(flag, context)
      return values
    },
    countBeta: answer => {
      let count = 0
      for (const value of answer) if (value === 'beta') count++
      return count
    },
    entriesOf: answer => specs.map((spec, index) => [spec.key, answer[index]]),
    close: () => {},
  }
}
