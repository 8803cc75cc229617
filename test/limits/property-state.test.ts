// What changes nothing: refusals, peeks, groups of which one refuses. Told by the bytes of the tables.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Inspection } from '../threads/helpers.ts'
import { costs, KIND_NAMES, KINDS, keys, waits } from './model/arbitraries.ts'
import { BUILDS, openAt } from './model/pair.ts'

const parts = fc.array(fc.record({ limit: fc.nat(2), key: keys, cost: costs }), {
  minLength: 1,
  maxLength: 6,
})
const calls = fc.array(
  fc.record({
    wait: waits,
    kind: fc.constantFrom('take', 'peek', 'takeUpTo', 'reserve', 'groupPeek', 'group' as const),
    parts,
  }),
  { minLength: 1, maxLength: 40 },
)
const any = fc.oneof(...KIND_NAMES.map(kind => KINDS[kind]))

describe('the bytes of the tables', () => {
  it.each(['shared', 'debug'] as const)(
    'are the same after whatever was refused, or only looked at: %s',
    async build => {
      let refusals = 0
      const property = fc.asyncProperty(
        fc.tuple(any, any, any),
        calls,
        async (definitions, sequence) => {
          const limits = Object.fromEntries(
            definitions.map((definition, index) => [`limit${index}`, definition]),
          )
          const options = { ...BUILDS[build], logKeysMax: 128 }
          const { sluice, clock } = await openAt(limits, options)
          const inspection = new Inspection(sluice)
          for (const { wait, kind, parts } of sequence) {
            clock.now += wait
            const { limit: which, key, cost } = parts[0]!
            const definition = definitions[which]!
            const hasSlots = parts.some(
              ({ limit }) => definitions[limit]!.algorithm === 'concurrency',
            )
            const limit = sluice.limit(`limit${which}`)
            const group = sluice.limitGroup(parts.map(({ limit }) => `limit${limit}`))
            const ofParts = [parts.map(({ key }) => key), parts.map(({ cost }) => cost)] as const
            // What ends with the time, ends now, and not in the call that is looked at.
            limit.peek(key)
            const before = inspection.tables()
            let isChange = false
            if (kind === 'peek') limit.peek(key, cost)
            else if (kind === 'groupPeek') group.peek(...ofParts)
            else if (kind === 'reserve') isChange = group.reserve(...ofParts).allowed
            else if (kind === 'group') isChange = !hasSlots && group.take(...ofParts).allowed
            else if (definition.algorithm === 'concurrency') isChange = false
            else if (kind === 'take') isChange = limit.take(key, cost).allowed && cost > 0
            else isChange = limit.takeUpTo(key, cost).granted > 0
            if (isChange) continue
            refusals++
            expect(Buffer.compare(before, inspection.tables()), `${kind} wrote something`).toBe(0)
          }
          sluice.close()
        },
      )
      await fc.assert(property, { seed: 31, numRuns: 150 })
      expect(refusals, 'refusals and peeks').toBeGreaterThan(300)
    },
  )
})

describe('a group of which one limit refuses', () => {
  it('leaves every later answer of the others as it would have been', async () => {
    const kinds = KIND_NAMES.filter(kind => kind !== 'concurrency')
    const property = fc.asyncProperty(
      fc.oneof(...kinds.map(kind => KINDS[kind])),
      fc.array(fc.record({ wait: waits, cost: costs }), { minLength: 1, maxLength: 30 }),
      async (definition, sequence) => {
        const closed = { rate: '1/36500d', burst: 1 } as const
        const plain = await openAt({ it: definition })
        const noisy = await openAt({ it: definition, closed })
        noisy.sluice.limit('closed').take('key')
        const first = noisy.sluice.limitGroup(['it', 'closed'])
        const last = noisy.sluice.limitGroup(['closed', 'it', 'it'])
        for (const { wait, cost } of sequence) {
          plain.clock.now += wait
          noisy.clock.now += wait
          expect(first.take('key', [cost, 1]).allowed).toBe(false)
          expect(last.take('key', [1, cost, 1]).allowed).toBe(false)
          expect(first.reserve('key', [cost, 1]).allowed).toBe(false)
          const answer = noisy.sluice.limit('it').take('key', cost).toJSON()
          expect(answer).toEqual(plain.sluice.limit('it').take('key', cost).toJSON())
        }
        plain.sluice.close()
        noisy.sluice.close()
      },
    )
    await fc.assert(property, { seed: 32, numRuns: 150 })
  })
})
