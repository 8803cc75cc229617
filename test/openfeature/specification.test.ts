// The OpenFeature specification's own scenarios, with the real SDK and the real engine, where a copy of them lies
// beside this repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AsyncLocalStorageTransactionContextPropagator,
  NOOP_TRANSACTION_CONTEXT_PROPAGATOR,
  OpenFeature,
} from '@openfeature/server-sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toConfig } from './specification-flags.ts'
import type { Step } from './specification-steps.ts'
import { runStep } from './specification-steps.ts'
import { World } from './specification-world.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/conformance/openfeature-spec')
const GHERKIN = join(FOLDER, 'specification/assets/gherkin')
const present = existsSync(FOLDER)
if (!present) console.warn(`SKIPPED: no OpenFeature specification at ${FOLDER}`)

interface Scenario {
  readonly file: string
  readonly scenario: string
  readonly row?: Record<string, string>
  readonly steps: readonly string[]
}

/** What does not apply, and why. A scenario that is named here and does not exist fails. */
const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  'evaluation_v2.feature: CACHED reason':
    'Sluice keeps no results: each evaluation runs the rule, so no answer comes from a cache',
}

/** How many there are: a change of the copy is looked at. */
const COUNTS = {
  'contextMerging.feature': 29,
  'evaluation.feature': 13,
  'evaluation_v2.feature': 82,
  'hooks.feature': 3,
  'metadata.feature': 5,
}

const scenarios: Scenario[] = present
  ? JSON.parse(readFileSync(join(FOLDER, 'specification_assets_gherkin.expanded.json'), 'utf8'))
  : []
const config = present
  ? toConfig(JSON.parse(readFileSync(join(GHERKIN, 'test-flags.json'), 'utf8')))
  : {}

const idOf = ({ file, scenario }: Scenario) => `${file}: ${scenario}`
const isApplicable = (scenario: Scenario) => NOT_APPLICABLE[idOf(scenario)] === undefined

/** Takes the keywords off, and the rows of a table to the step before them. */
function stepsOf(lines: readonly string[]): Step[] {
  const steps: { text: string; table: string[][] }[] = []
  for (const line of lines) {
    if (line.startsWith('|')) {
      const cells = line.split('|').slice(1, -1)
      steps.at(-1)!.table.push(cells.map(cell => cell.trim()))
    } else {
      const [, text] = /^(?:Given|When|Then|And|But) (.+)$/.exec(line) ?? []
      if (text === undefined) throw new Error(`not a step: ${line}`)
      steps.push({ text, table: [] })
    }
  }
  return steps
}

beforeEach(() => {
  OpenFeature.setTransactionContextPropagator(new AsyncLocalStorageTransactionContextPropagator())
})
afterEach(() => {
  OpenFeature.setContext({})
  OpenFeature.setTransactionContextPropagator(NOOP_TRANSACTION_CONTEXT_PROPAGATOR)
})

describe.skipIf(!present)('the scenarios of the specification', () => {
  const titled = scenarios.map(scenario => {
    const row = Object.values(scenario.row ?? {}).join(', ')
    return { title: `${idOf(scenario)}${row === '' ? '' : ` [${row}]`}`, scenario }
  })

  for (const { title, scenario } of titled.filter(each => isApplicable(each.scenario))) {
    it(title, async () => {
      const world = new World(config)
      for (const step of stepsOf(scenario.steps)) await runStep(world, step)
    })
  }

  const left = titled.filter(({ scenario }) => !isApplicable(scenario))
  for (const { title, scenario } of left) {
    it.skip(`${title}: does not apply. ${NOT_APPLICABLE[idOf(scenario)]}`, () => {})
  }

  it('are all there', () => {
    const files = scenarios.map(({ file }) => file)
    const counts = Object.fromEntries(
      [...new Set(files)].map(file => [file, files.filter(other => other === file).length]),
    )
    expect(counts).toEqual(COUNTS)
    expect(left).toHaveLength(2)
    const ids = new Set(scenarios.map(idOf))
    for (const id of Object.keys(NOT_APPLICABLE)) expect(ids).toContain(id)
    // The expanded list has left none of the files' scenarios out.
    for (const file of readdirSync(GHERKIN).filter(name => name.endsWith('.feature'))) {
      const text = readFileSync(join(GHERKIN, file), 'utf8')
      for (const [, name] of text.matchAll(/^\s*Scenario(?: Outline)?: (.+)$/gm)) {
        expect(ids).toContain(`${file}: ${name!.trim()}`)
      }
    }
  })
})

describe('the runner', () => {
  it('fails for a step that it does not know', async () => {
    const world = new World({ flags: {} })
    const [step] = stepsOf(['Given a provider that sings'])
    await expect(runStep(world, step!)).rejects.toThrow('0 definitions of the step')
    expect(() => stepsOf(['Background:'])).toThrow('not a step')
  })

  it('fails for what a scenario does not find', async () => {
    const world = new World({ flags: {} })
    const lines = [
      'Given a stable provider',
      'And a String-flag with key "k" and a fallback value "\\"quoted\\""',
      'When the flag was evaluated with details',
      'Then the resolved details value should be "\\"quoted\\""',
    ]
    for (const step of stepsOf(lines)) await runStep(world, step)
    const [wrong] = stepsOf(['And the reason should be "STATIC"'])
    await expect(runStep(world, wrong!)).rejects.toThrow(/ERROR/)
  })

  it('fails for a rule in CEL that it cannot translate', () => {
    const flags = { a: { variants: { on: true }, contextEvaluator: 'true' } }
    expect(() => toConfig(flags)).toThrow('another rule: true')
  })
})
