// The catalogue of everything the server answers instead of what was asked: one code, one status, one
// sentence each. No text that a client sent comes back in a sentence or reaches a log.
import type { FastifyError, FastifyReply } from 'fastify'
import { SluiceError } from '../errors.ts'

interface CatalogueEntry {
  readonly status: number
  readonly message: string
  /** Seconds for the Retry-After header. */
  readonly retryAfterSeconds?: number
}

const entry = (status: number, message: string): CatalogueEntry => ({ status, message })

/** Every error code of the HTTP surface, with its status and its text. */
export const CATALOGUE = {
  REQUEST_INVALID: entry(400, 'the request is not valid HTTP'),
  URL_INVALID: entry(400, 'the URL holds an escape that is not percent-encoded UTF-8'),
  BODY_EMPTY: entry(400, 'the body is empty; an object was expected'),
  BODY_INVALID: entry(400, 'the body does not parse as its content type says'),
  BODY_NOT_OBJECT: entry(400, 'the body is not an object'),
  CONTEXT_INVALID: entry(400, 'context is not an object'),
  KEY_INVALID: entry(400, 'key is not a string that a limit accepts'),
  COST_INVALID: entry(400, 'cost is not an integer in range'),
  OPERATION_UNSUPPORTED: entry(400, 'a limit of this algorithm cannot do that'),
  PROPERTY_INVALID: entry(
    400,
    'a property of the body is missing, not known, or of the wrong type',
  ),
  RESERVATION_INVALID: entry(400, 'reservation is not the id of one'),
  ROUTE_NOT_FOUND: entry(404, 'there is nothing at this path'),
  LIMIT_NOT_FOUND: entry(404, 'there is no limit of this name'),
  GATE_NOT_FOUND: entry(404, 'there is no gate of this name'),
  METHOD_NOT_ALLOWED: entry(405, 'this path does not take this method; see the Allow header'),
  NOT_ACCEPTABLE: entry(406, 'answers are application/json or application/msgpack'),
  REQUEST_TIMEOUT: entry(408, 'the request did not arrive in time'),
  BODY_TOO_LARGE: entry(413, 'the body is larger than this server accepts'),
  BATCH_TOO_LARGE: entry(413, 'a batch has at most 1000 requests'),
  URL_TOO_LONG: entry(414, 'the URL is longer than this server accepts'),
  CONTENT_TYPE_UNSUPPORTED: entry(415, 'bodies are application/json or application/msgpack'),
  CONTENT_ENCODING_UNSUPPORTED: entry(415, 'bodies are taken without a content encoding'),
  HEADERS_TOO_LARGE: entry(431, 'the headers are larger than this server accepts'),
  INTERNAL: entry(500, 'the server failed to answer'),
  OVERLOADED: { ...entry(503, 'too many requests are in work'), retryAfterSeconds: 1 },
  STOPPING: { ...entry(503, 'the server is stopping'), retryAfterSeconds: 1 },
} as const satisfies Record<string, CatalogueEntry>

/** A code of the catalogue. */
export type ApiErrorCode = keyof typeof CATALOGUE

/** Thrown by a route or a hook; the error handlers answer it from the catalogue. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ApiErrorCode

  /** `message` replaces the catalogue's sentence; it must hold nothing that a client sent. */
  constructor(code: ApiErrorCode, message: string = CATALOGUE[code].message) {
    super(message)
    this.code = code
  }
}

// What Fastify, and the library, throw.
const TRANSLATED: Readonly<Record<string, ApiErrorCode>> = {
  FST_ERR_BAD_URL: 'URL_INVALID',
  FST_ERR_MAX_PARAM_LENGTH: 'URL_TOO_LONG',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_EMPTY',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_INVALID',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_INVALID',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_UNSUPPORTED',
  KEY_INVALID: 'KEY_INVALID',
  COST_INVALID: 'COST_INVALID',
  LIMIT_NOT_FOUND: 'LIMIT_NOT_FOUND',
  GATE_NOT_FOUND: 'GATE_NOT_FOUND',
  RESERVATION_INVALID: 'RESERVATION_INVALID',
  OPERATION_UNSUPPORTED: 'OPERATION_UNSUPPORTED',
  CLOSED: 'STOPPING',
}

/** An error as it is answered. */
export interface ErrorAnswer {
  readonly code: ApiErrorCode
  readonly status: number
  readonly message: string
}

/**
 * The answer for anything that was thrown, with the headers it needs set on `reply`. What the
 * catalogue does not know is a defect of the server, and is answered 500 without details.
 */
export function answerFor(error: FastifyError | Error, reply: FastifyReply): ErrorAnswer {
  const code = codeOf(error)
  const found: CatalogueEntry = CATALOGUE[code]
  if (found.retryAfterSeconds !== undefined) reply.header('retry-after', found.retryAfterSeconds)
  reply.code(found.status)
  return { code, status: found.status, message: sentenceOf(error, code) }
}

/** The sentence for anything that was thrown, under its code of the catalogue. */
export function sentenceOf(error: Error, code: ApiErrorCode): string {
  // The library's own sentences say which bound a key or a cost missed. What is not found they name, and it was sent.
  const precise = error instanceof SluiceError && CATALOGUE[code].status === 400
  return precise || error instanceof ApiError ? error.message : CATALOGUE[code].message
}

/** The catalogue's code for anything that was thrown. */
export function codeOf(error: FastifyError | Error): ApiErrorCode {
  if (error instanceof ApiError) return error.code
  if ('code' in error && typeof error.code === 'string') {
    const translated = TRANSLATED[error.code]
    if (translated !== undefined) return translated
  }
  // A body that broke off: the socket's error, marked by Fastify as the client's fault.
  if ('statusCode' in error && error.statusCode === 400) return 'REQUEST_INVALID'
  return 'INTERNAL'
}
