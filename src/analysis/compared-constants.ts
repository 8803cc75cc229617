// The types of the constants that each attribute is compared with, in the whole config. `age` with 18 here and "18"
// there is a likely mistake: with `===` and `in` one of them never matches.
import type { Path } from '../config/types.ts'
import { describe, describeType } from '../config/words.ts'
import type { Problem } from '../problems.ts'
import { formatPath } from '../problems.ts'
import type { Scalar } from './scalar.ts'

interface Comparison {
  readonly constant: Scalar
  readonly path: Path
}

export class ComparedConstants {
  /** The first comparison with each type, by attribute. */
  readonly #comparisons = new Map<string, Map<string, Comparison>>()

  /** Notes a comparison; `path` is asked for only where it is the first of its type. */
  note(attribute: string, constant: Scalar, path: () => Path): void {
    let types = this.#comparisons.get(attribute)
    if (types === undefined) {
      types = new Map()
      this.#comparisons.set(attribute, types)
    }
    if (!types.has(typeof constant)) types.set(typeof constant, { constant, path: path() })
  }

  problems(): Problem[] {
    const problems: Problem[] = []
    for (const [attribute, types] of this.#comparisons) {
      const [first, ...others] = types.values()
      for (const { constant, path } of others) {
        problems.push({
          severity: 'warning',
          code: 'ATTRIBUTE_TYPES_MIXED',
          message: `attribute '${attribute}' is compared with constants of several types`,
          path,
          expected: `${describeType(first!.constant)}, as at ${formatPath(first!.path)}`,
          found: `${describeType(constant)}, ${describe(constant)}`,
        })
      }
    }
    return problems
  }
}
