// The sizes of an engine: what each may be, what it is by default, and where it goes in the memory.
import { LIMIT_ID_MAX } from '../../assembly/shared/limit.ts'
import { SluiceError } from '../errors.ts'

/** Sizes fixed at open: nothing grows afterwards. All are integers. */
export interface EngineSizes {
  /** Most flags of a config. Default 10,000; 1 to 1,000,000. */
  flagsMax: number
  /** Most different attributes that the flags of a config read. Default 256; 1 to 8,192. */
  attributesMax: number
  /** Most bytes of a compiled config; two are held. Default 8 MiB; 64 KiB to 512 MiB. */
  rulesetBytesMax: number
  /** Most limits of a config; each plan, and each different override, counts as one more. Default 256; 1 to 1,365. */
  limitsMax: number
  /**
   * Keys that can be in debt at the same time, over all limits; 24 bytes each. Beyond it (and, rarely, before) the
   * key with the smallest debt is forgotten. Default 131,072; 64 to 67,108,864.
   */
  limitKeysMax: number
  /** Reservations and slots in flight at the same time, over all limits; 64 bytes each. Default 16,384; 64 to 1,048,576. */
  leasesMax: number
  /** Keys that are blocked or have numbers of their own, over all limits; 64 bytes each. Default 16,384; 64 to 4,194,304. */
  exceptionsMax: number
  /** Request ids of idempotent takes that are remembered; 96 bytes each. Default 16,384; 64 to 4,194,304. */
  requestsMax: number
  /** Keys of sliding logs; beyond it the one with the shortest log is forgotten. Default 4,096; 4 to 4,194,304. */
  logKeysMax: number
  /** Most tokens of a sliding log; 8 bytes each, for each key. Default 64; 4 to 8,192. */
  logTokensMax: number
  /** Most bytes of a limit's key and of a flag's key, in UTF-8. Default 1,024; 16 to 65,536. */
  keyBytesMax: number
  /** Most threads that use the engine at the same time. Default 16; 1 to 1,024. */
  lanesMax: number
  /** Most bytes of the attributes that one evaluation reads, in UTF-8. Default 65,536; 1,024 to 16 MiB. */
  contextBytesMax: number
  /** Room for texts and arrays built by a rule, in bytes. Default 16,384; 1,024 to 1 MiB. */
  scratchBytesMax: number
  /**
   * Prepared contexts of one thread that stay encoded at the same time; beyond it the one encoded longest ago makes room
   * and is encoded anew when it is used. Default 4; 1 to 256.
   */
  contextsMax: number
  /** API keys; 128 bytes each. Default 16,384; 64 to 8,388,608. */
  keysMax: number
  /** Sessions and verified tokens at the same time; 197 bytes each. Default 16,384; 64 to 4,194,304. */
  sessionsMax: number
  /** Tenants; 83 bytes each. Default 4,096; 16 to 4,194,304. */
  tenantsMax: number
  /** Revocations of sessions that are remembered; 48 bytes each. Default 4,096; 64 to 1,048,576. */
  revocationsMax: number
  /**
   * Bytes for texts of keys, sessions and tenants: ids above 23 bytes, subjects, sets of roles and permissions, networks,
   * tenants' ids and own values. Default 8 MiB; 64 KiB to 1 GiB.
   */
  identityBytesMax: number
  /** Longest credential, in bytes. Default 8,192; 256 to 65,536. */
  credentialBytesMax: number
}

interface Range {
  default: number
  min: number
  max: number
}

const MIB = 1 << 20

export const SIZES: Readonly<Record<keyof EngineSizes, Range>> = {
  flagsMax: { default: 10_000, min: 1, max: 1_000_000 },
  attributesMax: { default: 256, min: 1, max: 8_192 },
  rulesetBytesMax: { default: 8 * MIB, min: 65_536, max: 512 * MIB },
  limitsMax: { default: 256, min: 1, max: Math.floor(LIMIT_ID_MAX / 3) },
  limitKeysMax: { default: 131_072, min: 64, max: 67_108_864 },
  leasesMax: { default: 16_384, min: 64, max: 1_048_576 },
  exceptionsMax: { default: 16_384, min: 64, max: 4_194_304 },
  requestsMax: { default: 16_384, min: 64, max: 4_194_304 },
  logKeysMax: { default: 4_096, min: 4, max: 4_194_304 },
  logTokensMax: { default: 64, min: 4, max: 8_192 },
  keyBytesMax: { default: 1_024, min: 16, max: 65_536 },
  lanesMax: { default: 16, min: 1, max: 1_024 },
  contextBytesMax: { default: 65_536, min: 1_024, max: 16 * MIB },
  scratchBytesMax: { default: 16_384, min: 1_024, max: MIB },
  contextsMax: { default: 4, min: 1, max: 256 },
  keysMax: { default: 16_384, min: 64, max: 8_388_608 },
  sessionsMax: { default: 16_384, min: 64, max: 4_194_304 },
  tenantsMax: { default: 4_096, min: 16, max: 4_194_304 },
  revocationsMax: { default: 4_096, min: 64, max: 1_048_576 },
  identityBytesMax: { default: 8 * MIB, min: 65_536, max: 1024 * MIB },
  credentialBytesMax: { default: 8_192, min: 256, max: 65_536 },
}

/** The names in the order in which the control block holds the sizes. */
export const SIZE_NAMES = Object.keys(SIZES) as (keyof EngineSizes)[]

/**
 * The given sizes with the defaults filled in.
 * @throws SluiceError OPTION_INVALID, naming the option and its range.
 */
export function resolveSizes(given: Partial<EngineSizes>): EngineSizes {
  const sizes = {} as EngineSizes
  for (const name of SIZE_NAMES) {
    const range = SIZES[name]
    const value = given[name] ?? range.default
    if (!Number.isInteger(value) || value < range.min || value > range.max) {
      throw new SluiceError(
        'OPTION_INVALID',
        `option ${name} must be an integer from ${range.min} to ${range.max}, found ${String(value)}`,
      )
    }
    sizes[name] = value
  }
  return sizes
}
