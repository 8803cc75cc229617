/**
 * Worker threads that attach to an engine and evaluate all of its flags.
 */

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** @import { Row } from './rows.js' */

const PROGRAM = new URL('../child/memory-thread.js', import.meta.url)

/**
 * @typedef {object} Attachment
 * @property {unknown} handle
 * @property {string[]} keys
 * @property {Row[]} rows
 * @property {Uint8Array} expected of each row and flag, the variant's number
 */

/**
 * Threads with the library loaded, which wait.
 * @param {number} count
 */
export async function startThreads(count) {
  const workers = Array.from({ length: count }, () => new Worker(PROGRAM))
  await Promise.all(workers.map(worker => once(worker, 'message')))
  return workers
}

/**
 * @param {Worker[]} workers
 * @param {Attachment} attachment
 * @returns {Promise<number>} bytes by which the heaps of the threads grew, together
 */
export async function attachThreads(workers, attachment) {
  let heapBytes = 0
  for (const worker of workers) {
    worker.postMessage(attachment)
    const [message] = await once(worker, 'message')
    heapBytes += message.heapBytes
  }
  return heapBytes
}
