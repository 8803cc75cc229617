// Many random rules, each over many random contexts, through one comparison.
import { appendFileSync } from 'node:fs'
import { contextOf } from './contexts.ts'
import { RuleGenerator } from './generator.ts'
import { Random } from './random.ts'
import type { Json } from './rules.ts'
import type { Comparing } from './versus.ts'
import { shrunk } from './versus.ts'

/** A file that a long run writes to how far it is. */
const LOG = process.env.SLUICE_FUZZ_LOG
const LOG_EVERY = 2000

export interface Campaign {
  readonly seed: number
  readonly rules: number
  /** For each rule. */
  readonly contexts: number
  /** With flagd's own operators. */
  readonly flagd: boolean
  readonly make: (generator: RuleGenerator) => Json
}

/** Compares them; what disagrees is in the comparison then. */
export async function compareMany(versus: Comparing, campaign: Campaign): Promise<void> {
  const { seed, rules, contexts, flagd, make } = campaign
  const random = new Random(seed)
  const pool = Array.from({ length: 40 * contexts }, () => contextOf(random))
  // Shallow and deep ones, tame ones and odd ones.
  const generators = [
    new RuleGenerator(random, { depth: 3, odd: 0.1, flagd }),
    new RuleGenerator(random, { depth: 4, odd: 0.2, flagd }),
    new RuleGenerator(random, { depth: 5, odd: 0.1, flagd }),
    new RuleGenerator(random, { depth: 6, odd: 0.3, flagd }),
  ]
  for (let index = 0; index < rules; index++) {
    const start = random.below(pool.length - contexts)
    const rule = make(generators[index % generators.length]!)
    await versus.compare(rule, pool.slice(start, start + contexts))
    if (LOG !== undefined && (index + 1) % LOG_EVERY === 0) {
      const { cases, disagreements, full, refused } = versus
      const found = { seed, flagd, rules: index + 1, cases, full, refused }
      appendFileSync(LOG, `${JSON.stringify({ ...found, disagreements: disagreements.length })}\n`)
    }
  }
}

/** A few of the disagreements in their smallest form, to be read. */
export async function describeDisagreements(versus: Comparing): Promise<string[]> {
  const seen = new Set<Json>()
  const lines = new Set<string>()
  for (const disagreement of versus.disagreements.slice(0, 200)) {
    if (seen.has(disagreement.rule) || lines.size === 10) continue
    seen.add(disagreement.rule)
    const { peer, rule, data, ours, theirs } = await shrunk(versus, disagreement)
    lines.add(`${peer}: ${JSON.stringify({ rule, data })} gives ${ours}, there ${theirs}`)
  }
  return [...lines]
}
