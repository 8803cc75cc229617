// bucket4j (Java, Apache-2.0), the Spock specifications in bucket4j-core/src/test: core_algorithms/BucketState,
// BucketRoundingRules, HandlingArithmeticOverflow, FixedIntervalRefill and IntervallyAlignedRefill;
// api_specifications/regular/*; ConfigurationReplacement and ImplicitConfigurationReplacement; and the examples in
// TokensInheritanceStrategy.
//
// A greedy refill is a bucket of ours. An interval refill that fills it up is a fixed window. "Initial tokens" are what
// a first take leaves. Their clocks count ns; here a ns is a ms, so that a rate can say it: 10 per 100 ns is 10/100ms.
// Greedy refills keep the rest of the division, so that their numbers are exact, as ours are.
import type {
  ChangeRule,
  Expect,
  FixedWindow,
  Gcra,
  Scenario,
  Step,
  TogetherScenario,
} from './types.ts'
import {
  change,
  give,
  granted,
  left,
  limited,
  never,
  ok,
  peek,
  reset,
  take,
  takeUpTo,
  times,
} from './types.ts'

/** As many as ever can be asked for: "as much as possible". */
const ALL = 2_147_483_647

const OTHER_NUMBERS = 'none of its own test, but of the arithmetic it states'

function bucket(rate: string, burst: number, rule?: ChangeRule): Gcra {
  const limit: Gcra = { algorithm: 'gcra', rate, burst }
  return rule === undefined ? limit : { ...limit, change: rule }
}

function windowOf(rate: string, rule?: ChangeRule): FixedWindow {
  const limit: FixedWindow = { algorithm: 'fixed-window', rate, window: 'first-hit' }
  return rule === undefined ? limit : { ...limit, change: rule }
}

/** A bucket of 100 per 100 ms that starts with so many tokens. */
function of100(name: string, initial: number, steps: readonly Step[], differs?: string): Scenario {
  const started = initial === 100 ? [] : [take(0, 100 - initial, ok(initial, 100 - initial))]
  const told = { name, why: 'a token a ms, from a given start' }
  const limit = bucket('100/100ms', 100)
  if (differs === undefined)
    return { ...told, origin: 'published', limit, steps: [...started, ...steps] }
  return { ...told, origin: 'adapted', differs, limit, steps: [...started, ...steps] }
}

/** A bucket of `burst` that starts with `initial` tokens at 10000 and is looked at later. */
function refill(
  row: string,
  rate: string,
  burst: number,
  initial: number,
  at: number,
  expect: Expect,
  differs?: string,
): Scenario {
  const steps = [take(10_000, burst - initial, ok(initial)), peek(at, 0, expect)]
  const told = {
    name: `refill ${row}: ${rate}, ${initial} of ${burst}`,
    why: 'tokens for the time',
  }
  const limit = bucket(rate, burst)
  if (differs === undefined) return { ...told, origin: 'published', limit, steps }
  return { ...told, origin: 'adapted', differs, limit, steps }
}

const WAITS_INSTEAD =
  'consumeIgnoringRateLimits goes into debt and says how long to wait for it: the same time as a refusal here'

