// Where configs are compiled: small ones here, which is over sooner than asking another thread; large ones in a worker,
// so that evaluations go on. 10,000 flags take some 300 ms, for which nobody's request should wait.
import { Worker } from 'node:worker_threads'
import type { CheckOptions } from './check.ts'
import type { CompileAnswer, CompileRequest } from './compile-worker.ts'
import type { CompiledSource } from './compiled-source.ts'
import { compileSource } from './compiled-source.ts'
import { copyPlain } from './config/plain.ts'

/** From this size of the ruleset before on a worker compiles the next: about 500 flags, or 20 ms. */
const LARGE_BYTES = 128 * 1024
/** How long a worker waits for another config before it ends and gives its memory back. */
const IDLE_MS = 30_000

/** The worker's program: compiled, for threads run no TypeScript. Both from src/ (tests) and from dist/src/. */
function workerUrl(): URL {
  const fromDist = import.meta.url.includes('/dist/src/')
  return new URL(
    fromDist ? './compile-worker.js' : '../dist/src/compile-worker.js',
    import.meta.url,
  )
}

export class Compiler {
  readonly #options: CheckOptions
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #isLarge = false

  constructor(options: CheckOptions) {
    // Only what the worker needs: options may hold a clock, which is a function.
    const { malformedRules, stepsMax } = options
    this.#options = {
      ...(malformedRules !== undefined && { malformedRules }),
      ...(stepsMax !== undefined && { stepsMax }),
    }
  }

  /** Compiles a source. Never rejects for what it holds. One call at a time. */
  async compile(source: string | object): Promise<CompiledSource> {
    const compiled = this.#isLarge
      ? await this.#compileElsewhere(source)
      : await compileSource(source, this.#options)
    // A config with errors says nothing about the size of the next.
    const isWhole = compiled.problems.every(problem => problem.severity !== 'error')
    if (isWhole) this.#isLarge = compiled.bytes.length >= LARGE_BYTES
    return compiled
  }

  /** Ends the worker. A compilation that runs in it is rejected. */
  close(): void {
    clearTimeout(this.#idle)
    void this.#worker?.terminate()
    this.#worker = undefined
  }

  async #compileElsewhere(source: string | object): Promise<CompiledSource> {
    let sent = source
    if (typeof source !== 'string') {
      // What cloning would change or refuse is told here, as for a small config.
      const { value, problems } = copyPlain(source)
      if (problems.length > 0 || typeof value !== 'object' || value === null) {
        return compileSource(source, this.#options)
      }
      sent = value
    }
    clearTimeout(this.#idle)
    const worker = this.#start()
    const answer = await ask(worker, { source: sent, options: this.#options })
    this.#idle = setTimeout(() => this.close(), IDLE_MS).unref()
    if ('error' in answer) throw answer.error
    return answer.compiled
  }

  #start(): Worker {
    if (this.#worker === undefined) {
      const worker = new Worker(workerUrl(), { execArgv: [] })
      worker.unref()
      worker.once('exit', () => {
        if (this.#worker === worker) this.#worker = undefined
      })
      this.#worker = worker
    }
    return this.#worker
  }
}

/** Asks the worker once; rejects if it ends before it answers. */
function ask(worker: Worker, request: CompileRequest): Promise<CompileAnswer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: CompileAnswer) => settle(() => resolve(answer))
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = () => settle(() => reject(new Error('the compiling thread ended')))
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      act()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    // Whoever awaits a publish keeps the process alive for it.
    worker.ref()
    worker.postMessage(request)
  })
}
