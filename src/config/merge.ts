// Puts the files of a folder together into one config, and remembers where each entry came from.
import type { Position, Problem } from '../problems.ts'
import { problemsMax } from './bounds.ts'
import { type Finding, finding } from './finding.ts'
import { duplicateKey } from './json.ts'
import type {
  Config,
  FlagDefinition,
  JsonObject,
  JsonValue,
  LimitDefinition,
  Metadata,
  Path,
  SetFile,
  SourceDocument,
} from './types.ts'
import { emptyRecord, isObject } from './types.ts'

interface Origin {
  document: SourceDocument
  path: Path
}

const sections = ['flags', '$evaluators', 'metadata', 'limits', 'sets'] as const
type Section = (typeof sections)[number]

// what `Config` calls otherwise than the files do
const renamed = new Map<string | number | undefined, string>([
  ['evaluators', '$evaluators'],
  ['fractionalVersion', 'fractional'],
])

/** Collects documents into one config. */
export class ConfigMerger {
  readonly config: Config = {
    flags: emptyRecord(),
    evaluators: emptyRecord(),
    metadata: emptyRecord(),
    limits: emptyRecord(),
    sets: emptyRecord(),
    fractionalVersion: 2,
  }
  readonly problems: Problem[] = []
  readonly #documents: SourceDocument[] = []
  readonly #origins = new Map<Section, Map<string, Origin>>(
    sections.map(section => [section, new Map()]),
  )
  #fractional: SourceDocument | undefined

  /**
   * Adds a document with what the checks found in it, and with the files of its sets by the names
   * of the sets. Entries with errors are left out of the config.
   */
  add(
    document: SourceDocument,
    findings: readonly Finding[],
    setFiles: ReadonlyMap<string, SetFile>,
  ): void {
    this.#documents.push(document)
    const broken = new Set<string>()
    let errorCount = 0
    for (const { problem } of findings) {
      if (problem.severity !== 'error') continue
      errorCount++
      broken.add(JSON.stringify(problem.path.slice(0, 2)))
    }
    // The checks stop there, and a limit that nobody has looked at may be anything.
    const isCut = errorCount > problemsMax
    for (const finding of findings) this.problems.push(place(finding, document))
    const root = document.value
    if (!isObject(root)) return
    for (const section of sections) {
      for (const { name, index, value } of entriesOf(root[section])) {
        const origin = { document, path: [section, index ?? name] }
        if (!this.#claim(section, name, origin)) continue
        if (broken.has(JSON.stringify([section, index ?? name]))) continue
        if (isCut && section === 'limits') continue
        if (section === 'sets') this.#putSet(name, value, setFiles.get(name))
        else this.#put(section, name, value)
      }
    }
    if (root.fractional === 1 || root.fractional === 2 || root.fractional === 3) {
      this.#setFractional(root.fractional, document)
    }
  }

  /** See `LoadedConfig.locate`. */
  locate(path: Path): Position | undefined {
    const [first, second, ...rest] = path
    const name = renamed.get(first) ?? first
    const section = sections.find(section => section === name)
    const origin = section && this.#origins.get(section)?.get(String(second))
    if (origin !== undefined) return origin.document.locate([...origin.path, ...rest], 'value')
    const isRead = section !== undefined || name === 'fractional'
    const holder = this.#documents.find(({ value }) => isRead && isObject(value) && name in value)
    if (holder !== undefined && isRead) return holder.locate([name], 'value')
    return this.#documents[0]?.locate([], 'value')
  }

  // False, with a problem, when the name is taken.
  #claim(section: Section, name: string, origin: Origin): boolean {
    const origins = this.#origins.get(section)
    const first = origins?.get(name)
    if (first === undefined) {
      origins?.set(name, origin)
      return true
    }
    const isList = typeof origin.path.at(-1) === 'number'
    const position = keyPosition(origin, isList)
    const firstPosition = keyPosition(first, typeof first.path.at(-1) === 'number')
    if (position !== undefined && firstPosition !== undefined) {
      this.problems.push(duplicateKey([section, name], position, firstPosition))
    } else {
      const message = `'${name}' is defined twice`
      this.problems.push({
        severity: 'error',
        code: 'KEY_DUPLICATE',
        message,
        path: [section, name],
      })
    }
    return false
  }

  #putSet(name: string, value: JsonValue, file: SetFile | undefined): void {
    if (Array.isArray(value)) {
      this.config.sets[name] = { ids: value.filter(id => typeof id === 'string') }
    } else if (file !== undefined) this.config.sets[name] = file
  }

  // All flags are of one generation, so two files may say the same, and not one this and one that.
  #setFractional(value: 1 | 2 | 3, document: SourceDocument): void {
    if (this.#fractional === undefined) {
      this.#fractional = document
      this.config.fractionalVersion = value
      return
    }
    const { fractionalVersion } = this.config
    if (fractionalVersion === value) return
    const first = this.#fractional.locate(['fractional'], 'value')
    const where = first === undefined ? '' : `, as at ${first.file}:${first.line}:${first.column}`
    const message = "the files set 'fractional' to different values"
    const expected = `${fractionalVersion}${where}`
    const conflict = finding('SETTING_CONFLICT', message, ['fractional'], expected, String(value))
    this.problems.push(place(conflict, document))
  }

  #put(section: Section, name: string, value: JsonValue): void {
    const { flags, evaluators, metadata, limits } = this.config
    if (section === '$evaluators') evaluators[name] = value
    else if (section === 'flags' && isObject(value)) flags[name] = flagOf(value)
    else if (section === 'limits' && isObject(value)) limits[name] = limitOf(value)
    else if (section === 'metadata') Object.assign(metadata, metadataOf({ [name]: value }))
  }
}

