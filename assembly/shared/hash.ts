// Sizes of what the hashes of credentials read and write. Both languages import them.

export const SHA256_DIGEST_BYTES = 32
/** Eight words, in native order. */
export const SHA256_STATE_BYTES = 32
export const SHA256_BLOCK_BYTES = 64
/** Where a message's last block has the length of the message. */
export const SHA256_LENGTH_OFFSET = 56
/** Room for the padded last block. */
export const SHA256_SCRATCH_BYTES = SHA256_BLOCK_BYTES

// A key of HMAC-SHA-256, as the states behind its two padded forms: what of a key is kept.
//
//   0                32               64
//   +----------------+----------------+
//   | behind the     | behind the     |
//   | inner padding  | outer padding  |
//   +----------------+----------------+
export const HMAC_INNER = 0
export const HMAC_OUTER = HMAC_INNER + SHA256_STATE_BYTES
export const HMAC_MIDSTATES_BYTES = HMAC_OUTER + SHA256_STATE_BYTES

// Scratch of an HMAC: that of SHA-256, and a state.
export const HMAC_STATE = SHA256_SCRATCH_BYTES
export const HMAC_SCRATCH_BYTES = HMAC_STATE + SHA256_STATE_BYTES

/** Two u64, the lower first. */
export const SIPHASH_SEED_BYTES = 16
export const SIPHASH128_BYTES = 16
