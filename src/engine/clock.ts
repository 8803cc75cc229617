// The default clock: monotonic, and the same on all threads of a process. `performance.now()` is the cheapest to read
// (40 ns), but where it starts is not the same on every thread in every Node; `process.hrtime` is. So each thread
// measures once by how much its `performance.now()` differs.
// The object comes from its module: the global of the same name is an accessor, and costs 6 ns more at each reading.
import { performance } from 'node:perf_hooks'

const SAMPLES = 8

function hrtimeMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Milliseconds on a clock that never goes back and is the same on all threads. */
export type Clock = () => number

/** ms on the process's monotonic clock, from any start that all its threads share. */
export function processClockMs(): number {
  return hrtimeMs()
}

/** The default clock, as ms since `baseMs` on the process's monotonic clock. */
export function createElapsed(baseMs: number): Clock {
  // The least of several differences is the one that the fewest interruptions got into.
  let offset = Number.POSITIVE_INFINITY
  for (let sample = 0; sample < SAMPLES; sample++) {
    const before = performance.now()
    offset = Math.min(offset, hrtimeMs() - before)
  }
  const shift = offset - baseMs
  return () => performance.now() + shift
}
