// The OpenFeature Remote Evaluation Protocol, version 0.3.0: one flag, or all of them.
// https://github.com/open-feature/protocol
//
// Where the protocol leaves room, this does what flagd does: a flag without a match keeps the reason
// DEFAULT (the protocol's list lacks it, flagd and OpenFeature have it), a flag without a value is
// answered without one (the caller's own default applies), and the bulk answer leaves out disabled
// flags. The protocol says that a context is sent, so one that is missing is an invalid one; one
// without a targetingKey is taken, since flags that do not target need none.
import { hash } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EvaluationContext, Sluice } from '../index.ts'
import { ApiError, type ApiErrorCode, answerFor } from './errors.ts'
import { JSON_TYPE, sendJson, sendMessage, sendValue } from './negotiation.ts'
import { AnswerCache, failure } from './ofrep-answers.ts'
import { asObject, rejectOtherMethods, type Surface } from './routes.ts'

const FLAG_URL = '/ofrep/v1/evaluate/flags/:key'
const BULK_URL = '/ofrep/v1/evaluate/flags'

type FlagRequest = FastifyRequest<{ Params: { key: string } }>

/** Adds both routes, with the protocol's own error bodies. */
export async function ofrepPlugin(app: FastifyInstance, { sluice }: Surface): Promise<void> {
  const answers = new AnswerCache(sluice)
  app.setErrorHandler(answerOfrepError)
  app.post(FLAG_URL, (request: FlagRequest, reply) => evaluateOne(sluice, answers, request, reply))
  app.post(BULK_URL, (request, reply) => evaluateAll(answers, request, reply))
  rejectOtherMethods(app, FLAG_URL, ['POST'])
  rejectOtherMethods(app, BULK_URL, ['POST'])
}

function evaluateOne(
  sluice: Sluice,
  answers: AnswerCache,
  request: FlagRequest,
  reply: FastifyReply,
): void {
  const { key } = request.params
  const context = readContext(request.body)
  // Before a handle is asked for: keys that strangers make up must not become handles.
  if (!sluice.hasFlag(key)) {
    reply.code(404)
    sendValue(request, reply, failure(key, 'FLAG_NOT_FOUND', 'there is no such flag'))
    return
  }
  const answer = answers.evaluate(key, context)
  reply.code(answer.status)
  if (request.answerType === JSON_TYPE) sendJson(reply, answer.json)
  else sendMessage(request, reply, answer.message())
}

function evaluateAll(answers: AnswerCache, request: FastifyRequest, reply: FastifyReply): void {
  const context = readContext(request.body)
  const json = request.answerType === JSON_TYPE
  const bytes = json ? answers.allJson(context) : answers.allMessage(context)
  // A digest of the answer's own bytes: equal on every replica, different whenever the answer is, and
  // different for the two formats, as Vary says.
  const etag = `"${hash('sha256', bytes, 'base64url').slice(0, 27)}"`
  reply.header('etag', etag).header('vary', 'accept, content-type')
  if (matches(request.headers['if-none-match'], etag)) {
    reply.code(304).send()
  } else if (typeof bytes === 'string') {
    sendJson(reply, bytes)
  } else {
    sendMessage(request, reply, bytes)
  }
}

function readContext(received: unknown): EvaluationContext {
  if (received === undefined) throw new ApiError('BODY_EMPTY')
  const body = asObject(received)
  if (body === undefined) throw new ApiError('BODY_NOT_OBJECT')
  if (body.context === undefined) throw new ApiError('CONTEXT_INVALID', 'the body has no context')
  const context = asObject(body.context)
  if (context === undefined) throw new ApiError('CONTEXT_INVALID')
  const { targetingKey } = context
  if (targetingKey !== undefined && typeof targetingKey !== 'string') {
    throw new ApiError('CONTEXT_INVALID', 'context.targetingKey is not a string')
  }
  return context as EvaluationContext
}

// RFC 9110, section 13.1.2: a list of tags, or a star; compared weakly. The tags made here hold no
// comma, so a tag of another origin that does cannot be taken for one of them.
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag) return true
  return header.split(',').some(part => {
    const tag = part.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}

// The protocol names five errors; the rest is GENERAL, told apart by the status.
const OFREP_CODES: Partial<Record<ApiErrorCode, string>> = {
  BODY_EMPTY: 'INVALID_CONTEXT',
  BODY_INVALID: 'PARSE_ERROR',
  BODY_NOT_OBJECT: 'INVALID_CONTEXT',
  CONTEXT_INVALID: 'INVALID_CONTEXT',
}

function answerOfrepError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, message } = answerFor(error, reply)
  const { key } = request.params as { key?: string }
  sendValue(request, reply, failure(key, OFREP_CODES[code] ?? 'GENERAL', message))
}
