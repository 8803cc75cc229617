// What may be admitted at most in any time, by the algorithm: from docs and definitions, in whole tokens.
import type { LimitDefinition } from '../../../src/config/types.ts'
import { rateOf } from './limits.ts'

/** Something that was admitted, in quanta of the limit and tokens. */
export interface Admission {
  at: bigint
  tokens: bigint
}

/** What is wrong with a history, or undefined. `at` of the history is in `quantum` ns. */
export function violationOf(
  definition: LimitDefinition,
  history: readonly Admission[],
  quantum: bigint,
): string | undefined {
  const { algorithm = 'gcra', strict = false } = definition
  const { count, periodMs } = rateOf(definition)
  const period = (periodMs * 1_000_000n) / quantum
  const burst = BigInt(definition.burst ?? count)
  for (let first = 0; first < history.length; first++) {
    let sum = 0n
    for (const { at, tokens } of history.slice(first)) {
      sum += tokens
      const length = at - history[first]!.at
      const most = strict || algorithm === 'sliding-log' ? count : 2n * count
      // Half-open windows: what is a whole period later is in the next one.
      if (algorithm !== 'gcra' || strict) {
        if (length < period && sum > most) return `${sum} of ${most} within ${length} of ${period}`
      } else if (sum * period > burst * period + count * length) {
        return `${sum} of ${burst} + ${count} × ${length} / ${period}`
      }
    }
  }
  return undefined
}
