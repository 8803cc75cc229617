// Every error Sluice throws by itself carries a stable code. The catalogue is docs/errors.md.
import type { Problem } from './problems.ts'
import { formatProblem } from './problems.ts'

/** Codes of thrown errors. A refusal by a limit and an evaluation error are answers, and never thrown. */
export type SluiceErrorCode =
  | 'CONFIG_INVALID' // the config has problems; see `problems`
  | 'CAPACITY_EXCEEDED' // the config does not fit the sizes given at open; the message names the option
  | 'OPTION_INVALID' // an option is of the wrong type or out of its range
  | 'RULESET_INVALID' // bytes that are not a ruleset, or do not verify
  | 'PUBLISH_BLOCKED' // a thread still runs in the region that the new ruleset needs
  | 'LANES_EXHAUSTED' // more threads attached than `lanesMax`
  | 'HANDLE_INVALID' // not an attach handle, or of another version of Sluice
  | 'CLOSED' // the engine was closed
  | 'LIMIT_NOT_FOUND' // no limit of that name in the current config
  | 'KEY_INVALID' // a limit key that is empty, too long, or holds a lone surrogate
  | 'COST_INVALID' // a cost that is not an integer in range
  | 'PLAN_NOT_FOUND' // the limit has no plan of that name in the current config
  | 'DURATION_INVALID' // a duration that is no number in range
  | 'NUMBERS_INVALID' // numbers that a limit of its algorithm cannot have
  | 'OPERATION_UNSUPPORTED' // what a limit of its algorithm cannot do
  | 'EXCEPTIONS_EXHAUSTED' // no key more can be blocked or have numbers of its own
  | 'RESERVATION_INVALID' // a text that is not the id of a reservation
  | 'ENTITY_INVALID' // a key, session or tenant that cannot be one; see `problems` or the message
  | 'KEY_NOT_FOUND' // no API key of that id
  | 'TENANT_NOT_FOUND' // no tenant of that id
  | 'FEATURE_NOT_FOUND' // no feature of that name in the current config
  | 'GATE_NOT_FOUND' // no gate of that name in the current config
  | 'REVOCATIONS_EXHAUSTED' // no revocation more can be remembered
  | 'DUMP_INVALID' // bytes that are not a dump of counters, or do not fit the engine

/** An error with a stable code, and with the problems of the config where that is its cause. */
export class SluiceError extends Error {
  override readonly name = 'SluiceError'
  readonly code: SluiceErrorCode
  readonly problems: readonly Problem[]

  constructor(code: SluiceErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message)
    this.code = code
    this.problems = problems
  }
}

/** The error for a config with problems: its message lists all of them, a line each. */
export function configError(problems: readonly Problem[]): SluiceError {
  const errors = problems.filter(problem => problem.severity === 'error')
  const count = errors.length === 1 ? '1 problem' : `${errors.length} problems`
  const lines = errors.map(problem => `  ${formatProblem(problem)}`)
  return new SluiceError(
    'CONFIG_INVALID',
    `the config has ${count}:\n${lines.join('\n')}`,
    problems,
  )
}
