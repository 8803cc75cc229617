// Where the limits keep their counters.
//
// The limit table: a set-associative hash table of 16-byte entries, 8 to a set, one set on two cache lines.
//
//   0                8               16
//   +----------------+----------------+
//   |      tag       |      word      |   × 8
//   +----------------+----------------+
//
//   tag    63                           13 12 11        0
//         +-------------------------------+--+-----------+      0: the entry is empty
//         |     keyed hash of the key     |H | limit id  |
//         +-------------------------------+--+-----------+
//
//   word   63 62                              3 2         0
//         +--+---------------------------------+-----------+
//         |C |     state, by the algorithm     | generation|
//         +--+---------------------------------+-----------+
//
// C (the sign) marks an entry that somebody is rewriting. The generation changes each time the entry gets another
// tag, so that a compare-and-swap which read the old word can never charge the new owner. H hides the entry from the
// lock-free path: something about the key changed (it is blocked, or has other numbers now), so look again.
//
// The id is that of a variant: one set of numbers of a limit, with the unit in which the state counts. All variants
// of a limit (its plans, its overrides, what it was before a reload) hash a key alike, so that a key whose numbers
// change is found under the old ones and converted.
//
// The state, 60 bits, by the algorithm:
//
//   gcra               | theoretical arrival time, in the variant's units                     |
//   fixed window       | ordinal of the window                    |          count            |   aligned, quota
//   fixed window       | end of the window, in ms or s            |          count            |   from the first hit
//   sliding window     | ordinal of the window     |   count before       |      count        |
//   concurrency        |                                                       in flight      |

export const ENTRY_TAG = 0
export const ENTRY_WORD = 8
export const ENTRY_BYTES = 16
export const SET_ENTRIES = 8
export const SET_BYTES = 128

export const GENERATION_BITS = 3
export const GENERATION_MASK = 7
/** A state must stay below 2^60: 63 bits of word less the generation. */
export const TAT_BITS = 60

export const LIMIT_ID_BITS = 12
/** Ids run from 1, so that no tag is 0. */
export const LIMIT_ID_MAX = 4095
export const TAG_HIDDEN = 4096
/** The bits of a tag that are the key's hash. */
export const TAG_HASH_SHIFT = 13

// The unit in which a limit counts time: the finest in which its numbers fit.
export const QUANTUM_NS = 0
export const QUANTUM_US = 1
export const QUANTUM_MS = 2

/** Most tokens of a limit, and the highest cost. */
export const TOKENS_MAX = 0x7fffffff

// Which takes are looked at for the hot keys: those whose number, times the golden ratio, is in the lowest 32nd.
export const SAMPLE_FACTOR = 0x9e3779b1
export const SAMPLE_SHIFT = 27
export const SAMPLE_RATE = 32

/** Longest time an engine can stay open: 10 years of 365.25 days, in ms. Later times count as this one. */
export const HORIZON_MS = 315576000000

export const ALGORITHM_GCRA = 0
/** Fixed windows in step with the wall clock. */
export const ALGORITHM_ALIGNED = 1
/** Fixed windows that start with a key's first hit. */
export const ALGORITHM_FIRST_HIT = 2
export const ALGORITHM_QUOTA = 3
export const ALGORITHM_SLIDING = 4
export const ALGORITHM_CONCURRENCY = 5
/** The only one whose state is not a word of the table, but a record of the logs. */
export const ALGORITHM_LOG = 6

export const FLAG_SHADOW = 1
export const FLAG_STRICT = 2
/** What becomes of a reservation whose deadline passes: given back, or else charged. */
export const FLAG_REFUND = 4
/** Ends of windows from the first hit are in whole seconds, not ms. */
export const FLAG_SECONDS = 8

// What becomes of what a key has used when its numbers change. The last four words are those of bucket4j.
export const CHANGE_USED = 0
export const CHANGE_AS_IS = 1
export const CHANGE_PROPORTIONAL = 2
export const CHANGE_ADDITIVE = 3
export const CHANGE_RESET = 4

