// Ten million keys that ask once each, against a table for one million: what an attacker does who makes up keys. The
// memory does not grow, nobody under the limit is refused, and who is in debt stays in debt.
import { expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'

const MILLION = 1_000_000
const KEYS = 10 * MILLION
const HOT = 100
const BURST = 100_000
/** What the runtime itself needs for garbage that was not collected yet, and the code that it compiled. */
const TOLERANCE_BYTES = 32 * 1_024 * 1_024

function memoryBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers, external } = process.memoryUsage()
  return heapUsed + arrayBuffers + external
}

it('ten million keys flood a table for one million', async () => {
  const limits = { it: { algorithm: 'gcra', rate: '1/h', burst: BURST } }
  const options = { clock: () => 0, shared: false, limitKeysMax: MILLION }
  const sluice = await Sluice.open({ limits }, options)
  const limit = sluice.limit('it')
  const hot = Array.from({ length: HOT }, (_, index) => `hot:${index}`)
  const taken = new Int32Array(HOT)
  // In debt from the start, each by another number of tokens.
  hot.forEach((key, index) => {
    taken[index] = 10 + index
    expect(limit.take(key, 10 + index).allowed).toBe(true)
  })
  for (let index = 0; index < 10_000; index++) limit.take('warm')
  const before = memoryBytes()

  let refused = 0
  let hotRefused = 0
  const nanoseconds: number[] = []
  for (let million = 0; million < KEYS / MILLION; million++) {
    const start = performance.now()
    for (let index = 0; index < MILLION; index++) {
      if (!limit.take(String(million * MILLION + index)).allowed) refused++
      // One in twenty takes is of a key in debt.
      if (index % 20 === 0) {
        const which = (index / 20) % HOT
        if (limit.take(hot[which]!).allowed) taken[which]!++
        else hotRefused++
      }
    }
    nanoseconds.push(((performance.now() - start) * 1e6) / (MILLION + MILLION / 20))
  }
  const grown = memoryBytes() - before
  const [first, last] = [nanoseconds[0]!, nanoseconds.at(-1)!]
  console.info(
    `ns a take: ${first.toFixed(0)} of the first million, ${last.toFixed(0)} of the last`,
  )

  expect(grown, 'bytes that the memory has grown by').toBeLessThan(TOLERANCE_BYTES)
  expect(refused, 'keys under their limit that were refused').toBe(0)
  expect(hotRefused).toBe(0)
  // Each of them had more debt than any key of the flood, so none was forgotten.
  const lost = hot.map((key, index) => taken[index]! - (BURST - limit.peek(key).remaining))
  expect(new Set(lost), 'tokens lost of the keys in debt').toEqual(new Set([0]))

  const metrics = sluice.limitMetrics('it')
  const calls = KEYS + (KEYS / 20 + HOT) + 10_000
  expect(metrics).toMatchObject({ admitted: calls, refused: 0, shadowRefused: 0 })
  // Two thirds of the places are for a million keys; they all are in use.
  expect(metrics.entries).toBeGreaterThan(MILLION)
  expect(metrics.entries).toBeLessThanOrEqual(1.51 * MILLION)
  // A key of the flood is one entry with one token, until it is forgotten with it. No other key was.
  expect(metrics.evicted).toBe(KEYS + HOT + 1 - metrics.entries)
  expect(metrics.tokensLeaked).toBe(metrics.evicted)

  // And with them at their limit, they are refused as before.
  for (const key of hot) limit.takeUpTo(key, BURST)
  for (let index = 0; index < MILLION / 10; index++) limit.take(`more:${index}`)
  for (const key of hot) expect(limit.take(key).allowed).toBe(false)
  sluice.close()
}, 60_000)
