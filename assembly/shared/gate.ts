// Gates: what a ruleset says of them, and what a decision leaves in the lane.

// Gate, in the order of the config.
//
//   0        4        8        12       16       20       24       28       32       36       40
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   |  name  |details | first  | steps  |features| flags  | limits | attrs  | attrs  | facts  |
//   | string | string | step   | count  | count  | count  | count  | offset | count  | offset |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   40       44      48
//   +--------+--------+
//   | facts  |   0    |     attributes: as a flag's; facts: pairs of u16, attribute and FACT_
//   | count  |        |
//   +--------+--------+
export const GATE_NAME = 0
/** What only the host reads, as JSON. */
export const GATE_DETAILS = 4
export const GATE_FIRST_STEP = 8
export const GATE_STEP_COUNT = 12
export const GATE_FEATURE_COUNT = 16
export const GATE_FLAG_COUNT = 20
export const GATE_LIMIT_COUNT = 24
export const GATE_ATTRIBUTES = 28
export const GATE_ATTRIBUTE_COUNT = 32
export const GATE_FACTS = 36
export const GATE_FACT_COUNT = 40
export const GATE_BYTES = 48
export const GATE_FEATURE_MAX = 64
export const GATE_FLAG_MAX = 64

// Step of a gate's program. They run in order; the first that fails decides.
//
//   0        4        8        12       16       20       24
//   +--------+--------+--------+--------+--------+--------+
//   |   op   |   a    |   b    |   c    |   d    |   e    |
//   +--------+--------+--------+--------+--------+--------+
//
//   STEP_CREDENTIAL   a: bits of the types that may pass
//   STEP_TENANT       a: bits of the states that may pass
//   STEP_PERMISSION   a: offset of the expression's code, b: how many u16
//   STEP_FEATURE      a: index of the feature, b: slot of the answer, c: 1 if it must be enabled
//   STEP_FLAG         a: index of the flag, b: slot of the answer
//   STEP_LIMIT        a: index of the limit's record, b: offset of the records by plan, c: factor of the cost,
//                     d: KEY_OF_, e: part
export const STEP_OP = 0
export const STEP_A = 4
export const STEP_B = 8
export const STEP_C = 12
export const STEP_D = 16
export const STEP_E = 20
export const STEP_BYTES = 24
export const STEP_CREDENTIAL = 0
export const STEP_TENANT = 1
export const STEP_PERMISSION = 2
export const STEP_FEATURE = 3
export const STEP_FLAG = 4
export const STEP_LIMIT = 5
/** In a table by plan: the plan does not have the limit. In place of a table: no plan says anything. */
export const LIMIT_NOT_INCLUDED = 0xffffffff

// Whose key a limit of a gate counts.
export const KEY_OF_HOST = 0
export const KEY_OF_TENANT = 1
export const KEY_OF_PRINCIPAL = 2
export const KEY_OF_SUBJECT = 3
export const KEY_OF_KEY = 4
export const KEY_OF_SESSION = 5

// The code of a permission: postfix over bits, a word of booleans for a stack.
export const PERMISSION_AND = 0x8000
export const PERMISSION_OR = 0x4000
export const PERMISSION_COUNT_MASK = 0x3ff
export const PERMISSION_DEPTH_MAX = 32

// What the credential says of the caller, as attributes.
export const FACT_TENANT_ID = 0
export const FACT_TENANT_PLAN = 1
export const FACT_TENANT_STATE = 2
export const FACT_PRINCIPAL_TYPE = 3
export const FACT_PRINCIPAL_ID = 4
export const FACT_PRINCIPAL_SUBJECT = 5
export const FACT_KEY_ID = 6
export const FACT_KEY_ENVIRONMENT = 7
export const FACT_SESSION_ID = 8
export const FACT_SESSION_ISSUER = 9
/** Only if the caller's context has none. */
export const FACT_TARGETING_KEY = 10
export const FACT_COUNT = 11

// Plan, sorted by the hash of its name.
//
//   0                 8        12       16
//   +-----------------+--------+--------+
//   |  hash of name   |  name  | cells  |     cells: offset of one for each feature
//   +-----------------+--------+--------+
export const PLAN_HASH = 0
export const PLAN_NAME = 8
export const PLAN_CELLS = 12
export const PLAN_BYTES = 16
export const PLAN_NONE = 0xffffffff

// Cell: a plan's value of a feature. Texts and JSON stand in the details that only the host reads.
//
//   0                 8        12       16
//   +-----------------+--------+--------+
//   |     value, f64  |  type  |   0    |
//   +-----------------+--------+--------+
export const CELL_VALUE = 0
export const CELL_TYPE = 8
export const CELL_BYTES = 16
export const VALUE_NONE = 0
export const VALUE_BOOLEAN = 1
export const VALUE_NUMBER = 2
export const VALUE_JSON = 3
/** JSON null: a value, and none. */
export const VALUE_NULL = 4

