// One shape for everything that can be wrong with a config, from the YAML parser to the rule compiler,
// so that all of it is reported at once and in the same words.

/** Where a problem stands in a file. Lines and columns count from 1. */
export interface Position {
  file: string
  line: number
  column: number
}

/** One thing that is wrong with a config. */
export interface Problem {
  /** `error` keeps the config from going live; `warning` does not. */
  severity: 'error' | 'warning'
  /** Stable, documented in docs/errors.md. */
  code: string
  /** One sentence, without the position. */
  message: string
  /** Keys and indexes from the root of the config to the offending value. */
  path: readonly (string | number)[]
  /** What would have been accepted. */
  expected?: string
  /** What stands there. */
  found?: string
  /** Present when the config came from a file. */
  position?: Position
}

/** `file:line:column: error CODE: message (at path; expected X; found Y)`: one line, for people and for editors. */
export function formatProblem(problem: Problem): string {
  const { position, severity, code, message, path, expected, found } = problem
  const where = position ? `${position.file}:${position.line}:${position.column}: ` : ''
  const details = [
    path.length > 0 ? `at ${formatPath(path)}` : '',
    expected === undefined ? '' : `expected ${expected}`,
    found === undefined ? '' : `found ${found}`,
  ].filter(part => part !== '')
  const tail = details.length > 0 ? ` (${details.join('; ')})` : ''
  return `${where}${severity} ${code}: ${message}${tail}`
}

/** `flags.new-checkout.targeting.if[0]`. */
export function formatPath(path: readonly (string | number)[]): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? part : `.${part}`
  }
  return text
}
