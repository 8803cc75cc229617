/**
 * Whether two lots of timings differ: Welch's t-test as dudect does it (Reparaz, Balasch, Verbauwhede, "Dude, is my code
 * constant time?", 2017). Above 4.5 it says that they do.
 */

/** Timings above this share of all are interrupts and collections: cut off for all classes alike, as dudect does. */
const KEPT_SHARE = 0.9

export const T_MAX = 4.5

/** @typedef {{ count: number, mean: number, variance: number }} Moments */

/** @param {Float64Array | number[]} values @returns {Moments} */
function moments(values) {
  const count = values.length
  let mean = 0
  for (const value of values) mean += value / count
  let variance = 0
  for (const value of values) variance += (value - mean) ** 2 / (count - 1)
  return { count, mean, variance }
}

/** @param {number[]} left @param {number[]} right @returns {number} Welch's t */
export function welch(left, right) {
  const a = moments(left)
  const b = moments(right)
  return (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count)
}

/** @param {ArrayLike<number>} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/**
 * Compares each class with all others, and the first half of the classes with the last.
 * @param {Float64Array} nanoseconds
 * @param {Uint8Array} classes the class of each timing
 * @param {number} classCount those from 0 on that are compared; what is above is left out
 */
export function compareClasses(nanoseconds, classes, classCount) {
  const compared = nanoseconds.filter((_, index) => classes[index] < classCount)
  const most = quantile(compared, KEPT_SHARE)
  /** @type {number[][]} */
  const kept = Array.from({ length: classCount }, () => [])
  nanoseconds.forEach((value, index) => {
    if (classes[index] < classCount && value <= most) kept[classes[index]].push(value)
  })
  const each = kept.map((own, index) => {
    return welch(own, kept.filter((_, other) => other !== index).flat())
  })
  const sizes = each.map(Math.abs)
  const middle = classCount >> 1
  return {
    worst: Math.max(...sizes),
    worstClass: sizes.indexOf(Math.max(...sizes)),
    halves: welch(kept.slice(0, middle).flat(), kept.slice(middle).flat()),
  }
}
