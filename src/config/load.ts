// From a file, a folder or an object to a checked config, with everything that is wrong at once.
import { dirname, extname } from 'node:path'
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import type { Position, Problem } from '../problems.ts'
import { problemsMax } from './bounds.ts'
import { checkEntries } from './checks.ts'
import { DataFileReader, namedFiles } from './data-files.ts'
import type { ReadContent } from './digest.ts'
import { readSources, type SourceText } from './files.ts'
import type { Finding } from './finding.ts'
import { type InlineEntities, readInline } from './inline.ts'
import { parseJson } from './json.ts'
import { ConfigMerger } from './merge.ts'
import { copyPlain } from './plain.ts'
import { validate } from './schema.ts'
import type { JsonValue, LoadedConfig, Path, SourceDocument } from './types.ts'
import { isObject } from './types.ts'
import { parseYaml } from './yaml.ts'

export type { ReadContent } from './digest.ts'
export type {
  Config,
  FlagDefinition,
  JsonValue,
  LimitDefinition,
  LoadedConfig,
  SetDefinition,
} from './types.ts'

/** The sections whose findings may be warnings. */
const ruleSections: readonly unknown[] = ['flags', '$evaluators']
/** The sections of which a config needs one: by the others alone nothing is decided. */
const contentSections = schema.anyOf.flatMap(({ required }) => required)
const contentForm = `one of the sections ${contentSections.join(', ')}`

/** How strict `loadConfig` is, and who else has to know what it reads. */
export interface LoadOptions {
  /**
   * What a rule is that departs from the schema, in `targeting` or `$evaluators`: an error (the
   * default), or a warning, as in flagd, which loads such a rule and lets it fail when it is
   * evaluated.
   */
  malformedRules?: 'error' | 'warning'
  /**
   * Told what was read, when all is; the load waits for the promise. For a watch, which learns so
   * which other files there are, and from what content on a change is one:
   * `follow: read => watch.follow(read)`. What could not be read or is wrong counts too.
   */
  follow?: (read: ReadContent) => void | Promise<void>
}

/**
 * Reads, parses and checks a config.
 *
 * @param source the path of a YAML or JSON file; of a folder, of which the *.yaml, *.yml and
 *   *.json files are read in the order of their names, without hidden files and subfolders; or a
 *   config that is already parsed. Files of sets, tenants and keys are looked for from the folder of
 *   the config file on, or from the current one when the config is an object.
 * @returns the config with all its problems. What is wrong with the files or the object never
 *   throws: it is in `problems`, the first 1000 in the order of files and lines. Bounds: 64 MiB,
 *   256 levels, 5 million values a file; 512 MiB a file of ids, tenants or keys, 1 GiB all of them.
 *   Of files of tenants and keys only size and encoding are checked: `readTenants` and `readKeys` read
 *   their lines.
 */
export async function loadConfig(
  source: string | object,
  { malformedRules = 'error', follow }: LoadOptions = {},
): Promise<LoadedConfig> {
  const merger = new ConfigMerger()
  const files: string[] = []
  const parsed: { document: SourceDocument; folder: string }[] = []
  let content: string | undefined
  if (typeof source === 'string') {
    const read = await readSources(source, follow !== undefined)
    content = read.content
    merger.problems.push(...read.problems)
    for (const text of read.texts) {
      files.push(text.file)
      parsed.push({ document: parse(text), folder: dirname(text.file) })
    }
  } else {
    parsed.push({ document: parseObject(source), folder: '' })
  }
  const dataFiles = new DataFileReader(follow !== undefined)
  for (const { document, folder } of parsed) {
    const files = await dataFiles.read(namedFiles(document.value, folder))
    const inline = readInline(document.value)
    const findings = [...check(document, inline), ...files.findings]
    if (malformedRules === 'warning') findings.forEach(tolerateRule)
    merger.problems.push(...document.problems)
    merger.add({ document, findings, files, inline })
  }
  merger.finish()
  await follow?.({ config: content, sets: dataFiles.content() })
  const isEmpty = parsed.every(({ document }) => lacksContent(document))
  if (parsed.length > 0 && merger.problems.length === 0 && isEmpty) {
    merger.problems.push(nothingDefined(files[0]))
  }
  const setFiles = dataFiles.files
  return {
    config: merger.config,
    files,
    setFiles,
    problems: sorted(merger.problems, [...files, ...setFiles]),
    locate: path => merger.locate(path),
  }
}

