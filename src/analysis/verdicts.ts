// Operators that come to the same in every evaluation, reported.
import type { Place } from './node.ts'
import { FALSE, TRUE } from './scalar.ts'
import type { Values } from './values.ts'
import { booleans, NEVER, NULL_ONLY } from './values.ts'
import type { Walk } from './walk.ts'

/** What would be taken, and what stands there. */
export interface Mistake {
  readonly expected: string
  readonly found: string
}

/** An operator that ends every evaluation with an error; `place` is that of the operand that is to blame. */
export function alwaysFails(walk: Walk, place: Place, why: string, mistake?: Mistake): Values {
  const message = `${why}: an evaluation that comes here ends with GENERAL`
  walk.report('RESULT_ERROR', message, place, mistake?.expected, mistake?.found)
  return NEVER
}

/** An operator that gives null and nothing else. */
export function alwaysNull(walk: Walk, place: Place, why: string, mistake?: Mistake): Values {
  const message = `${why}: the result is always null`
  walk.report('RESULT_NULL', message, place, mistake?.expected, mistake?.found)
  return NULL_ONLY
}

/** What a test gives that can come to the outcomes; reported if that is always the same. */
export function tested(walk: Walk, place: Place, outcomes: number, why = ''): Values {
  const truths = outcomes & (TRUE | FALSE)
  if (truths === 0) return alwaysFails(walk, place, 'these operands cannot be compared')
  if (truths !== (TRUE | FALSE)) {
    const message = `'${place.key}' is always ${truths === TRUE} here${why}`
    walk.report('RESULT_CONSTANT', message, place)
  }
  return booleans(truths)
}
