// A refusal as HTTP says it: status, headers and body.
import { SluiceError } from '../errors.ts'
import {
  type HeaderOptions,
  type LimitReport,
  type Problem,
  quotaProblem,
  rateLimitHeaders,
} from '../limits/headers.ts'

/** Why a request is not run, and what is answered instead. */
export interface Refusal {
  /** 429: a limit refused. 503: the engine has no lease left to hold the request (its size `leasesMax`). */
  readonly status: 429 | 503
  /** `retry-after`, unless a retry cannot succeed, and the RateLimit fields; names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body, of type application/problem+json. */
  readonly problem: Readonly<Problem>
  /** What each limit found; those that refuse, and the others. Clients are to learn nothing of those in shadow. */
  readonly reports: readonly LimitReport[]
}

/** How headers are written; false for no RateLimit fields: `retry-after` is there all the same. */
export type Headers = false | Pick<HeaderOptions, 'legacy' | 'jitterS'>

export const PROBLEM_TYPE = 'application/problem+json'

/** The headers of a response, refused or not. */
export function headersOf(
  reports: readonly LimitReport[],
  headers: Headers,
): Record<string, string> {
  if (headers !== false) return rateLimitHeaders(reports, headers)
  const { 'retry-after': retryAfter } = rateLimitHeaders(reports)
  return retryAfter === undefined ? {} : { 'retry-after': retryAfter }
}

/** The refusal that reports of one call make; without reports, that of an engine without a free lease. */
export function refusalOf(
  reports: readonly LimitReport[],
  headers: Readonly<Record<string, string>>,
): Refusal {
  if (reports.length > 0) return { status: 429, headers, problem: quotaProblem(reports), reports }
  const problem = {
    type: 'https://iana.org/assignments/http-problem-types#temporary-reduced-capacity',
    title: 'Request cannot be satisfied due to temporary server capacity constraints',
    status: 503,
    detail: 'The server holds as many requests as it can. Retry-After says when to try again.',
    'violated-policies': [],
  }
  return { status: 503, headers: { ...headers, 'retry-after': '1' }, problem, reports }
}

/** Whether an error says that a request has no key that limits accept: the client's fault, and not the server's. */
export function isKeyInvalid(error: unknown): error is SluiceError {
  return error instanceof SluiceError && error.code === 'KEY_INVALID'
}
