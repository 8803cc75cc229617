// Analysing flags that are written in a test.
import { analyze } from '../../src/analysis/analyze.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { JsonValue } from '../../src/config/types.ts'
import type { Problem } from '../../src/problems.ts'

/** The findings in a whole config, as it is loaded where rules may be malformed. */
export async function findingsIn(config: object): Promise<Problem[]> {
  return analyze((await loadConfig(config, { malformedRules: 'warning' })).config)
}

/** The findings in one rule, with paths from `targeting` on; those about the flag and the config are left aside. */
export async function findings(targeting: unknown, rest: object = {}): Promise<Problem[]> {
  const flag = { state: 'ENABLED', variants: { on: 1, off: 2 }, defaultVariant: 'off', targeting }
  const problems = await findingsIn({ flags: { flag }, ...rest })
  return problems
    .filter(({ code }) => code !== 'VARIANT_UNUSED' && code !== 'ATTRIBUTE_TYPES_MIXED')
    .map(problem => ({ ...problem, path: problem.path.slice(3) }))
}

/** `CODE at if[2]` of each finding: what most tests are about. */
export async function said(targeting: unknown, rest: object = {}): Promise<string[]> {
  const problems = await findings(targeting, rest)
  return problems.map(({ code, path }) => `${code} at ${path.join(' ')}`)
}

/** The value at a path. */
export function nodeAt(root: JsonValue, path: readonly (string | number)[]): JsonValue {
  return path.reduce<JsonValue>((node, key) => (node as Record<string, JsonValue>)[key]!, root)
}
