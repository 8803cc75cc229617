// From a source to a ruleset that is sealed but not live, with everything that is wrong on the way.
import { randomBytes } from 'node:crypto'
import { analyze } from './analysis/analyze.ts'
import { checkEntityFiles } from './check-entities.ts'
import type { LoadOptions } from './config/load.ts'
import { loadConfig } from './config/load.ts'
import type { Config, LoadedConfig } from './config/types.ts'
import { Toolbox } from './engine/toolbox.ts'
import { SluiceError } from './errors.ts'
import type { IdentityNeeds } from './identity/needs.ts'
import type { Problem } from './problems.ts'
import { STEPS_MAX } from './rules/assembler.ts'
import type { CompiledRuleset, FlagReport, LimitIds } from './rules/compile.ts'
import { compile } from './rules/compile.ts'

/** How strictly a config is read. */
export interface CheckOptions {
  /**
   * What a targeting rule is that cannot be compiled: an `error` of the whole config (the default), or, as in flagd,
   * a `warning`, and its flag evaluates to PARSE_ERROR.
   */
  malformedRules?: 'error' | 'warning'
  /**
   * Most instructions that one evaluation of a flag may take, in the worst case (docs/lint.md): a rule beyond it is an
   * error. Default 1,000,000,000; 1 to 2,147,483,647.
   */
  stepsMax?: number
}

/** Two loops inside each other fit, three do not. */
const STEPS_MAX_DEFAULT = 1_000_000_000

/**
 * The options, checked.
 * @throws SluiceError OPTION_INVALID
 */
export function resolveCheckOptions(options: CheckOptions): Required<CheckOptions> {
  const { malformedRules = 'error', stepsMax = STEPS_MAX_DEFAULT } = options
  if (malformedRules !== 'error' && malformedRules !== 'warning') {
    throw new SluiceError('OPTION_INVALID', "option malformedRules must be 'error' or 'warning'")
  }
  if (!Number.isInteger(stepsMax) || stepsMax < 1 || stepsMax > STEPS_MAX) {
    const message = `option stepsMax must be an integer from 1 to ${STEPS_MAX}, found ${String(stepsMax)}`
    throw new SluiceError('OPTION_INVALID', message)
  }
  return { malformedRules, stepsMax }
}

/** Everything that `check` finds. */
export interface CheckResult {
  /** Errors and warnings, in the order of files and lines, each with its position if the source is a file. */
  readonly problems: readonly Problem[]
  /** The files that were read. */
  readonly files: readonly string[]
  /** What each flag costs and needs, in the order of the config. */
  readonly flags: readonly FlagReport[]
}

/** A source, read and compiled. */
export interface Prepared extends CheckResult {
  readonly config: Config
  readonly compiled: CompiledRuleset
  /** Undefined for a config with errors. */
  readonly identityNeeds: IdentityNeeds | undefined
}

let toolbox: Toolbox | undefined

/** The evaluators that everything which compiles on this thread shares. */
export function sharedToolbox(): Toolbox {
  toolbox ??= new Toolbox()
  return toolbox
}

function place(problem: Problem, loaded: LoadedConfig): Problem {
  const position = loaded.locate(problem.path)
  return position === undefined ? problem : { ...problem, position }
}

/** Whether the schema has found the same fault: a problem there above or below the same place. */
function isSaid(problem: Problem, said: readonly Problem[]): boolean {
  return said.some(({ path }) => {
    const common = Math.min(path.length, problem.path.length)
    // A flag's own problems stand at its key; those of its rule one deeper.
    return common > 2 && path.slice(0, common).every((part, index) => part === problem.path[index])
  })
}

/**
 * Loads and compiles a source. Never throws for what it holds. The bytes are not sealed yet.
 * @param follow told what was read, as `loadConfig` tells it
 */
export async function prepare(
  source: string | object,
  options: CheckOptions,
  limitIds: LimitIds,
  follow?: LoadOptions['follow'],
): Promise<Prepared> {
  const { malformedRules, stepsMax } = resolveCheckOptions(options)
  const loaded = await loadConfig(source, { malformedRules, ...(follow && { follow }) })
  await Toolbox.prepare()
  const seed = () => randomBytes(16)
  // Entries with errors are not in the config, so a rule that refers to one would be blamed without reason.
  const faulty = loaded.problems.some(problem => problem.severity === 'error')
  const entities = faulty ? undefined : await checkEntityFiles(loaded.config)
  const compiled = compile(loaded.config, sharedToolbox(), limitIds, {
    stepsMax,
    seed,
    isFaulty: faulty,
  })
  const found = faulty ? [] : compiled.problems.filter(problem => !isSaid(problem, loaded.problems))
  const rules = found.map(problem => {
    const isRule =
      problem.path[0] === 'flags' ||
      problem.path[0] === '$evaluators' ||
      problem.path[0] === 'evaluators'
    const lenient = malformedRules === 'warning' && isRule
    return place(lenient ? { ...problem, severity: 'warning' } : problem, loaded)
  })
  const doubts = analyze(loaded.config)
    .filter(problem => !isSaid(problem, [...loaded.problems, ...found]))
    .map(problem => place(problem, loaded))
  return {
    problems: [...loaded.problems, ...(entities?.problems ?? []), ...rules, ...doubts],
    files: loaded.files,
    flags: compiled.flags,
    config: loaded.config,
    compiled,
    identityNeeds: entities?.needs,
  }
}

/**
 * Reads a config file, a folder of them, or an object, and says everything that is wrong with it. Nothing goes live.
 * @returns all problems; never rejects for what the source holds
 */
export async function check(
  source: string | object,
  options: CheckOptions = {},
): Promise<CheckResult> {
  let id = 0
  const { problems, files, flags } = await prepare(source, options, () => ++id)
  return { problems, files, flags }
}
