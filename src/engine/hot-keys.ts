// Which keys are asked about most: each lane counts a sample of its takes (hot-layout.ts draws the sketch and names
// its source), and reading puts the lanes together.
import { SAMPLE_FACTOR, SAMPLE_RATE } from '../../assembly/shared/limit.ts'
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

export class HotKeys {
  readonly #engine: Engine
  readonly #base: number
  // What is searched for each take of the sample: in two cache lines here, in 64 of the lane.
  readonly #prints = new Int32Array(layout.HOT_COUNT_MAX)
  readonly #counts = new Int32Array(layout.HOT_COUNT_MAX)

  constructor(engine: Engine) {
    this.#engine = engine
    this.#base = engine.lane + engine.map.laneHot
  }

  /** Counts a sampled take of a key with the hash that has this low half; one that stands for `weight` of the sample. */
  count(family: number, low: number, key: string, weight: number): void {
    const { u32 } = this.#engine
    const print = low ^ Math.imul(family, SAMPLE_FACTOR)
    let slot = this.#prints.indexOf(print)
    if (slot === -1 || this.#counts[slot] === 0) {
      slot = this.#rarest()
      this.#replace(slot, family, print, key)
    }
    const count = this.#counts[slot]! + weight
    this.#counts[slot] = count
    u32[(this.#base + slot * layout.HOT_BYTES + layout.HOT_COUNT) >> 2] = count
  }

  #rarest(): number {
    const counts = this.#counts
    let least = 0
    for (let slot = 1; slot < layout.HOT_COUNT_MAX; slot++) {
      if (counts[slot]! < counts[least]!) least = slot
    }
    return least
  }

  /** Space-Saving: the rarest makes room, and what it had is the newcomer's possible error. */
  #replace(slot: number, family: number, print: number, key: string): void {
    const { u32 } = this.#engine
    const base = this.#base + slot * layout.HOT_BYTES
    this.#prints[slot] = print
    u32[(base + layout.HOT_LENGTH) >> 2] = 0
    const length = this.#writeStart(key, base + layout.HOT_TEXT)
    u32[(base + layout.HOT_PRINT) >> 2] = print
    u32[(base + layout.HOT_LIMIT) >> 2] = family
    u32[(base + layout.HOT_ERROR) >> 2] = this.#counts[slot]!
    u32[(base + layout.HOT_LENGTH) >> 2] = length
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
        sum.takes += u32[(slot + layout.HOT_COUNT) >> 2]! * SAMPLE_RATE
        sum.error += u32[(slot + layout.HOT_ERROR) >> 2]! * SAMPLE_RATE
        sums.set(key, sum)
      }
    }
    return [...sums]
      .map(([key, sum]) => ({ key, ...sum }))
      .sort((left, right) => right.takes - left.takes || (left.key < right.key ? -1 : 1))
      .slice(0, count)
  }
}
