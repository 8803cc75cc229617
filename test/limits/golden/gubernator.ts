// gubernator (Go, Apache-2.0): functional_test.go, store_test.go and interval_test.go.
//
// TOKEN_BUCKET is a fixed window from the first hit, LEAKY_BUCKET a bucket that fills. 0 hits are a look, negative
// ones are given back, DRAIN_OVER_LIMIT takes what is left, RESET_REMAINING fills. UNDER_LIMIT is allowed.
//
// Its reset time of a leaky bucket counts whole tokens that are missing; here it is the exact time until full. So the
// rows of leaky buckets are 'adapted', with their remaining and status as published.
import type { CalendarRow, FixedWindow, Gcra, Scenario, Step } from './types.ts'
import {
  change,
  give,
  granted,
  left,
  limited,
  never,
  ok,
  on,
  peek,
  reset,
  take,
  takeUpTo,
} from './types.ts'

const WHOLE_TOKENS = 'reset times in the original count 3 s for each whole token that is missing'
const GIVES_TOO_MUCH = 'negative hits go beyond the limit there'

/** 2000 per second, half of it and then what is left in parts: the same of both algorithms. */
const MORE_THAN_AVAILABLE: readonly Step[] = [
  take(0, 1000, ok(1000)),
  take(0, 1500, limited(1000)),
  take(0, 500, ok(500)),
  take(0, 400, ok(100)),
  take(0, 100, ok(0)),
  take(0, 1, limited(0)),
]

/** 10, of which too much is asked. */
const DRAIN: readonly Step[] = [
  peek(0, 0, ok(10)),
  takeUpTo(0, 1, granted(1, 9)),
  takeUpTo(0, 100, granted(9, 0)),
  peek(0, 0, ok(0)),
]

function windowOf(count: number): FixedWindow {
  return { algorithm: 'fixed-window', rate: `${count}/9s`, window: 'first-hit', change: 'used' }
}

function bucketOf(count: number): Gcra {
  return { algorithm: 'gcra', rate: `${count}/9s`, burst: count, change: 'as-is' }
}

