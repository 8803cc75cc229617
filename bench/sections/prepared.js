/**
 * Twenty flags for one request. Once with the attributes of a new request for each twenty, and once
 * with contexts that stay, which leaves the evaluations alone.
 */

import { subjectOf } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { checkCatalog, openEmptyCatalog } from '../work/catalog.js'
import { prepareManyRows, ROW_MASK } from '../work/rows.js'
import { manySpecs } from '../work/specs.js'
import { chosenSystems, FLAG_PEERS, flagModule } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { Section } from '../table.js'
 * @import { Catalog } from '../work/catalog.js'
 * @import { Row } from '../work/rows.js'
 * @import { Choice } from '../work/systems.js'
 */

const FLAG_COUNT = 20
/** As many as Sluice keeps encoded unless told otherwise; a power of two. */
const KEPT_COUNT = 4
/** 1,280 evaluations in a timed body: a slice whose garbage fits the young generation. */
const BATCH_REQUESTS = 64

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run(budgets, choice) {
  const rows = prepareManyRows()
  const specs = manySpecs(FLAG_COUNT)
  /** @type {[Catalog, number[]][]} */
  const checked = [[openEmptyCatalog(), rows.map(() => FLAG_COUNT)]]
  for (const name of chosenSystems(choice, FLAG_PEERS)) {
    const { define, openMany } = await flagModule(name)
    const catalog = await openMany(define(specs), specs)
    checked.push([catalog, await checkCatalog(catalog, specs, rows)])
  }
  report(
    `prepared: ${checked.length - 1} systems gave the expected variant for ${FLAG_COUNT} flags ` +
      `and each of ${rows.length} rows`,
  )
  const requests = []
  const kept = []
  for (const [catalog, betas] of checked) {
    requests.push(await requestSubject(catalog, rows, betas))
    kept.push(await keptSubject(catalog, rows, betas))
  }
  const requestRows = await runRounds('prepared', requests, budgets.prepared)
  const keptRows = await runRounds('prepared, context kept', kept, budgets.prepared)
  for (const [catalog] of checked) await catalog.close()
  return [
    {
      work: 'prepared',
      columns: 'requests',
      title: `${FLAG_COUNT} flags, three rules each, for one request: a new context for each ${FLAG_COUNT}`,
      rows: requestRows,
    },
    {
      work: 'prepared, context kept',
      columns: 'requests',
      title: `${FLAG_COUNT} flags, three rules each, with a context that is kept: only the evaluations`,
      rows: keptRows,
    },
  ]
}

/**
 * @param {Catalog} catalog
 * @param {Row[]} rows
 * @param {number[]} betas
 */
function requestSubject(catalog, rows, betas) {
  const { prepare = catalog.contextOf } = catalog
  return flagsSubject('prepared', catalog, betas, index => prepare(rows[index & ROW_MASK]))
}

/**
 * @param {Catalog} catalog
 * @param {Row[]} rows
 * @param {number[]} betas
 */
function keptSubject(catalog, rows, betas) {
  const { keep = catalog.contextOf } = catalog
  const contexts = rows.slice(0, KEPT_COUNT).map(row => keep(row))
  const betasOfKept = betas.slice(0, KEPT_COUNT)
  const prepare = (/** @type {number} */ index) => contexts[index & (KEPT_COUNT - 1)]
  return flagsSubject('prepared, context kept', catalog, betasOfKept, prepare)
}

/**
 * @param {string} work
 * @param {Catalog} catalog
 * @param {number[]} accepted
 * @param {(index: number) => unknown} prepare
 */
function flagsSubject(work, { name, isAsync, evaluate }, accepted, prepare) {
  const about = { isAsync, accepted, unitCalls: FLAG_COUNT, batchUnits: BATCH_REQUESTS }
  return subjectOf(work, name, about, loops => {
    const { spin, time } = isAsync
      ? { spin: loops.spinRequestsAsync, time: loops.timeRequestsAsync }
      : { spin: loops.spinRequests, time: loops.timeRequests }
    return {
      spin: (from, count) => spin(prepare, evaluate, FLAG_COUNT, from, count),
      time: (from, count, histogram) => time(prepare, evaluate, FLAG_COUNT, from, count, histogram),
    }
  })
}
