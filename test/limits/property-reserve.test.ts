// A reservation that is settled is as if its final cost had been taken in its place, in all that is answered later.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LimitDefinition } from '../../src/config/types.ts'
import type { Limit } from '../../src/index.ts'
import { KIND_NAMES, KINDS, type Kind } from './model/arbitraries.ts'
import { openAt } from './model/pair.ts'

/** Windows from the first hit and buckets differ, and by what: see below. */
const EXACT = KIND_NAMES.filter(kind => !['concurrency', 'gcra', 'strictGcra'].includes(kind))

const waits = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(40).map(eighths => eighths / 8) },
  { weight: 2, arbitrary: fc.nat(1_500) },
  { weight: 1, arbitrary: fc.nat(59_000) },
)
/** Takes before the reservation, between it and its end, and after that. */
const takes = fc.array(fc.record({ wait: waits, cost: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 8,
})
const stories = fc.record({
  before: takes,
  between: takes,
  after: takes,
  pause: waits,
  reserved: fc.integer({ min: 1, max: 6 }),
  actual: fc.nat(6),
  ending: fc.constantFrom('commit' as const, 'settle' as const, 'expiry' as const),
})
type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never

async function openTwo(definition: LimitDefinition) {
  const reserving = await openAt({ it: definition })
  const plain = await openAt({ it: definition })
  const advance = (ms: number) => {
    reserving.clock.now += ms
    plain.clock.now += ms
  }
  const close = () => {
    reserving.sluice.close()
    plain.sluice.close()
  }
  return { reserving, plain, advance, close, limits: [reserving, plain].map(limitOf) }
}

const limitOf = ({ sluice }: Awaited<ReturnType<typeof openAt>>) => sluice.limit('it')

/** What is answered to a take, but for what it says of the reservation's tokens while those are held. */
function answersOf(limits: readonly Limit[], cost: number): unknown[] {
  return limits.map(limit => limit.take('key', cost).toJSON())
}

describe('a reservation', () => {
  it.each(EXACT)('committed with less is a take of that: %s', async kind => {
    let settled = 0
    const property = fc.asyncProperty(KINDS[kind], stories, async (definition, story) => {
      if (await tell(kind, definition, story)) settled++
    })
    await fc.assert(property, { seed: 51, numRuns: 100 })
    expect(settled, 'stories with a reservation').toBeGreaterThan(30)
  })

  it.each(['gcra', 'strictGcra'] as const)(
    'is that of a bucket too, while nothing else is taken: %s',
    async kind => {
      const property = fc.asyncProperty(KINDS[kind], stories, async (definition, story) => {
        await tell(kind, definition, { ...story, between: [] })
      })
      await fc.assert(property, { seed: 52, numRuns: 100 })
    },
  )
})

/** Lives through a story both ways. Whether there was a reservation that ended with a cost known to both. */
async function tell(kind: Kind, definition: LimitDefinition, story: Story): Promise<boolean> {
  const { ending, reserved, before, between, after, pause } = story
  const actual = ending === 'expiry' ? reserved : Math.min(story.actual, reserved)
  // What was begun stays begun: see property-defects.test.ts.
  if (kind === 'firstHit' && actual === 0) return false
  const limit =
    ending === 'expiry'
      ? { ...definition, reservation: { ttl: '7ms', expiry: 'charge' as const } }
      : { ...definition, reservation: { ttl: '9000m' } }
  const { reserving, plain, advance, close, limits } = await openTwo(limit)
  const end = () => close()
  for (const { wait, cost } of before) {
    advance(wait)
    const [first, second] = answersOf(limits, cost)
    expect(first).toEqual(second)
  }
  advance(pause)
  const reservation = reserving.sluice.limit('it').reserve('key', reserved)
  if (!reservation.allowed) {
    end()
    return false
  }
  expect(plain.sluice.limit('it').take('key', actual).allowed).toBe(true)
  for (const { wait, cost } of between) {
    advance(wait)
    // While it is held, less is there: what does not fit beside it, nobody takes.
    const isThere = reserving.sluice.limit('it').peek('key', cost).allowed
    if (isThere) expect(answersOf(limits, cost)).toMatchObject([ALLOWED, ALLOWED])
  }
  if (ending === 'commit') expect(reservation.commit(actual)).toBe(true)
  else if (ending === 'settle') expect(reserving.sluice.settle(reservation.id, actual)).toBe(true)
  else advance(7)
  for (const { wait, cost } of [{ wait: 0, cost: 0 }, ...after]) {
    advance(wait)
    const [first, second] = answersOf(limits, cost)
    expect(first).toEqual(second)
  }
  end()
  return true
}

const ALLOWED = { allowed: true }

describe('a reservation of slots', () => {
  it('released is as if it had never been', async () => {
    const slots = { algorithm: 'concurrency', limit: 5, lease: '60s' } as const
    const steps = fc.array(fc.record({ wait: fc.nat(9_000), cost: fc.nat(5), end: fc.nat(9) }), {
      maxLength: 40,
    })
    const property = fc.asyncProperty(steps, async sequence => {
      const { sluice, clock } = await openAt({ it: slots })
      const limit = sluice.limit('it')
      let held: { cost: number; until: number; release(): boolean }[] = []
      for (const { wait, cost, end } of sequence) {
        clock.now += wait
        held = held.filter(({ until }) => until > clock.now)
        const inFlight = () => held.reduce((sum, { cost }) => sum + cost, 0)
        expect(limit.peek('key').remaining).toBe(5 - inFlight())
        const reservation = limit.reserve('key', cost)
        expect(reservation.allowed).toBe(cost <= 5 - inFlight())
        if (reservation.allowed) {
          held.push({ cost, until: clock.now + 60_000, release: () => reservation.release() })
        }
        const [ended] = end < held.length ? held.splice(end, 1) : []
        expect(ended?.release() ?? true).toBe(true)
        expect(ended?.release() ?? false, 'a second time').toBe(false)
      }
      sluice.close()
    })
    await fc.assert(property, { seed: 53, numRuns: 100 })
  })
})
