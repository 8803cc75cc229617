// Writes the claims of the analysis into the rule itself, so that the engine can contradict them: where a claim does
// not hold, the rule with claims ends with an error, or gives something else than the rule without.

import { isScalar } from '../../src/analysis/node.ts'
import type { JsonValue, Path } from '../../src/config/types.ts'
import type { Problem } from '../../src/problems.ts'
import { nodeAt } from './helpers.ts'

/** An array has no number: whoever comes here ends with GENERAL. */
const BOMB: JsonValue = { '==': [['no', 'number'], 1] }
/** A variant that no rule names. */
export const MARK = 'mark'

/** Depth of a rule in the path of a problem: flags, key, targeting. */
const RULE_DEPTH = 3

interface Claim {
  /** The node that the claim is about, from the rule on. */
  readonly path: Path
  /** The node with the claim written into it. */
  readonly claimed: (node: JsonValue) => JsonValue
}

const neverTrue = (node: JsonValue): JsonValue => ({ and: [node, BOMB] })
const neverFalse = (node: JsonValue): JsonValue => ({ or: [node, BOMB] })
const always = (value: JsonValue) => (node: JsonValue) => ({
  if: [{ '===': [node, value] }, node, BOMB],
})

/** The rule around an operator or one of its operands. */
function ruleAround(path: Path): Path {
  return path.slice(0, typeof path.at(-1) === 'number' ? -2 : -1)
}

function claimsOf({ code, message, path: whole }: Problem): Claim[] {
  const path = whole.slice(RULE_DEPTH)
  const index = Number(path.at(-1))
  const chain = path.slice(0, -1)
  switch (code) {
    case 'CONDITION_ALWAYS_TRUE':
      return [
        { path, claimed: neverFalse },
        { path: [...chain, index + 2], claimed: () => BOMB },
      ]
    case 'CONDITION_ALWAYS_FALSE':
    case 'CONDITION_REPEATED':
    case 'CONDITION_COVERED':
      return [
        { path, claimed: neverTrue },
        { path: [...chain, index + 1], claimed: () => BOMB },
      ]
    case 'CONDITION_CONTRADICTORY':
      return [
        { path, claimed: neverTrue },
        { path: path.slice(0, -2), claimed: neverTrue },
      ]
    case 'RESULT_NULL':
    case 'FRACTIONAL_NO_WEIGHT':
      return [{ path: ruleAround(path), claimed: always(null) }]
    case 'RESULT_ERROR':
      return [{ path: ruleAround(path), claimed: () => BOMB }]
    case 'RESULT_CONSTANT':
      return [{ path: ruleAround(path), claimed: always(message.includes('always true')) }]
    case 'FRACTIONAL_WEIGHT_ZERO':
      // A computed variant counts even where nobody gets it: an object makes the result null.
      return [{ path: [...chain, 0], claimed: node => (isScalar(node) ? MARK : node) }]
  }
  return []
}

/** A copy of the rule with the claims in it. */
export function withClaims(rule: JsonValue, problems: readonly Problem[]): JsonValue {
  // The innermost first: what is wrapped keeps its path until then.
  const claims = problems.flatMap(claimsOf).sort((a, b) => b.path.length - a.path.length)
  const holder: { rule: JsonValue } = { rule: structuredClone(rule) }
  for (const { path, claimed } of claims) {
    const above = nodeAt(holder, ['rule', ...path.slice(0, -1)].slice(0, path.length))
    const parent = (path.length === 0 ? holder : above) as Record<string, JsonValue>
    const key = path.at(-1) ?? 'rule'
    const node = parent[key]
    if (node !== undefined) parent[key] = claimed(node)
  }
  return holder.rule
}
