// Which keys are asked about most: each lane counts a sample of its takes (hot-layout.ts draws the sketch and names
// its source), and reading puts the lanes together.
import type { Engine } from './engine.ts'
import * as layout from './hot-layout.ts'
import { writeText } from './text.ts'

/** A key that is asked about much. */
export interface HotKey {
  /** The first 108 bytes of it. */
  readonly key: string
  /** Takes, estimated from the sample: at most so many in it, times the rate of sampling. */
  readonly takes: number
  /** By how much `takes` may be too high, besides what sampling brings. */
  readonly error: number
}

const decoder = new TextDecoder()
const LENGTHS = [layout.HOT_TEXT_MAX, layout.HOT_TEXT_MAX / 3, layout.HOT_TEXT_MAX / 3 - 1]
/** Any number that is not 0: nothing depends on chance here but which takes are counted. */
const SEED = 0x2545f491

export class HotKeys {
  readonly #engine: Engine
  readonly #base: number
  #state = SEED
  #rest = 1

  constructor(engine: Engine) {
    this.#engine = engine
    this.#base = engine.lane + engine.map.laneHot
  }

  /** Whether this take is one of the sample. */
  isSampled(): boolean {
    if (--this.#rest !== 0) return false
    // xorshift32 (Marsaglia, 2003): gaps of 1 to twice the mean, so that no rhythm of the caller's escapes.
    let state = this.#state
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    this.#state = state
    this.#rest = 1 + ((state >>> 0) % (2 * layout.HOT_SAMPLE - 1))
    return true
  }

  /** Counts a take of a key, whose hash is `print`. */
  count(family: number, print: number, key: string): void {
    const { u32 } = this.#engine
    let least = this.#base
    let leastCount = Number.POSITIVE_INFINITY
    const end = this.#base + layout.HOT_KEYS_BYTES
    for (let slot = this.#base; slot < end; slot += layout.HOT_BYTES) {
      const count = u32[(slot + layout.HOT_COUNT) >> 2]!
      const isSame = u32[(slot + layout.HOT_PRINT) >> 2] === print >>> 0
      if (isSame && u32[(slot + layout.HOT_LIMIT) >> 2] === family && count > 0) {
        u32[(slot + layout.HOT_COUNT) >> 2] = count + 1
        return
      }
      if (count < leastCount) {
        least = slot
        leastCount = count
      }
    }
    // Space-Saving: the rarest makes room, and what it had is the newcomer's possible error.
    u32[(least + layout.HOT_LENGTH) >> 2] = 0
    const length = this.#writeStart(key, least + layout.HOT_TEXT)
    u32[(least + layout.HOT_PRINT) >> 2] = print
    u32[(least + layout.HOT_LIMIT) >> 2] = family
    u32[(least + layout.HOT_COUNT) >> 2] = leastCount + 1
    u32[(least + layout.HOT_ERROR) >> 2] = leastCount
    u32[(least + layout.HOT_LENGTH) >> 2] = length
  }

  /** Writes as much of the key as fits for certain. Returns its bytes. */
  #writeStart(key: string, start: number): number {
    const { u8, i32 } = this.#engine
    const end = start + layout.HOT_TEXT_MAX
    // A character of UTF-16 takes at most 3 bytes, and half a pair cannot be written at all.
    for (const most of LENGTHS) {
      const length = writeText(u8, i32, key, 0, Math.min(key.length, most), start, end)
      if (length >= 0) return length
    }
    return 0
  }

  /** The keys of a limit that most takes of all threads were of, the most asked first. */
  top(family: number, count: number): HotKey[] {
    const engine = this.#engine
    const { u32, u8 } = engine
    const sums = new Map<string, { takes: number; error: number }>()
    for (const lane of engine.lanes()) {
      const base = lane + engine.map.laneHot
      for (let slot = base; slot < base + layout.HOT_KEYS_BYTES; slot += layout.HOT_BYTES) {
        const length = u32[(slot + layout.HOT_LENGTH) >> 2]!
        if (length === 0 || u32[(slot + layout.HOT_LIMIT) >> 2] !== family) continue
        const text = slot + layout.HOT_TEXT
        const key = decoder.decode(u8.slice(text, text + Math.min(length, layout.HOT_TEXT_MAX)))
        const sum = sums.get(key) ?? { takes: 0, error: 0 }
        sum.takes += u32[(slot + layout.HOT_COUNT) >> 2]! * layout.HOT_SAMPLE
        sum.error += u32[(slot + layout.HOT_ERROR) >> 2]! * layout.HOT_SAMPLE
        sums.set(key, sum)
      }
    }
    return [...sums]
      .map(([key, sum]) => ({ key, ...sum }))
      .sort((left, right) => right.takes - left.takes || (left.key < right.key ? -1 : 1))
      .slice(0, count)
  }
}
