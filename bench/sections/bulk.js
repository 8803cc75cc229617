/**
 * All flags of a config for a fresh context, in one call where the system has one, every value read.
 */

import { subjectOf } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { checkAllFlags, openEmptyCatalog } from '../work/catalog.js'
import { prepareManyRows } from '../work/rows.js'
import { manySpecs } from '../work/specs.js'
import { chosenSystems, FLAG_PEERS, flagModule } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { Section } from '../table.js'
 * @import { Catalog } from '../work/catalog.js'
 * @import { Row } from '../work/rows.js'
 * @import { Choice } from '../work/systems.js'
 */

/** Contexts that take turns; the answers for each of them are checked. A power of two. */
const CONTEXT_COUNT = 32
/** 4,000 evaluations in a timed body. */
const BATCH_CALLS = 4

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run({ bulk }, choice) {
  const rows = prepareManyRows().slice(0, CONTEXT_COUNT)
  const specs = manySpecs(bulk.flagCount)
  /** @type {Catalog[]} */
  const catalogs = []
  for (const name of chosenSystems(choice, FLAG_PEERS)) {
    const { define, openMany, flagByFlag } = await flagModule(name)
    const catalog = await openMany(define(specs), specs)
    catalogs.push(catalog)
    if (flagByFlag) catalogs.push(flagByFlag(catalog, specs))
  }
  /** @type {[Catalog, number[]][]} */
  const checked = [[openEmptyCatalog(), rows.map(() => 0)]]
  for (const catalog of catalogs) {
    checked.push([catalog, await checkAllFlags(catalog, specs, rows)])
  }
  report(
    `bulk: ${catalogs.length} rows of the table gave the expected variants of ${specs.length} flags ` +
      `for each of ${rows.length} contexts`,
  )
  const subjects = []
  for (const [catalog, betas] of checked) {
    subjects.push(await allSubject(catalog, rows, betas, specs.length))
  }
  const readings = await runRounds('bulk', subjects, bulk)
  for (const [catalog] of checked) await catalog.close()
  const count = bulk.flagCount.toLocaleString('en')
  const title = `${count} flags, three rules each, all for one fresh context`
  return [{ work: 'bulk', columns: 'bulk', title, rows: readings, flagCount: bulk.flagCount }]
}

/**
 * @param {Catalog} catalog
 * @param {Row[]} rows
 * @param {number[]} accepted
 * @param {number} flagCount
 */
function allSubject(
  { name, isAllAsync = false, resolveAll, countBeta },
  rows,
  accepted,
  flagCount,
) {
  const about = {
    isAsync: isAllAsync,
    accepted,
    unitCalls: flagCount,
    batchUnits: BATCH_CALLS,
    sliceUnits: 1,
  }
  const resolve = (/** @type {number} */ index) => resolveAll(rows[index & (CONTEXT_COUNT - 1)])
  return subjectOf('bulk', name, about, loops => {
    const { spin, time } = isAllAsync
      ? { spin: loops.spinAllAsync, time: loops.timeAllAsync }
      : { spin: loops.spinAll, time: loops.timeAll }
    return {
      spin: (from, count) => spin(resolve, countBeta, from, count),
      time: (from, count, histogram) => time(resolve, countBeta, from, count, histogram),
    }
  })
}
