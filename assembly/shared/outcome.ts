// What the evaluators answer, as numbers that both languages import.

// One evaluation is one 32-bit word:
//
//    31        24 23        16 15                     0
//   +------------+------------+------------------------+
//   | error code |   reason   |     variant index      |
//   +------------+------------+------------------------+
export const NO_VARIANT = 0xffff
export const REASON_SHIFT = 16
export const ERROR_SHIFT = 24

/** Not an outcome: the ruleset that the caller knows is no longer the live one. */
export const STALE = -1

export const REASON_STATIC = 0
export const REASON_DEFAULT = 1
export const REASON_TARGETING_MATCH = 2
export const REASON_DISABLED = 3
export const REASON_ERROR = 4

export const ERROR_NONE = 0
export const ERROR_PARSE_ERROR = 1
export const ERROR_GENERAL = 2
export const ERROR_INVALID_CONTEXT = 3

// Why an evaluation ended with GENERAL or PARSE_ERROR: the variant field of an error's word.
export const CAUSE_RULE_INVALID = 0
export const CAUSE_VARIANT_UNKNOWN = 1
export const CAUSE_OPERAND_TYPE = 2
export const CAUSE_SCRATCH_FULL = 3
export const CAUSE_TOO_MANY_ITEMS = 4
export const CAUSE_SPLIT_CHARACTER = 5

// One part of a call to the limits.
export const LIMIT_REFUSED = 0
export const LIMIT_ALLOWED = 1
export const LIMIT_COST_EXCEEDS_LIMIT = 2
export const LIMIT_BLOCKED = 3
/** No lease is free to hold a reservation. */
export const LIMIT_LEASES_EXHAUSTED = 4
/** Added to the outcome of a part whose limit only watches, and would have refused. */
export const LIMIT_SHADOW = 8

/** Added to the outcome of one take in 32: the host notes whose it is. */
export const LIMIT_SAMPLED = 16

// A call that the host has to prepare and repeat: nothing was changed.
/** Another thread uses variants that this lane has not copied yet. */
export const LIMIT_STALE = -1
/** A quota's period is over: see LANE_PERIOD_ID. */
export const LIMIT_PERIOD_PASSED = -2

// What became of a lease.
export const LEASE_SETTLED = 1
/** Settled before, or past its deadline. */
export const LEASE_GONE = 0

// Why bytes are not a ruleset that may be published; 0 is that they are.
export const VERIFY_OK = 0
export const VERIFY_TRUNCATED = 1
export const VERIFY_MAGIC = 2
export const VERIFY_ABI = 3
export const VERIFY_CHECKSUM = 4
export const VERIFY_LAYOUT = 5
export const VERIFY_STRING = 6
export const VERIFY_CONSTANT = 7
export const VERIFY_ATTRIBUTE = 8
export const VERIFY_FLAG = 9
export const VERIFY_VARIANT = 10
export const VERIFY_OPCODE = 11
export const VERIFY_OPERAND = 12
export const VERIFY_JUMP = 13
export const VERIFY_STACK = 14
export const VERIFY_END = 15
export const VERIFY_LIMIT = 16
export const VERIFY_LOOP = 17
export const VERIFY_STEPS = 18
export const VERIFY_GATE = 19
