// Idempotent takes against the model: a request id takes once for as long as its answer is remembered, and a refusal is
// remembered only while it would be one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KIND_NAMES, KINDS, keys, waits } from './model/arbitraries.ts'
import { type Answer, ModelLimits, toMs } from './model/limits.ts'
import { openAt, WALL_MS } from './model/pair.ts'

/** A request asks for the same each time. What never fits is not remembered, and not taken either. */
const COSTS = { first: 1, second: 2, third: 5, large: 40 } as const

const calls = fc.array(
  fc.record({
    wait: waits,
    id: fc.constantFrom(...(Object.keys(COSTS) as (keyof typeof COSTS)[])),
    key: keys,
    ttlMs: fc.constantFrom(1, 500, 86_400_000),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('taking once', () => {
  it.each(KIND_NAMES.filter(kind => kind !== 'concurrency'))(
    'takes for a request id once, and says again what it said: %s',
    async kind => {
      const property = fc.asyncProperty(KINDS[kind], calls, async (definition, sequence) => {
        const { sluice, clock } = await openAt({ it: definition })
        const limit = sluice.limit('it')
        const model = new ModelLimits({ it: definition }, WALL_MS)
        const remembered = new Map<string, { answer: Answer; until: number }>()
        for (const { wait, id, key, ttlMs } of sequence) {
          const cost = COSTS[id]
          clock.now += wait
          const name = `${key} ${id}`
          let { answer, until } = remembered.get(name) ?? { answer: undefined, until: 0 }
          if (answer === undefined || until <= clock.now) {
            answer = model.take([model.part('it', key, cost)], clock.now)[0]!
            until = clock.now + (answer.allowed ? ttlMs : Math.min(ttlMs, toMs(answer.retry)))
            remembered.set(name, { answer, until })
          }
          const { allowed, code, remaining } = limit.takeOnce(id, key, cost, { ttlMs })
          const { allowed: expected } = answer
          expect({ allowed, code, remaining }).toEqual({
            allowed: expected,
            code: answer.code,
            // What never fits is answered anew, or as it was; of quotas see property-defects.test.ts.
            remaining:
              code === 'COST_EXCEEDS_LIMIT' || kind === 'quota' ? remaining : answer.remaining,
          })
          const [now] = model.peek([model.part('it', key, 1)], clock.now)
          expect(limit.peek(key).remaining, 'what is left of the key').toBe(now!.remaining)
        }
        sluice.close()
      })
      await fc.assert(property, { seed: 61, numRuns: 60 })
    },
  )
})