export const gubernator: readonly Scenario[] = [
  {
    name: 'TestOverTheLimit: 2 per 9 s',
    why: 'one, two, and no third',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '2/9s', window: 'first-hit' },
    steps: [take(0, 1, ok(1, 9000)), take(0, 1, ok(0, 9000)), take(0, 1, limited(0, 9000, 9000))],
  },
  {
    name: 'TestMultipleAsync: 10 per 9 s, 5 at once',
    why: 'cost above 1; another key has its own window',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '10/9s', window: 'first-hit' },
    steps: [on('account:9234', take(0, 1, ok(9))), on('account:5678', take(0, 5, ok(5)))],
  },
  {
    name: 'TestTokenBucket: 2 per 5 ms',
    why: 'a new window 100 ms later, from that hit on',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '2/5ms', window: 'first-hit' },
    steps: [
      take(0, 1, ok(1, 5)),
      take(0, 1, ok(0, 5)),
      take(100, 1, ok(1, 5)),
      // Derived: the window is [100, 105).
      take(104, 1, ok(0, 1)),
      take(104, 1, limited(0, 1, 1)),
      take(105, 1, ok(1, 5)),
    ],
  },
  {
    name: 'TestTokenBucketGregorian: 60 per minute of the clock',
    why: 'windows in step with the clock: the next starts in 30 s, not in 60',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '60/min', window: 'aligned' },
    startsAt: '2019-11-11T00:00:30.000Z',
    steps: [
      take(0, 1, ok(59, 30_000)),
      take(0, 1, ok(58, 30_000)),
      take(0, 58, ok(0, 30_000)),
      take(0, 1, limited(0, 30_000, 30_000)),
      // Derived: the edge.
      take(29_999, 1, limited(0, 1, 1)),
      peek(30_000, 0, ok(60)),
      peek(61_000, 0, ok(60)),
    ],
  },
  {
    name: 'TestTokenBucketNegativeHits: limit 2',
    why: 'what is given back is at most what was taken',
    origin: 'adapted',
    corrects: `${GIVES_TOO_MUCH}: 3, then 4 of 2, and 4 at once are allowed`,
    limit: { algorithm: 'fixed-window', rate: '2/5ms', window: 'first-hit' },
    steps: [
      give(0, 1, left(2)),
      give(0, 1, left(2)),
      take(0, 4, never(2)),
      take(0, 2, ok(0, 5)),
      give(0, 1, left(1)),
      take(0, 1, ok(0, 5)),
    ],
  },
  {
    name: 'TestGlobalNegativeHits: limit 2 per 100 min',
    why: 'the same over a long window, on one node',
    origin: 'adapted',
    corrects: GIVES_TOO_MUCH,
    limit: { algorithm: 'fixed-window', rate: '2/100min', window: 'first-hit' },
    steps: [
      give(0, 1, left(2)),
      give(0, 1, left(2)),
      take(0, 4, never(2)),
      take(0, 2, ok(0, 6_000_000)),
      peek(0, 0, ok(0)),
    ],
  },
  {
    name: 'what was given back can be taken again in the same window: 3 per 10 s',
    why: 'giving back does not start a window, nor end one',
    origin: 'derived',
    limit: { algorithm: 'fixed-window', rate: '3/10s', window: 'first-hit' },
    steps: [
      take(0, 3, ok(0, 10_000)),
      give(4000, 3, left(3)),
      take(4000, 2, ok(1, 6000)),
      give(10_000, 2, left(3)),
      take(10_000, 1, ok(2, 10_000)),
    ],
  },
  {
    name: 'TestDrainOverLimit: window of 10 per 30 s',
    why: 'all that is left for one that asks for more',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '10/30s', window: 'first-hit' },
    steps: DRAIN,
  },
  {
    name: 'TestDrainOverLimit: bucket of 10 per 30 s',
    why: 'the same of a bucket',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/30s', burst: 10 },
    steps: DRAIN,
  },
  {
    name: 'TestTokenBucketRequestMoreThanAvailable: 2000 per s',
    why: 'a refusal leaves what there is for smaller ones',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '2000/s', window: 'first-hit' },
    steps: MORE_THAN_AVAILABLE,
  },
  {
    name: 'TestLeakyBucketRequestMoreThanAvailable: 2000 per s',
    why: 'the same of a bucket',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2000/s', burst: 2000 },
    steps: MORE_THAN_AVAILABLE,
  },
  {
    name: 'a first request above the limit',
    why: 'it takes nothing',
    origin: 'derived',
    corrects:
      'a first request above the burst empties a leaky bucket there; of a window it takes nothing',
    limit: { algorithm: 'gcra', rate: '10/30s', burst: 10 },
    steps: [take(0, 11, never(10, 0)), take(0, 10, ok(0, 30_000))],
  },

  {
    name: 'TestLeakyBucket: 10 per 30 s',
    why: 'a token each 3 s: at once, in part, to the brim',
    origin: 'adapted',
    differs: WHOLE_TOKENS,
    limit: { algorithm: 'gcra', rate: '10/30s', burst: 10 },
    steps: [
      take(0, 1, ok(9, 3000)),
      take(1000, 1, ok(8, 5000)),
      take(2000, 1, ok(7, 7000)),
      peek(3500, 0, ok(8, 5500)),
      peek(6500, 0, ok(9, 2500)),
      take(6500, 9, ok(0, 29_500)),
      take(6500, 1, limited(0, 29_500, 2500)),
      peek(9500, 0, ok(1, 26_500)),
      peek(69_500, 0, ok(10, 0)),
      take(129_500, 10, ok(0, 30_000)),
      take(158_500, 9, ok(0, 28_000)),
      take(161_500, 1, ok(0, 28_000)),
    ],
  },
  {
    name: 'TestLeakyBucketWithBurst: 10 per 30 s, burst 20',
    why: 'the burst is more than what a period brings',
    origin: 'adapted',
    differs: `${WHOLE_TOKENS}, of the limit and not of the burst`,
    limit: { algorithm: 'gcra', rate: '10/30s', burst: 20 },
    steps: [
      take(0, 1, ok(19, 3000)),
      take(1000, 1, ok(18, 5000)),
      take(2000, 1, ok(17, 7000)),
      peek(3500, 0, ok(18, 5500)),
      peek(6500, 0, ok(19, 2500)),
      take(6500, 19, ok(0, 59_500)),
      take(6500, 1, limited(0, 59_500, 2500)),
      peek(9500, 0, ok(1, 56_500)),
      peek(69_500, 0, ok(20, 0)),
    ],
  },
  {
    name: 'TestLeakyBucketGregorian: 60 per min',
    why: 'a token a second, whenever in the minute',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '60/min', burst: 60 },
    steps: [take(0, 1, ok(59, 1000)), take(500, 1, ok(58, 1500)), take(1700, 1, ok(58, 1300))],
  },
  {
    name: 'TestLeakyBucketNegativeHits: 10 per 30 s',
    why: 'given back to full, and to one of nothing',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/30s', burst: 10 },
    steps: [
      take(0, 1, ok(9, 3000)),
      give(0, 1, left(10, 0)),
      take(0, 10, ok(0, 30_000)),
      give(0, 1, left(1, 27_000)),
      // Derived: never more than the burst.
      give(0, 100, left(10, 0)),
    ],
  },
  {
    name: 'TestLeakyBucketDivBug: 2000 per s',
    why: 'a token each half ms',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2000/s', burst: 2000 },
    steps: [take(0, 1, ok(1999, 0.5)), take(0, 100, ok(1899, 50.5))],
  },

  {
    name: 'TestChangeLimit, window: 100, 10, 200 per 9 s',
    why: 'what was used stays used: 2 of 100, then of 10; 4 of 200',
    origin: 'published',
    limit: windowOf(100),
    steps: [
      take(0, 1, ok(99, 9000)),
      take(0, 1, ok(98, 9000)),
      change(0, windowOf(10), left(8, 9000)),
      take(0, 1, ok(7, 9000)),
      take(0, 1, ok(6, 9000)),
      change(0, windowOf(200), left(196, 9000)),
      take(0, 1, ok(195, 9000)),
    ],
  },
  {
    name: 'a limit that shrinks below what was used, and grows again',
    why: 'used stays used, also what did not fit the smaller limit',
    origin: 'derived',
    corrects:
      'remaining stops at 0 there and what was used above is forgotten: 90 of 100 are left in the end',
    limit: windowOf(100),
    steps: [
      take(0, 50, ok(50, 9000)),
      change(0, windowOf(10), left(0, 9000)),
      take(0, 1, limited(0, 9000, 9000)),
      change(0, windowOf(100), left(50, 9000)),
      take(9000, 100, ok(0, 9000)),
    ],
  },
  {
    name: 'TestChangeLimit, from a window of 200 to a bucket of 100',
    why: 'another algorithm starts anew, where the rule says so',
    origin: 'adapted',
    differs: 'it always starts anew there; here a change rule says so',
    limit: { ...windowOf(200), change: 'reset' },
    steps: [
      take(0, 5, ok(195)),
      change(0, { ...bucketOf(100), change: 'reset' }, left(100, 0)),
      take(0, 1, ok(99, 90)),
    ],
  },
  {
    name: 'TestChangeLimit, bucket: 100, 10 per 9 s',
    why: 'what is left is left, at most the new burst',
    origin: 'published',
    limit: bucketOf(100),
    steps: [
      take(0, 1, ok(99, 90)),
      change(0, bucketOf(10), left(10, 0)),
      take(0, 1, ok(9, 900)),
      take(0, 1, ok(8, 1800)),
    ],
  },
  {
    name: 'a bucket whose burst grows: 10, 100 per 9 s',
    why: 'a plan that is upgraded in the middle does not refill by itself',
    origin: 'derived',
    corrects: 'a leaky bucket is full after any change to a burst above what is left',
    limit: bucketOf(10),
    steps: [
      take(0, 8, ok(2, 7200)),
      change(0, bucketOf(100), left(2, 8820)),
      take(0, 3, limited(2, 8820, 90)),
    ],
  },
  {
    name: 'TestResetRemaining: 100 per 9 s',
    why: 'a reset fills, and its own hit does not count',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '100/9s', window: 'first-hit' },
    steps: [take(0, 1, ok(99)), take(0, 1, ok(98)), reset(0, left(100)), take(0, 1, ok(99))],
  },
  {
    name: 'TestGlobalRateLimits on one node: 5 per 3 min',
    why: 'looks between the hits',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '5/3min', window: 'first-hit' },
    steps: [
      take(0, 1, ok(4, 180_000)),
      take(0, 2, ok(2, 180_000)),
      peek(0, 0, ok(2, 180_000)),
      take(0, 2, ok(0, 180_000)),
      take(0, 1, limited(0, 180_000, 180_000)),
    ],
  },
  {
    name: 'TestGlobalRateLimitsPeerOverLimit on one node: 2 per 5 min',
    why: 'a look that asks for nothing is allowed, whatever was refused before',
    origin: 'adapted',
    corrects:
      'the status of the last refusal sticks there: a look after it is OVER_LIMIT, a look after a drain is not',
    limit: { algorithm: 'fixed-window', rate: '2/5min', window: 'first-hit' },
    steps: [
      take(0, 1, ok(1)),
      take(0, 1, ok(0)),
      take(0, 1, limited(0)),
      peek(0, 0, ok(0)),
      peek(0, 1, limited(0)),
    ],
  },
  {
    name: 'TestGlobalRequestMoreThanAvailable on one node: 100 per 1000 min',
    why: 'two halves, and no more',
    origin: 'adapted',
    corrects: 'each of the nodes admits its half there, until it hears of the others',
    limit: { algorithm: 'gcra', rate: '100/1000min', burst: 100 },
    steps: [
      take(0, 50, ok(50, 30_000_000)),
      take(0, 50, ok(0, 60_000_000)),
      take(0, 50, limited(0, 60_000_000, 30_000_000)),
      take(0, 1, limited(0, 60_000_000, 600_000)),
      // TestGlobalResetRemaining
      reset(0, left(100, 0)),
      peek(0, 0, ok(100, 0)),
    ],
  },

  {
    name: 'a month of the calendar: 100',
    why: 'used up on the last day of November, full on the first of December',
    origin: 'derived',
    corrects:
      'GregorianDuration subtracts ms from ns, so that a leaky bucket of a month or a year never fills',
    limit: { algorithm: 'quota', limit: 100, period: 'month', timeZone: 'UTC' },
    startsAt: '2019-11-30T23:59:58.000Z',
    steps: [
      take(0, 100, ok(0, 2000)),
      take(0, 1, limited(0, 2000, 2000)),
      take(1999, 1, limited(0, 1, 1)),
      take(2000, 1, ok(99, 2_678_400_000)),
      take(2000, 101, never(99, 2_678_400_000)),
    ],
  },
  {
    name: 'a leap day: quota of February 2024',
    why: 'February has 29 days when it has',
    origin: 'derived',
    limit: { algorithm: 'quota', limit: 10, period: 'month', timeZone: 'UTC' },
    startsAt: '2024-02-28T12:00:00.000Z',
    steps: [
      take(0, 10, ok(0, 129_600_000)),
      take(86_400_000, 1, limited(0, 43_200_000, 43_200_000)),
      take(129_600_000, 1, ok(9, 2_678_400_000)),
    ],
  },
  {
    name: 'a year of the calendar: 5',
    why: 'from March to the first of January',
    origin: 'derived',
    limit: { algorithm: 'quota', limit: 5, period: 'year', timeZone: 'UTC' },
    startsAt: '2019-03-01T20:50:31.000Z',
    steps: [
      take(0, 5, ok(0, 26_363_369_000)),
      take(26_363_368_999, 1, limited(0, 1, 1)),
      take(26_363_369_000, 1, ok(4, 31_622_400_000)),
    ],
  },
  {
    name: 'a day of 25 hours: New York, 2019-11-03',
    why: 'a day is that of its time zone, and ends when that ends',
    origin: 'derived',
    corrects: 'days are those of the time zone of the server there',
    limit: { algorithm: 'quota', limit: 3, period: 'day', timeZone: 'America/New_York' },
    startsAt: '2019-11-03T04:00:00.000Z',
    steps: [
      take(0, 3, ok(0, 90_000_000)),
      take(86_400_000, 1, limited(0, 3_600_000, 3_600_000)),
      take(90_000_000, 1, ok(2, 86_400_000)),
    ],
  },
]

