/**
 * What a piece of work costs the garbage collector: how often it ran, how long it stopped the
 * thread, and the bytes that were allocated. Needs --expose-gc; run.js starts itself again with it.
 */

import { PerformanceObserver } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Slices measured for the bytes of a call; the median discards those that a collection hit. */
const SLICES = 33

/** Runs a full collection, so that what is counted next is not somebody else's garbage. */
export function collectGarbage() {
  if (typeof globalThis.gc !== 'function') throw new Error('start node with --expose-gc')
  globalThis.gc()
}

/**
 * @param {() => void | Promise<void>} work
 * @returns {Promise<{ collections: number, pauseMs: number }>}
 */
export async function countCollections(work) {
  /** @type {{ startTime: number, duration: number }[]} */
  const entries = []
  collectGarbage()
  await settle()
  const observer = new PerformanceObserver(list => entries.push(...list.getEntries()))
  observer.observe({ entryTypes: ['gc'] })
  const start = performance.now()
  await work()
  const end = performance.now()
  await settle()
  observer.disconnect()
  // Entries arrive a turn late, so those of the forced collection are told apart by their time.
  const during = entries.filter(entry => entry.startTime >= start && entry.startTime < end)
  return {
    collections: during.length,
    pauseMs: during.reduce((sum, entry) => sum + entry.duration, 0),
  }
}

/**
 * The growth of the used heap over a slice too small to fill the young generation, less the growth
 * of an empty slice (reading the heap size allocates too).
 * @param {(count: number) => void | Promise<void>} spin
 * @param {number} sliceCalls
 */
export async function bytesPerCall(spin, sliceCalls) {
  const worked = await medianGrowth(() => spin(sliceCalls))
  const idle = await medianGrowth(() => undefined)
  return Math.max(0, (worked - idle) / sliceCalls)
}

/** @param {() => void | Promise<void>} work */
async function medianGrowth(work) {
  /** @type {number[]} */
  const growths = []
  collectGarbage()
  for (let slice = 0; slice < SLICES; slice++) {
    const before = process.memoryUsage().heapUsed
    await work()
    growths.push(process.memoryUsage().heapUsed - before)
  }
  growths.sort((a, b) => a - b)
  return growths[SLICES >> 1]
}

/** Collector entries are delivered from a later turn of the event loop. */
async function settle() {
  await nextTurn()
  await nextTurn()
}
