// A clock that costs a load: a thread of its own writes the time into shared memory every millisecond. Reading
// `performance.now()` is 40 of the 55 ns of a take. It runs behind by a millisecond or two, and so admits nothing early.
import { Worker } from 'node:worker_threads'
import { type Clock, processClockMs } from './clock.ts'

const TICK_MS = 1
/** The time as a 64-bit float, then a word that says when to stop. */
const STOP_INDEX = 2
const CELL_BYTES = 16

// In plain JavaScript: a thread started from sources can run no TypeScript.
const PROGRAM = `
const { workerData: { cell, baseMs, tickMs, stop } } = require('node:worker_threads')
const time = new Float64Array(cell)
const words = new Int32Array(cell)
while (Atomics.load(words, stop) === 0) {
  time[0] = Number(process.hrtime.bigint()) / 1e6 - baseMs
  Atomics.wait(words, stop, 0, tickMs)
}
`

/** The clock that reads what a ticker writes. ms since the engine opened. */
export function coarseClock(cell: SharedArrayBuffer): Clock {
  const time = new Float64Array(cell)
  return () => time[0]!
}

export class Ticker {
  readonly cell = new SharedArrayBuffer(CELL_BYTES)
  readonly #baseMs: number
  #worker: Worker | undefined

  /** `baseMs` on the process's monotonic clock is the time 0. */
  constructor(baseMs: number) {
    this.#baseMs = baseMs
    new Float64Array(this.cell)[0] = processClockMs() - baseMs
    this.#start()
  }

  #start(): void {
    const workerData = { cell: this.cell, baseMs: this.#baseMs, tickMs: TICK_MS, stop: STOP_INDEX }
    const worker = new Worker(PROGRAM, {
      eval: true,
      workerData,
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
    })
    this.#worker = worker
    worker.unref()
    // Time that stands still would refuse for ever: a ticker that died is replaced, and says why.
    worker.once('error', (error: Error) => {
      process.emitWarning(`the coarse clock starts again: ${error.message}`, 'SluiceWarning')
    })
    worker.once('exit', () => {
      if (this.#worker === worker) this.#start()
    })
  }

  close(): void {
    const worker = this.#worker
    this.#worker = undefined
    const words = new Int32Array(this.cell)
    Atomics.store(words, STOP_INDEX, 1)
    Atomics.notify(words, STOP_INDEX)
    void worker?.terminate()
  }
}
