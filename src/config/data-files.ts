// The files that a config names for its sets, tenants and keys: which they are, what they hold, and all that can be
// wrong with them as a whole. A file that is named several times is read once.
import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { Slice } from '../slice.ts'
import {
  dataFileBytesMax,
  dataFilesBytesMax,
  dataFilesMax,
  dataLinesMax,
  entityBytesMax,
  idBytesMax,
} from './bounds.ts'
import { Digest, digestOfError, type FileDigest, tooLargeDigest } from './digest.ts'
import { FileKindError, readToEnd, withRegular } from './files.ts'
import type { Finding } from './finding.ts'
import { stateOf } from './fingerprint.ts'
import { eachId, piecesOf } from './id-lines.ts'
import { isObject, type JsonValue, type Path, type SetFile } from './types.ts'
import { quote } from './words.ts'

/** What the lines of a file are. */
interface FileForm {
  code: keyof typeof codes
  /** Of one line. */
  noun: string
  line: string
  lineBytesMax: number
}

const codes = {
  set: {
    notFound: 'SET_FILE_NOT_FOUND',
    unreadable: 'SET_FILE_UNREADABLE',
    tooLarge: 'SET_FILE_TOO_LARGE',
    encoding: 'SET_FILE_ENCODING',
    tooMany: 'SET_FILES_TOO_MANY',
    lineTooLong: 'SET_ID_TOO_LONG',
  },
  data: {
    notFound: 'DATA_FILE_NOT_FOUND',
    unreadable: 'DATA_FILE_UNREADABLE',
    tooLarge: 'DATA_FILE_TOO_LARGE',
    encoding: 'DATA_FILE_ENCODING',
    tooMany: 'DATA_FILES_TOO_MANY',
    lineTooLong: 'DATA_LINE_TOO_LONG',
  },
} as const

const ids: FileForm = { code: 'set', noun: 'id', line: 'an id', lineBytesMax: idBytesMax }
const entities: FileForm = {
  code: 'data',
  noun: 'JSON object',
  line: 'a tenant or a key',
  lineBytesMax: entityBytesMax,
}

/** A file that a document names. */
export interface NamedFile {
  section: 'sets' | 'tenants' | 'keys'
  /** The set's. */
  name?: string
  file: string
  /** The path as the config has it. */
  written: string
}

/** The files that one document names; relative paths start at `folder`. */
export function namedFiles(root: JsonValue | undefined, folder: string): NamedFile[] {
  const files: NamedFile[] = []
  if (!isObject(root)) return files
  const add = (section: NamedFile['section'], written: JsonValue | undefined, name?: string) => {
    if (typeof written !== 'string' || written === '') return
    const file = isAbsolute(written) ? written : join(folder, written)
    files.push({ section, file, written, ...(name !== undefined && { name }) })
  }
  const sets = isObject(root.sets) ? Object.entries(root.sets) : []
  for (const [name, set] of sets) add('sets', isObject(set) ? set.file : undefined, name)
  for (const section of ['tenants', 'keys'] as const) {
    const entries = root[section]
    if (isObject(entries)) add(section, entries.file)
  }
  return files
}

/** What is in the files that one document names. */
export interface NamedContent {
  /** By the name of the set. */
  sets: Map<string, SetFile>
  tenants?: SetFile
  keys?: SetFile
  findings: Finding[]
}

/** Reads the files that a config names, within bounds for all of them together. */
export class DataFileReader {
  readonly #outcomes = new Map<string, Outcome>()
  readonly #isFollowed: boolean
  #bytesLeft: number

  /** @param isFollowed whether `content` is going to be asked for */
  constructor(isFollowed: boolean, bytesMax = dataFilesBytesMax) {
    this.#isFollowed = isFollowed
    this.#bytesLeft = bytesMax
  }

