// Finds the command, and turns whatever it throws into a message and an exit code.
import { decideCommand } from './decide.ts'
import { evalCommand } from './eval.ts'
import { explainCommand } from './explain.ts'
import { hideSecrets } from './hide-secrets.ts'
import { type Command, EXIT, type Io, UsageError } from './io.ts'
import { keysCommand } from './keys.ts'
import { lintCommand } from './lint.ts'
import { nearest } from './nearest.ts'
import { serveCommand } from './serve.ts'
import { packageVersion } from './version.ts'

const COMMANDS: readonly Command[] = [
  serveCommand,
  decideCommand,
  evalCommand,
  explainCommand,
  lintCommand,
  keysCommand,
]

const HELP = `Usage: sluice COMMAND [options]

Flags, limits, keys, plans and gates from one config file.

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`).join('\n')}

Options:
  -h, --help     show this help, or that of a command: sluice COMMAND --help
  -v, --version  show the version

Environment:
  SLUICE_CONFIG   the config file where none is given; without it, sluice.yaml
  SLUICE_PEPPERS  the secrets that API keys are hashed under, as JSON: see sluice serve --help

Exit codes:
  0  it worked
  1  what was asked for failed: lint found errors, the flag evaluated to an error,
     the gate denied, the server could not listen
  2  the command line is wrong
  3  the config cannot be read, or is invalid`

/** Runs the CLI with the arguments after `sluice`; resolves to the exit code. */
export async function run(args: readonly string[], streams: Io): Promise<number> {
  const io = hideSecrets(args, streams)
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') {
    io.out(packageVersion())
    return EXIT.OK
  }
  if (name === '--help' || name === '-h' || name === 'help') return showHelp(rest[0], io)
  if (name === undefined) {
    io.err(HELP)
    return EXIT.USAGE
  }
  const command = COMMANDS.find(candidate => candidate.name === name)
  if (command === undefined) return reportUnknown(name, io)
  const end = rest.indexOf('--')
  const options = end === -1 ? rest : rest.slice(0, end)
  if (options.includes('--help') || options.includes('-h')) return showHelp(name, io)
  return runCommand(command, rest, io)
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    io.err(`sluice ${command.name}: ${error.message}`)
    io.err(`See: sluice ${command.name} --help`)
    return EXIT.USAGE
  }
}

function showHelp(name: string | undefined, io: Io): number {
  if (name === undefined) {
    io.out(HELP)
    return EXIT.OK
  }
  const command = COMMANDS.find(candidate => candidate.name === name)
  if (command === undefined) return reportUnknown(name, io)
  io.out(command.help)
  return EXIT.OK
}

function reportUnknown(name: string, io: Io): number {
  const what = name.startsWith('-') ? 'option' : 'command'
  const names = COMMANDS.map(command => command.name)
  const guess = nearest(name, what === 'option' ? ['--help', '--version'] : names)
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`
  io.err(`sluice: there is no ${what} ${name}${hint}`)
  io.err('See: sluice --help')
  return EXIT.USAGE
}
