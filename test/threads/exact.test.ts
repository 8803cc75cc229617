// A limit of N admits N: not one more and not one less, however many threads ask at the same time.
import { describe, expect, it } from 'vitest'
import type { Sluice } from '../../src/index.ts'
import { Inspection, openSluice, runCrew, THREADS } from './helpers.ts'

/** One token a second, so the clock is put forward by this between rounds to fill all buckets. */
const secondsFor = (burst: number) => (burst + 1) * 1000

/** Rounds are repeated with other seeds until threads have got into each other's way, at most so often. */
const SEEDS_MAX = 40

interface Job {
  burst: number
  rounds: number
  keys: number
  /** Calls of each thread in each round. */
  takes: number
  costMax?: number
  freshKeys?: boolean
  inOrder?: boolean
}

function open({ burst }: Job): Promise<Sluice> {
  const limits = { tokens: { algorithm: 'gcra', rate: '1/s', burst } }
  // Room for 1,536 keys in 192 sets of 8: that 9 of 64 keys fall into one set happens once in 10^7 tests.
  return openSluice({ limits }, { limitKeysMax: 1024 })
}

/** Lets the crew take, and checks each round and key. How often threads collided. */
async function hammer(job: Job, seed: number): Promise<number> {
  const sluice = await open(job)
  const { burst, rounds, keys } = job
  const details = { costMax: 1, freshKeys: false, inOrder: false, ...job, seed }
  const answers = await runCrew<Int32Array>('take.js', sluice.handle, {
    ...details,
    stepMs: secondsFor(burst),
  })
  const totals = Array.from({ length: rounds * keys }, (_, index) => {
    return answers.reduce((sum, taken) => sum + taken[index]!, 0)
  })
  expect(new Set(totals), 'tokens admitted in each round for each key').toEqual(new Set([burst]))
  const inspection = new Inspection(sluice)
  inspection.expectTidyTable()
  expect(inspection.evictions()).toBe(0)
  return inspection.collisions()
}

/** The test means nothing if the threads never met: it fails when none of the seeds made them. */
async function hammerUntilCollision(job: Job, seedsMin: number): Promise<void> {
  let collisions = 0
  for (let seed = 1; seed <= SEEDS_MAX; seed++) {
    collisions += await hammer(job, seed)
    if (seed >= seedsMin && collisions > 0) return
  }
  expect(collisions, 'a collision was provoked').toBeGreaterThan(0)
}

describe(`${THREADS} threads that take from a limit of N`, () => {
  it('get N together for one key', async () => {
    await hammerUntilCollision({ burst: 20_000, rounds: 5, keys: 1, takes: 10_000 }, 3)
  })

  it('get N tokens together for one key, in pieces of different sizes', async () => {
    const job = { burst: 50_000, rounds: 5, keys: 1, takes: 10_000, costMax: 7 }
    await hammerUntilCollision(job, 3)
  })

  it('get N together for each of many keys', async () => {
    const job = { burst: 100, rounds: 20, keys: 64, takes: 64 * 50, costMax: 3 }
    await hammerUntilCollision(job, 3)
  })

  // A key that two threads see for the first time at once must not get two entries: it would get N twice.
  it('get N together for each of many keys that nobody has seen before', async () => {
    const job = { burst: 3, rounds: 400, keys: 64, takes: 128, freshKeys: true, inOrder: true }
    await hammerUntilCollision(job, 3)
  })
})
