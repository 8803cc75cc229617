// Every bound of the server in one table: its default and its range. A value outside its range is
// refused at start, because a bound that silently becomes another one is no bound.
import type { FastifyServerOptions } from 'fastify'
import { SluiceError } from '../errors.ts'

/** Bounds of one server. Each is an integer; an absent one takes its default. */
export interface ServerBounds {
  /** Bytes of one request body; a larger one is answered 413. 1 to 67,108,864; default 1,048,576. */
  bodyBytesMax: number
  /** Requests in work at once; one more is answered 503. 1 to 1,000,000; default 1,000. */
  concurrentRequestsMax: number
  /** Open connections; further ones are dropped. 1 to 1,000,000; default 10,000. */
  connectionsMax: number
  /** Milliseconds for a whole request to arrive, else 408. 100 to 600,000; default 30,000. */
  requestTimeoutMs: number
  /** Milliseconds for its headers, at most `requestTimeoutMs`. 100 to 600,000; default 10,000. */
  headersTimeoutMs: number
  /**
   * Milliseconds an idle connection stays open. 1 to 600,000; default 72,000: longer than the 60 s
   * after which common load balancers drop theirs, so that the balancer closes first.
   */
  keepAliveTimeoutMs: number
  /** Milliseconds that running requests get when the server stops. 0 to 600,000; default 10,000. */
  shutdownTimeoutMs: number
  /**
   * Milliseconds between `/readyz` turning 503 and the listener closing, for balancers that poll it.
   * 0 to 600,000; default 0.
   */
  drainDelayMs: number
}

/** Options of `createServer`. */
export interface ServerOptions extends Partial<ServerBounds> {
  /** Fastify's logger option. Default false. Its serializer `req`, if any, replaces that of this server. */
  logger?: FastifyServerOptions['logger']
  /** Two log lines a request when there is a logger, with nothing that its client sent. Default false. */
  requestLogging?: boolean
  /** Called with the cause of every answer 500, which is a defect. Default: the logger's `error`. */
  onInternalError?: (error: Error) => void
}

/** Options of `startServer`. */
export interface StartOptions extends ServerOptions {
  /** Address or name to listen on. Default 127.0.0.1: reachable from this machine only. */
  host?: string
  /** TCP port, 0 to 65,535, where 0 takes any free one. Default 8080. */
  port?: number
}

/** The values one option takes. */
export interface Range {
  readonly fallback: number
  readonly min: number
  readonly max: number
}

/** Default and range of every bound. */
export const BOUND_RANGES: Readonly<Record<keyof ServerBounds, Range>> = {
  bodyBytesMax: { fallback: 1_048_576, min: 1, max: 67_108_864 },
  concurrentRequestsMax: { fallback: 1_000, min: 1, max: 1_000_000 },
  connectionsMax: { fallback: 10_000, min: 1, max: 1_000_000 },
  requestTimeoutMs: { fallback: 30_000, min: 100, max: 600_000 },
  headersTimeoutMs: { fallback: 10_000, min: 100, max: 600_000 },
  keepAliveTimeoutMs: { fallback: 72_000, min: 1, max: 600_000 },
  shutdownTimeoutMs: { fallback: 10_000, min: 0, max: 600_000 },
  drainDelayMs: { fallback: 0, min: 0, max: 600_000 },
}

/** Default and range of the port. */
export const PORT_RANGE: Range = { fallback: 8080, min: 0, max: 65_535 }

function integerOption(name: string, value: number | undefined, range: Range): number {
  if (value === undefined) return range.fallback
  if (Number.isInteger(value) && value >= range.min && value <= range.max) return value
  const expected = `an integer from ${range.min} to ${range.max}`
  throw new SluiceError('OPTION_INVALID', `${name}: expected ${expected}, found ${String(value)}`)
}

/**
 * Fills in the defaults. Where `requestTimeoutMs` is given and `headersTimeoutMs` is not, the latter
 * is its default or the former, whichever is less.
 * Throws `SluiceError` OPTION_INVALID for a value out of its range.
 */
export function resolveBounds(options: ServerOptions): ServerBounds {
  const read = (name: keyof ServerBounds) => integerOption(name, options[name], BOUND_RANGES[name])
  const requestTimeoutMs = read('requestTimeoutMs')
  const headersTimeoutMs =
    options.headersTimeoutMs === undefined
      ? Math.min(BOUND_RANGES.headersTimeoutMs.fallback, requestTimeoutMs)
      : read('headersTimeoutMs')
  if (headersTimeoutMs > requestTimeoutMs) {
    const found = `${headersTimeoutMs} > ${requestTimeoutMs}`
    throw new SluiceError(
      'OPTION_INVALID',
      `headersTimeoutMs: expected at most requestTimeoutMs, found ${found}`,
    )
  }
  return {
    bodyBytesMax: read('bodyBytesMax'),
    concurrentRequestsMax: read('concurrentRequestsMax'),
    connectionsMax: read('connectionsMax'),
    requestTimeoutMs,
    headersTimeoutMs,
    keepAliveTimeoutMs: read('keepAliveTimeoutMs'),
    shutdownTimeoutMs: read('shutdownTimeoutMs'),
    drainDelayMs: read('drainDelayMs'),
  }
}

/** Host and port with their defaults. Throws `SluiceError` OPTION_INVALID. */
export function resolveAddress(options: StartOptions): { host: string; port: number } {
  const host = options.host ?? '127.0.0.1'
  if (typeof host !== 'string' || host === '') {
    throw new SluiceError('OPTION_INVALID', 'host: expected an address or a name, found nothing')
  }
  return { host, port: integerOption('port', options.port, PORT_RANGE) }
}
