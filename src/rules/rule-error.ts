// The error of a rule or limit that cannot be compiled.
import type { Path } from '../config/types.ts'
import type { Problem } from '../problems.ts'

/** The rule cannot be compiled; the problem says where and why. */
export class RuleError extends Error {
  readonly problem: Problem
  constructor(code: string, message: string, path: Path, expected?: string, found?: string) {
    super(message)
    this.problem = { severity: 'error', code, message, path }
    if (expected !== undefined) this.problem.expected = expected
    if (found !== undefined) this.problem.found = found
  }
}
