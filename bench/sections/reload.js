/**
 * Reloading ten thousand flags while another thread evaluates: how long it takes, and how long it
 * makes anybody wait. Only Sluice; beside it, the same loops while nothing is published.
 */

import { alternate, askChild } from '../children.js'
import { median } from '../measure.js'
import { report } from '../rounds.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { Section } from '../table.js'
 * @import { Choice } from '../work/systems.js'
 */

const SOURCES = ['file', 'object']

/** @typedef {{ tookMs: number, loopMs: number, readMs: number, residentBytes: number }} Window */
/** @typedef {Record<'quiet' | 'busy' | 'publish', Window[]>} Windows */

/**
 * @typedef {object} ReloadReading milliseconds; the median and the worst of the windows
 * @property {number} [first] until live, with a compiling thread that has to start
 * @property {number} [next] the same with one that runs, the median
 * @property {number} loopMedian longest pause of the publishing thread's event loop
 * @property {number} loopWorst
 * @property {number} readMedian longest pause between two evaluations of the other thread
 * @property {number} readWorst
 * @property {number} [residentBytes] by which the process has grown right after, at most
 */

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run({ reload }, choice) {
  if (!choice.withSluice) {
    report('reload: nothing to do without Sluice')
    return []
  }
  const { processes, flagCount, publishes } = reload
  const answers = await alternate(SOURCES, processes, (source, pass) => {
    report(`reload: from a ${source}, process ${pass + 1} of ${processes}`)
    return askChild('reload.js', { source, flagCount, publishes })
  })
  const all = [...answers.values()].flat()
  /** @param {Windows[]} processes */
  const firstsOf = processes => processes.flatMap(windows => windows.publish.slice(0, 1))
  /** @param {Windows[]} processes */
  const nextsOf = processes => processes.flatMap(windows => windows.publish.slice(1))
  const rows = [
    { name: 'nothing published', reading: merge(all.flatMap(windows => windows.quiet)) },
    { name: 'a third thread busy', reading: merge(all.flatMap(windows => windows.busy)) },
    ...SOURCES.map(source => {
      const processes = answers.get(source) ?? []
      const publishes = processes.flatMap(windows => windows.publish)
      return {
        name: source === 'file' ? 'sluice, reload of a file' : 'sluice, publish of an object',
        reading: {
          first: median(firstsOf(processes).map(window => window.tookMs)),
          next: median(nextsOf(processes).map(window => window.tookMs)),
          ...merge(publishes),
          residentBytes: Math.max(...publishes.map(window => window.residentBytes)),
        },
      }
    }),
  ]
  const count = flagCount.toLocaleString('en')
  const title = `A reload of ${count} flags, three rules each, while another thread evaluates`
  return [{ work: 'reload', columns: 'reload', title, rows }]
}

/**
 * @param {Window[]} windows
 * @returns {ReloadReading}
 */
function merge(windows) {
  const loop = windows.map(window => window.loopMs)
  const read = windows.map(window => window.readMs)
  return {
    loopMedian: median(loop),
    loopWorst: Math.max(...loop),
    readMedian: median(read),
    readWorst: Math.max(...read),
  }
}