// Feature.
//
//   0                 8        12       16                24       28       32       36       40       44       48       56
//   +-----------------+--------+--------+-----------------+--------+--------+--------+--------+--------+--------+--------+
//   |  hash of name   |  name  |  type  | default, f64    |default | add-ons|  flag  | limit  | by plan|  by    |variants|
//   |                 |        |        |                 |  type  |        |        |        |        | tenant |  true  |
//   +-----------------+--------+--------+-----------------+--------+--------+--------+--------+--------+--------+--------+
export const FEATURE_HASH = 0
export const FEATURE_NAME = 8
export const FEATURE_TYPE = 12
export const FEATURE_DEFAULT = 16
export const FEATURE_DEFAULT_TYPE = 24
export const FEATURE_ADD_ONS = 28
/** Index of the flag that hides it; NO_FLAG for none. */
export const FEATURE_FLAG = 32
/** Of a metered one: index of the limit's record, and offset of the records by plan; as of a step. */
export const FEATURE_LIMIT = 36
export const FEATURE_BY_PLAN = 40
/** 1 for a limit that counts by tenant.id and by nothing else: what its keys have of their own is a tenant's. */
export const FEATURE_BY_TENANT = 44
/** A bit for each variant of the flag that is true. */
export const FEATURE_FLAG_TRUE = 48
export const FEATURE_BYTES = 56
export const NO_FLAG = 0xffffffff
/** An index that no feature has. */
export const NO_FEATURE = 0xffffffff
export const FEATURE_BOOLEAN = 0
export const FEATURE_GAUGE = 1
export const FEATURE_CONFIG = 2
export const FEATURE_METERED = 3
export const ADD_ONS_REPLACE = 0
export const ADD_ONS_SUM = 1
export const ADD_ONS_MAX = 2

// Where a value comes from. Of a tenant's rows the first two.
export const SOURCE_OVERRIDE = 0
export const SOURCE_ADD_ON = 1
export const SOURCE_TRIAL = 2
export const SOURCE_PLAN = 3
export const SOURCE_DEFAULT = 4
export const SOURCE_NONE = 5

export const STATE_ENABLED = 0
export const STATE_LOCKED = 1
export const STATE_HIDDEN = 2
export const STATE_EXHAUSTED = 3

export const TENANT_STATE_NONE = 0
export const TENANT_STATE_ACTIVE = 1
export const TENANT_STATE_TRIAL = 2
export const TENANT_STATE_GRACE = 3
export const TENANT_STATE_PAST_DUE = 4
export const TENANT_STATE_SUSPENDED = 5

// What a decision leaves in the lane.
//
//   0        4        8        12       16       20       24       28       32
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |  code  |  step  |version |  plan  | tenant |  type  |permis- |limits' |
//   |        |        |        | index  | state  |        |sions   |outcome |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   32                40                48                56                64
//   +-----------------+-----------------+-----------------+-----------------+
//   |  Unix time, f64 |  expires, f64   | trial until, f64| grace until, f64|
//   +-----------------+-----------------+-----------------+-----------------+
//   64       68       72                80       84       88                96
//   +--------+--------+-----------------+--------+--------+-----------------+
//   |has ip  | is own |  permissions'   |tenant's|creden- | its    | heap   |
//   |        | format |  hash           | number | tial   |sequence| end    |
//   +--------+--------+-----------------+--------+--------+-----------------+
//   96: the caller's address, 16 bytes; 112: facts, 8 bytes each; then texts, slots of features, of flags, verdicts
export const ANSWER_CODE = 0
/** Which step decided, counted from the gate's first; its count if all passed. */
export const ANSWER_STEP = 4
export const ANSWER_VERSION = 8
export const ANSWER_PLAN = 12
export const ANSWER_TENANT_STATE = 16
export const ANSWER_TYPE = 20
/** Address of the permission set; 0 for none. */
export const ANSWER_PERMISSIONS = 24
/** What the limits answered: the outcome of `takeParts`, or LIMITS_NOT_ASKED. */
export const ANSWER_LIMITS = 28
export const LIMITS_NOT_ASKED = -1
export const ANSWER_TIME = 32
export const ANSWER_EXPIRES = 40
export const ANSWER_TRIAL_UNTIL = 48
export const ANSWER_GRACE_UNTIL = 56
/** 1: the host has written the caller's address; 2: there is none that can be read; 0: nobody has asked for it. */
export const ANSWER_HAS_ADDRESS = 64
export const ANSWER_IS_OWN = 68
export const ANSWER_PERMISSIONS_HASH = 72
export const ANSWER_TENANT = 80
/** Address of the credential's record, and the sequence that it was read under. */
export const ANSWER_CREDENTIAL = 84
export const ANSWER_SEQUENCE = 88
/** The end of the heap, behind which no text of a record is. */
export const ANSWER_HEAP_END = 92
export const ANSWER_ADDRESS = 96
export const ANSWER_FACTS = 112
export const ANSWER_TEXTS = ANSWER_FACTS + 8 * FACT_COUNT
/** A string: 8 bytes and up to TEXT_BYTES_MAX. */
export const ANSWER_TEXT_BYTES = 264
export const TEXT_TENANT = 0
export const TEXT_SUBJECT = 1
export const TEXT_ID = 2
export const TEXT_ISSUER = 3
export const TEXT_ENVIRONMENT = 4
export const TEXT_STATE = 5
export const TEXT_TYPE = 6
export const TEXT_COUNT = 7
export const ANSWER_FEATURES = ANSWER_TEXTS + TEXT_COUNT * ANSWER_TEXT_BYTES

