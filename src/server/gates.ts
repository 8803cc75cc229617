// The surface of gates: who is calling, may they, and how often; decided, verified, settled.
//
// A decision is 200 whatever it says: the service was asked, and answers. What is not 200 is a request that asks for
// nothing that can be decided. Nothing of a credential is in any answer, and the errors' sentences repeat nothing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Gate } from '../gate/gate.ts'
import type { DecisionAnswer } from '../gate/types.ts'
import type { Sluice } from '../index.ts'
import { readBatch, readDecision, readSettlement, readVerification } from './asked.ts'
import { type ApiErrorCode, CATALOGUE, codeOf, sentenceOf } from './errors.ts'
import { sendValue } from './negotiation.ts'
import { answerError, rejectOtherMethods, type Surface } from './routes.ts'

const DECIDE_URL = '/v1/decide'
const VERIFY_URL = '/v1/verify'
const SETTLE_URL = '/v1/settle'

/** One of a batch: a decision, or why there is none. */
type Entry = DecisionAnswer | { error: { code: ApiErrorCode; message: string } }

/** Adds `POST /v1/decide`, `POST /v1/verify` and `POST /v1/settle`. */
export async function gatesPlugin(app: FastifyInstance, { sluice }: Surface): Promise<void> {
  app.setErrorHandler((error: Error, request, reply) => {
    answerError(error, request, uncached(reply))
  })
  app.post(DECIDE_URL, (request, reply) => decide(sluice, request, reply))
  app.post(VERIFY_URL, async (request, reply) => {
    const { credential, ...from } = readVerification(request.body)
    send(request, reply, await sluice.verify(credential, from))
    return reply
  })
  app.post(SETTLE_URL, (request, reply) => {
    const { reservation, actual } = readSettlement(request.body)
    send(request, reply, { settled: sluice.settle(reservation, actual) })
  })
  for (const url of [DECIDE_URL, VERIFY_URL, SETTLE_URL]) rejectOtherMethods(app, url, ['POST'])
}

/** Answers at once, unless a token has to be verified first. */
function decide(
  sluice: Sluice,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> | undefined {
  const batch = readBatch(request.body)
  const answer = batch === undefined ? ask(sluice, request.body) : askAll(sluice, batch)
  if (answer instanceof Promise) {
    return answer.then(found => {
      send(request, reply, found)
      return reply
    })
  }
  send(request, reply, answer)
  return undefined
}

/** @throws ApiError, SluiceError */
function ask(sluice: Sluice, body: unknown): DecisionAnswer | Promise<DecisionAnswer> {
  const { gate: name, mode, request } = readDecision(sluice, body)
  const gate: Gate = sluice.gate(name)
  const decision = gate[SYNC[mode]](request)
  if (decision.code === 'CREDENTIAL_UNVERIFIED') return gate[ASYNC[mode]](request)
  return decision.toJSON()
}

const SYNC = { consume: 'decide', check: 'check', reserve: 'reserve' } as const
const ASYNC = { consume: 'decideAsync', check: 'checkAsync', reserve: 'reserveAsync' } as const

/** One after the other: what an entry takes, the next one does not find. */
async function askAll(sluice: Sluice, bodies: readonly unknown[]) {
  const decisions: Entry[] = []
  for (const body of bodies) {
    try {
      // A batch without tokens to verify is decided in one go.
      const answer = ask(sluice, body)
      decisions.push(answer instanceof Promise ? await answer : answer)
    } catch (error) {
      decisions.push(entryOf(error))
    }
  }
  return { decisions }
}

/** What is wrong with an entry itself; whatever else was thrown is an error of the whole batch. */
function entryOf(error: unknown): Entry {
  if (!(error instanceof Error)) throw error
  const code = codeOf(error)
  if (CATALOGUE[code].status >= 500) throw error
  return { error: { code, message: sentenceOf(error, code) } }
}

function send(request: FastifyRequest, reply: FastifyReply, value: unknown): void {
  sendValue(request, uncached(reply), value)
}

function uncached(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store')
}
