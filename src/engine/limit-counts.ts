// What lanes count of the limits: decisions that admitted and refused. Each lane counts in its own copies of the
// variants, without any lock; reading puts the lanes together.
import { METRIC_BYTES, METRIC_COUNTS } from '../../assembly/shared/layout.ts'
import {
  LANE_LIMIT_ADMITTED,
  LANE_LIMIT_BYTES,
  LANE_LIMIT_FAMILY,
  LANE_LIMIT_REFUSED,
  LANE_LIMIT_SHADOW_REFUSED,
} from '../../assembly/shared/limit.ts'
import type { Engine } from './engine.ts'
import { limitIdsMax } from './memory.ts'

/** In the order in which the metrics have them. */
const COUNTS = [LANE_LIMIT_ADMITTED, LANE_LIMIT_REFUSED, LANE_LIMIT_SHADOW_REFUSED]

// One float and its bits.
const FLOAT = new Float64Array(1)
const FLOAT_BITS = new BigUint64Array(FLOAT.buffer)

/** Adds to a float that other threads may add to. */
function add(engine: Engine, index: number, amount: number): void {
  if (!(engine.u8.buffer instanceof SharedArrayBuffer)) {
    engine.f64[index]! += amount
    return
  }
  const bits = new BigUint64Array(engine.u8.buffer, index * 8, 1)
  while (true) {
    const seen = Atomics.load(bits, 0)
    FLOAT_BITS[0] = seen
    FLOAT[0]! += amount
    if (Atomics.compareExchange(bits, 0, seen, FLOAT_BITS[0]!) === seen) return
  }
}

/** Moves what the lane has counted to what is counted for good. */
export function foldCounts(engine: Engine): void {
  const { map, f64, u32 } = engine
  const base = engine.lane + map.laneLimits
  for (let id = 1; id <= limitIdsMax(engine.sizes); id++) {
    const limit = base + id * LANE_LIMIT_BYTES
    const family = u32[(limit + LANE_LIMIT_FAMILY) >> 2]!
    if (family === 0) continue
    COUNTS.forEach((offset, index) => {
      const count = f64[(limit + offset) >> 3]!
      if (count === 0) return
      add(engine, ((map.metrics + family * METRIC_BYTES + METRIC_COUNTS) >> 3) + index, count)
      f64[(limit + offset) >> 3] = 0
    })
  }
}

/** Decisions of a limit that admitted, refused, and would have refused, over all lanes. */
export function readCounts(engine: Engine, family: number): [number, number, number] {
  const { map, f64, u32 } = engine
  const metric = (map.metrics + family * METRIC_BYTES + METRIC_COUNTS) >> 3
  const sums: [number, number, number] = [f64[metric]!, f64[metric + 1]!, f64[metric + 2]!]
  for (const lane of engine.lanes()) {
    for (let id = 1; id <= limitIdsMax(engine.sizes); id++) {
      const limit = lane + map.laneLimits + id * LANE_LIMIT_BYTES
      if (u32[(limit + LANE_LIMIT_FAMILY) >> 2] !== family) continue
      COUNTS.forEach((offset, index) => {
        sums[index]! += f64[(limit + offset) >> 3]!
      })
    }
  }
  return sums
}

/** Forgets what all lanes have counted of a limit that is gone. */
export function forgetCounts(engine: Engine, family: number): void {
  const { map, f64, u32 } = engine
  for (const lane of engine.lanes()) {
    for (let id = 1; id <= limitIdsMax(engine.sizes); id++) {
      const limit = lane + map.laneLimits + id * LANE_LIMIT_BYTES
      if (u32[(limit + LANE_LIMIT_FAMILY) >> 2] !== family) continue
      for (const offset of COUNTS) f64[(limit + offset) >> 3] = 0
    }
  }
}
