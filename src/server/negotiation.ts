// Which format a body is in and which one the answer takes: JSON or MessagePack, by Content-Type and
// Accept (RFC 9110, sections 8.3 and 12.5.1). Both formats carry the same values.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
// The plain JavaScript entry: bodies come from strangers, so no native string reader sees them.
import { Packr, Unpackr } from 'msgpackr/pack'
import { ApiError } from './errors.ts'
import { isPlainMessagePack } from './messagepack.ts'

export const JSON_TYPE = 'application/json; charset=utf-8'

// The registered name first, then the two that clients still send.
const MESSAGEPACK_TYPES = [
  'application/msgpack',
  'application/x-msgpack',
  'application/vnd.msgpack',
]
const MEDIA_TYPES = ['application/json', ...MESSAGEPACK_TYPES]

declare module 'fastify' {
  interface FastifyRequest {
    /** Content type of the answer to this request. */
    answerType: string
  }
}

const packr = new Packr({ useRecords: false, variableMapSize: true })
const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true, int64AsType: 'number' })

/** `value` in MessagePack: maps, arrays, strings, numbers, booleans and nil only. */
export function packMessage(value: unknown): Buffer {
  return packr.pack(value)
}

/** Adds `request.answerType` to the server; to be called once, on the root. */
export function decorateNegotiation(app: FastifyInstance): void {
  app.decorateRequest('answerType', JSON_TYPE)
}

/** Makes a surface read MessagePack as well as JSON, and nothing else. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser(MESSAGEPACK_TYPES, { parseAs: 'buffer' }, (_request, body, done) => {
    // parseAs says a buffer; the type cannot.
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    if (bytes.length === 0) return done(new ApiError('BODY_EMPTY'), undefined)
    if (!isPlainMessagePack(bytes)) return done(new ApiError('BODY_INVALID'), undefined)
    try {
      done(null, unpackr.unpack(bytes))
    } catch {
      done(new ApiError('BODY_INVALID'), undefined)
    }
  })
}

/**
 * The content type for the answer to these headers, or undefined when Accept leaves none. A tie goes
 * to the format of the request's own body, so that a client that speaks MessagePack is answered in it.
 */
export function negotiate(accept: string | undefined, contentType = ''): string | undefined {
  if (accept === 'application/json') return JSON_TYPE
  const [mediaType = ''] = contentType.split(';')
  const ownType = MESSAGEPACK_TYPES.find(type => type === mediaType.trim().toLowerCase())
  if (accept === undefined || accept === '*/*') return ownType ?? JSON_TYPE
  const ranges = parseAccept(accept)
  let best: string | undefined
  let bestQuality = 0
  for (const type of ownType === undefined ? MEDIA_TYPES : [ownType, ...MEDIA_TYPES]) {
    const quality = qualityOf(type, ranges)
    if (quality > bestQuality) {
      best = type
      bestQuality = quality
    }
  }
  return best === 'application/json' ? JSON_TYPE : best
}

interface MediaRange {
  readonly type: string
  readonly quality: number
}

function parseAccept(accept: string): MediaRange[] {
  return accept.split(',').map(part => {
    const [type = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    const weight = parameters.find(parameter => parameter.startsWith('q='))
    const quality = weight === undefined ? 1 : Number(weight.slice(2))
    return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 }
  })
}

// The most specific range that names the type decides, whatever its place in the list.
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  for (const name of [type, 'application/*', '*/*']) {
    const range = ranges.find(candidate => candidate.type === name)
    if (range !== undefined) return range.quality
  }
  return 0
}

/** Sends a value in the format negotiated for its request. */
export function sendValue(request: FastifyRequest, reply: FastifyReply, value: unknown): void {
  if (request.answerType === JSON_TYPE) sendJson(reply, JSON.stringify(value))
  else sendMessage(request, reply, packMessage(value))
}

/** Sends text that is JSON already. */
export function sendJson(reply: FastifyReply, text: string): void {
  reply.header('content-type', JSON_TYPE).send(text)
}

/** Sends bytes that are MessagePack already, under the name that the client used for it. */
export function sendMessage(request: FastifyRequest, reply: FastifyReply, bytes: Buffer): void {
  reply.header('content-type', request.answerType).send(bytes)
}
