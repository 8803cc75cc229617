// Tells whether a config's content changed. Size, time and inode do not tell: a touch changes the
// time alone, and a write within the clock's resolution changes neither size nor time.
import { createHash } from 'node:crypto'
import { fileBytesMax } from './bounds.ts'
import { listFiles, readBytes } from './files.ts'

/**
 * A text that is the same as long as the bytes of the file, or the names and bytes of a folder's
 * files, are. A file that cannot be read counts by its error code. Never throws.
 */
export async function fingerprint(source: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for (const file of await listFiles(source)) {
      hash.update(`${JSON.stringify(file)}\n`)
      hash.update(await fileDigest(file))
    }
  } catch (error) {
    hash.update(errorCode(error))
  }
  return hash.digest('hex')
}

async function fileDigest(file: string): Promise<Buffer | string> {
  try {
    const bytes = await readBytes(file, fileBytesMax)
    return bytes === undefined ? 'too large' : createHash('sha256').update(bytes).digest()
  } catch (error) {
    return errorCode(error)
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
}
