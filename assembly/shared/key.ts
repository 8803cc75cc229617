// The API keys that Sluice makes, all characters of [A-Za-z0-9_]:
//
//   sk_live_8Jd0Xk2p_Lw3XQzYhUeRk5vT1bN8mC4sA7dF0gJ0aB12cD
//   +--+----+--------+------------------------------+------+
//   |pr|env.|  id    |            secret            | crc  |      with `_` between all but the last two
//   +--+----+--------+------------------------------+------+
//
//   prefix         1 character or more, of all. With the environment at most 8, so that a key has at most 55 and
//                  SHA-256 hashes it in one block
//   environment    1 character or more of [a-z0-9]
//   id, secret     random, without `_`: 47 and 178 bits
//   crc            CRC-32 of everything before it, in base 62
//
// What stands before the secret is the key's public id.

/** Characters of prefix and environment together. */
export const KEY_LABELS_LENGTH_MIN = 2
export const KEY_LABELS_LENGTH_MAX = 8
export const KEY_ID_RANDOM_LENGTH = 8
export const KEY_SECRET_LENGTH = 30
export const KEY_CHECKSUM_LENGTH = 6
