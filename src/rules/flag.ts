// Compiles one flag to the parts of its record.

import { NO_VARIANT } from '../../assembly/shared/outcome.ts'
import {
  FLAG_KIND_DISABLED,
  FLAG_KIND_INVALID,
  FLAG_KIND_STATIC,
  FLAG_KIND_TARGETING,
} from '../../assembly/shared/ruleset.ts'
import type { FlagDefinition, JsonValue, Path } from '../config/types.ts'
import { isObject } from '../config/types.ts'
import type { Problem } from '../problems.ts'
import { PROGRAM_INSTRUCTIONS_MAX, ProgramTooLarge, StackTooDeep } from './assembler.ts'
import { expandReferences } from './references.ts'
import { RuleError } from './rule-error.ts'
import type { RulesetParts } from './targeting.ts'
import { TargetingCompiler } from './targeting.ts'

/** A flag as the ruleset holds it. */
export interface CompiledFlag {
  readonly key: string
  readonly kind: number
  readonly code: Uint8Array
  readonly stackMax: number
  /** Most instructions that one evaluation runs; 0 without a program. */
  readonly steps: number
  /** Which part of the targeting each instruction is from (assembly/shared/ruleset.ts). */
  readonly source: string
  /** Attribute indexes, ascending, each with its reach. */
  readonly attributes: readonly (readonly [number, number])[]
  readonly variants: readonly string[]
  readonly defaultVariant: number
  /** For the host: variants with their values, in order, and the flag's own metadata. */
  readonly details: string
}

function toProblem(error: unknown, path: Path): Problem {
  if (error instanceof RuleError) return error.problem
  const severity = 'error'
  if (error instanceof ProgramTooLarge) {
    const expected = `at most ${PROGRAM_INSTRUCTIONS_MAX} instructions`
    const message = 'the rule is too large, with its shared evaluators written out'
    return { severity, code: 'RULE_TOO_LARGE', message, path, expected }
  }
  if (error instanceof StackTooDeep || error instanceof RangeError) {
    return { severity, code: 'RULE_TOO_DEEP', message: 'the rule is nested too deeply', path }
  }
  throw error
}

function hasTargeting(targeting: JsonValue | undefined): targeting is JsonValue {
  if (targeting === undefined || targeting === null) return false
  return !isObject(targeting) || Object.keys(targeting).length > 0
}

/** Compiles the flag; what is wrong or doubtful with its rule goes to `problems`. */
export function compileFlag(
  parts: RulesetParts,
  key: string,
  definition: FlagDefinition,
  evaluators: Readonly<Record<string, JsonValue>>,
  problems: Problem[],
): CompiledFlag {
  const variants = Object.keys(definition.variants)
  const path: Path = ['flags', key, 'targeting']
  const compiler = new TargetingCompiler(parts, key, variants)
  let kind = definition.state === 'DISABLED' ? FLAG_KIND_DISABLED : FLAG_KIND_STATIC
  if (hasTargeting(definition.targeting)) {
    try {
      compiler.compileTail(expandReferences(definition.targeting, evaluators, path), path)
      if (kind === FLAG_KIND_STATIC) kind = FLAG_KIND_TARGETING
    } catch (error) {
      problems.push(toProblem(error, path))
      if (kind === FLAG_KIND_STATIC) kind = FLAG_KIND_INVALID
    }
    problems.push(...compiler.warnings)
  }
  const runs = kind === FLAG_KIND_TARGETING
  const fallback = definition.defaultVariant
  const defaultVariant = typeof fallback === 'string' ? variants.indexOf(fallback) : NO_VARIANT
  return {
    key,
    kind,
    code: runs ? compiler.assembler.bytes() : new Uint8Array(0),
    stackMax: runs ? compiler.assembler.stackMax : 0,
    steps: runs ? compiler.assembler.steps : 0,
    source: runs ? compiler.assembler.source(path.length) : '',
    attributes: runs ? [...compiler.reads].sort(([left], [right]) => left - right) : [],
    variants,
    defaultVariant: defaultVariant < 0 ? NO_VARIANT : defaultVariant,
    details: JSON.stringify({
      variants: variants.map(name => [name, definition.variants[name]]),
      metadata: definition.metadata ?? {},
    }),
  }
}