// Slot of a feature.
//
//   0        4        8        12       16                24                32                40
//   +--------+--------+--------+--------+-----------------+-----------------+-----------------+
//   | state  | source | type   |feature |      value      |   until, f64    |    used, f64    |
//   +--------+--------+--------+--------+-----------------+-----------------+-----------------+
//   40: a string of JSON, 8 bytes and up to VALUE_BYTES_MAX, if a row of the tenant has such a value
export const SLOT_FEATURE_STATE = 0
export const SLOT_FEATURE_SOURCE = 4
export const SLOT_FEATURE_TYPE = 8
export const SLOT_FEATURE_INDEX = 12
export const SLOT_FEATURE_VALUE = 16
export const SLOT_FEATURE_UNTIL = 24
export const SLOT_FEATURE_USED = 32
export const SLOT_FEATURE_TEXT = 40
export const SLOT_FEATURE_BYTES = 560
export const ANSWER_FLAGS = ANSWER_FEATURES + GATE_FEATURE_MAX * SLOT_FEATURE_BYTES
/** Of each step of an explained decision, its own code. */
export const ANSWER_VERDICTS = ANSWER_FLAGS + GATE_FLAG_MAX * 4
export const STEP_MAX = 256
export const ANSWER_BYTES = ANSWER_VERDICTS + STEP_MAX * 4

// Codes of decisions; src/gate/codes.ts names them.
export const DECISION_ALLOWED = 0
export const DECISION_CREDENTIAL_MISSING = 1
export const DECISION_CREDENTIAL_INVALID = 2
export const DECISION_CREDENTIAL_EXPIRED = 3
export const DECISION_CREDENTIAL_REVOKED = 4
export const DECISION_CREDENTIAL_DISABLED = 5
export const DECISION_CREDENTIAL_ROTATED = 6
export const DECISION_CREDENTIAL_NOT_YET_VALID = 7
export const DECISION_CREDENTIAL_TYPE = 8
export const DECISION_NETWORK_DENIED = 9
export const DECISION_TENANT_UNKNOWN = 10
export const DECISION_TENANT_REQUIRED = 11
export const DECISION_TENANT_SUSPENDED = 12
export const DECISION_TENANT_PAST_DUE = 13
export const DECISION_TENANT_STATE = 14
export const DECISION_PERMISSION_DENIED = 15
export const DECISION_FEATURE_HIDDEN = 16
export const DECISION_FEATURE_LOCKED = 17
export const DECISION_FEATURE_EXHAUSTED = 18
export const DECISION_QUOTA_NOT_INCLUDED = 19
export const DECISION_LIMIT_KEY_MISSING = 20
/** A limit refused: the parts say which, and why. */
export const DECISION_LIMITED = 21
/** Not decisions: what the host has to do before it asks again. */
export const DECISION_UNSEEN = -10
export const DECISION_NEEDS_ADDRESS = -11
/** The ruleset that the caller knows is no longer the live one. */
export const DECISION_STALE = -12
/** A record changed while it was read, each time. */
export const DECISION_TORN = -13

/** What a decision does with limits and quotas, beside the MODE_ of a call of the limits: note each step, and go on. */
export const DECIDE_EXPLAIN = 16
/** The host has no key for one of the limits: none is asked. */
export const DECIDE_KEYLESS = 32

// What looking a credential up found.
export const ADMIT_UNKNOWN = 0
export const ADMIT_FOUND = 1
/** A record changed meanwhile: to be tried again. */
export const ADMIT_TORN = 2