export const bucket4j: readonly Scenario[] = [
  // GetAvailableTokens, both specifications.
  {
    name: 'getAvailableTokens: 10 of 10, slower refill than 1 s',
    why: 'a bucket starts full, however it fills',
    origin: 'published',
    limit: bucket('1/s', 10),
    steps: [peek(0, 0, ok(10, 0)), take(0, 10, ok(0, 10_000)), peek(0, 0, ok(0, 10_000))],
  },
  of100('getAvailableTokens 1: 1, 49 ms later', 1, [peek(49, 0, ok(50, 50))]),
  of100('getAvailableTokens 2: none, 50 ms later', 0, [peek(50, 0, ok(50, 50))]),
  of100('getAvailableTokens 3: 70, 50 ms later', 70, [peek(50, 0, ok(100, 0))]),
  of100('getAvailableTokens 4: none, at once', 0, [peek(0, 0, ok(0, 100))]),
  of100('getAvailableTokens 5: none, 120 ms later', 0, [peek(120, 0, ok(100, 0))]),

  // AddTokens.
  of100('addTokens 1: 49 to the 50 that came', 0, [give(50, 49, left(99, 1))]),
  of100('addTokens 2: 50 to the 50 that came', 0, [give(50, 50, left(100, 0))]),
  of100('addTokens 3: 50 to none', 0, [give(0, 50, left(50, 50))]),
  of100('addTokens 4: 120 to none', 0, [give(0, 120, left(100, 0))]),
  of100('addTokens 5: 120 to a full bucket', 0, [give(110, 120, left(100, 0))]),
  ...[
    { initial: 0, added: 10, result: 10 },
    { initial: 10, added: 1, result: 10 },
    { initial: 5, added: 6, result: 10 },
  ].map(
    ({ initial, added, result }): Scenario => ({
      name: `addTokens: ${added} to ${initial} of 10`,
      why: 'no more than the capacity',
      origin: 'published',
      limit: bucket('10/100ms', 10),
      steps: [take(0, 10 - initial, ok(initial)), give(0, added, left(result, 0))],
    }),
  ),
  {
    name: 'addTokens: 4 to 1 of 10, a token a second',
    why: 'added, not multiplied by the rate',
    origin: 'published',
    limit: bucket('1/s', 10),
    steps: [take(0, 9, ok(1, 9000)), give(0, 4, left(5, 5000))],
  },
  {
    name: 'addTokens: overflow',
    why: 'the greatest number fills the bucket, and does not wrap',
    origin: 'adapted',
    differs: 'there 2^63 - 2 tokens',
    limit: bucket('10/s', 10),
    steps: [
      take(0, 1, ok(9, 100)),
      give(0, ALL, left(10, 0)),
      take(0, 10, ok(0)),
      take(0, 1, limited(0, 1000, 100)),
    ],
  },

  // EstimateAbilityToConsume: looks. The bucket is the same before and after.
  of100('estimateAbilityToConsume 1: 49 of 100', 100, [
    peek(0, 49, ok(100, 0)),
    peek(0, 0, ok(100, 0)),
  ]),
  of100('estimateAbilityToConsume 2: 1 of 1', 1, [peek(0, 1, ok(1, 99)), peek(0, 0, ok(1, 99))]),
  of100('estimateAbilityToConsume 3: 80 of 70', 70, [
    peek(0, 80, limited(70, 30, 10)),
    peek(0, 0, ok(70, 30)),
  ]),
  of100('estimateAbilityToConsume 4: 10 of none', 0, [
    peek(0, 10, limited(0, 100, 10)),
    peek(0, 0, ok(0, 100)),
  ]),
  of100('estimateAbilityToConsume 5: 120 of 10', 10, [
    peek(0, 120, never(10, 90)),
    peek(0, 0, ok(10, 90)),
  ]),
  {
    name: 'estimateAbilityToConsume 6: window, 80 of 70',
    why: 'nothing comes back before the window ends',
    origin: 'published',
    limit: windowOf('100/100ms'),
    steps: [take(0, 30, ok(70, 100)), peek(0, 80, limited(70, 100, 100)), peek(0, 0, ok(70, 100))],
  },
  {
    name: 'estimateAbilityToConsume 7 and 8: window, 10 of none, 120',
    why: 'a wait, and none that would help',
    origin: 'published',
    limit: windowOf('100/100ms'),
    steps: [
      take(0, 100, ok(0, 100)),
      peek(0, 10, limited(0, 100, 100)),
      peek(0, 120, never(0, 100)),
    ],
  },

  // TryConsume, TryConsumeAndReturnRemaining: the same with a take.
  of100('tryConsumeAndReturnRemaining 1: 49 of 100', 100, [take(0, 49, ok(51, 49))]),
  of100('tryConsumeAndReturnRemaining 2: 1 of 1', 1, [take(0, 1, ok(0, 100))]),
  of100('tryConsumeAndReturnRemaining 3: 80 of 70', 70, [
    take(0, 80, limited(70, 30, 10)),
    take(10, 80, ok(0, 100)),
  ]),
  of100('tryConsumeAndReturnRemaining 4: 10 of none', 0, [
    take(0, 10, limited(0, 100, 10)),
    take(10, 10, ok(0, 100)),
  ]),
  of100('tryConsumeAndReturnRemaining 5: 120 of 10', 10, [take(0, 120, never(10, 90))]),
  {
    name: 'tryConsume 1 and 2: 10 per 100 min',
    why: 'the last one, and none',
    origin: 'published',
    limit: bucket('10/100min', 10),
    steps: [
      take(0, 9, ok(1, 5_400_000)),
      take(0, 1, ok(0, 6_000_000)),
      take(0, 1, limited(0, 6_000_000, 600_000)),
    ],
  },
  {
    name: 'consume: 2 of 50, 10 of none, 1600 of 55',
    why: 'only what is there; there are no debts',
    origin: 'adapted',
    differs: 'consume in the state checks nothing: 48, but also -10 and -1545',
    limit: bucket('1000/1000ms', 1000),
    steps: [
      take(0, 950, ok(50)),
      take(0, 2, ok(48, 952)),
      take(0, 48, ok(0, 1000)),
      take(0, 10, limited(0, 1000, 10)),
      take(55, 1600, never(55, 945)),
    ],
  },
  {
    name: 'listeners of tryConsume: 9, then 6 of 10',
    why: 'nothing of the 6',
    origin: 'published',
    limit: bucket('10/s', 10),
    steps: [take(0, 9, ok(1, 900)), take(0, 6, limited(1, 900, 500)), take(0, 1, ok(0, 1000))],
  },

  // ConsumeAsMuchAsPossible.
  {
    name: 'tryConsumeAsMuchAsPossible 1 and 2: 2 of 2, then none',
    why: 'all that is left',
    origin: 'published',
    limit: bucket('10/100min', 10),
    steps: [take(0, 8, ok(2)), takeUpTo(0, ALL, granted(2, 0)), takeUpTo(0, ALL, granted(0, 0))],
  },
  ...[
    { initial: 4, asked: 5, result: 4 },
    { initial: 5, asked: 5, result: 5 },
    { initial: 6, asked: 5, result: 5 },
  ].map(
    ({ initial, asked, result }): Scenario => ({
      name: `tryConsumeAsMuchAsPossible: ${asked} of ${initial}`,
      why: 'the smaller of the two',
      origin: initial === 6 ? 'derived' : 'published',
      limit: bucket('10/100min', 10),
      steps: [
        take(0, 10 - initial, ok(initial)),
        takeUpTo(0, asked, granted(result, initial - result)),
      ],
    }),
  ),
  {
    name: 'listeners of tryConsumeAsMuchAsPossible: 8, 8, 3 of 10',
    why: '8, the 2 that are left, none',
    origin: 'published',
    limit: bucket('10/s', 10),
    steps: [
      takeUpTo(0, 8, granted(8, 2, 800)),
      takeUpTo(0, 8, granted(2, 0, 1000)),
      takeUpTo(0, 3, granted(0, 0, 1000)),
    ],
  },

  // ConsumeIgnoringLimits.
  of100('consumeIgnoringRateLimits 1: 49 at 50 ms', 0, [take(50, 49, ok(1, 99))]),
  of100('consumeIgnoringRateLimits 2: 50 at 50 ms', 0, [take(50, 50, ok(0, 100))]),
  of100('consumeIgnoringRateLimits 3: 51 at 120 ms', 0, [take(120, 51, ok(49, 51))]),
  of100('consumeIgnoringRateLimits 4: 100 at 101 ms', 0, [take(101, 100, ok(0, 100))]),
  of100(
    'consumeIgnoringRateLimits, overflown 1: 52 at 50 ms',
    0,
    [take(50, 52, limited(50, 50, 2)), take(52, 52, ok(0, 100))],
    WAITS_INSTEAD,
  ),
  of100(
    'consumeIgnoringRateLimits, overflown 2: 50 at once',
    0,
    [take(0, 50, limited(0, 100, 50)), take(50, 50, ok(0, 100))],
    WAITS_INSTEAD,
  ),
  of100(
    'consumeIgnoringRateLimits, overflown 3 and 4: 151 at 120 ms, 400 at 201 ms',
    0,
    [take(120, 151, never(100, 0)), take(201, 400, never(100, 0))],
    'there a debt of 51 and 300 ms; what never fits is never allowed here',
  ),

  {
    name: 'reset: 10 of 100',
    why: 'full again',
    origin: 'published',
    limit: bucket('100/100ms', 100),
    steps: [take(0, 90, ok(10, 90)), reset(0, left(100, 0)), take(0, 100, ok(0, 100))],
  },

  // BucketState: the wait, and the time until full.
  ...[
    { rate: '10/100ms', initial: 0, cost: 10, waitMs: 100, resetMs: 100 },
    { rate: '2/100ms', initial: 0, cost: 10, waitMs: 500, resetMs: 500 },
    { rate: '10/100ms', initial: 4, cost: 7, waitMs: 30, resetMs: 60 },
    { rate: '10/100ms', initial: 1, cost: 2, waitMs: 10, resetMs: 90 },
  ].map(
    ({ rate, initial, cost, waitMs, resetMs }): Scenario => ({
      name: `delayAfterWillBePossibleToConsume: ${cost} of ${initial}, ${rate}`,
      why: 'the wait, one ns less than the wait, and no wait any more',
      // The last is a row of calculateFullRefillingTime, with a cost of ours.
      origin: initial === 1 ? 'derived' : 'published',
      limit: bucket(rate, 10),
      steps: [
        take(0, 10 - initial, ok(initial, resetMs)),
        take(0, cost, limited(initial, resetMs, waitMs)),
        take(waitMs - 0.000001, cost, limited(cost - 1, resetMs - waitMs + 0.000001, 0.000001)),
        take(waitMs, cost, ok(0)),
      ],
    }),
  ),
  {
    name: 'delayAfterWillBePossibleToConsume 5: 11 of 4, capacity 10',
    why: 'more than the capacity never comes',
    origin: 'adapted',
    differs:
      'the state computes 70 ns for it; tryConsume and estimateAbilityToConsume do say never',
    limit: bucket('10/100ms', 10),
    steps: [take(0, 6, ok(4, 60)), take(0, 11, never(4, 60))],
  },
  {
    name: 'calculateFullRefillingTime 2: window with 1 of 10',
    why: 'a window fills when it ends, not token by token',
    origin: 'published',
    limit: windowOf('10/100ms'),
    steps: [take(0, 9, ok(1, 100)), peek(99, 2, limited(1, 1, 1)), peek(100, 0, ok(10))],
  },

  // BucketState: refills, with the rest of the division in the reset time. 300 of 1000 there are 0.3 tokens.
  refill('simple 1', '1000/1000ms', 1000, 0, 10_040, ok(40, 960)),
  refill('simple 2', '1000/1000ms', 1000, 50, 10_001, ok(51, 949)),
  refill(
    'simple 3, one ms back',
    '1000/1000ms',
    1000,
    55,
    9999,
    ok(54, 946),
    '55: a clock that goes back is ignored there; here the bucket is as far from full as it says',
  ),
  refill('simple 4', '1000/1000ms', 1000, 200, 20_000, ok(1000, 0)),
  refill('simple 5', '100/1000ms', 100, 0, 10_003, ok(0, 997)),
  refill('simple 6', '100/1000ms', 100, 90, 10_017, ok(91, 83)),
  refill('simple 7', '100/1000ms', 100, 0, 28_888, ok(100, 0)),
  refill('classic 1', '1/1ms', 1000, 0, 10_040, ok(40, 960)),
  refill('classic 2', '10/10ms', 1000, 50, 10_001, ok(51, 949)),
  refill('classic 3', '1/1ms', 1000, 55, 10_000, ok(55, 945)),
  refill('classic 4', '10/10ms', 1000, 200, 20_000, ok(1000, 0)),
  refill('classic 5', '1/10ms', 100, 0, 10_003, ok(0, 997)),
  refill('classic 6', '1/10ms', 100, 90, 10_017, ok(91, 83)),
  refill('classic 7', '1/10ms', 100, 0, 28_888, ok(100, 0)),

  // BucketRoundingRules.
  {
    name: 'the rest of a division is not lost: 10 per 100 ms',
    why: '9.7 tokens: 9, and then 0.7 that become one 3 ms later',
    origin: 'published',
    limit: bucket('10/100ms', 10),
    steps: [
      take(0, 10, ok(0, 100)),
      take(97, 9, ok(0, 93)),
      take(97, 1, limited(0, 93, 3)),
      take(100, 1, ok(0, 100)),
      take(100, 1, limited(0, 100, 10)),
    ],
  },
  {
    name: 'the rest of a division is gone when the bucket is full',
    why: '0.7 and 10 are 10',
    origin: 'published',
    limit: bucket('10/100ms', 10),
    steps: [
      take(0, 10, ok(0, 100)),
      take(97, 9, ok(0, 93)),
      take(97, 1, limited(0, 93, 3)),
      give(97, 10, left(10, 0)),
      take(97, 10, ok(0, 100)),
      take(100, 1, limited(0, 97, 7)),
    ],
  },
  {
    name: 'a token in part counts for the wait: 1/s, capacity 4',
    why: 'after 200 ms: 800 for one, 2800 for three',
    origin: 'published',
    limit: bucket('1/s', 4),
    steps: [
      take(0, 3, ok(1, 3000)),
      takeUpTo(0, ALL, granted(1, 0, 4000)),
      peek(200, 1, limited(0, 3800, 800)),
      take(200, 1, limited(0, 3800, 800)),
      peek(200, 3, limited(0, 3800, 2800)),
      take(200, 3, limited(0, 3800, 2800)),
    ],
  },

  // HandlingArithmeticOverflow: each of the three limits of issue 51 by itself. Together: bucket4jTogether.
  ...[
    { rate: '700000/h', burst: 700_000 },
    { rate: '14500/min', burst: 14_500 },
    { rate: '300/s', burst: 300 },
  ].map(
    ({ rate, burst }): Scenario => ({
      name: `issue 51: ${rate}, 12 hours idle`,
      why: 'tokens times nanoseconds of 12 hours do not wrap',
      origin: 'derived',
      differs: 'the original has the three in one bucket',
      limit: bucket(rate, burst),
      steps: [
        take(43_200_000, 1, ok(burst - 1)),
        take(43_200_000, burst - 1, ok(0)),
        take(43_200_000, 1, limited(0)),
      ],
    }),
  ),
  {
    name: 'many periods at once: 2147483647 at 1000000/s, 9 years idle',
    why: 'the greatest burst after a long time is full, and no more',
    origin: 'adapted',
    differs: 'there 2^59 tokens, and three periods of 2^60 ns',
    limit: bucket('1000000/s', ALL),
    steps: [
      take(0, ALL, ok(0)),
      take(0, 1, limited(0, 2_147_483.647, 0.001)),
      take(283_824_000_000, ALL, ok(0, 2_147_483.647)),
      take(283_824_000_000, 1, limited(0, 2_147_483.647, 0.001)),
    ],
  },

  // FixedIntervalRefill, IntervallyAlignedRefill: those that fill the bucket up are windows.
  {
    name: 'fixed interval: 9 per 10 ms',
    why: 'none at 4, all at 10, no more at 11',
    origin: 'published',
    limit: windowOf('9/10ms'),
    steps: [
      take(0, 9, ok(0, 10)),
      peek(0, 0, ok(0, 10)),
      peek(4, 0, ok(0, 6)),
      peek(10, 0, ok(9)),
      peek(11, 0, ok(9)),
    ],
  },
  {
    name: 'issue 71: 10 per min',
    why: 'the wait is until the window ends, for one and for all; for more there is none',
    origin: 'published',
    limit: windowOf('10/min'),
    steps: [
      take(0, 10, ok(0, 60_000)),
      take(0, 1, limited(0, 60_000, 60_000)),
      take(0, 10, limited(0, 60_000, 60_000)),
      take(15_000, 1, limited(0, 45_000, 45_000)),
      take(15_000, 15, never(0, 45_000)),
      take(60_000, 10, ok(0, 60_000)),
    ],
  },
  {
    name: 'aligned interval: 400 per 100 ms, long idle',
    why: 'the edges of windows stay where they are',
    origin: 'published',
    limit: { algorithm: 'fixed-window', rate: '400/100ms', window: 'aligned' },
    steps: [
      takeUpTo(103, ALL, granted(400, 0, 97)),
      peek(199, 1, limited(0, 1, 1)),
      peek(32_849, 0, ok(400)),
      takeUpTo(32_849, ALL, granted(400, 0, 51)),
      peek(32_849, 0, ok(0, 51)),
      peek(32_900, 0, ok(400)),
    ],
  },

  ...changes(),
]

