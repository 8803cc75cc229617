// The memory map. One WebAssembly.Memory, sized at open, never grown.
//
//   0          1024      8192      16384     …
//   +----------+---------+---------+----------+----------+-------------+---------+--------+------- ~
//   | reserved | static  | control |  locks   | rulesets | limit table | metrics | lane 0 | lane 1
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
export const CONTROL_BYTES = 512

/** Insertion into the limit table takes one of these spin locks, chosen by the set's index. */
export const LOCKS_OFFSET = 2 * CONTROL_OFFSET
export const LOCK_COUNT = 1024
export const LOCK_BYTES = 4
export const REGIONS_OFFSET = LOCKS_OFFSET + LOCK_COUNT * LOCK_BYTES

// Lane: one thread's private region.
//
//   +--------+--------+-------+-------+------+--------+---------+-------+-------+----------+----------+ ~
//   | header | limit  | keys  | stack | work | limits | scratch | key   | trace | outcomes | contexts |
//   | words  | result | known |       |      |        |  arena  | bytes |       |          |          |
//   +--------+--------+-------+-------+------+--------+---------+-------+-------+----------+----------+ ~
//
// A context is slots and bytes. The first serves the calls with fresh attributes, the others are what prepared
// contexts take turns in.
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
/** Versions that snapshots of this thread hold, one word for each of the two regions; 0 for none. */
export const LANE_SNAPSHOTS = 84
export const LANE_HEADER_BYTES = 128

export const LANE_FREE = 0
export const LANE_ATTACHED = 1
/** Free again, with what the last thread left. */
export const LANE_VACATED = 2

// What the last take or peek of the lane saw, from which remaining, reset and retry are computed on demand.
//
//   0        8        16       24       28       32
//   +--------+--------+--------+--------+--------+
//   |  TAT   |  now   | short  | limit  |outcome |
//   +--------+--------+--------+--------+--------+
export const RESULT_OFFSET = LANE_HEADER_BYTES
export const RESULT_TAT = 0
export const RESULT_NOW = 8
/** By how much the request overshot the capacity; 0 when it was allowed. */
export const RESULT_SHORT = 16
export const RESULT_LIMIT = 24
export const RESULT_BYTES = 32

// Recently used keys, so that a hot one is neither encoded nor hashed again, and where in the table the limit
// that asked about it last found it.
//
//   0        8        16       20       24
//   +--------+--------+--------+--------+
//   |  hash  |  tag   | entry  | limit  |      limit 0: only the hash is known; KEY_PENDING and a length:
//   +--------+--------+--------+--------+      not even that, the key's bytes stand in the key buffer
export const KEYS_OFFSET = RESULT_OFFSET + RESULT_BYTES
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

// Metrics of one limit, counted only where something unusual happens.
//
//   0        8        16
//   +--------+--------+
//   |evicted | tokens |
//   |        | leaked |
//   +--------+--------+
export const METRIC_EVICTED = 0
export const METRIC_LEAKED = 8
export const METRIC_BYTES = 16
