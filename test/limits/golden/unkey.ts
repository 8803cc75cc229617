// Sliding windows of two counters: unkey (Go, AGPL-3: facts only), internal/services/ratelimit/ratelimit_test.go and
// local_test.go; and @upstash/ratelimit (TypeScript, MIT), src/negative-rate.test.ts, src/dynamic-limits.test.ts and its
// pull requests 156 and 161.
//
// Both round the faded count of the window before down to a whole number before they decide:
//
//   unkey     current + floor(previous × (1 − elapsed / window)) + cost <= limit
//   upstash   the same floor; then refused if previous + current >= limit, whatever the cost, and else counted
//
// So up to one token more passes than with fractions, and `remaining` is up to one higher. Each row has both answers.
// Both do it in doubles, which can cost another token (the last row).
// A refusal of theirs says that 0 are left; `exact` says what is left.
import type {
  Code,
  LimitDefinition,
  Origin,
  Scenario,
  SlidingRow,
  TogetherScenario,
} from './types.ts'
import { change, give, left, limited, never, ok, peek, take } from './types.ts'

const MINUTE = 60_000
const ROUNDED_DOWN = 'the faded count is rounded down'
const SAYS_NOTHING_IS_LEFT = 'a refusal says that nothing is left'

// name, why, origin | previous, current, elapsed ms, cost | decision, remaining as published | exact: code, remaining,
// retry ms. The limit is 10, the window a minute.
export const unkeyRows: readonly SlidingRow[] = [
  row('empty', 'a key never seen', 'published', [0, 0, 0, 1], [true, 9], ['ALLOWED', 9, 0]),
  row('just below', 'the last one fits', 'published', [0, 9, 0, 1], [true, 0], ['ALLOWED', 0, 0]),
  row(
    'at the limit',
    'nothing more, for nothing',
    'published',
    [0, 10, 0, 0],
    [true, 0],
    ['ALLOWED', 0, 0],
  ),
  row('one over', 'full is full', 'published', [0, 10, 0, 1], [false, 0], ['LIMITED', 0, 66_000]),
  row(
    'half way',
    'half of the window before counts',
    'published',
    [10, 5, 30_000, 1],
    [false, 0],
    ['LIMITED', 0, 6000],
  ),
  row(
    'nearly through',
    'a hundredth of the window before counts: a tenth of a token, which leaves 3.9',
    'published',
    [10, 5, 59_400, 1],
    [true, 4],
    ['ALLOWED', 3, 0],
    ROUNDED_DOWN,
  ),
  row(
    'cost 0',
    'allowed at the limit, too',
    'published',
    [0, 10, 0, 0],
    [true, 0],
    ['ALLOWED', 0, 0],
  ),
  row(
    'far too much',
    'more than the limit never fits',
    'published',
    [0, 0, 0, 100],
    [false, 0],
    ['COST_EXCEEDS_LIMIT', 10, null],
    SAYS_NOTHING_IS_LEFT,
  ),
  row(
    'one ms in',
    'the window before has faded by a 6000th of a token, and that is not one',
    'derived',
    [10, 0, 1, 1],
    [true, 0],
    ['LIMITED', 0, 5999],
    ROUNDED_DOWN,
  ),
  row(
    'at its start',
    'nothing has faded',
    'derived',
    [10, 0, 0, 1],
    [false, 0],
    ['LIMITED', 0, 6000],
  ),
  row(
    'a tenth in',
    'one has faded, to the ms',
    'derived',
    [10, 0, 6000, 1],
    [true, 0],
    ['ALLOWED', 0, 0],
  ),
  row(
    'one ms before that',
    'a 6000th of a token short',
    'derived',
    [10, 0, 5999, 1],
    [true, 0],
    ['LIMITED', 0, 1],
    ROUNDED_DOWN,
  ),
  row(
    'its last ms',
    'what is left of 10 is a 6000th',
    'derived',
    [10, 0, 59_999, 10],
    [true, 0],
    ['LIMITED', 9, 1],
    ROUNDED_DOWN,
  ),
  row(
    'a third',
    '10 less a third of 3',
    'derived',
    [3, 0, 40_000, 9],
    [true, 0],
    ['ALLOWED', 0, 0],
  ),
  row(
    'two thirds and a bit',
    '3 fade to 2 and a 20000th',
    'derived',
    [3, 0, 19_999, 8],
    [true, 0],
    ['LIMITED', 7, 1],
    ROUNDED_DOWN,
  ),
  {
    ...row(
      'in doubles',
      'a tenth of 10 is 1',
      'derived',
      [10, 0, 54_000, 10],
      [true, 0],
      ['LIMITED', 9, 6000],
    ),
    corrects: '10 × (1 − 54/60) is 0.9999999999999998 in doubles, which both round down to 0',
  },
]

