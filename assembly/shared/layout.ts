// The memory map. One WebAssembly.Memory, sized at open, never grown.
//
//   0          1024      8192      16384     …
//   +----------+---------+---------+----------+----------+-------------+---------+--------+------- ~
//   | reserved | static  | control |  locks   | rulesets | limit table |identity | lane 0 | lane 1
//   +----------+---------+---------+----------+----------+-------------+---------+--------+------- ~
//
// The static data are constants only: every instance that starts writes them again. What follows the locks
// is placed by the host from the options (src/engine/memory.ts), each base the end of the one before.

import { STACK_MAX } from './opcodes.ts'

export const PAGE_BYTES = 65536
/** The linker's first byte of static data; asconfig.json says the same as `memoryBase`. */
export const STATIC_OFFSET = 1024

// Control block: written at open; only `version` changes afterwards.
//
//   0        4        8        12       16       24       32       40       48
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   | magic  |  abi   |version |closed  |      seed       |clock base (f64) |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   followed by the sizes and bases of the map, u32 each
export const CONTROL_OFFSET = 8192
export const CONTROL_MAGIC = 0
export const CONTROL_ABI = 4
/** Version of the live ruleset; its region is the version's lowest bit. 0 before the first publish. */
export const CONTROL_VERSION = 8
export const CONTROL_CLOSED = 12
export const CONTROL_SEED = 16
export const CONTROL_CLOCK_BASE = 32
export const CONTROL_SIZES = 40

// The parts of the control block that limits read.
//
//   256      264      272      280      284      288
//   +--------+--------+--------+--------+--------+
//   |  wall  |wall at |  next  | limits |excep-  |
//   | offset |  open  |deadline| epoch  | tions  |
//   +--------+--------+--------+--------+--------+
/** What to add to whole ms since the engine opened to get Unix ms; a whole number. Moves when the wall clock is set. */
export const CONTROL_WALL = 256
/** Unix ms when the counters began; windows are numbered from it. */
export const CONTROL_WALL_AT_OPEN = 264
/** No lease ends before this time; Infinity if there is none. */
export const CONTROL_DEADLINE = 272
/** Changes whenever the variants do; odd while they are being written. */
export const CONTROL_LIMITS = 280
/** Exceptions there are: 0 saves looking. */
export const CONTROL_EXCEPTIONS = 284
export const CONTROL_BYTES = 512

// Spin locks, always taken in this order: one of the requests', those of sets of the limit table and the logs in the
// order of their addresses, the exceptions'.
/** Whatever is more than a swap of one word takes the lock of its set, chosen by the set's place. */
export const LOCKS_OFFSET = 2 * CONTROL_OFFSET
export const LOCK_COUNT = 1024
export const LOCK_BYTES = 4
export const EXCEPTIONS_LOCK = LOCKS_OFFSET + LOCK_COUNT * LOCK_BYTES
export const REQUEST_LOCKS_OFFSET = EXCEPTIONS_LOCK + 64
export const REQUEST_LOCK_COUNT = 256
export const REGIONS_OFFSET = REQUEST_LOCKS_OFFSET + REQUEST_LOCK_COUNT * LOCK_BYTES

