/**
 * A thread that attaches to an engine, evaluates every flag, and tells what its own heap grew by.
 */

import { setTimeout as delay } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { loadSluice } from '../work/sluice.js'
import { VARIANTS } from '../work/specs.js'

const Sluice = await loadSluice()
/** What is attached stays in memory. @type {unknown[]} */
const kept = []

parentPort?.on('message', async message => {
  const before = await heapBytes()
  attach(message)
  parentPort?.postMessage({ heapBytes: (await heapBytes()) - before })
})
parentPort?.postMessage('ready')

/** @param {import('../work/threads.js').Attachment} attachment */
function attach({ handle, keys, rows, expected }) {
  const sluice = Sluice.attach(handle)
  const flags = keys.map(key => sluice.flag(key))
  const context = sluice.context({})
  for (const [index, { id, ...attributes }] of rows.entries()) {
    context.set({ targetingKey: id, ...attributes })
    for (const [flag, key] of keys.entries()) {
      const value = flags[flag].string(context, 'off')
      if (value === VARIANTS[expected[index * keys.length + flag]]) continue
      throw new Error(`memory: a thread answered ${value} to the flag ${key}`)
    }
  }
  kept.push(sluice, flags)
}

/** Of this thread's isolate. The message that came in is there before and after. */
async function heapBytes() {
  for (let pass = 0; pass < 4; pass++) {
    globalThis.gc?.()
    await delay(20)
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
