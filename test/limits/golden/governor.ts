// governor (Rust, MIT): governor/tests/direct.rs, check_any_n.rs, keyed_dashmap.rs, keyed_hashmap.rs, middleware.rs and
// proptests.rs. It answers allowed, a wait, or InsufficientCapacity; remaining comes from a middleware. What it leaves
// open is filled in here by the arithmetic. Quota::per_second(n) is n per second with a burst of n.
import type { Expect, Scenario, Step } from './types.ts'
import {
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
  times,
} from './types.ts'

const KEYS = ['1', '2']

/** A peek at each of `count` ms in a row. */
function peeks(from: number, count: number, expect: Expect): Step[] {
  return Array.from({ length: count }, (_, index) => peek(from + index, 1, expect))
}

/** 2/s, twice a second apart. */
function rejectsTooMany(start: number): Step[] {
  return [
    take(start, 1, ok(1, 500)),
    take(start + 1, 1, ok(0, 999)),
    take(start + 2, 1, limited(0, 998, 498)),
    take(start + 1002, 1, ok(1, 500)),
    take(start + 1003, 1, ok(0, 999)),
    take(start + 1004, 1, limited(0, 998, 498)),
  ]
}

function peekChangesNothing(start: number): Step[] {
  return [
    ...peeks(start + 1, 10, ok(2, 0)),
    take(start + 10, 1, ok(1, 500)),
    ...peeks(start + 11, 10, ok(1)),
    take(start + 21, 1, ok(0, 989)),
    ...peeks(start + 22, 10, limited(0)),
    take(start + 32, 1, limited(0, 978, 478)),
    ...peeks(start + 33, 10, limited(0)),
    take(start + 1042, 1, ok(1, 500)),
    ...peeks(start + 1044, 10, ok(1)),
    take(start + 1053, 1, ok(0, 989)),
    take(start + 1054, 1, limited(0, 988, 488)),
    ...peeks(start + 1055, 10, limited(0)),
  ]
}

function resetFills(start: number): Step[] {
  return [
    take(start, 1, ok(1, 500)),
    take(start + 1, 1, ok(0, 999)),
    ...peeks(start + 2, 10, limited(0)),
    take(start + 12, 1, limited(0, 988, 488)),
    reset(start + 12, left(2, 0)),
    ...peeks(start + 13, 10, ok(2, 0)),
    take(start + 22, 1, ok(1, 500)),
    reset(start + 23, left(2, 0)),
    take(start + 23, 1, ok(1, 500)),
    take(start + 24, 1, ok(0, 999)),
    ...peeks(start + 25, 10, limited(0)),
    take(start + 35, 1, limited(0, 988, 488)),
  ]
}

/** The steps for each key, one key after the other. */
function forEachKey(spanMs: number, stepsFrom: (start: number) => Step[]): Step[] {
  return KEYS.flatMap((key, index) => stepsFrom(index * spanMs).map(step => on(key, step)))
}

/** 20/s: all at once, as 20 threads do there. */
function allAtOnce(start: number): Step[] {
  return [
    times(20, take(start, 1, ok())),
    take(start + 2, 1, limited(0, 998, 48)),
    take(start + 1000, 1, ok(19, 50)),
  ]
}

/**
 * accurate_not_until: exhaust, wait an interval and take `additional` times, then try at each of `parts` fractions of
 * the wait that is reported: refused until it is over.
 */
function waits(capacity: number, additional: number, parts: number): Scenario {
  const tokenNs = 1e9 / capacity
  const startNs = additional * tokenNs
  const partNs = tokenNs / (parts + 1)
  return {
    name: `accurate_not_until: ${capacity}/s, ${additional} more, ${parts} tries`,
    why: 'no token before its time, and no later either',
    origin: 'adapted',
    differs:
      'the original draws the three numbers, each below 10000; these make the intervals whole ns',
    limit: { algorithm: 'gcra', rate: `${capacity}/s`, burst: capacity },
    steps: [
      times(capacity, take(0, 1, ok())),
      ...Array.from({ length: additional }, (_, index) =>
        take(ms((index + 1) * tokenNs), 1, ok(0, 1000)),
      ),
      take(ms(startNs), 1, limited(0, 1000, ms(tokenNs))),
      ...Array.from({ length: parts }, (_, index) => {
        const waitedNs = (index + 1) * partNs
        const expect = limited(0, ms(1e9 - waitedNs), ms(tokenNs - waitedNs))
        return take(ms(startNs + waitedNs), 1, expect)
      }),
      take(ms(startNs + tokenNs), 1, ok(0, 1000)),
    ],
  }
}

