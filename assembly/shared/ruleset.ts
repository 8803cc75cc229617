// The ruleset: a compiled config as flat, relocatable bytes. It is also the wire format.
//
//   +--------+--------------------------+-------+------------+--------+------+-----------+
//   | header | data: strings, arrays, … | flags | attributes | limits | code | constants | …
//   +--------+--------------------------+-------+------------+--------+------+-----------+
//   … plans | features | gates | steps | permissions |
//   -------+----------+-------+-------+-------------+
//
// Every offset counts from the ruleset's first byte. All numbers are little-endian. Sections follow
// each other in this order, each aligned to 8 bytes.

export const RULESET_MAGIC = 0x494c5553 // "SULI" in memory order: S U L I
export const RULESET_ABI = 4

//   0        4        8        12       16       20       24       28       32
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   | magic  |  abi   |checksum| bytes  | flags: count,off|attrs: count,off|
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |limits: count,off| code: count,off |consts: count,off|data end|metadata|
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |plans: count, off|features: c., off|gates: count, off|steps: count, off|
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |permissions: c, o|identity|        |                                   |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//
// The checksum is murmur3 (x86, 32 bits, seed 0) of every byte behind it.
export const HEADER_MAGIC = 0
export const HEADER_ABI = 4
export const HEADER_CHECKSUM = 8
export const HEADER_BYTE_LENGTH = 12
export const HEADER_FLAG_COUNT = 16
export const HEADER_FLAGS = 20
export const HEADER_ATTRIBUTE_COUNT = 24
export const HEADER_ATTRIBUTES = 28
export const HEADER_LIMIT_COUNT = 32
export const HEADER_LIMITS = 36
export const HEADER_CODE_COUNT = 40
export const HEADER_CODE = 44
export const HEADER_CONSTANT_COUNT = 48
export const HEADER_CONSTANTS = 52
/** Where the data section ends: a multiple of 8. */
export const HEADER_DATA_END = 56
/** Offset of the string that holds the flag set's metadata as JSON. */
export const HEADER_METADATA = 60
export const HEADER_PLAN_COUNT = 64
export const HEADER_PLANS = 68
export const HEADER_FEATURE_COUNT = 72
export const HEADER_FEATURES = 76
export const HEADER_GATE_COUNT = 80
export const HEADER_GATES = 84
export const HEADER_STEP_COUNT = 88
export const HEADER_STEPS = 92
/** What the gates require: offsets of strings, in the order of their bits. */
export const HEADER_PERMISSION_COUNT = 96
export const HEADER_PERMISSIONS = 100
/** Offset of the string of JSON that holds what only the host reads: roles, issuers, values of plans. */
export const HEADER_IDENTITY = 104
export const HEADER_BYTES = 128

// Flag, sorted by key hash so that a key is found by bisection.
//
//   0        4        8        12       16       20       24       28       32
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |  key   |key hash|  kind  |  code  |  code  | stack  | attrs  | attrs  |
//   | string |        |        | index  | count  |  max   | offset | count  |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |variants|variants|default |details | steps  | source |
//   | offset | count  |variant | string |  max   | string |
//   +--------+--------+--------+--------+--------+--------+
//
// `steps` bounds how many instructions one evaluation takes. `source` tells, for whoever explains an evaluation,
// which part of the targeting each instruction comes from: "<instruction>:<path>" for each one that starts another
// part, joined by line feeds; the path has its segments joined by "/", counted from the targeting.
//
// `variants` is a list of u32 string offsets. `details` is JSON for the host: the variants' values and the
// metadata; the evaluator never reads it. `attrs` lists the attributes that the program reads, and how much
// of each the host must encode if it is a string:
//
//   0         2         4
//   +---------+---------+      reach: 0 the whole, n its first n UTF-16 units,
//   |  index  |  reach  |             REACH_TAIL | n its last n,
//   +---------+---------+             REACH_DEEP the whole, and the properties of objects
export const FLAG_KEY = 0
export const FLAG_KEY_HASH = 4
export const FLAG_KIND = 8
export const FLAG_CODE_INDEX = 12
export const FLAG_CODE_COUNT = 16
export const FLAG_STACK_MAX = 20
export const FLAG_ATTRIBUTES = 24
export const FLAG_ATTRIBUTE_COUNT = 28
export const FLAG_VARIANTS = 32
export const FLAG_VARIANT_COUNT = 36
export const FLAG_DEFAULT_VARIANT = 40
export const FLAG_DETAILS = 44
export const FLAG_STEPS = 48
export const FLAG_SOURCE = 52
export const FLAG_BYTES = 56

export const FLAG_ATTRIBUTE_BYTES = 4
export const FLAG_ATTRIBUTE_REACH = 2
export const REACH_WHOLE = 0
export const REACH_TAIL = 0x8000
export const REACH_MAX = 0x7fff
export const REACH_DEEP = 0x8000

/** No targeting: the default variant, or the code default. */
export const FLAG_KIND_STATIC = 0
export const FLAG_KIND_TARGETING = 1
export const FLAG_KIND_DISABLED = 2
/** Its targeting could not be compiled (only under lenient validation). */
export const FLAG_KIND_INVALID = 3

