/**
 * One cold start: loads one system, opens it, and times each of its first evaluations.
 *
 *   node bench/child/cold.js '{"name":"sluice","flagCount":20,"evaluationCount":1000}'
 */

import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { openEmptyCatalog } from '../work/catalog.js'
import { prepareManyRows } from '../work/rows.js'
import { expectedVariant, manySpecs } from '../work/specs.js'
import { flagModule } from '../work/systems.js'

const { name, flagCount, evaluationCount } = question()
forbidNetwork()
const rows = prepareManyRows()
const specs = manySpecs(flagCount)
const milliseconds = new Float64Array(evaluationCount)
const values = new Array(evaluationCount).fill('')
// The clock is warm before it counts.
for (let index = 0; index < 1_000; index++) milliseconds[index % 10] = performance.now()

const { loadMs, openMs, catalog } = await start()
if (catalog.isAsync) await evaluateAsync()
else evaluate()
check()
answer({ loadMs, openMs, nanoseconds: Array.from(milliseconds, time => time * 1e6) })

async function start() {
  if (name.startsWith('empty')) return { loadMs: 0, openMs: 0, catalog: openEmptyCatalog() }
  const beforeLoad = performance.now()
  const module = await flagModule(name)
  await module.load?.()
  const loadMs = performance.now() - beforeLoad
  const definitions = module.define(specs)
  const beforeOpen = performance.now()
  const catalog = await module.openMany(definitions, specs)
  return { loadMs, openMs: performance.now() - beforeOpen, catalog }
}

function evaluate() {
  for (let index = 0; index < evaluationCount; index++) {
    const start = performance.now()
    values[index] = catalog.evaluate(index % flagCount, catalog.contextOf(rows[index]))
    milliseconds[index] = performance.now() - start
  }
}

async function evaluateAsync() {
  for (let index = 0; index < evaluationCount; index++) {
    const start = performance.now()
    values[index] = await catalog.evaluate(index % flagCount, catalog.contextOf(rows[index]))
    milliseconds[index] = performance.now() - start
  }
}

/** After the clock: before, it would have warmed what is to be measured cold. */
function check() {
  if (name.startsWith('empty')) return
  for (let index = 0; index < evaluationCount; index++) {
    const spec = specs[index % flagCount]
    const expected = expectedVariant(spec, rows[index], catalog.inRollout)
    if (values[index] === expected) continue
    throw new Error(`cold: ${name} answered ${values[index]} to ${spec.key}, expected ${expected}`)
  }
}
