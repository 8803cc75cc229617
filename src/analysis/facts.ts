// What is known of the attributes where a rule stands: the conditions before it in its chain did not hold, those
// around it and before it in its `and` did. Values do not change during an evaluation, and rules have no side effects.
import { readTest } from './attribute-test.ts'
import type { Node } from './node.ts'
import { isScalar } from './node.ts'
import type { Region, Split } from './region.ts'
import { EVERYWHERE, splitRegion } from './region.ts'

/** A list, the newest fact first; a newer one of the same attribute includes the older ones. */
export interface Facts {
  readonly attribute: string
  readonly region: Region
  readonly before: Facts | undefined
}

export const NOTHING_KNOWN: Facts = { attribute: '', region: EVERYWHERE, before: undefined }

/** No fact further back than this is looked for. */
const FACTS_MAX = 256
/** Of a condition deeper than this inside other ones nothing is learnt, so that each is looked at a few times only. */
const DEPTH_MAX = 8

function regionOf(facts: Facts, attribute: string): Region {
  let at: Facts | undefined = facts
  for (let steps = 0; at !== undefined && steps < FACTS_MAX; steps++) {
    if (at.attribute === attribute) return at.region
    at = at.before
  }
  return EVERYWHERE
}

function learn(facts: Facts, attribute: string, region: Region | undefined): Facts | undefined {
  return region && { attribute, region, before: facts }
}

/** What is known where the condition held, and where it did not; undefined: it cannot be so. */
export function split(facts: Facts, condition: Node, depth = 0): Split<Facts> {
  if (isScalar(condition)) return decided(facts, Boolean(condition))
  if (condition.kind === 'list') return decided(facts, condition.items.length > 0)
  if (condition.kind === 'data' || depth > DEPTH_MAX) return { yes: facts, no: facts }
  const { operator, operands, isBare } = condition
  switch (operator) {
    case 'and':
    case 'or':
      if (isBare) return { yes: facts, no: facts }
      return splitAll(facts, operands, operator === 'or', depth)
    case '!':
    case '!!': {
      if (operands.length !== 1) return { yes: facts, no: facts }
      const { yes, no } = split(facts, operands[0]!, depth + 1)
      return operator === '!' ? { yes: no, no: yes } : { yes, no }
    }
    case '<':
    case '<=':
      if (operands.length === 3) {
        const pairs = [operands.slice(0, 2), operands.slice(1)]
        const parts = pairs.map(pair => ({ ...condition, operands: pair }))
        return splitAll(facts, parts, false, depth)
      }
  }
  const test = readTest(condition)
  if (test === undefined) return { yes: facts, no: facts }
  const { yes, no } = splitRegion(regionOf(facts, test.attribute), test)
  return { yes: learn(facts, test.attribute, yes), no: learn(facts, test.attribute, no) }
}

function decided(facts: Facts, truth: boolean): Split<Facts> {
  return truth ? { yes: facts, no: undefined } : { yes: undefined, no: facts }
}

/**
 * `and`, and with `until` true `or`: parts are computed one after the other, until one is like `until`. Without parts
 * both are null.
 */
function splitAll(
  facts: Facts,
  parts: readonly Node[],
  until: boolean,
  depth: number,
): Split<Facts> {
  if (parts.length === 0) return decided(facts, false)
  // What is known at the end if all parts are computed, and how often it may have ended before.
  let through: Facts | undefined = facts
  let ended: Facts | undefined
  let endings = 0
  for (const part of parts) {
    const { yes, no }: Split<Facts> = split(through, part, depth + 1)
    const ending = until ? yes : no
    if (ending !== undefined) {
      ended = ending
      endings++
    }
    through = until ? no : yes
    if (through === undefined) break
  }
  if (endings > 1) ended = facts
  return until ? { yes: ended, no: through } : { yes: through, no: ended }
}
