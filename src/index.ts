// The public API of the Node library.
export type { CheckOptions, CheckResult } from './check.ts'
export { check } from './check.ts'
export type {
  FlagDefinition,
  JsonObject,
  JsonValue,
  LimitAlgorithm,
  LimitChange,
  LimitDefinition,
  LimitKeyPart,
  LimitNumbers,
  Metadata,
} from './config/types.ts'
export type { PreparedContext } from './context.ts'
export type { Clock } from './engine/clock.ts'
export type { ErrorCode, EvaluationDetails, Reason } from './engine/flag-details.ts'
export type { HotKey } from './engine/hot-keys.ts'
export type { LimitMetrics } from './engine/limit-table.ts'
export type { EngineSizes } from './engine/options.ts'
export type { SluiceErrorCode } from './errors.ts'
export { SluiceError } from './errors.ts'
export type {
  BucketBoundary,
  ClauseOutcome,
  ExplainedAttribute,
  ExplainedAttributes,
  ExplainedBucket,
  ExplainedClause,
  ExplainedDecision,
  ExplainedFailure,
  ExplainedLoop,
  ExplainedOperand,
  Explanation,
} from './explain/types.ts'
export type { Context, EvaluationContext, Flag } from './flag.ts'
export type { FlagGroup } from './flag-group.ts'
export type { Limit, OnceOptions } from './limit.ts'
export type { LimitGroup, LimitGroupAnswer, LimitGroupResult } from './limit-group.ts'
export type { LimitKey } from './limit-parts.ts'
export type { LimitAnswer, LimitCode, LimitResult } from './limit-result.ts'
export { composeKey } from './limits/compose-key.ts'
export {
  type HeaderOptions,
  type LimitReport,
  type Problem as HttpProblem,
  quotaProblem,
  rateLimitHeaders,
} from './limits/headers.ts'
export { ipKey } from './limits/ip-key.ts'
export type { PreparedKey } from './prepared-key.ts'
export type { Position, Problem } from './problems.ts'
export { formatProblem } from './problems.ts'
export type { PublishEvent } from './publisher.ts'
export type { Reservation } from './reservation.ts'
export { Sluice } from './sluice.ts'
export type {
  AttachOptions,
  EvaluatorsKind,
  SluiceHandle,
  SluiceOptions,
} from './sluice-options.ts'
export type { Snapshot } from './snapshot.ts'
