// `sluice explain`: why a flag gives its answer for a context.
import { formatExplanation } from '../explain/format.ts'
import { contextArgument, parseArguments, textArgument } from './arguments.ts'
import { type Command, EXIT, type Io, UsageError } from './io.ts'
import { nearest } from './nearest.ts'
import { OPEN_HELP, OPEN_OPTIONS, SIZES_HELP } from './open-options.ts'
import { withConfig } from './with-config.ts'

const HELP = `Usage: sluice explain [CONFIG] FLAG [--context JSON] [options]

Evaluates a flag and shows why it gives its answer: which conditions held, which bucket a
fractional chose, which attributes were read.

  ✓ held   ✗ did not   · was not evaluated   ! failed   = was computed   ? is not known

Arguments:
  CONFIG           config file or folder. Default: SLUICE_CONFIG, or sluice.yaml
  FLAG             key of the flag

Options:
  --context JSON   the context, an object: '{"targetingKey":"user-1","plan":"pro"}'
                   @FILE reads it from a file, - from standard input. Default: {}
  --config FILE    another way to name the config
  --json           print the explanation as JSON (docs/explain.md); what is absent is left out
${OPEN_HELP}
  -h, --help       show this help

${SIZES_HELP}

Exit codes:
  0  the flag was evaluated
  1  it evaluated to an error, such as FLAG_NOT_FOUND; the error is explained
  2  the command line is wrong, the context included
  3  the config cannot be read, or is invalid`

const OPTIONS = {
  context: { type: 'string' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  ...OPEN_OPTIONS,
} as const

export const explainCommand: Command = {
  name: 'explain',
  summary: 'show why a flag gives its answer',
  help: HELP,
  run: explain,
}

async function explain(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, OPTIONS)
  const { config, key } = readNames(parsed.positionals, textArgument(parsed, 'config'))
  const context = await contextArgument(parsed, io)
  return withConfig(config, parsed, io, sluice => {
    const explanation = sluice.flag(key).explain(context)
    if (explanation.errorCode === 'FLAG_NOT_FOUND') suggest(key, sluice.flagKeys(), io)
    const json = parsed.values.json === true
    io.out(json ? JSON.stringify(explanation) : formatExplanation(explanation))
    return explanation.errorCode === undefined ? EXIT.OK : EXIT.FAILED
  })
}

/** The config, which may stand before the flag, and the flag. */
function readNames(positionals: readonly string[], option: string | undefined) {
  const [first, second] = positionals
  if (first === undefined) throw new UsageError('expected the key of a flag')
  if (positionals.length > 2) {
    throw new UsageError(`expected a config and a flag, found ${positionals.length} names`)
  }
  if (second === undefined) return { config: option, key: first }
  if (option !== undefined) throw new UsageError('the config is named twice')
  return { config: first, key: second }
}

function suggest(key: string, keys: readonly string[], io: Io): void {
  const guess = nearest(key, keys)
  if (guess !== undefined) io.err(`sluice explain: there is no flag ${key}; did you mean ${guess}?`)
}
