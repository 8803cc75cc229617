// A table that is far too small, under threads that all need places in it, some of which die on the way. Keys are
// forgotten then, which lets tokens through and is counted; but the table stays a table.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LOCK_BYTES, LOCK_COUNT, LOCKS_OFFSET } from '../../assembly/shared/layout.ts'
import { ENTRY_WORD } from '../../assembly/shared/limit.ts'
import { Inspection, openSluice, runCrew, Thread } from './helpers.ts'

const CONFIG = { limits: { tokens: { algorithm: 'gcra', rate: '1/s', burst: 5 } } }
/** The smallest table: 12 sets of 8 entries. */
const OPTIONS = { limitKeysMax: 64 }
const KEYS = 2_000
/** Threads must get into each other's way, or nothing is shown: they get so many chances. */
const SEEDS_MAX = 10

/** Claims an entry: the sign of its word. */
const CLAIM = 1n << 63n

describe('a table with 96 places for 2,000 keys', () => {
  it('survives threads that evict each other', async () => {
    let collisions = 0
    for (let seed = 1; seed <= SEEDS_MAX && collisions === 0; seed++) {
      const sluice = await openSluice(CONFIG, OPTIONS)
      const takes = 200_000
      const job = { keys: KEYS, takes, seed }
      const allowed = await runCrew<number>('evict.js', sluice.handle, job)
      // A key starts full again whenever it comes back, so most is allowed; but not more than was asked.
      for (const count of allowed) {
        expect(count).toBeGreaterThan(0)
        expect(count).toBeLessThanOrEqual(takes)
      }
      const inspection = new Inspection(sluice)
      expect(inspection.evictions()).toBeGreaterThan(0)
      inspection.expectTidyTable()
      collisions += inspection.collisions()
    }
    expect(collisions, 'a collision was provoked').toBeGreaterThan(0)
  })

  it('goes on working when threads are terminated in the middle', async () => {
    const sluice = await openSluice(CONFIG, { ...OPTIONS, lanesMax: 16 })
    const limit = sluice.limit('tokens')
    const barrier = new SharedArrayBuffer(64)
    const takes = 2 ** 31
    // Two at a time, so that there is somebody to be in the middle of something with.
    for (let round = 0; round < 5; round++) {
      const workers = [0, 1].map(index => {
        const seed = 10 * round + index
        const shared = { handle: sluice.handle, barrier, threads: 2, says: 'started' }
        const data = { ...shared, index, keys: KEYS, takes, seed }
        return new Thread('evict.js', data)
      })
      await Promise.all(workers.map(worker => worker.answer()))
      await delay(20)
      for (const worker of workers) await worker.terminate()
      for (let key = 0; key < KEYS; key++) expect(limit.take(`key-${key}`, 0).allowed).toBe(true)
      for (let key = 0; key < 64; key++) limit.take(`mine-${round}-${key}`)
    }
    // Whatever a thread left claimed or locked has been taken over by those who needed it.
    expect(limit.take('somebody').allowed).toBe(true)
    expect(limit.take('somebody', 4).allowed).toBe(true)
    expect(limit.take('somebody').allowed).toBe(false)
  })
})

describe('what a thread leaves behind that dies', () => {
  // Waits as long as a hundred million tries take, a second or two.
  it('is taken over: a lock that nobody will release', async () => {
    const sluice = await openSluice(CONFIG, OPTIONS)
    const inspection = new Inspection(sluice)
    const limit = sluice.limit('tokens')
    // Sets beyond the last share no lock with these 12.
    inspection.setU32(LOCKS_OFFSET, 1)
    expect(inspection.map.setCount).toBeLessThan(LOCK_COUNT)
    for (let key = 0; key < 200; key++) expect(limit.take(`key-${key}`).allowed).toBe(true)
    expect(inspection.u32(LOCKS_OFFSET)).toBe(0)
    expect(inspection.u32(LOCKS_OFFSET + LOCK_BYTES)).toBe(0)
    inspection.expectTidyTable()
  })

  it('is taken over: an entry that it had claimed', async () => {
    const sluice = await openSluice(CONFIG, OPTIONS)
    const inspection = new Inspection(sluice)
    const limit = sluice.limit('tokens')
    expect(limit.take('key', 5).allowed).toBe(true)
    const [entry] = [...inspection.sets()].flat()
    inspection.setU64(entry! + ENTRY_WORD, inspection.u64(entry! + ENTRY_WORD) | CLAIM)
    expect(limit.peek('key').remaining).toBe(0)
    expect(limit.take('key').allowed).toBe(false)
    expect([...inspection.sets()].flat()).toHaveLength(1)
    inspection.expectTidyTable()
  })

  it('is taken over: an entry into which it was putting another key', async () => {
    const sluice = await openSluice(CONFIG, OPTIONS)
    const inspection = new Inspection(sluice)
    const limit = sluice.limit('tokens')
    expect(limit.take('key', 5).allowed).toBe(true)
    const [entry] = [...inspection.sets()].flat()
    inspection.setU64(entry! + ENTRY_WORD, CLAIM)
    // What was known of the key is lost with the entry: it starts with a full bucket.
    expect(limit.peek('key').remaining).toBe(5)
    expect(limit.take('key', 5).allowed).toBe(true)
    expect(limit.take('key').allowed).toBe(false)
    expect([...inspection.sets()].flat()).toHaveLength(1)
    inspection.expectTidyTable()
  })
})
