// The promise that a decision on a credential that was seen before allocates nothing, kept by watching the garbage
// collector, as test/engine/allocation.test.ts does for flags and limits.
import { describe, expect, it } from 'vitest'
import { watch } from '../engine/watch.js'

const SCRIPT = new URL('./fixtures/allocation.js', import.meta.url)
/** The optimiser's own bookkeeping. One object in a hundred calls would be more. */
const GROWTH_BYTES_MAX = 512 * 1024

describe('deciding', () => {
  it('causes no garbage collection in a million calls of each kind', async () => {
    const report = await watch(SCRIPT)
    expect(report.calls).toBe(1_000_000 * Object.keys(report.passed).length)
    expect(report.forced, 'the watcher sees the forced collection').toBeGreaterThanOrEqual(1)
    expect(report.collected).toEqual([])
    expect(report.heapGrowthBytes).toBeLessThan(GROWTH_BYTES_MAX)
    // The calls did what their names say, all of them.
    for (const [name, passed] of Object.entries(report.passed)) expect(passed, name).toBe(1_000_000)
  })

  it('would be caught if it allocated one object a call', async () => {
    const report = await watch(SCRIPT, 'control')
    expect(report.collected.length).toBeGreaterThan(0)
  })
})
