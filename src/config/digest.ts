// Content as short texts that are the same as long as the bytes are: a watch compares what is on the
// disk with what was read.
import { createHash, type Hash } from 'node:crypto'

/** What a load has read, for a watch to compare with. */
export interface ReadContent {
  /** The `Fingerprint` of the config; undefined when it could not be read whole. */
  config: string | undefined
  /** Each file of a set; undefined for one that was not opened. */
  sets: ReadonlyMap<string, FileDigest | undefined>
}

/** What one file holds. */
export interface FileDigest {
  /** The hash of the bytes. A file that cannot be read counts by its error code. */
  digest: string
  /** Number, size and times of the file, where the same ones prove the same bytes. */
  state?: string
}

/** The files of a config, in order, as one text. */
export class Fingerprint {
  readonly #hash: Hash = createHash('sha256')

  /** Adds a file with its `digestOf` or error code, or only an error code for all of them. */
  add(digest: string, file?: string): void {
    this.#hash.update(`${file === undefined ? '' : JSON.stringify(file)}\n${digest}\n`)
  }

  /** Ends it. */
  text(): string {
    return this.#hash.digest('hex')
  }
}

/** The hash of some bytes. */
export function digestOf(bytes: Uint8Array): string {
  const digest = new Digest()
  digest.add(bytes)
  return digest.text()
}

/** The same of bytes that come in pieces. */
export class Digest {
  readonly #hash: Hash = createHash('sha256')

  add(piece: Uint8Array): void {
    this.#hash.update(piece)
  }

  /** Ends it. */
  text(): string {
    return this.#hash.digest('hex')
  }
}

/** Of bytes that are more than there may be. */
export const tooLargeDigest = 'too large'

/** What stands for the bytes that could not be read. */
export function digestOfError(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
}
