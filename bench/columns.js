/**
 * The columns of each kind of section: a heading with its unit, and how a row fills it. A reading that
 * a row does not have leaves its cell empty. What they mean: README.md.
 */

/**
 * @import { Row, Section } from './table.js'
 * @typedef {{ sluice: Row | undefined, section: Section }} About
 * @typedef {[string, (row: Row, about: About) => string]} Column
 */

/**
 * @param {string} heading
 * @param {(reading: any, section: Section) => number | undefined} read
 * @param {(value: number) => string} format
 * @returns {Column}
 */
function column(heading, read, format) {
  return [
    heading,
    (row, { section }) => {
      const value = read(row.reading, section)
      return value === undefined || Number.isNaN(value) ? '' : format(value)
    },
  ]
}

/**
 * How many times as much as Sluice.
 * @param {string} heading
 * @param {(reading: any) => number | undefined} read
 * @returns {Column}
 */
function ratio(heading, read) {
  return [
    heading,
    (row, { sluice }) => {
      const value = read(row.reading)
      const own = sluice && read(sluice.reading)
      if (row.name.startsWith('empty') || !own || value === undefined) return '-'
      return `${(value / own).toFixed(2)}x`
    },
  ]
}

/** @param {number} value nanoseconds */
function time(value) {
  if (value < 10) return `${value.toFixed(1)} ns`
  if (value < 1e3) return `${value.toFixed(0)} ns`
  if (value < 1e6) return `${(value / 1e3).toFixed(2)} us`
  return `${(value / 1e6).toFixed(2)} ms`
}

/** @param {number} value milliseconds */
const milliseconds = value => `${value.toFixed(value < 10 ? 1 : 0)} ms`
/** @param {number} value bytes */
const megabytes = value => `${(value / 1e6).toFixed(1)} MB`
/** @param {number} value */
const whole = value => value.toFixed(0)
/** @param {number} value */
const grouped = value => Math.round(value).toLocaleString('en')
/** @param {number} value */
const tenths = value => value.toFixed(1)

/** Of single calls, or of what the section's titles call one. */
const TAILS = [
  column('p50', reading => reading.p50, time),
  column('p99', reading => reading.p99, time),
  column('p99.9', reading => reading.p999, time),
  column('max', reading => reading.max, time),
]

/** @param {any} reading bytes of the JavaScript heap, outside it, and of Sluice's memory */
function allIn({ heapBytes, externalBytes = 0, engineBytes = 0 }) {
  return heapBytes === undefined ? undefined : heapBytes + externalBytes + engineBytes
}

const CALLS = [
  column('ns/op', reading => reading.mean, time),
  ratio('ratio', reading => reading.mean),
  ...TAILS,
  column('gc/M', reading => reading.collections, tenths),
  column('bytes/op', reading => reading.bytes, whole),
]

export const COLUMNS = {
  calls: CALLS,
  keys: [
    ...CALLS,
    column('heap B/key', reading => reading.heapBytes, whole),
    column('rss B/key', reading => reading.residentBytes, whole),
  ],
  verified: [column('a second', reading => 1e9 / reading.mean, grouped), ...CALLS],
  timing: [
    column('timings', reading => reading.count, whole),
    column('p25', reading => reading.p25, time),
    column('median', reading => reading.p50, time),
    column('p75', reading => reading.p75, time),
  ],
  entities: [
    column('open', reading => reading.openMs, milliseconds),
    column('loop pause', reading => reading.pauseMs, milliseconds),
    column('map B/key', reading => reading.mapBytes, whole),
    column('written B/key', reading => reading.engineBytes, whole),
    column('rss B/key', reading => reading.residentBytes, whole),
    column('rss peak', reading => reading.peakBytes, megabytes),
  ],
  changes: [
    column('median', reading => reading.p50, time),
    column('p99', reading => reading.p99, time),
    column('max', reading => reading.max, time),
  ],
  ways: [
    column('ns/op', reading => reading.mean, time),
    column('coarse clock', reading => reading.coarse, time),
  ],
  threads: [
    column('takes/s', reading => reading.takesPerSecond, whole),
    column(
      'times one',
      reading => reading.times,
      value => `${value.toFixed(2)}x`,
    ),
  ],
  requests: [
    column('ns/flag', reading => reading.mean, time),
    ratio('ratio', reading => reading.mean),
    column('20 flags', reading => 20 * reading.mean, time),
    ...TAILS,
    column('gc/M', reading => reading.collections, tenths),
    column('bytes/flag', reading => reading.bytes, whole),
  ],
  bulk: [
    column('us/call', (reading, { flagCount = 1 }) => flagCount * reading.mean, time),
    ratio('ratio', reading => reading.mean),
    column('ns/flag', reading => reading.mean, time),
    column('p50 call', reading => reading.p50, time),
    column('p99 call', reading => reading.p99, time),
    column('max call', reading => reading.max, time),
    column('gc/M flags', reading => reading.collections, tenths),
    column('bytes/flag', reading => reading.bytes, whole),
  ],
  cold: [
    column('load', reading => reading.loadMs, milliseconds),
    column('open', reading => reading.openMs, milliseconds),
    column('all 1,000', reading => reading.total, time),
    ratio('ratio', reading => reading.total),
    column('1-10', reading => reading.first10, time),
    column('11-100', reading => reading.next90, time),
    column('101-1000', reading => reading.next900, time),
    column('worst', reading => reading.worst, time),
  ],
  memory: [
    column('all in', allIn, megabytes),
    ratio('ratio', allIn),
    column('B/flag', (reading, { flagCount = 1 }) => (allIn(reading) ?? 0) / flagCount, whole),
    column('heap', reading => reading.heapBytes, megabytes),
    column('external', reading => reading.externalBytes, megabytes),
    column('engine', reading => reading.engineBytes, megabytes),
    column('rss', reading => reading.residentBytes, megabytes),
    column(
      'ruleset B/flag',
      ({ compiledBytes }, { flagCount = 1 }) => compiledBytes && compiledBytes / flagCount,
      whole,
    ),
    column('a thread more', reading => allIn(reading.thread ?? reading), megabytes),
    column('its rss', reading => reading.thread?.residentBytes, megabytes),
    column('open', reading => reading.openMs, milliseconds),
  ],
  reload: [
    column('first', reading => reading.first, milliseconds),
    column('next', reading => reading.next, milliseconds),
    column('loop pause', reading => reading.loopMedian, milliseconds),
    column('worst', reading => reading.loopWorst, milliseconds),
    column('reader pause', reading => reading.readMedian, milliseconds),
    column('worst', reading => reading.readWorst, milliseconds),
    column('rss after', reading => reading.residentBytes, megabytes),
  ],
  sets: [
    column('load', reading => reading.loadMs, milliseconds),
    column('all in', allIn, megabytes),
    column('B/id', (reading, { idCount = 1 }) => (allIn(reading) ?? Number.NaN) / idCount, tenths),
    column('rss', reading => reading.residentBytes, megabytes),
    column('hit', reading => reading.hit?.mean, time),
    ratio('ratio', reading => reading.hit?.mean),
    column('miss', reading => reading.miss.mean, time),
    column('hit p50', reading => reading.hit?.p50, time),
    column('hit p99', reading => reading.hit?.p99, time),
    column('hit p99.9', reading => reading.hit?.p999, time),
    column('hit max', reading => reading.hit?.max, time),
  ],
}
