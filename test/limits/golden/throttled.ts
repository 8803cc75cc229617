// The GCRA family of throttled (Go, BSD-3): rate_test.go, and what was ported from it: redis-cell (Rust, MIT),
// src/cell/mod.rs and tests/e2e.rs, and throttlecrab (Rust, MIT), throttlecrab/src/core/tests.rs.
//
// They say -1 for "no need to retry" where an answer here says 0, and -1 for "never", which here is null. A burst of
// theirs does not count the request itself: max_burst 4 is `burst: 5`.
import type { Scenario } from './types.ts'
import { limited, never, ok, on, peek, take, times } from './types.ts'

export const throttled: readonly Scenario[] = [
  {
    name: 'TestRateLimit, it_rates_limits: 1/s, capacity 5',
    why: 'burst, refill, fractions of a token, peek, cost above 1, and cost above the capacity',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '1/s', burst: 5 },
    steps: [
      take(0, 6, never(5, 0)),
      take(0, 1, ok(4, 1000)),
      take(0, 1, ok(3, 2000)),
      take(0, 1, ok(2, 3000)),
      take(0, 1, ok(1, 4000)),
      take(0, 1, ok(0, 5000)),
      take(0, 1, limited(0, 5000, 1000)),
      take(3000, 1, ok(2, 3000)),
      take(3100, 1, ok(1, 3900)),
      take(4000, 1, ok(1, 4000)),
      take(8000, 1, ok(4, 1000)),
      take(9500, 1, ok(4, 1000)),
      take(9500, 0, ok(4, 1000)),
      take(9500, 2, ok(2, 3000)),
      take(9500, 5, limited(2, 3000, 3000)),
      // Of throttled only.
      take(15_000, 6, never(5, 0)),
    ],
  },
  {
    name: 'e2e: 1 per 2 s, no burst',
    why: 'capacity 1: a token is there exactly when the refusal said',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '1/2s', burst: 1 },
    steps: [
      take(0, 1, ok(0, 2000)),
      take(0, 1, limited(0, 2000, 2000)),
      take(2000, 1, ok(0, 2000)),
      // Derived: one ns before the next it is still refused.
      take(3999.999999, 1, limited(0, 0.000001, 0.000001)),
      take(4000, 1, ok(0, 2000)),
    ],
  },
  ...[
    { rate: '24/day', tokenMs: 3_600_000 },
    { rate: '6/h', tokenMs: 600_000 },
    { rate: '6/min', tokenMs: 10_000 },
    { rate: '6/2min', tokenMs: 20_000 },
    { rate: '5/s', tokenMs: 200 },
  ].map(
    ({ rate, tokenMs }): Scenario => ({
      name: `it_creates_rates: ${rate} is a token each ${tokenMs} ms`,
      why: 'units of time and multiples of them',
      origin: 'published',
      limit: { algorithm: 'gcra', rate, burst: 1 },
      steps: [
        take(0, 1, ok(0, tokenMs)),
        take(0, 1, limited(0, tokenMs, tokenMs)),
        take(tokenMs - 1, 1, limited(0, 1, 1)),
        take(tokenMs, 1, ok(0, tokenMs)),
      ],
    }),
  ),
  {
    name: 'TestRateLimitCustomPeriod: 3 per 10 ms, no burst',
    why: 'a period that the count does not divide',
    origin: 'derived',
    differs:
      'the test holds its clock still, so that all requests but the first are refused; and 10 ms / 3 is cut to a ns',
    limit: { algorithm: 'gcra', rate: '3/10ms', burst: 1 },
    steps: [
      take(0, 1, ok(0, 3.333334)),
      take(0, 1, limited(0, 3.333334, 3.333334)),
      take(3.333333, 1, limited(0, 0.000001, 0.000001)),
      take(3.333334, 1, ok(0, 3.333334)),
      // 27 of them, each at the first ns: not one too many after 90 ms.
      take(10, 1, ok(0, 3.333334)),
      take(10, 1, limited(0, 3.333334, 3.333334)),
    ],
  },
  {
    name: 'a second is not the smallest time',
    why: 'a refusal of less than a second is one',
    origin: 'derived',
    corrects:
      'early versions of redis-cell cut the wait to whole seconds, and let all pass that had to wait less than one',
    limit: { algorithm: 'gcra', rate: '1/s', burst: 1 },
    steps: [
      take(0, 1, ok(0, 1000)),
      take(1, 1, limited(0, 999, 999)),
      take(500, 1, limited(0, 500, 500)),
      take(999, 1, limited(0, 1, 1)),
      take(1000, 1, ok(0, 1000)),
    ],
  },
]