// interval_test.go gives the last ms of an interval; here it is the first moment after it, one ms later. The ns of its
// times are left out: Unix ms in a double have none.
export const gregorian: readonly CalendarRow[] = [
  // 2019-11-11T00:00:00Z, and 30 s later
  row('minute', 'published', 1_573_430_400_000, 1_573_430_460_000),
  row('minute', 'published', 1_573_430_430_000, 1_573_430_460_000),
  // 2019-11-11T00:00:00Z, and 00:20:01
  row('hour', 'published', 1_573_430_400_000, 1_573_434_000_000),
  row('hour', 'published', 1_573_431_601_000, 1_573_434_000_000),
  // 2019-11-11T00:00:00Z, and 12:10:09
  row('day', 'published', 1_573_430_400_000, 1_573_516_800_000),
  row('day', 'published', 1_573_474_209_000, 1_573_516_800_000),
  // 2019-11-01T00:00:00Z, 2019-11-11T22:02:23Z, 2019-01-01T00:00:00Z
  row('month', 'published', 1_572_566_400_000, 1_575_158_400_000),
  row('month', 'published', 1_573_509_743_000, 1_575_158_400_000),
  row('month', 'published', 1_546_300_800_000, 1_548_979_200_000),
  // 2019-01-01T00:00:00Z, 2019-03-01T20:50:31Z
  row('year', 'published', 1_546_300_800_000, 1_577_836_800_000),
  row('year', 'published', 1_551_473_431_000, 1_577_836_800_000),
  // Derived: 2024-02-29T23:59:59Z, 2023-02-28T23:59:59Z, 2024-12-31T23:59:59Z
  row('month', 'derived', 1_709_251_199_000, 1_709_251_200_000),
  row('month', 'derived', 1_677_628_799_000, 1_677_628_800_000),
  row('year', 'derived', 1_735_689_599_000, 1_735_689_600_000),
  // Derived: 2024-12-31T23:59:59Z is in 2025 already in Berlin; 2024-03-31 has 23 hours there, 2024-10-27 has 25
  row('year', 'derived', 1_735_689_599_000, 1_767_222_000_000, 'Europe/Berlin'),
  row('day', 'derived', 1_711_839_600_000, 1_711_922_400_000, 'Europe/Berlin'),
  row('day', 'derived', 1_729_980_000_000, 1_730_070_000_000, 'Europe/Berlin'),
]

function row(
  period: CalendarRow['period'],
  origin: CalendarRow['origin'],
  nowMs: number,
  endMs: number,
  timeZone = 'UTC',
): CalendarRow {
  return { name: `${period} of ${nowMs}, ${timeZone}`, origin, period, timeZone, nowMs, endMs }
}

// Left out:
// - TestMissingFields: duration 0 and limit 0 are refused by our config; empty keys are tested elsewhere
// - TestGregorianExpirationInvalid and weeks: there an error; a week is a period of its own here, tested elsewhere
// - the leaky bucket of a month: a rate needs a fixed length, and months have none; that is what quotas are for
// - TestStore, 'Duration changed': a window keeps its start there and gets another end. What a change of the period
//   does is for our own tests to say
// - TestLoader, TestStore, TestHighContentionFromStore: stores behind the cache
// - TestGlobalRateLimitsWithLoadBalancing, TestGlobalBehavior, TestMultiRegion, TestGetPeerRateLimits,
//   TestGRPCGateway, TestHealthCheck: more than one node, or its protocol
