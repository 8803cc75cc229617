// Programs in processes of their own, as a reader of the documentation starts them.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const ROOT = join(import.meta.dirname, '../..')
export const MAIN = 'dist/src/cli/main.js'

/** A Node process in the root of the repository. */
export class Program {
  out = ''
  err = ''
  readonly process: ChildProcess
  readonly #ended: Promise<unknown[]>

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    if (!existsSync(join(ROOT, MAIN))) throw new Error(`${MAIN} is not built: npm run build`)
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
    this.process = child
    child.stdout.setEncoding('utf8').on('data', text => {
      this.out += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      this.err += text
    })
    this.#ended = once(child, 'close')
  }

  /** Resolves to the match once the output has one; rejects when the process ends without. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.out)
      if (match !== null) return match
      if (this.process.exitCode !== null) throw new Error(`ended: ${this.out}${this.err}`)
      await Promise.race([once(this.process.stdout!, 'data'), this.#ended])
    }
  }

  /** Asks it to stop, and resolves to the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal)
    return this.code()
  }

  /** The exit code, once its output is whole. */
  async code(): Promise<number | null> {
    await this.#ended
    return this.process.exitCode
  }
}

/** Starts a program that ends with the test at the latest. */
export function start(args: readonly string[], env?: Readonly<Record<string, string>>): Program {
  const program = new Program(args, env)
  onTestFinished(() => void program.process.kill('SIGKILL'))
  return program
}
