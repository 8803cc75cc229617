// What other rate limiters publish as tests (golden/types.ts tells how it is written), run against ours: every row on
// WebAssembly and on its translation to JavaScript, and once more with a clock that does not start at 0.
import { describe, expect, it } from 'vitest'
import { QUANTUM_MS, QUANTUM_US } from '../../assembly/shared/limit.ts'
import type { Limit, Sluice } from '../../src/index.ts'
import { Calendar } from '../../src/limits/calendar.ts'
import { compileLimit } from '../../src/rules/limit.ts'
import { BUILDS, openWith } from '../engine/builds.ts'
import { bucket4j, bucket4jTogether } from './golden/bucket4j.ts'
import { governor } from './golden/governor.ts'
import { gregorian, gubernator } from './golden/gubernator.ts'
import { redisRate } from './golden/redis-rate.ts'
import { throttlecrab, throttled } from './golden/throttled.ts'
import type {
  Expect,
  LimitDefinition,
  Scenario,
  SlidingRow,
  Step,
  TogetherScenario,
} from './golden/types.ts'
import { unkey, unkeyRows, unkeyTogether, upstash } from './golden/unkey.ts'
import { NEW_YEAR, SMALL } from './helpers.ts'

const TABLES: Readonly<Record<string, readonly Scenario[]>> = {
  bucket4j,
  governor,
  gubernator,
  'redis-rate': redisRate,
  throttlecrab,
  throttled,
  unkey,
  upstash,
}
const TOGETHER = [...bucket4jTogether, ...unkeyTogether]
/** Hours of a day's fraction of a ms are lost in a double of this size: for scenarios in whole ms. */
const UNIX_MS = 1_795_305_600_000

const UNSHARED = BUILDS.find(({ name }) => name === 'unshared')!
const JAVASCRIPT = BUILDS.find(({ name }) => name === 'js')!
const RUNS = [
  { name: 'unshared', build: UNSHARED, startMs: 0 },
  { name: 'js', build: JAVASCRIPT, startMs: 0 },
  { name: 'unshared, a clock in Unix ms', build: UNSHARED, startMs: UNIX_MS },
]
type Run = (typeof RUNS)[number]

let ran = { scenarios: 0, steps: 0, rows: 0, together: 0 }

/** Opens the limits on a build; `at` sets the time. */
async function openGolden(run: Run, limits: Readonly<Record<string, object>>, startsAt?: string) {
  let now = 0
  const wallMs = startsAt === undefined ? NEW_YEAR : Date.parse(startsAt)
  const sluice = await openWith(
    run.build,
    { limits },
    { ...SMALL, clock: () => run.startMs + now, wallClock: () => wallMs + now },
  )
  const at = (ms: number) => {
    now = ms
  }
  return { sluice, at }
}

/** How much later than the true span a limit of this definition may say that something is. */
function quantumMsOf(definition: LimitDefinition): number {
  const { algorithm, quantum } = compileLimit('it', definition, [])[0]!.variant
  if (algorithm !== 0) return 0
  return quantum === QUANTUM_MS ? 1 : quantum === QUANTUM_US ? 0.001 : 0
}

/** What an answer says that is not as expected. Spans may be longer by a quantum or a step of doubles, never shorter. */
function differences(answer: Answer, expected: Expect, quantumMs: number): string[] {
  const found: string[] = []
  for (const [name, value] of Object.entries(expected)) {
    const actual = answer[name as keyof Expect]
    const isSpan = (name === 'resetMs' || name === 'retryMs') && value !== null
    const late = Number(actual) - Number(value)
    const isRight = isSpan
      ? actual !== null && late >= -1e-9 && late <= quantumMs + 1e-4
      : actual === value
    if (!isRight) found.push(`${name}: expected ${value}, found ${actual}`)
  }
  return found
}

type Answer = ReturnType<ReturnType<Limit['take']>['toJSON']>

/** Does a step once, and gives what is to be compared with its expectation. */
async function ask(sluice: Sluice, step: Step): Promise<Answer> {
  const limit = sluice.limit('it')
  const key = step.key ?? 'key'
  switch (step.op) {
    case 'take':
    case 'peek':
    case 'takeUpTo':
      return limit[step.op](key, step.cost).toJSON()
    case 'change':
      await sluice.publish({ limits: { it: step.to } })
      return limit.peek(key, 0).toJSON()
    default: {
      const { remaining, resetMs } =
        step.op === 'give' ? limit.give(key, step.cost).toJSON() : limit.reset(key).toJSON()
      const after = limit.peek(key, 0).toJSON()
      expect({ remaining, resetMs }, `${step.op} answers as the peek after it`).toEqual({
        remaining: after.remaining,
        resetMs: after.resetMs,
      })
      return after
    }
  }
}

