// Puts the files of a folder together into one config, and remembers where each entry came from. First all files are
// added; then what they say of each other is checked, and what is well becomes the config.
import { formatPath, type Position, type Problem } from '../problems.ts'
import { problemsMax, sectionEntriesMax } from './bounds.ts'
import { issuersOf } from './check-issuers.ts'
import type { NamedContent } from './data-files.ts'
import {
  featureOf,
  flagOf,
  gateOf,
  issuerOf,
  limitOf,
  metadataOf,
  planOf,
  quotaOf,
  textsOf,
} from './definitions.ts'
import { type Finding, finding } from './finding.ts'
import { type InlineEntities, isFileForm } from './inline.ts'
import { duplicateKey } from './json.ts'
import { mergeLimits, sourceOf } from './merge-limits.ts'
import {
  type Entry,
  entriesOf,
  entryKey,
  namePosition,
  type Origin,
  place,
  type Section,
  sections,
} from './origins.ts'
import { referDocument, type WorldEntry, worldOf } from './references.ts'
import type { Config, JsonValue, Path, SourceDocument } from './types.ts'
import { emptyConfig, emptyRecord, isObject } from './types.ts'
import { Settings, Uniques } from './uniques.ts'
import { subjectOf } from './words.ts'

/** A document with all that was read and found of it. */
export interface DocumentParts {
  document: SourceDocument
  findings: readonly Finding[]
  files: NamedContent
  inline: InlineEntities
}

interface Added extends DocumentParts {
  /** Those that have errors. */
  broken: Set<string>
  /** Those whose names are not another entry's. */
  entries: { section: Section; entry: Entry; key: string }[]
  /** The checks stop after so many errors, and what nobody has looked at may be anything. */
  isCut: boolean
}

// what `Config` calls otherwise than the files do
const renamed = new Map<string | number | undefined, string>([
  ['evaluators', '$evaluators'],
  ['fractionalVersion', 'fractional'],
  ['issuers', 'sessions'],
  ['tenantFiles', 'tenants'],
  ['keyFiles', 'keys'],
])
/** The sections that are no maps by name. */
const otherSections = ['fractional', 'keys', 'sessions', 'credentials']
/** What is not looked at here at all: the schema's checks of it, or the compiler's, are enough. */
const unchecked: readonly Section[] = ['flags', '$evaluators', 'metadata', 'sets']

