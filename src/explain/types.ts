// The shape of an explanation: plain data, which JSON can hold as it is.
import type { JsonValue, Metadata } from '../config/types.ts'
import type { ErrorCode, Reason } from '../engine/flag-details.ts'

/**
 * Why a flag gave an answer: the answer, and what the evaluation that gave it did. Plain data, made anew for each call
 * and the caller's own. NaN and the infinities, which JSON lacks, are the texts 'NaN', 'Infinity' and '-Infinity'.
 *
 * Paths are those of the config, with references (`$ref`) written out: `targeting.if[0].and[1]`.
 */
export interface Explanation {
  readonly key: string
  /** Version of the config that answered. */
  readonly version: number
  /** These seven are what `Flag.evaluate` gives. */
  readonly value: JsonValue | undefined
  readonly variant: string | undefined
  readonly reason: Reason
  readonly errorCode: ErrorCode | undefined
  readonly errorMessage: string | undefined
  readonly metadata: Metadata
  readonly decidedBy: ExplainedDecision
  /**
   * Every condition of the targeting in its order, whether it was evaluated or not. `level` says which are parts of the
   * one before them. Those of a loop's body are given once: for the item that decided, else for the last one.
   */
  readonly clauses: readonly ExplainedClause[]
  /** Each `fractional` that ran, in order. */
  readonly buckets: readonly ExplainedBucket[]
  readonly attributes: ExplainedAttributes
  /** Where the evaluation failed, if it did. */
  readonly failure: ExplainedFailure | undefined
  /** Instructions that the evaluation ran. */
  readonly steps: number
  /** Most that any evaluation of the flag can run. */
  readonly stepsMax: number
  /** Whether it ran more than the 2,048 steps that are kept. What came after them is `unknown`, or not listed. */
  readonly truncated: boolean
}

/** What the answer comes from. */
export interface ExplainedDecision {
  /** The part of the flag: a path in its targeting, 'defaultVariant' or 'state'; '' where there is none. */
  readonly path: string
  /** Paths of the conditions that led there: each `if` on the way that did not end in its otherwise. */
  readonly conditions: readonly string[]
  /** The same in words. */
  readonly text: string
}

/**
 * - matched: its result is truthy
 * - failed: its result is falsy
 * - computed: it ran, but nothing asks for its truth: a loop that computes an operand
 * - error: the evaluation ended in it
 * - not evaluated: nothing needed it
 * - unknown: the trace was full before, or its result has been overwritten since
 */
export type ClauseOutcome =
  | 'matched'
  | 'failed'
  | 'computed'
  | 'error'
  | 'not evaluated'
  | 'unknown'

/** One condition, or part of one. */
export interface ExplainedClause {
  readonly path: string
  /** 0 for a condition of its own, more for the parts of the clause before it. */
  readonly level: number
  /** The clause in words: `country in ["DE", "FR"]`. Long ones end with `…`. */
  readonly text: string
  /** As the targeting has it; 'constant', 'array' and 'object' for what is none. */
  readonly operator: string
  /** What the operator was applied to. Empty for `and`, `or` and what was not evaluated. */
  readonly operands: readonly ExplainedOperand[]
  /** What it gave; undefined if nothing. */
  readonly result: JsonValue | undefined
  readonly outcome: ClauseOutcome
  /** Of a clause in a loop: the index of the item that it was evaluated for. */
  readonly item?: number
  /** Of a loop: how it went. */
  readonly loop?: ExplainedLoop
}

export interface ExplainedOperand {
  /** In words: `country`, `["DE", "FR"]`. */
  readonly text: string
  /**
   * Null for a missing attribute. Undefined for a set, whose members are hashed, for what was not evaluated, and for a
   * text or array that a rule built in a loop and that has been overwritten since.
   */
  readonly value: JsonValue | undefined
  /** Whether it is written out in the rule. */
  readonly literal: boolean
}

/** How a loop (`all`, `some`, `none`, `filter`, `map`, `reduce`) went. */
export interface ExplainedLoop {
  /** Items of the array; undefined if that is not known any more. */
  readonly items: number | undefined
  /** Those that the body ran for. */
  readonly itemsRun: number
  /** Of these, those for which it gave something truthy; 0 for `map` and `reduce`, which do not ask. */
  readonly itemsMatched: number
  /** Index of the item that decided; undefined where all of them did. */
  readonly decidedBy: number | undefined
  /** That item. */
  readonly item: JsonValue | undefined
}

/** How a `fractional` chose. */
export interface ExplainedBucket {
  readonly path: string
  /** What was hashed: a text, or with fractional version 3 the value that was encoded. Null if there was none. */
  readonly unit: JsonValue
  /** Where it comes from: `companyId`. */
  readonly unitText: string
  /** What of it was hashed: its UTF-8, or its deterministic CBOR. */
  readonly encoding: 'utf-8' | 'cbor'
  /** MurmurHash3 of the unit, 0 to 2^32 - 1. */
  readonly hash: number | undefined
  /** ⌊hash × totalWeight / 2^32⌋. */
  readonly bucket: number | undefined
  readonly totalWeight: number
  /** Each entry with the buckets from `from` up to, and without, `to`. */
  readonly boundaries: readonly BucketBoundary[]
  /** The entry that the bucket falls into; null if none. */
  readonly chosen: JsonValue
  /** Why none, if so. */
  readonly problem: string | undefined
}

export interface BucketBoundary {
  readonly variant: JsonValue
  readonly from: number
  readonly to: number
}

/** What of the context the evaluation looked at, in the order in which it did. */
export interface ExplainedAttributes {
  readonly read: readonly ExplainedAttribute[]
  /** Paths at which the context has nothing. */
  readonly missing: readonly string[]
}

export interface ExplainedAttribute {
  /** As a `var` would name it: `user.email`; '' for the whole context. */
  readonly path: string
  readonly value: JsonValue
  /** How much of it was read, if there may be more: no rule looks at the rest. 'first 4 characters' */
  readonly part?: string
}

/** The operation that could not be done. */
export interface ExplainedFailure {
  /** In the targeting; '' where the context could not be encoded. */
  readonly path: string
  readonly text: string
  readonly operator: string
  readonly operands: readonly ExplainedOperand[]
  /** What the rule gave, where that names no variant. */
  readonly result: JsonValue | undefined
  /** Path of the attribute that could not be encoded. */
  readonly attribute: string | undefined
}
