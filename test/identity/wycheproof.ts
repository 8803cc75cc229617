// Wycheproof's vectors for HMAC, read where they lie beside the project; without them their tests are skipped.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = new URL(
  '../../../shared/conformance/wycheproof/hmac_sha256_test.json',
  import.meta.url,
)

export const isHere = existsSync(file)
if (!isHere) console.warn(`SKIPPED: no vectors of Wycheproof at ${fileURLToPath(file)}`)

/** Bytes are in hexadecimal. */
export interface MacTest {
  readonly tcId: number
  readonly key: string
  readonly msg: string
  readonly tag: string
  readonly result: 'valid' | 'invalid'
}

/** Tests with keys and tags of the same sizes, in bits. */
export interface MacGroup {
  readonly keySize: number
  readonly tagSize: number
  readonly tests: readonly MacTest[]
}

export const macGroups: readonly MacGroup[] = isHere
  ? (JSON.parse(readFileSync(file, 'utf8')) as { testGroups: MacGroup[] }).testGroups
  : []