// Lane: one thread's private region.
//
//   +--------+--------+-------+-------+------+--------+---------+-------+-------+----------+--------+----------+ ~
//   | header | limit  | keys  | stack | work | limits | scratch | key   | trace | outcomes | answer | contexts |
//   | words  | result | known |       |      |        |  arena  | bytes |       |          | creden.|          |
//   +--------+--------+-------+-------+------+--------+---------+-------+-------+----------+--------+----------+ ~
//
// A context is slots and bytes. The first serves the calls with fresh attributes, the second gates, the others are what
// prepared contexts take turns in.
//
//   0        4        8        12       16       20       24       28       32
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   | state  |  pin   | table  |  set   | metrics|scratch |scratch |collis. |
//   |        |version |        | count  |        |        |   end  |        |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
export const LANE_STATE = 0
/** Version of the ruleset this thread is running in; 0 when it runs in none. The publisher waits for it. */
export const LANE_PIN = 4
export const LANE_TABLE = 8
export const LANE_SET_COUNT = 12
export const LANE_METRICS = 16
export const LANE_SCRATCH = 20
/** The end of the scratch arena. */
export const LANE_ARENA_END = 24
/** How often a compare-and-swap lost to another thread. */
export const LANE_COLLISIONS = 28
export const LANE_SEED = 32
export const LANE_KEY_BYTES = 48
export const LANE_LIMITS = 56
/** Not 0 as long as no other thread can have the memory: then a swap needs no lock on the bus, 5 ns of 60. */
export const LANE_SOLO = 60
/** The next free byte of the scratch arena. */
export const LANE_ARENA = 64
/** Where explaining writes its steps, and how many fit. */
export const LANE_TRACE = 68
export const LANE_TRACE_STEPS = 72
/** How many steps were written, or would have been with more room. */
export const LANE_TRACE_COUNT = 76
/** Where evaluating many flags finds their indexes and leaves their outcomes. */
export const LANE_OUTCOMES = 80
/** The epoch of the variants that the lane has copied. */
export const LANE_EPOCH = 88
/** Whose period the host has to look up in the calendar, when a call answers LIMIT_PERIOD_PASSED. */
export const LANE_PERIOD_ID = 92
export const LANE_LOGS = 96
export const LANE_LOG_SETS = 100
/** Bytes of a log; how many times fit follows from it. */
export const LANE_LOG_BYTES = 104
export const LANE_LEASES = 108
export const LANE_LEASE_COUNT = 112
export const LANE_EXCEPTIONS = 116
/** A power of two. */
export const LANE_EXCEPTION_SLOTS = 120
export const LANE_REQUESTS = 124
export const LANE_REQUEST_SETS = 128
/** Where the lane looks for a free lease first. */
export const LANE_LEASE_NEXT = 132
/** Takes of the lane, of which a sample is looked at. */
export const LANE_TAKES = 136
/** Most exceptions at the same time. */
export const LANE_EXCEPTIONS_MAX = 140
/** The state of the lease that was found last, as it was before its deadline was read. */
export const LANE_LEASE_WORD = 144
/** What is known of callers (identity.ts). */
export const LANE_IDENTITY = 148
/** Where a decision is left (gate.ts). */
export const LANE_ANSWER = 152
/** Where the host writes the credential that is shown. */
export const LANE_CREDENTIAL = 156
/** The slots of the attributes that the flags of gates read. */
export const LANE_GATE_CONTEXT = 160
/** Room for hashing. */
export const LANE_HASHING = 164
/** Versions that snapshots of this thread hold, one word for each of the two regions; 0 for none. */
export const LANE_SNAPSHOTS = 168
/** The record of the credential that was seen last and for which the index had no place. */
export const LANE_ADMITTED = 176
export const LANE_HEADER_BYTES = 192

export const LANE_FREE = 0
export const LANE_ATTACHED = 1
/** Free again, with what the last thread left. */
export const LANE_VACATED = 2

// Parts: what a call asks of one limit, and what it finds. A call of `take` or `peek` leaves its answer in part 0.
//
//   0        8        12       16       20       24       28       32       40       48       56       64
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   |  hash  |   id   |  cost  |outcome |variant |  set   | entry  |  tag   |  word  | state  |  now   |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   64       68       72       76       80       88       96       104      108      112      116      120
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+-----------------+
//   |  kind  | asked  |granted |  same  | reset  | retry  | stamp  | lease  | lease  |remain- | lock   |
//   |        |        |        |        |        |        |        | index  |generat.| ing    |        |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+-----------------+
//   120      128
//   +--------+
//   | total  |
//   +--------+
//
//   from the host   hash (of the key, before the limit's salt), id, cost
//   the answer      outcome, variant (an address), state, now, kind, asked, granted, and of some kinds reset and retry
export const PARTS_OFFSET = LANE_HEADER_BYTES
export const PART_MAX = 16
export const PART_HASH = 0
export const PART_ID = 8
export const PART_COST = 12
export const PART_OUTCOME = 16
export const PART_VARIANT = 20
export const PART_SET = 24
export const PART_ENTRY = 28
export const PART_TAG = 32
export const PART_WORD = 40
export const PART_STATE = 48
export const PART_NOW = 56
/** How remaining, reset and retry are found: ANSWER_STATE from the state, ANSWER_NUMBERS they stand here. */
export const PART_KIND = 64
/** Tokens asked of the key's state by this part and those before it. Of ANSWER_NUMBERS: tokens of a full bucket. */
export const PART_ASKED = 68
export const PART_GRANTED = 72
/** The number of the first part with the same key and limit, counted from 1; 0 if it is this one. */
export const PART_SAME = 76
export const PART_RESET = 80
export const PART_RETRY = 88
export const PART_STAMP = 96
/** Of ANSWER_NUMBERS: ms until one token more is there. By then nobody needs the stamp. */
export const PART_NEXT = PART_STAMP
export const PART_LEASE = 104
export const PART_LEASE_GENERATION = 108
/** Of ANSWER_NUMBERS: tokens left. */
export const PART_REMAINING = 112
export const PART_LOCK = 116
/** Tokens taken by all parts that are the same as this one. */
export const PART_TOTAL = 120
export const PART_BYTES = 128
export const ANSWER_STATE = 0
export const ANSWER_NUMBERS = 1

