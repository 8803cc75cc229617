// `sluice eval`: one flag for one context, evaluated by the same engine that serves.
import type { EvaluationDetails } from '../index.ts'
import { contextArgument, onlyPositional, parseArguments, textArgument } from './arguments.ts'
import { type Command, EXIT, type Io, UsageError } from './io.ts'
import { nearest } from './nearest.ts'
import { OPEN_HELP, OPEN_OPTIONS, SIZES_HELP } from './open-options.ts'
import { withConfig } from './with-config.ts'

const HELP = `Usage: sluice eval FLAG [--context JSON] [options]

Evaluates a flag and shows its value, variant and reason.

Arguments:
  FLAG             key of the flag

Options:
  --context JSON   the context, an object: '{"targetingKey":"user-1","plan":"pro"}'
                   @FILE reads it from a file, - from standard input. Default: {}
  --config FILE    config file. Default: SLUICE_CONFIG, or sluice.yaml
  --type TYPE      boolean, string, number or object: another type of value is an error
  --default VALUE  what to show where the flag has no value or an error; JSON, or with
                   --type string the text as it is
  --json           print { key, value, variant, reason, errorCode, errorMessage, metadata };
                   what is absent is left out
${OPEN_HELP}
  -h, --help       show this help

${SIZES_HELP}

Exit codes:
  0  the flag was evaluated
  1  it evaluated to an error, such as FLAG_NOT_FOUND or TYPE_MISMATCH
  2  the command line is wrong, the context included
  3  the config cannot be read, or is invalid`

const OPTIONS = {
  context: { type: 'string' },
  config: { type: 'string' },
  type: { type: 'string' },
  default: { type: 'string' },
  json: { type: 'boolean' },
  ...OPEN_OPTIONS,
} as const

const TYPES = ['boolean', 'string', 'number', 'object'] as const
type FlagType = (typeof TYPES)[number]

// What is printed; a member without a value is left out.
interface Evaluation {
  key: string
  value?: unknown
  variant?: string
  reason: string
  errorCode?: string
  errorMessage?: string
  metadata: EvaluationDetails['metadata']
}

export const evalCommand: Command = {
  name: 'eval',
  summary: 'evaluate one flag for one context',
  help: HELP,
  run: evaluate,
}

async function evaluate(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, OPTIONS)
  const key = onlyPositional(parsed.positionals, 'FLAG')
  if (key === undefined) throw new UsageError('expected the key of a flag')
  const type = readType(textArgument(parsed, 'type'))
  const fallback = readDefault(textArgument(parsed, 'default'), type)
  const context = await contextArgument(parsed, io)
  return withConfig(textArgument(parsed, 'config'), parsed, io, sluice => {
    const result = describe(key, sluice.flag(key).evaluate(context), type, fallback)
    if (result.errorCode === 'FLAG_NOT_FOUND') suggest(key, sluice.flagKeys(), io)
    if (parsed.values.json === true) io.out(JSON.stringify(result))
    else print(result, io)
    return result.errorCode === undefined ? EXIT.OK : EXIT.FAILED
  })
}

function readType(text: string | undefined): FlagType | undefined {
  if (text === undefined) return undefined
  const type = TYPES.find(candidate => candidate === text)
  if (type === undefined)
    throw new UsageError(`--type: expected ${TYPES.join(', ')}, found ${text}`)
  return type
}

function readDefault(text: string | undefined, type: FlagType | undefined): unknown {
  if (text === undefined || type === 'string') return text
  const value = parseJson(text, '--default')
  if (type !== undefined && typeOf(value) !== type) {
    throw new UsageError(`--default: expected a value of type ${type}, found ${text}`)
  }
  return value
}

function parseJson(text: string, option: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${option}: not valid JSON: ${(error as Error).message}`)
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function describe(
  key: string,
  details: EvaluationDetails,
  type: FlagType | undefined,
  fallback: unknown,
): Evaluation {
  const { value, variant, reason, errorCode, errorMessage, metadata } = details
  if (errorCode !== undefined) {
    const message = errorMessage === undefined ? {} : { errorMessage }
    return { key, ...withValue(fallback), reason, errorCode, ...message, metadata }
  }
  if (value !== undefined && type !== undefined && typeOf(value) !== type) {
    const mismatch = `expected a value of type ${type}, found ${typeOf(value)}`
    return {
      key,
      ...withValue(fallback),
      reason: 'ERROR',
      errorCode: 'TYPE_MISMATCH',
      errorMessage: mismatch,
      metadata,
    }
  }
  const named = variant === undefined ? {} : { variant }
  return { key, ...withValue(value ?? fallback), ...named, reason, metadata }
}

function withValue(value: unknown): { value?: unknown } {
  return value === undefined ? {} : { value }
}

function print(result: Evaluation, io: Io): void {
  const value = result.value === undefined ? "(the caller's default)" : JSON.stringify(result.value)
  io.out(`value    ${value}`)
  if (result.variant !== undefined) io.out(`variant  ${result.variant}`)
  io.out(`reason   ${result.reason}`)
  if (result.errorCode !== undefined) {
    const message = result.errorMessage === undefined ? '' : `: ${result.errorMessage}`
    io.err(`sluice eval: ${result.errorCode}${message}`)
  }
}

function suggest(key: string, keys: readonly string[], io: Io): void {
  const guess = nearest(key, keys)
  if (guess !== undefined) io.err(`sluice eval: there is no flag ${key}; did you mean ${guess}?`)
}