// Attribute: a path into the context, as a JSON array of its segments, and the reach that serves all flags.
//
//   0        4       6        8
//   +--------+-------+--------+
//   |  path  |source | reach  |
//   | string |  u16  |  u16   |
//   +--------+-------+--------+
export const ATTRIBUTE_PATH = 0
export const ATTRIBUTE_SOURCE = 4
export const ATTRIBUTE_REACH = 6
export const ATTRIBUTE_BYTES = 8
/** The value at the path in the caller's context. */
export const SOURCE_CONTEXT = 0
/** Seconds since the Unix epoch, whatever the context says. */
export const SOURCE_TIMESTAMP = 1

// Variant of a limit. Its first 64 bytes are copied into each lane (see limit.ts).
//
//   0        8        16       24       28       32       40       44       48       52       56       64
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   | rate a | cost b |capacity|quantum | tokens | period |algorit.| flags  | count  | change |  ttl   |
//   |  i64   |  i64   |  i64   |  u32   |  u32   |  i64   |  u32   |  u32   |  bits  |  rule  |  f64   |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   |  name  |  id   |details | family |
//   | string |  u32  | string |  index |
//   +--------+-------+--------+--------+
//   64       68      72       76      80
//
//   rate, cost, capacity, quantum   of gcra only, else 0; rate of a quota is a hash of its calendar
//   tokens    of a full bucket, of a window, in flight; below 2^31
//   period    of windows in ms, of a log in µs, of a quota the longest in ms, else 0
//   count bits  of a window's count in its state
//   ttl       ms that a reservation holds
//   details   what only the host reads, as JSON: key paths, calendar, plan, overrides
//   family    index of the limit's first variant among the limits: its own, or one before it
export const LIMIT_RATE = 0
export const LIMIT_COST = 8
export const LIMIT_CAPACITY = 16
export const LIMIT_QUANTUM = 24
export const LIMIT_TOKENS = 28
export const LIMIT_PERIOD = 32
export const LIMIT_ALGORITHM = 40
export const LIMIT_FLAGS = 44
export const LIMIT_COUNT_BITS = 48
export const LIMIT_CHANGE = 52
export const LIMIT_TTL = 56
export const LIMIT_NUMBERS_BYTES = 64
export const LIMIT_NAME = 64
export const LIMIT_ID = 68
export const LIMIT_DETAILS = 72
export const LIMIT_FAMILY = 76
export const LIMIT_BYTES = 80

// Fractional table: cumulative weights, and of each bucket the index of a constant, or of a variant where the
// program ends with it (RETURN_FRACTIONAL).
//
//   0        4        8        12       16       20       24       28       32
//   +--------+--------+--------+--------+--------+--------+--------+--------+---- ~
//   | count  | total  | prefix | prefix | prefix | gener- | cumul. | const. | …
//   |        | weight | hash   | tail   | length | ation  |        | index  |
//   +--------+--------+--------+--------+--------+--------+--------+--------+---- ~
//
// The prefix is the flag key, which the default unit starts with, already run through murmur3: the state
// after its whole 4-byte blocks, and the up to 3 bytes that are left.
//
// In flagd's first generation (FRACTIONAL_GENERATION is FRACTIONAL_FIRST) a bucket's cumulative number is the first
// magnitude of the hash, as a signed integer, that is beyond it: the compiler did the floating-point arithmetic.
export const FRACTIONAL_COUNT = 0
export const FRACTIONAL_TOTAL = 4
export const FRACTIONAL_PREFIX_HASH = 8
export const FRACTIONAL_PREFIX_TAIL = 12
export const FRACTIONAL_PREFIX_LENGTH = 16
export const FRACTIONAL_GENERATION = 20
export const FRACTIONAL_BUCKETS = 24
export const FRACTIONAL_BUCKET_BYTES = 8
/** Of murmur's 2^32 values each bucket takes weight / total; a sum above this is refused (flagd). */
export const FRACTIONAL_WEIGHT_MAX = 0x7fffffff
export const FRACTIONAL_FIRST = 1
/** One above the greatest magnitude of a signed 32-bit hash: the total of a table of the first generation. */
export const FRACTIONAL_FIRST_TOTAL = 0x80000001

// Set: 64-bit hashes of its members, keyed with a secret of the set, sorted, so that the first bits of a hash say
// where among them it must stand. 8 bytes a member and 4 for every eighth.
//
//   0        4        8                 16                24
//   +--------+--------+-----------------+-----------------+--- ~ ---+--- ~ ---+
//   | count  | bucket |      seed       |      seed       | starts  | hashes  |
//   |        |  bits  |                 |                 | u32 × n | u64 × n |
//   +--------+--------+-----------------+-----------------+--- ~ ---+--- ~ ---+
//
// starts: one for each bucket and one behind the last, padded to 8 bytes.
export const SET_COUNT = 0
export const SET_BITS = 4
export const SET_SEED = 8
export const SET_STARTS = 24
/** Members of a bucket, on average, are at most twice this. */
export const SET_BUCKET_MEMBERS = 8
export const SET_BITS_MAX = 26
