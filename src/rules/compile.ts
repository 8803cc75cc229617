// A checked config in, a ruleset out: flat bytes, as drawn in assembly/shared/ruleset.ts, except for the checksum's
// proof, which is the verifier's business.
import type { Config } from '../config/types.ts'
import type { Problem } from '../problems.ts'
import type { Attribute } from './attributes.ts'
import { AttributeTable } from './attributes.ts'
import { Emitter } from './emit.ts'
import type { CompiledFlag } from './flag.ts'
import { compileFlag } from './flag.ts'
import { checkGates } from './gate-bounds.ts'
import { GatesCompiler } from './gates.ts'
import type { CompiledLimit } from './limit.ts'
import { compileLimit } from './limit.ts'
import type { Hasher } from './pool.ts'
import { DataPool } from './pool.ts'
import { checkReferences } from './references.ts'
import { RuleError } from './rule-error.ts'
import { SetTable } from './sets.ts'
import type { RulesetParts } from './targeting.ts'

/** What one flag costs and needs. */
export interface FlagReport {
  readonly key: string
  /** Most instructions that one evaluation runs; 0 for a flag without targeting. */
  readonly steps: number
  /** Paths of the attributes that it reads, their names joined by dots. */
  readonly attributes: readonly string[]
}

/** A compiled config. */
export interface CompiledRuleset {
  readonly bytes: Uint8Array
  readonly flags: readonly FlagReport[]
  readonly limits: readonly CompiledLimit[]
  readonly attributes: readonly Attribute[]
  /** Errors and warnings of the rules; with an error the bytes must not be published. */
  readonly problems: readonly Problem[]
}

/** Number of a limit in the table's tags, the same as long as name and rate are the same. */
export type LimitIds = (limit: CompiledLimit) => number

function compileLimits(config: Config, problems: Problem[]): CompiledLimit[] {
  const limits: CompiledLimit[] = []
  for (const [name, definition] of Object.entries(config.limits)) {
    try {
      const compiled = compileLimit(name, definition, ['limits', name])
      limits.push(...withoutTenants(compiled, config))
    } catch (error) {
      if (!(error instanceof RuleError)) throw error
      problems.push(error.problem)
    }
  }
  return limits
}

/**
 * What tenants have of their own has been compiled to see that it can be; it is given to them as it is at run time, so
 * that it can be taken back there.
 */
function withoutTenants(limits: readonly CompiledLimit[], { tenants }: Config): CompiledLimit[] {
  return limits.flatMap(limit => {
    const { name, details } = limit
    if (details.keys === undefined) return [limit]
    const keys = details.keys.filter(key => {
      const { limits: own, quotas } = tenants[key]?.overrides ?? {}
      return own?.[name] === undefined && quotas?.[name] === undefined
    })
    return keys.length === 0 ? [] : [{ ...limit, details: { ...details, keys } }]
  })
}

/** How a config is compiled. */
export interface CompileOptions {
  /** Most steps that one evaluation of a flag may take. */
  stepsMax: number
  /** 16 bytes that nobody can guess, for each set. */
  seed: () => Uint8Array
  /** Whether errors are known already: what refers to something may then refer to nothing. */
  isFaulty?: boolean
}

/** Without all that refers to flags and limits by name. */
function withoutGates(config: Config): Config {
  return { ...config, gates: {}, features: {}, plans: {} }
}

/** Compiles everything; problems of one flag or limit do not hide those of another. */
export function compile(
  config: Config,
  hasher: Hasher,
  limitIds: LimitIds,
  options: CompileOptions,
): CompiledRuleset {
  const problems: Problem[] = []
  const pool = new DataPool()
  const sets = new SetTable(pool, hasher, config.sets, options.seed)
  const { fractionalVersion } = config
  const parts = { pool, attributes: new AttributeTable(), sets, hasher, fractionalVersion }
  problems.push(...checkReferences(config.evaluators).map(error => error.problem))
  const { flags, byOrder } = compileFlags(config, parts, problems)
  problems.push(...byOrder.flatMap(flag => checkSteps(flag, options.stepsMax)))
  const limits = compileLimits(config, problems)
  const metadata = JSON.stringify(config.metadata)
  const attributes = parts.attributes.list(flags.map(flag => flag.attributes))
  // What gates refer to has been checked; with an error nothing is published, and there may be nothing to refer to.
  const isLimited = problems.some(({ path }) => path[0] === 'limits')
  const crowded = checkGates(config)
  problems.push(...crowded)
  const isWhole = options.isFaulty !== true && !isLimited && crowded.length === 0
  const world = {
    config: isWhole ? config : withoutGates(config),
    pool: parts.pool,
    attributes: parts.attributes,
    flags,
    limits,
  }
  const bytes = new Emitter(parts.pool, hasher).emit(
    flags,
    attributes,
    limits.map(limit => ({ limit, id: limitIds(limit) })),
    metadata,
    new GatesCompiler(world).compile(),
  )
  const names = attributes.map(({ path }) => (JSON.parse(path) as string[]).join('.'))
  const reports = byOrder.map(({ key, steps, attributes: read }) => {
    return { key, steps, attributes: read.map(([index]) => names[index]!) }
  })
  return { bytes, flags: reports, limits, attributes, problems: distinct(problems) }
}

/**
 * The flags in the order of their hashes, as their records stand: what one flag needs then stands behind what the flag
 * before it needs, and evaluating them all goes through the memory from one end to the other. And in the order of the
 * config, for people.
 */
function compileFlags(config: Config, parts: RulesetParts, problems: Problem[]) {
  const entries = Object.entries(config.flags).map(([key, definition], order) => {
    return { key, definition, order, hash: parts.hasher.hash(key), found: [] as Problem[] }
  })
  const compiled = entries
    .toSorted((left, right) => left.hash - right.hash)
    .map(({ key, definition, order, found }) => {
      return { order, flag: compileFlag(parts, key, definition, config.evaluators, found) }
    })
  problems.push(...entries.flatMap(({ found }) => found))
  const flags = compiled.map(({ flag }) => flag)
  const byOrder = compiled.toSorted((left, right) => left.order - right.order)
  return { flags, byOrder: byOrder.map(({ flag }) => flag) }
}

function checkSteps({ key, steps }: CompiledFlag, stepsMax: number): Problem[] {
  if (steps <= stepsMax) return []
  const message = 'the rule can take too many steps: loops inside each other multiply'
  const path = ['flags', key, 'targeting']
  const expected = `at most ${stepsMax} (option stepsMax)`
  return [
    { severity: 'error', code: 'STEPS_EXCEEDED', message, path, expected, found: String(steps) },
  ]
}

/** A faulty evaluator is found again in each flag that uses it; it is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.path])
    if (!seen.has(key)) seen.set(key, problem)
  }
  return [...seen.values()]
}
