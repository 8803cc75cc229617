// What entries of a config can refer to: everything that all its files define.
import { type Finding, finding } from './finding.ts'
import { didYouMean } from './suggest.ts'
import type { FeatureDefinition, JsonObject, Path } from './types.ts'
import { quote } from './words.ts'

/** All that is defined, wherever it is. */
export interface World {
  /** By name; undefined for those that have errors. */
  readonly flags: ReadonlyMap<string, JsonObject | undefined>
  readonly features: ReadonlyMap<string, FeatureDefinition | undefined>
  /** Limits and quotas. */
  readonly limits: ReadonlyMap<string, JsonObject | undefined>
  readonly plans: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  /** Undefined where there may be others than those in the config. */
  readonly tenants: ReadonlySet<string> | undefined
  /** Where something stands: `file:line:column`, or the path in an object. */
  where(path: Path): string
}

const namesShown = 20
/** Nearest words are looked for among so many at most: each costs a microsecond, and there may be 100,000. */
const candidatesMax = 1000

/** The finding of a name that nothing has. */
export function unknown(
  code: string,
  noun: string,
  name: string,
  path: Path,
  known: Iterable<string>,
  part: 'key' | 'value' = 'value',
): Finding {
  const candidates: string[] = []
  for (const candidate of known) {
    candidates.push(candidate)
    if (candidates.length === candidatesMax) break
  }
  const message = `there is no ${noun} '${name}'${didYouMean(name, candidates)}`
  const shown = candidates.slice(0, namesShown).join(', ')
  const more = candidates.length > namesShown ? ', ...' : ''
  const expected = candidates.length === 0 ? `a ${noun}: there is none` : `one of ${shown}${more}`
  return finding(code, message, path, expected, quote(name), part)
}

/** The finding of something that may be said in one place only, and is said in another one too. */
export function saidTwice(message: string, path: Path, first: string): Finding {
  const found = `the same at ${first}`
  return finding('KEY_DUPLICATE', message, path, 'each name once', found, 'key')
}

/** The same finding as a warning. */
export function warning(found: Finding): Finding {
  found.problem.severity = 'warning'
  return found
}
