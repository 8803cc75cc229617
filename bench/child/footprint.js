/**
 * The memory of one limiter with so many keys, in a process of its own: the resident size of a
 * process that has measured other systems before says nothing.
 *
 *   node --expose-gc bench/child/footprint.js '{"name":"plain Map","keyCount":1000000}'
 *
 * Bytes a key by the JavaScript heap (with what V8 counts as external) and by the resident size. Each
 * key is a new string here, as it would be in a server: a Map keeps it.
 */

import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { fillKeys, keyOf, limitSystems } from '../work/limits.js'
import { loadSluice } from '../work/sluice.js'

const { name, keyCount } = question()
forbidNetwork()
const open = (await limitSystems(name === 'sluice' ? await loadSluice() : undefined)).get(name)
if (!open) throw new Error(`there is no limiter ${name}`)

const CHUNK_KEYS = 10_000
/**
 * Few keys, taken often: compiles the path and lets the young generation grow to its full size
 * before the base line is taken. Few, because every key of a hash table touches a page of its own.
 */
const WARM_KEYS = 64
const WARM_PASSES = 10_000

const system = await open('ample')
for (let pass = 0; pass < WARM_PASSES; pass++) await fill(0, WARM_KEYS)
const before = measure()
await fill(WARM_KEYS, WARM_KEYS + keyCount)
const after = measure()
// Not closed: a million timers take longer to clear than the process to end.
answer({
  heapBytes: (after.heap - before.heap) / keyCount,
  residentBytes: (after.resident - before.resident) / keyCount,
})

/**
 * @param {number} from
 * @param {number} to
 */
async function fill(from, to) {
  for (let start = from; start < to; start += CHUNK_KEYS) {
    const length = Math.min(CHUNK_KEYS, to - start)
    await fillKeys(
      system,
      Array.from({ length }, (_, index) => keyOf(start + index)),
    )
  }
}

function measure() {
  // Twice: the first pass may leave what was only reachable from its own weak references.
  for (let pass = 0; pass < 2; pass++) globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, resident: rss }
}
