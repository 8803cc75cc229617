// A problem on its way from a check to its place in a file.
import type { Problem } from '../problems.ts'
import type { Path } from './types.ts'

/** A problem before it has a position, unless that is in a file of ids. */
export interface Finding {
  problem: Problem
  /** What to point at: the value at the problem's path, or its key. */
  part: 'key' | 'value'
}

/** An error found in a value; without a position yet. */
export function finding(
  code: string,
  message: string,
  path: Path,
  expected: string | undefined,
  found: string,
  part: 'key' | 'value' = 'value',
): Finding {
  const problem: Problem = { severity: 'error', code, message, path, found }
  if (expected !== undefined) problem.expected = expected
  return { problem, part }
}