// A variant in a lane, and in the master table that all lanes copy: the numbers of the ruleset's record, and what the
// engine adds to them.
//
//   0        8        16       24       28       32       40       44       48       52       56       64
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   | rate a | cost b |capacity|quantum | limit  | period |algorit.| flags  | count  | change |  ttl   |
//   |        |        |        |        |        |        |        |        |  bits  |  rule  |   ms   |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   64       72       80       88       96       104      108      112      120      128
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   |  salt  |ordinal,| shadow | period |ordinal |family  |        |admitted|refused |
//   |        | anchor |refused |  end   |        |        |        |        |        |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+
//
// Of aligned windows, the number of the one in which the engine opened. Of a quota, its anchor, which only the host
// reads, as src/limits/calendar.ts numbers it; and the period that is current by the lane's last look at the calendar: its end in Unix ms, and the minute
// in which it starts as its number. What the lane has counted is in 64-bit floats, so that the host can read those of
// other threads whole; it is moved to the metrics before the lane copies the variants anew.
export const LANE_LIMIT_SALT = 64
export const LANE_LIMIT_ORDINAL_AT_OPEN = 72
export const LANE_LIMIT_ANCHOR = 72
export const LANE_LIMIT_SHADOW_REFUSED = 80
export const LANE_LIMIT_PERIOD_END = 88
export const LANE_LIMIT_ORDINAL = 96
/** Id of the limit's first variant, under which its metrics are counted. */
export const LANE_LIMIT_FAMILY = 104
export const LANE_LIMIT_ADMITTED = 112
export const LANE_LIMIT_REFUSED = 120
export const LANE_LIMIT_BYTES = 128
/** A lock that was not released after this many tries belongs to a thread that died: it is taken over. */
export const LOCK_TRIES_MAX = 100000000

// Logs: a table of its own, 4 records to a set. Times are in µs since the engine opened, the oldest first.
//
//   0        8        16       24       32
//   +--------+--------+--------+--------+---- ~ ----+
//   |  tag   | count  |                 |   times   |
//   +--------+--------+--------+--------+---- ~ ----+
export const LOG_TAG = 0
export const LOG_COUNT = 8
export const LOG_TIMES = 32
export const LOG_SET_RECORDS = 4

// Exceptions: keys that are blocked, or have numbers of their own. Open addressing, linear probing, at most half full.
//
//   0        8        12       16       24       32
//   +--------+--------+--------+--------+--------+
//   |  tag   |variant |        | until  |        |     tag: hash and family; 0 never used, 1 was used
//   +--------+--------+--------+--------+--------+     variant 0: none; until 0: not blocked
export const EXCEPTION_TAG = 0
export const EXCEPTION_VARIANT = 8
/** Blocked up to this time, in ms since the engine opened. */
export const EXCEPTION_UNTIL = 16
export const EXCEPTION_BYTES = 32
/** A key is at most so many places from its own; the table is half empty, so that is far. */
export const EXCEPTION_PROBES_MAX = 64
export const EXCEPTION_REMOVED = 1

// Leases: what is reserved, and slots in flight. The number of a lease is its index and its generation.
//
//   0        4        8        16       24       32       40       44       48              64
//   +--------+--------+--------+--------+--------+--------+--------+--------+-----------------+
//   | state  | limit  |  hash  |deadline| stamp  |variant | cost   | refund | since  |        |
//   +--------+--------+--------+--------+--------+--------+--------+--------+-----------------+
//
//   state: generation << 5 | renewals << 2 | one of
//
//   FREE -> CLAIMED -> HELD -> SETTLING -> FREE
export const LEASE_STATE = 0
export const LEASE_LIMIT = 4
/** The key's hash, before the limit's salt. */
export const LEASE_HASH = 8
export const LEASE_DEADLINE = 16
/** When it was taken, as far as giving back needs to know. */
export const LEASE_STAMP = 24
/** The variant in whose units the stamp is. */
export const LEASE_VARIANT = 32
export const LEASE_COST = 40
export const LEASE_REFUND = 44
/** When somebody began to claim or to settle it, or was about to. */
export const LEASE_SINCE = 48
export const LEASE_BYTES = 64
/** The bits of the state word that are the state. */
export const LEASE_STATE_MASK = 3
/** An index that no lease has: of what a limit in shadow would have reserved. */
export const LEASE_NONE = 0xffffffff
export const LEASE_FREE = 0
export const LEASE_CLAIMED = 1
export const LEASE_HELD = 2
export const LEASE_SETTLING = 3
/** Leases that share a word with the earliest of their deadlines; those words stand before the leases. */
export const LEASE_PAGE = 64

// Requests: what was answered to a request id. 8 to a set; the one that ends first makes room.
//
//   0        8        16       20       24                                      96
//   +--------+--------+--------+--------+---------------------------------------+
//   |  tag   |expires |outcome |   0    |  a part, from its state on            |
//   +--------+--------+--------+--------+---------------------------------------+
export const REQUEST_TAG = 0
export const REQUEST_EXPIRES = 8
export const REQUEST_ANSWER = 16
export const REQUEST_BYTES = 96
export const REQUEST_SET_RECORDS = 8
