// `sluice lint`: everything that is wrong with a config, as it would be found on loading it, and what its flags cost.
import { type CheckOptions, type CheckResult, check, SluiceError } from '../index.ts'
import { formatProblem, type Problem } from '../problems.ts'
import { integerArgument, type ParsedArguments, parseArguments } from './arguments.ts'
import { type Command, configPath, EXIT, type Io, UsageError } from './io.ts'
import { STRICTNESS, STRICTNESS_HELP, strictness } from './open-options.ts'
import { count } from './words.ts'

const HELP = `Usage: sluice lint [FILE...] [options]

Checks config files as loading them would: syntax, schema, flag rules, limits. Nothing is
published. Warns of rules that cannot mean what they say: branches that nobody reaches, variants
that nobody gets, weights that do not add up. Each problem takes one line:

  FILE:LINE:COLUMN: SEVERITY CODE: message (at path; expected X; found Y)

Arguments:
  FILE             a config file or a folder of them; each is checked on its own.
                   Default: SLUICE_CONFIG, or sluice.yaml

Options:
  --flags          show each flag too: the steps that an evaluation takes at the worst, and the
                   attributes that it reads; the most costly first
  --steps-max N    a flag that may take more steps is an error. Default: 10000000
  --strict         warnings fail, too
  --json           print { "files": [...], "problems": [...], "flags": [...] } instead
${STRICTNESS_HELP}
  -h, --help       show this help

Exit codes:
  0  no errors (there may be warnings)
  1  at least one error, or with --strict a warning; a file that cannot be read is an error
  2  the command line is wrong`

const OPTIONS = {
  flags: { type: 'boolean' },
  json: { type: 'boolean' },
  'steps-max': { type: 'string' },
  strict: { type: 'boolean' },
  ...STRICTNESS,
} as const

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check config files, and show every problem with its place',
  help: HELP,
  run: lint,
}

/** A file or folder, with what was found in it. */
interface Checked extends CheckResult {
  readonly config: string
}

async function lint(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, OPTIONS)
  const { values, positionals } = parsed
  const options = checkOptions(parsed)
  const paths = positionals.length > 0 ? positionals : [configPath(undefined, io)]
  const checked: Checked[] = []
  for (const config of paths) checked.push({ config, ...(await checkConfig(config, options)) })
  const problems = checked.flatMap(result => result.problems)
  const files = checked.flatMap(result => result.files)
  if (values.json === true) printJson(checked, files, problems, io)
  else {
    for (const problem of problems) io.out(formatProblem(problem))
    if (values.flags === true) printFlags(checked, io)
    printCounts(files, problems, io)
  }
  const isStrict = values.strict === true
  const fails = problems.some(({ severity }) => isStrict || severity === 'error')
  return fails ? EXIT.FAILED : EXIT.OK
}

function checkOptions(parsed: ParsedArguments): CheckOptions {
  const stepsMax = integerArgument(parsed, 'steps-max')
  return { ...strictness(parsed), ...(stepsMax !== undefined && { stepsMax }) }
}

async function checkConfig(config: string, options: CheckOptions): Promise<CheckResult> {
  try {
    return await check(config, options)
  } catch (error) {
    const isOption = error instanceof SluiceError && error.code === 'OPTION_INVALID'
    throw isOption ? new UsageError(error.message) : error
  }
}

function printJson(
  checked: readonly Checked[],
  files: readonly string[],
  problems: readonly Problem[],
  io: Io,
): void {
  const flags = checked.flatMap(({ config, flags }) => flags.map(flag => ({ config, ...flag })))
  io.out(JSON.stringify({ files, problems, flags }))
}

/** A table for each config, under its name where there are several. */
function printFlags(checked: readonly Checked[], io: Io): void {
  for (const { config, flags } of checked) {
    if (checked.length > 1) io.out(`${config}:`)
    const rows = flags
      .toSorted((left, right) => right.steps - left.steps)
      .map(({ key, steps, attributes }) => [key, String(steps), attributes.join(', ')] as const)
    printTable([['flag', 'steps', 'attributes'], ...rows], io)
  }
}

function printTable(rows: readonly (readonly [string, string, string])[], io: Io): void {
  let keyWidth = 0
  let stepsWidth = 0
  for (const [key, steps] of rows) {
    keyWidth = Math.max(keyWidth, key.length)
    stepsWidth = Math.max(stepsWidth, steps.length)
  }
  for (const [key, steps, attributes] of rows) {
    const line = `${key.padEnd(keyWidth)}  ${steps.padStart(stepsWidth)}  ${attributes}`
    io.out(line.trimEnd())
  }
}

function printCounts(files: readonly string[], problems: readonly Problem[], io: Io): void {
  const errorCount = problems.filter(problem => problem.severity === 'error').length
  const found = [
    count(files.length, 'file'),
    count(errorCount, 'error'),
    count(problems.length - errorCount, 'warning'),
  ]
  // Diagnostics, so that the output holds what was asked for only.
  io.err(found.join(', '))
}
