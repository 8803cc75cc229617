// What `sluice lint --flags` shows of each flag, and the budget that its cost is held to.
import type { Problem } from '../problems.ts'

/** What a flag costs at the worst, and what it reads. */
export interface FlagReport {
  readonly key: string
  /** Instructions that an evaluation runs at the worst; 0 without targeting. */
  readonly steps: number
  /** Dotted paths of the attributes that the targeting reads. */
  readonly attributes: readonly string[]
}

/** An error for each flag that costs more than `stepsMax` instructions at the worst. */
export function overBudget(flags: readonly FlagReport[], stepsMax: number): Problem[] {
  return flags
    .filter(({ steps }) => steps > stepsMax)
    .map(({ key, steps }) => ({
      severity: 'error',
      code: 'STEPS_EXCEEDED',
      message: `flag '${key}' may take more steps than allowed`,
      path: ['flags', key],
      expected: `at most ${stepsMax} steps`,
      found: `${steps} at the worst`,
    }))
}
