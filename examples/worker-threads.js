// One limit over all threads: four workers ask 100 times each, and 100 are admitted in all.
//   node examples/worker-threads.js
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { Sluice } from 'sluice'

const THREADS = 4
const TAKES = 100

async function main() {
  // 100 a day: so slow that none comes back while this runs.
  const config = { limits: { orders: { rate: '100/d' } } }
  const sluice = await Sluice.open(config)
  // The handle goes through workerData (or postMessage). What it carries is the memory itself.
  const workers = Array.from(
    { length: THREADS },
    () => new Worker(new URL(import.meta.url), { workerData: sluice.handle }),
  )
  const counts = await Promise.all(
    workers.map(async worker => {
      const exited = once(worker, 'exit')
      const [admitted] = await once(worker, 'message')
      await exited
      return admitted
    }),
  )
  const sum = counts.reduce((total, count) => total + count, 0)
  console.log(`${THREADS} threads asked ${THREADS * TAKES} times, ${sum} were admitted`)
  // The opener closes last: its close ends the engine for everybody.
  sluice.close()
}

function work() {
  const sluice = Sluice.attach(workerData)
  const orders = sluice.limit('orders')
  let admitted = 0
  for (let index = 0; index < TAKES; index++) if (orders.take('shop-1').allowed) admitted++
  // Before the thread ends, or its lane stays taken.
  sluice.close()
  parentPort.postMessage(admitted)
}

if (isMainThread) await main()
else work()
