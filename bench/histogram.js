/**
 * A log-linear latency histogram: 64 steps to every power of two, so a reading is at most 1.6 %
 * high, in 13 KB that are allocated before the first call is timed.
 *
 *   nanoseconds  0 1 2 ... 127 | 128 130 ... 254 | 256 260 ... 508 | ...
 *   step            1 ns       |      2 ns       |      4 ns       | doubles every 64 buckets
 *
 * Recording must not allocate: a histogram that fed the collector would report its own pauses.
 * The layout is that of HdrHistogram (Gil Tene, http://hdrhistogram.org).
 */

const STEP_BITS = 6
/** Readings are clamped to a signed 32-bit integer: 2.1 s, longer than any round. */
const NANOSECONDS_MAX = 0x7fff_ffff
const BUCKET_COUNT = bucketOf(NANOSECONDS_MAX) + 1

/**
 * @param {number} nanoseconds an integer from 0 to NANOSECONDS_MAX
 * @returns {number}
 */
function bucketOf(nanoseconds) {
  const shift = Math.max(0, 31 - Math.clz32(nanoseconds) - STEP_BITS)
  return (shift << STEP_BITS) + (nanoseconds >>> shift)
}

/**
 * The largest reading that falls into a bucket: a percentile is never reported too low.
 * @param {number} bucket
 * @returns {number}
 */
function highestOf(bucket) {
  const shift = Math.max(0, (bucket >>> STEP_BITS) - 1)
  return (bucket - (shift << STEP_BITS) + 1) * 2 ** shift - 1
}

export class Histogram {
  #counts = new Float64Array(BUCKET_COUNT)
  // One element rather than a field: a double in a field is a new heap object at each write.
  #max = new Float64Array(1)
  #total = new Float64Array(1)

  /** @param {number} milliseconds the difference of two performance.now() readings */
  record(milliseconds) {
    const nanoseconds = Math.min(NANOSECONDS_MAX, Math.max(0, milliseconds * 1e6 + 0.5)) | 0
    this.#counts[bucketOf(nanoseconds)] += 1
    this.#total[0] += 1
    if (nanoseconds > this.#max[0]) this.#max[0] = nanoseconds
  }

  reset() {
    this.#counts.fill(0)
    this.#max[0] = 0
    this.#total[0] = 0
  }

  get count() {
    return this.#total[0]
  }

  /** Exact, not rounded to a bucket. Nanoseconds. */
  get max() {
    return this.#max[0]
  }

  /**
   * @param {number} percent 0 to 100
   * @returns {number} nanoseconds
   */
  percentile(percent) {
    const rank = Math.max(1, Math.ceil((percent / 100) * this.count))
    let seen = 0
    for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
      seen += this.#counts[bucket]
      if (seen >= rank) return Math.min(highestOf(bucket), this.max)
    }
    return this.max
  }

  /** The four readings of the table, in nanoseconds. */
  summary() {
    return {
      p50: this.percentile(50),
      p99: this.percentile(99),
      p999: this.percentile(99.9),
      max: this.max,
    }
  }
}
