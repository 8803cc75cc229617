// Finds and reads the files of a config: one file, or the YAML and JSON files of a folder.
import { constants } from 'node:fs'
import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../problems.ts'
import { fileBytesMax, filesMax } from './bounds.ts'
import { digestOf, Fingerprint } from './digest.ts'

/** One file as text, without a byte order mark. */
export interface SourceText {
  file: string
  text: string
}

/** What is in the files of a config. */
export interface Sources {
  texts: SourceText[]
  /** One for each file that could not be read, or is no text. */
  problems: Problem[]
  /** The `Fingerprint` of all files, if it was asked for and all could be read. */
  content: string | undefined
}

/** Reads the files of a config. Never throws. */
export async function readSources(source: string, isFollowed: boolean): Promise<Sources> {
  const texts: SourceText[] = []
  const problems: Problem[] = []
  const print = isFollowed ? new Fingerprint() : undefined
  let bytesLeft = fileBytesMax
  try {
    for (const file of await listFiles(source)) {
      const bytes = await readBytes(file, bytesLeft)
      if (bytes === undefined) {
        problems.push(tooLarge(source, file))
        return { texts, problems, content: undefined }
      }
      print?.add(digestOf(bytes), file)
      bytesLeft -= bytes.length
      const text = decode(bytes)
      if (text === undefined) problems.push(notText(file))
      else texts.push({ file, text })
    }
  } catch (error) {
    problems.push(unreadable(source, error))
    return { texts, problems, content: undefined }
  }
  return { texts, problems, content: print?.text() }
}

/** The files of a config, sorted by name in a folder. Throws what the file system throws. */
export async function listFiles(source: string): Promise<string[]> {
  if (!(await stat(source)).isDirectory()) return [source]
  const files: string[] = []
  for (const name of (await readdir(source)).filter(isConfigName).sort()) {
    const file = join(source, name)
    // a link to nothing is listed, so that it is reported
    const found = await stat(file).catch(() => undefined)
    if (!found?.isDirectory()) files.push(file)
  }
  if (files.length === 0) throw new FolderError('the folder holds no *.yaml, *.yml or *.json')
  if (files.length > filesMax) throw new FolderError(`the folder holds more than ${filesMax} files`)
  return files
}

/** True for the names that count in a folder: *.yaml, *.yml and *.json, and not hidden. */
export function isConfigName(name: string): boolean {
  return !name.startsWith('.') && /\.(ya?ml|json)$/i.test(name)
}

/**
 * The bytes of a file, or undefined when there are more than `bytesMax`. Reads to the end
 * whatever size the file claims: a pipe claims none, and a file may grow while it is read.
 */
export async function readBytes(file: string, bytesMax: number): Promise<Buffer | undefined> {
  const handle = await open(file, 'r')
  try {
    return await readToEnd(handle, bytesMax)
  } finally {
    await handle.close()
  }
}

/** Thrown for a path that leads to no regular file; the message says what it leads to. */
export class FileKindError extends Error {}

/**
 * Opens a regular file, and closes it when `use` is done: not a pipe, which could keep the reader
 * waiting. Throws what the file system throws, and `FileKindError`.
 */
export async function withRegular<Result>(
  file: string,
  use: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  // Without O_NONBLOCK, opening a pipe would wait for somebody who writes.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw new FileKindError('a folder')
    if (!found.isFile()) throw new FileKindError('no regular file')
    return await use(handle)
  } finally {
    await handle.close()
  }
}

/** The bytes of an open file, or undefined when there are more than `bytesMax`. */
export async function readToEnd(handle: FileHandle, bytesMax: number): Promise<Buffer | undefined> {
  const { size } = await handle.stat()
  if (size > bytesMax) return undefined
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(size - total + 1, 65_536))
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null)
    // mostly the first chunk holds it all, and a copy of 512 MiB is worth avoiding
    if (bytesRead === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, total)
    total += bytesRead
    if (total > bytesMax) return undefined
    chunks.push(chunk.subarray(0, bytesRead))
  }
}

class FolderError extends Error {}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function notText(file: string): Problem {
  const message = `${file} is not text in UTF-8`
  return { ...problemOf('FILE_ENCODING', message), position: { file, line: 1, column: 1 } }
}

function tooLarge(source: string, file: string): Problem {
  const what = source === file ? `${file} is` : `the files in ${source} are together`
  return problemOf('FILE_TOO_LARGE', `${what} too large`, `at most ${fileBytesMax} bytes`)
}

function unreadable(source: string, error: unknown): Problem {
  if (error instanceof FolderError) {
    return problemOf('FOLDER_INVALID', `${source}: ${error.message}`)
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const path = error instanceof Error && 'path' in error ? String(error.path) : source
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return problemOf('FILE_NOT_FOUND', `there is no file ${path}`)
  const reason = error instanceof Error ? error.message : String(error)
  return problemOf('FILE_UNREADABLE', `${path} cannot be read: ${reason}`)
}

function problemOf(code: string, message: string, expected?: string): Problem {
  const problem: Problem = { severity: 'error', code, message, path: [] }
  return expected === undefined ? problem : { ...problem, expected }
}
