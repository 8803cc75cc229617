// node:util's parseArgs, with every mistake turned into a UsageError.
import { parseArgs } from 'node:util'
import { UsageError } from './io.ts'

/** The options of a command, by their long names. */
export interface OptionTable {
  readonly [name: string]: { readonly type: 'string' | 'boolean' }
}

/** What was given: text, or true for an option without a value. */
export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** Parses `args` strictly; unknown options and missing values throw `UsageError`. */
export function parseArguments(args: readonly string[], options: OptionTable): ParsedArguments {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

/** The only positional argument, or undefined; more than one throws `UsageError`. */
export function onlyPositional(positionals: readonly string[], name: string): string | undefined {
  if (positionals.length > 1) {
    throw new UsageError(`expected one ${name}, found ${positionals.length}`)
  }
  return positionals[0]
}

/** The text of an option that takes some, or undefined. */
export function textArgument({ values }: ParsedArguments, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that takes an integer. Ranges are checked by whoever takes the number. */
export function integerArgument(parsed: ParsedArguments, name: string): number | undefined {
  const text = textArgument(parsed, name)
  if (text === undefined) return undefined
  if (/^-?\d{1,15}$/.test(text)) return Number(text)
  throw new UsageError(`--${name}: expected an integer, found ${text}`)
}
