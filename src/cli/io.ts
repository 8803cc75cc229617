// What a command may touch of the outside, and how it ends.
import { SluiceError } from '../errors.ts'

/** The streams and the environment of one run. */
export interface Io {
  /** Writes a line of output. */
  out(text: string): void
  /** Writes a line of diagnostics. */
  err(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
  readStdin(): Promise<string>
}

/** Exit codes, as `sluice --help` documents them. */
export const EXIT = {
  OK: 0,
  /** What was asked for ran, and the answer is a failure. */
  FAILED: 1,
  /** The command line is wrong. */
  USAGE: 2,
  /** The config cannot be read, or is invalid. */
  CONFIG: 3,
} as const

/** One command of the CLI. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole of `sluice COMMAND --help`. */
  readonly help: string
  /** Runs with the arguments after the command's name; resolves to the exit code. */
  run(args: readonly string[], io: Io): Promise<number>
}

/** The command line is wrong: reported with a pointer to the help, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The config a command works on: the argument, else SLUICE_CONFIG, else `sluice.yaml`. */
export function configPath(argument: string | undefined, io: Io): string {
  // An empty variable is an unset one: that is how shells and compose files spell it.
  return argument ?? (io.env.SLUICE_CONFIG || 'sluice.yaml')
}

/** Reports a config that did not open, and gives the exit code for it. */
export function reportOpenError(error: unknown, path: string, io: Io): number {
  if (error instanceof SluiceError && error.code === 'OPTION_INVALID') {
    throw new UsageError(error.message)
  }
  if (error instanceof SluiceError || (error instanceof Error && 'code' in error)) {
    io.err(`sluice: ${path}: ${error.message}`)
    return EXIT.CONFIG
  }
  throw error
}
