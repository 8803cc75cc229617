// What one registration of the Fastify plugin does: the hook, and the lists of limits that it asks.
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
} from 'fastify'
import type { LimitKey } from '../limit-parts.ts'
import type { LimitReport } from '../limits/headers.ts'
import { ipKey } from '../limits/ip-key.ts'
import { isGone, whenOver } from './connection.ts'
import type { FastifyLimit, FastifyLimitsOptions } from './fastify-options.ts'
import { Renewals } from './held.ts'
import { type Answers, LimitList } from './limit-list.ts'
import { RENEW_MS } from './options.ts'
import {
  type Headers,
  headersOf,
  isKeyInvalid,
  PROBLEM_TYPE,
  type Refusal,
  refusalOf,
} from './refusal.ts'

type List = LimitList<[FastifyRequest], [FastifyRequest, FastifyReply]>

/** Of a scope, the hook that asks the routes' own limits: the last one of the innermost scope that has one. */
export const OWNER = Symbol('sluice.limits.owner')
/** Of a request, what was found so far: the headers tell of the limits of all hooks. */
export const REPORTS = Symbol('sluice.limits.reports')

export type Scope = FastifyInstance & { [OWNER]?: LimitsHook }
export type Told = FastifyRequest & { [REPORTS]?: readonly LimitReport[] | null }

export class LimitsHook {
  readonly #options: FastifyLimitsOptions
  readonly #headers: Headers
  readonly #key: (request: FastifyRequest) => LimitKey | Promise<LimitKey>
  readonly #renewals: Renewals
  readonly #list: List
  /** By the array in the route's config. */
  readonly #lists = new WeakMap<readonly FastifyLimit[], List>()

  /**
   * @throws SluiceError OPTION_INVALID, LIMIT_NOT_FOUND
   * @throws RangeError when `ipv6Prefix` is not a whole number from 32 to 128
   */
  constructor(options: FastifyLimitsOptions) {
    const { ipv6Prefix = 64, limits = [], headers = {}, renewMs = RENEW_MS } = options
    ipKey('::', ipv6Prefix)
    this.#options = options
    this.#headers = headers
    this.#key = options.key ?? (({ ip }) => addressKey(ip, ipv6Prefix))
    this.#renewals = new Renewals(renewMs)
    this.#list = this.#listOf(limits)
  }

  /** The hook. Calls `done` at once unless a key takes time; not at all when it answers itself. */
  limit(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
    let list: List | undefined
    let answers: Answers | Promise<Answers> = []
    try {
      list = this.#listFor(request)
      if (list !== undefined) answers = list.ask(request)
    } catch (error) {
      done(thrown(error))
      return
    }
    if (list === undefined) done()
    else if (answers instanceof Promise) void this.#decideLater(list, answers, request, reply, done)
    else this.#decide(list, answers, request, reply, done)
  }

  /** Says at once what is wrong with a route's limits. @throws SluiceError OPTION_INVALID, LIMIT_NOT_FOUND */
  check(limits: readonly FastifyLimit[]): void {
    this.#routeList(limits)
  }

  async #decideLater(
    list: List,
    answers: Promise<Answers>,
    request: FastifyRequest,
    reply: FastifyReply,
    done: HookHandlerDoneFunction,
  ): Promise<void> {
    let found: Answers
    try {
      found = await answers
    } catch (error) {
      done(thrown(error))
      return
    }
    this.#decide(list, found, request, reply, done)
  }

  #decide(
    list: List,
    answers: Answers,
    request: FastifyRequest,
    reply: FastifyReply,
    done: HookHandlerDoneFunction,
  ): void {
    // The client did not wait for its key: nothing would end what is taken now. To run the request without would be a
    // way around the limits.
    if (isGone(request.raw, reply.raw)) {
      reply.hijack()
      return
    }
    let refusal: Refusal | undefined
    try {
      refusal = this.#take(list, answers, request, reply)
    } catch (error) {
      done(thrown(error))
      return
    }
    if (refusal === undefined) done()
    else void this.#refuse(request, reply, refusal).catch(error => done(thrown(error)))
  }

  #take(
    list: List,
    answers: Answers,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Refusal | undefined {
    const { allowed, reports, held } = list.decide(answers)
    if (held !== undefined) {
      const warn = (error: unknown) => request.log.error(error)
      whenOver(request.raw, reply.raw, () => held.end(warn, request, reply))
    }
    const told = request as Told
    const all = told[REPORTS] ? [...told[REPORTS], ...reports] : reports
    told[REPORTS] = all
    const headers = headersOf(all, this.#headers)
    reply.headers(headers)
    return allowed ? undefined : refusalOf(reports, headers)
  }

  async #refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<void> {
    reply.code(refusal.status).headers(refusal.headers)
    const answer = await this.#options.onRefused?.(request, reply, refusal)
    if (reply.sent) return
    if (answer !== undefined && answer !== reply) reply.send(answer)
    // As a text: a response schema of the route would drop the members that it does not know.
    else reply.type(PROBLEM_TYPE).send(JSON.stringify(refusal.problem))
  }

  /** Undefined where there is nothing to ask. */
  #listFor(request: FastifyRequest): List | undefined {
    const { limits } = request.routeOptions.config
    if (limits === false) return undefined
    const isOwn = limits !== undefined && (request.server as Scope)[OWNER] === this
    const list = isOwn ? this.#routeList(limits) : this.#list
    return list.isEmpty ? undefined : list
  }

  #routeList(limits: readonly FastifyLimit[]): List {
    const known = this.#lists.get(limits)
    if (known !== undefined) return known
    const list = this.#listOf(limits)
    this.#lists.set(limits, list)
    return list
  }

  #listOf(limits: readonly FastifyLimit[]): List {
    return new LimitList(this.#options.sluice, this.#renewals, limits, this.#key)
  }
}

/** @throws TypeError when there is no address, as of a Unix socket: not the client's fault */
function addressKey(ip: string | undefined, ipv6Prefix: number): string {
  if (ip !== undefined) return ipKey(ip, ipv6Prefix)
  throw new TypeError('the request has no address to count by: give the option key')
}

/** What was thrown, for Fastify's error handler: 400 where no limit accepts the request's key. */
function thrown(error: unknown): Error {
  if (isKeyInvalid(error)) return Object.assign(error, { statusCode: 400 })
  // To `done`, what is falsy would mean that all is well.
  return error ? (error as Error) : new Error('a function of a limit threw nothing')
}
