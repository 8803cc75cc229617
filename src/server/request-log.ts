// What a log says of requests: nothing that a client wrote. A path may hold a key, and so may a query.
import type { FastifyRequest, FastifyServerOptions } from 'fastify'

type Logger = NonNullable<FastifyServerOptions['logger']>

/** Fastify's logger option, with requests shown by their routes unless it says how to show them. */
export function loggerOf(logger: Logger = false): Logger {
  if (logger === false) return false
  const options = logger === true ? {} : logger
  return { ...options, serializers: { req: shownRequest, ...options.serializers } }
}

/** Of a path that no route has, only that it is unknown. */
function shownRequest(request: FastifyRequest) {
  const { method, ip } = request
  const route = request.is404 ? 'unknown' : request.routeOptions.url
  return { method, route, remoteAddress: ip }
}
