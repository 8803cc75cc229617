// An app with one route behind limits that are held, and how many of its handlers run.
import type { FastifyInstance, RouteHandlerMethod } from 'fastify'
import type { FastifyLimit } from '../../src/middleware/fastify.ts'
import { app, engine, listen } from './helpers.ts'

const REFUND = { ttl: '10s', expiry: 'refund' }
const LIMITS = {
  slots: { algorithm: 'concurrency', limit: 2, lease: '10s' },
  rate: { rate: '100/h', reservation: REFUND },
  tokens: { algorithm: 'quota', period: 'day', limit: 1000, reservation: REFUND },
  trial: { algorithm: 'concurrency', limit: 1, shadow: true },
}

/** Serves the handler on a free port. */
export async function serve(
  handler: RouteHandlerMethod,
  limits: FastifyLimit[] = ['slots', 'rate'],
  options: Parameters<typeof app>[1] = {},
  server: Parameters<typeof app>[2] = {},
) {
  const parts = await engine(LIMITS)
  const made = await app(parts.sluice, { limits, ...options }, server)
  const running = { count: 0 }
  made.get('/', function (this: FastifyInstance, request, reply) {
    running.count++
    return handler.call(this, request, reply)
  })
  return { ...parts, app: made, running, url: await listen(made) }
}

/** A handler that never answers. */
export const never: RouteHandlerMethod = () => new Promise(() => {})