/** Whole ns as ms: divided, so that the fraction is the nearest there is. */
function ms(ns: number): number {
  return ns / 1e6
}

export const governor: readonly Scenario[] = [
  {
    name: 'accepts_first_cell: 5/s',
    why: 'a key never seen has all its tokens',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '5/s', burst: 5 },
    steps: [take(0, 1, ok(4, 200))],
  },
  {
    name: 'check_only: 1/s',
    why: 'a peek takes nothing',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '1/s', burst: 1 },
    steps: [times(2, peek(0, 1, ok(1, 0)))],
  },
  {
    name: 'check_n_only: 3/s',
    why: 'a peek at all of them takes nothing',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '3/s', burst: 3 },
    steps: [times(2, peek(0, 3, ok(3, 0)))],
  },
  {
    name: 'rejects_too_many, all_1_identical_to_1: 2/s',
    why: 'the burst, a refusal, and a second later the same again',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2/s', burst: 2 },
    steps: rejectsTooMany(0),
  },
  {
    name: 'rejects_too_many_check_only: 2/s',
    why: 'a peek refuses what a take would',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2/s', burst: 2 },
    steps: [
      peek(0, 1, ok(2, 0)),
      take(0, 1, ok(1, 500)),
      peek(1, 1, ok(1, 499)),
      take(1, 1, ok(0, 999)),
      peek(2, 1, limited(0, 998, 498)),
      peek(1002, 1, ok(2, 0)),
      take(1002, 1, ok(1, 500)),
      take(1003, 1, ok(0, 999)),
      peek(1004, 1, limited(0, 998, 498)),
    ],
  },
  {
    name: 'does_not_allow_one_extra_cell_after_longer_interval: 5/s',
    why: 'exactly the burst, however long the rest before it',
    origin: 'published',
    corrects: 'before 0.8.0 the rest was worth one more: 6 (its #107 and #249)',
    limit: { algorithm: 'gcra', rate: '5/s', burst: 5 },
    steps: [
      times(5, take(0, 1, ok())),
      take(0, 1, limited(0, 1000, 200)),
      times(5, take(2000, 1, ok())),
      take(2000, 1, limited(0, 1000, 200)),
      // Derived: a day later.
      times(5, take(86_400_000, 1, ok())),
      take(86_400_000, 1, limited(0, 1000, 200)),
    ],
  },
  {
    name: 'never_allows_more_than_capacity_all: 4/s, two at a time',
    why: 'cost 2 as 1 and 1',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '4/s', burst: 4 },
    steps: [
      take(0, 2, ok(2, 500)),
      take(0, 2, ok(0, 1000)),
      take(1, 2, limited(0, 999, 499)),
      take(1001, 2, ok(2, 500)),
      take(1002, 2, ok(0, 999)),
      take(1003, 2, limited(0, 998, 498)),
    ],
  },
  {
    name: 'rejects_too_many_all: 15 of a capacity of 5',
    why: 'no time is long enough',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '5/s', burst: 5 },
    steps: [
      take(0, 15, never(5, 0)),
      peek(0, 15, never(5, 0)),
      take(3000, 15, never(5, 0)),
      // Of ratelimit_meter, from which governor came.
      take(20_000, 15, never(5, 0)),
    ],
  },
  {
    name: 'all_capacity_check_rejects_excess: capacity 5',
    why: 'more than the burst is told apart from too many; the burst itself fits',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '5/s', burst: 5 },
    steps: [
      take(0, 15, never(5, 0)),
      take(0, 7, never(5, 0)),
      take(0, 6, never(5, 0)),
      take(0, 5, ok(0, 1000)),
    ],
  },
  {
    name: 'correct_wait_time: 5/s',
    why: 'after the wait that a refusal reports the same is allowed, 15 times in a row',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '5/s', burst: 5 },
    steps: [
      take(1, 1, ok(4, 200)),
      take(2, 1, ok(3, 399)),
      take(3, 1, ok(2, 598)),
      take(4, 1, ok(1, 797)),
      take(5, 1, ok(0, 996)),
      take(6, 1, limited(0, 995, 195)),
      take(201, 1, ok(0, 1000)),
      ...Array.from({ length: 14 }, (_, index) => [
        take(202 + 200 * index, 1, limited(0, 999, 199)),
        take(401 + 200 * index, 1, ok(0, 1000)),
      ]).flat(),
    ],
  },
  {
    name: 'actual_threadsafety: 20/s',
    why: 'the burst at once',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '20/s', burst: 20 },
    steps: allAtOnce(0),
  },
  {
    name: 'stresstest_large_quotas: 1e9/s',
    why: 'an interval of a ns is not rounded to nothing',
    origin: 'adapted',
    differs:
      'there 1e9 + 1 per second and 2 million takes; our config refuses rates that no quantum holds exactly',
    limit: { algorithm: 'gcra', rate: '1000000000/s', burst: 1_000_000_000 },
    steps: [times(100_000, take(0, 1, ok())), peek(0, 1, ok(999_900_000, 0.1))],
  },
  {
    name: 'a third of a second: 3/s',
    why: 'an interval that is no whole number of ns',
    origin: 'derived',
    corrects: 'governor cuts the interval to 333333333 ns, and so runs a little fast',
    limit: { algorithm: 'gcra', rate: '3/s', burst: 3 },
    steps: [
      take(0, 3, ok(0, 1000)),
      take(0, 1, limited(0, 1000, 333.333334)),
      take(333.333333, 1, limited(0, 666.666667, 0.000001)),
      take(333.333334, 1, ok(0, 1000)),
      take(666.666666, 1, limited(0, 666.666668, 0.000001)),
      take(666.666667, 1, ok(0, 1000)),
      take(1000, 1, ok(0, 1000)),
    ],
  },
  waits(4, 3, 3),
  waits(1, 5, 9),
  waits(8, 10, 4),
  waits(1000, 7, 1),
  waits(5000, 4, 3),

  {
    name: 'check_any_n_admits_available: 10/s',
    why: 'what has come back in half a second, and no more',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      takeUpTo(0, 10, granted(10, 0, 1000)),
      takeUpTo(0, 5, granted(0, 0, 1000)),
      takeUpTo(500, 10, granted(5, 0, 1000)),
    ],
  },
  {
    name: 'check_any_n_partial_vending: 10/s',
    why: 'a part, then nothing',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      takeUpTo(0, 7, granted(7, 3, 700)),
      takeUpTo(0, 10, granted(3, 0, 1000)),
      takeUpTo(0, 10, granted(0, 0, 1000)),
    ],
  },
  {
    name: 'check_any_n_never_exceeds_burst: 5/s',
    why: 'more than the burst gets the burst',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '5/s', burst: 5 },
    steps: [takeUpTo(0, 100, granted(5, 0, 1000)), takeUpTo(0, 1, granted(0, 0, 1000))],
  },
  {
    name: 'check_any_n_gradual_refill: 10/s',
    why: 'one each 100 ms',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      takeUpTo(0, 10, granted(10, 0, 1000)),
      ...[100, 200, 300, 400, 500].map(at => takeUpTo(at, 10, granted(1, 0, 1000))),
    ],
  },
  {
    name: 'check_any_n_keyed_partial: 10/s',
    why: 'another key has its own',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '10/s', burst: 10 },
    steps: [
      on('user1', takeUpTo(0, 7, granted(7, 3))),
      on('user1', takeUpTo(0, 10, granted(3, 0))),
      on('user2', takeUpTo(0, 10, granted(10, 0))),
    ],
  },

  {
    name: 'keyed rejects_too_many: 2/s',
    why: 'each key by itself',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2/s', burst: 2 },
    steps: forEachKey(1004, rejectsTooMany),
  },
  {
    name: 'keyed peek_does_not_change_the_decision: 2/s',
    why: '50 peeks between 6 takes',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2/s', burst: 2 },
    steps: forEachKey(1064, peekChangesNothing),
  },
  {
    name: 'keyed reset_does_work: 2/s',
    why: 'a reset fills the bucket, used up or not',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '2/s', burst: 2 },
    steps: forEachKey(35, resetFills),
  },
  {
    name: 'keyed actual_threadsafety: 20/s',
    why: 'the burst at once, for each key',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '20/s', burst: 20 },
    steps: forEachKey(1000, allAtOnce),
  },
  {
    name: 'expiration: 1/s, three keys',
    why: 'a key whose bucket is full is the same as one never seen, and needs no entry',
    origin: 'adapted',
    differs:
      'the original counts entries, which it keeps one interval longer than they say anything: to 2000, 2200 and 2800 ms',
    limit: { algorithm: 'gcra', rate: '1/s', burst: 1 },
    steps: [
      on('foo', take(0, 1, ok(0, 1000))),
      on('bar', take(200, 1, ok(0, 1000))),
      on('baz', take(800, 1, ok(0, 1000))),
      on('foo', peek(800, 0, ok(0, 200))),
      on('bar', peek(800, 0, ok(0, 400))),
      on('baz', peek(800, 0, ok(0, 1000))),
      on('foo', peek(1000, 0, ok(1, 0))),
      on('bar', peek(1000, 0, ok(0, 200))),
      on('baz', peek(1000, 0, ok(0, 800))),
      on('bar', peek(1200, 0, ok(1, 0))),
      on('baz', peek(1200, 0, ok(0, 600))),
      on('baz', peek(1800, 0, ok(1, 0))),
    ],
  },
  {
    name: 'shrink_to_fit: 20/s',
    why: 'the key that took 10 is still in debt when the other is not',
    origin: 'adapted',
    differs: 'the original counts entries: 1 of 2',
    limit: { algorithm: 'gcra', rate: '20/s', burst: 20 },
    steps: [
      on('long-lived', take(0, 10, ok(10, 500))),
      on('short-lived', take(0, 1, ok(19, 50))),
      on('long-lived', peek(300, 0, ok(16, 200))),
      on('short-lived', peek(300, 0, ok(20, 0))),
    ],
  },

  {
    name: 'state_information: 4/s',
    why: 'what is left, down to 0',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '4/s', burst: 4 },
    steps: [
      take(0, 1, ok(3, 250)),
      take(0, 1, ok(2, 500)),
      take(0, 1, ok(1, 750)),
      take(0, 1, ok(0, 1000)),
      take(0, 1, limited(0, 1000, 250)),
    ],
  },
  {
    name: 'changes_allowed_type: 1/h',
    why: 'one, and then an hour of none',
    origin: 'published',
    limit: { algorithm: 'gcra', rate: '1/h', burst: 1 },
    steps: [take(0, 1, ok(0, 3_600_000)), take(0, 1, limited(0, 3_600_000, 3_600_000))],
  },
  {
    name: 'state_snapshot_tracks_quota_accurately: 1 per 90 ms, burst 2, idle for 120 s',
    why: 'a period that does not divide the rest',
    origin: 'published',
    corrects: 'older versions expect 2, 1, 0 after the rest: three of a burst of two',
    limit: { algorithm: 'gcra', rate: '1/90ms', burst: 2 },
    steps: [
      take(0, 1, ok(1, 90)),
      take(0, 1, ok(0, 180)),
      take(0, 1, limited(0, 180, 90)),
      take(120_000, 1, ok(1, 90)),
      take(120_000, 1, ok(0, 180)),
      take(120_000, 1, limited(0, 180, 90)),
    ],
  },
  {
    name: 'state_snapshot_tracks_quota_accurately: 5/min, idle for 120 s',
    why: 'what is left after cost 3, and after a rest',
    origin: 'published',
    corrects: 'the original has a sixth after the rest, and says itself that it is wrong',
    limit: { algorithm: 'gcra', rate: '5/min', burst: 5 },
    steps: [
      take(0, 1, ok(4, 12_000)),
      take(0, 3, ok(1, 48_000)),
      take(0, 1, ok(0, 60_000)),
      take(0, 1, limited(0, 60_000, 12_000)),
      take(120_000, 1, ok(4, 12_000)),
      take(120_000, 1, ok(3, 24_000)),
      take(120_000, 1, ok(2, 36_000)),
      take(120_000, 1, ok(1, 48_000)),
      take(120_000, 1, ok(0, 60_000)),
      take(120_000, 1, limited(0, 60_000, 12_000)),
    ],
  },
]

// Left out:
// - consume_borrow_from_future, consume_n_borrow_from_future (of a pull request): a take never goes into debt here
// - stresstest_collisions, memory_leaks.rs, custom_hashers.rs: threads and stores, tested elsewhere
// - future.rs, sinks.rs, streams.rs: waiting for a token is the caller's business
// - default_direct, default_keyed, and all tests with the real clock: nothing that the others do not say
