// For orchestrators: is the process up, and should it get traffic. Always JSON, whatever the prober
// accepts, and outside the bound on requests: a busy server is not a dead one.
import type { FastifyInstance } from 'fastify'
import type { Sluice } from '../index.ts'
import { sendJson } from './negotiation.ts'
import { rejectOtherMethods, type Surface } from './routes.ts'

/** Adds `GET /healthz` and `GET /readyz`. */
export async function healthPlugin(app: FastifyInstance, surface: Surface): Promise<void> {
  const { sluice, state } = surface
  app.get('/healthz', (_request, reply) => {
    sendJson(reply.header('cache-control', 'no-store'), '{"status":"ok"}')
  })
  app.get('/readyz', (_request, reply) => {
    reply.header('cache-control', 'no-store')
    const version = liveVersion(sluice)
    const ready = !state.stopping && version > 0
    if (!ready) reply.code(503)
    sendJson(reply, `{"ready":${ready},"version":${version}}`)
  })
  rejectOtherMethods(app, '/healthz', ['GET', 'HEAD'])
  rejectOtherMethods(app, '/readyz', ['GET', 'HEAD'])
}

// 0 when there is no ruleset: versions count from 1, and a closed engine has none.
function liveVersion(sluice: Sluice): number {
  try {
    return Math.max(0, sluice.version)
  } catch {
    return 0
  }
}
