/**
 * Who watches for pauses: one in the event loop of its own thread, one in a thread that evaluates.
 */

import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** A tick each millisecond: on few cores a loop that never sleeps would itself make others wait. */
const TICK_MS = 1

/** The longest time between two ticks of this thread's event loop. */
export class LoopWatch {
  /** @type {NodeJS.Timeout | undefined} */
  #timer
  #last = 0
  #longest = 0

  start() {
    this.#last = performance.now()
    this.#longest = 0
    this.#timer = setTimeout(() => this.#tick(), TICK_MS)
  }

  /** @returns {number} milliseconds */
  stop() {
    clearTimeout(this.#timer)
    return this.#longest
  }

  #tick() {
    const now = performance.now()
    this.#longest = Math.max(this.#longest, now - this.#last)
    this.#last = now
    this.#timer = setTimeout(() => this.#tick(), TICK_MS)
  }
}

/** Words that both threads see: what the reader is to do, and which order it has followed. */
export const ORDER = 0
export const FOLLOWED = 1
/** Orders count up; the last one is this. */
export const END = -1

/** The longest time between two evaluations of a thread that does nothing else. */
export class ReaderWatch {
  #worker
  #words
  #longest
  #order = 0

  /**
   * @param {Worker} worker
   * @param {Int32Array} words
   * @param {Float64Array} longest milliseconds, in one element
   */
  constructor(worker, words, longest) {
    this.#worker = worker
    this.#words = words
    this.#longest = longest
  }

  /**
   * Starts the thread, which evaluates from then on.
   * @param {{ handle: unknown, keys: string[], rows: import('./rows.js').Row[] }} task
   */
  static async start(task) {
    const words = new Int32Array(new SharedArrayBuffer(8))
    const longest = new Float64Array(new SharedArrayBuffer(8))
    const program = new URL('../child/reload-reader.js', import.meta.url)
    const worker = new Worker(program, { workerData: { ...task, words, longest } })
    await once(worker, 'message')
    return new ReaderWatch(worker, words, longest)
  }

  /** Whatever was the longest pause before does not count. */
  start() {
    this.#give(this.#order + 1)
  }

  /** @returns {Promise<number>} milliseconds */
  async stop() {
    this.#give(this.#order + 1)
    while (Atomics.load(this.#words, FOLLOWED) !== this.#order) await delay(1)
    return this.#longest[0]
  }

  /** @returns {Promise<number>} how many versions went live while it evaluated */
  async end() {
    this.#give(END)
    const [message] = await once(this.#worker, 'message')
    await once(this.#worker, 'exit')
    return message
  }

  /** @param {number} order */
  #give(order) {
    this.#order = order
    Atomics.store(this.#words, ORDER, order)
  }
}
