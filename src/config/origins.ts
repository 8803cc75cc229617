// Entries of a config's sections, and where they stand in the files.
import type { Position, Problem } from '../problems.ts'
import type { Finding } from './finding.ts'
import { isFileForm } from './inline.ts'
import { isObject, type JsonValue, type Path, type SourceDocument } from './types.ts'

/** Where an entry stands. */
export interface Origin {
  document: SourceDocument
  path: Path
}

/** The sections that are maps by name. */
export const sections = [
  'flags',
  '$evaluators',
  'metadata',
  'limits',
  'quotas',
  'sets',
  'features',
  'plans',
  'tenants',
  'roles',
  'gates',
] as const
export type Section = (typeof sections)[number]

/** One entry of a section. */
export interface Entry {
  name: string
  /** In a list. */
  index?: number
  value: JsonValue
}

/** The entries of a section. A flag in a list is named by its `key`, there and in the paths of problems. */
export function entriesOf(section: Section, content: JsonValue | undefined): Entry[] {
  if (section === 'tenants' && isFileForm(content)) return []
  if (isObject(content)) return Object.entries(content).map(([name, value]) => ({ name, value }))
  if (section !== 'flags' || !Array.isArray(content)) return []
  return content.flatMap((value, index) => {
    const name = isObject(value) ? value.key : undefined
    return typeof name === 'string' && name !== '' ? [{ name, index, value }] : []
  })
}

/** Where the name of an entry stands. */
export function namePosition({ document, path }: Origin): Position | undefined {
  return typeof path.at(-1) === 'number'
    ? document.locate([...path, 'key'], 'value')
    : document.locate(path, 'key')
}

/** The first two steps of a path, as a text: what is broken when something below it is. */
export function entryKey(path: Path): string {
  return JSON.stringify(path.slice(0, 2))
}

/** From the file's path to the config's, with the position, unless it has one in a file of its own. */
export function place({ problem, part }: Finding, document: SourceDocument): Problem {
  const [section, index, ...rest] = problem.path
  const flags = isObject(document.value) ? document.value.flags : undefined
  const flag = Array.isArray(flags) && typeof index === 'number' ? flags[index] : undefined
  const name = isObject(flag) ? flag.key : undefined
  const isNamed = section === 'flags' && typeof name === 'string' && name !== ''
  const path = isNamed ? ['flags', name, ...rest] : problem.path
  const position = problem.position ?? document.locate(problem.path, part)
  return position === undefined ? { ...problem, path } : { ...problem, path, position }
}
