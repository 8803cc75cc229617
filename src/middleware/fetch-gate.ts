// A gate around fetch-style handlers, as `withLimits` puts limits around them.
//
//   export const POST = withGate(handler, { sluice, gate: 'orders.create' })
//
// A Request has no address: keys that are bound to networks, limits by address and the limit of failed credentials need
// `context` to say it.
import type { DecisionAnswer } from '../gate/types.ts'
import { credentialsOf, fetchFields } from './credentials.ts'
import { GateAsker, type GateEntry, type GateOutcome } from './gate-asker.ts'
import type { GateCommonOptions } from './gate-options.ts'
import { checkRealm, type GateRefusal, gateRefusalOf } from './gate-refusal.ts'
import { gather } from './gate-request.ts'
import { Renewals } from './held.ts'
import { checkOptions, RENEW_MS } from './options.ts'
import { headersOf, PROBLEM_TYPE } from './refusal.ts'
import { Stay } from './stay.ts'
import { withHeaders } from './with-headers.ts'

type Ended = [request: Request, response?: Response]

/** The gate of a handler: its name, or more about it. `actual` is asked when the body was read, or will not be. */
export type FetchGate<Rest extends readonly unknown[]> =
  | string
  | GateEntry<[request: Request, ...rest: Rest], Ended>

/** Options of `withGate`. */
export interface FetchGateOptions<Rest extends readonly unknown[]>
  extends GateCommonOptions<[request: Request, ...rest: Rest]> {
  gate: FetchGate<Rest>
  /**
   * Answers a denied request in place of the wrapper. The refusal's headers are added to it, its status is its own. With
   * undefined the wrapper answers.
   */
  onRefused?: (
    request: Request,
    refusal: GateRefusal,
    ...rest: Rest
  ) => Response | undefined | Promise<Response | undefined>
}

type GatedHandler<Rest extends readonly unknown[]> = (
  request: Request,
  decision: DecisionAnswer,
  ...rest: Rest
) => Response | Promise<Response>

const OPTIONS = [
  ...['sluice', 'gate', 'credential', 'context', 'source', 'realm', 'headers', 'onRefused'],
  'renewMs',
]
const FUNCTIONS = ['credential', 'context', 'source', 'onRefused']

/**
 * A handler that runs only where its gate allows the request, and gets the decision.
 *
 * Headers, statuses and bodies are those of the Fastify plugin. What a gate reserves is settled once: when the body was
 * read to its end, cancelled or broke; at once where there is none, and of HEAD; when the handler throws, which puts it
 * back; when the request's signal aborts; and when a body that nobody reads is collected. It rejects with what functions
 * of the options throw, with what the handler throws, with a TypeError where it returns no Response or one whose body
 * was read, and with the reason of a request that is aborted before it is decided.
 *
 * @throws SluiceError OPTION_INVALID, GATE_NOT_FOUND, OPERATION_UNSUPPORTED
 */
export function withGate<Rest extends readonly unknown[]>(
  handler: GatedHandler<Rest>,
  options: FetchGateOptions<Rest>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  if (typeof handler !== 'function') throw new TypeError('withGate takes a handler')
  checkOptions(options, OPTIONS, FUNCTIONS)
  const { sluice, gate, credential, context, source } = options
  const { realm = 'api', headers = {}, onRefused, renewMs = RENEW_MS } = options
  checkRealm(realm)
  const renewals = new Renewals(renewMs)
  const asker = new GateAsker<[Request, ...Rest], Ended>(sluice, renewals, gate, hasFailed)

  const decide = async (request: Request, rest: Rest): Promise<GateOutcome<Ended>> => {
    const asked = await gather({
      credentials: () => {
        return credential
          ? credential(request, ...rest)
          : credentialsOf(fetchFields(request.headers))
      },
      context: () => context?.(request, ...rest),
      cost: () => asker.cost(request, ...rest),
      source: () => source?.(request, ...rest),
    })
    // Nobody is left to answer, and nothing would end what is taken now.
    request.signal.throwIfAborted()
    const outcome = asker.decide(asked)
    if (outcome !== undefined) return outcome
    const verified = await asker.verify(asked)
    request.signal.throwIfAborted()
    return asker.decideVerified(asked, verified)
  }

  return async (request, ...rest) => {
    const { answer, reports, held } = await decide(request, rest)
    const fields = headersOf(reports, headers)
    if (!answer.allow) {
      const refusal = gateRefusalOf(answer, reports, fields, realm)
      const own = await onRefused?.(request, refusal, ...rest)
      return withHeaders('onRefused', own ?? refused(refusal), refusal.headers)
    }
    const run = () => handler(request, answer, ...rest)
    if (held === undefined) return withHeaders('a handler', await run(), fields)
    const stay = new Stay(request, held)
    try {
      return stay.lastFor(withHeaders('a handler', await run(), fields))
    } catch (error) {
      stay.end()
      throw error
    }
  }
}

/** A client that left before there was an answer has not failed through our fault. */
function hasFailed({ signal }: Request, response?: Response): boolean {
  return response === undefined ? !signal.aborted : response.status >= 500
}

function refused({ status, problem }: GateRefusal): Response {
  const headers = { 'content-type': PROBLEM_TYPE }
  return new Response(JSON.stringify(problem), { status, headers })
}
