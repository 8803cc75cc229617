// What one registration of the gate plugin does: the hook, and the gates that it asks.
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HookHandlerDoneFunction,
} from 'fastify'
import type { DecisionAnswer, DecisionRequest } from '../gate/types.ts'
import { isGone, whenOver } from './connection.ts'
import { credentialsOf, rawFields } from './credentials.ts'
import { GateAsker, type GateEntry } from './gate-asker.ts'
import type { FastifyGate, FastifyGatesOptions } from './gate-options.ts'
import { checkRealm, type GateRefusal, gateRefusalOf } from './gate-refusal.ts'
import { gather } from './gate-request.ts'
import { Renewals } from './held.ts'
import { REPORTS, type Told } from './limits-hook.ts'
import { RENEW_MS } from './options.ts'
import { headersOf, PROBLEM_TYPE } from './refusal.ts'

type Ended = [request: FastifyRequest, reply: FastifyReply]
type Asker = GateAsker<[FastifyRequest], Ended>

/** Of a scope, the hook that asks its routes' gates: the last one of the innermost scope that has one. */
export const GATE_OWNER = Symbol('sluice.gates.owner')

export type GateScope = FastifyInstance & { [GATE_OWNER]?: GateHook }

export class GateHook {
  readonly #options: FastifyGatesOptions
  readonly #realm: string
  readonly #renewals: Renewals
  readonly #askers = new Map<string | GateEntry<[FastifyRequest], Ended>, Asker>()

  /** @throws SluiceError OPTION_INVALID */
  constructor(options: FastifyGatesOptions) {
    const { realm = 'api', renewMs = RENEW_MS } = options
    checkRealm(realm)
    this.#options = options
    this.#realm = realm
    this.#renewals = new Renewals(renewMs)
  }

  /** The hook. Calls `done` at once unless something takes time; not at all when it answers itself. */
  ask(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
    const { gate } = request.routeOptions.config
    const isOwn = (request.server as GateScope)[GATE_OWNER] === this
    if (gate === undefined || gate === false || !isOwn) {
      done()
      return
    }
    let asker: Asker
    let asked: DecisionRequest | Promise<DecisionRequest>
    let told: GateRefusal | boolean = false
    try {
      asker = this.#asker(gate)
      asked = this.#gather(asker, request)
      // A client that is gone is left to the other way.
      const isNow = !(asked instanceof Promise) && !isGone(request.raw, reply.raw)
      if (isNow) told = this.#decide(asker, asked as DecisionRequest, request, reply)
    } catch (error) {
      done(thrown(error))
      return
    }
    if (told === false) void this.#askLater(asker, asked, request, reply, done)
    else this.#end(told, request, reply, done)
  }

  /**
   * Says at once what is wrong with a route's gate.
   * @throws SluiceError OPTION_INVALID, GATE_NOT_FOUND, OPERATION_UNSUPPORTED
   */
  check(gate: FastifyGate): void {
    this.#asker(gate)
  }

  #gather(asker: Asker, request: FastifyRequest): DecisionRequest | Promise<DecisionRequest> {
    const { credential, context, source } = this.#options
    const { ip } = request
    const found = gather({
      credentials: () => {
        return credential ? credential(request) : credentialsOf(rawFields(request.raw))
      },
      context: () => context?.(request),
      cost: () => asker.cost(request),
      source: () => source?.(request),
    })
    // Of a Unix socket there is no address.
    const addTo = (asked: DecisionRequest) => {
      return ip === undefined ? asked : { ...asked, context: { ip, ...asked.context } }
    }
    return found instanceof Promise ? found.then(addTo) : addTo(found)
  }

  /** What takes time: the options' functions, or a token that has to be verified. */
  async #askLater(
    asker: Asker,
    asked: DecisionRequest | Promise<DecisionRequest>,
    request: FastifyRequest,
    reply: FastifyReply,
    done: HookHandlerDoneFunction,
  ): Promise<void> {
    const isLeft = () => isGone(request.raw, reply.raw)
    let told: GateRefusal | boolean = false
    try {
      const found = await asked
      if (asked instanceof Promise && !isLeft()) told = this.#decide(asker, found, request, reply)
      if (told === false && !isLeft()) {
        const verified = await asker.verify(found)
        if (!isLeft()) told = this.#decide(asker, found, request, reply, verified)
      }
    } catch (error) {
      done(thrown(error))
      return
    }
    // The client did not wait: nothing would end what is taken now, and to run the request would be a way around.
    if (told === false) reply.hijack()
    else this.#end(told, request, reply, done)
  }

  /** Decides, and tells the request and its reply: true where it is allowed, false where a token is to be verified. */
  #decide(
    asker: Asker,
    asked: DecisionRequest,
    request: FastifyRequest,
    reply: FastifyReply,
    verified?: DecisionAnswer,
  ): GateRefusal | boolean {
    const outcome =
      verified === undefined ? asker.decide(asked) : asker.decideVerified(asked, verified)
    if (outcome === undefined) return false
    const { answer, reports, held } = outcome
    if (held !== undefined) {
      const warn = (error: unknown) => request.log.error(error)
      whenOver(request.raw, reply.raw, () => held.end(warn, request, reply))
    }
    const told = request as Told
    request.decision = answer
    // The headers tell of the limits of all hooks.
    const all = told[REPORTS] ? [...told[REPORTS], ...reports] : reports
    told[REPORTS] = all
    const fields = headersOf(all, this.#options.headers ?? {})
    reply.headers(fields)
    return answer.allow || gateRefusalOf(answer, reports, fields, this.#realm)
  }

  #end(
    told: GateRefusal | true,
    request: FastifyRequest,
    reply: FastifyReply,
    done: HookHandlerDoneFunction,
  ): void {
    if (told === true) done()
    else void this.#refuse(request, reply, told).catch(error => done(thrown(error)))
  }

  async #refuse(request: FastifyRequest, reply: FastifyReply, refusal: GateRefusal): Promise<void> {
    reply.code(refusal.status).headers(refusal.headers)
    const answer = await this.#options.onRefused?.(request, reply, refusal)
    if (reply.sent) return
    if (answer !== undefined && answer !== reply) reply.send(answer)
    // As a text: a response schema of the route would drop the members that it does not know.
    else reply.type(PROBLEM_TYPE).send(JSON.stringify(refusal.problem))
  }

  #asker(gate: FastifyGate): Asker {
    const known = this.#askers.get(gate)
    if (known !== undefined) return known
    const { sluice } = this.#options
    const asker: Asker = new GateAsker(sluice, this.#renewals, gate, (_request, reply) => {
      return reply.statusCode >= 500
    })
    this.#askers.set(gate, asker)
    return asker
  }
}

/** What was thrown, for Fastify's error handler. */
function thrown(error: unknown): Error {
  // To `done`, what is falsy would mean that all is well.
  return error ? (error as Error) : new Error('a function of a gate threw nothing')
}
