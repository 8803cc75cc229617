// The promise that a decision on a credential that was seen before allocates nothing, kept by watching the garbage
// collector, as test/engine/allocation.test.ts does for flags and limits.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

interface Report {
  /** Collections seen of the one that the script forces, before the calls. */
  forced: number
  /** Collections during the calls. */
  collections: number
  heapGrowthBytes: number
  /** Calls of each kind. */
  calls: number
  /** Of each kind of call, how often it was as expected. */
  passed: Record<string, number>
}

const SCRIPT = fileURLToPath(new URL('./fixtures/allocation.js', import.meta.url))
/** The optimiser's own bookkeeping. One object in a hundred calls would be more. */
const GROWTH_BYTES_MAX = 512 * 1024

async function watch(...args: string[]): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', SCRIPT, ...args])
  return JSON.parse(stdout) as Report
}

describe('deciding', () => {
  it('causes no garbage collection in a million calls of each kind', async () => {
    const report = await watch()
    expect(report.calls).toBe(1_000_000 * Object.keys(report.passed).length)
    expect(report.forced, 'the watcher sees the forced collection').toBeGreaterThanOrEqual(1)
    expect(report.collections).toBe(0)
    expect(report.heapGrowthBytes).toBeLessThan(GROWTH_BYTES_MAX)
    // The calls did what their names say, all of them.
    for (const [name, passed] of Object.entries(report.passed)) expect(passed, name).toBe(1_000_000)
  })

  it('would be caught if it allocated one object a call', async () => {
    const report = await watch('control')
    expect(report.collections).toBeGreaterThan(0)
  })
})
