/**
 * A set of a million ids: Sluice, whose rules refer to it by name, beside a Set of JavaScript.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate, askChild } from '../children.js'
import { median } from '../measure.js'
import { report } from '../rounds.js'
import { writeIds } from '../work/sets.js'
import { chosenSystems, SET_PEERS } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { RoundReading } from '../measure.js'
 * @import { Section } from '../table.js'
 * @import { Choice } from '../work/systems.js'
 */

/**
 * @typedef {object} SetReading
 * @property {number} [loadMs] from the file to being ready
 * @property {number} [heapBytes] growth of the JavaScript heap, external memory included
 * @property {number} [engineBytes] written pages of Sluice's memory
 * @property {number} [residentBytes] growth of the process
 * @property {RoundReading} [hit] nanoseconds a lookup
 * @property {RoundReading} miss
 */

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run({ sets }, choice) {
  const { processes, idCount, lookups } = sets
  const names = chosenSystems(choice, SET_PEERS)
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
  try {
    const file = join(folder, 'ids.txt')
    writeIds(file, idCount)
    const fewFile = join(folder, 'few.txt')
    writeIds(fewFile, 100)
    const answers = await alternate(names, processes, (name, pass) => {
      report(`sets: ${idCount} ids in ${name}, ${pass + 1} of ${processes}`)
      return askChild('set.js', { name, file, fewFile, idCount, lookups })
    })
    const rows = names.flatMap(name => rowsOf(name, answers.get(name) ?? []))
    const title = `A set of ${idCount.toLocaleString('en')} ids: one lookup`
    return [{ work: 'sets', columns: 'sets', title, rows, idCount }]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @param {string} name
 * @param {any[]} answers
 * @returns {{ name: string, reading: SetReading }[]}
 */
function rowsOf(name, answers) {
  /** @param {(answer: any) => number} read */
  const of = read => median(answers.map(read))
  /** @param {'hit' | 'miss' | 'floor'} key @returns {RoundReading} */
  const timesOf = key => ({
    mean: of(answer => answer[key].mean),
    p50: of(answer => answer[key].p50),
    p99: of(answer => answer[key].p99),
    p999: of(answer => answer[key].p999),
    max: Math.max(...answers.map(answer => answer[key].max)),
  })
  const reading = {
    loadMs: of(answer => answer.loadMs),
    heapBytes: of(answer => answer.heapBytes),
    engineBytes: of(answer => answer.engineBytes),
    residentBytes: of(answer => answer.residentBytes),
    hit: timesOf('hit'),
    miss: timesOf('miss'),
  }
  if (answers[0]?.floor === undefined) return [{ name, reading }]
  return [
    { name, reading },
    { name: `${name} (a flag without the set)`, reading: { miss: timesOf('floor') } },
  ]
}
