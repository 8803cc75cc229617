// Published test data of other projects, read where it lies beside the project; without it the tests are skipped.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../shared/conformance/', import.meta.url)

export const isHere = existsSync(root)
if (!isHere) console.warn(`SKIPPED: no published test data at ${fileURLToPath(root)}`)

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Value
}

/** One rule of JsonLogic's compatibility table. */
export interface RuleCase {
  description: string
  rule: never
  data?: unknown
  result: unknown
}

/** The 278 rules of JsonLogic's compatibility table; strings between them are headings. */
export const ruleCases: RuleCase[] = isHere
  ? readJson<(string | RuleCase)[]>('json-logic/compatible.json').filter(
      entry => typeof entry !== 'string',
    )
  : []

/** One scenario of flagd's test bed, its examples written out. */
export interface Scenario {
  feature: string
  scenario: string
  tags: string[]
  steps: string[]
  row?: Record<string, string>
}

export const scenarios: Scenario[] = isHere
  ? readJson<Scenario[]>('flagd-testbed/evaluator_gherkin.expanded.json')
  : []

/** The flags of the test bed. */
export const testbedFlags: object = isHere
  ? readJson<object>('flagd-testbed/evaluator/flags/testkit-flags.json')
  : {}

/** A sample of flagd's schemas. */
export interface Sample {
  name: string
  isValid: boolean
  config: object
}

function samplesOf(kind: 'flags' | 'flagd' | 'targeting', isValid: boolean): Sample[] {
  const folder = `flagd-schemas/json/test/${kind}/${isValid ? 'positive' : 'negative'}/`
  return readdirSync(new URL(folder, root))
    .filter(file => file.endsWith('.json'))
    .map(file => {
      const content = readJson<object>(folder + file)
      const flag = { state: 'ENABLED', variants: { a: 'a' }, targeting: content }
      // One refers to an evaluator that it does not bring.
      const whole = { flags: { sample: flag }, $evaluators: { 'some-ref': { '!!': [1] } } }
      const config = kind === 'targeting' ? whole : content
      return { name: `${kind}/${basename(file, '.json')}`, isValid, config }
    })
}

/** What flagd's schemas accept and what they reject. */
export const samples: Sample[] = isHere
  ? [
      ...samplesOf('flags', true),
      ...samplesOf('flagd', true),
      ...samplesOf('targeting', true),
      // That flags may be a list, which one schema of flagd rejects, the schema of its daemon accepts.
      ...samplesOf('flags', false).filter(({ name }) => name !== 'flags/with-array-flags'),
      ...samplesOf('targeting', false),
    ]
  : []
