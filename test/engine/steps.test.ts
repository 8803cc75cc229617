// The steps of a flag's record are not only a bound: with the longest arrays that loops go through, a rule takes each of
// them.
import { describe, expect, it } from 'vitest'
import { ITEMS_MAX } from '../../assembly/shared/opcodes.ts'
import {
  CAUSE_TOO_MANY_ITEMS,
  ERROR_GENERAL,
  ERROR_SHIFT,
  NO_VARIANT,
} from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { compileConfig, flag } from './helpers.ts'
import { Ruleset } from './ruleset.ts'
import { Sandbox } from './sandbox.ts'

/** Room for an array of the context, and for another that a rule makes of it. */
const SIZES = { contextBytesMax: 16_384, scratchBytesMax: 16_384 }

const ITEMS = { var: 'items' }
const ITEM = { var: '' }

/** Loops that do not end before the last item, and rules without a branch that is not taken. All items are 1. */
const RULES: [name: string, rule: object][] = [
  ['map', { map: [ITEMS, { '+': [ITEM, 1] }] }],
  ['filter', { filter: [ITEMS, ITEM] }],
  ['all', { all: [ITEMS, { '==': [ITEM, 1] }] }],
  ['some', { some: [ITEMS, { '!': [ITEM] }] }],
  ['none', { none: [ITEMS, { '>': [ITEM, 1] }] }],
  ['reduce', { reduce: [ITEMS, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] }],
  [
    'loops behind each other',
    { '+': [{ reduce: [ITEMS, 2, 0] }, { reduce: [ITEMS, { var: 'current' }, 0] }] },
  ],
  [
    'loops inside each other',
    {
      reduce: [
        ITEMS,
        { and: [{ all: [{ var: 'accumulator' }, ITEM] }, { var: 'accumulator' }] },
        ITEMS,
      ],
    },
  ],
]

async function compileRule(rule: object): Promise<{ bytes: Uint8Array; steps: number }> {
  const bytes = await compileConfig({ flags: { f: flag({ '!!': [rule] }) } })
  const ruleset = new Ruleset(bytes)
  const steps = ruleset.get(ruleset.section(layout.HEADER_FLAGS) + layout.FLAG_STEPS)
  return { bytes, steps }
}

describe('the steps of a flag', () => {
  const longest = { a0: new Array<number>(ITEMS_MAX).fill(1) }

  it.each(RULES)('are taken to the last: %s', async (_, rule) => {
    const { bytes, steps } = await compileRule(rule)
    const sandbox = new Sandbox(false, SIZES)
    expect((await sandbox.run(bytes, [longest])).length).toBe(1)
    expect(sandbox.stepsMost).toBe(steps)
  })

  it.each(RULES)('are not exceeded by a longer array, which is an error: %s', async (_, rule) => {
    const { bytes, steps } = await compileRule(rule)
    const sandbox = new Sandbox(false, SIZES)
    const [word] = await sandbox.run(bytes, [{ a0: [...longest.a0, 1] }])
    expect(word! >>> ERROR_SHIFT).toBe(ERROR_GENERAL)
    expect(word! & NO_VARIANT).toBe(CAUSE_TOO_MANY_ITEMS)
    expect(sandbox.stepsMost).toBeLessThan(steps)
  })
})
