// What any interval admits at most, whatever is asked in it; and that clocks which go wrong admit no more.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LimitDefinition } from '../../src/config/types.ts'
import { KIND_NAMES, KINDS } from './model/arbitraries.ts'
import { type Admission, violationOf } from './model/bounds.ts'
import { ModelLimits } from './model/limits.ts'
import { nanoseconds } from './model/meters.ts'
import { openAt, WALL_MS } from './model/pair.ts'

const RATED = KIND_NAMES.filter(kind => kind !== 'concurrency' && kind !== 'quota')

/** Bursts of takes, pauses of about a window or a token: what an adversary would try. */
const attacks = fc.array(
  fc.record({
    wait: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat(16).map(eighths => eighths / 8) },
      { weight: 2, arbitrary: fc.nat(100) },
      { weight: 2, arbitrary: fc.constantFrom(1, 8, 9, 89, 90, 91, 999, 1_000, 1_001, 60_000) },
      { weight: 1, arbitrary: fc.nat(130_000) },
    ),
    cost: fc.oneof(fc.constant(1), fc.nat(12)),
    kind: fc.constantFrom('take' as const, 'take' as const, 'takeUpTo' as const, 'group' as const),
  }),
  { minLength: 1, maxLength: 80 },
)

/** In ns: limits keep to their bounds in the time as they count it, which is coarser than the clock. */
function quantumOf(definition: LimitDefinition): bigint {
  const model = new ModelLimits({ it: definition }, WALL_MS)
  // Windows that are told apart by whole ms start and end by any clock.
  const isFixed = definition.algorithm === 'fixed-window'
  return isFixed ? 1n : model.meterOf(model.part('it', 'key', 1)).quantum
}

describe('what any interval admits', () => {
  it.each(RATED)('is at most the worst case of the algorithm: %s', async kind => {
    const property = fc.asyncProperty(KINDS[kind], attacks, async (definition, attack) => {
      const { sluice, clock } = await openAt({ it: definition })
      const limit = sluice.limit('it')
      const group = sluice.limitGroup(['it', 'it'])
      const history: Admission[] = []
      for (const { wait, cost, kind } of attack) {
        clock.now += wait
        let tokens = 0
        if (kind === 'group') tokens = group.take('key', [1, cost]).allowed ? 1 + cost : 0
        else if (kind === 'take') tokens = limit.take('key', cost).granted
        else tokens = limit.takeUpTo('key', cost).granted
        if (tokens > 0) history.push({ at: nanoseconds(clock.now), tokens: BigInt(tokens) })
      }
      sluice.close()
      const quantum = quantumOf(definition)
      const counted = history.map(({ at, tokens }) => ({ at: at / quantum, tokens }))
      expect(violationOf(definition, counted, quantum)).toBeUndefined()
    })
    await fc.assert(property, { seed: 21, numRuns: 60 })
  })

  it.each(['aligned', 'firstHit'] as const)(
    'is at most the limit in each window: %s',
    async kind => {
      const property = fc.asyncProperty(KINDS[kind], attacks, async (definition, attack) => {
        const { sluice, clock } = await openAt({ it: definition })
        const limit = sluice.limit('it')
        const count = limit.take('other', 0).limit
        const windows = new Map<number, number>()
        let end = 0
        for (const { wait, cost } of attack) {
          clock.now += wait
          const result = limit.takeUpTo('key', cost)
          if (result.granted === 0) continue
          const period = Number(/\/(\d+)ms/.exec(definition.rate!)![1])
          // Which window it is: of the wall clock, or the one that the first hit after the last one's end began.
          if (kind === 'firstHit' && clock.now >= end) end = Math.ceil(clock.now) + period
          const window =
            kind === 'firstHit' ? end : Math.floor((WALL_MS + Math.floor(clock.now)) / period)
          windows.set(window, (windows.get(window) ?? 0) + result.granted)
        }
        sluice.close()
        expect(Math.max(0, ...windows.values())).toBeLessThanOrEqual(count)
      })
      await fc.assert(property, { seed: 22, numRuns: 60 })
    },
  )
})

