// What users of gates before their handlers write: the plugin's options, and the gate of a route.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DecisionAnswer, GateContext } from '../gate/types.ts'
import type { GateEntry } from './gate-asker.ts'
import type { GateRefusal } from './gate-refusal.ts'
import type { CommonOptions } from './options.ts'

type Answer<Value> = Value | Promise<Value>

/** The gate of a route: its name, or more about it. */
export type FastifyGate =
  | string
  | GateEntry<[request: FastifyRequest], [request: FastifyRequest, reply: FastifyReply]>

/** What a function that looks for credentials may find: none, one, or several, which a gate refuses. */
export type Credentials = string | readonly string[] | undefined

/** Options that the plugin and the wrapper have in common. `Asked` is what a request is asked by. */
export interface GateCommonOptions<Asked extends readonly unknown[]> extends CommonOptions {
  /** The credential of a request. Default `Authorization: Bearer`, or `X-API-Key`; both are two. */
  credential?: (...asked: Asked) => Answer<Credentials>
  /** Attributes for flags, limits and networks. They win over those that are there by default. */
  context?: (...asked: Asked) => Answer<GateContext | undefined>
  /** Whom failed credentials are counted under. Default the `ip` of the context. */
  source?: (...asked: Asked) => Answer<string | undefined>
  /** The realm of WWW-Authenticate. Default 'api'. */
  realm?: string
}

/** Options of the plugin. The default context is `{ ip: request.ip }`. */
export interface FastifyGatesOptions extends GateCommonOptions<[request: FastifyRequest]> {
  /** When to ask: 'onRequest', or later, where the context needs the body. Default 'onRequest'. */
  hook?: 'onRequest' | 'preValidation' | 'preHandler'
  /**
   * Answers a denied request in place of the plugin, whose status and headers are set already: by `reply.send`, or by
   * what it returns or resolves to. With undefined the plugin answers.
   */
  onRefused?: (request: FastifyRequest, reply: FastifyReply, refusal: GateRefusal) => unknown
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The gate of the route; none if left out, or false. */
    gate?: FastifyGate | false
  }
  interface FastifyRequest {
    /** What the gate of the route decided; null before it was asked, and where there is none. */
    decision: DecisionAnswer | null
  }
}
