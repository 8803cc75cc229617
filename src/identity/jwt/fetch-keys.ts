// Fetches a key set, with an end to everything: time, bytes, keys, redirects. Our own rather than jose's, which reads a
// body of any size.
import { KeySet } from './key-set.ts'

export const FETCH_BOUNDS = {
  timeoutMs: 5_000,
  bodyBytesMax: 1_048_576,
  keysMax: 256,
}

/** Why a key set could not be had; for status and metrics. */
export type FetchFailure =
  | 'network' // no connection, or it broke
  | 'timeout'
  | 'redirect'
  | 'status' // another than 200
  | 'too-large' // more bytes or keys than the bounds
  | 'garbage' // no JSON Web Key Set

export type FetchedKeys = { readonly keys: KeySet } | { readonly failure: FetchFailure }

class FailedFetch extends Error {
  readonly failure: FetchFailure

  constructor(failure: FetchFailure) {
    super(`no key set: ${failure}`)
    this.failure = failure
  }
}

/** Never rejects, and ends in time even if `fetch` does not. An end by `signal` is a failure too: `network`. */
export async function fetchKeys(
  url: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  bounds = FETCH_BOUNDS,
): Promise<FetchedKeys> {
  const controller = new AbortController()
  let end = (_failure: FetchFailure): void => {}
  const ended = new Promise<never>((_, reject) => {
    end = failure => {
      reject(new FailedFetch(failure))
      controller.abort()
    }
  })
  const timer = setTimeout(() => end('timeout'), bounds.timeoutMs).unref()
  const onAbort = () => end('network')
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([request(url, fetch, controller.signal, bounds), ended])
  } catch (error) {
    return { failure: error instanceof FailedFetch ? error.failure : 'network' }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

async function request(
  url: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  bounds: typeof FETCH_BOUNDS,
): Promise<FetchedKeys> {
  const accept = 'application/jwk-set+json, application/json'
  const response = await fetch(url, { redirect: 'manual', headers: { accept }, signal })
  const text = await readBody(response, bounds.bodyBytesMax)
  return { keys: parseKeys(text, bounds.keysMax) }
}

async function readBody(response: Response, bytesMax: number): Promise<Uint8Array> {
  const { body, status, type, redirected } = response
  const failure = failureOf(status, type === 'opaqueredirect' || redirected)
  if (failure !== undefined || body === null) {
    await body?.cancel()
    throw new FailedFetch(failure ?? 'garbage')
  }
  const chunks: Uint8Array[] = []
  let byteCount = 0
  // Leaving the loop early ends the connection.
  for await (const chunk of body) {
    byteCount += chunk.length
    if (byteCount > bytesMax) throw new FailedFetch('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function failureOf(status: number, isRedirect: boolean): FetchFailure | undefined {
  if (isRedirect || (status >= 300 && status < 400)) return 'redirect'
  return status === 200 ? undefined : 'status'
}

function parseKeys(bytes: Uint8Array, keysMax: number): KeySet {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new FailedFetch('garbage')
  }
  const members = typeof value === 'object' && value !== null && 'keys' in value && value.keys
  if (!Array.isArray(members) || !members.every(isObject)) throw new FailedFetch('garbage')
  if (members.length > keysMax) throw new FailedFetch('too-large')
  return new KeySet(members)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
