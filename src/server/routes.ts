// What every surface's routes have in common: the hook that admits requests, the answer to a method
// that a path does not take, and the body of an error.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Sluice } from '../index.ts'
import { ApiError, answerFor } from './errors.ts'
import { JSON_TYPE, negotiate, sendValue } from './negotiation.ts'
import type { ServerState } from './state.ts'

/** What the plugin of a surface gets. */
export interface Surface {
  readonly sluice: Sluice
  readonly state: ServerState
}

/** Refuses what is over the bound, or asks for what cannot be had, before a body is read. */
export function admitRequests(app: FastifyInstance, state: ServerState): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!state.admit(reply)) return done(new ApiError('OVERLOADED'))
    const { headers } = request
    const answerType = negotiate(headers.accept, headers['content-type'])
    if (answerType === undefined) return done(new ApiError('NOT_ACCEPTABLE'))
    request.answerType = answerType
    const encoding = headers['content-encoding']
    // An empty one names none.
    if (encoding && encoding.toLowerCase() !== 'identity') {
      return done(new ApiError('CONTENT_ENCODING_UNSUPPORTED'))
    }
    done()
  })
}

/** Answers 404 to paths that no route has. */
export function rejectUnknownPaths(app: FastifyInstance): void {
  // In a hook, so that a body that nobody will read is not parsed first.
  app.addHook('onRequest', (request, _reply, done) => {
    done(request.is404 ? new ApiError('ROUTE_NOT_FOUND') : undefined)
  })
}

/** Answers 405 with Allow to every method of `url` that is not in `allowed`. */
export function rejectOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly string[],
): void {
  const allow = allowed.join(', ')
  app.route({
    method: app.supportedMethods.filter(method => !allowed.includes(method)),
    url,
    // In a hook, so that a body that nobody will read is not parsed first.
    onRequest: (_request, reply, done) => {
      reply.header('allow', allow)
      done(new ApiError('METHOD_NOT_ALLOWED'))
    },
    handler: () => undefined,
  })
}

/** `body` if it is an object, as opposed to nothing, a scalar or an array. */
export function asObject(body: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : undefined
}

/** `{ code, message }`: the error body of every surface but OFREP. */
export function answerError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, message } = answerFor(error, reply)
  sendValue(request, reply, { code, message })
}

/** The same for a request that no route was found for: it has not been through any hook. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  request.answerType = JSON_TYPE
  answerError(error, request, reply)
}
