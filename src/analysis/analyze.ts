// Finds in the rules of a checked config what no evaluation needs to show: results that nobody gets, tests that come
// to the same for everybody, weights that do not mean what they seem to. Everything it says holds for every context;
// where it is not sure it says nothing. docs/lint.md has the findings with examples.
//
// It takes time in proportion to the size of the config, its evaluators written out where they are used: a condition
// is compared with at most 64 before it, and of an attribute at most 256 values are remembered.
import type { Config, FlagDefinition, JsonValue, Path } from '../config/types.ts'
import type { Problem } from '../problems.ts'
import { ComparedConstants } from './compared-constants.ts'
import { NOTHING_KNOWN } from './facts.ts'
import { isScalar, pathOf, placeAt } from './node.ts'
import { pathInFlag, RuleReader } from './read-rule.ts'
import type { Values } from './values.ts'
import { EMPTY_ARRAY, EMPTY_OBJECT } from './values.ts'
import type { Found } from './walk.ts'
import { Walk } from './walk.ts'

/** Most findings of one config. */
const FINDINGS_MAX = 1000
/** Where a flag's rule starts in a path: `flags`, the key, `targeting`. */
const RULE_DEPTH = 3

/**
 * Analyses the flags of a config without errors; flags whose rules do not compile may be among them.
 * @returns warnings in the order of the flags, at most 1,000 and one that says that there are more
 */
export function analyze(config: Config): Problem[] {
  const rules = new RuleReader(config.evaluators)
  const constants = new ComparedConstants()
  const problems: Problem[] = []
  for (const key in config.flags) {
    if (problems.length > FINDINGS_MAX) break
    const found = analyzeFlag(key, config.flags[key]!, config, rules, constants)
    for (const problem of found) problems.push(problem)
  }
  for (const problem of constants.problems()) problems.push(problem)
  if (problems.length <= FINDINGS_MAX) return problems
  const message = `the analysis found more: only the first ${FINDINGS_MAX} findings are reported`
  const cut: Problem = { severity: 'warning', code: 'PROBLEMS_CUT', message, path: [] }
  return [...problems.slice(0, FINDINGS_MAX), cut]
}

function analyzeFlag(
  key: string,
  flag: FlagDefinition,
  config: Config,
  rules: RuleReader,
  constants: ComparedConstants,
): Problem[] {
  const { targeting } = flag
  if (targeting === undefined || targeting === null) return []
  const rule = rules.read(targeting)
  // `{}` is no rule.
  if (rule === undefined || (!isScalar(rule) && rule.kind === 'data')) return []
  const walk = new Walk(config.fractionalVersion, (attribute, constant, place) => {
    constants.note(attribute, constant, () => pathInFlag(pathOf(place), targeting, RULE_DEPTH))
  })
  const root = placeAt(placeAt(placeAt(undefined, 'flags'), key), 'targeting')
  const results = walk.visit(rule, root, NOTHING_KNOWN)
  const problems = distinct(walk.found, targeting)
  const named = namesOf(results)
  if (named === undefined || isLeftToCaller(flag)) return problems
  for (const variant in flag.variants) {
    if (variant === flag.defaultVariant || named.includes(variant)) continue
    if (walk.withheld.has(variant)) continue
    problems.push({
      severity: 'warning',
      code: 'VARIANT_UNUSED',
      message: `variant '${variant}' is not the default, and the targeting never yields it`,
      path: ['flags', key, 'variants', variant],
    })
  }
  return problems
}

/** Of a boolean flag without a default variant the caller's default is the other variant. */
function isLeftToCaller({ variants, defaultVariant }: FlagDefinition): boolean {
  if (defaultVariant !== undefined && defaultVariant !== null) return false
  return Object.values(variants).every(value => typeof value === 'boolean')
}

/** The variants that results name by their text; undefined where that depends on the context. */
function namesOf({ kinds, listed }: Values): readonly string[] | undefined {
  if ((kinds & ~(EMPTY_ARRAY | EMPTY_OBJECT)) !== 0) return undefined
  const names = listed.filter(value => value !== null).map(String)
  if ((kinds & EMPTY_OBJECT) !== 0) names.push(String({}))
  return names
}

/** As problems of the flag. What is wrong with an evaluator in several places is said once where it is used. */
function distinct(found: readonly Found[], targeting: JsonValue): Problem[] {
  const problems: Problem[] = []
  if (found.length === 0) return problems
  const seen = new Set<string>()
  for (const { place, ...what } of found) {
    const whole = pathOf(place)
    const path: Path = pathInFlag(whole, targeting, RULE_DEPTH)
    const problem: Problem = { severity: 'warning', ...what, path }
    if (path !== whole) {
      const text = JSON.stringify(problem)
      if (seen.has(text)) continue
      seen.add(text)
    }
    problems.push(problem)
  }
  return problems
}
