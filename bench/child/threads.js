/**
 * How many takes a second so many threads come to on one memory, each with keys of its own.
 *
 *   node --expose-gc bench/child/threads.js '{"threads":2,"keysCount":1000,"takes":5000000}'
 */

import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { openEngine } from '../work/limits.js'
import { loadSluice } from '../work/sluice.js'

const { threads, keysCount, takes } = question()
forbidNetwork()
const sluice = await openEngine(await loadSluice())
const gate = new Int32Array(new SharedArrayBuffer(8))
const workers = Array.from({ length: threads }, (_, index) => {
  const workerData = { handle: sluice.handle, gate, index, keysCount, takes }
  return new Worker(new URL('./threads-worker.js', import.meta.url), { workerData })
})
const next = () => workers.map(worker => new Promise(resolve => worker.once('message', resolve)))
await Promise.all(next())
const done = Promise.all(next())
const start = performance.now()
Atomics.store(gate, 0, 1)
Atomics.notify(gate, 0)
await done
const seconds = (performance.now() - start) / 1000
answer({ takesPerSecond: (threads * takes) / seconds })
