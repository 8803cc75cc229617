// Which ruleset a thread runs in. The publisher writes a new ruleset into the region of the last-but-one, so it
// must know that no thread still runs there. A reader says where it is before it looks which version is live:
//
//   reader:     pin = v;  if (live != v) { pin = 0; stale }  run;  pin = 0
//   publisher:  live = v + 1;  …  before it writes over v: wait until no pin is v
//
// All four are sequentially consistent. If the reader saw v live, its pin was there before the publisher's wait;
// if it did not, it does not run. The thread that publishes needs no pin: it cannot publish while it evaluates.
import { loadU32, storeU32 } from '../atomic.ts'
import { CONTROL_OFFSET, CONTROL_VERSION, LANE_PIN } from '../shared/layout.ts'

/** Whether version `version` is live, and stays in place until `unpin`. */
export function pin(lane: usize, version: u32): bool {
  storeU32(lane + LANE_PIN, version)
  if (loadU32(CONTROL_OFFSET + CONTROL_VERSION) == version) return true
  unpin(lane)
  return false
}

export function unpin(lane: usize): void {
  storeU32(lane + LANE_PIN, 0)
}
