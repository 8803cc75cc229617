// `sluice lint`: everything that is wrong with a config, as it would be found on loading it.
import { check } from '../index.ts'
import { formatProblem, type Problem } from '../problems.ts'
import { parseArguments } from './arguments.ts'
import { type Command, configPath, EXIT, type Io } from './io.ts'
import { STRICTNESS, STRICTNESS_HELP, strictness } from './open-options.ts'
import { count } from './words.ts'

const HELP = `Usage: sluice lint [FILE...] [--json]

Checks config files as loading them would: syntax, schema, flag rules, limits. Nothing is
published. Each problem takes one line:

  FILE:LINE:COLUMN: SEVERITY CODE: message (at path; expected X; found Y)

Arguments:
  FILE             a config file or a folder of them; each is checked on its own.
                   Default: SLUICE_CONFIG, or sluice.yaml

Options:
  --json           print { "files": [...], "problems": [...] } instead
${STRICTNESS_HELP}
  -h, --help       show this help

Exit codes:
  0  no errors (there may be warnings)
  1  at least one error; a file that cannot be read is one
  2  the command line is wrong`

const OPTIONS = { json: { type: 'boolean' }, ...STRICTNESS } as const

export const lintCommand: Command = {
  name: 'lint',
  summary: 'check config files, and show every problem with its place',
  help: HELP,
  run: lint,
}

async function lint(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, OPTIONS)
  const { values, positionals } = parsed
  const options = strictness(parsed)
  const paths = positionals.length > 0 ? positionals : [configPath(undefined, io)]
  const files: string[] = []
  const problems: Problem[] = []
  for (const path of paths) {
    const result = await check(path, options)
    files.push(...result.files)
    problems.push(...result.problems)
  }
  if (values.json === true) io.out(JSON.stringify({ files, problems }))
  else printProblems(files, problems, io)
  return problems.some(problem => problem.severity === 'error') ? EXIT.FAILED : EXIT.OK
}

function printProblems(files: readonly string[], problems: readonly Problem[], io: Io): void {
  for (const problem of problems) io.out(formatProblem(problem))
  const errorCount = problems.filter(problem => problem.severity === 'error').length
  const found = [
    count(files.length, 'file'),
    count(errorCount, 'error'),
    count(problems.length - errorCount, 'warning'),
  ]
  // Diagnostics, so that the output holds problems only.
  io.err(found.join(', '))
}
