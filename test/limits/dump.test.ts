// All counters as bytes, and back: after a restart every key is where it was, plus the time that has passed.
import { describe, expect, it } from 'vitest'
import { Sluice, type SluiceOptions } from '../../src/index.ts'
import { BUILDS, openWith } from '../engine/builds.ts'

const WALL = Date.UTC(2026, 4, 15, 12)
const SECOND = 1_000
const HOUR = 3_600_000

const LIMITS = {
  gcra: { rate: '10/min' },
  aligned: { algorithm: 'fixed-window', rate: '10/h' },
  first: { algorithm: 'fixed-window', rate: '10/h', window: 'first-hit' },
  sliding: { algorithm: 'sliding-window', rate: '10/h' },
  log: { algorithm: 'sliding-log', rate: '10/h' },
  quota: { algorithm: 'quota', limit: 10, period: 'month', timeZone: 'Europe/Berlin' },
  slots: { algorithm: 'concurrency', limit: 10, lease: '30s' },
}
const TAKEN = Object.keys(LIMITS).filter(name => name !== 'slots')

/** Two clocks that a test sets. */
function clocks() {
  const time = { now: 5_000, wall: WALL }
  return { time, clock: () => time.now, wallClock: () => time.wall }
}

async function open(options: SluiceOptions, limits: object = LIMITS) {
  return Sluice.open({ limits }, { shared: false, ...options })
}

/** What is left of each limit for a key. */
function left(sluice: Sluice, key = 'key'): number[] {
  return TAKEN.map(name => sluice.limit(name).peek(key).remaining)
}

describe.each(BUILDS)('a dump of the build $name', build => {
  it('brings every counter back', async () => {
    const { time, clock, wallClock } = clocks()
    const before = await openWith(build, { limits: LIMITS }, { clock, wallClock })
    for (const name of TAKEN) before.limit(name).take('key', 7)
    const held = before.limit('slots').reserve('key', 4)
    const reserved = before.limit('gcra').reserve('other', 5)
    before.limit('gcra').block('bad', 20 * SECOND)
    before.setOverride('gcra', 'vip', '100/min')
    before.limit('gcra').take('vip', 60)
    const once = before.limit('gcra').takeOnce('request', 'once', 3).toJSON()
    const bytes = before.dump()
    before.close()

    time.wall += 2 * SECOND
    time.now = 0
    const after = await openWith(build, { limits: LIMITS }, { clock, wallClock, restore: bytes })
    expect(left(after)).toEqual([3, 3, 3, 3, 3, 3])
    expect(after.limit('gcra').peek('key').resetMs).toBe(40 * SECOND)
    expect(after.limit('slots').peek('key').remaining).toBe(6)
    expect(after.settle(held.id)).toBe(true)
    expect(after.limit('slots').peek('key').remaining).toBe(10)
    expect(after.settle(reserved.id, 1)).toBe(true)
    expect(after.limit('gcra').peek('other').remaining).toBe(9)
    expect(after.limit('gcra').take('bad')).toMatchObject({ code: 'BLOCKED', retryMs: 18_000 })
    expect(after.limit('gcra').peek('vip')).toMatchObject({ limit: 100, remaining: 43 })
    expect(after.limit('gcra').takeOnce('request', 'once', 3).toJSON()).toEqual(once)
    expect(after.limitMetrics('gcra')).toMatchObject({ admitted: 4, refused: 1 })
    after.setOverride('gcra', 'vip', undefined)
    expect(after.limit('gcra').peek('vip').limit).toBe(10)
    after.close()
  })
})

