// What the bodies of /v1/decide, /v1/verify and /v1/settle ask for, checked. A property that is not known is refused: a
// misspelled `mode` would consume, and a misspelled `credential` would be nobody's.
import type { DecisionRequest, GateContext } from '../gate/types.ts'
import type { Sluice } from '../index.ts'
import { ApiError } from './errors.ts'
import { asObject } from './routes.ts'

/** Requests in one batch. */
export const BATCH_MAX = 1_000

const MODES = ['consume', 'check', 'reserve'] as const

/** Whether what it costs is taken, only looked at, or held until it is settled. */
export type DecisionMode = (typeof MODES)[number]

/** A body of /v1/decide that asks for one decision. */
export interface AskedDecision {
  readonly gate: string
  readonly mode: DecisionMode
  readonly request: DecisionRequest
}

type Body = Readonly<Record<string, unknown>>

const DECISION = ['gate', 'credential', 'credentials', 'context', 'cost', 'source', 'mode']

/** The entries of a batch; undefined of a body that asks for one decision. @throws ApiError */
export function readBatch(received: unknown): readonly unknown[] | undefined {
  const body = readBody(received)
  if (body.requests === undefined) return undefined
  knowsOnly(body, ['requests'])
  const { requests } = body
  if (!Array.isArray(requests)) throw invalid('requests: expected a list')
  if (requests.length > BATCH_MAX) throw new ApiError('BATCH_TOO_LARGE')
  return requests
}

/** One decision. @throws ApiError */
export function readDecision(sluice: Sluice, received: unknown): AskedDecision {
  const body = readBody(received)
  knowsOnly(body, DECISION)
  const { gate, cost = 1, mode = 'consume' } = body
  if (typeof gate !== 'string') throw invalid('gate: expected a string')
  // Before a handle is asked for: names that strangers make up must not become handles.
  if (!sluice.hasGate(gate)) throw new ApiError('GATE_NOT_FOUND')
  if (typeof cost !== 'number') throw new ApiError('COST_INVALID', 'cost: expected an integer')
  if (!isMode(mode)) throw invalid(`mode: expected one of ${MODES.join(', ')}`)
  const request: { -readonly [Name in keyof DecisionRequest]: DecisionRequest[Name] } = { cost }
  const credential = optionalText(body, 'credential')
  if (credential !== undefined) request.credential = credential
  if (body.credentials !== undefined) request.credentials = readCredentials(body.credentials)
  if (body.context !== undefined) request.context = readContext(body.context)
  const source = readSource(body)
  if (source !== undefined) request.source = source
  return { gate, mode, request }
}

/** What /v1/verify asks. @throws ApiError */
export function readVerification(received: unknown): {
  credential: string
  ip?: string
  source?: string
} {
  const body = readBody(received)
  knowsOnly(body, ['credential', 'ip', 'source'])
  const { ip } = body
  const source = readSource(body)
  return {
    credential: text(body.credential, 'credential'),
    ...(ip !== undefined && { ip: text(ip, 'ip') }),
    ...(source !== undefined && { source }),
  }
}

/** What /v1/settle asks. @throws ApiError */
export function readSettlement(received: unknown): {
  reservation: string
  actual: number | readonly number[] | undefined
} {
  const body = readBody(received)
  knowsOnly(body, ['reservation', 'actual'])
  const { reservation, actual } = body
  if (typeof reservation !== 'string') {
    throw new ApiError('RESERVATION_INVALID', 'reservation: expected a string')
  }
  if (!(actual === undefined || typeof actual === 'number' || isNumbers(actual))) {
    throw new ApiError('COST_INVALID', 'actual: expected an integer, or a list of them')
  }
  // The id of several leases is the ids of each. Of a shorter list the engine misses the next one.
  if (Array.isArray(actual) && actual.length > reservation.split('.').length) {
    throw new ApiError('COST_INVALID', 'actual: expected one integer for each limit that is held')
  }
  return { reservation, actual }
}

function readBody(received: unknown): Body {
  if (received === undefined) throw new ApiError('BODY_EMPTY')
  const body = asObject(received)
  if (body === undefined) throw new ApiError('BODY_NOT_OBJECT')
  return body
}

function knowsOnly(body: Body, names: readonly string[]): void {
  for (const name in body) {
    if (!names.includes(name)) throw invalid(`expected no properties but ${names.join(', ')}`)
  }
}

function readCredentials(value: unknown): string[] {
  if (!Array.isArray(value)) throw invalid('credentials: expected a list of strings')
  return value.map(item => text(item, 'credentials'))
}

function readContext(value: unknown): GateContext {
  const context = asObject(value)
  if (context === undefined) throw new ApiError('CONTEXT_INVALID')
  for (const name of ['targetingKey', 'ip']) {
    const attribute = context[name]
    if (attribute === undefined || typeof attribute === 'string') continue
    throw new ApiError('CONTEXT_INVALID', `context.${name} is not a string`)
  }
  return context as GateContext
}

/** Nobody is called nothing: all who say so would be counted as one. */
function readSource({ source }: Body): string | undefined {
  return source === undefined ? undefined : text(source, 'source') || undefined
}

/** Null is what clients write that have none. */
function optionalText(body: Body, name: string): string | undefined {
  const value = body[name] ?? undefined
  return value === undefined ? undefined : text(value, name)
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string') return value
  throw invalid(`${name}: expected a string`)
}

function isMode(value: unknown): value is DecisionMode {
  return MODES.some(mode => mode === value)
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(item => typeof item === 'number')
}

function invalid(message: string): ApiError {
  return new ApiError('PROPERTY_INVALID', message)
}
