// The secrets under which API keys are hashed. They come from the environment or a file: what stands on a command line,
// every user of the machine sees.
import { readFile } from 'node:fs/promises'
import type { SluiceOptions } from '../index.ts'
import { type OptionTable, type ParsedArguments, textArgument } from './arguments.ts'
import { type Io, UsageError } from './io.ts'

type Peppers = NonNullable<SluiceOptions['peppers']>

/** The option of where peppers come from. */
export const PEPPERS: OptionTable = { 'peppers-file': { type: 'string' } }

/** The lines of a help about `PEPPERS`, for a column of 17 characters. */
export const PEPPERS_HELP = `  --peppers-file FILE
                   the secrets that keys are hashed under, as JSON:
                   { "current": "p1", "secrets": { "p1": "16 bytes or more" } }
                   Default: the environment variable SLUICE_PEPPERS, with the same JSON`

/**
 * The peppers that were given; undefined if none were. What they must be is the library's business.
 * @throws UsageError, which does not repeat what was read
 */
export async function peppersOf(parsed: ParsedArguments, io: Io): Promise<Peppers | undefined> {
  const path = textArgument(parsed, 'peppers-file')
  if (path !== undefined) {
    const text = await readFile(path, 'utf8').catch((error: Error) => {
      throw new UsageError(`--peppers-file: ${error.message}`)
    })
    return parse(text, '--peppers-file')
  }
  // An empty variable is an unset one.
  const { SLUICE_PEPPERS } = io.env
  return SLUICE_PEPPERS ? parse(SLUICE_PEPPERS, 'SLUICE_PEPPERS') : undefined
}

function parse(text: string, name: string): Peppers {
  let peppers: unknown
  try {
    peppers = JSON.parse(text)
  } catch {
    // The parser's own message has a piece of the text in it.
    throw new UsageError(`${name}: not valid JSON`)
  }
  return peppers as Peppers
}
