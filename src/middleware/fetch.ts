// Limits around fetch-style handlers: `(request: Request, ...rest) => Response`, as those of Hono, of Next's routes and
// of servers on Bun and Deno are.
//
//   export const GET = withLimits(handler, { sluice, limits: ['per-user'], key: request => userOf(request) })
//
// A Request has no address: the key is the caller's to say, from the request or from what else the handler is given.
import type { LimitKey } from '../limit-parts.ts'
import { Renewals } from './held.ts'
import { type Answers, type Decision, invalid, type LimitEntry, LimitList } from './limit-list.ts'
import { type CommonOptions, checkOptions, RENEW_MS } from './options.ts'
import { headersOf, isKeyInvalid, PROBLEM_TYPE, type Refusal, refusalOf } from './refusal.ts'
import { Stay } from './stay.ts'
import { withHeaders } from './with-headers.ts'

export type { LimitReport } from '../limits/headers.ts'
export { type FetchGate, type FetchGateOptions, withGate } from './fetch-gate.ts'
export type { GateEntry } from './gate-asker.ts'
export type { Credentials } from './gate-options.ts'
export type { GateProblem, GateRefusal } from './gate-refusal.ts'
export type { LimitEntry } from './limit-list.ts'
export type { Refusal } from './refusal.ts'

/**
 * One limit of a request: its name, or more about it. `actual` is asked when the response's body has been read to its
 * end, or will not be: of the response it can see the head. Without one, the handler threw, or the client left before
 * it answered.
 */
export type FetchLimit<Rest extends readonly unknown[]> =
  | string
  | LimitEntry<[request: Request, ...rest: Rest], [request: Request, response?: Response]>

/** Options of `withLimits`. */
export interface FetchLimitsOptions<Rest extends readonly unknown[]> extends CommonOptions {
  /** 1 to 16. */
  limits: readonly FetchLimit<Rest>[]
  /** Whom limits count that do not say it. Required unless all do. */
  key?: (request: Request, ...rest: Rest) => LimitKey | Promise<LimitKey>
  /**
   * Answers a refused request in place of the wrapper. The refusal's headers are added to it, its status is its own.
   * With undefined the wrapper answers.
   */
  onRefused?: (
    request: Request,
    refusal: Refusal,
    ...rest: Rest
  ) => Response | undefined | Promise<Response | undefined>
}

type FetchHandler<Rest extends readonly unknown[]> = (
  request: Request,
  ...rest: Rest
) => Response | Promise<Response>

type FetchDecision = Decision<[request: Request, response?: Response]>

const OPTIONS = ['sluice', 'limits', 'key', 'headers', 'onRefused', 'renewMs']

/**
 * A handler that asks its limits before it runs. All are taken from, or none.
 *
 * Allowed requests get RateLimit-Policy and RateLimit on a copy of the handler's response. Refused ones are answered 429
 * with Retry-After and application/problem+json; 503 where the engine has no lease left to hold them; 400 where no limit
 * accepts the key (KEY_INVALID). It rejects with whatever else the functions of a limit throw, with what the handler
 * throws, with a TypeError where it returns no Response or one whose body was read, and with the reason of a request that
 * is aborted before it is decided.
 *
 * Slots are put back once: when the body was read to its end, cancelled or broke; at once where there is none, and of
 * HEAD; when the handler throws; when the request's signal aborts; and when a body that nobody reads is collected.
 *
 * @throws SluiceError OPTION_INVALID, LIMIT_NOT_FOUND
 */
export function withLimits<Rest extends readonly unknown[]>(
  handler: FetchHandler<Rest>,
  options: FetchLimitsOptions<Rest>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  if (typeof handler !== 'function') throw new TypeError('withLimits takes a handler')
  checkOptions(options, OPTIONS, ['key', 'onRefused'])
  const { sluice, limits, key, headers = {}, onRefused, renewMs = RENEW_MS } = options
  const renewals = new Renewals(renewMs)
  const list = new LimitList<[Request, ...Rest], [Request, Response?]>(
    sluice,
    renewals,
    limits,
    key,
  )
  if (list.isEmpty) throw invalid('option limits must name a limit')

  return async (request, ...rest) => {
    let decision: FetchDecision
    try {
      const answers: Answers = await list.ask(request, ...rest)
      // Nobody is left to answer, and nothing would end what is taken now.
      request.signal.throwIfAborted()
      decision = list.decide(answers)
    } catch (error) {
      if (isKeyInvalid(error)) return keyInvalid()
      throw error
    }
    const { allowed, reports, held } = decision
    const fields = headersOf(reports, headers)
    if (!allowed) {
      const refusal = refusalOf(reports, fields)
      const answer = await onRefused?.(request, refusal, ...rest)
      return withHeaders('onRefused', answer ?? refused(refusal), refusal.headers)
    }
    if (held === undefined) return withHeaders('a handler', await handler(request, ...rest), fields)
    const stay = new Stay(request, held)
    try {
      return stay.lastFor(withHeaders('a handler', await handler(request, ...rest), fields))
    } catch (error) {
      stay.end()
      throw error
    }
  }
}

function refused({ status, problem }: Refusal): Response {
  const headers = { 'content-type': PROBLEM_TYPE }
  return new Response(JSON.stringify(problem), { status, headers })
}

function keyInvalid(): Response {
  const problem = {
    title: 'Bad Request',
    status: 400,
    detail: 'The request does not say whom to count it for.',
  }
  const headers = { 'content-type': PROBLEM_TYPE }
  return new Response(JSON.stringify(problem), { status: 400, headers })
}
