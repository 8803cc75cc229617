// What is known of callers: keys, sessions, tenants, and what was revoked. One region of the memory, shared by all
// threads. The host writes it under one lock (src/identity/store.ts); the evaluators read it without.
//
//   +--------+-------+------+----------+---------+-------------+------+
//   | header | index | keys | sessions | tenants | revocations | heap |
//   +--------+-------+------+----------+---------+-------------+------+
//
// A record is read between two looks at its sequence, which is odd while it is written: if both are the same even
// number, what was read is whole, and of that record. What a reader follows before the second look may be anything, so
// lengths are bounded before they are used, and all addresses that a record ever holds are inside the region.

// Header.
//
//   0        4        8        12       16                24                32
//   +--------+--------+--------+--------+-----------------+-----------------+
//   |  lock  |writing | revo-  | mode   |           secret of hashes        |
//   |        |        | cations|        |                                   |
//   +--------+--------+--------+--------+-----------------+-----------------+
//   32       36       40       44       48       52       56       60       64
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   | index  | index  |  keys  |sessions|tenants | revoc. | revoc. |foreign |
//   |        |  sets  |        |        |        |        | slots  | keys   |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   64       68       72       76       80       84       88       92       96
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   |  key   |session | tenant | heap   | keys   |sessions|tenants | perm.  |
//   |  max   |  max   |  max   | end    | free   | free   | free   | sets   |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   96       100      104      108      112      116      120      124      128
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   | heap   | keys   |sessions|tenants |names of| opaque |tenants | freed  |
//   | free   | used   | used   | used   |peppers |sessions|defined |        |
//   +--------+--------+--------+--------+--------+--------+--------+--------+
//   128: heads of the heap's free lists, u32 each; 1024: midstates of the peppers, 64 bytes each
export const IDENTITY_LOCK = 0
/** The record that is being written, for whoever takes over the lock of a thread that died. */
export const IDENTITY_WRITING = 4
/** Added to the record's address: only the tag is written by which its credential is recognised. */
export const WRITING_SEEN = 1
/** Changes with each revocation. */
export const IDENTITY_REVOCATIONS_EPOCH = 8
/** MODE_ bits. */
export const IDENTITY_MODE = 12
export const IDENTITY_SECRET = 16
export const IDENTITY_INDEX = 32
export const IDENTITY_INDEX_SETS = 36
export const IDENTITY_KEYS = 40
export const IDENTITY_SESSIONS = 44
export const IDENTITY_TENANTS = 48
export const IDENTITY_REVOCATIONS = 52
/** A power of two. */
export const IDENTITY_REVOCATION_SLOTS = 56
/** How many credentials are found by their digest only: if none, an unknown one need not be hashed. */
export const IDENTITY_FOREIGN = 60
export const IDENTITY_KEY_MAX = 64
export const IDENTITY_SESSION_MAX = 68
export const IDENTITY_TENANT_MAX = 72
export const IDENTITY_HEAP_END = 76
/** First free record of each kind, linked through CREDENTIAL_TENANT; 0 for none. */
export const IDENTITY_KEYS_FREE = 80
export const IDENTITY_SESSIONS_FREE = 84
export const IDENTITY_TENANTS_FREE = 88
/** First permission set of all, linked. */
export const IDENTITY_PERMISSION_SETS = 92
export const IDENTITY_HEAP_FREE = 96
/** Records that were ever used: those behind have never been. */
export const IDENTITY_KEYS_USED = 100
export const IDENTITY_SESSIONS_USED = 104
export const IDENTITY_TENANTS_USED = 108
/** String of JSON: the names of the peppers. */
export const IDENTITY_PEPPER_NAMES = 112
/** How many sessions are opaque, which nobody can verify again. */
export const IDENTITY_OPAQUE = 116
/** How many tenants are defined, and not only named by credentials. */
export const IDENTITY_DEFINED = 120
/** Not 0 where blocks of the heap were given back since those beside each other were put together. */
export const IDENTITY_FREED = 124
export const IDENTITY_HEAP_LISTS = 128
export const IDENTITY_PEPPERS = 1024
export const PEPPER_MAX = 8
export const PEPPER_BYTES = 64
export const IDENTITY_HEADER_BYTES = IDENTITY_PEPPERS + PEPPER_MAX * PEPPER_BYTES

/** Confirm the whole digest at each call, instead of once a credential. */
export const MODE_CONFIRM_ALWAYS = 1

