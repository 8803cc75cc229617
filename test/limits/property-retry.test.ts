// `retryMs`, `nextMs` and `resetMs` are exact: at that time it is so, and one quantum before it is not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LimitDefinition } from '../../src/config/types.ts'
import type { Limit } from '../../src/index.ts'
import { costs, KIND_NAMES, KINDS, type Kind, waits } from './model/arbitraries.ts'
import { ModelLimits } from './model/limits.ts'
import { openAt, WALL_MS } from './model/pair.ts'

const TIMED = KIND_NAMES.filter(kind => kind !== 'concurrency')
const YEARS_MS = 8 * 366 * 86_400_000
const requests = fc.array(fc.record({ wait: waits, cost: costs }), { minLength: 1, maxLength: 30 })

/** Quanta of one ms: a bucket's own, those of a log, and ms for windows. */
function quantaPerMs(definition: LimitDefinition): number {
  const { algorithm = 'gcra' } = definition
  if (algorithm !== 'gcra' && algorithm !== 'sliding-log') return 1
  const model = new ModelLimits({ it: definition }, WALL_MS)
  return Number(1_000_000n / model.meterOf(model.part('it', 'key', 1)).quantum)
}

/** The earliest time in ms that counts as the quantum. Not every decimal fraction is a float. */
function msOf(quantum: number, perMs: number): number {
  let ms = quantum / perMs
  while (Math.floor(ms * perMs) < quantum) ms += ms * Number.EPSILON
  return ms
}

interface Case {
  limit: Limit
  clock: { now: number }
  perMs: number
}

/** Puts the clock so many ms later than `fromMs`, rounded to quanta, and `shift` quanta more. */
function setClock({ clock, perMs }: Case, fromMs: number, ms: number, shift: number) {
  const quantum = Math.floor((fromMs + ms) * perMs + 1e-4)
  clock.now = msOf(quantum + shift, perMs)
}

async function eachAnswer(
  kind: Kind,
  check: (it: Case, cost: number) => void,
  seed: number,
): Promise<void> {
  const property = fc.asyncProperty(KINDS[kind], requests, async (definition, sequence) => {
    const { sluice, clock } = await openAt({ it: definition })
    const perMs = quantaPerMs(definition)
    const limit = sluice.limit('it')
    let latest = 0
    for (const { wait, cost } of sequence) {
      clock.now += wait
      const before = clock.now
      check({ limit, clock, perMs }, cost)
      latest = Math.max(latest, clock.now)
      clock.now = before
      // Looking ahead moves a quota on for good, and ten years is all that there is.
      if (latest > YEARS_MS) break
    }
    sluice.close()
  })
  await fc.assert(property, { seed, numRuns: 80 })
}

describe('retryMs', () => {
  it.each(TIMED)('is when the same cost fits, and not a quantum later: %s', async kind => {
    let refusals = 0
    const check = (it: Case, cost: number) => {
      const { limit, clock } = it
      const { allowed, code, retryMs } = limit.take('key', cost).toJSON()
      if (allowed) expect(retryMs).toBe(0)
      else if (code === 'COST_EXCEEDS_LIMIT') expect(retryMs).toBeNull()
      else {
        refusals++
        const now = clock.now
        expect(retryMs).toBeGreaterThan(0)
        setClock(it, now, retryMs!, -1)
        // Where time stands still for a coarse quantum, one before it may be now.
        if (clock.now > now) expect(limit.peek('key', cost).allowed, 'too early').toBe(false)
        setClock(it, now, retryMs!, 0)
        expect(limit.peek('key', cost).allowed, 'in time').toBe(true)
      }
    }
    await eachAnswer(kind, check, 41)
    expect(refusals).toBeGreaterThan(40)
  })
})

describe('nextMs', () => {
  it.each(TIMED)('is when one token more is there, and not a quantum later: %s', async kind => {
    const check = (it: Case, cost: number) => {
      const { limit, clock } = it
      limit.take('key', cost)
      const { nextMs, remaining, limit: full } = limit.peek('key')
      const now = clock.now
      if (remaining === full) return expect(nextMs).toBe(0)
      expect(nextMs).toBeGreaterThan(0)
      setClock(it, now, nextMs, -1)
      if (clock.now > now) expect(limit.peek('key').remaining, 'too early').toBe(remaining)
      setClock(it, now, nextMs, 0)
      expect(limit.peek('key').remaining, 'in time').toBeGreaterThan(remaining)
    }
    await eachAnswer(kind, check, 42)
  })
})

describe('resetMs', () => {
  it.each(TIMED)('is when nothing that was taken counts any more: %s', async kind => {
    const check = (it: Case, cost: number) => {
      const { limit, clock } = it
      limit.take('key', cost)
      const { resetMs, remaining, limit: full } = limit.peek('key')
      const now = clock.now
      if (remaining < full) expect(resetMs).toBeGreaterThan(0)
      if (resetMs === 0) return
      setClock(it, now, resetMs, -1)
      if (clock.now > now) expect(limit.peek('key').resetMs, 'too early').toBeGreaterThan(0)
      setClock(it, now, resetMs, 0)
      expect(limit.peek('key')).toMatchObject({ remaining: full, resetMs: 0 })
    }
    await eachAnswer(kind, check, 43)
  })
})