/** What a call does with its parts. */
export const MODE_TAKE = 0
export const MODE_PEEK = 1
/** Take what is left, up to the cost. Of one part. */
export const MODE_TAKE_UP_TO = 2
/** Put back. */
export const MODE_GIVE = 3
/** Forget what was used, and lift a block. */
export const MODE_RESET = 4
/** Take, and hold leases for it. */
export const MODE_RESERVE = 5
/** Put back what a lease took. */
export const MODE_RETURN = 6
/** Take, whether it is there or not. */
export const MODE_CHARGE = 7

// Recently used keys, so that a hot one is neither encoded nor hashed again, and where in the table the limit
// that asked about it last found it.
//
//   0        8        16       20       24
//   +--------+--------+--------+--------+
//   |  hash  |  tag   | entry  | limit  |      limit 0: only the hash is known; KEY_PENDING and a length:
//   +--------+--------+--------+--------+      not even that, the key's bytes stand in the key buffer
/** One part more is for the engine: leases that end while a call is being answered. */
export const KEYS_OFFSET = PARTS_OFFSET + (PART_MAX + 1) * PART_BYTES
export const KEY_COUNT = 1024
export const KEY_HASH = 0
export const KEY_TAG = 8
export const KEY_ENTRY = 16
export const KEY_LIMIT = 20
export const KEY_BYTES = 24
/** Above every id and below every sign: a length of key bytes is added to it. */
export const KEY_PENDING = 0x40000000
export const STACK_OFFSET = KEYS_OFFSET + KEY_COUNT * KEY_BYTES
/** Room for one operation: digits of a number, parts of a version, a short text. */
export const WORK_OFFSET = STACK_OFFSET + (STACK_MAX + 1) * 8
export const WORK_BYTES = 4096
export const LANE_FIXED_BYTES = (WORK_OFFSET + WORK_BYTES + 63) & ~63

// One step of an explained evaluation: the instruction, counted from the flag's first, and the value on top of the
// stack behind it.
//
//   0        4        8                 16
//   +--------+--------+-----------------+
//   |instruc.| depth  |      value      |
//   +--------+--------+-----------------+
export const TRACE_INSTRUCTION = 0
export const TRACE_DEPTH = 4
export const TRACE_VALUE = 8
export const TRACE_STEP_BYTES = 16

// Context slot: a value, with room for a short string behind it, so that an attribute which repeats from one
// request to the next need not be written again.
//
//   0        8        16                                           128
//   +--------+--------+---------------------------------------------+
//   | value  | string | up to 112 bytes of UTF-8                    |
//   |        | header |                                             |
//   +--------+--------+---------------------------------------------+
export const SLOT_BYTES = 128
export const SLOT_STRING = 8
export const SLOT_TEXT = 16
export const SLOT_TEXT_MAX = SLOT_BYTES - SLOT_TEXT

// Metrics of one limit: what is lost to a full table, and what threads that have left counted.
//
//   0        8        16       24       32       40
//   +--------+--------+--------+--------+--------+
//   |evicted | tokens |admitted|refused | shadow |
//   |  u64   | leaked |  f64   |  f64   |refused |
//   +--------+--------+--------+--------+--------+
export const METRIC_EVICTED = 0
export const METRIC_LEAKED = 8
export const METRIC_COUNTS = 16
export const METRIC_BYTES = 40
