// Making a ruleset live: into the region that nobody reads, verified there, then one atomic store of the version.
import { setTimeout as delay } from 'node:timers/promises'
import { LANE_PIN, LANE_SNAPSHOTS } from '../../assembly/shared/layout.ts'
import { VERIFY_OK } from '../../assembly/shared/outcome.ts'
import {
  HEADER_ATTRIBUTE_COUNT,
  HEADER_CHECKSUM,
  HEADER_FLAG_COUNT,
  HEADER_LIMIT_COUNT,
  HEADER_LIMITS,
  LIMIT_BYTES,
  LIMIT_ID,
} from '../../assembly/shared/ruleset.ts'
import { SluiceError } from '../errors.ts'
import type { Engine } from './engine.ts'
import { limitIdsMax } from './memory.ts'

/** How long a thread may stay in one evaluation before publishing gives up, in ms. They take microseconds. */
const PIN_TIMEOUT_MS = 5_000

/** Waits until no thread runs in the region of the version before the live one, or holds it. */
async function waitForReaders(engine: Engine, version: number): Promise<void> {
  const deadline = performance.now() + PIN_TIMEOUT_MS
  const snapshot = LANE_SNAPSHOTS + 4 * (version & 1)
  const has = (address: number) => Atomics.load(engine.i32, address >> 2) === version
  for (const lane of engine.lanes()) {
    while (has(lane + LANE_PIN) || has(lane + snapshot)) {
      if (performance.now() > deadline) {
        throw new SluiceError(
          'PUBLISH_BLOCKED',
          `a thread has been using version ${version} for ${PIN_TIMEOUT_MS} ms: it holds a snapshot that was not released, is suspended, or was terminated inside a call`,
        )
      }
      await delay(1)
    }
  }
}

/** Writes the checksum of a ruleset that stands in a region. */
function seal(engine: Engine, region: number, length: number): void {
  const behind = HEADER_CHECKSUM + 4
  const checksum = engine.evaluators.murmur3(region + behind, length - behind)
  engine.i32[(region + HEADER_CHECKSUM) >> 2] = checksum
}

/** The verifier knows the bytes, not what the memory has room for. */
function checkSizes(engine: Engine, ruleset: number): void {
  const field = (offset: number) => engine.u32[(ruleset + offset) >> 2]!
  const { flagsMax, attributesMax } = engine.sizes
  const first = ruleset + field(HEADER_LIMITS)
  const ids = Array.from(
    { length: field(HEADER_LIMIT_COUNT) },
    (_, index) => engine.u32[(first + index * LIMIT_BYTES + LIMIT_ID) >> 2]!,
  )
  const fits =
    field(HEADER_FLAG_COUNT) <= flagsMax &&
    field(HEADER_ATTRIBUTE_COUNT) <= attributesMax &&
    ids.every(id => id <= limitIdsMax(engine.sizes)) &&
    new Set(ids).size === ids.length
  if (fits) return
  throw new SluiceError(
    'CAPACITY_EXCEEDED',
    'the ruleset needs more than the options flagsMax, attributesMax or limitsMax allow',
  )
}

/**
 * Publishes the ruleset as the next version, which it returns. Only of the thread that opened the engine, one call at
 * a time. On any error the live version stays. Bytes that are not sealed get their checksum here. `goLive` is
 * called with the version, and makes it live by calling `flip`; or fails, and then nothing has changed.
 * @throws SluiceError RULESET_INVALID, CAPACITY_EXCEEDED, PUBLISH_BLOCKED, CLOSED.
 */
export async function publish(
  engine: Engine,
  ruleset: Uint8Array,
  isSealed = true,
  goLive: (version: number, flip: () => void) => void = (_version, flip) => flip(),
): Promise<number> {
  const limit = engine.sizes.rulesetBytesMax
  if (ruleset.length > limit) {
    throw new SluiceError(
      'CAPACITY_EXCEEDED',
      `the compiled config has ${ruleset.length} bytes, more than the option rulesetBytesMax (${limit})`,
    )
  }
  const version = engine.version + 1
  // Version 1 has nobody before it.
  if (version > 2) await waitForReaders(engine, version - 2)
  if (engine.version !== version - 1) throw new SluiceError('CLOSED', 'the engine was closed')
  const region = engine.region(version)
  engine.u8.set(ruleset, region)
  if (!isSealed) seal(engine, region, ruleset.length)
  const code = engine.evaluators.verify(region, ruleset.length)
  if (code !== VERIFY_OK) {
    throw new SluiceError(
      'RULESET_INVALID',
      `the bytes are not a valid ruleset (verifier code ${code})`,
    )
  }
  checkSizes(engine, region)
  goLive(version, () => engine.setVersion(version))
  return version
}