function row(
  name: string,
  why: string,
  origin: Origin,
  [previous, current, elapsedMs, cost]: [number, number, number, number],
  [allowed, remaining]: [boolean, number],
  [code, exactRemaining, retryMs]: [Code, number, number | null],
  differs?: string,
): SlidingRow {
  const exact = { code, remaining: exactRemaining, retryMs }
  const numbers = { limit: 10, windowMs: MINUTE, previous, current, elapsedMs, cost }
  const told = differs === undefined ? { name, why, origin } : { name, why, origin, differs }
  return { ...told, ...numbers, allowed, remaining, exact }
}

export const unkey: readonly Scenario[] = [
  {
    name: 'TestNewLocal_EnforcesSlidingWindow: 4 per min',
    why: 'a refusal takes nothing; the window before counts in full, by half, and not at all',
    origin: 'adapted',
    differs: `${SAYS_NOTHING_IS_LEFT}: 0 after cost 2`,
    limit: { algorithm: 'sliding-window', rate: '4/min' },
    steps: [
      take(0, 3, ok(1)),
      take(0, 2, limited(1)),
      take(0, 1, ok(0)),
      take(MINUTE, 1, limited(0)),
      take(1.5 * MINUTE, 1, ok(1)),
      take(3 * MINUTE, 4, ok(0)),
    ],
  },
]

export const unkeyTogether: readonly TogetherScenario[] = [
  {
    name: 'TestRatelimitMany_RollsBackOnPartialFailure',
    why: 'the limit that has room is not charged when another has none',
    origin: 'published',
    limits: {
      A: { algorithm: 'sliding-window', rate: '10/min' },
      B: { algorithm: 'sliding-window', rate: '10/min' },
    },
    steps: [
      { at: 0, take: { B: 9 }, expect: { allowed: true, remaining: { A: 10, B: 1 } } },
      { at: 0, take: { A: 1, B: 5 }, expect: { allowed: false, remaining: { A: 10, B: 1 } } },
    ],
  },
  {
    name: 'TestNewLocal_BatchRollbackAndInstanceIsolation',
    why: 'both, then neither, then a look at both',
    origin: 'published',
    limits: {
      orders: { algorithm: 'sliding-window', rate: '7/min' },
      emails: { algorithm: 'sliding-window', rate: '5/min' },
    },
    steps: [
      {
        at: 0,
        take: { orders: 3, emails: 4 },
        expect: { allowed: true, remaining: { orders: 4, emails: 1 } },
      },
      {
        at: 0,
        take: { orders: 2, emails: 2 },
        expect: { allowed: false, remaining: { orders: 4, emails: 1 } },
      },
      {
        at: 0,
        take: { orders: 0, emails: 0 },
        expect: { allowed: true, remaining: { orders: 4, emails: 1 } },
      },
    ],
  },
  {
    name: 'TestRatelimitMany_LongWindowLowTraffic on one node',
    why: 'a day and an hour: the day refuses, the hour keeps its 12',
    origin: 'published',
    limits: {
      day: { algorithm: 'sliding-window', rate: '10/day' },
      hour: { algorithm: 'sliding-window', rate: '20/h' },
    },
    steps: [
      {
        at: 0,
        take: { day: 0, hour: 0 },
        expect: { allowed: true, remaining: { day: 10, hour: 20 } },
      },
      {
        at: 0,
        take: { day: 8, hour: 8 },
        expect: { allowed: true, remaining: { day: 2, hour: 12 } },
      },
      {
        at: 600_000,
        take: { day: 0, hour: 0 },
        expect: { allowed: true, remaining: { day: 2, hour: 12 } },
      },
      {
        at: 600_000,
        take: { day: 3, hour: 3 },
        expect: { allowed: false, remaining: { day: 2, hour: 12 } },
      },
    ],
  },
]

// Upstash: the same tests over three algorithms. Its token bucket fills by intervals; as long as no time passes, that
// is a bucket of ours.
const ALGORITHMS: readonly LimitDefinition[] = [
  { algorithm: 'fixed-window', rate: '10/2d', window: 'aligned' },
  { algorithm: 'sliding-window', rate: '10/2d' },
  { algorithm: 'gcra', rate: '10/2d', burst: 10 },
]

const GIVES_TOO_MUCH = 'negative rates go beyond the limit there'

