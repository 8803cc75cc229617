/**
 * A catalog is many flags in one system: what every module under versus/ opens, and work/sluice.js.
 * Here is what it must be able to do, and the check of its answers before anything is measured.
 */

import { expectedVariant } from './specs.js'

/**
 * @import { Row } from './rows.js'
 * @import { FlagSpec, InRollout } from './specs.js'
 */

/**
 * @typedef {object} Catalog
 * @property {string} name
 * @property {boolean} isAsync whether `evaluate` gives promises
 * @property {boolean} [isAllAsync] whether `resolveAll` does
 * @property {(row: Row) => any} contextOf a context for one call, as the system wants it
 * @property {(row: Row) => any} [prepare] a context for the flags of one request; else `contextOf`
 * @property {(row: Row) => any} [keep] a context that stays for many requests; else `contextOf`
 * @property {(flag: number, context: any) => any} evaluate the value of one flag, or its promise
 * @property {(row: Row) => any} resolveAll all flags for a fresh context: the system's own answer
 * @property {(answer: any) => number} countBeta reads each value of that answer; how many are `beta`
 * @property {(answer: any) => [string, any][]} entriesOf that answer as keys and values
 * @property {InRollout} inRollout
 * @property {() => void | Promise<void>} close
 */

/**
 * Evaluates each flag for each row and compares with the expectation. Throws on the first difference.
 * @param {Catalog} catalog
 * @param {FlagSpec[]} specs
 * @param {Row[]} rows
 * @returns {Promise<number[]>} for each row how many of the flags give `beta`
 */
export async function checkCatalog(catalog, specs, rows) {
  const { prepare = catalog.contextOf } = catalog
  const counts = { internal: 0, beta: 0, off: 0 }
  const betas = []
  for (const row of rows) {
    const context = prepare(row)
    let betasOfRow = 0
    for (const [index, spec] of specs.entries()) {
      const expected = expectedVariant(spec, row, catalog.inRollout)
      compare(catalog, spec.key, await catalog.evaluate(index, context), expected, row)
      counts[expected]++
      if (expected === 'beta') betasOfRow++
    }
    betas.push(betasOfRow)
  }
  // The rows must reach every rule, or the check above proves nothing.
  const answers = specs.length * rows.length
  if (counts.internal < answers / 100 || counts.beta < answers / 10 || counts.off < answers / 2) {
    throw new Error(`${catalog.name}: the rows reach too little: ${JSON.stringify(counts)}`)
  }
  return betas
}

/**
 * The same for the answer to one call that evaluates all flags.
 * @param {Catalog} catalog
 * @param {FlagSpec[]} specs
 * @param {Row[]} rows
 * @returns {Promise<number[]>}
 */
export async function checkAllFlags(catalog, specs, rows) {
  const betas = []
  for (const row of rows) {
    const answer = await catalog.resolveAll(row)
    const values = new Map(catalog.entriesOf(answer))
    if (values.size !== specs.length) {
      throw new Error(`${catalog.name}: ${values.size} answers for ${specs.length} flags`)
    }
    let betasOfRow = 0
    for (const spec of specs) {
      const expected = expectedVariant(spec, row, catalog.inRollout)
      compare(catalog, spec.key, values.get(spec.key), expected, row)
      if (expected === 'beta') betasOfRow++
    }
    if (catalog.countBeta(answer) !== betasOfRow) {
      throw new Error(`${catalog.name}: the values that are read differ from those of the answer`)
    }
    betas.push(betasOfRow)
  }
  return betas
}

/**
 * @param {Catalog} catalog
 * @param {string} key
 * @param {unknown} answer
 * @param {string} expected
 * @param {Row} row
 */
function compare({ name }, key, answer, expected, row) {
  if (answer === expected) return
  throw new Error(
    `${name} answered ${JSON.stringify(answer)} to the flag ${key}, expected "${expected}", for ` +
      JSON.stringify(row),
  )
}

/** Where the contexts of the empty catalog go: an object that nobody can reach is never built. */
const kept = { context: {} }

/** @param {Row} row */
function keepContextOf(row) {
  kept.context = {
    targetingKey: row.id,
    email: row.email,
    country: row.country,
    plan: row.plan,
    appVersion: row.appVersion,
    age: row.age,
  }
  return kept.context
}

/**
 * The floor: contexts are built and nothing is evaluated. Stored, so that the objects exist.
 * @returns {Catalog}
 */
export function openEmptyCatalog() {
  return {
    name: 'empty (context only)',
    isAsync: false,
    contextOf: keepContextOf,
    evaluate: () => 'beta',
    resolveAll: keepContextOf,
    countBeta: () => 0,
    entriesOf: () => [],
    inRollout: () => false,
    close: () => {},
  }
}
