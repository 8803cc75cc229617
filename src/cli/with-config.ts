// What commands do that ask an engine one thing: open the config, ask, close.
import { Sluice } from '../index.ts'
import type { ParsedArguments } from './arguments.ts'
import { configPath, type Io, reportOpenError } from './io.ts'
import { openOptions } from './open-options.ts'

/**
 * Opens the config that a command names, asks it, and closes it. A config that cannot be opened is reported.
 * @returns the exit code
 * @throws UsageError
 */
export async function withConfig(
  config: string | undefined,
  parsed: ParsedArguments,
  io: Io,
  ask: (sluice: Sluice) => number | Promise<number>,
): Promise<number> {
  const path = configPath(config, io)
  const options = await openOptions(parsed, io)
  let sluice: Sluice
  try {
    sluice = await Sluice.open(path, { ...options, watch: false })
  } catch (error) {
    return reportOpenError(error, path, io)
  }
  try {
    return await ask(sluice)
  } finally {
    sluice.close()
  }
}
