/**
 * The tables: one for each section, a row for each system, each ratio against Sluice. Which columns a
 * section has: columns.js.
 */

import { COLUMNS } from './columns.js'

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {any} reading what the section measured
 */

/**
 * @typedef {object} Section
 * @property {string} work
 * @property {keyof typeof COLUMNS} columns
 * @property {string} title
 * @property {Row[]} rows
 * @property {number} [flagCount] for columns that are by the flag
 * @property {number} [idCount] by the id
 * @property {string[]} [notes] lines below the rows
 */

/**
 * @param {Section[]} sections
 * @returns {string}
 */
export function formatTable(sections) {
  return sections.map(formatSection).join('\n\n')
}

/** @param {Section} section */
function formatSection(section) {
  const columns = COLUMNS[section.columns]
  const sluice = section.rows.find(row => row.name === 'sluice')
  const lines = [
    ['', ...columns.map(([heading]) => heading)],
    ...section.rows.map(row => [
      `  ${row.name}`,
      ...columns.map(([, format]) => format(row, { sluice, section })),
    ]),
  ]
  const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)))
  const notes = (section.notes ?? []).map(note => `  ${note}`)
  return [section.title, ...lines.map(cells => formatLine(cells, widths)), ...notes].join('\n')
}

/**
 * @param {string[]} cells
 * @param {number[]} widths
 */
function formatLine(cells, widths) {
  const [name, ...numbers] = cells
  const padded = numbers.map((cell, index) => cell.padStart(widths[index + 1] + 2))
  return `${name.padEnd(widths[0])}${padded.join('')}`.trimEnd()
}
