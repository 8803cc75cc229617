// What a config keeps of a key, made without an engine.
import { createHash, createHmac } from 'node:crypto'
import { checkPeppers } from '../identity/peppers.ts'
import { SluiceError } from '../index.ts'
import { type OptionTable, type ParsedArguments, textArgument } from './arguments.ts'
import { type Io, UsageError } from './io.ts'
import { PEPPERS, PEPPERS_HELP, peppersOf } from './peppers.ts'

/** Options of what hashes keys. */
export const HASHING: OptionTable = {
  'pepper-env': { type: 'string' },
  'pepper-id': { type: 'string' },
  ...PEPPERS,
}

/** Their lines of a help, for a column of 17 characters. */
export const HASHING_HELP = `  --pepper-env NAME
                   the environment variable with the one pepper to hash under
  --pepper-id ID   its name, as the server's peppers have it
${PEPPERS_HELP}
                   Of several it is the current one; without any, keys are hashed with plain
                   SHA-256`

/** Hashes keys under one pepper, or under none. */
export interface Hasher {
  /** As `hash` in an entry of `keys`. */
  hash(key: string): string
}

/** @throws UsageError, which repeats no secret */
export async function hasherOf(parsed: ParsedArguments, io: Io): Promise<Hasher> {
  const peppers = onePepper(parsed, io) ?? (await peppersOf(parsed, io))
  if (peppers === undefined) {
    return { hash: key => `sha256:${createHash('sha256').update(key).digest('base64url')}` }
  }
  try {
    checkPeppers(peppers)
  } catch (error) {
    throw error instanceof SluiceError ? new UsageError(error.message) : error
  }
  const { current, secrets } = peppers
  const secret = secrets[current]!
  return {
    hash: key => {
      const digest = createHmac('sha256', secret).update(key).digest('base64url')
      return `hmac-sha256:${current}:${digest}`
    },
  }
}

function onePepper(parsed: ParsedArguments, io: Io) {
  const variable = textArgument(parsed, 'pepper-env')
  const current = textArgument(parsed, 'pepper-id')
  if (variable === undefined && current === undefined) return undefined
  if (variable === undefined || current === undefined) {
    throw new UsageError('--pepper-env and --pepper-id belong together')
  }
  const secret = io.env[variable]
  if (!secret) throw new UsageError(`--pepper-env: there is no variable ${variable}`)
  return { current, secrets: { [current]: secret } }
}
