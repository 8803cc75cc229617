/**
 * The memory of many flags in one system: what a process grows by from the loaded library to all
 * flags opened and each of them evaluated. Full collections before both readings.
 *
 *   node --expose-gc bench/child/memory.js '{"name":"sluice","flagCount":10000,"threads":4}'
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { checkCatalog } from '../work/catalog.js'
import { prepareManyRows } from '../work/rows.js'
import { compiledBytes, touchedBytes } from '../work/sluice-memory.js'
import { expectedVariant, manySpecs, VARIANTS } from '../work/specs.js'
import { flagModule } from '../work/systems.js'
import { attachThreads, startThreads } from '../work/threads.js'

/** @import { Catalog } from '../work/catalog.js' */

const { name, flagCount, threads = 0 } = question()
forbidNetwork()
const module = await flagModule(name)
const rows = prepareManyRows().slice(0, 8)
const specs = manySpecs(flagCount)
const keys = specs.map(spec => spec.key)
const isSluice = name === 'sluice'
// Bare threads first: what a thread costs that does nothing is not the engine's.
const workers = isSluice ? await startThreads(threads) : []
const expected = await warm()

const before = await measure()
const { catalog, openMs } = await openAll()
await evaluateAll(catalog)
const after = await measure()
const reading = {
  openMs,
  heapBytes: after.heap - before.heap,
  externalBytes: after.external - before.external,
  residentBytes: after.resident - before.resident,
}
answer(isSluice ? { ...reading, ...(await measureSluice()) } : reading)

/**
 * A small config, used and closed: the library's own code and tables are in the base line, and so is
 * the garbage of computing what is expected.
 * @returns {Promise<Uint8Array>} of each row and flag, the variant's number
 */
async function warm() {
  const few = manySpecs(20)
  /** @type {Catalog} */
  const catalog = await module.openMany(module.define(few), few)
  for (let pass = 0; pass < 20; pass++) await checkCatalog(catalog, few, rows)
  const variantOf = (/** @type {any} */ spec, /** @type {any} */ row) =>
    VARIANTS.indexOf(expectedVariant(spec, row, catalog.inRollout))
  const expected = Uint8Array.from(rows.flatMap(row => specs.map(spec => variantOf(spec, row))))
  await catalog.close()
  return expected
}

/**
 * Sluice is opened from a file, as its users do: what it was opened with is then none of its memory.
 * Objects come out of a parser, as from a network, and share no string with the specs.
 */
async function openAll() {
  let definitions = module.define(specs)
  if (typeof definitions !== 'string') definitions = JSON.parse(JSON.stringify(definitions))
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
  const file = join(folder, 'flags.json')
  if (isSluice) {
    writeFileSync(file, JSON.stringify(definitions))
    definitions = file
  }
  try {
    const start = performance.now()
    const catalog = await module.openMany(definitions, specs)
    return { catalog, openMs: performance.now() - start }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param {Catalog} catalog */
async function evaluateAll(catalog) {
  for (const [index, row] of rows.entries()) {
    const context = (catalog.prepare ?? catalog.contextOf)(row)
    for (let flag = 0; flag < flagCount; flag++) {
      let value = catalog.evaluate(flag, context)
      if (catalog.isAsync) value = await value
      if (value === VARIANTS[expected[index * flagCount + flag]]) continue
      throw new Error(`memory: ${name} answered ${value} to the flag ${keys[flag]}`)
    }
  }
}

/** What only Sluice has: memory outside the JavaScript heap, and threads that share it. */
async function measureSluice() {
  const { sluice } = catalog
  const engineBytes = touchedBytes(sluice)
  const { resident } = await measure()
  const heapBytes = await attachThreads(workers, { handle: sluice.handle, keys, rows, expected })
  const attached = await measure()
  const perThread = (/** @type {number} */ bytes) => (threads === 0 ? 0 : bytes / threads)
  return {
    engineBytes,
    thread: {
      heapBytes: perThread(heapBytes),
      engineBytes: perThread(touchedBytes(sluice) - engineBytes),
      residentBytes: perThread(attached.resident - resident),
    },
    compiledBytes: await compiledBytes(module.define(specs)),
  }
}

/** Collects more than once, with turns between: finalizers run in turns of their own. */
async function measure() {
  for (let pass = 0; pass < 4; pass++) {
    globalThis.gc?.()
    await delay(20)
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, external, resident: rss }
}
