// The promise that the hot path allocates nothing, kept by watching the garbage collector through millions of calls.
// In a process of its own: a test runner allocates all the time.
//
// Not promised, because it is Node's own doing: reading `performance.now()` (so the limits' clock here is one that
// returns small integers), and reading a property whose value is a number that is no small integer, such as 0.5 or
// `Date.now()`: V8 makes a new number on the heap for each read of either.
import { describe, expect, it } from 'vitest'
import { watch } from './watch.js'

const SCRIPT = new URL('./fixtures/allocation.js', import.meta.url)
const CALLS_MIN = 20_000_000
/** The optimiser's own bookkeeping. One object in a thousand calls would be 480 KB. */
const GROWTH_BYTES_MAX = 256 * 1024

describe('evaluating flags and taking from limits', () => {
  it('causes no garbage collection in 20 million calls', async () => {
    const report = await watch(SCRIPT)
    expect(report.calls).toBeGreaterThanOrEqual(CALLS_MIN)
    expect(report.forced, 'the watcher sees the forced collection').toBeGreaterThanOrEqual(1)
    expect(report.collected).toEqual([])
    expect(report.heapGrowthBytes).toBeLessThan(GROWTH_BYTES_MAX)

    // The calls did what their names say, not merely fail early.
    const { passed } = report
    const each = report.calls / Object.keys(passed).length
    for (const mixed of [
      'boolean, strings change',
      'string, fractional',
      'string, numbers',
      'boolean, booleans',
      'boolean, nested attribute',
      'boolean, list attribute',
      'boolean, a loop over objects',
      'boolean, a text is built',
      'boolean, in a set',
      'boolean, prepared context',
      'boolean, prepared anew',
      'boolean, snapshot',
      'all flags',
      'take, keys remembered',
      'attached: take',
    ]) {
      expect(passed[mixed], mixed).toBeGreaterThan(each / 100)
      expect(passed[mixed], mixed).toBeLessThan(each)
    }
    for (const always of [
      'evaluate, static',
      'boolean, same context',
      'evaluate, rule that fails',
      'take, keys forgotten',
      'take, refused',
      'take, keys evicted',
    ]) {
      expect(passed[always], always).toBe(each)
    }
    expect(passed['take, more than the burst']).toBe(0)
  })

  it('would be caught if it allocated one object a call', async () => {
    const report = await watch(SCRIPT, 'control')
    expect(report.calls).toBeGreaterThanOrEqual(CALLS_MIN)
    expect(report.collected.length).toBeGreaterThan(0)
  })
})
