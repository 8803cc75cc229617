// Runs Spin: a model with a scenario becomes a C program that visits every state the threads can get into.
import { execFile, execFileSync } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Scenario, scenarioHeader } from './scenario.ts'

const run = promisify(execFile)

/** The search fails rather than that the machine swaps. */
const MEMORY_MB_MAX = 2000
const DEPTH_MAX = 100_000
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024
const TRAIL_LINES = 60

/** What a search came to. */
export interface Search {
  /** Properties that do not hold: Spin stops at the first. */
  readonly errors: number
  /** What Spin says of it. */
  readonly message: string
  /** Whether all states were visited. */
  readonly isComplete: boolean
  readonly states: number
  readonly seconds: number
  readonly memoryMb: number
  /** The end of the steps that lead to the error. */
  readonly trail: string
}

export interface Tools {
  readonly spin: string
  readonly compiler: string
}

function isRunnable(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The tools of this machine; undefined if it has not got them. */
export function findTools(): Tools | undefined {
  const compiler = ['gcc', 'cc', 'clang'].find(name => isRunnable(name, '--version'))
  return compiler !== undefined && isRunnable('spin', '-V') ? { spin: 'spin', compiler } : undefined
}

function numberIn(output: string, pattern: RegExp): number {
  return Number(pattern.exec(output)?.[1] ?? Number.NaN)
}

/** Reads what the compiled search prints. */
export function readSearch(output: string, trail = ''): Search {
  const errors = numberIn(output, /errors: (\d+)/)
  const isCut = /search depth too small|out of memory|MEMLIM|Search not completed/.test(output)
  return {
    errors,
    message: /^pan:\d+: (.*)$/m.exec(output)?.[1] ?? '',
    isComplete: errors === 0 && !isCut,
    states: numberIn(output, /^\s*([\d.e+]+) states, stored/m),
    seconds: numberIn(output, /elapsed time ([\d.e+-]+) seconds/),
    memoryMb: numberIn(output, /([\d.]+)\s+total actual memory usage/),
    trail,
  }
}

/**
 * Searches all states of a scenario, with some switches of the model on. Only what takes long is worth optimising: gcc
 * needs 2 s for it, and 0.6 s without.
 */
export async function search(
  tools: Tools,
  scenario: Scenario,
  switches: readonly string[],
  isLong: boolean,
): Promise<Search> {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-spin-'))
  const model = `${scenario.model}.pml`
  const call = async (command: string, args: string[]) => {
    const options = { cwd: directory, maxBuffer: OUTPUT_BYTES_MAX }
    return (await run(command, args, options)).stdout
  }
  try {
    await copyFile(fileURLToPath(new URL(model, import.meta.url)), join(directory, model))
    await writeFile(join(directory, 'scenario.h'), scenarioHeader(scenario, switches))
    const preprocess = `-P${tools.compiler} -E -x c`
    const parsed = await call(tools.spin, [preprocess, '-a', model])
    if (/error/i.test(parsed)) throw new Error(parsed)
    // A thread that can be terminated stops where it must not, which is no error then, and at any step, which partial
    // order reduction does not reckon with.
    const isDeadly = scenario.defines?.DEAD !== undefined
    const flags = ['-w', '-DSAFETY', '-DCOLLAPSE', `-DMEMLIM=${MEMORY_MB_MAX}`]
    if (isDeadly) flags.push('-DNOREDUCE')
    await call(tools.compiler, [isLong ? '-O2' : '-O0', ...flags, '-o', 'pan', 'pan.c'])
    const output = await call('./pan', [`-m${DEPTH_MAX}`, '-n', ...(isDeadly ? ['-E'] : [])])
    const result = readSearch(output)
    if (result.errors === 0) return result
    const steps = await call(tools.spin, [preprocess, '-t', '-p', '-g', model])
    return readSearch(output, steps.split('\n').slice(-TRAIL_LINES).join('\n'))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
