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

// One take or peek.
export const LIMIT_REFUSED = 0
export const LIMIT_ALLOWED = 1
export const LIMIT_COST_EXCEEDS_BURST = 2

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