/** ConfigurationReplacement. */
function changes(): Scenario[] {
  const from3 = '3/5ms'
  const to60 = '60/1000ms'
  return [
    // The examples of TokensInheritanceStrategy: 40 of 100, a refill of 10 a minute. The two of `used` are gubernator's
    // rule on the same numbers.
    ...(
      [
        ['as-is', 200, 40],
        ['as-is', 20, 20],
        ['proportional', 200, 80],
        ['proportional', 20, 8],
        ['additive', 200, 140],
        ['additive', 20, 20],
        ['reset', 200, 200],
        ['reset', 20, 20],
        ['used', 200, 140],
        ['used', 20, 0],
      ] as const
    ).map(
      ([rule, burst, result]): Scenario => ({
        name: `40 of 100, now ${burst}: ${rule}`,
        why: `${result} are left`,
        origin: rule === 'used' || rule === 'reset' ? 'derived' : 'published',
        limit: bucket('10/min', 100, rule),
        steps: [take(0, 60, ok(40)), change(0, bucket('10/min', burst, rule), left(result))],
      }),
    ),
    {
      name: '10 of 100, now 20: additive',
      why: 'what is left fits: it stays',
      origin: 'published',
      limit: bucket('10/min', 100, 'additive'),
      steps: [
        take(0, 90, ok(10, 540_000)),
        change(0, bucket('10/min', 20, 'additive'), left(10, 60_000)),
      ],
    },
    ...(['as-is', 'proportional', 'additive'] as const).map(
      (rule): Scenario => ({
        name: `500 of 500, now 200: ${rule}`,
        why: 'a full bucket stays full, and holds no more than it can',
        origin: 'published',
        limit: bucket('100/100ms', 500, rule),
        steps: [change(0, bucket('100/100ms', 200, rule), left(200, 0)), take(0, 200, ok(0, 200))],
      }),
    ),
    {
      name: '200 of 500, now 900: additive',
      why: 'the 400 more are there at once',
      origin: 'published',
      limit: bucket('100/100ms', 500, 'additive'),
      steps: [
        take(0, 300, ok(200, 300)),
        change(0, bucket('100/100ms', 900, 'additive'), left(600, 300)),
      ],
    },
    {
      name: '1.8 of 3, now 60: reset',
      why: 'what was used is forgotten',
      origin: 'published',
      limit: bucket(from3, 3, 'reset'),
      steps: [take(0, 3, ok(0, 5)), change(3, bucket(to60, 60, 'reset'), left(60, 0))],
    },
    {
      name: '1.8 of 3, now 60: as-is',
      why: 'the 0.8 are kept: 0.24 more make it 2.04',
      origin: 'published',
      limit: bucket(from3, 3, 'as-is'),
      steps: [
        take(0, 3, ok(0, 5)),
        change(3, bucket(to60, 60, 'as-is'), left(1, 970)),
        peek(7, 0, ok(2, 966)),
      ],
    },
    {
      name: '1.8 of 3, now 60: additive',
      why: '58.8, and 0.24 more make it 59.04',
      origin: 'published',
      limit: bucket(from3, 3, 'additive'),
      steps: [
        take(0, 3, ok(0, 5)),
        change(3, bucket(to60, 60, 'additive'), left(58, 20)),
        peek(7, 0, ok(59, 16)),
      ],
    },
    {
      name: '1.8 of 3, now 60: proportional',
      why: 'exactly 36, which must not come out as 35.999; 17 ms later 37.02',
      origin: 'published',
      limit: bucket(from3, 3, 'proportional'),
      steps: [
        take(0, 3, ok(0, 5)),
        change(3, bucket(to60, 60, 'proportional'), left(36, 400)),
        peek(7, 0, ok(36, 396)),
        peek(20, 0, ok(37, 383)),
      ],
    },
    {
      name: '2.25 of 6, now 3: proportional',
      why: '1.125: the fraction is scaled, too',
      origin: 'published',
      limit: bucket('6/8ms', 6, 'proportional'),
      steps: [
        take(0, 6, ok(0, 8)),
        // 1.875 tokens are missing, at 3 per 8 ms.
        change(3, bucket('3/8ms', 3, 'proportional'), left(1, 5)),
        peek(8, 0, ok(3, 0)),
      ],
    },
    {
      name: '1.8 of 3, now 60: used',
      why: '1.2 are used, and stay so: 58.8 are left',
      origin: 'derived',
      differs: OTHER_NUMBERS,
      limit: bucket(from3, 3, 'used'),
      steps: [take(0, 3, ok(0, 5)), change(3, bucket(to60, 60, 'used'), left(58, 20))],
    },
    {
      name: '10 of 100, now 10: as-is, refilled first',
      why: 'what came back until now counts at the old rate',
      origin: 'published',
      limit: bucket('100/100ms', 100, 'as-is'),
      steps: [take(0, 100, ok(0, 100)), change(10, bucket('10/100ms', 10, 'as-is'), left(10, 0))],
    },
    {
      name: 'none of 100, now 10: as-is',
      why: 'from now on at the new rate: one in 10 ms',
      origin: 'published',
      limit: bucket('100/100ms', 100, 'as-is'),
      steps: [
        take(0, 100, ok(0, 100)),
        change(0, bucket('10/100ms', 10, 'as-is'), left(0, 100)),
        peek(10, 0, ok(1, 90)),
      ],
    },
    {
      name: '60 of 60, now 3: as-is, implicitly',
      why: 'no more than the new capacity',
      origin: 'published',
      limit: bucket(to60, 60, 'as-is'),
      steps: [peek(0, 0, ok(60, 0)), change(0, bucket(from3, 3, 'as-is'), left(3, 0))],
    },
    {
      name: '1.8 of 3, now a window of 60: as-is',
      why: 'a window counts whole tokens: the 0.8 are lost, not doubled',
      origin: 'published',
      limit: bucket(from3, 3, 'as-is'),
      steps: [
        take(0, 3, ok(0, 5)),
        change(3, windowOf(to60, 'as-is'), left(1, 1000)),
        peek(1002, 0, ok(1, 1)),
        peek(1003, 0, ok(60)),
      ],
    },
    {
      name: '1.8 of 3, now a window of 60: additive',
      why: 'the same with the 57 more',
      origin: 'published',
      limit: bucket(from3, 3, 'additive'),
      steps: [
        take(0, 3, ok(0, 5)),
        change(3, windowOf(to60, 'additive'), left(58, 1000)),
        peek(1002, 0, ok(58, 1)),
        peek(1003, 0, ok(60)),
      ],
    },
    ...(['as-is', 'proportional', 'additive', 'reset', 'used'] as const).map(
      (rule): Scenario => ({
        name: `none of 5 per min, now 10: ${rule}, full a minute later`,
        why: 'whatever the rule, the new bucket fills at the new rate',
        origin: 'derived',
        differs: OTHER_NUMBERS,
        limit: bucket('5/min', 5, rule),
        steps: [
          times(5, take(0, 1, ok())),
          take(0, 1, limited(0, 60_000, 12_000)),
          change(0, bucket('10/min', 10, rule), {}),
          take(60_000, 10, ok(0, 60_000)),
          take(60_000, 1, limited(0, 60_000, 6000)),
        ],
      }),
    ),
  ]
}

