// What users of the Fastify plugin write: its options, and the limits of a route.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LimitKey } from '../limit-parts.ts'
import type { LimitEntry } from './limit-list.ts'
import type { CommonOptions } from './options.ts'
import type { Refusal } from './refusal.ts'

/**
 * One limit of a request: its name, or more about it. `key`, `plan` and `cost` are asked in the hook; `actual` when the
 * response is written or its connection gone, whatever its status.
 */
export type FastifyLimit =
  | string
  | LimitEntry<[request: FastifyRequest], [request: FastifyRequest, reply: FastifyReply]>

/** Options of the plugin. */
export interface FastifyLimitsOptions extends CommonOptions {
  /** The limits of all routes of the scope that have none of their own. Default none. */
  limits?: readonly FastifyLimit[]
  /** Whom limits count that do not say it. Default `ipKey(request.ip, ipv6Prefix)`. */
  key?: (request: FastifyRequest) => LimitKey | Promise<LimitKey>
  /** Bits of an IPv6 address that tell clients apart, for the default key: 32 to 128. Default 64. */
  ipv6Prefix?: number
  /** When to ask: 'onRequest', or later, where a key needs the body or who the user is. Default 'onRequest'. */
  hook?: 'onRequest' | 'preValidation' | 'preHandler'
  /**
   * Answers a refused request in place of the plugin, whose status and headers are set already: by `reply.send`, or by
   * what it returns or resolves to. With undefined the plugin answers.
   */
  onRefused?: (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => unknown
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The limits of the route, in place of those of the plugin; false for none, of whatever plugin. */
    limits?: readonly FastifyLimit[] | false
  }
}
