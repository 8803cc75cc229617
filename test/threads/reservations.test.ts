// Reservations across threads: made in one, settled in another, by two at once, or by nobody because their thread was
// terminated.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  LEASE_BYTES,
  LEASE_FREE,
  LEASE_PAGE,
  LEASE_SETTLING,
  LEASE_STATE,
} from '../../assembly/shared/limit.ts'
import { Sluice } from '../../src/index.ts'
import { Inspection, openSluice, runCrew, THREADS, Thread } from './helpers.ts'

const SEEDS_MAX = 20
const BURST = 10_000_000

describe('reservations that two threads settle at the same time', () => {
  interface Seen {
    reserved: number
    settled: number
    used: number
    slots: number
    released: number
  }

  async function hammer(seed: number): Promise<number> {
    const limits = {
      tokens: { rate: '1/d', burst: BURST },
      slots: { algorithm: 'concurrency', limit: 3, lease: '60s' },
    }
    const sluice = await openSluice({ limits }, { leasesMax: 64 })
    const mail = new SharedArrayBuffer(64 * THREADS)
    const job = { rounds: 300, seed, mail }
    const seen = await runCrew<Seen>('settle.js', sluice.handle, job)
    const sum = (field: keyof Seen) => seen.reduce((sum, one) => sum + one[field], 0)
    expect(sum('reserved')).toBe(300 * THREADS)
    expect(sum('settled'), 'each is settled once').toBe(sum('reserved'))
    // Not all get their slots: there are fewer than threads.
    expect(sum('slots')).toBe(300 * 3)
    expect(sum('released'), 'each is released once').toBe(sum('slots'))
    expect(BURST - sluice.limit('tokens').peek('key').remaining, 'used').toBe(sum('used'))
    expect(sluice.limit('slots').peek('key').remaining, 'slots that came back').toBe(3)
    const inspection = new Inspection(sluice)
    inspection.expectTidyTable()
    expect(heldLeases(inspection), 'leases that are held').toBe(0)
    return inspection.collisions()
  }

  it('are settled once, and come to what was said', async () => {
    let collisions = 0
    for (let seed = 1; seed <= SEEDS_MAX && (seed <= 2 || collisions === 0); seed++) {
      collisions += await hammer(seed)
    }
    expect(collisions, 'a collision was provoked').toBeGreaterThan(0)
  })
})

/** Addresses of the leases in any state but free. */
function leasesOf(inspection: Inspection): number[] {
  const { leasesMax } = inspection.sizes
  // The words of their pages stand before them.
  const words = (Math.ceil(leasesMax / LEASE_PAGE) * 8 + 63) & ~63
  const first = inspection.map.leases + words
  return Array.from({ length: leasesMax }, (_, index) => first + index * LEASE_BYTES).filter(
    lease => (inspection.u32(lease + LEASE_STATE) & 3) !== LEASE_FREE,
  )
}

const heldLeases = (inspection: Inspection) => leasesOf(inspection).length

describe('a thread that is terminated between reserving and committing', () => {
  const limits = {
    refunded: {
      rate: '1/36500d',
      burst: 1_000,
      reservation: { ttl: '30s', expiry: 'refund' },
    },
    charged: { rate: '1/36500d', burst: 1_000, reservation: { ttl: '30s' } },
    slots: { algorithm: 'concurrency', limit: 1_000, lease: '30s' },
    window: {
      algorithm: 'fixed-window',
      rate: '1000/1000d',
      reservation: { ttl: '30s', expiry: 'refund' },
    },
    log: {
      algorithm: 'sliding-log',
      rate: '1000/1000d',
      reservation: { ttl: '30s', expiry: 'refund' },
    },
  }

  async function open() {
    const words = new SharedArrayBuffer(4)
    const clock = new Int32Array(words)
    const sluice = await openSluice(
      { limits },
      { clock: () => Atomics.load(clock, 0), logTokensMax: 1_000, logKeysMax: 64, lanesMax: 64 },
    )
    return { sluice, clock, words }
  }

  it.each([
    ['refunded', 1_000],
    ['charged', 992],
    ['slots', 1_000],
    ['window', 1_000],
    ['log', 1_000],
  ])('leaves what it held to the deadline, or to whoever settles it: %s', async (name, end) => {
    const { sluice, clock, words } = await open()
    const limit = sluice.limit(name)
    const job = { handle: sluice.handle, words, name, key: 'key', first: 10, keepsOn: false }
    const thread = new Thread('hold.js', job)
    const ids = await thread.answer<string[]>()
    await thread.terminate()
    expect(limit.peek('key').remaining).toBe(990)
    expect(sluice.settle(ids[0]!, 0)).toBe(true)
    expect(sluice.settle(ids[1]!, 0)).toBe(true)
    expect(sluice.settle(ids[1]!, 0)).toBe(false)
    expect(limit.peek('key').remaining).toBe(992)
    Atomics.store(clock, 0, 29_999)
    expect(limit.peek('key').remaining).toBe(992)
    Atomics.store(clock, 0, 30_000)
    expect(limit.peek('key').remaining).toBe(end)
    expect(sluice.settle(ids[2]!, 0)).toBe(false)
  })

  it('in the middle of it leaves a table that works, and what it held to the deadline', async () => {
    const { sluice, clock, words } = await open()
    const rounds = 4
    for (let round = 0; round < rounds; round++) {
      const names = ['refunded', 'slots']
      const threads = names.map(name => {
        const job = { handle: sluice.handle, words, name, key: 'key', first: 1, keepsOn: true }
        return new Thread('hold.js', job)
      })
      await Promise.all(threads.map(thread => thread.answer()))
      await delay(10)
      for (const thread of threads) await thread.terminate()
      // What is half done is abandoned ten seconds after its deadline.
      Atomics.add(clock, 0, 50_000)
    }
    for (const name of ['refunded', 'slots']) {
      expect(sluice.limit(name).peek('key').remaining, name).toBe(1_000)
      // One can be lost each time that a thread dies while it settles: see below.
      const { remaining } = sluice.limit(name).peek('other-key')
      expect(remaining, name).toBeGreaterThanOrEqual(1_000 - rounds)
      expect(remaining, name).toBeLessThanOrEqual(1_000)
    }
    // Two can be left of each round: one that was being claimed and one that was being settled.
    expect(heldLeases(new Inspection(sluice))).toBeLessThanOrEqual(2 * rounds)
  })

  it('while it settles loses no slot for good', async () => {
    const { sluice, clock } = await open()
    const inspection = new Inspection(sluice)
    const limit = sluice.limit('slots')
    limit.reserve('key')
    const [lease] = leasesOf(inspection)
    inspection.setU32(lease! + LEASE_STATE, inspection.u32(lease! + LEASE_STATE) | LEASE_SETTLING)
    Atomics.store(clock, 0, 3_600_000)
    for (let index = 0; index < 100; index++) limit.reserve(`other-${index}`).release()
    expect(limit.peek('key').remaining).toBe(1_000)
  })
})

describe('slots in flight', () => {
  it('that a lane closes with are held until they are released by id', async () => {
    const slots = { algorithm: 'concurrency', limit: 2, lease: '60s' }
    const sluice = await openSluice({ limits: { slots } })
    const other = Sluice.attach(sluice.handle, { clock: () => 0 })
    const { id } = other.limit('slots').reserve('key', 2)
    other.close()
    expect(sluice.limit('slots').reserve('key').allowed).toBe(false)
    expect(sluice.settle(id, 0)).toBe(true)
    expect(sluice.limit('slots').reserve('key').allowed).toBe(true)
  })
})
