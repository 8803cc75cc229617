// `if`, `and` and `or`: which of their parts an evaluation can come to.
import type { Facts } from './facts.ts'
import { NOTHING_KNOWN, split } from './facts.ts'
import type { Node, Place, RuleNode } from './node.ts'
import { isSame, placeAt } from './node.ts'
import type { Split } from './region.ts'
import type { Values } from './values.ts'
import { ANYTHING, canBeFalse, canBeTrue, falsy, join, NEVER, NULL_ONLY, truthy } from './values.ts'
import type { Walk } from './walk.ts'

/** How many conditions of a chain before it a condition is compared with, whether it repeats one. */
const REPEATS_MAX = 64

export function visitIf(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.isBare) return ANYTHING
  const branches = rule.operands
  let results = NEVER
  let here = facts
  let index = 0
  for (; index + 1 < branches.length; index += 2) {
    const { yes, no } = visitCondition(walk, branches, index, place, here)
    if (yes !== undefined) {
      results = join(results, walk.visitAt(branches[index + 1]!, place, index + 1, yes))
    }
    if (no === undefined) return results
    here = no
  }
  if (index === branches.length) return join(results, NULL_ONLY)
  return join(results, walk.visitAt(branches[index]!, place, index, here))
}

/** Where the condition at `index` holds, and where not. Reports it if one of them cannot be. */
function visitCondition(
  walk: Walk,
  branches: readonly Node[],
  index: number,
  chain: Place,
  facts: Facts,
): Split<Facts> {
  const condition = branches[index]!
  const place = placeAt(chain, index)
  const before = walk.found.length
  const values = walk.visit(condition, place, facts)
  const { yes, no } = possible(values, split(facts, condition))
  // What always fails has been reported, and what follows cannot be reached.
  if (yes === undefined && no === undefined) return { yes, no }
  // True as the last condition is a way to write an otherwise.
  if (no === undefined && index + 2 >= branches.length) return { yes, no }
  const earlier = earlierSame(branches, index)
  if (yes !== undefined && no !== undefined && earlier < 0) return { yes, no }
  const isNever = yes === undefined || earlier >= 0
  if (!walk.isMuted && !isExplained(walk, before, place)) {
    if (isNever) reportNever(walk, condition, place, earlier)
    else reportAlways(walk, condition, place)
  }
  return isNever ? { yes: undefined, no } : { yes, no }
}

/** Index of an earlier condition that is written the same, or -1. */
function earlierSame(branches: readonly Node[], index: number): number {
  const condition = branches[index]!
  const first = Math.max(0, index - 2 * REPEATS_MAX)
  for (let at = index - 2; at >= first; at -= 2) if (isSame(branches[at]!, condition)) return at
  return -1
}

/**
 * Whether something in the condition was reported, which may be why it always or never holds: one mistake is one
 * finding. That the condition itself is constant gives way to what that means for the chain.
 */
function isExplained({ found }: Walk, before: number, place: Place): boolean {
  const last = found.at(-1)
  const isOwn = last?.code === 'RESULT_CONSTANT' && last.place.above === place
  if (found.length === before + 1 && isOwn) found.pop()
  return found.length > before
}

function reportNever(walk: Walk, condition: Node, place: Place, earlier: number): void {
  if (alone(walk, condition).yes === undefined) {
    const message = 'this condition is never true: its result is never reached'
    walk.report('CONDITION_ALWAYS_FALSE', message, place)
  } else if (earlier >= 0) {
    const message = 'this condition repeats an earlier one: its result is never reached'
    const found = `the same as item ${earlier + 1}`
    walk.report('CONDITION_REPEATED', message, place, undefined, found)
  } else {
    const message = 'the conditions before or around this one leave nothing for which it holds'
    walk.report('CONDITION_COVERED', `${message}: its result is never reached`, place)
  }
}

function reportAlways(walk: Walk, condition: Node, place: Place): void {
  const isAlone = alone(walk, condition).no === undefined
  const where = isAlone ? 'always true' : 'always true where the chain comes to it'
  const message = `this condition is ${where}: what follows it is never reached`
  walk.report('CONDITION_ALWAYS_TRUE', message, place)
}

/** What the condition comes to by itself, nothing being known. */
function alone(walk: Walk, condition: Node): Split<Facts> {
  return possible(walk.visitMuted(condition), split(NOTHING_KNOWN, condition))
}

export function visitAnd(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.isBare) return ANYTHING
  const parts = rule.operands
  if (parts.length === 0) return NULL_ONLY
  let results = NEVER
  let here = facts
  // What the parts of this `and` say, without what is known around it.
  let said: Facts | undefined = NOTHING_KNOWN
  for (const [index, part] of parts.entries()) {
    const values = walk.visitAt(part, place, index, here)
    const after = split(here, part)
    const given = restrict(values, after)
    results = join(results, index === parts.length - 1 ? given : falsy(given))
    if (after.yes === undefined && canBeTrue(values) && contradicts(said, part)) {
      const message = 'the parts of this "and" before this one leave nothing for which it holds'
      walk.report('CONDITION_CONTRADICTORY', `${message}: it is never true`, placeAt(place, index))
    }
    if (after.yes === undefined || !canBeTrue(given)) break
    said = here === said ? after.yes : split(said, part).yes
    said ??= NOTHING_KNOWN
    here = after.yes
  }
  return results
}

/** Whether the part can hold, but not where the others do. */
function contradicts(said: Facts, part: Node): boolean {
  return split(said, part).yes === undefined && split(NOTHING_KNOWN, part).yes !== undefined
}

export function visitOr(walk: Walk, rule: RuleNode, place: Place, facts: Facts): Values {
  if (rule.isBare) return ANYTHING
  const parts = rule.operands
  if (parts.length === 0) return NULL_ONLY
  let results = NEVER
  let here = facts
  for (const [index, part] of parts.entries()) {
    const values = walk.visitAt(part, place, index, here)
    const after = split(here, part)
    const given = restrict(values, after)
    results = join(results, index === parts.length - 1 ? given : truthy(given))
    if (after.no === undefined || !canBeFalse(given)) break
    here = after.no
  }
  return results
}

/** What is left of the facts if the values are all that the condition can give. */
function possible(values: Values, { yes, no }: Split<Facts>): Split<Facts> {
  return { yes: canBeTrue(values) ? yes : undefined, no: canBeFalse(values) ? no : undefined }
}

/** What is left of the values where only one side can be. */
function restrict(values: Values, { yes, no }: Split<Facts>): Values {
  if (yes === undefined) return no === undefined ? NEVER : falsy(values)
  return no === undefined ? truthy(values) : values
}