describe('a clock that goes wrong', () => {
  const readings = fc.array(
    fc.record({
      now: fc.oneof(
        { weight: 4, arbitrary: fc.nat(3_000) },
        { weight: 2, arbitrary: fc.nat(24_000).map(eighths => eighths / 8) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            Number.NaN,
            Number.NEGATIVE_INFINITY,
            Number.POSITIVE_INFINITY,
            Number.MAX_VALUE,
            Number.MIN_VALUE,
            -1,
            -0,
            1e300,
            2 ** 53,
            2 ** 63,
            315_576_000_000,
            315_576_000_001,
          ),
        },
      ),
      cost: fc.oneof(fc.constant(1), fc.nat(8)),
      kind: fc.nat(5),
    }),
    { minLength: 1, maxLength: 60 },
  )
  it.each(KIND_NAMES)('throws nothing, and answers numbers: %s', async kind => {
    const property = fc.asyncProperty(KINDS[kind], readings, async (definition, sequence) => {
      const { sluice, clock } = await openAt({ it: definition })
      const limit = sluice.limit('it')
      const isSlots = kind === 'concurrency'
      for (const { now, cost, kind } of sequence) {
        clock.now = now
        if (isSlots || kind === 5) {
          const reservation = limit.reserve('key', cost)
          if (kind % 2 === 0) reservation.cancel()
          for (const answer of reservation.answers) expectNumbers(answer)
        } else if (kind === 4) expectNumbers(limit.give('key', cost))
        else if (kind === 3) expectNumbers(limit.takeUpTo('key', cost))
        else if (kind === 2) expectNumbers(limit.peek('key', cost))
        else expectNumbers(limit.take('key', cost))
      }
      sluice.close()
    })
    await fc.assert(property, { seed: 23, numRuns: 60 })
  })

  it.each(RATED)('that stands still or goes back admits one full bucket: %s', async kind => {
    const back = fc.array(
      fc.record({ step: fc.nat(2_000), cost: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    const property = fc.asyncProperty(KINDS[kind], back, async (definition, sequence) => {
      const { sluice, clock } = await openAt({ it: definition })
      clock.now = 130_000
      const limit = sluice.limit('it')
      let admitted = 0
      for (const { step, cost } of sequence) {
        clock.now -= step
        admitted += limit.takeUpTo('key', cost).granted
        expect(admitted).toBeLessThanOrEqual(limit.peek('key').limit)
      }
      sluice.close()
    })
    await fc.assert(property, { seed: 24, numRuns: 60 })
  })

  // By the highest time that it ever showed: that is what time has passed.
  it.each(RATED)(
    'that jumps forth and back admits what the time it ever showed does: %s',
    async kind => {
      const jumps = fc.array(
        fc.record({ now: fc.nat(4_000), cost: fc.integer({ min: 1, max: 5 }) }),
        { minLength: 1, maxLength: 60 },
      )
      const property = fc.asyncProperty(KINDS[kind], jumps, async (definition, sequence) => {
        const { sluice, clock } = await openAt({ it: definition })
        const limit = sluice.limit('it')
        const history: Admission[] = []
        let latest = 0
        for (const { now, cost } of sequence) {
          clock.now = now
          latest = Math.max(latest, now)
          const tokens = BigInt(limit.takeUpTo('key', cost).granted)
          if (tokens > 0n) history.push({ at: BigInt(latest), tokens })
        }
        sluice.close()
        expect(violationOf(definition, history, 1_000_000n)).toBeUndefined()
      })
      await fc.assert(property, { seed: 25, numRuns: 60 })
    },
  )

  it('counts an impossible time as the opening, and one behind the horizon as the horizon', async () => {
    const definition: LimitDefinition = { rate: '1/s', burst: 3 }
    const { sluice, clock } = await openAt({ it: definition })
    const limit = sluice.limit('it')
    for (const now of [Number.NaN, -5, Number.NEGATIVE_INFINITY]) {
      clock.now = now
      expect(limit.take('key').allowed).toBe(true)
    }
    clock.now = 999
    expect(limit.take('key').retryMs).toBe(1)
    for (const now of [Number.POSITIVE_INFINITY, 1e300, 315_576_000_000]) {
      clock.now = now
      expect(limit.take('key').allowed).toBe(true)
    }
    expect(limit.take('key')).toMatchObject({ allowed: false, retryMs: 1_000 })
    sluice.close()
  })
})

interface Numbers {
  remaining: number
  granted: number
  resetMs: number
  retryMs: number | null
}

function expectNumbers({ remaining, granted, resetMs, retryMs }: Numbers): void {
  const numbers = [remaining, granted, resetMs, retryMs ?? 0].filter(Number.isFinite)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(numbers.length).toBeGreaterThanOrEqual(3)
  expect(Number.isInteger(remaining)).toBe(true)
}
