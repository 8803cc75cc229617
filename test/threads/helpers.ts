// Threads that start together, and what is left in the memory when they are done.
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished } from 'vitest'
import {
  LANE_COLLISIONS,
  LOCK_BYTES,
  LOCK_COUNT,
  LOCKS_OFFSET,
  METRIC_BYTES,
  METRIC_EVICTED,
} from '../../assembly/shared/layout.ts'
import {
  ENTRY_BYTES,
  ENTRY_TAG,
  ENTRY_WORD,
  LIMIT_ID_MAX,
  SET_BYTES,
} from '../../assembly/shared/limit.ts'
import { mapMemory, readControl } from '../../src/engine/memory.ts'
import { Sluice, type SluiceHandle, type SluiceOptions } from '../../src/index.ts'

/** Threads of a crew: twice the cores of the smallest machine that the tests run on. */
export const THREADS = 4

/** Opens an engine and closes it when the test is done. The clock stands still. */
export async function openSluice(config: object, options: SluiceOptions = {}): Promise<Sluice> {
  const sluice = await Sluice.open(config, { clock: () => 0, ...options })
  onTestFinished(() => sluice.close())
  return sluice
}

/** A worker of a fixture, which runs the built package. It ends with the test. */
export class Thread {
  readonly #worker: Worker
  readonly #messages: unknown[] = []
  readonly #waiting: { resolve(message: unknown): void; reject(error: Error): void }[] = []
  #ended: Error | undefined

  constructor(fixture: string, workerData: object) {
    const url = new URL(`./fixtures/${fixture}`, import.meta.url)
    this.#worker = new Worker(url, { workerData, execArgv: [] })
    this.#worker.on('message', message => {
      const waiting = this.#waiting.shift()
      if (waiting === undefined) this.#messages.push(message)
      else waiting.resolve(message)
    })
    this.#worker.on('error', error => this.#end(error as Error))
    this.#worker.on('exit', code => this.#end(new Error(`the worker ended with code ${code}`)))
    onTestFinished(() => this.terminate())
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#ended)
  }

  /** The next message of the worker, each once. Rejects if it fails, or ends, without one. */
  answer<Answer>(): Promise<Answer> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#messages.length > 0) resolve(this.#messages.shift())
      else if (this.#ended !== undefined) reject(this.#ended)
      else this.#waiting.push({ resolve, reject })
    }) as Promise<Answer>
  }

  send(message: unknown): void {
    this.#worker.postMessage(message)
  }

  /** Stops the worker wherever it is, and waits until it has ended. */
  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }
}

/**
 * Runs the fixture in several threads at the same time, and gives what each answered. They share the `words` of a
 * barrier (fixtures/barrier.js), which also holds their clock.
 */
export async function runCrew<Answer>(
  fixture: string,
  handle: SluiceHandle,
  job: object,
  threads = THREADS,
): Promise<Answer[]> {
  const barrier = new SharedArrayBuffer(64)
  const crew = Array.from({ length: threads }, (_, index) => {
    return new Thread(fixture, { handle, barrier, threads, index, ...job })
  })
  const answers = await Promise.all(crew.map(thread => thread.answer<Answer>()))
  await Promise.all(crew.map(thread => thread.terminate()))
  return answers
}

/** What can be read of an engine's memory from outside. */
export class Inspection {
  readonly #view: DataView
  readonly map: ReturnType<typeof mapMemory>
  readonly sizes: ReturnType<typeof readControl>['sizes']

  constructor(sluice: Sluice) {
    const { buffer } = sluice.handle.memory as WebAssembly.Memory
    this.#view = new DataView(buffer)
    this.sizes = readControl(this.#view).sizes
    this.map = mapMemory(this.sizes)
  }

  /** Address of a lane. */
  lane(index: number): number {
    return this.map.lanes + index * this.map.laneBytes
  }

  u32(address: number): number {
    return this.#view.getUint32(address, true)
  }

  setU32(address: number, value: number): void {
    this.#view.setUint32(address, value, true)
  }

  u64(address: number): bigint {
    return this.#view.getBigUint64(address, true)
  }

  setU64(address: number, value: bigint): void {
    this.#view.setBigUint64(address, value, true)
  }

  /** A copy of the limit table and of the logs, which stand behind it. */
  tables(): Uint8Array {
    const { table, leases } = this.map
    return new Uint8Array(this.#view.buffer, table, leases - table).slice()
  }

  /** How often a compare-and-swap of any thread lost to another. */
  collisions(): number {
    let sum = 0
    for (let index = 0; index < this.sizes.lanesMax; index++) {
      sum += this.u32(this.lane(index) + LANE_COLLISIONS)
    }
    return sum
  }

  /** Keys that were forgotten while still in debt, over all limits. */
  evictions(): number {
    let sum = 0n
    for (let id = 0; id <= this.sizes.limitsMax; id++) {
      sum += this.u64(this.map.metrics + id * METRIC_BYTES + METRIC_EVICTED)
    }
    return Number(sum)
  }

  /** Addresses of the entries that hold a key, by set. */
  *sets(): Generator<number[]> {
    for (let set = 0; set < this.map.setCount; set++) {
      const entries: number[] = []
      for (let offset = 0; offset < SET_BYTES; offset += ENTRY_BYTES) {
        const entry = this.map.table + set * SET_BYTES + offset
        if (this.u64(entry + ENTRY_TAG) !== 0n) entries.push(entry)
      }
      yield entries
    }
  }

  /** Says that nobody is at work on the table, and that no key is in it twice. */
  expectTidyTable(): void {
    for (const entries of this.sets()) {
      const tags = entries.map(entry => this.u64(entry + ENTRY_TAG))
      expect(new Set(tags).size, 'no key has two entries').toBe(tags.length)
      for (const [index, entry] of entries.entries()) {
        expect(this.u64(entry + ENTRY_WORD) >> 63n, 'no entry is claimed').toBe(0n)
        const id = Number(tags[index]! & BigInt(LIMIT_ID_MAX))
        expect(id, 'every entry is of a limit').toBeGreaterThan(0)
      }
    }
    for (let index = 0; index < LOCK_COUNT; index++) {
      expect(this.u32(LOCKS_OFFSET + index * LOCK_BYTES), `lock ${index} is free`).toBe(0)
    }
  }
}
