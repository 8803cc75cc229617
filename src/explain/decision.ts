// What an answer comes from: the instruction that ended the evaluation, and the conditions on the way to it.
import { OP_RETURN, OP_RETURN_DEFAULT } from '../../assembly/shared/opcodes.ts'
import { FLAG_KIND, FLAG_KIND_DISABLED, FLAG_KIND_INVALID } from '../../assembly/shared/ruleset.ts'
import type { FlagView } from '../engine/decode.ts'
import type { Engine } from '../engine/engine.ts'
import type { EvaluationDetails } from '../engine/flag-details.ts'
import type { ClauseReader } from './clauses.ts'
import type { Part } from './parts.ts'
import { pathText } from './parts.ts'
import type { Expressions } from './reading.ts'
import type { Trace } from './trace.ts'
import type { ExplainedDecision, ExplainedFailure } from './types.ts'
import { plain } from './words.ts'

const DEFAULT = 'defaultVariant'

/** One without conditions. */
export function decision(path: string, text: string): ExplainedDecision {
  return { path, conditions: [], text }
}

/** Of a flag whose answer does not depend on the context. */
export function decisionOfFixed(
  engine: Engine,
  view: FlagView,
  details: EvaluationDetails,
): ExplainedDecision {
  const kind = engine.u32[(view.flag + FLAG_KIND) >> 2]!
  if (kind === FLAG_KIND_DISABLED) return decision('state', 'the flag is disabled')
  if (kind === FLAG_KIND_INVALID) {
    return decision('targeting', 'the targeting could not be compiled')
  }
  return decision(DEFAULT, `the flag has no targeting: ${defaultText(details)}`)
}

/** Of an evaluation that was traced. */
export function decisionOf(trace: Trace, details: EvaluationDetails): ExplainedDecision {
  if (trace.truncated) {
    const text = `the trace was full, after ${trace.length} steps, before the evaluation ended`
    return decision('targeting', text)
  }
  const index = trace.instruction(trace.length - 1)
  const part = trace.program.owner(index)
  const path = pathText(part)
  const conditions = conditionsBefore(part).map(pathText)
  if (details.errorCode !== undefined) {
    return { path, conditions, text: `the evaluation failed at ${path}` }
  }
  const { opcode } = trace.program.instructions[index]!
  if (opcode === OP_RETURN_DEFAULT && part.operator !== undefined) {
    const text = `no condition of ${path} holds, and it has no otherwise: ${defaultText(details)}`
    return { path: DEFAULT, conditions, text }
  }
  const way = wayTo(part, conditions)
  if (details.reason !== 'DEFAULT') return { path, conditions, text: way }
  const gives =
    opcode === OP_RETURN || opcode === OP_RETURN_DEFAULT ? 'gives null' : 'has no unit to hash'
  return { path: DEFAULT, conditions, text: `${way}, and ${gives}: ${defaultText(details)}` }
}

function defaultText({ variant }: EvaluationDetails): string {
  return variant === undefined
    ? 'there is no default variant either'
    : 'the default variant applies'
}

/** In words, why a part is the one that decides. */
function wayTo(part: Part, conditions: readonly string[]): string {
  const branch = branchOf(part)
  if (branch === undefined) return 'the targeting has no branches: it decides as a whole'
  if (branch.index % 2 === 1) return `${conditions.at(-1)} holds, so ${pathText(branch)} decides`
  const around = pathText(branch.parent!)
  return `no condition of ${around} holds, so its otherwise, ${pathText(branch)}, decides`
}

function isBranching({ operator, parts }: Part): boolean {
  return (operator === 'if' || operator === '?:') && parts.length > 1
}

/** The innermost branch of an `if` that a part is, or is in. */
function branchOf(part: Part): Part | undefined {
  if (part.parent === undefined) return undefined
  return isBranching(part.parent) ? part : branchOf(part.parent)
}

/** The conditions that held on the way to a part: of each `if` around it the one before its branch. */
function conditionsBefore(part: Part): Part[] {
  const { parent, index } = part
  if (parent === undefined) return []
  const around = conditionsBefore(parent)
  if (isBranching(parent) && index % 2 === 1) around.push(parent.parts[index - 1]!)
  return around
}

/** Where the evaluation that was traced failed, and on what. */
export function failureOf(
  trace: Trace,
  expressions: Expressions,
  clauses: ClauseReader,
): ExplainedFailure | undefined {
  if (!trace.failed || trace.truncated) return undefined
  const last = trace.length - 1
  const index = trace.instruction(last)
  const part = trace.program.owner(index)
  const { text, operator, operands } = expressions.of(part)
  const isResult = trace.program.instructions[index]!.opcode === OP_RETURN
  return {
    path: pathText(part),
    text,
    operator,
    operands: clauses.operandsOf(operands, part, trace.lastVisit(part)),
    result: isResult ? plain(trace.top(last) ?? null) : undefined,
    attribute: undefined,
  }
}
