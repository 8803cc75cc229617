// Tells whether content on the disk changed. Size, time and inode do not tell of themselves: a touch
// changes the time alone, and a write within the clock's resolution changes neither size nor time.
import type { FileHandle } from 'node:fs/promises'
import { dataFileBytesMax, fileBytesMax } from './bounds.ts'
import {
  Digest,
  digestOf,
  digestOfError,
  type FileDigest,
  Fingerprint,
  tooLargeDigest,
} from './digest.ts'
import { listFiles, readBytes, withRegular } from './files.ts'

/**
 * A text that is the same as long as the bytes of the file, or the names and bytes of a folder's
 * files, are. A file that cannot be read counts by its error code. Never throws.
 */
export async function fingerprint(source: string): Promise<string> {
  const print = new Fingerprint()
  try {
    for (const file of await listFiles(source)) print.add(await digestOfConfig(file), file)
  } catch (error) {
    print.add(digestOfError(error))
  }
  return print.text()
}

async function digestOfConfig(file: string): Promise<string> {
  try {
    const bytes = await readBytes(file, fileBytesMax)
    return bytes === undefined ? tooLargeDigest : digestOf(bytes)
  } catch (error) {
    return digestOfError(error)
  }
}

/**
 * Looks at a file of ids, tenants or keys. Such a file may be large, so it is not read when `before` still holds:
 * then `before` itself is returned. Never throws.
 */
export async function digestFile(
  file: string,
  before?: FileDigest,
  nowMs = Date.now(),
): Promise<FileDigest> {
  try {
    return await withRegular(file, async handle => {
      const found = await stateOf(handle, nowMs)
      if (before?.state === found.state) return before
      const digest = await digestToEnd(handle)
      return found.isAtRest ? { digest, state: found.state } : { digest }
    })
  } catch (error) {
    return { digest: digestOfError(error) }
  }
}

// A file that was changed this long before it is read gets another time when it is changed again:
// clocks of file systems tick every few milliseconds, and every two seconds at the worst.
const clockTickMsMax = 2000

/** Which file this is, and whether a later change must change that. To be asked before reading. */
export async function stateOf(
  handle: FileHandle,
  nowMs = Date.now(),
): Promise<{ state: string; isAtRest: boolean }> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true })
  const changedNs = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
  const isAtRest = nowMs - Number(changedNs / 1_000_000n) > clockTickMsMax
  return { state: [dev, ino, size, mtimeNs, ctimeNs].join(), isAtRest }
}

const chunkBytes = 1024 * 1024

async function digestToEnd(handle: FileHandle): Promise<string> {
  const digest = new Digest()
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let total = 0
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null)
    if (bytesRead === 0) return digest.text()
    total += bytesRead
    if (total > dataFileBytesMax) return tooLargeDigest
    digest.add(chunk.subarray(0, bytesRead))
  }
}
