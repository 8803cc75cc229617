// What the commands that open an engine have in common: its sizes, how strictly it reads rules, and its peppers.
import type { EngineSizes, SluiceOptions } from '../index.ts'
import {
  integerArgument,
  type OptionTable,
  type ParsedArguments,
  textArgument,
} from './arguments.ts'
import { type Io, UsageError } from './io.ts'
import { PEPPERS, PEPPERS_HELP, peppersOf } from './peppers.ts'

// The library holds defaults and ranges, and names the range of a value that is out of it.
const SIZES: readonly { option: string; name: keyof EngineSizes; text: string }[] = [
  { option: 'flags-max', name: 'flagsMax', text: 'flags of the config' },
  { option: 'attributes-max', name: 'attributesMax', text: 'different attributes that flags read' },
  { option: 'ruleset-bytes-max', name: 'rulesetBytesMax', text: 'bytes of the compiled config' },
  { option: 'limits-max', name: 'limitsMax', text: 'limits of the config' },
  { option: 'limit-keys-max', name: 'limitKeysMax', text: 'keys in debt at the same time' },
  { option: 'key-bytes-max', name: 'keyBytesMax', text: 'bytes of a flag key or a limit key' },
  { option: 'context-bytes-max', name: 'contextBytesMax', text: 'bytes that one evaluation reads' },
  { option: 'scratch-bytes-max', name: 'scratchBytesMax', text: 'bytes of arrays built by a rule' },
  { option: 'keys-max', name: 'keysMax', text: 'API keys' },
  { option: 'sessions-max', name: 'sessionsMax', text: 'sessions and verified tokens' },
  { option: 'tenants-max', name: 'tenantsMax', text: 'tenants' },
  { option: 'identity-bytes-max', name: 'identityBytesMax', text: 'bytes of their texts' },
]

/** The option of how strictly rules are read. */
export const STRICTNESS: OptionTable = { 'malformed-rules': { type: 'string' } }

/** Options of every command that opens an engine. */
export const OPEN_OPTIONS: OptionTable = {
  ...STRICTNESS,
  ...PEPPERS,
  ...Object.fromEntries(SIZES.map(({ option }) => [option, { type: 'string' } as const])),
}

/** The lines of a help about `STRICTNESS`, for a column of 17 characters. */
export const STRICTNESS_HELP = `  --malformed-rules error|warning
                   a rule that does not compile is an error of the config (the default), or,
                   as in flagd, a warning, and its flag evaluates to PARSE_ERROR`

/** The lines of a help about `OPEN_OPTIONS`, but for the sizes. */
export const OPEN_HELP = `${STRICTNESS_HELP}
${PEPPERS_HELP}`

/** The paragraph of a help about sizes. */
export const SIZES_HELP = `Sizes, fixed when the config is opened:
${SIZES.map(({ option, text }) => `  --${option.padEnd(24)} ${text}`).join('\n')}`

/** The strictness that was asked for. Throws `UsageError`. */
export function strictness(parsed: ParsedArguments): Pick<SluiceOptions, 'malformedRules'> {
  const text = textArgument(parsed, 'malformed-rules')
  if (text === undefined) return {}
  if (text === 'error' || text === 'warning') return { malformedRules: text }
  throw new UsageError(`--malformed-rules: expected error or warning, found ${text}`)
}

/** What was asked for, for `Sluice.open`. Throws `UsageError`; ranges are the library's business. */
export async function openOptions(parsed: ParsedArguments, io: Io): Promise<SluiceOptions> {
  const options: SluiceOptions = strictness(parsed)
  const peppers = await peppersOf(parsed, io)
  if (peppers !== undefined) options.peppers = peppers
  for (const { option, name } of SIZES) {
    const value = integerArgument(parsed, option)
    if (value !== undefined) options[name] = value
  }
  return options
}
