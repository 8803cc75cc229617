// The conditions of an explanation in lines: where each stands, what it says, and what it met.
import type { JsonValue } from '../config/types.ts'
import type { ExplainedClause, Explanation } from './types.ts'
import { count, cut, valueText } from './words.ts'

const MARKS = {
  matched: '✓',
  failed: '✗',
  computed: '=',
  error: '!',
  'not evaluated': '·',
  unknown: '?',
}
/** How `and` and its like read where their parts follow. */
const HEADS: Readonly<Record<string, string>> = {
  and: 'all of',
  or: 'any of',
  '!': 'not',
  '!!': 'truthy',
}
/** Clauses in a row that were not evaluated and are listed one by one. */
const SKIPPED_MAX = 4
/** Columns: what stands behind a longer entry goes to the next line. */
const PATH_WIDTH_MAX = 32
const TEXT_WIDTH_MAX = 50
/** Characters of a value, of a clause (at least, at most), and of an operand's name. */
export const VALUE_MAX = 120
const WORDS_MIN = 20
const WORDS_MAX = 160
const NAME_MAX = 60

/** A path without the word that all have in front. */
export function shortPath(path: string): string {
  return path.startsWith('targeting.') ? path.slice('targeting.'.length) : path
}

/** A value for a line. `part` says that it is the beginning or the end of a text that may be longer. */
export function shortText(value: JsonValue, part = ''): string {
  if (typeof value === 'string' && part.startsWith('first')) return valueText(`${value}…`)
  if (typeof value === 'string' && part.startsWith('last')) return valueText(`…${value}`, 'end')
  return cut(valueText(value), VALUE_MAX)
}

export function clauseLines({ clauses, attributes }: Explanation): string[] {
  const parts = new Map(attributes.read.map(({ path, part }) => [path, part]))
  return layOut(new Table(parts).rows(clauses))
}

interface Row {
  readonly path: string
  readonly text: string
  readonly given: string
}

class Table {
  /** Of attributes of which only a part was read: which. */
  readonly #parts: ReadonlyMap<string, string | undefined>

  constructor(parts: ReadonlyMap<string, string | undefined>) {
    this.#parts = parts
  }

  rows(clauses: readonly ExplainedClause[]): Row[] {
    const rows: Row[] = []
    for (let index = 0; index < clauses.length; index++) {
      const skipped = skippedFrom(clauses, index)
      const heads = headsOf(skipped)
      if (heads.length > SKIPPED_MAX) {
        rows.push({ path: '…', text: `· ${heads.length} more conditions`, given: 'not evaluated' })
      } else rows.push(...heads.map(clause => this.#row(clause)))
      index += skipped.length
      const clause = clauses[index]
      if (clause !== undefined) rows.push(this.#row(clause), ...loopRows(clause))
    }
    return rows
  }

  #row(clause: ExplainedClause): Row {
    const { path, level, outcome, item } = clause
    const items = item === undefined ? '' : `item ${item}: `
    const text = `${'  '.repeat(level)}${MARKS[outcome]} ${items}${wordsOf(clause)}`
    return { path: shortPath(path), text, given: this.#given(clause) }
  }

  /** What the clause met. What is written out in it, or follows, need not be said again. */
  #given({ operands, operator, result, outcome, text }: ExplainedClause): string {
    if (outcome === 'not evaluated' || outcome === 'unknown') return outcome
    if (operator in HEADS) return outcome === 'error' ? outcome : ''
    const given = operands
      .filter(({ literal, value }) => !literal && value !== undefined)
      .map(operand => this.#equation(operand.text, operand.value!))
      .join(', ')
    if (outcome === 'error') return `${given} → error`.trim()
    if (operator === 'var') return this.#equation(text, result ?? null)
    return typeof result === 'boolean' ? given : `${given} → ${shortText(result ?? null)}`.trim()
  }

  #equation(name: string, value: JsonValue): string {
    return `${cut(name, NAME_MAX)} = ${shortText(value, this.#parts.get(name))}`
  }
}

/** The clauses in a row, from a place on, that nothing needed. */
function skippedFrom(clauses: readonly ExplainedClause[], from: number): ExplainedClause[] {
  let end = from
  while (clauses[end]?.outcome === 'not evaluated') end++
  return clauses.slice(from, end)
}

/** Those that are not part of one before them. */
function headsOf(clauses: readonly ExplainedClause[]): ExplainedClause[] {
  let least = Number.POSITIVE_INFINITY
  return clauses.filter(({ level }) => {
    const isPart = level > least
    if (!isPart) least = level
    return !isPart
  })
}

/** The clause, or its head where the rest of it follows. */
function wordsOf({ text, level, operator, outcome, operands, loop }: ExplainedClause): string {
  if (outcome === 'not evaluated')
    return cut(text, Math.max(WORDS_MIN, TEXT_WIDTH_MAX - 2 - 2 * level))
  if (loop !== undefined && loop.itemsRun > 0) {
    return `${operator} of ${cut(operands[0]!.text, NAME_MAX)}`
  }
  return HEADS[operator] ?? cut(text, WORDS_MAX)
}

function loopRows({ loop, level, operator }: ExplainedClause): Row[] {
  if (loop === undefined) return []
  const { items, itemsRun, itemsMatched, decidedBy, item } = loop
  const isAsking = operator !== 'map' && operator !== 'reduce'
  const all = count(items ?? itemsRun, 'item')
  const counts = `${all}, ${itemsRun} looked at, ${itemsMatched} matched`
  const text = `${'  '.repeat(level + 1)}  ${isAsking ? counts : all}`
  const given =
    decidedBy === undefined ? '' : `item ${decidedBy} decided: ${shortText(item ?? null)}`
  return [{ path: '', text, given }]
}

function widthOf(rows: readonly Row[], column: 'path' | 'text', most: number): number {
  const widths = rows.map(row => row[column].length).filter(width => width <= most)
  return Math.max(0, ...widths)
}

function layOut(rows: readonly Row[]): string[] {
  const pathWidth = widthOf(rows, 'path', PATH_WIDTH_MAX)
  const textWidth = widthOf(rows, 'text', TEXT_WIDTH_MAX)
  const margin = ' '.repeat(pathWidth)
  return rows.flatMap(({ path, text, given }) => {
    const isLongPath = path.length > pathWidth
    const start = isLongPath ? margin : path.padEnd(pathWidth)
    const indent = ' '.repeat(text.length - text.trimStart().length + 2)
    const lines =
      text.length <= textWidth
        ? [`${start}  ${text.padEnd(textWidth)}  ${given}`]
        : [`${start}  ${text}`, ...(given === '' ? [] : [`${margin}  ${indent}${given}`])]
    return [...(isLongPath ? [path] : []), ...lines].map(line => line.trimEnd())
  })
}
