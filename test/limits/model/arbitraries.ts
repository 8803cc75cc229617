// Random limits and random sequences of what can be done to them.
import fc from 'fast-check'
import type { LimitDefinition } from '../../../src/config/types.ts'

/** Counts and periods whose quotient is no round number are among them. */
const counts = fc.constantFrom(1, 2, 3, 7, 10, 60)
const periods = fc.constantFrom(1, 9, 90, 1_000, 60_000)
const rates = fc.tuple(counts, periods).map(([count, period]) => `${count}/${period}ms`)
const expiry = fc.constantFrom('charge' as const, 'refund' as const)
const reservation = fc.record({ ttl: fc.constantFrom('20ms', '2000ms', '60000ms'), expiry })

type Definitions = fc.Arbitrary<LimitDefinition>

const gcra: Definitions = fc.record({
  algorithm: fc.constant('gcra'),
  rate: fc
    .tuple(fc.constantFrom(1, 2, 3, 7, 99, 1_000, 30_011), periods)
    .map(([count, period]) => `${count}/${period}ms`),
  burst: fc.integer({ min: 1, max: 12 }),
  reservation,
})
const strictGcra: Definitions = fc
  .record({
    count: fc.constantFrom(1, 2, 3, 7, 60),
    period: periods,
    burst: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ count, period, burst }) => {
    const rate = `${count}/${period}ms`
    return { algorithm: 'gcra', strict: true, rate, burst: Math.min(burst, count) }
  })
const fixed = (window: 'aligned' | 'first-hit'): Definitions =>
  fc.record({
    algorithm: fc.constant('fixed-window'),
    rate: rates,
    window: fc.constant(window),
    reservation,
  })
const sliding = (strict: boolean): Definitions =>
  fc.record({
    algorithm: fc.constant('sliding-window'),
    rate: rates,
    strict: fc.constant(strict),
    reservation,
  })
const log: Definitions = fc.record({
  algorithm: fc.constant('sliding-log'),
  rate: rates,
  reservation,
})
const concurrency: Definitions = fc.record({
  algorithm: fc.constant('concurrency'),
  limit: fc.integer({ min: 1, max: 8 }),
  lease: fc.constantFrom('20ms', '2000ms', '60000ms'),
})
const quota: Definitions = fc.record(
  {
    algorithm: fc.constant('quota'),
    limit: fc.integer({ min: 1, max: 12 }),
    period: fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'year'),
    timeZone: fc.constantFrom('UTC', 'Asia/Kolkata', 'Europe/Berlin'),
    anchor: fc.constantFrom('2024-01-31', '2024-02-29T12:34'),
    reservation,
  },
  { requiredKeys: ['algorithm', 'limit', 'period'] },
)

/** Of each algorithm, by a name. */
export const KINDS = {
  gcra,
  strictGcra,
  aligned: fixed('aligned'),
  firstHit: fixed('first-hit'),
  sliding: sliding(false),
  strictSliding: sliding(true),
  log,
  concurrency,
  quota,
} as const satisfies Record<string, Definitions>
export type Kind = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as Kind[]

/**
 * How far the clock goes on: not at all, by eighths of a ms (which binary fractions hold exactly, and so does every
 * quantum), by the lengths of windows, by hours.
 */
export const waits = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(80).map(eighths => eighths / 8) },
  { weight: 3, arbitrary: fc.nat(1_200) },
  { weight: 2, arbitrary: fc.nat(70_000) },
  { weight: 1, arbitrary: fc.nat(30).map(count => count * 7_200_000.5) },
)
export const costs = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 2, arbitrary: fc.nat(14) },
)
export const keys = fc.constantFrom('a', 'b')

/** A part of a group: which limit, which key, how much. */
export interface PartChoice {
  limit: number
  key: string
  cost: number
}

const part: fc.Arbitrary<PartChoice> = fc.record({ limit: fc.nat(3), key: keys, cost: costs })
const which = fc.nat(30)

export type Operation = { wait: number } & (
  | ({ kind: 'take' | 'peek' | 'takeUpTo' | 'give' | 'reset' } & PartChoice)
  | { kind: 'groupTake' | 'groupPeek' | 'reserve'; parts: PartChoice[] }
  | { kind: 'cancel' | 'commit' | 'renew'; which: number }
  | { kind: 'commitActual'; which: number; actual: number }
)

const groups = fc.array(part, { minLength: 1, maxLength: 5 })
const steps = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('take'), part }).map(flat) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('peek'), part }).map(flat) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('takeUpTo'), part }).map(flat) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('give'), part }).map(flat) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset'), part }).map(flat) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('groupTake'), parts: groups }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('groupPeek'), parts: groups }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reserve'), parts: groups }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel'), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('commit'), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('renew'), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('commitActual'), which, actual: fc.nat(12) }),
  },
)

function flat({ kind, part }: { kind: string; part: PartChoice }) {
  return { kind, ...part }
}

export const operations = fc.array(
  fc.tuple(waits, steps).map(([wait, step]) => ({ wait, ...step }) as Operation),
  { minLength: 1, maxLength: 50 },
)
