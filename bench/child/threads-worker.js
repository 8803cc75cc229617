/** One thread of threads.js: warms up, waits for the gate, takes. */

import { parentPort, workerData } from 'node:worker_threads'
import { loadSluice } from '../work/sluice.js'

const { handle, gate, index, keysCount, takes } = workerData
const sluice = (await loadSluice()).attach(handle)
const limit = sluice.limit('ample')
const keys = Array.from({ length: keysCount }, (_, key) => `thread-${index}:user-${key}`)

/** @param {number} count */
function take(count) {
  let allowed = 0
  for (let call = 0; call < count; call++) {
    if (limit.take(keys[call % keysCount], 1).allowed) allowed++
  }
  if (allowed !== count) throw new Error('refused')
}

take(500_000)
parentPort?.postMessage('ready')
Atomics.wait(gate, 0, 0)
take(takes)
parentPort?.postMessage('done')
sluice.close()
