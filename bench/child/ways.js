/**
 * Sluice's ways to ask a limit, with one of the clocks, in a process of its own: one engine for each process.
 *
 *   node --expose-gc bench/child/ways.js '{"clock":"coarse","rounds":5}'
 */

import { performance } from 'node:perf_hooks'
import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { waysToAsk } from '../work/limits.js'
import { loadSluice } from '../work/sluice.js'

const { clock, rounds } = question()
forbidNetwork()
const ways = Object.entries(await waysToAsk(await loadSluice(), clock ?? undefined))
const CALLS = 1_000_000

/** @type {Map<string, number[]>} */
const readings = new Map(ways.map(([name]) => [name, []]))
// The first round is for the compiler.
for (let round = 0; round <= rounds; round++) {
  for (const [name, take] of ways) {
    let allowed = 0
    const start = performance.now()
    for (let index = 0; index < CALLS; index++) if (take(index)) allowed++
    const ns = ((performance.now() - start) * 1e6) / CALLS
    if (allowed !== CALLS) throw new Error(`${name}: ${CALLS - allowed} refused`)
    if (round > 0) readings.get(name)?.push(ns)
  }
}
answer(
  Object.fromEntries(
    [...readings].map(([name, list]) => {
      return [name, list.sort((left, right) => left - right)[list.length >> 1]]
    }),
  ),
)
