// Every algorithm against the model (model/): what random operations answer, one limit at a time and all together.
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { KIND_NAMES, KINDS, operations } from './model/arbitraries.ts'
import { BUILDS, type BuildName, Pair } from './model/pair.ts'

/** More of them look deeper: SLUICE_LIMIT_RUNS=100000 takes half an hour. */
const RUNS = Number(process.env.SLUICE_LIMIT_RUNS ?? 150)
const SEED = Number(process.env.SLUICE_LIMIT_SEED ?? 11)
const builds = fc.constantFrom(...(Object.keys(BUILDS) as BuildName[]))

describe('every sequence of operations gets the answers of the definition', () => {
  it.each(KIND_NAMES)('of one limit: %s', async kind => {
    const property = fc.asyncProperty(KINDS[kind], operations, async (definition, sequence) => {
      const pair = await Pair.open([definition])
      try {
        for (const operation of sequence) pair.apply(operation)
      } finally {
        pair.close()
      }
    })
    await fc.assert(property, { seed: SEED, numRuns: RUNS })
  })

  it('of several limits of any algorithms, several at once, in every build', async () => {
    const any = fc.oneof(...KIND_NAMES.map(kind => KINDS[kind]))
    const several = fc.array(any, { minLength: 2, maxLength: 4 })
    const property = fc.asyncProperty(
      several,
      operations,
      builds,
      async (definitions, sequence, build) => {
        const pair = await Pair.open(definitions, build)
        try {
          for (const operation of sequence) pair.apply(operation)
        } finally {
          pair.close()
        }
      },
    )
    await fc.assert(property, { seed: SEED + 1, numRuns: 2 * RUNS })
  })
})
