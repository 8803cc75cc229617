// Tenants and keys, one at a time: of the config, of a caller, and out of files with one JSON object a line. Such a file
// may hold a million of them, so it stays bytes, and its lines are read as they are asked for.
import type { Position, Problem } from '../problems.ts'
import { entityBytesMax, nestingMax } from './bounds.ts'
import { problemsOf } from './faults.ts'
import { countColons } from './json.ts'
import { type JsonNode, scanJson } from './json-tree.ts'
import { type Read, readKey } from './key-of.ts'
import { readTenant } from './tenant-of.ts'
import type { EntityFile, KeyDefinition, Path, TenantDefinition } from './types.ts'
import { subjectOf } from './words.ts'

/**
 * A key as `keys` of a config has it, or what is wrong with it. The definition holds nothing of the value. May throw
 * what a getter of the value throws.
 *
 * @param path where the value is, for the problems
 */
export function keyOf(
  json: unknown,
  path: Path,
): { definition: KeyDefinition } | { problems: Problem[] } {
  return published(readKey(json, path, subjectOf(path)))
}

/**
 * A tenant as `tenants` of a config has it, or what is wrong with it. The definition holds nothing of the value. May
 * throw what a getter of the value throws.
 *
 * @param path where the value is, for the problems
 * @param id the tenant's; without it, the value must have it as `id`
 */
export function tenantOf(
  json: unknown,
  path: Path,
  id?: string,
): { definition: TenantDefinition } | { problems: Problem[] } {
  return published(readTenant(json, path, subjectOf(path), id))
}

function published<Definition>(
  read: Read<Definition>,
): { definition: Definition } | { problems: Problem[] } {
  return 'definition' in read ? read : { problems: problemsOf(read.findings) }
}

/** What one line of a file says, or one of the things that are wrong with it. */
export type EntityLine<Definition> = { definition: Definition; line: number } | { problem: Problem }

/**
 * The keys of a file, in order, each when it is asked for. A line that is wrong gives each of its problems, with file,
 * line and column, and no definition. Whether an id is there twice, and what it refers to exists, is not looked at.
 */
export function readKeys(file: EntityFile): Generator<EntityLine<KeyDefinition>> {
  return readLines(file, 'keys', value => readKey(value, [], 'the key'))
}

/** The tenants of a file, as `readKeys` gives keys. */
export function readTenants(file: EntityFile): Generator<EntityLine<TenantDefinition>> {
  return readLines(file, 'tenants', value => readTenant(value, [], 'the tenant'))
}

const lineFeed = 0x0a

function* readLines<Definition>(
  { file, bytes }: EntityFile,
  section: 'keys' | 'tenants',
  read: (value: unknown) => Read<Definition>,
): Generator<EntityLine<Definition>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let line = 0
  for (let start = 0; start < buffer.length; ) {
    const feed = buffer.indexOf(lineFeed, start)
    const end = feed === -1 ? buffer.length : feed
    const text = buffer.toString('utf8', start, end)
    start = end + 1
    line++
    if (text === '' || text === '\r') continue
    const outcome = readLine(text, read)
    if ('definition' in outcome) {
      yield { definition: outcome.definition, line }
      continue
    }
    for (const { column, problem } of outcome.problems) {
      const position: Position = { file, line, column }
      yield { problem: { ...problem, path: [section, 'file'], position } }
    }
  }
}

interface LineProblem {
  column: number
  problem: Problem
}

function readLine<Definition>(
  text: string,
  read: (value: unknown) => Read<Definition>,
): { definition: Definition } | { problems: LineProblem[] } {
  if (text.length > entityBytesMax) return { problems: [tooLong(text.length)] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problems: [notJson(text)] }
  }
  // As in config files, a JSON text has as many colons outside of strings as it has properties.
  if (countColons(text) !== countKeys(value, 0)) return { problems: duplicates(text) }
  const outcome = read(value)
  if ('definition' in outcome) return outcome
  const { root } = scanJson(text, 'tree')
  const problems = outcome.findings.map(({ problem, part }) => {
    return { column: columnOf(root, problem.path, part), problem }
  })
  return { problems }
}

// NaN, which is no count of anything, where values are nested too deeply.
function countKeys(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth === nestingMax) return Number.NaN
  let count = 0
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) count += countKeys(value[index], depth + 1)
    return count
  }
  for (const name in value) {
    count += 1 + countKeys(value[name as keyof typeof value], depth + 1)
  }
  return count
}

function tooLong(length: number): LineProblem {
  const message = 'the line is too long'
  const expected = `at most ${entityBytesMax} bytes`
  return lineProblem('DATA_LINE_TOO_LONG', message, expected, `${length} characters`, 1)
}

// What stands there is not repeated: it may be a piece of a key.
function notJson(text: string): LineProblem {
  const { error } = scanJson(text, 'tree')
  const message = `the line cannot be read: ${error?.message ?? 'it is not JSON'}`
  const expected = error?.expected ?? 'a JSON object'
  return lineProblem('DATA_LINE_INVALID', message, expected, undefined, (error?.offset ?? 0) + 1)
}

function duplicates(text: string): LineProblem[] {
  const scan = scanJson(text, 'duplicates')
  if (scan.error !== undefined) return [notJson(text)]
  return scan.duplicates.map(({ path, offset, firstOffset }) => {
    const message = `${subjectOf(path)} is defined twice`
    const found = `the same name at column ${firstOffset + 1}`
    return lineProblem('KEY_DUPLICATE', message, 'each name once', found, offset + 1)
  })
}

function lineProblem(
  code: string,
  message: string,
  expected: string,
  found: string | undefined,
  column: number,
): LineProblem {
  const problem: Problem = { severity: 'error', code, message, path: [], expected }
  return { column, problem: found === undefined ? problem : { ...problem, found } }
}

function columnOf(root: JsonNode | undefined, path: Path, part: 'key' | 'value'): number {
  let node = root
  let offset = root?.start ?? 0
  for (const step of path) {
    node = node?.children?.get(step)
    if (node === undefined) return offset + 1
    offset = node.start
  }
  return (part === 'key' ? (node?.keyStart ?? offset) : offset) + 1
}
