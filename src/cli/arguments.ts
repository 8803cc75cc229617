// node:util's parseArgs, with every mistake turned into a UsageError.
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { EvaluationContext } from '../index.ts'
import { type Io, UsageError } from './io.ts'

/** The options of a command, by their long names. */
export interface OptionTable {
  readonly [name: string]: { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }
}

/** What was given: text, true for an option without a value, a list where an option may be there several times. */
export interface ParsedArguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
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

/** The texts of an option that may be there several times. */
export function textArguments({ values }: ParsedArguments, name: string): string[] {
  const value = values[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** An option that takes an integer. Ranges are checked by whoever takes the number. */
export function integerArgument(parsed: ParsedArguments, name: string): number | undefined {
  const text = textArgument(parsed, name)
  if (text === undefined) return undefined
  if (/^-?\d{1,15}$/.test(text)) return Number(text)
  throw new UsageError(`--${name}: expected an integer, found ${text}`)
}

/** The config, which may stand first or be named by --config; undefined for neither. */
export function configArgument(
  parsed: ParsedArguments,
  positional: string | undefined,
): string | undefined {
  const option = textArgument(parsed, 'config')
  if (option === undefined || positional === undefined) return option ?? positional
  throw new UsageError('the config is named twice')
}

/** The option --context: JSON, `@FILE`, or `-` for standard input. Without it, an empty one. */
export async function contextArgument(parsed: ParsedArguments, io: Io): Promise<EvaluationContext> {
  const given = textArgument(parsed, 'context')
  if (given === undefined) return {}
  const text = await readArgument(given, io)
  let context: unknown
  try {
    context = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`--context: not valid JSON: ${(error as Error).message}`)
  }
  if (typeof context === 'object' && context !== null && !Array.isArray(context)) {
    return context as EvaluationContext
  }
  throw new UsageError('--context: expected an object')
}

async function readArgument(given: string, io: Io): Promise<string> {
  if (given === '-') return io.readStdin()
  if (!given.startsWith('@')) return given
  return readFile(given.slice(1), 'utf8').catch((error: Error) => {
    throw new UsageError(`--context: ${error.message}`)
  })
}