  /** All files that were asked for, each once. */
  get files(): string[] {
    return [...this.#outcomes.keys()]
  }

  /** What the files held that were read, those that could not be taken too. */
  content(): Map<string, FileDigest | undefined> {
    const outcomes = [...this.#outcomes].slice(0, dataFilesMax)
    return new Map(outcomes.map(([file, { digest }]) => [file, digest]))
  }

  /** What is in the files that a document names, and what is wrong with them. */
  async read(named: readonly NamedFile[]): Promise<NamedContent> {
    const content: NamedContent = { sets: new Map(), findings: [] }
    for (const { section, name, file, written } of named) {
      const form = section === 'sets' ? ids : entities
      const outcome = await this.#once(file)
      const faults = await faultsOf(file, outcome, form)
      if (faults.length === 0 && outcome.bytes !== undefined) {
        const read = { file, bytes: outcome.bytes }
        if (section === 'sets') content.sets.set(name ?? '', read)
        else content[section] = read
      }
      const path: Path = name === undefined ? [section, 'file'] : [section, name, 'file']
      for (const { line, ...words } of faults) {
        const problem: Finding['problem'] = {
          severity: 'error',
          path,
          found: quote(written),
          ...words,
        }
        if (line !== undefined) problem.position = { file, line, column: 1 }
        content.findings.push({ problem, part: 'value' })
      }
    }
    return content
  }

  async #once(file: string): Promise<Outcome> {
    let outcome = this.#outcomes.get(file)
    if (outcome === undefined) {
      outcome = this.#outcomes.size < dataFilesMax ? await this.#open(file) : refusal(tooMany)
      this.#outcomes.set(file, outcome)
    }
    return outcome
  }

  async #open(file: string): Promise<Outcome> {
    try {
      return await withRegular(file, handle => this.#read(file, handle))
    } catch (error) {
      const digest = { digest: digestOfError(error) }
      return { ...refusal(form => unreadable(file, error, form)), digest }
    }
  }

  async #read(file: string, handle: FileHandle): Promise<Outcome> {
    const { state, isAtRest } = await stateOf(handle)
    const bytesMax = Math.min(dataFileBytesMax, this.#bytesLeft)
    const bytes = await readToEnd(handle, bytesMax)
    if (bytes === undefined) {
      const outcome = refusal(form => tooLarge(file, bytesMax, form))
      // with more room it may be read whole: only the bound of one file is the file's own matter
      return bytesMax < dataFileBytesMax
        ? outcome
        : { ...outcome, digest: { digest: tooLargeDigest } }
    }
    this.#bytesLeft -= bytes.length
    const outcome = { bytes: withoutMark(bytes), faults: new Map() }
    if (!this.#isFollowed) return outcome
    const digest = await digestInSlices(bytes)
    return { ...outcome, digest: isAtRest ? { digest, state } : { digest } }
  }
}

/** What reading one file came to: its bytes, or why there are none. */
interface Outcome {
  bytes?: Uint8Array
  refuse?: (form: FileForm) => Fault
  /** What is wrong with the bytes, by what they were looked at as. */
  faults: Map<FileForm, Fault[]>
  digest?: FileDigest
}

interface Fault {
  code: string
  message: string
  expected: string
  found?: string
  /** Where in the file; left out when it is the file as a whole. */
  line?: number
}

function refusal(refuse: (form: FileForm) => Fault): Outcome {
  return { refuse, faults: new Map() }
}

async function faultsOf(
  file: string,
  { bytes, refuse, faults }: Outcome,
  form: FileForm,
): Promise<Fault[]> {
  const known = faults.get(form)
  if (known !== undefined) return known
  const found = bytes === undefined ? [] : await check(file, bytes, form)
  if (refuse !== undefined) found.push(refuse(form))
  faults.set(form, found)
  return found
}

/** The hash of a file, which may be long. */
async function digestInSlices(bytes: Uint8Array): Promise<string> {
  const hash = new Digest()
  const slice = new Slice()
  for (const piece of piecesOf(bytes)) {
    hash.add(piece)
    if (slice.isOver()) await slice.others()
  }
  return hash.text()
}

async function check(file: string, bytes: Uint8Array, form: FileForm): Promise<Fault[]> {
  let tooLong: { line: number; length: number } | undefined
  let tooLongCount = 0
  let lineCount = 0
  const slice = new Slice()
  for (const piece of piecesOf(bytes)) {
    if (!isUtf8(piece)) return [notText(file, piece, lineCount, form)]
    const before = lineCount
    lineCount += eachId(piece, (start, end, line) => {
      if (end - start <= form.lineBytesMax) return
      tooLong ??= { line: before + line, length: end - start }
      tooLongCount++
    })
    if (slice.isOver()) await slice.others()
  }
  const faults: Fault[] = []
  if (lineCount > dataLinesMax) {
    const message = `${file} has too many lines`
    const words = { expected: `at most ${dataLinesMax} lines`, found: `${lineCount} lines` }
    faults.push({ code: codes[form.code].tooLarge, message, ...words })
  }
  if (tooLong !== undefined) {
    const { line, length } = tooLong
    const more = tooLongCount === 1 ? '' : `, and so are ${tooLongCount - 1} after it`
    const message = `line ${line} of ${file} is too long for ${form.line}${more}`
    const words = { expected: `at most ${form.lineBytesMax} bytes`, found: `${length} bytes` }
    faults.push({ code: codes[form.code].lineTooLong, message, ...words, line })
  }
  return faults
}

// No byte of a character beyond ASCII is a line feed, so the lines can be looked at one by one.
function notText(file: string, piece: Uint8Array, before: number, form: FileForm): Fault {
  let first = 0
  eachId(piece, (start, end, line) => {
    if (first === 0 && !isUtf8(piece.subarray(start, end))) first = before + line
  })
  const message = `line ${first} of ${file} is not text in UTF-8`
  const words = { expected: 'a text in UTF-8', found: 'bytes that are not UTF-8', line: first }
  return { code: codes[form.code].encoding, message, ...words }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return isMarked ? bytes.subarray(3) : bytes
}

function tooLarge(file: string, bytesMax: number, form: FileForm): Fault {
  const code = codes[form.code].tooLarge
  if (bytesMax === dataFileBytesMax) {
    const expected = `at most ${dataFileBytesMax} bytes`
    return { code, message: `${file} is too large`, expected }
  }
  const message = `${file} is too large, with the files of the config before it`
  return { code, message, expected: `at most ${dataFilesBytesMax} bytes together` }
}

function tooMany({ code }: FileForm): Fault {
  const message = 'the sets, tenants and keys are in too many files'
  return { code: codes[code].tooMany, message, expected: `at most ${dataFilesMax} files` }
}

function unreadable(file: string, error: unknown, form: FileForm): Fault {
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : ''
  const expected = `a text file with one ${form.noun} a line`
  const { notFound, unreadable } = codes[form.code]
  if (systemCode === 'ENOENT' || systemCode === 'ENOTDIR') {
    return { code: notFound, message: `there is no file ${file}`, expected }
  }
  const reason = error instanceof Error ? error.message : String(error)
  const message =
    error instanceof FileKindError ? `${file} is ${reason}` : `${file} cannot be read: ${reason}`
  return { code: unreadable, message, expected }
}