describe('a dump', () => {
  const dumped = async (limits: object = LIMITS, options: SluiceOptions = {}) => {
    const { time, clock, wallClock } = clocks()
    const sluice = await open({ clock, wallClock, ...options }, limits)
    for (const name of Object.keys(limits)) {
      if (name !== 'slots') sluice.limit(name).take('key', 5)
    }
    return { time, clock, wallClock, sluice, bytes: sluice.dump() }
  }

  it('takes no time back from a wall clock that was set back', async () => {
    const { time, clock, wallClock, bytes } = await dumped({ gcra: LIMITS.gcra })
    time.wall -= HOUR
    const sluice = await open({ clock, wallClock, restore: bytes }, { gcra: LIMITS.gcra })
    expect(sluice.limit('gcra').peek('key').remaining).toBe(5)
    time.now += 6 * SECOND
    expect(sluice.limit('gcra').peek('key').remaining).toBe(6)
  })

  it('gives back slots whose holders’ time ran out meanwhile', async () => {
    const { time, clock, wallClock, sluice } = await dumped()
    sluice.limit('slots').reserve('key', 10)
    const bytes = sluice.dump()
    time.wall += 31 * SECOND
    const after = await open({ clock, wallClock, restore: bytes })
    expect(after.limit('slots').peek('key').remaining).toBe(10)
  })

  it('is carried over to a config with other numbers', async () => {
    const { clock, wallClock, bytes } = await dumped({ it: { rate: '10/min' }, gone: LIMITS.log })
    const limits = { it: { rate: '100/h', burst: 20 }, new: { rate: '1/s' } }
    const sluice = await open({ clock, wallClock, restore: bytes }, limits)
    expect(sluice.limit('it').peek('key')).toMatchObject({ limit: 20, remaining: 15 })
    expect(sluice.limit('new').take('key').allowed).toBe(true)
  })

  it('fits larger tables, and other places in them', async () => {
    const { clock, wallClock, sluice } = await dumped()
    for (let key = 0; key < 2_000; key++) {
      sluice.limit('gcra').take(`key-${key}`, 1 + (key % 9))
      if (key < 200) sluice.limit('log').take(`key-${key}`, 2)
      if (key < 50) sluice.limit('gcra').block(`blocked-${key}`, HOUR)
    }
    const sizes = {
      limitKeysMax: 500_000,
      logKeysMax: 9_000,
      exceptionsMax: 40_000,
      requestsMax: 30_000,
      leasesMax: 20_000,
      logTokensMax: 80,
      limitsMax: 300,
    }
    const after = await open({ clock, wallClock, restore: sluice.dump(), ...sizes })
    for (let key = 0; key < 2_000; key++) {
      expect(after.limit('gcra').peek(`key-${key}`).remaining).toBe(9 - (key % 9))
      if (key < 200) expect(after.limit('log').peek(`key-${key}`).remaining).toBe(8)
      if (key < 50) expect(after.limit('gcra').peek(`blocked-${key}`).code).toBe('BLOCKED')
    }
    expect(left(after)).toEqual([5, 5, 5, 5, 5, 5])
  })

  it('can be dumped and restored again and again', async () => {
    const { time, clock, wallClock, sluice } = await dumped()
    let bytes = sluice.dump()
    for (let round = 0; round < 5; round++) {
      time.wall += SECOND
      const next = await open({ clock, wallClock, restore: bytes })
      expect(left(next).slice(1)).toEqual([5, 5, 5, 5, 5])
      bytes = next.dump()
      next.close()
    }
  })

  it('is of the thread that opened, and of an engine that is open', async () => {
    const sluice = await Sluice.open({ limits: LIMITS })
    const other = Sluice.attach(sluice.handle)
    expect(() => other.dump()).toThrow(expect.objectContaining({ code: 'HANDLE_INVALID' }))
    other.close()
    sluice.close()
    expect(() => sluice.dump()).toThrow(expect.objectContaining({ code: 'CLOSED' }))
  })
})

describe('bytes that are no dump of this engine', () => {
  const make = async (options: SluiceOptions = {}) => {
    const limits = { ...LIMITS, log: { algorithm: 'sliding-log', rate: '40/h' } }
    const sluice = await open(options, limits)
    for (let key = 0; key < 20; key++) sluice.limit('log').take(`key-${key}`, 39)
    for (let key = 0; key < 70; key++) sluice.limit('slots').reserve(`key-${key}`)
    return sluice.dump()
  }

  it('are told, wherever they are damaged or cut off', async () => {
    const bytes = await make()
    const damaged = [0, 8, 12, 20, bytes.length >> 1, bytes.length - 33, bytes.length - 1].map(
      at => {
        const copy = Uint8Array.from(bytes)
        copy[at]! ^= 1
        return copy
      },
    )
    const cut = [0, 1, 15, 47, 1_000, bytes.length - 1].map(length => bytes.slice(0, length))
    for (const wrong of [...damaged, ...cut]) {
      await expect(open({ restore: wrong })).rejects.toMatchObject({ code: 'DUMP_INVALID' })
    }
    const limits = { log: { algorithm: 'sliding-log', rate: '40/h' } }
    const unaligned = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3)
    const right = await open({ restore: unaligned }, limits)
    expect(right.limit('log').peek('key-3').remaining).toBe(1)
  })

  it('are told where the engine has no room for them', async () => {
    const bytes = await make({ leasesMax: 100 })
    for (const size of [{ logTokensMax: 4 }, { leasesMax: 64 }, { limitsMax: 8 }]) {
      const limits = { gcra: LIMITS.gcra }
      await expect(open({ restore: bytes, ...size }, limits)).rejects.toMatchObject({
        code: 'DUMP_INVALID',
      })
    }
    for (const restore of ['text', 5, null, {}]) {
      await expect(open({ restore: restore as never })).rejects.toMatchObject({
        code: 'OPTION_INVALID',
      })
    }
  })
})

describe('the coarse clock', () => {
  const limits = { it: { rate: '1000/s', burst: 5 } }

  it('goes on, runs behind and not ahead, and is the same on attached threads', async () => {
    const sluice = await Sluice.open({ limits }, { clock: 'coarse' })
    const other = Sluice.attach(sluice.handle)
    const start = performance.now()
    let taken = 0
    while (performance.now() - start < 200) {
      if (sluice.limit('it').take('key').allowed) taken++
      if (other.limit('it').take('key').allowed) taken++
    }
    const most = 5 + (performance.now() - start + 1)
    expect(taken).toBeLessThanOrEqual(most)
    expect(taken, 'and time passes').toBeGreaterThan(5)
    other.close()
    sluice.close()
  })

  it('is refused as anything but a word or a function', async () => {
    for (const clock of ['fine', 5, null]) {
      await expect(Sluice.open({ limits }, { clock: clock as never })).rejects.toMatchObject({
        code: 'OPTION_INVALID',
      })
    }
  })
})