async function runScenario(run: Run, { limit, startsAt, steps }: Scenario): Promise<void> {
  const { sluice, at } = await openGolden(run, { it: limit }, startsAt)
  let quantumMs = quantumMsOf(limit)
  for (const [index, step] of steps.entries()) {
    at(step.at)
    if (step.op === 'change') quantumMs = quantumMsOf(step.to)
    for (let time = 0; time < (step.times ?? 1); time++) {
      const found = differences(await ask(sluice, step), step.expect, quantumMs)
      if (found.length > 0) expect.soft(found, `step ${index}: ${JSON.stringify(step)}`).toEqual([])
    }
    ran.steps++
  }
  sluice.close()
  ran.scenarios++
}

/** A log of steps that are all of one cost would be long: takes of the same time are one call after the other. */
async function runTogether(run: Run, { limits, steps }: TogetherScenario): Promise<void> {
  const { sluice, at } = await openGolden(run, limits)
  for (const [index, { at: ms, take, expect: expected }] of steps.entries()) {
    at(ms)
    const names = Object.keys(take)
    const group = sluice.limitGroup(names)
    const { allowed, retryMs } = group.take('key', Object.values(take)).toJSON()
    const remaining = Object.fromEntries(
      Object.keys(expected.remaining ?? {}).map(name => {
        return [name, sluice.limit(name).peek('key', 0).remaining]
      }),
    )
    const answer = { allowed, retryMs, remaining }
    expect(answer, `step ${index}`).toMatchObject(expected)
    ran.steps++
  }
  sluice.close()
  ran.together++
}

async function runRow(run: Run, row: SlidingRow): Promise<void> {
  const { limit, windowMs, previous, current, elapsedMs, cost, exact } = row
  const definition = { algorithm: 'sliding-window', rate: `${limit}/${windowMs}ms` }
  const { sluice, at } = await openGolden(run, { it: definition })
  const it = sluice.limit('it')
  expect(it.take('key', previous).allowed, 'there is room for the window before').toBe(true)
  at(windowMs + elapsedMs)
  expect(it.take('key', current).allowed, 'there is room for this window').toBe(true)
  expect(it.peek('key', cost).toJSON(), 'a peek').toMatchObject({ code: exact.code })
  const { code, remaining, retryMs } = it.take('key', cost).toJSON()
  expect({ code, remaining, retryMs }).toEqual(exact)
  if (exact.retryMs !== null && exact.retryMs > 0) {
    at(windowMs + elapsedMs + exact.retryMs - 1)
    expect(it.peek('key', cost).allowed, 'a ms before').toBe(false)
    at(windowMs + elapsedMs + exact.retryMs)
    expect(it.peek('key', cost).allowed, 'when it says').toBe(true)
  }
  sluice.close()
  ran.rows++
}

/** Times in whole ms stay exact with a clock that starts at a large number. */
function isWhole({ steps }: { steps: readonly { at: number }[] }): boolean {
  return steps.every(({ at }) => Number.isInteger(at))
}

describe.each(RUNS)('$name', run => {
  for (const [table, scenarios] of Object.entries(TABLES)) {
    describe(table, () => {
      for (const scenario of scenarios) {
        if (run.startMs !== 0 && !isWhole(scenario)) continue
        it(`${scenario.name}: ${scenario.why}`, () => runScenario(run, scenario))
      }
    })
  }

  it.each(unkeyRows)('sliding window, $name: $why', row => runRow(run, row))

  it.each(TOGETHER)('together, $name: $why', scenario => runTogether(run, scenario))

  it('has lost none of them', () => {
    const all = Object.values(TABLES).flat()
    const scenarios = run.startMs === 0 ? all : all.filter(isWhole)
    expect(ran).toEqual({
      scenarios: scenarios.length,
      together: TOGETHER.length,
      rows: unkeyRows.length,
      steps: [...scenarios, ...TOGETHER].reduce((sum, { steps }) => sum + steps.length, 0),
    })
    ran = { scenarios: 0, steps: 0, rows: 0, together: 0 }
  })
})

describe('periods of the calendar', () => {
  it.each(gregorian)('$name', ({ period, timeZone, nowMs, endMs }) => {
    expect(new Calendar({ unit: period, timeZone }).periodAt(nowMs).endMs).toBe(endMs)
    expect(new Calendar({ unit: period, timeZone }).periodAt(endMs).startMs).toBe(endMs)
  })
})

it('has the tables whole', () => {
  const counts = Object.entries(TABLES).map(([name, { length }]) => [name, length])
  expect({
    ...Object.fromEntries(counts),
    rows: unkeyRows.length,
    together: TOGETHER.length,
    calendar: gregorian.length,
  }).toMatchInlineSnapshot(`
    {
      "bucket4j": 105,
      "calendar": 17,
      "governor": 33,
      "gubernator": 30,
      "redis-rate": 8,
      "rows": 16,
      "throttlecrab": 10,
      "throttled": 9,
      "together": 8,
      "unkey": 1,
      "upstash": 36,
    }
  `)
})
