// The public API of the Node library.
export type { CheckOptions, CheckResult } from './check.ts'
export { check } from './check.ts'
export type {
  FeatureDefinition,
  FlagDefinition,
  GateDefinition,
  JsonObject,
  JsonValue,
  LimitAlgorithm,
  LimitChange,
  LimitDefinition,
  LimitKeyPart,
  LimitNumbers,
  Metadata,
  PlanDefinition,
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
export { DECISION_CODES, type DecisionCode } from './gate/codes.ts'
export type { Decision } from './gate/decision.ts'
export type { Gate } from './gate/gate.ts'
export type {
  CredentialType,
  DecisionAnswer,
  DecisionRequest,
  ExplainedStep,
  FeatureAnswer,
  FeatureSource,
  FeatureState,
  FlagAnswer,
  GateContext,
  GateExplanation,
  PlanAnswer,
  PrincipalAnswer,
  TenantState,
  VerificationAnswer,
} from './gate/types.ts'
export type { VerifyOptions } from './gate/verify.ts'
export { createKey, keyChecksum, type ParsedKey, parseKey } from './identity/key-format.ts'
export type { IssuedKey, KeyAnswer, NewKey } from './identity/key-types.ts'
export type { Keys } from './identity/keys.ts'
export type { Peppers } from './identity/peppers.ts'
export type { IssuedSession, NewSession, Revocation, Sessions } from './identity/sessions.ts'
export type { GaugeAnswer, TenantAnswer, Tenants, Validity } from './identity/tenants.ts'
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
