// Starts the scripts that watch the garbage collector while they call the package by the million.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Report {
  /** Calls that were watched. */
  calls: number
  /** Collections seen of the one that the script forces, before the calls. */
  forced: number
  /** For each collection during the calls, the kind of call. */
  collected: string[]
  heapGrowthBytes: number
  /** Of each kind of call, how often it was as its name says, or allowed, or true. */
  passed: Record<string, number>
}

// The optimising compiler has a thread of its own, which on a busy machine falls seconds behind, and code that it has
// not come to yet makes numbers on the heap: 33 collections if it is a second late. Here it runs in the caller's turn.
const FLAGS = ['--expose-gc', '--no-concurrent-recompilation']

/** What `script`, in a process of its own, reports of itself. */
export async function watch(script: URL, ...args: string[]): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...FLAGS,
    fileURLToPath(script),
    ...args,
  ])
  return JSON.parse(stdout) as Report
}
