// What callers give `sluice.keys`: refused in words where it cannot be meant. No message repeats it, for it may be a key.
import { describeType } from '../config/words.ts'
import { SluiceError } from '../errors.ts'

/** When a key ends, as a config says it. Null is what `get` says of one that does not. */
export function endOf(expiresAt: unknown): { expires?: string } {
  if (expiresAt === undefined || expiresAt === null) return {}
  const date = new Date(typeof expiresAt === 'number' ? expiresAt : Number.NaN)
  if (Number.isNaN(date.getTime())) throw invalid('expiresAt must be Unix ms')
  return { expires: date.toISOString() }
}

function invalid(message: string): SluiceError {
  return new SluiceError('ENTITY_INVALID', message)
}

/** @throws SluiceError ENTITY_INVALID */
export function checkObject(what: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw invalid(`${what} must be an object, found ${describeType(value)}`)
}

/** @throws SluiceError ENTITY_INVALID */
export function checkIterable(definitions: unknown): void {
  const { [Symbol.iterator]: each, [Symbol.asyncIterator]: eachLater } = Object(definitions)
  if (typeof each === 'function' || typeof eachLater === 'function') return
  throw invalid(`load takes a list or another iterable, found ${describeType(definitions)}`)
}

/** @throws SluiceError ENTITY_INVALID, which does not repeat it: somebody may take the key for its id */
export function checkId(id: unknown): void {
  if (typeof id !== 'string') {
    throw invalid(`the id of a key must be a string, found ${describeType(id)}`)
  }
  if (!id.isWellFormed()) throw invalid('the id of a key must not hold a lone surrogate')
}

/** @throws SluiceError ENTITY_INVALID, which does not repeat it */
export function checkCredential(credential: unknown, bytesMax: number): void {
  if (typeof credential !== 'string') {
    throw invalid(`a credential must be a string, found ${describeType(credential)}`)
  }
  const { length } = credential
  // Other characters than those of ASCII take more bytes than one.
  if (length > 0 && length <= bytesMax && Buffer.byteLength(credential) === length) return
  const form = `1 to ${bytesMax} characters of ASCII (option credentialBytesMax)`
  throw invalid(`a credential must have ${form}`)
}
