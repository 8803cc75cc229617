// redis_rate (Go, BSD-2): rate_test.go, with the script in lua.go. Its clock is the server's and its tests allow 10 ms
// of it to pass, and 1 s of 99; here it stands still, and the numbers are exact.
import type { Scenario } from './types.ts'
import { give, granted, left, limited, never, ok, peek, reset, take, takeUpTo } from './types.ts'

const COSTS_MORE_THAN_THE_BURST =
  'redis_rate lets it retry after 99 s, when it would be refused again'

export const redisRate: readonly Scenario[] = [
  {
    name: 'TestAllow: 10/s',
    why: 'one, several, a reset between them, and far too many',
    origin: 'adapted',
    corrects: COSTS_MORE_THAN_THE_BURST,
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      take(0, 1, ok(9, 100)),
      reset(0, left(10, 0)),
      take(0, 1, ok(9, 100)),
      take(0, 2, ok(7, 300)),
      take(0, 7, ok(0, 1000)),
      take(0, 1000, never(0, 1000)),
      // Derived: what fits the burst does have a time.
      peek(0, 10, limited(0, 1000, 1000)),
    ],
  },
  {
    name: 'TestAllowN_IncrementZero: 10/s',
    why: 'a take of nothing looks, and makes no entry',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [take(0, 0, ok(10, 0)), take(0, 1, ok(9, 100)), take(0, 0, ok(9, 100))],
  },
  {
    name: 'TestRetryAfter: 1/ms',
    why: 'no wait is longer than the interval',
    origin: 'adapted',
    differs:
      'the original calls 1000 times and bounds the wait by 1 ms; here at chosen times, exactly',
    limit: { algorithm: 'gcra', rate: '1/ms', burst: 1 },
    steps: [
      take(0, 1, ok(0, 1)),
      take(0, 1, limited(0, 1, 1)),
      take(0.25, 1, limited(0, 0.75, 0.75)),
      take(0.999999, 1, limited(0, 0.000001, 0.000001)),
      take(1, 1, ok(0, 1)),
      take(1.5, 1, limited(0, 0.5, 0.5)),
    ],
  },
  {
    name: 'TestAllowAtMost: 10/s',
    why: 'as many as there are, and no more',
    origin: 'adapted',
    corrects: COSTS_MORE_THAN_THE_BURST,
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      take(0, 1, ok(9, 100)),
      takeUpTo(0, 2, granted(2, 7, 300)),
      take(0, 0, ok(7, 300)),
      takeUpTo(0, 10, granted(7, 0, 1000)),
      take(0, 0, ok(0, 1000)),
      takeUpTo(0, 1000, granted(0, 0, 1000)),
      take(0, 1000, never(0, 1000)),
    ],
  },
  {
    name: 'TestAllowAtMost_IncrementZero: 10/s',
    why: 'at most nothing is nothing',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      takeUpTo(0, 0, granted(0, 10, 0)),
      take(0, 1, ok(9, 100)),
      takeUpTo(0, 0, granted(0, 9, 100)),
    ],
  },
  {
    name: 'a partial grant is of whole tokens: 10/s',
    why: 'the half token stays in the bucket and counts later',
    origin: 'derived',
    corrects: 'redis_rate grants what the division gives: 1.5 at 150 ms, and reports 1',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      take(0, 10, ok(0, 1000)),
      takeUpTo(150, 5, granted(1, 0, 950)),
      takeUpTo(199, 5, granted(0, 0, 901)),
      takeUpTo(200, 5, granted(1, 0, 1000)),
    ],
  },
  {
    name: 'half a token is none: 10/s',
    why: 'remaining is rounded down before it decides',
    origin: 'derived',
    corrects: 'an early version 9 rounded to the nearest: it admitted at 50 ms what is due at 100',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      take(0, 10, ok(0, 1000)),
      take(50, 1, limited(0, 950, 50)),
      take(99, 1, limited(0, 901, 1)),
      take(100, 1, ok(0, 1000)),
    ],
  },
  {
    name: 'TestAllow of an old version: 1 per window of a minute',
    why: 'the older, fixed window',
    origin: 'adapted',
    differs: 'it counts refusals: 2 of 1',
    limit: { algorithm: 'fixed-window', rate: '1/min', window: 'aligned' },
    steps: [
      take(0, 1, ok(0, 60_000)),
      take(0, 1, limited(0, 60_000, 60_000)),
      give(0, 1, left(1)),
      take(59_999, 1, ok(0, 1)),
      take(60_000, 1, ok(0, 60_000)),
    ],
  },
]

// Left out:
// - retryAfter of AllowAtMost, 100 ms for the next token: a partial grant is not refused, so ours says none
// - Limit.String and IsZero: words of its config
// - TestAllowRateMinute, TestAllowRateSecond, TestRedisIsDown of old versions: another limiter (x/time/rate) as fallback
// - AllowN of cost 0 over the limit in old versions, which is refused: a cost of 0 is always allowed by ours
