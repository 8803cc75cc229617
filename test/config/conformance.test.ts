// flagd's own samples: what its schema accepts is a config here too, and what it rejects is
// rejected with one problem.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { brief, flag } from './helpers.ts'

const conformance = resolve(import.meta.dirname, '../../../shared/conformance')
const samples = join(conformance, 'flagd-schemas/json/test')
const isHere = existsSync(samples)
if (!isHere) console.warn(`SKIPPED: flagd's samples are not in ${samples}`)

async function problemsOf(kind: string, file: string): Promise<string[]> {
  const path = join(samples, kind, file)
  if (kind.startsWith('flag')) return (await loadConfig(path)).problems.map(brief)
  const targeting: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return (await loadConfig({ flags: { f: flag({ targeting }) } })).problems.map(brief)
}

function list(folder: string): string[] {
  return isHere ? readdirSync(join(samples, folder)).filter(name => name.endsWith('.json')) : []
}

describe.skipIf(!isHere)("flagd's samples", () => {
  it.each(['flags/positive', 'flagd/positive', 'targeting/positive'])('%s', async folder => {
    for (const file of list(folder))
      expect([file, await problemsOf(folder, file)]).toEqual([file, []])
    expect(list(folder).length).toBeGreaterThan(0)
  })

  // flags/negative/with-array-flags.json is not here: flagd's other schema, for its daemon,
  // accepts it.
  const rule = 'a whole number from 0 to 2147483647, or a rule'
  const second = `item 2 of item 2 of 'fractional' must be ${rule}`
  it.each([
    ['flags/negative', 'empty-variants.json', "6:19 SCHEMA_LENGTH 'variants' is empty"],
    [
      'flags/negative',
      'missing-variants.json',
      "4:5 SCHEMA_REQUIRED 'myBoolFlag' lacks 'variants'",
    ],
    [
      'flags/negative',
      'mixed-variant-types.ffconfig.json',
      "8:16 SCHEMA_VARIANTS_MIXED all variants of a flag must have one type, and 'on' is a boolean",
    ],
    [
      'flags/negative',
      'state-set-incorrectly.json',
      "5:16 SCHEMA_ENUM 'state' must be ENABLED or DISABLED",
    ],
    [
      'flags/negative',
      'with-invalid-flag-metadata.json',
      "12:20 SCHEMA_TYPE 'invalid' must be a string, a number or a boolean",
    ],
    [
      'flags/negative',
      'with-invalid-flag-set-metadata.json',
      "14:16 SCHEMA_TYPE 'invalid' must be a string, a number or a boolean",
    ],
    [
      'flags/negative',
      'with-invalid-targeting.json',
      "12:9 SCHEMA_OPERATOR_UNKNOWN unknown operator 'not-a-real-rule'",
    ],
    ['targeting/negative', 'fractional-decimal-weighting.json', `SCHEMA_TYPE ${second}`],
    [
      'targeting/negative',
      'fractional-invalid-bucketing.json',
      "SCHEMA_TYPE item 1 of 'fractional' must be a bucket: [result] or [result, weight]",
    ],
    ['targeting/negative', 'fractional-invalid-weighting.json', `SCHEMA_TYPE ${second}`],
    ['targeting/negative', 'fractional-negative-weighting.json', `SCHEMA_RANGE ${second}`],
    [
      'targeting/negative',
      'invalid-ends-with-param.json',
      "SCHEMA_TYPE item 2 of 'ends_with' must be a string, or a rule",
    ],
    [
      'targeting/negative',
      'invalid-flagd-props.json',
      "SCHEMA_PATTERN 'var' must be $flagd.flagKey or $flagd.timestamp, the only names below $flagd",
    ],
    [
      'targeting/negative',
      'invalid-starts-with-param.json',
      "SCHEMA_TYPE item 2 of 'starts_with' must be a string, or a rule",
    ],
    [
      'targeting/negative',
      'sem-ver-invalid-range-specifier.json',
      "SCHEMA_ENUM item 2 of 'sem_ver' must be =, !=, <, <=, >, >=, ~ or ^",
    ],
    [
      'targeting/negative',
      'sem-ver-invalid-ver-expression.json',
      "SCHEMA_PATTERN item 3 of 'sem_ver' must be a version such as 2, 2.1, 2.1.0 or 2.1.0-beta.1",
    ],
  ])('%s/%s', async (folder, file, problem) => {
    expect(await problemsOf(folder, file)).toEqual([problem])
  })

  it('flags/negative/malformed-flag.json', async () => {
    expect(await problemsOf('flags/negative', 'malformed-flag.json')).toEqual([
      "12:5 SCHEMA_REQUIRED 'not-a-flag' lacks 'state'",
      "12:5 SCHEMA_REQUIRED 'not-a-flag' lacks 'variants'",
    ])
  })

  it('rejects every other negative sample, should there be new ones', async () => {
    for (const folder of ['flags/negative', 'targeting/negative']) {
      for (const file of list(folder).filter(name => name !== 'with-array-flags.json')) {
        expect([file, (await problemsOf(folder, file)).length]).not.toEqual([file, 0])
      }
    }
  })
})

describe.skipIf(!isHere)("flagd's test bed", () => {
  const path = join(conformance, 'flagd-testbed/evaluator/flags/testkit-flags.json')

  it('is a config but for the rules that are wrong on purpose', async () => {
    const { problems } = await loadConfig(path)
    expect(problems.map(problem => problem.path[1])).toEqual(
      expect.arrayContaining(['semver-wrong-args-flag', 'fractional-negative-weight-flag']),
    )
    for (const problem of problems)
      expect(problem.path[1]).toMatch(/wrong-args|negative-weight|invalid-operator/)
  })

  it('is a config with warnings where malformed rules may pass', async () => {
    const { problems, config } = await loadConfig(path, { malformedRules: 'warning' })
    expect(problems.every(problem => problem.severity === 'warning')).toBe(true)
    expect(config.flags).toHaveProperty('semver-wrong-args-flag')
  })
})