export const throttlecrab: readonly Scenario[] = [
  {
    name: 'idle time: 1/s, capacity 5',
    why: 'time that a key did not use is worth the burst at most',
    origin: 'derived',
    corrects:
      'throttlecrab takes a stored time up to (burst - 1) intervals old for the base, and admits 7 at 3.9 s',
    limit: { algorithm: 'gcra', rate: '1/s', burst: 5 },
    steps: [
      take(0, 1, ok(4, 1000)),
      take(3900, 1, ok(4, 1000)),
      take(3900, 1, ok(3, 2000)),
      take(3900, 1, ok(2, 3000)),
      take(3900, 1, ok(1, 4000)),
      take(3900, 1, ok(0, 5000)),
      times(2, take(3900, 1, limited(0, 5000, 1000))),
    ],
  },
  {
    name: 'test_burst_capacity: 10/min, capacity 5',
    why: 'as many as the burst, and then the wait for a token',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/min', burst: 5 },
    steps: [
      take(0, 1, ok(4, 6000)),
      take(0, 1, ok(3, 12_000)),
      take(0, 1, ok(2, 18_000)),
      take(0, 1, ok(1, 24_000)),
      take(0, 1, ok(0, 30_000)),
      take(0, 1, limited(0, 30_000, 6000)),
      // test_remaining_count_accuracy
      take(6000, 1, ok(0, 30_000)),
      take(6000, 1, limited(0, 30_000, 6000)),
      on('other', take(0, 3, ok(2, 18_000))),
      on('other', take(0, 3, limited(2, 18_000, 6000))),
      on('other', take(0, 2, ok(0, 30_000))),
    ],
  },
  {
    name: 'test_rate_replenishment: 60/min, capacity 2',
    why: 'a token comes back after a 60th of the minute',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '60/min', burst: 2 },
    steps: [
      take(0, 1, ok(1, 1000)),
      take(0, 1, ok(0, 2000)),
      take(0, 1, limited(0, 2000, 1000)),
      take(1000, 1, ok(0, 2000)),
    ],
  },
  {
    name: 'test_different_keys: 2/min',
    why: 'keys do not share',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2/min', burst: 2 },
    steps: [
      on('key1', take(0, 1, ok(1))),
      on('key2', take(0, 1, ok(1))),
      on('key1', take(0, 1, ok(0))),
      on('key1', take(0, 1, limited(0))),
      on('key2', take(0, 1, ok(0))),
      on('key2', take(0, 1, limited(0))),
    ],
  },
  {
    name: 'test_quantity_parameter: 10/min',
    why: 'what does not fit takes nothing',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/min', burst: 10 },
    steps: [
      take(0, 5, ok(5, 30_000)),
      take(0, 6, limited(5, 30_000, 6000)),
      take(0, 5, ok(0, 60_000)),
      // test_large_quantity_overflow_protection, with the greatest cost that ours takes.
      take(0, 2_147_483_647, never(0, 60_000)),
    ],
  },
  {
    name: 'test_remaining_count_accuracy: 600/min, capacity 10',
    why: 'a bucket that is full again after a second of rest',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '600/min', burst: 10 },
    steps: [
      take(0, 1, ok(9, 100)),
      times(9, take(0, 1, ok())),
      peek(0, 1, limited(0, 1000, 100)),
      // The original says only: less than 10.
      take(1000, 1, ok(9, 100)),
    ],
  },
  {
    name: 'test_remaining_count_all_stores: 6/min, capacity 3',
    why: 'the token that came back is the only one',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '6/min', burst: 3 },
    steps: [
      take(0, 1, ok(2, 10_000)),
      take(0, 1, ok(1, 20_000)),
      take(0, 1, ok(0, 30_000)),
      take(0, 1, limited(0, 30_000, 10_000)),
      take(10_000, 1, ok(0, 30_000)),
    ],
  },
  {
    name: 'test_edge_cases_zero_remaining: 120/min, capacity 2',
    why: 'exactly at the moment of the token',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '120/min', burst: 2 },
    steps: [take(0, 1, ok(1, 500)), take(0, 1, ok(0, 1000)), take(500, 1, ok(0, 1000))],
  },
  {
    name: 'test_edge_cases_zero_remaining: 7/min, capacity 3',
    why: 'a token takes 60/7 s, between 8 and 9',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '7/min', burst: 3 },
    steps: [
      take(0, 1, ok(2)),
      take(0, 1, ok(1)),
      take(0, 1, ok(0)),
      take(8000, 1, limited(0)),
      take(9000, 1, ok(0)),
    ],
  },
  {
    name: 'test_rapid_time_changes: 10/min, capacity 3',
    why: 'a clock that goes back gives nothing, and one that goes on gives what it should',
    origin: 'adapted',
    differs: 'the original only wants an answer at the earlier times',
    limit: { algorithm: 'gcra', rate: '10/min', burst: 3 },
    steps: [
      take(5000, 1, ok(2, 6000)),
      take(0, 1, ok(0, 17_000)),
      take(0, 1, limited(0, 17_000, 5000)),
      take(15_000, 1, ok(1, 8000)),
    ],
  },
]

// Left out:
// - zero rates, bursts and periods (redis-cell, throttlecrab test_invalid_parameters): our config refuses them
// - negative quantities (test_negative_quantity_error): our costs are 0 to 2147483647, tested elsewhere
// - failing stores (TestRateLimitUpdateFailures, it_handles_rate_limit_update_failures): the table cannot fail
// - test_saturating_arithmetic and "maximum values": bursts above 2147483647 are refused by the config
