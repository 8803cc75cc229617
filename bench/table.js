/**
 * The one table: a section for each work, a row for each system, each ratio against Sluice.
 */

/** @import { Reading } from './measure.js' */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {Reading} [reading]
 * @property {{ heapBytes: number, residentBytes: number }} [footprint]
 */

/**
 * @typedef {object} Section
 * @property {string} work
 * @property {string} title
 * @property {Row[]} rows
 */

/** @type {[string, (row: Row, sluice?: Row) => string][]} */
const COLUMNS = [
  ['ns/op', row => reading(row, 'mean', nanoseconds)],
  ['ratio', ratio],
  ['p50', row => reading(row, 'p50', nanoseconds)],
  ['p99', row => reading(row, 'p99', nanoseconds)],
  ['p99.9', row => reading(row, 'p999', nanoseconds)],
  ['max', row => reading(row, 'max', nanoseconds)],
  ['gc/M', row => reading(row, 'collections', value => value.toFixed(1))],
  ['bytes/op', row => reading(row, 'bytes', value => value.toFixed(0))],
  ['heap B/key', row => (row.footprint ? row.footprint.heapBytes.toFixed(0) : '')],
  ['rss B/key', row => (row.footprint ? row.footprint.residentBytes.toFixed(0) : '')],
]

/**
 * @param {Section[]} sections
 * @returns {string}
 */
export function formatTable(sections) {
  const lines = [['', ...COLUMNS.map(([heading]) => heading)]]
  for (const section of sections) {
    lines.push([section.title])
    const sluice = section.rows.find(row => row.name === 'sluice')
    for (const row of section.rows) {
      lines.push([`  ${row.name}`, ...COLUMNS.map(([, format]) => format(row, sluice))])
    }
  }
  const widths = lines[0].map((_, column) =>
    Math.max(...lines.filter(line => line.length > 1).map(line => line[column].length)),
  )
  return lines
    .map(cells =>
      cells.length === 1
        ? `\n${cells[0]}`
        : cells
            .map((cell, column) =>
              column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column] + 2),
            )
            .join('')
            .trimEnd(),
    )
    .join('\n')
}

/**
 * How many times as long as Sluice on the same work.
 * @param {Row} row
 * @param {Row} [sluice]
 */
function ratio(row, sluice) {
  if (!sluice?.reading || !row.reading || row.name.startsWith('empty')) return '-'
  return `${(row.reading.mean / sluice.reading.mean).toFixed(2)}x`
}

/**
 * @param {Row} row
 * @param {keyof Reading} key
 * @param {(value: number) => string} format
 */
function reading(row, key, format) {
  return row.reading ? format(row.reading[key]) : ''
}

/** @param {number} value */
function nanoseconds(value) {
  if (value < 10) return `${value.toFixed(1)} ns`
  if (value < 1e3) return `${value.toFixed(0)} ns`
  if (value < 1e6) return `${(value / 1e3).toFixed(2)} us`
  return `${(value / 1e6).toFixed(2)} ms`
}
