// JsonLogic's own compatibility table: 278 rules with data and results, read where it lies.
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonValue } from '../../src/config/types.ts'
import { ValueEvaluator } from '../flags/values.ts'

const file = new URL('../../../shared/conformance/json-logic/compatible.json', import.meta.url)

interface Case {
  description: string
  rule: JsonValue
  data?: unknown
  result: JsonValue
}

const found = existsSync(file)
if (!found) console.warn(`SKIPPED: ${file.pathname} is missing`)
const entries: (string | Case)[] = found ? JSON.parse(readFileSync(file, 'utf8')) : []
const cases = entries.filter(entry => typeof entry !== 'string')

describe.skipIf(!found)('the compatibility table of JsonLogic', () => {
  const evaluator = new ValueEvaluator()
  afterAll(() => evaluator.close())

  it('is whole', () => {
    expect(cases).toHaveLength(278)
  })

  it.each(cases)('$description', async ({ rule, data, result }) => {
    await evaluator.load(rule)
    expect(evaluator.run(data ?? {})).toEqual(result)
  })
})
