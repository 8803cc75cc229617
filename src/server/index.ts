// Sluice over HTTP: OFREP, limits, gates and health on one Fastify server.
import { type FastifyInstance, fastify, LogController } from 'fastify'
import type { Sluice } from '../index.ts'
import { rejectBrokenConnection } from './client-errors.ts'
import { codeOf } from './errors.ts'
import { gatesPlugin } from './gates.ts'
import { healthPlugin } from './health.ts'
import { limitsPlugin } from './limits.ts'
import { addBodyParsers, decorateNegotiation } from './negotiation.ts'
import { ofrepPlugin } from './ofrep.ts'
import {
  resolveAddress,
  resolveBounds,
  type ServerBounds,
  type ServerOptions,
  type StartOptions,
} from './options.ts'
import { loggerOf } from './request-log.ts'
import { admitRequests, answerError, answerFrameworkError, rejectUnknownPaths } from './routes.ts'
import { ServerState } from './state.ts'

export type { ServerBounds, ServerOptions, StartOptions } from './options.ts'

/** A server that listens. */
export interface RunningServer {
  readonly app: FastifyInstance
  /** The address it listens on, such as `http://127.0.0.1:8080`. */
  readonly url: string
  /**
   * Stops it: `/readyz` turns 503, no connection is accepted any more, running requests get
   * `shutdownTimeoutMs` to end, what is left then is cut off, and the engine is closed. Resolves when
   * all that is done; calling it again returns the same promise.
   */
  stop(): Promise<StopReport>
}

/** How a stop went. */
export interface StopReport {
  /** Requests that had not ended within `shutdownTimeoutMs` and were cut off. */
  readonly requestsCut: number
}

// Node refuses a request whose headers, URL included, pass 16 KiB, so this never cuts a key short: a
// long key is one that no flag has, and not an error of the router.
const PARAM_LENGTH_MAX = 65_536

/**
 * A server over `sluice` that does not listen yet: `listen` and `close` are Fastify's. Closing it is
 * graceful, within `shutdownTimeoutMs`, and leaves `sluice` open.
 * Throws `SluiceError` OPTION_INVALID for a bound out of its range.
 */
export function createServer(sluice: Sluice, options: ServerOptions = {}): FastifyInstance {
  return buildServer(sluice, options, resolveBounds(options)).app
}

/**
 * Listens, and takes over `sluice`: `stop` closes it.
 * Rejects with `SluiceError` OPTION_INVALID for an option out of its range, and with Node's error
 * (EADDRINUSE, EACCES, ...) when it cannot listen; `sluice` is then left open.
 */
export async function startServer(
  sluice: Sluice,
  options: StartOptions = {},
): Promise<RunningServer> {
  const bounds = resolveBounds(options)
  const address = resolveAddress(options)
  const { app, state } = buildServer(sluice, options, bounds)
  let url: string
  try {
    url = await app.listen(address)
  } catch (error) {
    await app.close()
    throw error
  }
  let stopped: Promise<StopReport> | undefined
  const stop = async (): Promise<StopReport> => {
    state.stopping = true
    if (bounds.drainDelayMs > 0) {
      await new Promise(resolve => setTimeout(resolve, bounds.drainDelayMs))
    }
    await app.close()
    sluice.close()
    return { requestsCut: state.requestsCut }
  }
  return {
    app,
    url,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

function buildServer(sluice: Sluice, options: ServerOptions, bounds: ServerBounds) {
  const state = new ServerState(bounds.concurrentRequestsMax)
  const app = bareServer(options, bounds)
  app.server.maxConnections = bounds.connectionsMax
  decorateNegotiation(app)
  app.setErrorHandler(answerError)
  rejectUnknownPaths(app)
  app.addHook('onError', (request, _reply, error, done) => {
    if (codeOf(error) === 'INTERNAL') {
      if (options.onInternalError === undefined) request.log.error({ err: error }, 'request failed')
      else options.onInternalError(error)
    }
    done()
  })
  closeGracefully(app, state, bounds.shutdownTimeoutMs)
  const surface = { sluice, state }
  app.register(healthPlugin, surface)
  // One scope for what is bounded and negotiated; health is neither.
  app.register(async api => {
    admitRequests(api, state)
    addBodyParsers(api)
    api.register(limitsPlugin, surface)
    api.register(gatesPlugin, surface)
    api.register(ofrepPlugin, surface)
  })
  return { app, state }
}

function bareServer(options: ServerOptions, bounds: ServerBounds): FastifyInstance {
  const { requestTimeoutMs, headersTimeoutMs } = bounds
  return fastify({
    logger: loggerOf(options.logger),
    logController: new LogController({ disableRequestLogging: options.requestLogging !== true }),
    bodyLimit: bounds.bodyBytesMax,
    // A name as good as any other: unlike `__proto__` it changes no object that is read here.
    onConstructorPoisoning: 'ignore',
    keepAliveTimeout: bounds.keepAliveTimeoutMs,
    requestTimeout: requestTimeoutMs,
    http: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: headersTimeoutMs,
      // Node looks for late requests this often, and by default only every 30 s.
      connectionsCheckingInterval: Math.min(1000, Math.max(25, headersTimeoutMs / 4)),
    },
    routerOptions: { maxParamLength: PARAM_LENGTH_MAX },
    // Requests that arrive on open connections while it stops are still answered; their connections
    // are closed after.
    return503OnClosing: false,
    clientErrorHandler: rejectBrokenConnection,
    frameworkErrors: answerFrameworkError,
  })
}

// Node's own close waits for connections without a request for as long as their timeouts say. Here
// all that counts is requests: when the last has ended, or time is up, every connection is closed.
function closeGracefully(
  app: FastifyInstance,
  state: ServerState,
  shutdownTimeoutMs: number,
): void {
  app.addHook('preClose', done => {
    state.stopping = true
    state.endConnections()
    const deadline = setTimeout(() => {
      state.requestsCut = state.activeCount
      app.server.closeAllConnections()
    }, shutdownTimeoutMs)
    // A server that never listened says no 'close', and must not wait for the deadline.
    deadline.unref()
    app.server.once('close', () => clearTimeout(deadline))
    // After this hook Fastify stops listening; only then is the set of connections final.
    setImmediate(() => state.whenIdle(() => app.server.closeAllConnections()))
    done()
  })
}