function parse({ file, text }: SourceText): SourceDocument {
  const isJson = extname(file).toLowerCase() === '.json'
  // YAML files may hold JSON too, and big ones mostly are generated
  const mayBeJson = isJson || /^\s*\{/.test(text)
  const position = { file, line: 1, column: 1 }
  if (/^\s*$/.test(text)) return refused(emptyFile(position))
  const document = (mayBeJson ? parseJson(text, file, isJson) : undefined) ?? parseYaml(text, file)
  const isSilent = document.problems.every(({ severity }) => severity === 'warning')
  if (document.value === undefined && isSilent) return refused(emptyFile(position))
  if (document.value === null && isSilent) return refused(emptyFile(position))
  return document
}

function parseObject(source: object): SourceDocument {
  try {
    const { value, problems } = copyPlain(source)
    return { value: problems.length > 0 ? undefined : value, problems, locate: () => undefined }
  } catch (error) {
    const message = `the object cannot be read: ${String(error)}`
    return refused({ severity: 'error', code: 'VALUE_NOT_JSON', message, path: [] })
  }
}

function check({ value }: SourceDocument, inline: InlineEntities): Finding[] {
  if (value === undefined) return []
  return [...checkSchema(value), ...checkEntries(value), ...inline.findings]
}

// Among very many findings, those about other things than rules may have been cut off. Where those about rules are
// warnings, the config can go live: so the other sections are looked at by themselves.
function checkSchema(value: JsonValue): Finding[] {
  const findings = validate(value)
  if (findings.length <= problemsMax || !isObject(value)) return findings
  const { flags: _, $evaluators: __, ...others } = value
  const isInRules = ({ problem: { path } }: Finding) => ruleSections.includes(path[0])
  return [...findings.filter(isInRules), ...validate(others)]
}

function refused(problem: Problem): SourceDocument {
  return { value: undefined, problems: [problem], locate: () => problem.position }
}

function emptyFile(position: Position): Problem {
  const expected = contentForm
  return {
    severity: 'error',
    code: 'FILE_EMPTY',
    message: 'the file is empty',
    path: [],
    expected,
    position,
  }
}

function tolerateRule({ problem }: Finding): void {
  if (isInRule(problem.path)) problem.severity = 'warning'
}

function isInRule([section, , property]: Path): boolean {
  return section === '$evaluators' || (section === 'flags' && property === 'targeting')
}

function lacksContent({ value }: SourceDocument): boolean {
  return isObject(value) && !contentSections.some(section => section in value)
}

function nothingDefined(file: string | undefined): Problem {
  const message = 'the config has none of the sections that decide anything'
  const expected = contentForm
  const problem: Problem = { severity: 'error', code: 'CONFIG_EMPTY', message, path: [], expected }
  return file === undefined ? problem : { ...problem, position: { file, line: 1, column: 1 } }
}

function sorted(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const rank = new Map(files.map((file, index) => [file, index]))
  const inOrder = (list: readonly Problem[]) =>
    list.toSorted((left, right) => {
      const [from, to] = [left.position, right.position]
      if (from === undefined || to === undefined)
        return Number(to === undefined) - Number(from === undefined)
      if (from.file !== to.file) return (rank.get(from.file) ?? 0) - (rank.get(to.file) ?? 0)
      return from.line - to.line || from.column - to.column
    })
  if (problems.length <= problemsMax) return inOrder(problems)
  // Errors first: what is cut off must not be what keeps the config from going live.
  const errors = inOrder(problems.filter(({ severity }) => severity === 'error'))
  const warnings = inOrder(problems.filter(({ severity }) => severity === 'warning'))
  const message = `there are more problems: only the first ${problemsMax} are reported`
  const cut: Problem = { severity: 'warning', code: 'PROBLEMS_CUT', message, path: [] }
  return [...inOrder([...errors, ...warnings].slice(0, problemsMax)), cut]
}
