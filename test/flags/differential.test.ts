// The same rules and contexts through Sluice and through others that evaluate JsonLogic: by value beside json-logic-js
// and both ways of json-logic-engine, and as flags beside flagd's own JavaScript evaluator. What they give must be the
// same, or another for a reason that is known (model/differences.ts, docs/flags.md). All of it must be what the model
// says, which is written down from the documentation.
import { appendFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareMany, describeDisagreements } from './campaign.ts'
import { DIFFERENCE_NAMES, DIFFERENCES } from './model/differences.ts'
import type { Tally } from './versus.ts'
import { Versus } from './versus.ts'
import { VARIANTS, VersusFlagd } from './versus-flagd.ts'

/** How many rules: a longer run is `npm run fuzz`. */
const RUNS = Number(process.env.SLUICE_FUZZ_RUNS ?? 3000)
const SEED = process.env.SLUICE_FUZZ_SEED ?? '20261122'
/** For each rule. */
const CONTEXTS = Number(process.env.SLUICE_FUZZ_CONTEXTS ?? 12)
const LOG = process.env.SLUICE_FUZZ_LOG
const TIMEOUT_MS = 24 * 3_600_000
const PEERS = ['compiled', 'interpreted', 'json-logic-js'] as const

describe('each known difference', () => {
  it.each(DIFFERENCE_NAMES)('%s', async name => {
    const { peers, example } = DIFFERENCES[name]
    const versus = example.flagd ? await VersusFlagd.open() : new Versus(peers)
    await versus.compare(example.rule, [example.data ?? {}])
    versus.close()
    expect(versus.disagreements).toEqual([])
    const tallies: Partial<Record<string, Tally>> = versus.tallies
    for (const peer of peers) expect(tallies[peer]!.differences.has(name), peer).toBe(true)
  })
})

describe(`${RUNS} random rules`, () => {
  const found = new Set<string>()

  function note(tallies: Partial<Record<string, Tally>>): void {
    for (const [peer, tally] of Object.entries(tallies)) {
      const { differences, ...counts } = tally!
      for (const name of differences.keys()) found.add(name)
      if (LOG === undefined) continue
      const counted = { peer, ...counts, ...Object.fromEntries(differences) }
      appendFileSync(LOG, `${JSON.stringify(counted)}\n`)
    }
  }

  function expectMany(tally: Tally, cases: number): void {
    // Most cases must be there, and most must be the same; of those a good part must not be errors.
    expect(tally.cases).toBe(cases)
    expect(tally.agreed + tally.failed).toBeGreaterThan(0.6 * cases)
    expect(tally.agreed).toBeGreaterThan(0.35 * cases)
  }

  it('give the same values', { timeout: TIMEOUT_MS }, async () => {
    const versus = new Versus(PEERS)
    await compareMany(versus, {
      seed: Number(SEED),
      rules: RUNS,
      contexts: CONTEXTS,
      flagd: false,
      make: generator => generator.rule(),
    })
    note(versus.tallies)
    expect(await describeDisagreements(versus)).toEqual([])
    versus.close()
    expect(versus.refused).toBeLessThan(0.05 * RUNS)
    expect(versus.full).toBeLessThan(0.01 * versus.cases)
    expect(versus.cases).toBeGreaterThan(0.9 * RUNS * CONTEXTS)
    for (const tally of Object.values(versus.tallies)) expectMany(tally, versus.cases)
  })

  it('give the same answers as flags', { timeout: TIMEOUT_MS }, async () => {
    const versus = await VersusFlagd.open()
    await compareMany(versus, {
      seed: Number(SEED),
      rules: Math.ceil(RUNS / 2),
      contexts: CONTEXTS,
      flagd: true,
      make: generator => generator.targeting(VARIANTS),
    })
    note(versus.tallies)
    expect(await describeDisagreements(versus)).toEqual([])
    versus.close()
    expect(versus.cases).toBeGreaterThan(0.9 * Math.ceil(RUNS / 2) * CONTEXTS)
    for (const tally of Object.values(versus.tallies)) expectMany(tally, versus.cases)
  })

  it('come upon every known difference', () => {
    // Too rare for a run of this length: they take millions.
    const rare = ['defaultOfWhole', 'pathOfObject', 'logOfNothing']
    const missed = DIFFERENCE_NAMES.filter(name => !found.has(name) && !rare.includes(name))
    expect(missed).toEqual([])
  })
})