// Several bandwidths of one bucket are several limits in one call.
export const bucket4jTogether: readonly TogetherScenario[] = [
  {
    name: 'getAvailableTokens 4: 5 of 10 and 2 of 2',
    why: 'two of both, and then the second has none',
    origin: 'adapted',
    differs: 'there a look: the smaller of the two, 2',
    limits: { a: bucket('10/100ms', 10), b: bucket('2/100ms', 2) },
    steps: [
      { at: 0, take: { a: 5 }, expect: { allowed: true, remaining: { a: 5, b: 2 } } },
      {
        at: 0,
        take: { a: 3, b: 3 },
        expect: { allowed: false, retryMs: null, remaining: { a: 5, b: 2 } },
      },
      { at: 0, take: { a: 2, b: 2 }, expect: { allowed: true, remaining: { a: 3, b: 0 } } },
      {
        at: 0,
        take: { a: 1, b: 1 },
        expect: { allowed: false, retryMs: 50, remaining: { a: 3, b: 0 } },
      },
    ],
  },
  ...(['ab', 'ba'] as const).map(
    (order): TogetherScenario => ({
      name: `delayAfterWillBePossibleToConsume ${order === 'ab' ? 6 : 7}: 3 of 1 and 2`,
      why: 'the longer of the waits, 20 and 2, in whatever order',
      origin: 'published',
      limits:
        order === 'ab'
          ? { a: bucket('10/100ms', 10), b: bucket('5/10ms', 5) }
          : { b: bucket('5/10ms', 5), a: bucket('10/100ms', 10) },
      steps: [
        { at: 0, take: { a: 9, b: 3 }, expect: { allowed: true, remaining: { a: 1, b: 2 } } },
        {
          at: 0,
          take: { a: 3, b: 3 },
          expect: { allowed: false, retryMs: 20, remaining: { a: 1, b: 2 } },
        },
        { at: 20, take: { a: 3, b: 3 }, expect: { allowed: true, remaining: { a: 0, b: 2 } } },
      ],
    }),
  ),
  {
    name: 'delayAfterWillBePossibleToConsume 8: 3 of 5 and 3',
    why: 'no wait',
    origin: 'published',
    limits: { a: bucket('5/10ms', 5), b: bucket('10/100ms', 10) },
    steps: [
      { at: 0, take: { b: 7 }, expect: { allowed: true, remaining: { a: 5, b: 3 } } },
      {
        at: 0,
        take: { a: 3, b: 3 },
        expect: { allowed: true, retryMs: 0, remaining: { a: 2, b: 0 } },
      },
    ],
  },
  {
    name: 'issue 51: 700000/h, 14500/min and 300/s, 12 hours idle',
    why: 'the smallest decides; the others lose nothing by it',
    origin: 'published',
    limits: {
      hour: bucket('700000/h', 700_000),
      minute: bucket('14500/min', 14_500),
      second: bucket('300/s', 300),
    },
    steps: [
      { at: 43_200_000, take: { hour: 1, minute: 1, second: 1 }, expect: { allowed: true } },
      {
        at: 43_200_000,
        take: { hour: 299, minute: 299, second: 299 },
        expect: { allowed: true, remaining: { hour: 699_700, minute: 14_200, second: 0 } },
      },
      {
        at: 43_200_000,
        take: { hour: 1, minute: 1, second: 1 },
        expect: { allowed: false, remaining: { hour: 699_700, minute: 14_200, second: 0 } },
      },
    ],
  },
]

// Left out:
// - ForceAddTokens, all rows: tokens above the capacity (120 and 220 of 100); ours are clamped, as in AddTokens.
//   So is the proportional change of a bucket with 10000000 of 3
// - consumeIgnoringRateLimits of a bucket in debt (issue 417, "Reservation overflow"), the proportional change of
//   -2.75 tokens, calculateFullRefillingTime 3 (1650 from -23): a take never goes into debt
// - calculateFullRefillingTime 4, FixedIntervalRefill with two intervals, IntervallyAligned with 200 of 400 per minute,
//   "overflow during deficit calculation for interval refill": intervals that add to what is left are no windows
// - calculateFullRefillingTime 1, 5 to 8: the reset times of delayAfterWillBePossibleToConsume
// - the ten rows of adaptive initial tokens (20 s into a minute: 266 of 400 ...): our windows start whole
// - replacement by the id of a bandwidth: a limit is known by its name, tested in reloads
// - IncompatibleConfigurationException: a reload may change anything
// - HandlingArithmeticOverflow with capacities near 2^63: our config ends at 2147483647
// - listeners, schedulers, blocking, serialization, and all of distributed/: not of the arithmetic
