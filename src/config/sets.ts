// The files that sets are in: which a config names, what they hold, and all that can be wrong with
// them. A file that several sets name is read once.
import { isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import {
  idBytesMax,
  setFileBytesMax,
  setFilesBytesMax,
  setFilesMax,
  setLinesMax,
} from './bounds.ts'
import { digestOf, digestOfError, type FileDigest, tooLargeDigest } from './digest.ts'
import { FileKindError, readToEnd, withRegular } from './files.ts'
import type { Finding } from './finding.ts'
import { stateOf } from './fingerprint.ts'
import { eachId } from './id-lines.ts'
import { isObject, type JsonValue, type SetFile } from './types.ts'
import { quote } from './words.ts'

/** The files that one document's sets name, by the name of the set. */
export type NamedFiles = ReadonlyMap<string, NamedFile>

interface NamedFile {
  file: string
  /** The path as the config has it. */
  written: string
}

/** The files that the sets of a document name; relative paths start at `folder`. */
export function namedFiles(root: JsonValue | undefined, folder: string): NamedFiles {
  const files = new Map<string, NamedFile>()
  if (!isObject(root) || !isObject(root.sets)) return files
  for (const [name, set] of Object.entries(root.sets)) {
    const written = isObject(set) ? set.file : undefined
    if (typeof written !== 'string' || written === '') continue
    files.set(name, { file: isAbsolute(written) ? written : join(folder, written), written })
  }
  return files
}

/** Reads the files of a config's sets, within bounds for all of them together. */
export class SetReader {
  readonly #outcomes = new Map<string, Outcome>()
  readonly #isFollowed: boolean
  #bytesLeft: number

  /** @param isFollowed whether `content` is going to be asked for */
  constructor(isFollowed: boolean, bytesMax = setFilesBytesMax) {
    this.#isFollowed = isFollowed
    this.#bytesLeft = bytesMax
  }

  /** All files that were asked for, each once. */
  get files(): string[] {
    return [...this.#outcomes.keys()]
  }

  /** What the files held that were read, those that could not be taken too. */
  content(): Map<string, FileDigest | undefined> {
    const outcomes = [...this.#outcomes].slice(0, setFilesMax)
    return new Map(outcomes.map(([file, { digest }]) => [file, digest]))
  }

  /** What is in the files of a document's sets, and what is wrong with them. */
  async read(named: NamedFiles): Promise<{ files: Map<string, SetFile>; findings: Finding[] }> {
    const files = new Map<string, SetFile>()
    const findings: Finding[] = []
    for (const [name, { file, written }] of named) {
      const outcome = await this.#once(file)
      if (outcome.bytes !== undefined) files.set(name, { file, bytes: outcome.bytes })
      for (const { line, ...words } of outcome.faults) {
        const problem: Finding['problem'] = {
          severity: 'error',
          path: ['sets', name, 'file'],
          found: quote(written),
          ...words,
        }
        if (line !== undefined) problem.position = { file, line, column: 1 }
        findings.push({ problem, part: 'value' })
      }
    }
    return { files, findings }
  }

  async #once(file: string): Promise<Outcome> {
    let outcome = this.#outcomes.get(file)
    if (outcome === undefined) {
      outcome = this.#outcomes.size < setFilesMax ? await this.#open(file) : tooMany()
      this.#outcomes.set(file, outcome)
    }
    return outcome
  }

  async #open(file: string): Promise<Outcome> {
    try {
      return await withRegular(file, handle => this.#read(file, handle))
    } catch (error) {
      return { ...unreadable(file, error), digest: { digest: digestOfError(error) } }
    }
  }

  async #read(file: string, handle: FileHandle): Promise<Outcome> {
    const { state, isAtRest } = await stateOf(handle)
    const bytesMax = Math.min(setFileBytesMax, this.#bytesLeft)
    const bytes = await readToEnd(handle, bytesMax)
    if (bytes === undefined) {
      const outcome = tooLarge(file, bytesMax)
      // with more room it may be read whole: only the bound of one file is the file's own matter
      return bytesMax < setFileBytesMax
        ? outcome
        : { ...outcome, digest: { digest: tooLargeDigest } }
    }
    this.#bytesLeft -= bytes.length
    const outcome = check(file, withoutMark(bytes))
    if (!this.#isFollowed) return outcome
    const digest = digestOf(bytes)
    return { ...outcome, digest: isAtRest ? { digest, state } : { digest } }
  }
}

/** What reading one file came to: its bytes, or what is wrong with it. */
interface Outcome {
  bytes?: Uint8Array
  faults: Fault[]
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

function check(file: string, bytes: Uint8Array): Outcome {
  if (!isUtf8(bytes)) return fault(notText(file, bytes))
  let tooLong: { line: number; length: number } | undefined
  let tooLongCount = 0
  const lineCount = eachId(bytes, (start, end, line) => {
    if (end - start <= idBytesMax) return
    tooLong ??= { line, length: end - start }
    tooLongCount++
  })
  const faults: Fault[] = []
  if (lineCount > setLinesMax) {
    const message = `${file} has too many lines`
    const words = { expected: `at most ${setLinesMax} lines`, found: `${lineCount} lines` }
    faults.push({ code: 'SET_FILE_TOO_LARGE', message, ...words })
  }
  if (tooLong !== undefined) {
    const { line, length } = tooLong
    const more = tooLongCount === 1 ? '' : `, and so are ${tooLongCount - 1} after it`
    const message = `line ${line} of ${file} is too long for an id${more}`
    const words = { expected: `at most ${idBytesMax} bytes`, found: `${length} bytes` }
    faults.push({ code: 'SET_ID_TOO_LONG', message, ...words, line })
  }
  return faults.length === 0 ? { bytes, faults } : { faults }
}

// No byte of a character beyond ASCII is a line feed, so the lines can be looked at one by one.
function notText(file: string, bytes: Uint8Array): Fault {
  let first = 0
  eachId(bytes, (start, end, line) => {
    if (first === 0 && !isUtf8(bytes.subarray(start, end))) first = line
  })
  const message = `line ${first} of ${file} is not text in UTF-8`
  const found = 'bytes that are not UTF-8'
  return { code: 'SET_FILE_ENCODING', message, expected: 'a text in UTF-8', found, line: first }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return isMarked ? bytes.subarray(3) : bytes
}

function tooLarge(file: string, bytesMax: number): Outcome {
  const code = 'SET_FILE_TOO_LARGE'
  if (bytesMax === setFileBytesMax) {
    const expected = `at most ${setFileBytesMax} bytes`
    return fault({ code, message: `${file} is too large`, expected })
  }
  const message = `${file} is too large, with the files of the sets before it`
  return fault({ code, message, expected: `at most ${setFilesBytesMax} bytes together` })
}

function tooMany(): Outcome {
  const message = 'the sets are in too many files'
  return fault({ code: 'SET_FILES_TOO_MANY', message, expected: `at most ${setFilesMax} files` })
}

function unreadable(file: string, error: unknown): Outcome {
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : ''
  const expected = 'a text file with one id a line'
  if (systemCode === 'ENOENT' || systemCode === 'ENOTDIR') {
    return fault({ code: 'SET_FILE_NOT_FOUND', message: `there is no file ${file}`, expected })
  }
  const reason = error instanceof Error ? error.message : String(error)
  const message =
    error instanceof FileKindError ? `${file} is ${reason}` : `${file} cannot be read: ${reason}`
  return fault({ code: 'SET_FILE_UNREADABLE', message, expected })
}

function fault(only: Fault): Outcome {
  return { faults: [only] }
}