// A flag in a list is named by its `key`, there and in the paths of problems.
function entriesOf(
  section: JsonValue | undefined,
): { name: string; index?: number; value: JsonValue }[] {
  if (isObject(section)) return Object.entries(section).map(([name, value]) => ({ name, value }))
  if (!Array.isArray(section)) return []
  return section.flatMap((value, index) => {
    const name = isObject(value) ? value.key : undefined
    return typeof name === 'string' && name !== '' ? [{ name, index, value }] : []
  })
}

function keyPosition(origin: Origin, isList: boolean): Position | undefined {
  return isList
    ? origin.document.locate([...origin.path, 'key'], 'value')
    : origin.document.locate(origin.path, 'key')
}

// From the file's path to the config's, with the position, unless it has one in a file of ids.
function place({ problem, part }: Finding, document: SourceDocument): Problem {
  const [section, index, ...rest] = problem.path
  const flags = isObject(document.value) ? document.value.flags : undefined
  const flag = Array.isArray(flags) && typeof index === 'number' ? flags[index] : undefined
  const name = isObject(flag) ? flag.key : undefined
  const isNamed = section === 'flags' && typeof name === 'string' && name !== ''
  const path = isNamed ? ['flags', name, ...rest] : problem.path
  const position = problem.position ?? document.locate(problem.path, part)
  return position === undefined ? { ...problem, path } : { ...problem, path, position }
}

function flagOf(raw: JsonObject): FlagDefinition {
  const { variants, defaultVariant, targeting, metadata } = raw
  const flag: FlagDefinition = {
    state: raw.state === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    variants: isObject(variants) ? variants : emptyRecord(),
  }
  if (typeof defaultVariant === 'string' || defaultVariant === null) {
    flag.defaultVariant = defaultVariant
  }
  if (targeting !== undefined) flag.targeting = targeting
  if (isObject(metadata)) flag.metadata = metadataOf(metadata)
  return flag
}

// The schema and the checks have found nothing wrong with it.
function limitOf(raw: JsonObject): LimitDefinition {
  return { algorithm: 'gcra', ...raw } as LimitDefinition
}

function metadataOf(raw: JsonObject): Metadata {
  const metadata: Metadata = emptyRecord()
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== 'object') metadata[name] = value
  }
  return metadata
}
