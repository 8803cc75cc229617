// Why a flag gives its answer. The same program is run by the same evaluator, compiled with each step noted; what it did
// is then read from its steps. Nothing is evaluated a second way.
//
//     hold the version · encode the context · trace · read the steps · let the version go
//
// Everything read (values, hashes, the program itself) stands in the lane or in the ruleset, so on a thread that does not
// publish the version is held until the explanation is complete.
import { ERROR_SHIFT } from '../../assembly/shared/outcome.ts'
import { FLAG_STEPS } from '../../assembly/shared/ruleset.ts'
import { PreparedContext } from '../context.ts'
import type { FlagView } from '../engine/decode.ts'
import { COMPUTED } from '../engine/decode.ts'
import { ENCODED } from '../engine/encode.ts'
import type { EvaluationParts } from '../engine/evaluation.ts'
import type { EvaluationDetails } from '../engine/flag-details.ts'
import { errorAnswer, invalidContext } from '../engine/flag-details.ts'
import type { Context } from '../flag.ts'
import { EncodedContext } from './attributes.ts'
import { BucketReader } from './buckets.ts'
import { ClauseReader } from './clauses.ts'
import { decision, decisionOf, decisionOfFixed, failureOf } from './decision.ts'
import { Program } from './program.ts'
import { Expressions } from './reading.ts'
import { Trace } from './trace.ts'
import type { ExplainedDecision, ExplainedFailure, Explanation } from './types.ts'
import { UnitReader } from './units.ts'
import { attributePath } from './words.ts'

type Findings = Pick<Explanation, 'clauses' | 'buckets' | 'attributes' | 'failure' | 'decidedBy'> &
  Pick<Explanation, 'steps' | 'stepsMax' | 'truncated'>

/** Of an evaluation that ran no program. */
function nothing(decidedBy: ExplainedDecision): Findings {
  return {
    decidedBy,
    clauses: [],
    buckets: [],
    attributes: { read: [], missing: [] },
    failure: undefined,
    steps: 0,
    stepsMax: 0,
    truncated: false,
  }
}

/** Explains the evaluation of a flag in the live version. */
export function explain(parts: EvaluationParts, key: string, context: Context): Explanation {
  const { engine, reader } = parts
  const version = reader.hold()
  try {
    const view = reader.heldFlag(key, version)
    if (view === undefined) {
      const metadata = reader.heldMetadata(version)
      const details = errorAnswer('FLAG_NOT_FOUND', `there is no flag '${key}'`, metadata)
      return toExplanation(
        key,
        version,
        details,
        nothing(decision('', 'the config has no flag of that key')),
      )
    }
    if (view.fixed !== COMPUTED) {
      const details = view.details(view.fixed)
      return toExplanation(key, version, details, nothing(decisionOfFixed(engine, view, details)))
    }
    return explainRun(parts, key, view, context)
  } finally {
    // A getter of the context may have closed the engine, whose lane may then be another thread's.
    if (engine.version >= 0) reader.release(version)
  }
}

function explainRun(
  parts: EvaluationParts,
  key: string,
  view: FlagView,
  context: Context,
): Explanation {
  const { engine, lane } = parts
  const stepsMax = engine.u32[(view.flag + FLAG_STEPS) >> 2]!
  const base = parts.encode(view, context)
  // Addresses of contexts are positive.
  if (base <= 0) {
    const details = view.details(invalidContext(-base))
    const failure = failureOfContext(parts, view, context)
    const findings = nothing(decision('', 'the context could not be encoded'))
    return toExplanation(key, view.version, details, { ...findings, failure, stepsMax })
  }
  const word = engine.evaluators.trace(lane, view.ruleset, view.flag, base) >>> 0
  const details = view.details(word)
  const program = new Program(engine, key, view)
  const trace = new Trace(engine, program, word >>> ERROR_SHIFT !== 0)
  const expressions = new Expressions(program)
  const encoded = new EncodedContext(engine, base, view.plan, context instanceof PreparedContext)
  const units = new UnitReader(engine, trace, expressions, encoded)
  const clauses = new ClauseReader(trace, expressions, encoded)
  return toExplanation(key, view.version, details, {
    decidedBy: decisionOf(trace, details),
    clauses: clauses.read(),
    buckets: new BucketReader(trace, units, word).read(),
    attributes: encoded.readBy(trace),
    failure: failureOf(trace, expressions, clauses),
    steps: trace.total,
    stepsMax,
    truncated: trace.truncated,
  })
}

/** Which attribute could not be encoded: the last of the shortest list of them that cannot. */
function failureOfContext(
  parts: EvaluationParts,
  view: FlagView,
  context: Context,
): ExplainedFailure {
  const isPrepared = context instanceof PreparedContext
  const attributes = isPrepared ? context.attributes : context
  const plan = isPrepared
    ? view.plan.map(planned => ({ ...planned, reach: planned.sharedReach }))
    : view.plan
  let low = 1
  let high = plan.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (parts.encoder.encode(plan.slice(0, middle), attributes) === ENCODED) low = middle + 1
    else high = middle
  }
  const attribute = attributePath(plan[low - 1]?.path ?? [])
  return { path: '', text: attribute, operator: 'var', operands: [], result: undefined, attribute }
}

function toExplanation(
  key: string,
  version: number,
  details: EvaluationDetails,
  findings: Findings,
): Explanation {
  const { value, variant, reason, errorCode, errorMessage, metadata } = details
  return {
    key,
    version,
    // Those of an evaluation are interned and frozen; these are the caller's own.
    value: structuredClone(value),
    variant,
    reason,
    errorCode,
    errorMessage,
    metadata: { ...metadata },
    ...findings,
  }
}