// Index: sets of 8 words on one cache line. A hash has two sets, and is put where there is more room, so that few are
// ever full: at two thirds, none of two million words found its two sets full.
//
//    63                32 31    28 27                    0
//   +--------------------+--------+-----------------------+
//   |    tag: the high   |  kind  | number of the record, |    0: free
//   |    half of the hash|        | counted from 1        |
//   +--------------------+--------+-----------------------+
export const INDEX_SET_ENTRIES = 8
export const INDEX_SET_BYTES = 64
export const INDEX_KIND_SHIFT = 28
export const INDEX_NUMBER_MASK = 0x0fffffff
/** By the public id. */
export const KIND_KEY_ID = 1
/** By the digest: keys of other formats. The hash is the digest's first 8 bytes. */
export const KIND_KEY_DIGEST = 2
/** By the hash of the whole credential, once that was verified. */
export const KIND_KEY_SEEN = 3
export const KIND_SESSION_ID = 4
export const KIND_SESSION_SEEN = 5
export const KIND_TENANT = 6
/** Number: address of the set, in units of 16 bytes from the region's start. */
export const KIND_PERMISSIONS = 7

// Credential: a key's record, and the start of a session's.
//
//   0        4        8                 24                32       36       40       44       48                72
//   +--------+--------+-----------------+-----------------+--------+--------+--------+--------+-----------------+
//   |sequence| state  |   seen tag      |  expires, f64   | tenant |subject |permis- |networks|       id        |
//   |        |        |                 |                 |        |        |sions   |        |                 |
//   +--------+--------+-----------------+-----------------+--------+--------+--------+--------+-----------------+
//   72                                  104
//   +-----------------------------------+
//   |            digest                 |    last: a credential that is recognised does not need it
//   +-----------------------------------+
//
//   state     status, type, algorithm of the digest, CREDENTIAL_ flags, number of the pepper << 16, origin << 24
//   seen tag  SipHash-2-4 of the whole credential, 128 bits, keyed with the engine's secret; once it was verified
//   tenant    number, counted from 1; 0 for none
//   subject, permissions, networks   addresses in the heap; 0 for none
//   id        a length and up to 23 bytes; or 255, and in its last 4 bytes the address of a string
export const CREDENTIAL_SEQUENCE = 0
export const CREDENTIAL_STATE = 4
export const CREDENTIAL_SEEN = 8
export const CREDENTIAL_DIGEST = 72
/** Unix ms; Infinity for never. */
export const CREDENTIAL_EXPIRES = 24
export const CREDENTIAL_TENANT = 32
export const CREDENTIAL_SUBJECT = 36
export const CREDENTIAL_PERMISSIONS = 40
export const CREDENTIAL_NETWORKS = 44
export const CREDENTIAL_ID = 48
export const CREDENTIAL_ID_FAR = 68
export const CREDENTIAL_ID_BYTES = 24
export const CREDENTIAL_BYTES = 104
export const ID_INLINE_MAX = CREDENTIAL_ID_BYTES - 1
export const ID_FAR = 255

export const STATUS_MASK = 3
export const STATUS_FREE = 0
export const STATUS_ACTIVE = 1
export const STATUS_DISABLED = 2
export const STATUS_REVOKED = 3
export const TYPE_SHIFT = 2
export const TYPE_MASK = 3
export const TYPE_NONE = 0
export const TYPE_KEY = 1
export const TYPE_SESSION = 2
export const TYPE_JWT = 3
export const ALGORITHM_SHIFT = 4
export const DIGEST_MASK = 3
export const DIGEST_SHA256 = 1
export const DIGEST_HMAC = 2
/** Valid until it expires, and then called rotated. */
export const CREDENTIAL_ROTATED = 64
/** Its id is part of it: the format is our own. */
export const CREDENTIAL_OWN = 128
/** The seen tag is one. */
export const CREDENTIAL_IS_SEEN = 256
/** Its status was set at run time: a config that is loaded again only makes it stricter. */
export const CREDENTIAL_SET = 512
/** Rotated at run time: a config that is loaded again does not make it good for longer. */
export const CREDENTIAL_ENDING = 1024
/** In the last byte: the load of the config that it came with, 1 to 255 in turn; 0 of what came at run time. */
export const ORIGIN_SHIFT = 24
export const PEPPER_SHIFT = 16

// Session: a credential, and what revocation asks about. Hashes are keyed with the engine's secret; 0 for none.
//
//   104               112               120      128      136      144      152      160      164      168      176
//   +-----------------+-----------------+--------+--------+--------+--------+--------+--------+--------+--------+
//   |   issued, f64   | not before, f64 |subject |session | issuer | token  | tenant |checked | issuer | id     |
//   |                 |                 | hash   | hash   | hash   | hash   | hash   | epoch  | string | hash   |
//   +-----------------+-----------------+--------+--------+--------+--------+--------+--------+--------+--------+
export const SESSION_ISSUED = 104
export const SESSION_NOT_BEFORE = 112
export const SESSION_SUBJECT_HASH = 120
export const SESSION_SESSION_HASH = 128
export const SESSION_ISSUER_HASH = 136
export const SESSION_TOKEN_HASH = 144
export const SESSION_TENANT_HASH = 152
/** The epoch of the revocations in which it was found not to be revoked. */
export const SESSION_CHECKED = 160
export const SESSION_ISSUER = 164
/** A second id that the session can be revoked by: `jti` beside `sid`. */
export const SESSION_ID_HASH = 168
export const SESSION_BYTES = 176

