// Numbers and blocks that change while other threads take: nobody falls over, nobody gets more than the larger numbers
// allow, and a block is in force from the next call on, in every thread.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Sluice, type SluiceOptions } from '../../src/index.ts'
import { Inspection, openSluice, THREADS, Thread } from './helpers.ts'

const [STOP, PHASE, CALLS] = [0, 1, 2]

interface Seen {
  taken: Int32Array
  faults: string[]
  limits: number[]
}

async function start(config: object, job: object, options: SluiceOptions = {}) {
  const sluice = await openSluice(config, options)
  const buffer = new SharedArrayBuffer(4 * (2 + THREADS))
  const words = new Int32Array(buffer)
  const threads = Array.from({ length: THREADS }, (_, index) => {
    return new Thread('change.js', { handle: sluice.handle, words: buffer, index, ...job })
  })
  await Promise.all(threads.map(thread => thread.answer()))
  /** Waits until every thread has come round once more, all through. */
  const comeRound = async () => {
    const before = threads.map((_, index) => Atomics.load(words, CALLS + index))
    while (threads.some((_, index) => Atomics.load(words, CALLS + index) < before[index]! + 2)) {
      await delay(0)
    }
  }
  const stop = async () => {
    Atomics.store(words, STOP, 1)
    const seen = await Promise.all(threads.map(thread => thread.answer<Seen>()))
    for (const { faults } of seen) expect(faults).toEqual([])
    return seen
  }
  return { sluice, words, comeRound, stop }
}

const totalOf = (seen: Seen[], key: number) => {
  return seen.reduce((sum, { taken }) => sum + taken[key]!, 0)
}

describe('while threads take', () => {
  it('a block is in force from their next call on, and its end lets them go on', async () => {
    const limits = {
      tokens: { rate: '1/d', burst: 2_000_000_000 },
      open: { rate: '1/d', burst: 2_000_000_000 },
    }
    const { sluice, words, comeRound, stop } = await start({ limits }, { keys: 4, hasGroup: true })
    const limit = sluice.limit('tokens')
    for (let phase = 1; phase < 80; phase += 2) {
      limit.block('key-0', 60_000)
      const before = limit.peek('key-0')
      expect(before.code).toBe('BLOCKED')
      Atomics.store(words, PHASE, phase)
      await comeRound()
      Atomics.store(words, PHASE, phase + 1)
      limit.unblock('key-0')
      await comeRound()
    }
    const remaining = limit.peek('key-0').remaining
    const seen = await stop()
    expect(totalOf(seen, 0)).toBeGreaterThan(0)
    expect(remaining).toBeGreaterThanOrEqual(limit.peek('key-0').remaining)
    expect(2_000_000_000 - limit.peek('key-0').remaining).toBe(totalOf(seen, 0))
    const inspection = new Inspection(sluice)
    inspection.expectTidyTable()
    expect(inspection.collisions(), 'a collision was provoked').toBeGreaterThan(0)
  })

  it('numbers of their own never let a key have more than the largest of them', async () => {
    const limits = {
      tokens: { rate: '1/d', burst: 1_000 },
      open: { rate: '1/d', burst: 2_000_000_000 },
    }
    const keys = 40
    const { sluice, comeRound, stop } = await start({ limits }, { keys, hasGroup: true })
    const bursts = [3_000, 1, 2_000, 2_500, 999]
    for (let round = 0; round < 60; round++) {
      for (let key = 0; key < keys; key += 3) {
        const burst = bursts[(round + key) % bursts.length]!
        // Another rate is another unit: what is used is converted.
        const rate = round % 2 === 0 ? '1/d' : '3/d'
        sluice.setOverride('tokens', `key-${key}`, round % 7 === 6 ? undefined : { rate, burst })
      }
      await comeRound()
    }
    const seen = await stop()
    for (let key = 0; key < keys; key++) {
      const most = key % 3 === 0 ? 3_000 : 1_000
      expect(totalOf(seen, key), `key ${key}`).toBeLessThanOrEqual(most)
      expect(totalOf(seen, key), `key ${key}`).toBeGreaterThanOrEqual(1_000)
    }
    const limitsSeen = new Set(seen.flatMap(({ limits }) => limits))
    for (const burst of limitsSeen) expect([...bursts, 1_000]).toContain(burst)
    expect(limitsSeen.size, 'numbers that threads saw').toBeGreaterThan(2)
    new Inspection(sluice).expectTidyTable()
  })

  it('configs never let a key have more than the largest of them', async () => {
    const configOf = (round: number) => ({
      limits: {
        // Other limits come and go. There are ids for all: see below for what happens where they are used again.
        ...(round % 3 === 0 && { [`extra-${round}`]: { rate: '1/s' } }),
        tokens: { rate: `${1 + (round % 4)}/d`, burst: 500 + 100 * (round % 5) },
        open: { rate: '1/d', burst: 2_000_000_000 },
      },
    })
    const keys = 40
    const job = { keys, hasGroup: true }
    const { sluice, comeRound, stop } = await start(configOf(0), job, { limitsMax: 4 })
    for (let round = 1; round < 120; round++) {
      await sluice.publish(configOf(round))
      await comeRound()
    }
    const seen = await stop()
    for (let key = 0; key < keys; key++) {
      expect(totalOf(seen, key), `key ${key}`).toBeLessThanOrEqual(900)
      expect(totalOf(seen, key), `key ${key}`).toBeGreaterThanOrEqual(500)
    }
    const limits = new Set(seen.flatMap(({ limits }) => limits))
    for (const burst of limits) expect([500, 600, 700, 800, 900]).toContain(burst)
    expect(limits.size, 'configs that threads saw').toBeGreaterThan(2)
    new Inspection(sluice).expectTidyTable()
  })
})

describe('a thread that has not yet heard that the id of old numbers is used for others', () => {
  it('does not count by the old ones', async () => {
    const tokens = { rate: '1/d', burst: 500 }
    const sluice = await openSluice({ limits: { tokens } }, { limitsMax: 1 })
    // Takes all ids that there are: three for each limit of limitsMax.
    for (const burst of [1_000, 1_001]) {
      sluice.setOverride('tokens', 'somebody', { rate: '1/d', burst })
    }
    await sluice.publish({ limits: { tokens } })
    // The other thread goes by its clock between having the limits and asking about them.
    let meanwhile = () => {}
    const other = Sluice.attach(sluice.handle, {
      clock: () => {
        meanwhile()
        return 0
      },
    })
    expect(other.limit('tokens').take('key').allowed).toBe(true)
    meanwhile = () => {
      meanwhile = () => {}
      // The id of the first numbers is free since the config went live, and the first that is used again.
      sluice.setOverride('tokens', 'key', { rate: '1/d', burst: 3 })
      while (sluice.limit('tokens').take('key').allowed);
    }
    const { allowed } = other.limit('tokens').take('key')
    other.close()
    expect(sluice.limit('tokens').peek('key').limit).toBe(3)
    expect(allowed, 'a fourth token of three').toBe(false)
  })
})
