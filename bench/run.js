/**
 * `npm run bench`: Sluice beside its peers, the same work for all, one table of ratios for each work.
 * What is measured, how, and how each peer is set up: README.md.
 */

import { writeFileSync } from 'node:fs'
import { FULL, QUICK } from './budgets.js'
import { askChild } from './children.js'
import { describeMachine, installPeers } from './machine.js'
import { readOptions } from './options.js'
import { formatTable } from './table.js'
import { isBuilt } from './work/sluice.js'

/** @import { Section } from './table.js' */

const NOTES = `ns: mean of batches, median of the rounds. Percentiles: single calls with the clock readings
inside; "empty" shows what those cost. gc/M: collections in a million calls. See bench/README.md
for each column.`

await main()

async function main() {
  const options = readOptions()
  if (!options) return
  const { works, choice, isQuick, jsonPath } = options
  if (choice.withSluice && !isBuilt()) {
    console.error('dist/ is missing: run npm run build first (or measure with --only peers)')
    process.exitCode = 1
    return
  }
  // The processes of the works inherit it: several peers are slower without.
  process.env.NODE_ENV = 'production'
  installPeers()

  const machine = describeMachine()
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.platform}`)
  console.log(`Node ${machine.node}, V8 ${machine.v8}${isQuick ? ', quick run' : ''}\n`)

  const startedMs = performance.now()
  /** @type {Section[]} */
  const sections = []
  for (const work of works) {
    sections.push(...(await askChild('work.js', { work, isQuick, choice })))
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000)

  console.log(formatTable(sections))
  console.log(`\n${seconds} s. ${NOTES}`)
  if (jsonPath) {
    const budgets = isQuick ? QUICK : FULL
    const report = { machine, isQuick, seconds, budgets, sections }
    writeFileSync(jsonPath, `${JSON.stringify(report, null, 2)}\n`)
  }
}