// Tenant.
//
//   0        4        8        12       16       24       32       40       48       56       64       68       72
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//   |sequence| state  |   id   |  rows  |  plan  | trial  | plan   | trial  | grace  | limit  | refer- | gauges |
//   |        |        |        |        |  hash  | plan   | until  | until  | until  | hash   | ences  |        |
//   +--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+--------+
//
// Plans are named by 64 bits of SHA-256. Times are Unix ms, Infinity for never; -Infinity of a trial there is not, NaN
// of a grace period. The limit hash is that of the id as the key of a limit.
export const TENANT_SEQUENCE = 0
export const TENANT_STATE = 4
export const TENANT_ID = 8
export const TENANT_ROWS = 12
export const TENANT_PLAN = 16
export const TENANT_TRIAL_PLAN = 24
export const TENANT_PLAN_UNTIL = 32
export const TENANT_TRIAL_UNTIL = 40
export const TENANT_GRACE_UNTIL = 48
export const TENANT_LIMIT_HASH = 56
/** Credentials that name it: as long as there are any, its number is not used again. */
export const TENANT_REFERENCES = 64
export const TENANT_GAUGES = 68
export const TENANT_BYTES = 72
export const TENANT_FREE = 0
export const TENANT_ACTIVE = 1
export const TENANT_SUSPENDED = 2
/** Named by a credential, and not defined (yet). */
export const TENANT_UNDEFINED = 3

// Rows of a tenant: its own values of features, in the order in which they are asked.
//
//   0        4        8
//   +--------+--------+---- ~
//   | count  |   0    | rows
//   +--------+--------+---- ~
//
//   0        8        16       24       32      34      36       40
//   +--------+--------+--------+--------+-------+-------+--------+
//   |feature | value  |  from  | until  |source | type  |quantity|
//   +--------+--------+--------+--------+-------+-------+--------+
export const ROWS_COUNT = 0
export const ROWS_FIRST = 8
export const ROW_FEATURE = 0
/** By the type: a double, or the address of a string of JSON. */
export const ROW_VALUE = 8
export const ROW_FROM = 16
export const ROW_UNTIL = 24
/** u16, as the type. */
export const ROW_SOURCE = 32
export const ROW_TYPE = 34
export const ROW_QUANTITY = 36
export const ROW_BYTES = 40
export const ROW_MAX = 1024

// Gauges of a tenant: what is used. Count as of rows; each a feature's hash and a double.
export const GAUGE_FEATURE = 0
export const GAUGE_USED = 8
export const GAUGE_BYTES = 16

// Permission set: the roles and permissions of credentials, once however many have them.
//
//   0        4        8        16       20       24                     152                    280
//   +--------+--------+--------+--------+--------+----------------------+----------------------+
//   | refer- |  next  |  hash  | string |  last  | bits for even        | bits for odd         |
//   | ences  |        |        |        |        | versions             | versions             |
//   +--------+--------+--------+--------+--------+----------------------+----------------------+
//
// A bit for each permission that the gates of a version require. The string is JSON: roles and permissions.
export const PERMISSIONS_REFERENCES = 0
export const PERMISSIONS_NEXT = 4
export const PERMISSIONS_HASH = 8
export const PERMISSIONS_TEXT = 16
export const PERMISSIONS_PREVIOUS = 20
export const PERMISSIONS_BITS = 24
export const PERMISSION_BITS_BYTES = 128
export const PERMISSION_MAX = 1024
export const PERMISSIONS_BYTES = PERMISSIONS_BITS + 2 * PERMISSION_BITS_BYTES

// Networks of a key: count as of rows; each an IPv6 address (IPv4 mapped) and how many of its bits count.
export const NETWORK_ADDRESS = 0
export const NETWORK_BITS = 16
export const NETWORK_BYTES = 24
export const NETWORK_MAX = 256

// Revocation: what was issued before a time is void. Open addressing, linear probing.
//
//   0        8        16       24
//   +--------+--------+--------+
//   |  hash  | not    | until  |    hash 0: never used; until: when nothing it is about can be valid any more
//   |        | before |        |
//   +--------+--------+--------+
export const REVOCATION_HASH = 0
export const REVOCATION_NOT_BEFORE = 8
export const REVOCATION_UNTIL = 16
export const REVOCATION_BYTES = 24
export const REVOCATION_PROBES_MAX = 64

/** Longest id of a tenant or credential, and longest subject or issuer, in bytes of UTF-8. */
export const ID_BYTES_MAX = 128
export const TEXT_BYTES_MAX = 256
/** Longest value of a feature that is a tenant's own and no number or boolean, as JSON in bytes. */
export const VALUE_BYTES_MAX = 512
