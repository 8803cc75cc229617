// Runs the CLI: in this process with streams of its own, or the built executable in a child.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'

export const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js')

export interface Outcome {
  code: number
  out: string
  err: string
}

export interface Surroundings {
  env?: Record<string, string>
  stdin?: string
}

/** The CLI in this process. */
export async function cli(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, {
    out: text => out.push(text),
    err: text => err.push(text),
    env: around.env ?? {},
    readStdin: async () => around.stdin ?? '',
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** A file in a folder of its own that goes when the test does. */
export function file(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export const CONFIG_TEXT = `flags:
  banner:
    state: ENABLED
    variants: { on: true, off: false }
    defaultVariant: on
  plan:
    state: ENABLED
    variants: { basic: basic, gold: gold }
    defaultVariant: basic
    targeting: { if: [{ '==': [{ var: plan }, pro] }, gold] }
  retired:
    state: DISABLED
    variants: { on: true }
    defaultVariant: on
limits:
  per-key: { algorithm: gcra, rate: 1/s, burst: 3 }
`

export const BROKEN_TEXT = CONFIG_TEXT.replace('defaultVariant: basic', 'defaultVariant: silver')

export const configFile = (): string => file('sluice.yaml', CONFIG_TEXT)

/** The built executable as a process of its own. */
export class Child {
  out = ''
  err = ''
  readonly process: ChildProcessWithoutNullStreams
  readonly ended: Promise<unknown[]>

  constructor(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is not built: npm run build`)
    const env = { ...process.env, SLUICE_CONFIG: '', ...options.env }
    this.process = spawn(process.execPath, [MAIN, ...args], { ...options, env })
    this.process.stdout.setEncoding('utf8').on('data', text => {
      this.out += text
    })
    this.process.stderr.setEncoding('utf8').on('data', text => {
      this.err += text
    })
    this.ended = once(this.process, 'close')
    onTestFinished(() => void this.process.kill('SIGKILL'))
  }

  /** Resolves when the output holds `text`; rejects when the process ends without. */
  async until(text: string): Promise<void> {
    while (!this.out.includes(text)) {
      if (this.process.exitCode !== null) throw new Error(`ended: ${this.out}${this.err}`)
      await Promise.race([once(this.process.stdout, 'data'), this.ended])
    }
  }

  /** The exit code, once the process has ended and its output is whole. */
  async code(): Promise<number | null> {
    await this.ended
    return this.process.exitCode
  }
}