/** Collects documents into one config. */
export class ConfigMerger {
  readonly config: Config = emptyConfig()
  readonly problems: Problem[] = []
  readonly #added: Added[] = []
  /** By the name of the section; quotas are among the limits, with which they share their names. */
  readonly #origins = new Map<Section, Map<string, Origin>>(
    sections.map(section => [section, new Map()]),
  )
  readonly #keys: Origin[] = []
  readonly #issuers: Origin[] = []
  readonly #settings = new Settings()

  /** Adds a document. */
  add(parts: DocumentParts): void {
    const { document, findings } = parts
    const errors = findings.filter(({ problem }) => problem.severity === 'error')
    const broken = new Set(errors.map(({ problem }) => entryKey(problem.path)))
    const isCut = errors.length > problemsMax
    const added: Added = { ...parts, broken, entries: [], isCut }
    this.#added.push(added)
    for (const found of findings) this.problems.push(place(found, document))
    const root = document.value
    if (!isObject(root)) return
    for (const section of sections) {
      for (const entry of entriesOf(section, root[section])) {
        const path = [section, entry.index ?? entry.name]
        if (!this.#claim(section, entry.name, { document, path })) continue
        added.entries.push({ section, entry, key: entryKey(path) })
      }
    }
  }

  /** Checks what the documents say of each other, and fills the config. Entries with errors are left out. */
  finish(): void {
    // Of a file that does not parse, nobody knows what it defines.
    const isWhole = this.#added.every(({ document }) => document.value !== undefined)
    if (isWhole) this.#refer()
    const uniques = new Uniques()
    for (const added of this.#added) {
      for (const { section, entry, key } of added.entries) {
        if (!isLost(added, section, key)) this.#put(section, entry, added)
      }
      this.#putLists(added, uniques)
      this.#putSettings(added)
    }
    this.#count()
    // A plan with errors may have had the number that is missed.
    const planCount = this.#origins.get('plans')?.size
    const isTold = isWhole && Object.keys(this.config.plans).length === planCount
    for (const found of mergeLimits(this.config)) {
      const origin = this.#origins.get('limits')?.get(String(found.problem.path[1]))
      if (isTold && origin !== undefined) this.problems.push(place(found, origin.document))
    }
  }

  /** See `LoadedConfig.locate`. */
  locate(path: Path): Position | undefined {
    const [first, second, ...rest] = path
    const source = first === 'limits' ? sourceOf(this.config, path) : path
    if (source !== path) return this.locate(source)
    const listed = first === 'keys' ? this.#keys : first === 'issuers' ? this.#issuers : []
    const name = renamed.get(first) ?? String(first)
    const section = sections.find(section => section === name)
    const origin =
      section === undefined
        ? listed[Number(second)]
        : this.#origins.get(namespaceOf(section))?.get(String(second))
    if (origin !== undefined) return origin.document.locate([...origin.path, ...rest], 'value')
    const isRead = section !== undefined || otherSections.includes(name)
    const holder = this.#added.find(
      ({ document: { value } }) => isRead && isObject(value) && name in value,
    )
    if (holder !== undefined) return holder.document.locate([name, ...path.slice(1)], 'value')
    return this.#added[0]?.document.locate([], 'value')
  }

  // False, with a problem, when the name is taken.
  #claim(section: Section, name: string, origin: Origin): boolean {
    const origins = this.#origins.get(namespaceOf(section))
    const first = origins?.get(name)
    if (first === undefined) {
      origins?.set(name, origin)
      return true
    }
    const position = namePosition(origin)
    const firstPosition = namePosition(first)
    if (position !== undefined && firstPosition !== undefined) {
      this.problems.push(duplicateKey([section, name], position, firstPosition))
    } else {
      const message = `'${name}' is defined twice`
      const path = [section, name]
      this.problems.push({ severity: 'error', code: 'KEY_DUPLICATE', message, path })
    }
    return false
  }

  #refer(): void {
    const entries: WorldEntry[] = []
    for (const added of this.#added) {
      for (const { section, entry, key } of added.entries) {
        const isBroken = isLost(added, section, key)
        entries.push({ section, name: entry.name, value: entry.value, isBroken })
      }
    }
    const tenants = this.#added.flatMap(({ document: { value } }) => {
      return isObject(value) && value.tenants !== undefined ? [value.tenants] : []
    })
    // Where the config says nothing of tenants, they come from elsewhere.
    const hasOtherTenants = tenants.length === 0 || tenants.some(isFileForm)
    const world = worldOf(entries, hasOtherTenants, path => this.#where(path))
    for (const added of this.#added) {
      for (const found of referDocument(added.document.value, added.inline, world)) {
        this.#report(found, added)
      }
    }
  }

  #where(path: Path): string {
    const position = this.locate(path)
    if (position === undefined) return formatPath(path)
    return `${position.file}:${position.line}:${position.column}`
  }

  #report(found: Finding, added: Added): void {
    const { severity, path } = found.problem
    if (severity === 'error') added.broken.add(entryKey(path))
    this.problems.push(place(found, added.document))
  }

  #put(section: Section, { name, value }: Entry, { files, inline }: Added): void {
    const { flags, evaluators, metadata, limits, features, plans, gates } = this.config
    if (section === '$evaluators') evaluators[name] = value
    else if (section === 'metadata') Object.assign(metadata, metadataOf({ [name]: value }))
    else if (section === 'sets') this.#putSet(name, value, files)
    else if (section === 'roles') this.config.roles[name] = textsOf(value)
    else if (section === 'tenants') {
      const tenant = inline.tenants.get(name)
      if (tenant !== undefined) this.config.tenants[name] = tenant
    } else if (!isObject(value)) return
    else if (section === 'flags') flags[name] = flagOf(value)
    else if (section === 'limits') limits[name] = limitOf(value)
    else if (section === 'quotas') limits[name] = quotaOf(value)
    else if (section === 'features') features[name] = featureOf(value)
    else if (section === 'plans') plans[name] = planOf(value)
    else if (section === 'gates') gates[name] = gateOf(value)
  }

  #putSet(name: string, value: JsonValue, { sets }: NamedContent): void {
    const file = sets.get(name)
    if (Array.isArray(value)) {
      this.config.sets[name] = { ids: value.filter(id => typeof id === 'string') }
    } else if (file !== undefined) this.config.sets[name] = file
  }

  #putLists(added: Added, uniques: Uniques): void {
    const { document, inline, files, broken, isCut } = added
    const { keys, issuers, keyFiles, tenantFiles } = this.config
    if (files.keys !== undefined) keyFiles.push(files.keys)
    if (files.tenants !== undefined) tenantFiles.push(files.tenants)
    for (const [index, key] of isCut ? [] : inline.keys) {
      const origin = { document, path: ['keys', index] }
      if (broken.has(entryKey(origin.path))) continue
      const found = [...uniques.key(key, origin)]
      for (const each of found) this.#report(each, added)
      if (found.length > 0) continue
      keys.push(key)
      this.#keys.push(origin)
    }
    const { value: root } = document
    const raw = isObject(root) && !isCut ? issuersOf(root.sessions) : []
    for (const { issuer, path } of broken.has(entryKey(['sessions', 'jwt'])) ? [] : raw) {
      const origin = { document, path }
      const definition = issuerOf(issuer)
      const found = [...uniques.issuer(definition, origin)]
      for (const each of found) this.#report(each, added)
      if (found.length > 0) continue
      issuers.push(definition)
      this.#issuers.push(origin)
    }
  }

  #putSettings(added: Added): void {
    const { value: root } = added.document
    if (!isObject(root)) return
    const { fractional, credentials } = root
    if (fractional === 1 || fractional === 2 || fractional === 3) {
      const conflict = this.#settings.conflict(['fractional'], fractional, added.document)
      if (conflict === undefined) this.config.fractionalVersion = fractional
      else this.#report(conflict, added)
    }
    const path = ['credentials', 'failures']
    const failures = isObject(credentials) ? credentials.failures : undefined
    if (typeof failures !== 'string' || added.broken.has(entryKey(path))) return
    const conflict = this.#settings.conflict(path, failures, added.document)
    if (conflict === undefined) this.config.credentials.failures = failures
    else this.#report(conflict, added)
  }

  // A section with more than there is room for goes as a whole.
  #count(): void {
    for (const section of ['features', 'plans', 'roles', 'gates', 'issuers'] as const) {
      const isList = section === 'issuers'
      const count = isList ? this.#issuers.length : (this.#origins.get(section)?.size ?? 0)
      const most = sectionEntriesMax[section]
      if (count <= most) continue
      const path: Path = isList ? ['sessions', 'jwt'] : [section]
      const message = `${subjectOf(path)} has too many entries`
      const { problem } = finding('SECTION_TOO_LARGE', message, path, `at most ${most}`, `${count}`)
      const position = this.locate(path)
      this.problems.push(position === undefined ? problem : { ...problem, position })
      if (isList) this.config.issuers = []
      else this.config[section] = emptyRecord()
    }
  }
}

function namespaceOf(section: Section): Section {
  return section === 'quotas' ? 'limits' : section
}

/** Whether an entry has errors, or may have some that nobody has looked for. */
function isLost({ broken, isCut }: Added, section: Section, key: string): boolean {
  return broken.has(key) || (isCut && !unchecked.includes(section))
}