const UPSTASH: readonly Omit<Scenario, 'limit'>[] = [
  {
    name: 'negative rate on a key never seen',
    why: 'nothing was taken: nothing can be given back',
    origin: 'adapted',
    corrects: `${GIVES_TOO_MUCH}: 13 of 10`,
    steps: [give(0, 3, left(10)), peek(0, 0, ok(10))],
  },
  {
    name: 'positive, then negative',
    why: '4 less 2',
    origin: 'published',
    steps: [take(0, 4, ok(6)), give(0, 2, left(8)), peek(0, 0, ok(8))],
  },
  {
    name: 'refund at the limit',
    why: 'what is given back can be taken again',
    origin: 'published',
    steps: [take(0, 10, ok(0)), peek(0, 0, ok(0)), give(0, 3, left(3)), take(0, 3, ok(0))],
  },
  {
    name: 'refund over the limit',
    why: 'the refused 3 were never taken',
    origin: 'adapted',
    corrects: 'refused requests are counted there: 2 are left, and not 5',
    steps: [take(0, 10, ok(0)), take(0, 3, limited(0)), give(0, 5, left(5))],
  },
  {
    name: 'rate 0',
    why: 'takes nothing and is allowed',
    origin: 'published',
    steps: [peek(0, 0, ok(10)), take(0, 0, ok(10)), peek(0, 0, ok(10))],
  },
  {
    name: 'over-refund',
    why: 'giving back stops at the limit',
    origin: 'adapted',
    corrects: `${GIVES_TOO_MUCH}: 12 of 10`,
    steps: [take(0, 3, ok(7)), give(0, 5, left(10)), peek(0, 0, ok(10))],
  },
  {
    name: 'very large refund',
    why: 'giving back stops at the limit, from any number',
    origin: 'adapted',
    corrects: `${GIVES_TOO_MUCH}: 1008 of 10`,
    steps: [take(0, 2, ok(8)), give(0, 1000, left(10)), give(0, 2_147_483_647, left(10))],
  },
  {
    name: 'several refunds',
    why: '8 less 2 less 3, and 5 more',
    origin: 'published',
    steps: [take(0, 8, ok(2)), give(0, 2, left(4)), give(0, 3, left(7)), take(0, 5, ok(2))],
  },
  {
    name: 'more than the limit, then one',
    why: 'what can never fit leaves no mark',
    origin: 'adapted',
    corrects:
      'the 11 are counted, or the key is blocked until the window ends, and the one is refused',
    steps: [take(0, 11, never(10)), take(0, 1, ok(9)), give(0, 5, left(10)), take(0, 2, ok(8))],
  },
  {
    name: 'pull request 161: use 8, ask for 5, ask for 1',
    why: 'a refusal consumes nothing, and says what is really left',
    origin: 'published',
    corrects: 'windows, as of 2.2.0, count the refused 5, and refuse the 1 too',
    steps: [take(0, 8, ok(2)), take(0, 5, limited(2)), take(0, 1, ok(1))],
  },
  {
    name: 'pull request 156: a million at once',
    why: 'no debt that takes months to pay off',
    origin: 'adapted',
    corrects: 'a million were subtracted from the tokens: locked out for 115 days',
    steps: [take(0, 8, ok(2)), take(0, 1_000_000, never(2)), take(0, 2, ok(0))],
  },
]

function growing(count: number): LimitDefinition {
  return { algorithm: 'fixed-window', rate: `${count}/1000s`, window: 'aligned', change: 'used' }
}

export const upstash: readonly Scenario[] = [
  ...ALGORITHMS.flatMap(limit =>
    UPSTASH.map(
      (scenario): Scenario => ({
        ...scenario,
        name: `${scenario.name}: ${limit.algorithm}`,
        limit,
      }),
    ),
  ),
  {
    name: 'dynamic limit: 3 of a window of 5',
    why: 'the smaller limit is in force from the first request on',
    origin: 'published',
    limit: growing(5),
    steps: [
      change(0, growing(3), left(3)),
      take(0, 1, ok(2)),
      take(0, 1, ok(1)),
      take(0, 1, ok(0)),
      take(0, 1, limited(0)),
    ],
  },
  {
    name: 'dynamic limit: 2, then 5',
    why: 'used up, and then there is room again',
    origin: 'adapted',
    differs: 'the original says only that the fourth is allowed',
    limit: growing(10),
    steps: [
      change(0, growing(2), left(2)),
      take(0, 1, ok(1)),
      take(0, 1, ok(0)),
      take(0, 1, limited(0)),
      change(0, growing(5), left(3)),
      take(0, 1, ok(2)),
    ],
  },
  {
    name: 'dynamic limit: what is left',
    why: 'counted from the limit in force',
    origin: 'published',
    limit: growing(10),
    steps: [change(0, growing(3), left(3)), take(0, 1, ok(2)), peek(0, 0, ok(2))],
  },
]

// Left out:
// - unkey's strict mode, origin fetches, replays, replicas and janitor: more than one node
// - TestRatelimitMany_DoesNotMutateRequests: of its request objects
// - upstash's ratelimit.test.ts: random load with a tolerance of half the limit
// - its cache, deny lists, time-outs, analytics and several regions: around the limiter, not in it
// - its token bucket over time: it fills by whole intervals, ours continuously
