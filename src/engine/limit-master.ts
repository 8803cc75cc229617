// The variants of limits that all lanes copy. Only the thread that opened the engine writes them; a lane that reads
// meanwhile sees an odd epoch, or another one afterwards, and copies again.
import {
  CONTROL_OFFSET,
  CONTROL_WALL_AT_OPEN,
  KEY_HASH,
  KEYS_OFFSET,
} from '../../assembly/shared/layout.ts'
import * as shared from '../../assembly/shared/limit.ts'
import type { NumberedLimit } from '../limit-ids.ts'
import { anchorNumber } from '../limits/calendar.ts'
import { writeVariant } from '../rules/emit.ts'
import type { Engine } from './engine.ts'
import { foldCounts } from './limit-counts.ts'
import { limitIdsMax } from './memory.ts'
import { writeText } from './text.ts'

/** No byte of UTF-8: no key is hashed to the salt of a limit. */
const SALT_MARK = 0xff

/**
 * The secret salt of a limit, of its name alone: so that a key is found whatever its numbers are. In the hash of the
 * lane's first key, which is overwritten.
 */
function writeSalt(engine: Engine, name: string, target: number): void {
  const start = engine.lane + engine.map.laneKey
  const end = start + engine.sizes.keyBytesMax
  const length = writeText(engine.u8, engine.i32, name, 0, name.length, start, end)
  engine.u8[start + length] = SALT_MARK
  engine.evaluators.hashKey(engine.lane, 0, length + 1)
  const hash = engine.lane + KEYS_OFFSET + KEY_HASH
  engine.u8.copyWithin(target, hash, hash + 8)
}

/** Writes variants into the master table. The caller's lane forgets its keys with the next refresh. */
export function writeVariants(engine: Engine, limits: readonly NumberedLimit[]): void {
  const { u8, map } = engine
  const view = new DataView(u8.buffer)
  engine.setLimitsEpoch(engine.limitsEpoch + 1)
  for (const { limit, id, family } of limits) {
    const base = map.variants + id * shared.LANE_LIMIT_BYTES
    u8.fill(0, base, base + shared.LANE_LIMIT_BYTES)
    writeVariant(view, base, limit.variant)
    writeSalt(engine, limit.name, base + shared.LANE_LIMIT_SALT)
    if (limit.variant.algorithm === shared.ALGORITHM_ALIGNED) {
      const wallAtOpen = BigInt(view.getFloat64(CONTROL_OFFSET + CONTROL_WALL_AT_OPEN, true))
      const ordinal = wallAtOpen / limit.variant.period
      view.setBigInt64(base + shared.LANE_LIMIT_ORDINAL_AT_OPEN, ordinal, true)
    }
    const { calendar } = limit.details
    if (calendar !== undefined) {
      view.setFloat64(base + shared.LANE_LIMIT_ANCHOR, anchorNumber(calendar.anchor), true)
    }
    view.setUint32(base + shared.LANE_LIMIT_FAMILY, family, true)
  }
  engine.setLimitsEpoch(engine.limitsEpoch + 1)
}

/** Copies the master table into the lane. Returns the epoch that it is of. */
export function copyVariants(engine: Engine): number {
  const { u8, map } = engine
  const bytes = (limitIdsMax(engine.sizes) + 1) * shared.LANE_LIMIT_BYTES
  const target = engine.lane + map.laneLimits
  foldCounts(engine)
  while (true) {
    const epoch = engine.limitsEpoch
    if ((epoch & 1) === 1 && epoch > 0) continue
    u8.copyWithin(target, map.variants, map.variants + bytes)
    if (engine.limitsEpoch === epoch) return epoch
  }
}
