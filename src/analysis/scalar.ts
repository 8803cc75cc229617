// Constants, and what the evaluator makes of two of them: assembly/flags/compare.ts in TypeScript. Where a number in
// text is concerned, the evaluator may refuse what is computed here, and end with an error; no claim of the analysis
// says that a rule does not end with one.

/** A constant of a rule, or a value of an attribute that is no array or object. */
export type Scalar = null | boolean | number | string

// What a test can come to, as bits of a set.
export const TRUE = 1
export const FALSE = 2
export const ERROR = 4
export const UNKNOWN = TRUE | FALSE | ERROR

/** The falsy scalars. */
export const FALSY: readonly Scalar[] = [null, false, 0, Number.NaN, '']

export function outcome(truth: boolean): number {
  return truth ? TRUE : FALSE
}

function holds<Value extends number | string>(relation: string, left: Value, right: Value) {
  switch (relation) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    default:
      return left >= right
  }
}

/** Whether the relation, one of `== != === !== < <= > >=`, holds: TRUE, FALSE or ERROR. */
export function compareScalars(relation: string, left: Scalar, right: Scalar): number {
  if (relation === '===') return outcome(left === right)
  if (relation === '!==') return outcome(left !== right)
  const leftIsText = typeof left === 'string'
  const rightIsText = typeof right === 'string'
  if (leftIsText && rightIsText) return outcome(holds(relation, left, right))
  const a = Number(left)
  const b = Number(right)
  if ((left === null && rightIsText) || (leftIsText && right === null)) {
    // Null equals no text; for order it is 0, and text without a number is neither more nor less.
    if (relation === '==') return FALSE
    return relation === '!=' ? TRUE : outcome(holds(relation, a, b))
  }
  return Number.isNaN(a) || Number.isNaN(b) ? ERROR : outcome(holds(relation, a, b))
}
