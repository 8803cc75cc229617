/**
 * Many keys and tenants: loads them from files, weighs them, and changes one at a time, in a process of its own.
 *
 *   node --expose-gc bench/child/identity-scale.js \
 *     '{"path":"config.json","fewPath":"few/config.json","keyCount":1000000,"tenantCount":100000,"changes":1000}'
 */

import { setTimeout as delay } from 'node:timers/promises'
import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { keyText, PEPPERS } from '../work/api-keys.js'
import { changesOf } from '../work/changes.js'
import { LoopWatch } from '../work/pauses.js'
import { loadSluice } from '../work/sluice.js'
import { touchedBytes } from '../work/sluice-memory.js'

const { path, fewPath, keyCount, tenantCount, changes } = question()
forbidNetwork()
/** Texts of tenants, their own values, sets of permissions; and room for the changes. */
const TEXT_BYTES_MAX = 64 * 2 ** 20
const sizes = {
  keysMax: keyCount + 4 * changes,
  tenantsMax: tenantCount + 2 * changes,
  identityBytesMax: TEXT_BYTES_MAX,
}
const options = { watch: false, peppers: PEPPERS, ...sizes }
const Sluice = await loadSluice()

// A small one first: how long a start takes is another work's question, and its code weighs something.
const few = await Sluice.open(fewPath, { watch: false, peppers: PEPPERS })
few.close()
const before = await residentBytes()

const loop = new LoopWatch()
loop.start()
// Up to the first tick nothing is watched.
await delay(5)
const start = performance.now()
const sluice = await Sluice.open(path, options)
const openMs = performance.now() - start
// What was held up comes to its turn and is seen.
await delay(5)
const pauseMs = loop.stop()
const peakBytes = process.resourceUsage().maxRSS * 1024 - before
const after = await residentBytes()
check()
const engineBytes = touchedBytes(sluice)
const { timesOf, check: checkChanges } = changesOf(sluice, { keyCount, tenantCount, changes })
checkChanges()
const scale = {
  openMs,
  pauseMs,
  mapBytes: await mapBytes(),
  engineBytes: engineBytes / keyCount,
  residentBytes: (after - before) / keyCount,
  peakBytes,
}
answer({ scale, changes: timesOf() })

/** What the memory map gives to a key and its two entries of the index, without texts. */
async function mapBytes() {
  const { mapIdentity } = await import('../../dist/src/engine/identity-map.js')
  const { resolveSizes } = await import('../../dist/src/engine/options.js')
  const resolved = resolveSizes(sizes)
  const { end } = mapIdentity(0, resolved)
  const without = mapIdentity(0, { ...resolved, keysMax: resolved.keysMax - keyCount })
  return (end - without.end) / keyCount
}

/** Some of the keys are let in: those of the files, all the way to the last. */
function check() {
  const gate = sluice.gate('orders')
  const step = Math.max(1, Math.floor(keyCount / 1_000))
  for (let index = keyCount - 1; index >= 0; index -= step) {
    const { code } = gate.decide({ credential: keyText(index) })
    if (code !== 'ALLOWED') throw new Error(`identity: key ${index} of ${keyCount} is ${code}`)
  }
}

async function residentBytes() {
  for (let pass = 0; pass < 4; pass++) {
    globalThis.gc?.()
    await delay(50)
  }
  return process.memoryUsage.rss()
}
