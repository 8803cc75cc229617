// The limit table: a set-associative hash table of 16-byte entries, 8 to a set, one set on two cache lines.
//
//   0                8               16
//   +----------------+----------------+
//   |      tag       |      word      |   × 8
//   +----------------+----------------+
//
//   tag    63                                12 11        0
//         +------------------------------------+-----------+      0: the entry is empty
//         |          keyed hash of the key     |  limit id |
//         +------------------------------------+-----------+
//
//   word   63 62                              3 2         0
//         +--+---------------------------------+-----------+
//         |C |       TAT in the limit's units  | generation|
//         +--+---------------------------------+-----------+
//
// C (the sign) marks an entry that an inserter is rewriting. The generation changes each time the entry gets
// another key, so that a compare-and-swap which read the old owner's word can never charge the new one.

export const ENTRY_TAG = 0
export const ENTRY_WORD = 8
export const ENTRY_BYTES = 16
export const SET_ENTRIES = 8
export const SET_BYTES = 128

export const GENERATION_BITS = 3
export const GENERATION_MASK = 7
/** A TAT must stay below 2^60: 63 bits of word less the generation. */
export const TAT_BITS = 60

export const LIMIT_ID_BITS = 12
/** Ids run from 1, so that no tag is 0. */
export const LIMIT_ID_MAX = 4095

// The unit in which a limit counts time: the finest in which its numbers fit.
export const QUANTUM_NS = 0
export const QUANTUM_US = 1
export const QUANTUM_MS = 2

/** Longest time an engine can stay open: 10 years of 365.25 days, in ms. Later times count as this one. */
export const HORIZON_MS = 315576000000

// A limit in a lane: the record of the ruleset with the name turned into a salt.
//
//   0        8        16       24       28       32       40
//   +--------+--------+--------+--------+--------+--------+
//   | rate a | cost b |capacity|quantum | burst  |  salt  |
//   +--------+--------+--------+--------+--------+--------+
export const LANE_LIMIT_SALT = 32
export const LANE_LIMIT_BYTES = 40
/** A lock that was not released after this many tries belongs to a thread that died: it is taken over. */
export const LOCK_TRIES_MAX = 100000000
